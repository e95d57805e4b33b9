"""Whether what was found is evidence for the question: of its year, its place and the thing asked for."""

import re
from collections.abc import Sequence

from assistant import shapes
from assistant.query import Query
from assistant.quotes import Quote, spelt_out
from assistant.words import contains, fold, wording
from corpus.periods import find_periods, without_periods
from index.features import Question
from index.words import stems

LEAST_FOUND, LEAST_HELD = 0.40, 0.42  # what the search must find and the passage hold of the question, 0 to 1
WELL_FOUND = 0.5  # found so well, a passage may hold less
SURELY_HELD = 0.85  # what a passage must hold where only a sure answer will do
BEYOND_DOUBT = 0.55  # found so well, a passage may lack the most telling word
# Words that ask, compare or tell of a change name nothing that the evidence must be about.
GENERIC = wording("asking") | wording("generic")
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|none|no|most|all|few)\b",
    re.I,
)
MONEY = re.compile(r"£|\b(?:costs?|spen[dt]|spending|paid|pay|salary|budget|funding|price)\b", re.I)


def bears_on(query: Query, quote: Quote) -> bool:
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


def enough(quotes: Sequence[Quote], surely: bool) -> bool:
    """Whether the best evidence holds enough of the question to be passed off as an answer."""
    held, found = max(q.held for q in quotes), max(q.found.score for q in quotes)
    if surely:
        return held >= SURELY_HELD
    return found >= LEAST_FOUND and (held >= LEAST_HELD or found >= WELL_FOUND)


def names_it(asked: Question, quotes: Sequence[Quote], areas: Sequence[str]) -> bool:
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
        held = spelt_out(f"{chunk.text} {chunk.heading} {chunk.publication.publisher}")
        if telling in held or (long_forms and long_forms <= held):
            return True
    return False
