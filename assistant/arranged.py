"""Putting a publication back in order: its text is read into passages and tables apart.

A table goes back to its caption, else to the end of its section before the next table that has a caption. Its notes
go beneath it where they stand in its section.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from assistant.reading_order import Block, Reading, Section
from corpus.metadata import slug
from corpus.models import Document, Passage, Table

NUMBERED = re.compile(r"^\d+[.:]\s+")
SHOWN = re.compile(r"^(\d+): ")  # how a table names a numbered section; a passage names it "2. Boats"
MORE = 40  # letters that a caption may have beyond its table's title and say no more than it (marks, a full stop)

Path = tuple[str, ...]


def arranged(document: Document) -> Reading:
    """A document in reading order."""
    passages, tables = document.passages, document.tables
    captions = _captions(passages, tables)
    stands = _positions(passages, tables, captions)
    notes = {number: _notes(table, passages, stands[number].path) for number, table in enumerate(tables)}
    told = {at for number, at in captions.items() if _says_no_more(passages[at], tables[number])}
    taken = told | {at for found in notes.values() for at in found}
    blocks: list[tuple[Path, Block]] = []
    names = _Names()
    for at in range(-1, len(passages)):
        if at >= 0 and at not in taken:
            passage = passages[at]
            block = Block(anchor=names.of(passage), place=str(passage.locator), passages=(passage,))
            blocks.append((passage.section, block))
        for number, table in enumerate(tables):
            if stands[number].after == at:
                own = tuple(passages[note] for note in notes[number])
                block = Block(anchor=names.of(table), place=str(table.locator), table=table, notes=own)
                blocks.append((stands[number].path, block))
    return Reading(document.publication, tuple(_sections(blocks)))


class _Position(NamedTuple):
    """The passage after which a table stands, -1 before the first, and the headings above it."""

    after: int
    path: Path


class _Names:
    """Names of places in a page, made of letters, digits and hyphens alone, each given once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, part: Passage | Table) -> str:
        name = f"at-{slug(part.locator.named)}"
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


def _positions(passages: Sequence[Passage], tables: Sequence[Table], captions: Mapping[int, int]) -> list[_Position]:
    """Where each table stands. One whose section has no text has its heading alone, after the table before it."""
    found: list[_Position] = []
    for number, table in enumerate(tables):
        before = min((at for later, at in captions.items() if later > number), default=len(passages))
        if number in captions:
            at = captions[number]
            found.append(_Position(at, passages[at].section))
        elif placed := _in_section(passages, table, before):
            found.append(placed)
        else:
            last = found[-1].after if found else before - 1
            path = tuple(SHOWN.sub(r"\1. ", heading) for heading in table.section)
            found.append(_Position(last, path or (passages[last].section if last >= 0 else ())))
    return found


def _in_section(passages: Sequence[Passage], table: Table, before: int) -> _Position | None:
    """The end of a table's section, at least before the passage `before`; its beginning where it has parts."""
    place, heading = table.locator.place, _bare(table.section[-1]) if table.section else ""
    paths = [[_bare(part) for part in passage.section] for passage in passages]
    own = [at for at, p in enumerate(passages) if p.locator.place == place or (heading and paths[at][-1:] == [heading])]
    if own:
        at = max((at for at in own if at < before), default=own[0] - 1)
        return _Position(at, passages[max(at, own[0])].section)
    for at, path in enumerate(paths):
        if heading and heading in path:
            return _Position(at - 1, passages[at].section[: path.index(heading) + 1])
    return None


def _bare(heading: str) -> str:
    return NUMBERED.sub("", heading)


def _notes(table: Table, passages: Sequence[Passage], path: Path) -> list[int]:
    """The notes of a table that stand in its section, by their numbers."""
    texts = {note.text for note in table.notes}
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
