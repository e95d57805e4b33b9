"""What a careful drafter would add to a published figure: part of a year, revised, later withdrawn, provisional."""

import re

from assistant import disagreements, phrases
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.measure_caveats import warn
from assistant.measure_lines import ABOUT_CHANGE
from assistant.query import Query
from assistant.trace import MARK
from corpus.models import Observation

MONTHS = 12  # of a year, fewer of which a figure covers only in part


def caveats_on(row: Observation, holdings: Holdings, *, of_change: bool = False) -> tuple[str, ...]:
    """The caveats of a row that its publication and careful readers attach to it; on changes where `of_change`."""
    draft = Draft(Query(question=""), holdings)
    draft.cite(row)
    disagreements.say_of(draft, [row])
    warn(draft, [row])
    answer = draft.done()
    said = MARK.sub("", answer.text)
    every = [" ".join(re.sub(r"\s+([.,;])", r"\1", text).split()) for text in (said, *answer.caveats)]
    kept = [text for text in every if text and (of_change or not ABOUT_CHANGE.search(text))]
    name = phrases.measure_name(row.measure)
    if row.measure.code and row.counted and row.period.months < MONTHS:
        kept.append(f"{name} covers {row.period.label}, {row.period.months} months of the year.")
    return tuple(text if not row.measure.code or row.measure.code in text else f"{name}: {text}" for text in kept)


def on_rounding(one: str, shown: str) -> str:
    """That the draft rounds a published figure."""
    return f"The draft gives the published {shown} as “{one}”."


def on_count(counted: int, rows: int, what: str) -> str:
    """Why a count does not cover every row of its table; "" where it does."""
    if counted == rows:
        return ""
    return f"The count covers {counted} of the {rows} {what} in the table: those with a figure, active for long enough."
