"""The rows and columns of a table: cells that span, rows that head, tables that only arrange the page."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from bs4 import Tag

from corpus.gridded import WIDEST, Row
from corpus.html.elements import count

BOLD = ("strong", "b")


def rows(table: Tag, text: Callable[[Tag], str]) -> Iterator[Row]:
    """The rows of a table, a cell that spans several columns or rows standing in each of them.

    `text` gives the text of a cell.
    """
    below: dict[int, tuple[int, str]] = {}  # column to the rows that a cell above still spans, and its text
    part: Tag | None = None
    for number, tr in enumerate(_own_rows(table)):
        if tr.parent is not part:
            part, below = tr.parent, {}
        own, cells = [c for c in tr.children if isinstance(c, Tag) and c.name in ("td", "th")], list[str]()
        for cell in own:
            _fill(cells, below)
            shown, down = text(cell), count(cell, "rowspan")
            for _ in range(min(count(cell, "colspan"), WIDEST + 1)):
                below[len(cells)] = (down - 1, shown)
                cells.append(shown)
        _fill(cells, below)
        headed = part is not None and part.name == "thead"
        alone = len(own) == 1 and count(own[0], "colspan") >= len(cells)
        all_heads = all(c.name == "th" for c in own) or (number == 0 and all(map(_is_strong, own)))
        yield Row(cells, f"line {tr.sourceline or 0}", headed, all_heads, alone)


def is_layout(table: Tag) -> bool:
    """Whether a table only arranges the page: it says so, or it is one column without headings."""
    if table.get("role") in ("presentation", "none"):
        return True
    return not table.find(["th", "thead", "caption"]) and all(
        len(tr.find_all("td", recursive=False)) < 2 and not tr.find("td", colspan=True, recursive=False)
        for tr in _own_rows(table)
    )


def _is_strong(cell: Tag) -> bool:
    """Whether all words of a cell are bold."""
    words = [text for text in cell.find_all(string=True) if text.strip()]
    return all(
        any(parent.name in BOLD for parent in takewhile(lambda p: p is not cell, text.parents)) for text in words
    )


def _own_rows(table: Tag) -> list[Tag]:
    """The rows of a table but not of those inside it, its head first and its foot last."""
    order = {"thead": 0, "tfoot": 2}
    found = [tr for tr in table.find_all("tr") if tr.find_parent("table") is table]
    return sorted(found, key=lambda tr: order.get(tr.parent.name if tr.parent else "", 1))


def _fill(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Add the cells that rows above reach down with, from the next column on."""
    while len(cells) <= WIDEST and below.get(len(cells), (0, ""))[0] > 0:
        left, text = below[len(cells)]
        below[len(cells)] = (left - 1, text)
        cells.append(text)
