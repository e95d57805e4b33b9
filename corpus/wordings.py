"""How people ask for what a publication says, read from the files beside the library.

A statement of a publication is known again by its place and by telling words of it, so that the same wordings
find it in the publication's own text and in the library's summary. They are searched and never shown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.errors import UnreadableFile
from corpus.files import text_of

WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
LEAST = 0.5  # share of the telling words that a statement has in which it is known again


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement, by the place it stands at and telling words of it, and how people ask for it."""

    at: str  # a Locator's place and row: "paragraph 2.6", "Figure 4, Enforcement and compliance"
    says: tuple[str, ...]  # in lower case, of any order
    asked: tuple[str, ...]


WORDING = TypeAdapter(Wording)


@cache
def wordings(publication: str) -> tuple[Wording, ...]:
    """The wordings that ship with the package for a publication, by its id; none where there is no file."""
    with as_file(files("corpus").joinpath("library/wordings")) as folder:
        path = folder / f"{Path(publication).name}.jsonl"
        return read_wordings(path) if path.is_file() else ()


def read_wordings(path: Path) -> tuple[Wording, ...]:
    """The wordings of a file, one JSON object a line. Raises UnreadableFile, which says which line is wrong."""
    read = []
    for number, line in enumerate(text_of(path).splitlines(), 1):
        try:
            read.append(WORDING.validate_json(line))
        except ValidationError as error:
            what = f"line {number}: {error.errors()[0]['msg']}"
            raise UnreadableFile(path, what, 'Write {"at": ..., "says": [...], "asked": [...]}.') from error
    return tuple(read)


def told(statements: Sequence[tuple[str, str]], known: Iterable[Wording]) -> dict[int, tuple[str, ...]]:
    """For each statement (its place and its text) that a wording is of, by index, how people ask for it.

    A wording is of the statement at its place that has most of its telling words, and at least half of them.
    """
    at_place: dict[str, list[int]] = {}
    for index, (place, _) in enumerate(statements):
        at_place.setdefault(place, []).append(index)
    words = {index: words_of(text) for index, (_, text) in enumerate(statements)}
    found: dict[int, tuple[str, ...]] = {}
    for wording in known:
        held = {index: len(words[index].intersection(wording.says)) for index in at_place.get(wording.at, ())}
        best = max(held, key=lambda index: (held[index], -index), default=None)
        if best is not None and held[best] >= LEAST * len(wording.says):
            found[best] = (*found.get(best, ()), *wording.asked)
    return found


def words_of(text: str) -> frozenset[str]:
    """The words and figures of a text, in lower case."""
    return frozenset(WORD.findall(text.lower()))
