"""The notes that a parliamentary answer usually has beneath it, from what a checked draft rests on."""

from collections.abc import Sequence

from assistant.checking.claims import Claim
from assistant.exports import notes
from assistant.holdings import Holdings


def for_answer(claims: Sequence[Claim], holdings: Holdings) -> tuple[str, ...]:
    """Sources, what a performance year is, how changes are counted, what the publications say of their own figures, and
    the caveats of every figure, each once, in this order; none where the draft rests on nothing published."""
    resting = [one.finding for one in claims if one.finding.citation and one.finding.verdict != "not_found"]
    if not resting:
        return ()
    cited = [finding.citation for finding in resting if finding.citation]
    tables = [citation.publication for citation in cited if citation.table]
    noted = [
        *notes.source_notes(cited),
        *notes.year_notes(finding.reason for finding in resting),
        *notes.point_notes(finding.published for finding in resting),
        *notes.own_words(tables, holdings.passages()),
        *(caveat for finding in resting for caveat in finding.caveats),
    ]
    return tuple(dict.fromkeys(noted))
