"""What a search found, as HTML: each place as a link to the text there, with the words found marked."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.exports.text import released
from assistant.found_words import excerpt, wanted
from corpus.models import Locator, Publication
from ui.addresses import reading_link
from ui.reading_view import marked_html
from ui.safe_text import escaped


class Chunk(Protocol):
    """A passage or a table row."""

    @property
    def publication(self) -> Publication:
        """What it is of."""

    @property
    def locator(self) -> Locator:
        """Where it stands."""

    @property
    def text(self) -> str:
        """What it says."""


class Found(Protocol):
    """A passage or a table row that a search found."""

    @property
    def chunk(self) -> Chunk:
        """What was found."""


def found_html(found: Iterable[Found], typed: str) -> str:
    """The places found, best first."""
    words = wanted(typed)
    return f'<ol class="found">{"".join(_one(one.chunk, words) for one in found)}</ol>'


def within(found: Iterable[Found], publication: str) -> Sequence[Found]:
    """Those of one publication, by its id; all where none is named."""
    return [one for one in found if not publication or one.chunk.publication.id == publication]


def _one(chunk: Chunk, words: frozenset[str]) -> str:
    address = reading_link(chunk.publication.id, str(chunk.locator), chunk.text)
    summary = "Our summary, not its own words" if chunk.publication.summary else ""
    about = ". ".join(part for part in (released(chunk.publication), summary) if part)
    title = f"{chunk.publication.title}: {chunk.locator}"
    return (
        f'<li><h3><a href="{escaped(address)}">{escaped(title)}</a></h3>'
        f'<p class="passage">{marked_html(excerpt(chunk.text, words), words)}</p>'
        f'<p class="when">{escaped(about)}</p></li>'
    )
