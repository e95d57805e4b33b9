"""What a figure of a draft is about: the measure, period, area and service that its sentence, or what stands before
it, names. Names are recognised as in questions (assistant/reading.py); here each is given to the figure it goes with.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.checking.claims import Figure, Statement
from assistant.checking.roles import Role, role_of
from assistant.holdings import Holdings, family
from assistant.periods_asked import meant
from assistant.reading import Reader, Reading
from assistant.recognise import BRACKETS, Match
from assistant.words import fold, stems
from corpus.models import ENGLAND_AND_WALES, Measure
from corpus.periods import Mention, Period, find_periods

LEAST = 0.33  # of a name's score, 0 to 1, below which a sentence does not speak of the measure at all
SURE = 0.6  # from which it surely does
WHOLE, PARTLY = 0.9, 0.3  # of a name of several words, and of the sentence it then accounts for, that are as sure
LEAST_NAMED = 0.35  # of a name, without which nothing is sure
CLOSE = 0.9  # of the best score, from which another measure is as likely
POINTING = re.compile(
    r"^(?:and |but |so |in \S+,? |by \S+,? )?(?:it|its|this|that|these|those|they|the (?:figure|rate|share|proportion"
    r"|target|year before|previous year|number|change|comparable)|performance|which|up|down|a (?:rise|fall|drop)"
    r"|an? (?:increase|decrease|improvement)|previously)\b"
)
RELATIVE = re.compile(
    r"\b(?:the |a )?(?:year (?:before|earlier|previous(?:ly)?)|previous (?:performance |financial )?year|prior year"
    r"|preceding year|last year(?:'s)?|12 months earlier|twelve months earlier)\b"
)
ON_THE_YEAR = re.compile(
    r"(?:\bon|than|from|over|since|compared (?:with|to)|against) (?:in )?(?:the |a )?$"
)  # before RELATIVE: what a change is measured from
SAID = "said"  # the noun of a figure that only marks the place of words
AT_ONCE = 18  # characters after a figure within which its own period begins: "82.4% in 2023-24", "82.4% (2023-24)"
PART = re.compile(r";\s+|\s(?:while|whereas|but)\s")
STOP = re.compile(r"[.;:]|, (?!in\b|for\b|during\b|at\b)|\b(?:while|whereas|but)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A figure with what it is about. `before` and `after` are the words between it and the figures beside it.

    `matches` are the measures it may be of, likeliest first, `sure` says that the first surely is. `period` is None
    where none is named; `moved` says that it was shifted by "the year before".
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
    own: bool  # beside the figure
    areas: tuple[str, ...]
    service: str
    first: bool  # of the figures in the sentence
    last: bool
    earlier: bool = False  # the figure that another is compared with: "from 82.4%"
    others: tuple[Match, ...] = ()  # less likely measures, where none is given as a code
    told: tuple[Period, ...] = ()  # every period the sentence names, without those that another is compared with
    near: tuple[Period, ...] = ()  # every period that it, the one before or the heading names

    @property
    def measure(self) -> Measure | None:
        """The likeliest measure."""
        return self.matches[0].measure if self.matches else None


@dataclass(frozen=True, slots=True)
class Placed:
    """Measures that a sentence names, about as likely, with where they first stand in it, -1 for all of it."""

    at: int
    matches: tuple[Match, ...]
    sure: bool


class Subjects:
    """Finds what figures are about, against what is held."""

    def __init__(self, holdings: Holdings, reader: Reader) -> None:
        self._holdings = holdings
        self._reader = reader
        self._read = lru_cache(maxsize=1000)(reader.read)

    def read(self, text: str) -> Reading:
        """The reading of a sentence; each is read once."""
        return self._read(text)

    def of(self, statement: Statement, figures: Sequence[Figure]) -> list[Subject]:
        """What each of a statement's figures, in order, is about."""
        reading = self.read(statement.text)
        around = self._around(statement, reading)
        mentions = _main(find_periods(statement.text), statement.text)
        places = self._measures(statement, reading, around)
        found = []
        for number, figure in enumerate(figures):
            before, after = windows(statement.text, figures, number)
            matches, sure = _nearest(places, figure)
            named, own = self._period(statement, figures, number, mentions)
            role = role_of(figure, before, after, cell=statement.cell is not None)
            if role == "value" and found and found[-1].role == "target" and _goes_on(before, after, found[-1]):
                role = "target"  # "the target was 86.5%, compared with 53.2% a year earlier"
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
                    period=named or self._period_around(statement, reading),
                    stated=named is not None,
                    own=own,
                    areas=tuple(a for a in reading.areas if a != ENGLAND_AND_WALES),
                    service=reading.service or (around.service if around else ""),
                    first=number == 0,
                    last=number == len(figures) - 1,
                    earlier=_is_earlier(before, after),
                    others=_others(reading, places) if not reading.codes else (),
                    told=tuple(meant(m, self._holdings) for m in mentions),
                    near=self._near(statement),
                )
            )
        return found

    def _around(self, statement: Statement, reading: Reading) -> Reading | None:
        """The reading of what stands before a sentence that leans on it: its "it", or a heading's words."""
        names = reading.codes or (reading.matches and _is_sure(reading.matches, reading))
        if names and reading.mentions:
            return None
        leaning = POINTING.match(fold(statement.text)) or statement.cell is not None
        if statement.before and (leaning or not names):
            before = self.read(statement.before)
            if before.codes or before.matches:
                return before
        return self.read(statement.heading) if statement.heading else None

    def _period_around(self, statement: Statement, reading: Reading) -> Period | None:
        """The main period that the sentence before, or else the heading, names, for a sentence that names none."""
        for text in (statement.before, statement.heading) if not reading.mentions else ():
            if named := _main(find_periods(text), text):
                shift = -1 if RELATIVE.search(fold(statement.text)) else 0
                return meant(named[-1 if text == statement.before else 0], self._holdings).shifted(shift)
        return None

    def _near(self, statement: Statement) -> tuple[Period, ...]:
        """The periods that a sentence, the one before it and its heading name."""
        texts = (statement.text, statement.before, statement.heading)
        return tuple(dict.fromkeys(meant(m, self._holdings) for text in texts for m in find_periods(text)))

    def _period(
        self, statement: Statement, figures: Sequence[Figure], number: int, mentions: Sequence[Mention]
    ) -> tuple[Period | None, bool]:
        """The period that goes with a figure, and whether it stands beside it: the one just after it, else the one last
        named before it, else the first after; "the year before" is the year before another named, or before the latest."""
        text, figure = statement.text, figures[number]
        end = figures[number + 1].start if number + 1 < len(figures) else len(text)
        own = _own(mentions, figure.end, end, text, figure.noun == SAID)
        if own is not None:
            return meant(own, self._holdings), True
        if _relative(text, figures, number):
            return self._year_before(statement, figure, mentions), True
        chosen = _unclaimed(mentions, figures, number, text)
        if chosen is None:
            return None, False
        before, after = windows(text, figures, number)
        earlier = _is_earlier(before, after)
        if earlier and len(mentions) == 1:
            return meant(chosen, self._holdings).shifted(-1), False  # "rose from 82.4% to 80.4% in 2024-25"
        between = not any(m.end <= figure.start for m in mentions) and len(mentions) > 1
        if between and number and re.search(r"\bto ?$", before) and _is_earlier(*windows(text, figures, number - 1)):
            return meant(mentions[-1], self._holdings), True  # "from 79.0% to 86.1% between 2023-24 and 2024-25"
        return meant(chosen, self._holdings), len(mentions) == 1

    def _year_before(self, statement: Statement, figure: Figure, mentions: Sequence[Mention]) -> Period | None:
        """The year before the one named before a figure, or in the sentence, or around it; else before the latest."""
        named = _last(mentions, figure.start) or (mentions[0] if mentions else None)
        if named is not None:
            return meant(named, self._holdings).shifted(-1)
        around = find_periods(statement.before) or find_periods(statement.heading)
        latest = self._holdings.latest
        base = meant(around[-1], self._holdings) if around else latest.year if latest else None
        return base.shifted(-1) if base else None

    def _measures(self, statement: Statement, reading: Reading, around: Reading | None) -> list[Placed]:
        """The measures a sentence names, each where it first stands in it; that of the text around it at -1."""
        if coded := self._coded(statement.text, reading):
            return coded
        if named := self._by_part(statement.text):
            return named
        if len(placed := _placed(statement.text, reading.several)) > 1 and not _is_told(reading):
            return placed
        found = [m for m in reading.matches if m.score >= LEAST]
        if found and (_is_sure(found, reading) or not around):
            return [Placed(-1, _close(found), _is_sure(found, reading))]
        if around is not None and around.codes:
            return [replace(one, at=-1) for one in self._coded(around.text, around)][-1:]
        outer = [m for m in around.matches if m.score >= LEAST] if around else []
        leaning = POINTING.match(fold(statement.text)) is not None or statement.cell is not None
        if around is not None and outer and (not found or (leaning and outer[0].score > found[0].score)):
            last = [around.several[-1]] if around.several else outer
            return [Placed(-1, _close(last), _is_sure(last, around))]
        return [Placed(-1, _close(found), False)] if found else []

    def _by_part(self, text: str) -> list[Placed]:
        """The measures of a sentence's parts, where these are set apart and at least two name one."""
        found = []
        starts = [0, *(match.end() for match in PART.finditer(text))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if len(starts) > 1 else ():
            reading = self.read(text[start:end])
            own = [m for m in reading.matches if m.score >= LEAST]
            if coded := self._coded(reading.text, reading):
                found.append(replace(coded[0], at=start))
            elif own:
                found.append(Placed(start, _close(own), _is_sure(own, reading)))
        return found if len({one.matches[0].measure for one in found}) > 1 else []

    def _coded(self, text: str, reading: Reading) -> list[Placed]:
        """The measures given as codes, each where its code stands."""
        if not reading.codes:
            return []
        held = [m for m in self._holdings.measures if m.code in reading.printed]
        mine = [m for m in held if reading.service in ("", m.service) and family(m) in reading.codes]
        main = [m for m in mine if m.service == self._holdings.main_service]
        folded = fold(text)
        found: dict[int, list[Measure]] = {}
        for measure in mine:
            digits = re.sub(r"\D", "", measure.code)
            match = re.search(rf"0*{int(digits)}(?!\d)", folded) if digits else None
            found.setdefault(match.start() if match else -1, []).append(measure)
        return [
            Placed(at, tuple(Match(m, 1.0, 1.0) for m in ([m for m in every if m in main] or every)), True)
            for at, every in sorted(found.items())
        ]


def windows(text: str, figures: Sequence[Figure], number: int) -> tuple[str, str]:
    """The words before a figure from the end of the one before it, and after it to the start of the next; folded."""
    start = figures[number - 1].end if number else 0
    end = figures[number + 1].start if number + 1 < len(figures) else len(text)
    return _folded(text[start : figures[number].start]), _folded(text[figures[number].end : end])


def _folded(text: str) -> str:
    """A stretch folded, with a blank where it begins or ends with one."""
    bare = fold(text)
    return f"{' ' if text[:1].isspace() and bare else ''}{bare}{' ' if text[-1:].isspace() else ''}"


COMPARING = re.compile(
    r"\b(?:than|on|since|from|over|compar\w+ (?:to|with)|beside|alongside|against|versus|vs?\.?)(?: (?:in|the|year|that|those|of|for|figure))*$"
)


def _main(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The periods of a sentence without one that only says what another is compared with, or a month within another."""
    kept = [
        m
        for m in mentions
        if not any(o.period != m.period and o.period.holds(m.period) and m.period.months == 1 for o in mentions)
    ]
    main = [m for m in kept if not COMPARING.search(text[: m.start].lower().rstrip())]
    return main or kept


def _own(mentions: Sequence[Mention], start: int, end: int, text: str, after_words: bool = False) -> Mention | None:
    """The period that stands at once after a figure, with small words and brackets between; after words, in their clause."""
    small = r"[\s(,]*(?:in|for|during|at|by|to|the|over|from|of|year|financial|performance|\s)*"
    for mention in mentions:
        between = text[start : mention.start].lower()
        if start <= mention.start < end and (
            not re.search(r"[,.;:]", between)
            if after_words
            else len(between) < AT_ONCE and re.fullmatch(small, between)
        ):
            return mention
    return None


def _unclaimed(mentions: Sequence[Mention], figures: Sequence[Figure], number: int, text: str) -> Mention | None:
    """The period last named before a figure that stands at once after no other figure; else the last before it."""
    before = [m for m in mentions if m.end <= figures[number].start]
    claimed = [
        _own(mentions, one.end, figures[at + 1].start if at + 1 < len(figures) else len(text), text)
        for at, one in enumerate(figures)
        if at != number
    ]
    free = [m for m in before if m not in claimed]
    if free:
        return free[-1]
    after = [m for m in mentions if m.start >= figures[number].end and m not in claimed]
    return after[0] if after else (before[-1] if before else None)


def _last(mentions: Sequence[Mention], position: int) -> Mention | None:
    before = [m for m in mentions if m.end <= position]
    return before[-1] if before else None


def _relative(text: str, figures: Sequence[Figure], number: int) -> bool:
    """Whether "the year before" goes with a figure, and does not say what a change is measured from."""
    before, after = windows(text, figures, number)
    figure = figures[number]
    if figure.unit == "points":
        return False
    near = RELATIVE.search(after[:45])
    if near and not STOP.search(after[: near.start()]):
        return not (ON_THE_YEAR.search(after[: near.start()]) and not _is_earlier(before, after))
    match = None
    for match in RELATIVE.finditer(before):
        pass
    if match is None:
        return False
    if ON_THE_YEAR.search(before[: match.start()]):
        return bool(re.match(r"'s|,? (?:when|figure|of|level|at|it was)", before[match.end() :]))
    return not re.search(r"[.;]", before[match.end() :])


EARLIER = re.compile(
    r"\b(?:from|up on|down on|compared (?:with|to)|against|than|versus|vs\.?|up from|down from)"
    r"(?: (?:the|a|an|its|was|were|around|about|some|only|just|figure|level|of|high|low|peak))* ?$"
)
PREVIOUSLY = re.compile(r"\b(?:previously|formerly)(?: \w+){0,2} ?$")


def _is_earlier(before: str, after: str) -> bool:
    """Whether a figure is what another is compared with: "from 82.4%", "compared with 82.4%"; not a target."""
    if re.match(r"\s*(?:per cent |% )?(?:targets?|goal|ceiling)", after):
        return False
    before = fold(before)
    if PREVIOUSLY.search(before):
        return True
    match = EARLIER.search(before)
    if match and re.match(r"against|than|versus|vs", match[0]):
        return bool(RELATIVE.search(after[:40])) or bool(find_periods(after[:24]))
    return match is not None


def _placed(text: str, several: Sequence[Match]) -> list[Placed]:
    """Several measures, each where the first word that only its name has stands in the text; none without such a word."""
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
    return top is not None and top.told >= 0.95 and top.named >= 0.75


def _nearest(places: Sequence[Placed], figure: Figure) -> tuple[tuple[Match, ...], bool]:
    """The measures last named before a figure, else those first named after it."""
    if not places:
        return (), False
    before = [one for one in places if one.at <= figure.start]
    chosen = before[-1] if before else places[0]
    return chosen.matches, chosen.sure


def _close(found: Sequence[Match]) -> tuple[Match, ...]:
    """The likeliest measure and those that are about as likely."""
    return tuple(m for m in found if m.score >= CLOSE * found[0].score)


def _is_sure(found: Sequence[Match], reading: Reading) -> bool:
    """Whether the likeliest measure surely is meant."""
    named = reading.named
    first = found[0]
    if first.named < LEAST_NAMED:
        return False
    whole = first.named >= WHOLE and first.told >= PARTLY and len(set(stems(first.measure.name))) > 1
    return whole or first.score >= SURE or bool(named and family(named[0].measure) == family(first.measure))


def _others(reading: Reading, places: Sequence[Placed]) -> tuple[Match, ...]:
    """The measures that a sentence may mean beside those that it names."""
    chosen = {family(match.measure) for one in places for match in one.matches}
    return tuple(m for m in reading.matches if m.score >= LEAST and family(m.measure) not in chosen)


def _goes_on(before: str, after: str, last: Subject) -> bool:
    """Whether a figure is set beside the one before it as another of the same kind."""
    return _is_earlier(before, after) or (last.earlier and re.search(r"\bto ?$", before) is not None)
