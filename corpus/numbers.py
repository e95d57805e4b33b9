"""Numbers as publications print them. A symbol is never a number, and nothing here is a float."""

import re
from decimal import Decimal

# 1,204  -2.5  12.5%  5.4pp  £1.45. Stricter than Decimal(), which also takes "nan" and "1_0".
NUMBER = re.compile(r"[-−–]?£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:%|pp)?", re.ASCII)
SYMBOL = re.compile(r"\[[a-z]\]")


def parse_number(shown: str) -> Decimal | None:
    """Return the number a cell prints, its symbols ("84.7 [r]") and unit taken off.

    None where there is only a symbol, a dash or nothing: the publisher gives no number.
    Raises ValueError for anything else, so that a cell is never half understood.
    """
    bare = SYMBOL.sub("", shown).strip()
    if bare in ("", "-", "–", "—", "..", "~"):
        return None
    if not NUMBER.fullmatch(bare):
        raise ValueError(f"not a number: {shown!r}")
    digits = re.sub(r"[£,%\s]|pp", "", bare)
    return Decimal(digits.replace("−", "-").replace("–", "-"))


def is_number(shown: str) -> bool:
    """Whether a cell prints a number or one of the symbols that stand for none."""
    try:
        parse_number(shown)
    except ValueError:
        return False
    return True


def symbols(shown: str) -> tuple[str, ...]:
    """The symbols a cell carries: ("[x]",)."""
    return tuple(SYMBOL.findall(shown))
