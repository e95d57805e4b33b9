"""The chat page: it asks the assistant and draws what comes back; it decides nothing about an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answers import Answer
from ui.answer_view import draw_answer
from ui.frame import ONE_AT_A_TIME, draw_frame, draw_problem, sentence
from ui.held_sidebar import Held, counted, draw_sidebar
from ui.safe_text import escaped, label


class Asks(Protocol):
    """What the page needs of an assistant."""

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer the last of the user's questions, the earlier ones being the conversation."""

    def publications(self) -> Sequence[Held]:
        """What is held."""

    def examples(self) -> tuple[str, ...]:
        """Questions that what is held can answer."""


@dataclass(slots=True)
class Turn:
    """A question with its answer, or with the sentence that says why there is none; neither while asked."""

    question: str
    answer: Answer | None = None
    problem: str = ""


def chat_page(assistant: Asks) -> None:
    """Draw the conversation, answering whatever question has no answer yet, and take the next.

    Every part keeps its place from run to run, so that an open card stays open and typed words stay.
    """
    draw_frame()
    talk = st.container()
    with st.container(key="ask"):
        st.chat_input("Ask about a published figure or finding", key="typed", on_submit=_ask_typed)
    mover = st.container(key="mover")
    with talk:
        try:
            held, examples = assistant.publications(), assistant.examples()
        except Exception as error:
            draw_problem(sentence(error))
            held, examples = (), ()
        st.html(f'<p class="covers">{escaped(coverage(held))}</p>')
        draw_sidebar(held, _start_again)
        if not _conversation():
            _draw_choices("Try one of these", examples, "example")
        for number in range(len(_conversation())):
            _draw_turn(assistant, number, mover)


def coverage(held: Sequence[Held]) -> str:
    """One line on what can be asked about."""
    years = sorted(one.publication.published.year for one in held if one.publication.published)
    span = f", {years[0]} to {years[-1]}" if years and years[0] < years[-1] else ""
    return f"Ask in plain English. Answers come from {counted(len(held), 'publication')}{span}, with the source."


def _conversation() -> list[Turn]:
    turns: list[Turn] = st.session_state.setdefault("conversation", [])
    return turns


def _start_again() -> None:
    st.session_state["conversation"] = []


def _ask(question: str) -> None:
    if question.strip():
        _conversation().append(Turn(question.strip()))


def _ask_typed() -> None:
    _ask(st.session_state["typed"] or "")


def _try_again(turn: Turn) -> None:
    turn.problem = ""


def _draw_choices(title: str, questions: Sequence[str], key: str) -> None:
    """Questions as buttons; clicking one asks it."""
    if not questions:
        return
    with st.container(key=f"choices-{key}", gap="small"):
        st.html(f'<p class="choose">{escaped(title)}</p>')
        for number, question in enumerate(questions):
            st.button(label(question), key=f"{key}-{number}", on_click=_ask, args=(question,), wrap=True)


def _draw_turn(assistant: Asks, number: int, mover: DeltaGenerator) -> None:
    conversation = _conversation()
    turn = conversation[number]
    with st.chat_message("user"):
        asked = f'<span class="unseen">You asked: </span>{escaped(turn.question)}'
        st.html(f'<p class="question" id="turn-{number}">{asked}</p>')
    with st.chat_message("assistant"):
        waiting = st.empty()
        asking = turn.answer is None and not turn.problem
        if asking:
            _bring_into_view(number, mover)
            with waiting:
                _get_answer(assistant, turn, [one.question for one in conversation[:number] if one.answer])
        if turn.answer is not None:
            _draw_reply(turn.answer, number, last=turn is conversation[-1])
        elif turn.problem:
            draw_problem(turn.problem)
            st.button("Try again", key=f"again-{number}", on_click=_try_again, args=(turn,))
        if asking:
            _bring_into_view(number, mover)


def _bring_into_view(number: int, mover: DeltaGenerator) -> None:
    """Scroll to a question, so that its answer is read from the top; no text enters the script."""
    go = f"document.getElementById('turn-{number:d}')?.scrollIntoView({{block: 'start'}})"
    mover.html(f"<script>{go}</script>", unsafe_allow_javascript=True)


def _get_answer(assistant: Asks, turn: Turn, earlier: list[str]) -> None:
    """Ask, with the answered questions before this one; a problem becomes the turn's sentence."""
    try:
        with st.spinner(_waiting()), ONE_AT_A_TIME:
            turn.answer = assistant.ask([*earlier, turn.question])
    except Exception as error:
        turn.problem = sentence(error)


def _waiting() -> str:
    """What the spinner says: reading text needs the search model, which takes seconds to load, once."""
    if any(one.answer and any(source.passage for source in one.answer.citations) for one in _conversation()):
        return "Looking in the publications"
    return (
        "Looking in the publications. The first question about their text also loads the search model, "
        "which can take 10 seconds or more"
    )


def _draw_reply(answer: Answer, number: int, last: bool) -> None:
    """The answer, and its readings to choose from: buttons while it is the latest, else a list."""
    try:
        draw_answer(answer, number)
    except Exception as error:
        draw_problem(sentence(error))
    if answer.options and last:
        _draw_choices("Which do you mean?", answer.options, f"option-{number}")
    elif answer.options:
        items = "".join(f"<li>{escaped(option)}</li>" for option in answer.options)
        st.html(f'<ul class="readings">{items}</ul>')
