"""Whether what a saved answer rests on still stands: each of its sources held against what is held now.

Only what the answer used counts: the figures of the cells it gives, the words it quotes. Another layout of the same
publication with the same figures changes nothing. It is worked out anew whenever an answer is shown, so that nothing
that is kept can be out of date itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.answers import Answer, Citation
from assistant.changes import differing, squeezed
from assistant.exports.text import day
from assistant.holdings import Holdings
from assistant.quotes import GAP
from assistant.trace import numbers
from assistant.version_figures import VersionFigure, of_document, of_tables
from corpus.aliases import area_named
from corpus.models import Document, Publication, Table
from corpus.numbers import is_number
from corpus.observations import observations
from corpus.periods import find_periods
from corpus.sentences import split

ALIKE = 0.7  # share of its words that a quote shares with the passage that now stands in its place
FEWEST_CHARACTERS = 3  # of a figure that tells itself in a text
WORD = re.compile(r"[^\W_]+")
LINES = re.compile(rf"\n|{re.escape(GAP.strip())}")


def outdated(answer: Answer, holdings: Holdings) -> tuple[str, ...]:
    """What an answer used that is no longer so, one sentence each; none where all of it still stands."""
    return Standing(holdings).outdated(answer)


class Standing:
    """What is held now, as sources of answers are held against it; of each publication worked out once."""

    def __init__(self, holdings: Holdings) -> None:
        """Look at nothing yet."""
        self._documents = {document.publication.id: document for document in holdings.documents}
        self._editions: dict[str, _Now] = {}

    def outdated(self, answer: Answer) -> tuple[str, ...]:
        """What an answer used that is no longer so, one sentence each."""
        cited = (line for source in answer.citations for line in self._of(source))
        drawn = (line for publication, figures in _drawn(answer) for line in self._of_figures(publication, figures))
        return tuple(dict.fromkeys([*cited, *drawn]))

    def _of(self, source: Citation) -> Iterator[str]:
        now = self._now(source.publication)
        if now is None:
            yield f"{source.publication.title} is no longer held; this answer used it."
        elif source.table is not None and source.rows:
            yield from now.of_figures(source.publication, _used(source, source.table))
        else:
            yield from now.of_quote(source)

    def _of_figures(self, publication: Publication, figures: Sequence[VersionFigure]) -> Iterator[str]:
        now = self._now(publication)
        return now.of_figures(publication, figures) if now else iter(())

    def _now(self, publication: Publication) -> "_Now | None":
        """The publication as it is held now; None where it is not."""
        name = publication.id
        if name in self._documents and name not in self._editions:
            self._editions[name] = _Now(self._documents[name])
        return self._editions.get(name)


class _Now:
    """A publication as it is held now."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of_figures(self, publication: Publication, used: Sequence[VersionFigure]) -> Iterator[str]:
        """What is no longer so of figures that an answer used; `publication` is as it was then."""
        keys = {one.key for one in used} | {one.whole for one in used}
        for was, now in differing(used, [one for one in self._figures if one.key in keys]):
            if was and now:
                yield f"{was.of} is {now.said} now; this answer used {was.said}."
            elif was and not self._prints(was, publication):
                yield f"{was.of} is no longer given in {publication.title}; this answer used {was.said}."

    def of_quote(self, source: Citation) -> Iterator[str]:
        """What is no longer so of the sentences that an answer quotes; a summary and a text have no words in common."""
        if source.publication.summary != self._document.publication.summary:
            if not source.publication.summary:
                yield f"The text of {source.publication.title}, which this answer quotes, is no longer held."
        elif squeezed(source.quote) not in self._text:
            sentences = [sentence for line in LINES.split(source.quote) for sentence in split(line)]
            yield from (line for sentence in sentences for line in self._of_sentence(source, sentence))

    def _of_sentence(self, source: Citation, sentence: str) -> Iterator[str]:
        if squeezed(sentence) in self._text:
            return
        words = _words(sentence)
        shares = ((len(words & _words(text)) / (len(words) or 1), text) for text in self._stretches)
        share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, ""))
        place = f"{source.publication.title}, {source.locator}"
        if share < ALIKE:
            yield f"What this answer quotes of {place}, is no longer there."
        elif set(numbers(sentence)) - set(numbers(nearest)):
            yield f"{place}, gives other figures now than this answer quotes."

    def _prints(self, one: VersionFigure, publication: Publication) -> bool:
        """Whether a figure stands there still, in a row that is called otherwise in a summary, or in the text."""
        digits = set(numbers(one.shown))
        if publication.summary != self._document.publication.summary:
            there = any(one.place == other.place and one.is_same(other) for other in self._figures)
            return there or not is_number(one.shown)
        if len(one.shown) < FEWEST_CHARACTERS and any(one.place == other.place for other in self._figures):
            return False
        says = (text for text in self._stretches if one.shown in text and _says(text, one.row))
        return any(digits <= set(numbers(text)) for text in says)

    @cached_property
    def _figures(self) -> list[VersionFigure]:
        return of_document(self._document)

    @cached_property
    def _stretches(self) -> list[str]:
        """The texts and rows that a quote can be of."""
        rows = [" ".join(row) for table in self._document.tables for row in table.rows]
        publication = self._document.publication
        released = f"Published {day(publication.published)}"
        itself = (publication.title, publication.publisher, released, publication.title, publication.period)
        return [*itself, *(passage.text for passage in self._document.passages), *rows]

    @cached_property
    def _text(self) -> str:
        """All that is said in it, whatever the layout."""
        return "".join(map(squeezed, self._stretches))


def _used(source: Citation, table: Table) -> list[VersionFigure]:
    """The figures that an answer uses of a source's rows, read as they were when it was given."""
    rows = [table.rows[number] for number in source.rows]
    cells = {table.rows[row][column] for row, column in source.cells} or {cell for row in rows for cell in row}
    publication = source.publication
    period = max((mention.period for mention in find_periods(publication.period)), default=None)
    found = observations(table, table.notes, (), period, area_named(publication.geography))
    mine = [one for one in found if any(_is_of(one.locator.row, row) for row in rows)]
    figures = of_tables([] if found else [replace(table, rows=tuple(rows), marks={})], mine)
    return [one for one in figures if one.shown in cells]


def _drawn(answer: Answer) -> Iterator[tuple[Publication, list[VersionFigure]]]:
    """The figures of the charts of an answer that were all looked at for it: measures that were counted or ranked, and
    the ratings of the regions where it speaks of several."""
    several = any(len(source.rows) > 1 for source in answer.citations)
    for chart in answer.charts:
        if chart.kind == "targets" or (chart.kind == "regions" and several):
            for publication in chart.publications:
                own = [one for one in chart.observations if one.locator.publication == publication.id]
                yield publication, of_tables([], own)


def _is_of(name: str, row: Sequence[str]) -> bool:
    """Whether a row is cited by a name: one of its cells, or a code in its label."""
    return name in row or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", row[0]) is not None


def _says(text: str, name: str) -> bool:
    """Whether most words of a name stand in a text, which may have other lines of a table between them."""
    words = _words(name)
    return len(words & _words(text)) >= ALIKE * len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))
