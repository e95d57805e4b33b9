"""A question as words and phrases that may stand for words of measure names: by stems, aliases and everyday words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.recognise import ASKING, PADDING
from assistant.words import WORD, fold, listed_words, stems, wording, words
from corpus.aliases import Aliases
from corpus.everyday import Everyday
from index.words import stem

LONGEST = 6  # words in an everyday phrase
OF_TIME = r"[\s-](?:business |working )?(day|week|month|year)"
LENGTH = re.compile(rf"(?<![\d.])(\d+){OF_TIME}s?\b")
NUMERALS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase of a question, and the stems of names that it may stand for."""

    said: str  # its stems
    start: int  # where it stands in the text
    end: int
    stands_for: frozenset[str]
    neutral: bool  # says nothing against a measure that does not account for it
    against: bool  # speaks against every measure that does not account for it


class Units:
    """Takes questions apart."""

    def __init__(self, aliases: Aliases, everyday: Everyday, named: Iterable[str]) -> None:
        """`named` are the stems of the names of the measures held."""
        self._named = frozenset(named)
        self._against = frozenset(map(stem, everyday.against)) | (wording("breakdown") - ASKING)
        neutral = {stem(word) for word in (*everyday.neutral, *listed_words("stop"))}
        self._neutral = (PADDING | neutral) - self._against
        self._phrases: dict[tuple[str, ...], frozenset[str]] = {}
        said = [(phrase, published) for published, phrases in everyday.like.items() for phrase in phrases]
        said += aliases.measure_words.items()
        said += [(short, form) for short, forms in aliases.short_forms.items() for form in forms]
        for phrase, published in said:
            run = tuple(map(stem, words(phrase)))
            self._phrases[run] = self._phrases.get(run, frozenset()) | frozenset(stems(published))

    def units(self, text: str) -> list[Unit]:
        """The words of a text (see `numbered`) that could speak for or against a measure; the longest phrases first."""
        places = list(WORD.finditer(text))
        tokens = [stem(place[0]) for place in places]
        found, start = [], 0
        while start < len(tokens):
            size = next((n for n in range(LONGEST, 1, -1) if tuple(tokens[start : start + n]) in self._phrases), 1)
            end = min(start + size, len(tokens))
            found.append(self._unit(tuple(tokens[start:end]), places[start].start(), places[end - 1].end()))
            start = end
        return [unit for unit in found if unit.stands_for or not unit.neutral]

    def _unit(self, run: tuple[str, ...], start: int, end: int) -> Unit:
        said = " ".join(run)
        stands_for = self._phrases.get(run, frozenset()) | frozenset(run if len(run) == 1 else ())
        neutral = self._neutral.issuperset(run)
        return Unit(said, start, end, stands_for & self._named, neutral, said in self._against)


def numbered(text: str, said: Mapping[str, str]) -> str:
    """A text, folded, with numbers before units of time in digits, and lengths of time that are `said` otherwise.

    Contracted words are apart, as they are where words are compared.
    """
    text = re.sub(r"n't\b", " not", re.sub(r"'s\b", "", fold(text)))
    for phrase in sorted(said, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(phrase)}\b", said[phrase], text)
    return re.sub(rf"\b({'|'.join(NUMERALS)})\b(?={OF_TIME})", lambda match: str(NUMERALS.index(match[1])), text)


def lengths(text: str) -> set[tuple[str, str]]:
    """The lengths of time that a text gives in digits (see `numbered`): number and unit."""
    return {(match[1], match[2]) for match in LENGTH.finditer(text)}
