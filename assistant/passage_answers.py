"""Answers from prose: the sentences that answer, verbatim, with their places; or that none does."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import disagreements, phrases
from assistant.answers import Answer, Citation
from assistant.asides import SUMMARISED, TOGETHER
from assistant.draft import Draft
from assistant.evidence import Case, weights
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.quotes import Quote, apart, quoted
from corpus.models import ENGLAND_AND_WALES, Table
from index.search import Searcher

SEARCHED = 60  # passages found among which a named publication's are looked for
SEARCHED_WITHIN = 1000  # those among which are looked for that are of the only publication that may be quoted
LOOKED_AT = 5  # passages found that are read for sentences
NEAR = 3  # places that are named where none answers
BEARING = 0.25  # of a place's score, 0 to 1, from which it bears on a question; those found for nonsense have less
SURELY = 0.9  # likelihood of a quote where only a sure answer will do


class Quoter:
    """Answers by quoting what a search finds."""

    def __init__(self, searcher: Searcher, holdings: Holdings) -> None:
        self._searcher = searcher
        self._holdings = holdings

    def answer(self, query: Query, *, surely: bool = False) -> Answer:
        """Quote the places that answer, best first, or say that the publications held do not.

        `surely` asks for evidence that holds nearly all of the question.
        """
        draft = Draft(query, self._holdings)
        draft.understood("Searched for", query.search)
        if query.carried:
            draft.caveat(TOGETHER)
        cases = self.cases(query)
        heard = [case for case in cases if not case.speaks_against]
        if not heard or heard[0].likelihood < (SURELY if surely else weights()["threshold"]):
            return _not_there(draft, [case.quote for case in cases])
        for quote in apart([case.quote for case in heard], latest=not query.periods):
            _say(draft, quote)
        disagreements.say_of_sources(draft)
        return draft.done()

    def cases(self, query: Query) -> list[Case]:
        """The quotes that bear most on a question, best first, each to be weighed as its evidence."""
        return self._cases(query, SEARCHED_WITHIN if query.within else LOOKED_AT, query.within)

    def add(self, draft: Draft, publications: Collection[str]) -> bool:
        """Add to a draft what named publications say of its query; False where nothing there surely is evidence.

        Only a sure answer will do: that the publication is named speaks for all of its passages alike.
        """
        heard = [case for case in self._cases(draft.query, SEARCHED, publications) if not case.speaks_against]
        if not heard or heard[0].likelihood < SURELY:
            return False
        since = len(draft.citations)
        _say(draft, heard[0].quote)
        disagreements.say_of_sources(draft, since)
        return True

    def _cases(self, query: Query, searched: int, publications: Collection[str] = ()) -> list[Case]:
        """The first few of so many passages found, of certain publications where some are given."""
        asked = self._searcher.understood(query.search)
        if not asked.weights:
            return []
        every = self._searcher.search(query.search, searched)
        found = [one for one in every if not publications or one.chunk.publication.id in publications][:LOOKED_AT]
        scores = [one.score for one in found]
        return [
            Case(query, asked, quoted(asked, one), self._searcher, max(scores[:at] + scores[at + 1 :], default=0.0))
            for at, one in enumerate(found)
        ]


def _say(draft: Draft, quote: Quote) -> None:
    chunk = quote.found.chunk
    publication = chunk.publication
    mark = _cite(draft, quote)
    if publication.summary:
        draft.caveat(SUMMARISED)
    if publication.geography and publication.geography != ENGLAND_AND_WALES:
        draft.caveat(f"{publication.title} covers {publication.geography}.")
    said = quote.text.replace("\n", "\n  ")
    where = f"({publication.title}, {chunk.locator})"
    opening, closing = ("", "") if publication.summary else ("“", "”")
    prefix = "" if not draft.started else "- "
    draft.say(f"{prefix}{opening}{said}{closing} {where} {mark}")
    if chunk.table is not None and chunk.row is not None:
        _say_original(draft, chunk.table, chunk.row)


def _cite(draft: Draft, quote: Quote) -> str:
    """The mark of the place that a quote stands in."""
    chunk = quote.found.chunk
    if chunk.passage is not None:
        return draft.cite_text(chunk.publication, chunk.passage, quote.text)
    assert chunk.table is not None and chunk.row is not None
    return draft.cite_row(chunk.publication, chunk.table, chunk.row, chunk.locator, quote.text)


def _say_original(draft: Draft, table: Table, row: int) -> None:
    """Beside a row that another publication rounds, give the figure as its producer publishes it."""
    for original in draft.holdings.originals(table, row):
        mark = draft.cite(original)
        draft.figure(phrases.amount(original), mark)
        title = draft.holdings.publication(original.locator.publication).title
        draft.say(
            f"- As published in {title}: {phrases.measure_name(original.measure)} was {phrases.amount(original)} "
            f"{phrases.where(original)} {mark}"
        )
        draft.caveat(f"The figure quoted is a rounding; prefer that of {title}, which publishes it first.")


def _not_there(draft: Draft, quotes: Sequence[Quote]) -> Answer:
    within = [draft.holdings.publication(one) for one in draft.query.within]
    titles = phrases.listed(f"{one.title} {draft.cite_publication(one, one.title)}" for one in within)
    draft.say(f"{titles or 'The publications held'} {'does' if len(within) == 1 else 'do'} not say this.")
    if quotes:
        chunk = quotes[0].found.chunk
        if chunk.passage is not None:
            mark = draft.cite_text(chunk.publication, chunk.passage, chunk.text)
            draft.say(f"The nearest passage is in {chunk.publication.title}, {chunk.locator} {mark}.")
    if not within:
        covered = phrases.listed(dict.fromkeys(d.publication.geography for d in draft.holdings.documents))
        draft.say(f"They are about probation in {covered}.")
    return replace(draft.done("not_found"), near=_near(draft, quotes))


def _near(draft: Draft, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
    """The places that bear most on a question without answering it, beside the one that the answer names."""
    named = {source.locator for source in draft.citations}
    beside = Draft(draft.query, draft.holdings)
    for quote in quotes:
        if quote.score >= BEARING and quote.found.chunk.locator not in named:
            _cite(beside, quote)
    return beside.citations[:NEAR]
