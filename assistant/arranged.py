"""Putting a publication back in order: its text is read into passages and tables apart.

A table goes back to its caption, else to the end of its section before the next table that has a caption. Its notes
go beneath it where they stand in its section.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from assistant.reading_order import Block, Reading, Section
from corpus.metadata import slug
from corpus.models import Document, Passage, Table

NUMBERED = re.compile(r"^\d+[.:]\s+")
MORE = 40  # letters that a caption may have beyond its table's title and say no more than it (marks, a full stop)

Path = tuple[str, ...]


def arranged(document: Document) -> Reading:
    """A document in reading order."""
    passages, tables = document.passages, document.tables
    captions = _captions(passages, tables)
    after = _positions(passages, tables, captions)
    notes = {number: _notes(table, passages, after[number]) for number, table in enumerate(tables)}
    told = {at for number, at in captions.items() if _says_no_more(passages[at], tables[number])}
    taken = told | {at for found in notes.values() for at in found}
    blocks: list[tuple[Path, Block]] = []
    names = _Names()
    for at in range(-1, len(passages)):
        path = passages[at].section if at >= 0 else ()
        if at >= 0 and at not in taken:
            passage = passages[at]
            blocks.append((path, Block(anchor=names.of(passage), place=str(passage.locator), passages=(passage,))))
        for number, table in enumerate(tables):
            if after[number] == at:
                own = tuple(passages[note] for note in notes[number])
                place = str(table.locator)
                blocks.append((path, Block(anchor=names.of(table), place=place, table=table, notes=own)))
    return Reading(document.publication, tuple(_sections(blocks)))


class _Names:
    """Names of places in a page, made of letters, digits and hyphens alone, each given once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, part: Passage | Table) -> str:
        name = f"at-{slug(str(part.locator))}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}--{self._given[name]}"


def _captions(passages: Sequence[Passage], tables: Sequence[Table]) -> dict[int, int]:
    """The caption of each table that has one, both by their numbers; tables of one place share the last."""
    found: dict[int, int] = {}
    at_place: dict[str, list[int]] = {}
    for at, passage in enumerate(passages):
        if passage.kind == "caption":
            at_place.setdefault(passage.locator.place, []).append(at)
    seen: Counter[str] = Counter()
    for number, table in enumerate(tables):
        place = table.locator.place
        if place in at_place:
            found[number] = at_place[place][min(seen[place], len(at_place[place]) - 1)]
            seen[place] += 1
    return found


def _positions(passages: Sequence[Passage], tables: Sequence[Table], captions: Mapping[int, int]) -> list[int]:
    """The passage after which each table stands; -1 before the first."""
    found: list[int] = []
    for number, table in enumerate(tables):
        if number in captions:
            found.append(captions[number])
            continue
        before = min((at for later, at in captions.items() if later > number), default=len(passages))
        own = [at for at in range(before) if _in_section(passages[at], table)]
        found.append(max(own, default=before - 1 if not table.section else len(passages) - 1))
    return found


def _in_section(passage: Passage, table: Table) -> bool:
    named = {_bare(heading) for heading in passage.section} | {passage.locator.place}
    return table.locator.place in named or any(_bare(heading) in named for heading in table.section[-1:])


def _bare(heading: str) -> str:
    return NUMBERED.sub("", heading)


def _notes(table: Table, passages: Sequence[Passage], after: int) -> list[int]:
    """The notes of a table that stand in its section, by their numbers."""
    texts = {note.text for note in table.notes}
    path = passages[after].section if after >= 0 else ()
    return [at for at, p in enumerate(passages) if p.kind == "note" and p.section == path and p.text in texts]


def _says_no_more(caption: Passage, table: Table) -> bool:
    title, said = slug(table.title), slug(caption.text)
    return bool(table.title) and title in said and len(caption.text) <= len(table.title) + MORE


def _sections(blocks: Sequence[tuple[Path, Block]]) -> Iterator[Section]:
    """The headings with the blocks under each, a heading above others alone with none."""
    runs: list[tuple[Path, list[Block]]] = []
    for path, block in blocks:
        if runs and runs[-1][0] == path:
            runs[-1][1].append(block)
        else:
            runs.append((path, [block]))
    before: Path = ()
    number = 0
    for path, under in runs:
        for depth, heading in _new(before, path):
            number += 1
            own = tuple(under) if depth == len(path) else ()
            yield Section(anchor=f"section-{number}", heading=heading, depth=depth, blocks=own)
        before = path


def _new(before: Path, path: Path) -> list[tuple[int, str]]:
    """The headings, with their depths, that a path has beyond the one before it; its last at least."""
    if not path:
        return [(0, "")]
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, path, strict=False))))
    return [(depth, path[depth - 1]) for depth in range(min(same + 1, len(path)), len(path) + 1)]
