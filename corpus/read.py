"""Reading a publication: a file in, a Document out, or one line saying why not."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpus import columns, counts, lines, metadata, observations, passages, tables
from corpus.blocks import Block
from corpus.errors import IncompleteTable, UnreadableFile
from corpus.models import Document, Note, Passage, Publication, Table
from corpus.periods import Period, find_periods
from corpus.tables_raw import IncompleteRow

ENDINGS = (".txt", ".md", ".markdown", ".text")
LARGEST_FILE = 40_000_000  # bytes
LONGEST_LINE = 200_000  # characters: text has lines, a dump has not


def files(path: Path) -> Iterator[Path]:
    """The files a path names: itself, or what a folder holds that is a publication's text."""
    if path.is_dir():
        yield from sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS and p.stem.upper() != "README")
    else:
        yield path


def read(path: Path, library: Sequence[Document] = ()) -> Document:
    """Read one publication's text, with its sidecar NAME.toml where there is one.

    `library` is what a text may be recognised as. Raises UnreadableFile or IncompleteTable, which say
    what is wrong with the file and what to do.
    """
    text = _decode(path)
    sidecar = path.with_suffix(".toml")
    details = [metadata.told(sidecar, _decode(sidecar))] if sidecar.is_file() else []
    return parse(text, path, details, library)


def parse(
    text: str, path: Path, details: Sequence[metadata.Told] = (), library: Sequence[Document] = ()
) -> Document:
    """Read a publication's text; `path` names it in errors and, as a last resort, in its id."""
    front, body = metadata.split_front_matter(text)
    told = [*details, *([metadata.told(path, front)] if front else [])]
    publication = metadata.publication(path.stem, body, told, library)
    layout: Callable[[str], list[Block]] = lines.blocks
    if columns.is_columns(body):
        layout, found = columns.blocks, tables.Found((), body)
    else:
        try:
            found = tables.find(publication.id, body)
        except IncompleteRow as row:
            raise IncompleteTable(path, f"line {row.line + 1}: {row}", "Complete the row, or take it out, and ingest again.") from row
    read_passages = passages.passages(publication.id, layout(found.rest))
    if not read_passages and not found.tables:
        raise UnreadableFile(path, "no passage or table could be read", "Check that it is a publication's text.")
    notes = [Note(p.locator.place, p.text) for p in read_passages if p.kind == "note"]
    return _document(publication, found, read_passages, notes)


def _document(
    publication: Publication,
    found: tables.Found,
    read_passages: Sequence[Passage],
    notes: Sequence[Note],
) -> Document:
    period = _period(publication.period)
    bands = [band for table in found.tables for band in observations.bands(table)]
    shown = tuple(tables.with_notes(table, notes) for table in found.tables)
    return Document(
        publication=publication,
        passages=tuple(read_passages),
        tables=shown,
        observations=tuple(o for t in shown for o in observations.observations(t, notes, bands, period)),
        bands=tuple(bands),
        counts=tuple(counts.printed_counts(read_passages, period)),
        symbols=_symbols(found.tables),
        left_out=found.left_out,
    )


def _period(text: str) -> Period | None:
    return max((mention.period for mention in find_periods(text)), default=None)


def _symbols(found: Sequence[Table]) -> dict[str, str]:
    """What the publication says its symbols mean: "[x]" to "Not applicable or Not available"."""
    return {
        row[0]: row[1]
        for table in found
        if table.headers and table.headers[0].lower().startswith("symbol") and len(table.headers) == 2
        for row in table.rows
    }


def _decode(path: Path) -> str:
    """The text of a file, or an error that says why it is none and what to do."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadableFile(path, f"{size / 1e6:.0f} MB is too large for a text", "Split it, or give the publication's own text.")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(path, "there is no such file", "Check the path.") from None
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})", "Check its permissions.") from error
    if not raw.strip():
        raise UnreadableFile(path, "the file is empty", "Give the publication's text.")
    if b"\0" in raw[:1_000_000]:
        raise UnreadableFile(path, "this is not text (it holds binary data)", "Give the publication as plain text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, f"byte {error.start} is not UTF-8", "Save the file as UTF-8.") from None
    longest = max(map(len, text.split("\n")))
    if longest > LONGEST_LINE:
        raise UnreadableFile(path, f"a line of {longest:,} characters is no text a reader could follow", "Keep its line breaks.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
