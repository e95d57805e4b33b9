"""The line that says which language model puts answers into words, where one is configured, with its switch."""

from dataclasses import dataclass

import streamlit as st

from assistant.answer import Assistant
from assistant.model.settings import settings
from corpus.errors import UnusableModel
from ui.safe_text import escaped
from ui.sitting import AsksModel

UNUSABLE = "The language model that is configured cannot be used; answers are the built-in ones."
WANTED = (
    "Answers are put into words by <b>{}</b>, which is sent the conversation. "
    "Every figure is checked against its source."
)
UNWANTED = "Answers are the built-in ones. <b>{}</b> is not asked, and is sent nothing."


@dataclass(frozen=True, slots=True)
class Configured:
    """The language model that is configured: its name ("provider:name"), or why it cannot be used, in a sentence."""

    name: str = ""
    model: AsksModel | None = None
    problem: str = ""


def configured(assistant: Assistant) -> Configured | None:
    """The model that the environment or Streamlit's secrets name; None where they name none."""
    st.secrets.load_if_toml_exists()  # from then on, what stands in them before any section is in the environment
    try:
        found = settings()
        if found is None:
            return None
        from assistant.model.answering import Modelled

        return Configured(found.name, Modelled(assistant, found))
    except UnusableModel as error:
        return Configured(problem=str(error))


def draw_model_line(found: Configured) -> AsksModel | None:
    """Draw the line; the model, where the visitor has it put answers into words. The address keeps that choice."""
    if found.model is None:
        st.html(f'<p class="model">{UNUSABLE} {escaped(found.problem)}</p>')
        return None
    with st.container(key="model-line", horizontal=True, vertical_alignment="center"):
        said = st.empty()
        wanted = st.toggle("Use the model", value=True, key="model", bind="query-params", width="content")
        said.html(f'<p class="model">{(WANTED if wanted else UNWANTED).format(escaped(found.name))}</p>')
    return found.model if wanted else None
