"""What the notes of a table say of its rows: which they name, which way is better, what is counted.

A note that names codes or a measure belongs to those rows; a caption's note that names none belongs to
every row. A direction is believed only of rows that the note names or that are marked with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.models import Measure, Note, Passage, Table
from corpus.numbers import count_of

CODE = re.compile(r"\b([A-Z]{2,})\d{2,}[A-Za-z]*\b")
BEARERS = 3  # rows that bear one mark, at most: more are the whole table
SHORTEST_NAME = 6  # letters: a shorter name may stand in a note by chance
LINK = r"(?:is|are|indicat\w*|shows?|means?|represents?|denotes?|signif\w*|reflects?)"
REACH = r"(?:(?!\bnot?\b)[^.;]){0,200}"
LOWER_IS_BETTER = re.compile(
    rf"\b(?:decreases?|falls?|reductions?|drops?|lower|fewer|smaller|less)\b{REACH}\b{LINK}\b{REACH}"
    r"\b(?:positive|improve\w*|better|good|desirable|favourable)\b"
    rf"|\b(?:increases?|rises?|higher|more)\b{REACH}\b{LINK}\b{REACH}"
    r"\b(?:negative|wors\w+|deteriorat\w*|adverse|undesirable|unfavourable)\b"
    r"|\bthe (?:lower|fewer|smaller|less)\b[^.;]*\bthe better\b",
    re.I,
)
ACTIVE_MONTHS = re.compile(r"\b(?:active|measured|in use|in operation)\b[^.]*?\bat least (\w+) months", re.I)


@dataclass(frozen=True, slots=True)
class Annotated:
    """What the notes say of one row: those that bear on it, in their order, and whether lower is better."""

    notes: tuple[Note, ...] = ()
    lower_is_better: bool = False


def annotate(table: Table, measures: Sequence[Measure], notes: Sequence[Note]) -> list[Annotated]:
    """What the notes say of each row of a table; `measures` are its rows'."""
    names = {row: _words(measure.name) for row, measure in enumerate(measures)}
    names = {row: name for row, name in names.items() if len(name.strip()) >= SHORTEST_NAME}
    kinds = {match[1] for measure in measures if (match := CODE.match(measure.code))}
    named = [_named(note.text, measures, names) for note in notes]
    general = [at for at, note in enumerate(notes) if not named[at] and _is_general(note, kinds, table)]
    bearing = _bearing_rows(table, notes, named)
    down = {at for at in set[int]().union(*bearing.values()) if LOWER_IS_BETTER.search(notes[at].text)}
    found = []
    for row in range(len(measures)):
        own = bearing.get(row, set())
        mine = tuple(notes[at] for at in sorted(own.union(general)))
        found.append(Annotated(mine, not down.isdisjoint(own)))
    return found


def with_bearers(passages: Sequence[Passage], tables: Sequence[Table]) -> tuple[Passage, ...]:
    """The passages, each note also with what bears its mark in a table: the title, or the labels of rows."""
    bearers = _bearers(tables)

    def annotated(note: Passage) -> Passage:
        found = [note.annotates, *bearers.get(note.locator.place, ())]
        return replace(note, annotates=" ".join(dict.fromkeys(filter(None, found))))

    return tuple(annotated(passage) if passage.kind == "note" else passage for passage in passages)


def _bearers(tables: Sequence[Table]) -> dict[str, list[str]]:
    """What bears a mark in the tables, by the place of its note: "note 2", or "Table 3, note 2" where it is theirs."""
    found: dict[str, list[str]] = {}
    for table in tables:
        rows: dict[str, list[int]] = {}
        for row, marks in table.marks.items():
            for mark in dict.fromkeys(marks):
                rows.setdefault(mark, []).append(row)
        for mark, bearing in rows.items():
            labels = [table.rows[row][0] for row in bearing if row >= 0]
            said = labels if -1 not in bearing and len(labels) <= BEARERS else [table.title]
            for place in (mark, f"{table.locator.place}, {mark}"):
                found.setdefault(place, []).extend(said)
    return found


def _bearing_rows(table: Table, notes: Sequence[Note], named: Sequence[frozenset[int]]) -> dict[int, set[int]]:
    """The notes, by their number in `notes`, that each row is marked with or named in."""
    found: dict[int, set[int]] = {}
    marked: dict[str, list[int]] = {}
    for row, marks in table.marks.items():
        for mark in marks:
            marked.setdefault(mark, []).append(row)
    for at, (note, rows) in enumerate(zip(notes, named, strict=True)):
        for row in (*rows, *marked.get(note.mark, ())):
            found.setdefault(row, set()).add(at)
    return found


def least_months(notes: Sequence[Note]) -> int:
    """How many months a measure must have been active to be counted; 0 where no note asks for any."""
    asked = [count_of(match[1]) for note in notes if (match := ACTIVE_MONTHS.search(note.text))]
    return max((months for months in asked if months is not None), default=0)


def _named(text: str, measures: Sequence[Measure], names: Mapping[int, str]) -> frozenset[int]:
    """The rows a text names: by code where it holds any of theirs, else by name, the longest that stand there.

    `names` are those of the measures that are long enough to tell a row by, as _words gives them.
    """
    codes = {match[0] for match in CODE.finditer(text)}
    by_code = frozenset(row for row, measure in enumerate(measures) if measure.code in codes) if codes else None
    if by_code:
        return by_code
    words = _words(text)
    there = {row: name for row, name in names.items() if name in words}
    return frozenset(
        row for row, name in there.items() if not any(name in other and name != other for other in there.values())
    )


def _is_general(note: Note, kinds: set[str], table: Table) -> bool:
    """Whether a note that names no row belongs to every one: the caption has it, and it names no code like theirs."""
    if note.mark not in table.marks.get(-1, ()):
        return False
    return not any(match[1] in kinds for match in CODE.finditer(note.text))


def _words(text: str) -> str:
    """The words of a text in lower case with a space around each, so that a run of words can be looked for."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
