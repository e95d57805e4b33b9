"""A question as it is searched: its words, what else says the same, its periods, the kinds of thing it wants."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.periods import Period, find_periods
from index.words import Having, content, stems

LIKE = 0.7  # of what a word of the question counts for where it stands, a word of like meaning

NUMBER = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|none|no)\b"
SHARE = r"%|per cent|\bin (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:half|third|quarter)\b"
DATE = r"\b(?:19|20)\d\d|\b(?:spring|summer|autumn|winter)\b"
LENGTH = (
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)[\s-]*(?:an? )?(?:business )?"
    r"(?:minute|hour|day|week|month|year)s?\b"
)
MEANS = r"\b(?:is|are) (?:an?|the|any|where|when|made|those)\b|\bmeans?\b|\brefers? to\b|\bdefined\b|\brelates? to\b"
BECAUSE = (
    r"\b(?:because|due to|as a result|since|so that|reflect|caus|led to|owing|given|in part|means? that|meant that"
    r"|attribut)"
)
SEVERAL = r"[,;\n].*[,;\n]|;| and "
NAMED = r"(?<=[a-z,;:] )[A-Z][A-Za-z&]+"
WANTS: Mapping[str, tuple[str, str]] = {  # a kind of thing: how a question wants it, how a line looks that gives it
    "number": (r"\bhow many\b|\bnumbers? of\b|\bhow much\b|\btotal\b", NUMBER),
    "share": (r"%|per ?cent|proportion|\bshare\b|\brates?\b|fraction|how likely", SHARE),
    "money": (r"£|\bcosts?\b|spen[dt]|\bfunding\b|budget|how much money|\bprice|\bpa(?:y|id)\b", "£"),
    "date": (r"^when|\b(?:what|which) (?:year|date|month)|\bwhen (?:did|was|were|is|are|will|does)\b", DATE),
    "length": (
        r"how (?:long|often|quickly|soon|far)|how many (?:minutes|hours|days|weeks|months|years)|deadline",
        LENGTH,
    ),
    "meaning": (
        r"\bdefin|what (?:is|are|'s) (?:an? |the )?[\w' -]+\??$|what (?:does|do) .*\b(?:mean|stand for|do)\b|counts as"
        r"|stands? for|meant by|mean by|meaning",
        MEANS,
    ),
    "reason": (r"\bwhy\b|reason|what caused|how come|what explains", BECAUSE),
    "list": (r"\bwhich (?:\w+ )?\w+s\b|what are|\blist\b|who are", SEVERAL),
    "name": (r"\bwho\b|\bwhich (?!year|month)|\bwhere\b|\bwhose\b|\bnames?\b", NAMED),
}
KINDS = {
    kind: (re.compile(question, re.I), re.compile(line, 0 if kind == "name" else re.I | re.S))
    for kind, (question, line) in WANTS.items()
}
COUNTED = re.compile(
    r"\b(?:how many|numbers? of) ([a-z' -]+?)"
    r"(?= (?:did|do|does|were|was|are|is|had|have|has|could|can|will|would|of|in|on|at|who|that|with|by|get|got|a)\b"
    r"|[?,.]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of the question: its share of what is asked, and the stems that together say the same."""

    stem: str
    share: float
    alternatives: tuple[frozenset[str], ...] = ()

    def held(self, there: AbstractSet[str]) -> float:
        """How well stems hold it: 1 by the word itself, less by what is of like meaning, 0 not at all."""
        if self.stem in there:
            return 1.0
        return LIKE if any(words <= there for words in self.alternatives) else 0.0

    def held_by(self, sets: Having) -> NDArray[np.float64]:
        """How well each of many sets of stems holds it, as `held`."""
        held = np.zeros(sets.size)
        for words in self.alternatives:
            held[sets.all(words)] = LIKE
        held[sets.one(self.stem)] = 1.0
        return held


@dataclass(frozen=True)
class Question:
    """A question as it is searched: its stems with their weights and their rarity among the chunks.

    `like` are the stems of like meaning for some of its stems; `named` are the publications it names, by id.
    """

    text: str
    weights: Mapping[str, float]  # 0 to 1; 1 for what was typed
    rarity: Mapping[str, float]
    like: Mapping[str, tuple[frozenset[str], ...]]
    named: frozenset[str] = frozenset()

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of the question each stem carries; they add up to 1."""
        carried = {word: weight * self.rarity[word] for word, weight in self.weights.items()}
        total = sum(carried.values())
        return {word: value / total for word, value in carried.items()}

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """Its words, with what else says the same."""
        return tuple(Concept(word, share, self.like.get(word, ())) for word, share in self.shares.items())

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods it names."""
        return tuple(mention.period for mention in find_periods(self.text))

    @cached_property
    def wants(self) -> frozenset[str]:
        """The kinds of thing it asks for."""
        return frozenset(kind for kind, (question, _) in KINDS.items() if question.search(self.text))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of what it asks the number of."""
        match = COUNTED.search(self.text)
        return frozenset(content(stems(match[1]))) if match else frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(re.findall(r"[a-z&]+", self.text.lower()))

    def held(self, there: AbstractSet[str]) -> float:
        """How much of the question stems hold, 0 to 1."""
        return sum(concept.share * concept.held(there) for concept in self.concepts)

    def held_by(self, sets: Having) -> NDArray[np.float64]:
        """How much of the question each of many sets of stems holds, as `held`."""
        held = np.zeros(sets.size)
        for concept in self.concepts:
            held += concept.share * concept.held_by(sets)
        return held


class Thesaurus:
    """Finds, in the stems of a question, what is said for published words."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        """`entries`: published words, each with what people type for them."""
        self._published: dict[tuple[str, ...], list[frozenset[str]]] = {}
        for published, typed in entries:
            means = frozenset(content(stems(published)))
            for phrase in typed:
                if means:
                    self._published.setdefault(tuple(stems(phrase)), []).append(means)
        self._longest = max(map(len, self._published), default=0)

    def like(self, typed: Sequence[str]) -> dict[str, tuple[frozenset[str], ...]]:
        """For stems of a question, in order, what the phrases they stand in are said for."""
        found: dict[str, list[frozenset[str]]] = {}
        for start in range(len(typed)):
            for end in range(start + 1, min(start + self._longest, len(typed)) + 1):
                for published in self._published.get(tuple(typed[start:end]), ()):
                    for word in content(typed[start:end]):
                        found.setdefault(word, []).append(published)
        return {word: tuple(published) for word, published in found.items()}
