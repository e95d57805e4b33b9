"""A number with what a sentence says of it: words beside it, period, role, direction, whose it is.

The same reading is made of a draft and of what is published, so that the two can be held against each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.checking.claims import Figure
from assistant.checking.figures import figures
from assistant.checking.prose_moves import end_of, moves_in, role_in, way_of_change, way_of_value
from assistant.checking.prose_share import NO_SHARE, Share, share_of
from assistant.checking.prose_when import period_in
from assistant.checking.prose_whose import BREAK, in_sentence, own_names, with_latter
from assistant.checking.prose_words import Word, names_of, words_of
from assistant.checking.roles import Role
from corpus.clauses import Span
from corpus.periods import Period, find_periods

FADES = 5  # words from a number, at which what a word counts for is halved
ACROSS = 0.5  # what another number between leaves of it
OVER_BREAK = 0.8
COMPARES = re.compile(r"[^.]{0,110}\b(?:from|to|than|against|was|with)\s+", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number and what is said of it. `beside` gives each stem near it, 0 to 1, 1 for a neighbour."""

    figure: Figure
    text: str
    beside: Mapping[str, float]
    role: Role = "value"
    way: str = ""  # of a value that a movement leads to or from: "rose" or "fell"
    drift: str = ""  # the movement that stands nearest: of a change, its own
    moves: frozenset[str] = frozenset()  # every movement that the sentence tells of: "rose", "fell"
    end: str = ""  # of two values: "from" or "to"
    period: Period | None = None
    periods: tuple[Period, ...] = ()  # all that the sentence names
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by kind: those it may be of
    around: frozenset[tuple[str, str]] = frozenset()  # kind and name, of all that the sentence names
    column: str = ""  # of a cell: its heading
    share: Share = NO_SHARE  # what it is a share of
    shown: str = ""  # as printed, where `figure` was read with a unit from a heading


@lru_cache(maxsize=8000)
def read(text: str) -> tuple[Said, ...]:
    """What a sentence says of each of its figures, in order."""
    found = _with_units(text, figures(text))
    if not found:
        return ()
    words, mentions, named = words_of(text), find_periods(text), with_latter(text, names_of(text))
    moves = moves_in(text)
    spans = [Span(one.start, one.end) for one in found]
    made = []
    for at, figure in enumerate(found):
        role = role_in(text, found, at)
        others = [span for span in spans if span != spans[at]]
        made.append(
            Said(
                figure=figure,
                text=text,
                beside=_beside(text, words, found, figure),
                role=role,
                way=way_of_value(text, figure, moves) if role == "value" else "",
                drift=way_of_change(text, figure, moves, found),
                moves=frozenset(move.what for move in moves),
                end=end_of(text, figure),
                period=period_in(text, spans[at], others, mentions, is_change=role == "change"),
                periods=tuple(mention.period for mention in mentions),
                names=own_names(text, in_sentence(text, named, figure), found, at),
                around=frozenset((one.kind, one.name) for one in in_sentence(text, named, figure)),
                share=share_of(text, figure),
            )
        )
    for at in range(1, len(made)):
        first, second = made[at - 1], made[at]
        between, after = text[first.figure.end : second.figure.start], text[second.figure.end :]
        if (OPENING.fullmatch(between) and after.startswith(")")) or OR_SO.fullmatch(between):
            role = first.role if second.role == "value" else second.role
            names = {**first.names, **second.names}
            period = first.period or second.period
            made[at] = replace(second, role=role, way=first.way, drift=first.drift, period=period, names=names)
        earlier = [one for one in made[:at] if one.figure.unit == second.figure.unit][-1:]
        changed = bool(earlier) and earlier[0].role == "change" and second.role == "value"
        if changed and AND_ALSO.fullmatch(text[earlier[0].figure.end : second.figure.start]):
            made[at] = replace(second, role="change", way="", drift=earlier[0].drift)
        if RANGE.fullmatch(text[first.figure.end : second.figure.start]) and first.role == second.role:
            made[at - 1] = replace(first, drift=second.drift)
    return tuple(made)


RANGE = re.compile(r"\s*(?:-|–|—|to|and)\s*")
AND_ALSO = re.compile(r"(?:[^.;:]|\.(?=\d)){0,45}\band\s+", re.I)
OR_SO = re.compile(r",?\s*(?:or|that is|i\.e\.),?\s+(?:by\s+)?", re.I)
OPENING = re.compile(r"\s*(?:[\w-]+\s+){0,2}\((?:or\s+)?")


def _with_units(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Figures, where a length of time is compared with a bare number both as lengths: "13.2 days, up from 8.9"."""
    done: list[Figure] = []
    for figure in found:
        last = done[-1] if done else None
        bare = figure.unit == "number" and not (figure.noun or figure.base)
        if bare and last and last.unit == "time" and COMPARES.fullmatch(text[last.end : figure.start]):
            done.append(replace(figure, unit="time", noun=last.noun))
        else:
            done.append(figure)
    return done


def _beside(text: str, words: Sequence[Word], found: Sequence[Figure], figure: Figure) -> dict[str, float]:
    """How near each word is: by words between, less across other numbers and breaks."""
    places = sorted({word.start for word in words})
    at = {start: number for number, start in enumerate(places)}
    here = sum(start < figure.start for start in places)
    near: dict[str, float] = {}
    for word in words:
        low, high = (word.end, figure.start) if word.start < figure.start else (figure.end, word.start)
        away = here - 1 - at[word.start] if word.start < figure.start else at[word.start] - here
        crossed = sum(low <= other.start < high for other in found if other is not figure)
        worth = (
            ACROSS**crossed * OVER_BREAK ** len(BREAK.findall(text, low, max(low, high))) / (1 + max(0, away) / FADES)
        )
        near[word.stem] = max(near.get(word.stem, 0.0), worth)
    return near
