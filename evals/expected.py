"""What a right answer holds, worked out from published tables and not from the assistant's calculators.

Counts and lists cover the observations that the publication itself counts. Amounts are given without sign;
a fall of 2.4 is "2.4", and its direction is a matter of words.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from corpus.errors import ProbationError
from corpus.models import Band, Observation
from evals.published import Expect, Outcome, Published, outcomes
from evals.questions import Wanted


@dataclass(frozen=True, slots=True)
class Expected:
    """Figures, words (regular expressions) and sources of a right answer."""

    figures: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    cite: tuple[Wanted, ...] = ()


def work_out(published: Published, expect: Expect) -> Expected:
    """What a right answer holds."""
    try:
        operation = OPERATIONS[expect.op]
    except KeyError as error:
        raise ProbationError(f"No operation {expect.op!r}. There are: {', '.join(sorted(OPERATIONS))}.") from error
    return operation(published, expect)


def _each(published: Published, expect: Expect) -> list[Observation]:
    """The one observation of every period asked about."""
    return [published.observations(expect, year)[0] for year in expect.years]


def _sources(published: Published, found: Iterable[Observation], row: bool = True) -> tuple[Wanted, ...]:
    return tuple(dict.fromkeys(published.place(one, row) for one in found))


def _amount(value: Decimal | None) -> str:
    """A number without sign or percent; asked of a symbol it is an error, for no answer follows."""
    if value is None:
        raise ProbationError("A symbol is printed where the question wants a number. Mend the question.")
    return str(abs(value))


def _value(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    return Expected(tuple(_amount(one.value) for one in found), (), _sources(published, found))


def _target(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    return Expected(tuple(_amount(one.target) for one in found), (), _sources(published, found))


def _change(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    return Expected(tuple(_amount(one.change) for one in found), (), _sources(published, found))


def _symbol(published: Published, expect: Expect) -> Expected:
    found = [one for one in _each(published, expect) if one.value is None]
    if not found:
        raise ProbationError(f"{expect.code}: a number is printed, not a symbol. Mend the question.")
    words = r"not (?:applicable|available|published)|\[\w\]"
    return Expected((), (words,), _sources(published, found))


def _met(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    figures = [amount for one in found for amount in (_amount(one.value), _amount(one.target))]
    all_met = all("met" in outcomes(one) for one in found)
    words = r"\byes\b|\bmet\b|above|exceed|better" if all_met else r"\bno\b|\bnot\b|below|miss|short"
    return Expected(tuple(dict.fromkeys(figures)), (words,), _sources(published, found))


def _gap(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    return Expected(tuple(str(_distance(one)) for one in found), (), _sources(published, found))


def _distance(one: Observation) -> Decimal:
    """How far a value is from its target, in percentage points."""
    return abs(Decimal(_amount(one.value)) - Decimal(_amount(one.target)))


def _difference(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    first, last = (Decimal(_amount(one.value)) for one in found)
    return Expected((str(first), str(last), str(abs(last - first))), (), _sources(published, found))


def _counted(published: Published, expect: Expect) -> list[Observation]:
    return [one for one in published.observations(expect, expect.years[0]) if one.counted]


def _with_outcome(published: Published, expect: Expect) -> tuple[list[Observation], int]:
    """Those with the outcome asked about, and out of how many that have it or its opposite."""
    pair: set[Outcome] = {"met", "missed"} if expect.what in ("met", "missed") else {"improved", "declined"}
    base = [one for one in _counted(published, expect) if outcomes(one) & pair]
    return [one for one in base if expect.what in outcomes(one)], len(base)


def _count(published: Published, expect: Expect) -> Expected:
    found, base = _with_outcome(published, expect)
    return Expected((str(len(found)), str(base)), (), _sources(published, found, row=False))


def _list(published: Published, expect: Expect) -> Expected:
    found, _ = _with_outcome(published, expect)
    return Expected(tuple(one.measure.code for one in found), (), _sources(published, found))


def _most(published: Published, expect: Expect) -> Expected:
    found, _ = _with_outcome(published, expect)
    most = max(found, key=lambda one: abs(one.change or Decimal(0)))
    return Expected((most.measure.code, _amount(most.change)), (), _sources(published, [most], row=False))


def _furthest(published: Published, expect: Expect) -> Expected:
    found, _ = _with_outcome(published, expect)
    most = max(found, key=_distance)
    return Expected((most.measure.code, str(_distance(most))), (), _sources(published, [most]))


def _rating(published: Published, expect: Expect) -> Expected:
    found = _each(published, expect)
    names = [band.name for year, one in zip(expect.years, found, strict=True)
             for band in published.bands(year) if band.rating == one.value]  # fmt: skip
    figures = tuple(dict.fromkeys(_amount(one.value) for one in found))
    return Expected(figures, tuple(dict.fromkeys(map(_literal, names))), _sources(published, found))


def _rated(published: Published, expect: Expect, year: str) -> list[Observation]:
    """The ratings of every region of a year, without England and Wales as a whole."""
    found = published.observations(expect.model_copy(update={"area": "*"}), year)
    whole = {one.publication.geography for one in published.documents}
    return [one for one in found if one.area not in whole]


def _regions(published: Published, expect: Expect) -> Expected:
    found = [one for one in _rated(published, expect, expect.years[0]) if one.value == expect.rating]
    return Expected((), tuple(_literal(one.area) for one in found), _sources(published, found))


def _region_count(published: Published, expect: Expect) -> Expected:
    found = [one for one in _rated(published, expect, expect.years[0]) if one.value == expect.rating]
    return Expected((str(len(found)),), (), _sources(published, found, row=False))


def _moved(published: Published, expect: Expect) -> Expected:
    """Regions whose rating rose (improved) or fell (declined) from the first year to the last."""
    before, after = ({one.area: one for one in _rated(published, expect, year)} for year in expect.years)
    sign = 1 if expect.what == "improved" else -1
    moved = [area for area, one in after.items() if area in before and sign * _step(before[area], one) > 0]
    found = [when[area] for when in (before, after) for area in moved]
    return Expected((), tuple(_literal(area) for area in moved), _sources(published, found))


def _step(before: Observation, after: Observation) -> Decimal:
    return Decimal(_amount(after.value)) - Decimal(_amount(before.value))


def _literal(name: str) -> str:
    """A regular expression for a name, or for its part before a comma: "Kent" of "Kent, Surrey & Sussex"."""
    return re.sub(r"([.()+*?])", r"\\\1", name.split(",")[0])


def _band_source(published: Published, band: Band) -> tuple[Wanted, ...]:
    return (Wanted(title=published.titles[band.locator.publication]),)


def _band(published: Published, expect: Expect) -> Expected:
    """The best rating whose lower bound the score reaches."""
    bands = published.bands(expect.years[0])
    band = next(band for band in bands if band.lower is None or expect.score >= band.lower)
    return Expected((str(band.rating),), (_literal(band.name),), _band_source(published, band))


def _lower(published: Published, expect: Expect) -> tuple[Decimal, Band]:
    band = next(band for band in published.bands(expect.years[0]) if band.rating == expect.rating)
    return Decimal(_amount(band.lower)), band


def _threshold(published: Published, expect: Expect) -> Expected:
    lower, band = _lower(published, expect)
    return Expected((str(lower),), (), _band_source(published, band))


def _short(published: Published, expect: Expect) -> Expected:
    lower, band = _lower(published, expect)
    return Expected((str(lower - expect.score),), (), _band_source(published, band))


OPERATIONS: dict[str, Callable[[Published, Expect], Expected]] = {
    "value": _value,
    "target": _target,
    "change": _change,
    "symbol": _symbol,
    "met": _met,
    "gap": _gap,
    "difference": _difference,
    "count": _count,
    "list": _list,
    "most": _most,
    "furthest": _furthest,
    "rating": _rating,
    "regions": _regions,
    "region_count": _region_count,
    "moved": _moved,
    "band": _band,
    "threshold": _threshold,
    "short": _short,
}
