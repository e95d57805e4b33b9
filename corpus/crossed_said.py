"""What a heading, title or label of a table says of the figures under or beside it: measure, area, period, kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.crossed_names import CODE, LABEL, MEASURE, Names, areas, labelled
from corpus.models import Measure, Table
from corpus.periods import Mention, Period, find_periods
from corpus.quarters import Part, parts
from corpus.roles import IN_BRACKETS, without_unit

Kind = Literal["", "value", "target", "change"]

KINDS = r"(?:regions?|areas?|quarters?|quarterly|periods?|years?|months?|measures?|service levels?|metrics?)"
EACH = r"(?:(?:all|each|probation|the)\s+)*"
BY = re.compile(
    rf"(?<![\s,:–-])[\s,:–-]*\b(?:by|per|for (?:each|every)|in each|across|split by|broken down by)\s+{EACH}{KINDS}\b"
    rf"(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|by)\s+|\s+){EACH}{KINDS}\b)*", re.I,
)  # fmt: skip
BY_AREA = re.compile(
    r"\b(?:by|per|each|every|all|across)\s+(?:(?:the|probation|each)\s+|\w+(?:,\s*(?:and\s+)?|\s+and\s+)){0,3}"
    r"(?:regions?|areas?)\b", re.I,
)  # fmt: skip
TARGET = re.compile(r"\btargets?\b|\bceiling\b", re.I)
CHANGE = re.compile(r"\b(?:percentage point )?(?:change|difference|movement)\b.*", re.I)
VALUE = re.compile(
    r"\b(?:performance|values?|figures?|results?|outturn|actuals?|achieved|observed|percentage|per ?cent|rate)\b|%",
    re.I,
)
WHOLE_YEAR = re.compile(r"\b(?:annual(?:ly)?|full[- ]year|whole[- ]year|year|yearly)\b", re.I)
EMPTY = re.compile(
    r"\b(?:in|of|for|at|on|from|the|and|against|by|to|provisional|revised|final|published)\b|[^\w&]+", re.I
)
GENERIC = re.compile(
    r"\b(?:performance|service levels?|measures?|metrics?|indicators?|results?|regional|quarterly|annual|national"
    r"|data|tables?|summary|breakdown|probation|service|region|quarter|all|each|every|published|statistics?|delivery)\b",
    re.I,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says: each thing only where it is certain. `part` is of a year that the text does not name.

    `rest` are the words that are none of it, as printed; `unsure`: a period is named that cannot be told for certain.
    """

    measure: Measure | None = None
    area: str = ""
    period: Period | None = None
    part: Part | None = None
    kind: Kind = ""
    rest: str = ""
    whole_year: bool = False
    unsure: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing of a figure."""
        return self == Said(rest=self.rest)


def said(text: str, names: Names) -> Said:
    """What a heading, label or cell says."""
    period, part, unsure, left = _when(without_unit(text).strip())
    area, left = names.in_area(left.strip(" ,;:()-–"))
    kind, left = _kind(left)
    whole_year = bool(WHOLE_YEAR.search(left)) and not CODE.search(left)
    measure, left = _measure(WHOLE_YEAR.sub(" ", left) if whole_year else left, names)
    if measure is not None or kind or area or period or part or not _rest(VALUE.sub(" ", left)):
        kind = kind or ("value" if VALUE.search(left) else "")
        left = VALUE.sub(" ", left) if not _rest(VALUE.sub(" ", left)) else left
    return Said(measure, area, period, part, kind, _rest(left), whole_year, unsure)


def said_of_title(title: str, names: Names) -> Said:
    """What a table's title says; words that only say what sort of table it is are no measure."""
    bracket = IN_BRACKETS.search(title)
    found = said(BY.sub(" ", title[: bracket.start()] if bracket and "%" in bracket[1] else title), names)
    plain = " ".join(found.rest.split())
    measured = found.measure is None and _rest(GENERIC.sub(" ", plain)) != ""
    return replace(found, measure=Measure("", plain)) if measured else found


def names_of(tables: Iterable[Table], whole: str) -> Names:
    """What some tables call areas and measures; of a code the shortest name, which others begin with."""
    every = list(tables)
    by_area = areas(every, whole)
    found: dict[str, list[Measure]] = {}
    for text in dict.fromkeys(text for table in every for text in _texts(table)):
        measure = said(text, by_area).measure if CODE.search(text) else None
        if measure is not None and measure.name:
            found.setdefault(measure.code, []).append(measure)
    shortest = {code: _shortest(measures) for code, measures in found.items()}
    return replace(by_area, measures=shortest)


def _texts(table: Table) -> Iterator[str]:
    """The texts of a table that may name a measure by its code."""
    yield BY.sub(" ", table.title)
    yield from table.headers
    for column, header in enumerate(table.headers):
        coded = any(CODE.match(row[column]) for row in table.rows[:2])
        if not (coded or MEASURE.search(header)):
            continue
        for row in table.rows:
            yield row[column]
            if column + 1 < len(row) and CODE.fullmatch(row[column]):
                yield f"{row[column]} - {row[column + 1]}"


def _shortest(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Those names that begin with no other."""
    kept: list[Measure] = []
    for measure in sorted(dict.fromkeys(measures), key=lambda one: len(one.name)):
        if not any(measure.name.startswith(shorter.name) for shorter in kept):
            kept.append(measure)
    return tuple(kept)


def _when(text: str) -> tuple[Period | None, Part | None, bool, str]:
    """The period of a text, or the part of a year it does not name; whether neither is certain; what is left."""
    mentions = find_periods(text)
    loose = parts(text, mentions)
    left = text
    spans: list[Mention | Part] = sorted([*mentions, *loose], key=lambda one: one.start, reverse=True)
    for one in spans:
        left = f"{left[: one.start]} {left[one.end :]}"
    left = re.sub(r"\(\s*\)", " ", left)
    named = {mention.period for mention in mentions if not mention.is_unsure}
    part = loose[0] if loose and all((p.first, p.months) == (loose[0].first, loose[0].months) for p in loose) else None
    if part is not None and len(named) == 1 and (year := min(named)).is_performance_year:
        return part.of(year), None, False, left
    period = narrowest(named)
    for mention in mentions:
        if mention.is_unsure and mention.period != period:
            return None, None, True, left
    if part is not None and period is not None and part.months != period.months:
        return None, None, True, left
    unsure = (bool(named) and period is None) or (bool(loose) and part is None)
    return period, part if period is None else None, unsure, left


def narrowest(periods: Iterable[Period]) -> Period | None:
    """The one of some periods that all others hold; None where there is none."""
    found = sorted(periods, key=lambda period: period.months)
    return found[0] if found and all(other.holds(found[0]) for other in found) else None


def _kind(text: str) -> tuple[Kind, str]:
    """Whether a text is of a target or a change, and the text without the words that say so."""
    bare = LABEL.sub("", text) if CODE.match(text) else text
    if CHANGE.search(bare):
        return "change", CHANGE.sub(" ", text)
    if TARGET.search(bare) or (CODE.match(text) and re.search(r"\btargets?$", text.strip(), re.I)):
        return "target", TARGET.sub(" ", text)
    return "", text


def _measure(text: str, names: Names) -> tuple[Measure | None, str]:
    """The measure with a code that a text names, and what it says beside it."""
    bare = re.sub(r"\s+", " ", text).strip(" ,;:()-–")
    if (code := CODE.search(bare)) is None:
        return None, text
    start = LABEL.search(bare)
    at = min(code.start(), start.start()) if start else code.start()
    found = labelled(bare[at:])
    if found is None:
        return None, text
    known = names.measures.get(found.code, ())
    if not found.name:
        return (known[0] if len(known) == 1 else found), bare[:at]
    name = VALUE_END.sub("", found.name).strip(" ,;:()-–") or found.name
    for one in known:
        if name.startswith(one.name):
            return replace(one, service=found.service or one.service), f"{bare[:at]} {found.name[len(one.name) :]}"
    return replace(found, name=name), f"{bare[:at]} {found.name[len(name) :]}"


VALUE_END = re.compile(
    r"(?<![\s,:;–-])[\s,:;–-]+(?:performance|values?|figures?|results?|outturn|actuals?|achieved)(?:\s*\(?%\)?)?$", re.I
)


def _rest(text: str) -> str:
    """The words that are left of a text, as printed; "" where these are only small ones."""
    return " ".join(text.split()).strip(" ,;:()-–") if EMPTY.sub("", text) else ""
