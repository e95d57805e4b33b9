"""Which periods a question is about: those it names, those it counts from what it names, and those it compares."""

from assistant import shapes, when
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.reading import Reading
from corpus.periods import Mention, Period, month, performance_year

Asked = tuple[tuple[Period, ...], bool]  # the periods, and whether they are to be set beside one another


def periods_asked(
    reading: Reading, holdings: Holdings, before: Query | None = None, *, of_changes: bool = False
) -> Asked:
    """The periods a question asks for, oldest first; `before` is what it follows, for "the year before".

    Of counts of changes (`of_changes`), "on the previous year" says what a change is, not that two are compared.
    """
    found = list(dict.fromkeys(meant(mention, holdings) for mention in reading.mentions))
    which = reading.has(when.WHICH_YEAR) or reading.has(when.BOTH)
    spread = reading.has(when.SPREAD) or len(found) > 1 or (which and not found)
    latest = holdings.latest
    if latest is None:
        return tuple(sorted(found)), spread
    start = before.periods[-1] if before and before.periods else latest.year
    if (
        reading.has(when.FUTURE)
        and not found
        and not (before and reading.has(when.YEAR_AFTER))
        and not reading.has(shapes.SUPPOSED)
    ):
        return (latest.year.shifted(1),), False
    if of_changes and reading.has(when.THAN_BEFORE):
        return tuple(sorted(found)) or (latest.year,), False
    if len(found) == 1 and reading.has(when.THAN_BEFORE):
        return tuple(sorted({found[0].shifted(-1), found[0]})), True
    if len(found) == 1 and _is_compared(reading) and found[0] != start:
        return tuple(sorted({found[0], start})), True
    if len(found) == 1 and reading.has(when.YEAR_AFTER):
        return (found[0], found[0].shifted(1)), True
    if found:
        return tuple(sorted(found)), spread
    if reading.has(when.YEAR_AFTER) and before:
        return (start.shifted(1),), spread
    if reading.has(when.YEAR_BEFORE):
        compared = reading.has(when.THAN_BEFORE)
        first = before.periods[0] if before and before.periods else latest.year
        return (first.shifted(-1), *([first] if compared else [])), spread or compared
    if reading.has(when.EARLIEST):
        return (holdings.editions[0].year,), spread
    if not spread and reading.has(when.LATEST):
        return (latest.year,), spread
    return (), spread


def meant(mention: Mention, holdings: Holdings) -> Period:
    """The period a mention means: a bare year is the performance year that ends in it, if one is held."""
    if not mention.bare:
        return mention.period
    year = mention.period.first // 12
    ending = performance_year(year - 1)
    held = any(edition.year == ending for edition in holdings.editions)
    return ending if held else Period(month(year, 1), month(year, 12))


def _is_compared(reading: Reading) -> bool:
    """Whether the one period named is what another is held against: "better than in 2030-31"."""
    return any(when.COMPARED_WITH.search(reading.text[: mention.start]) for mention in reading.mentions[:1])
