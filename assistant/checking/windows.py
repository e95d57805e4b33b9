"""The words between a figure and those beside it, and whether they say that it is of an earlier time."""

import re
from collections.abc import Sequence

from assistant.checking.claims import Figure
from assistant.words import fold
from corpus.periods import find_periods

RELATIVE = re.compile(
    r"\b(?:the |a )?(?:year (?:before|earlier|previous(?:ly)?)|previous (?:performance |financial )?year|prior year"
    r"|preceding year|period before|last year(?:'s)?|12 months earlier|twelve months earlier)\b"
)
FROM_THE_YEAR = re.compile(r"(?:\bon|than|from|over|since|compared (?:with|to)|against) (?:in )?(?:the |a )?$")
EARLIER = re.compile(
    r"\b(?:from|up on|down on|compared (?:with|to)|against|than|versus|vs\.?|up from|down from)"
    r"(?: (?:the|a|an|its|was|were|around|about|some|only|just|figure|level|of|high|low|peak))* ?$"
)
PREVIOUSLY = re.compile(r"\b(?:previously|formerly)(?: \w+){0,2} ?$")
A_TARGET = re.compile(r"\s*(?:per cent |% )?(?:targets?|goal|ceiling)")
STOP = re.compile(r"[.;:]|, (?!in\b|for\b|during\b|at\b)|\b(?:while|whereas|but)\b")
NEAR = 45  # characters after a figure, within which "the year before" is said of it


def windows(text: str, figures: Sequence[Figure], number: int) -> tuple[str, str]:
    """The words before a figure from the end of the one before it, and after it to the start of the next; folded."""
    start = figures[number - 1].end if number else 0
    end = figures[number + 1].start if number + 1 < len(figures) else len(text)
    return _folded(text[start : figures[number].start]), _folded(text[figures[number].end : end])


def is_earlier(before: str, after: str) -> bool:
    """Whether a figure is what another is compared with: "from 82.4%", "compared with 82.4%"; not a target."""
    if A_TARGET.match(after):
        return False
    if PREVIOUSLY.search(before):
        return True
    match = EARLIER.search(before)
    if match and re.match(r"against|than|versus|vs", match[0]):
        return bool(RELATIVE.search(after[:40])) or bool(find_periods(after[:24]))
    return match is not None


def is_year_before(figure: Figure, before: str, after: str) -> bool:
    """Whether "the year before" goes with a figure, and does not say what a change is measured from."""
    if figure.unit == "points":
        return False
    near = RELATIVE.search(after[:NEAR])
    if near and not STOP.search(after[: near.start()]):
        return not FROM_THE_YEAR.search(after[: near.start()]) or is_earlier(before, after)
    said = [*RELATIVE.finditer(before)][-1:]
    if not said:
        return False
    behind = before[said[0].end() :]
    if FROM_THE_YEAR.search(before[: said[0].start()]):
        return bool(re.match(r"'s| at\b|,? (?:when|figure|of|level|it was)", behind))
    return not re.search(r"[.;]", behind)


def _folded(text: str) -> str:
    """A stretch folded, with a blank where it begins or ends with one."""
    bare = fold(text)
    return f"{' ' if text[:1].isspace() and bare else ''}{bare}{' ' if text[-1:].isspace() else ''}"
