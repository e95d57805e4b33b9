"""Questions on regions' ratings and their thresholds."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from generated import Edition
from generated_questions import Asker, Case, count, number


def rating_of_region(asker: Asker) -> Iterator[Case]:
    ways = ("how was {a} rated {w}?", "what rating did {a} get {w}?", "{a} scorecard rating {w}",
            "what was the overall rating of {a} {w}?")  # fmt: skip
    for edition in asker.world.editions:
        names = {band.rating: band.name for band in edition.thresholds}
        for area, rating in asker.some([*edition.ratings, ("England and Wales", edition.whole)], 2):
            question = asker.one(ways, a=area, w=asker.when(edition))
            yield Case(kind="rating of a region", turns=(question,),
                       head=(re.escape(area), count(rating), names[rating]),
                       cite=((edition.id, edition.place("ratings")),))  # fmt: skip


def by_rating(asker: Asker) -> Iterator[Case]:
    many = ("how many regions were rated {r} {w}?", "what number of regions were rated {r} {w}?",
            "{w}, how many regions were rated {r}?")  # fmt: skip
    which = ("which regions were rated {r} {w}?", "list the regions rated {r} {w}",
             "what regions got a rating of {r} {w}?")  # fmt: skip
    for edition in asker.world.editions:
        band = asker.rng.choice(edition.thresholds)
        said = asker.rng.choice((band.name, f"‘{band.name.lower()}’", str(band.rating)))
        mine = [area for area, rating in edition.ratings if rating == band.rating]
        yield Case(kind="count by rating", turns=(asker.one(many, r=said, w=asker.when(edition)),),
                   head=(count(len(mine)), count(len(edition.ratings))), cite=((edition.id, ""),))  # fmt: skip
        yield Case(kind="list by rating", turns=(asker.one(which, r=said, w=asker.when(edition)),),
                   **_listed(edition, mine), cite=((edition.id, ""),))  # fmt: skip


def ratings_that_moved(asker: Asker) -> Iterator[Case]:
    ways = {
        "rose": ("which regions' ratings rose {w}?", "which regions were upgraded {w}?",
                 "which regions improved their rating {w}?"),
        "fell": ("which regions' ratings fell {w}?", "which regions were downgraded {w}?",
                 "which regions got a lower rating {w} than the year before?"),
        "changed": ("which regions changed rating {w}?", "which regions' ratings changed {w}?",
                    "which regions had a different rating {w} from the year before?"),
    }  # fmt: skip
    holds: dict[str, Callable[[int, int], bool]] = {
        "rose": lambda old, new: new > old,
        "fell": lambda old, new: new < old,
        "changed": lambda old, new: new != old,
    }
    later, before = asker.world.later, dict(asker.world.earlier.ratings)
    for state in asker.some(ways, 2):
        mine = [area for area, rating in later.ratings if holds[state](before[area], rating)]
        question = asker.one(ways[state], w=asker.when(later))
        yield Case(kind=f"ratings that {state}", turns=(question,), head=(count(len(mine)), count(len(later.ratings))),
                   words=_listed(later, mine)["words"])  # fmt: skip


def rating_of_two_years(asker: Asker) -> Iterator[Case]:
    ways = ("did {a}'s rating change between {x} and {y}?", "how did the rating of {a} change from {x} to {y}?",
            "{a} rating in {x} and {y}")  # fmt: skip
    earlier, later = asker.world.editions
    area, rating = asker.rng.choice(later.ratings)
    question = asker.one(ways, a=area, x=earlier.year, y=later.year)
    cited = tuple((edition.id, edition.place("ratings")) for edition in (earlier, later))
    yield Case(kind="rating of two years", turns=(question,), cite=cited,
               words=(re.escape(area), count(rating), count(dict(earlier.ratings)[area])))  # fmt: skip


def thresholds(asker: Asker) -> Iterator[Case]:
    ways = ("what score is needed to be rated {r} {w}?", "what is the threshold for {r} {w}?",
            "what percentage does a region need to be rated {r} {w}?")  # fmt: skip
    every = ("what are the scorecard thresholds {w}?", "list the rating bands {w}",
             "what were the thresholds for the scorecard ratings {w}?")  # fmt: skip
    for edition in asker.world.editions:
        band, cite = asker.rng.choice(edition.thresholds[:3]), ((edition.id, "Scorecard"),)
        yield Case(kind="threshold", turns=(asker.one(ways, r=band.name, w=asker.when(edition)),),
                   head=(number(str(band.lower)),), cite=cite)  # fmt: skip
        yield Case(kind="all thresholds", turns=(asker.one(every, w=asker.when(edition)),), cite=cite,
                   figures=tuple(str(b.lower) for b in edition.thresholds if b.lower is not None))  # fmt: skip


def band_of_score(asker: Asker) -> Iterator[Case]:
    """A threshold itself is in the band above it, the next lower score in the band below."""
    ways = ("what rating is a score of {s}% {w}?", "what rating would a region with {s}% get {w}?",
            "{w}, how is a score of {s}% rated?", "which band does {s}% fall into {w}?")  # fmt: skip
    for edition in asker.world.editions:
        at = asker.rng.randrange(3)
        lower = edition.thresholds[at].lower
        assert lower is not None
        step = Decimal("0.01") if "." in str(lower) and len(str(lower).split(".")[1]) == 2 else Decimal("0.1")
        for score, band in ((lower, edition.thresholds[at]), (lower - step, edition.thresholds[at + 1])):
            question = asker.one(ways, s=str(score), w=asker.when(edition))
            yield Case(kind="band of a score", turns=(question,), head=(count(band.rating), band.name),
                       cite=((edition.id, "Scorecard"),))  # fmt: skip


def points_to_band(asker: Asker) -> Iterator[Case]:
    ways = ("how many points short of {r} is a score of {s}% {w}?", "how far is {s}% from being rated {r} {w}?",
            "how many more points does a score of {s}% need to be rated {r} {w}?")  # fmt: skip
    edition = asker.rng.choice(asker.world.editions)
    at = asker.rng.randrange(3)
    band, below = edition.thresholds[at], edition.thresholds[at + 1].lower or Decimal(30)
    assert band.lower is not None
    score = (below + (band.lower - below) / 3).quantize(Decimal("0.1"), ROUND_HALF_UP)
    question = asker.one(ways, r=band.name, s=str(score), w=asker.when(edition))
    yield Case(kind="points to a band", turns=(question,), figures=(str(band.lower - score),),
               cite=((edition.id, "Scorecard"),))  # fmt: skip


def _listed(edition: Edition, mine: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """That these regions are named and no others."""
    others = [area for area, _ in edition.ratings if area not in mine]
    return {"words": tuple(map(_area, mine)), "absent": tuple(map(_area, others))}


def _area(area: str) -> str:
    return rf"(?<!\w){re.escape(area)}(?!\w)"
