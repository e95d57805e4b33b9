"""What is searched: one chunk for each passage, and one for each row of a table with its headers.

Beside a chunk of a publication of the library stand the ways in which people ask for what its lines say.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.models import Document, Locator, Passage, Publication, Table
from corpus.observations import row_quote
from corpus.wordings import told, wordings

LONGEST = 170  # words: about the 256 tokens that the embedding model reads of a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage or a table row, as it is shown and as it is searched.

    `text` is shown: verbatim text, or a row with its headers. `heading` (title, section path, table title, what
    a note annotates) is only searched: it says what the text leaves to its surroundings. So is `asked`: how people
    ask for its lines, each wording with the index of its line. Exactly one of `passage` and `table` is given;
    `row` is an index into the rows of the table.
    """

    id: str  # publication:hash, the same for the same words at the same place, in every process
    publication: Publication
    locator: Locator
    heading: str
    text: str
    passage: Passage | None = None
    table: Table | None = None
    row: int | None = None
    asked: tuple[tuple[int, str], ...] = field(default=(), compare=False)

    @property
    def lines(self) -> tuple[str, ...]:
        """What can be quoted of it by itself: its sentences, or its row."""
        return (self.passage.sentences if self.passage else ()) or (self.text,)

    @property
    def wordings(self) -> dict[str, str]:
        """How people ask for it, by ids that change with the words."""
        return {f"{self.id}?{_hash(f'{number} {wording}')}": wording for number, wording in self.asked}

    @property
    def parts(self) -> dict[str, str]:
        """The texts that are embedded for it, by id: one, or windows of sentences where a passage is long."""
        bodies = windows(self.passage.sentences) if self.passage else ()
        shown = bodies if len(bodies) > 1 else (self.text,)
        return {f"{self.id}/{number}": f"{self.heading}\n{body}" for number, body in enumerate(shown)}


def chunks(document: Document) -> list[Chunk]:
    """The chunks of a document, in its order; the same words at the same place are one chunk."""
    made = [*_of_passages(document), *_of_tables(document)]
    return list({chunk.id: chunk for chunk in made}.values())


def with_wordings(made: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of one document, each with how people ask for its lines."""
    lines = [(chunk, number, line) for chunk in made for number, line in enumerate(chunk.lines)]
    known = wordings(made[0].publication.id) if made else ()
    asked: dict[str, list[tuple[int, str]]] = {}
    for at, said in told([(chunk.locator.named, line) for chunk, _, line in lines], known).items():
        chunk, number, _ = lines[at]
        asked.setdefault(chunk.id, []).extend((number, wording) for wording in dict.fromkeys(said))
    return [replace(chunk, asked=tuple(asked.get(chunk.id, ()))) for chunk in made]


def windows(sentences: Sequence[str], longest: int = LONGEST) -> list[str]:
    """Runs of sentences, of at most `longest` words or one sentence; each repeats the last before it."""
    runs: list[list[str]] = []
    for sentence in sentences:
        if runs and _length(*runs[-1], sentence) <= longest:
            runs[-1].append(sentence)
        else:
            last = runs[-1][-1:] if runs else []
            runs.append([*last, sentence] if _length(*last, sentence) <= longest else [sentence])
    return [" ".join(run) for run in runs]


def _length(*sentences: str) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _of_passages(document: Document) -> Iterator[Chunk]:
    publication = document.publication
    for passage in document.passages:
        if not passage.text.strip():
            continue
        heading = " > ".join(part for part in (publication.title, *passage.section, passage.annotates) if part)
        yield Chunk(
            id=_id(publication.id, passage.locator, heading, passage.text),
            publication=publication,
            locator=passage.locator,
            heading=heading,
            text=passage.text,
            passage=passage,
        )


def _of_tables(document: Document) -> Iterator[Chunk]:
    publication = document.publication
    for table in document.tables:
        heading = " > ".join(part for part in (publication.title, *table.section, table.title) if part)
        for row in range(len(table.rows)):
            text, locator = row_quote(table, row), _row_locator(document, table, row)
            yield Chunk(
                id=_id(publication.id, locator, heading, text),
                publication=publication,
                locator=locator,
                heading=heading,
                text=text,
                table=table,
                row=row,
            )


def _id(publication: str, locator: Locator, heading: str, text: str) -> str:
    words = f"{locator.named}\n{heading}\n{text}"
    return f"{publication}:{_hash(words)}"


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:24]


def _row_locator(document: Document, table: Table, row: int) -> Locator:
    """The locator of the row's observations, or the table's with the row's own label."""
    label = table.rows[row][0]
    for observation in document.observations:
        place = observation.locator
        if place.row and place.place == table.locator.place and label.startswith(place.row):
            return place
    return replace(table.locator, row=label)
