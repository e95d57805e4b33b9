"""Where a file of pages has what was read of it: each passage and table is found again on its pages.

Only letters and digits are compared, marks of notes apart, since hyphens and spaces differ; and in the order of
reading, from where the last was found. The beginning of a passage tells the page that it starts on, its end the
page that it ends on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from corpus.cleaning import clean
from corpus.content import Page
from corpus.models import Passage, Table
from corpus.tables import Found

MARK = re.compile(r"\[(?:foot)?notes?\s+\d+(?:\s*(?:,|and)\s*\d+)*\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+", re.I)
LOOKED_FOR = (120, 60, 30, 15)  # letters of a beginning or an end; fewer where more are not found together


def placed(pages: Sequence[Page], found: Found, passages: Sequence[Passage]) -> tuple[Found, tuple[Passage, ...]]:
    """The tables and passages of a text, in reading order, each locator with its place on `pages`."""
    if not pages:
        return found, tuple(passages)
    book = _Book(pages)
    tables = tuple(_table(table, book) for table in found.tables)
    book.at = 0
    return replace(found, tables=tables), tuple(_passage(passage, book) for passage in passages)


def place(first: Page, last: Page) -> str:
    """How a reader finds what runs from one page to another: "pages 12 to 13 (PDF pages 14 to 15)"."""
    if first.number == last.number:
        return first.place
    numbers = f"PDF pages {first.number} to {last.number}"
    return f"pages {first.printed} to {last.printed} ({numbers})" if first.printed and last.printed else numbers


def _passage(passage: Passage, book: "_Book") -> Passage:
    at = book.find(letters(passage.text))
    return replace(passage, locator=replace(passage.locator, at=at)) if at else passage


def _table(table: Table, book: "_Book") -> Table:
    if table.locator.at:
        return table
    words = [letters(" ".join(row)) for row in (table.headers, *table.rows)]
    at = book.find("".join(words))
    return replace(table, locator=replace(table.locator, at=at)) if at else table


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, marks of notes apart."""
    return re.sub(r"[\W_]+", "", MARK.sub("", clean(text)).casefold())


@dataclass(slots=True)
class _Book:
    """The letters of all pages in a row; `at` is where the last passage was found."""

    pages: Sequence[Page]
    text: str = ""
    starts: list[int] = field(default_factory=list)
    at: int = 0

    def __post_init__(self) -> None:
        own = [letters(page.text) for page in self.pages]
        self.text = "".join(own)
        self.starts = [0, *accumulate(map(len, own))][: len(own)]

    def find(self, wanted: str) -> str:
        """The place of a passage of these letters, "" where it is on no page."""
        begins = self._search(wanted, self.at)
        if begins is None:
            return ""
        self.at = begins
        first = self._page(begins)
        ends = self._end(wanted, begins)
        return place(first, self._page(ends) if ends is not None else first)

    def _search(self, wanted: str, at: int) -> int | None:
        """Where a passage begins, from where the last did, else from the start."""
        for beginning in _parts(wanted):
            for start in (at, 0):
                found = self.text.find(beginning, start)
                if found >= 0:
                    return found
        return None

    def _end(self, wanted: str, begins: int) -> int | None:
        """Where a passage ends that begins here: its last letters, on this page or a later one."""
        least, most = begins + len(wanted) // 2, begins + 2 * len(wanted) + 6_000
        for size in LOOKED_FOR[1:]:
            ending = wanted[-size:]
            found = self.text.find(ending, max(least - len(ending), begins), most)
            if found >= 0:
                return found + len(ending) - 1
        return None

    def _page(self, at: int) -> Page:
        return self.pages[bisect_right(self.starts, at) - 1]


def _parts(wanted: str) -> Iterator[str]:
    """The beginning of a passage, shorter where more of it is not found."""
    yield from dict.fromkeys(wanted[:size] for size in LOOKED_FOR if wanted[:size])
