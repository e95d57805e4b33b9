"""Taking in publications that come as names with bytes: read as files are, named as their user knows them.

The names are not trusted: a file is written under the letters and digits of its name, in a folder of its own that is
gone afterwards.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Protocol

from assistant.answers import Answer
from assistant.examples import examples
from assistant.holdings import Holdings
from corpus.errors import ProbationError, UnreadableFile
from corpus.files import ENDINGS, LARGEST_FILE, SIDECAR
from corpus.models import Document, Publication
from index.store import Progress, quiet

__all__ = ["KINDS", "LARGEST_FILE", "Added", "Progress", "Upload", "add", "example", "paired"]

KINDS = (*ENDINGS, SIDECAR)
LONGEST_NAME = 60  # letters, of four bytes at most; file systems take 255
TRIED = 4  # questions, before a publication is left without an example


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was given: its name, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: what was read, whether that changed what is held, and in place of what it stands."""

    name: str
    document: Document
    changed: bool
    in_place_of: Publication | None = None

    @property
    def publication(self) -> str:
        """The id of the publication that was read."""
        return self.document.publication.id


class Holds(Protocol):
    """What taking in needs of an assistant."""

    def ingest(self, path: Path, progress: Progress = quiet) -> tuple[Document, bool]:
        """Hold the publication in a file; False beside it where it was held already."""

    def documents(self) -> tuple[Document, ...]:
        """Everything held."""


class Asked(Protocol):
    """What an example needs of an assistant."""

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer a question."""


def paired(uploads: Iterable[Upload]) -> list[tuple[Upload, Upload | None]]:
    """The texts, each with the sidecar of its name; a sidecar without a text stands alone, to be refused."""
    given = list(uploads)
    sidecars = {_stem(one.name): one for one in given if _ending(one.name) == SIDECAR}
    texts = [one for one in given if _ending(one.name) != SIDECAR]
    named = {_stem(one.name) for one in texts}
    alone = [one for stem, one in sidecars.items() if stem not in named]
    return [*((one, sidecars.get(_stem(one.name))) for one in texts), *((one, None) for one in alone)]


def add(assistant: Holds, text: Upload, sidecar: Upload | None = None, progress: Progress = quiet) -> Added:
    """Read a file and hold its publication. Raises ProbationError, in which the file has the name it was given."""
    before = {document.publication.id: document.publication for document in assistant.documents()}
    with TemporaryDirectory() as folder:
        path = Path(folder) / _safe(text.name)
        path.write_bytes(text.content)
        if sidecar:
            path.with_suffix(SIDECAR).write_bytes(sidecar.content)
        try:
            document, changed = assistant.ingest(path, progress)
        except UnreadableFile as error:
            name = text.name if error.path == path or sidecar is None else sidecar.name
            raise ProbationError(str(error).replace(str(error.path), name)) from error
    return Added(text.name, document, changed, before.get(document.publication.id))


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
