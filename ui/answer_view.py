"""An answer as the page draws it: the line to quote, then what a careful reader needs beside it."""

import streamlit as st

from assistant.answers import Answer
from assistant.exports.copied import quotable_line
from assistant.exports.said import headline, put_into_words
from ui.copying import copy_button
from ui.safe_text import Marks, answer_html, escaped, marks_html, spans_html
from ui.source_cards import source_card

LONGEST_SHORT = 240  # characters of a line that is drawn large
NOT_ANSWERED = {
    "not_found": "Not in the publications held",
    "clarify": "This can be read in more than one way",
}


def draw_answer(answer: Answer, turn: int) -> None:
    """Draw one answer; `turn` is its number in the conversation, from 0."""
    marks = {source.number: f"answer-{turn}-source-{source.number}" for source in answer.citations}
    line, line_marks, rest = split_headline(answer)
    if answer.instead:
        st.html(f'<p class="worded">{escaped(answer.instead)}</p>')
    if answer.status == "answered":
        st.html(_line_html(answer, line, marks_html(line_marks, marks), turn))
    else:
        said = marks_html(f"{line} {line_marks}".strip(), marks)
        st.html(
            f'<div class="calm" id="line-{turn}-text"><p><b>{NOT_ANSWERED[answer.status]}</b></p><p>{said}</p></div>'
        )
    if body := answer_html(rest, marks) + _worded(answer) + _below(answer, marks):
        st.html(f'<div class="answer">{body}</div>')


def split_headline(answer: Answer) -> tuple[str, str, str]:
    """The headline as it can be quoted, its source marks, and the text after it."""
    line, sources, rest = headline(answer)
    return line, " ".join(f"[{source.number}]" for source in sources), rest


def draw_near(answer: Answer, turn: int) -> None:
    """The places that bear on a question most without answering it."""
    if answer.near:
        cards = "".join(source_card(source, f"near-{turn}-source-{source.number}") for source in answer.near)
        st.html(f'<div class="answer"><h3>Near to it, but no answer</h3>{cards}</div>')


def _line_html(answer: Answer, line: str, marks: str, turn: int) -> str:
    """The line to quote, its sources, and a button that copies both."""
    kind = "short" if len(line) <= LONGEST_SHORT else "long"
    title = "Source" if marks.count("</a>") == 1 else "Sources"
    told = f"<span>{title} {marks}</span>" if marks else ""
    copy = copy_button("Copy with its source" if marks else "Copy", quotable_line(answer), f"line-{turn}-text")
    return (
        f'<div class="line {kind}" id="line-{turn}"><p id="line-{turn}-text">{spans_html(line)}</p>'
        f'<div class="lead-marks">{told}{copy}</div></div>'
    )


def _worded(answer: Answer) -> str:
    """Who put the answer into words, where that was a model."""
    return f'<p class="worded">{escaped(put_into_words(answer))}</p>' if answer.model else ""


def _below(answer: Answer, marks: Marks) -> str:
    """Everything that stands under the text of the answer."""
    return _caveats(answer, marks) + _workings(answer, marks) + _sources(answer, marks)


def _caveats(answer: Answer, marks: Marks) -> str:
    if not answer.caveats:
        return ""
    items = "".join(f"<li>{marks_html(caveat, marks)}</li>" for caveat in answer.caveats)
    return f'<div class="caveats"><h3>Before you use this</h3><ul>{items}</ul></div>'


def _workings(answer: Answer, marks: Marks) -> str:
    worked = [figure for figure in answer.figures if figure.working]
    if not worked:
        return ""
    items = "".join(
        f"<li><b>{escaped(figure.text)}</b>: {marks_html(figure.working or '', marks)}</li>" for figure in worked
    )
    return f'<div class="workings"><h3>How it was worked out</h3><ul>{items}</ul></div>'


def _sources(answer: Answer, marks: Marks) -> str:
    if not answer.citations:
        return ""
    cards = "".join(source_card(source, marks[source.number]) for source in answer.citations)
    return f"<h3>Sources</h3>{cards}"
