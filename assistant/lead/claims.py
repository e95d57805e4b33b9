"""The figures of a model's sentence: each given by a source marked beside it, of the same measure, period and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Citation
from assistant.checking.claims import Claim, Figure
from assistant.checking.directions import OF_TARGETS, said_in
from assistant.checking.fits import fits
from assistant.checking.measures import AGAINST
from assistant.checking.subjects import Subject
from assistant.holdings import Family, Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.cells import of_another_base, of_another_cell
from assistant.lead.company import in_company, is_of_another_service, is_of_others
from assistant.lead.evidence import Fact, Source, moves, same_kind
from assistant.lead.times import is_latest, is_of, is_turned_round, of_another_time
from corpus.models import Measure, Observation

GAP = re.compile(r"\b(?:gap|distance|shortfall)\b", re.I)
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
            if fact.observation is not None and is_turned_round(subject, fact.observation, held):
                faults.append(f"{figure.text} is of {fact.observation.period.label}; say of which time it is.")
                continue
            if not (fault := self._misplaced(subject, source, fact, sure=sure)):
                return Judged(figure, source, fact)
            faults.append(fault)
        return Judged(figure, fault=faults[0])

    def _misplaced(self, subject: Subject, source: Source, fact: Fact, *, sure: bool) -> str:
        """Why a figure of a source is not what the sentence says it is; "" where it is."""
        figure = subject.figure
        if is_of_another_service(subject, fact):
            return f"{figure.text} is of another service in its source."
        if fact.observation is not None:
            if is_of_others(subject, fact.observation):
                return f"{figure.text} is no number of what follows it."
            goal = fact.kind == "target" and subject.role == "value" and AGAINST.search(subject.before)
            if not goal and fact.observation.unit != "rating" and subject.role != fact.kind:
                return f"{figure.text} is the {fact.kind} in its source, not the {subject.role}."
            return self._of_another(subject, fact.observation, sure=sure)
        unsaid = subject.period is None and self._asked.periods and not source.observations
        if unsaid and source.told and not any(is_of(own, p) for own in source.told for p in self._asked.periods):
            return f"{figure.text} is of another time than the question asks of; say of which."
        if subject.period is None and not self._asked.periods and not is_latest(source, self._holdings):
            return f"{figure.text} is not of the latest edition; say of which time it is."
        if fact.kind == "cell":
            return of_another_cell(subject, source, fact) or of_another_base(subject, source)
        held = [o for o in source.observations if not _named_in(source, fact) or o in _named_in(source, fact)]
        faults = [self._of_another(subject, one, sure=sure) for one in held]
        if faults and all(faults):
            return faults[0]
        if not sure and not in_company(subject, fact):
            return f"{figure.text} is said of something else in its source."
        return ""

    def _of_another(self, subject: Subject, one: Observation, *, sure: bool) -> str:
        """That a row is of another period, place, service or measure than the sentence or question says; "" if not."""
        figure = subject.figure
        if fault := of_another_time(subject, one, self._asked, self._holdings):
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

    def _of_each_area(self, subject: Subject, one: Observation) -> bool:
        """Whether the only rating in a sentence is that of every area it names."""
        if not (subject.first and subject.last):
            return True
        every = (o for d in self._holdings.documents for o in d.observations if o.unit == "rating")
        rated = {o.area: o.value for o in every if o.period == one.period}
        return all(rated.get(area) == one.value for area in subject.areas)

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
    if fact.observation is not None and figure.base is not None:
        return False
    if figure.value < 0:
        return fact.negative and _gives(fact, replace(figure, value=-figure.value))
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
    return figure.base is None or figure.base == fact.figure.base


def _of_target(subject: Subject) -> Subject:
    """A distance from target, where points stand in a sentence that names one, or says only how a target was met."""
    says = {say.what for say in said_in(subject.statement.text)}
    named = GAP.search(subject.statement.text) is not None
    if subject.figure.unit == "points" and subject.role == "change" and (named or (says and says <= set(OF_TARGETS))):
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


def _named_in(source: Source, fact: Fact) -> list[Observation]:
    """The observations of a source that a sentence names by their code or name."""
    return [o for o in source.observations if (o.measure.code or o.measure.name or o.area) in fact.line]
