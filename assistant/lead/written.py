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
OPENING = re.compile(r"^(?:Yes|No)(?:[,:;.]+\s*|$)")  # what answers a yes-or-no question first
LONGEST_QUOTATION = 2_000  # characters, after which a quotation that does not end is none
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
    """The lines of a text in order, blank ones too; a quotation over several lines is of one."""
    found: list[str] = []
    for line in text.strip().split("\n"):
        if found and _is_open(found[-1]) and len(found[-1]) < LONGEST_QUOTATION:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return tuple(_line(line) for line in found)


def _line(line: str) -> Line:
    opening = match[0] if (match := BULLET.match(line)) else ""
    body = line[len(opening) :].rstrip()
    blanked = MARK.sub(lambda mark: " " * len(mark[0]), BOLD.sub("  ", body)).replace("\n", " ")
    starts = [0, *[start for start, _ in spans(blanked)][1:]] if body.strip() else []
    whole: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(body)][: len(starts)], strict=True):
        goes_on = whole and (_is_open(blanked[whole[-1] : start]) or BRACKETED.fullmatch(blanked[start:end].strip()))
        if not goes_on:
            whole.append(start)
    item = bool(opening.strip()) and not opening.strip().startswith(">")
    ends = [*whole[1:], len(body)][: len(whole)]
    return Line(opening, tuple(Sentence(body[a:b], item) for a, b in zip(whole, ends, strict=True)))


def _is_open(text: str) -> bool:
    """Whether a quotation begins in a text and does not end there."""
    return text.rfind("“") > text.rfind("”")


def put_together(kept: Iterable[Line]) -> str:
    """The text of lines again; no more than one blank line stands between two."""
    said = [(line.opening + "".join(one.raw for one in line.sentences)).rstrip() for line in kept]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(said)).strip()


def blanked(text: str, *places: tuple[int, int]) -> str:
    """A text with stretches blanked, as long as it was."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


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
