"""Excel workbooks: texts and numbers, and what the numbers show under the formats of their cells."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from corpus import zipped
from corpus.errors import UnreadableFile
from corpus.markup import Reader, number, parse
from corpus.sheets.displayed import displayed
from corpus.sheets.grid import Budget, Grid, Sheet
from corpus.sheets.words import folded, in_words
from corpus.sheets.xlsx_styles import UNKNOWN, Listed, Parts, RichText, Strings, Styles

BOOK = "xl/workbook.xml"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
TRUE = ("1", "true")
AnyReader = TypeVar("AnyReader", bound=Reader)


def sheets(raw: bytes, path: Path) -> tuple[list[Sheet], list[str]]:
    """The sheets that are shown, and a line for each that is hidden. Raises UnreadableFile."""
    held = zipped.members(raw, path)

    def filled(reader: AnyReader, part: str) -> AnyReader:
        if part in held:
            parse(held.read(part), reader, path)
        return reader

    book = _resolved("", filled(Parts(), "_rels/.rels").of("officeDocument")) or BOOK
    if book not in held:
        raise UnreadableFile(path, "it has no list of its sheets", "Save the workbook again, and ingest that.")
    parts = filled(Parts(), _relations(book))
    listed = filled(Listed(), book)
    strings = filled(Strings(), _resolved(book, parts.of("sharedStrings"))).texts
    codes = filled(Styles(), _resolved(book, parts.of("styles"))).codes
    budget, shown, hidden = Budget(path), list[Sheet](), list[str]()
    for name, id_, is_shown in listed.sheets:
        if not is_shown:
            hidden.append(f"sheet {folded(name)}: hidden")
        elif parts.kinds.get(id_) == "worksheet":
            grid = Grid(folded(name), budget)
            filled(_Reader(grid, strings, codes, listed.from_1904), _resolved(book, parts.targets[id_]))
            shown.append(grid.sheet())
    return shown, hidden


def place(reference: str) -> tuple[int, int] | None:
    """The row and column, from 0, of a reference such as "B7"; None where it is none."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


class _Reader:
    """One pass over a sheet: the row and cell that it stands in, and what the cell holds so far."""

    def __init__(self, grid: Grid, strings: Sequence[str], codes: Sequence[str], from_1904: bool) -> None:
        self.grid, self.strings, self.codes, self.from_1904 = grid, strings, codes, from_1904
        self.row = self.column = -1
        self.cell: Mapping[str, str] | None = None
        self.inline: RichText | None = None
        self.within = ""  # the element of the cell whose text is read
        self.value: str | None = None
        self.has_formula = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self.inline is not None:
            self.inline.start(name, attributes)
        elif self.cell is not None:
            self._in_cell(name)
        elif name == "c":
            self.cell, self.value, self.has_formula = attributes, None, False
            self.row, self.column = place(attributes.get("r", "")) or (self.row, self.column + 1)
        elif name == "row":
            self.row, self.column = number(attributes.get("r"), self.row + 2) - 1, -1
            if attributes.get("hidden") in TRUE or attributes.get("ht") == "0":
                self.grid.hidden_rows.append((self.row, self.row))
        elif name == "col" and (attributes.get("hidden") in TRUE or attributes.get("width") == "0"):
            first = number(attributes.get("min"))
            self.grid.hidden_columns.append((first - 1, number(attributes.get("max"), first) - 1))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element closes."""
        if self.inline is not None:
            self.inline.end(name)
            if name == "is":
                self.value, self.inline = self.inline.done, None
        elif self.cell is not None:
            self.within = ""
            if name == "c":
                self.grid.budget.spend(1)
                self.grid.put(self.row, self.column, self._shown(self.cell))
                self.cell = None

    def text(self, text: str) -> None:
        """Text of an element."""
        if self.inline is not None:
            self.inline.text(text)
        elif self.within == "v":
            self.value = (self.value or "") + text

    def _in_cell(self, name: str) -> None:
        self.within = name
        if name == "is":
            self.inline = RichText()
        elif name == "f":
            self.has_formula = True
        elif name == "v":
            self.value = self.value or ""

    def _shown(self, cell: Mapping[str, str]) -> str:
        """What a cell displays, "" where it displays nothing or that is not known."""
        kind, value = cell.get("t", "n"), self.value
        if value is None:
            self.grid.unresolved += self.has_formula
            return ""
        if kind == "s":
            at = number(value, len(self.strings))
            return self.strings[at] if at < len(self.strings) else ""
        if kind in ("str", "inlineStr", "e"):
            return folded(value)
        if kind == "d":
            return in_words(value[:10], value)
        if kind == "b":
            return "TRUE" if value in TRUE else "FALSE"
        return self._number(value, number(cell.get("s"), 0)) if value.strip() else ""

    def _number(self, value: str, style: int) -> str:
        """What a number displays under its style; "", and counted, where that is not known."""
        code = self.codes[style] if style < len(self.codes) else "General" if not self.codes else UNKNOWN
        try:
            shown = displayed(Decimal(value.strip()), code, self.from_1904)
        except InvalidOperation:
            shown = None
        self.grid.unshown += shown is None
        return shown or ""

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = place(first), place(last or first)
        if start and end:
            self.grid.merged.append((*start, *end))


def _relations(part: str) -> str:
    """The part that has the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    """The name of a part that another one refers to, "" for no target."""
    if not target:
        return ""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
