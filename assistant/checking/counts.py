"""Holding a count of measures against the tables: how many met or missed a target, improved or declined."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant import calculate
from assistant.answers import Citation
from assistant.calculate import Tally
from assistant.checking import sources
from assistant.checking.caveats import on_count, on_rounding
from assistant.checking.claims import Figure, Finding
from assistant.checking.count_states import OPPOSITE, State, state_of
from assistant.checking.count_words import correction_of, mends_of
from assistant.checking.nearness import in_full
from assistant.checking.quantities import count_fits
from assistant.checking.subjects import Subject, Subjects
from assistant.counted import service_named
from assistant.holdings import Edition, Holdings
from assistant.phrasing import any_of
from assistant.words import fold
from corpus.models import PrintedCount
from corpus.periods import Period

NOUN = any_of(
    r"service levels?(?: measures?| metrics?)? | (?:performance )?(?:measures?|metrics?|indicators?|targets) | sls"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many measures of a service were in a state in a year, of how many, with where that stands."""

    count: int
    base: int
    state: State
    service: str
    period: Period
    citation: Citation | None
    caveats: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        """The count as a whole percentage of its base, halves away from zero."""
        return int(Fraction(100 * self.count, self.base) + Fraction(1, 2))

    @property
    def said(self) -> str:
        """ "7 of 27 probation service levels met their target in 2024-25"."""
        did = {
            "met": "met their target",
            "missed": "missed their target",
            "improved": "improved",
            "declined": "declined",
        }
        return f"{self.count} of {self.base} {service_named(self.service)} {did[self.state]} in {self.period.label}"


class Counts:
    """Holds counts against the bulletins."""

    def __init__(self, holdings: Holdings, subjects: Subjects) -> None:
        self._holdings = holdings
        self._subjects = subjects

    def find(self, subject: Subject, earlier: Sequence[Subject] = ()) -> Finding | None:
        """What the bulletins say of a count of measures; None where the figure is no such count.

        `earlier` are the figures before it in the sentence, whose state it has where it says none.
        """
        figure = subject.figure
        if figure.unit not in ("number", "percent") or not self._counts(subject):
            return None
        state = state_of(subject, earlier)
        service = subject.service or self._service_around(subject) or self._holdings.main_service
        if state is None:
            return self._of_base(figure, subject, service)
        known = self.counted(state, service, subject.period)
        if known is None and not subject.stated:
            known = self.counted(state, service, None)
        if known is None:
            return None
        if not subject.own and not count_fits(figure, known.count, known.base):
            known = self._of_another_year(figure, state, service) or known
        right = count_fits(figure, known.count, known.base)
        share = f" ({known.percent}%)" if figure.unit == "percent" else ""
        reason = f"{known.said}{share}."
        if right:
            rounded = (
                (on_rounding(in_full(subject.statement.text, figure), f"{known.percent}%"),)
                if right == "rounded"
                else ()
            )
            return Finding(
                verdict="supported",
                published=f"{known.count} of {known.base}",
                reason=reason,
                citation=known.citation,
                caveats=(*rounded, *known.caveats),
            )
        if figure.base is None and figure.unit == "number" and figure.value == known.base:
            return Finding(
                verdict="supported",
                published=str(known.base),
                reason=reason,
                citation=known.citation,
                caveats=known.caveats,
            )
        return Finding(
            verdict="contradicted",
            published=f"{known.count} of {known.base}",
            reason=f"{reason}{self._instead(figure, state, service, subject.period)}",
            citation=known.citation,
            correction=correction_of(figure, known.count, known.base),
            mends=mends_of(subject),
            caveats=known.caveats,
        )

    def _service_around(self, subject: Subject) -> str:
        """The service of what stands before a sentence that names neither service."""
        if subject.reading.names_main_service:
            return ""
        texts = (subject.statement.before, subject.statement.heading)
        return next((s for text in texts if text and (s := self._subjects.read(text).service)), "")

    def counted(self, state: State, service: str, period: Period | None) -> Counted | None:
        """How many measures were in a state, worked out from the year's bulletin or as another prints it."""
        editions = [e for e in self._holdings.editions if period is None or period in (e.year,) or period.holds(e.year)]
        if editions:
            edition = editions[-1]
            found = tally(edition, state, service)
            if found.base:
                return Counted(
                    len(found.members),
                    len(found.base),
                    state,
                    service,
                    edition.year,
                    self._citation(edition, found, state, service),
                    _caveats(edition, found, service),
                )
        for printed in self._printed(state, service, period):
            return Counted(
                printed.count, printed.base, state, service, printed.period, sources.of_count(self._holdings, printed)
            )
        return None

    def _printed(self, state: State, service: str, period: Period | None) -> Iterable[PrintedCount]:
        every = (c for e in reversed(self._holdings.editions) for c in e.document.counts)
        return (c for c in every if (c.what, c.service) == (state, service) and c.period == period)

    def _citation(self, edition: Edition, found: Tally, state: State, service: str) -> Citation | None:
        """The sentence that prints the count, where one does; else the rows counted."""
        same = [c for c in edition.counts(state, service) if (c.count, c.base) == (len(found.members), len(found.base))]
        return (
            sources.of_count(self._holdings, same[0])
            if same
            else sources.of_rows(self._holdings, found.members or found.base)
        )

    def _counts(self, subject: Subject) -> bool:
        """Whether a figure counts measures: their name stands beside it, or it follows one that does."""
        figure = subject.figure
        if figure.value.denominator != 1 and figure.unit == "number":
            return False
        if (
            figure.unit == "number"
            and subject.statement.cell is None
            and re.match(r"\s*(?:regions?|areas?)\b", subject.after)
        ):
            return False
        near = f"{figure.text} {subject.after[:70]}"
        if NOUN.search(fold(near)) or NOUN.search(subject.before[-60:]):
            return figure.unit == "number" or bool(
                re.match(
                    r"\s*(?:of )?(?:all )?(?:the )?(?:\w+(?:'s)? ){0,3}?"
                    r"(?:service levels?|measures?|targets|metrics?|indicators?)\b",
                    subject.after,
                )
            )
        text = fold(subject.statement.text)
        follows = not subject.first or bool(
            re.match(
                r"^(?:and |but |so )?(?:the year before,? |\S+ )?"
                r"(?:it|they|of these|of those|the other|the rest|that|this)\b",
                text,
            )
        )
        elsewhere = NOUN.search(text[: text.find(fold(figure.text))]) or NOUN.search(fold(subject.statement.before))
        return (
            figure.unit == "number" and figure.value <= 100 and follows and bool(elsewhere) and _ends_a_count(subject)
        )

    def _of_base(self, figure: Figure, subject: Subject, service: str) -> Finding | None:
        """A number of measures of which nothing is said: that of those counted or compared is supported."""
        if figure.base is not None or figure.unit != "number":
            return None
        for state in ("met", "improved"):
            known = self.counted(state, service, subject.period)
            if known and figure.value == known.base:
                return Finding(
                    verdict="supported",
                    published=str(known.base),
                    reason=f"{known.said}.",
                    citation=known.citation,
                    sureness=0.6,
                )
        return None

    def _of_another_year(self, figure: Figure, state: State, service: str) -> Counted | None:
        """The latest year's count that a figure is exactly, where its sentence names no year for it."""
        years = [edition.year for edition in reversed(self._holdings.editions)]
        every = [self.counted(state, service, year) for year in (*years, *(year.shifted(-1) for year in years))]
        known = (one for one in every if one is not None)
        return next((one for one in known if count_fits(figure, one.count, one.base) == "exact"), None)

    def _instead(self, figure: Figure, state: State, service: str, period: Period | None) -> str:
        """What the draft's count is the count of, where it is one."""
        for other in OPPOSITE:
            known = self.counted(other, service, period)
            if other != state and known and count_fits(figure, known.count, known.base) == "exact":
                return f" {known.said}."
        for edition in reversed(self._holdings.editions):
            known = self.counted(state, service, edition.year)
            if known and count_fits(figure, known.count, known.base) == "exact":
                return f" {known.said}."
        return ""


def _caveats(edition: Edition, found: Tally, service: str) -> tuple[str, ...]:
    said = on_count(len(found.base), len(edition.measured(service)), service_named(service))
    return (f"{edition.year.label}: {said}",) if said else ()


def tally(edition: Edition, state: State, service: str) -> Tally:
    """The measures of an edition and service in a state, of those that its publication counts."""
    measured = edition.measured(service)
    if state in ("met", "missed"):
        return calculate.targets(measured, met=state == "met")
    return calculate.changes(measured, improved=state == "improved")


def _ends_a_count(subject: Subject) -> bool:
    """Whether nothing but a state, a time or another count follows a figure that counts measures named before it."""
    return not re.match(
        r"\s*(?!(?:of|in|did|didn't|were|was|had|have|got|the|a|last|and|but|not|met)\b)[a-z]+ ?[a-z]*s\b",
        subject.after,
    )
