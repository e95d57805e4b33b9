"""Figures as a grid that can be sorted and searched: numbers are sorted as numbers and shown as they are printed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from assistant.figures import FigureRow

PRINTED = ("Figure", "Target", "Change")
HEADERS = ("Measure", *PRINTED, "Target met", "Note", "Period", "Area", "Publication", "Place")
ROW, NAME, NOTE = 76, 216, 120  # pixels: names in up to four lines, and a figure and its target beside on a telephone
FEW, HEIGHT = 8, 570  # rows from which the grid scrolls in itself, and its height then, pixels


class Printed(float):
    """A number that is shown as it is printed."""

    text: str

    def __new__(cls, value: Decimal | None, text: str) -> "Printed":
        """The number, none where none is printed: the grid then shows nothing, and the row says what is printed."""
        made = super().__new__(cls, "nan" if value is None else value)
        made.text = text
        return made

    def __str__(self) -> str:
        """What is printed."""
        return self.text


def shown_cells(figure: FigureRow) -> tuple[str, ...]:
    """A figure's row in words, under HEADERS."""
    one = figure.observation
    return (
        figure.measure, figure.figure, figure.target, one.change_shown, figure.outcome, _noted(figure),
        one.period.label, one.area, figure.publication.title, str(one.locator),
    )  # fmt: skip


def draw_grid(figures: Sequence[FigureRow], key: str) -> int | None:
    """Draw figures; the place among them of the one that is chosen, None where none is."""
    state = st.dataframe(
        _frame(figures).style.format(str, subset=list(PRINTED)),
        key=key,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW,
        height=HEIGHT if len(figures) > FEW else "auto",
        column_config={
            "Measure": st.column_config.TextColumn(width=NAME),
            "Note": st.column_config.TextColumn(width=NOTE),
        },
        alt="Published figures",
        placeholder="",
    )
    chosen = state["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(figures) else None


def _noted(figure: FigureRow) -> str:
    """What is printed in place of numbers, and whether there is a warning: "Warning; change [x]"."""
    one = figure.observation
    printed = (("figure", one.value, one.shown), ("target", one.target, one.target_shown),
               ("change", one.change, one.change_shown))  # fmt: skip
    symbols = [f"{name} {shown}" for name, value, shown in printed if value is None and shown]
    told = "; ".join((["warning"] if figure.warnings else []) + symbols)
    return told[:1].upper() + told[1:]


def _frame(figures: Sequence[FigureRow]) -> Any:
    """The figures as a pandas DataFrame, which has no types."""
    from pandas import DataFrame, Series  # type: ignore[import-untyped]

    told = DataFrame([shown_cells(figure) for figure in figures], columns=list(HEADERS), dtype=object)
    for name, values in (
        ("Figure", [Printed(f.observation.value, f.figure) for f in figures]),
        ("Target", [Printed(f.observation.target, f.target) for f in figures]),
        ("Change", [Printed(f.observation.change, f.observation.change_shown) for f in figures]),
    ):
        told[name] = Series(values, index=told.index, dtype=object)  # else they become plain numbers
    return told
