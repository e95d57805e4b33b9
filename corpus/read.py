"""Reading a publication: a file in, a Document out, or one line saying why not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus import bands, columns, counts, lines, metadata, observations, passages, tables
from corpus.aliases import area_named
from corpus.errors import IncompleteTable, UnreadableFile
from corpus.files import files, is_html, text_of
from corpus.models import Document, Note, Observation, Passage, Publication, Table
from corpus.notes import with_bearers
from corpus.periods import Period, find_periods
from corpus.tables_raw import IncompleteRow

__all__ = ["files", "parse", "read"]


def read(path: Path, library: Sequence[Document] = ()) -> Document:
    """Read one publication's text, with its sidecar NAME.toml where there is one.

    `library` is what a text may be recognised as. Raises UnreadableFile or IncompleteTable, which say
    what is wrong with the file and what to do.
    """
    if path.suffix.lower() == metadata.SIDECAR:
        raise UnreadableFile(path, "these are details of a publication, not its text", "Give the text beside it.")
    text = text_of(path)
    sidecar = path.with_suffix(metadata.SIDECAR)
    details = [metadata.told(sidecar, text_of(sidecar, may_be_empty=True))] if sidecar.is_file() else []
    return parse(text, path, details, library)


def parse(text: str, path: Path, details: Sequence[metadata.Told] = (), library: Sequence[Document] = ()) -> Document:
    """Read a publication's text; `path` names it in errors and, as a last resort, in its id."""
    front, body = metadata.split_front_matter(text)
    lines_above, is_page = text[: len(text) - len(body)].count("\n"), is_html(body)
    left_out: tuple[str, ...] = ()
    if is_page:
        body, left_out = _page("\n" * lines_above + body, path)
    told = [*details, *([metadata.told(path, f"\n{front}")] if front else [])]
    publication = metadata.publication(path.stem, body, told, library)
    if columns.is_columns(body):
        blocks, own = columns.with_tables(publication.id, body)
        found = tables.Found(own, body)
    else:
        try:
            found = tables.find(publication.id, body)
        except IncompleteRow as row:
            what = str(row) if is_page else f"line {lines_above + row.line + 1}: {row}"
            remedy = "Complete the row, or take it out, and ingest again."
            raise IncompleteTable(path, what, remedy) from row
        blocks = lines.blocks(found.rest)
    read_passages = with_bearers(passages.passages(publication.id, blocks), found.tables)
    if not read_passages and not found.tables:
        raise UnreadableFile(path, "no passage or table could be read", "Check that it is a publication's text.")
    return _document(publication, replace(found, left_out=(*left_out, *found.left_out)), read_passages)


def _page(markup: str, path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a page of HTML, and what was left out; its parser is imported only for a page."""
    from corpus import html

    page = html.page(markup, path)
    return page.text, page.left_out


def _document(publication: Publication, found: tables.Found, read_passages: Sequence[Passage]) -> Document:
    period = _period(publication.period)
    all_notes = [Note(p.locator.place, p.text) for p in read_passages if p.kind == "note"]
    rated = [band for table in found.tables for band in bands.bands(table)]
    area = area_named(publication.geography)
    shown: list[Table] = []
    observed: list[Observation] = []
    for table in found.tables:
        notes = tables.notes_for(table, all_notes, found.tables)
        shown.append(tables.with_notes(table, notes))
        observed += observations.observations(table, notes, rated, period, area)
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
