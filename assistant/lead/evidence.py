"""The evidence of a source mark: its quote, the rows and figures in it, and what the tools said with it.

Nothing else bears a claim out: not the rest of the publication, not another source, not what a model knows.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from assistant.answers import Citation
from assistant.checking.cell_units import with_unit
from assistant.checking.claims import Figure
from assistant.checking.figures import figures
from assistant.holdings import Holdings, family
from assistant.lead.written import OPENING, lines
from assistant.tools.ledger import Ledger
from assistant.tools.marks import MARK
from assistant.trace import CODE, numbers
from assistant.words import fold
from corpus.models import Observation
from corpus.periods import Period, find_periods, without_periods
from corpus.roles import without_unit
from corpus.sentences import split

LEANS = re.compile(
    r"^(?:- )?(?:It|This|That|They|These|Those|Both|Its|Their|The (?:figure|rate|change|target|year before))\b"
)
AT_ENDS = " .:"
SAYS = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}")
Kind = Literal["value", "target", "change", "gap", "cell", "text"]
Rows = Mapping[tuple[int, int], tuple[Observation, ...]]  # the id of a table and the index of a row, to what it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure that a source gives: `figure` as it stands in `line`, a sentence or the words beside a cell."""

    figure: Figure
    kind: Kind
    line: str
    observation: Observation | None = None
    periods: tuple[Period, ...] = ()  # of a cell: those of its column, else of its row
    label: str = ""  # of a cell: what its row is called and, where the row has figures in others, its column
    column: str = ""  # its column's heading
    told: bool = False  # its row is a period, or it says itself in words what its figure is
    negative: bool = False  # of a change or distance: it is below zero


@dataclass(frozen=True)
class Source:
    """A source with its token. `said` are the sentences in which tools gave its mark, without marks."""

    token: str
    citation: Citation
    observations: tuple[Observation, ...]
    said: tuple[str, ...]

    def of_codes(self, codes: Collection[str]) -> "Source":
        """The source with no other rows than those of some codes; with all its rows where it has none of these."""
        rows = tuple(one for one in self.observations if one.measure.code in codes)
        return replace(self, observations=rows) if rows and len(rows) < len(self.observations) else self

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The lines of the quote: sentences, or rows with their headings."""
        return tuple(self.citation.quote.split("\n")) if self.citation.table else split(self.citation.quote)

    @property
    def dated(self) -> str:
        """When it was published, in the ways that a date is written."""
        published = self.citation.publication.published
        return f"{published.day} {published:%B %Y} {published.isoformat()}" if published else ""

    @cached_property
    def about(self) -> str:
        """What stands around the quote: the table's title, the section, what the publication says of itself, notes."""
        source, table = self.citation, self.citation.table
        publication = source.publication
        section = table.section if table else source.passage.section if source.passage else ()
        named = (publication.title, publication.publisher, publication.period, publication.geography, self.dated)
        notes = [note.text for one in self.observations for note in one.notes]
        return "\n".join((*named, str(source.locator), table.title if table else "", *section, *notes))

    @cached_property
    def text(self) -> str:
        """Everything it says or that is said of it."""
        return "\n".join((self.citation.quote, self.about, *self.said))

    @cached_property
    def told(self) -> frozenset[Period]:
        """The periods that its quote, its rows or the tools give its figures."""
        named = (mention.period for text in (self.citation.quote, *self.said) for mention in find_periods(text))
        return frozenset((*named, *(one.period for one in self.observations)))

    @cached_property
    def periods(self) -> frozenset[Period]:
        """Every period that it names or is of."""
        named = {mention.period for mention in find_periods(self.text)}
        return frozenset(named | {one.period for one in self.observations})

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure that it gives."""
        known = [one for one in self.observations if one.measure.code or one.unit == "rating"]
        own = tuple(_of_observations(known)) or tuple(self._of_cells())
        lines_read = (*(() if self.citation.table else self.quoted), *self.said)
        return (*own, *(Fact(figure=one, kind="text", line=line) for line in lines_read for one in figures(line)))

    def _of_cells(self) -> Iterable[Fact]:
        """The cells of rows that hold no observation, with their headings."""
        table = self.citation.table
        for row in self.citation.rows if table else ():
            assert table is not None
            label = table.rows[row][0]
            several = sum(any(sign.isdigit() for sign in cell) for cell in table.rows[row][1:]) > 1
            for heading, cell in zip(table.headers[1:], table.rows[row][1:], strict=True):
                periods = tuple(mention.period for text in (heading, label) for mention in find_periods(text))
                for figure in figures(with_unit(cell, heading, table.title)):
                    line, named = f"{label}, {heading}: {cell}", f"{label} {without_unit(heading) if several else ''}"
                    yield Fact(
                        figure=figure,
                        kind="cell",
                        line=line,
                        periods=periods,
                        label=without_periods(named),
                        column=heading,
                        told=not without_periods(label).strip(" –-") or SAYS.search(cell) is not None,
                    )


class Evidence:
    """What was given out while a question was answered, by token."""

    def __init__(self, ledger: Ledger, rows: Rows) -> None:
        self._ledger = ledger
        self._rows = rows
        self._sources: dict[str, Source] = {}

    @cached_property
    def _said(self) -> Mapping[str, tuple[str, ...]]:
        said: dict[str, dict[str, None]] = {}
        for sentence in self.sentences:
            for one in sentence[1]:
                said.setdefault(one, {})[sentence[0]] = None
        return {one: tuple(sentences) for one, sentences in said.items()}

    @cached_property
    def sentences(self) -> tuple[tuple[str, frozenset[str], str], ...]:
        """What the tools said, sentence by sentence: without marks, with its tokens, and the sentence before it."""
        found: list[tuple[str, frozenset[str], str]] = []
        for text in self._ledger.texts:
            before = ""
            for sentence in (one for line in lines(text) for one in line.sentences):
                found.append((sentence.text, frozenset(sentence.tokens), before))
                before = sentence.text
        return tuple(found)

    def gave(self, text: str, tokens: Collection[str], before: str) -> bool:
        """Whether a tool said a sentence word for word with just these marks; one that leans, after the same sentence.

        One without marks always follows the same sentence.
        """
        wanted, leaning = _bare(text), _bare(before)
        return any(
            _bare(said) == wanted
            and given == frozenset(tokens)
            and ((tokens and not LEANS.match(said)) or ((tokens or before) and _bare(earlier) == leaning))
            for said, given, earlier in self.sentences
        )

    def working(self, digits: Collection[str], tokens: Collection[str]) -> str:
        """The working, with tokens, by which a tool gave some numbers from sources that are all marked; "" if none."""
        for one in self._ledger.worked_out:
            given = {*numbers(one.text), *numbers(MARK.sub(" ", one.working))}
            if one.sources <= set(tokens) and set(digits) <= given:
                return one.working
        return ""

    def counts(self, figure: Figure, tokens: Collection[str]) -> bool:
        """Whether a figure is a count of some whole that a tool worked out from sources among those marked."""
        worked_out = [one for one in self._ledger.worked_out if one.sources <= set(tokens)]
        given = (count for one in worked_out for count in figures(one.text))
        return any(
            count.base is not None and (count.value, count.base) == (figure.value, figure.base) for count in given
        )

    def source(self, token: str) -> Source | None:
        """The source of a token; None where it was not given out."""
        if token not in self._sources:
            citation = self._ledger.source(token)
            if citation is None:
                return None
            held = [o for row in citation.rows for o in self._rows.get((id(citation.table), row), ())]
            self._sources[token] = Source(token, citation, tuple(held), self._said.get(token, ()))
        return self._sources[token]

    def sources(self, tokens: Iterable[str], text: str = "") -> tuple[Source, ...]:
        """The sources of tokens that were given out, in order; of rows those whose codes a text gives, if any."""
        found = (self.source(token) for token in tokens)
        return tuple(one.of_codes(frozenset(CODE.findall(text))) for one in found if one is not None)


def _bare(text: str) -> str:
    """A sentence as it is compared: folded, without what answers yes or no first and what closes it."""
    return fold(OPENING.sub("", text)).strip(AT_ENDS)


def rows_of(holdings: Holdings) -> Rows:
    """The observations of every row that has any."""
    found: dict[tuple[int, int], list[Observation]] = {}
    for document in holdings.documents:
        for one in document.observations:
            table, row = holdings.table(one)
            found.setdefault((id(table), row), []).append(one)
    return {place: tuple(held) for place, held in found.items()}


def _of_observations(observations: Iterable[Observation]) -> Iterable[Fact]:
    """The value, target and change that a row prints, each in its unit, and its distance from target."""
    for one in observations:
        unit = "%" if one.unit == "percent" else ""
        points = " percentage points" if unit else ""
        printed: tuple[tuple[Kind, str, str], ...] = (
            ("value", one.shown, unit),
            ("target", one.target_shown, unit),
            ("change", one.change_shown, points),
        )
        for kind, shown, counted in printed:
            digits = re.search(r"\d[\d,]*(?:\.\d+)?", shown)
            for figure in figures(f"{digits[0]}{counted}") if digits else ():
                down = kind == "change" and (one.change or 0) < 0
                yield Fact(figure=figure, kind=kind, line=shown, observation=one, periods=(one.period,), negative=down)
        if one.value is not None and one.target is not None and one.unit == "percent":
            for figure in figures(f"{abs(one.value - one.target)} percentage points"):
                yield Fact(figure=figure, kind="gap", line=figure.text, observation=one, periods=(one.period,))


def moves(sources: Iterable[Source]) -> Iterable[tuple[Source, Fact]]:
    """The changes between the values that sources give of one measure, each with the later one's source and row."""
    rows = [(source, o) for source in sources for o in source.observations if o.measure.code and o.unit == "percent"]
    for _, before in rows:
        for source, after in rows:
            if family(before.measure) != family(after.measure) or not before.period < after.period:
                continue
            if before.value is not None and after.value is not None:
                for figure in figures(f"{abs(after.value - before.value)} percentage points"):
                    yield source, Fact(figure=figure, kind="change", line=figure.text, observation=after)


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures are counted alike: percent, points, money, time, or a plain number."""
    return one.unit == other.unit and (one.unit != "time" or one.noun == other.noun)
