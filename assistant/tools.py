"""The calculators as LangChain tools: typed arguments in, an answer with workings and source ids out.

The only door to langchain_core. Every tool runs the same code as a question does, so a figure that
comes through a tool is the figure that a question gets. A refusal comes back as text, not as an error.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field

from assistant import as_json
from assistant.answers import Answer
from assistant.band_answers import bands_answer
from assistant.holdings import Family, Holdings, family
from assistant.measure_answers import measure_answer
from assistant.query import Order, Query
from assistant.ranking_answers import ranking_answer
from assistant.rating_answers import ratings_answer
from assistant.tally_answers import tally_answer
from assistant.trace import checked
from corpus.errors import ProbationError
from corpus.periods import Period, find_periods

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool

Year = Field(default="", description='Performance year as "2024-25"; empty for the latest held.')
Service = Field(default="", description='"Probation" or "CRS"; empty for either.')


class OneMeasure(BaseModel):
    """A measure in a year."""

    code: str = Field(description='Code of the measure, such as "SL021".')
    service: str = Service
    year: str = Year


class TwoYears(BaseModel):
    """A measure in two years."""

    code: str = Field(description='Code of the measure, such as "SL021".')
    before: str = Field(description='The earlier performance year, as "2023-24".')
    after: str = Field(description='The later performance year, as "2024-25".')
    service: str = Service


class Tallied(BaseModel):
    """Measures in a state."""

    state: Literal["met", "missed", "improved", "declined"]
    service: str = Service
    year: str = Year


class Ranked(BaseModel):
    """Measures in an order."""

    by: Literal["improvement", "decline", "shortfall", "margin", "value"]
    largest_first: bool = True
    service: str = Service
    year: str = Year


class Score(BaseModel):
    """A scorecard score."""

    score: Decimal = Field(ge=0, le=100, description="Percent of the maximum possible score: 74.2, not 0.742.")
    wanted: int | None = Field(default=None, ge=1, description="The rating wanted, to learn the points it needs.")
    year: str = Year


class Rated(BaseModel):
    """Ratings of regions."""

    area: str = Field(default="", description="A region as published; empty for all.")
    rating: int | None = Field(default=None, description="Only regions with this rating.")
    year: str = Year


class RatingsMoved(BaseModel):
    """Ratings of regions in two years."""

    direction: Literal["changed", "improved", "declined"] = "changed"
    after: str = Year


def tools(holdings: Holdings) -> "list[StructuredTool]":
    """The tools of what is held. Each returns JSON: status, answer, citations with ids, figures with workings."""
    from langchain_core.tools import StructuredTool

    def made(name: str, description: str, arguments: type[BaseModel], run: Callable[..., Answer]) -> StructuredTool:
        def called(**given: Any) -> str:
            try:
                return json.dumps(as_json.answer(checked(run(**given)), name), ensure_ascii=False)
            except ProbationError as refusal:
                return f"Refused: {refusal}"

        return StructuredTool.from_function(called, name=name, description=description, args_schema=arguments)

    calculators = Calculators(holdings)
    return [
        made(
            "look_up",
            "The published figure of a measure, with its target and change.",
            OneMeasure,
            calculators.look_up,
        ),
        made(
            "target_met",
            "Whether a measure met its target, and by how much.",
            OneMeasure,
            calculators.target_met,
        ),
        made(
            "gap_to_target",
            "How far a measure is from its target, in percentage points.",
            OneMeasure,
            calculators.gap,
        ),
        made(
            "change_on_year",
            "The published change of a measure on the previous year.",
            OneMeasure,
            calculators.change,
        ),
        made(
            "compare_years",
            "A measure in two years, and the percentage point change.",
            TwoYears,
            calculators.compare,
        ),
        made(
            "count_measures",
            "How many measures met, missed, improved or declined, and which.",
            Tallied,
            calculators.count,
        ),
        made(
            "rank_measures",
            "Measures by improvement, decline, shortfall, margin or value.",
            Ranked,
            calculators.rank,
        ),
        made(
            "rating_of_score",
            "The scorecard rating of a score, and the points to a better one.",
            Score,
            calculators.score,
        ),
        made("ratings", "Scorecard ratings by region or by rating.", Rated, calculators.ratings),
        made(
            "rating_changes",
            "Regions whose scorecard rating changed on the year before.",
            RatingsMoved,
            calculators.moved,
        ),
    ]


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
