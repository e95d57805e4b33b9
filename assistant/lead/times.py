"""Of what time a figure is said to be, and of what time its source has it."""

import re
from collections.abc import Sequence

from assistant.checking.subjects import Subject
from assistant.checking.windows import NEAR, RELATIVE
from assistant.holdings import Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.evidence import Source
from corpus.models import Observation
from corpus.periods import Period

MONTH = re.compile(r"[A-Za-z]{3}")


def is_of(own: Period, said: Period) -> bool:
    """Whether a figure of one period may be given for another: the same, or one that holds it."""
    return own == said or said.holds(own)


def of_another_time(subject: Subject, one: Observation, asked: Asked, holdings: Holdings) -> str:
    """That a row is of another time than the sentence or, where that names none, the question says; "" if not."""
    shown = f"{subject.figure.text} is of {one.period.label}"
    moved = subject.figure.unit == "points" and RELATIVE.search(subject.after[:NEAR])
    told = (subject.period,) if subject.period is not None and not moved else subject.told
    if told and not any(is_of(one.period, period) for period in told):
        return f"{shown} in its source."
    if told:
        by_month = any(MONTH.search(m.text) for m in subject.reading.mentions if m.period in told)
        whole = one.period in told or (one.counted and not by_month)
        return (
            ""
            if whole and any(is_of(one.period, period) for period in told)
            else f"{shown} in its source, not of {told[0].label}."
        )
    if asked.periods:
        return "" if any(is_of(one.period, p) for p in asked.periods) else f"{shown}; say so."
    if one.counted and is_current(one, holdings):
        return ""
    rows = (o for document in holdings.documents for o in document.observations)
    same = holdings.of([family(one.measure)]) if one.measure.code else [o for o in rows if _is_like(o, one)]
    latest = max((o.period for o in same), default=one.period)
    return "" if is_of(one.period, latest) or one.period.last == latest.last else f"{shown}; say so."


def _is_like(other: Observation, one: Observation) -> bool:
    return (other.unit, other.measure, other.area) == (one.unit, one.measure, one.area)


def is_current(one: Observation, holdings: Holdings) -> bool:
    """Whether a row is of the latest bulletin that is held."""
    return holdings.latest is not None and one.locator.publication == holdings.latest.document.publication.id


def is_latest(source: Source, holdings: Holdings) -> bool:
    """Whether a source's publication is the latest of its series that is held."""
    own = source.citation.publication
    every = [d.publication.published for d in holdings.documents if d.publication.series == own.series]
    return not own.series or own.published == max((date for date in every if date), default=own.published)


def is_turned_round(subject: Subject, one: Observation, held: Sequence[Observation]) -> bool:
    """Whether, of two times that no period tells apart, the later is given as what another came from, or the earlier
    as what came of it."""
    same = [o.period for o in held if (family(o.measure), o.area) == (family(one.measure), one.area)]
    if subject.period is not None or len(set(same)) < 2:
        return subject.period is None and subject.earlier and subject.role == "value" and not subject.told
    return one.period != (min(same) if subject.earlier else max(same))
