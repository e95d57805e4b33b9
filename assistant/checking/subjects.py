"""What a figure of a draft is about: the measure, period, area and service that its sentence, or what stands before
it, names. Names are recognised as in questions (assistant/reading.py); here each is given to the figure it goes with.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checking.claims import Figure, Statement
from assistant.checking.figure_measures import FigureMeasures, in_turn, nearest, others
from assistant.checking.figure_periods import SAID, FigurePeriods
from assistant.checking.roles import Role, is_gap_by, role_of
from assistant.checking.windows import is_earlier, windows
from assistant.holdings import Holdings
from assistant.reading import Reader, Reading
from assistant.recognise import Match
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Period

__all__ = ["SAID", "Subject", "Subjects"]

_POINTING = re.compile(
    r"\b(?:in|of|for|to) (?:that|the same) region\b|\bthere\b(?! (?:is|are|was|were|has|have|had|will))"
)
REMEMBERED = 1000  # readings of sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A figure with what it is about. `before` and `after` are the words between it and the figures beside it.

    `matches` are the measures it may be of, likeliest first; `sure` says that the first surely is. `period` is None
    where none is named, neither in the sentence nor around it.
    """

    statement: Statement
    figure: Figure
    before: str
    after: str
    role: Role
    reading: Reading
    matches: tuple[Match, ...]
    sure: bool
    period: Period | None
    stated: bool  # the sentence itself names the period
    bound: bool  # or the sentence before it, or the heading
    own: bool  # beside the figure
    areas: tuple[str, ...]  # regions, as published, and places within them
    service: str
    first: bool  # of the figures in the sentence
    last: bool
    earlier: bool = False  # the figure that another is compared with: "from 82.4%"
    others: tuple[Match, ...] = ()  # less likely measures, where none is given as a code
    told: tuple[Period, ...] = ()  # every period the sentence names
    near: tuple[Period, ...] = ()  # every period that it, the one before or the heading names


class Subjects:
    """Finds what figures are about, against what is held."""

    def __init__(self, holdings: Holdings, reader: Reader) -> None:
        self._read = lru_cache(maxsize=REMEMBERED)(reader.read)
        self._measures = FigureMeasures(holdings, self._read)
        self._periods = FigurePeriods(holdings)

    def read(self, text: str) -> Reading:
        """The reading of a sentence; each is read once."""
        return self._read(text)

    def of(self, statement: Statement, figures: Sequence[Figure]) -> list[Subject]:
        """What each of a statement's figures, in order, is about."""
        reading = self.read(statement.text)
        around = self._measures.around(statement, reading)
        places = self._measures.of(statement, reading, around)
        period_around = self._periods.around(statement)
        told = self._periods.named(statement.text)
        bound = self._periods.named(statement.before, statement.heading)
        near = self._periods.named(statement.text, statement.before, statement.heading)
        turns = in_turn(places, figures, statement.text)
        areas = (*reading.areas, *reading.localities)
        if not areas and _POINTING.search(reading.text):
            earlier = self.read(statement.before)
            areas = (*earlier.areas, *earlier.localities)
        found: list[Subject] = []
        for number, figure in enumerate(figures):
            before, after = windows(statement.text, figures, number)
            role = role_of(figure, before, after, cell=statement.cell is not None)
            if role == "value" and found and found[-1].role == "target" and _goes_on(before, after, found[-1]):
                role = "target"  # "the target was 86.5%, compared with 53.2% a year earlier"
            after_target = bool(found) and found[-1].role == "target"
            if role == "change" and after_target and is_gap_by(figure, found[-1].before, before):
                role = "gap"  # "missed its target of 90% by 9.6 points"
            period, own = self._periods.of(statement, figures, number, role)
            matches, sure = nearest(places[number : number + 1] if turns else places, figure)
            if not turns and len(figures) > 1 and (named := self._measures.between(before)) is not None:
                matches, sure = named.matches, named.sure
            if len(figures) > 1 and (part := self._measures.sibling(reading, matches, f"{before} {after}")) is not None:
                matches = (part,)
            found.append(
                Subject(
                    statement=statement,
                    figure=figure,
                    before=before,
                    after=after,
                    role=role,
                    reading=reading,
                    matches=matches,
                    sure=sure,
                    period=period or period_around,
                    stated=period is not None,
                    bound=period is not None or bool(bound),
                    own=own,
                    areas=tuple(a for a in areas if a != ENGLAND_AND_WALES),
                    service=reading.service or (around.service if around and not reading.names_main_service else ""),
                    first=number == 0,
                    last=number == len(figures) - 1,
                    earlier=is_earlier(before, after),
                    others=others(reading, places),
                    told=told,
                    near=near,
                )
            )
        return found


def _goes_on(before: str, after: str, last: Subject) -> bool:
    """Whether a figure is set beside the one before it as another of the same kind."""
    return is_earlier(before, after) or (last.earlier and before.rstrip().endswith("to"))
