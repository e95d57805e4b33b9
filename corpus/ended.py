"""What has ended since: bodies and schemes that older publications speak of as of the present.

They are data beside the library, each with the places that say until when; nothing here knows one of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict, TypeAdapter

from corpus.editorial import NotedPlace, Text, read_entries, read_period
from corpus.models import Publication
from corpus.periods import Period, find_periods, month


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Something that ended: the names it goes by, until when, what became of it, and the places that say so."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: Text
    terms: tuple[Text, ...]  # whole words, in any case
    until: Annotated[Period, BeforeValidator(read_period)]
    says: Text  # in our own words, to stand after "As at 2017; "
    places: tuple[NotedPlace, ...]

    def __post_init__(self) -> None:
        """Refuse what could never be recognised, or what no place says."""
        if not self.terms or not self.places:
            raise ValueError("what ended has terms, and places that say so")

    def named_in(self, text: str) -> bool:
        """Whether a text names it."""
        names = "|".join(re.escape(term) for term in self.terms)
        return re.search(rf"(?<!\w)(?:{names})(?!\w)", " ".join(text.split()), re.I) is not None


ENDED = TypeAdapter(tuple[Ended, ...])


@cache
def what_ended() -> tuple[Ended, ...]:
    """What ended, as it ships with the package, in the order of the file."""
    with as_file(files("corpus").joinpath("library/ended.toml")) as path:
        return read_ended(path)


def read_ended(path: Path) -> tuple[Ended, ...]:
    """What a file says has ended. Raises UnreadableFile, which says which entry is wrong and how."""
    return read_entries(path, "ended", ENDED)


def as_at(publication: Publication) -> int | None:
    """The month, counted as Period counts, up to which a publication can know; None where it has no date.

    That is the end of the period it covers, but never later than the day it came out; where it gives neither,
    the end of the period in its title.
    """
    covered = [mention.period.last for mention in find_periods(publication.period)]
    came_out = [month(publication.published.year, publication.published.month)] if publication.published else []
    titled = [mention.period.last for mention in find_periods(publication.title)]
    known = [max(months) for months in (covered, came_out) if months] or titled
    return min(known) if known else None


def ended_since(publication: Publication, text: str, ended: Iterable[Ended]) -> list[Ended]:
    """What a text of a publication names that ended after it; of what ended together, the first in order."""
    known = as_at(publication)
    if known is None:
        return []
    since: dict[Period, Ended] = {}
    for one in ended:
        if known < one.until.last and one.named_in(text):
            since.setdefault(one.until, one)
    return list(since.values())
