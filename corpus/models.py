"""The values that flow from a publication to an answer: plain, frozen, defined once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from corpus.periods import Period

ENGLAND_AND_WALES = "England and Wales"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a publication says of itself. `period` and dates are of the data and of release, never mixed."""

    id: str
    title: str
    publisher: str = ""
    published: date | None = None
    period: str = ""  # the data's period, as printed: "April 2023 to March 2024"
    geography: str = ENGLAND_AND_WALES
    series: str = ""  # "Community Performance Annual"; empty where it stands alone
    licence: str = ""
    url: str = ""
    summary: bool = False  # True: facts in our own words (the library), not the publication's text
    data_tables: bool = False  # True: the tables that accompany a release, without its text


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a publication, as a reader would look it up: "Table 2, SL023", "paragraph 2.6"."""

    publication: str  # Publication.id
    place: str  # "Table 2", "paragraph 2.6", "Figure 11, note 3", "Section: Probation hostels"
    row: str = ""  # the row's code or label
    at: str = ""  # where the file has it: "page 12 (PDF page 14)", "sheet Table_2"

    @property
    def named(self) -> str:
        """The place and row, as the publication names them in whatever file it is read from."""
        return ", ".join(part for part in (self.place, self.row) if part)

    def __str__(self) -> str:
        """The place and row, and where the file has them, without the publication."""
        return ", ".join(part for part in (self.named, self.at) if part)


@dataclass(frozen=True, slots=True)
class Note:
    """A note or footnote of a table, by its mark as printed ("note 1", "footnote 3")."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A published table: cells as printed, with marks of notes taken off and kept in `marks`."""

    locator: Locator
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # every row has as many cells as `headers`
    marks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # row index to its note marks
    notes: tuple[Note, ...] = ()
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted. `code` is empty where the publication gives none; `service` is "" outside bulletins."""

    code: str  # "SL023"
    name: str  # "Pre-release sentence plans for enhanced cases"
    service: str = ""  # "Probation" or "CRS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One published number, as the publication prints it.

    `value`, `target` and `change` are None where the publisher gives a symbol or no number; `shown`,
    `target_shown` and `change_shown` keep what is printed. Shares are in percent (12.5, not 0.125),
    changes in percentage points.
    """

    measure: Measure
    period: Period
    value: Decimal | None
    shown: str
    unit: str  # "percent", "rating", or the words of the header
    locator: Locator
    area: str = ENGLAND_AND_WALES
    label: str = ""  # what a rating is called: "Good"
    target: Decimal | None = None
    target_shown: str = ""
    change: Decimal | None = None
    change_shown: str = ""
    lower_is_better: bool = False
    counted: bool = True  # False: outside the publication's own counts (active too short, or no value)
    notes: tuple[Note, ...] = ()
    cell: tuple[int, int] | None = None  # row and column of its table, where that crosses measures, areas and quarters


@dataclass(frozen=True, slots=True)
class Band:
    """A scorecard rating and its thresholds, percent of the maximum score; lower bounds are inclusive."""

    rating: int
    name: str
    lower: Decimal | None
    upper: Decimal | None
    locator: Locator
    quote: str


@dataclass(frozen=True, slots=True)
class PrintedCount:
    """A count that the text prints: 7 (count) of 27 (base) measures "met" in a period."""

    count: int
    base: int
    what: Literal["met", "missed", "improved", "declined"]
    service: str
    period: Period
    locator: Locator
    quote: str


PassageKind = Literal["body", "item", "note", "caption", "keyfact", "row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text as a reader would quote it: columns mended, furniture gone, white space folded.

    `sentences` are verbatim parts of `text`, in order. `section` is the path of headings above it. `annotates`
    is, of a note, what bears its mark: a sentence, heading, caption or row of the publication, verbatim. It is for
    finding the note by and not for showing; "" where the mark's place is not known.
    """

    text: str
    sentences: tuple[str, ...]
    locator: Locator
    section: tuple[str, ...] = ()
    kind: PassageKind = "body"
    annotates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A publication as read: everything an answer can draw on."""

    publication: Publication
    passages: tuple[Passage, ...] = ()
    tables: tuple[Table, ...] = ()
    observations: tuple[Observation, ...] = ()
    bands: tuple[Band, ...] = ()
    counts: tuple[PrintedCount, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)  # "[x]" to its meaning
    left_out: tuple[str, ...] = ()  # what could not be read safely, one line each
