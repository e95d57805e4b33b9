"""Reading a publication: a file in, a Document out, or one line saying why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import bands, columns, counts, files, formats, lines, metadata, observations, passages, tables
from corpus.aliases import area_named
from corpus.content import Content
from corpus.crossed_said import names_of
from corpus.errors import IncompleteTable, UnreadableFile
from corpus.harmless import harmless
from corpus.models import Document, Note, Observation, Passage, Publication, Table
from corpus.notes import with_bearers
from corpus.paged import placed
from corpus.periods import Period, find_periods
from corpus.recognition import Known, known
from corpus.tables_raw import IncompleteRow

__all__ = ["Outcome", "of_part", "outcomes", "parse", "parts", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file, or of a part of one that holds several: its document, or the line that says why not."""

    name: str  # of the file, with the part's: "folder.zip/report.pdf"
    document: Document | None = None
    problem: str = ""


def read(path: Path, library: Sequence[Document] = ()) -> Document:
    """Read the one publication in a file, with its sidecar NAME.toml where there is one.

    `library` is what a text may be recognised as. Raises UnreadableFile or IncompleteTable, which say
    what is wrong with the file and what to do.
    """
    given = files.given(path)
    contents = formats.contents(given.raw, path)
    if len(contents) != 1:
        raise UnreadableFile(path, f"it holds {len(contents)} publications", "Give each as a file of its own.")
    (content,) = contents
    if isinstance(content, UnreadableFile):
        raise content
    return _read(content, path, _details(given), known(library))


def outcomes(path: Path, held: Sequence[Known] = ()) -> Iterator[Outcome]:
    """Read every publication in a file, each on its own: what is wrong with one leaves the others.

    `held` is what a text may be recognised as. Raises nothing that a file can cause.
    """
    for part in parts(path):
        yield from of_part(part, held)


def parts(path: Path) -> Iterator[files.Given | UnreadableFile]:
    """The files in a file, each to be read on its own, or the error that says why one is none. Raises nothing."""
    try:
        yield from files.parts(path)
    except UnreadableFile as error:
        yield error


def of_part(given: files.Given | UnreadableFile, held: Sequence[Known] = ()) -> Iterator[Outcome]:
    """Read every publication in a part of a file. Raises nothing that a file can cause."""
    if isinstance(given, UnreadableFile):
        yield Outcome(name=str(given.path), problem=str(given))
        return
    try:
        contents, details = formats.contents(given.raw, given.path), _details(given)
        if given.sidecar and len(contents) > 1:
            what = f"these are details of one publication, beside a file of {len(contents)}"
            raise UnreadableFile(given.sidecar[0], what, "Take them away, or give each publication a file of its own.")
    except UnreadableFile as error:
        yield Outcome(name=str(given.path), problem=str(error))
        return
    for content in contents:
        if isinstance(content, UnreadableFile):
            yield Outcome(name=str(content.path), problem=str(content))
            continue
        name = " ".join(filter(None, (str(given.path), content.name)))
        try:
            yield Outcome(name=name, document=_read(content, given.path, details, held))
        except UnreadableFile as error:
            yield Outcome(name=name, problem=str(error))


def parse(text: str, path: Path, details: Sequence[metadata.Told] = (), library: Sequence[Document] = ()) -> Document:
    """Read a publication's text; `path` names it in errors and, as a last resort, in its id."""
    return _read(formats.of_text(text, path), path, details, known(library))


def _details(given: files.Given) -> list[metadata.Told]:
    """What the sidecar of a file says."""
    return [metadata.told(*given.sidecar)] if given.sidecar else []


def _read(content: Content, path: Path, details: Sequence[metadata.Told], held: Sequence[Known]) -> Document:
    content = harmless(content)
    front, body = metadata.split_front_matter(content.text)
    lines_above = content.text[: len(content.text) - len(body)].count("\n")
    told = [*details, *([metadata.told(path, f"\n{front}")] if front else []), metadata.Told(**content.said)]
    publication = metadata.publication(path.stem, body, told, held, content.data_tables)
    if content.format in ("text", "PDF") and columns.is_columns(body, printed=content.format == "PDF"):
        blocks, own = columns.with_tables(publication.id, body)
        found = tables.Found(own, body)
    else:
        try:
            found = tables.find(publication.id, body, rebuilt=content.format == "PDF")
        except IncompleteRow as row:
            what = f"line {lines_above + row.line + 1}: {row}" if content.format == "text" else str(row)
            remedy = "Complete the row, or take it out, and ingest again."
            raise IncompleteTable(path, what, remedy) from row
        blocks = lines.blocks(found.rest)
    given = tuple(replace(t, locator=replace(t.locator, publication=publication.id)) for t in content.tables)
    found = replace(found, tables=(*found.tables, *given), left_out=(*content.left_out, *found.left_out))
    found, read_passages = placed(content.pages, found, passages.passages(publication.id, blocks))
    if not read_passages and not found.tables:
        remedy = "Check that it is a publication's text."
        raise UnreadableFile(path, f"no passage or table could be read{_why(found.left_out)}", remedy)
    return _document(publication, found, with_bearers(read_passages, found.tables))


def _why(left_out: Sequence[str]) -> str:
    """What was left out of a file that yields nothing: the first of it, and how much more."""
    more = f", and {len(left_out) - 1:,} more left out" if len(left_out) > 1 else ""
    return f": {left_out[0]}{more}" if left_out else ""


def _document(publication: Publication, found: tables.Found, read_passages: Sequence[Passage]) -> Document:
    period = _period(publication.period)
    all_notes = [Note(p.locator.place, p.text) for p in read_passages if p.kind == "note"]
    rated = [band for table in found.tables for band in bands.bands(table)]
    area = area_named(publication.geography)
    names = names_of(found.tables, area)
    shown: list[Table] = []
    observed: list[Observation] = []
    for table in found.tables:
        notes = tables.notes_for(table, all_notes, found.tables)
        shown.append(tables.with_notes(table, notes))
        observed += observations.observations(table, notes, rated, period, area, names)
    countable = [passage for passage in read_passages if counts.COUNTED.search(passage.text)]
    return Document(
        publication=publication,
        passages=tuple(read_passages),
        tables=tuple(shown),
        observations=tuple(observed),
        bands=tuple(rated),
        counts=tuple(counts.printed_counts(countable, period)),
        symbols={symbol: sense for t in found.tables for symbol, sense in observations.symbols(t).items()},
        left_out=found.left_out,
    )


def _period(text: str) -> Period | None:
    return max((mention.period for mention in find_periods(text)), default=None)
