"""What counted measures are said to have done: met or missed a target, improved or declined."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant import shapes
from assistant.checking.subjects import Subject
from assistant.phrasing import NOT, any_of
from assistant.words import fold

State = Literal["met", "missed", "improved", "declined"]
OPPOSITE: dict[State, State] = {"met": "missed", "missed": "met", "improved": "declined", "declined": "improved"}
STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    ("missed", shapes.MISSED),
    ("missed", any_of("were not | did not(?! improve) | didn't(?! improve) | fell below")),
    (
        "improved",
        re.compile(
            r"\bimprov\w+|\b(?:got|get|getting|did|doing) better\b|\bwent up\b|\brose\b(?! from)|\bgained ground\b"
        ),
    ),
    (
        "declined",
        re.compile(
            r"\bdeclin\w+|\bwors\w+|\bdeteriorat\w+|\bwent (?:backwards?|down)\b|\bslipp?ed back\b|\bfell (?:back|in)\b"
            r"|\bdrops\b|\bfalls\b"
        ),
    ),
    ("met", shapes.MET),
)
NOT_BETTER = re.compile(rf"{NOT} (?:improve|get better)\b")


def state_of(subject: Subject, earlier: Sequence[Subject] = ()) -> State | None:
    """The state that counted measures are said to be in: as said after the figure, before it, or of the one before."""
    after = _state(re.split(r"[;.]|^ (?:and|but)\b", subject.after)[0])
    before = _state(re.split(r"[;.]", subject.before)[-1])
    if earlier and re.fullmatch(r"[^a-z]*(?:others?|the others?|the rest)?", subject.before.strip()) and after is None:
        before = None
    turned = earlier and re.match(r"[^.;,]*\b(?:other way|opposite|reverse)\b", subject.after)
    if turned and (state := state_of(earlier[-1])):
        return OPPOSITE[state]
    if found := after or before:
        return found
    for one in reversed(earlier):
        if state := state_of(one):
            return state
    whole = _state(fold(subject.statement.text))
    return whole or (_state(fold(subject.statement.before)) if subject.statement.before else None)


def _state(text: str) -> State | None:
    """The first state that a folded text names."""
    if NOT_BETTER.search(text):
        return "declined"
    found = [
        (match.start(), order, state) for order, (state, shape) in enumerate(STATES) if (match := shape.search(text))
    ]
    return min(found)[2] if found else None
