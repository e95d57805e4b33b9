"""What every file is made of: text that a file can hold, days, and how a source is named."""

import re
from datetime import date
from urllib.parse import urlsplit

from assistant.answers import Citation
from corpus.models import Publication

CHANGED = "Changed since this answer was given"
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control characters and half characters, which neither XML nor a text file can hold."""
    return UNFIT.sub("", text)


def is_web_address(url: str) -> bool:
    """Whether it is an address of the web (http or https)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def day(when: date | None) -> str:
    """A date as it is written: "31 July 2025"; "" without one."""
    return f"{when.day} {when:%B %Y}" if when else ""


def released(publication: Publication) -> str:
    """Who published it and when, as far as known: "Ministry of Justice, 31 July 2025"."""
    return ", ".join(part for part in (publication.publisher, day(publication.published)) if part)


def source_line(citation: Citation) -> str:
    """A source on one line: title, publisher, date and place, as far as known."""
    parts = (citation.publication.title, released(citation.publication), str(citation.locator))
    return ", ".join(part for part in parts if part)


def source_lines(citation: Citation) -> str:
    """A source in full, a line each: what and where it is, its words, its address."""
    parts = (source_line(citation), quoted(citation), citation.publication.url)
    return "\n".join(part for part in parts if part)


def quoted(citation: Citation) -> str:
    """The words cited, in quotation marks where they are the publication's own; "" where there are none."""
    if citation.publication.summary and citation.passage is not None:
        return f"In summary: {citation.quote}"
    return f"“{citation.quote}”" if citation.quote else ""
