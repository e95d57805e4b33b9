"""What has come out since, in the series held: editions that are not held, and pages of held ones that changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.fetching.catalogue import Series
from corpus.fetching.govuk import Edition
from corpus.models import Publication


@dataclass(frozen=True, slots=True)
class New:
    """An edition that came out, or was changed, after what is held of its series; `day` is that of its last change."""

    series: str
    title: str
    address: str
    day: date | None
    changed: bool  # True: this edition is held, and its page changed since


def held_of(series: Series, publications: Iterable[Publication]) -> list[Publication]:
    """The editions of a series that are held, the latest first; data tables are none of their own."""
    own = [p for p in publications if p.published and not p.data_tables and _is_of(series, p.series or p.title)]
    return sorted(own, key=lambda one: str(one.published), reverse=True)


def since(
    series: Series, held: Sequence[Publication], listed: Iterable[Edition], fetched_on: Callable[[str], date | None]
) -> list[New]:
    """What a collection lists of a series that came after the latest held, the latest first.

    `fetched_on` gives the day on which a page was fetched. A page held is told of where it changed after that day and
    after the day its publication says of itself.
    """
    titles = {_plain(one.title): one for one in held}
    found = []
    for edition in (one for one in listed if _is_of(series, one.title)):
        same = titles.get(_plain(edition.title))
        latest = _latest(same.published, fetched_on(edition.address)) if same else held[0].published
        if edition.updated is None or latest is None or edition.updated > latest:
            found.append(New(series.name, edition.title, edition.address, edition.updated, same is not None))
    return sorted(found, key=lambda one: one.day or date.min, reverse=True)


def lists(series: Series, listed: Iterable[Edition]) -> bool:
    """Whether a collection lists any edition of a series: else it says nothing of what is new."""
    return any(_is_of(series, one.title) for one in listed)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)


def _is_of(series: Series, title: str) -> bool:
    return _plain(title).startswith(_plain(series.name))


def _plain(title: str) -> str:
    return " ".join(title.lower().replace(",", " ").replace(":", " ").split())
