"""The page that checks a draft: it takes text, has it checked and draws what was found; it decides nothing.

A draft is kept in the memory of the session alone: what is to be kept, the user saves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import streamlit as st

from assistant.checking.claims import CheckedDraft
from assistant.checking.files import KINDS, LARGEST, draft_text
from assistant.checking.shown import Piece, changes, parts, uncorrected
from ui.claim_cards import cards_html
from ui.copying import draw_copying
from ui.frame import draw_frame, draw_problem, sentence
from ui.marked_draft import key_html, marked_html
from ui.safe_text import escaped
from ui.saving import draw_save

INTRODUCTION = (
    "Every figure in your draft is looked up in the publications held, and so is every claim in words that their "
    "tables settle. Your draft stays on this computer and is not kept: save the result if you need it."
)
NOTHING = "There is no draft to check. Paste its text in the box, or choose a file."
CLAIMS_AT_ONCE = 100  # with the tables they cite; a browser slows down with many more
ALL, TO_MEND = "All", "Contradicted or not found"
ONLY_TO_MEND = "<style>.card.checked.supported:not([open]) { display: none; }</style>"
SHOW_RESULT = """
const result = document.getElementById("result");
result?.focus({preventScroll: true});
result?.scrollIntoView({block: "start"});
"""


class Checks(Protocol):
    """What the page needs of an assistant."""

    def check(self, text: str) -> CheckedDraft:
        """Hold every claim of a draft against what is published."""


@dataclass(slots=True)
class Checking:
    """Where the page stands: a draft that waits to be checked, one that was, or the sentence that says why not."""

    waiting: str | None = None
    checked: CheckedDraft | None = None
    parts: list[list[Piece]] = field(default_factory=list)  # of the draft, each drawn by itself
    problem: str = ""
    count: int = 0  # of the drafts checked


def check_page(assistant: Checks) -> None:
    """Take a draft; check the one that waits; draw what was found."""
    draw_frame("Check a draft")
    st.html(f'<p class="covers">{INTRODUCTION}</p>')
    st.text_area("Paste a draft", height=320, key="draft", persist_state="session")
    st.file_uploader(
        "Or choose a file, which takes the place of what is in the box",
        type=list(KINDS), key="file", on_change=_take_file, max_upload_size=LARGEST // 1_000_000,
    )  # fmt: skip
    st.button("Check", type="primary", on_click=_want)
    state = _state()
    if state.waiting is not None:
        _check(assistant, state)
    if state.problem:
        draw_problem(state.problem)
    elif state.checked:
        _draw(state, state.checked)


def _state() -> Checking:
    state: Checking = st.session_state.setdefault("checking", Checking())
    return state


def _take_file() -> None:
    """Put the text of a file that was chosen into the box; a file that cannot be read leaves the box as it is."""
    file = st.session_state["file"]
    if file is None:
        return
    try:
        st.session_state["draft"] = draft_text(file.name, file.getvalue())
        _state().problem = ""
    except Exception as error:
        _state().problem = sentence(error)


def _want() -> None:
    """Let what is in the box be checked."""
    text = st.session_state.get("draft") or ""
    count = _state().count
    waiting, problem = (text, "") if text.strip() else (None, NOTHING)
    st.session_state["checking"] = Checking(waiting=waiting, problem=problem, count=count + 1)


def _check(assistant: Checks, state: Checking) -> None:
    """Check the draft that waits; a problem becomes a sentence, and the text stays in the box."""
    try:
        with st.spinner("Checking the draft. The first one loads the search model, which can take 10 seconds or more"):
            checked = assistant.check(state.waiting or "")
            state.parts = parts(checked, CLAIMS_AT_ONCE)
            state.checked, state.waiting = checked, None
    except Exception as error:
        state.problem, state.waiting = sentence(error), None


def _draw(state: Checking, draft: CheckedDraft) -> None:
    """What was found of a draft, from the summary to the files to save."""
    st.html(f'<h2 class="result" id="result" tabindex="-1">{escaped(draft.summary)}</h2>')
    if draft.claims:
        _draw_part(state, draft)
        _draw_corrected(draft)
        _draw_notes(draft)
        _draw_save(draft)
    with st.container(key="mover"):
        st.html(f"<script>/* {state.count:d} */ {SHOW_RESULT}</script>", unsafe_allow_javascript=True)
        draw_copying()


def _draw_part(state: Checking, draft: CheckedDraft) -> None:
    """The draft with its marks and the cards of them, one part at a time where it is long.

    A card that is opened from the draft is shown whatever the choice.
    """
    names = [_part_name(draft, part) for part in state.parts]
    chosen = 0
    if len(names) > 1:
        chosen = st.selectbox(
            "Part of the draft", range(len(names)), format_func=names.__getitem__, key=f"part-{state.count}"
        )
    part = state.parts[chosen]
    numbers = _numbers(part)
    st.html(f"{key_html()}{marked_html(draft, part)}")
    st.html('<h2 class="part">Claims</h2>')
    verdicts = {draft.claims[number - 1].finding.verdict for number in numbers}
    choice = ALL
    if "supported" in verdicts and len(verdicts) > 1:
        choice = st.radio("Show", [ALL, TO_MEND], horizontal=True, key=f"show-{state.count}")
    if choice == TO_MEND:
        st.html(ONLY_TO_MEND)
    st.html(f'<div class="cards">{cards_html(draft, numbers)}</div>')


def _numbers(part: Sequence[Piece]) -> list[int]:
    return [piece.number for piece in part if piece.number]


def _part_name(draft: CheckedDraft, part: Sequence[Piece]) -> str:
    """What a part holds: "Claims 1 to 100 (3 contradicted)"."""
    numbers = _numbers(part)
    if not numbers:
        return "After the last claim"
    contradicted = sum(draft.claims[number - 1].finding.verdict == "contradicted" for number in numbers)
    return f"Claims {min(numbers)} to {max(numbers)} ({contradicted} contradicted)"


def _draw_corrected(draft: CheckedDraft) -> None:
    """The draft with what can simply be put right, and what was changed in it."""
    changed = "".join(f"<li><del>{escaped(was)}</del> → <ins>{escaped(now)}</ins></li>" for was, now in changes(draft))
    left = "".join(f"<li>{escaped(claim.figure)}</li>" for claim in uncorrected(draft))
    if not changed and not left:
        return
    told = f"<p>Changed:</p><ul>{changed}</ul>" if changed else ""
    told += f"<p>Contradicted, and left for you to put right:</p><ul>{left}</ul>" if left else ""
    st.html(f'<h2 class="part">Corrected draft</h2><div class="changes">{told}</div>')
    if changed:
        _draw_to_copy("corrected", draft.corrected)


def _draw_notes(draft: CheckedDraft) -> None:
    if draft.notes:
        st.html('<h2 class="part">Notes to add</h2>')
        _draw_to_copy("notes", "\n".join(draft.notes))


def _draw_to_copy(key: str, text: str) -> None:
    with st.container(key=f"copy-{key}"):
        st.code(text, language=None, wrap_lines=True)


def _draw_save(draft: CheckedDraft) -> None:
    """Files of all this, made when they are asked for."""
    st.html('<h2 class="part">Save</h2>')
    with st.container(horizontal=True):
        draw_save("Save as Markdown", partial(_markdown, draft), "checked-draft", "md")
        draw_save("Save as Word", partial(_word, draft), "checked-draft", "docx")


def _markdown(draft: CheckedDraft) -> bytes:
    from assistant.checking.report import as_markdown

    return as_markdown(draft).encode()


def _word(draft: CheckedDraft) -> bytes:
    from assistant.checking.word import as_word

    return as_word(draft)
