"""What a made-up workbook is: its truth, and its sheets cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.periods import Period

Truth = Mapping[tuple[str, str, Period], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it shows, the number under it and its format's code, and how far it is merged."""

    shown: str = ""
    value: Decimal | None = None  # None: it is a text
    code: str = "General"
    across: int = 1  # columns
    down: int = 1  # rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its rows; a cell that a merged one covers is None."""

    name: str
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Made-up data tables and what is true of them.

    `truth` has what is shown for a measure's code, an area and a period; `targets` what is shown of a code's target,
    where the layout prints them. `headings` are the periods as this workbook prints them.
    """

    seed: int
    layout: str
    title: str
    publisher: str
    published: date
    period: str
    measures: tuple[tuple[str, str], ...]  # code and name
    areas: tuple[str, ...]  # regions, the whole last
    periods: tuple[Period, ...]
    headings: Mapping[Period, str]
    truth: Truth
    targets: Mapping[str, str]
    notes: tuple[str, ...]
    symbols: Mapping[str, str]
    sheets: tuple[Sheet, ...] = ()
