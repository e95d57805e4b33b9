"""What the tools take: typed, described for whoever calls them; none is an address or a path."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Year = Field(default="", description='Performance year as "2024-25"; empty for the latest held.')
Service = Field(default="", description='"Probation" or "CRS"; empty for either.')


class Arguments(BaseModel):
    """The arguments of a tool; what it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OneMeasure(Arguments):
    """A measure in a year."""

    code: str = Field(description='Code of the measure, such as "SL021".')
    service: str = Service
    year: str = Year


class TwoYears(Arguments):
    """A measure in two years."""

    code: str = Field(description='Code of the measure, such as "SL021".')
    before: str = Field(description='The earlier performance year, as "2023-24".')
    after: str = Field(description='The later performance year, as "2024-25".')
    service: str = Service


class Tallied(Arguments):
    """Measures in a state."""

    state: Literal["met", "missed", "improved", "declined"]
    service: str = Service
    year: str = Year


class Ranked(Arguments):
    """Measures in an order."""

    by: Literal["improvement", "decline", "shortfall", "margin", "value"]
    largest_first: bool = True
    service: str = Service
    year: str = Year


class Score(Arguments):
    """A scorecard score."""

    score: Decimal = Field(ge=0, le=100, description="Percent of the maximum possible score: 74.2, not 0.742.")
    wanted: int | None = Field(default=None, ge=1, description="The rating wanted, to learn the points it needs.")
    year: str = Year


class Rated(Arguments):
    """Ratings of regions."""

    area: str = Field(default="", description="A region as published; empty for all.")
    rating: int | None = Field(default=None, description="Only regions with this rating.")
    year: str = Year


class RatingsMoved(Arguments):
    """Ratings of regions in two years."""

    direction: Literal["changed", "improved", "declined"] = "changed"
    after: str = Year
