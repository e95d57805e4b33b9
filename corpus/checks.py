"""What a publication says of its own figures, worked out again: counts in its text, totals of its tables.

A disagreement is shown and never mended: the slip may be the publication's, or of the reading of it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.aliases import aliases, area_named
from corpus.models import Document, Observation, PrintedCount, Table
from corpus.numbers import is_number, parse_number, symbols
from corpus.periods import Period
from corpus.roles import PERCENT
from corpus.tallies import is_improvement, is_met, with_change, with_target

TOTAL = re.compile(r"(?:(?:grand|overall) )?(?:total|all)\b(?! other\b)", re.I)
NO_COUNT = re.compile(rf"{PERCENT.pattern}|\b(?:rates?|ratios?|average|mean|median|proportion|share)\b|£", re.I)
PART = re.compile(r"\b(?:of which|sub-?totals?|totals?|all)\b", re.I)
SOME = Decimal("0.5")  # share of the measures counted, below which a printed count is taken to be of some of them
NEAR = Decimal("0.1")  # share of a printed total within which a sum can be meant to be it, where no other sum shows it
FEWEST_PARTS = 2


def checks(document: Document) -> tuple[str, ...]:
    """Where a document's printed counts and totals are not what its tables give, one line each."""
    return tuple(dict.fromkeys([*_counts(document), *(line for table in document.tables for line in _totals(table))]))


def _counts(document: Document) -> Iterator[str]:
    """The printed counts of the latest year that its tables do not give."""
    area = area_named(document.publication.geography)
    coded = [o for o in document.observations if o.measure.code and o.target_shown and o.area == area]
    year = max((o.period for o in coded if o.period.is_performance_year), default=None)
    for printed in document.counts:
        if printed.period != year:
            continue  # the tables of a bulletin give its own year as its counts have it, and earlier ones not always
        counted = _counted([o for o in coded if o.measure.service == printed.service], printed)
        if counted and counted != (printed.count, printed.base) and printed.base > SOME * counted[1]:
            yield _count_said(printed, *counted)


def _count_said(printed: PrintedCount, count: int, base: int) -> str:
    service = "" if printed.service == aliases().main_service else f"{printed.service} "
    said = f"{printed.count} of {printed.base} {service}{printed.what} is printed"
    return f"{printed.locator}: {said}; the tables give {count} of {base}"


def _counted(observations: Sequence[Observation], printed: PrintedCount) -> tuple[int, int] | None:
    """How many measures are in the state that a printed count names, and of how many; None where none has one."""
    of_year = _of(observations, printed.period)
    if printed.what in ("met", "missed"):
        base = with_target(of_year)
        members = [o for o in base if is_met(o) is (printed.what == "met")]
    else:
        base = with_change(of_year)
        better = printed.what == "improved"
        members = [o for o in base if is_improvement(o, o.change or Decimal(0)) is better]
    return (len(members), len(base)) if base else None


def _of(observations: Sequence[Observation], year: Period) -> list[Observation]:
    """A year's observation of each measure: that of the longest period in the year."""
    found: dict[str, Observation] = {}
    for one in observations:
        if year.holds(one.period):
            before = found.get(one.measure.code)
            if before is None or before.period.months < one.period.months:
                found[one.measure.code] = one
    return list(found.values())


def _totals(table: Table) -> Iterator[str]:
    """The totals of a table's rows, and of its columns, that are not the sums of their parts."""
    labels, headers = [row[0] for row in table.rows], table.headers[1:]
    if (row := _total(labels)) is not None:
        columns = zip(headers, zip(*(row[1:] for row in table.rows), strict=True), strict=True)
        yield from _sums(table, [(f"{labels[row]}, {h}", cells) for h, cells in columns if _are_counts(h, cells)], row)
    if (column := _total(headers)) is not None and not any(map(NO_COUNT.search, headers)):
        rows = [(label, row[1:]) for label, row in zip(labels, table.rows, strict=True)]
        yield from _sums(
            table, [(f"{n}, {headers[column]}", cells) for n, cells in rows if _are_counts(n, cells)], column
        )


def _total(labels: Sequence[str]) -> int | None:
    """Where the one total among labels is, first or last of them; None where which are its parts is not certain."""
    ends = {0, len(labels) - 1}
    found = [number for number, label in enumerate(labels) if TOTAL.match(label.strip())]
    if len(found) != 1 or found[0] not in ends or len(labels) <= FEWEST_PARTS:
        return None
    return None if any(PART.search(label) for n, label in enumerate(labels) if n != found[0]) else found[0]


def _are_counts(name: str, cells: Sequence[str]) -> bool:
    """Whether cells are whole numbers of things, each of them given."""
    values = [parse_number(cell) if is_number(cell) else None for cell in cells]
    whole = all(value is not None and value == value.to_integral_value() for value in values)
    return whole and not NO_COUNT.search(name) and not any("%" in cell or symbols(cell) for cell in cells)


def _sums(table: Table, lines: Sequence[tuple[str, Sequence[str]]], total: int) -> Iterator[str]:
    """The totals among lines that are not the sum of the rest, where the lines show that they are meant to be.

    They do where more of them add up than do not; a single one does where its sum is near. Each number may have been
    rounded, to ten or a thousand where all of a line are: half of that for each is no disagreement.
    """
    found = [(name, *_sum(cells, total)) for name, cells in lines]
    wrong = [(name, printed, added) for name, printed, added, rounding in found if abs(printed - added) > rounding]
    adds_up = len(found) - len(wrong)
    if adds_up > len(wrong) or (len(found) == 1 and all(abs(p - s) <= NEAR * abs(p) for _, p, s in wrong)):
        for name, printed, added in wrong:
            yield f"{table.locator.place}, {name}: {printed:,} is printed; the parts add up to {added:,}"


def _sum(cells: Sequence[str], total: int) -> tuple[Decimal, Decimal, Decimal]:
    """The printed total, the sum of its parts, and how far rounding can set them apart."""
    values = [parse_number(cell) or Decimal(0) for cell in cells]
    step = next(size for size in (1000, 100, 10, 1) if all(value % size == 0 for value in values))
    return values[total], sum(values) - values[total], Decimal(step * len(values)) / 2
