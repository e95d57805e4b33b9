"""Which published figures of measures a figure of a draft may be: of its kind, its year, its role, or another's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.checking.claims import Figure
from assistant.checking.fits import fits
from assistant.checking.measure_rows import Published, is_of_another_kind, of_period, published
from assistant.checking.roles import GAP_AFTER, Role
from assistant.checking.subjects import Subject
from assistant.holdings import Holdings, family
from assistant.words import fold, stems, wording
from corpus.ended import what_ended
from corpus.models import Observation

BY = re.compile(r"\bby\b")
GO_ON = wording("after_figure")  # what may stand at once after a figure without saying what it counts


def of_its_kind(subject: Subject, rows: Sequence[Observation]) -> list[Observation]:
    """The rows of what a sentence names: of its kind, and none of years after a body that it names ended."""
    text = f"{subject.statement.heading} {subject.statement.before} {subject.statement.text}"
    ended = [one.until.last for one in what_ended() if one.named_in(text)]
    names = {row.measure.name: is_of_another_kind(subject.statement.text, row.measure.name) for row in rows}
    return [row for row in rows if not names[row.measure.name] and (not ended or row.period.first <= min(ended))]


def may_be(figure: Figure, row: Observation, role: Role) -> bool:
    """Whether a figure's unit can be that of a measure's rows; percentages also stand without a sign, with decimals or
    as a target."""
    bare = figure.unit == "number" and not figure.in_words and (0 < figure.step < 1 or role == "target")
    if row.unit == "percent":
        return figure.unit in ("percent", "points") or bare
    return figure.unit == "number"


def fit(subject: Subject, one: Published) -> str:
    """How a figure is a published one, as `fits` says; a change with a sign, or in a table, has its direction too."""
    figure = subject.figure
    signed = figure.text[:1] in "+-−–" or (subject.statement.cell is not None and subject.role == "change")
    if signed and one.value and (figure.value < 0) != (one.value < 0):
        return ""
    return fits(replace(figure, value=abs(figure.value)), abs(Fraction(one.value)))


def as_target(subject: Subject, rows: Sequence[Observation], every: Sequence[Observation]) -> Published | None:
    """The target that a figure gives exactly, where another figure stands before it in the sentence: in whatever words
    a draft speaks of targets, it seldom puts one in a value's place by chance."""
    if subject.role != "value" or subject.first or subject.earlier or subject.before.rstrip().endswith("to"):
        return None
    given = published("target", rows, every, ())
    return next((one for one in given if fit(subject, one) == "exact"), None)


def of_another_year(subject: Subject, every: Sequence[Observation]) -> Published | None:
    """The latest row of any period that gives exactly the figure."""
    given = (one for row in reversed(every) for one in published(subject.role, [row], every, ()))
    return next((one for one in given if fit(subject, one) == "exact"), None)


def of_other_measure(subject: Subject, holdings: Holdings) -> Published | None:
    """A row that gives a figure exactly, of a measure that the sentence may mean beside the one it names."""
    for match in subject.others:
        rows = of_period(holdings.of([family(match.measure)]), subject.period, holdings)
        for one in published(subject.role, rows, rows, ()):
            if fit(subject, one) == "exact":
                return one
    return None


def of_another_unit(subject: Subject, rows: Sequence[Observation]) -> tuple[Published, Role] | None:
    """What a row gives where only the unit is wrong: "was 69.5 percentage points", "0.6% above its target"."""
    role: Role = "value" if subject.figure.unit == "points" else "gap"
    fits_role = not BY.search(subject.before) if role == "value" else GAP_AFTER.match(subject.after)
    given = published(role, rows, rows, ()) if fits_role and subject.figure.unit in ("points", "percent") else []
    return next(((one, role) for one in given if fit(subject, one) == "exact"), None)


def counts_something_else(subject: Subject) -> bool:
    """Whether a noun stands at once after a figure that names no part of the measure: "a 13.5% weighting"."""
    noun = re.match(r" ([a-z]{4,})\b", subject.after)
    if noun is None or subject.figure.unit == "points" or subject.role != "value":
        return False
    named = {stem for match in subject.matches for stem in stems(match.measure.name)}
    return not (set(stems(noun[1])) <= named | GO_ON or noun[1].endswith(("ed", "ly")))


def may_be_meant(subject: Subject, one: Published) -> bool:
    """Whether a row of another year may be meant: none is named, or that one too and none beside the figure."""
    if subject.period is None or not subject.stated:
        return not subject.bound or one.observation.period in subject.near
    if subject.earlier and one.observation.period == subject.period.shifted(-1):
        return True  # "fell to 80.4% from 82.4% in 2024-25"
    loose = not subject.own or subject.role == "change"
    if loose and not subject.near:
        return True
    return loose and any(p == one.observation.period or p.holds(one.observation.period) for p in subject.near)


def of_another_kind(subject: Subject, rows: Sequence[Observation], every: Sequence[Observation]) -> str:
    """ "target" or "performance" where a figure is that, and the draft says the other; "" where it is neither."""
    kinds: tuple[tuple[Role, str], ...] = (("value", "performance"), ("target", "target"))
    for kind, name in kinds:
        given = published(kind, rows, every, ()) if kind != subject.role else []
        if any(fit(subject, one) == "exact" for one in given):
            return name
    return ""


def areas_beside(subject: Subject) -> Sequence[str]:
    """The regions named for a figure: in its part of the sentence; all, where it is the only figure."""
    if subject.first and subject.last:
        return subject.areas
    text = f"{re.split('[;.]', subject.before)[-1]} {re.split('[;.]', subject.after)[0]}"
    return [a for a in subject.areas if fold(a) in fold(text)]
