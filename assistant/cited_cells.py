"""The cells of cited rows whose figures an answer gives, so that a reader's eye lands on them.

A figure belongs to the sources whose marks it stands before. Where a row prints it twice, what is said around it
tells the cells apart; of a source of several rows a figure is sought in those that are named.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Answer, Citation
from assistant.sheets import CODE, Said, Sheet, digits, numbers, shown
from assistant.trace import NUMBER
from corpus.numbers import SYMBOL
from corpus.periods import find_periods, without_periods
from corpus.sentences import split

MARKS = re.compile(r"\[\d+\](?:\s*\[\d+\])*")
POINTS = re.compile(r"\s*(?:percentage points?|pp)\b")
CHANGE = re.compile(r"\bchange\b", re.I)
CLAUSE = re.compile(r"[,;|]")


@dataclass(frozen=True, slots=True)
class Piece:
    """What an answer says before some marks: the last sentence of it, and its line so far, where symbols stand."""

    marks: frozenset[int]
    text: str
    line: str


def with_cells(answer: Answer) -> Answer:
    """The answer, each of its sources that are rows of a table with the cells whose figures it gives.

    A source that came with its cells keeps them.
    """
    if not any(citation.rows for citation in answer.citations):
        return answer
    pieces = list(_pieces(answer.text))
    sheets = {id(c.table): Sheet(c.table) for c in answer.citations if c.table is not None and c.rows}
    cited = [
        replace(c, cells=_cells(c, sheets[id(c.table)], answer, pieces)) if c.rows and not c.cells else c
        for c in answer.citations
    ]
    return replace(answer, citations=tuple(cited))


def _cells(citation: Citation, sheet: Sheet, answer: Answer, pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    rows = citation.rows
    by_row: dict[int, list[Said]] = {row: [] for row in rows}
    for piece in pieces:
        if citation.number in piece.marks:
            named = sheet.named(rows, piece.text)
            said = list(_said(piece, [sheet.name(row) for row in named])) if named else []
            mine = [one for one in said if _is_of(one, citation.number, piece.marks, answer)]
            for row in named:
                by_row[row] += mine
    workings = [f.working for f in answer.figures if f.working and f"[{citation.number}]" in f.working]
    if len(rows) == 1:
        told = {one.shown for one in by_row[rows[0]]}
        rest = [*_accounted(answer, citation.number), *(Said(s) for w in workings for s in _operands(w))]
        by_row[rows[0]] += [one for one in rest if one.shown not in told]
    cells = {(row, column) for row, said in by_row.items() for column in sheet.columns(row, said)}
    for working in workings if len(rows) > 1 else ():
        cells |= set(_added_up(sheet, rows, _operands(working)))
    return tuple(sorted(cells))


def _pieces(text: str) -> Iterator[Piece]:
    """What stands before each group of marks; a mark tells nothing of the sentences before its own."""
    for line in text.split("\n"):
        start = 0
        for match in MARKS.finditer(line):
            marks = frozenset(map(int, re.findall(r"\d+", match[0])))
            before = split(line[start : match.start()])
            yield Piece(marks, before[-1] if before else "", line[: match.start()])
            start = match.end()


def _said(piece: Piece, names: Iterable[str]) -> Iterator[Said]:
    """The figures of a piece; periods and the names of its rows have none."""
    mentions = find_periods(piece.text)
    periods = tuple(mention.period for mention in mentions)
    text = CODE.sub(" ", without_periods(piece.text, mentions))
    for name in names:
        text = text.replace(name, " ")
    for match in NUMBER.finditer(text):
        before = CLAUSE.split(text[: match.start()])[-1]
        yield Said(digits(match[0]), POINTS.match(text, match.end()) is not None, before, periods)
    for symbol in SYMBOL.finditer(piece.line):
        before = CLAUSE.split(piece.line[: symbol.start()])[-1]
        yield Said(symbol[0], CHANGE.search(before) is not None, before, periods)


def _is_of(said: Said, number: int, marks: Iterable[int], answer: Answer) -> bool:
    """Whether a figure that stands before marks is printed by this source, as far as the answer accounts for it."""
    same = [figure for figure in answer.figures if said.shown in numbers(figure.text)]
    owners = {figure.citation for figure in same} & {*marks}
    if owners or not said.points:
        return not owners or number in owners
    return not any(f"[{number}]" in (figure.working or "") for figure in same)  # worked out, not printed


def _accounted(answer: Answer, number: int) -> Iterator[Said]:
    for figure in answer.figures:
        if figure.citation == number:
            for found in NUMBER.finditer(figure.text):
                yield Said(digits(found[0]), POINTS.match(figure.text, found.end()) is not None)


def _added_up(sheet: Sheet, rows: Sequence[int], operands: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The cells of several rows that one working takes together, where a column prints all that it starts from."""
    column = sheet.column_printing(rows, operands) if len(operands) > 1 else None
    if column is not None:
        yield from ((row, column) for row in rows if shown(sheet.table.rows[row][column]) in operands)


def _operands(working: str) -> list[str]:
    """The figures that a working starts from."""
    return numbers(MARKS.sub(" ", working.split("=")[0]))
