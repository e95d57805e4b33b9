"""The rows of measures that a figure of a draft may be taken from: of its measure, its period, or another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.roles import Role
from assistant.checking.subjects import Subject
from assistant.holdings import Holdings, family
from assistant.implied import implied
from assistant.words import fold, words
from corpus.aliases import aliases
from corpus.models import Observation
from corpus.periods import Period


@dataclass(frozen=True, slots=True)
class Published:
    """A number that a row gives or implies for a role, with its working where it is worked out."""

    value: Decimal  # of a change or a distance with its sign
    shown: str  # as printed, without a unit: "80.4", "-2.0"
    observation: Observation
    working: str = ""  # "80.4 - 90.0 = -9.6"
    comparable: bool = True


def rows_of(subject: Subject, holdings: Holdings) -> list[Observation]:
    """Every row of the measures that a figure may be of, oldest first; those of the printed code alone."""
    coded = {m.measure.code for m in subject.matches} if subject.reading.printed else set()
    held = holdings.of(dict.fromkeys(family(m.measure) for m in subject.matches))
    return [o for o in held if o.measure.code in coded] or held if coded else held


def of_period(rows: Sequence[Observation], period: Period | None, holdings: Holdings) -> list[Observation]:
    """The rows of a period, or of the latest where none is named: the likeliest first, with a figure before without."""
    if not rows:
        return []
    if period is None:
        period = _latest(rows, holdings)
    exact = [o for o in rows if o.period == period]
    within = [o for o in rows if o.period != period and period.holds(o.period)]
    if not exact and not within:
        within = [o for o in rows if not o.measure.code and _begins_alike(o.period, period)]
    return sorted([*exact, *within], key=lambda o: (o.value is None, -o.period.months))


def _latest(rows: Sequence[Observation], holdings: Holdings) -> Period:
    """The latest year of the rows: that of the latest bulletin where they are of one."""
    last = max(o.period for o in rows)
    years = [e.year for e in holdings.editions if e.year.holds(last)]
    return years[-1] if years else last


def _begins_alike(own: Period, asked: Period) -> bool:
    """Whether a series that runs on years of its own is asked of by the performance year in which one begins."""
    return asked.is_performance_year and own.months == 12 and own.first // 12 == asked.first // 12


def published(
    role: Role, rows: Sequence[Observation], every: Sequence[Observation], told: Sequence[Period]
) -> list[Published]:
    """What rows, likeliest first, give for a role; `every` are those of all periods, `told` the sentence's periods."""
    if role == "value":
        return [Published(o.value, o.shown, o) for o in rows if o.value is not None]
    if role == "target":
        return [Published(o.target, o.target_shown, o) for o in rows if o.target is not None]
    if role == "gap":
        return [
            Published(o.value - o.target, str(o.value - o.target), o, f"{o.value} - {o.target} = {o.value - o.target}")
            for o in rows
            if o.value is not None and o.target is not None
        ]
    return _changes(rows, every, told)


def _changes(rows: Sequence[Observation], every: Sequence[Observation], told: Sequence[Period]) -> list[Published]:
    """The printed changes of rows and, where two years are named or none is printed, what their values give."""
    found = [Published(o.change, o.change_shown, o) for o in rows if o.change is not None]
    between = sorted(set(told))
    if len(between) > 1 and between[-1].last - between[0].last > 12:
        first, last = of_exact(every, between[0]), of_exact(every, between[-1])
        return [_difference(a, b) for a in first for b in last if _alike(a, b)] or found
    if found:
        return found
    for later in rows:
        earlier = [o for o in every if o.period.shifted(1) == later.period and o.value is not None]
        found += [_difference(o, later) for o in earlier if later.value is not None]
    return found


def of_exact(rows: Sequence[Observation], period: Period) -> list[Observation]:
    """The rows of exactly a period that have a figure."""
    return [o for o in rows if o.period == period and o.value is not None]


def _alike(before: Observation, after: Observation) -> bool:
    return family(before.measure) == family(after.measure)


def _difference(before: Observation, after: Observation) -> Published:
    assert before.value is not None and after.value is not None
    moved = after.value - before.value
    same = before.measure.code == after.measure.code
    return Published(moved, str(moved), after, f"{after.value} - {before.value} = {moved}", same)


def before_rows(rows: Sequence[Observation], period: Period) -> list[Published]:
    """What the changes printed for the next year imply of a period that is not held."""
    return [
        Published(one.derived.value, str(one.derived.value), one.observation, one.derived.working)
        for one in implied(list(rows), period)
    ]


def is_of_another_kind(text: str, name: str) -> bool:
    """Whether a text names, by its fixed term, a narrower kind than a measure's name does: senior probation officers,
    where the measure is of probation officers. The terms are the short and long forms of aliases.toml."""
    for short, long in aliases().short_forms.items():
        for own in map(fold, long):
            if not _contains(fold(name), own):
                continue
            kinds = [
                form
                for other, forms in aliases().short_forms.items()
                for each in forms
                if set(words(each)) > set(words(own))
                for form in (fold(each), fold(other))
            ]
            left = fold(text)
            for form in kinds:
                left = re.sub(rf"(?<!\w){re.escape(form)}s?(?!\w)", " ", left)
            if left != fold(text) and not (_contains(left, own) or _contains(left, fold(short))):
                return True
    return False


def _contains(text: str, term: str) -> bool:
    """Whether a folded text holds a term, or its plural."""
    return re.search(rf"(?<!\w){re.escape(term)}s?(?!\w)", text) is not None
