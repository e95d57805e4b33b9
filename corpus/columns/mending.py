"""Lines put on one line: addresses that were cut put together, and words where that is sure."""

import re
from collections import Counter

from corpus.columns.pieces import Piece

WORD = re.compile(r"[A-Za-z][\w’'-]*\w")


class Mender:
    """Puts lines together. A hyphen at a line's end goes only where the text has the word without it."""

    def __init__(self, pieces: list[Piece]) -> None:
        """Count the words of the text."""
        self.words = Counter(
            word.lower() for piece in pieces for line in piece.lines for word in WORD.findall(line.strip())
        )

    def mend(self, lines: tuple[str, ...]) -> str:
        """The lines as one, addresses and words that were cut put together."""
        text = ""
        for line in lines:
            line = " ".join(line.split())
            text = self._add(text, line) if text and line else text or line
        return text

    def _add(self, text: str, line: str) -> str:
        last, first = text[text.rfind(" ") + 1 :], line.partition(" ")[0]
        if _address_goes_on(last, first) or (last.endswith("/") and len(last) > 1):
            return text + line
        if not (last.endswith("-") and last[-2:-1].isalnum()):
            return f"{text} {line}"
        return (text[:-1] if self._is_one_word(last[:-1], first) else text) + line

    def _is_one_word(self, start: str, end: str) -> bool:
        """Whether the text has the two parts as one word more often than with a hyphen."""
        start, end = re.split(r"[^\w’'-]", start)[-1].lower(), re.split(r"[^\w’'-]", end)[0].lower()
        return self.words[start + end] > self.words[f"{start}-{end}"]


def _address_goes_on(last: str, first: str) -> bool:
    """Whether an address was cut after `last`: at a mark that cannot end one, or at a full stop inside."""
    if not re.search(r"https?:|www\.", last):
        return False
    return last[-1] in "/-_=&?:" or (last[-1] == "." and first[0].islower())
