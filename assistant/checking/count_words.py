"""A count as a draft writes it: what a corrected one replaces, and how it is put."""

import re
from fractions import Fraction

from assistant.checking.claims import Figure
from assistant.checking.nearness import with_words
from assistant.checking.subjects import Subject

OF_THE = re.compile(r"(?:\s+of\b(?:\s+all\b)?)?\s+(?:the|our|its|their)\b(?=\s)|\s+of\b(?:\s+all\b)?(?=\s)", re.I)


def mends_of(subject: Subject) -> tuple[int, int] | None:
    """The stretch that a corrected count replaces: with words of nearness, and "of the" after a share in words."""
    figure, text = subject.figure, subject.statement.text
    if subject.statement.cell:
        return None
    start, end = with_words(text, figure.start, figure.end) if figure.side != "exactly" else (figure.start, figure.end)
    of_the = OF_THE.match(text, end) if figure.unit == "percent" and not figure.text[:1].isdigit() else None
    stretch = (start, of_the.end() if of_the else end)
    return stretch if stretch != (figure.start, figure.end) else None


def correction_of(figure: Figure, count: int, base: int) -> str:
    """A count as the draft writes its own: "7 of 27" for "10 of 26"."""
    if figure.unit == "percent":
        in_figures = figure.text[:1].isdigit()
        return f"{int(Fraction(100 * count, base) + Fraction(1, 2))}%" if in_figures else f"{count} of {base}"
    if figure.base is None:
        return str(count)
    digits = iter((str(count), str(base)))
    said = re.sub(r"\d+", lambda match: next(digits, match[0]), figure.text)
    return said if said != figure.text and re.search(r"\d+\D+\d+", figure.text) else f"{count} of {base}"
