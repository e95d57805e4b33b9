"""What a chart says in words: the same for its bars, its table and its CSV, as published."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant import phrases
from assistant.answers import Chart
from assistant.calculate import is_met
from assistant.cell_phrases import amount
from corpus.models import Observation

State = Literal["met", "missed", "untold", "absent"]
SIGNS = {"met": "✓ Met: ", "missed": "✗ Missed: ", "untold": "", "absent": "Not available: "}


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a chart: what it is of, what is said of it, the figure and its target, None where none is given."""

    name: str
    said: str
    state: State
    value: Decimal | None
    target: Decimal | None


def bars(chart: Chart) -> list[Bar]:
    """The figures of a chart of measures or of years, in its order."""
    return [
        Bar(_name(chart, o), SIGNS[state(o)] + _said(chart, o), state(o), o.value, o.target)
        for o in chart.observations
    ]  # fmt: skip


def state(observation: Observation) -> State:
    """How a figure stands to its target: met or missed, untold without a target, absent without a figure."""
    if observation.value is None:
        return "absent"
    if observation.target is None:
        return "untold"
    return "met" if is_met(observation) else "missed"


def unit(chart: Chart) -> str:
    """What the figures are in, as a heading says it: "%", "FTE", "" without any."""
    found = next((o.unit for o in chart.observations if o.value is not None), "")
    return {"percent": "%", "rating": ""}.get(found, found)


def data(chart: Chart) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The headings and rows of a chart's data, every figure as printed; columns that no row fills are left out."""
    rows = [_row(chart, observation) for observation in chart.observations]
    kept = [n for n in range(len(rows[0])) if any(row[n][1] for row in rows)]
    return tuple(rows[0][n][0] for n in kept), [tuple(row[n][1] for n in kept) for row in rows]


def _row(chart: Chart, observation: Observation) -> list[tuple[str, str]]:
    """Headings with cells; what names the row first."""
    period = ("Period", observation.period.label)
    place = ("Place", _place(chart, observation))
    if chart.kind == "regions":
        return [
            ("Region", observation.area),
            period,
            ("Rating", observation.shown),
            ("Called", observation.label),
            place,
        ]
    measure = ("Measure", phrases.measure_name(observation.measure))
    names = [period, measure] if chart.kind == "editions" else [measure, period]
    found = {"met": "Met", "missed": "Missed"}.get(state(observation), "")
    better = "Lower" if observation.lower_is_better else "Higher"
    of = f" ({unit(chart)})" if unit(chart) else ""
    return [
        *names,
        ("Area", observation.area),
        (f"Figure{of}", observation.shown),
        (f"Target{of}", observation.target_shown),
        ("Better", better if observation.target_shown else ""),
        ("Against target", found),
        ("In the publication's count", "" if _all_counted(chart) else "Yes" if observation.counted else "No"),
        ("Change on the previous year", observation.change_shown),
        place,
    ]


def _name(chart: Chart, observation: Observation) -> str:
    """What a bar is of: the measure or the year, with what tells it from the others."""
    period = observation.period.label
    if chart.kind == "editions":
        return (
            f"{period} ({observation.measure.code})"
            if _differ([o.measure.code for o in chart.observations])
            else period
        )
    name = phrases.measure_name(observation.measure)
    usual = max(chart.observations, key=lambda o: o.period.months).period
    return name if observation.period == usual else f"{name}, {period}"


def _said(chart: Chart, observation: Observation) -> str:
    said = f"published as {observation.shown}" if observation.value is None else amount(observation)
    if observation.target_shown:
        most = "at most " if observation.lower_is_better and observation.target is not None else ""
        said += f", target {most}{phrases.with_unit(observation.target_shown, observation)}"
    if observation.lower_is_better:
        said += " (lower is better)"
    if chart.kind == "targets" and observation.value is not None and not observation.counted:
        said += " (not in the publication's count)"
    change = observation.change
    if chart.kind == "editions" and change:
        better = f", {phrases.judged(observation, change)}" if observation.target_shown else ""
        said += f"; {'up' if change > 0 else 'down'} {phrases.points(change)} on the year before{better}"
    return said


def _place(chart: Chart, observation: Observation) -> str:
    titles = {publication.id: publication.title for publication in chart.publications}
    identifier = observation.locator.publication
    return f"{titles.get(identifier, identifier)}, {observation.locator}"


def _all_counted(chart: Chart) -> bool:
    return all(observation.counted for observation in chart.observations)


def _differ(texts: Sequence[str]) -> bool:
    return len(set(texts)) > 1
