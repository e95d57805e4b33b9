"""Whose text a file is: the publication of the library that it is the full text of, if any."""

import re
from collections.abc import Sequence

from corpus.models import Document, Publication

FIGURE = re.compile(r"\d[\d,]*\d(?:\.\d+)?")
FEWEST_FIGURES = 5  # of a library document, to tell it by them
ENOUGH_SHARED = 0.7  # share of a library document's figures that a text must hold to be the same publication


def recognise(id_: str, title: str, text: str, library: Sequence[Document]) -> Publication | None:
    """The library's publication with this id, else with this title, else with the figures of the text.

    Figures decide only where no title says otherwise: the next edition of a series repeats many of them.
    """
    held = [document.publication for document in library]
    same = [p for p in held if p.id == id_] or [p for p in held if title and _words(p.title) == _words(title)]
    return same[0] if same else _by_figures(text, [d for d in library if _may_be(title, d.publication.title)])


def _by_figures(text: str, library: Sequence[Document]) -> Publication | None:
    figures = set(FIGURE.findall(text)) if library else set()
    scored = [(_shared(document, figures), document.publication) for document in library]
    share, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= ENOUGH_SHARED else None


def _may_be(title: str, other: str) -> bool:
    """Whether two titles can be one publication's: there is none to compare, or one is part of the other."""
    one, two = set(_words(title)), set(_words(other))
    return one <= two or two <= one


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", title.lower())


def _shared(document: Document, figures: set[str]) -> float:
    """The share, 0 to 1, of a document's figures of three digits or more that stand among `figures`."""
    texts = [p.text for p in document.passages] + [cell for t in document.tables for row in t.rows for cell in row]
    own = {f for text in texts for f in FIGURE.findall(text) if len(f.replace(",", "")) >= 3}
    return len(own & figures) / len(own) if len(own) >= FEWEST_FIGURES else 0.0
