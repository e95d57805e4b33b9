"""The sidebar of the Ask page: this conversation's name, files and end, and the visitor's other conversations."""

from datetime import date
from functools import partial

import streamlit as st

from assistant.conversations import Conversation, Listed
from assistant.exports.conversation import as_markdown, as_word, figures_csv
from assistant.exports.text import day
from ui.frame import sentence
from ui.held_view import counted
from ui.safe_text import escaped, label
from ui.saving import draw_save
from ui.sitting import Sitting

FIRST = 15  # conversations listed before more are asked for


def draw_conversations(sitting: Sitting) -> None:
    """Draw the sidebar."""
    with st.sidebar:
        st.button("New conversation", key="new", on_click=sitting.start_again, width="stretch")
        if sitting.conversation:
            _draw_this(sitting, sitting.conversation)
        st.html('<h2 class="side">Your conversations</h2>')
        words = st.text_input("Find a conversation", key="find-conversation", placeholder="Words in it")
        try:
            found = sitting.conversations.listed(sitting.visitor, words)
        except Exception as error:
            st.html(f"<p>{escaped(sentence(error))}</p>")
            return
        _draw_list(sitting, found, words)


def _draw_this(sitting: Sitting, conversation: Conversation) -> None:
    """The open conversation: its name, its files, and its end."""
    with st.expander("This conversation"):
        key = f"name-{conversation.id}"
        st.text_input("Name", conversation.name, key=key, max_chars=80, on_change=sitting.rename, args=(key,))
        st.html(f"<p>{counted(len(conversation.turns), 'question')}. Save it with its sources:</p>")
        outdated = sitting.assistant.outdated
        draw_save("Markdown", lambda: as_markdown(conversation, outdated).encode(), "conversation", "md", wide=True)
        draw_save("Word", partial(as_word, conversation, outdated), "conversation", "docx", wide=True)
        draw_save("Figures as CSV", partial(figures_csv, conversation, outdated), "conversation", "csv", wide=True)
        with st.popover("Delete", width="stretch"):
            st.html("<p>The questions, the answers and what was said of them are deleted for good.</p>")
            st.button("Delete this conversation", key="delete", on_click=sitting.delete, type="primary")


def _draw_list(sitting: Sitting, found: list[Listed], words: str) -> None:
    if not found:
        none = "No conversation of yours has these words." if words else "None yet. What you ask is kept here."
        st.html(f"<p>{none}</p>")
    more = len(found) > FIRST and st.session_state.get("all-conversations")
    open_now = sitting.conversation.id if sitting.conversation else ""
    with st.container(key="conversations", gap="small"):
        for one in found if more else found[:FIRST]:
            here = "► " if one.id == open_now else ""
            help_ = f"{day(date.fromtimestamp(one.changed))}, {counted(one.turns, 'question')}"
            st.button(
                here + label(one.name), key=f"open-{one.id}", on_click=sitting.open, args=(one.id,),
                help=help_, type="tertiary", wrap=True,
            )  # fmt: skip
    if len(found) > FIRST and not more:
        st.button("Show more", key="all-conversations-wanted", on_click=_show_all)


def _show_all() -> None:
    st.session_state["all-conversations"] = True
