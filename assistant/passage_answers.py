"""Answers from prose: the sentences that answer, verbatim, with their places; or that none does."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from assistant import phrases, shapes
from assistant.answers import Answer
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.words import contains, fold, wording
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES, Table
from corpus.periods import find_periods, without_periods
from index.features import Question
from index.search import Found, Searcher
from index.words import stems

SEARCHED = 60
LOOKED_AT = 8  # passages found that are read for sentences
MOST_QUOTES = 3
NEAR_BEST = 0.8  # of the best quote's score, from which another place is quoted too
LEAST_FOUND, LEAST_HELD = 0.40, 0.42  # what the search must find and the passage hold of the question, 0 to 1
WELL_FOUND = 0.5  # found so well, a passage may hold less
SURELY_HELD = 0.85
BEYOND_DOUBT = 0.55
IN_HEADING, IN_PASSAGE = 0.7, 0.5  # what a word counts for that stands there and not in the sentence
KIND = 0.3  # what it counts for that a sentence gives the kind of thing asked for
NO_DIGIT = 0.75  # of its score, what a quote without a digit counts for where a number is asked for
GAIN = 0.08  # share of the question from which a further sentence of the passage is quoted
MOST_SENTENCES = 3
MOSTLY = 0.6  # share of the shorter quote's stems, from which two say the same
GAP = " […] "
LONGEST_LIST = 1500  # characters of a list that is quoted whole
LEANS = re.compile(
    r"^(?:It|This|These|They|Those|That|He|She|Its|Their|However|Further|In addition|Some of|Of these"
    r"|Of those|For example|Overall)\b"
)
# Words that ask, compare or tell of a change name nothing that the evidence must be about.
GENERIC = wording("asking") | wording("generic")
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|none|no|most|all|few)\b",
    re.I,
)
MONEY = re.compile(r"£|\b(?:costs?|spen[dt]|spending|paid|pay|salary|budget|funding|price)\b", re.I)
EXPLAINS = re.compile(
    r"^(?:how|why|explain|what happens|describe|tell me about)\b(?! (?:many|much|far|long|often))", re.I
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences of one passage, or a table row, with how well they answer, 0 to 1."""

    found: Found
    sentences: tuple[str, ...]
    score: float
    held: float  # share of the question that the passage holds

    @property
    def text(self) -> str:
        """The sentences, a gap between those that do not stand together in the passage."""
        text = self.sentences[0]
        for sentence in self.sentences[1:]:
            together = f"{text.rsplit(GAP, 1)[-1]} {sentence}"
            whole = " ".join(self.found.chunk.text.split())
            text += f" {sentence}" if " ".join(together.split()) in whole else f"{GAP}{sentence}"
        return text


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
        found = self._quotes(asked, query)
        quotes = [quote for quote in found if _bears_on(query, quote)]
        if not quotes or not _enough(quotes, surely) or not _names_it(asked, _apart(quotes), query.areas):
            return _not_there(draft, found)
        for quote in _apart(quotes):
            _say(draft, quote)
        return draft.done()

    def add(self, draft: Draft, publications: Sequence[str]) -> bool:
        """Add to a draft what named publications say of its query; False where they say nothing of it."""
        query = draft.query
        asked = self._searcher.understood(query.search)
        if not asked.weights:
            return False
        found = [f for f in self._searcher.search(query.search, SEARCHED) if f.chunk.publication.id in publications]
        quotes = sorted((_quote(asked, item) for item in found[:LOOKED_AT]), key=lambda quote: -quote.score)
        if not quotes or quotes[0].held < LEAST_HELD:
            return False
        _say(draft, quotes[0])
        return True

    def _quotes(self, asked: Question, query: Query) -> list[Quote]:
        if not asked.weights:
            return []
        found = self._searcher.search(query.search, LOOKED_AT)
        quotes = [_quote(asked, item) for item in found]
        counts = bool(shapes.COUNT.search(fold(query.question)))
        return sorted(quotes, key=lambda quote: -quote.score * (NO_DIGIT if counts and not _has_digit(quote) else 1))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """The stems of a text; the same passages come back for many questions."""
    return frozenset(stems(text))


@lru_cache(maxsize=5_000)
def _spelt_out(text: str) -> frozenset[str]:
    """The stems of a text and of the long forms that its short forms stand for."""
    folded = fold(text)
    forms = (form for short, long in aliases().short_forms.items() if contains(folded, short) for form in long)
    return _stems(text).union(*map(_stems, forms))


def _has_digit(quote: Quote) -> bool:
    return any(character.isdigit() for character in without_periods(quote.text))


def _bears_on(query: Query, quote: Quote) -> bool:
    """Whether the evidence is of the year, the place and, for money, the kind of thing asked for."""
    chunk = quote.found.chunk
    around = f"{chunk.publication.title}. {chunk.heading}. {chunk.text}"
    if query.areas and not any(
        contains(fold(around).replace("&", "and"), fold(a).replace("&", "and")) for a in query.areas
    ):
        return False
    if shapes.COUNT.search(fold(query.question)) and not FIGURE.search(without_periods(quote.text)):
        return False
    if MONEY.search(query.question) and re.search(r"how much", query.question, re.I) and "£" not in chunk.text:
        return False
    if not query.periods:
        return True
    bare = any(p.months == 12 and not p.is_performance_year for p in query.periods)
    named = [m.period for m in find_periods(around) if bare or not m.bare or query.periods[0].months == 12]
    return any(p.first <= n.last and n.first <= p.last for p in query.periods for n in named)


def _enough(quotes: Sequence[Quote], surely: bool) -> bool:
    """Whether the best evidence holds enough of the question to be passed off as an answer."""
    held, found = max(q.held for q in quotes), max(q.found.score for q in quotes)
    if surely:
        return held >= SURELY_HELD
    return found >= LEAST_FOUND and (held >= LEAST_HELD or found >= WELL_FOUND)


def _names_it(asked: Question, quotes: Sequence[Quote], areas: Sequence[str]) -> bool:
    """Whether the evidence has the most telling thing that the question names, or is found beyond doubt."""
    if max(quote.found.score for quote in quotes) >= BEYOND_DOUBT and not areas:
        return True
    typed = set(stems(without_periods(asked.text))) - set(stems(" ".join(areas)))
    naming = [w for w in asked.weights if w in typed and w not in GENERIC and w.isalpha()]
    if not naming:
        return True
    telling = max(naming, key=lambda w: asked.rarity[w])
    long_forms = {w for w, weight in asked.weights.items() if weight < 1}
    for quote in quotes:
        chunk = quote.found.chunk
        held = _spelt_out(f"{chunk.text} {chunk.heading} {chunk.publication.publisher}")
        if telling in held or (long_forms and long_forms <= held):
            return True
    return False


def _quote(asked: Question, found: Found) -> Quote:
    chunk = found.chunk
    heading = _stems(chunk.heading)
    held = _share(asked, _stems(chunk.text), heading, IN_HEADING)
    if chunk.passage is None:
        score = _share(asked, _stems(chunk.text), heading, IN_PASSAGE) + _kind(asked, chunk.text)
        return Quote(found, (chunk.text,), _blend(found.score, score), held)
    sentences = chunk.passage.sentences or (chunk.text,)
    around = heading | _stems(chunk.text)
    scores = [_share(asked, _stems(s), around, IN_PASSAGE) + _kind(asked, s) for s in sentences]
    best = max(range(len(sentences)), key=lambda n: (scores[n], -n))
    if "\n" in chunk.text and len(chunk.text) <= LONGEST_LIST and _lead_in(sentences[best]):
        return Quote(found, (chunk.text,), _blend(found.score, scores[best]), held)
    chosen = _chosen(asked, sentences, scores, best)
    return Quote(found, tuple(sentences[n] for n in chosen), _blend(found.score, scores[best]), held)


def _share(asked: Question, inside: Set[str], around: Set[str], around_counts: float) -> float:
    """How much of a question words hold, 0 to 1; those only around the text count for less."""
    return sum(v * (1.0 if w in inside else around_counts if w in around else 0.0) for w, v in asked.shares.items())


def _kind(asked: Question, text: str) -> float:
    """A bonus where the sentence gives the kind of thing asked for."""
    if not asked.asked:
        return 0.0
    return KIND * sum(bool(look.search(text)) for look in asked.asked) / len(asked.asked)


def _blend(search: float, sentence: float) -> float:
    return 0.65 * search + 0.35 * sentence


def _chosen(asked: Question, sentences: Sequence[str], scores: Sequence[float], best: int) -> list[int]:
    """The sentences to quote, in order: the best, those that add to it, and what it or they lean on."""
    chosen = {best}
    held = set(_stems(sentences[best]))
    if EXPLAINS.search(asked.text):
        chosen |= set(range(best + 1, min(best + MOST_SENTENCES, len(sentences))))
    for n in sorted(range(len(sentences)), key=lambda n: -scores[n]):
        own = _stems(sentences[n])
        gained = sum(v for w, v in asked.shares.items() if w in own and w not in held)
        if len(chosen) < MOST_SENTENCES and gained >= GAIN:
            chosen.add(n)
            held |= own
    for n in sorted(chosen):
        if n and n - 1 not in chosen and LEANS.match(sentences[n]):
            chosen.add(n - 1)
    return sorted(chosen)


def _lead_in(sentence: str) -> bool:
    return sentence.rstrip().endswith(":") or "\n" in sentence


def _apart(quotes: Sequence[Quote]) -> list[Quote]:
    """The best quote and those nearly as good that say something else; of two that say the same, the body paragraph."""
    kept: list[Quote] = []
    for quote in quotes:
        if kept and quote.score < NEAR_BEST * kept[0].score:
            break
        same = next((n for n, other in enumerate(kept) if _restates(quote, other)), None)
        if same is None and len(kept) < MOST_QUOTES:
            kept.append(quote)
        elif same is not None and _is_body(quote) and not _is_body(kept[same]):
            kept[same] = quote
    return kept


def _restates(quote: Quote, other: Quote) -> bool:
    """Whether two quotes say the same: a sentence of one, or most of its words and no other figure."""
    if set(quote.sentences) & set(other.sentences):
        return True
    own, theirs = _stems(quote.text), _stems(other.text)
    figures, their_figures = (set(re.findall(r"\d[\d.,]*", text)) for text in (quote.text, other.text))
    alike = len(own & theirs) >= MOSTLY * min(len(own), len(theirs))
    return alike and (figures <= their_figures or their_figures <= figures)


def _is_body(quote: Quote) -> bool:
    passage = quote.found.chunk.passage
    return passage is not None and passage.kind == "body"


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
    if chunk.table is not None and chunk.row is not None:
        _say_original(draft, chunk.table, chunk.row)


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
    draft.say("The publications held do not say this.")
    if quotes:
        chunk = quotes[0].found.chunk
        if chunk.passage is not None:
            mark = draft.cite_text(chunk.publication, chunk.passage, chunk.text)
            draft.say(f"The nearest passage is in {chunk.publication.title}, {chunk.locator} {mark}.")
    covered = phrases.listed(dict.fromkeys(d.publication.geography for d in draft.holdings.documents))
    draft.say(f"They are about probation in {covered}.")
    return draft.done("not_found")
