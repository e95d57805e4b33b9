"""Lines of a column as paragraphs.

A line goes on where the typesetter broke it: where the first word of the next would not have fitted. Any other
break is the text's own and is kept; a gap wider than the leading parts paragraphs, as an indent does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.furniture import CAPTION, ENDS
from corpus.pdf.columns import Column
from corpus.pdf.grids import Grid
from corpus.pdf.marks import marked
from corpus.pdf.measures import NUMBER, SIZES, Measures, fits, is_row
from corpus.pdf.runs import Line
from corpus.pdf.words import Words
from corpus.tables import CAPTION as TABLE_CAPTION

Kind = Literal["text", "item", "heading", "caption", "note", "table"]
SURE_BULLET = re.compile(r"^[•●○◦▪▫■□◆◇►▶▸➢➤✓✔∙·⁃\ue000-\uf8ff\ufffd](?:\s+|$)")
BULLET = re.compile(r"^(?:[-–—*‒]|o)(?:\s+|$)")
NOTE = re.compile(r"^\[(?:foot)?note \d+\]|^(?:notes?|sources?):?\s", re.I)
LARGER = 1.12  # times the text's size: type of headings
HEADING = 170  # letters of a heading at most
HEADING_LINES = 3
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
    right = measures.right(column)
    found: list[Paragraph] = []
    for item, adjacent in _groups(column, measures, right):
        if isinstance(item, Grid):
            found.append(Paragraph("table", item.piped(), page, grid=item))
        else:
            found.append(_paragraph(item, measures, words, page, adjacent, right))
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
    ends_above = fits(above, line, right)
    if abs(above.size - line.size) > SIZES * above.size or above.y <= line.y:
        return "gap"
    if is_heading_type(above, measures) and is_heading_type(line, measures) and above.bold == line.bold:
        near = above.y - line.y <= 1.5 * above.size and not _opens(line, ends_above=True)
        return "same" if near and len(group) < HEADING_LINES else "gap"
    if measures.parts(above, line):
        return "gap"
    if above.bold != line.bold and not (above.bold and line.runs[0].bold and not ends_above):
        return "line"
    if _opens(line, ends_above) or is_row(above) or is_row(line) or ends_above:
        return "line"
    return "line" if _is_indented(group, line) else "same"


def _opens(line: Line, ends_above: bool) -> bool:
    """Whether a line opens an item, a caption, a note or a numbered paragraph."""
    text, alone = line.text, len(line.runs) > 1
    if SURE_BULLET.match(text) or CAPTION.match(text) or TABLE_CAPTION.match(text) or NOTE.match(marked(line.runs)):
        return True
    number = NUMBER.match(line.runs[0].text.strip())
    return (alone and bool(number)) or ((alone or ends_above) and bool(BULLET.match(text)))


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins further in or out than a paragraph goes on."""
    first, above = group[0], group[-1]
    indent = INDENT * line.size
    if line.x > above.x + indent:
        return not (len(group) == 1 and _hangs(first, line))
    if line.x < above.x - indent:
        return len(group) > 1
    return False


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line goes on under the text of a first line that a number or bullet opens."""
    opening = first.runs[0].text.split(" ")[0]
    return bool(SURE_BULLET.match(opening) or BULLET.match(opening) or NUMBER.match(opening))


def is_heading_type(line: Line, measures: Measures) -> bool:
    """Whether a line is set as headings are."""
    larger = line.size >= LARGER * measures.body
    return (larger or (line.bold and line.size >= (1 - SIZES) * measures.body)) and not is_row(line)


def _paragraph(
    lines: Sequence[Line], measures: Measures, words: Words, page: int, adjacent: bool, right: float
) -> Paragraph:
    text = words.join([marked(line.runs) for line in lines])
    kind: Kind = "text"
    if SURE_BULLET.match(text) or (BULLET.match(text) and not is_row(lines[0])):
        bare = SURE_BULLET.sub("", text) if SURE_BULLET.match(text) else BULLET.sub("", text)
        kind, text = ("item", bare) if bare else ("text", text)
    elif CAPTION.match(text) or TABLE_CAPTION.match(text):
        kind = "caption"
    elif all(is_heading_type(line, measures) for line in lines) and _heads(text, lines):
        kind = "heading"
    return Paragraph(kind, text, page, tuple(lines), adjacent and kind != "heading", right=right)


def _heads(text: str, lines: Sequence[Line]) -> bool:
    """Whether the words of lines in the type of headings are a heading: short, and closed by no stop."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    short = len(text) <= HEADING and len(lines) <= HEADING_LINES
    return short and letters > max(2, digits) and (not ENDS.search(text) or text.endswith("?"))
