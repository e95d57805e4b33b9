"""Where words stand: in a text, in any of their forms and whatever their case, and in a publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.reading_order import Block, Reading, Spot
from index.words import WORD, YEARS, content, stems

TOKEN = re.compile(f"{YEARS.pattern}|{WORD.pattern}")
AROUND = 220  # letters of a long text that are shown before and after the first word found

Span = tuple[int, int]  # where a word starts and ends


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a publication that holds the words looked for: where it is, its name and its text."""

    spot: Spot
    place: str
    text: str


def wanted(typed: str) -> frozenset[str]:
    """The stems to look for: those that carry meaning, or all where none does."""
    found = stems(typed)
    return frozenset(content(found) or found)


def spans(text: str, looked_for: frozenset[str]) -> list[Span]:
    """Where words of these stems stand in a text, in order."""
    if not looked_for:
        return []
    return [match.span() for match in TOKEN.finditer(text) if not looked_for.isdisjoint(stems(match[0]))]


def holds(text: str, looked_for: frozenset[str]) -> bool:
    """Whether a text has a word of every stem."""
    return bool(looked_for) and looked_for <= set(stems(text))


def excerpt(text: str, looked_for: frozenset[str], around: int = AROUND) -> str:
    """A text, or where it is long the stretch of it with the most of the words, with "…" where it was cut."""
    first = _best(text, spans(text, looked_for), around)
    start, end = first[0] - around, first[1] + around
    start = 0 if start <= around / 2 else text.find(" ", start, first[0]) + 1 or start
    end = len(text) if end >= len(text) - around / 2 else text.rfind(" ", first[1], end + 1)
    if end < first[1]:
        end = first[1] + around
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def _best(text: str, found: list[Span], around: int) -> Span:
    """The word after which the most different words follow closely; the first of such."""

    def following(one: Span) -> int:
        near = (span for span in found if one[0] <= span[0] and span[1] <= one[1] + around)
        return len({stem for start, end in near for stem in stems(text[start:end])})

    return max(found, key=following, default=(0, 0))


def places(reading: Reading, looked_for: frozenset[str]) -> list[Hit]:
    """The passages, notes and rows of a publication that hold all the words, in reading order."""
    return [hit for block in reading.blocks for hit in _hits(block) if holds(hit.text, looked_for)]


def _hits(block: Block) -> Iterator[Hit]:
    here = Spot(block.anchor)
    for passage in block.passages:
        yield Hit(here, block.place, passage.text)
    if block.table:
        yield Hit(here, block.place, block.table.title)
    for number, row in enumerate(block.rows):
        yield Hit(Spot(block.anchor, number), block.place, row)
    for note in block.notes:
        yield Hit(here, str(note.locator), note.text)
