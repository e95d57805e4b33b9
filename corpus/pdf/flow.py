"""Paragraphs and tables that a column or a page cuts, made whole again; and all of them as text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.furniture import ENDS
from corpus.lines_text import DIVISION, TOP
from corpus.pdf.measures import Measures, fits
from corpus.pdf.openings import NOTE
from corpus.pdf.paragraphs import Paragraph
from corpus.pdf.words import Words

Type = tuple[float, bool]  # the size of a heading's letters, and whether they are bold
BESIDE = ("note", "caption", "table")  # may stand between the two parts of a paragraph
SMALLER = 0.94  # times the text's size: so may the words of a figure
CONTINUED = re.compile(r"\bcont(?:inued|’d|'d|\.)", re.I)
OPEN = re.compile(r"(?:[,–-]|\b(?:an?|and|as|at|by|for|from|in|of|on|or|than|the|to|under|with|without))$", re.I)
FLOWING = 200  # letters: a shorter paragraph without a full stop may be a title
LOWEST = 4  # rank of a heading
REACH = 40  # paragraphs between the two parts, at most


def joined(paragraphs: Sequence[Paragraph], measures: Measures, words: Words) -> list[Paragraph]:
    """The paragraphs of a publication in the order of reading, those that were cut made whole."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        at = _cut(found, paragraph, measures)
        if at is None:
            found.append(paragraph)
            continue
        before = found[at]
        if before.grid and paragraph.grid:
            rows = (*before.grid.rows, *paragraph.grid.rows)
            grid = replace(before.grid, rows=rows)
            found[at] = replace(before, grid=grid, text=grid.piped())
            found[at + 1 :] = [one for one in found[at + 1 :] if one.kind == "note"]
        else:
            text = words.join([before.text, paragraph.text])
            found[at] = replace(
                before, text=text, lines=paragraph.lines, first=before.first, last=paragraph.last, right=paragraph.right
            )
    return found


def _cut(found: Sequence[Paragraph], paragraph: Paragraph, measures: Measures) -> int | None:
    """Which paragraph this one is the rest of."""
    if paragraph.grid:
        return _table(found, paragraph)
    if not paragraph.first or paragraph.kind != "text" or not paragraph.lines:
        return None
    for at in range(len(found) - 1, max(len(found) - REACH, -1), -1):
        before = found[at]
        if before.kind in BESIDE or (before.kind == "text" and before.size < SMALLER * measures.body):
            continue
        return at if before.last and _goes_on(before, paragraph) else None
    return None


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph stops in mid-sentence at the edge of its column, and this one starts in mid-sentence."""
    if before.kind not in ("text", "item") or not before.lines or ENDS.search(before.text):
        return False
    above, below = before.lines[-1], paragraph.lines[0]
    if abs(above.size - below.size) > 0.1 * above.size or above.bold != below.bold or NOTE.match(before.text):
        return False
    if paragraph.text[:1].islower():
        return True
    flowing = len(before.text) > FLOWING or bool(OPEN.search(before.text))
    return flowing and not fits(above, below, before.right)


def _table(found: Sequence[Paragraph], paragraph: Paragraph) -> int | None:
    """The table that this one continues in the next column or page: its headings stand again, maybe its caption."""
    at = next((at for at in range(len(found) - 1, max(len(found) - REACH, -1), -1) if found[at].grid), None)
    if at is None or (before := found[at].grid) is None or (grid := paragraph.grid) is None:
        return None
    between = [one for one in found[at + 1 :] if one.kind != "note"]
    caption = _bare(found[at - 1].text) if at else ""
    again = all(one.kind == "caption" and (CONTINUED.search(one.text) or _bare(one.text) == caption) for one in between)
    apart = found[at].page < paragraph.page or before.left != grid.left
    return at if again and apart and before.headings == grid.headings else None


def _bare(caption: str) -> str:
    return re.sub(r"[^a-z0-9]", "", CONTINUED.sub("", caption).lower())


def levels(paragraphs: Sequence[Paragraph], cover: int) -> dict[Type, int]:
    """The rank of each type of heading, 1 the highest: that of parts and chapters, and of what only a cover has."""
    headings = [one for one in paragraphs if one.kind == "heading"]
    inside = sorted({_type(one) for one in headings if one.page > cover}, reverse=True)
    divisions = {
        _type(one) for one in headings if one.page > cover and (DIVISION.match(one.text) or TOP.match(one.text))
    }
    above = max((inside.index(type_) for type_ in divisions), default=0)
    ranks = {type_: min(max(rank - above, 1), LOWEST) for rank, type_ in enumerate(inside, start=1)}
    return {_type(one): 1 for one in headings} | ranks


def _type(paragraph: Paragraph) -> Type:
    return round(paragraph.size * 2) / 2, paragraph.bold


def text(paragraphs: Sequence[Paragraph], cover: int) -> str:
    """The paragraphs as a text: headings as "#", items as "-", a blank line between what stands apart."""
    ranks = levels(paragraphs, cover)
    lines: list[str] = []
    for one in paragraphs:
        shown = one.text
        if one.kind == "heading":
            shown = f"{'#' * ranks[_type(one)]} {one.text}"
        elif one.kind == "item":
            shown = f"- {one.text}"
        lines += [shown] if one.adjacent or not lines else ["", shown]
    return "\n".join(lines)
