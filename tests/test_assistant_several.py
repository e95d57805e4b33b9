"""Several measures in one question, by name and by code: side by side, compared, never added up."""

import pytest
from asking import ask, ask_library, ask_of, codes, fault, unsaid
from hypothesis import given
from hypothesis import strategies as st
from made_up import EARLIER

from assistant.several import several

NAMED = [
    pytest.param("doors opened on time and gardens dug in 2031-32", {"QM101": "69.5%", "QM104": "60.5%"}, id="names"),
    pytest.param("QM103 and QM104 in 2030-31", {"QM103": "3.1%", "QM104": "60.0%"}, id="codes"),
    pytest.param("QM103, QM104 and boats returned in 2031-32",
                 {"QM103": "4.6%", "QM104": "60.5%", "QM106": "12.5%"}, id="codes-and-a-name"),
    pytest.param("gardens dug, cancelled ferry trips and boats returned in 2031-32",
                 {"QM103": "4.6%", "QM104": "60.5%", "QM106": "12.5%"}, id="three-names"),
    pytest.param("ropes coiled at dawn and dusk in 2031-32", {"QM107a": "33.3%", "QM107b": "28.0%"}, id="shared-words"),
    pytest.param("kettles mended and sold in 2031-32", {"QM101": "79.5%", "QM102": "40.0%"}, id="shared-first-word"),
    pytest.param("QM101 and kettles sold in 2031-32", {"QM101": "69.5%", "QM102": "40.0%"}, id="other-service"),
    pytest.param("ropes coiled in 2031-32", {"QM107a": "33.3%", "QM107b": "28.0%"}, id="parts-of-one"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "figures"), NAMED)
def test_each_measure_named_has_its_figure(question, figures):
    answer = ask(question)
    assert answer.status == "answered"
    assert codes(answer.headline) == set(figures)
    assert unsaid(answer.headline, *figures.values()) == [], answer.headline


def test_one_measure_whose_name_joins_words_is_one():
    text = EARLIER.replace("Gardens dug", "Gardens dug and hedges cut")
    assert codes(ask_of(text, "gardens dug and hedges cut in 2030-31").text) == {"QM104"}


@given(st.lists(st.sampled_from(["doors", "and", "kettles", ",", "with", "the", "3"]), max_size=8).map(" ".join))
def test_pieces_that_match_nothing_name_nothing(text):
    assert several(text, lambda piece: ()) == []


COMPARED = [
    pytest.param("Which of doors opened on time and gardens dug is higher in 2031-32?", "QM101", "9.0", id="higher"),
    pytest.param("kettles mended or sold, which is higher in 2031-32?", "QM101", "39.5", id="or"),
    pytest.param("Which is lower, gardens dug or boats returned, in 2031-32?", "QM106", "48.0", id="lower"),
    pytest.param("Which was further from its target, gardens dug or boats returned, in 2031-32?", "QM106", "8.0",
                 id="further-from-target"),
    pytest.param("Which improved more, doors opened on time or gardens dug, in 2031-32?", "QM104", "2.5",
                 id="improved-more"),
    pytest.param("Which improved more, QM103 or doors opened on time, in 2030-31?", "QM101", "5.1",
                 id="a-fall-of-a-ceiling-counts-for-it"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "first", "apart"), COMPARED)
def test_which_of_two_measures_comes_first_and_by_how_much(question, first, apart):
    headline = ask(question).headline
    assert headline.index(first) == min(headline.index(code) for code in codes(headline))
    assert unsaid(headline, apart) == [], headline


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Did QM103 and gardens dug meet their targets in 2030-31?", "Yes"),
        ("Did QM103 and gardens dug meet their targets in 2031-32?", "In part"),
        ("Did QM103 and boats returned meet their targets in 2031-32?", "No"),
        ("Did QM103 and boats returned miss their targets in 2031-32?", "Yes"),
    ],
)
def test_whether_several_measures_met_their_targets(question, word):
    assert ask(question).headline.startswith(f"{word}: ")


AGGREGATES = [
    pytest.param("What is the total of QM103 and QM104 in 2031-32?", "added up", {"4.6%", "60.5%"}, id="total"),
    pytest.param("add up doors opened on time and gardens dug in 2031-32", "added up", {"69.5%", "60.5%"}, id="add-up"),
    pytest.param("What is the average of QM103 and QM104 in 2031-32?", "averaged", {"4.6%", "60.5%"}, id="average"),
    pytest.param("What is the average of gardens dug over the two years?", "averaged", {"60.0%", "60.5%"}, id="years"),
]


@pytest.mark.parametrize(("question", "word", "figures"), AGGREGATES)
def test_shares_are_not_added_up_or_averaged_but_given(question, word, figures):
    answer = ask(question)
    assert f"cannot be {word}" in answer.headline
    assert "number of cases" in answer.headline
    assert unsaid(answer.text, *figures) == []
    assert {figure.text for figure in answer.figures} == figures, "no figure is worked out"


def test_there_is_no_mean_over_all_measures():
    answer = ask("What was the average performance across all measures in 2031-32?")
    assert "no average" in answer.headline
    assert unsaid(answer.text, "3 of 8") == []


def test_a_measure_whose_name_speaks_of_a_mean_is_no_mean():
    answer = ask_of(EARLIER.replace("Gardens dug", "Gardens dug on average"), "gardens dug on average in 2030-31")
    assert unsaid(answer.headline, "60.0%") == []


SPAN = EARLIER.replace("Gardens dug", "Working 6 weeks after leaving").replace(
    "Doors opened on time", "Working 6 months after leaving"
)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("working six weeks after leaving", "QM104"),
        ("working 6 weeks after leaving in 2030-31", "QM104"),
        ("working six months after leaving", "QM101"),
        pytest.param(
            "working half a year after leaving",
            "QM101",
            marks=fault(reason="a year after is read in half a year after"),
        ),
    ],
)
def test_lengths_of_time_must_agree(question, code):
    assert code in ask_of(SPAN, question).headline
    assert len(codes(ask_of(SPAN, question).headline)) == 1


def test_another_length_of_time_is_no_figure():
    answer = ask("letters answered within ten weeks in 2031-32")
    assert "was 91.3%" not in answer.headline


REAL = [
    pytest.param("jobs six weeks after prison in 2024-25", {"SL016R": "18.5%"}, id="jobs"),
    pytest.param("unpaid work finished in a year, 2024-25", {"SL029": "63.1%"}, id="finished"),
    pytest.param("housing on release in 2024-25", {"SL014": "80.4%"}, id="housing"),
    pytest.param("employment at six months after release in 2024-25", {"SL017Ra": "31.8%"}, id="months"),
    pytest.param("unpaid work starts and completions in 2024-25", {"SL027": "71.1%", "SL029": "63.1%"}, id="two"),
    pytest.param("parole reports and housing on release in 2024-25", {"SL011": "82.6%", "SL014": "80.4%"}, id="names"),
    pytest.param("SL023 and housing on release in 2024-25", {"SL023": "37.2%", "SL014": "80.4%"}, id="mixed"),
    pytest.param("people in work six months after leaving prison, 2024-25", {"SL017Ra": "31.8%"}, id="in-work",
                 marks=fault(reason="everyday words that should reach a measure get quotes")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "figures"), REAL)
def test_real_measures_by_what_people_call_them(question, figures):
    answer = ask_library(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, *figures, *figures.values()) == [], answer.headline
