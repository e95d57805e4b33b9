"""The signs of a line: named, in order, within bounds; and the weights that were learned for exactly these."""

import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Document, Locator, Passage, Publication
from index import features
from index.chunks import chunks
from index.features import FEATURES, Found, Reader, scores
from index.lines import Lines
from index.question import Question
from index.words import content, stems

ROOT = Path(__file__).parents[1]
PUBLICATION = Publication(id="made-up", title="Made-up Harbour Report", publisher="Made-up Office")
NOTHING = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
WORDS = st.sampled_from(
    (
        *("how", "many", "boats", "sank", "in", "2031", "2030/31", "March", "when", "why", "who", "which", "Harbour"),
        *("Office", "£8", "million", "40%", "seven", "weeks", "because", "means", "the", "of", "and", ";", "lanterns"),
        *("?", "https://example.org"),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
UNIT = st.floats(0, 1, width=32)


def asked(text, named=()):
    weights = dict.fromkeys(content(stems(text)) or ["boat"], 1.0)
    return Question(text, weights, dict.fromkeys(weights, 1.0), {}, frozenset(named))


def lines_of(*sentences, wordings=(), **fields):
    made = {"locator": Locator("made-up", "paragraph 1.2"), "section": ("Results",), **fields}
    passage = Passage(text=" ".join(sentences), sentences=sentences, **made)
    (chunk,) = chunks(Document(publication=PUBLICATION, passages=(passage,)))
    return Lines(replace(chunk, asked=tuple((0, text) for text in wordings)), stems)


def signs_of(question, *read, found=NOTHING, named=()):
    """The signs of every line of some chunks, where rankings found the same of each."""
    reader = Reader(read)
    each = [np.full(len(reader.owner), value, dtype=np.float32) for value in found]
    return [tuple(row) for row in reader.signs(asked(question, named), Found(*each)).tolist()]


def sign(name, question, *sentences, named=(), **fields):
    """One sign of the first line."""
    first, *_ = signs_of(question, lines_of(*sentences, **fields), named=named)
    return dict(zip(FEATURES, first, strict=True))[name]


@given(
    TEXTS, st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, max_size=2), st.lists(UNIT, min_size=6, max_size=6)
)
def test_there_is_one_value_for_each_sign_and_each_is_within_bounds(question, sentences, wordings, found):
    rows = signs_of(question, lines_of(*sentences, wordings=wordings), found=found, named={"another"})
    assert len(rows) == len(sentences)
    for signs in rows:
        assert len(signs) == len(FEATURES)
        assert list(signs[: len(found)]) == found
        assert all(-1 <= value <= 1 + 1e-9 for value in signs)


@given(TEXTS, st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=2)), min_size=2, max_size=4))
def test_a_line_has_the_same_signs_whatever_is_read_beside_it(question, texts):
    read = [lines_of(text, f"{text} too", wordings=wordings) for text, wordings in texts]
    alone = [row for lines in read for row in signs_of(question, lines)]
    assert signs_of(question, *read) == alone


def test_lines_with_the_same_signs_score_exactly_the_same():
    signs = np.tile(np.random.default_rng(7).random(len(FEATURES)), (40, 1))
    assert len(set(scores(signs).tolist())) == 1


def test_nothing_to_read_has_no_signs():
    assert signs_of("boats?") == []


def test_signs_and_weights_are_of_the_same_names():
    raw = tomllib.loads((ROOT / "index" / "weights.toml").read_text(encoding="utf-8"))
    assert list(raw) == ["weights"]
    assert set(raw["weights"]) == set(FEATURES)
    assert len(set(FEATURES)) == len(FEATURES) == len(features.weights())
    assert features.weights() == [raw["weights"][name] for name in FEATURES]
    assert features.most() > 0


def test_found_is_given_back_under_its_names():
    found = (0.125, 0.25, 0.375, 0.5, 0.625, 0.75)
    (row,) = signs_of("boats?", lines_of("The pier has 12 boats."), found=found)
    signs = dict(zip(FEATURES, row, strict=True))
    assert [signs[name] for name in Found.__slots__] == list(found)


@pytest.mark.parametrize(
    ("name", "question", "yes", "no"),
    [
        pytest.param("sentence", "boats?", "The boats leak.", "The pier leaks.", id="word"),
        pytest.param("period", "boats in 2031?", "In 2031 the boats leaked.", "In 2029 the boats leaked.", id="period"),
        pytest.param(
            "counted",
            "How many boats are old?",
            "It has 12 boats.",
            "Old boats leak, some say, at all of 3 points.",
            id="counted",
        ),
        pytest.param("wants_money", "What did the pier cost?", "It cost £8.", "It cost a lot.", id="money"),
        pytest.param("wants_date", "When was the pier built?", "In May 2031.", "In good time.", id="date"),
        pytest.param("wants_reason", "Why did boats leak?", "Because of ice.", "Near the pier.", id="reason"),
        pytest.param("wants_name", "Who built the pier?", "It was Ann Oar Works.", "It was some firm.", id="name"),
        pytest.param("reference", "boats?", "See https://example.org/boats", "See the boats.", id="reference"),
    ],
)
def test_a_line_with_what_is_asked_has_the_sign_and_one_without_has_less(name, question, yes, no):
    assert sign(name, question, yes) > sign(name, question, no)


def test_how_people_ask_counts_as_said_but_not_as_the_sentence():
    assert sign("said", "vessels?", "It has 12 boats.", wordings=["how many vessels?"]) == 1
    assert sign("sentence", "vessels?", "It has 12 boats.", wordings=["how many vessels?"]) == 0


def test_a_name_of_the_question_is_no_answer_to_who():
    assert sign("wants_name", "Who pays Harbour Works?", "They pay Harbour Works.") == 0


@pytest.mark.parametrize(
    ("named", "expected"), [((), 0), (("made-up",), 1), (("another",), -1), (("made-up", "another"), 1)]
)
def test_a_publication_that_is_named_speaks_for_its_own_lines_and_against_others(named, expected):
    assert sign("named", "boats?", "It has 12 boats.", named=named) == expected


def test_where_no_period_is_asked_for_none_speaks_against():
    assert sign("period", "boats?", "In 2029 boats leaked.") == sign("period", "boats?", "Boats leaked.") > 0


@pytest.mark.parametrize("kind", features.STANDING[:-1])
def test_exactly_one_standing_is_set(kind):
    (row,) = signs_of("boats?", lines_of("It has 12 boats.", kind=kind))
    signs = dict(zip(FEATURES, row, strict=True))
    assert [name for name in features.STANDING if signs[name]] == [kind]
