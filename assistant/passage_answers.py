"""Answers from prose: the sentences that answer, verbatim, with their places; or that none does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Answer
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from corpus.models import ENGLAND_AND_WALES
from index.features import Question
from index.search import Found, Searcher
from index.words import stems

LOOKED_AT = 8  # passages found that are read for sentences
MOST_QUOTES = 3
NEAR_BEST = 0.8  # of the best quote's score, from which another place is quoted too
LEAST_HELD = 0.55  # share of the question, by what its words say, that the evidence must hold
SURELY_HELD = 0.85
IN_HEADING, IN_PASSAGE = 0.7, 0.5  # what a word counts for that stands there and not in the sentence
LONGEST_LIST = 1500  # characters of a list that is quoted whole
LEANS = re.compile(r"^(?:It|This|These|They|Those|That|He|She|Its|Their|However|Further|In addition|Some of|Of these|Of those)\b")


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences of one passage, or a table row, with how well they answer, 0 to 1."""

    found: Found
    text: str
    score: float
    held: float  # share of the question that the passage holds


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
            draft.caveat("Read together with the question before it.")
        asked = self._searcher.understood(query.search)
        quotes = self._quotes(asked, query)
        if not quotes or quotes[0].held < (SURELY_HELD if surely else LEAST_HELD):
            return _not_there(draft, quotes)
        for quote in _apart(quotes):
            _say(draft, quote)
        return draft.done()

    def _quotes(self, asked: Question, query: Query) -> list[Quote]:
        if not asked.weights:
            return []
        found = self._searcher.search(query.search, LOOKED_AT)
        quotes = [_quote(asked, item) for item in found]
        return sorted(quotes, key=lambda quote: -quote.score)


def _quote(asked: Question, found: Found) -> Quote:
    chunk = found.chunk
    heading = set(stems(chunk.heading))
    passage = set(stems(chunk.text))
    held = _share(asked, passage, heading, IN_HEADING, 0)
    if chunk.passage is None:
        return Quote(found, chunk.text, _blend(found.score, held, asked, chunk.text), held)
    sentences = chunk.passage.sentences or (chunk.text,)
    scores = [_share(asked, set(stems(s)), heading | passage, IN_PASSAGE, 0) + _kind(asked, s) for s in sentences]
    best = max(range(len(sentences)), key=lambda n: (scores[n], -n))
    first, last = _around(asked, sentences, best)
    text = " ".join(sentences[first : last + 1])
    if "\n" in chunk.text and _lead_in(sentences[first]):
        text = chunk.text if len(chunk.text) <= LONGEST_LIST else text
    return Quote(found, text, _blend(found.score, scores[best], asked, text), held)


def _share(asked: Question, inside: set[str], around: set[str], around_counts: float, neither: float) -> float:
    return sum(v * (1.0 if w in inside else around_counts if w in around else neither) for w, v in asked.value.items())


def _kind(asked: Question, text: str) -> float:
    """A bonus where the sentence gives the kind of thing asked for."""
    if not asked.asked:
        return 0.0
    return 0.3 * sum(bool(look.search(text)) for look in asked.asked) / len(asked.asked)


def _blend(search: float, sentence: float, asked: Question, text: str) -> float:
    return 0.7 * search + 0.3 * sentence


def _around(asked: Question, sentences: Sequence[str], best: int) -> tuple[int, int]:
    """The run of sentences to quote: with the one before where it leans on it, the one after where that adds."""
    first = best - 1 if best and LEANS.match(sentences[best]) else best
    last = best
    own = set(stems(sentences[best]))
    if best + 1 < len(sentences):
        after = set(stems(sentences[best + 1]))
        gained = sum(v for w, v in asked.value.items() if w in after and w not in own)
        if gained >= 0.15 or LEANS.match(sentences[best + 1]) and _kind(asked, sentences[best + 1]) > 0:
            last = best + 1
    return first, last


def _lead_in(sentence: str) -> bool:
    return sentence.rstrip().endswith(":") or "\n" in sentence


def _apart(quotes: Sequence[Quote]) -> list[Quote]:
    """The best quote and those nearly as good that say something else."""
    kept: list[Quote] = []
    for quote in quotes:
        if len(kept) == MOST_QUOTES or (kept and quote.score < NEAR_BEST * kept[0].score):
            break
        if not any(quote.text in other.text or other.text in quote.text for other in kept):
            kept.append(quote)
    return kept


def _say(draft: Draft, quote: Quote) -> None:
    chunk = quote.found.chunk
    publication = chunk.publication
    if chunk.passage is not None:
        mark = draft.cite_text(publication, chunk.passage, quote.text)
    else:
        assert chunk.table is not None and chunk.row is not None
        mark = draft.cite_row(publication, chunk.table, chunk.row, chunk.locator, quote.text)
    if publication.summary:
        draft.caveat("From a summary in our own words; ingest the publication's text for its exact wording.")
    if publication.geography and publication.geography != ENGLAND_AND_WALES:
        draft.caveat(f"{publication.title} covers {publication.geography}.")
    said = quote.text.replace("\n", "\n  ")
    where = f"({publication.title}, {chunk.locator})"
    opening, closing = ("", "") if publication.summary else ("“", "”")
    prefix = "" if not draft.started else "- "
    draft.say(f"{prefix}{opening}{said}{closing} {where} {mark}")


def _not_there(draft: Draft, quotes: Sequence[Quote]) -> Answer:
    draft.say("The publications held do not say this.")
    if quotes:
        chunk = quotes[0].found.chunk
        if chunk.passage is not None:
            mark = draft.cite_text(chunk.publication, chunk.passage, chunk.text)
            draft.say(f"The nearest passage is in {chunk.publication.title}, {chunk.locator} {mark}.")
    held = "; ".join(document.publication.title for document in draft.holdings.documents)
    draft.say(f"What is held: {held}.")
    return draft.done("not_found")
