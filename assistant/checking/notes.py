"""The notes that a parliamentary answer usually has beneath it, from what a checked draft rests on."""

import re
from collections.abc import Sequence

from assistant import phrases
from assistant.checking.claims import Claim, Finding
from assistant.holdings import Holdings
from corpus.periods import find_periods

EXPLANATORY = re.compile(r"\b(?:explanatory notes?|data quality|quality and accuracy)\b", re.I)


def for_answer(claims: Sequence[Claim], holdings: Holdings) -> tuple[str, ...]:
    """Sources, what a performance year is, how changes are counted, what the publications say of their own figures, and
    the caveats of every figure, each once, in this order; none where the draft rests on nothing published."""
    resting = [one.finding for one in claims if one.finding.citation and one.finding.verdict != "not_found"]
    noted = [*_sources(resting), *_years(resting), *_points(resting), *_own_words(resting, holdings)] if resting else []
    noted += (caveat for finding in resting for caveat in finding.caveats)
    return tuple(dict.fromkeys(noted))


def _sources(findings: Sequence[Finding]) -> list[str]:
    """Each publication with the places in it that the draft rests on."""
    places: dict[str, dict[str, None]] = {}
    titles: dict[str, str] = {}
    for citation in (finding.citation for finding in findings):
        assert citation is not None
        publication = citation.publication
        dated = f"{publication.published.day} {publication.published:%B %Y}" if publication.published else ""
        by = ", ".join(part for part in (publication.publisher, dated) if part)
        titles[publication.id] = f"{publication.title} ({by})" if by else publication.title
        places.setdefault(publication.id, {})[citation.locator.place] = None
    return [f"Source: {title}: {phrases.listed(places[key])}." for key, title in titles.items()]


def _years(findings: Sequence[Finding]) -> list[str]:
    """What a year such as 2024-25 is, where a finding names one."""
    named = (mention for finding in findings for mention in find_periods(finding.reason))
    if any(mention.period.is_performance_year for mention in named):
        return ["Performance years run from April to March."]
    return []


def _points(findings: Sequence[Finding]) -> list[str]:
    if any("percentage point" in finding.published for finding in findings):
        return ["Changes between percentages are in percentage points, worked out on the rounded figures published."]
    return []


def _own_words(findings: Sequence[Finding], holdings: Holdings) -> list[str]:
    """What publications whose tables the draft rests on say of all their figures, under a heading for such notes: of
    the editions of a series the latest."""
    used = [f.citation.publication for f in findings if f.citation and f.citation.table]
    latest = {p.series or p.id: p.id for p in sorted(used, key=lambda p: str(p.published or ""))}
    said = (
        passage.text if publication.summary else f"“{passage.text}”"
        for publication, passage in holdings.passages()
        if publication.id in latest.values() and passage.section and EXPLANATORY.search(passage.section[-1])
    )
    return list(said)
