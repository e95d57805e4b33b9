"""What is held, and how it came to be: the library's summary or a publication's own text, and any later edition."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.models import Document, Publication


@dataclass(frozen=True, slots=True)
class Held:
    """A publication held, with how much of it was read and the periods of its figures, latest first.

    `ingested`: it was added by a user, and can be removed; `replaces`: it stands in place of the library's summary.
    """

    publication: Publication
    passages: int
    observations: int
    periods: tuple[str, ...]
    tables: int = 0
    left_out: tuple[str, ...] = ()  # what could not be read safely, one line each
    ingested: bool = False
    replaces: bool = False


def held(document: Document, ingested: Container[str] = (), library: Container[str] = ()) -> Held:
    """What is said of a document that is held; `ingested` and `library` are ids of publications."""
    periods = dict.fromkeys(o.period for o in sorted(document.observations, key=lambda o: o.period, reverse=True))
    name = document.publication.id
    return Held(
        document.publication,
        len(document.passages),
        len(document.observations),
        tuple(p.label for p in periods),
        tables=len(document.tables),
        left_out=document.left_out,
        ingested=name in ingested,
        replaces=name in ingested and name in library,
    )


def later_edition(publication: Publication, others: Iterable[Publication]) -> Publication | None:
    """The latest edition of the same series, where one later than this is held."""
    when = publication.published
    if not publication.series or when is None:
        return None
    later = [(o.published, o.id, o) for o in others if o.series == publication.series and _after(o.published, when)]
    return max(later, key=lambda one: (str(one[0]), one[1]))[2] if later else None


def _after(one: date | None, other: date) -> bool:
    return one is not None and one > other
