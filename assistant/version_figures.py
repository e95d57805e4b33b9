"""The figures of a version of a publication, each known by what it is of, so that versions can be set side by side.

A figure is known by its measure, area and period; a number that has no period by its table, row and column. What only
looks different (a unit, a sign, a comma, another layout of the publication) is no difference.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.trace import numbers
from assistant.words import fold
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES, Document, Observation, Table
from corpus.numbers import is_number, parse_number, symbols
from corpus.observations import symbols as explained

NUMBERED = re.compile(r"^(?:table|figure)\s+\S", re.I)
PARTS = ("target", "change on the year before")


@dataclass(frozen=True, slots=True)
class VersionFigure:
    """A figure as a version prints it. `key` says what it is of, whatever the layout; `of` says it to a reader.

    `whole` is the key of the value that it is a target or change of, its own where it is no such part.
    """

    key: Hashable
    of: str  # "SL021 2024-25"; "SL021 2024-25, target"
    shown: str
    place: str  # "Table 2"
    row: str  # what its row is cited by: "SL021"
    whole: Hashable
    label: str = ""  # what a rating is called

    @property
    def said(self) -> str:
        """The figure as it is told: "84.9 [r]", "2 Improvement Required"."""
        return f"{self.shown} {self.label}".strip()

    def is_same(self, other: "VersionFigure") -> bool:
        """Whether both print one thing: the same number with the same symbols, called the same where both say how."""
        relabelled = self.label and other.label and fold(self.label) != fold(other.label)
        return _read(self.shown) == _read(other.shown) and not relabelled


def of_document(document: Document) -> list[VersionFigure]:
    """The figures of a document, in its order."""
    return of_tables(document.tables, document.observations)


def of_tables(tables: Iterable[Table], observations: Sequence[Observation]) -> list[VersionFigure]:
    """The figures of tables: those that are observations, and the cells of tables that give none."""
    several = len({one.period for one in observations if _is_rating(one)}) > 1
    observed = {one.locator.place for one in observations}
    found = [figure for one in observations for figure in _of_observation(one, several)]
    return found + [figure for table in tables if table.locator.place not in observed for figure in _cells(table)]


def _of_observation(one: Observation, several_years: bool) -> Iterator[VersionFigure]:
    """The value of an observation, its target and its change."""
    measure, place, row = one.measure, one.locator.place, one.locator.row
    key = (measure.service, measure.code or fold(measure.name), fold(one.area), one.period)
    of = _name(one, several_years)
    yield VersionFigure(key, of, one.shown, place, row, key, one.label)
    for part, shown in zip(PARTS, (one.target_shown, one.change_shown), strict=True):
        if shown:
            yield VersionFigure((*key, part), f"{of}, {part}", shown, place, row, key)


def _name(one: Observation, several_years: bool) -> str:
    """ "SL021 2024-25", "CRS SL001 2024-25"; of a rating its area, and its year where there are several."""
    measure = one.measure
    if _is_rating(one):
        return f"{one.area} {one.period.label}" if several_years else one.area
    service = f"{measure.service} " if measure.service not in ("", aliases().main_service) else ""
    area = f" {one.area}" if one.area != ENGLAND_AND_WALES else ""
    return f"{service}{measure.code or measure.name}{area} {one.period.label}"


def _is_rating(one: Observation) -> bool:
    return one.unit == "rating" and not one.measure.code


def _cells(table: Table) -> Iterator[VersionFigure]:
    """The cells of a table that print a number, beside the label of their row; what explains symbols has none.

    A table without a number of its own is in another section where the layout is another.
    """
    place = table.locator.place
    numbered = place if NUMBERED.search(place) else ""
    for label, *cells in table.rows if not explained(table) else ():
        for header, cell in zip(table.headers[1:], cells, strict=True):
            if numbers(cell) or (cell and is_number(cell)):
                key = (fold(numbered), fold(label), fold(header))
                yield VersionFigure(key, ", ".join(filter(None, (place, label, header))), cell, place, label, key)


def _read(shown: str) -> Hashable:
    """What a cell prints, whatever its layout: its number and symbols, else the numbers of its words."""
    if is_number(shown):
        return parse_number(shown), frozenset(symbols(shown))
    return tuple(numbers(shown))
