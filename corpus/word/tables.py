"""The rows and columns of a table in a document: cells that span, rows that are repeated as headings."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from corpus.gridded import WIDEST, Row
from corpus.word.parts import UNREAD, child, is_on, value
from corpus.word.styles import Styles

FIRST_ROW = 0x20  # in the bits of a table's look: its first row is set apart


def rows(table: Element, place: str, styles: Styles, text: Callable[[Element], str]) -> Iterator[Row]:
    """The rows of a table, a cell that spans several columns or rows standing in each of them.

    `place` says which table it is; `text` gives the text of a cell.
    """
    above: dict[int, str] = {}  # column to the text of the cell that reaches down it
    set_apart = _is_set_apart(table, styles)
    for number, row in enumerate(shown_rows(table), 1):
        own, cells = list(parts(row, "tc")), [""] * _count(child(row, "trPr", "gridBefore"), 0)
        for cell in own:
            merge = child(cell, "tcPr", "vMerge")
            is_below = merge is not None and value(merge) != "restart"
            shown = above.get(len(cells), "") if is_below else text(cell)
            for _ in range(_count(child(cell, "tcPr", "gridSpan"), 1)):
                above[len(cells)] = shown if merge is not None else ""
                cells.append(shown)
        cells += [""] * _count(child(row, "trPr", "gridAfter"), 0)
        headed = is_on(child(row, "trPr", "tblHeader"))
        strong = number == 1 and (set_apart or _is_strong(row, styles))
        yield Row(cells, f"{place}, row {number}", headed, strong, len(own) == 1)


def is_layout(table: Element) -> bool:
    """Whether a table only sets its words apart: one column, no headings."""
    return all(
        len(list(parts(row, "tc"))) < 2 and child(row, "trPr", "tblHeader") is None for row in shown_rows(table)
    ) and not any(value(one) for one in table.iter() if one.tag == "gridSpan")


def shown_rows(table: Element) -> Iterator[Element]:
    """The rows that are shown: not those deleted or hidden."""
    for row in parts(table, "tr"):
        if child(row, "trPr", "del") is None and not is_on(child(row, "trPr", "hidden")):
            yield row


def parts(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, in content controls too, but not those of tables within."""
    for element in parent:
        if element.tag == name:
            yield element
        elif element.tag not in UNREAD:
            yield from parts(element, name)


def _is_set_apart(table: Element, styles: Styles) -> bool:
    """Whether the table's style sets its first row apart and the table wants that."""
    look = child(table, "tblPr", "tblLook")
    bits = value(look)
    wanted = value(look, "firstRow") in ("1", "true") or (
        bool(bits) and all(c in "0123456789abcdefABCDEF" for c in bits) and int(bits, 16) & FIRST_ROW > 0
    )
    return wanted and any(style.heads for style in styles.chain(value(child(table, "tblPr", "tblStyle"))))


def _is_strong(row: Element, styles: Styles) -> bool:
    """Whether all words of a row are bold."""
    runs = [(one, run) for one in row.iter() if one.tag == "p" for run in one if run.tag == "r"]
    worded = [(one, run) for one, run in runs if any(t.tag == "t" and (t.text or "").strip() for t in run)]
    return bool(worded) and all(_is_bold(one, run, styles) for one, run in worded)


def _is_bold(paragraph: Element, run: Element, styles: Styles) -> bool:
    own = child(run, "rPr")
    if (bold := child(own, "b")) is not None:
        return is_on(bold)
    of_run = styles.chain(value(child(own, "rStyle")))
    return any(style.bold for style in [*of_run, *styles.of_paragraph(child(paragraph, "pPr"))])


def _count(element: Element | None, least: int) -> int:
    """The count that an element gives, no more than a table may have columns."""
    text = value(element)
    return min(int(text), WIDEST + 1) if text.isascii() and text.isdigit() and text != "0" else least
