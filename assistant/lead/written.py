"""What a model wrote, cut into sentences, each with its source marks; what the marks stand beside is kept.

A mark belongs to the words before it. One that follows the full stop belongs to the sentence that ended there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.tools.marks import MARK, TOKEN
from corpus.sentences import spans

BULLET = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+|\s*>\s?")
BOLD = re.compile(r"\*\*")
BRACKETED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)[.]?")  # "(title, place)" goes with what stands before it


@dataclass(frozen=True, slots=True)
class Segment:
    """The words up to a group of marks, from the group before it: where they stand in the sentence's `text`."""

    start: int
    end: int
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence: `raw` as written, with its marks and the space after it; `item`: it stands in a list."""

    raw: str
    item: bool = False

    @cached_property
    def text(self) -> str:
        """What it says: without marks and bold, spaces folded."""
        return _said(self.raw)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Its words by the marks they stand before; those after the last marks belong to these too."""
        found: list[Segment] = []
        start, marks = 0, list(MARK.finditer(self.raw))
        for number, match in enumerate(marks):
            end = len(_said(self.raw[: match.start()]))
            tokens = tuple(TOKEN.findall(match[1]))
            if found and not self.text[start:end].strip(" ,;:.()"):
                last = found.pop()
                start, tokens = last.start, (*last.tokens, *tokens)
            if number == len(marks) - 1:
                end = len(self.text)
            found.append(Segment(start, end, tokens))
            start = end
        return tuple(found)

    @property
    def tokens(self) -> tuple[str, ...]:
        """Every source marked in it, once, in order."""
        return tuple(dict.fromkeys(one for segment in self.segments for one in segment.tokens))

    @property
    def is_lead_in(self) -> bool:
        """Whether it only opens the list that follows."""
        return not self.segments and self.text.endswith(":")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what opens it ("- ", or nothing) and its sentences."""

    opening: str
    sentences: tuple[Sentence, ...]


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text in order, blank ones too."""
    return tuple(_line(line) for line in text.strip().split("\n"))


def _line(line: str) -> Line:
    opening = match[0] if (match := BULLET.match(line)) else ""
    body = line[len(opening) :].rstrip()
    blanked = MARK.sub(lambda mark: " " * len(mark[0]), BOLD.sub("  ", body))
    starts = [0, *[start for start, _ in spans(blanked)][1:]] if body.strip() else []
    ends = [*starts[1:], len(body)][: len(starts)]
    for n in range(len(starts) - 1, 0, -1):
        if BRACKETED.fullmatch(blanked[starts[n] : ends[n]].strip()):
            ends[n - 1], _, _ = ends[n], starts.pop(n), ends.pop(n)
    item = bool(opening.strip()) and not opening.strip().startswith(">")
    return Line(opening, tuple(Sentence(body[a:b], item) for a, b in zip(starts, ends, strict=True)))


def put_together(kept: Iterable[Line]) -> str:
    """The text of lines again; no more than one blank line stands between two."""
    said = [(line.opening + "".join(one.raw for one in line.sentences)).rstrip() for line in kept]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(said)).strip()


def _said(raw: str) -> str:
    """A stretch without marks (nor the space before them) and bold, its spaces folded."""
    bare = re.sub(rf"\s*{MARK.pattern}", "", BOLD.sub("", raw))
    return " ".join(bare.split())


def without_opening(line: Line, opening: re.Pattern[str]) -> Line:
    """A line whose first sentence has lost what opens it; the sentence is gone where nothing else is in it."""
    first, *rest = line.sentences
    raw = opening.sub("", first.raw.lstrip("*"), count=1).lstrip("* ")
    if not raw.strip():
        return replace(line, sentences=tuple(rest))
    return replace(line, sentences=(replace(first, raw=raw[:1].upper() + raw[1:]), *rest))
