"""What makes a chunk answer a question, beyond sharing its words: general signs, each 0 to 1, weighted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.periods import Period, find_periods
from index.chunks import Chunk

WEIGHTS = {
    "words": 1.0,  # BM25
    "meaning": 1.0,  # cosine
    "sentence": 0.6,  # what one sentence holds of the question
    "period": 0.15,  # the same period
    "kind": 0.15,  # the kind of thing asked for
    "standing": 0.1,  # how well it can be cited
}
BY_HEADING = 0.5  # of what a word in the sentence counts for, a word that stands only in the heading
STANDING = {"body": 1.0, "item": 0.9, "row": 0.9, "keyfact": 0.7, "caption": 0.4, "note": 0.4}
REFERENCE = 0.1  # of a note that points elsewhere

NUMERAL = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|none|most)\b"
DATE = r"\b(?:19|20)\d\d|\b(?:spring|summer|autumn|winter|weeks?|months?|years?)\b"
SHARE = r"%|per cent|\bin (?:every )?(?:two|three|four|five|six|ten)\b|\b(?:half|third|quarter)\b"
MEANS = r"\b(?:is|are) (?:an?|the|any|where|when|made|those)\b|\bmeans?\b|\brefers? to\b|\bdefined\b|\bwhere\b"
KINDS = (  # how a question asks for a kind of thing, and how a sentence looks that gives it
    (r"how many|number of|how much|total", NUMERAL),
    (r"%|per ?cent|proportion|share of|\brates?\b|what fraction", SHARE),
    (r"£|\bcosts?\b|spen[dt]|\bfunding\b|budget|how much money|price", "£"),
    (r"^when|\bwhat (?:year|date|month)|which (?:year|month)|how long", DATE),
    (
        r"^define|definition|what (?:is|are) (?:an? |the )?[\w -]+\??$|what does .* mean|counts as|stand for",
        MEANS,
    ),
)
ASKED = tuple((re.compile(question, re.I), re.compile(sentence, re.I)) for question, sentence in KINDS)


@dataclass(frozen=True)
class Question:
    """A question as it is searched: its stems with their weights and their rarity among the chunks."""

    text: str
    weights: Mapping[str, float]  # 0 to 1; 1 for what was typed
    rarity: Mapping[str, float]

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of the question each stem carries; they add up to 1."""
        carried = {word: weight * self.rarity[word] for word, weight in self.weights.items()}
        total = sum(carried.values())
        return {word: value / total for word, value in carried.items()}

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods it names."""
        return tuple(mention.period for mention in find_periods(self.text))

    @cached_property
    def asked(self) -> tuple[re.Pattern[str], ...]:
        """How a sentence looks that gives the kind of thing asked for."""
        return tuple(sentence for question, sentence in ASKED if question.search(self.text))


class Features:
    """What is known of a chunk before any question, to compare with each."""

    def __init__(self, chunk: Chunk, stems: Callable[[str], list[str]]) -> None:
        """`stems` gives the stems of a text, long forms beside short ones."""
        self._chunk = chunk
        self._texts = (chunk.passage.sentences if chunk.passage else ()) or (chunk.text,)
        self._sentences = [frozenset(stems(text)) for text in self._texts]
        self._heading = frozenset(stems(chunk.heading))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods that its text or heading names."""
        return tuple(mention.period for mention in find_periods(f"{self._chunk.text} {self._chunk.heading}"))

    def score(self, asked: Question, by_words: float, by_meaning: float) -> float:
        """How well the chunk answers, 0 to 1."""
        values = self.values(asked, by_words, by_meaning)
        return sum(WEIGHTS[name] * value for name, value in values.items()) / sum(WEIGHTS.values())

    def values(self, asked: Question, by_words: float, by_meaning: float) -> dict[str, float]:
        """Each sign by name, 0 to 1."""
        best, share = self._best_sentence(asked)
        return {
            "words": by_words,
            "meaning": by_meaning,
            "sentence": share,
            "period": self._period(asked),
            "kind": sum(bool(look.search(best)) for look in asked.asked) / len(asked.asked) if asked.asked else 1.0,
            "standing": self._standing,
        }

    @cached_property
    def _standing(self) -> float:
        kind = self._chunk.passage.kind if self._chunk.passage else "row"
        return REFERENCE if kind == "note" and "://" in self._chunk.text else STANDING[kind]

    def _best_sentence(self, asked: Question) -> tuple[str, float]:
        """The sentence that holds most of the question, and what share of it that is."""
        in_heading = {w: BY_HEADING * share for w, share in asked.shares.items() if w in self._heading}
        gains = [
            sum(asked.shares[w] - in_heading.get(w, 0.0) for w in asked.shares.keys() & sentence)
            for sentence in self._sentences
        ]
        best = max(range(len(gains)), key=gains.__getitem__)
        return self._texts[best], gains[best] + sum(in_heading.values())

    def _period(self, asked: Question) -> float:
        """1 where it names a period of the question, 0 where only others; between where either names none."""
        if not asked.periods or not self.periods:
            return 0.5 if not asked.periods else 0.3
        return float(any(mine.holds(theirs) for mine in self.periods for theirs in asked.periods))
