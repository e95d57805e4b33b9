"""Spreadsheets: the data tables that accompany each release, as OpenDocument, Excel or CSV files."""

from pathlib import Path

from corpus.content import Content


def is_csv(text: str) -> bool:
    """Whether a text is rows of values set apart by commas, semicolons or tabs, and no prose."""
    return False


def csv_content(text: str, path: Path) -> Content:
    """The content of a CSV file."""
    raise NotImplementedError
