"""Choices on a page that its address tells, so that a view can be linked to and is there again on coming back.

A choice is the value of the widget `PAGE-NAME` and the parameter `NAME` of the address; "" is none.
"""

from collections.abc import Sequence

import streamlit as st


def choice_key(page: str, name: str) -> str:
    """The key of the widget of a choice."""
    return f"{page}-{name}"


def recall(page: str, names: Sequence[str]) -> None:
    """Set the widgets of a page before they are drawn: to what its address says, where that is news.

    On coming to the page by an address that says nothing they are as they were left.
    """
    said = {name: value for name in names if (value := st.query_params.get(name, ""))}
    kept: dict[str, str] | None = st.session_state.get(f"{page}-kept")
    coming = choice_key(page, names[0]) not in st.session_state
    if not coming and said == kept:
        return
    if coming and not said:
        said = kept or {}
    for name in names:
        st.session_state[choice_key(page, name)] = said.get(name, "")


def keep(page: str, names: Sequence[str]) -> dict[str, str]:
    """Write what the widgets of a page are set to into its address; what they are set to, by name."""
    chosen = {name: str(st.session_state.get(choice_key(page, name)) or "") for name in names}
    said = {name: value for name, value in chosen.items() if value}
    st.session_state[f"{page}-kept"] = said
    others = {name: value for name, value in st.query_params.to_dict().items() if name not in names}
    if {**others, **said} != st.query_params.to_dict():
        st.query_params.from_dict({**others, **said})
    return chosen
