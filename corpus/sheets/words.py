"""The text of a cell in the form that the readers of publications know: folded, its marks as "[note 2]"."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from corpus.periods import MONTHS
from corpus.tables_raw import MARK

SPACES = re.compile(r"\s+")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = re.compile(rf"(?<!\bm)(?<!\bkm)[{SUPERSCRIPTS}]+(?:[,⁾ ]\s*[{SUPERSCRIPTS}]+)*")
NUMBERS = re.compile(r"\s*[(\[]?\d{1,3}(?:\s*[, ]\s*\d{1,3})*[)\]]?\s*", re.ASCII)
SEVERAL = re.compile(r"\[notes?\s+(?P<numbers>\d{1,3}(?:\s*(?:,|;|&|and)\s*(?:note\s+)?\d{1,3})*)\]", re.I)
IN_DIGITS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", re.ASCII)


def folded(text: str) -> str:
    """The text on one line, raised digits and lists of marks as marks of notes, one each."""
    if text.isascii() and "[" not in text:
        return " ".join(text.split())
    text = RAISED.sub(lambda match: raised(match[0].translate(PLAIN)), SPACES.sub(" ", text).strip())
    return SEVERAL.sub(lambda match: marks(match["numbers"]).strip(), text).strip()


def raised(text: str) -> str:
    """Text that is set raised: where it is digits, marks of notes."""
    return marks(text) if NUMBERS.fullmatch(text) else text


def marks(numbers: str) -> str:
    """Marks of the notes that a text numbers: "2, 3" as " [note 2] [note 3]"."""
    return "".join(f" [note {int(number)}]" for number in re.findall(r"\d+", numbers))


def marks_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The marks of notes in texts, in order: "note 2"."""
    return tuple(dict.fromkeys(mark.lower() for text in texts for mark in MARK.findall(text)))


def unmarked(text: str) -> str:
    """The text without its marks of notes."""
    return MARK.sub("", text).strip() if "[" in text else text.strip()


def in_words(shown: str, day: str) -> str:
    """A date that is shown in digits only in words, which tell day from month; `day` is what it is: "2032-07-31"."""
    if IN_DIGITS.fullmatch(shown):
        with suppress(ValueError):
            return day_in_words(date.fromisoformat(day[:10]))
    return shown


def day_in_words(day: date) -> str:
    """ "31 July 2032"."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


PLAIN = str.maketrans(SUPERSCRIPTS, "0123456789")
