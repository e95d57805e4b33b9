"""What of a saved answer is no longer so, before the answer itself."""

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from assistant.answers import Answer
from assistant.exports.text import CHANGED
from ui.frame import draw_problem, sentence
from ui.safe_text import escaped


class Compares(Protocol):
    """What telling needs of an assistant."""

    def outdated(self, answer: Answer) -> tuple[str, ...]:
        """What an answer rests on and is no longer so, one sentence each."""


def draw_outdated(assistant: Compares, answer: Answer) -> Sequence[str]:
    """Draw what an answer rests on and is no longer so; it is given back. An answer that stands has nothing drawn."""
    try:
        found = assistant.outdated(answer)
    except Exception as error:
        draw_problem(sentence(error))
        return ()
    if found:
        items = "".join(f"<li>{escaped(line)}</li>" for line in found)
        st.html(f'<div class="caveats outdated" role="note"><h3>{CHANGED}</h3><ul>{items}</ul></div>')
    return found
