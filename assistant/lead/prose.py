"""Prose of a publication is quoted: between quotation marks or not, its words stand as published, in their order.

The same words in another order say other things, so a paraphrase passes only for counts that a tool worked out.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.checking.folded import folded
from assistant.lead.evidence import Source
from assistant.lead.quotes import turns_outside
from assistant.lead.words import framing, listed, stems_of
from corpus.aliases import aliases

AT_ENDS = " ,.;:()"
LEAST_WORDS = 5  # of a publication, fewer of which say nothing by themselves
FRAMES = re.compile(r"[,:]\s+|\bthat\s+")


def is_prose(source: Source) -> bool:
    """Whether a source is text, not rows of a table."""
    return source.citation.table is None


def is_as_published(text: str, sources: Sequence[Source]) -> bool:
    """Whether a text without its quotations only says where they stand, or is word for word in a source."""
    if is_frame(text, sources):
        return True
    return any(_is_within(rest, source) for rest in _unframed(text, sources) for source in sources)


def is_frame(text: str, sources: Sequence[Source]) -> bool:
    """Whether words only say who publishes something, and where: "The report says", "According to the Inspectorate"."""
    bare = _without_places(text, sources)
    titles = stems_of(
        "\n".join(f"{p.title} {p.publisher}" for p in (source.citation.publication for source in sources))
    )
    return stems_of(bare) <= framing() | (listed("kinds") & titles) and not re.search(r"\d", bare)


def _names(source: Source) -> Iterator[str]:
    publication = source.citation.publication
    yield from (publication.title, publication.publisher, str(source.citation.locator), source.dated)
    yield from aliases().publishers.get(publication.publisher, ())
    section = source.citation.passage.section if source.citation.passage else ()
    yield from section


def _without_places(text: str, sources: Sequence[Source]) -> str:
    for name in sorted({name for source in sources for name in _names(source) if name}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", " ", text, flags=re.I)
    return text


def _unframed(text: str, sources: Sequence[Source]) -> Iterator[str]:
    """A text, and what is left of it behind words that only say who publishes it."""
    yield text
    for match in FRAMES.finditer(text):
        if is_frame(text[: match.start()], sources):
            yield text[match.end() :]


def _is_within(text: str, source: Source) -> bool:
    """Whether a text stands word for word in a source, and nothing around it in its sentence turns its sense."""
    wanted = folded(re.sub(r"\s*\([^()]*\)\s*$", "", text).strip(AT_ENDS)).text
    held = folded(source.citation.quote)
    enough = len(wanted.split()) >= LEAST_WORDS
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", held.text) if enough else None
    return match is not None and not turns_outside(source.citation.quote, *held.place(*match.span()))
