"""What the notes of a table say of its rows: which they name, which way is better, what is counted.

A note that names codes or a measure belongs to those rows; a caption's note that names none belongs to
every row. A direction is believed only of rows that the note names or that are marked with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.models import Measure, Note, Passage, Table
from corpus.numbers import count_of

CODE = re.compile(r"\b([A-Z]{2,})\d{2,}[A-Za-z]*\b")
BEARERS = 3  # rows that bear one mark, at most: more are the whole table
SHORTEST_NAME = 6  # letters: a shorter name may stand in a note by chance
LINK = r"(?:is|are|indicat\w*|shows?|means?|represents?|denotes?|signif\w*|reflects?)"
REACH = r"(?:(?!\bnot?\b)[^.;])*"
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
    named = [_named(note.text, measures) for note in notes]
    general = [_is_general(note, rows, measures, table) for note, rows in zip(notes, named, strict=True)]
    found = []
    for row in range(len(measures)):
        marked = [row in rows or note.mark in table.marks.get(row, ()) for note, rows in zip(notes, named, strict=True)]
        mine = tuple(note for note, own, all_ in zip(notes, marked, general, strict=True) if own or all_)
        down = any(own and LOWER_IS_BETTER.search(note.text) for note, own in zip(notes, marked, strict=True))
        found.append(Annotated(mine, down))
    return found


def with_bearers(passages: Sequence[Passage], tables: Sequence[Table]) -> tuple[Passage, ...]:
    """The passages, each note also with what bears its mark in a table: the title, or the labels of rows."""
    return tuple(
        replace(passage, annotates=" ".join(_bearing(passage, tables))) if passage.kind == "note" else passage
        for passage in passages
    )


def _bearing(note: Passage, tables: Sequence[Table]) -> list[str]:
    """What a note annotates, by the text and by the marks of the tables it may belong to, each once."""
    found = [note.annotates] if note.annotates else []
    for table in tables:
        mark = note.locator.place.removeprefix(f"{table.locator.place}, ")
        rows = [row for row, marks in table.marks.items() if mark in marks]
        labels = [table.rows[row][0] for row in rows if row >= 0]
        found += labels if -1 not in rows and len(labels) <= BEARERS else [table.title]
    return list(dict.fromkeys(filter(None, found)))


def least_months(notes: Sequence[Note]) -> int:
    """How many months a measure must have been active to be counted; 0 where no note asks for any."""
    asked = [count_of(match[1]) for note in notes if (match := ACTIVE_MONTHS.search(note.text))]
    return max((months for months in asked if months is not None), default=0)


def _named(text: str, measures: Sequence[Measure]) -> frozenset[int]:
    """The rows a text names: by code where it holds any of theirs, else by name, the longest that stand there."""
    codes = {match[0] for match in CODE.finditer(text)}
    by_code = frozenset(row for row, measure in enumerate(measures) if measure.code in codes)
    if by_code:
        return by_code
    words = _words(text)
    names = {row: _words(measure.name) for row, measure in enumerate(measures)}
    there = {row: name for row, name in names.items() if len(name.strip()) >= SHORTEST_NAME and name in words}
    return frozenset(
        row for row, name in there.items() if not any(name in other and name != other for other in there.values())
    )


def _is_general(note: Note, rows: frozenset[int], measures: Sequence[Measure], table: Table) -> bool:
    """Whether a note belongs to every row: the caption has it, and it names no row and no code like theirs."""
    if rows or note.mark not in table.marks.get(-1, ()):
        return False
    kinds = {match[1] for measure in measures if (match := CODE.match(measure.code))}
    return not any(match[1] in kinds for match in CODE.finditer(note.text))


def _words(text: str) -> str:
    """The words of a text in lower case with a space around each, so that a run of words can be looked for."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
