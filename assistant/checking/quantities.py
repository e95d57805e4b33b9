"""Counts in words: "most regions", "no service level": figures as far as they can be held against a count."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assistant.checking.claims import Figure, Side
from assistant.checking.fits import fits

QUANTITY = "quantity"  # the noun of figures made here
NOUN = (
    r"(?:of (?:the |its |our |their )?)?(?:all )?(?:the )?(?:\w+ ){0,3}?"
    r"(?:regions?|areas?|service levels?|measures?|metrics?|targets)\b"
)
WORDS: tuple[tuple[re.Pattern[str], Fraction, Side], ...] = (
    (re.compile(rf"\b(?:most|the majority|a majority|more than half) (?={NOUN})", re.I), Fraction(50), "above"),
    (
        re.compile(rf"\b(?:a minority|less than half|fewer than half|under half) (?={NOUN})", re.I),
        Fraction(50),
        "below",
    ),
    (re.compile(rf"\b(?:no|none|not one|not a single) (?!other\b)(?={NOUN})", re.I), Fraction(0), "exactly"),
    (re.compile(r"\bnone (?=(?:of them )?(?:was|were|is|are|got) )", re.I), Fraction(0), "exactly"),
    (re.compile(rf"(?<!of )\b(?:all|every|each) (?={NOUN})", re.I), Fraction(100), "exactly"),
)


def quantities(text: str) -> Iterator[Figure]:
    """The quantities that a sentence gives in words alone, as shares of what is counted."""
    for shape, value, side in WORDS:
        for match in shape.finditer(text):
            said = match[0].rstrip()
            yield Figure(
                text=said,
                start=match.start(),
                end=match.start() + len(said),
                value=value,
                unit="percent",
                step=Fraction(1),
                side=side,
                noun=QUANTITY,
                in_words=True,
            )


def count_fits(figure: Figure, count: int, base: int) -> str:
    """ "exact" or "rounded" where a figure is a count of a base, or its share; "" where it is not."""
    if figure.unit == "percent":
        return share_fits(figure, count, base)
    if figure.base is not None and figure.base != base:
        return ""
    return fits(figure, Fraction(count))


def share_fits(figure: Figure, count: int, base: int) -> str:
    """ "exact" or "rounded" where a count of a base, both above 0, is the share that a figure gives; "" where not."""
    share = Fraction(100 * count, base)
    of_half = figure.in_words and figure.value == 50 and figure.side in ("above", "below")
    if figure.noun != QUANTITY and not of_half:
        return fits(figure, share)
    right = (
        share > figure.value
        if figure.side == "above"
        else share < figure.value
        if figure.side == "below"
        else share == figure.value
    )
    return "exact" if right else ""
