"""The questions within one question: lettered parts, sentences, and clauses that each ask something.

A split holds only where its parts are understood (see is_split); otherwise the question is read as one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.query import Query

LETTERED = re.compile(r"(?<![\w)])\(?\b(?P<letter>[a-h]|i{1,3}|iv|vi?)\)\s*", re.I)
ENDS = re.compile(r"(?<=[?;!])\s+|\n+|(?<=[a-z0-9%]\.)\s+(?=[A-Z])")
ASKS = (
    r"(?:how (?:many|much|far|did|does|was|were)|which|what|who|when|was|were|did|does|is|are|has|have|had|would"
    r"|list|name|"
    r"(?:the )?(?:biggest|largest|greatest|highest|lowest|smallest|best|worst|most|least)|"
    r"whether)"
)
CLAUSES = re.compile(rf"\s*[,;]?\s+(?:and|but)(?: also)? (?!\w+ not\b)(?={ASKS}\b)", re.I)
TIED = re.compile(r"\b(?:or|between|both|compare\w*)\s*$", re.I)
FIGURES = frozenset({"measure", "breakdown", "tally", "ranking", "ratings", "bands", "cells", "direction", "symbol"})


def splits(question: str) -> Iterator[list[str]]:
    """The ways a question may fall into parts, likeliest first; each with at least two."""
    for parts in (_lettered(question), _lettered(question, shared=True), _sentences(question), _clauses(question)):
        if len(parts) > 1:
            yield parts


def _lettered(question: str, shared: bool = False) -> list[str]:
    """The lettered parts, each with what stands before the first: "what was (a) X and (b) Y".

    `shared`: a shorter part takes the end of the last one too: "(a) six weeks and (b) six months after release".
    """
    marks = list(LETTERED.finditer(question))
    letters = [mark["letter"].lower() for mark in marks]
    if len(marks) < 2 or letters[0] not in ("a", "i"):
        return []
    lead = question[: marks[0].start()].rstrip(" :-")
    ends = [*(mark.start() for mark in marks[1:]), len(question)]
    bodies = [question[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    cleaned = [re.sub(r"[\s,;]*(?:\b(?:and|or|then)\b)?[\s,;]*$", "", body) for body in bodies]
    last = cleaned[-1].split()
    if shared:
        cleaned = [" ".join([body, *last[len(body.split()) :]]) for body in cleaned]
    return [f"{lead} {body}".strip() for body in cleaned if body]


def _sentences(question: str) -> list[str]:
    return [part.strip() for part in ENDS.split(question) if re.search(r"\w", part)]


def _clauses(question: str) -> list[str]:
    parts = [part.strip() for part in CLAUSES.split(question)]
    return [] if any(TIED.search(part) for part in parts[:-1]) else parts


def is_split(queries: Sequence[Query]) -> bool:
    """Whether parts stand on their own: all are about figures, and they ask different things."""
    if not all(query.topic in FIGURES for query in queries):
        return False
    return len({_asked(query) for query in queries}) == len(queries)


def _asked(query: Query) -> tuple[object, ...]:
    """What a part asks; a measure's answer has its value, target and whether it was met together."""
    return (
        query.topic,
        query.families,
        query.areas,
        query.periods,
        query.service,
        query.ratings,
        query.numbers,
        query.cells and (str(query.cells.grid.table.locator), query.cells.rows),
        "" if query.topic == "measure" else (query.state, query.aspect, query.order, query.states),
    )


def filled(query: Query, last: Query, leaning: Callable[[], Query]) -> Query:
    """A part with what the last part says for all: its measure where this names none, its periods and service."""
    if query.topic == "passage" and last.topic in FIGURES:
        query = leaning()
    if not query.periods and not query.spread and (last.periods or last.spread):
        query = replace(query, periods=last.periods, spread=last.spread)
    return replace(query, service=query.service or last.service) if query.topic == last.topic else query
