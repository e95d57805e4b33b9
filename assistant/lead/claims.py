"""The figures of a model's sentence: each given by a source marked beside it, of the same measure, period and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Citation
from assistant.checking.claims import Claim, Figure
from assistant.checking.directions import OF_TARGETS, said_in
from assistant.checking.figures import figures
from assistant.checking.fits import fits
from assistant.checking.measures import AGAINST
from assistant.checking.subjects import Subject
from assistant.checking.windows import NEAR, RELATIVE
from assistant.holdings import Family, Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.evidence import Fact, Source, moves, same_kind
from assistant.lead.words import listed, neutral, stems_of
from assistant.words import contains, fold
from corpus.aliases import aliases
from corpus.models import Measure, Observation
from corpus.periods import Period

COUNTED_WORDS = 2  # that follow a plain number and say what it counts
MONTH = re.compile(r"[A-Za-z]{3}")
GRAMMAR = frozenset(("of", "the", "all", "a", "an", "in", "and", "their", "its"))
SURELY = 0.9  # of what a check as a draft finds, 0 to 1, from which it surely speaks of the same thing
LIKELY = 0.3  # of a measure's score, 0 to 1, from which a sentence may name it


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure with what bears it out, or with what is wrong with it."""

    figure: Figure
    source: Source | None = None
    fact: Fact | None = None
    fault: str = ""


class Figures:
    """Holds the figures of sentences against their sources."""

    def __init__(self, holdings: Holdings, asked: Asked) -> None:
        self._holdings = holdings
        self._asked = asked

    def judge(self, subject: Subject, sources: Sequence[Source], claim: Claim | None) -> Judged:
        """A figure with the source that bears it out; `claim` is what checking it as a draft found."""
        figure = subject.figure
        if not sources:
            return Judged(figure, fault=f"No source is marked beside {figure.text}.")
        every = (*((one, fact) for one in sources for fact in one.facts), *moves(sources))
        given = [(one, fact) for one, fact in every if _gives(fact, figure)]
        if not given:
            return Judged(figure, fault=f"{figure.text} is not in the source marked beside it.")
        subject = _of_target(subject)
        same = claim is not None and _rests_on(claim.finding.citation, sources)
        gap = subject.role == "gap" and any(fact.kind == "gap" for _, fact in given)
        if claim is not None and same and not gap and claim.finding.verdict == "contradicted":
            return Judged(figure, fault=f"{figure.text}: {claim.finding.reason}")
        sure = same and claim is not None and claim.finding.verdict == "supported" and claim.finding.sureness >= SURELY
        measures = {family(o.measure) for source in sources for o in source.observations if o.measure.code}
        if len(measures) > 1 and not (sure or subject.sure) and all(fact.kind != "text" for _, fact in given):
            return Judged(figure, fault=f"Name what {figure.text} measures, and mark it with that source alone.")
        printed = [pair for pair in given if pair[1].kind != "text"]
        faults = []
        held = [o for source in sources for o in source.observations]
        for source, fact in printed or given:
            if fact.observation is not None and _is_turned_round(subject, fact.observation, held):
                faults.append(f"{figure.text} is of {fact.observation.period.label}; say of which time it is.")
                continue
            if not (fault := self._misplaced(subject, source, fact, sure=sure)):
                return Judged(figure, source, fact)
            faults.append(fault)
        return Judged(figure, fault=faults[0])

    def _misplaced(self, subject: Subject, source: Source, fact: Fact, *, sure: bool) -> str:
        """Why a figure of a source is not what the sentence says it is; "" where it is."""
        figure = subject.figure
        if _is_of_another_service(subject, fact):
            return f"{figure.text} is of another service in its source."
        if fact.observation is not None:
            if _is_of_others(subject, fact.observation):
                return f"{figure.text} is no number of what follows it."
            goal = fact.kind == "target" and subject.role == "value" and AGAINST.search(subject.before)
            if not sure and not goal and fact.observation.unit != "rating" and subject.role != fact.kind:
                return f"{figure.text} is the {fact.kind} in its source, not the {subject.role}."
            return self._of_another(subject, fact.observation, sure=sure)
        unsaid = subject.period is None and self._asked.periods and not source.observations
        if unsaid and source.told and not any(_is_of(own, p) for own in source.told for p in self._asked.periods):
            return f"{figure.text} is of another time than the question asks of; say of which."
        if subject.period is None and not self._asked.periods and not self._is_latest(source):
            return f"{figure.text} is not of the latest edition; say of which time it is."
        if fact.kind == "cell":
            return _of_another_cell(subject, source, fact) or _of_another_base(subject, source)
        held = [o for o in source.observations if not _named_in(source, fact) or o in _named_in(source, fact)]
        faults = [self._of_another(subject, one, sure=sure) for one in held]
        if faults and all(faults):
            return faults[0]
        if not sure and not _in_company(subject, fact):
            return f"{figure.text} is said of something else in its source."
        return ""

    def _of_another(self, subject: Subject, one: Observation, *, sure: bool) -> str:
        """That a row is of another period, place, service or measure than the sentence or question says; "" if not."""
        figure = subject.figure
        if fault := self._of_another_time(subject, one):
            return fault
        if one.unit == "rating" and not self._of_each_area(subject, one):
            return f"{figure.text} is not the rating of every area that is named; give each its own."
        areas = frozenset(subject.areas) or (frozenset() if subject.reading.areas else self._asked.areas)
        if areas and one.area not in areas:
            return f"{figure.text} is for {one.area}; say so."
        if one.unit == "rating" or not one.measure.code:
            return ""
        services = {subject.service} if subject.service else self._asked.services or {self._holdings.main_service}
        main = subject.reading.names_main_service and one.measure.service not in ("", self._holdings.main_service)
        if (main and not subject.service) or (self._is_of_several(one.measure) and one.measure.service not in services):
            return f"{figure.text} is of {one.measure.service}; say so."
        named = self._families(subject)
        unsaid = not subject.reading.codes and not subject.matches and subject.role == "value"
        if unsaid and self._asked.aspects and self._asked.aspects <= {"target", "gap"}:
            return f"{figure.text} is the figure itself, and something else of it is asked; say what it is."
        if not sure and family(one.measure) not in named:
            what = "another measure" if named else "none"
            return f"{figure.text} is of {one.measure.name} ({one.measure.code}) in its source; here of {what}."
        printed = subject.reading.printed
        if printed and one.measure.code not in printed and any(code in self._holdings.codes for code in printed):
            return f"{figure.text} is of {one.measure.code} in its source."
        return ""

    def _is_of_several(self, measure: Measure) -> bool:
        """Whether a code or name is used by more than one service."""
        same = {m.service for m in self._holdings.measures if m.code == measure.code or m.name == measure.name}
        return len(same) > 1

    def _is_latest(self, source: Source) -> bool:
        """Whether a source's publication is the latest of its series that is held."""
        own = source.citation.publication
        every = [d.publication.published for d in self._holdings.documents if d.publication.series == own.series]
        return not own.series or own.published == max((date for date in every if date), default=own.published)

    def _of_each_area(self, subject: Subject, one: Observation) -> bool:
        """Whether the only rating in a sentence is that of every area it names."""
        if not (subject.first and subject.last):
            return True
        every = (o for d in self._holdings.documents for o in d.observations if o.unit == "rating")
        rated = {o.area: o.value for o in every if o.period == one.period}
        return all(rated.get(area) == one.value for area in subject.areas)

    def _of_another_time(self, subject: Subject, one: Observation) -> str:
        shown = f"{subject.figure.text} is of {one.period.label}"
        moved = subject.figure.unit == "points" and RELATIVE.search(subject.after[:NEAR])
        told = (subject.period,) if subject.period is not None and not moved else subject.told
        if told and not any(_is_of(one.period, period) for period in told):
            return f"{shown} in its source."
        if told:
            by_month = any(MONTH.search(m.text) for m in subject.reading.mentions if m.period in told)
            whole = one.period in told or (one.counted and not by_month)
            return (
                ""
                if whole and any(_is_of(one.period, period) for period in told)
                else f"{shown} in its source, not of {told[0].label}."
            )
        if self._asked.periods:
            return "" if any(_is_of(one.period, p) for p in self._asked.periods) else f"{shown}; say so."
        same = self._holdings.of([family(one.measure)]) if one.measure.code else [one]
        latest = max((o.period for o in same), default=one.period)
        return "" if _is_of(one.period, latest) or one.period.last == latest.last else f"{shown}; say so."

    def _families(self, subject: Subject) -> frozenset[Family]:
        """The measures that a sentence names: by code, by words, or where by neither as the question does."""
        if subject.reading.codes:
            return frozenset(subject.reading.codes)
        likely = [match for match in subject.matches if match.score >= LIKELY]
        named = likely[:1] if subject.sure else likely
        return frozenset(family(match.measure) for match in named) or self._asked.families


def _gives(fact: Fact, figure: Figure) -> bool:
    """Whether a fact has a figure: the same number in the same unit, or one said to be about it; its base."""
    given = abs(fact.figure.value)
    if not same_kind(figure, fact.figure):
        return False
    if "exactly" not in (figure.side, fact.figure.side) and figure.side != fact.figure.side:
        return False  # "86.6% or more" is not "less than 86.6%"
    if figure.side not in ("exactly", "about", fact.figure.side) and figure.value == given:
        return False
    if fact.figure.side in ("below", "at_most") and figure.side != fact.figure.side:
        return False  # what is less than 86.6% is not 86.6%
    if figure.value != given and (figure.side == "exactly" or not fits(figure, given)):
        return False  # only what is said to be about a figure may be a rounding of it
    if figure.side in ("above", "below", "just_above") and not fits(figure, given):
        return figure.side == fact.figure.side and figure.value == given  # a threshold: "less than 86.6%"
    return figure.base is None or figure.base in (fact.figure.base, *(one.value for one in figures(fact.line)))


def _of_target(subject: Subject) -> Subject:
    """A distance from target, where points stand in a sentence that says nothing but how a target was met or missed."""
    says = {say.what for say in said_in(subject.statement.text)}
    if subject.figure.unit == "points" and subject.role == "change" and says and says <= set(OF_TARGETS):
        return replace(subject, role="gap")
    return subject


def _rests_on(found: Citation | None, sources: Sequence[Source]) -> bool:
    """Whether what a check rests on is one of some sources."""
    for one in (source.citation for source in sources) if found else ():
        assert found is not None
        if found.publication.id != one.publication.id:
            continue
        if found.table is not None and found.table is one.table and set(found.rows) <= set(one.rows):
            return True
        if found.table is None and one.table is None and (found.quote in one.quote or one.quote in found.quote):
            return True
    return False


def _is_of(own: Period, said: Period) -> bool:
    return own == said or said.holds(own)


def _named_in(source: Source, fact: Fact) -> list[Observation]:
    """The observations of a source that a sentence names by their code or name."""
    return [o for o in source.observations if (o.measure.code or o.measure.name or o.area) in fact.line]


def _of_another_cell(subject: Subject, source: Source, fact: Fact) -> str:
    """That a cell stands in another row or column than the sentence names; "" if not."""
    figure, said = subject.figure, stems_of(subject.statement.text) - neutral()
    if not stems_of(fact.label) - neutral() <= said:
        return f"Name the row and column that {figure.text} stands in as the table does: {fact.label}."
    told = {subject.period} if subject.period else set()
    if (
        told
        and fact.periods
        and not any(_is_of(own, period) or _is_of(period, own) for own in fact.periods for period in told)
    ):
        return f"{figure.text} is of {fact.periods[0].label} in its source."
    if not _is_beside_its_column(subject, source, fact):
        return f"{figure.text} stands in another column of its source."
    others = [one for one in source.facts if one.kind == "cell" and one.line != fact.line]
    own = stems_of(fact.line) - neutral()
    for other in others:
        theirs = stems_of(other.line) - neutral()
        if (theirs - own) & said and not (own - theirs) & said:
            return f"{figure.text} stands in another row or column of its source."
    return ""


def _is_beside_its_column(subject: Subject, source: Source, fact: Fact) -> bool:
    """Whether, of the columns that a sentence names, a cell's own stands nearest to its figure."""
    text, figure = subject.statement.text, subject.figure
    columns = {one.column for one in source.facts if one.kind == "cell" and one.column}
    worth = {column: _closeness(text, figure, stems_of(column) - neutral()) for column in columns}
    return not fact.column or worth.get(fact.column, 0.0) >= max(worth.values(), default=0.0)


def _of_another_base(subject: Subject, source: Source) -> str:
    """That a share is given of something that its source does not name; "" if not."""
    base = re.match(r"\s*of (?:all |the |these )?([\w-]+)", subject.after)
    if subject.figure.unit != "percent" or base is None or stems_of(base[1]) <= stems_of(source.text):
        return ""
    return f"{subject.figure.text} is no share of {base[1]} in its source."


def _in_company(subject: Subject, fact: Fact) -> bool:
    """Whether a figure stands with the words, in its source's sentence, with which the answer gives it.

    Of several figures of the same kind in the source's sentence, the one is meant that stands nearest to these words.
    """
    if not _counts_the_same(subject, fact):
        return False
    rivals = [one for one in figures(fact.line) if same_kind(one, fact.figure)]
    near = stems_of(f"{subject.before} {subject.after}") - neutral()
    if len(rivals) < 2 or not near:
        return True
    worth = {(one.start, one.end): _closeness(fact.line, one, near) for one in rivals}
    own = max((worth[one.start, one.end] for one in rivals if one.value == fact.figure.value), default=0.0)
    return own >= max(worth.values())


def _is_turned_round(subject: Subject, one: Observation, held: Sequence[Observation]) -> bool:
    """Whether, of two times that no period tells apart, the later is given as what another came from, or the earlier
    as what came of it."""
    same = [o.period for o in held if (family(o.measure), o.area) == (family(one.measure), one.area)]
    if subject.period is not None or len(set(same)) < 2:
        return False
    return one.period != (min(same) if subject.earlier else max(same))


def _is_of_others(subject: Subject, one: Observation) -> bool:
    """Whether a figure of a row is given as a share or number of measures or regions ("84.7% of services")."""
    behind = re.match(r"\s*(?:of )?(?:all )?(?:the )?(\w+)", subject.after)
    return behind is not None and bool(stems_of(behind[1]) & listed("counted") - stems_of(one.measure.name))


def _counts_the_same(subject: Subject, fact: Fact) -> bool:
    """Whether what a plain number counts, and what is said of it, are in its source's sentence."""
    if subject.figure.unit != "number":
        return True
    if subject.areas and not all(_names(area, fact.line) for area in subject.areas):
        return False
    behind = [word for word in re.findall(r"[^\W\d_][\w'’]*", subject.after) if word not in GRAMMAR][:COUNTED_WORDS]
    states = {say.what for say in said_in(fact.line)}
    said = {say.what for say in said_in(subject.statement.text)}
    counted = stems_of(" ".join(behind))
    if subject.figure.base is not None and not counted:
        return False
    return counted <= stems_of(fact.line) | (neutral() - listed("counted")) and (not states or bool(states & said))


def _is_of_another_service(subject: Subject, fact: Fact) -> bool:
    """Whether a sentence names a service that is not the one of a row or count; prose and other tables know none."""
    said, main = _services(subject.statement.text), aliases().main_service
    if fact.observation is not None:
        service = fact.observation.measure.service
        return bool(service) and said != {main} and service not in said
    return fact.figure.base is not None and said != _services(fact.line)


def _services(text: str) -> frozenset[str]:
    """The services that a text names; the main one where it names none."""
    named = [name for name, forms in aliases().services.items() if any(contains(fold(text), form) for form in forms)]
    other = [name for name in named if name != aliases().main_service]
    return frozenset(other or (aliases().main_service,))


def _names(area: str, line: str) -> bool:
    """Whether a line names an area in any of its ways."""
    return any(contains(fold(line), form) for form in (area, *aliases().areas.get(area, ())))


def _closeness(line: str, figure: Figure, near: frozenset[str]) -> float:
    """How near the words of a set stand to a figure of a line: each counts by one over its distance in words."""
    worth: dict[str, float] = {}
    for sign, stretch in ((-1, line[: figure.start]), (1, line[figure.end :])):
        said = re.findall(r"[^\W\d_][\w'’]*|\d[\d.,]*", stretch)
        for distance, word in enumerate(reversed(said) if sign < 0 else said, 1):
            for stem in stems_of(word) & near:
                worth[stem] = max(worth.get(stem, 0.0), 1 / distance)
    return sum(worth.values())


def leftover(text: str, found: Sequence[Figure]) -> Iterator[str]:
    """The numbers in digits of a text that are no part of its figures."""
    bare = list(text)
    for figure in found:
        bare[figure.start : figure.end] = " " * (figure.end - figure.start)
    yield from re.findall(r"\d[\d,]*(?:\.\d+)?", "".join(bare))
