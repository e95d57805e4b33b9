"""The rows of made-up measures: names, codes and figures of one year, and what becomes of them in the next."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import generated_words as words

ONE_TENTH = Decimal("0.1")
LARGEST = Decimal("99.5")
LEAST_MONTHS = 6  # a measure active for less of the year is not counted


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row; figures are percent, changes percentage points.

    `first` and `last` are months of the year, 0 for April to 11 for March. `symbol` stands in place of a
    value that is None, `mark` (such as "[p]") after one. `subject` is the part of the name that is of no
    other measure, `family` the code without its letters.
    """

    code: str
    name: str
    subject: str
    family: str
    service: str
    value: Decimal | None = None
    target: Decimal | None = None
    change: Decimal | None = None
    symbol: str = "[x]"
    mark: str = ""
    lower: bool = False  # lower is better
    part: str = ""  # "a" or "b", where a measure has two parts
    first: int = 0
    last: int = 11

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def counted(self) -> bool:
        """Whether the bulletin's counts of targets cover it."""
        return self.months >= LEAST_MONTHS and self.value is not None and self.target is not None

    @property
    def met(self) -> bool:
        """Whether a row with a value and a target met it."""
        return self.over <= 0 if self.lower else self.over >= 0

    @property
    def over(self) -> Decimal:
        """How far above its target a row with both is."""
        assert self.value is not None
        assert self.target is not None
        return self.value - self.target

    @property
    def gain(self) -> Decimal:
        """The change of a row that has one, counted so that more is better."""
        assert self.change is not None
        return -self.change if self.lower else self.change


def first_year(rng: random.Random) -> tuple[Row, ...]:
    """The rows of both services in the earlier edition; some codes are of both."""
    prefix, digits = rng.choice(words.PREFIXES), rng.choice((2, 3, 3, 4))
    codes = [f"{prefix}{number:0{digits}}" for number in sorted(rng.sample(range(1, 90), rng.randint(8, 18)))]
    probation = _measures(rng, "Probation", codes, ())
    others = [f"{prefix}{number:0{digits}}" for number in rng.sample(range(1, 90), rng.randint(1, 2))]
    shared = rng.sample(codes, 2)
    crs = _measures(rng, "CRS", sorted({*shared, *others}), [row.subject for row in probation])
    return tuple(_with_figures(rng, row) for row in (*probation, *crs))


def next_year(rng: random.Random, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of the later edition: most go on, up to two are revised part way through."""
    shared = {row.family for row in rows if row.service == "CRS"}
    plain = [row for row in rows if row.code == row.family not in shared and not row.lower]
    revised = rng.sample(plain, min(len(plain), rng.choice((0, 1, 1, 2))))
    return tuple(new for row in rows for new in (_revised if row in revised else _kept)(rng, row))


def _measures(rng: random.Random, service: str, codes: Sequence[str], taken: Collection[str]) -> list[Row]:
    """Measures without figures yet; their subjects share no word with each other's or those taken."""
    subjects = _distinct(rng, words.SUBJECTS, len(codes), taken)
    turned = _distinct(rng, words.TURNED, 1, [*taken, *subjects])
    at = len(codes) // 2 if service == "Probation" else -1
    rows: list[Row] = []
    for number, (code, subject) in enumerate(zip(codes, subjects, strict=True)):
        if number == at:
            rows.append(Row(code, turned[0], turned[0], code, service, lower=True))
        else:
            rows += _one_or_two(rng, code, subject, service)
    return rows


def _one_or_two(rng: random.Random, code: str, subject: str, service: str) -> list[Row]:
    """A measure in one row, or with its parts a and b in two."""
    printed = code + ("R" if rng.random() < 0.15 else "")
    if service == "Probation" and rng.random() < 0.15:
        named = zip("ab", rng.choice(words.PARTS), strict=True)
        return [Row(printed + part, f"{subject} {of}", subject, code, service, part=part) for part, of in named]
    return [Row(printed, f"{subject} {rng.choice(words.ASPECTS)}".strip(), subject, code, service)]


def _distinct(rng: random.Random, names: Sequence[str], many: int, taken: Collection[str]) -> list[str]:
    """So many names, no two of which share a longer word with another or one taken."""
    used = {word.lower() for name in taken for word in name.split()}
    chosen: list[str] = []
    for name in rng.sample(names, len(names)):
        own = {word.lower() for word in name.split() if len(word) > 3}
        if len(chosen) < many and not own & used:
            chosen.append(name)
            used |= own
    assert len(chosen) == many, f"Only {len(chosen)} names of {many} share no word: add to the list."
    return chosen


def _with_figures(rng: random.Random, row: Row) -> Row:
    """The row with figures of the earlier year, seldom a symbol instead."""
    value = _tenths(rng, 5, 300) if row.lower else _tenths(rng, 120, 985)
    target = value if rng.random() < 0.05 else _within(value + _tenths(rng, -120, 120))
    change = None if rng.random() < 0.2 else _tenths(rng, -90, 90)
    if change is not None and not ONE_TENTH <= value - change <= 100:
        change = Decimal("0.0")
    figured = replace(row, value=value, target=target, change=change)
    return _withheld(rng, figured) if rng.random() < 0.06 else figured


def _kept(rng: random.Random, row: Row) -> list[Row]:
    """The row a year later: its change is its value less the one before."""
    was = row.value
    value = _within((was if was is not None else Decimal(50)) + _tenths(rng, -80, 80))
    value = was if was is not None and rng.random() < 0.06 else value
    before = row.target if row.target is not None else Decimal("50.0")
    target = value if rng.random() < 0.05 else _within(before + rng.choice((0, 0, _tenths(rng, -40, 60))))
    mark = rng.choice(("[p]", "[r]")) if rng.random() < 0.1 else ""
    change = None if was is None else value - was
    new = replace(row, value=value, target=target, change=change, mark=mark, symbol="[x]")
    return [_withheld(rng, new) if rng.random() < 0.05 else new]


def _revised(rng: random.Random, row: Row) -> list[Row]:
    """The measure for its first months, and its revised version for the rest, which is not compared."""
    split = rng.choice((1, 1, 2, 3, 6, 8))
    (old,), (new,) = _kept(rng, row), _kept(rng, row)
    name = f"{row.name} {rng.choice(words.REVISED)}"
    before = replace(old, last=split - 1, change=old.change if split >= LEAST_MONTHS else None)
    return [before, replace(new, code=f"{row.code}R", name=name, first=split, change=None)]


def _withheld(rng: random.Random, row: Row) -> Row:
    symbol = rng.choice(("[x]", "[z]"))
    target = None if symbol == "[x]" else row.target
    return replace(row, value=None, change=None, symbol=symbol, target=target, mark="")


def _tenths(rng: random.Random, low: int, high: int) -> Decimal:
    return (Decimal(rng.randint(low, high)) / 10).quantize(ONE_TENTH)


def _within(percent: Decimal) -> Decimal:
    return min(LARGEST, max(ONE_TENTH, percent))
