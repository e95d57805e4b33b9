"""Citations of what a verdict rests on: rows of tables, counts printed in the text, passages."""

from collections.abc import Sequence

from assistant.answers import Citation
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from corpus.models import Band, Observation, PrintedCount


def of_rows(holdings: Holdings, observations: Sequence[Observation]) -> Citation | None:
    """The rows of observations, of the first one's table where they stand in several; None for no observation."""
    draft = _draft(holdings)
    if observations:
        draft.cite(*observations)
    return draft.citations[0] if draft.citations else None


def of_bands(holdings: Holdings, bands: Sequence[Band]) -> Citation:
    """The rows of a threshold table."""
    draft = _draft(holdings)
    draft.cite_band(bands)
    return draft.citations[0]


def of_count(holdings: Holdings, count: PrintedCount) -> Citation:
    """The sentence that prints a count."""
    draft = _draft(holdings)
    draft.cite_count(count)
    return draft.citations[0]


def _draft(holdings: Holdings) -> Draft:
    return Draft(Query(question=""), holdings)
