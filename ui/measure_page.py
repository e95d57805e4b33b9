"""The page of one measure: what it is, its figures through the editions, and what to compare with care."""

import streamlit as st

from assistant.figures import measure_key
from assistant.measure_history import MeasureHistory, history, measures
from ui.figures_page import Holds
from ui.frame import draw_frame, draw_problem, sentence
from ui.kept_choices import choice_key, keep, recall
from ui.links import draw_link
from ui.measure_view import echoes_html, facts_html, figures_html, notes_html, said_html
from ui.source_cards import source_card

PAGE = "measure"
NAMES = ("code",)
NOT_HELD = "No figure is held of the measure that the address names. Choose another."


def measure_page(assistant: Holds) -> None:
    """Draw a box to choose a measure by, and all that is held of the one that is chosen."""
    draw_frame("Measure")
    try:
        documents = assistant.documents()
        choices = {choice.key: choice.label for choice in measures(documents)}
    except Exception as error:
        draw_problem(sentence(error))
        return
    recall(PAGE, NAMES)
    key = choice_key(PAGE, "code")
    if (asked := st.session_state[key]) and asked not in choices:
        st.session_state[key] = None
        draw_problem(NOT_HELD)
    st.selectbox(
        "Choose a measure",
        list(choices),
        index=None,
        format_func=choices.__getitem__,
        key=key,
        placeholder="Type a name or a code",
    )
    chosen = keep(PAGE, NAMES)["code"]
    if chosen and (held := history(documents, chosen)):
        _draw(held)


def _draw(held: MeasureHistory) -> None:
    """All that is held of a measure, in the order in which it is read."""
    sources = (*held.sources, *held.said)
    marks = {source.number: f"measure-source-{source.number}" for source in sources}
    st.html(f'<div class="measure">{facts_html(held)}{figures_html(held, marks)}{notes_html(held.notes)}</div>')
    with st.container(horizontal=True):
        if held.question:
            draw_link("Ask about this measure", "", q=held.question)
        draw_link("Find it among all figures", "figures", measure=measure_key(held.measure))
    if held.chart:
        from ui.chart_view import draw_chart

        draw_chart(held.chart, "measure")
    st.html(f'<div class="measure">{echoes_html(held, marks)}{said_html(held.said, marks)}</div>')
    cards = "".join(source_card(source, marks[source.number]) for source in sources)
    st.html(f'<div class="measure"><h3>Sources</h3>{cards}</div>')
