"""Lines of a column as paragraphs.

A line goes on where the typesetter broke it: where the first word of the next would not have fitted. Any other
break is the text's own and is kept; a gap wider than the leading parts paragraphs, as an indent does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.furniture import ENDS
from corpus.pdf.columns import Column
from corpus.pdf.edges import SIZES, is_row
from corpus.pdf.grids import Grid
from corpus.pdf.marks import marked
from corpus.pdf.measures import Measures, fits
from corpus.pdf.openings import is_caption, opens, opens_hanging, unbulleted
from corpus.pdf.runs import Line
from corpus.pdf.words import Words
from corpus.tables_piped import is_rule

Kind = Literal["text", "item", "heading", "caption", "note", "table"]
LARGER = 1.12  # times the text's size: type of headings
HEADING = 170  # letters of a heading at most
HEADING_LINES = 3
HEADING_GAP = 1.5  # of its size: lines of one heading stand no further apart
HEADING_SPACE = 0.9  # of its size: its words stand no further apart
INDENT = 0.7  # of the size


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, item, caption or table, from one column of a page.

    `adjacent`: no gap parts it from the one before. `first` and `last`: it opens or closes the text of its column,
    so that it may go on from, or in, another. `right` is the right edge of the column.
    """

    kind: Kind
    text: str
    page: int
    lines: tuple[Line, ...] = ()
    adjacent: bool = False
    first: bool = False
    last: bool = False
    right: float = 0.0
    grid: Grid | None = None

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size if self.lines else 0.0

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return bool(self.lines) and all(line.bold for line in self.lines)


def paragraphs(column: Column, measures: Measures, words: Words, page: int) -> list[Paragraph]:
    """The paragraphs of a column, from top to bottom."""
    right = measures.edges.right(column)
    found: list[Paragraph] = []
    for item, adjacent in _groups(column, measures, right):
        if isinstance(item, Grid):
            found.append(Paragraph("table", item.piped(), page, grid=item))
            continue
        kind, text = _read(item, measures, words)
        if is_rule(text):
            continue  # printed pipes and dashes are no table: one of their lines may be several rows
        if kind == "heading" and adjacent and item[0].size < LARGER * measures.body:
            kind = "text"  # bold words without white space above them are a row's, or open a paragraph
        adjacent = adjacent and kind != "heading"
        found.append(Paragraph(kind, text, page, tuple(item), adjacent, right=right))
    return _with_ends(found)


def _with_ends(found: list[Paragraph]) -> list[Paragraph]:
    """Mark the text that opens and closes the column; tables, captions and notes stand beside it."""
    text = [at for at, one in enumerate(found) if one.kind in ("text", "item", "heading")]
    if text:
        found[text[0]] = replace(found[text[0]], first=True)
        found[text[-1]] = replace(found[text[-1]], last=True)
    return found


def _groups(column: Column, measures: Measures, right: float) -> Iterator[tuple[Grid | list[Line], bool]]:
    """The lines of each paragraph, and whether it follows without a gap."""
    group: list[Line] = []
    adjacent = False
    for item in column.items:
        if isinstance(item, Grid):
            if group:
                yield group, adjacent
            yield item, False
            group, adjacent = [], False
            continue
        how = _joint(group, item, measures, right) if group else ""
        if how == "same":
            group.append(item)
            continue
        if group:
            yield group, adjacent
        group, adjacent = [item], how == "line"
    if group:
        yield group, adjacent


def _joint(group: Sequence[Line], line: Line, measures: Measures, right: float) -> Literal["same", "line", "gap"]:
    """How a line follows those of a paragraph: it goes on, begins a line of its own, or stands apart."""
    above = group[-1]
    own = fits(above, line, right)
    if abs(above.size - line.size) > SIZES * above.size or above.y <= line.y:
        return "gap"
    if all(is_heading_type(one, measures) for one in (above, line)) and above.bold == line.bold:
        near = above.y - line.y <= HEADING_GAP * above.size and not opens(line, own=True)
        return "same" if near and len(group) < HEADING_LINES else "gap"
    if measures.parts(above, line):
        return "gap"
    if above.bold != line.bold and not (above.bold and line.runs[0].bold and not own):
        return "line"
    breaks = own or opens(line, own) or is_row(above) or is_row(line) or _is_indented(group, line)
    return "line" if breaks else "same"


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins further in or out than a paragraph goes on."""
    step = line.x - group[-1].x
    if step > INDENT * line.size:
        return not (len(group) == 1 and opens_hanging(group[0]))
    return step < -INDENT * line.size and len(group) > 1


def is_heading_type(line: Line, measures: Measures) -> bool:
    """Whether a line is set as headings are."""
    larger = line.size >= LARGER * measures.body
    return (larger or (line.bold and line.size >= (1 - SIZES) * measures.body)) and not is_row(line, HEADING_SPACE)


def _read(lines: Sequence[Line], measures: Measures, words: Words) -> tuple[Kind, str]:
    """What the lines of a paragraph are, and its text."""
    text = words.join([marked(line.runs) for line in lines])
    if not is_row(lines[0]) and (item := unbulleted(text)):
        return "item", item
    if is_caption(text):
        return "caption", text
    if all(is_heading_type(line, measures) for line in lines) and _heads(text, lines):
        return "heading", text
    return "text", text


def _heads(text: str, lines: Sequence[Line]) -> bool:
    """Whether the words of lines in the type of headings are a heading: short, and closed by no stop."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    short = len(text) <= HEADING and len(lines) <= HEADING_LINES
    return short and letters > max(2, digits) and (not ENDS.search(text) or text.endswith("?"))
