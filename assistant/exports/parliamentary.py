"""Answers in the usual layout of a parliamentary written answer: sentences, tables, numbered notes.

Nothing in it is reckoned or reworded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answers import Answer
from assistant.asides import is_aside
from assistant.exports import notes
from assistant.exports.blocks import Block, Grid, Heading, Items
from assistant.exports.extracts import CitedRow, Extract, cited_rows, extracts
from assistant.exports.markdown import as_markdown
from assistant.exports.said import unmarked
from assistant.exports.sentences import ended, sentences
from assistant.exports.text import clean
from assistant.holdings import Holdings
from corpus.models import Document, Note

TITLE = "Draft parliamentary answer"
NOTES = "Notes"


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
    paragraphs = [sentence for answer in answers for sentence in sentences(answer, rows)]
    printed = [text for table in tables for row in (table.headers, *table.rows) for text in row]
    noted = _notes(answers, rows, [*paragraphs, *printed], documents)
    return ParliamentaryAnswer(tuple(dict.fromkeys(paragraphs)), tables, tuple(dict.fromkeys(noted)))


def _notes(
    answers: Sequence[Answer], rows: Sequence[CitedRow], said: Sequence[str], documents: Sequence[Document]
) -> list[str]:
    """Definitions, what a year is, what bears on comparing, how changes are counted, symbols, sources.

    `said` is every text above the notes.
    """
    passages = ((document.publication, passage) for document in documents for passage in document.passages)
    return [
        *(ended(note.text) for row in rows for note in _row_notes(row)),
        *notes.year_notes(said),
        *(caveat for answer in answers for caveat in _caveats(answer, rows)),
        *notes.own_words([row.publication for row in rows], passages),
        *notes.point_notes(said),
        *_symbols(rows, said, documents),
        *notes.source_notes((citation for answer in answers for citation in answer.citations), addressed=True),
    ]


def _caveats(answer: Answer, rows: Iterable[CitedRow]) -> Iterator[str]:
    """The caveats of an answer without marks; one that is a note of a publication without the note's number."""
    printed = [note for row in rows for note in _row_notes(row)]
    printed += [note for citation in answer.citations if citation.table for note in citation.table.notes]
    known = {f"{note.mark.capitalize()}: {note.text}": ended(note.text) for note in printed}
    numbers = {citation.number for citation in answer.citations}
    for caveat in answer.caveats:
        if not is_aside(caveat):
            yield unmarked(known.get(caveat, caveat), numbers)


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
