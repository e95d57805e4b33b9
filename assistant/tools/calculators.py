"""The calculators: each builds the Query that a question would, and answers it with the same code.

So a figure that comes through a tool is the figure that a question gets.
"""

from decimal import Decimal
from typing import Literal

from assistant.answers import Answer
from assistant.band_answers import bands_answer
from assistant.holdings import Family, Holdings, family
from assistant.measure_answers import measure_answer
from assistant.query import Order, Query
from assistant.ranking_answers import ranking_answer
from assistant.rating_answers import ratings_answer
from assistant.tally_answers import tally_answer
from corpus.errors import ProbationError
from corpus.periods import Period, find_periods


class Calculators:
    """What the tools run: each builds the Query that a question would, and answers it."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def look_up(self, code: str, service: str = "", year: str = "") -> Answer:
        """The published figure of a measure."""
        return self._measure("value", code, service, year)

    def target_met(self, code: str, service: str = "", year: str = "") -> Answer:
        """Whether it met its target."""
        return self._measure("met", code, service, year)

    def gap(self, code: str, service: str = "", year: str = "") -> Answer:
        """How far it is from its target, percentage points."""
        return self._measure("gap", code, service, year)

    def change(self, code: str, service: str = "", year: str = "") -> Answer:
        """The published change on the previous year, percentage points."""
        return self._measure("change", code, service, year)

    def compare(self, code: str, before: str, after: str, service: str = "") -> Answer:
        """Two years of a measure."""
        return self._measure("change", code, service, before, after)

    def count(
        self, state: Literal["met", "missed", "improved", "declined"], service: str = "", year: str = ""
    ) -> Answer:
        """How many measures are in a state, and which."""
        query = Query(question="", topic="tally", state=state, counting=True, service=service, periods=_periods(year))
        return tally_answer(query, self._holdings)

    def rank(self, by: str, largest_first: bool = True, service: str = "", year: str = "") -> Answer:
        """Measures in an order."""
        state: dict[str, Literal["improved", "declined", "missed", "met", ""]] = {
            "improvement": "improved", "decline": "declined", "shortfall": "missed", "margin": "met", "value": "",
        }  # fmt: skip
        figure: tuple[Order, Order] = ("highest", "lowest") if by == "value" else ("most", "least")
        query = Query(
            question="",
            topic="ranking",
            state=state[by],
            service=service,
            periods=_periods(year),
            order=figure[0] if largest_first else figure[1],
        )
        return ranking_answer(query, self._holdings)

    def score(self, score: Decimal, wanted: int | None = None, year: str = "") -> Answer:
        """The rating of a score, percent of the maximum."""
        query = Query(
            question=f"{score}",
            topic="bands",
            numbers=(score,),
            ratings=(wanted,) if wanted else (),
            periods=_periods(year),
        )
        return bands_answer(query, self._holdings)

    def ratings(self, area: str = "", rating: int | None = None, year: str = "") -> Answer:
        """Ratings by region or by rating."""
        areas = (area,) if area else ()
        return ratings_answer(
            Query(
                question="", topic="ratings", areas=areas, ratings=(rating,) if rating else (), periods=_periods(year)
            ),
            self._holdings,
        )

    def moved(self, direction: Literal["changed", "improved", "declined"] = "changed", after: str = "") -> Answer:
        """Regions whose rating changed."""
        return ratings_answer(
            Query(question="", topic="ratings", state=direction, periods=_periods(after)), self._holdings
        )

    def _measure(
        self, aspect: Literal["value", "met", "gap", "change"], code: str, service: str, *years: str
    ) -> Answer:
        periods = tuple(sorted(p for year in years for p in _periods(year)))
        found = self._families(code, service)
        query = Query(
            question="",
            topic="measure",
            families=found,
            codes=(code,) if found else (),
            unknown_codes=() if found else (code,),
            periods=periods,
            spread=len(periods) > 1,
            aspect=aspect,
            polar=aspect == "met",
        )
        return measure_answer(query, self._holdings)

    def _families(self, code: str, service: str) -> tuple[Family, ...]:
        wanted = code.strip().upper()
        found = (m for m in self._holdings.measures if m.code.upper() == wanted and service in ("", m.service))
        return tuple(dict.fromkeys(family(m) for m in found))


def _periods(year: str) -> tuple[Period, ...]:
    """The period a year names; none for an empty one. Raises ProbationError where it names none."""
    if not year:
        return ()
    found = find_periods(year)
    if not found:
        raise ProbationError(f'{year!r} names no year; give one as "2024-25".')
    return (found[0].period,)
