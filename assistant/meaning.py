"""The measure a question means without naming it: by everyday words and by meaning together, or none.

Only for questions that would otherwise be answered from passages. A measure is a candidate where everyday words
account for enough of the question and of its name; it is believed where the embedding model finds the same, and where
no number and no word of the question speaks for another measure. Precision goes before recall.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.holdings import Holdings, family
from assistant.reading import Reading
from assistant.recognise import ASKING, BRACKETS, PADDING, Match
from assistant.words import listed_words, stems, words
from corpus.aliases import Aliases
from corpus.everyday import Everyday
from corpus.models import Measure
from index.embed import Embedder
from index.words import stem

LENGTH = re.compile(r"(?<![\d.])(\d+)[\s-](?:business |working )?(day|week|month|year)s?\b")
NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
LONGEST = 6  # words in an everyday phrase
VARIANTS = 8  # ways to say a name that are embedded


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase of a question, and the stems of names that it may stand for."""

    said: str
    stands_for: frozenset[str]
    neutral: bool  # says nothing against a measure that does not account for it


class Said:
    """What everyday words and phrases stand for."""

    def __init__(self, aliases: Aliases, everyday: Everyday, names: Iterable[str]) -> None:
        """`names` are those of the measures held."""
        self._everyday = everyday
        self._phrases: dict[tuple[str, ...], set[str]] = {}
        for published, said in everyday.like.items():
            for phrase in said:
                self._add(phrase, published)
        for phrase, published in aliases.measure_words.items():
            self._add(phrase, published)
        for short, long in aliases.short_forms.items():
            for phrase in long:
                self._add(short, phrase)
        self._named = {s for name in names for s in stems(name)}
        self._neutral = PADDING | {stem(w) for w in (*everyday.neutral, *listed_words("stop"))}

    def _add(self, phrase: str, published: str) -> None:
        self._phrases.setdefault(tuple(map(stem, words(phrase))), set()).update(stems(published))

    def units(self, text: str) -> list[Unit]:
        """The words of a folded text as units, the longest phrases first."""
        tokens = [stem(word) for word in words(text)]
        found, start = [], 0
        while start < len(tokens):
            size = next((n for n in range(LONGEST, 1, -1) if tuple(tokens[start : start + n]) in self._phrases), 1)
            run = tuple(tokens[start : start + size])
            own = {run[0]} if size == 1 else set()
            stands_for = frozenset((self._phrases.get(run, set()) | own) & self._named)
            neutral = size == 1 and (run[0] in self._neutral)
            if stands_for or not neutral:
                found.append(Unit(" ".join(run), stands_for, neutral))
            start += size
        return found


def numbered(text: str, everyday: Everyday) -> str:
    """A folded text with numbers in digits, and lengths of time as names give them."""
    for said, published in sorted(everyday.numbers.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"\b{re.escape(said)}\b", published, text)
    for number, word in enumerate(NUMERALS):
        text = re.sub(rf"\b{word}\b(?=[\s-](?:business |working )?(?:day|week|month|year))", str(number), text)
    return re.sub(r"\btwenty\b(?=[\s-](?:business |working )?(?:day|week|month|year))", "20", text)


def lengths(text: str) -> set[tuple[str, str]]:
    """The lengths of time in a text: number and unit."""
    return {(m[1], m[2]) for m in LENGTH.finditer(text)}
