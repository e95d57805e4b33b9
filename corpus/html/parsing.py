"""Parsing a page as a browser does: what may stand unclosed ends where the next thing starts."""

import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from corpus.errors import UnreadableFile
from corpus.html.elements import BLOCKS, words

DEEPEST = 150  # elements, one in another: a page has some 30
LARGEST_PAGE = 20_000_000  # characters: a page takes up to a hundred times its size in memory
# What a start tag ends if it is open, and where the search for that stops: HTML lets these stand unclosed.
ENDED = {
    "li": ("li", "ul ol menu td th"),
    "dt": ("dt dd", "dl"),
    "dd": ("dt dd", "dl"),
    "td": ("td th", "tr table"),
    "th": ("td th", "tr table"),
    "tr": ("tr caption", "table"),
    "thead": ("caption", "table"),
    "tbody": ("thead tbody tfoot caption", "table"),
    "tfoot": ("thead tbody caption", "table"),
}
OF_TABLES = words("table thead tbody tfoot tr")
# Taken out before the page is parsed: the parser looks for the end of each that is unfinished through all that follows.
NOT_MARKUP = re.compile(
    r"\A\s*<\?xml.*?\?>|<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style)\b.*?(?:</\1\b[^>]*>?|\Z)", re.S | re.I
)
UNFINISHED = re.compile(r"<[a-z/!?]", re.I)


def parsed(markup: str, path: Path) -> BeautifulSoup:
    """The tree of a page; its elements know the lines they stand on.

    Raises UnreadableFile where the page is too large, nested too deep or no HTML; `path` names it.
    """
    if len(markup) > LARGEST_PAGE:
        what = f"{len(markup) / 1e6:.0f} MB is too large for a page"
        raise UnreadableFile(path, what, "Split it, or give the publication as plain text.")
    markup = NOT_MARKUP.sub(lambda match: "\n" * match[0].count("\n"), markup)  # errors name the lines of the page
    if unfinished := UNFINISHED.search(markup, markup.rfind(">") + 1):
        markup = markup[: unfinished.start()]
    try:
        return _Soup(markup, "html.parser")
    except RecursionError:
        what = f"the page's elements stand more than {DEEPEST} deep in one another"
        raise UnreadableFile(path, what, "Give the publication as plain text.") from None
    except ParserRejectedMarkup:
        raise UnreadableFile(path, "the HTML cannot be parsed", "Give the publication as plain text.") from None


class _Soup(BeautifulSoup):
    """A tree in which an element that may stand unclosed ends where a browser ends it."""

    def handle_starttag(self, name: str, *args: Any, **more: Any) -> Tag | None:
        """Open an element and end those it ends. Raises RecursionError where it stands too deep."""
        if name in BLOCKS:
            self._end("p", "table td th caption")
        if name in ENDED:
            self._end(*ENDED[name])
        if len(self.tagStack) > DEEPEST:
            raise RecursionError
        return super().handle_starttag(name, *args, **more)

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """End an element; in a cell, a stray end tag ends nothing outside the cell."""
        self._end(name, "" if name in OF_TABLES else "td th table")

    def _end(self, names: str, within: str) -> None:
        """End the innermost open element of these names, looking no further out than `within`."""
        wanted, stop = names.split(), within.split()
        for tag in reversed(self.tagStack):
            if tag.name in wanted:
                return super().handle_endtag(tag.name)
            if tag.name in stop:
                return None
        return None
