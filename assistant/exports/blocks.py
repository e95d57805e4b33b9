"""What a document is made of before it is Markdown or Word: headings, paragraphs, lists and tables of plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: of the whole at level 0, of its parts from 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Items:
    """A list; an item may have several lines."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many cells as there are headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Items | Grid | str  # a str is a paragraph, which may have several lines
