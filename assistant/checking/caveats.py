"""What a careful drafter would add to a published figure: part of a year, revised, later withdrawn, provisional."""

from assistant import disagreements
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.measure_caveats import warn
from assistant.query import Query
from assistant.trace import MARK
from corpus.models import Observation


def caveats_on(row: Observation, holdings: Holdings) -> tuple[str, ...]:
    """The caveats of a row of a table, those that its publication and careful readers attach to it."""
    draft = Draft(Query(question=""), holdings)
    draft.cite(row)
    disagreements.say_of(draft, [row])
    warn(draft, [row])
    answer = draft.done()
    said = " ".join(MARK.sub("", answer.text).split())
    return tuple(text for text in (said, *answer.caveats) if text)
