"""Adding publications: files are dropped or chosen, read one after another with their progress, and reported on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import streamlit as st

from assistant.answers import Answer
from assistant.held import held
from assistant.uploads import KINDS, LARGEST_FILE, Added, Progress, Upload, add, example, paired
from corpus.models import Document
from ui.addresses import ask_link, reading_link
from ui.frame import sentence
from ui.held_view import read_of
from ui.safe_text import escaped, label

LARGEST = LARGEST_FILE // 1_000_000  # MB of a file
INTRODUCTION = (
    f"Drop the text of one or more publications, or its page saved as HTML, of up to {LARGEST} MB each. Details that a "
    "text does not say can stand in a .toml file of the same name."
)
STAYS = "Everything stays on this computer."


class Adds(Protocol):
    """What adding needs of an assistant."""

    def ingest(self, path: Path, progress: Progress = ...) -> tuple[Document, bool]:
        """Hold the publication in a file; False beside it where it was held already."""

    def documents(self) -> tuple[Document, ...]:
        """Everything held."""

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer a question."""


@dataclass(slots=True)
class Outcome:
    """What became of a file: what was added, with a question it answers, or the sentence that says why it was not."""

    name: str
    added: Added | None = None
    question: str = ""
    problem: str = ""


@dataclass(slots=True)
class Adding:
    """Files that wait to be read, each with its sidecar, and what became of those before; in the session's memory."""

    waiting: list[tuple[Upload, Upload | None]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


def draw_adding(assistant: Adds, model: str = "") -> None:
    """Take files; read those that wait; say what became of them.

    `model` is the language model that can put answers into words, "" where there is none.

    A file leaves the queue when it is done, so that a page drawn again meanwhile goes on where it was.
    """
    state = _state()
    st.html(f'<h2 class="part" id="add">Add publications</h2><p>{INTRODUCTION} {_stays(model)}</p>')
    with st.form("adding", clear_on_submit=True, border=False):
        st.file_uploader(
            "Files of publications", type=list(KINDS), accept_multiple_files=True, key="files", max_upload_size=LARGEST
        )
        st.form_submit_button("Add", type="primary", on_click=_take)
    while state.waiting:
        text, sidecar = state.waiting[0]
        state.outcomes.append(_read(assistant, text, sidecar))
        state.waiting.pop(0)
    for outcome in state.outcomes:
        st.html(_outcome(outcome))


def forget(publication: str) -> None:
    """Say no more that a publication was added: it was removed."""
    state = _state()
    state.outcomes = [one for one in state.outcomes if not one.added or one.added.publication != publication]


def _stays(model: str) -> str:
    """Where files go, as HTML."""
    if not model:
        return STAYS
    return (
        f"Files stay on this computer. While “Use the model” is on, passages and tables that bear on a question are "
        f"sent to {escaped(model)} with it."
    )


def _state() -> Adding:
    state: Adding = st.session_state.setdefault("adding-state", Adding())
    return state


def _take() -> None:
    """Put the files that were chosen in the queue."""
    files = [Upload(file.name, file.getvalue()) for file in st.session_state["files"] or ()]
    st.session_state["adding-state"] = Adding(paired(files))


def _read(assistant: Adds, text: Upload, sidecar: Upload | None) -> Outcome:
    """Read a file. The store keeps others waiting only where they need what is being changed."""
    bar = st.progress(0.0, label(f"Reading {text.name}"))

    def progress(done: int, total: int) -> None:
        bar.progress(done / total, label(f"Reading {text.name}: {done:,} of {total:,} texts"))

    try:
        added = add(assistant, text, sidecar, progress)
        return Outcome(text.name, added, example(assistant, added.document))
    except Exception as error:
        return Outcome(text.name, problem=sentence(error))
    finally:
        bar.empty()


def _outcome(outcome: Outcome) -> str:
    if outcome.added is None:
        told = f"<b>Not added.</b> {escaped(outcome.problem)}"
        return f'<div class="problem" role="alert"><p>{told}</p></div>'
    publication = outcome.added.document.publication
    address = escaped(reading_link(publication.id))
    title = f'<h3><a href="{address}">{escaped(publication.title)}</a></h3>'
    lines = _lines(outcome.added) if outcome.added.changed else ["Already held: nothing changed."]
    if outcome.question:
        lines.append(f'You can ask: <a href="{escaped(ask_link(outcome.question))}">{escaped(outcome.question)}</a>')
    return f'<div class="added" role="status">{title}{"".join(f"<p>{line}</p>" for line in lines)}</div>'


def _lines(added: Added) -> list[str]:
    """What was read, what was not, and in place of what it stands, as HTML."""
    lines = [f"<b>Answers come from it now.</b> Read from {escaped(added.name)}: {read_of(held(added.document))}."]
    if added.in_place_of:
        whose = "the library's summary of it" if added.in_place_of.summary else "the text of it held before"
        lines.append(f"It stands in place of {whose}.")
    if left := added.document.left_out:
        lines.append(f"Left out: {escaped('; '.join(left))}.")
    return lines
