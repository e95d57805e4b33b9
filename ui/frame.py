"""What every page shares: its title and look, and one sentence for a problem."""

import logging
from pathlib import Path

import streamlit as st

from corpus.errors import ProbationError
from ui.safe_text import escaped

NAME = "Probation statistics"
STYLE = Path(__file__).with_name("page.css")
LOGGER = logging.getLogger(__name__)
UNEXPECTED = "Something unexpected went wrong here. Nothing you typed is lost: try again."


def draw_frame(title: str = NAME) -> None:
    """The title and the look of the page, and its name in the browser."""
    st.set_page_config(NAME if title == NAME else f"{title} - {NAME}")
    st.html(STYLE)
    st.title(title, anchor=False)


def draw_problem(words: str) -> None:
    """One sentence that says what is wrong."""
    st.html(f'<div class="problem" role="alert"><p><b>There is a problem.</b> {escaped(words)}</p></div>')


def sentence(error: Exception) -> str:
    """An error in words for the user; what was not foreseen is logged and said plainly."""
    if isinstance(error, ProbationError):
        return str(error)
    LOGGER.error("Unexpected error", exc_info=error)
    return UNEXPECTED
