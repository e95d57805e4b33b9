"""The words of a text and how much they say: stems, stop words, slips of spelling, BM25."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import numpy as np
import Stemmer  # type: ignore[import-not-found]  # compiled, without type hints
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*(?:-[^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s\b")
YEARS = re.compile(r"\b((?:20|19)\d\d)\s*(?:[-–/]|to)\s*(?:20|19)?(\d\d)\b")
SCALE = re.compile(r"(?<=\d)\s?(?:(bn)|mn?)\b")
DIGIT = re.compile(r"\d")
STEMMER = Stemmer.Stemmer("english")
SATURATION, LENGTH = 1.2, 0.6  # k1 and b of BM25: how soon repetition stops counting, how far length does

Array = NDArray[np.float32]
Flags = NDArray[np.bool_]


def words(text: str) -> list[str]:
    """Words and numbers in lower case; "2023/24" as "2023 to 2024", "drop-out" also as "dropout"."""
    text = POSSESSIVE.sub("", text)
    has_digit = DIGIT.search(text) is not None
    text = (YEARS.sub(r"years\1\2", text) if has_digit else text).lower()
    if has_digit:
        text = SCALE.sub(lambda match: " billion" if match[1] else " million", text)
    found: list[str] = []
    for word in WORD.findall(text):
        found.append(word)
        if "-" in word:
            found[-1:] = [*word.split("-"), word.replace("-", "")]
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: "order" of "orders" and "ordered"."""
    return str(STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in words(text)]


# Words of English and of asking, which say nothing of what is asked about.
STOP_WORDS = """
    a about actually after all also am an and any are as at be been being both but by can could did do
    does doing done due each either ever few for from further get give given got had has have having he
    her here him his how i if in into is it its just let like list me mean might more most my need no
    nor not of off on once one only or other our out over own per please provide really s say says said
    she should show so some such tell than that the their them then there these they this those through
    to too under until up us very was we were what whats when where whether which while who whose why
    will with would you your many much number percent percentage proportion share figures ask secretary
    state happened according
"""
STOP = frozenset(stem(word) for word in STOP_WORDS.split())


def content(stems_of_question: Iterable[str]) -> list[str]:
    """The stems that carry meaning, each once, in order."""
    return [word for word in dict.fromkeys(stems_of_question) if word not in STOP]


class Vocabulary:
    """The words that are held, to mend slips of spelling by."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """`counts` says how often each word stands in the publications."""
        self._stems = {stem(word) for word in counts}
        self._by_initial: dict[str, list[str]] = {}
        for word, _ in Counter(counts).most_common():
            if word.isalpha() and len(word) > 3:
                self._by_initial.setdefault(word[0], []).append(word)

    def mended(self, word: str) -> str:
        """The word if known, else the nearest known of its initial: a slip away, or two in a long word."""
        if len(word) < 4 or not word.isalpha() or stem(word) in self._stems:
            return word
        allowed = 1 if len(word) < 8 else 2
        near = ((OSA.distance(word, known), known) for known in self._by_initial.get(word[0], ()))
        distance, nearest = min(near, key=lambda pair: pair[0], default=(allowed + 1, word))
        return nearest if distance <= allowed else word


class Having:
    """Which of many sets of stems have a stem: found without reading the sets again."""

    def __init__(self, sets: Iterable[AbstractSet[str]]) -> None:
        """Keep the sets, by their order, under each stem."""
        places: dict[str, list[int]] = {}
        self.size = 0
        for place, there in enumerate(sets):
            self.size = place + 1
            for word in there:
                places.setdefault(word, []).append(place)
        self._places = {word: np.array(found, dtype=np.intp) for word, found in places.items()}

    def one(self, word: str) -> Flags:
        """For every set whether it has a stem."""
        has = np.zeros(self.size, dtype=np.bool_)
        if word in self._places:
            has[self._places[word]] = True
        return has

    def all(self, stems_wanted: Iterable[str]) -> Flags:
        """For every set whether it has every one of some stems."""
        has = np.ones(self.size, dtype=np.bool_)
        for word in stems_wanted:
            has &= self.one(word)
        return has

    def count(self, stems_counted: Iterable[str]) -> NDArray[np.intp]:
        """For every set how many of some stems, each given once, it has."""
        counts = np.zeros(self.size, dtype=np.intp)
        for word in stems_counted:
            if word in self._places:
                counts[self._places[word]] += 1
        return counts


class Ranking:
    """BM25 over texts given as counts of stems; counts may be fractions, so that fields can weigh less."""

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Weigh every stem of every text once, so that a query only adds."""
        self._size = len(texts)
        lengths = np.array([sum(counts.values()) for counts in texts], dtype=np.float32)
        damping = SATURATION * (1 - LENGTH + LENGTH * lengths / max(1.0, float(lengths.mean()) if texts else 1.0))
        standing: dict[str, list[tuple[int, float]]] = {}
        for place, counts in enumerate(texts):
            for word, count in counts.items():
                standing.setdefault(word, []).append((place, count))
        self._postings: dict[str, tuple[NDArray[np.intp], Array]] = {}
        for word, pairs in standing.items():
            places = np.array([place for place, _ in pairs], dtype=np.intp)
            counted = np.array([count for _, count in pairs], dtype=np.float32)
            self._postings[word] = (places, np.divide(counted, counted + damping[places], dtype=np.float32))

    def __contains__(self, word: str) -> bool:
        """Whether any text has a stem."""
        return word in self._postings

    def rarity(self, word: str) -> float:
        """How much a stem says: near 0 where every text has it, highest where none has."""
        having = len(self._postings[word][0]) if word in self._postings else 0
        return float(np.log(1 + (self._size - having + 0.5) / (having + 0.5)))

    def scores(self, query: Mapping[str, float]) -> Array:
        """For every text 0 to 1: BM25 with weighted query stems, as a share of the highest possible."""
        total = np.zeros(self._size, dtype=np.float32)
        for word, weight in query.items():  # in this order, so that sums are the same in every process
            if word in self._postings:
                places, value = self._postings[word]
                total[places] += weight * self.rarity(word) * value
        highest = sum(weight * self.rarity(word) for word, weight in query.items())
        return total / max(highest, 1e-9)
