"""The words of a text and how much they say: stems, stop words, slips of spelling, BM25."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import Stemmer
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*(?:-[^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s\b")
YEARS = re.compile(r"\b(20|19)(\d\d)\s*(?:[-–/]|to)\s*(?:20|19)?(\d\d)\b")
STOP = frozenset(
    """a about actually after all also am an and any are as at be been being both but by can could did do does
    doing done due each either ever few for from further get give given got had has have having he her here him his
    how i if in into is it its just let like list me mean means might more most my need no nor not of off on once one
    only or other our out over own please per provide really s say says she should show so some such tell than that the
    their them then there these they this those through to too under until up us very was we were what whats when
    where whether which while who whose why will with would you your many much number percent percentage proportion
    share figure figures ask state secretary happen happened according report reported""".split()
)
STEMMER = Stemmer.Stemmer("english")
FREQUENCY_CEILING, LENGTH_SHARE = 1.2, 0.6  # k1 and b of BM25

Array = NDArray[np.float32]


def words(text: str) -> list[str]:
    """Words and numbers in lower case. "2023/24", "2023 to 2024" are "2023-24"; "drop-out" is also "dropout"."""
    text = POSSESSIVE.sub("", YEARS.sub(r"year\1\2x\3", text)).lower()
    found: list[str] = []
    for word in WORD.findall(text):
        parts = word.split("-")
        found += parts if len(parts) == 1 else [*parts, "".join(parts)]
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem that forms of a word share: "supervised" and "supervision" are not one, "orders" and "order" are."""
    return str(STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in words(text)]


class Vocabulary:
    """The words that are held, to mend slips of spelling by."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """`counts` says how often each word stands in the publications."""
        self._known = [word for word, _ in Counter(counts).most_common() if word.isalpha() and len(word) > 3]
        self._stems = {stem(word) for word in counts}

    def mended(self, word: str) -> str:
        """The word itself if known, else the commonest known word one slip away (two in a long word), else itself."""
        if stem(word) in self._stems or not word.isalpha() or len(word) < 4:
            return word
        allowed = 1 if len(word) < 8 else 2
        distances = cdist([word], self._known, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
        nearest = int(distances.argmin()) if len(distances) else 0
        return self._known[nearest] if len(distances) and distances[nearest] <= allowed else word


class Ranking:
    """BM25 over texts given as counts of stems; the counts may be fractions, so that fields can weigh less."""

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Weigh every stem of every text once, so that a query only adds."""
        self.size = len(texts)
        lengths = np.array([sum(counts.values()) for counts in texts], dtype=np.float32)
        share = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths / (lengths.mean() if self.size else 1)
        places: dict[str, list[int]] = {}
        values: dict[str, list[float]] = {}
        for place, counts in enumerate(texts):
            for word, count in counts.items():
                places.setdefault(word, []).append(place)
                values.setdefault(word, []).append(count)
        self._rarity = {word: self._inverse(len(where)) for word, where in places.items()}
        self._postings: dict[str, tuple[NDArray[np.int64], Array]] = {}
        for word, where in places.items():
            at, counted = np.array(where), np.array(values[word], dtype=np.float32)
            self._postings[word] = (at, counted / (counted + FREQUENCY_CEILING * share[at]))

    def rarity(self, word: str) -> float:
        """How much a stem says: near 0 in every text, highest where it stands in none."""
        return self._rarity.get(word, self._inverse(0))

    def scores(self, query: Mapping[str, float]) -> Array:
        """For every text 0 to 1: its BM25 score as a share of the highest possible."""
        total = np.zeros(self.size, dtype=np.float32)
        for word, weight in query.items():
            if word in self._postings:
                at, value = self._postings[word]
                total[at] += weight * self._rarity[word] * value
        return total / max(1e-9, sum(weight * self.rarity(word) for word, weight in query.items()))

    def _inverse(self, texts: int) -> float:
        return float(np.log(1 + (self.size - texts + 0.5) / (texts + 0.5)))


def content(stems_of_question: Iterable[str]) -> list[str]:
    """The stems that carry meaning, each once, in order."""
    return [word for word in dict.fromkeys(stems_of_question) if word not in STOP]
