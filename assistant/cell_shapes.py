"""What a question about a table wants to know, told from how it is put."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant import shapes
from assistant.cell_grids import Grid
from assistant.words import contains, fold

Want = Literal["value", "compare", "rank", "list", "total", "average", "sides"]
Side = Literal["above", "below", ""]
Order = Literal["highest", "lowest", "nearest", ""]

TOTAL = re.compile(r"\b(?:total(?:s|led)?|altogether|combined|sum(?:med)?|add(?:s|ed|ing)? up|in all)\b")
AVERAGE = re.compile(r"\b(?:averages?|averaged|mean)\b")
SHARE = re.compile(r"%|\bper ?cent(?:age)?s?\b|\bproportions?\b|\bshares?\b")
COMPARE = re.compile(
    r"\b(?:compar\w+|versus|vs?|against|differ\w*|chang\w+|more|fewer|less|higher|lower|better|worse|than|up or down)\b"
)
LIST = re.compile(r"\b(?:list|which|each|every|by (?:year|area|row)|show me|year by year)\b")
BEYOND = re.compile(r"\bexceed\w*\b|\b(?:above|below|over|under|short of|beyond)\b.*\btargets?\b")
RANK = re.compile(r"\b(?:rank(?:ed|ing)?|fewest)\b")
REASON = re.compile(
    r"^(?:so |but |and |ok )*(?:why|how come|how (?:is|are|was|were|do|does|did|can|should|has|have))\b"
    r"|\bwhy (?:is|are|do|did)\b"
    r"|\bexplain\b|\breasons? (?:for|why)\b|\bwhat (?:happens|explains|caused)\b"
)
SAID = re.compile(r"\b(?:says?|said|thinks?|thought|conclude[sd]?|recommend\w*) (?:about|of|on|that)\b")
SIDE = re.compile(r"\b(?:furthest|farthest|most)\b.*?\b(above|over|below|under|short)\b")

THAN_TARGET = re.compile(r"\b(more|higher|fewer|less|lower)\b.*\bthan\b.*\btargets?\b")
OF_GAP = re.compile(r"\b(?:differences?|variances?|underestimat\w*|overestimat\w*)\b")
WHICH = re.compile(r"\b(?:which|what) (\w+(?: \w+)?)")


def wanted(text: str, grid: Grid, rows: Sequence[int]) -> Want:
    """What is wanted of a table, of which a question names some rows or none."""
    several = not rows or grid.by_period or len(rows) > 1
    of_averages = any(AVERAGE.search(fold(said)) for said in (grid.table.title, *(c.heading for c in grid.columns)))
    if several and AVERAGE.search(text) and not of_averages:
        return "average"
    if several and TOTAL.search(text):
        return "total"
    if several and len(rows) != 2 and is_ranked(text):
        return "rank"
    if not rows and side_of(text) is not None and shapes.TARGET.search(text):
        return "sides"
    if COMPARE.search(text) or (grid.by_period and len(rows) == 2):
        return "compare" if rows else "list"
    return "value" if rows or not LIST.search(text) else "list"


def is_prose(text: str) -> bool:
    """Whether a question asks for a definition, a reason or what was said, which no figure answers."""
    reason = REASON.search(text) and not COMPARE.search(text)
    return bool(reason or SAID.search(text) or shapes.DEFINITION.search(text))


def is_gap(text: str) -> bool:
    """Whether a question asks how far figures are from others."""
    return bool(shapes.GAP.search(text) or SIDE.search(text) or BEYOND.search(text)) or is_of_target(text)


def is_ranked(text: str) -> bool:
    """Whether a question asks which is the most or the least of something."""
    return any(shape.search(text) for shape in (shapes.MOST, SIDE, RANK))


def is_of_target(text: str) -> bool:
    """Whether a question asks where figures stand against their targets: met, missed, nearest to them."""
    stands = side_of(text) is not None or shapes.CLOSEST.search(text) or shapes.FURTHEST.search(text)
    return bool(stands and shapes.TARGET.search(text))


def names_gap(text: str) -> bool:
    """Whether a question has a word for a gap between figures, as the heading of such a column has."""
    return is_gap(text) or bool(OF_GAP.search(text) or COMPARE.search(text))


def side_of(text: str) -> Side | None:
    """The side of a target that is asked for, "" for both; None where a question speaks of neither."""
    if found := THAN_TARGET.search(text):
        return "above" if found[1] in ("more", "higher") else "below"
    if shapes.MET_OR_MISSED.search(text):
        return ""
    if shapes.MISSED.search(text):
        return "below"
    return "above" if shapes.MET.search(text) else None


def order_of(text: str) -> Order:
    """What a ranking starts with; "" where a question says only "biggest"."""
    if side := SIDE.search(text):
        return "highest" if side[1] in ("above", "over") else "lowest"
    if shapes.LOWEST.search(text) or shapes.WORST.search(text) or contains(text, "fewest"):
        return "lowest"
    if shapes.LEAST.search(text):
        return "nearest"
    if is_of_target(text) and is_ranked(text) and (of := side_of(text)):
        return "highest" if of == "above" else "lowest"
    return "highest" if contains(text, "highest") or contains(text, "best") else ""
