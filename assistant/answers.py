"""What is answered: a typed value that the command line, the page and the evaluation all read."""

from dataclasses import dataclass
from typing import Literal

from corpus.models import Locator, Passage, Publication, Table

Status = Literal["answered", "not_found", "clarify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source of an answer. `quote` is verbatim text, or the table row with its headers.

    `table` and `rows` (indexes into its rows) are given where the quote is of table rows, `passage` where
    it is text, so that a page can show the quote in its surroundings.
    """

    number: int
    publication: Publication
    locator: Locator
    quote: str
    table: Table | None = None
    rows: tuple[int, ...] = ()
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the answer: either it stands in the quote of a citation, or `working` derives it."""

    text: str
    citation: int | None = None
    working: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to the last question of a conversation.

    `text` is Markdown with source marks like [1]; its first sentence is `headline`. `understood` says in
    plain words how the question was read, as (label, value) pairs: ("Measure", "SL023 ..."), ("Period", ...).
    `seconds` is the time to answer inside the process.
    """

    question: str
    status: Status
    headline: str
    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    caveats: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    understood: tuple[tuple[str, str], ...] = ()
    reasoned: bool = False  # says itself why what is asked about is so
    seconds: float = 0.0
