"""Where a file of pages has what was read of it: each passage and table is found again on its pages."""

from collections.abc import Sequence

from corpus.content import Page
from corpus.models import Passage
from corpus.tables import Found


def placed(pages: Sequence[Page], found: Found, passages: Sequence[Passage]) -> tuple[Found, tuple[Passage, ...]]:
    """The tables and passages of a text, in reading order, each locator with its place on `pages`."""
    if not pages:
        return found, tuple(passages)
    raise NotImplementedError
