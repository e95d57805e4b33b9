"""What the tools take: typed, bounded, described for whoever calls them; none is an address or a path."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from assistant.tools.harmless import plain

LONGEST_QUESTION, LONGEST_WORDS, LONGEST_NAME, LONGEST_YEAR = 500, 300, 120, 60  # characters


def _plain(given: Any) -> Any:
    return plain(given) if isinstance(given, str) else given


Text = Annotated[str, BeforeValidator(_plain)]
Code = Annotated[
    Text,
    Field(
        min_length=1,
        max_length=LONGEST_NAME,
        description="Code of the measure as printed, or its whole name where it has no code; find_measures finds both.",
    ),
]
A_YEAR = "one performance year, as publications write it or by its first and last month"
AYear = Annotated[Text, Field(min_length=1, max_length=LONGEST_YEAR)]
Year = Annotated[Text, Field(max_length=LONGEST_YEAR, description=f"In {A_YEAR}. Empty for the latest held.")]
Service = Annotated[
    Text, Field(max_length=LONGEST_NAME, description="The service that the measures are of. Empty for any.")
]
Counted = Annotated[
    Text, Field(max_length=LONGEST_NAME, description="The service whose measures are meant. Empty for the main one.")
]
Percent = Annotated[
    Decimal,
    Field(ge=0, le=100, max_digits=9, decimal_places=6),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}, mode="validation"),
]
Rating = Annotated[int, Field(ge=0, le=99)]


class Arguments(BaseModel):
    """The arguments of a tool; what it does not know is refused, and what is null is left to its default."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value is not None} if isinstance(given, dict) else given


class Nothing(Arguments):
    """No arguments."""


class Asked(Arguments):
    """A question."""

    question: Text = Field(
        min_length=1,
        max_length=LONGEST_QUESTION,
        description="One question in plain English that says all it means: measure, year, area.",
    )


class Searched(Arguments):
    """Words to search the text of the publications by."""

    words: Text = Field(
        min_length=1,
        max_length=LONGEST_WORDS,
        description="A question or a few telling words; not a sentence about how to search.",
    )


class Finding(Arguments):
    """Words that a measure may be called by."""

    words: Text = Field(
        min_length=1, max_length=LONGEST_WORDS, description="What is measured, in plain words, or a code."
    )
    service: Service = ""


class OneMeasure(Arguments):
    """A measure in a year."""

    code: Code
    service: Service = ""
    year: Year = ""


class EveryYear(Arguments):
    """A measure in all years held."""

    code: Code
    service: Service = ""


class TwoYears(Arguments):
    """A measure in two years."""

    code: Code
    before: AYear = Field(description=f"The earlier of two: {A_YEAR}.")
    after: AYear = Field(description=f"The later of two: {A_YEAR}.")
    service: Service = ""


class SeveralMeasures(Arguments):
    """Several measures in one year."""

    codes: tuple[Code, ...] = Field(min_length=2, max_length=8, description="Codes of the measures as printed.")
    service: Service = ""
    year: Year = ""


class Tallied(Arguments):
    """Measures in a state."""

    state: Literal["met", "missed", "improved", "declined", "changed", "unchanged"] = Field(
        description="met and missed: against target; the others: by the published change on the year before."
    )
    service: Counted = ""
    year: Year = ""


class Ranked(Arguments):
    """Measures in an order."""

    by: Literal["improvement", "decline", "shortfall", "margin", "value"] = Field(
        description="improvement, decline: change on the year before; shortfall, margin: how far targets were missed, "
        "or met; value: the published figure."
    )
    largest_first: bool = True
    first: int = Field(default=0, ge=0, le=20, description="How many are wanted; 0 for the usual few.")
    service: Counted = ""
    year: Year = ""


class Score(Arguments):
    """A scorecard score."""

    score: Percent | None = Field(
        default=None, description="Percent of the maximum possible score: 74.2, not 0.742; none for all thresholds."
    )
    wanted: Rating = Field(default=0, description="The rating wanted, to learn the points it needs; 0 for none.")
    year: Year = ""


class Rated(Arguments):
    """Ratings of regions."""

    area: Text = Field(default="", max_length=LONGEST_NAME, description="A region as published; empty for all.")
    rating: Rating = Field(default=0, description="Only regions with this rating, a number; 0 for any.")
    year: Year = ""


class RatingsMoved(Arguments):
    """Ratings of regions in two years."""

    direction: Literal["changed", "improved", "declined", "unchanged"] = "changed"
    after: Year = ""
