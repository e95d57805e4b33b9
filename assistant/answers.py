"""What is answered: a typed value that the command line, the page and the evaluation all read."""

from dataclasses import dataclass
from typing import Literal

from assistant.turns import Kind
from corpus.models import Locator, Observation, Passage, Publication, Table

Status = Literal["answered", "not_found", "clarify"]
ChartKind = Literal["targets", "editions", "regions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source of an answer. `quote` is verbatim text, or the table row with its headers.

    `table` and `rows` (indexes into its rows) are given where the quote is of table rows, `passage` where
    it is text, so that a page can show the quote in its surroundings. `cells` (row and column, indexes) are those of
    the rows whose figures the answer gives or works with.
    """

    number: int
    publication: Publication
    locator: Locator
    quote: str
    table: Table | None = None
    rows: tuple[int, ...] = ()
    passage: Passage | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What something understood can be set to: `key` says it to the assistant, `label` to the user."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing as it was understood: its name ("Measure") and value ("Housed on release (SL014)").

    `choices` are what it can be set to instead, of a `kind`; none where it cannot be changed. `carried`: it came from
    the turns before.
    """

    name: str
    value: str
    kind: Kind | None = None
    choices: tuple[Choice, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Published figures that are better seen than read.

    `targets`: measures of one year, each beside its target; `editions`: one measure over the years, oldest first;
    `regions`: the rating of each region in one year. `publications` are those that the figures stand in.
    """

    kind: ChartKind
    title: str
    observations: tuple[Observation, ...]
    publications: tuple[Publication, ...] = ()


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
    plain words how the question was read. `suggestions` are questions that can be answered, where this one cannot;
    `near` the places that bear on it most without answering it. `seconds` is the time to answer inside the process.
    `model` names the language model whose words these are, each checked; `instead` says in one line why the
    assistant's own answer stands where a model's was wanted.
    """

    question: str
    status: Status
    headline: str
    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    caveats: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    suggestions: tuple[str, ...] = ()
    near: tuple[Citation, ...] = ()
    charts: tuple[Chart, ...] = ()
    reasoned: bool = False  # says itself why what is asked about is so
    seconds: float = 0.0
    model: str = ""
    instead: str = ""
