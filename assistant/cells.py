"""Finding the cells of a table that a question asks for: a row, a column or both, of any table without codes.

Rows, headings and titles are matched by their words, short forms and their long ones alike, each word weighing
more the rarer it is among them. Nothing here knows a publication, a row or a year.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant import shapes
from assistant.cell_grids import Column, Grid
from assistant.cell_headings import LEAST_HEADED, SHARED, TIED, both, headings_of, of_unit
from assistant.cell_shapes import (
    AVERAGE,
    SHARE,
    WHICH,
    Order,
    Side,
    Want,
    is_gap,
    is_of_target,
    is_prose,
    is_ranked,
    order_of,
    side_of,
    wanted,
)
from assistant.cell_words import CODE, FILLER, Concept, GridWords, Lexicon, Weights, read_grids, roots, tokens_of
from assistant.holdings import Holdings
from assistant.words import contains, fold
from corpus.aliases import Aliases
from corpus.models import ENGLAND_AND_WALES, Observation
from corpus.periods import Period
from corpus.roles import one_period

LEAST_NAMED, PARTLY_NAMED, SHORTLY_NAMED = 0.55, 0.3, 0.2  # of a row's label; the lower ones with more words shared
WELL_SHARED = 4  # words of a label or heading in a question, where they are many
WHOLLY_TOLD = 0.95  # of a question by one row
SURELY_HEADED = 0.75  # of a heading, where the table is of one period and the question of none
LEAST_TOLD = {1: 0.95, 2: 0.85, 3: 0.7}  # of the question, by how many parts of the table it names
WELL_TOLD = 0.6  # of the question, where it names more parts
MOST_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMatch:
    """The cells that a question surely asks for. No columns means all of them; no rows, that none is of its periods.

    `named` is the share of the row label that the question gives (0: all rows are meant), `headed` that of the
    column heading, `told` the share of the question that row, headings, title and publication account for; all
    0 to 1. `asked_for` says that the question names the publication, `missing` which periods no row is of.
    """

    grid: Grid
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    want: Want
    named: float
    headed: float
    told: float
    gap: bool = False  # asks how far values are from targets
    order: Order = ""  # what a ranking starts with; "" where the question only says "biggest"
    asked_for: bool = False
    side: Side = ""  # of the targets, where that is wanted; "" for both
    missing: tuple[Period, ...] = ()
    begun: tuple[Period, ...] = ()  # periods that no row is of, answered by the rows that begin in the same year
    owed: bool = (
        False  # a code beside its service's name, or an average of its heading: no measure's by that name alone
    )
    also: tuple["CellMatch", ...] = ()  # other tables that fit about as well

    @property
    def score(self) -> float:
        """The shares in one number, 0 to 1, that of the question counting most."""
        return self.told * (0.5 + 0.25 * self.named + 0.25 * self.headed)

    def beats(self, told: float, named: float) -> bool:
        """Whether the table answers rather than a measure that the question names, by the same two shares of that.

        A measure that explains the question as well is preferred, unless the publication is named, or row and
        heading are both given more fully than the measure's name.
        """
        fuller = self.told == told and min(self.named, self.headed) >= max(SURELY_HEADED, named) > named
        return self.asked_for or self.told > told or fuller


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question about cells, read."""

    text: str
    concepts: tuple[Concept, ...]
    tokens: frozenset[str]
    areas: tuple[str, ...]
    publications: tuple[str, ...]
    periods: tuple[Period, ...]


class CellFinder:
    """Finds the cells that questions ask for. What it needs is worked out when it is first asked."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._aliases = aliases
        self._lexicon = Lexicon(aliases)

    def find(self, text: str, publications: Sequence[str] = (), periods: Sequence[Period] = ()) -> CellMatch | None:
        """The cells that a folded question without its periods asks for; None where that is not sure.

        `publications` are the ids of those it names, `periods` the periods.
        """
        if is_prose(text):
            return None
        concepts = self._lexicon.concepts(text)
        asked = _Asked(text, concepts, tokens_of(concepts), self._areas(text), tuple(publications), tuple(periods))
        found = [m for words in self._grids if (m := self._match(words, asked))]
        if not found:
            return None
        best = max(found, key=lambda m: m.score)
        also = tuple(m for m in found if m is not best and m.score >= best.score - TIED)
        if also and not (shapes.COUNT.search(text) or SHARE.search(text)) and not _headed(best, text):
            return None
        return replace(best, also=also)

    @cached_property
    def _grids(self) -> tuple[GridWords, ...]:
        return read_grids(self._holdings, self._lexicon, self._aliases)

    @cached_property
    def _weights(self) -> Weights:
        return Weights([parts for grid in self._grids for parts in grid.parts()])

    @cached_property
    def _held_codes(self) -> frozenset[str]:
        return frozenset(fold(code) for code in self._holdings.codes)

    @cached_property
    def _area_forms(self) -> Mapping[str, re.Pattern[str]]:
        """The published areas, to the ways of writing each."""
        forms = {area: (area, *self._aliases.areas.get(area, ())) for area in self._holdings.areas}
        return {
            area: re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(form)) for form in written)})(?!\w)")
            for area, written in forms.items()
        }

    def _areas(self, text: str) -> tuple[str, ...]:
        """The areas that a question names, but for the whole."""
        forms = self._area_forms
        text = forms[ENGLAND_AND_WALES].sub(" ", text)
        return tuple(area for area, form in forms.items() if area != ENGLAND_AND_WALES and form.search(text))

    def _match(self, words: GridWords, asked: _Asked) -> CellMatch | None:
        """The cells of one table, or None where the question is not surely about it."""
        grid = words.grid
        elsewhere = asked.publications and grid.publication.id not in asked.publications
        if elsewhere or not all(words.has_row(area) for area in asked.areas):
            return None
        content = tuple(c for c in asked.concepts if c.key not in FILLER and c.key not in words.publisher)
        fitting = [row for row, o in grid.rows.items() if _fits(o, grid, asked)]
        missing = [p for p in asked.periods if grid.by_period and not any(_is_of(o, p) for o in grid.rows.values())]
        begun = [p for p in missing if any(_begins_with(o, p) for o in grid.rows.values())]
        if begun:
            fitting = [row for row, o in grid.rows.items() if row in fitting or any(_begins_with(o, p) for p in begun)]
            missing = [p for p in missing if p not in begun]
        sited = bool(asked.publications) or words.placed(asked.text)
        if grid.by_period:
            rows, named = tuple(fitting), 1.0 if asked.periods and fitting else 0.0
        elif _asks_row(words, asked):
            rows, named = tuple(fitting), 0.0
        else:
            rows, named = self._rows(words, content, fitting, sited)
        if not rows and not missing:
            return None
        columns, headed = self._columns(words, asked)
        want = wanted(asked.text, grid, rows if named else ()) if rows else "value"
        ranked = want == "rank" and grid.by_period and not asked.periods and headed >= SURELY_HEADED
        match = CellMatch(
            grid=grid,
            rows=rows,
            columns=columns,
            want=want,
            named=named,
            headed=headed,
            told=self._told(words, content, rows if named else ()),
            gap=is_gap(asked.text),
            order=order_of(asked.text),
            asked_for=bool(asked.publications),
            side=side_of(asked.text) or "",
            begun=tuple(begun),
            owed=ranked or _is_owed(words, asked, content, columns if begun else ()),
            missing=tuple(missing),
        )
        latest = self._holdings.latest.year if self._holdings.latest else None
        return match if _is_sure(match, words, asked, content, self._held_codes, latest) else None

    def _rows(
        self, words: GridWords, content: Sequence[Concept], fitting: Sequence[int], sited: bool
    ) -> tuple[tuple[int, ...], float]:
        """The rows whose labels a question gives, and the share it gives of the first; with none all rows, and 0.

        Where it names the table's number or publication (`sited`), all its words in one row alone are enough.
        """
        chosen: list[int] = []
        first, left = 0.0, list(content)
        while left and len(chosen) < MOST_ROWS:
            scored = [(self._label(words, row, left), row) for row in fitting if row not in chosen]
            best = max((found for found, _ in scored), default=(0.0, 0.0))
            rows = [row for found, row in scored if found == best]
            if not best[0] or (chosen and best[1] < LEAST_NAMED) or len(rows) > MOST_ROWS:
                break
            chosen += rows
            first = first or best[1]
            left = [c for c in left if not any(c.share(words.wholes[row]) == 1 for row in rows)]
        if not chosen and sited and len(content) >= SHARED:
            alone = [row for row in fitting if all(c.share(words.wholes[row]) == 1 for c in content)]
            chosen, first = (alone, LEAST_NAMED) if len(alone) == 1 else ([], 0.0)
        return (tuple(sorted(chosen)), first) if chosen else (tuple(fitting), 0.0)

    def _label(self, words: GridWords, row: int, content: Sequence[Concept]) -> tuple[float, float]:
        """How well a question names a row, 0 where not well enough, and the share of its label that it gives."""
        codes = {c.key for c in content} & words.codes
        if codes:
            return (1.0, 1.0) if codes <= words.wholes[row] else (0.0, 0.0)
        shared = [c for c in content if c.share(words.wholes[row])]
        if not shared:
            return 0.0, 0.0
        weigh, tokens = self._weights.of, tokens_of(content)
        telling = [c for c in words.labels[row] if c.key not in FILLER] or words.labels[row]
        given = sum(weigh(c) * c.share(tokens) for c in telling)
        named = given / sum(map(weigh, telling)) if given else 0.0
        told = sum(map(weigh, shared)) / sum(map(weigh, content))
        partly = named >= PARTLY_NAMED and len(shared) > SHARED
        shortly = named >= SHORTLY_NAMED and len(shared) >= SHARED and told >= WHOLLY_TOLD
        return (both(named, told), named) if named >= LEAST_NAMED or partly or shortly else (0.0, 0.0)

    def _columns(self, words: GridWords, asked: _Asked) -> tuple[tuple[Column, ...], float]:
        """The columns whose headings a question gives, and the share it gives of the first; none and 0 without."""
        grid = words.grid
        headings, headed = headings_of(words, asked.text, asked.tokens)
        columns = of_unit([c for c in grid.columns if c.heading in headings], asked.text)
        of_target = is_of_target(asked.text) or not any(c.is_gap for c in columns)
        if is_gap(asked.text) and grid.pair and of_target:
            return grid.pair, headed
        return columns, headed

    def _told(self, words: GridWords, content: Sequence[Concept], rows: Sequence[int]) -> float:
        """The share of a question that rows, headings, title and publication account for."""
        weigh = self._weights.of
        account = words.title.union(words.heads, *(words.wholes[row] for row in rows))
        total = sum(map(weigh, content))
        return sum(weigh(c) * c.share(account) for c in content) / total if total else 0.0


def _is_sure(
    match: CellMatch,
    words: GridWords,
    asked: _Asked,
    content: Sequence[Concept],
    held_codes: frozenset[str],
    latest: Period | None,
) -> bool:
    """Whether a question names enough of a table, and the table enough of the question.

    `held_codes` are those of measures; `latest` is the year that a question means where it names none.
    """
    grid = match.grid
    used = frozenset().union(*(words.wholes[row] for row in match.rows)) if match.named else frozenset()
    shared = [c for c in content if c.share(used)]
    heads = frozenset().union(*(tokens_of(words.headings[c.heading]) for c in match.columns))
    used |= heads
    titled = [c for c in content if c.key not in used and c.share(words.title)]
    fits = bool(asked.periods and match.rows) and not grid.by_period
    codes = asked.tokens & words.codes
    if codes & held_codes and not (fits or match.asked_for or any(c.key in words.title for c in content)):
        return False  # the code is a measure's too, and nothing says that this table's is meant
    sure_row = match.asked_for or fits or codes or words.placed(asked.text) or len(titled) > 1
    sure_row = sure_row or (len(shared) >= WELL_SHARED and match.named >= LEAST_NAMED)
    if not match.headed and not (match.named and sure_row):
        return False
    if match.headed < LEAST_HEADED and not match.rows:
        return False
    if not match.named and not match.gap and asked.tokens & words.heads - heads - words.caption - FILLER:
        return False  # words of several columns, and no row to tell which is meant
    if not match.named and match.rows and match.want in ("value", "compare"):
        return False
    undated = not asked.periods and not match.asked_for
    of = one_period(grid.table.title)
    of_old = of is not None and (latest is None or of < latest)
    told_apart = any((c.parts and c.key in words.caption) or CODE.fullmatch(c.key) for c in shared)
    told_apart = told_apart or (match.headed >= SURELY_HEADED and not heads <= FILLER)
    if match.want == "sides" and not _tells_sides(words, asked, fits and of_old, len(titled)):
        return False
    if undated and of_old and not told_apart:
        return False
    if shapes.COUNT.search(asked.text) and not SHARE.search(asked.text) and _in_shares(match.columns):
        return False
    parts = sum([match.named > 0, match.headed > 0, bool(titled), fits, match.asked_for])
    if parts == 1 and not match.named and len(heads & asked.tokens) < SHARED:
        return False
    return match.told >= LEAST_TOLD.get(parts, WELL_TOLD)


def _tells_sides(words: GridWords, asked: _Asked, of_past: bool, titled: int) -> bool:
    """Whether a question that counts targets met says that this table's are meant: those of all measures are not here.

    `of_past` says that it names a period before the latest, which is the table's; `titled` is how many words of the
    title it gives.
    """
    return words.placed(asked.text) or of_past or (not words.grid.pair and titled > 1)


def _asks_row(words: GridWords, asked: _Asked) -> bool:
    """Whether the row is what is asked for ("which area had the fewest"), so that none is named."""
    ranks = is_ranked(asked.text) or side_of(asked.text) is not None
    which = WHICH.search(asked.text)
    return bool(ranks and which and words.labelled & frozenset(roots(which[1])))


def _is_owed(words: GridWords, asked: _Asked, content: Sequence[Concept], columns: Sequence[Column]) -> bool:
    """Whether a question gives a code with a word of the table's title, or an average that a heading has."""
    coded = asked.tokens & words.codes and any(c.key in words.caption for c in content)
    averaged = AVERAGE.search(asked.text) and any(AVERAGE.search(fold(c.heading)) for c in columns)
    return bool(coded or averaged)


def _begins_with(observation: Observation, period: Period) -> bool:
    """Whether a row of twelve other months begins in the calendar year that a financial year begins in."""
    row = observation.period
    return period.is_performance_year and row.months == period.months and row.first // 12 == period.first // 12


def _is_of(observation: Observation, period: Period) -> bool:
    return period.holds(observation.period)


def _fits(observation: Observation, grid: Grid, asked: _Asked) -> bool:
    """Whether a row is of a period asked for; a report named by its year is asked for whatever its rows are of."""
    if not asked.periods or any(_is_of(observation, p) for p in asked.periods):
        return True
    issued = grid.publication.published
    years = {count // 12 for p in asked.periods for count in (p.first, p.last)}
    return bool(asked.publications and issued and issued.year in years and not grid.by_period)


def _headed(match: CellMatch, text: str) -> bool:
    """Whether a question gives the heading of a column word for word, or a table has a row for its code."""
    codes = CODE.search(text)
    return bool(codes) or any(contains(text, c.heading) for c in match.columns)


def _in_shares(columns: Sequence[Column]) -> bool:
    """Whether all columns are headed as shares."""
    return bool(columns) and all(SHARE.search(fold(c.heading)) for c in columns)
