"""Publications printed to PDF and read back: is as much found in them as in their texts, and on the right pages?

    python -m evals printed FOLDER QUESTIONS.jsonl --columns 1,2

recall, rank   of the search over the texts themselves and over the same printed, in the same run
passages       of a text, those that come out of its print with the same words, and with the same place
pages          passages whose beginning stands on the page that their locator names, by pdftotext
tables         of a text, those that come out of its print the same cell by cell, and those that come out otherwise
speed          reading beside bare text extraction by pypdf, per page
"""

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from corpus.errors import ProbationError
from corpus.files import SIDECAR, TEXTS, text_of
from corpus.models import Document
from evals import replies, retrieval
from evals.library_home import library_home
from evals.page_browser import chromium
from evals.printed_compared import Compared, compared, shown, speed
from evals.printed_html import as_html
from evals.questions import Question

HEADER = '<div style="font-size: 8px; margin-left: 18mm">{title}</div>'
FOOTER = '<div style="font-size: 8px; width: 100%; text-align: center"><span class="pageNumber"></span></div>'
MEASURES = ("R@1", "R@5", "RR@10")

Seen = Callable[[], None]


def texts(folder: Path) -> list[Path]:
    """The publications' texts in a folder. Raises ProbationError where there is none."""
    found = [path for path in sorted(folder.glob("*")) if path.suffix in TEXTS and path.stem.upper() != "README"]
    if not found:
        raise ProbationError(f"{folder}: there is no publication's text. Name the folder of the texts.")
    return found


def print_all(documents: Mapping[Path, Document], to: Path, columns: int, seen: Seen) -> dict[Path, Path]:
    """The texts as PDFs in a folder, set in so many columns, with their sidecars beside them."""
    written: dict[Path, Path] = {}
    for path, document in documents.items():
        written[path] = to / f"{path.stem}.pdf"
        title = document.publication.title
        printed(as_html(text_of(path), title, columns), written[path], title)
        _with_sidecar(path, to)
        seen()
    return written


def printed(html: str, to: Path, title: str = "Printed") -> None:
    """Print a page of HTML to a PDF by Chromium, with a running header and the page's number at its foot."""
    asyncio.run(_print(html, to, title))


async def _print(html: str, to: Path, title: str) -> None:
    async with chromium() as browser:
        page = await browser.new_page()
        await page.set_content(html)
        await page.pdf(
            path=to,
            format="A4",
            margin={"top": "22mm", "bottom": "20mm", "left": "18mm", "right": "18mm"},
            display_header_footer=True,
            header_template=HEADER.format(title=escape(title)),
            footer_template=FOOTER,
        )


def searched(folder: Path, questions: Sequence[Question], seen: Seen) -> tuple[dict[str, str], list[Question]]:
    """How well the search finds what answers the questions, over the publications in a folder, and what it misses."""
    told = retrieval.told(questions)
    with library_home(folder):
        found = {one.id: one for one in replies.search(told, retrieval.DEPTH, seen)}
    measured = retrieval.measure(told, found)
    return {name: f"{measured[name]:.3f}" for name in MEASURES}, retrieval.lost(told, found)


def measure(
    folder: Path, questions: Sequence[Question], columns: Sequence[int], seen: Seen
) -> tuple[list[str], list[list[str]], list[str]]:
    """A name for each way of reading, and a row for each figure: the texts first, then printed in so many columns.

    Last a line for each question whose answer a way does not find among the first five.
    """
    from corpus import library
    from corpus.read import read

    shipped = library.documents()
    documents = {path: read(path, shipped) for path in texts(folder)}
    with tempfile.TemporaryDirectory() as made:
        copies = Path(made) / "texts"
        _copied(list(documents), copies)
        found, lost = searched(copies, questions, seen)
        ways, misses = {"texts": found}, {"texts": lost}
        for count in columns:
            to = Path(made) / str(count)
            to.mkdir()
            pdfs = print_all(documents, to, count, seen)
            total = sum((compared(documents[path], read(pdf, shipped), pdf) for path, pdf in pdfs.items()), Compared())
            name = f"printed in {count} column{'s' * (count > 1)}"
            found, misses[name] = searched(to, questions, seen)
            ways[name] = found | dict(shown(total)) | dict(speed(list(pdfs.values())))
    names = list(dict.fromkeys(name for way in ways.values() for name in way))
    rows = [[name, *(way.get(name, "") for way in ways.values())] for name in names]
    told = [f"not in the first 5, {way}: {one.id}: {one.turns[-1]}" for way, lost in misses.items() for one in lost]
    return list(ways), rows, told


def steps(folder: Path, questions: Sequence[Question], columns: Sequence[int]) -> int:
    """How often `measure` says that it has done something."""
    return len(retrieval.told(questions)) * (1 + len(columns)) + len(texts(folder)) * len(columns)


def _copied(found: Sequence[Path], to: Path) -> None:
    """Put texts and their sidecars into a new folder."""
    to.mkdir()
    for path in found:
        shutil.copy(path, to)
        _with_sidecar(path, to)


def _with_sidecar(path: Path, to: Path) -> None:
    if path.with_suffix(SIDECAR).is_file():
        shutil.copy(path.with_suffix(SIDECAR), to)
