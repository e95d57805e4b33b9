"""The words of tables and of questions about them, a short form and its long one counting as the same."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.cell_grids import Grid, grids, spoken
from assistant.holdings import Holdings
from assistant.words import contains, fold, listed_words, words
from corpus.aliases import Aliases
from corpus.models import Publication
from index.words import stem

BRACKETS = re.compile(r"[\[(][^\])]*[\])]")
CODE = re.compile(r"[a-z]{2,}\d+[a-z]*")
OF_TITLE = 0.5  # what a word counts for in a heading that the table's title has too
EMPTY: frozenset[str] = frozenset()


def root_of(word: str) -> str:
    """The stem of a word, a doubled last letter made one: "staff" and "staffing" have one root."""
    found = stem(word)
    return found[:-1] if found[-2:-1] == found[-1:] else found


# Words that ask about a cell without naming it; they neither speak for nor against a match.
FILLER = frozenset(
    root_of(word) for name in ("asking", "talk", "tally", "generic", "cell") for word in listed_words(name)
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A word, or a short form with the stems that its long form is known by."""

    key: str
    parts: frozenset[str] = EMPTY

    def share(self, tokens: Collection[str]) -> float:
        """How much of it is among stems, 0 to 1."""
        if self.key in tokens:
            return 1.0
        return len(self.parts.intersection(tokens)) / len(self.parts) if self.parts else 0.0


class Lexicon:
    """Reads texts as concepts, by the short forms and everyday words of the aliases."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases

    def concepts(self, text: str) -> tuple[Concept, ...]:
        """The concepts of a text, each once, in order."""
        plain = " ".join(words(text))
        found: list[Concept] = []
        at = 0
        for match in self._phrases.finditer(plain):
            found += map(Concept, roots(plain[at : match.start()]))
            found.append(self._forms[match[0]])
            at = match.end()
        found += map(Concept, roots(plain[at:]))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _forms(self) -> Mapping[str, Concept]:
        """Short forms, long forms and everyday words, to what they mean."""
        forms: dict[str, Concept] = {}
        for said, meant in self._aliases.measure_words.items():
            forms[_plain(said)] = Concept(_plain(said), frozenset(roots(meant)))
        for short, longs in self._aliases.short_forms.items():
            parts = frozenset(root for long in longs for root in roots(long) if root not in FILLER)
            concept = Concept(root_of(_plain(short)), parts)
            forms |= {_plain(form): concept for form in (short, *longs)}
        return forms

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if longest_first else r"(?!)")


class Weights:
    """How telling words are among texts given as sets of them: rarer, more."""

    def __init__(self, texts: Sequence[Collection[str]]) -> None:
        counts = Counter(token for tokens in texts for token in set(tokens))
        self._of = {token: math.log(1 + len(texts) / count) for token, count in counts.items()}
        self._rarest = max(self._of.values(), default=1.0)

    def of(self, concept: Concept) -> float:
        """The weight of a concept; one that no text has weighs as the rarest."""
        return self._of.get(concept.key, self._rarest)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridWords:
    """A table's words: of its row labels, of whole rows, of its headings, of its title and publication."""

    grid: Grid
    labels: Mapping[int, tuple[Concept, ...]]
    wholes: Mapping[int, frozenset[str]]
    headings: Mapping[str, tuple[Concept, ...]]
    explained: Mapping[str, tuple[Concept, ...]]  # headings with what stands in brackets after them
    title: frozenset[str]
    caption: frozenset[str]  # of the table's own title alone
    publisher: frozenset[str]
    labelled: frozenset[str]  # of the headings above the labels
    codes: frozenset[str]  # codes that tell rows apart
    local: Weights  # among the headings

    def parts(self) -> Iterator[frozenset[str]]:
        """The words of its labels, headings and title, as texts to weigh words by."""
        yield from map(tokens_of, (*self.labels.values(), *self.headings.values()))
        yield self.title

    def has_row(self, area: str) -> bool:
        """Whether the label of a row names an area."""
        return any(contains(fold(self.grid.label(row)), area) for row in self.grid.rows)

    def placed(self, text: str) -> bool:
        """Whether a folded text names the table by its number."""
        return contains(text, self.grid.table.locator.place)

    def headed(self, heading: str, tokens: Collection[str]) -> tuple[float, float]:
        """The share of a heading that words give, and of what they give of all headings the share that is its."""
        every = {c for found in self.explained.values() for c in found}

        def weigh(concept: Concept) -> float:
            return self.local.of(concept) * (OF_TITLE if concept.key in self.caption else 1.0)

        given = sum(weigh(c) * c.share(tokens) for c in self.headings[heading])
        if not given:
            return 0.0, 0.0
        explained = sum(weigh(c) * c.share(tokens) for c in self.explained[heading])
        named = given / sum(map(weigh, self.headings[heading]))
        return named, explained / sum(weigh(c) * c.share(tokens) for c in every)

    @property
    def heads(self) -> frozenset[str]:
        """The words of all headings."""
        return tokens_of(c for found in self.explained.values() for c in found)


def read_grids(holdings: Holdings, lexicon: Lexicon, aliases: Aliases) -> tuple[GridWords, ...]:
    """The words of every table of figures without codes that is held."""
    found = []
    for document in holdings.documents:
        about = document.publication
        forms = [short for short, long in aliases.short_forms.items() if _publisher(about) in map(fold, long)]
        publisher = tokens_of(lexicon.concepts(" ".join([about.publisher, *forms])))
        found += [_words(grid, lexicon, publisher) for grid in grids(document, holdings)]
    return tuple(found)


def tokens_of(concepts: Iterable[Concept]) -> frozenset[str]:
    """The keys and parts of concepts."""
    return frozenset(token for c in concepts for token in (c.key, *c.parts))


def _words(grid: Grid, lexicon: Lexicon, publisher: frozenset[str]) -> GridWords:
    table, of = grid.table, lexicon.concepts
    numeric = {column.number for column in grid.columns}
    headings = {c.heading: of(BRACKETS.sub(" ", spoken(c.heading))) for c in grid.columns}
    wholes = {row: tokens_of(of(spoken(_without(numeric, table.rows[row])))) for row in grid.rows}
    units = " ".join(c.unit for c in grid.columns)
    heads = _without(numeric, table.headers)
    title = [table.title, *table.section, grid.publication.title, heads, units, table.locator.place]
    telling = frozenset().union(*wholes.values()) - frozenset.intersection(*wholes.values())
    return GridWords(
        grid=grid,
        labels={row: of(BRACKETS.sub(" ", spoken(grid.label(row)))) for row in grid.rows},
        wholes=wholes,
        headings=headings,
        explained={heading: of(spoken(heading)) for heading in headings},
        title=tokens_of(of(spoken(" ".join(title)))),
        caption=tokens_of(of(spoken(table.title))),
        publisher=publisher,
        labelled=tokens_of(of(spoken(heads))),
        codes=frozenset(filter(CODE.fullmatch, telling)),
        local=Weights([tokens_of(of(spoken(heading))) for heading in headings]),
    )


def _without(numeric: Collection[int], cells: Sequence[str]) -> str:
    """The cells of a row that are words."""
    return " ".join(cell for n, cell in enumerate(cells) if n not in numeric)


def _publisher(publication: Publication) -> str:
    return fold(publication.publisher).removeprefix("the ")


def roots(text: str) -> list[str]:
    """The roots of the words that carry meaning, in order."""
    stop = listed_words("stop")
    return [root_of(word) for word in words(text) if word not in stop]


def _plain(form: str) -> str:
    return " ".join(words(form))
