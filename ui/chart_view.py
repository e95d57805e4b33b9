"""A chart of published figures, with its data as a table and as CSV: nothing can be seen that cannot be read."""

import re

import streamlit as st

from assistant.answers import Chart
from assistant.exports.workbook import as_csv
from ui.chart_bars import bar_chart, described
from ui.chart_words import bars, data, unit
from ui.plain_table import table_html
from ui.safe_text import escaped, label
from ui.tile_map import tile_map

LONGEST_NAME = 80  # characters of a file's name
TARGETS = "Each bar is a figure, the upright line on it its target."
FIGURES = "Each bar is a figure."
TILES = "Each tile stands about where the region does; the darker, the higher the rating."


def draw_chart(chart: Chart, key: str) -> None:
    """Draw a chart under its title, then its data; `key` is one that no other chart of the page has."""
    with st.container(key=f"{key}-chart"):
        if chart.kind == "regions":
            st.html(_title(chart, TILES) + tile_map(chart))
        else:
            drawn = bars(chart)
            st.html(_title(chart, TARGETS if any(bar.target is not None for bar in drawn) else FIGURES))
            st.altair_chart(bar_chart(drawn, unit(chart)), width="stretch", alt=described(drawn, chart.title))
        headers, rows = data(chart)
        table = table_html(chart.title, headers, rows)
        st.html(f'<details class="data"><summary>Data as a table</summary>{table}</details>')
        st.download_button(
            label(f"Download as CSV: {chart.title}"),
            as_csv(headers, rows),
            file_name(chart),
            "text/csv",
            key=f"{key}-csv",
            on_click="ignore",
            wrap=True,
        )


def file_name(chart: Chart) -> str:
    """The name of a chart's CSV: the words of its title."""
    words = re.sub(r"[^a-z0-9]+", "-", chart.title.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{words or 'figures'}.csv"


def _title(chart: Chart, how: str) -> str:
    return f'<div class="chart"><h3>{escaped(chart.title)}</h3><p>{how}</p></div>'
