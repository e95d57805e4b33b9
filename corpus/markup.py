"""Reading the XML in an office file in one pass, safely: no document type, so no entities, and nothing is fetched."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from corpus.errors import UnreadableFile

DEEPEST = 200  # elements within each other
REMEDY = "Save the file again, and ingest that."


class Reader(Protocol):
    """What takes the elements of a part in their order, their names and those of attributes without prefixes."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, text: str) -> None:
        """Text within the element that opened last and has not closed."""


def parse(raw: bytes, reader: Reader, path: Path) -> None:
    """Give the elements of a part to a reader; `path` names the part in errors. Raises UnreadableFile."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    walk = _Walk(reader, path)
    parser.StartDoctypeDeclHandler = walk.doctype
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # a codec can be unknown or not for bytes
        raise UnreadableFile(path, f"its markup is damaged ({error})", REMEDY) from error


def number(text: str | None, otherwise: int = 1) -> int:
    """A count that an attribute gives, at most 10**9; `otherwise` where it gives none."""
    if not text or not (text.isascii() and text.isdigit()):
        return otherwise
    return int(text) if len(text) < 10 else 10**9


class _Walk:
    """The way of a parser through a part, no deeper than it may go."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self.reader, self.path, self.depth = reader, path, 0

    def doctype(self, *_: object) -> None:
        raise UnreadableFile(self.path, "it declares a document type, which no office file does", REMEDY)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableFile(self.path, f"its elements are nested more than {DEEPEST} deep", REMEDY)
        self.reader.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.reader.end(_local(name))


@lru_cache(maxsize=1000)
def _local(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
