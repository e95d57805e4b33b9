"""Answers in the usual layout of a parliamentary written answer: sentences, tables, numbered notes.

Nothing in it is reckoned or reworded. Left out are the marks of sources, a "Yes" or "No" before a sentence that says as
much, and lists whose figures all stand in a table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answers import Answer
from assistant.asides import is_aside
from assistant.exports import notes
from assistant.exports.blocks import Block, Grid, Heading, Items
from assistant.exports.extracts import CitedRow, Extract, cited_rows, extracts, row_keys
from assistant.exports.markdown import as_markdown
from assistant.exports.said import Said, said, unmarked
from assistant.exports.text import clean
from assistant.holdings import Holdings
from assistant.premises import IN_PART, IN_POINTS, NO, ROUNDED, WRONG, YES
from assistant.trace import untraced
from corpus.models import Document, Note

TITLE = "Draft parliamentary answer"
NOTES = "Notes"
REPLIES = (YES, NO, WRONG, ROUNDED, IN_POINTS, IN_PART)  # what can go, since the sentence after it says as much
REPLY = re.compile(rf"(?:^|(?<=\]\. ))(?:{'|'.join(map(re.escape, REPLIES))}|(?:Yes|No), (?=the\b))(\w?)")
ENDED = re.compile(r"[.!?:;…]['’”)]*$")


@dataclass(frozen=True, slots=True)
class ParliamentaryAnswer:
    """Sentences, tables and notes in plain text; a note may have its source's address on a line of its own."""

    paragraphs: tuple[str, ...]
    tables: tuple[Extract, ...]
    notes: tuple[str, ...]

    def as_text(self) -> str:
        """For copying: tables with tabs between their cells."""
        parts = [*self.paragraphs, *map(_tabbed, self.tables)]
        if self.notes:
            numbered = (f"{number}. {note}" for number, note in enumerate(self.notes, start=1))
            parts.append("\n".join([NOTES, *numbered]))
        return clean("\n\n".join(parts))

    def as_markdown(self) -> str:
        """As a Markdown document."""
        return as_markdown(self._blocks())

    def as_word(self) -> bytes:
        """As a .docx file."""
        from assistant.exports.word import as_word

        return as_word(TITLE, self._blocks())

    def _blocks(self) -> list[Block]:
        tables: list[Block] = [part for table in self.tables for part in (table.title, Grid(table.headers, table.rows))]
        noted: list[Block] = [Heading(NOTES), Items(self.notes, numbered=True)] if self.notes else []
        return [Heading(TITLE, 0), *self.paragraphs, *tables, *noted]


def lay_out(answers: Sequence[Answer], documents: Sequence[Document]) -> ParliamentaryAnswer:
    """Answers, in their order, as one parliamentary answer; those that ask which of several is meant say nothing.

    `documents` are those held, for what they say of the rows and symbols that the answers cite.
    """
    answers = [answer for answer in answers if answer.status != "clarify"]
    rows = cited_rows(answers, Holdings(documents))
    tables = extracts(rows)
    paragraphs = [sentence for answer in answers for sentence in _sentences(answer, rows)]
    noted = _notes(answers, rows, tables, paragraphs, documents)
    return ParliamentaryAnswer(tuple(dict.fromkeys(paragraphs)), tables, tuple(dict.fromkeys(noted)))


def _sentences(answer: Answer, rows: Sequence[CitedRow]) -> list[str]:
    found: list[str] = []
    for listed, group in groupby(said(answer, marked=True), key=lambda part: part.item):
        parts = list(group)
        led_in = bool(found) and found[-1].endswith(":")
        if not (listed and not led_in and _is_tabled(parts, answer, rows)):
            found += [_sentence(part, answer) for part in parts]
    return [sentence for sentence in found if sentence]


def _is_tabled(items: Sequence[Said], answer: Answer, rows: Sequence[CitedRow]) -> bool:
    """Whether a list says no more than a table of the very rows that it cites."""
    cited = {key for item in items for source in item.sources for key in row_keys(source)}
    shapes = {row.shape for row in rows if row.key in cited}
    shown = {row.key for row in rows if row.shape in shapes}
    return shown == cited and all(_is_of_rows(item, answer) for item in items)


def _is_of_rows(item: Said, answer: Answer) -> bool:
    """Whether an item gives figures, and none that does not stand in the rows of tables that it cites."""
    alone = replace(answer, question="", text=item.text, figures=(), citations=item.sources)
    figured = untraced(replace(alone, citations=()))
    return bool(figured) and all(source.rows for source in item.sources) and not untraced(alone)


def _sentence(part: Said, answer: Answer) -> str:
    """What is said, without marks, and with its source in brackets before the full stop."""
    text = REPLY.sub(lambda reply: reply[1].upper(), part.text)
    text = unmarked(text, {source.number for source in answer.citations})
    for source in part.sources:
        where = f"({source.publication.title}, {source.locator})"
        if text.endswith(f" {where}"):
            text = f"{text.removesuffix(where).rstrip().removesuffix('.')} {where}"
    return _ended(text) if text else ""


def _ended(text: str) -> str:
    """A sentence with its full stop; one in brackets at its end has its own."""
    return text if ENDED.search(text) and not text.endswith(")") else f"{text}."


def _notes(
    answers: Sequence[Answer],
    rows: Sequence[CitedRow],
    tables: Sequence[Extract],
    paragraphs: Sequence[str],
    documents: Sequence[Document],
) -> list[str]:
    """Definitions, what a year is, what bears on comparing, how changes are counted, symbols, sources."""
    citations = [citation for answer in answers for citation in answer.citations]
    printed = [text for table in tables for text in (*table.headers, *(cell for row in table.rows for cell in row))]
    defined = [note for row in rows for note in _row_notes(row)]
    known = {f"{note.mark.capitalize()}: {note.text}": _ended(note.text) for note in defined}
    passages = [(document.publication, passage) for document in documents for passage in document.passages]
    caveats = [
        unmarked(known.get(caveat, caveat), {citation.number for citation in answer.citations})
        for answer in answers
        for caveat in answer.caveats
        if not is_aside(caveat)
    ]
    return [
        *(_ended(note.text) for note in defined),
        *notes.year_notes([*paragraphs, *printed]),
        *caveats,
        *notes.own_words([row.publication for row in rows], passages),
        *notes.point_notes([*paragraphs, *printed]),
        *_symbols(rows, [*paragraphs, *printed], documents),
        *notes.source_notes(citations, addressed=True),
    ]


def _row_notes(row: CitedRow) -> Iterable[Note]:
    """The notes that bear on a row; where it is not held as a number, those that it is marked with."""
    if row.observation is not None:
        return row.observation.notes
    return [note for note in row.table.notes if note.mark in row.table.marks.get(row.index, ())]


def _symbols(rows: Sequence[CitedRow], texts: Sequence[str], documents: Sequence[Document]) -> list[str]:
    """What the symbols in some texts mean, by the publications whose rows are cited."""
    cited = {row.publication.id for row in rows}
    return [
        f"{symbol} marks: {meaning}."
        for document in documents
        if document.publication.id in cited
        for symbol, meaning in document.symbols.items()
        if any(symbol == text or (symbol.startswith("[") and symbol in text) for text in texts)
    ]


def _tabbed(table: Extract) -> str:
    lines = (table.headers, *table.rows)
    return "\n".join([table.title, *("\t".join(" ".join(cell.split()) for cell in line) for line in lines)])
