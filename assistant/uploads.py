"""Taking in publications that come as names with bytes: read as files are, named as their user knows them.

The names are not trusted: a file is written under the letters and digits of its name, in a folder of its own that is
gone afterwards.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Protocol

from assistant.answers import Answer
from assistant.examples import examples
from assistant.holdings import Holdings
from assistant.ingesting import Ingested
from corpus.errors import one_line
from corpus.files import ENDINGS, LARGEST_PACKED, SIDECAR
from corpus.models import Document
from index.store import Progress, quiet

__all__ = ["KINDS", "LARGEST", "Progress", "Upload", "add", "example", "paired"]

KINDS = (*ENDINGS, SIDECAR)
LARGEST = LARGEST_PACKED  # bytes of a file; a text may be shorter at most, and its reader says so
LONGEST_NAME = 60  # letters, of four bytes at most; file systems take 255
TRIED = 4  # questions, before a publication is left without an example


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was given: its name, and its bytes."""

    name: str
    content: bytes


class Holds(Protocol):
    """What taking in needs of an assistant."""

    def ingest(self, path: Path, progress: Progress = quiet) -> list[Ingested]:
        """Hold every publication in a file, and say what became of each."""


class Asked(Protocol):
    """What an example needs of an assistant."""

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer a question."""


def paired(uploads: Iterable[Upload]) -> list[tuple[Upload, Upload | None]]:
    """The files, each with the sidecar of its name; a sidecar without one stands alone, to be refused."""
    given = list(uploads)
    sidecars = {_stem(one.name): one for one in given if _ending(one.name) == SIDECAR}
    texts = [one for one in given if _ending(one.name) != SIDECAR]
    named = {_stem(one.name) for one in texts}
    alone = [one for stem, one in sidecars.items() if stem not in named]
    return [*((one, sidecars.get(_stem(one.name))) for one in texts), *((one, None) for one in alone)]


def add(assistant: Holds, file: Upload, sidecar: Upload | None = None, progress: Progress = quiet) -> list[Ingested]:
    """Hold every publication in a file, and say what became of each, in the names that were given."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / _safe(file.name)
        path.write_bytes(file.content)
        if sidecar:
            path.with_suffix(SIDECAR).write_bytes(sidecar.content)
        found = assistant.ingest(path, progress)
    given = {str(path): one_line(file.name)}
    if sidecar:
        given[str(path.with_suffix(SIDECAR))] = one_line(sidecar.name)
    return [replace(one, name=_named(one.name, given), problem=_named(one.problem, given)) for one in found]


def _named(text: str, given: Mapping[str, str]) -> str:
    """A text with the names that files were given in place of those they had here."""
    for here, name in given.items():
        text = text.replace(here, name)
    return text


def example(assistant: Asked, document: Document) -> str:
    """A question that the assistant answers from a publication; "" where none of the first few is."""
    for question in islice(_questions(document), TRIED):
        answer = assistant.ask([question])
        cited = {citation.publication.id for citation in answer.citations}
        if answer.status == "answered" and document.publication.id in cited:
            return question
    return ""


def _questions(document: Document) -> Iterable[str]:
    """Questions on its figures, then on what its longest sections say."""
    yield from examples(Holdings((document,)))
    sizes: dict[str, int] = {}
    for passage in document.passages:
        for heading in passage.section[-1:]:
            sizes[heading] = sizes.get(heading, 0) + len(passage.text)
    for heading in sorted(sizes, key=lambda heading: -sizes[heading]):
        yield f"What does {document.publication.title} say about {heading}?"


def _safe(name: str) -> str:
    """A name for a file on this computer: the letters and digits of the name it was given, and its ending."""
    stem = " ".join(re.findall(r"[^\W_]+", PurePosixPath(name).stem))[:LONGEST_NAME].strip()
    ending = _ending(name)
    return f"{stem or 'publication'}{ending if ending in KINDS else ENDINGS[0]}"


def _stem(name: str) -> str:
    return PurePosixPath(name).stem.casefold()


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
