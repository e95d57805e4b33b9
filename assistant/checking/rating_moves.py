"""What a sentence says of how the ratings of regions moved between two scorecards, or that they stayed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant import phrases
from assistant.checking import sources
from assistant.checking.claims import Finding
from assistant.checking.ratings import Ratings
from assistant.checking.subjects import Subject
from assistant.holdings import Edition, Holdings
from assistant.phrasing import any_of
from corpus.models import Observation

Move = Literal["up", "down", "same"]
MOVES: tuple[tuple[Move, re.Pattern[str]], ...] = (
    (
        "same",
        any_of(r"""
            kept (?:its|their|a|the) | retain(?:ed|s) | held on to | stay(?:ed|s) | remain(?:ed|s) | unchanged |
            did not change | didn't change | has not changed | no change
        """),
    ),
    (
        "down",
        any_of(r"""
            slipp?(?:ed|s) | fell | dropped | downgraded | declined | worsened | went down | moved down | slid |
            deteriorated
        """),
    ),
    ("up", any_of(r"moved up | went up | rose | climbed | improved | upgraded | promoted | raised")),
)
OF_RATINGS = any_of(r"rating | ratings | rated | grades? | bands? | scorecard | score")


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement that a sentence claims of ratings, with its place in the folded text."""

    move: Move
    text: str
    start: int
    end: int


def moves(text: str, named: Sequence[tuple[int, int, int]]) -> Iterator[Moved]:
    """The first movement of ratings that a folded text claims; `named` are the ratings it gives by name."""
    if not (named or OF_RATINGS.search(text)):
        return
    found = [(match.start(), move, match) for move, shape in MOVES if (match := shape.search(text))]
    for _, move, match in sorted(found, key=lambda one: one[0])[:1]:
        yield Moved(move, match[0].strip(), match.start(), match.end())


class RatingMoves:
    """Holds claimed movements of ratings against two scorecards."""

    def __init__(self, holdings: Holdings, ratings: Ratings) -> None:
        self._holdings = holdings
        self._ratings = ratings

    def find(self, subject: Subject, moved: Moved, named: Sequence[tuple[int, int, int]]) -> Finding | None:
        """What two scorecards say of areas said to have moved so; None without both scorecards or without areas."""
        last = replace(subject, period=max(subject.told)) if subject.told else subject  # "between 2023-24 and 2024-25"
        after = self._ratings.edition(last)
        rated = [e for e in self._holdings.editions if e.ratings() and after and e.year < after.year]
        if after is None or not rated or not subject.areas:
            return None
        pairs = [(b, a) for area in subject.areas for b, a in _pair(rated[-1], after, area)]
        numbers = [number for _, _, number in named]
        wrong = [(b, a) for b, a in pairs if not _is_so(b, a, moved.move, numbers)]
        if not pairs:
            return None
        told = phrases.listed(
            f"{a.area} was rated {phrases.rated(b)} in {rated[-1].year.label}, {phrases.rated(a)} in {after.year.label}"
            for b, a in wrong or pairs
        )
        return Finding(
            verdict="contradicted" if wrong else "supported",
            published=phrases.rated((wrong or pairs)[0][1]),
            reason=f"{told}.",
            citation=sources.of_rows(self._holdings, [a for _, a in wrong or pairs]),
        )


def _pair(before: Edition, after: Edition, area: str) -> Iterator[tuple[Observation, Observation]]:
    yield from zip(before.ratings(area), after.ratings(area), strict=False)


def _is_so(before: Observation, after: Observation, move: Move, numbers: Sequence[int]) -> bool:
    """Whether a rating moved as claimed, from and to the ratings named: of one rating, to it."""
    if before.value is None or after.value is None:
        return False
    way = after.value - before.value
    right = way == 0 if move == "same" else way > 0 if move == "up" else way < 0
    if len(numbers) == 2:
        return right and [int(before.value), int(after.value)] == list(numbers)
    return right and (not numbers or after.value == numbers[0])
