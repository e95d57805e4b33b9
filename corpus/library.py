"""The publications that ship with the package, read by the same reader as any other."""

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from corpus.models import Document
from corpus.read import read


@cache
def names() -> tuple[str, ...]:
    """The ids of the publications of the library, in order, without reading them: each file is named by its id."""
    found = files("corpus").joinpath("library").iterdir()
    return tuple(sorted(entry.name.removesuffix(".md") for entry in found if entry.name.endswith(".md")))


@cache
def documents() -> tuple[Document, ...]:
    """The library: five publications as facts in our own words, with their tables in full."""
    with as_file(files("corpus").joinpath("library")) as folder:
        return tuple(read(path) for path in sorted(Path(folder).glob("*.md")))
