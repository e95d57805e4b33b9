"""Links from one page to another: they keep the visit going, and work wherever the pages are served."""

import streamlit as st

from ui.safe_text import label


def draw_link(words: str, page: str, **asked: str) -> None:
    """A link to the page of an address ("measure"; "" is the first page), with what is asked of it there."""
    target = st.Page(_nothing, title="Page", url_path=page or "ask", default=not page)
    st.page_link(target, label=label(words), query_params=asked)


def _nothing() -> None:
    """Stands for a page that is drawn elsewhere: a link goes by the address alone."""
