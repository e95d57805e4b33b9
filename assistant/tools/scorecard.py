"""The scorecard's tools: thresholds, ratings of regions, and how they changed; each builds the Query of a question."""

from decimal import Decimal
from typing import Literal

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.query import Query
from assistant.tools.named import Named


class Scorecard:
    """Ratings and scores. Each raises ProbationError for an area, a rating or a year that names nothing."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._named = Named(assistant)

    def score(self, score: Decimal | None = None, wanted: int = 0, year: str = "") -> Answer:
        """The rating of a score, percent of the maximum; without one the thresholds."""
        said = None if score is None else Decimal(f"{abs(score):f}")
        query = Query(
            question="" if said is None else f"{said}%",
            topic="bands",
            numbers=() if said is None else (said,),
            ratings=self._named.ratings(wanted),
            periods=self._named.periods(year),
        )
        return self._assistant.answer(query)

    def ratings(self, area: str = "", rating: int = 0, year: str = "") -> Answer:
        """Ratings by region or by rating."""
        query = Query(
            question="",
            topic="ratings",
            areas=self._named.areas(area),
            ratings=self._named.ratings(rating),
            periods=self._named.periods(year),
        )
        return self._assistant.answer(query)

    def moved(
        self, direction: Literal["changed", "improved", "declined", "unchanged"] = "changed", after: str = ""
    ) -> Answer:
        """Regions whose rating changed on the year before, or did not."""
        query = Query(question="", topic="ratings", state=direction, periods=self._named.periods(after))
        return self._assistant.answer(query)
