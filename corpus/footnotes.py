"""Taking the marks of footnotes off a text, and never a digit of a figure with them.

A mark is raised ("custody.²"), in brackets ("[note 2]"), or a plain number an extraction let down onto the
line: after a word's full stop ("support.12"), after a year's ("in 2018-19.10"), or alone before the next
sentence ("women. 11 The"). A number that could open a sentence is taken for a mark only where the text of
that very footnote follows soon and the marks before it lead up to it.

Each footnote is told what bears its mark, so that it can be found by what it explains.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.blocks import Block
from corpus.cleaning import PLAIN_DIGITS
from corpus.sentences import count_letters, sentence_at

RAISED = re.compile(r"(?<!\bm)(?<!\bkm)(?<!\bcm)(\s{0,4})[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s*,\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
BRACKETED = re.compile(r"\s{0,4}\[(?P<name>(?:foot)?note)s?\s+\d+(?:\s*(?:,|and)\s*\d+)*\]")
WORD = re.compile(r"(?P<word>\b[^\W\d_]{3,}|[)%’'”\"])(?P<stop>[.,;])(?P<mark>\d{1,2}(?:,\d{1,2})*)(?=\s|$)")
YEAR = re.compile(
    r"(?<![\d.,£$])(?P<word>(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)(?P<stop>\.)(?P<mark>\d{1,2})(?=\s+[A-Z]|\s*$)"
)
APART = re.compile(r"(?P<word>[a-z]{2}|[)%’'”\"])(?P<stop>\.) (?P<mark>\d{1,2}(?:,\d{1,2})*)(?= [A-Z])")
SHORTENED = frozenset({"fig", "vol", "para", "paras", "nos", "chap", "sec", "ver"})
SOON = 12  # blocks from a mark to its text, on the same or the next page
LOST = 3  # marks in a row that an extraction may have lost
BEARERS = 3  # sentences that bear the same mark, at most: more say nothing of it

_Key = tuple[str, str]  # of a note: its figure, "" for the text's; its number, "note 2" or "footnote 3"


@dataclass(slots=True)
class _Marks:
    """How far the marks have come, and where the footnotes' texts stand.

    `seen` is of the last text: the name of each mark ("footnote 3"; "3" where none is printed), and how many
    letters of the text stand before it.
    """

    texts: dict[int, list[int]]
    last: int = 0
    at: int = 0
    seen: list[tuple[str, int]] = field(default_factory=list)

    def strip(self, text: str) -> str:
        self.seen = []
        text = BRACKETED.sub(self._bracketed, text)
        text = RAISED.sub(self._raised, text)
        text = WORD.sub(self._stuck, text)
        text = YEAR.sub(self._stuck, text)
        return APART.sub(self._apart, text).strip()

    def _bracketed(self, match: re.Match[str]) -> str:
        before = BRACKETED.sub("", match.string[: match.start()])
        self.seen += [(f"{match['name']} {number}", count_letters(before)) for number in re.findall(r"\d+", match[0])]
        return ""

    def _raised(self, match: re.Match[str]) -> str:
        self._saw(match[0].translate(PLAIN_DIGITS), match.string[: match.start()])
        follows = match.string[match.end() : match.end() + 1]
        return match[1] if follows.isalnum() else ""

    def _stuck(self, match: re.Match[str]) -> str:
        if match["word"].lower() in SHORTENED:
            return match[0]
        self._saw(match["mark"], match.string[: match.start("mark")])
        return match["word"] + match["stop"]

    def _apart(self, match: re.Match[str]) -> str:
        numbers = [int(number) for number in match["mark"].split(",")]
        in_turn = self.last < numbers[0] <= self.last + LOST
        if not in_turn or not all(self._text_follows(number) for number in numbers):
            return match[0]
        self._saw(match["mark"], match.string[: match.start("mark")])
        return match["word"] + match["stop"]

    def _text_follows(self, number: int) -> bool:
        return any(0 < place - self.at <= SOON for place in self.texts.get(number, ()))

    def _saw(self, marks: str, before: str) -> None:
        numbers = re.findall(r"\d+", marks)
        self.last = max([self.last, *map(int, numbers)])
        self.seen += [(number, count_letters(before)) for number in numbers]


def strip_marks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the marks of footnotes in their texts, each note told what bears its mark."""
    texts: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind == "note" and (match := re.fullmatch(r"footnote (\d+)", block.number)):
            texts.setdefault(int(match[1]), []).append(at)
    body, drawn = _Marks(texts), _Marks({})
    bearers: dict[_Key, list[str]] = {}
    notes = {(block.of, block.number) for block in blocks if block.kind == "note"}
    stripped = []
    for at, block in enumerate(blocks):
        marks = drawn if block.of or block.kind == "caption" else body
        marks.at = at
        stripped.append(replace(block, text=marks.strip(block.text)))
        for name, letters in marks.seen:
            key = _key(name, block, notes)
            if key != (block.of, block.number):
                bearers.setdefault(key, []).append(sentence_at(stripped[-1].text, letters))
    return _told(stripped, bearers)


def _key(name: str, block: Block, notes: Collection[_Key]) -> _Key:
    """The note that a mark in a block names: in a figure with notes of its own one of these, else the text's."""
    figure = block.of or (block.number if block.kind == "caption" else "")
    of = figure if any(figure == own for own, _ in notes) else ""
    names = [f"note {name}", f"footnote {name}"] if name.isdigit() else [name]
    return next(((of, each) for each in names if (of, each) in notes), (of, names[-1]))


def _told(blocks: Sequence[Block], bearers: Mapping[_Key, Sequence[str]]) -> list[Block]:
    """The blocks, each note with the sentences that bear its mark; a figure's without any, with its caption."""
    captions = {block.number: block.text for block in reversed(blocks) if block.kind == "caption"}
    told = []
    for block in blocks:
        if block.kind == "note":
            found = list(dict.fromkeys(bearers.get((block.of, block.number), ()))) if block.number else []
            if not 0 < len(found) <= BEARERS:
                found = [captions.get(block.of, "")]
            block = replace(block, annotates=" ".join(filter(None, found)))
        told.append(block)
    return told
