"""Claims put in the wrong place: another year, service, base or area, or where nothing is published at all."""

from decimal import Decimal

from corpus.aliases import aliases
from corpus.periods import Period
from evals import claims_true as true
from evals.claims_false import CLEAR, TRIES
from evals.claims_printed import STATES, Bulletin, Row, State
from evals.claims_true import row_of
from evals.claims_words import Slot, Writer, rounded
from evals.drafts import Sentence

BEYOND = (-5, -4, 1, 2, 3)  # years before the first bulletin and after the last of which nothing is known


def value_of_another_year(writer: Writer) -> Sentence | None:
    """A measure's value of one year, said of the other."""
    pairs = [pair for pair in writer.printed.pairs if abs(pair[0].value - pair[1].value) >= CLEAR]
    if not (drawn := writer.one(pairs)):
        return None
    told, meant = writer.rng.sample(drawn, 2)
    if told.value in set(meant.figures()) - {meant.value - true.change_in(meant)}:
        return None
    shown = writer.percent(told.value).wrong(str(meant.value))
    return writer.write("value", m=writer.called(meant), w=writer.when(meant.year), v=shown)


def target_of_another_year(writer: Writer) -> Sentence | None:
    """A measure's target of one year, said of the other."""
    pairs = [(old, new) for old, new in writer.printed.pairs if old.target != new.target]
    if not (drawn := writer.one(pairs)):
        return None
    told, meant = writer.rng.sample(drawn, 2)
    if told.target is None or told.target in set(meant.figures()):
        return None
    shown = writer.percent(told.target).wrong(str(meant.target))
    return writer.write("target", m=writer.called(meant), w=writer.when(meant.year), t=shown)


def count_of_another_year(writer: Writer) -> Sentence | None:
    """A count of one year, said of the other."""
    if not (drawn := true.count_of(writer)):
        return None
    bulletin, service, state, right, base = drawn
    others = [found[0] for each in writer.printed.bulletins if (found := each.count(service, state))]
    here = {found[0] for one in STATES if (found := bulletin.count(service, one))}
    free = [number for number in others if number not in here and 0 < number < base]
    if (wrong := writer.one(free)) is None:
        return None
    return true.counted(writer, *drawn, n=writer.number(wrong).wrong(str(right)), b=Slot(str(base), None))


def value_of_another_service(writer: Writer) -> Sentence | None:
    """The value of a code in one service, said of the other."""
    pairs = [(a, b) for bulletin in writer.printed.bulletins for a in bulletin.rows for b in bulletin.rows
             if a.family == b.family and a.service != b.service]  # fmt: skip
    if not (pair := writer.one(pairs)):
        return None
    told, meant = pair
    if any(abs(told.value - figure) < CLEAR for figure in meant.figures()) or _is_of(writer, told.value, meant):
        return None
    shown = writer.percent(told.value).wrong(str(meant.value))
    return writer.write("value", m=writer.called(meant, by_code=True), w=writer.when(meant.year), v=shown)


def _is_of(writer: Writer, figure: Decimal, row: Row) -> bool:
    """Whether a figure is a value of a measure in some year."""
    return any(one.key == row.key and one.value == figure for one in writer.printed.every)


def count_of_another_service(writer: Writer) -> Sentence | None:
    """A count of one service, said of the other."""
    if not (drawn := true.count_of(writer)):
        return None
    bulletin, service, state, many, base = drawn
    counts = _counts(bulletin, state)
    others = [name for name, found in counts.items() if name != service and found[0] != many and found[1] != base]
    if not (other := writer.one(others)):
        return None
    right, right_base = counts[other]
    return true.counted(writer, bulletin, other, state, many, base, n=writer.number(many).wrong(str(right)),
                        b=Slot(str(base)).wrong(str(right_base)))  # fmt: skip


def _counts(bulletin: Bulletin, state: State) -> dict[str, tuple[int, int]]:
    """The counts of each service that has one."""
    services = sorted({row.service for row in bulletin.rows})
    return {service: found for service in services if (found := bulletin.count(service, state))}


def wrong_base(writer: Writer) -> Sentence | None:
    """A right count of another base: of those with a target for those with a change, or the reverse."""
    if not (drawn := true.count_of(writer)):
        return None
    bulletin, service, _, many, base = drawn
    bases = {found[1] for state in STATES if (found := bulletin.count(service, state))} - {base}
    if not (wrong := writer.one(sorted(one for one in bases if one > many))):
        return None
    return true.counted(writer, *drawn, n=writer.number(many).unscored, b=Slot(str(wrong)).wrong(str(base)))


def national_in_region(writer: Writer) -> Sentence | None:
    """The figure of the whole, said of a region: it is printed for another area."""
    if not (row := row_of(writer)):
        return None
    whole = writer.printed.bulletins[0].document.publication.geography
    return _in_region(writer, row, writer.percent(row.value).wrong(whole))


def nothing_in_region(writer: Writer) -> Sentence | None:
    """A figure that is printed nowhere, said of a region."""
    row = row_of(writer)
    return _in_region(writer, row, _unprinted(writer)) if row else None


def _in_region(writer: Writer, row: Row, shown: Slot | None) -> Sentence | None:
    bulletin = next(one for one in writer.printed.bulletins if one.year == row.year)
    region = writer.one(sorted(bulletin.ratings))
    if not region or not shown:
        return None
    return writer.write("in_region", m=writer.called(row), w=writer.when(row.year), r=region, v=shown)


def _unprinted(writer: Writer) -> Slot | None:
    """A figure that is no figure of any measure, and that nothing bears on."""
    for _ in range(TRIES):
        figure = Decimal(writer.rng.randint(205, 955)) / 10
        if figure != rounded(figure) and all(abs(figure - one) >= CLEAR / 2 for one in writer.printed.figures):
            return writer.percent(figure).wrong(None, "not_found")
    return None


def _value_of(writer: Writer, measure: str, when: str) -> Sentence | None:
    shown = _unprinted(writer)
    return writer.write("value", m=measure, w=when, v=shown) if shown else None


def year_not_published(writer: Writer) -> Sentence | None:
    """A year of which there is no bulletin."""
    if not (row := row_of(writer)):
        return None
    first, last = (writer.printed.bulletins[at].year for at in (0, -1))
    years = writer.rng.choice(BEYOND)
    return _value_of(writer, writer.called(row), writer.when((first if years < 0 else last).shifted(years)))


def code_not_published(writer: Writer) -> Sentence | None:
    """A code that no measure has."""
    if not (row := row_of(writer)):
        return None
    letters = row.family.rstrip("0123456789")
    width = len(row.family) - len(letters)
    taken = {int(one.family.removeprefix(letters)) for one in writer.printed.every if one.family.startswith(letters)}
    free = [number for number in range(1, 10 ** min(width, 2)) if number not in taken]
    number = writer.one(free)
    return _value_of(writer, f"{letters}{number:0{width}}", writer.when(row.year)) if number else None


def measure_not_published(writer: Writer) -> Sentence | None:
    """A measure that nobody publishes."""
    measure, year = writer.one(writer.wording.nothing), _a_year(writer)
    return _value_of(writer, measure, writer.when(year)) if measure and year else None


def elsewhere(writer: Writer) -> Sentence | None:
    """A country that the publications do not cover."""
    row, shown = row_of(writer), _unprinted(writer)
    place = writer.one([name for name in aliases().elsewhere if not name.endswith("ish")])
    if not row or not shown or not place:
        return None
    return writer.write("in_region", m=writer.called(row), w=writer.when(row.year), r=place, v=shown)


def _a_year(writer: Writer) -> Period | None:
    bulletin = writer.one(writer.printed.bulletins)
    return bulletin.year if bulletin else None
