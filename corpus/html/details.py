"""The title and the day of publication, wherever a page prints them, and the lines they head."""

import re
from collections.abc import Sequence
from datetime import date

from bs4 import Tag

from corpus.html.elements import fold
from corpus.metadata import DAY, PUBLISHED
from corpus.periods import MONTHS

SITE = re.compile(r"\s+(?:\||[-–] (?=GOV\.UK$)).*$")
DATE = re.compile(rf"\bPublished:?\s+{DAY}")
DATES = ("govuk:first-published-at", "article:published_time", "dcterms.issued", "dc.date.issued", "dc.date")


def title_of(tags: Sequence[Tag]) -> str:
    """The first heading of the first rank, else the page's title without the name of its site."""
    headings = (fold(tag.get_text(" ")) for tag in tags if tag.name == "h1")
    titles = (SITE.sub("", fold(tag.get_text())) for tag in tags if tag.name == "title")
    return next(filter(None, headings), next(titles, ""))


def published_on(tags: Sequence[Tag]) -> str:
    """The day of publication that the page's head prints or its details hold, "" where there is none."""
    if match := DATE.search(fold(" ".join(tag.get_text(" ") for tag in tags if tag.name == "header"))):
        return match[0]
    details = {str(tag.get("name") or tag.get("property")).lower(): tag for tag in tags if tag.name == "meta"}
    for name in DATES:
        try:
            day = date.fromisoformat(str(details[name].get("content"))[:10])
        except (KeyError, ValueError):
            continue
        return f"Published {day.day} {MONTHS[day.month - 1].title()} {day.year}"
    return ""


def headed(lines: Sequence[str], title: str, published: str) -> list[str]:
    """The lines with the title on one of its own and the day of publication under it."""
    rest = [re.sub(r"^#+ (?=Applies to )", "", line) for line in lines]
    at = next((n for n, line in enumerate(rest) if line.lstrip("# ") == title), None)
    above, rest = (rest[:at], rest[at + 1 :]) if title and at is not None else ([], rest)
    opening = next((n for n, line in enumerate(rest) if line.startswith("#")), len(rest))
    printed = next((line for line in rest[:opening] if PUBLISHED.match(line)), "")
    if printed:
        rest.remove(printed)
    return [line for line in [*above, title, printed or published] if line] + rest
