"""What a sentence says happened, beside a figure or without one: rose, fell, improved, worsened, met, missed.

Each is found with its place, so that it can be given to the figure it goes with and marked in the draft.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.checking.folded import folded
from assistant.phrasing import NOT, any_of

Happened = Literal["rose", "fell", "improved", "declined", "met", "missed", "above", "below", "unchanged"]

OF_TARGET = r"(?= (?:[^\s,;]+ ){0,5}(?:targets?|ceilings?|goal|limit)\b)"  # a target is spoken of within the next words
SAYS: tuple[tuple[Happened, re.Pattern[str]], ...] = (
    (
        "missed",
        any_of(r"""
            miss(?:ed|es|ing) | <not> (?:\w+ )?(?:me(?:e)?t|hit|reach\w*|achiev\w*|on target) |
            fail(?:ed|s|ing)? to (?:meet|hit|reach|achieve) | short of | without (?:meeting|hitting) | undershot |
            breach(?:ed|es|ing)? | off target | adrift of (?:\w+ )?target |
            (?:fell|falls?|falling|came in) (?:\w+ )?(?:short|below)(?: of)?
        """),
    ),
    (
        "met",
        any_of(rf"""
            (?:meets?|met)(?: or (?:exceed\w*|beat|bettered))?{OF_TARGET} | (?:meets?|met)(?= it\b) |
            meeting(?= (?:(?:its|the|their|an?|this|that|all|expected|\d\S*) ){{0,3}}(?:targets?|ceilings?|goal)\b) |
            (?:hits?|hitting|beats?|beating|exceed(?:ed|s|ing)?|achiev(?:ed|es|ing))(?: or \w+)?{OF_TARGET} |
            (?:surpass(?:ed|es|ing)?|bettered|reach(?:ed|es|ing)?|pass(?:ed|es|ing)?|clear(?:ed|s|ing)?){OF_TARGET} |
            on target | on track
        """),
    ),
    ("above", any_of(rf"(?:above|over|higher than|ahead of|past){OF_TARGET}")),
    ("below", any_of(rf"(?:below|under|lower than|behind|beneath|shy of|adrift of|off){OF_TARGET}")),
    (
        "unchanged",
        any_of(r"""
            unchanged | no change | stayed (?:\w+ )?(?:the same|at|level) | remained (?:\w+ )?(?:at|the same)
        """),
    ),
    (
        "improved",
        any_of(r"""
            improv\w+ | (?:got|gets|getting|did|doing|fared) better | better | strengthened | recovered | good news
        """),
    ),
    (
        "declined",
        any_of(r"""
            wors\w+ | deteriorat\w+ | slipp?(?:ed|s|ing) | slid | (?:went|gone|going) backwards? | weakened |
            declin(?:e|ed|es|ing)
        """),
    ),
    (
        "rose",
        any_of(r"""
            rose | ris(?:e|es|en|ing) | increas(?:e|ed|es|ing) | up | grew | grow(?:n|s|ing|th) | climb(?:ed|s|ing)? |
            jump(?:ed|s|ing)? | (?:went|gone|going|goes) up | higher | gain(?:ed|s)? | surg(?:ed|es|ing) |
            soar(?:ed|s|ing) | leap\w* | doubled | trebled | tripled
        """),
    ),
    (
        "fell",
        any_of(r"""
            fell | fall(?:s|en|ing)? | drop(?:ped|s|ping)? | decreas(?:e|ed|es|ing) | down | lower | shr[aiu]nk |
            dip(?:ped|s)? | reduc(?:ed|tion|es) | (?:went|gone|going|goes) down | plung(?:ed|es|ing) | slump(?:ed|s)? |
            tumbl(?:ed|es) | cut | halved
        """),
    ),
)
NEGATED = re.compile(rf"{NOT}(?: \w+)? $|\b(?:failed to|without) $")
OF_TARGETS = ("met", "missed", "above", "below")
OF_A_TARGET = re.compile(
    r"(?:^|\b(?:the|its|their) )(?:[\w-]+ )?(?:targets?|ceilings?|goal)"
    r"(?: (?:for|of|on) (?:(?!and\b|but\b|which\b)[^\s,.;]+ ){1,12}?)?"
    r" ?(?:(?:was|were|has|have|had|been|also) ){0,3}$"
)
# What looks like a movement and is none.
NO_MOVE = any_of(r"""
    (?<!went )(?<!gone )(?<!goes )(?<!going )up to | made? up | set up | down to the | follow(?:ed|s)? up |
    stand downs? | cut[- ]offs? | broken down |
    higher[- ]risk | improvement required | requir\w+ improv\w+ | needs? improv\w+ | or (?:better|lower|higher) |
    (?:better|more|higher|lower) than (?:a\w*|one|two|half|three|\d+) | up (?:until|and running) |
    (?:bring|brought|brings) (?:\w+ )?down
""")


@dataclass(frozen=True, slots=True)
class Said:
    """Something said to have happened, with its place in the text."""

    what: Happened
    start: int
    end: int
    text: str


PAIRS = (
    ("rose", "fell"), ("risen", "fallen"), ("rises", "falls"), ("rising", "falling"), ("rise", "fall"), ("up", "down"),
    ("increased", "decreased"), ("increases", "decreases"), ("increasing", "decreasing"), ("increase", "decrease"),
    ("higher", "lower"), ("went up", "went down"), ("gone up", "gone down"), ("going up", "going down"),
    ("improved", "worsened"), ("improves", "worsens"), ("improving", "worsening"), ("improvement", "worsening"),
    ("better", "worse"), ("got better", "got worse"), ("above", "below"), ("over", "under"), ("met", "missed"),
    ("meets", "misses"), ("meeting", "missing"), ("gained", "lost"),
)  # fmt: skip
OPPOSITES = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])} | {
    "grew": "fell", "climbed": "fell", "jumped": "fell", "dropped": "rose", "dipped": "rose", "declined": "improved",
    "deteriorated": "improved", "hit": "missed", "beat": "missed", "exceeded": "missed", "exceeding": "missing",
    "beating": "missing", "hitting": "missing", "reached": "missed", "achieved": "missed", "grown": "fallen",
}  # fmt: skip


def opposite(say: Said) -> str:
    """The words that say the opposite, "" where no word simply does."""
    return OPPOSITES.get(say.text, "")


def said(text: str) -> list[Said]:
    """What a folded text says happened, in order; no word is read twice."""
    return sorted(_said(text), key=lambda one: one.start)


def said_in(text: str) -> list[Said]:
    """What a text says happened, in order, each with its place in the text as it stands."""
    found = folded(text)
    every = ((say, *found.place(say.start, say.end)) for say in said(found.text))
    return [replace(say, start=start, end=end) for say, start, end in every]


def _said(text: str) -> Iterator[Said]:
    taken = bytearray(len(text))
    for match in NO_MOVE.finditer(text):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for what, pattern in SAYS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            if what not in OF_TARGETS and OF_A_TARGET.search(text[: match.start()]):
                continue  # "the target for it rose" says nothing of performance
            turned = NEGATED.search(text[: match.start()])
            if turned and what in ("improved", "declined", "rose", "fell"):
                continue  # what did not happen says nothing of what did
            yield Said(what, match.start(), match.end(), match[0].strip())
