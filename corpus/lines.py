"""Reading a text whose paragraphs stand one a line: web text, text of a report, our library's Markdown."""

import re
from collections.abc import Callable, Sequence

from corpus import keyfacts, lines_figures, lines_text
from corpus.blocks import Block
from corpus.cleaning import is_garbled
from corpus.footnotes import strip_marks
from corpus.furniture import Line, read_contents, read_lines, without_furniture
from corpus.lines_reader import Reader
from corpus.numbering import settle

NOTE_MARK = re.compile(r"^[^\S\n]*\[((?:foot)?note \d+)\]", re.M | re.I)

# Each line goes to the first rule that knows it.
RULES: tuple[Callable[[Reader], bool], ...] = (
    lines_text.placed,
    lines_figures.caption,
    lines_figures.source,
    lines_figures.notes_title,
    lines_figures.bracket_note,
    lines_figures.footnote,
    lines_figures.drawing,
    lines_figures.note,
    lines_text.written_question,
    lines_text.titled,
    lines_text.row,
    lines_text.numbered,
    lines_text.recommendation,
    lines_text.bullet,
    lines_text.plain_heading,
    lines_text.paragraph,
)


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text in reading order, its furniture and what was garbled left out."""
    lines = read_lines(text)
    contents = read_contents(lines)
    lines = lines[contents.start :]
    start, end = keyfacts.region(lines, contents.names)
    footnoted = "[footnote" in text.lower()
    marks = NOTE_MARK.findall(text)
    through = len(marks) == len(set(marks))

    def read(part: Sequence[Line]) -> list[Block]:
        return _read(part, contents.names, footnoted, through)

    found = read(lines[:start]) + keyfacts.facts(lines[start:end]) + read(lines[end:])
    sound = [block for block in found if not is_garbled(block.text)]
    return settle([block for block in strip_marks(sound) if block.text])


def _read(lines: Sequence[Line], names: frozenset[str], footnoted: bool, through: bool) -> list[Block]:
    kept = without_furniture(lines)
    spaced = sum(not line.adjacent for line in kept) * 2 > len(kept)
    reader = Reader(kept, names, footnoted, spaced, through)
    while reader.at < len(kept):
        next(rule for rule in RULES if rule(reader))
        reader.at += 1
    return reader.blocks
