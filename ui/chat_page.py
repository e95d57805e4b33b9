"""The Ask page: it asks the assistant and draws what comes back; it decides nothing about an answer."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.conversations import Conversations, Turn, set_by_hand
from assistant.held import Held
from ui.addresses import ask_link
from ui.answer_tools import draw_tools
from ui.answer_view import draw_answer, draw_near
from ui.chart_view import draw_chart
from ui.chips import draw_chips
from ui.conversation_list import draw_conversations
from ui.copying import draw_copying
from ui.frame import draw_frame, draw_problem, sentence
from ui.held_view import counted
from ui.model_line import Configured, draw_model_line
from ui.outdated_view import draw_outdated
from ui.safe_text import answer_html, escaped, label
from ui.sitting import LONGEST, Asks, Sitting, sit_down, trouble

DRAWN = 10  # turns at once; a browser slows down with many more
PLACEHOLDER = "Ask about a published figure"
TELL = """
if (!document.getElementById("told")) {
  const told = document.createElement("div");
  told.id = "told";
  told.setAttribute("role", "status");
  told.className = "unseen";
  document.body.append(told);
}
setTimeout(() => {  // when the answer is drawn
  const told = document.getElementById("told");
  told.textContent = %s ?? "";
  setTimeout(() => { told.textContent = ""; }, 3000);
}, 300);
"""


def chat_page(
    assistant: Asks, conversations: Conversations, visitor: str, configured: Configured | None = None
) -> None:
    """Draw the conversation of a visitor, answering whatever question has no answer yet, and take the next.

    Every part keeps its place from run to run, so that an open card stays open and typed words stay.
    """
    draw_frame()
    if shared := st.query_params.get("answer"):
        _draw_shared(assistant, conversations, shared)
        return
    try:
        sitting = sit_down(assistant, conversations, visitor)
    except Exception as error:
        draw_problem(sentence(error))
        st.button("Try again")
        return
    talk = st.container()
    with st.container(key="ask"):
        st.chat_input(PLACEHOLDER, key="typed", max_chars=LONGEST, on_submit=sitting.ask_typed)
    mover = st.container(key="mover")
    with talk:
        sitting = _draw_top(sitting, configured)
        _draw_turns(sitting, mover)
    with mover:
        draw_copying()
    draw_conversations(sitting.renewed())


def coverage(held: Sequence[Held]) -> str:
    """One line on what can be asked about."""
    years = sorted(one.publication.published.year for one in held if one.publication.published)
    span = f", {years[0]} to {years[-1]}" if years and years[0] < years[-1] else ""
    return f"Ask in plain English. Answers come from {counted(len(held), 'publication')}{span}, with the source."


def _draw_top(sitting: Sitting, configured: Configured | None) -> Sitting:
    """What can be asked about, and while nothing is asked some examples; the sitting, with the model that is wanted."""
    try:
        held, examples = sitting.assistant.publications(), sitting.assistant.examples()
    except Exception as error:
        draw_problem(sentence(error))
        held, examples = (), ()
    st.html(f'<p class="covers">{escaped(coverage(held))}</p>')
    if configured:
        sitting = replace(sitting, model=draw_model_line(configured))
    if words := trouble():
        draw_problem(words)
    if not sitting.turns:
        _draw_questions(sitting, "Try one of these", examples, "example")
    return sitting


def _draw_turns(sitting: Sitting, mover: DeltaGenerator) -> None:
    """The latest turns; those before them when they are asked for."""
    shown = sitting.turns
    if len(shown) > DRAWN and sitting.conversation:
        if st.button(f"Show the first {len(shown) - DRAWN} questions too", key=f"earlier-{sitting.conversation.id}"):
            st.session_state["all-of"] = sitting.conversation.id
        if st.session_state.get("all-of") != sitting.conversation.id:
            shown = shown[-DRAWN:]
    for turn in shown:
        _draw_turn(sitting, turn, mover)


def _draw_turn(sitting: Sitting, turn: Turn, mover: DeltaGenerator) -> None:
    said = st.chat_message("user").empty()
    said.html(_question_html(turn))
    with st.chat_message("assistant"):
        waiting = st.empty()
        asking = turn.answer is None and not turn.problem
        if asking:
            room = f"coming-{turn.number}" if sitting.model else None  # for what is shown as it comes
            with waiting.container(key=room), st.spinner(_waiting(sitting, turn)):
                draw = partial(_draw_coming, st.empty(), st.empty())
                _bring_into_view(turn.number, mover)
                turn = sitting.answer(turn, draw)
            waiting.empty()
            said.html(_question_html(turn))  # what was set by hand is named by the answer
        if turn.problem:
            draw_problem(turn.problem)
            st.button("Try again", key=f"again-{turn.id}", on_click=sitting.try_again, args=(turn,))
        else:
            _draw_reply(sitting, turn)
        if asking:
            _bring_into_view(turn.number, mover, answered=True)


def _draw_coming(doing: DeltaGenerator, passed: DeltaGenerator, words: str, text: str) -> None:
    """What is being done for an answer, and what of it has passed so far; the marks lead nowhere yet."""
    doing.html(f'<p class="doing">{escaped(words)}</p>')
    if text:
        passed.html(f'<div class="answer">{answer_html(text, {})}</div>')


def _question_html(turn: Turn) -> str:
    changed = f"<br>Asked again with: {escaped(set_by_hand(turn))}" if turn.question.chosen else ""
    asked = f'<span class="unseen">You asked: </span>{escaped(turn.question.text)}'
    return f'<h2 class="question" id="turn-{turn.number}">{asked}<span class="changed">{changed}</span></h2>'


def _bring_into_view(number: int, mover: DeltaGenerator, answered: bool = False) -> None:
    """Scroll to a question, so that its answer is read from the top; no text enters the script.

    Once it is answered, screen readers are told the answer's first line, and nothing before.
    """
    go = f"document.getElementById('turn-{number:d}')?.scrollIntoView({{block: 'start'}});"
    told = f"document.getElementById('line-{number:d}-text')?.textContent" if answered else "''"
    mover.html(f"<script>{go}\n{TELL % told}</script>", unsafe_allow_javascript=True)


def _waiting(sitting: Sitting, turn: Turn) -> str:
    """What the spinner says: reading text needs the search model, which takes seconds to load, once."""
    if sitting.model and not turn.question.chosen:
        return "Working on the answer"
    if any(turn.answer and any(source.passage for source in turn.answer.citations) for turn in sitting.turns):
        return "Looking in the publications"
    return (
        "Looking in the publications. The first question about their text also loads the search model, "
        "which can take 10 seconds or more"
    )


def _draw_reply(sitting: Sitting, turn: Turn) -> None:
    """The answer with everything that can be done with it; choices are buttons while it is the latest, else a list."""
    answer, last = turn.answer, turn.number == len(sitting.turns) - 1
    if answer is None:
        return
    try:
        with st.container():  # whether or not there is anything in it, so that what follows keeps its place
            outdated = draw_outdated(sitting.assistant, answer)
            if outdated:
                st.button("Ask again", key=f"anew-{turn.id}", on_click=sitting.ask_anew, args=(turn,))
        draw_answer(answer, turn.number)
        for number, chart in enumerate(answer.charts):
            if st.toggle(f"See as a chart: {label(chart.title)}", key=f"chart-{turn.id}-{number}"):
                draw_chart(chart, f"chart-{turn.id}-{number}-drawn")
        draw_near(answer, turn.number)
        draw_chips(sitting, turn)
        if answer.options:
            _draw_options(sitting, "Which do you mean?", answer.options, f"option-{turn.number}", last)
        if answer.suggestions:
            _draw_options(sitting, "You could ask", answer.suggestions, f"suggestion-{turn.number}", last)
        draw_tools(sitting, turn, outdated)
    except Exception as error:
        draw_problem(sentence(error))


def _draw_options(sitting: Sitting, title: str, questions: Sequence[str], key: str, last: bool) -> None:
    if last:
        _draw_questions(sitting, title, questions, key)
    else:
        items = "".join(f"<li>{escaped(question)}</li>" for question in questions)
        st.html(f'<p class="choose">{escaped(title)}</p><ul class="readings">{items}</ul>')


def _draw_questions(sitting: Sitting, title: str, questions: Sequence[str], key: str) -> None:
    """Questions as buttons; clicking one asks it."""
    if not questions:
        return
    with st.container(key=f"choices-{key}", gap="small"):
        st.html(f'<p class="choose">{escaped(title)}</p>')
        for number, question in enumerate(questions):
            st.button(
                label(question), key=f"{key}-{number}", on_click=sitting.ask_words, args=(question,), wrap=True
            )  # fmt: skip


def _draw_shared(assistant: Asks, conversations: Conversations, identifier: str) -> None:
    """One answer that somebody was given the address of, as it was given then."""
    try:
        turn = conversations.turn(identifier)
    except Exception as error:
        draw_problem(sentence(error))
        return
    if turn is None or turn.answer is None:
        draw_problem("There is no answer at this address. It was deleted, or the address is not whole.")
    else:
        st.html('<p class="covers">An answer from a conversation, with its sources as they were when it was given.</p>')
        st.chat_message("user").html(_question_html(replace(turn, number=0)))
        with st.chat_message("assistant"):
            if draw_outdated(assistant, turn.answer):
                st.html(f'<p><a href="{escaped(ask_link(turn.question.text))}">Ask this question again</a></p>')
            draw_answer(turn.answer, 0)
    st.button("Ask a question of your own", on_click=st.query_params.clear)
