"""What was understood of a question, as chips; setting one to something else asks the question again."""

from functools import partial

import streamlit as st

from assistant.answers import Understood
from assistant.conversations import Turn
from assistant.turns import Chosen
from ui.safe_text import escaped, label
from ui.sitting import Sitting

CARRIED = "carried over from before"
WIDEST = 340  # pixels, which a phone has too
COMMON = 4  # choices that are surely shown whole


def draw_chips(sitting: Sitting, turn: Turn) -> None:
    """Draw the chips of an answered turn; a box to choose from where a chip can be changed."""
    understood = turn.answer.understood if turn.answer else ()
    if not understood:
        return
    with st.container(key=f"chips-{turn.number}", gap="small"):
        fixed = "".join(_fixed(one) for one in understood if not one.choices)
        told = f'<dl class="fixed">{fixed}</dl>' if fixed else ""
        how = "Change one to ask again." if any(one.choices for one in understood) else ""
        st.html(f'<p class="choose">Understood as. {how}</p>{told}')
        with st.container(horizontal=True, gap="small"):
            for one in understood:
                if one.choices:
                    _draw_chip(sitting, turn, one)


def _fixed(one: Understood) -> str:
    carried = f' <span class="carried">({CARRIED})</span>' if one.carried else ""
    return f"<div><dt>{escaped(one.name)}</dt><dd>{escaped(one.value)}{carried}</dd></div>"


def _draw_chip(sitting: Sitting, turn: Turn, one: Understood) -> None:
    """A box that shows what was understood. It shows that again once another choice was asked as a new turn."""
    keys = [choice.key for choice in one.choices]
    names = {choice.key: choice.label for choice in one.choices}
    present = next((n for n, choice in enumerate(one.choices) if one.value == choice.label), None)
    key = f"chip-{turn.id}-{one.kind}-{len(sitting.turns)}"
    st.selectbox(
        label(f"{one.name} ({CARRIED})" if one.carried else one.name), keys, index=present, key=key,
        format_func=lambda chosen: names.get(chosen, chosen), placeholder=one.value,
        on_change=partial(_change, sitting, turn, one, key), width=_width(one),
    )  # fmt: skip


def _change(sitting: Sitting, turn: Turn, one: Understood, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is not None and one.kind is not None:
        sitting.ask_changed(turn, Chosen(one.kind, chosen))


def _width(one: Understood) -> int:
    """Pixels that hold the value and most choices: a year needs less room than the name of a measure."""
    longest = max(len(one.value), *(len(choice.label) for choice in one.choices[:COMMON]))
    return min(WIDEST, 64 + 7 * longest)
