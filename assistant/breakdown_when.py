"""Which quarters and years a question about a breakdown is of: named, counted from those named, or the latest held."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import breakdown_shapes as across
from assistant import when
from assistant.breakdowns import Breakdowns
from assistant.families import Family
from assistant.query import Query
from corpus.periods import Mention, Period, find_periods, month, performance_year
from corpus.quarters import Part, parts, year_of

QUARTER = 3  # months
NTH = r"(?:first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))"
# Quarters named together: "the second and third quarters", "quarters 1 to 3".
TOGETHER = re.compile(
    rf"\b({NTH})(?: quarters\b|(?=\s*(?:,|and|to|or|&)\s*(?:and )?(?:the )?{NTH}(?:,| and| quarters?\b)))"
)
NUMBERED = re.compile(r"\bquarters ([1-4]|one|two|three|four) (and|to|or|&) (?:quarter )?([1-4]|one|two|three|four)\b")


@dataclass(frozen=True, slots=True)
class Timed:
    """What a folded text says of time, and `bare`: the text without it."""

    mentions: tuple[Mention, ...]
    parts: tuple[Part, ...]
    shapes: tuple[re.Pattern[str], ...]  # those of breakdown_shapes.ASIDE that it has
    bare: str

    @property
    def is_of_parts(self) -> bool:
        """Whether it is about parts of a year."""
        named = any(mention.period.months < 12 and mention.period.months > 1 for mention in self.mentions)
        return named or bool(self.parts) or any(shape is not across.OVER_YEAR for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class When:
    """The periods that a question is of, oldest first; whether they are set beside one another or all parts of a year.

    `read_as`: another way to read a quarter of a year on its own, which was not taken.
    """

    periods: tuple[Period, ...]
    compared: bool = False
    every: bool = False
    read_as: Period | None = None


def timed(text: str) -> Timed:
    """What a folded text says of time."""
    text = TOGETHER.sub(r"\1 quarter", text)
    text = NUMBERED.sub(r"quarter \1 \2 quarter \3", text)
    mentions = find_periods(text)
    left = _blanked(text, [(mention.start, mention.end) for mention in mentions])
    shapes: list[re.Pattern[str]] = []
    if across.BEST_QUARTER.search(left):
        shapes.append(across.WHICH_QUARTER)
        left = across.BEST_QUARTER.sub(r"\1", left)
    for shape in across.ASIDE:
        if found := [match.span() for match in shape.finditer(left)]:
            shapes.append(shape)
            left = _blanked(left, found)
    loose = parts(left, [])
    left = _blanked(left, [(part.start, part.end) for part in loose])
    return Timed(tuple(mentions), tuple(loose), tuple(shapes), re.sub(r"\s+", " ", left).strip())


def periods_of(
    said: Timed, held: Breakdowns, families: Sequence[Family], areas: Sequence[str], before: Query | None
) -> When:
    """The periods of a question, against those that its measures are held for."""
    known = _known(held, families, areas)
    years = [_year_meant(mention, known) for mention in said.mentions]
    named = sorted(dict.fromkeys(years))
    trend = when.TREND.search(said.bare) and not across.SINCE.search(said.bare)
    read_as = next((_calendar(mention) for mention in said.mentions if mention.is_unsure), None)
    if said.parts:
        named = _with_parts(said.parts, named, before, known)
    every = across.EVERY_QUARTER in said.shapes or across.WHICH_QUARTER in said.shapes or _over_year(said, named)
    if trend and not named:
        return When(_parts(known), every=True)
    if (every or trend) and len(named) < 2 and not any(period.months < 12 for period in named):
        year = named[-1] if named else _before(before) or _latest(known, quarter=True) or _latest(known)
        return When(_within(known, year_of(year) if year else None), every=True)
    base = named[-1] if named else None
    moved = _counted(said, base, before, known)
    if moved is not None:
        return moved
    if base is not None and len(named) == 1 and across.SINCE.search(said.bare):
        last = max((period for period in known if period.months == base.months), default=base)
        return When(tuple(sorted({base, last})), compared=True, read_as=read_as)
    if named:
        return When(tuple(named), compared=len(named) > 1, read_as=read_as)
    if across.LATEST_QUARTER in said.shapes:
        return When(_only(_latest(known, quarter=True)))
    if when.LATEST.search(said.bare):
        return When(_only(_latest(known)))
    return When(before.periods if before and before.periods else _only(_latest(known)))


def preceding(period: Period) -> Period:
    """The quarter before a quarter; of any other period the same months a year earlier."""
    if period.months != QUARTER:
        return period.shifted(-1)
    return Period(period.first - QUARTER, period.last - QUARTER)


def _known(held: Breakdowns, families: Sequence[Family], areas: Sequence[str]) -> list[Period]:
    found = {p for one in families for area in areas or [""] for p in held.periods(one, area)}
    return sorted(found or {p for one in families for p in held.periods(one)})


def _latest(known: Sequence[Period], *, quarter: bool = False) -> Period | None:
    fitting = [period for period in known if not quarter or period.months < 12]
    return max(fitting, key=lambda period: (period.last, period.months), default=None)


def _only(period: Period | None) -> tuple[Period, ...]:
    return (period,) if period else ()


def _year_meant(mention: Mention, known: Sequence[Period]) -> Period:
    """The period of a mention; of a year on its own the performance year ending or beginning in it that is held."""
    if not mention.bare or mention.is_unsure:
        return mention.period
    year = mention.period.first // 12
    for candidate in (performance_year(year - 1), performance_year(year)):
        if any(candidate.holds(period) for period in known):
            return candidate
    return performance_year(year - 1)


def _calendar(mention: Mention) -> Period:
    """An unsure quarter as one of the calendar year."""
    number = (mention.period.first - year_of(mention.period).first) // QUARTER
    first = month(mention.period.first // 12 if number < 3 else mention.period.first // 12 - 1, 1) + QUARTER * number
    return Period(first, first + QUARTER - 1)


def _with_parts(
    loose: Sequence[Part], named: Sequence[Period], before: Query | None, known: Sequence[Period]
) -> list[Period]:
    """The periods named, and the parts of a year: of the year named, of the turn before, or the latest."""
    whole = [period for period in named if period.months == 12]
    finer = [period for period in named if period.months < 12]
    if named:
        found = [part.of(year_of(one)) for part in loose for one in (whole or finer[-1:])]
    else:
        found = [_latest_of(part, loose, before, known) for part in loose]
    return sorted(dict.fromkeys((*finer, *found)))


def _latest_of(part: Part, loose: Sequence[Part], before: Query | None, known: Sequence[Period]) -> Period:
    if (period := _before(before)) is not None:
        return part.of(year_of(period))
    years = sorted({year_of(period) for period in known}, reverse=True)
    having = [year for year in years if all(other.of(year) in known for other in loose)]
    having = having or [year for year in years if part.of(year) in known]
    return part.of((having or years)[0])


def _before(before: Query | None) -> Period | None:
    return before.periods[-1] if before and before.periods else None


def _over_year(said: Timed, named: Sequence[Period]) -> bool:
    """Whether it asks how something went over a year, and not for the year's own figure."""
    return across.OVER_YEAR in said.shapes and not any(period.months < 12 for period in named)


def _within(known: Sequence[Period], year: Period | None) -> tuple[Period, ...]:
    """The parts of a year that are held, oldest first; the year itself where none is."""
    if year is None:
        return ()
    return tuple(period for period in known if period.months < 12 and year.holds(period)) or (year,)


def _parts(known: Sequence[Period]) -> tuple[Period, ...]:
    """The parts of years that are held, oldest first; the years where no part is."""
    return tuple(period for period in known if period.months < 12) or tuple(known)


def _counted(said: Timed, base: Period | None, before: Query | None, known: Sequence[Period]) -> When | None:
    """Periods that are counted from another: from the one named, of the turn before, or the latest."""
    start = base or _before(before) or _latest(known)
    if start is None:
        return None
    if across.SAME_QUARTER in said.shapes and not base and start.months == 12:
        start = _latest(known, quarter=True) or start
    compares = base is not None or when.COMPARED_WITH.search(said.bare) or when.COMPARE.search(said.bare)
    steps: Sequence[tuple[bool, Period, bool]] = (
        (across.SAME_QUARTER in said.shapes, start.shifted(-1), True),
        (across.QUARTER_BEFORE in said.shapes, _quarter_step(start, -QUARTER), bool(compares)),
        (across.QUARTER_AFTER in said.shapes, _quarter_step(start, QUARTER), base is not None),
        (bool(when.YEAR_BEFORE.search(said.bare)), start.shifted(-1), bool(compares)),
        (bool(when.YEAR_AFTER.search(said.bare)), start.shifted(1), base is not None),
    )
    for has, other, both in steps:
        if has:
            return When(tuple(sorted((other, start))), compared=True) if both else When((other,))
    return None


def _quarter_step(period: Period, months: int) -> Period:
    """The quarter that ends so many months from the end of a period."""
    return Period(period.last + months - QUARTER + 1, period.last + months)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
