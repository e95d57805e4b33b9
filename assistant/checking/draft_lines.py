"""The lines of a draft: where their words start, and which of them are blank, headings or items of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
BULLET = re.compile(r"[ \t]*(?:[-*+•–—·▪◦●○‣⁃](?=[ \t])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=[ \t]))[ \t]+")
DOT_BULLET = re.compile(r"[ \t]*[•·▪◦●○‣⁃][ \t]*")
HASHES = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*")
EMPHASIS = re.compile(
    r"(?=[*_`~<\[\]])(?:\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`{1,3}|~~|</?[A-Za-z][^<>\n]{0,200}>"
    r"|\]\([^()\s]{1,2000}\)|(?<!\!)\[(?=[^\[\]\n]{1,300}\]\())"
)
IS_BOLD = re.compile(r"[ \t]*(\*\*|__)(?=\S)[^\n]{1,120}?\1[ \t]*:?[ \t]*")
LONGEST_HEADING = 100  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a draft from `start` to `end`, quotation marks of e-mails before it and its own end left out."""

    text: str
    start: int
    bullet: int = 0  # how long the mark of a list's item is
    hashes: int = 0  # how long the mark of a heading is

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text or self.text.isspace()

    @property
    def is_rule(self) -> bool:
        """Whether it only underlines the line above, or parts what stands around it."""
        return UNDERLINE.fullmatch(self.text) is not None

    @property
    def says_heading(self) -> bool:
        """Whether Markdown makes it a heading: hashes, or all of it in bold."""
        return self.hashes > 0 or IS_BOLD.fullmatch(self.text) is not None

    @property
    def is_short(self) -> bool:
        """Whether it can be a heading without saying so: short, and without a mark at its end."""
        bare = self.text.strip(" \t*_")
        return 0 < len(bare) <= LONGEST_HEADING and bare[-1] not in ".!?;,:"


def lines(draft: str) -> Iterator[Line]:
    """The lines of a draft in order."""
    at = 0
    for raw in draft.split("\n"):
        text = raw.rstrip("\r")
        quoted = QUOTED.match(text)
        first = quoted.end() if quoted else 0
        bare = text[first:]
        hashes = HASHES.match(bare)
        bullet = None if hashes or IS_BOLD.fullmatch(bare) or UNDERLINE.fullmatch(bare) else _bullet(bare)
        yield Line(bare, at + first, bullet.end() if bullet else 0, hashes.end() if hashes else 0)
        at += len(raw) + 1


def plain(text: str) -> str:
    """The text with Markdown's marks of emphasis and links blotted out by as many blanks."""
    return EMPHASIS.sub(lambda match: " " * len(match[0]), text)


def _bullet(text: str) -> re.Match[str] | None:
    return BULLET.match(text) or DOT_BULLET.match(text)
