"""Made-up bulletins, two consecutive editions of one series, with their truth: everything is drawn by a seed.

Years, codes, measures, targets, thresholds, regions, ratings and symbols are random, so whatever answers
questions on them knows no edition. Values have one decimal; a change is this year's rounded figure less
last year's.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import generated_words as words
from generated_rows import Row, first_year, next_year

ONE_TENTH = Decimal("0.1")
RATING_NAMES = {4: "Outstanding", 3: "Good", 2: "Improvement Required", 1: "Inadequate"}
LAYOUTS = ("pipe", "flat", "html")


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rating, and the score from which it is given (None for the lowest), percent."""

    rating: int
    name: str
    lower: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One bulletin's truth: the performance year that starts in April of `start`.

    `layout` is one of LAYOUTS; `ways` are those of words.WAYS that it is printed in.
    """

    series: str
    publisher: str
    start: int
    published: date
    rows: tuple[Row, ...]
    ratings: tuple[tuple[str, int], ...]  # regions, without England and Wales
    whole: int  # the rating of England and Wales
    thresholds: tuple[Threshold, ...]  # highest first
    symbols: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]  # of direction, of counts, of changes, of a region
    layout: str
    ways: frozenset[str]

    @property
    def id(self) -> str:
        return f"{self.series.lower().replace(' ', '-')}-{self.start + 1}"

    @property
    def year(self) -> str:
        return f"{self.start}-{(self.start + 1) % 100:02}"

    @property
    def title(self) -> str:
        return f"{self.series}, update to March {self.start + 1}"

    def of(self, service: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.service == service)

    def place(self, of: str) -> str:
        """The table that holds a service's measures, or the "ratings"."""
        order = ("Probation", "CRS", "ratings") if "scorecard last" in self.ways else ("ratings", "Probation", "CRS")
        return f"Table {order.index(of) + 1}"


@dataclass(frozen=True, slots=True)
class World:
    """Two consecutive editions."""

    seed: int
    earlier: Edition
    later: Edition

    @property
    def editions(self) -> tuple[Edition, Edition]:
        return self.earlier, self.later


def bulletins(seed: int) -> World:
    """The two made-up editions of a seed."""
    rng = random.Random(seed)
    start = rng.randint(2029, 2062)
    rows = first_year(rng)
    areas = _regions(rng)
    edition = _series(rng, areas, next(row for row in rows if row.lower))
    return World(seed, edition(start, rows), edition(start + 1, next_year(rng, rows)))


def _series(rng: random.Random, areas: list[str], turned: Row) -> Callable[[int, tuple[Row, ...]], Edition]:
    """What makes the editions of one series; `turned` is its measure of which lower is better."""
    series, publisher = rng.choice(words.SERIES), rng.choice(words.PUBLISHERS)
    symbols = tuple((mark, rng.choice(senses)) for mark, senses in words.SYMBOLS.items())
    direction = rng.choice(words.LOWER_NOTES).format(code=turned.code, name=turned.name.lower())
    notes = (direction, rng.choice(words.COUNT_NOTES), rng.choice(words.CHANGE_NOTES))

    def edition(start: int, rows: tuple[Row, ...]) -> Edition:
        return Edition(
            series=series,
            publisher=publisher,
            start=start,
            published=date(start + 1, 7, rng.randint(10, 31)),
            rows=rows,
            ratings=tuple((area, rng.choice((1, 2, 2, 3, 3, 4))) for area in areas),
            whole=rng.randint(1, 4),
            thresholds=_thresholds(rng),
            symbols=symbols,
            notes=(*notes, f"{rng.choice(areas)} was rated after moderation."),
            layout=rng.choice(LAYOUTS),
            ways=frozenset(way for way in words.WAYS if rng.random() < 0.5),
        )

    return edition


def _regions(rng: random.Random) -> list[str]:
    """Between 8 and 14 names of regions, some of two or more words."""
    places = rng.sample(words.PLACES, len(words.PLACES))
    made = [f"{rng.choice(words.FIRST)} {place}" if n % 2 else place for n, place in enumerate(places)]
    return sorted(made[: rng.randint(8, 14)])


def _thresholds(rng: random.Random) -> tuple[Threshold, ...]:
    """Four ratings by descending lower bounds with 0, 1 or 2 decimals."""
    unit = rng.choice((Decimal(1), ONE_TENTH, ONE_TENTH, Decimal("0.01")))
    drawn = [Decimal(rng.randint(low * 100, high * 100)) / 100 for low, high in ((83, 94), (66, 79), (41, 61))]
    bounds = [*(bound.quantize(unit) for bound in drawn), None]
    return tuple(Threshold(4 - n, RATING_NAMES[4 - n], bound) for n, bound in enumerate(bounds))
