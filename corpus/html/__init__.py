"""A page of HTML as the plain text that the readers of publications know.

What a reader of the page sees is kept, in its order: headings as "#", items as "-", tables as pipe rows under their
caption, footnotes by their marks. What is not shown, or not the publication (navigation, banners), is dropped.
"""

from dataclasses import dataclass
from pathlib import Path

from corpus.html import leading
from corpus.html.details import headed, published_on, title_of
from corpus.html.furniture import root, without_furniture
from corpus.html.parsing import DEEPEST, LARGEST_PAGE, parsed
from corpus.html.writer import Writer

__all__ = ["DEEPEST", "LARGEST_PAGE", "Page", "page"]


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page ("" where it holds nothing to read), and what was left out, one line each."""

    text: str
    left_out: tuple[str, ...] = ()


def page(markup: str, path: Path) -> Page:
    """The text of a page; `path` names it in errors.

    Raises UnreadableFile where the page cannot be parsed, is nested too deep or only leads to its publication, and
    IncompleteTable where a row of a table lacks a cell.
    """
    tree = parsed(markup, path)
    tags = tree.find_all(True)
    leading.check(tags, path)
    title, published = title_of(tags), published_on(tags)
    writer = Writer(path)
    writer.walk(root(without_furniture(tags), tree))
    writer.flush()
    lines = headed(writer.lines, title, published) if writer.lines else []
    return Page("\n\n".join(lines), tuple(writer.left_out))
