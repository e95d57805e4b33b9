"""Joining the lines of a paragraph: which hyphen at the end of a line is the typesetter's, and which the word's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SOFT = "\u00ad"
HYPHENS = "-\u2010\u2011"
BROKEN = re.compile(rf"(?P<first>(?<![^\W\d_])[^\W\d_]+)[{HYPHENS}{SOFT}]$")
BEGINS = re.compile(r"(?P<rest>[^\W\d_]+(?:['’][^\W\d_]+)?)")
WORD = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a publication that no line breaks, in lower case."""

    whole: frozenset[str]

    def join(self, lines: Sequence[str]) -> str:
        """The lines as one: a word that a hyphen breaks is whole again; digits never run together."""
        text = ""
        for line in lines:
            text = self._joined(text, line) if text else line
        return text.replace(SOFT, "")

    def _joined(self, text: str, line: str) -> str:
        if text[-1] not in HYPHENS + SOFT + "–":
            return f"{text} {line}"
        broken, begins = BROKEN.search(text), BEGINS.match(line)
        if broken and begins and begins["rest"][0].islower():
            return f"{text[:-1]}{line}" if self._is_one(broken, begins["rest"], text[-1]) else f"{text}{line}"
        closes_up = text[-2:-1].isalnum() and line[:1].isalnum()
        return f"{text}{line}" if closes_up else f"{text} {line}"

    def _is_one(self, broken: re.Match[str], rest: str, hyphen: str) -> bool:
        """Whether the hyphen is the typesetter's: the word stands elsewhere without it, or what follows is no word."""
        first, rest = broken["first"].lower(), rest.lower()
        if hyphen == SOFT or first + rest in self.whole:
            return True
        return f"{first}-{rest}" not in self.whole and rest not in self.whole


def words(lines: Iterable[str]) -> Words:
    """The words of lines, but for those that the end of one breaks."""
    found: set[str] = set()
    for line in lines:
        own = WORD.findall(line.lower().rstrip())
        if BROKEN.search(line) and own:
            own.pop()
        found.update(re.sub(rf"[{HYPHENS}]", "-", word) for word in own)
        found.update(part for word in own for part in re.split(rf"[{HYPHENS}]", word))
    return Words(frozenset(found))
