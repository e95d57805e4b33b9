"""Buttons that save a file, which is made when it is asked for."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

Kind = Literal["md", "docx", "csv", "xlsx"]
OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES: dict[Kind, str] = {
    "md": "text/markdown",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "csv": "text/csv",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
}


def draw_save(words: str, made: Callable[[], bytes], name: str, kind: Kind, *, wide: bool = False) -> None:
    """A button that saves what is `made` as a file of a name and kind; no other of the page has that name and kind."""
    width: Literal["stretch", "content"] = "stretch" if wide else "content"
    file, key = f"{name}.{kind}", f"save-{name}-{kind}"
    st.download_button(f"{words} (.{kind})", made, file, TYPES[kind], key=key, on_click="ignore", width=width)
