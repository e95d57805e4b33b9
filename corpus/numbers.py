"""Numbers as publications print them. A symbol is never a number, and nothing here is a float."""

import re
from decimal import Decimal

# 1,204  -2.5  12.5%  5.4pp  +5.4pp  £1.45. Stricter than Decimal(), which also takes "nan" and "1_0".
NUMBER = re.compile(
    r"(?P<sign>[-−–+]?)£?(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)[ \u00a0\u202f]?(?:%|pp)?", re.ASCII
)
SYMBOL = re.compile(r"\[[a-z]{1,3}\]")  # "[x]", "[low]"
NONE_GIVEN = ("", "-", "–", "—", "..", "~")
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def parse_number(shown: str) -> Decimal | None:
    """Return the number a cell prints, its symbols ("84.7 [r]") and unit taken off.

    None where there is only a symbol, a dash or nothing: the publisher gives no number.
    Raises ValueError for anything else, so that a cell is never half understood.
    """
    bare = SYMBOL.sub("", shown).strip()
    if bare in NONE_GIVEN:
        return None
    match = NUMBER.fullmatch(bare)
    if match is None:
        raise ValueError(f"not a number: {shown!r}")
    value = Decimal(match["digits"].replace(",", ""))
    return value if match["sign"] in ("", "+") else value.copy_negate()


def is_number(shown: str) -> bool:
    """Whether a cell prints a number or one of the symbols that stand for none."""
    bare = SYMBOL.sub("", shown).strip()
    return bare in NONE_GIVEN or NUMBER.fullmatch(bare) is not None


def count_of(word: str) -> int | None:
    """A whole number in digits, or in words up to twelve; None for any other word."""
    if word.isascii() and word.isdigit():
        return int(word)
    return WORDS.index(word.lower()) if word.lower() in WORDS else None


def symbols(shown: str) -> tuple[str, ...]:
    """The symbols a cell carries: ("[x]",)."""
    return tuple(SYMBOL.findall(shown))
