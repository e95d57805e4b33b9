"""Joining lines into paragraphs: which hyphen is the typesetter's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.pdf.words import SOFT, words

KNOWN = words(
    ["The probation of a pre-sentence report, and a sentence; well-being.", "A part and a time, for-", "ever."]
)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        pytest.param(["on pro-", "bation now"], "on probation now", id="the word stands elsewhere"),
        pytest.param(["a pre-", "sentence report"], "a pre-sentence report", id="the hyphenated word stands elsewhere"),
        pytest.param(["a part-", "time kite"], "a part-time kite", id="what follows is a word"),
        pytest.param(["the reha-", "bilitative kite"], "the rehabilitative kite", id="what follows is no word"),
        pytest.param(["the lan" + SOFT, "tern"], "the lantern", id="a soft hyphen"),
        pytest.param(["in 2024-", "25 there"], "in 2024-25 there", id="a range of years"),
        pytest.param(["in 2017\u2013", "18 there"], "in 2017\u201318 there", id="a range with a dash"),
        pytest.param(["there were 82", "90 came"], "there were 82 90 came", id="figures stay apart"),
        pytest.param(["kites \u2013", "and bells"], "kites \u2013 and bells", id="a dash between words"),
        pytest.param(["North-", "East"], "North-East", id="a capital"),
        pytest.param(["one line"], "one line", id="one line"),
    ],
)
def test_lines_are_joined(lines, joined):
    assert KNOWN.join(lines) == joined


@given(st.lists(st.from_regex(r"[0-9]{1,4}(\.[0-9])?%?", fullmatch=True), min_size=1, max_size=6))
def test_figures_never_run_together(figures):
    assert KNOWN.join(figures).split(" ") == figures


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=8), min_size=1, max_size=8), st.data())
def test_no_letter_is_lost_or_moved(parts, data):
    lines = [part + data.draw(st.sampled_from(["", "-", ",", " kite-"])) for part in parts]
    kept = [c for c in KNOWN.join(lines) if c.isalpha()]
    assert kept == [c for line in lines for c in line if c.isalpha()]
