"""The page of every published figure: it filters them, and shows the source of the one that is chosen."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

import streamlit as st

from assistant.answers import Choice
from assistant.citing import figure_citation
from assistant.exports.text import released
from assistant.figure_filters import NAMES, Wanted, filtered
from assistant.figures import HEADERS as FILE_HEADERS
from assistant.figures import FigureRow, cells, repeated, rows
from assistant.holdings import Holdings
from corpus.models import Document
from ui.figure_grid import HEADERS, draw_grid, shown_cells
from ui.frame import draw_frame, draw_problem, sentence
from ui.kept_choices import choice_key, keep, recall
from ui.links import draw_link
from ui.plain_table import table_html
from ui.safe_text import escaped
from ui.saving import draw_save
from ui.source_cards import source_body

PAGE = "figures"
INTRODUCTION = (
    "Every figure in the tables of the publications held, as published. Choose one to see where it is printed."
)
LABELS = {
    "measure": "Measure",
    "period": "Period",
    "outcome": "Target met",
    "area": "Area",
    "service": "Service",
    "publication": "Publication",
}
EVERY = {"measure": "Every measure", "period": "Every period", "outcome": "Met or not", "area": "Every area",
         "service": "Every service", "publication": "Every publication"}  # fmt: skip
NOTHING = "No figure fits all of this. Take a filter away, or search for fewer words."
PLAIN_ROWS = 200  # of a plain table: a browser and a screen reader slow down with many more


class Holds(Protocol):
    """What the page needs of an assistant."""

    def documents(self) -> tuple[Document, ...]:
        """Everything held."""


def figures_page(assistant: Holds) -> None:
    """Draw the filters, the figures that pass them, and the source of the one that is chosen."""
    draw_frame("Figures")
    st.html(f'<p class="covers">{INTRODUCTION}</p>')
    try:
        documents = assistant.documents()
        figures = rows(documents)
    except Exception as error:
        draw_problem(sentence(error))
        return
    recall(PAGE, NAMES)
    _forget_what_is_not_held(figures)
    wanted = Wanted(**{name: str(st.session_state[choice_key(PAGE, name)] or "") for name in NAMES})
    chosen, choices = filtered(figures, wanted)
    _draw_filters(choices)
    keep(PAGE, NAMES)
    holdings = Holdings(documents)
    _draw_count(holdings, chosen, len(figures), wanted)
    if chosen:
        _draw_figures(holdings, chosen)


def _forget_what_is_not_held(figures: Sequence[FigureRow]) -> None:
    """An address may name what is not held, or not any more."""
    choices = filtered(figures, Wanted())[1]
    for name, known in choices.items():
        key = choice_key(PAGE, name)
        if st.session_state.get(key) not in {choice.key for choice in known}:
            st.session_state[key] = ""


def _draw_filters(choices: Mapping[str, Sequence[Choice]]) -> None:
    st.text_input(
        "Words", key=choice_key(PAGE, "words"), type="search", placeholder="For example a measure, an area or a code"
    )
    with st.container(key="figure-filters"):
        for name, title in LABELS.items():
            labels = {"": EVERY[name], **{choice.key: choice.label for choice in choices[name]}}
            st.selectbox(title, list(labels), format_func=labels.__getitem__, key=choice_key(PAGE, name))


def _draw_count(holdings: Holdings, shown: Sequence[FigureRow], held: int, wanted: Wanted) -> None:
    """How many figures pass the filters, and a way to be rid of them."""
    told = f"{held:,} figures" if len(shown) == held else f"{len(shown):,} of {held:,} figures"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="count" role="status"><b>{told}</b>. {_minded(holdings, shown)}</p>')
        if wanted != Wanted():
            st.button("Show every figure", on_click=_clear)


def _minded(holdings: Holdings, shown: Sequence[FigureRow]) -> str:
    """What to mind of a number of figures."""
    if not shown:
        return NOTHING
    again = len(repeated(holdings, shown))
    return f"{again:,} of them print a figure of another publication again: mind that when you count." if again else ""


def _clear() -> None:
    for name in NAMES:
        st.session_state[choice_key(PAGE, name)] = ""


def _draw_figures(holdings: Holdings, figures: Sequence[FigureRow]) -> None:
    """Ways to see and to keep the figures, the figures, and beneath them the source of one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        plain = st.toggle("Show as a plain table", key="figures-plain", persist_state="session")
        draw_save("Download as CSV", partial(_csv, figures), "figures", "csv")
        draw_save("Download as Excel", partial(_excel, figures), "figures", "xlsx")
    place = _draw_plain(figures) if plain else draw_grid(figures, f"grid-{_view(figures)}")
    if place is not None:
        _draw_source(holdings, figures[place])


def _view(figures: Sequence[FigureRow]) -> int:
    """What tells these figures from others, so that a row chosen of others is not chosen of these."""
    return hash(tuple(figure.observation.locator for figure in figures))


def _draw_plain(figures: Sequence[FigureRow]) -> int | None:
    """The figures as a table of text, and a box to choose one by; the place of the one that is chosen."""
    few = figures[:PLAIN_ROWS]
    caption = "Published figures" if len(few) == len(figures) else f"The first {len(few)} of {len(figures):,} figures"
    st.html(f'<div class="figures">{table_html(caption, HEADERS, map(shown_cells, few))}</div>')
    chosen: int | None = st.selectbox(
        "Show the source of",
        range(len(few)),
        index=None,
        format_func=lambda place: _named(few[place]),
        key=f"plain-{_view(few)}",
        placeholder="Choose a figure",
    )
    return chosen


def _named(figure: FigureRow) -> str:
    one = figure.observation
    return f"{figure.measure}, {one.area}, {one.period.label}: {figure.figure}"


def _draw_source(holdings: Holdings, figure: FigureRow) -> None:
    """Where a figure is printed, what to mind of it, and the way to all that is held of its measure."""
    citation = figure_citation(holdings, figure.observation)
    where = ", ".join(part for part in (str(citation.locator), released(figure.publication)) if part)
    st.html(
        f'<div class="chosen"><h2>{escaped(_named(figure))}</h2>'
        f"<p><b>{escaped(figure.publication.title)}</b><br>{escaped(where)}</p>{_mind(figure)}</div>"
    )
    draw_link(f"All about {figure.measure}", "measure", code=figure.key)
    st.html(source_body(citation))


def _mind(figure: FigureRow) -> str:
    meaning = (f"{figure.observation.shown} stands for: {figure.meaning}.",) if figure.meaning else ()
    items = "".join(f"<li>{escaped(text)}</li>" for text in (*meaning, *figure.warnings))
    return f'<div class="caveats"><h3>Before you use this</h3><ul>{items}</ul></div>' if items else ""


def _csv(figures: Sequence[FigureRow]) -> bytes:
    from assistant.exports.workbook import as_csv

    return as_csv(FILE_HEADERS, cells(figures))


def _excel(figures: Sequence[FigureRow]) -> bytes:
    from assistant.exports.workbook import as_workbook

    return as_workbook("Figures", FILE_HEADERS, cells(figures))
