"""More or fewer measures, or regions, than in another year: counts in words set beside one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.checking.claims import Finding
from assistant.checking.count_states import state_of
from assistant.checking.counts import Counts
from assistant.checking.ratings import Ratings
from assistant.checking.subjects import Subject
from assistant.holdings import Holdings

NOUN = r"(?:\w+ ){0,3}?(?:regions?|areas?|service levels?|measures?|metrics?|targets)\b"
MORE = re.compile(rf"\b(?:(?P<more>more)|(?P<fewer>fewer|less)|(?P<same>the same number of)) (?={NOUN})")
THAN = re.compile(
    r"\bthan (?:in |for |the |a )?(?:\d|last|previous|year|before|prior)|\bas (?:in|last|the (?:year|previous))\b"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison of counts, with its place in the folded text."""

    way: Literal["more", "fewer", "same"]
    text: str
    start: int
    end: int


def compared(text: str) -> Iterator[Beside]:
    """The comparisons of counts between years in a folded text."""
    if not THAN.search(text):
        return
    for match in MORE.finditer(text):
        way: Literal["more", "fewer", "same"] = "more" if match["more"] else "fewer" if match["fewer"] else "same"
        yield Beside(way, match[0].strip(), match.start(), match.start() + len(match[0].strip()))


class CountMoves:
    """Holds comparisons of counts against two bulletins."""

    def __init__(self, holdings: Holdings, counts: Counts, ratings: Ratings) -> None:
        self._holdings = holdings
        self._counts = counts
        self._ratings = ratings

    def find(self, subject: Subject, beside: Beside) -> Finding | None:
        """What two bulletins say; None where they do not count what is compared."""
        years = [edition.year for edition in self._holdings.editions]
        later = next((y for y in reversed(years) if subject.period is None or y == subject.period), None)
        state = state_of(subject)
        if later is None or state is None or self._ratings.ratings_in(subject.after):
            return None
        service = subject.service or self._holdings.main_service
        now, then = (self._counts.counted(state, service, period) for period in (later, later.shifted(-1)))
        if now is None or then is None or now.period == then.period:
            return None
        right = (
            now.count > then.count
            if beside.way == "more"
            else now.count < then.count
            if beside.way == "fewer"
            else now.count == then.count
        )
        return Finding(
            verdict="supported" if right else "contradicted",
            published=f"{now.count} of {now.base}, after {then.count} of {then.base}",
            reason=f"{now.said}; {then.said}.",
            citation=now.citation,
            caveats=("Measures and targets changed between the two years.",) if now.base != then.base else (),
        )
