"""What a question about a table wants to know, told from how it is put."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant import shapes
from assistant.cell_grids import Grid
from assistant.words import contains, fold

Want = Literal["value", "compare", "rank", "list", "total", "average"]
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


def wanted(text: str, grid: Grid, rows: Sequence[int]) -> Want:
    """What is wanted of a table, of which a question names some rows or none."""
    several = not rows or grid.by_period or len(rows) > 1
    of_averages = any(AVERAGE.search(fold(said)) for said in (grid.table.title, *(c.heading for c in grid.columns)))
    if several and AVERAGE.search(text) and not of_averages:
        return "average"
    if several and TOTAL.search(text):
        return "total"
    if several and len(rows) != 2 and any(shape.search(text) for shape in (shapes.MOST, SIDE, RANK)):
        return "rank"
    if COMPARE.search(text) or (grid.by_period and len(rows) == 2):
        return "compare" if rows else "list"
    return "value" if rows or not LIST.search(text) else "list"


def is_prose(text: str) -> bool:
    """Whether a question asks for a definition, a reason or what was said, which no figure answers."""
    reason = REASON.search(text) and not COMPARE.search(text)
    return bool(reason or SAID.search(text) or shapes.DEFINITION.search(text))


def is_gap(text: str) -> bool:
    """Whether a question asks how far figures are from others."""
    return bool(shapes.GAP.search(text) or SIDE.search(text) or BEYOND.search(text))


def order_of(text: str) -> Order:
    """What a ranking starts with; "" where a question says only "biggest"."""
    if side := SIDE.search(text):
        return "highest" if side[1] in ("above", "over") else "lowest"
    if shapes.LOWEST.search(text) or shapes.WORST.search(text) or contains(text, "fewest"):
        return "lowest"
    if shapes.LEAST.search(text):
        return "nearest"
    return "highest" if contains(text, "highest") or contains(text, "best") else ""
