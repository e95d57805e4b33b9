"""Numbers in words: "seven", "twenty-one", "one hundred and thirty-eight", "five thousand six hundred", "a dozen".

A run of number words is read as the longest number it begins with; "and" joins only what follows a hundred or more,
so "seven and eight" are two numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90
}  # fmt: skip
SCALES = {"hundred": 100, "dozen": 12, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
WORD = "|".join([*sorted([*SMALL, *TENS], key=len, reverse=True), *SCALES])
RUN = re.compile(
    rf"\b(?:(?:half\s+)?an?\s+(?={'|'.join(SCALES)}))?(?:{WORD})(?:[\s-]+(?:and[\s-]+)?(?:{WORD}))*\b", re.I
)
TOKEN = re.compile(rf"\b(?:half\s+an?|an?|and|{WORD})\b", re.I)
AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.I)


@dataclass(slots=True)
class _Sum:
    """A number as its words are read: millions and thousands done, what stands below them, and the word before."""

    done: Fraction = Fraction(0)
    below: Fraction = Fraction(0)
    scale: int = 10**12  # of the last thousand, million or billion; the next must be smaller
    last: str = ""

    def takes(self, word: str) -> bool:
        """Read one more word, or say that it belongs to another number."""
        if word in SMALL or word in TENS:
            if not self._can_add(word):
                return False
            self.below += SMALL.get(word) or TENS[word]
        elif word == "and":
            if self.last not in SCALES or self.last == "dozen":
                return False
        elif not self._can_scale(word):
            return False
        self.last = word
        return True

    def _can_add(self, word: str) -> bool:
        return self.last in ("", "and", *SCALES) or (self.last in TENS and SMALL.get(word, 10) < 10)

    def _can_scale(self, word: str) -> bool:
        worth = SCALES[word]
        if not self.below or self.last == "and" or self.last == word:
            return False
        if worth <= 100:
            if self.below >= 100:
                return False
            self.below *= worth
            return True
        if worth >= self.scale:
            return False
        self.done, self.below, self.scale = self.done + self.below * worth, Fraction(0), worth
        return True

    @property
    def value(self) -> Fraction:
        return self.done + self.below


def numbers(text: str) -> Iterator[tuple[int, int, Fraction]]:
    """The numbers in words of a text in order: start, end, value. "half a million" is 500,000."""
    for run in RUN.finditer(text):
        yield from _of_run(text, run.start(), run.end())


def _of_run(text: str, start: int, end: int) -> Iterator[tuple[int, int, Fraction]]:
    words = list(TOKEN.finditer(text, start, end))
    while words:
        total, taken = _Sum(), 0
        first = words[0][0].lower()
        if first.startswith(("a", "half")) and first != "and":
            total.below, taken = Fraction(1, 2) if first.startswith("half") else Fraction(1), 1
        while taken < len(words) and total.takes(words[taken][0].lower()):
            taken += 1
        while taken and words[taken - 1][0].lower() == "and":
            taken -= 1
        if taken and total.value:
            half = AND_A_HALF.match(text, words[taken - 1].end()) if taken == 1 else None
            stop = half.end() if half else words[taken - 1].end()
            yield words[0].start(), stop, total.value + (Fraction(1, 2) if half else 0)
        words = words[max(taken, 1) :]
