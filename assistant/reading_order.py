"""A publication as it is read: its passages and tables in order, under its headings, and where a place is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from corpus.bands import row_quote
from corpus.models import Passage, Publication, Table

LONGEST = 120_000  # letters drawn at once: about as much as a browser draws within a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A passage, or a table with the passages that are its notes. `anchor` names it in a page."""

    anchor: str
    place: str  # as a reader would look it up
    passages: tuple[Passage, ...] = ()  # its text; none of a table
    table: Table | None = None
    notes: tuple[Passage, ...] = ()

    @property
    def size(self) -> int:
        """Its letters."""
        cells = sum(len(cell) for row in self.table.rows for cell in row) if self.table else 0
        return cells + sum(len(passage.text) for passage in (*self.passages, *self.notes))

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of its table, each with its headers, as a citation quotes them."""
        return tuple(row_quote(self.table, row) for row in range(len(self.table.rows))) if self.table else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, "" before the first, with what stands under it before the next. `depth`: 1 is the highest."""

    anchor: str
    heading: str
    depth: int
    blocks: tuple[Block, ...] = ()

    @property
    def size(self) -> int:
        """Its letters."""
        return sum(block.size for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a page: the anchor of a block or section, and the row where it is one of a table."""

    anchor: str
    row: int | None = None

    @property
    def name(self) -> str:
        """The name of the place in a page."""
        return self.anchor if self.row is None else f"{self.anchor}-row-{self.row}"


@dataclass(frozen=True)
class Reading:
    """A publication in reading order."""

    publication: Publication
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """Everything that is read, in order."""
        return (block for section in self.sections for block in section.blocks)

    def spot(self, place: str, text: str = "") -> Spot | None:
        """Where a place is: by the fingerprint of what stands there, else by its name; None where it is nowhere.

        A place that has no name of its own ("Table 2, SL014") is looked for in what holds it ("Table 2").
        """
        if text in self._by_text:
            return self._by_text[text]
        names = place.split(", ")
        for end in range(len(names), 0, -1):
            if found := self._by_place.get(", ".join(names[:end])):
                return _with_row(found, ", ".join(names[end:]))
        return None

    @cached_property
    def _by_text(self) -> dict[str, Spot]:
        found: dict[str, Spot] = {}
        for block in self.blocks:
            for passage in (*block.passages, *block.notes):
                found.setdefault(fingerprint(passage.text), Spot(block.anchor))
            for number, row in enumerate(block.rows):
                found.setdefault(fingerprint(row), Spot(block.anchor, number))
        return found

    @cached_property
    def _by_place(self) -> dict[str, list[Block | Section]]:
        """What has a name, tables first: text may be named after the table it tells of."""
        found: dict[str, list[Block | Section]] = {}
        for block in sorted(self.blocks, key=lambda block: block.table is None):
            for place in dict.fromkeys([block.place, *(str(note.locator) for note in block.notes)]):
                found.setdefault(place, []).append(block)
        for section in self.sections:
            found.setdefault(section.heading, []).append(section)
            found.setdefault(section.anchor, []).append(section)
        return found


def fingerprint(text: str) -> str:
    """A short key of a text, the same wherever it is worked out."""
    return sha256(text.encode()).hexdigest()[:12]


def parts(reading: Reading, longest: int = LONGEST) -> list[tuple[Section, ...]]:
    """The sections to be drawn at once: all of them, or where that is too long, whole chapters as far as they fit."""
    made: list[list[Section]] = [[]]
    for chapter in _chapters(reading.sections):
        if made[-1] and _size(made[-1]) + _size(chapter) > longest:
            made.append([])
        for section in (piece for whole in chapter for piece in _pieces(whole, longest)):
            if made[-1] and _size(made[-1]) + section.size > longest:
                made.append([])
            made[-1].append(section)
    return [tuple(sections) for sections in made]


def part_of(made: list[tuple[Section, ...]], spot: Spot) -> int:
    """Which of the parts a place is in; the first where it is in none."""
    for number, sections in enumerate(made):
        anchors = {section.anchor for section in sections} | {b.anchor for s in sections for b in s.blocks}
        if spot.anchor in anchors:
            return number
    return 0


def _chapters(sections: Iterable[Section]) -> list[list[Section]]:
    made: list[list[Section]] = []
    for section in sections:
        if not made or section.depth <= 1:
            made.append([])
        made[-1].append(section)
    return made


def _size(sections: Iterable[Section]) -> int:
    return sum(section.size for section in sections)


def _pieces(section: Section, longest: int) -> list[Section]:
    """A section, or where it is too long several under the same heading."""
    runs: list[list[Block]] = [[]]
    size = 0
    for block in section.blocks:
        if runs[-1] and size + block.size > longest:
            runs.append([])
            size = 0
        runs[-1].append(block)
        size += block.size
    if len(runs) == 1:
        return [section]
    names = [section.anchor, *(f"{section.anchor}-part-{number}" for number in range(2, len(runs) + 1))]
    return [replace(section, anchor=name, blocks=tuple(run)) for name, run in zip(names, runs, strict=True)]


def _with_row(found: list[Block | Section], name: str) -> Spot:
    """The first of these; where a row is named, the first with such a row, at that row."""
    tables = [(one.anchor, one.table) for one in found if isinstance(one, Block) and one.table] if name else []
    for in_row in (str.startswith, str.__contains__):
        for anchor, table in tables:
            for number, cells in enumerate(table.rows):
                if any(in_row(cell, name) for cell in cells):
                    return Spot(anchor, number)
    return Spot(found[0].anchor)
