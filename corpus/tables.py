"""Finding the tables of a text, whatever became of their rules.

Four layouts: pipe rows, rows whose cells an extraction flattened to spaces, tab rows, and one cell a
line. A table that cannot be rebuilt with certainty is left out and named, never guessed at.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from corpus import tables_flat, tables_piped, tables_stacked, tables_tabbed
from corpus.models import Locator, Note, Table
from corpus.tables_raw import MARK, BrokenTable, IncompleteRow, RawTable

CAPTION = re.compile(
    r"^(?P<place>(?:Table|Figure)\s+(?:[A-Z]{0,2}\.?\d+(?:\.\d+)*[a-z]?|[A-Z][a-z]+))"
    r"(?:\s*[:.]\s*|\s+[-–—]\s+|$)(?P<title>.+)?$"
)
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
    rebuilt: bool = False
    tables: list[Table] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    looked: int = 0  # lines that were looked through for titles of sections
    section: tuple[str, ...] = ()  # the last of them


# A line is asked of each layout in turn whether a table starts there; the first alone tells its cells by a mark.
LAYOUTS: tuple[Callable[[Sequence[str], int], RawTable | None], ...] = (
    tables_piped.read,
    tables_tabbed.read,
    tables_flat.read,
    tables_stacked.read,
)


def find(publication: str, text: str, rebuilt: bool = False) -> Found:
    """Return the tables of a text and the text that is left; captions and notes stay in the text.

    Raises IncompleteRow (see tables_raw) where a row of an otherwise sound table lacks a cell. Where the text was
    `rebuilt` from where its words stand, its lines may not be those of the table: only pipe rows, which tell their
    cells, are one, and where a row of them lacks a cell they stay text and are named.
    """
    reading = _Reading(publication, text.split("\n"), rebuilt)
    at = 0
    while at < len(reading.lines):
        at = _step(reading, at)
    return Found(tuple(reading.tables), "\n".join(reading.kept), tuple(reading.left_out))


def notes_for(table: Table, notes: Sequence[Note], others: Sequence[Table]) -> tuple[Note, ...]:
    """Those of a publication's notes that may bear on a table, with marks as the table prints them.

    Notes numbered anew under each table ("Table 2, note 1") are that table's alone, and a note that only
    other tables are marked with is theirs. The same note printed under two tables of one place is one.
    """
    own = f"{table.locator.place}, "
    mine = {mark for marks in table.marks.values() for mark in marks}
    theirs = {mark for other in others for marks in other.marks.values() for mark in marks} - mine
    named = [replace(note, mark=note.mark.removeprefix(own)) for note in notes]
    return tuple(dict.fromkeys(note for note in named if ", " not in note.mark and note.mark not in theirs))


def with_notes(table: Table, notes: Sequence[Note]) -> Table:
    """The table with those of the notes that its marks name."""
    wanted = {mark for marks in table.marks.values() for mark in marks}
    return replace(table, notes=tuple(note for note in notes if note.mark in wanted))


def _step(reading: _Reading, at: int) -> int:
    """Take the table that starts at a line, or the line; return the next line to be read."""
    layouts = LAYOUTS[:1] if reading.rebuilt else LAYOUTS
    for layout in layouts if reading.lines[at].strip() else ():
        try:
            raw = layout(reading.lines, at)
        except BrokenTable as broken:
            place = _caption(reading, at)[0]
            reading.left_out.append(f"{place}: {broken}")
            return broken.end
        except IncompleteRow as row:
            if not reading.rebuilt:
                raise
            reading.left_out.append(f"{_caption(reading, at)[0]}: {row}")
            break
        if raw is not None:
            reading.tables.append(_table(reading, raw, at))
            return raw.end
    reading.kept.append(reading.lines[at])
    return at + 1


def _table(reading: _Reading, raw: RawTable, at: int) -> Table:
    place, title, caption_marks = _caption(reading, at)
    marks = {number: found for number, row in enumerate(raw.rows) if (found := _marks(" ".join(row)))}
    if above := (*caption_marks, *_marks(" ".join(raw.headers))):
        marks[-1] = above
    return Table(
        locator=Locator(reading.publication, place),
        title=title,
        headers=_bare(raw.headers),
        rows=tuple(_bare(row) for row in raw.rows),
        marks=marks,
        section=_sections(reading, at),
    )


def _marks(text: str) -> tuple[str, ...]:
    return tuple(mark.lower() for mark in MARK.findall(text))


def _bare(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(MARK.sub("", cell).strip() for cell in cells)


def _caption(reading: _Reading, at: int) -> tuple[str, str, tuple[str, ...]]:
    """The place, title and note marks of the table whose first line is `at`."""
    seen, number, below = 0, at, ""
    while number > 0 and seen < LOOK_BACK:
        number -= 1
        line = reading.lines[number].strip()
        if not line or tables_piped.is_rule(line) or line.startswith("(Source"):
            continue
        seen += 1
        if line.startswith("|") or line.endswith("|") or "\t" in line:
            break
        bare = MARK.sub("", line).strip()
        if match := CAPTION.match(bare):
            return match["place"], match["title"] or below, _marks(line)
        if SECTION.match(bare):
            break
        below = bare
    sections = _sections(reading, at)
    return (f"Section {sections[-1]}" if sections else "Table"), "", ()


def _sections(reading: _Reading, at: int) -> tuple[str, ...]:
    """The title of the section that a line stands in; asked of lines in their order."""
    for line in reading.lines[reading.looked : at]:
        if match := SECTION.match(line.strip()):
            reading.section = (re.sub(r"^(\d+)\.\s+", r"\1: ", match["title"].lstrip("# ")),)
    reading.looked = max(reading.looked, at)
    return reading.section
