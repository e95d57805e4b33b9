"""An answer as the page draws it: the line to quote, then what a careful reader needs beside it."""

import re

import streamlit as st

from assistant.answers import Answer
from ui.safe_text import MARK, Marks, answer_html, escaped, marks_html
from ui.source_cards import source_card

BETWEEN = r"(?:\s|\*\*|\[\d{1,3}\])*"  # what may stand between the words of the headline in the text
LONGEST_SHORT = 240  # characters of a line that is drawn large
NOT_ANSWERED = {
    "not_found": "Not in the publications held",
    "clarify": "This can be read in more than one way",
}


def draw_answer(answer: Answer, turn: int) -> None:
    """Draw one answer; `turn` is its number in the conversation, from 0."""
    marks = {source.number: f"answer-{turn}-source-{source.number}" for source in answer.citations}
    line, line_marks, rest = split_headline(answer)
    if answer.status == "answered":
        _draw_line(line, marks_html(line_marks, marks), turn)
    else:
        said = marks_html(f"{line} {line_marks}".strip(), marks)
        st.html(f'<div class="calm"><p><b>{NOT_ANSWERED[answer.status]}</b></p><p>{said}</p></div>')
    if body := answer_html(rest, marks) + _below(answer, marks):
        st.html(f'<div class="answer">{body}</div>')


def split_headline(answer: Answer) -> tuple[str, str, str]:
    """The headline as it can be quoted, its source marks, and the text after it.

    The text is whole where it does not begin with the headline.
    """
    line = _tidy(answer.headline)
    words = re.findall(r"\w+|[^\w\s]", line)
    match = re.match(BETWEEN + BETWEEN.join(map(re.escape, words)) + BETWEEN, answer.text) if words else None
    said, rest = (match[0], answer.text[match.end() :]) if match else (answer.headline, answer.text)
    return line, " ".join(dict.fromkeys(mark[0] for mark in MARK.finditer(said))), rest


def _tidy(headline: str) -> str:
    """The headline without bold and source marks, its lines kept."""
    plain = re.sub(r"[ \t]*\[\d{1,3}\]", "", headline.replace("**", ""))
    return "\n".join(" ".join(line.split()) for line in plain.strip().splitlines())


def _draw_line(line: str, marks: str, turn: int) -> None:
    """The line to quote, with a button that copies it, and its sources."""
    kind = "short" if len(line) <= LONGEST_SHORT else "long"
    with st.container(key=f"line-{turn}-{kind}", gap=None):
        st.code(line, language=None, wrap_lines=True)
        if marks:
            title = "Source" if marks.count("</a>") == 1 else "Sources"
            st.html(f'<p class="lead-marks">{title} {marks}</p>')


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
        f"<li><b>{escaped(figure.text)}</b>: {marks_html(figure.working or '', marks)}</li>" for figure in worked
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
    pairs = "".join(f"<dt>{escaped(one.name)}</dt><dd>{escaped(one.value)}</dd>" for one in answer.understood)
    return f'<details class="understood"><summary>How this was understood</summary><dl>{pairs}</dl></details>'
