"""Short ways to read a part of a page of HTML."""

from pathlib import Path

from corpus.html import page
from corpus.models import Document
from corpus.read import parse
from evals.made_pages import as_page

__all__ = ["HERE", "as_page", "body", "table"]

HERE = Path("page.html")


def body(markup: str) -> str:
    """The text of a page that holds this."""
    return page(f"<!DOCTYPE html><html><body><main>{markup}</main></body></html>", HERE).text


def table(markup: str) -> Document:
    return parse(f"<!DOCTYPE html><main><h1>Kites</h1><p>Words about kites.</p>{markup}</main>", HERE)
