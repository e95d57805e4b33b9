"""What a draft's figure is of and what the published number is of, in plain words, where scope or place differ."""

import re

from assistant.checking.prose_pairs import Pair
from assistant.checking.prose_said import Said
from assistant.checking.prose_words import proper_places

AROUND = 8  # words of a sentence shown to say what its number is of
SHARE = re.compile(r"\)?\s*of\s+(?:[\w'’-]+\s*){1,5}", re.I)


def told_apart(pair: Pair, kind: str) -> tuple[str, str]:
    """The draft's, then the published: "the probation caseload", "the prison population"."""
    own, other = pair.said, pair.printed
    if kind == "place":
        named = [word for stem, word in proper_places(own.text) if stem in pair.lacking]
        there = [word for stem, word in proper_places(pair.line.text) if stem not in pair.asked.weights]
        return _listed(named) or "the name in the draft", _listed(there) or "another name"
    if kind == "population":
        return own.share.population, other.share.population
    if kind == "share":
        return tuple(_kind(one) for one in (own, other))  # type: ignore[return-value]
    if kind == "all":
        return "all of them", _share(other) or "a part of them"
    if kind == "whole":
        names = " and ".join(sorted(f"{name}s" for name in other.names.get("grade", ())))
        return "the whole", names or "one grade"
    return "that alone", " ".join(pair.line.text.split()[-AROUND:]).rstrip(".")


def _kind(said: Said) -> str:
    if said.share.kind == "share":
        return f"a share of {said.share.population}"
    return {"rose": "a rise", "fell": "a fall"}.get(said.drift, "a change") + " since another time"


def _share(said: Said) -> str:
    """What a published percentage is printed as a share of."""
    match = SHARE.match(said.text, said.figure.end)
    return (
        re.sub(r"^\)?\s*of\s+|\s+(?:did|do|was|were|is|are|had|have|in|on|at|which).*$", "", match[0]) if match else ""
    )


def _listed(words: list[str]) -> str:
    return " ".join(dict.fromkeys(words))
