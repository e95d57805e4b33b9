"""Whether a file that came is what was asked for: a reply of an interface, and no page that says sorry."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.errors import Unfetched
from corpus.fetching.asking import Check
from corpus.formats import is_html

OPENING = 20_000  # bytes that show a page
FILES = ("pdf", "docx", "ods", "xlsx", "csv", "zip", "json")
PAGE = re.compile(r"<(?:html|head|body|title)\b", re.I)
TITLE = re.compile(r"<title[^>]*>(?P<title>[^<]*)", re.I)
SORRY = re.compile(
    r"\b(?:page|file|document|content) (?:not|cannot be|could not be) found\b|^\W*(?:not found|404)\b|\b404\W*$", re.I
)


def reply(path: Path, address: str) -> dict[str, Any]:
    """The reply of an interface in a file. Raises Unfetched where it is none."""
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Unfetched(address, "what came is not a reply of this interface", "Try again later.")
    return value


def check_reply(address: str) -> Check:
    """What refuses all but the reply of an interface."""

    def check(path: Path) -> None:
        reply(path, address)

    return check


def check_file(address: str) -> Check:
    """What refuses a page in place of a file, and a page that only says that there is none."""

    def check(path: Path) -> None:
        with path.open("rb") as file:
            opening = file.read(OPENING).decode("utf-8-sig", "replace").lstrip()
        if not opening:
            raise Unfetched(address, "what came is empty", "Check the address in a browser.")
        if not opening.startswith("<") or not (is_html(opening) or PAGE.search(opening)):
            return
        if urlsplit(address).path.rpartition(".")[2].lower() in FILES:
            raise Unfetched(address, "a page came in place of the file", "Check the address in a browser.")
        title = TITLE.search(opening)
        if title and SORRY.search(title["title"].strip()):
            raise Unfetched(address, "the page says that there is nothing here", "Check the address.")

    return check
