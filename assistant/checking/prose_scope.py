"""What tells two numbers apart by how much each is claimed for: of all or some, of which population, of one alone."""

import re
from functools import cache

from assistant.checking.prose_said import Said
from assistant.checking.prose_share import Share
from assistant.checking.prose_words import data, words_of
from index.words import stem

ALONE = re.compile(r"(?P<name>(?:[A-Z][\w&'-]*\s+){1,5})(?:alone|only|by itself|on its own)\b")
AS_A_WHOLE = re.compile(r"\b(?:as a whole|all grades|every grade|all (?:its |the )?staff)\b", re.I)


def scope_apart(said: Said, printed: Said, line: frozenset[str]) -> str:
    """ "share", "population", "all", "alone" or "whole": how the figure's scope is not the number's; else "".

    `line` are the stems of the line that prints the number.
    """
    own, other = said.share, printed.share
    if (
        "change" in (own.kind, other.kind)
        and _is_share(said) != _is_share(printed)
        and "" not in (own.kind, other.kind)
    ):
        return "share"
    if own.population and other.population and own.population != other.population:
        return "population"
    if own.of_all and narrowed(own, other):
        return "all"
    if (alone := claimed_alone(said.text)) and not alone <= line:
        return "alone"
    if AS_A_WHOLE.search(said.text) and printed.names.get("grade") and not said.names.get("grade"):
        return "whole"
    return ""


def _is_share(said: Said) -> bool:
    return said.share.kind == "share"


def claimed_alone(text: str) -> frozenset[str]:
    """The stems of a name that a sentence is about alone: "in the Probation Service alone"."""
    match = ALONE.search(text)
    return frozenset(word.stem for word in words_of(match["name"])) if match else frozenset()


def narrowed(own: Share, other: Share) -> bool:
    """Whether a published share is of a narrower part of what the draft's is of all of."""
    return bool(set(own.words) & set(other.words) and set(other.words) & _restricting() - set(own.words))


@cache
def _restricting() -> frozenset[str]:
    return frozenset(stem(word) for word in data()["restricting"])
