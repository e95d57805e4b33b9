"""The ingested publications as files: one JSON document each, replaced whole or not at all.

    home/store.json             which version and which embedding model wrote this
    home/documents/<id>.json    the whole Document

Reading needs neither Chroma nor the embedding model.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from corpus.errors import UnusableStore
from corpus.models import Document

FORMAT = 1  # raised when what is written can no longer be read by what reads it


class Shelf:
    """The documents under one folder, written for one embedding model."""

    def __init__(self, home: Path, model: str) -> None:
        """Look at nothing yet: a folder that is not there is an empty shelf."""
        self.home = home
        self._model = model
        self._read: dict[Path, tuple[tuple[int, int], Document]] = {}  # file: when, how long, what

    def documents(self) -> list[Document]:
        """What is held, by id; a file is read again only when it has changed."""
        self.check()
        with unusable(self.home, "cannot be read"):
            files = sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []
        return [self._document(file) for file in files]

    def put(self, document: Document) -> None:
        """Keep a document in place of the one of the same id."""
        self._replace(self._file(document.publication.id), as_json(document))

    def drop(self, publication: str) -> None:
        """Hold a publication no longer."""
        with unusable(self.home, "cannot be written to"):
            self._file(publication).unlink(missing_ok=True)

    def holds(self, document: Document) -> bool:
        """Whether exactly this document is held."""
        try:
            return self._file(document.publication.id).read_bytes() == as_json(document)
        except OSError:
            return False

    def open(self) -> None:
        """Make the folder, and say in it who writes here."""
        self.check()
        if not self._label.exists():
            content = {"format": FORMAT, "model": self._model}
            self._replace(self._label, (json.dumps(content) + "\n").encode())

    def check(self) -> None:
        """Refuse a folder that another version or another embedding model has written."""
        with unusable(self.home, "cannot be read"):
            if not self._label.exists():
                return
            text = self._label.read_bytes()
        try:
            label = json.loads(text)
            written = (label["format"], label["model"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._unusable("its store.json is broken") from error
        if written[0] != FORMAT:
            raise self._unusable(f"was written in format {written[0]} and this version reads format {FORMAT}")
        if written[1] != self._model:
            raise self._unusable(f"was written for the embedding model {written[1]}, not {self._model}")

    @property
    def _folder(self) -> Path:
        return self.home / "documents"

    @property
    def _label(self) -> Path:
        return self.home / "store.json"

    def _file(self, publication: str) -> Path:
        return self._folder / f"{quote(publication, safe='')}.json"

    def _document(self, file: Path) -> Document:
        with unusable(file, "cannot be read"):
            stat = file.stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            if self._read.get(file, (None,))[0] != stamp:
                self._read[file] = (stamp, _adapter().validate_json(file.read_bytes()))
        return self._read[file][1]

    def _replace(self, file: Path, content: bytes) -> None:
        with unusable(self.home, "cannot be written to"):
            file.parent.mkdir(parents=True, exist_ok=True)
            draft = file.with_suffix(f".{os.getpid()}.draft")
            with draft.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(file)

    def _unusable(self, what: str) -> UnusableStore:
        return UnusableStore(self.home, what, start_again(self.home))


@contextmanager
def unusable(path: Path, what: str) -> Iterator[None]:
    """Turn what goes wrong with a file or folder of the store into one line for its user."""
    try:
        yield
    except OSError as error:
        remedy = "Check its permissions and free space, or point PROBATION_HOME elsewhere."
        raise UnusableStore(path, f"{what} ({error.strerror or error})", remedy) from error
    except ValidationError as error:
        remedy = "Delete the file and ingest the publication again."
        raise UnusableStore(path, "is not a document that this version wrote", remedy) from error


def start_again(home: Path) -> str:
    """The remedy for a store that cannot be used as it is."""
    return f"Delete the folder {home}, or point PROBATION_HOME elsewhere, and ingest again."


def as_json(document: Document) -> bytes:
    """A document as JSON; the same document is always the same bytes."""
    return _adapter().dump_json(document)


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
