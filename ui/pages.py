"""The pages: opens the assistant once for every visitor, and draws the page that was chosen."""

from functools import partial
from pathlib import Path

import streamlit as st

from assistant.answer import Assistant, default_home
from assistant.conversations import Conversations
from ui.about_page import about_page
from ui.chat_page import chat_page
from ui.check_page import check_page
from ui.figures_page import figures_page
from ui.frame import NAME, draw_frame, draw_problem, sentence
from ui.measure_page import measure_page
from ui.model_line import Configured, configured
from ui.publications_page import publications_page
from ui.reading_page import reading_page
from ui.sitting import visiting


@st.cache_resource(show_spinner="Opening the publications")
def open_assistant() -> Assistant:
    """The assistant, opened once and shared by every visitor."""
    return Assistant.open()


@st.cache_resource(show_spinner=False)
def open_model() -> Configured | None:
    """The language model that is configured, looked for once."""
    return configured(open_assistant())


def draw_pages() -> None:
    """Open the assistant and draw the page that was chosen; a store that cannot be opened is one sentence."""
    st.set_page_config(NAME, str(Path(__file__).with_name("icon.svg")), "centered")
    try:
        assistant, model = open_assistant(), open_model()
    except Exception as error:
        draw_frame()
        draw_problem(sentence(error))
        st.button("Try again")
        return
    name = model.name if model else ""
    pages = [
        st.Page(
            partial(chat_page, assistant, Conversations(default_home()), visiting(), model),
            title="Ask",
            url_path="ask",
            default=True,
        ),
        st.Page(partial(check_page, assistant), title="Check a draft", url_path="check"),
        st.Page(partial(figures_page, assistant), title="Figures", url_path="figures"),
        st.Page(partial(measure_page, assistant), title="Measure", url_path="measure", visibility="hidden"),
        st.Page(partial(publications_page, assistant, name), title="Publications", url_path="publications"),
        st.Page(partial(reading_page, assistant), title="Read", url_path="read", visibility="hidden"),
        st.Page(partial(about_page, assistant, name), title="About", url_path="about"),
    ]
    page = st.navigation(pages, position="hidden")
    with st.container(key="pages", horizontal=True):  # above the page, since a narrow screen hides the sidebar
        for one in pages:
            if one.visibility == "visible":
                st.page_link(one)
    page.run()
