"""Questions on a whole table of measures: counts, lists, shares, rankings."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from generated import Edition
from generated_questions import Asker, Case, code, count, named, shown, years
from generated_rows import LEAST_MONTHS, Row

STATES: dict[str, tuple[str, ...]] = {
    "met": ("met their target", "met target", "hit their target", "were on or above target"),
    "missed": ("missed their target", "did not meet their target", "failed to meet target", "fell short of target"),
    "improved": ("improved", "got better", "improved on the previous year"),
    "declined": ("got worse", "declined", "worsened", "deteriorated"),
}
SERVICES = {
    "Probation": ("probation service levels", "probation measures"),
    "CRS": ("CRS measures", "CRS service levels"),
}
HOLDS: dict[str, Callable[[Row], bool]] = {
    "met": lambda row: row.met,
    "missed": lambda row: not row.met,
    "improved": lambda row: row.gain > 0,
    "declined": lambda row: row.gain < 0,
}
ONE_OF = ("probation measure", "probation service level")


def base(edition: Edition, service: str, state: str) -> list[Row]:
    """The rows that a count is out of: those counted, or those with a printed change."""
    if state in ("met", "missed"):
        return [row for row in edition.of(service) if row.counted]
    return [row for row in edition.of(service) if row.change is not None and row.months >= LEAST_MONTHS]


def members(edition: Edition, service: str, state: str) -> list[Row]:
    return [row for row in base(edition, service, state) if HOLDS[state](row)]


def _drawn(asker: Asker, ways: Sequence[str], many: int) -> Iterator[tuple[str, str, Edition, list[Row], int]]:
    """Questions with their state, edition, the rows they are about, and how many these are out of."""
    every = [(e, service, state) for e in asker.world.editions for service in SERVICES for state in STATES]
    for edition, service, state in asker.some([each for each in every if base(*each)], many):
        question = asker.one(ways, k=asker.rng.choice(SERVICES[service]), s=asker.rng.choice(STATES[state]),
                             w=asker.when(edition))  # fmt: skip
        yield question, state, edition, members(edition, service, state), len(base(edition, service, state))


def counts(asker: Asker) -> Iterator[Case]:
    ways = ("how many {k} {s} {w}?", "what number of {k} {s} {w}?", "{w}, how many {k} {s}?")
    for question, state, edition, mine, out_of in _drawn(asker, ways, 5):
        yield Case(kind=f"count {state}", turns=(question,), head=(count(len(mine)), count(out_of)),
                   cite=((edition.id, ""),))  # fmt: skip


def lists(asker: Asker) -> Iterator[Case]:
    ways = ("which {k} {s} {w}?", "list the {k} that {s} {w}", "what {k} {s} {w}?", "name the {k} that {s} {w}")
    for question, state, edition, mine, _ in _drawn(asker, ways, 4):
        yield Case(kind=f"list {state}", turns=(question,), words=tuple(map(code, mine)),
                   absent=tuple(code(row) for row in edition.rows if row not in mine),
                   cite=((edition.id, ""),))  # fmt: skip


def shares(asker: Asker) -> Iterator[Case]:
    ways = ("what share of {k} {s} {w}?", "what percentage of {k} {s} {w}?", "what proportion of {k} {s} {w}?")
    for question, _, edition, mine, out_of in _drawn(asker, ways, 2):
        yield Case(kind="share", turns=(question,), head=(_percent(len(mine), out_of),),
                   words=(count(len(mine)), count(out_of)), cite=((edition.id, ""),))  # fmt: skip


def _percent(many: int, out_of: int) -> str:
    """A pattern of a share in percent, whole or to one decimal, halves away from zero."""
    whole, tenths = ((many * 100 * of * 2 + out_of) // (2 * out_of) for of in (1, 10))
    return rf"(?<![\w.,])(?:{whole}|{tenths // 10}\.{tenths % 10})(?:%| per ?cent)"


def counts_of_two_years(asker: Asker) -> Iterator[Case]:
    ways = ("how many {k} {s} in {a} and in {b}?", "compare how many {k} {s} in {a} and {b}",
            "how many {k} {s} in {b}, compared with {a}?")  # fmt: skip
    earlier, later = asker.world.editions
    state, form = asker.rng.choice(("met", "missed")), asker.rng.randrange(2)
    question = asker.one(ways, k=asker.rng.choice(SERVICES["Probation"]), s=asker.rng.choice(STATES[state]),
                         a=years(earlier)[form], b=years(later)[form])  # fmt: skip
    found = [count(len(of(edition, "Probation", state))) for edition in (earlier, later) for of in (members, base)]
    yield Case(kind="counts of two years", turns=(question,), words=tuple(found),
               cite=((earlier.id, ""), (later.id, "")))  # fmt: skip


def rankings(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        for kind, ways, row, figure in asker.some(_ranked(edition), 4):
            question = asker.one(ways, k=asker.rng.choice(ONE_OF), w=asker.when(edition))
            yield Case(kind=f"ranking: {kind}", turns=(question,), figures=(shown(figure),), head=(named(row),),
                       never=tuple(code(other) for other in edition.rows if other is not row),
                       cite=((edition.id, edition.place("Probation")),))  # fmt: skip


def _ranked(edition: Edition) -> list[tuple[str, tuple[str, ...], Row, Decimal]]:
    """Rankings: kind, ways to ask, the first, its figure. None with a tie or that can be read in two ways."""
    counted, changed = base(edition, "Probation", "met"), base(edition, "Probation", "improved")
    missed, every = members(edition, "Probation", "missed"), [row for row in edition.of("Probation") if row.value]
    risen, fallen = _only(changed, _change, 1, _gain), _only(changed, _change, -1, _gain)
    better, worse = _only(members(edition, "Probation", "improved"), _gain, 1), _only(
        members(edition, "Probation", "declined"), _gain, -1)  # fmt: skip
    near = _only(counted, _gap, -1)
    asked = [
        ("missed by most", ("which {k} missed its target by the most {w}?", "which {k} was furthest off target {w}?",
                            "which {k} missed target by the widest margin {w}?"), _only(missed, _gap, 1), _gap),
        ("missed by least", ("which {k} missed its target by the least {w}?",
                             "which {k} missed its target most narrowly {w}?",
                             "which {k} missed target by the smallest margin {w}?"), _only(missed, _gap, -1), _gap),
        ("most improved", ("which {k} improved the most {w}?", "what was the most improved {k} {w}?",
                           "which {k} got better by the most {w}?"), better, _gain),
        ("most declined", ("which {k} got worse by the most {w}?", "which {k} worsened the most {w}?",
                           "which {k} deteriorated most {w}?"), worse, _gain),
        ("highest", ("which {k} had the highest performance {w}?", "what was the highest performing {k} {w}?",
                     "which {k} had the highest figure {w}?"), _only(every, _value, 1, within=counted), _value),
        ("lowest", ("which {k} had the lowest performance {w}?", "which {k} had the lowest figure {w}?",
                    "which {k} had the lowest percentage {w}?"), _only(every, _value, -1, within=counted), _value),
        ("closest to target", ("which {k} was closest to its target {w}?", "which {k} came nearest to its target {w}?",
                               "which {k} had the smallest gap to its target {w}?"),
         near if near and near.over else None, _gap),
        ("biggest fall", ("which {k} had the biggest fall {w}?", "which {k} fell the most {w}?",
                          "which {k} had the largest decrease {w}?"),
         fallen if fallen and _change(fallen) < 0 else None, _change),
        ("biggest rise", ("which {k} had the biggest rise {w}?", "which {k} rose the most {w}?",
                          "which {k} had the largest increase {w}?"),
         risen if risen and _change(risen) > 0 else None, _change),
    ]  # fmt: skip
    return [(kind, ways, row, key(row)) for kind, ways, row, key in asked if row is not None]


def _only(
    rows: Sequence[Row],
    key: Callable[[Row], Decimal],
    sign: int,
    too: Callable[[Row], Decimal] | None = None,
    within: Sequence[Row] | None = None,
) -> Row | None:
    """The row that has the largest key alone (smallest where `sign` is -1), and by `too` as well, if given."""
    first = [row for row in rows if key(row) * sign == max(key(other) * sign for other in rows)]
    alone = first[0] if len(first) == 1 else None
    if too is not None and alone is not _only(rows, too, sign):
        return None
    return None if within is not None and alone not in within else alone


def _value(row: Row) -> Decimal:
    assert row.value is not None
    return row.value


def _gap(row: Row) -> Decimal:
    return abs(row.over)


def _gain(row: Row) -> Decimal:
    return row.gain


def _change(row: Row) -> Decimal:
    assert row.change is not None
    return row.change
