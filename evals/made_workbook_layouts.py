"""The sheets of a made-up workbook: cover, contents, notes, and its truth laid out in one of several ways."""

import random
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from corpus.periods import Period
from evals.made_workbook_cells import Cell, Sheet, Workbook

Row = list[Cell | None]
PERCENT = "0.0"
LABELLING = ("merged", "repeated", "blank below")


def sheets(made: Workbook, rng: random.Random) -> Iterator[Sheet]:
    """All sheets of a workbook, as its layout has them."""
    tables = list(LAYING[made.layout](made, rng))
    yield _sheet("Cover", _cover(made))
    titles: list[Row] = [[_text(f"Table_{n}"), _text(title)] for n, (title, _) in enumerate(tables, 1)]
    yield _sheet("Contents", [[_text("Contents")], [_text("Worksheet"), _text("Title")], *titles])
    notes: list[Row] = [[_text(f"[note {n}]"), _text(note)] for n, note in enumerate(made.notes, 1)]
    symbols: list[Row] = [[_text(symbol), _text(sense)] for symbol, sense in made.symbols.items()]
    opening: list[Row] = [[_text("Notes")], [_text("Note number"), _text("Note text")]]
    yield _sheet("Notes", [*opening, *notes, [], [_text("Symbol"), _text("Description")], *symbols])
    for number, (title, rows) in enumerate(tables, 1):
        above: list[Row] = [
            [_text(f"Table {number}: {title} [note 1]")],
            [_text("This worksheet contains one table.")],
            [_text("Source: made-up register")],
            [],
        ]
        yield _sheet(f"Table_{number}", [*above, *rows, [], [_text("Figures may not add up to totals.")]])


def _long(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """One row for each value."""
    rows: list[Row] = [[_text("Region"), _text("Measure"), _text("Quarter"), _text("Value (%)")]]
    for area in made.areas:
        for measure in made.measures:
            for period in made.periods:
                labels = [_text(area), _text(_label(measure)), _text(made.headings[period])]
                rows.append([*labels, _value(made, rng, measure[0], area, period)])
    yield "Performance by region, measure and quarter", rows


def _wide(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """A region over its measures, a column for each quarter."""
    way = rng.choice(LABELLING)
    rows: list[Row] = [[_text("Region"), _text("Measure"), *_periods(made, " (%)")]]
    for area in made.areas:
        for n, measure in enumerate(made.measures):
            first: Cell | None = _text(area)
            if way == "merged":
                first = None if n else Cell(area, down=len(made.measures))
            elif way == "blank below" and n:
                first = Cell()
            rows.append([first, _text(_label(measure)), *_values(made, rng, measure[0], area)])
    yield "Performance by region and measure", rows


def _over_quarters(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """A measure over its quarters in two rows of headings, a row for each region."""
    outer: Row = [Cell("Region", down=2)]
    inner: Row = [None]
    for measure in made.measures:
        outer += [Cell(_label(measure), across=len(made.periods)), *[None] * (len(made.periods) - 1)]
        inner += _periods(made, " (%)")
    rows: list[Row] = [outer, inner]
    for area in made.areas:
        rows.append([_text(area), *(v for code, _ in made.measures for v in _values(made, rng, code, area))])
    yield "Performance by region, each measure by quarter", rows


def _years(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """A year over its quarters in two rows of headings, one sheet for each measure."""
    for measure in made.measures:
        year = made.headings[made.periods[0]].split()[1]
        quarters = [_text(made.headings[period].split()[0]) for period in made.periods]
        rows: list[Row] = [
            [_text("Region"), Cell(year, across=len(quarters)), *[None] * (len(quarters) - 1)],
            [_text(""), *quarters],
        ]
        rows += [[_text(area), *_values(made, rng, measure[0], area)] for area in made.areas]
        yield f"{_label(measure)} by region (%)", rows


def _sheet_a_measure(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    for measure in made.measures:
        rows: list[Row] = [[_text("Region"), *_periods(made, " (%)")]]
        rows += [[_text(area), *_values(made, rng, measure[0], area)] for area in made.areas]
        yield f"{_label(measure)} by region, {made.period}", rows


def _sheet_a_quarter(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """A row for each measure, a column for each region, one sheet for each quarter."""
    for period in made.periods:
        rows: list[Row] = [[_text("Measure"), *(_text(f"{area} (%)") for area in made.areas)]]
        for measure in made.measures:
            values = [_value(made, rng, measure[0], area, period) for area in made.areas]
            rows.append([_text(_label(measure)), *values])
        yield f"Performance by region, {made.headings[period]}", rows


def _groups(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """A row with nothing but a region over the rows of its measures."""
    rows: list[Row] = [[_text("Region and measure"), *_periods(made, " (%)")]]
    for area in made.areas:
        rows.append([_text(area)])
        rows += [[_text(_label(m)), *_values(made, rng, m[0], area)] for m in made.measures]
    yield "Performance by region", rows


def _targets(made: Workbook, rng: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """Performance and target under each quarter, one sheet for each measure."""
    for measure in made.measures:
        outer: Row = [_text("Region")]
        for heading in _periods(made, ""):
            outer += [Cell(heading.shown, across=2), None]
        inner: Row = [_text(""), *[_text("Performance (%)"), _text("Target (%)")] * len(made.periods)]
        rows: list[Row] = [outer, inner]
        target = Cell(made.targets[measure[0]], Decimal(made.targets[measure[0]]), PERCENT)
        for area in made.areas:
            values = _values(made, rng, measure[0], area)
            rows.append([_text(area), *(cell for value in values for cell in (value, target))])
        yield f"{_label(measure)} by region", rows


LAYING: dict[str, Callable[[Workbook, random.Random], Iterator[tuple[str, list[Row]]]]] = {
    "long": _long,
    "wide by quarter": _wide,
    "measure over quarters": _over_quarters,
    "year over quarters": _years,
    "one sheet a measure": _sheet_a_measure,
    "one sheet a quarter": _sheet_a_quarter,
    "region groups": _groups,
    "value and target": _targets,
}
LAYOUTS = tuple(LAYING)


def _cover(made: Workbook) -> list[Row]:
    day = f"{made.published.day} {made.published:%B %Y}"
    return [
        [_text(made.title)],
        [_text(f"Publisher: {made.publisher}")],
        [_text("Publication date"), _text(day)],
        [_text("Period covered"), _text(made.period)],
        [],
        [_text("These data tables were made up for tests.")],
        [_text("Contact: kites@example.org")],
    ]


def _sheet(name: str, rows: Sequence[Row]) -> Sheet:
    return Sheet(name, tuple(tuple(row) for row in rows))


def _text(shown: str) -> Cell:
    return Cell(shown)


def _label(measure: tuple[str, str]) -> str:
    return f"{measure[0]} - {measure[1]}"


def _periods(made: Workbook, unit: str) -> list[Cell]:
    return [_text(f"{made.headings[period]}{unit}") for period in made.periods]


def _values(made: Workbook, rng: random.Random, code: str, area: str) -> list[Cell]:
    return [_value(made, rng, code, area, period) for period in made.periods]


def _value(made: Workbook, rng: random.Random, code: str, area: str, period: Period) -> Cell:
    """A value as a number that rounds to what is shown, or as text where it is no plain number."""
    shown = made.truth[code, area, period]
    if not shown.replace(".", "").isdigit() or rng.random() < 0.1:
        return Cell(shown)
    return Cell(shown, Decimal(shown) + Decimal(rng.randint(-49, 49)).scaleb(-3), PERCENT)
