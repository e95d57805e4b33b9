"""Opening a PDF and painting its pages, within bounds: what is wrong with one page leaves the others."""

import logging
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError

from corpus.errors import UnreadableFile
from corpus.pdf.matrices import Matrix, times
from corpus.pdf.painting import Painting
from corpus.pdf.pen import Pen
from corpus.pdf.runs import Sheet

MOST_PAGES = 2_000
LONGEST = 120.0  # seconds that the pages of one file may take
LIMITS = {  # of pypdf, in bytes and counts: what a publication never reaches
    "maximum_declared_stream_length": 40_000_000,
    "array_based_stream_maximum_output_length": 40_000_000,
    "zlib_maximum_output_length": 40_000_000,
    "lzw_maximum_output_length": 40_000_000,
    "run_length_maximum_output_length": 40_000_000,
    "stream_decoding_work_maximum_length": 80_000_000,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": 4 * MOST_PAGES,
}
TURNED = 3  # times the letters that stand upright: as many on their side make a page that lies on its side
LARGEST_SHEET = 20_000.0  # points
TURNS: dict[int, Matrix] = {  # clockwise, of a sheet one point wide and high
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 1.0),
    180: (-1.0, 0.0, 0.0, -1.0, 1.0, 1.0),
    270: (0.0, 1.0, -1.0, 0.0, 1.0, 0.0),
}

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no user's business


def said_title(reader: PdfReader) -> str:
    """The title in the document's information, "" without one."""
    try:
        return str((reader.metadata and reader.metadata.title) or "").strip()
    except Exception:  # broken information says nothing
        return ""


def sheets(raw: bytes, path: Path) -> tuple[str, list[Sheet]]:
    """The title that a PDF says it has, and its pages as painted. Raises UnreadableFile."""
    with apply_configuration(**LIMITS):  # type: ignore[arg-type]
        reader = _opened(raw, path)
        found = _pages(reader, path)
        labels = _labels(reader, len(found))
        fonts: dict[Any, Any] = {}
        painted: list[Sheet] = []
        until = monotonic() + LONGEST
        for number, (page, label) in enumerate(zip(found, labels, strict=True), start=1):
            if monotonic() > until:
                painted.append(Sheet(number, 0, 0, label=label, problem=f"reading took more than {LONGEST:.0f} s"))
                continue
            painted.append(_sheet(page, number, label, fonts))
        return said_title(reader), painted


def pages(raw: bytes, path: Path) -> list[Sheet]:
    """The pages of a PDF as painted. Raises UnreadableFile."""
    return sheets(raw, path)[1]


def _painting(
    page: PageObject, number: int, fonts: dict[Any, Any], place: Matrix, size: tuple[float, float]
) -> Painting:
    painting = Painting(Pen(number), fonts, *size)
    painting.transform(place)
    contents = page.get("/Contents")
    if contents is not None:
        painting.paint(contents.get_object(), page.pdf, page.get("/Resources"))
    return painting


def _opened(raw: bytes, path: Path) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(raw))
        open_to_all = not reader.is_encrypted or bool(reader.decrypt(""))
    except DependencyError:
        open_to_all = False
    except Exception as error:  # a broken file may raise anything
        raise UnreadableFile(path, "the PDF is broken or cut short", "Get the file anew.") from error
    if not open_to_all:
        raise UnreadableFile(path, "the PDF is protected by a password", "Give one that opens without.")
    return reader


def _pages(reader: PdfReader, path: Path) -> list[PageObject]:
    try:
        found = list(reader.pages)
    except Exception as error:
        raise UnreadableFile(path, "the pages of the PDF cannot be found", "Get the file anew.") from error
    if not found:
        raise UnreadableFile(path, "the PDF has no pages", "Get the file anew.")
    if len(found) > MOST_PAGES:
        what = f"the PDF has {len(found):,} pages, more than {MOST_PAGES:,}"
        raise UnreadableFile(path, what, "Split it, or give the publication alone.")
    return found


def _labels(reader: PdfReader, count: int) -> list[str]:
    """The numbers that the file gives its pages, "" where it gives none."""
    try:
        labels = reader.page_labels if "/PageLabels" in reader.root_object else []
    except Exception:  # broken labels say nothing
        labels = []
    return list(labels) if len(labels) == count else [""] * count


def _sheet(page: PageObject, number: int, label: str, fonts: dict[Any, Any]) -> Sheet:
    try:
        box = page.cropbox
        width, height = float(box.width), float(box.height)
        if not (0 < width <= LARGEST_SHEET and 0 < height <= LARGEST_SHEET):
            return Sheet(number, 0, 0, label=label, problem="it has no size")
        place: Matrix = (1.0, 0.0, 0.0, 1.0, -float(box.left), -float(box.bottom))
        turn = page.rotation % 360
        if turn in TURNS:
            a, b, c, d, e, f = TURNS[turn]
            width, height = (height, width) if turn != 180 else (width, height)
            place = times(place, (a, b, c, d, e * width, f * height))
        return _painted(page, number, label, fonts, place, (width, height))
    except Exception:  # whatever a broken page raises
        return Sheet(number, 0, 0, label=label, problem="it is broken")


def _painted(
    page: PageObject, number: int, label: str, fonts: dict[Any, Any], place: Matrix, size: tuple[float, float]
) -> Sheet:
    """A page as painted; one whose text stands on its side, as a wide table does, is turned upright."""
    painting = _painting(page, number, fonts, place, size)
    for turn in (90, 270):
        if painting.turned <= TURNED * sum(len(run.text) for run in painting.pen.runs):
            break
        (width, height), (a, b, c, d, e, f) = size, TURNS[turn]
        turned = _painting(page, number, fonts, times(place, (a, b, c, d, e * height, f * width)), (height, width))
        painting = turned if turned.turned < painting.turned else painting
    width, height = painting.width, painting.height
    return Sheet(
        number,
        width,
        height,
        tuple(painting.pen.runs),
        label,
        painting.turned,
        painting.unmapped,
        painting.pictured,
    )
