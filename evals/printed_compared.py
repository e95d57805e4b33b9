"""What came out of a printed publication beside what its text holds: passages, places, pages, tables, speed."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path

from corpus.errors import ProbationError
from corpus.models import Document, Locator, Passage, Table
from corpus.paged import letters

PAGE = re.compile(r"PDF pages? (\d+)")
BEGINNING = 30  # letters by which a passage is looked for on its page
LEAST = 12  # letters at the end of a page that still tell a passage


@dataclass(slots=True)
class Compared:
    """Counts of what is there and of what came out right."""

    passages: int = 0  # of the text
    kept: int = 0  # with the same letters in the print
    placed: int = 0  # of these, with the same place
    paged: int = 0  # of the print, with a page
    on_page: int = 0  # of these, that begin on it
    tables: int = 0  # of the text
    equal: int = 0  # the same cell by cell
    wrong: int = 0  # in the print, with a row of figures that the text has not

    def __add__(self, other: "Compared") -> "Compared":
        """Both counts together."""
        return Compared(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Compared)))


def compared(text: Document, printed: Document, pdf: Path) -> Compared:
    """The counts of one publication, read from its text and from its print."""
    places = {letters(passage.text): passage.locator.place for passage in printed.passages}
    twins = [passage for passage in text.passages if letters(passage.text) in places]
    pages = _pages(pdf)
    paged = [passage for passage in printed.passages if PAGE.search(passage.locator.at)]
    equal, wrong = tables_of(text, printed)
    return Compared(
        passages=len(text.passages),
        kept=len(twins),
        placed=sum(places[letters(one.text)] == one.locator.place for one in twins),
        paged=len(paged),
        on_page=sum(begins_on(passage, pages) for passage in paged),
        tables=len(text.tables),
        equal=equal,
        wrong=wrong,
    )


def tables_of(text: Document, printed: Document) -> tuple[int, int]:
    """How many tables of a text its print has cell by cell, and how many of the print have a row the text has not."""
    known = [_cells(table) for table in printed.tables]
    rows = {row for table in text.tables for row in _cells(table)[1]}
    return sum(_cells(table) in known for table in text.tables), sum(not set(body) <= rows for _, body in known)


def begins_on(passage: Passage, pages: Sequence[str]) -> bool:
    """Whether a passage begins on the page that its locator names, going by the letters of each page."""
    number = page_of(passage.locator)
    if not 1 <= number <= len(pages):
        return False
    page, beginning = pages[number - 1], _words(passage.text)[:BEGINNING]
    ends = (beginning[:length] for length in range(LEAST, len(beginning)))
    return beginning in page or any(page.endswith(end) for end in ends)


def page_of(locator: Locator) -> int:
    """The page in the file that a locator names, 0 for none."""
    found = PAGE.search(locator.at)
    return int(found[1]) if found else 0


def shown(counts: Compared) -> Iterator[tuple[str, str]]:
    """A name and a value for each row of a report."""
    yield "passages with the same words", _share(counts.kept, counts.passages)
    yield "of these, with the same place", _share(counts.placed, counts.kept)
    yield "passages on the page that is named", _share(counts.on_page, counts.paged)
    yield "tables equal cell by cell", _share(counts.equal, counts.tables)
    yield "tables with a row that the text has not", str(counts.wrong)


def speed(pdfs: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Seconds a page of reading, and of extracting the text alone, in the same run."""
    from pypdf import PdfReader

    from corpus import pdf

    pages, ours, bare = 0, 0.0, 0.0
    for path in pdfs:
        raw = path.read_bytes()
        started = time.perf_counter()
        pages += len([page.extract_text() for page in PdfReader(BytesIO(raw)).pages])
        between = time.perf_counter()
        pdf.content(raw, path)
        bare, ours = bare + between - started, ours + time.perf_counter() - between
    yield "pages", str(pages)
    yield "reading, a page", f"{ours / pages * 1000:.0f} ms"
    yield "text extraction by pypdf, a page", f"{bare / pages * 1000:.0f} ms"
    yield "reading to text extraction", f"{ours / bare:.2f}"


def _pages(pdf: Path) -> list[str]:
    """The letters of each page by pdftotext, which shares nothing with our reader. Raises ProbationError without it."""
    if not shutil.which("pdftotext"):
        raise ProbationError("pdftotext is not installed. Install poppler-utils.")
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise ProbationError(f"{pdf}: pdftotext ended with {done.returncode}: {done.stderr.strip()}")
    return [_words(page) for page in done.stdout.split("\f")]


def _words(text: str) -> str:
    """The letters of a text; digits may be marks of notes."""
    return re.sub(r"\d+", "", letters(text))


def _cells(table: Table) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Headings and rows of a table, each space one."""
    plain = tuple(tuple(_plain(cell) for cell in row) for row in (table.headers, *table.rows))
    return plain[0], plain[1:]


def _plain(cell: str) -> str:
    return re.sub(r"\s+", " ", cell).strip()


def _share(right: int, of: int) -> str:
    return f"{right} of {of} ({right / of:.3f})" if of else "none"
