"""Measures that only data tables have: what is said of them beside their figures, over time and between regions."""

import pytest
from made_up import assistant_of, bulletins
from regional_fake import data_tables

from assistant.opposed import contradicts, contraries

NAME = "Letters answered within ten days (QM102)"


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("alone"), [data_tables()])


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("beside"), [*bulletins(), data_tables()])


def test_no_definition_is_made_up(alone):
    answer = alone.ask(["definition of QM102"])
    assert answer.status == "not_found"
    assert answer.headline.startswith(f"The publications held give no definition of {NAME}")


def test_no_direction_is_made_up(alone):
    answer = alone.ask(["is lower better for QM102"])
    assert answer.status == "not_found"
    assert answer.headline.startswith(f"The publications held do not say which way is better for {NAME}")


@pytest.mark.parametrize("question", ["history of QM102", "QM102 over time", "how has QM102 changed", "QM102 trend"])
def test_a_history_is_every_quarter_of_the_whole(alone, question):
    answer = alone.ask([question])
    assert answer.status == "answered"
    quarters = ("April to June 2031", "July to September 2031", "October to December 2031", "January to March 2032")
    assert all(quarter in answer.text for quarter in quarters)


def test_a_history_is_of_the_region_named(alone):
    answer = alone.ask(["how has QM102 changed in North Marsh"])
    assert "81.0% from April to June 2031" in answer.text
    assert "in North Marsh" in answer.headline


def test_the_best_region_is_set_against_the_worst(beside):
    answer = beside.ask(["gap between best and worst region on QM102 in Q2 2031-32"])
    assert answer.status == "answered"
    assert "the best was Upper Dale" in answer.headline
    assert "percentage points apart" in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("letters answered after ten days in North Marsh in Q3 2031-32", id="contrary-word"),
        pytest.param("letters lost in North Marsh in Q3 2031-32", id="another-measure"),
    ],
)
def test_a_name_that_is_not_held_gets_no_figure_of_another(alone, question):
    answer = alone.ask([question])
    assert answer.status == "not_found"
    assert not any(character == "%" for character in answer.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("boats counted after noon", True, id="turned"),
        pytest.param("boats counted before noon", False, id="same"),
        pytest.param("after the boats were counted before noon", False, id="elsewhere"),
        pytest.param("boats counted", False, id="not-said"),
    ],
)
def test_a_contrary_word_counts_at_its_place_in_the_name(text, expected):
    assert contradicts("Boats counted before noon", text, contraries({"before": ["after"]})) is expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("QM102 in North Marsh between the first and third quarters of 2031-32", id="ordinals"),
        pytest.param("QM102 in North Marsh, quarters 1 and 3 2031-32", id="numbers"),
        pytest.param("QM102 in North Marsh, quarter one and quarter three 2031-32", id="words"),
    ],
)
def test_quarters_named_together_are_set_beside_one_another(beside, question):
    assert "against 81.0% from April to June 2031" in beside.ask([question]).text


def test_sept_is_no_slip_of_typing(beside):
    assert "from July to September 2031" in beside.ask(["QM102 in Upper Dale, july-sept 2031"]).headline


@pytest.mark.parametrize(
    "question",
    ["who was best at letters answered within ten days in Q2 2031-32", "who had the highest QM102 in Q2 2031-32"],
)
def test_who_was_first_is_a_region(beside, question):
    assert beside.ask([question]).headline.startswith("Upper Dale was ")


@pytest.mark.parametrize(
    "question",
    [
        "quarterly QM102 in 2040-41",
        "QM102 and QM103 and QM999 by region",
        "definition of letters answered within ten days",
        "what was the average of QM102",
        "QM102 for men",
        "is a fall in QM102 good",
    ],
)
def test_whatever_is_asked_of_such_a_measure_is_answered_or_said_not_to_be(alone, question):
    assert alone.ask([question]).status in ("answered", "not_found", "clarify")


def test_no_change_is_given_where_a_symbol_stands_for_a_figure(beside):
    answer = beside.ask(["how did QM102 change in South Marsh from Q2 to Q3 2031-32"])
    assert answer.status == "not_found"
    assert answer.headline.startswith(f"No change in {NAME} can be given for South Marsh")
