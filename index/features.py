"""What makes a passage answer a question, beyond sharing its words: general signs, each 0 to 1, weighted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from corpus.periods import Period, find_periods
from index.chunks import Chunk

WEIGHTS = {
    "words": 1.0,
    "meaning": 1.0,
    "sentence": 0.6,  # rarity-weighted share of the question's words in the best sentence
    "period": 0.15,
    "kind": 0.15,
    "standing": 0.1,
}
STANDING = {"body": 1.0, "item": 0.9, "row": 0.9, "keyfact": 0.7, "caption": 0.4, "note": 0.4}
NUMERAL = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|none|most)\b"
MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
KINDS = (  # what a question asks for, and how a text that gives it looks
    (r"how many|number of|how much|total", NUMERAL),
    (r"%|per ?cent|proportion|share of|\brates?\b|what fraction", r"%|per cent|in (?:every )?(?:two|three|four|five|ten)|half|third"),
    (r"£|\bcosts?\b|spen[dt]|\bfunding\b|budget|how much money|price", r"£"),
    (r"^when|\bwhat (?:year|date|month)|which (?:year|month)|how long", rf"{MONTH}|\b(?:19|20)\d\d|\b(?:spring|summer|autumn|winter|weeks?|months?|years?)\b"),
    (r"^(?:define|meaning)|what (?:is|are) (?:an? |the )?[\w -]+\??$|what does .* mean|counts as|definition|stand for",
     r"\b(?:is|are) (?:an?|the|any|where|when|made|those)\b|\bmeans?\b|\brefers? to\b|\bdefined\b|\bwhere\b"),
)  # fmt: skip
ASKED = tuple((re.compile(question, re.I), re.compile(text, re.I)) for question, text in KINDS)


@dataclass(frozen=True)
class Question:
    """A question as searched: stems with their weights, 0 to 1, and their rarity among the texts."""

    text: str
    weights: Mapping[str, float]
    rarity: Mapping[str, float]

    @cached_property
    def value(self) -> Mapping[str, float]:
        """How much of the question each stem carries; they add up to 1."""
        total = sum(self.weights[word] * self.rarity[word] for word in self.weights)
        return {word: self.weights[word] * self.rarity[word] / total for word in self.weights}

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods it names."""
        return tuple(mention.period for mention in find_periods(self.text))

    @cached_property
    def asked(self) -> tuple[re.Pattern[str], ...]:
        """How a text looks that gives the kind of thing asked for."""
        return tuple(text for question, text in ASKED if question.search(self.text))


@dataclass
class Features:
    """What is known of a chunk, worked out once."""

    chunk: Chunk
    sentences: tuple[frozenset[str], ...]
    sentence_texts: tuple[str, ...]
    heading: frozenset[str]
    _periods: tuple[Period, ...] | None = field(default=None)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that the text names."""
        if self._periods is None:
            self._periods = tuple(mention.period for mention in find_periods(f"{self.chunk.text} {self.chunk.heading}"))
        return self._periods

    def score(self, asked: Question, by_words: float, by_meaning: float) -> float:
        """0 to 1."""
        values = self.values(asked, by_words, by_meaning)
        return sum(WEIGHTS[name] * value for name, value in values.items()) / sum(WEIGHTS.values())

    def values(self, asked: Question, by_words: float, by_meaning: float) -> dict[str, float]:
        """Each sign by name, 0 to 1."""
        best, share = 0, 0.0
        for number, sentence in enumerate(self.sentences):
            held = sum(v * (1.0 if w in sentence else 0.5 if w in self.heading else 0.0) for w, v in asked.value.items())
            if held > share:
                best, share = number, held
        text = self.sentence_texts[best] if self.sentence_texts else self.chunk.text
        return {
            "words": by_words,
            "meaning": by_meaning,
            "sentence": share,
            "period": self._period(asked),
            "kind": sum(bool(look.search(text)) for look in asked.asked) / len(asked.asked) if asked.asked else 1.0,
            "standing": STANDING[self.chunk.passage.kind if self.chunk.passage else "row"],
        }

    def _period(self, asked: Question) -> float:
        if not asked.periods:
            return 0.5
        if not self.periods:
            return 0.3
        return float(any(mine == theirs or mine.holds(theirs) for mine in self.periods for theirs in asked.periods))


def features(chunk: Chunk, stems: Callable[[str], list[str]]) -> Features:
    """What is known of a chunk before any question."""
    texts = chunk.passage.sentences if chunk.passage and chunk.passage.sentences else (chunk.text,)
    in_order = [stems(text) for text in texts]
    return Features(
        chunk=chunk,
        sentences=tuple(frozenset(s) for s in in_order),
        sentence_texts=texts,
        heading=frozenset(stems(chunk.heading)),
    )
