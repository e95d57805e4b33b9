"""What the assistant understood: a typed value, shown on request, that a language model may fill too."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.cells import CellMatch
from assistant.holdings import Family
from corpus.periods import Period

Topic = Literal[
    "measure", "breakdown", "tally", "ranking", "ratings", "bands", "cells", "direction", "symbol", "published",
    "passage", "outside"
]  # fmt: skip
Aspect = Literal["value", "target", "change", "met", "gap"]
Order = Literal["most", "least", "highest", "lowest", "best", "worst"]
State = Literal["met", "missed", "improved", "declined", "changed", "unchanged", ""]
Aggregate = Literal["sum", "mean", ""]
Claim = Literal["rose", "fell", "improved", "declined", "met", "missed", "above", "below", ""]
Bounded = Literal["value", "target", "gap", "change"]
Side = Literal["above", "below", "within", "at"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that a question sets: figures `above` 90, gaps to target `within` 2 percentage points.

    `of` is what is bounded: a figure or a target (percent), its gap to target or its change (percentage points).
    """

    of: Bounded
    side: Side
    number: Decimal
    inclusive: bool = False  # "at least 90" holds of 90


@dataclass(frozen=True, slots=True)
class Counted:
    """How many measures or regions a question takes for granted: `number` of them or, with `share`, of all there are.

    A share is 0 to 1, and holds of the count nearest to it unless a `side` bounds it; `places` are the decimals of
    one given as a percentage, None of one in words. `base` is how many the question says there are, 0 where it does
    not say.
    """

    number: Fraction
    side: Literal["exactly", "above", "below"] = "exactly"
    inclusive: bool = False  # "at least 7" holds of 7
    base: int = 0
    share: bool = False
    places: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """How a question goes over regions and parts of years.

    `over`: all areas, or all parts of a year, rather than those named. `beside_whole`: held against the figure of the
    whole. `unknown_area`: a place it names that no figure is given for. `read_as`: another way to read its period,
    which was not taken.
    """

    over: Literal["", "areas", "periods"] = ""
    beside_whole: bool = False
    compared: bool = False  # areas, or periods, set beside one another
    ends: bool = False  # how far the first region is from the last
    unknown_area: str = ""
    read_as: Period | None = None


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
    fitting: tuple[Family, ...] = ()  # measures that the words fit at all well, likeliest first
    codes: tuple[str, ...] = ()  # given as codes, as printed
    unknown_codes: tuple[str, ...] = ()  # given as codes and not held
    service: str = ""
    services: tuple[str, ...] = ()  # where a question names several
    areas: tuple[str, ...] = ()
    elsewhere: str = ""  # a place that the publications do not cover
    periods: tuple[Period, ...] = ()
    spread: bool = False
    aspect: Aspect = "value"
    state: State = ""
    states: tuple[tuple[Period, State], ...] = ()  # a state for each of several years
    also: State = ""  # a second state that is joined to the first: met, but declined
    unlike: bool = False  # those that are not in the state: did not improve
    counting: bool = False  # how many, rather than which
    share: bool = False  # as a percentage of the base
    order: Order = "most"  # what a ranking is to put first
    ordered: bool = False  # asks which of several comes first
    first: int = 0  # how many of a ranking are wanted; 0 where the question does not say
    ordinal: bool = False  # the one in that place is wanted, not so many
    closest: bool = False  # a ranking by nearness
    more_or_fewer: Literal["more", "fewer", ""] = ""  # what the question supposes of a count beside another year's
    limits: tuple[Limit, ...] = ()
    aggregate: Aggregate = ""  # a sum or mean over what is named
    finer: bool = False  # asks for less than a year: a quarter, a month
    ratings: tuple[int, ...] = ()
    numbers: tuple[Decimal, ...] = ()
    counted: Counted | None = None
    claim: Claim = ""  # what the question says happened
    polar: bool = False  # to be answered with yes or no
    why: bool = False  # asks for a reason
    sourced: bool = False  # asks where a figure is from
    negated: bool = False  # asks for the share that did not
    confirming: bool = False  # asks whether something said elsewhere is right
    asserted: bool = False  # a premise stated, not a question
    by_percent: bool = False  # says that something moved by so many percent
    points: tuple[Decimal, ...] = ()  # percentage points that the question takes for granted
    trend: bool = False  # over all the years there are
    every: bool = False  # in every one of several years
    noted: bool = False  # asks about notes, comparability or moderation
    excepted: tuple[Family, ...] = ()  # measures to leave out
    supposed: bool = False  # asks what would be, not what was
    cells: CellMatch | None = None  # in a table without codes
    across: Across = Across()  # of a question about regions or parts of years
    publications: tuple[str, ...] = ()  # ids of reports that the question names beside the bulletins
    within: tuple[str, ...] = ()  # ids of the publications that are quoted, where not all are
    carried: tuple[str, ...] = ()
    search: str = ""  # the words a passage is searched by
