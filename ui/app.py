"""The page that `streamlit run ui/app.py` shows."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from ui.chat_page import Asks

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))  # last, so that what is installed comes first


@st.cache_resource(show_spinner="Opening the publications")
def open_assistant() -> "Asks":
    """The assistant, opened once and shared by every visitor."""
    from assistant.answer import Assistant

    return Assistant.open()


def main() -> None:
    """Open the assistant and draw the page; a store that cannot be opened is one sentence."""
    from ui.chat_page import chat_page, draw_frame, draw_problem, sentence

    st.set_page_config("Probation statistics", str(Path(__file__).with_name("icon.svg")), "centered")
    try:
        assistant = open_assistant()
    except Exception as error:
        draw_frame()
        draw_problem(sentence(error))
        st.button("Try again")
        return
    chat_page(assistant)


main()
