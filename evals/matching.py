"""Whether a figure stands in a text: one spelling for both, and never a part of a longer number.

"1,479" is 1479, "71 per cent" is "71%", "seven" is 7, "£1.45bn" is "£1.45 billion", "60" is "60.0".
"""

import re
from functools import cache

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_CHARACTERS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\d),(?=\d{3}(?!\d))", ""),
        (r"\s*\b(?:per\s+cent|percent)\b", "%"),
        (r"(?<=\d)\s+%", "%"),
        (r"(?<=\d)\s*bn\b", " billion"),
        (r"(?<=\d)m\b", " million"),
        (r"(?<=\d)k\b", " thousand"),
        (r"(?<=\d)\s*-\s*(?=\d)", "-"),
        (r"(?<=\d)(?=(?:pp|fte|st|nd|rd|th)\b)", " "),
        (r"\s+", " "),
    )
)
_SMALL_WORD = re.compile(rf"\b(?:{'|'.join(_SMALL)})\b")


@cache
def plain(text: str) -> str:
    """The text in the one spelling in which figures are compared, in lower case."""
    text = _SMALL_WORD.sub(lambda word: str(_SMALL.index(word[0])), text.translate(_CHARACTERS).lower())
    for pattern, replacement in _SPELLINGS:
        text = pattern.sub(replacement, text)
    return text.strip()


def stands_in(figure: str, text: str) -> bool:
    """Whether the figure stands in the text by itself: 9 is not in 9.7, nor 71.2 in 171.2."""
    return bool(_pattern(figure).search(plain(text)))


@cache
def _pattern(figure: str) -> re.Pattern[str]:
    """What finds a figure, with or without its percent sign, its trailing zero and a minus before it."""
    wanted = plain(figure).removesuffix("%").strip()
    body = re.escape(wanted)
    if re.fullmatch(r"-?\d+\.0", wanted):
        body = rf"{re.escape(wanted[:-2])}(?:\.0)?"
    before = r"(?<![\w.,])-?" if wanted[:1].isdigit() else r"(?<!\w)"
    return re.compile(before + body + r"(?!\w|[.,]\d)")


def has(key: str, text: str) -> bool:
    """Whether a figure stands in the text by itself, or words stand in it anywhere."""
    return stands_in(key, text) if key[:1].isdigit() else plain(key) in plain(text)


def word_share(evidence: str, quote: str) -> float:
    """The share, 0 to 1, of the evidence's different words that the quote has too."""
    wanted = _words(evidence)
    return len(wanted & _words(quote)) / len(wanted) if wanted else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9.%]+", plain(text)))
