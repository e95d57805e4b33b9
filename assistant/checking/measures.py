"""Holding a figure against the tables of measures: value, target, change, distance from target, direction."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant import phrases
from assistant.checking import measure_words, sources
from assistant.checking.caveats import caveats_on, on_rounding
from assistant.checking.claims import Finding, Verdict
from assistant.checking.directions import OF_A_TARGET, Said, opposite
from assistant.checking.fits import fits
from assistant.checking.happened import settled
from assistant.checking.measure_candidates import (
    areas_beside,
    as_target,
    counts_something_else,
    fit,
    may_be,
    may_be_meant,
    of_another_kind,
    of_another_unit,
    of_another_year,
    of_its_kind,
    of_other_measure,
)
from assistant.checking.measure_rows import Published, before_rows, of_period, published, rows_of
from assistant.checking.nearness import in_full, with_words
from assistant.checking.roles import Role
from assistant.checking.subjects import Subject
from assistant.holdings import Holdings
from assistant.words import contains, contains_any, fold, listed_words
from corpus.models import ENGLAND_AND_WALES, Observation

AGAINST = re.compile(r"\b(?:against|versus|vs?\.?)(?: (?:a|an|the|its))* ?$")
LIKELY = 0.6  # how surely a row speaks of the same thing where its measure is only likely
MOVED = re.compile(r"\b(?:by|up|down|rose|fell|increased|raised|lowered|cut)\b")
REVISED = "The measure was revised between these years; the publication does not treat the figures as comparable."


class Measures:
    """Holds figures against the rows of measures. One that is only likely supports a figure, and contradicts none."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def find(self, subject: Subject, says: Sequence[Said] = ()) -> Finding | None:
        """What the tables say of a figure, and of what is said beside it; None where it is of no measure."""
        figure = subject.figure
        if not subject.matches or figure.unit in ("money", "time") or figure.base is not None:
            return None
        every, role = of_its_kind(subject, rows_of(subject, self._holdings)), subject.role
        if role == "change" and OF_A_TARGET.search(MOVED.split(subject.before)[0]):
            return None  # how far a target moved
        if not every or not may_be(figure, every[-1], role):
            return None
        rows = of_period(every, subject.period, self._holdings)
        if not rows and not subject.stated:
            rows = of_period(every, None, self._holdings)
        if (narrower := self._narrower(subject, rows or every, role)) is not None:
            return narrower
        if not rows:
            return self._of_no_row(subject, every, role)
        given = published(role, rows, every, subject.told)
        if role == "value" and AGAINST.search(subject.before):
            given = [*published("target", rows, every, ()), *given]
            role = "target" if given and fit(subject, given[0]) else role
        fitting = next((one for one in given if fit(subject, one)), None)
        if fitting is not None:
            return self._fitting(subject, fitting, role, says, every)
        return self._other(subject, given, rows, every, role, says)

    def happened(self, subject: Subject, say: Said) -> Finding | None:
        """What the tables say of a claim in words; None where they do not settle it."""
        every = rows_of(subject, self._holdings) if subject.sure else []
        rows = of_period(every, subject.period, self._holdings)
        if not rows or self._narrower(subject, rows, "value") is not None:
            return None
        known = settled(say, rows[0], every)
        if known is None:
            return None
        verdict: Verdict = "contradicted" if known.wrong else "supported"
        correction = opposite(say) if known.wrong and not known.even else ""
        return self._finding(verdict, rows[0], known.published, known.reason, correction=correction)

    def _fitting(
        self,
        subject: Subject,
        one: Published,
        role: Role,
        says: Sequence[Said],
        every: Sequence[Observation],
        extra: Sequence[str] = (),
    ) -> Finding:
        """A figure that a row gives: supported, but for its unit or for what is said to have happened."""
        figure, row = subject.figure, one.observation
        if figure.unit == "percent" and role in ("change", "gap") and row.unit == "percent":
            size = measure_words.difference(one)
            reason = (
                f"{measure_words.said(one, role)} Between two percentages a change is counted in percentage points."
            )
            return self._finding("contradicted", row, size, reason, correction=size)
        if figure.unit == "points" and role in ("value", "target"):
            shown = measure_words.shown(one, role)
            reason = f"It is a percentage, not a number of percentage points: {measure_words.said(one, role)}"
            return self._finding("contradicted", row, shown, reason, correction=shown)
        for say in says:
            known = settled(say, row, every)
            if known is not None and known.wrong:
                instead = "" if known.even else opposite(say)
                found = self._finding("contradicted", row, known.published, known.reason, correction=instead)
                return replace(found, mends=(say.start, say.end))
        rounded = fit(subject, one) == "rounded"
        said = (
            (on_rounding(in_full(subject.statement.text, figure), measure_words.shown(one, role)),) if rounded else ()
        )
        extra = (*extra, *said, *(() if one.comparable else (REVISED,)))
        return self._supported(subject, one, role, measure_words.said(one, role), extra)

    def _other(
        self,
        subject: Subject,
        given: Sequence[Published],
        rows: Sequence[Observation],
        every: Sequence[Observation],
        role: Role,
        says: Sequence[Said],
    ) -> Finding | None:
        """A figure that no row of the period gives: of another year, of another kind, or another altogether."""
        figure = subject.figure
        if (relative := self._relative(subject, given, role, says)) is not None:
            return relative
        old = of_another_year(subject, every)
        if old is not None and may_be_meant(subject, old):
            year = f"The sentence names no year: this is the figure of {old.observation.period.label}."
            return self._fitting(subject, old, role, says, every, () if subject.stated else (year,))
        if (mistaken := of_another_unit(subject, rows)) is not None:
            return self._fitting(subject, *mistaken, says, every)
        if (goal := as_target(subject, rows, every)) is not None:
            return self._fitting(subject, goal, "target", (), every)
        if (other := of_other_measure(subject, self._holdings)) is not None:
            return self._fitting(replace(subject, sure=False), other, role, says, every)
        if counts_something_else(subject):
            return None
        if not subject.sure:
            return None
        if not given:
            return self._unprinted(rows[0], role)
        first = given[0]
        reason = measure_words.said(first, role)
        if old is not None:
            reason += f" {figure.text} is the figure of {old.observation.period.label}."
        elif kind := of_another_kind(subject, rows, every):
            reason += f" {figure.text} is the {kind}."
        shown = measure_words.shown(first, role)
        correction = measure_words.in_its_form(figure, first, role, in_table=subject.statement.cell is not None)
        sureness = subject.matches[0].score
        found = self._finding(
            "contradicted", first.observation, shown, reason, correction=correction, sureness=sureness
        )
        if figure.side == "exactly" or subject.statement.cell:
            return found
        return replace(found, mends=with_words(subject.statement.text, figure.start, figure.end))  # "over 70%"

    def _relative(
        self, subject: Subject, given: Sequence[Published], role: Role, says: Sequence[Said]
    ) -> Finding | None:
        """A change given in percent that is right as a share of the earlier figure; its direction has to be so too."""
        figure = subject.figure
        for one in given if role == "change" and figure.unit == "percent" else ():
            row = one.observation
            before = Fraction(row.value or 0) - Fraction(one.value)
            share = abs(100 * Fraction(one.value) / before) if before else Fraction(0)
            if row.value is not None and share and fits(figure, share):
                percent = measure_words.one_decimal(share)
                reason = f"{measure_words.said(one, role)} That is {percent} per cent of the earlier figure."
                wrong = [
                    say for say in says if say.what in ("rose", "fell") and (say.what == "rose") != (one.value > 0)
                ]
                if wrong:
                    shown = measure_words.shown(one, role)
                    found = self._finding("contradicted", row, shown, reason, correction=opposite(wrong[0]))
                    return replace(found, mends=(wrong[0].start, wrong[0].end))
                usual = f"Between percentages the usual way is percentage points: {measure_words.difference(one)}."
                return self._supported(subject, one, role, reason, (usual,) if row.unit == "percent" else ())
        return None

    def _of_no_row(self, subject: Subject, every: Sequence[Observation], role: Role) -> Finding | None:
        """A period for which no row is held: implied by the next year's printed change, or not published."""
        period, figure = subject.period, subject.figure
        if period is None:
            return None
        for one in before_rows(every, period) if role == "value" else ():
            shown = phrases.with_unit(one.shown, one.observation)
            reason = (
                f"{period.label} itself is not held; the change printed for {one.observation.period.label} implies "
                f"{shown}: {one.working}."
            )
            if fits(figure, Fraction(one.value)):
                return self._finding("supported", one.observation, shown, reason, sureness=LIKELY)
            if subject.sure:
                correction = measure_words.in_place(figure, one.shown, shown)
                return self._finding("contradicted", one.observation, shown, reason, correction=correction)
        if not subject.sure or not any(o.measure.code for o in every):
            return None
        within = any(edition.year.holds(period) for edition in self._holdings.editions)
        row = min(every, key=lambda o: (o.value is None, abs(o.period.last - period.last)))
        reason = f"Nothing is published for {period.label}; the nearest figure held is {measure_words.where(row)}."
        return self._finding("not_found", row, "", reason, sureness=1.0 if within else LIKELY)

    def _unprinted(self, row: Observation, role: Role) -> Finding:
        what = {"value": "figure", "target": "target", "change": "change", "gap": "distance from target"}[role]
        reason = f"No {what} is published for {phrases.measure_name(row.measure)} {phrases.where(row)}."
        return self._finding("not_found", row, "", reason)

    def _narrower(self, subject: Subject, rows: Sequence[Observation], role: Role) -> Finding | None:
        """A figure given for a region or a group for which the measure is not published."""
        row = rows[0]
        areas = areas_beside(subject)
        if not row.measure.code or row.area != ENGLAND_AND_WALES or not (subject.sure or areas):
            return None
        text, name = fold(subject.statement.text), fold(row.measure.name)
        groups = [word for word in contains_any(text, listed_words("breakdown")) if not contains(name, word)]
        if not areas and not groups:
            return None
        narrower = phrases.listed(areas or groups)
        said = f"{phrases.measure_name(row.measure)} is published for {row.area} as a whole, not for {narrower}"
        mine = of_period(rows, subject.period, self._holdings)
        national = next((one for one in published(role, mine, rows, ()) if fit(subject, one)), None)
        if national is not None and areas:
            value = measure_words.shown(national, role)
            reason = f"{said}: {value} is the figure for {row.area}."
            return self._finding("contradicted", national.observation, f"{value} in {row.area}", reason)
        return self._finding("not_found", row, "", f"{said}; the nearest figure is {measure_words.where(row)}.")

    def _supported(
        self, subject: Subject, one: Published, role: Role, reason: str, extra: Sequence[str] = ()
    ) -> Finding:
        sureness = 1.0 if subject.sure else LIKELY
        shown, row = measure_words.shown(one, role), one.observation
        return self._finding(
            "supported", row, shown, reason, sureness=sureness, extra=extra, of_change=role == "change"
        )

    def _finding(
        self,
        verdict: Verdict,
        row: Observation,
        shown: str,
        reason: str,
        *,
        correction: str = "",
        sureness: float = 1.0,
        extra: Sequence[str] = (),
        of_change: bool = False,
    ) -> Finding:
        caveats = () if verdict == "not_found" else (*extra, *caveats_on(row, self._holdings, of_change=of_change))
        return Finding(
            verdict=verdict,
            reason=reason,
            published=shown,
            citation=sources.of_rows(self._holdings, [row]),
            correction=correction,
            caveats=caveats,
            sureness=sureness,
        )
