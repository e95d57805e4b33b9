"""An answer as the page draws it: the line to quote, then what a careful reader needs beside it."""

import re

import streamlit as st

from assistant.answers import Answer
from ui.safe_text import Marks, answer_html, escaped, marks_html
from ui.source_cards import source_card

BETWEEN = r"(?:\s|\*\*|\[\d{1,3}\])*"  # what may stand between the words of the headline in the text
NOT_ANSWERED = {
    "not_found": "Not in the publications held",
    "clarify": "This can be read in more than one way",
}


def draw_answer(answer: Answer, turn: int) -> None:
    """Draw one answer; `turn` is its number in the conversation, from 0."""
    marks = {source.number: f"answer-{turn}-source-{source.number}" for source in answer.citations}
    lead_marks, rest = split_headline(answer)
    if answer.status == "answered":
        with st.container(key=f"line-{turn}", gap=None):
            st.code(answer.headline, language=None, wrap_lines=True)
            if lead_marks:
                title = "Sources" if " " in lead_marks else "Source"
                st.html(f'<p class="lead-marks">{title} {marks_html(lead_marks, marks)}</p>')
    else:
        said = marks_html(f"{answer.headline} {lead_marks}".strip(), marks)
        st.html(f'<div class="calm"><p><b>{NOT_ANSWERED[answer.status]}</b></p><p>{said}</p></div>')
    if body := answer_html(rest, marks) + _below(answer, marks):
        st.html(f'<div class="answer">{body}</div>')


def split_headline(answer: Answer) -> tuple[str, str]:
    """The source marks of the headline, and the text after it; the text is unchanged where they differ."""
    words = re.findall(r"\w+|[^\w\s]", answer.headline)
    pattern = BETWEEN + BETWEEN.join(re.escape(word) for word in words) + BETWEEN
    match = re.match(pattern, answer.text) if words else None
    if match is None:
        return "", answer.text
    marks = re.findall(r"\[\d{1,3}\]", match[0])
    own = re.findall(r"\[\d{1,3}\]", answer.headline)
    return " ".join(dict.fromkeys(mark for mark in marks if mark not in own)), answer.text[match.end() :]


def _below(answer: Answer, marks: Marks) -> str:
    """Everything that stands under the text of the answer."""
    return _caveats(answer, marks) + _workings(answer, marks) + _sources(answer, marks) + _understood(answer)


def _caveats(answer: Answer, marks: Marks) -> str:
    if not answer.caveats:
        return ""
    items = "".join(f"<li>{marks_html(caveat, marks)}</li>" for caveat in answer.caveats)
    return f'<div class="caveats"><h2>Before you use this</h2><ul>{items}</ul></div>'


def _workings(answer: Answer, marks: Marks) -> str:
    worked = [figure for figure in answer.figures if figure.working]
    if not worked:
        return ""
    items = "".join(
        f"<li><b>{escaped(figure.text)}</b> {marks_html(figure.working or '', marks)}</li>"
        for figure in worked
    )
    return f'<div class="workings"><h2>How it was worked out</h2><ul>{items}</ul></div>'


def _sources(answer: Answer, marks: Marks) -> str:
    if not answer.citations:
        return ""
    cards = "".join(source_card(source, marks[source.number]) for source in answer.citations)
    return f"<h2>Sources</h2>{cards}"


def _understood(answer: Answer) -> str:
    if not answer.understood:
        return ""
    pairs = "".join(f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>" for name, value in answer.understood)
    return f'<details class="understood"><summary>How this was understood</summary><dl>{pairs}</dl></details>'
