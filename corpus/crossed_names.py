"""The areas and measures that a publication's tables name, by which its headings, titles and labels are read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from corpus.aliases import aliases, area_named
from corpus.models import Measure, Table

CODE = re.compile(r"(?<![\w-])[A-Z]{2,}\d{2,}[A-Za-z]*(?!\w)")
LABEL = re.compile(r"(?:(?P<service>[A-Z]+)\s+)?(?P<code>[A-Z]{2,}\d{2,}[A-Za-z]*)(?:\s*[-–—:]\s*|\s+)(?P<name>\S.*)")
AREA = re.compile(r"^(?:probation )?(?:regions?|areas?)(?: names?)?$|^geography$", re.I)
KINDS = r"(?:measures?|metrics?|service levels?|indicators?)"
MEASURE = re.compile(rf"\b{KINDS}(?: (?:names?|titles?|descriptions?))?$", re.I)

MIXED = re.compile(
    rf"^(?:probation )?(?P<first>regions?|areas?|{KINDS})(?:,? (?:and|or|/|by) )(?:regions?|areas?|{KINDS})\b", re.I
)


@dataclass(frozen=True)
class Names:
    """What a publication's tables call areas and measures.

    `areas` has published names by how they are written, `measures` those of each code; `whole` is the area of it all.
    """

    areas: Mapping[str, str]
    whole: str
    measures: Mapping[str, tuple[Measure, ...]] = field(default_factory=dict)

    def area(self, text: str) -> str:
        """The area that a whole cell or heading names; "" where it names none that is known."""
        return self.areas.get(folded(text), "")

    def in_area(self, text: str) -> tuple[str, str]:
        """The one area that a text holds and the text without it; "" and the text where it holds none or several."""
        if named := self.area(text):
            return named, ""
        found = {self.areas[folded(match[0])] for match in self._any.finditer(text)}
        return (found.pop(), self._any.sub(" ", text)) if len(found) == 1 else ("", text)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Any area that may stand within a text, the longest name first; "total" and the like name one only alone."""
        alone = {folded(name) for name in aliases().whole}
        forms = sorted((form for form in self.areas if form not in alone), key=lambda form: (-len(form), form))
        spaced = (r"\s+".join(map(re.escape, form.split())) for form in forms)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.I)


def areas(tables: Iterable[Table], whole: str) -> Names:
    """What some tables call areas; `whole` is what their publication covers."""
    known = {folded(form): name for name, forms in aliases().areas.items() for form in (name, *forms)}
    known |= {folded(name): whole for name in (*aliases().whole, whole)}
    for cell in (cell for table in tables for cell in _area_cells(table)):
        known.setdefault(folded(cell), area_named(cell))
    return Names({form: name for form, name in known.items() if form}, whole)


def labelled(text: str) -> Measure | None:
    """The measure with a code that a whole label names, its name "" where it has the code alone; None for any other."""
    if CODE.fullmatch(text):
        return Measure(text, "")
    match = LABEL.fullmatch(text)
    return Measure(match["code"], match["name"].strip(), match["service"] or "") if match else None


def folded(text: str) -> str:
    """A name as names are compared: lower case, single blanks."""
    return " ".join(text.lower().split())


def is_group(table: Table, row: int) -> bool:
    """Whether a row has nothing but its label, which then says what the rows below it are of."""
    return bool(table.rows[row][0]) and not any(table.rows[row][1:])


def _area_cells(table: Table) -> Iterator[str]:
    """The cells of a table's columns of areas; of a column of areas and measures, those that name areas by its heading.

    In such a column what is named first stands over the rows of what is named second, or in a column without a heading.
    """
    for column, header in enumerate(table.headers):
        if (mixed := mixed_first(header)) is None:
            yield from (row[column] for row in table.rows) if AREA.match(header) else ()
        elif column and not table.headers[column - 1]:
            yield from (row[column - (mixed == "area")] for row in table.rows)
        else:
            yield from (row[column] for n, row in enumerate(table.rows) if is_group(table, n) == (mixed == "area"))


def mixed_first(header: str) -> Literal["area", "measure"] | None:
    """Which a heading of both areas and measures names first; None of any other heading."""
    match = MIXED.match(header)
    if match is None:
        return None
    return "area" if AREA.match(match["first"]) else "measure"
