"""Which of the measures that a sentence names, or what stands before it, goes with which of its figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.checking.claims import Figure, Statement
from assistant.holdings import Holdings, family
from assistant.reading import Reading
from assistant.recognise import BRACKETS, Match
from assistant.words import fold, stems
from corpus.models import Measure
from corpus.periods import without_periods

LEAST = 0.33  # of a name's score, 0 to 1, below which a sentence does not speak of the measure at all
SURE = 0.6  # from which it surely does
LEAST_LISTED = 0.15  # of a name's score, where a sentence lists several measures that share words
LEAST_NAMED = 0.35  # of a name, without which nothing is sure
WHOLE, PARTLY = 0.9, 0.3  # of a name of several words, and of the sentence it then accounts for, that are as sure
ALL_TOLD, MOSTLY_NAMED = 0.95, 0.75  # of a sentence and of the name, from which one measure accounts for the sentence
CLOSE = 0.9  # of the best score, from which another measure is as likely
OUTRIGHT_NAMED = 0.6  # of a name, besides, in those words
OUTRIGHT = 0.75  # of a name's score, from which a few words between two figures name the measure of the second
LEAST_WORDS = 2  # between two figures, with fewer of which they name nothing
FEW = 2  # words that carry meaning, with no more of which a sentence says nothing itself
RESPECTIVELY = re.compile(r"\brespectively\b")
PART = re.compile(r";\s+|\s(?:while|whereas|but)\s")
POINTING = re.compile(
    r"^(?:and |but |so |in \S+,? |by \S+,? )?(?:it|its|this|that|these|those|they|the (?:figure|rate|share|proportion"
    r"|target|year before|previous year|number|change|comparable)|performance|which|up|down|a (?:rise|fall|drop)"
    r"|an? (?:increase|decrease|improvement)|previously)\b"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Measures that a sentence names, about as likely, with where they first stand in it, -1 for all of it."""

    at: int
    matches: tuple[Match, ...]
    sure: bool


class FigureMeasures:
    """Finds the measures of sentences."""

    def __init__(self, holdings: Holdings, read: Callable[[str], Reading]) -> None:
        self._holdings = holdings
        self._read = read

    def around(self, statement: Statement, reading: Reading) -> Reading | None:
        """The reading of what stands before a sentence that leans on it: of its "it", or of a heading."""
        names = reading.codes or (reading.matches and is_sure(reading.matches, reading))
        if names and reading.mentions:
            return None
        leaning = is_leaning(statement)
        said = (statement.before, *(statement.earlier if leaning else ())) if leaning or not names else ()
        for text in said:
            before = self._read(text) if text else None
            if before is not None and (before.codes or (before.matches and before.matches[0].score >= LEAST)):
                return before
        return self._read(statement.heading) if statement.heading else None

    def of(self, statement: Statement, reading: Reading, around: Reading | None) -> list[Placed]:
        """The measures a sentence names, each where it first stands in it; that of the text around it at -1."""
        if coded := self._coded(statement.text, reading, self._service_above(statement, reading)):
            return coded
        if named := self._by_part(statement.text):
            return named
        placed = _placed(statement.text, reading.several)
        if len(placed) > 1 and not _is_told(reading):
            return placed
        found = [m for m in reading.matches if m.score >= LEAST]
        sure = bool(found) and is_sure(found, reading)
        if sure or (found and around is None):
            return [Placed(-1, _close(found), sure)]
        outer = self._outer(statement, around, found) if around is not None else []
        return outer or ([Placed(-1, _close(found), False)] if found else [])

    def between(self, text: str) -> Placed | None:
        """The measure that the words between a figure and the one before surely name; None where they name none."""
        if len(text.split()) < LEAST_WORDS:
            return None
        reading = self._read(text)
        if coded := self._coded(text, reading):
            return coded[-1]
        found = [m for m in reading.matches if m.score >= OUTRIGHT and m.named >= OUTRIGHT_NAMED]
        return Placed(0, _close(found), True) if found else None

    def sibling(self, reading: Reading, matches: Sequence[Match], beside: str) -> Match | None:
        """The other part of the likeliest measure (SL015b for SL015a), where the words beside a figure name what only
        that part has, and nothing of what only the likeliest has; None where they do not."""
        said = set(stems(beside))
        for match in reading.matches if matches else ():
            if match.score >= LEAST and _is_sibling(match, matches[0]):
                mine, own = (set(stems(m.measure.name)) for m in (match, matches[0]))
                if said & (mine - own) and not said & (own - mine):
                    return match
        return None

    def _outer(self, statement: Statement, around: Reading, found: Sequence[Match]) -> list[Placed]:
        """The measure of what stands around a sentence that names none itself, or leans on what it names better."""
        leaning = is_leaning(statement)
        if around.codes:
            return [replace(one, at=-1, sure=leaning) for one in self._coded(around.text, around)][-1:]
        outer = [m for m in around.matches if m.score >= LEAST]
        if not outer or (found and not (leaning and outer[0].score > found[0].score)):
            return []
        last = [around.several[-1]] if around.several else outer
        return [Placed(-1, _close(last), leaning and is_sure(last, around))]

    def _by_part(self, text: str) -> list[Placed]:
        """The measures of a sentence's parts, where these are set apart and at least two name one."""
        found = []
        starts = [0, *(match.end() for match in PART.finditer(text))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if len(starts) > 1 else ():
            reading = self._read(text[start:end])
            own = [m for m in reading.matches if m.score >= LEAST]
            if coded := self._coded(reading.text, reading):
                found.append(replace(coded[0], at=start))
            elif own:
                found.append(Placed(start, _close(own), is_sure(own, reading)))
        return found if len({one.matches[0].measure for one in found}) > 1 else []

    def _service_above(self, statement: Statement, reading: Reading) -> str:
        """The service of the heading, for a sentence that names neither; "" where it is the main one or none."""
        named = reading.service or reading.names_main_service
        return self._read(statement.heading).service if statement.heading and not named else ""

    def _coded(self, text: str, reading: Reading, service: str = "") -> list[Placed]:
        """The measures given as codes, each where its code stands; of a code of several services that of `service`,
        or of the main one.
        """
        mine = [
            m
            for m in self._holdings.measures
            if m.code in reading.printed and reading.service in ("", m.service) and family(m) in reading.codes
        ]
        found: dict[int, list[Measure]] = {}
        for measure in mine:
            digits = re.sub(r"\D", "", measure.code)
            match = re.search(rf"0*{int(digits)}(?!\d)", fold(text)) if digits else None
            found.setdefault(match.start() if match else -1, []).append(measure)
        placed = []
        for at, measures in sorted(found.items()):
            own = [m for m in measures if m.service == service]
            main = own or [m for m in measures if m.service == self._holdings.main_service] or measures
            placed.append(Placed(at, tuple(Match(m, 1.0, 1.0) for m in main), True))
        return placed


def is_leaning(statement: Statement) -> bool:
    """Whether a sentence is about what stands before it: it points there, or hardly says anything itself."""
    if statement.cell is not None or POINTING.match(fold(statement.text)):
        return True
    return len({s for s in stems(without_periods(statement.text)) if not s[0].isdigit()}) <= FEW


def is_sure(found: Sequence[Match], reading: Reading) -> bool:
    """Whether the likeliest measure surely is meant."""
    named, first = reading.named, found[0]
    if first.named < LEAST_NAMED:
        return False
    whole = first.named >= WHOLE and first.told >= PARTLY and len(set(stems(first.measure.name))) > 1
    return whole or first.score >= SURE or bool(named and family(named[0].measure) == family(first.measure))


def in_turn(places: Sequence[Placed], figures: Sequence[Figure], text: str) -> bool:
    """Whether figures are of as many measures named before them, in the same order: "A and B were 5% and 6%"."""
    if not len(places) == len(figures) > 1 or places[-1].at >= figures[0].start or places[0].at < 0:
        return False
    between = [text[one.end : other.start].strip() for one, other in pairwise(figures)]
    return all(gap in ("and", ",", ", and", "&") for gap in between)


def nearest(places: Sequence[Placed], figure: Figure) -> tuple[tuple[Match, ...], bool]:
    """The measures last named before a figure, else those first named after it, and whether they are sure."""
    if not places:
        return (), False
    before = [one for one in places if one.at <= figure.start]
    chosen = before[-1] if before else places[0]
    return chosen.matches, chosen.sure


def others(reading: Reading, places: Sequence[Placed]) -> tuple[Match, ...]:
    """The measures that a sentence may mean beside those that it names; any, where it lists "respectively"."""
    if reading.codes:
        return ()
    if RESPECTIVELY.search(reading.text):
        return tuple(m for m in reading.matches if m.score >= LEAST_LISTED)
    named = [match for one in places for match in one.matches]
    chosen = {family(match.measure) for match in named}
    return tuple(
        m
        for m in reading.matches
        if m.score >= LEAST and family(m.measure) not in chosen and not any(_is_sibling(m, one) for one in named)
    )


def _placed(text: str, several: Sequence[Match]) -> list[Placed]:
    """Several measures, each where the first word stands that only its name has; without such a word it is left out."""
    named = {m.measure: set(stems(BRACKETS.sub(" ", m.measure.name))) for m in several}
    found = []
    for match in several:
        own = named[match.measure].difference(*(n for other, n in named.items() if other != match.measure))
        places = [w.start() for w in re.finditer(r"[\w'-]+", text) if set(stems(w[0])) & own]
        if places:
            found.append(Placed(min(places), (match,), match.score >= SURE))
    return sorted(found, key=lambda one: one.at)


def _is_told(reading: Reading) -> bool:
    """Whether one measure accounts for all of a sentence."""
    top = reading.matches[0] if reading.matches else None
    return top is not None and top.told >= ALL_TOLD and top.named >= MOSTLY_NAMED


def _close(found: Sequence[Match]) -> tuple[Match, ...]:
    """The likeliest measure and those that are about as likely."""
    near = [m for m in found if m.score >= CLOSE * found[0].score]
    return tuple(m for m in near if m.score == found[0].score or not _is_sibling(m, found[0]))


def _is_sibling(one: Match, other: Match) -> bool:
    """Whether two matches are of parts of one measure: SL015a and SL015b."""
    mine, its = family(one.measure), family(other.measure)
    return mine != its and bool(mine.digits) and replace(mine, part="") == replace(its, part="")
