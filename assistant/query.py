"""What the assistant understood: a typed value, shown on request, that a language model may fill too."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.holdings import Family
from corpus.periods import Period

Topic = Literal[
    "measure", "tally", "ranking", "ratings", "bands", "direction", "symbol", "published", "passage", "outside"
]
Aspect = Literal["value", "target", "change", "met", "gap"]
Order = Literal["most", "least", "highest", "lowest", "best", "worst"]
State = Literal["met", "missed", "improved", "declined", "changed", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question as understood.

    `periods` are those asked for, oldest first; empty means the latest published. `spread` asks for every
    period held or a comparison. `numbers` are those the question gives (a score, a supposed value), kept
    apart from years and codes. `carried` names what came from the turns before.
    """

    question: str
    topic: Topic = "passage"
    families: tuple[Family, ...] = ()
    close: bool = False  # the words fit several measures about as well
    codes: tuple[str, ...] = ()  # given as codes, as printed
    unknown_codes: tuple[str, ...] = ()  # given as codes and not held
    service: str = ""
    areas: tuple[str, ...] = ()
    elsewhere: str = ""  # a place that the publications do not cover
    periods: tuple[Period, ...] = ()
    spread: bool = False
    aspect: Aspect = "value"
    state: State = ""
    counting: bool = False  # how many, rather than which
    order: Order = "most"  # what a ranking is to put first
    finer: bool = False  # asks for less than a year: a quarter, a month
    rating: int | None = None
    numbers: tuple[Decimal, ...] = ()
    publications: tuple[str, ...] = ()  # ids of reports that the question names beside the bulletins
    carried: tuple[str, ...] = ()
    search: str = ""  # the words a passage is searched by
