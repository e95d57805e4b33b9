"""Where nothing is found, questions near to it are offered that can be answered; and places that are near."""

import pytest
from asking import ask, ask_library
from made_up import WordCounts, bulletins

from assistant.answer import Assistant
from assistant.as_json import answer as as_json
from index.store import Store


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        pytest.param(
            "What was QM104 for North Marsh in 2030-31?",
            (
                "What was Gardens dug (QM104) in 2030-31?",
                "What was Gardens dug (QM104) in 2031-32?",
                "How was North Marsh rated in 2030-31?",
                "How was North Marsh rated in 2031-32?",
            ),
            id="a-region-of-a-national-measure",
        ),
        pytest.param(
            "What was the target for QM104 in 2035-36?",
            (
                "What was the target for Gardens dug (QM104) in 2031-32?",
                "What was the target for Gardens dug (QM104) in 2030-31?",
            ),
            id="a-year-that-is-not-held",
        ),
        pytest.param(
            "How many probation targets were missed in 2020-21?",
            (
                "How many probation service levels missed their target in 2030-31?",
                "How many probation service levels missed their target in 2031-32?",
            ),
            id="a-count-of-a-year-that-is-not-held",
        ),
        pytest.param(
            "How was Upper Dale rated in 2040-41?",
            ("How was Upper Dale rated in 2031-32?", "How was Upper Dale rated in 2030-31?"),
            id="a-rating-of-a-year-that-is-not-held",
        ),
        pytest.param("What was QM107c?", None, id="a-code-one-slip-away"),
        pytest.param("What does [q] mean?", ("What does [x] mean?", "What does [z] mean?"), id="a-symbol"),
        pytest.param("How many lanterns were lit in Scotland?", None, id="a-place-that-is-not-covered"),
    ],
)
def test_near_questions_are_offered_and_can_be_answered(question, offered):
    answer = ask(question)
    assert answer.status == "not_found"
    assert answer.suggestions == offered if offered else answer.suggestions
    assert all(ask(one).status == "answered" for one in answer.suggestions)
    assert len(answer.suggestions) <= 4


def test_a_code_that_is_not_held_is_taken_for_one_that_is_one_slip_away():
    assert ask("What was QM107c?").suggestions[0].startswith("What was Ropes coiled at d")


def test_measures_like_the_words_of_the_question_are_offered():
    assert ask("How many lanterns were lit in Scotland?").suggestions[0].startswith("What was Lanterns lit")


@pytest.mark.parametrize("question", ["What was QM102 in 2031-32?", "How many zebras sang?"])
def test_nothing_is_offered_where_there_is_an_answer_or_nothing_near(question):
    assert ask(question).suggestions == ()


class NoModel(WordCounts):
    """An embedding model that must not be used for a question."""

    def embed(self, texts):
        raise AssertionError(f"embedded {texts}")


def test_a_figure_question_is_helped_on_without_the_embedding_model(tmp_path):
    assistant = Assistant(Store(tmp_path, NoModel(), bulletins))
    assert assistant.ask(["What was QM104 for North Marsh?"]).suggestions
    assert assistant.ask(["How many lanterns were lit in Scotland?"]).suggestions


def test_places_that_bear_on_a_question_without_an_answer_are_near_and_no_part_of_it():
    answer = ask_library("How many probation delivery units were at Amber between April and September 2025?")
    assert answer.status == "not_found"
    assert [source.number for source in answer.near] in ([1, 2], [1, 2, 3])  # neighbours in meaning vary a little
    assert not {source.locator for source in answer.near} & {source.locator for source in answer.citations}
    assert all(source.quote not in answer.text for source in answer.near)
    assert "near" not in as_json(answer, "q")


def test_nothing_is_near_to_nonsense():
    assert ask_library("How many zebras sang?").near == ()


def test_every_offer_of_the_library_can_be_answered():
    answer = ask_library("What was victim satisfaction in Wales in 2018-19?")
    assert answer.suggestions
    assert all(ask_library(one).status == "answered" for one in answer.suggestions)
