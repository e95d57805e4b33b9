"""Cutting a text into the sentences it is made of, word for word.

A sentence ends at a full stop, question mark or exclamation mark (with the quotation marks and brackets
that close on it) before white space and something that can start a sentence; a line always ends one.
A full stop inside a figure, an address, an abbreviation or an initial ends nothing.
"""

import re
from collections.abc import Iterator

END = re.compile(r"(?<![.!?])[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[£]*[A-Z0-9])")
SHORTENED = {"al", "approx", "cf", "corp", "dept", "dr", "eds", "e.g", "eg", "est", "gov", "hon", "i.e", "ie"}
TITLES = {"mr", "mrs", "ms", "prof", "rev", "sr", "jr", "st", "viz", "vs"}
BEFORE_NUMBERS = {"ch", "fig", "figs", "no", "nos", "p", "para", "paras", "pp", "sec", "vol"}
LAST_WORDS = 200  # characters: more than a word and the white space after it, so that a long line costs no more
LIST_NUMBER = re.compile(r"[\"'“‘(\[]?\d{1,2}\.\s*$")


def split(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in order, each a verbatim stretch without white space at its ends."""
    return tuple(line[start:end] for line in text.split("\n") for start, end in spans(line))


def sentence_at(text: str, letters: int) -> str:
    """Return the sentence of a text that holds its so many-th letter; "" where it has not so many."""
    for sentence in split(text):
        letters -= count_letters(sentence)
        if letters <= 0:
            return sentence
    return ""


def count_letters(text: str) -> int:
    """How many letters a text has, marks and figures not counted: a place in it that lost marks do not move."""
    return sum(map(str.isalpha, text))


def spans(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of one line start and end in it, as `split` cuts them."""
    start = 0
    for match in END.finditer(line):
        if _ends(line[max(start, match.end() - LAST_WORDS) : match.end()], line[match.end()]):
            yield from _stripped(line, start, match.end())
            start = match.end()
    yield from _stripped(line, start, len(line))


def _stripped(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = line[start:end]
    if bare := stretch.strip():
        first = start + len(stretch) - len(stretch.lstrip())
        yield first, first + len(bare)


def _ends(so_far: str, following: str) -> bool:
    """Whether a stretch that closes with a mark is a whole sentence; `following` is what comes next."""
    stretch = so_far.rstrip()
    if LIST_NUMBER.fullmatch(stretch):
        return False
    if not stretch.endswith("."):
        return True
    word = re.split(r"[\s(\[“‘\"]", stretch[:-1])[-1]
    if word.lower() in BEFORE_NUMBERS and following.isdigit():
        return False
    return word.lower() not in SHORTENED | TITLES and not re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word)
