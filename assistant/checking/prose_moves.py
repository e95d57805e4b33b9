"""What a number is of its measure, and which way a sentence says that it moved."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.checking.claims import Figure
from assistant.checking.directions import Said as Moved
from assistant.checking.directions import said
from assistant.checking.prose_words import data
from assistant.checking.roles import Role, role_of
from assistant.words import fold

MAKES = re.compile(r"\b(?:mak(?:e|es|ing)|made) up\b|\btargets (?=met|missed|hit)")  # no movement, and no target
COUNTED_TARGETS = re.compile(r"[^a-z]*(?:of )?(?:its |the |their )?(?:[a-z]+ ){0,2}?targets\b")
CHANGE_OF = re.compile(r"\b(?:reductions?|growth|decreases?|increases?|rises?|falls?|drops?) of (?:[a-z]+ ){0,2}$")
CHANGED = re.compile(r"[ ,-]*(?:[a-z]+ )?(more|greater|fewer|less)\b(?! than (?:a|one|two|half|three)\b)")
FROM, TO = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\W?$"), re.compile(r"\bto (?:[a-z]+ ){0,2}\W?$")
MOVED_AFTER = re.compile(r"(?:[^.;:%£]{0,45},\s+)?[\s,(]*(?:which (?:is|was)\s+)?(?:[a-z]+\s+)?", re.I)
MOVED_BEFORE = re.compile(r"(?:[^.;:]{0,60}\bfrom\b)?[^.;:]{0,60}\b(?:to|from)\s+(?:[a-z]+\s+){0,2}\W?", re.I)
AGAINST = re.compile(r"\s+(?:from|on|since|compared|against|than)\b", re.I)


def moves_in(text: str) -> list[Moved]:
    """The rises and falls that a sentence tells of, in order."""
    low = text.lower()
    moves = [one for one in said(low) if one.what in ("rose", "fell")]
    for match in _more_moves().finditer(low):
        if not any(one.start < match.end() and match.start() < one.end for one in moves):
            moves.append(Moved("fell" if match[0] in data()["fell"] else "rose", match.start(), match.end(), match[0]))
    return sorted(moves, key=lambda one: one.start)


@cache
def _more_moves() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, (*data()['fell'], *data()['rose'])))})\b")


def role_in(text: str, found: Sequence[Figure], at: int) -> Role:
    """The role of one of a sentence's figures, by the words up to the figures beside it."""
    start = found[at - 1].end if at else 0
    end = found[at + 1].start if at + 1 < len(found) else len(text)
    figure = found[at]
    before, after = fold(text[start : figure.start]), fold(text[figure.end : end])
    if COUNTED_TARGETS.match(after):
        return "value"
    if CHANGED.match(after) or CHANGE_OF.search(f"{before} "):
        return "change"
    role = role_of(figure, f"{MAKES.sub('', before)} ".lstrip(), f" {after}")
    return "value" if role == "gap" and figure.unit == "percent" else role


def way_of_change(text: str, figure: Figure, moves: Sequence[Moved], found: Sequence[Figure]) -> str:
    """The nearest movement of its own clause; "" where there is none."""
    if changed := CHANGED.match(fold(text[figure.end : figure.end + 40])):
        return "rose" if changed[1] in ("more", "greater") else "fell"
    best, nearest = "", 80
    for move in moves:
        low, high = (move.end, figure.start) if move.start < figure.start else (figure.end, move.start)
        between = sum(low <= other.start < high for other in found if other is not figure)
        gap = max(0, high - low) + 15 * between + 25 * len(re.findall(r";|\. ", text[low : max(low, high)]))
        if gap < nearest:
            best, nearest = move.what, gap
    return best


def way_of_value(text: str, figure: Figure, moves: Sequence[Moved]) -> str:
    """The movement that a value is an end of: "fell to 9%", "fell from 12% to 9%", "9%, down from 12%"."""
    for move in moves:
        if move.start >= figure.end and MOVED_AFTER.fullmatch(text, figure.end, move.start):
            return move.what if AGAINST.match(text, move.end) else ""
        if move.end <= figure.start and MOVED_BEFORE.fullmatch(text, move.end, figure.start):
            return move.what
    return ""


def met_or_missed(text: str) -> list[str]:
    """What a sentence says of targets: "met" or "missed", for each time it says so."""
    told = {"met": "met", "above": "met", "missed": "missed", "below": "missed"}
    return [told[one.what] for one in said(fold(text)) if one.what in told]


def end_of(text: str, figure: Figure) -> str:
    """Whether a figure is what a movement is "from" or "to"; "" where it is neither."""
    before = text[max(0, figure.start - 30) : figure.start]
    return "from" if FROM.search(before) else "to" if TO.search(before) else ""
