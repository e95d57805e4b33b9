"""Finding the tables of a text, whatever became of their rules.

Four layouts: pipe rows, rows whose cells an extraction flattened to spaces, tab rows, and one cell a
line. A table that cannot be rebuilt with certainty is left out and named, never guessed at.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from corpus import tables_flat, tables_stacked, tables_tabbed
from corpus.models import Locator, Note, Table
from corpus.tables_raw import MARK, BrokenTable, RawTable, is_rule, pipe_cells

CAPTION = re.compile(r"^(?P<place>(?:Table|Figure)\s+(?:\d+[a-z]?|[A-Z][a-z]+))\s*(?:[:.]\s*(?P<title>.+))?$")
SECTION = re.compile(r"^(?:#+\s+)?(?P<title>(?P<number>\d{1,2})\.\s+[A-Z].{2,80}|#+\s+.+)$")
LOOK_BACK = 6  # non-blank lines between a caption and its table: a title, a subtitle, a source


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a text, the text without their rows, and what was left out."""

    tables: tuple[Table, ...]
    rest: str
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The state of one pass over the lines."""

    publication: str
    lines: Sequence[str]
    tables: list[Table] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


LAYOUTS: tuple[Callable[[Sequence[str], int], RawTable | None], ...] = (
    lambda lines, at: _pipe(lines, at),
    tables_tabbed.read,
    tables_flat.read,
    tables_stacked.read,
)


def find(publication: str, text: str) -> Found:
    """Return the tables of a text and the text that is left; captions and notes stay in the text.

    Raises IncompleteRow (see tables_raw) where a row of an otherwise sound table lacks a cell.
    """
    reading = _Reading(publication, text.split("\n"))
    at = 0
    while at < len(reading.lines):
        at = _step(reading, at)
    return Found(tuple(reading.tables), "\n".join(reading.kept), tuple(reading.left_out))


def _step(reading: _Reading, at: int) -> int:
    for layout in LAYOUTS:
        try:
            raw = layout(reading.lines, at)
        except BrokenTable as broken:
            place = _caption(reading.lines, at)[0]
            reading.left_out.append(f"{place}: {broken}")
            return broken.end
        if raw is not None:
            reading.tables.append(_table(reading, raw, at))
            return raw.end
    reading.kept.append(reading.lines[at])
    return at + 1


def _pipe(lines: Sequence[str], at: int) -> RawTable | None:
    """Pipe rows: a header row, a rule of dashes, and rows with as many cells as the header."""
    if at + 1 >= len(lines) or "|" not in lines[at] or not is_rule(lines[at + 1]):
        return None
    headers = pipe_cells(lines[at])
    end, rows = at + 2, []
    while end < len(lines) and "|" in lines[end]:
        rows.append((end, pipe_cells(lines[end])))
        end += 1
    return RawTable.checked(headers, rows, end)


def _table(reading: _Reading, raw: RawTable, at: int) -> Table:
    place, title, caption_marks = _caption(reading.lines, at)
    marks: dict[int, tuple[str, ...]] = {-1: caption_marks} if caption_marks else {}
    rows = []
    for number, row in enumerate(raw.rows):
        found = tuple(mark.lower() for cell in row for mark in MARK.findall(cell))
        if found:
            marks[number] = found
        rows.append(tuple(MARK.sub("", cell).strip() for cell in row))
    headers = tuple(MARK.sub("", header).strip() for header in raw.headers)
    return Table(
        locator=Locator(reading.publication, place),
        title=title,
        headers=headers,
        rows=tuple(rows),
        marks=marks,
        section=_sections(reading.lines, at),
    )


def _caption(lines: Sequence[str], at: int) -> tuple[str, str, tuple[str, ...]]:
    """The place, title and note marks of the table whose first line is `at`."""
    seen, number, below = 0, at, ""
    while number > 0 and seen < LOOK_BACK:
        number -= 1
        line = lines[number].strip()
        if not line or is_rule(line) or line.startswith("(Source"):
            continue
        seen += 1
        if line.startswith("|") or line.endswith("|") or "\t" in line:
            break
        bare = MARK.sub("", line).strip()
        if match := CAPTION.match(bare):
            title = match["title"] or below
            return match["place"], title, tuple(mark.lower() for mark in MARK.findall(line))
        if SECTION.match(bare):
            break
        below = bare
    sections = _sections(lines, at)
    return (f"Section {sections[-1]}" if sections else "Table"), "", ()


def _sections(lines: Sequence[str], at: int) -> tuple[str, ...]:
    for number in range(at - 1, -1, -1):
        if match := SECTION.match(lines[number].strip()):
            return (re.sub(r"^(\d+)\.\s+", r"\1: ", match["title"].lstrip("# ")),)
    return ()


def with_notes(table: Table, notes: Sequence[Note]) -> Table:
    """The table with those of the publication's notes that its marks name."""
    wanted = {mark for marks in table.marks.values() for mark in marks}
    return replace(table, notes=tuple(note for note in notes if note.mark in wanted))
