"""Writing an answer: sentences with source marks, each source numbered once, each figure accounted for."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Answer, Citation, Figure, Status, Understood
from assistant.calculate import Derived
from assistant.citing import rows_citation, text_citation
from assistant.holdings import Holdings
from assistant.query import Query
from corpus.models import Band, Document, Locator, Note, Observation, Passage, PrintedCount, Publication, Table
from corpus.observations import row_quote


class Draft:
    """An answer being written. The first sentence said is the headline."""

    def __init__(self, query: Query, holdings: Holdings) -> None:
        self.query = query
        self.holdings = holdings
        self._said: list[str] = []
        self._citations: list[Citation] = []
        self._figures: list[Figure] = []
        self._caveats: list[str] = []
        self._understood: list[Understood] = []
        self.options: tuple[str, ...] = ()
        self.reasoned = False  # a note of the publication that says why was quoted

    @property
    def started(self) -> bool:
        """Whether anything has been said."""
        return bool(self._said)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources given so far."""
        return tuple(self._citations)

    def tells(self, text: str) -> bool:
        """Whether a sentence or a caveat of the answer holds a text."""
        return any(text in said for said in (*self._said, *self._caveats))

    @property
    def quotes(self) -> tuple[str, ...]:
        """The quotes of the sources given so far."""
        return tuple(citation.quote for citation in self._citations)

    def warn(self, text: str) -> None:
        """Put a warning into the headline, so that nobody copies it without."""
        self._said[0] = f"{self._said[0].rstrip('.')} ({text})."

    @property
    def cited(self) -> bool:
        """Whether any source has been given."""
        return bool(self._citations)

    def say(self, sentence: str) -> None:
        """Add a sentence, or a Markdown list item that starts with "- "."""
        self._said.append(sentence)

    def caveat(self, text: str) -> None:
        """Add a caveat, once."""
        if text not in self._caveats:
            self._caveats.append(text)

    def understood(self, name: str, value: str) -> None:
        """Say how the question was read: ("Measure", "SL023 ...")."""
        if value and Understood(name, value) not in self._understood:
            self._understood.append(Understood(name, value))

    def cite(self, *observations: Observation) -> str:
        """The mark of the table rows of observations; rows of one table cited together share a mark."""
        by_table: dict[Locator, list[Observation]] = {}
        for observation in observations:
            by_table.setdefault(replace(observation.locator, row=""), []).append(observation)
        return " ".join(self._cite_rows(rows) for rows in by_table.values())

    def _cite_rows(self, observations: Sequence[Observation]) -> str:
        return self._number(rows_citation(self.holdings, observations))

    def cite_band(self, bands: Sequence[Band]) -> str:
        """The mark of rows of a threshold table."""
        place = bands[0].locator
        for document in self.holdings.documents:
            for table in document.tables:
                rows = tuple(n for n in range(len(table.rows)) if row_quote(table, n) in {b.quote for b in bands})
                if table.locator.publication == place.publication and rows:
                    locator = place if len(rows) == 1 else table.locator
                    quote = "\n".join(row_quote(table, row) for row in rows)
                    publication = self.holdings.publication(place.publication)
                    return self._number(
                        Citation(
                            number=0,
                            publication=publication,
                            locator=locator,
                            quote=quote,
                            table=table,
                            rows=rows,
                        )
                    )
        raise KeyError(f"{place} is not in a table held")

    def cite_text(self, publication: Publication, passage: Passage, quote: str) -> str:
        """The mark of a verbatim quote from a passage."""
        return self._number(text_citation(publication, passage, quote))

    def cite_row(self, publication: Publication, table: Table, row: int, locator: Locator, quote: str) -> str:
        """The mark of one row of a table, found by search."""
        return self._number(
            Citation(number=0, publication=publication, locator=locator, quote=quote, table=table, rows=(row,))
        )

    def cite_symbol(self, document: Document, symbol: str) -> str:
        """The mark of the row where a publication explains a symbol; "" where it has no such row."""
        for table in document.tables:
            for number, row in enumerate(table.rows):
                if row[0] == symbol and document.symbols.get(symbol) == row[-1]:
                    locator = replace(table.locator, row=symbol)
                    return self.cite_row(document.publication, table, number, locator, row_quote(table, number))
        return ""

    def cite_note(self, observation: Observation, note: Note) -> str:
        """The mark of a note on a row; "" where the publication has no such passage."""
        document = self.holdings.document(observation)
        for passage in document.passages:
            if passage.kind == "note" and passage.text == note.text:
                return self.cite_text(document.publication, passage, passage.text)
        return ""

    def note(self, observation: Observation, note: Note) -> None:
        """A note on a row: a caveat, or where the question asks about such things a sentence of the answer."""
        text = f"{note.mark.capitalize()}: {note.text}"
        mark = self.cite_note(observation, note) if self.query.noted else ""
        if mark and not any(note.text.rstrip(".") in said for said in self._said):
            self.say(f"- {text.rstrip('.')} {mark}.")
        elif not mark:
            self.caveat(text)

    def cite_count(self, count: PrintedCount) -> str:
        """The mark of a count that the text prints."""
        publication = self.holdings.publication(count.locator.publication)
        passage = next(
            (
                p
                for pub, p in self.holdings.passages()
                if pub is publication and p.locator == count.locator and count.quote in p.text
            ),
            None,
        )
        return self._number(
            Citation(number=0, publication=publication, locator=count.locator, quote=count.quote, passage=passage)
        )

    def cite_publication(self, publication: Publication, quote: str) -> str:
        """The mark of what a publication says of itself (its title, its date)."""
        locator = Locator(publication.id, "Title and date")
        return self._number(Citation(number=0, publication=publication, locator=locator, quote=quote))

    def figure(self, text: str, mark: str = "", derived: Derived | None = None) -> None:
        """Account for a figure that was said: by its citation's mark, or by its working and sources."""
        number = int(mark.split("]")[0].lstrip("[")) if mark and derived is None else None
        working = f"{derived.working} {mark}".strip() if derived else None
        figure = Figure(text, number, working)
        if figure not in self._figures:
            self._figures.append(figure)

    def working(self, text: str, working: str) -> None:
        """Account for a figure that a count or a calculation gives, in words."""
        self._figures.append(Figure(text, None, working))

    def done(self, status: Status = "answered") -> Answer:
        """The finished answer: the headline, then the rest, lists kept as lists."""
        headline = self._said[0] if self._said else ""
        text = headline
        for sentence in self._said[1:]:
            listed = sentence.startswith("- ")
            after_list = text.rsplit("\n", 1)[-1].startswith("- ")
            text += ("\n" if listed and after_list else "\n\n" if listed or after_list else " ") + sentence
        return Answer(
            question=self.query.question,
            status=status,
            headline=headline,
            text=text,
            citations=tuple(self._citations),
            figures=tuple(self._figures),
            caveats=tuple(self._caveats),
            options=self.options,
            understood=tuple(self._understood),
            reasoned=self.reasoned,
        )

    def _number(self, citation: Citation) -> str:
        for at, held in enumerate(self._citations):
            if (held.locator, held.quote) == (citation.locator, citation.quote):
                self._citations[at] = replace(held, cells=tuple(dict.fromkeys((*held.cells, *citation.cells))))
                return f"[{held.number}]"
        numbered = replace(citation, number=len(self._citations) + 1)
        self._citations.append(numbered)
        return f"[{numbered.number}]"
