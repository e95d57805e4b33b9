"""What can be done with an answer: copy it, pass it on, turn it into a parliamentary answer, say what it was worth."""

from collections.abc import Sequence

import streamlit as st

from assistant.conversations import Turn
from assistant.exports.copied import whole_answer
from ui.copying import copy_button, link_button
from ui.sitting import Sitting
from ui.write_up import write_up


def draw_tools(sitting: Sitting, turn: Turn, outdated: Sequence[str]) -> None:
    """Draw the tools of an answered turn; what of it is `outdated` goes with its copy."""
    answer = turn.answer
    if answer is None:
        return
    copy = copy_button("Copy the whole answer", whole_answer(answer, outdated))
    st.html(f'<div class="tools">{copy}{_link(turn)}</div>')
    with st.container(key=f"tools-{turn.number}", horizontal=True, vertical_alignment="center"):
        if answer.citations and st.button("As a parliamentary answer", key=f"write-up-{turn.id}"):
            write_up(sitting, turn)
        _draw_rating(sitting, turn)


def _link(turn: Turn) -> str:
    return link_button("Copy a link to this answer", f"?answer={turn.id}")


def _draw_rating(sitting: Sitting, turn: Turn) -> None:
    """Thumbs, and once one is given a line for words; both are kept with the conversation."""
    useful, comment = f"useful-{turn.id}", f"comment-{turn.id}"
    if turn.useful is not None:
        st.session_state.setdefault(useful, int(turn.useful))
    st.html('<p class="rate">Was this useful?</p>', width="content")
    given = st.feedback("thumbs", key=useful, on_change=sitting.rate, args=(turn, useful, comment))
    if given is not None:
        st.text_input(
            "What was good or wrong with it? It is kept on this server, with the conversation.", turn.comment,
            key=comment, max_chars=1000, on_change=sitting.rate, args=(turn, useful, comment),
        )  # fmt: skip
