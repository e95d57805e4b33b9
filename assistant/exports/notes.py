"""The notes beneath a parliamentary answer that do not depend on how the answer came about."""

import re
from collections.abc import Iterable, Sequence

from assistant import phrases
from assistant.answers import Citation
from assistant.exports.text import released
from corpus.models import Passage, Publication
from corpus.periods import find_periods

EXPLANATORY = re.compile(r"\b(?:explanatory notes?|data quality|quality and accuracy)\b", re.I)


def source_notes(citations: Iterable[Citation], addressed: bool = False) -> list[str]:
    """Each publication with the places in it that are cited; its address on a line of its own, where wanted."""
    places: dict[str, dict[str, None]] = {}
    held: dict[str, Publication] = {}
    for citation in citations:
        held[citation.publication.id] = citation.publication
        places.setdefault(citation.publication.id, {})[citation.locator.place] = None
    return [_source(held[key], places[key], addressed) for key in held]


def year_notes(texts: Iterable[str]) -> list[str]:
    """What a year such as 2024-25 is, where a text names one."""
    if any(mention.period.is_performance_year for text in texts for mention in find_periods(text)):
        return ["Performance years run from April to March."]
    return []


def point_notes(texts: Iterable[str]) -> list[str]:
    """How changes between percentages are counted, where a text gives one."""
    if any("percentage point" in text.lower() for text in texts):
        return ["Changes between percentages are in percentage points, worked out on the rounded figures published."]
    return []


def own_words(publications: Sequence[Publication], passages: Iterable[tuple[Publication, Passage]]) -> list[str]:
    """What publications say of all their figures, under a heading for such notes: of the editions of a series the
    latest of those given."""
    latest = {p.series or p.id: p.id for p in sorted(publications, key=lambda p: str(p.published or ""))}
    return [
        passage.text if publication.summary else f"“{passage.text}”"
        for publication, passage in passages
        if publication.id in latest.values() and passage.section and EXPLANATORY.search(passage.section[-1])
    ]


def _source(publication: Publication, places: Iterable[str], addressed: bool) -> str:
    by = released(publication)
    title = f"{publication.title} ({by})" if by else publication.title
    address = f"\n{publication.url}" if addressed and publication.url else ""
    return f"Source: {title}: {phrases.listed(places)}.{address}"
