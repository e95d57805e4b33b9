"""Adding publications: files are dropped or chosen, read one after another with their progress, and reported on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import streamlit as st

from assistant.answers import Answer
from assistant.held import held
from assistant.ingesting import Ingested
from assistant.uploads import KINDS, LARGEST, Progress, Upload, add, example, paired
from corpus.models import Document
from ui.addresses import ask_link, reading_link
from ui.frame import sentence
from ui.held_view import counted, read_of
from ui.safe_text import escaped, label

LARGEST_MB = LARGEST // 1_000_000
AT_ONCE = 5  # changes and disagreements that are shown at once; the others open
INTRODUCTION = (
    f"Drop one or more publications, of up to {LARGEST_MB} MB each: PDF, Word, a saved web page or plain text, the "
    "spreadsheet with a release’s data tables (.ods, .xlsx, .csv), the JSON of GOV.UK or of written questions, or a "
    "zip of any of these; a file is known by what it holds, not by its name. Details that a publication does not say "
    "can stand in a .toml file of the same name."
)
STAYS = "Everything stays on this computer."


class Adds(Protocol):
    """What adding needs of an assistant."""

    def ingest(self, path: Path, progress: Progress = ...) -> list[Ingested]:
        """Hold every publication in a file, and say what became of each."""

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer a question."""


@dataclass(slots=True)
class Outcome:
    """What became of a publication in a file, with a question that it answers."""

    ingested: Ingested
    question: str = ""

    @property
    def publication(self) -> str:
        """The id of the publication; "" where it was not read."""
        document = self.ingested.document
        return document.publication.id if document else ""


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
            "Files of publications",
            type=list(KINDS),
            accept_multiple_files=True,
            key="files",
            max_upload_size=LARGEST_MB,
        )
        st.form_submit_button("Add", type="primary", on_click=_take)
    while state.waiting:
        file, sidecar = state.waiting[0]
        state.outcomes += _read(assistant, file, sidecar)
        state.waiting.pop(0)
    for outcome in state.outcomes:
        st.html(_outcome(outcome))


def forget(publication: str) -> None:
    """Say no more that a publication was added: it was removed."""
    state = _state()
    state.outcomes = [one for one in state.outcomes if one.publication != publication]


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


def _read(assistant: Adds, file: Upload, sidecar: Upload | None) -> list[Outcome]:
    """Read a file. The store keeps others waiting only where they need what is being changed."""
    bar = st.progress(0.0, label(f"Reading {file.name}"))

    def progress(done: int, total: int) -> None:
        bar.progress(done / total, label(f"Preparing {file.name} for searching: {done:,} of {total:,} texts"))

    try:
        return [Outcome(one, _question(assistant, one.document)) for one in add(assistant, file, sidecar, progress)]
    except Exception as error:
        return [Outcome(Ingested(name=file.name, problem=sentence(error)))]
    finally:
        bar.empty()


def _question(assistant: Adds, document: Document | None) -> str:
    """A question that a publication answers; "" where none was found."""
    return example(assistant, document) if document else ""


def _outcome(outcome: Outcome) -> str:
    one = outcome.ingested
    if one.document is None:
        told = f"<b>Not added.</b> {escaped(one.problem)}"
        return f'<div class="problem" role="alert"><p>{told}</p></div>'
    publication = one.document.publication
    address = escaped(reading_link(publication.id))
    title = f'<h3><a href="{address}">{escaped(publication.title)}</a></h3>'
    changed = f"<p><b>Answers come from it now.</b> {_read_from(one, one.document)}</p>{_changes(one)}"
    told = changed if one.changed else "<p>Already held: nothing changed.</p>"
    left = _some("What was left out", "Left out", one.document.left_out)
    disagreements = _some("Where its figures disagree", "Its figures disagree", one.disagreements)
    asked = f'<p>You can ask: <a href="{escaped(ask_link(outcome.question))}">{escaped(outcome.question)}</a></p>'
    return (
        f'<div class="added" role="status">{title}{told}{disagreements}{left}{asked if outcome.question else ""}</div>'
    )


def _read_from(one: Ingested, document: Document) -> str:
    """How much was read, and in place of what it stands, as HTML."""
    read = f"Read from {escaped(one.name)}: {read_of(held(document))}."
    return f"{read} {escaped(one.replaces)}".strip()


def _changes(one: Ingested) -> str:
    """What differs from what it stands in place of, as HTML."""
    passages = f"<p>{escaped(one.changes.passages)}.</p>" if one.changes.passages else ""
    return _some("What changed", "Changed", [str(change) for change in one.changes.figures]) + passages


def _some(all_of: str, title: str, told: Sequence[str]) -> str:
    """A list with its title; where it is long, one that opens."""
    if not told:
        return ""
    items = f"<ul>{''.join(f'<li>{escaped(line)}</li>' for line in told)}</ul>"
    if len(told) <= AT_ONCE:
        return f"<p>{title}:</p>{items}"
    return f"<details><summary>{all_of} ({counted(len(told), 'thing')})</summary>{items}</details>"
