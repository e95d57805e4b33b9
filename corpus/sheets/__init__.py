"""Spreadsheets: the data tables that accompany each release, as OpenDocument, Excel or CSV files.

What a cell shows counts, never what lies under it. Nothing is calculated, no link is followed and no macro is run.
"""

from pathlib import Path

from corpus.content import Content
from corpus.sheets import csv_rows, ods, workbooks, xlsx
from corpus.sheets.csv_rows import is_csv

__all__ = ["csv_content", "is_csv", "ods_content", "xlsx_content"]


def ods_content(raw: bytes, path: Path) -> Content:
    """The content of an OpenDocument spreadsheet; `path` names it in errors. Raises UnreadableFile."""
    return workbooks.content(*ods.sheets(raw, path), path)


def xlsx_content(raw: bytes, path: Path) -> Content:
    """The content of an Excel workbook; `path` names it in errors. Raises UnreadableFile."""
    return workbooks.content(*xlsx.sheets(raw, path), path)


def csv_content(text: str, path: Path) -> Content:
    """The content of a CSV file; `path` names it in errors. Raises UnreadableFile."""
    return workbooks.content([csv_rows.sheet(text, path)], [], path)
