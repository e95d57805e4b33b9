"""Whose a number is: which of the names in a sentence that exclude one another belongs to it."""

import re
from collections.abc import Sequence

from assistant.checking.claims import Figure
from assistant.checking.prose_words import Name

BREAK = re.compile(r"[;:()]|, | – | - |\b(?:but|while|whereas|with|compared)\b", re.I)
BRACKETED = re.compile(r"\([^()]{0,25}\)")
PLACED = re.compile(r"\b(?:in|at|for|of|to|from|across|near|outside)\s+(?:the\s+)?$", re.I)
OPENS = 25  # characters from the start of a sentence, within which a name is what it is about
LATTER = re.compile(r"\bthe (latter|former)\b", re.I)
SENTENCE = re.compile(r"(?<=[a-z)\]%\d])[.?!]\s+(?=[A-Z[])")
RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
PAIR = re.compile(r"\s*(?:percentage points?|points?|FTE|years?)?\s*and\s+", re.I)
LISTED = re.compile(r"\s*(?:,|and|&|or|including|,\s*and)?\s*", re.I)
LINKED = re.compile(
    r"\)?\s*(?:(?:of|for|in|by|among|at|with)\s+(?:the\s+|all\s+|its\s+|those\s+)?(?:(?!and\b)[\w-]+\s+){0,3})?", re.I
)
LOOSELY = re.compile(r"\)?\s*(?:(?!(?:and|but|while|or)\b)[\w'-]+\s+){0,6}", re.I)


def with_latter(text: str, named: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a text, with "the latter" and "the former" as what they stand for: of the two named last before."""
    found = list(named)
    for match in LATTER.finditer(text):
        before = [one for one in named if one.end <= match.start()]
        alike = [one for one in before if one.kind == before[-1].kind][-2:]
        if len(alike) == 2:
            meant = alike[-1] if match[1].lower() == "latter" else alike[0]
            found.append(Name(meant.kind, meant.name, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def in_sentence(text: str, named: Sequence[Name], figure: Figure) -> tuple[Name, ...]:
    """The names in the figure's own sentence, where a text has several."""
    ends = [match.end() for match in SENTENCE.finditer(text)]
    start = max((end for end in ends if end <= figure.start), default=0)
    end = min((end for end in ends if end >= figure.end), default=len(text))
    return tuple(one for one in named if start <= one.start < end)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def own_names(text: str, named: Sequence[Name], found: Sequence[Figure], at: int) -> dict[str, frozenset[str]]:
    """By kind, the names that one of a sentence's figures may be of; what stands in brackets is passed over."""
    text = BRACKETED.sub(_blank, text)
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
    if (paired := _respectively(text, mentions, alike, figure)) is not None:
        return frozenset((paired,))
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
    alone = earlier and len({one.name for one in mentions}) == 1
    aside = alone and earlier[-1].kind == "area" and _is_aside(text, earlier[-1], figure)
    return frozenset((earlier[-1].name,)) if alone and not aside else frozenset()


def _respectively(text: str, mentions: Sequence[Name], alike: Sequence[Figure], figure: Figure) -> str | None:
    """The name that a figure is paired with by "respectively": as many names, those listed together counted in order.

    One name written in two ways side by side counts once. None where figures and names are not as many.
    """
    said = RESPECTIVELY.search(text)
    if said is None:
        return None
    if len(mentions) == len(alike):
        return mentions[alike.index(figure)].name
    run = [one for one in alike if one.end <= said.start()][-2:]
    if len(run) < 2 or figure not in run or not PAIR.fullmatch(text[run[0].end : run[1].start]):
        return None
    before = [one for one in mentions if one.end <= run[0].start]
    order = list(dict.fromkeys(one.name for one in reversed(before)))[:2][::-1]
    return order[run.index(figure)] if len(order) == 2 else None


def _is_aside(text: str, name: Name, figure: Figure) -> bool:
    """Whether a name before a figure only places another clause: "with a visit to Wales, and counted 12"."""
    placed = name.start > OPENS and PLACED.search(text, 0, name.start) is not None
    return placed and BREAK.search(text, name.end, figure.start) is not None


def _listed(text: str, mentions: Sequence[Name]) -> frozenset[str]:
    """The first of some names and those listed with it."""
    listed = [mentions[0]]
    for one in mentions[1:]:
        if not LISTED.fullmatch(text[listed[-1].end : one.start]):
            break
        listed.append(one)
    return frozenset(one.name for one in listed)
