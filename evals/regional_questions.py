"""Questions about made-up data tables whose answers are known: by region, by quarter, and over both."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from corpus.models import ENGLAND_AND_WALES
from corpus.numbers import parse_number
from corpus.periods import Period
from corpus.quarters import is_quarter, quarter_name, year_of
from evals.made_workbook_cells import Workbook
from evals.regional_words import said_area, said_measure, said_when

Item = TypeVar("Item")
Key = tuple[str, str, Period]  # a measure's code, an area and a period

POINTS = (
    "What was {measure} in {area} in {when}?",
    "{measure} in {area}, {when}",
    "{area}: {measure} for {when}?",
    "In {when}, what was the figure for {measure} in {area}?",
    "How did {area} do on {measure} in {when}?",
    "Please can you tell me {measure} for {area} in {when}",
    "What did {area} achieve on {measure} during {when}?",
    "what's the latest on {measure} in {area} for {when}?",
)
ORDERED = {
    "highest": ("Which region was best on {measure} in {when}?", "Who had the highest {measure} by region in {when}?",
                "Which region had the highest {measure} in {when}?", "top region for {measure} in {when}"),
    "lowest": ("Which region was worst on {measure} in {when}?", "Which region had the lowest {measure} in {when}?",
               "lowest region for {measure}, {when}", "What was the weakest region on {measure} in {when}?"),
}  # fmt: skip
FEW = ("lowest three regions for {measure} in {when}", "Which three regions were lowest on {measure} in {when}?")
BESIDE = (
    "Was {area} above the national figure on {measure} in {when}?",
    "In {when}, was {measure} in {area} higher than in England and Wales?",
    "Did {area} do better than the national average on {measure} in {when}?",
)
MOVED = (
    "Did {measure} in {area} go up from {first} to {when}?",
    "Did {measure} rise in {area} between {first} and {when}?",
    "How did {measure} change in {area} from {first} to {when}?",
)
COMPARED = ("Compare {area} and {other} on {measure} in {when}", "{measure} in {when}: {area} versus {other}")
SERIES = (
    "How did {area} do on {measure} over the year, quarter by quarter?",
    "{measure} in {area} for each quarter of {year}",
    "Give me {measure} in {area} by quarter in {year}",
)
MET = {
    "met": ("How many regions met the target for {measure} in {when}?",
            "Which regions met their target on {measure} in {when}?"),
    "missed": ("Which regions missed the target on {measure} in {when}?",
               "how many regions missed the target for {measure} in {when}"),
}  # fmt: skip
NATIONAL = ("What was {measure} in {when}?", "{measure} nationally in {when}", "National figure for {measure}, {when}")
ELSEWHERE = ("North West", "Atlantis", "Greater Manchester", "Ruritania")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A conversation about a workbook, its last question with the answer that is known.

    `figures` and `words` stand in the first sentence, `cells` are cited; `allowed` are other figures that may stand
    there. No `figures` and not `found`: the answer says that nothing is published.
    """

    kind: str
    turns: tuple[str, ...]
    found: bool = True
    figures: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    cells: tuple[Key, ...] = ()


def questions(made: Workbook, each: int = 2) -> Iterator[Asked]:
    """Questions of every kind about a workbook, drawn by its seed; `each`: of a kind, at most."""
    rng = random.Random(f"questions {made.seed} {made.layout}")
    for kind in (
        _points,
        _symbols,
        _ordered,
        _few,
        _beside,
        _moved,
        _compared,
        _series,
        _targets,
        _national,
        _absent,
        _turns,
    ):
        found = kind(made, rng)
        yield from (asked for asked, _ in zip(found, range(each), strict=False))


def _points(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for key in _shuffled(rng, [k for k in made.truth if k[1] != ENGLAND_AND_WALES and _number(made, k) is not None]):
        text = rng.choice(POINTS).format(
            measure=said_measure(made, rng, key[0]), area=said_area(rng, key[1]), when=said_when(made, rng, key[2])
        )
        yield _of_figure("point", (text,), made, key)


def _symbols(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for key in _shuffled(rng, [k for k in made.truth if _number(made, k) is None]):
        text = rng.choice(POINTS).format(
            measure=said_measure(made, rng, key[0]), area=said_area(rng, key[1]), when=said_when(made, rng, key[2])
        )
        yield Asked(kind="symbol", turns=(text,), words=(made.truth[key],), cells=(key,))


def _national(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for key in _shuffled(rng, [k for k in made.truth if k[1] == ENGLAND_AND_WALES]):
        text = rng.choice(NATIONAL).format(measure=said_measure(made, rng, key[0]), when=said_when(made, rng, key[2]))
        yield _of_figure("national", (text,), made, key)


def _ordered(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for code, period in _shuffled(rng, _places(made)):
        word = rng.choice(list(ORDERED))
        rows = _rows(made, code, period)
        first = (max if word == "highest" else min)(rows.values())
        keys = [key for key, value in rows.items() if value == first]
        text = rng.choice(ORDERED[word]).format(
            measure=said_measure(made, rng, code), when=said_when(made, rng, period)
        )
        words = tuple(key[1] for key in keys)
        yield Asked(kind=word, turns=(text,), figures=(str(first),), words=words, cells=tuple(keys))


def _few(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for code, period in _shuffled(rng, _places(made)):
        rows = sorted(_rows(made, code, period).items(), key=lambda pair: pair[1])
        if len(rows) > 3 and rows[2][1] != rows[3][1]:
            text = rng.choice(FEW).format(measure=said_measure(made, rng, code), when=said_when(made, rng, period))
            keys = tuple(key for key, _ in rows[:3])
            figures = tuple(str(value) for _, value in rows[:3])
            yield Asked(kind="few", turns=(text,), figures=figures, words=tuple(k[1] for k in keys), cells=keys)


def _beside(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for code, period in _shuffled(rng, _places(made)):
        key, value = rng.choice(list(_rows(made, code, period).items()))
        whole = (code, ENGLAND_AND_WALES, period)
        national = _number(made, whole)
        if national is None or national == value:
            continue
        text = rng.choice(BESIDE).format(
            measure=said_measure(made, rng, code), area=said_area(rng, key[1]), when=said_when(made, rng, period)
        )
        yes = "Yes" if value > national else "No"
        yield Asked(kind="beside", turns=(text,), figures=(str(value), str(national)), words=(yes, key[1]),
                    allowed=(str(abs(value - national)),), cells=(key, whole))  # fmt: skip


def _moved(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    quarters = [period for period in made.periods if is_quarter(period)]
    for code, area in _shuffled(rng, [(code, area) for code, _ in made.measures for area in made.areas]):
        first, last = sorted(rng.sample(quarters, 2))
        before, after = _number(made, (code, area, first)), _number(made, (code, area, last))
        if before is None or after is None or before == after:
            continue
        text = rng.choice(MOVED)
        asked = text.format(
            measure=said_measure(made, rng, code),
            area=said_area(rng, area),
            first=said_when(made, rng, first),
            when=said_when(made, rng, last),
        )
        yes = () if text.startswith("How") else ("Yes" if after > before else "No",)
        yield Asked(kind="moved", turns=(asked,), figures=(str(before), str(after)), words=(*yes, area),
                    allowed=(str(abs(after - before)),), cells=((code, area, first), (code, area, last)))  # fmt: skip


def _compared(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    for code, period in _shuffled(rng, _places(made)):
        rows = list(_rows(made, code, period).items())
        if len(rows) > 1:
            (one, first), (two, second) = rng.sample(rows, 2)
            text = rng.choice(COMPARED).format(
                measure=said_measure(made, rng, code), area=one[1], other=two[1], when=said_when(made, rng, period)
            )
            yield Asked(kind="compared", turns=(text,), figures=(str(first), str(second)), words=(one[1], two[1]),
                        allowed=(str(abs(first - second)),), cells=(one, two))  # fmt: skip


def _series(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    quarters = [period for period in made.periods if is_quarter(period)]
    for code, area in _shuffled(rng, [(code, area) for code, _ in made.measures for area in made.areas]):
        keys = tuple((code, area, period) for period in quarters)
        figures = tuple(str(value) for key in keys if (value := _number(made, key)) is not None)
        year = year_of(quarters[0]).label
        text = rng.choice(SERIES).format(measure=said_measure(made, rng, code), area=said_area(rng, area), year=year)
        if len(figures) > 1:
            spread = [abs(Decimal(a) - Decimal(b)) for a in figures for b in figures]
            yield Asked(
                kind="series",
                turns=(text,),
                figures=figures,
                words=(area,),
                cells=keys,
                allowed=tuple(map(str, spread)),
            )


def _targets(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    if made.layout != "value and target":
        return
    for code, period in _shuffled(rng, _places(made)):
        state, rows, target = rng.choice(list(MET)), _rows(made, code, period), Decimal(made.targets[code])
        keys = [key for key, value in rows.items() if (value >= target) == (state == "met")]
        text = rng.choice(MET[state]).format(measure=said_measure(made, rng, code), when=said_when(made, rng, period))
        figures = tuple(str(rows[key]) for key in keys)
        words = (f"{len(keys)} of {len(rows)}", *(key[1] for key in keys))
        yield Asked(kind=state, turns=(text,), figures=figures, words=words,
                    allowed=(str(target), str(len(keys)), str(len(rows))), cells=tuple(keys))  # fmt: skip


def _absent(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    """A region that is not held, and a quarter."""
    for key in _shuffled(rng, [k for k in made.truth if k[1] != ENGLAND_AND_WALES]):
        measure, area, period = said_measure(made, rng, key[0]), key[1], key[2]
        form = rng.choice(POINTS[:6])
        if rng.random() < 0.5:
            text = form.format(measure=measure, area=rng.choice(ELSEWHERE), when=said_when(made, rng, period))
        else:
            text = form.format(
                measure=measure, area=area, when=said_when(made, rng, period.shifted(-rng.randint(1, 3)))
            )
        yield Asked(kind="not held", turns=(text,), found=False)


def _turns(made: Workbook, rng: random.Random) -> Iterator[Asked]:
    """A follow-up for another region, and one for another quarter."""
    quarters = [period for period in made.periods if is_quarter(period)]
    for code, period in _shuffled(rng, [place for place in _places(made) if is_quarter(place[1])]):
        rows = list(_rows(made, code, period))
        if len(rows) < 2:
            continue
        one, two = rng.sample(rows, 2)
        first = POINTS[0].format(measure=said_measure(made, rng, code), area=one[1], when=said_when(made, rng, period))
        if rng.random() < 0.5:
            yield _of_figure(
                "follow-up", (first, rng.choice(("and in {}?", "What about {}?", "and {}?")).format(two[1])), made, two
            )
            continue
        other = (code, one[1], rng.choice([quarter for quarter in quarters if quarter != period]))
        named = quarter_name(other[2]).split()[0]
        if _number(made, other) is not None:
            yield _of_figure(
                "follow-up", (first, rng.choice(("what about {}?", "and in {}?")).format(named)), made, other
            )


def _of_figure(kind: str, turns: tuple[str, ...], made: Workbook, key: Key) -> Asked:
    value = _number(made, key)
    target = made.targets[key[0]] if made.layout == "value and target" else ""
    allowed = (target, str(abs((value or Decimal(0)) - Decimal(target)))) if target else ()
    return Asked(kind=kind, turns=turns, figures=(str(value),), words=(key[1],), cells=(key,), allowed=allowed)


def _rows(made: Workbook, code: str, period: Period) -> dict[Key, Decimal]:
    """The figures of a measure in the regions."""
    keys = [(code, area, period) for area in made.areas if area != ENGLAND_AND_WALES]
    return {key: value for key in keys if (value := _number(made, key)) is not None}


def _places(made: Workbook) -> list[tuple[str, Period]]:
    return [(code, period) for code, _ in made.measures for period in made.periods if _rows(made, code, period)]


def _number(made: Workbook, key: Key) -> Decimal | None:
    return parse_number(made.truth[key])


def _shuffled(rng: random.Random, items: Sequence[Item]) -> list[Item]:
    return rng.sample(items, len(items))
