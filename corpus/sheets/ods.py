"""OpenDocument spreadsheets: what each cell displays stands in them as text."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from corpus import zipped
from corpus.errors import UnreadableFile
from corpus.markup import number, parse
from corpus.sheets.displayed import bare
from corpus.sheets.grid import Budget, Grid, Sheet
from corpus.sheets.words import folded, in_words, raised

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
APART = frozenset(("annotation", "frame", "shapes", "forms", "tracked-changes", "custom-shape", "rect", "line", "g"))
CELLS = ("table-cell", "covered-table-cell")
HIDING = ("collapse", "filter")


def sheets(raw: bytes, path: Path) -> tuple[list[Sheet], list[str]]:
    """The sheets that are shown, and a line for each that is hidden. Raises UnreadableFile."""
    held = zipped.members(raw, path)
    if MANIFEST in held and b"encryption-data" in held.read(MANIFEST):
        raise UnreadableFile(path, "it is locked with a password", "Save it without one.")
    reader = _Reader(Budget(path))
    parse(held.read(CONTENT), reader, path)
    return [grid.sheet() for grid in reader.grids], [f"sheet {name}: hidden" for name in reader.hidden]


class _Reader:
    """One pass over the content: the sheet, row and cell that it stands in, and the text of the cell so far."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.grids: list[Grid] = []  # of sheets that are shown
        self.hidden: list[str] = []  # names of those that are not
        self.grid = Grid("", budget)
        self.style: tuple[str, str] = ("", "")  # family and name
        self.hidden_sheets: set[str] = set()  # names of styles
        self.raised: set[str] = set()
        self.apart = 0  # elements deep in what lies over the cells
        self.tables = 0
        self.row = self.column = 0
        self.repeated = 1  # times that the row stands
        self.hidden_groups = list[bool]()
        self.columns: list[tuple[int, int, str]] = []  # of the row: first and last column, and what they show
        self.spans: list[tuple[int, int, int]] = []  # of the row: column, rows, columns
        self.cell: Mapping[str, str] | None = None
        self.texts = list[str]()
        self.spanned = list[tuple[bool, int]]()  # of open spans: whether they are raised, and where their text starts

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self.apart or name in APART:
            self.apart += 1
        elif self.cell is not None:
            self._in_cell(name, attributes)
        elif name in CELLS:
            self.cell, self.texts = attributes, []
        else:
            self._around(name, attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        if self.apart:
            self.apart -= 1
        elif name in CELLS and self.cell is not None:
            self._close_cell(name, self.cell)
            self.cell = None
        elif self.cell is not None:
            if name == "span":
                is_raised, start = self.spanned.pop()
                if is_raised:
                    self.texts[start:] = [raised("".join(self.texts[start:]))]
        elif name == "table-row":
            self._close_row()
        elif name == "table-row-group":
            self.hidden_groups.pop()
        elif name == "table":
            self.tables -= 1

    def text(self, text: str) -> None:
        """Text of a cell."""
        if self.cell is not None and not self.apart:
            self.texts.append(text)

    def _in_cell(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "tab", "line-break"):
            self.texts.append(" ")
        elif name == "s":
            self.texts.append(" " * min(number(attributes.get("c")), 100))
        elif name == "span":
            self.spanned.append((attributes.get("style-name", "") in self.raised, len(self.texts)))

    def _around(self, name: str, attributes: Mapping[str, str]) -> None:
        """What stands outside cells: styles, sheets, columns, rows."""
        if name == "style":
            self.style = attributes.get("family", ""), attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_sheets.add(self.style[1])
        elif name == "text-properties" and attributes.get("text-position", "").startswith("super"):
            self.raised.add(self.style[1])
        elif name == "table":
            self.tables += 1
            self._open_sheet(attributes)
        elif name == "table-row-group":
            self.hidden_groups.append(attributes.get("display") == "false")
        elif self.tables and name == "table-column":
            self._columns(attributes)
        elif self.tables and name == "table-row":
            self.repeated = number(attributes.get("number-rows-repeated"))
            if attributes.get("visibility") in HIDING or any(self.hidden_groups):
                self.grid.hidden_rows.append((self.row, self.row + self.repeated - 1))
            self.column = 0

    def _open_sheet(self, attributes: Mapping[str, str]) -> None:
        self.grid = Grid(folded(attributes.get("name", "")), self.budget)
        self.row = self.column = 0
        if attributes.get("style-name") in self.hidden_sheets:
            self.hidden.append(self.grid.name)
        else:
            self.grids.append(self.grid)

    def _columns(self, attributes: Mapping[str, str]) -> None:
        count = number(attributes.get("number-columns-repeated"))
        if attributes.get("visibility") in HIDING:
            self.grid.hidden_columns.append((self.column, self.column + count - 1))
        self.column += count

    def _close_cell(self, name: str, cell: Mapping[str, str]) -> None:
        count = number(cell.get("number-columns-repeated"))
        down, across = number(cell.get("number-rows-spanned")), number(cell.get("number-columns-spanned"))
        if shown := self._shown(cell) if name == "table-cell" else "":
            self.columns.append((self.column, self.column + count - 1, shown))
            if down > 1 or across > 1:
                self.spans.append((self.column, down, across))
        self.column += count

    def _shown(self, cell: Mapping[str, str]) -> str:
        """What a cell displays; where its file does not say so, a number as it is if that is certain."""
        if shown := folded("".join(self.texts)):
            return in_words(shown, cell.get("date-value", ""))
        kind = cell.get("value-type", "")
        if kind == "string" and "string-value" in cell:
            return folded(cell["string-value"])
        if kind in ("float", "percentage"):
            found = _number(cell.get("value", ""), 100 if kind == "percentage" else 1)
            self.grid.unshown += found is None
            return "" if found is None else f"{found}%" if kind == "percentage" else found
        self.grid.unresolved += "formula" in cell and kind != "string"
        return ""

    def _close_row(self) -> None:
        self.budget.spend(self.repeated * sum(last - first + 1 for first, last, _ in self.columns))
        for row in range(self.row, self.row + self.repeated) if self.columns else ():
            for first, last, shown in self.columns:
                for column in range(first, last + 1):
                    self.grid.put(row, column, shown)
            self.grid.merged += [(row, c, row + down - 1, c + across - 1) for c, down, across in self.spans]
        self.row += self.repeated
        self.columns, self.spans = [], []


def _number(value: str, times: int) -> str | None:
    """A number as it is, where it is exact and short."""
    try:
        return bare(Decimal(value) * times)
    except InvalidOperation:
        return None
