"""Taking the marks of footnotes off a text, and never a digit of a figure with them.

A mark is raised ("custody.²"), in brackets ("[note 2]"), or a plain number an extraction let down onto the
line: after a word's full stop ("support.12"), after a year's ("in 2018-19.10"), or alone before the next
sentence ("women. 11 The"). A number that could open a sentence is taken for a mark only where the text of
that very footnote follows soon and the marks before it lead up to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.blocks import Block
from corpus.cleaning import PLAIN_DIGITS

RAISED = re.compile(r"(?<!\bm)(?<!\bkm)(?<!\bcm)(\s*)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s*,\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
BRACKETED = re.compile(r"\s*\[(?:foot)?notes?\s+\d+(?:\s*(?:,|and)\s*\d+)*\]")
WORD = re.compile(r"(?P<word>\b[^\W\d_]{3,}|[)%’'”\"])(?P<stop>[.,;])(?P<mark>\d{1,2}(?:,\d{1,2})*)(?=\s|$)")
YEAR = re.compile(
    r"(?<![\d.,£$])(?P<word>(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)(?P<stop>\.)(?P<mark>\d{1,2})(?=\s+[A-Z]|\s*$)"
)
APART = re.compile(r"(?P<word>[a-z]{2}|[)%’'”\"])(?P<stop>\.) (?P<mark>\d{1,2}(?:,\d{1,2})*)(?= [A-Z])")
SHORTENED = frozenset({"fig", "vol", "para", "paras", "nos", "chap", "sec", "ver"})
SOON = 12  # blocks from a mark to its text, on the same or the next page
LOST = 3  # marks in a row that an extraction may have lost


@dataclass(slots=True)
class _Marks:
    """How far the marks have come, and where the footnotes' texts stand."""

    texts: dict[int, list[int]]
    last: int = 0
    at: int = 0
    taken: list[int] = field(default_factory=list)

    def strip(self, text: str) -> str:
        text = BRACKETED.sub("", text)
        text = RAISED.sub(self._raised, text)
        text = WORD.sub(self._stuck, text)
        text = YEAR.sub(self._stuck, text)
        return APART.sub(self._apart, text).strip()

    def _raised(self, match: re.Match[str]) -> str:
        self._saw(match[0].translate(PLAIN_DIGITS))
        follows = match.string[match.end() : match.end() + 1]
        return match[1] if follows.isalnum() else ""

    def _stuck(self, match: re.Match[str]) -> str:
        if match["word"].lower() in SHORTENED:
            return match[0]
        self._saw(match["mark"])
        return match["word"] + match["stop"]

    def _apart(self, match: re.Match[str]) -> str:
        numbers = [int(number) for number in match["mark"].split(",")]
        in_turn = self.last < numbers[0] <= self.last + LOST
        if not in_turn or not all(self._text_follows(number) for number in numbers):
            return match[0]
        self._saw(match["mark"])
        return match["word"] + match["stop"]

    def _text_follows(self, number: int) -> bool:
        return any(0 < place - self.at <= SOON for place in self.texts.get(number, ()))

    def _saw(self, marks: str) -> None:
        self.last = max([self.last, *map(int, re.findall(r"\d+", marks))])


def strip_marks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the marks of footnotes in their texts."""
    texts: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind == "note" and (match := re.fullmatch(r"footnote (\d+)", block.number)):
            texts.setdefault(int(match[1]), []).append(at)
    body, drawn = _Marks(texts), _Marks({})
    stripped = []
    for at, block in enumerate(blocks):
        marks = drawn if block.of or block.kind == "caption" else body
        marks.at = at
        stripped.append(replace(block, text=marks.strip(block.text)))
    return stripped
