"""A number with what a sentence says of it: words beside it, period, role, direction, whose it is.

The same reading is made of a draft and of what is published, so that the two can be held against each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.checking.claims import Figure
from assistant.checking.directions import Said as Moved
from assistant.checking.directions import said
from assistant.checking.figures import figures
from assistant.checking.prose_words import Name, Word, names_of, words_of
from assistant.checking.roles import Role, role_of
from assistant.words import fold
from corpus.clauses import Span, period_of
from corpus.periods import Mention, Period, find_periods

FADES = 5  # words from a number, at which what a word counts for is halved
ACROSS = 0.5  # what another number between leaves of it
BREAK = re.compile(r"[;:()]|, | – | - |\b(?:but|while|whereas|with|compared)\b", re.I)
OVER_BREAK = 0.8
RELATIVE = re.compile(
    r"(?:\b(?:the |a )?(?:year (?:before|earlier|previously)|(?:previous|prior|preceding) (?:performance |financial )?year"
    r"|twelve months (?:before|earlier)|12 months (?:before|earlier)))\b",
    re.I,
)
SINCE = re.compile(r"\b(?:on|than|from|over|since|with|against|to)\s+(?:in\s+)?(?:the\s+|a\s+)?$", re.I)
OPENS = 25  # characters from the start of a sentence, within which a name is what it is about
NEAR = 30  # characters from a number within which "the year before" is its own
COMPARES = re.compile(r"[^.]{0,110}\b(?:from|to|than|against|was|with)\s+", re.I)
MAKES = re.compile(r"\b(?:mak(?:e|es|ing)|made) up\b|\btargets (?=met|missed|hit)")  # no movement, and no target
COUNTED_TARGETS = re.compile(r"[^a-z]*(?:of )?(?:its |the |their )?(?:[a-z]+ ){0,2}?targets\b")
CHANGE_OF = re.compile(r"\b(?:reductions?|growth|decreases?|increases?|rises?|falls?|drops?) of (?:[a-z]+ ){0,2}$")
CHANGED = re.compile(r"[ ,-]*(?:[a-z]+ )?(more|greater|fewer|less)\b(?! than (?:a|one|two|half|three)\b)")
FROM, TO = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\W?$"), re.compile(r"\bto (?:[a-z]+ ){0,2}\W?$")
OF_OTHER = re.compile(
    r"\s*(?:\([^()]{1,12}\)\s*)?(?:then\s+)?\(?(?:in|at|for|during|over|on|as\s+at)?\s*(?:the\s+)?(?:end\s+of\s+)?",
    re.I,
)
BRACKETED = re.compile(r"\([^()]{0,25}\)")
SET_AGAINST = re.compile(r"\b(?:from|than|against|compared|while|whereas)\b|;", re.I)


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
    shown: str = ""  # as printed, where `figure` was read with a unit from a heading
    last: bool = True


@lru_cache(maxsize=8000)
def read(text: str) -> tuple[Said, ...]:
    """What a sentence says of each of its figures, in order."""
    found = _with_units(text, figures(text))
    if not found:
        return ()
    words, mentions, named = words_of(text), find_periods(text), names_of(text)
    moves = [one for one in said(text.lower()) if one.what in ("rose", "fell")]
    spans = [Span(one.start, one.end) for one in found]
    made = []
    for at, figure in enumerate(found):
        role = _role(text, found, at)
        others = [span for span in spans if span != spans[at]]
        made.append(
            Said(
                figure=figure,
                text=text,
                beside=_beside(text, words, found, figure),
                role=role,
                way=_way_of_value(text, figure, moves) if role == "value" else "",
                drift=_way(text, figure, moves, found),
                moves=frozenset(move.what for move in moves),
                end=_end(text, figure),
                period=_period(text, spans[at], others, mentions, is_change=role == "change"),
                periods=tuple(mention.period for mention in mentions),
                names=_own_names(BRACKETED.sub(_blank, text), named, found, at),
                around=frozenset((one.kind, one.name) for one in named),
            )
        )
    for at in range(1, len(made)):
        first, second = made[at - 1], made[at]
        if OPENING.fullmatch(text[first.figure.end : second.figure.start]) and text[second.figure.end :].startswith(
            ")"
        ):
            role = first.role if second.role == "value" else second.role
            names = {**first.names, **second.names}
            period = first.period or second.period
            made[at] = replace(second, role=role, way=first.way, drift=first.drift, period=period, names=names)
        earlier = [one for one in made[:at] if one.figure.unit == second.figure.unit][-1:]
        if earlier and earlier[0].role == "change" and second.role == "value":
            if AND_ALSO.fullmatch(text[earlier[0].figure.end : second.figure.start]):
                made[at] = replace(second, role="change", way="", drift=earlier[0].drift)
        if RANGE.fullmatch(text[first.figure.end : second.figure.start]) and first.role == second.role:
            made[at - 1] = replace(first, drift=second.drift)
    return tuple(made)


RANGE = re.compile(r"\s*(?:-|–|—|to|and)\s*")
AND_ALSO = re.compile(r"[^.;:]{0,45}\band\s+", re.I)
OR_SO = re.compile(r",?\s*(?:or|that is|i\.e\.),?\s+(?:by\s+)?", re.I)
OPENING = re.compile(r"\s*(?:[\w-]+\s+){0,2}\((?:or\s+)?")


def _with_units(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Figures, where a length of time is compared with a bare number both as lengths: "13.2 days, up from 8.9"."""
    done: list[Figure] = []
    for figure in found:
        last = done[-1] if done else None
        if last and last.unit == "time" and figure.unit == "number" and not (figure.noun or figure.base):
            if COMPARES.fullmatch(text[last.end : figure.start]):
                figure = replace(figure, unit="time", noun=last.noun)
        done.append(figure)
    return done


def _role(text: str, found: Sequence[Figure], at: int) -> Role:
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


def _way(text: str, figure: Figure, moves: Sequence[Moved], found: Sequence[Figure]) -> str:
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


def _way_of_value(text: str, figure: Figure, moves: Sequence[Moved]) -> str:
    """The movement that a value is an end of: "fell to 9%", "fell from 12% to 9%", "9%, down from 12%"."""
    for move in moves:
        if move.start >= figure.end and MOVED_AFTER.fullmatch(text, figure.end, move.start):
            return move.what if AGAINST.match(text, move.end) else ""
        if move.end <= figure.start and MOVED_BEFORE.fullmatch(text, move.end, figure.start):
            return move.what
    return ""


MOVED_AFTER = re.compile(r"[\s,(]*(?:which (?:is|was)\s+)?(?:[a-z]+\s+)?", re.I)
MOVED_BEFORE = re.compile(r"(?:[^.;:]{0,60}\bfrom\b)?[^.;:]{0,60}\b(?:to|from)\s+(?:[a-z]+\s+){0,2}\W?", re.I)
AGAINST = re.compile(r"\s+(?:from|on|since|compared|against|than)\b", re.I)


def met_or_missed(text: str) -> list[str]:
    """What a sentence says of targets: "met" or "missed", for each time it says so."""
    told = {"met": "met", "above": "met", "missed": "missed", "below": "missed"}
    return [told[one.what] for one in said(fold(text)) if one.what in told]


def _end(text: str, figure: Figure) -> str:
    before = text[max(0, figure.start - 30) : figure.start]
    return "from" if FROM.search(before) else "to" if TO.search(before) else ""


def _period(
    text: str, span: Span, others: Sequence[Span], mentions: Sequence[Mention], *, is_change: bool
) -> Period | None:
    if len(mentions) > 1 and (end := _end_of(text, span)) and not _is_dated(text, span, mentions):
        return (min if end == "from" else max)(mention.period for mention in mentions)
    own = period_of(span, others, _without(text, mentions, span, others), is_change)
    for match in RELATIVE.finditer(text):
        after = text[span.end : match.start()]
        gap = match.start() - span.end if match.start() >= span.end else span.start - match.end()
        clear = not any(min(span.end, match.end()) <= o.start < max(span.start, match.start()) for o in others)
        said_since = is_change or (SINCE.search(text, 0, match.start()) and match.start() > span.end)
        if 0 <= gap <= NEAR and clear and not said_since and ";" not in after:
            base = own or (mentions[0].period if mentions else None)
            return base.shifted(-1) if base else None
    return own


def _is_dated(text: str, span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a period follows a number at once."""
    after = [mention.start for mention in mentions if mention.start >= span.end]
    return bool(after) and OF_OTHER.fullmatch(text, span.end, after[0]) is not None


def _end_of(text: str, span: Span) -> str:
    """Whether a number is one of two that a movement is between: "from" or "to"; "" where it is neither."""
    between = re.match(r"[^.;]{0,25}?\bto\s+(?=\W?\d)", text[span.end :])
    if FROM.search(text, 0, span.start) and between:
        return "from"
    before = re.search(r"\bfrom\s+\W?\d[^.;]{0,25}?\bto\s+\W?$", text[: span.start])
    return "to" if before else ""


def _without(text: str, mentions: Sequence[Mention], span: Span, others: Sequence[Span]) -> str:
    """The text without the periods of other numbers that this one is compared with: "13.2, up from 8.9 at March 2021"."""
    for mention in mentions:
        for other in others:
            linked = other.end <= mention.start and OF_OTHER.fullmatch(text, other.end, mention.start)
            between = span.end <= other.start and SET_AGAINST.search(text, span.end, other.start)
            if linked and between and not linked.re.fullmatch(text, span.end, mention.start):
                text = f"{text[: mention.start]}{'x' * (mention.end - mention.start)}{text[mention.end :]}"
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _own_names(text: str, named: Sequence[Name], found: Sequence[Figure], at: int) -> dict[str, frozenset[str]]:
    """By kind, the names that the figure may be of."""
    own: dict[str, frozenset[str]] = {}
    alike = [one for one in found if one.unit == found[at].unit]
    for kind in dict.fromkeys(one.kind for one in named):
        mentions = [one for one in named if one.kind == kind]
        own[kind] = _governing(text, mentions, alike, found[at])
    return own


def _governing(text: str, mentions: Sequence[Name], alike: Sequence[Figure], figure: Figure) -> frozenset[str]:
    """Those named in a list right after the figure, else the last before it, else those after it in its clause.

    The last before it may be shared by figures that follow one another.
    """
    if inside := [one for one in mentions if figure.start <= one.start < figure.end]:
        return _listed(text, inside)
    if re.search(r"\brespectively\b", text, re.I) and len(mentions) == len(alike):
        return frozenset((mentions[alike.index(figure)].name,))
    last = max((one.end for one in alike if one.end <= figure.start), default=-1)
    end = min((one.start for one in alike if one.start >= figure.end), default=len(text))
    after = [one for one in mentions if figure.end <= one.start < end]
    if after and LINKED.fullmatch(text[figure.end : after[0].start]):
        return _listed(text, after)
    before = [
        one
        for one in mentions
        if last <= one.start < figure.start and not (last >= 0 and LINKED.fullmatch(text[last : one.start]))
    ]
    if before and not (before[-1].kind == "area" and _is_aside(text, before[-1], figure)):
        return frozenset((before[-1].name,))
    if after and LOOSELY.fullmatch(text[figure.end : after[0].start]):
        return _listed(text, after)
    earlier = [one for one in mentions if one.start < figure.start]
    return frozenset((earlier[-1].name,)) if earlier and len({one.name for one in mentions}) == 1 else frozenset()


def _is_aside(text: str, name: Name, figure: Figure) -> bool:
    """Whether a name before a figure stands in another clause, and does not open the sentence."""
    return name.start > OPENS and BREAK.search(text, name.end, figure.start) is not None


def _listed(text: str, mentions: Sequence[Name]) -> frozenset[str]:
    """The first of some names and those listed with it."""
    listed = [mentions[0]]
    for one in mentions[1:]:
        if not LISTED.fullmatch(text[listed[-1].end : one.start]):
            break
        listed.append(one)
    return frozenset(one.name for one in listed)


LISTED = re.compile(r"\s*(?:,|and|&|or|including|,\s*and)?\s*", re.I)
LINKED = re.compile(
    r"\)?\s*(?:(?:of|for|in|by|among|at|with)\s+(?:the\s+|all\s+|its\s+|those\s+)?(?:(?!and\b)[\w-]+\s+){0,3})?", re.I
)
LOOSELY = re.compile(r"\)?\s*(?:(?!(?:and|but|while|or)\b)[\w'-]+\s+){0,6}", re.I)
