"""The pages of a PDF as one text, and each page's own for finding its passages again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.content import Content, Page
from corpus.pdf import flow, footnotes
from corpus.pdf.columns import Column, columns, gutters
from corpus.pdf.furniture import Bare, without_furniture
from corpus.pdf.lines import lines
from corpus.pdf.measures import Measures, measures
from corpus.pdf.paragraphs import Paragraph, paragraphs
from corpus.pdf.runs import Sheet
from corpus.pdf.tabled import with_tables, with_tables_within
from corpus.pdf.words import Words, words

TITLE_PAGES = 3  # on which a title that the file says it has must stand
COVER = 12  # lines of the text's size that a cover has at most


@dataclass(frozen=True, slots=True)
class _Read:
    """A page: its number, its columns in the order of reading, its footnotes."""

    page: Page
    columns: list[Column]
    footnotes: list[footnotes.Footnote]


def assembled(title: str, sheets: Sequence[Sheet], left_out: Sequence[str]) -> Content:
    """The content of a PDF with this title in its information."""
    bare = without_furniture(sheets, [lines(sheet.runs) for sheet in sheets])
    doubts: list[str] = []
    places = [Page(one.printed, sheet.number, "").place for one, sheet in zip(bare, sheets, strict=True)]
    items = [with_tables(page.lines, place, doubts) for page, place in zip(bare, places, strict=True)]
    known = gutters(items)
    ordered = [with_tables_within(columns(own, known), place, doubts) for own, place in zip(items, places, strict=True)]
    measured = measures([column for own in ordered for column in own], median(sheet.width for sheet in sheets))
    pages = [
        _Read(Page(one.printed, sheet.number, ""), *footnotes.taken_off(own, measured.body, sheet.number))
        for one, sheet, own in zip(bare, sheets, ordered, strict=True)
    ]
    vocabulary = words(line.text for page in bare for line in page.lines)
    through = footnotes.numbered([note for page in pages for note in page.footnotes])
    read = [_paragraphs(page, measured, vocabulary, through) for page in pages]
    whole = flow.joined([one for own in read for one in own], measured, vocabulary)
    return Content(
        format="PDF",
        text=flow.text(whole, _cover(bare, measured)),
        said={"title": found} if (found := _title(title, bare, measured)) else {},
        pages=tuple(
            replace(page.page, text="\n".join(one.text for one in own)) for page, own in zip(pages, read, strict=True)
        ),
        left_out=(*left_out, *doubts),
    )


def _paragraphs(
    page: _Read, measured: Measures, vocabulary: Words, through: Mapping[tuple[int, int], int]
) -> list[Paragraph]:
    number = page.page.number
    found = [one for column in page.columns for one in paragraphs(column, measured, vocabulary, number)]
    found = [replace(one, text=footnotes.renumbered(one.text, number, through)) for one in found]
    for note in page.footnotes:
        known = through.get((number, note.number), note.number)
        said = f"[footnote {known}] {note.text(vocabulary)}"
        found.append(Paragraph("note", said, number, note.lines))
    return [one for one in found if one.text]


def _cover(bare: Sequence[Bare], measured: Measures) -> int:
    """The place of the last page that is only a cover, 0 for none."""
    first = bare[0].lines if len(bare) > 1 else ()
    text = sum(len(line.text) > 30 and line.size < 1.12 * measured.body for line in first)
    return 1 if len(bare) > 1 and text <= COVER else 0


def _title(said: str, bare: Sequence[Bare], measured: Measures) -> str:
    """The title that the file says it has, where it stands on the first pages; else the largest words of the first."""
    opening = _letters(" ".join(line.text for page in bare[:TITLE_PAGES] for line in page.lines))
    if said and _letters(said) and _letters(said) in opening:
        return said
    first = next((page.lines for page in bare if page.lines), ())
    worded = [line for line in first if sum(map(str.isalpha, line.text)) > 3]
    largest = max((line.size for line in worded), default=0.0)
    if largest < 1.15 * measured.body:
        return ""
    start = next(at for at, line in enumerate(worded) if line.size == largest)
    title: list[str] = []
    for line in worded[start:]:
        if abs(line.size - largest) > 0.05 * largest:
            break
        title.append(line.text)
    return " ".join(title)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
