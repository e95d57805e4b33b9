"""What is published, chosen by what a question asks about: observations, thresholds, places."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from corpus.errors import ProbationError
from corpus.models import Band, Document, Observation
from corpus.periods import Period, parse_period
from evals.questions import Wanted

Outcome = Literal["met", "missed", "improved", "declined"]


class Expect(BaseModel):
    """What to work out: an operation and what chooses its observations. `score` is percent of the maximum."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    op: str
    code: str = ""
    service: str = "Probation"
    name: str = ""
    area: str = ""
    years: tuple[str, ...]
    what: Outcome = "met"
    rating: int = 0
    score: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Published:
    """The documents that answers are worked out from."""

    documents: Sequence[Document]
    titles: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the title of each publication by its id."""
        titles = {document.publication.id: document.publication.title for document in self.documents}
        object.__setattr__(self, "titles", titles)

    def observations(self, expect: Expect, year: str) -> list[Observation]:
        """The observations asked for in one period, in the order of their tables; none is an error."""
        period = _period(year)
        found = [
            one
            for document in self.documents
            for one in document.observations
            if period.holds(one.period) and _is_asked(one, expect)
        ]
        if not found:
            raise ProbationError(f"{expect.op}: no observation for {expect!r} in {year}. Mend the question.")
        return found

    def bands(self, year: str) -> list[Band]:
        """The thresholds that the bulletin of a performance year prints, best rating first."""
        scorecard = Expect(op="bands", area="*", years=(year,))
        publication = self.observations(scorecard, year)[0].locator.publication
        document = next(one for one in self.documents if one.publication.id == publication)
        return sorted(document.bands, key=lambda band: -band.rating)

    def place(self, one: Observation, row: bool = True) -> Wanted:
        """The source of an observation; without its row, of the whole publication."""
        return Wanted(title=self.titles[one.locator.publication], locator=one.locator.place if row else "")


def _period(year: str) -> Period:
    period = parse_period(year)
    if period is None:
        raise ProbationError(f"{year!r} is no period. Write it as 2024-25 or July 2021 to June 2022.")
    return period


def _is_asked(one: Observation, expect: Expect) -> bool:
    """Ratings are asked for by area ("*" is any), other figures by code or name, or all of a service."""
    if expect.area:
        return one.unit == "rating" and expect.area in ("*", one.area)
    if expect.name:
        return expect.name.lower() in one.measure.name.lower()
    return (
        one.measure.code != ""
        and one.measure.service == expect.service
        and expect.code.lower() in ("", one.measure.code.lower())
    )


def outcomes(one: Observation) -> set[Outcome]:
    """What became of a measure: met or missed its target, improved or declined. Standing still is neither."""
    found: set[Outcome] = set()
    sign = -1 if one.lower_is_better else 1
    if one.value is not None and one.target is not None:
        found.add("met" if sign * (one.value - one.target) >= 0 else "missed")
    if one.change:
        found.add("improved" if sign * one.change > 0 else "declined")
    return found
