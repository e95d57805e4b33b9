"""What may be read while an answer is written: whole sentences with their marks, and only those that pass."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import assistant_of, bulletins

from assistant.lead.lead import Lead
from assistant.model.passing import Passing, whole_sentences
from assistant.tools.ledger import Ledger
from assistant.tools.marks import MARK
from assistant.tools.tools import tools

M, N = "[s-abcdefgh]", "[s-ijklmnop]"


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(f"It was 80.4% {M}.", "", id="another-mark-may-follow"),
        pytest.param(f"It was 80.4% {M}. I", f"It was 80.4% {M}.", id="the-next-has-begun"),
        pytest.param(f"It was 80.4%. {M}", "", id="mark-after-the-stop"),
        pytest.param(f"It was 80.4%. {M} I", f"It was 80.4%. {M}", id="mark-after-the-stop-and-next"),
        pytest.param(f"It was 80.4%. {M} [s-ij", "", id="half-a-mark"),
        pytest.param(f"It was 80.4%. {M} {N} I", f"It was 80.4%. {M} {N}", id="two-marks"),
        pytest.param(f"It was 80.4% {M}.\n", f"It was 80.4% {M}.", id="line-ended"),
        pytest.param(f"- Doors, 80.4% {M}\n- Boa", f"- Doors, 80.4% {M}", id="item-ended"),
        pytest.param("It was 80. 4", "It was 80.", id="a-number-with-a-space"),
        pytest.param(f"A. {M} B? {N} C", f"A. {M} B? {N}", id="two-sentences"),
        pytest.param(f"It was “so.” {M} I", f"It was “so.” {M}", id="quotation"),
    ],
)
def test_a_text_ends_with_its_last_whole_sentence(written, whole):
    assert whole_sentences(written) == whole


@given(st.text(alphabet=f"{M}{N}.! \n?aB1%“”", max_size=80))
def test_what_is_whole_opens_the_text_and_breaks_no_mark(text):
    whole = whole_sentences(text)
    assert text.startswith(whole)
    assert [m[0] for m in MARK.finditer(whole)] == [m[0] for m in MARK.finditer(text) if m.end() <= len(whole)]


@pytest.fixture
def writing(tmp_path):
    """Writes a text piece by piece; what is shown of it. `{}` is the mark of a published row."""
    assistant = assistant_of(tmp_path, bulletins())
    ledger = Ledger()
    looked_up = next(tool for tool in tools(assistant) if tool.name == "look_up").call({"code": "QM104"}, ledger)
    mark = f"[{looked_up['sources'][0]['id']}]"

    async def write(pieces):
        shown, text = [], ""
        passing = Passing(Lead(assistant), ["How many gardens were dug?"], ledger, shown.append)
        for piece in pieces:
            text += piece.replace("{}", mark)
            passing.wrote(text)
            if checks := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(checks)
        return shown

    return lambda *pieces: asyncio.run(write(pieces))


TRUE, FALSE = "Gardens dug (QM104) was 60.5% in 2031-32 {}. ", "Gardens dug (QM104) was 99.9% in 2031-32 {}. "


def test_sentences_are_shown_as_they_pass(writing):
    shown = writing(TRUE, "Its target", " was 60.0% {}.\n", "And")
    assert shown == [
        "Gardens dug (QM104) was 60.5% in 2031-32 [1].",
        "Gardens dug (QM104) was 60.5% in 2031-32 [1]. Its target was 60.0% [1].",
    ]


def test_nothing_after_a_fault_is_shown(writing):
    assert writing(FALSE, TRUE, TRUE, "And") == []
    assert writing(TRUE, FALSE, TRUE, "And") == ["Gardens dug (QM104) was 60.5% in 2031-32 [1]."]
