"""What a figure is of its measure, by the words beside it: the value, a target, a change, a distance from target."""

import re
from typing import Literal

from assistant.checking.claims import Figure

Role = Literal["value", "target", "change", "gap"]

A_TARGET = r"(?:targets?|ceilings?|goal|benchmark|expected level|mark|limit|bar)"
AIMING = re.compile(
    r"\b(?:aim\w*|meant|supposed|expected) (?:for|at|to (?:be|reach|hit|meet))(?: (?:at|about|around))? ?$"
)
ADRIFT = re.compile(
    r"^[ ,]*(?:below|short of|shy of|off|adrift of|above|ahead of|clear of|under|over|away from|away)"
    r"(?: (?:its|the|their|a))* ?$"
)
NEARLY = r"(?: (?:only|just|about|around|some|nearly|almost|a|an|the|still|more than|less than|over|under))*"
OF_TARGET = re.compile(
    rf"\b{A_TARGET}(?! by\b)(?: (?:\w+|\(\w+\)) ?){{0,3}}?"
    r"(?:(?:of|at|was|is|were|be|to|:|=|-|stood at|set at|being|from|remained|stayed|rose to|raised to|cut to)[ ,]*)*"
    r"(?:(?:only|just|about|around|a|an|the|still|%|percent|\(%\)|less than|more than|under|over)[ :,]*)*[ (]*$"
)
TARGET_FOR = re.compile(
    r"(?:^|[,;.] |\b(?:the|its|whose|a|their) )(?:(?!miss|met|hit|beat|below|above|under|over|against)[\w-]+ ){0,2}?"
    r"(?:targets?|bar|goal|ceiling)\b(?! (?:was|were) (?:not )?(?:met|missed|hit))[^,;.]*?"
    r"(?: (?:was|is|were|being|stood at|be|set at|from|to|at)|:)(?: (?:set at|just|only|about|still))* ?$"
)
AGAINST_TARGET = re.compile(
    r"\b(?:performance|against|versus) (?:\w+ ){0,5}?targets? (?!of\b|at\b|was\b|is\b|were\b|to\b)\w+ (?:\w+ )?$"
)  # "performance against the target slipped from": what slipped is the performance
TARGET_AFTER = re.compile(
    r"^[ -]*(?:per cent |percent |% )?(?:(?!above|below|over|under|short|off)\w+[ -]){0,2}?"
    rf"(?:{A_TARGET}\b(?! of\b)|(?:expected|required|wanted|aimed for)\b(?! (?:to|for|by|of)\b))"
)
COLUMN_OF_TARGET = re.compile(r"\btargets?\b[^,]*$")
COLUMN_OF_CHANGE = re.compile(r"\b(?:changes?|difference|movement|\+/-)\b[^,]*$")
GAP_AFTER = re.compile(
    r"^[ ,]*(?:\w+ ){0,2}?(?:below|short|off|under|above|over|adrift|behind|beneath|shy|away|from|ahead|clear|past|wide"
    rf"|better|worse)(?: (?:of|from|than))?(?: \S+){{0,5}}? {A_TARGET}\b"
)
GAP_BEFORE = re.compile(
    r"\b(?:miss\w*|short|shortfall|gap|undershot|beat\w*|exceed\w*|fell short|below|above|adrift)"
    r"(?: (?!and\b|but\b|which\b)\S+){0,5}?"
    rf" (?:by|of|is|was){NEARLY} ?$"
)
MISSED_OR_PASSED = re.compile(
    r"\b(?:miss\w*|met|meets?|meeting|short|undershot|beat\w*|exceed\w*|surpass\w*|below|above|under|over)\b[^,.;]*$"
)
BY = re.compile(rf"[ ,]*(?:targets? )?by{NEARLY} ?")
CHANGE_BEFORE = re.compile(
    r"\b(?:up|down|by|ris\w+|rise of|rose|fell|fall\w*|drop\w*|dip\w*|increas\w+|decreas\w+|improv\w+|declin\w+|wors\w+"
    r"|gain\w*|grew|grow\w*|climb\w*|jump\w*|slipp?ed|leap\w*|chang\w+|cut|lost|added|put on|moved"
    r"|won back|regained|recovered|higher|lower"
    r"|(?:increase|fall|rise|gain|change|decrease|improvement|drop|movement|jump|decline) of)"
    r"(?: (?:by|of|another|further|a further|fully|no less than))*"
    rf"{NEARLY} ?[-+(]?$"
)
CHANGE_AFTER = re.compile(
    r"^[ -]*(?:rise|fall|drop|increase|decrease|improvement|gain|decline|dip|jump|reduction|higher|lower)\b"
    r"(?! (?:required|than (?:a|one|two|half)))"
    r"|^ (?:[a-z]+ )?(?:fewer|less|more)\b(?! than (?:a|one|two|half|\d))"
    r"|^ (?:below|above) (?:that|what|the (?:level|figure))\b"
)
AFTER_OUTCOME = re.compile(
    r"\b(?:miss\w*|met|meets?|beat\w*|exceed\w*)\b[^.;:]*\btargets?\b[^.;:]*: "
    r"(?:(?:it|performance) (?:was|stood at) )?$"
)  # "missed its target in 2024-25: it was 80.4%"
TO = re.compile(r"\b(?:to|at|reached|reaching|was|were|stood at|hit|is)(?: (?:only|just|about|around|a|the|still))* ?$")


def role_of(figure: Figure, before: str, after: str, *, cell: bool = False) -> Role:
    """The role of a figure, given the folded words before and after it up to the figures beside it."""
    if cell:
        return _of_cell(figure, before)
    if figure.unit == "points":
        return "gap" if GAP_AFTER.match(after) or GAP_BEFORE.search(before) or ADRIFT.match(after) else "change"
    if AFTER_OUTCOME.search(before):
        return "value"
    if TARGET_AFTER.match(after):
        return "target"
    if GAP_BEFORE.search(before) and figure.unit == "percent" and not OF_TARGET.search(before):
        return "gap"
    of_target = (OF_TARGET.search(before) or TARGET_FOR.search(before)) and not AGAINST_TARGET.search(before)
    if of_target or AIMING.search(before):
        return "target"
    moves = CHANGE_BEFORE.search(before) and not TO.search(before)
    return "change" if moves or CHANGE_AFTER.match(after) else "value"


def is_gap_by(figure: Figure, before_target: str, before: str) -> bool:
    """Whether points after a target say by how much it was missed or passed, given the words before each."""
    return figure.unit == "points" and bool(BY.fullmatch(before) and MISSED_OR_PASSED.search(before_target))


def _of_cell(figure: Figure, before: str) -> Role:
    """The role of a cell of a table, by its column's heading."""
    heading = before.rsplit(", ", 1)[-1]
    if COLUMN_OF_CHANGE.search(heading) or figure.unit == "points":
        return "change"
    return "target" if COLUMN_OF_TARGET.search(heading) else "value"
