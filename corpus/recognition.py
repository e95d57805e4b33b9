"""Whose text a file is: the publication held already, in another format or version, or as the library's summary."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.models import Document, Publication

FIGURE = re.compile(r"\d[\d,]*\d(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_DIGITS = 3  # of a figure that tells a publication by
FEWEST_FIGURES = 3  # of a publication that can be told by them
FEW_FIGURES = 20  # so few may stand in another text by chance, so that text's must be among them in turn
ENOUGH_SHARED = 0.7  # share of a publication's figures that a text must hold to be the same publication


@dataclass(frozen=True, slots=True)
class Known:
    """A publication that a text may be recognised as, and the figures that tell it."""

    publication: Publication
    figures: frozenset[str]


def known(documents: Iterable[Document]) -> list[Known]:
    """What a text can be recognised as, of documents held."""
    return [Known(document.publication, _figures_of(document)) for document in documents]


def recognise(id_: str, title: str, text: str, held: Sequence[Known]) -> Publication | None:
    """The publication held with this id, else with this title, else with the figures of the text.

    Figures decide only where no title says otherwise: the next edition of a series repeats many of them.
    """
    all_held = [one.publication for one in held]
    same = [p for p in all_held if p.id == id_] or [p for p in all_held if _titled_so(p.title, title)]
    return same[0] if same else _by_figures(text, [one for one in held if _may_be(title, one.publication.title)])


def _by_figures(text: str, held: Sequence[Known]) -> Publication | None:
    figures = _figures([text]) if held else frozenset()
    scored = [(_shared(one.figures, figures), one.publication) for one in held if not one.publication.data_tables]
    share, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= ENOUGH_SHARED else None


def _may_be(title: str, other: str) -> bool:
    """Whether two titles can be one publication's: there is none to compare, or one is part of the other."""
    one, two = set(_words(title)), set(_words(other))
    return one <= two or two <= one


def _titled_so(title: str, other: str) -> bool:
    """Whether two titles are the same: word by word, or letter by letter where they have no Latin words."""
    return title == other != "" or (bool(_words(title)) and _words(title) == _words(other))


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", title.lower())


def _shared(own: frozenset[str], figures: frozenset[str]) -> float:
    """The share, 0 to 1, of a publication's figures that stand among those of a text."""
    if len(own) < FEWEST_FIGURES or not figures:
        return 0.0
    common = len(own & figures)
    return common / (len(own) if len(own) >= FEW_FIGURES else max(len(own), len(figures)))


def _figures_of(document: Document) -> frozenset[str]:
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    return _figures([*(passage.text for passage in document.passages), *cells])


def _figures(texts: Sequence[str]) -> frozenset[str]:
    """The figures that can tell a publication: not years, and not so short that any text has them."""
    found = {figure for text in texts for figure in FIGURE.findall(text)}
    return frozenset(f for f in found if len(f.replace(",", "")) >= LEAST_DIGITS and not YEAR.fullmatch(f))
