"""Exact lookup of published numbers: what is asked for by name is found by name, never by likeness."""

from collections.abc import Iterable

from corpus.models import Band, Document, Observation
from corpus.periods import Period


def observations(
    documents: Iterable[Document],
    *,
    code: str | None = None,
    service: str | None = None,
    area: str | None = None,
    period: Period | None = None,
    unit: str | None = None,
) -> list[Observation]:
    """The observations that agree with everything given, in the order published; None asks nothing.

    `period` must hold the observation's: a measure counted for eleven months of a year is found in the year.
    """
    wanted = {"code": code, "service": service, "area": area, "unit": unit}
    given = {name: _plain(value) for name, value in wanted.items() if value is not None}
    return [
        observation
        for document in documents
        for observation in document.observations
        if (period is None or period.holds(observation.period)) and _agrees(observation, given)
    ]


def bands(documents: Iterable[Document], *, publication: str | None = None, rating: int | None = None) -> list[Band]:
    """The rating bands printed, those of one publication or of one rating where given."""
    return [
        band
        for document in documents
        if publication is None or document.publication.id == publication
        for band in document.bands
        if rating is None or band.rating == rating
    ]


def _agrees(observation: Observation, given: dict[str, str]) -> bool:
    has = {
        "code": observation.measure.code,
        "service": observation.measure.service,
        "area": observation.area,
        "unit": observation.unit,
    }
    return all(_plain(has[name]) == value for name, value in given.items())


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
