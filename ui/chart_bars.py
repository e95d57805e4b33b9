"""Figures as bars, each beneath its name and what is said of it, with an upright line at its target.

Words stand above the bars and not beside them, so that they can be read on a narrow screen.
"""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ui.chart_words import Bar

if TYPE_CHECKING:
    import altair as alt

WIDEST = 50  # characters of a line
LINE, BAR, GAP = 17, 14, 20  # heights, in pixels
OVER = 5  # pixels that a target's line stands out of its bar
AXIS = 60  # pixels beneath the bars
COLOURS = {"met": "#0072b2", "missed": "#d55e00", "untold": "#6f7780"}  # told apart by the colour-blind too
INK = "#757575"  # of words and lines where the page's style does not give them its own
ALL = 100  # percent

Rows = list[dict[str, Any]]


def bar_chart(bars: Sequence[Bar], unit: str) -> "alt.LayerChart | alt.FacetChart":
    """The chart; it is as high as all its lines and bars, and as wide as the page."""
    import altair as alt

    marks, height = _laid_out(bars)
    x = alt.Scale(domain=_ends(bars, unit), nice=False, zero=False)
    axis = alt.Axis(title=unit or None, orient="bottom", tickCount=5, grid=False)
    in_pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    y = alt.Y("y:Q", axis=None, scale=in_pixels)
    colour = alt.Color("state:N", legend=None, scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())))
    layers = []
    for kind in ("names", "said"):
        text = alt.Chart(alt.InlineData(values=marks[kind])).mark_text(
            align="left", baseline="top", fontSize=13, fontWeight="bold" if kind == "names" else "normal", color=INK
        )
        layers.append(text.encode(x=alt.value(0), y=y, text="line:N"))
    drawn = alt.Chart(alt.InlineData(values=marks["bars"])).mark_bar()
    layers.append(drawn.encode(x=alt.X("value:Q", scale=x, axis=axis), x2="start:Q", y=y, y2="end:Q", color=colour))
    lines = alt.Chart(alt.InlineData(values=marks["targets"])).mark_rule(strokeWidth=4, color=INK)
    layers.append(lines.encode(x=alt.X("value:Q", scale=x, axis=axis), y=y, y2="end:Q"))
    return alt.layer(*layers, height=height + AXIS)


def described(bars: Sequence[Bar], title: str) -> str:
    """The chart in words, for those who hear the page."""
    return f"{title}. A bar chart; its data follow as a table. " + " ".join(f"{bar.name}: {bar.said}." for bar in bars)


def _laid_out(bars: Sequence[Bar]) -> tuple[Mapping[str, Rows], int]:
    """Every line of text and every bar with the height it stands at, and the height of all, in pixels."""
    marks: dict[str, Rows] = {"names": [], "said": [], "bars": [], "targets": []}
    at = 0
    for bar in bars:
        for kind, text in (("names", bar.name), ("said", bar.said)):
            for line in textwrap.wrap(text, WIDEST) or [""]:
                marks[kind].append({"line": line, "y": at})
                at += LINE
        top, bottom = at + OVER, at + OVER + BAR
        if bar.value is not None:
            marks["bars"].append({"value": float(bar.value), "start": 0, "state": bar.state, "y": top, "end": bottom})
        if bar.target is not None:
            marks["targets"].append({"value": float(bar.target), "y": top - OVER, "end": bottom + OVER})
        at = bottom + GAP if bar.value is not None or bar.target is not None else at + GAP
    return marks, at


def _ends(bars: Sequence[Bar], unit: str) -> list[float]:
    """Where the scale begins and ends: at nothing, and at all of them or a little past the largest of few."""
    given = [float(one) for bar in bars for one in (bar.value, bar.target) if one is not None]
    high, low = max(given, default=0.0), min(0.0, *given)
    if unit == "%" and low >= 0 and ALL / 2 <= high <= ALL:
        return [0, ALL]
    return [low * 1.05, high * 1.05 or 1]
