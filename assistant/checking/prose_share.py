"""What a percentage is a share of, as its sentence says: which population, and whether of all of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.checking.claims import Figure
from assistant.checking.prose_words import data, words_of

SHARE_OF = re.compile(
    r"(?:\s*\([^()]{1,12}\)|\))?\s*(?:are |were |is |was )?of "
    r"(?P<all>all|every|everyone|the (?:whole|entire|total))?\s*"
    r"(?P<words>(?:[\w'-]+\s*){1,6})",
    re.I,
)
OF_ALL = re.compile(
    r"\bof all (?P<words>(?:[\w'-]+\s+){0,3}?[\w'-]+)(?=[,;.(]|\s+(?:made|in|for|to|from|by|at|on|during|\d))", re.I
)
ENDS = re.compile(
    r"\s+(?:that|which|who|were|was|are|is|had|have|has|did|do|in|on|at|by|for|from|to|with|and|but|as|made|fell)\b.*",
    re.I | re.S,
)
UP_ON = re.compile(r"\)?\s*(?:up|down|more|fewer|less|higher|lower|above|below)\s+(?:on|than|from|since)\b", re.I)
GROWTH = re.compile(r"\)?\s*(?:increase|rise|growth|reduction|decrease|fall|drop)\b", re.I)


@dataclass(frozen=True, slots=True)
class Share:
    """What a percentage is of: the stems of it, whether all is meant, and a population of prose.toml.

    `kind` is "share" of a population, "change" since a time, or "" where the sentence tells neither.
    """

    words: tuple[str, ...] = ()
    of_all: bool = False
    population: str = ""
    kind: str = ""


NO_SHARE = Share()


def share_of(text: str, figure: Figure) -> Share:
    """What a figure is a share of; NO_SHARE for anything but a percentage."""
    if figure.unit != "percent":
        return NO_SHARE
    changed = UP_ON.match(text, figure.end) or GROWTH.match(text, figure.end)
    match = SHARE_OF.match(text, figure.end)
    found, of_all = match, bool(match and match["all"])
    if match is None and (found := OF_ALL.search(text, 0, figure.start)):
        of_all = True
    words = tuple(word.stem for word in words_of(ENDS.sub("", f" {found['words']}"))) if found else ()
    population = _population(match) if match else ""
    return Share(words, of_all, population, "change" if changed else "share" if population else "")


def _population(match: re.Match[str]) -> str:
    pattern, known = _populations()
    everyone = "everyone " if (match["all"] or "").lower() == "everyone" else ""
    found = pattern.match(f"{everyone}{match['words']}")
    return known[found[1].lower()] if found else ""


@cache
def _populations() -> tuple[re.Pattern[str], Mapping[str, str]]:
    known = {form.lower(): name for name, forms in data()["populations"].items() for form in forms}
    either = "|".join(re.escape(form) for form in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?:the\s+|all\s+|total\s+|whole\s+|entire\s+)*({either})\b", re.I), known
