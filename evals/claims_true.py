"""Claims that are right as published, each drawn from what bulletins print."""

from collections.abc import Callable
from decimal import Decimal

from evals.claims_printed import STATES, Bulletin, Row, State
from evals.claims_words import Slot, Writer, ceiling, floor, month_of, rounded
from evals.drafts import Sentence

Maker = Callable[[Writer], Sentence | None]
SMALL_PART = Decimal("0.5")


def row_of(writer: Writer, has: Callable[[Row], bool] = lambda row: True) -> Row | None:
    """A measure of any bulletin that has something."""
    rows = [row for bulletin in writer.printed.bulletins for row in bulletin.rows]
    return writer.one([row for row in rows if has(row)])


def value(writer: Writer) -> Sentence | None:
    """A measure's value in a year."""
    if not (row := row_of(writer)):
        return None
    return writer.write("value", m=writer.called(row), w=writer.when(row.year), v=writer.percent(row.value))


def value_target(writer: Writer) -> Sentence | None:
    """A measure's value beside its target."""
    row = row_of(writer, lambda row: row.target is not None)
    if not row or row.target is None:
        return None
    return writer.write("value_target", m=writer.called(row), w=writer.when(row.year), v=writer.percent(row.value),
                        t=writer.percent(row.target))  # fmt: skip


def brief_value(writer: Writer) -> Sentence | None:
    """The value of a measure that was active for part of the year, with that part."""
    row = writer.one([row for bulletin in writer.printed.bulletins for row in bulletin.brief])
    if not row:
        return None
    period = month_of(row.observation.period)
    return writer.write("value", m=writer.called(row, by_code=True), w=period, v=writer.percent(row.value))


def target(writer: Writer) -> Sentence | None:
    """A measure's target."""
    row = row_of(writer, lambda row: row.target is not None)
    if not row or row.target is None:
        return None
    return writer.write("target", m=writer.called(row), w=writer.when(row.year), t=writer.percent(row.target))


def target_moved(writer: Writer) -> Sentence | None:
    """A target of one year and another one of the next."""
    moved = [(old, new) for old, new in writer.printed.pairs if old.target != new.target]
    if not (pair := writer.one(moved)) or pair[0].target is None or pair[1].target is None:
        return None
    return writer.write("target_moved", m=writer.called(pair[1]), y=f"in {pair[0].year.label}",
                        x=f"in {pair[1].year.label}", a=writer.percent(pair[0].target),
                        z=writer.percent(pair[1].target))  # fmt: skip


def change(writer: Writer) -> Sentence | None:
    """How many points a measure rose or fell."""
    row = row_of(writer, lambda row: bool(row.change))
    return changed(writer, row, "change") if row else None


def change_to(writer: Writer) -> Sentence | None:
    """How many points a measure rose or fell, and to what."""
    row = row_of(writer, lambda row: bool(row.change))
    return changed(writer, row, "change_to") if row else None


def changed(writer: Writer, row: Row, family: str, c: Slot | None = None, turned: bool = False) -> Sentence | None:
    """A measure's change in words of a family; `c` in place of its amount, and where `turned` the other direction."""
    amount = row.change or Decimal(0)
    up = (amount > 0) != turned
    return writer.write(family, m=writer.called(row), w=writer.when(row.year), v=writer.percent(row.value),
                        c=c or writer.points(amount), rose=writer.word("rose", up),
                        up=writer.word("up", up))  # fmt: skip


def gap(writer: Writer) -> Sentence | None:
    """How far above or below its target a measure was."""
    row = row_of(writer, lambda row: bool(row.over))
    return gapped(writer, row) if row else None


def gapped(writer: Writer, row: Row, g: Slot | None = None, turned: bool = False) -> Sentence | None:
    """The gap of a measure; missed or beaten where more is better, so that every word fits."""
    above = (row.over > 0) != turned
    family = writer.rng.choice(("gap", "beaten_by" if above else "missed_by")) if row.higher_is_better else "gap"
    return writer.write(family, m=writer.called(row), w=writer.when(row.year), g=g or writer.points(row.over),
                        above=writer.word("above", above))  # fmt: skip


def from_to(writer: Writer) -> Sentence | None:
    """A measure's values in two years."""
    moved = [(old, new) for old, new in writer.printed.pairs if new.change]
    return from_one_to(writer, *pair) if (pair := writer.one(moved)) else None


def from_one_to(writer: Writer, old: Row, new: Row, z: Slot | None = None) -> Sentence | None:
    """Values of two years; `z` in place of the later."""
    return writer.write("from_to", m=writer.called(new), a=writer.percent(old.value), z=z or writer.percent(new.value),
                        y=f"in {old.year.label}", x=f"in {new.year.label}",
                        rose=writer.word("rose", new.value > old.value))  # fmt: skip


def met(writer: Writer) -> Sentence | None:
    """That a measure met or missed its target, with its value."""
    row = row_of(writer, lambda row: row.target is not None)
    return met_or_not(writer, row, "met") if row else None


def met_words(writer: Writer) -> Sentence | None:
    """That a measure met or missed its target, in words alone."""
    row = row_of(writer, lambda row: row.target is not None)
    return met_or_not(writer, row, "met_words") if row else None


def met_or_not(writer: Writer, row: Row, family: str, turned: bool = False) -> Sentence | None:
    """That a measure met or missed its target; where `turned` the wrong of the two."""
    word = writer.word("met", ("met" in row.outcomes) != turned)
    shows = str(row.target) if turned else None
    told, shown = Slot(word), writer.percent(row.value)
    if turned:
        told, shown = told.wrong(None), shown.wrong(shows)
    return writer.write(family, m=writer.called(row), w=writer.when(row.year), v=shown,
                        met=told if family == "met_words" else word)  # fmt: skip


def improved_words(writer: Writer) -> Sentence | None:
    """That a measure improved or worsened."""
    row = row_of(writer, lambda row: bool(row.change))
    return improved_or_not(writer, row) if row else None


def improved_or_not(writer: Writer, row: Row, turned: bool = False) -> Sentence | None:
    """That a measure improved or worsened; where `turned` the wrong of the two."""
    told = Slot(writer.word("improved", ("improved" in row.outcomes) != turned))
    told = told.wrong(str(abs(row.change or 0))) if turned else told
    return writer.write("improved_words", m=writer.called(row), w=writer.when(row.year), improved=told)


def two(writer: Writer) -> Sentence | None:
    """Two measures of one year in a sentence."""
    bulletin = writer.one(writer.printed.bulletins)
    if not bulletin or len(bulletin.rows) < 2:
        return None
    first, other = writer.rng.sample(bulletin.rows, 2)
    return two_of(writer, first, other)


def two_of(writer: Writer, first: Row, other: Row, v: Slot | None = None) -> Sentence | None:
    """Two measures in a sentence; `v` in place of the first's value."""
    sentence = writer.write("two", m=writer.called(first), o=writer.called(other), w=writer.when(first.year),
                            v=v or writer.percent(first.value), u=writer.percent(other.value))  # fmt: skip
    return sentence and sentence.model_copy(update={"not_claims": ()})


def about(writer: Writer) -> Sentence | None:
    """A value rounded to the whole, with a word of nearness."""
    if not (row := row_of(writer, lambda row: row.value != rounded(row.value) and row.value > 1)):
        return None
    near = {"about": rounded(row.value)}
    if row.value - floor(row.value) < SMALL_PART:
        near["over"] = floor(row.value)
    elif ceiling(row.value) - row.value <= SMALL_PART:
        near["under"] = ceiling(row.value)
    family, shown = writer.rng.choice(sorted(near.items()))
    return writer.write(family, m=writer.called(row), w=writer.when(row.year), v=writer.percent(shown))


def largest(writer: Writer) -> Sentence | None:
    """The largest rise of a service's measures, where one alone has it."""
    bulletin = writer.one(writer.printed.bulletins)
    row = bulletin and most(writer, bulletin)
    return largest_of(writer, row) if row else None


def most(writer: Writer, bulletin: Bulletin) -> Row | None:
    """The measure of a service that rose most."""
    service = writer.one(sorted({row.service for row in bulletin.rows}))
    changes = sorted((row for row in bulletin.of(service or "") if row.change is not None), key=change_in, reverse=True)
    alone = len(changes) > 2 and change_in(changes[0]) > max(change_in(changes[1]), Decimal(0))
    return changes[0] if alone and changes[0].higher_is_better else None


def largest_of(writer: Writer, row: Row, c: Slot | None = None) -> Sentence | None:
    """That a measure rose most; `c` in place of its change."""
    return writer.write("largest", m=writer.called(row), w=writer.when(row.year), c=c or writer.points(change_in(row)),
                        one=kind_of(row.service)[:-1])  # fmt: skip


def change_in(row: Row) -> Decimal:
    """A measure's printed change, 0 without one."""
    return row.change if row.change is not None else Decimal(0)


def kind_of(service: str) -> str:
    """What a service's measures are called, of many."""
    return f"{service if service.isupper() else service.lower()} service levels"


def count(writer: Writer) -> Sentence | None:
    """How many measures of a service met, missed, improved or got worse."""
    drawn = count_of(writer)
    return counted(writer, *drawn) if drawn else None


def count_of(writer: Writer) -> tuple[Bulletin, str, State, int, int] | None:
    """A bulletin, a service, a state, how many are in it and of how many."""
    every = [
        (bulletin, service, state, *found)
        for bulletin in writer.printed.bulletins
        for service in sorted({row.service for row in bulletin.rows})
        for state in STATES
        if (found := bulletin.count(service, state)) and 0 < found[0] < found[1]
    ]
    return writer.one(every)


def counted(
    writer: Writer, bulletin: Bulletin, service: str, state: State, many: int, base: int,
    n: Slot | None = None, b: Slot | None = None,
) -> Sentence | None:  # fmt: skip
    """A count in words; `n` and `b` in place of its number and base."""
    return writer.write("count", w=writer.when(bulletin.year), k=kind_of(service), n=n or writer.number(many),
                        b=b or Slot(str(base)), state=writer.one(writer.wording.states[state]))  # fmt: skip
