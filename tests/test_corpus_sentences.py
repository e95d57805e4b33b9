"""Sentences are cut where a reader would cut them, and not a word is lost. All texts are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One is here. Two is there.", ("One is here.", "Two is there."), id="two"),
        pytest.param("It is £1.45 billion. Up 3.2%.", ("It is £1.45 billion.", "Up 3.2%."), id="decimals"),
        pytest.param("Some areas, e.g. Northshire, fell.", ("Some areas, e.g. Northshire, fell.",), id="eg"),
        pytest.param("See No. 5 of them. Stop.", ("See No. 5 of them.", "Stop."), id="number"),
        pytest.param("It was no. In May it changed.", ("It was no.", "In May it changed."), id="no"),
        pytest.param("Mr. A. Sample spoke. He left.", ("Mr. A. Sample spoke.", "He left."), id="initials"),
        pytest.param("It was “good.” 12 areas met it.", ("It was “good.”", "12 areas met it."), id="quote"),
        pytest.param("It fell (see Table 2). It rose.", ("It fell (see Table 2).", "It rose."), id="bracket"),
        pytest.param("Why? Because it is so! Yes.", ("Why?", "Because it is so!", "Yes."), id="other-marks"),
        pytest.param("A list:\nfirst; and\nsecond.", ("A list:", "first; and", "second."), id="lines"),
        pytest.param("2. South fell. It held.", ("2. South fell.", "It held."), id="list-number"),
        pytest.param("at www.example.org. next", ("at www.example.org. next",), id="lower-case"),
        pytest.param("", (), id="empty"),
    ],
)  # fmt: skip
def test_split(text, expected):
    assert split(text) == expected


WORDS = st.sampled_from(["The", "rate", "was", "3.5%.", "e.g.", "No.", "12", "Fell?", "(it", "rose.)", "\n", "A."])


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_sentences_are_the_text_in_order_without_white_space_at_their_ends(text):
    sentences = split(text)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences)
    at = 0
    for sentence in sentences:
        at = text.index(sentence, at) + len(sentence)
