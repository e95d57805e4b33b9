"""Answers of a conversation in the layout of a parliamentary answer, to copy or to save."""

import streamlit as st

from assistant.conversations import Turn, set_by_hand
from assistant.exports.parliamentary import ParliamentaryAnswer
from ui.copying import copy_button
from ui.frame import draw_problem, sentence
from ui.outdated_view import draw_outdated
from ui.plain_table import table_html
from ui.safe_text import escaped
from ui.saving import draw_save
from ui.sitting import Sitting


@st.dialog("As a parliamentary answer", width="large")
def write_up(sitting: Sitting, first: Turn) -> None:
    """Lay out the answer of a turn, with those of others that are chosen."""
    answered = {turn.number: turn for turn in sitting.turns if turn.answer and turn.answer.citations}
    answered.setdefault(first.number, first)
    chosen = st.multiselect(
        "Answers to put in it", sorted(answered), [first.number], key=f"written-{first.id}",
        format_func=lambda number: _named(answered[number]),
    )  # fmt: skip
    answers = [answer for number in sorted(chosen) if (answer := answered[number].answer)]
    if not answers:
        st.html("<p>Choose at least one answer.</p>")
        return
    try:
        laid = sitting.assistant.parliamentary(answers)
    except Exception as error:
        draw_problem(sentence(error))
        return
    for answer in answers:
        draw_outdated(sitting.assistant, answer)
    _draw(laid)


def _named(turn: Turn) -> str:
    """A turn in the list: "2. How many? (Period 2023-24)"."""
    changed = set_by_hand(turn)
    return f"{turn.number + 1}. {turn.question.text}" + (f" ({changed})" if changed else "")


def _draw(laid: ParliamentaryAnswer) -> None:
    st.html(f'<div class="tools">{copy_button("Copy it all", laid.as_text())}</div>{_html(laid)}')
    with st.container(horizontal=True):
        draw_save("Save as Word", laid.as_word, "parliamentary-answer", "docx")
        draw_save("Save as Markdown", lambda: laid.as_markdown().encode(), "parliamentary-answer", "md")


def _html(laid: ParliamentaryAnswer) -> str:
    """The parts as they will stand on the page."""
    said = "".join(f"<p>{_lines(paragraph)}</p>" for paragraph in laid.paragraphs)
    tables = "".join(table_html(table.title, table.headers, table.rows) for table in laid.tables)
    notes = "".join(f"<li>{_lines(note)}</li>" for note in laid.notes)
    return f'<div class="laid">{said}{tables}<h3>Notes</h3><ol>{notes}</ol></div>'


def _lines(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
