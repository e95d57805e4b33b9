"""What a careful drafter would add to a published figure: part of a year, revised, later withdrawn, provisional."""

from assistant import disagreements
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.measure_caveats import warn
from assistant.measure_lines import ABOUT_CHANGE
from assistant.query import Query
from assistant.trace import MARK
from corpus.models import Observation


def caveats_on(row: Observation, holdings: Holdings, *, of_change: bool = False) -> tuple[str, ...]:
    """The caveats of a row that its publication and careful readers attach to it; on changes where `of_change`."""
    draft = Draft(Query(question=""), holdings)
    draft.cite(row)
    disagreements.say_of(draft, [row])
    warn(draft, [row])
    answer = draft.done()
    said = " ".join(MARK.sub("", answer.text).split())
    every = (text for text in (said, *answer.caveats) if text)
    return tuple(text for text in every if of_change or not ABOUT_CHANGE.search(text))
