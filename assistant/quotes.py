"""The sentences of a passage that answer a question, verbatim, and how well they do."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from assistant import shapes
from assistant.words import contains, fold
from corpus.aliases import aliases
from corpus.periods import without_periods
from index.features import Question
from index.search import Found
from index.words import stems

MOST_QUOTES = 3
NEAR_BEST = 0.8  # of the best quote's score, from which another place is quoted too
IN_HEADING, IN_PASSAGE = 0.7, 0.5  # what a word counts for that stands there and not in the sentence
SEARCH = 0.65  # what the score of the search counts for beside that of the sentence
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


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text; the same passages come back for many questions."""
    return frozenset(stems(text))


@lru_cache(maxsize=5_000)
def spelt_out(text: str) -> frozenset[str]:
    """The stems of a text and of the long forms that its short forms stand for."""
    folded = fold(text)
    forms = (form for short, long in aliases().short_forms.items() if contains(folded, short) for form in long)
    return stems_of(text).union(*map(stems_of, forms))


def quoted(asked: Question, found: Found) -> Quote:
    """What to quote of a chunk found: the sentences that answer, a whole list, or a table row."""
    chunk = found.chunk
    heading, inside = stems_of(chunk.heading), stems_of(chunk.text)
    sentences = (chunk.passage.sentences if chunk.passage else ()) or (chunk.text,)
    scores = [_share(asked, stems_of(s), heading | inside, IN_PASSAGE) + _kind(asked, s) for s in sentences]
    best = max(range(len(sentences)), key=lambda n: (scores[n], -n))
    chosen = tuple(sentences[n] for n in _chosen(asked, sentences, scores, best))
    if "\n" in chunk.text and len(chunk.text) <= LONGEST_LIST and _lead_in(sentences[best]):
        chosen = (chunk.text,)
    score = (SEARCH * found.score + (1 - SEARCH) * scores[best]) * _number_wanted(asked, " ".join(chosen))
    return Quote(found, chosen, score, _share(asked, inside, heading, IN_HEADING))


def _share(asked: Question, inside: Set[str], around: Set[str], around_counts: float) -> float:
    """How much of a question words hold, 0 to 1; those only around the text count for less."""
    return sum(v * (1.0 if w in inside else around_counts if w in around else 0.0) for w, v in asked.shares.items())


def _kind(asked: Question, text: str) -> float:
    """A bonus where the sentence gives the kind of thing asked for."""
    if not asked.asked:
        return 0.0
    return KIND * sum(bool(look.search(text)) for look in asked.asked) / len(asked.asked)


def _chosen(asked: Question, sentences: Sequence[str], scores: Sequence[float], best: int) -> list[int]:
    """The sentences to quote, in order: the best, those that add to it, and what it or they lean on."""
    chosen = {best}
    held = set(stems_of(sentences[best]))
    if EXPLAINS.search(asked.text):
        chosen |= set(range(best + 1, min(best + MOST_SENTENCES, len(sentences))))
    for n in sorted(range(len(sentences)), key=lambda n: -scores[n]):
        own = stems_of(sentences[n])
        gained = sum(v for w, v in asked.shares.items() if w in own and w not in held)
        if len(chosen) < MOST_SENTENCES and gained >= GAIN:
            chosen.add(n)
            held |= own
    for n in sorted(chosen):
        if n and n - 1 not in chosen and LEANS.match(sentences[n]):
            chosen.add(n - 1)
    return sorted(chosen)


def _number_wanted(asked: Question, text: str) -> float:
    """What a quote's score counts for where a number is asked for: less without a digit."""
    wanted = shapes.COUNT.search(fold(asked.text)) and not any(c.isdigit() for c in without_periods(text))
    return NO_DIGIT if wanted else 1.0


def _lead_in(sentence: str) -> bool:
    return sentence.rstrip().endswith(":") or "\n" in sentence


def apart(quotes: Sequence[Quote]) -> list[Quote]:
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
    own, theirs = stems_of(quote.text), stems_of(other.text)
    figures, their_figures = (set(re.findall(r"\d[\d.,]*", text)) for text in (quote.text, other.text))
    alike = len(own & theirs) >= MOSTLY * min(len(own), len(theirs))
    return alike and (figures <= their_figures or their_figures <= figures)


def _is_body(quote: Quote) -> bool:
    passage = quote.found.chunk.passage
    return passage is not None and passage.kind == "body"
