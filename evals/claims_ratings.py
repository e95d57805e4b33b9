"""Claims about scorecards that are right as published: ratings of regions, how many have one, thresholds."""

from decimal import Decimal
from fractions import Fraction

from evals.claims_printed import Bulletin
from evals.claims_words import Slot, Writer
from evals.drafts import Sentence


def rating(writer: Writer) -> Sentence | None:
    """A region's rating."""
    drawn = rating_of(writer)
    return rated(writer, *drawn) if drawn else None


def rating_of(writer: Writer) -> tuple[Bulletin, str, int] | None:
    """A bulletin with a region and its rating."""
    every = [(each, area, number) for each in writer.printed.bulletins for area, number in each.ratings.items()]
    return writer.one([one for one in every if one[2] in one[0].bands])


def rated(writer: Writer, bulletin: Bulletin, area: str, number: int, truth: int | None = None) -> Sentence | None:
    """A region's rating, by number or name; where `truth` is given, it is the right one and `number` is not."""
    told, name = Slot(str(number)), Slot(bulletin.bands[number].name)
    if truth is not None:
        told, name = told.wrong(str(truth)), name.wrong(bulletin.bands[truth].name)
    family = writer.rng.choice(("rating", "rating", "rating_words"))
    return writer.write(family, r=area, n=told, w=writer.when(bulletin.year),
                        name=name if family == "rating_words" else name.text)  # fmt: skip


def regions(writer: Writer) -> Sentence | None:
    """How many regions have a rating."""
    drawn = regions_of(writer)
    if not drawn:
        return None
    bulletin, number, many = drawn
    return regions_rated(writer, bulletin, number, writer.number(many), Slot(str(len(bulletin.ratings))))


def regions_of(writer: Writer) -> tuple[Bulletin, int, int] | None:
    """A bulletin, a rating, and how many regions have it."""
    every = [
        (bulletin, number, list(bulletin.ratings.values()).count(number))
        for bulletin in writer.printed.bulletins
        for number in bulletin.bands
    ]
    return writer.one([one for one in every if 0 < one[2] < len(one[0].ratings)])


def regions_rated(writer: Writer, bulletin: Bulletin, number: int, n: Slot, b: Slot) -> Sentence | None:
    """A number of regions with a rating."""
    return writer.write("regions", n=n, b=b, name=bulletin.bands[number].name, w=writer.when(bulletin.year))


def share(writer: Writer) -> Sentence | None:
    """The regions with a rating as a share in words, where it is exact."""
    drawn = regions_of(writer)
    if not drawn or not (words := writer.wording.shares.get(Fraction(drawn[2], len(drawn[0].ratings)))):
        return None
    return writer.write("share", n=Slot(words), name=drawn[0].bands[drawn[1]].name, w=writer.when(drawn[0].year))


def threshold(writer: Writer) -> Sentence | None:
    """The score from which a rating is given."""
    drawn = threshold_of(writer)
    return bounded(writer, *drawn) if drawn else None


def threshold_of(writer: Writer) -> tuple[Bulletin, int, Decimal] | None:
    """A bulletin, a rating and its lower bound."""
    every = [
        (bulletin, number, band.lower)
        for bulletin in writer.printed.bulletins
        for number, band in bulletin.bands.items()
        if band.lower is not None
    ]
    return writer.one(every)


def bounded(writer: Writer, bulletin: Bulletin, number: int, lower: Decimal, v: Slot | None = None) -> Sentence | None:
    """The score from which a rating is given; `v` in its place."""
    return writer.write("threshold", name=bulletin.bands[number].name, w=writer.when(bulletin.year),
                        v=v or writer.percent(lower))  # fmt: skip
