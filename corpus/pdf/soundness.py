"""Which pages of a PDF can be read: not the scanned, the broken, or those whose letters have no meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.pdf.runs import Sheet

MOST_UNMAPPED = 0.3  # of the letters of a page that is read
FEW = 20  # letters on a page of a picture: a stamp or a number, not its text
MANY_TURNED = 200  # letters on their side that are more than furniture
SCANNED = "scanned, no text to read"


def readable(sheets: Sequence[Sheet]) -> tuple[list[Sheet], tuple[str, ...]]:
    """The sheets, those that cannot be read without their runs; and what was left out, one line each."""
    reasons = [_reason(sheet) for sheet in sheets]
    kept = [replace(sheet, runs=()) if reason else sheet for sheet, reason in zip(sheets, reasons, strict=True)]
    turned = ["text on its side was left out" if sheet.turned > MANY_TURNED else "" for sheet in kept]
    return kept, (*_ranges(reasons), *_ranges(turned))


def refuse_unreadable(sheets: Sequence[Sheet], path: Path) -> None:
    """Raise UnreadableFile where no page can be read."""
    reasons = [_reason(sheet) for sheet in sheets]
    if any(not reason and sheet.runs for sheet, reason in zip(sheets, reasons, strict=True)):
        return
    if SCANNED in reasons:
        raise UnreadableFile(path, "the PDF is scanned and has no text to read", "Get one that has text.")
    if any(reasons):
        raise UnreadableFile(path, f"no page of the PDF could be read: {next(filter(None, reasons))}", "Get it anew.")
    raise UnreadableFile(path, "the PDF holds no text", "Check that it is a publication.")


def _reason(sheet: Sheet) -> str:
    """Why a page cannot be read, "" where it can."""
    letters = sum(len(run.text) for run in sheet.runs)
    if sheet.problem:
        return sheet.problem
    if sheet.pictured and letters + sheet.turned < FEW:
        return SCANNED
    if sheet.unmapped > MOST_UNMAPPED * max(letters, sheet.unmapped):
        return "its letters have no meaning in the file"
    return ""


def _ranges(reasons: Sequence[str]) -> Iterator[str]:
    """Each reason with the pages that it holds for: "PDF pages 3 to 5: scanned"."""
    numbered = enumerate(reasons, start=1)
    for reason, group in groupby(numbered, key=lambda pair: pair[1]):
        places = [place for place, _ in group]
        if reason:
            named = f"page {places[0]}" if len(places) == 1 else f"pages {places[0]} to {places[-1]}"
            yield f"PDF {named}: {reason}"
