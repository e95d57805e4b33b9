"""The notes that a parliamentary answer usually has beneath it, from what a checked draft rests on."""

from collections.abc import Sequence

from assistant import phrases
from assistant.checking.claims import Claim
from assistant.holdings import Holdings


def for_answer(claims: Sequence[Claim], holdings: Holdings) -> tuple[str, ...]:
    """Sources, periods, how changes are counted, and the caveats of every figure, each once, in this order."""
    resting = [claim.finding for claim in claims if claim.finding.citation and claim.finding.verdict != "not_found"]
    if not resting:
        return ()
    noted = [*_sources(claims), *_points(claims)]
    noted += dict.fromkeys(caveat for finding in resting for caveat in finding.caveats)
    return tuple(dict.fromkeys(noted))


def _sources(claims: Sequence[Claim]) -> list[str]:
    """Each publication with the places in it that the draft rests on."""
    places: dict[str, dict[str, None]] = {}
    titles: dict[str, str] = {}
    for claim in claims:
        citation = claim.finding.citation
        if citation is None or claim.finding.verdict == "not_found":
            continue
        publication = citation.publication
        dated = f", {publication.published.day} {publication.published:%B %Y}" if publication.published else ""
        by = f" ({publication.publisher}{dated})" if publication.publisher or dated else ""
        titles[publication.id] = f"{publication.title}{by}"
        places.setdefault(publication.id, {})[citation.locator.place] = None
    return [f"Source: {title}: {phrases.listed(places[key])}." for key, title in titles.items()]


def _points(claims: Sequence[Claim]) -> list[str]:
    if any("percentage point" in claim.finding.published for claim in claims):
        return ["Changes between percentages are in percentage points, worked out on the rounded figures published."]
    return []
