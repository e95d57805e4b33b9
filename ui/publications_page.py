"""The page of the publications: search inside them, what is held, adding and removing."""

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from assistant.held import Held
from ui.adding import Adds, draw_adding, forget
from ui.found_view import Found, found_html, within
from ui.frame import draw_frame, draw_problem, sentence
from ui.held_view import counted, held_entry, latest_first
from ui.safe_text import escaped, label

AT_ONCE = 10  # places found that are shown at once
MOST = 200  # places found that are looked at
ALL = ""
SUMMARY_AGAIN = "The library's summary of it answers again."
NO_LONGER = "It is no longer held."


class Keeps(Adds, Protocol):
    """What the page needs of an assistant."""

    def publications(self) -> Sequence[Held]:
        """What is held."""

    def search(self, words: str, count: int = ...) -> Sequence[Found]:
        """The passages and table rows that bear most on words, best first."""

    def remove(self, publication: str) -> bool:
        """Hold a publication that was added no longer; False where it was not."""


def publications_page(assistant: Keeps, model: str = "") -> None:
    """Draw the page. What is held is drawn last, in its place, so that it shows what was just added.

    `model` is the language model that can put answers into words, "" where there is none.
    """
    draw_frame("Publications")
    searching, listed, adding = st.container(), st.container(), st.container()
    with adding:
        draw_adding(assistant, model)
    try:
        held = latest_first(assistant.publications())
    except Exception as error:
        draw_problem(sentence(error))
        return
    with searching:
        _draw_search(assistant, held)
    with listed:
        _draw_held(assistant, held)


def _draw_search(assistant: Keeps, held: Sequence[Held]) -> None:
    titles = {ALL: "All publications"} | {one.publication.id: one.publication.title for one in held}
    typed = st.text_input("Search inside them", type="search", key="words", bind="query-params")
    chosen = st.selectbox(
        "In which publication", list(titles), format_func=titles.__getitem__, key="in", persist_state="session"
    )
    if not (typed or "").strip():
        return
    try:
        with st.spinner(_waiting()):
            found = within(assistant.search(typed or "", MOST), chosen)
    except Exception as error:
        draw_problem(sentence(error))
        return
    st.session_state["searched"] = True
    if not found:
        st.html(f'<p role="status">Nothing was found for {escaped(typed or "")}.</p>')
        return
    shown = _shown((typed or "", chosen))
    st.html(f'<h2 class="part">Found</h2>{found_html(found[:shown], typed or "")}')
    if shown < len(found):
        st.button("Show more", on_click=_show_more)


def _waiting() -> str:
    if st.session_state.get("searched"):
        return "Searching"
    return "Searching. The first search also loads the search model, which can take 10 seconds or more"


def _shown(search: tuple[str, str]) -> int:
    """How many places of this search are shown; a new search starts again."""
    if st.session_state.get("search") != search:
        st.session_state["search"], st.session_state["shown"] = search, AT_ONCE
    return int(st.session_state["shown"])


def _show_more() -> None:
    st.session_state["shown"] += AT_ONCE


def _draw_held(assistant: Keeps, held: Sequence[Held]) -> None:
    count = f"{counted(len(held), 'publication')} held, latest first."
    st.html(f'<h2 class="part">What is held</h2><p>{count} <a href="#add">Add publications</a></p>')
    if told := st.session_state.pop("removed", ""):
        st.html(f'<div class="added" role="status"><p>{escaped(told)}</p></div>')
    for one in held:
        st.html(held_entry(one, held))
        if one.ingested:
            name = label(f"Remove {one.publication.title}")
            if st.button(name, key=f"remove-{one.publication.id}", wrap=True):
                _confirm(assistant, one)


@st.dialog("Remove this publication?")
def _confirm(assistant: Keeps, one: Held) -> None:
    """Ask before a publication is removed, and say what answers then."""
    st.html(f"<p>{escaped(one.publication.title)}</p><p>{_then(one)}</p>")
    with st.container(horizontal=True):
        if st.button("Remove it", type="primary", key="remove", on_click=_remove, args=(assistant, one)):
            st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()


def _then(one: Held) -> str:
    """What answers once it is removed."""
    return "The library's summary of it will answer again." if one.replaces else "It will no longer be held."


def _remove(assistant: Keeps, one: Held) -> None:
    try:
        removed = assistant.remove(one.publication.id)
        now = SUMMARY_AGAIN if one.replaces else NO_LONGER
        told = f"{one.publication.title} was removed. {now}" if removed else "It had been removed already."
        forget(one.publication.id)
    except Exception as error:
        told = f"It could not be removed. {sentence(error)}"
    st.session_state["removed"] = told
