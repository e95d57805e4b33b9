"""Text of publications as a reply may hold it: it cannot pass for a source mark, and holds no sign that hides."""

import re
import unicodedata

LIKE_A_TOKEN = re.compile(r"(?<!\w)(s)-(?=[a-z2-7]{8}(?!\w))", re.I)
BREAKS = ("Zl", "Zp")


def plain(text: str) -> str:
    """The text without control, invisible and unassigned characters; line breaks are kept, tabs become blanks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def harmless(text: str) -> str:
    """Plain text in which what looks like the token of a source is written with another dash."""
    return LIKE_A_TOKEN.sub("\\1\N{EN DASH}", plain(text))


def on_one_line(text: str) -> str:
    """Harmless text with its line breaks as blanks."""
    return " ".join(harmless(text).split())


def _shown(sign: str) -> str:
    if sign == "\n":
        return sign
    kind = unicodedata.category(sign)
    if sign == "\t" or kind in BREAKS:
        return " "
    return "" if kind.startswith("C") else sign
