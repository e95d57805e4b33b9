"""Thresholds of the scorecard: the rating of a score, what it lacks of another, and how editions differ."""

import pytest
from asking import ask, ask_library, unsaid

SCORES = [
    pytest.param("What rating is a score of 75.4% in 2030-31?", ("75.4%", "2 (Improvement"), id="below"),
    pytest.param("What rating is a score of 75.5% in 2030-31?", ("75.5%", "3 (Good"), id="on-the-bound"),
    pytest.param("What rating is a score of 75.4%?", ("75.4%", "3 (Good"), id="latest-thresholds"),
    pytest.param("What rating is 45.4% in 2031-32?", ("45.4%", "1 (Inadequate"), id="lowest"),
    pytest.param("What rating is a score of 90 in 2030-31?", ("90%", "4 (Outstanding"), id="whole-number"),
    pytest.param("A region scored 60%: what rating does it get?", ("60%", "2 (Improvement"), id="a-region-scored"),
    pytest.param("What if a region scored 44% in 2030-31?", ("44%", "1 (Inadequate"), id="what-if"),
    pytest.param("score of 0%", ("0%", "1 (Inadequate"), id="nothing"),
    pytest.param("score of 100% in 2030-31", ("100%", "4 (Outstanding"), id="everything"),
    pytest.param("What score is needed to be rated Good in 2030-31?", ("75.5%", "90.0%"), id="threshold"),
    pytest.param("What is the pass mark for Good?", ("70.0%", "88.0%"), id="pass-mark"),
    pytest.param("How many points short of Good is 60.5%?", ("9.5 percentage points", "70.0%"), id="points"),
    pytest.param("How many more points does 86% need to be Outstanding in 2031-32?", ("2.0 percentage points",),
                 id="more-points"),
    pytest.param("How far is 65% from Outstanding in 2030-31?", ("25.0 percentage points", "90.0%"), id="how-far"),
    pytest.param("What are the scorecard thresholds in 2030-31?", ("90.0%", "75.5%", "50.0%"), id="all"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said"), SCORES)
def test_bands_and_thresholds_are_those_of_the_edition(question, said):
    answer = ask(question)
    assert answer.status == "answered"
    assert [part for part in said if part not in answer.headline] == [], answer.headline


POLAR = [
    pytest.param("Would a score of 70% be rated Good in 2031-32?", "Yes", "70.0%", id="on-the-bound"),
    pytest.param("Would a score of 69.9% be rated Good in 2031-32?", "No", "0.1 percentage points", id="below"),
    pytest.param("Is 70% enough for Good?", "Yes", "70.0%", id="enough"),
    pytest.param("Is 70% enough for Good in 2030-31?", "No", "5.5 percentage points", id="not-enough"),
    pytest.param("Is 91% Good in 2030-31?", "Yes", "90.0%", id="better-than-asked"),
]


@pytest.mark.parametrize(("question", "word", "said"), POLAR)
def test_whether_a_score_is_rated_so_is_answered_with_yes_or_no(question, word, said):
    answer = ask(question)
    assert answer.headline.startswith(f"{word}: ")
    assert unsaid(answer.text, said) == []


def test_two_scores_have_a_rating_each():
    text = ask("What rating do scores of 40% and 90% get in 2031-32?").text
    assert "40% of the maximum is rated 1 (Inadequate)" in text
    assert "90% of the maximum is rated 4 (Outstanding)" in text


DIFFERENT = [
    "Did the scorecard thresholds change between 2030-31 and 2031-32?",
    "Have the thresholds changed?",
    "How did the thresholds compare in 2030-31 and 2031-32?",
    "Did the threshold for Good change?",
]


@pytest.mark.parametrize("question", DIFFERENT)
def test_thresholds_of_two_editions_are_set_beside_one_another(question):
    answer = ask(question)
    assert "changed" in answer.headline
    assert "No" not in answer.headline
    assert unsaid(answer.text, "90.0%", "75.5%", "50.0%", "88.0%", "70.0%", "45.5%") == []
    assert {citation.publication.id for citation in answer.citations} == {"made-up-2031", "made-up-2032"}


CHANGED = [
    pytest.param("Have the scorecard thresholds stayed the same?", "No, the scorecard thresholds changed", id="same"),
    pytest.param("Are the thresholds the same in both years?", "No, the scorecard thresholds changed", id="are-same"),
    pytest.param("Have the thresholds changed?", "Yes, the scorecard thresholds changed", id="changed"),
    pytest.param("How did the thresholds compare in 2030-31 and 2031-32?", "The scorecard", id="no-verdict"),
]


@pytest.mark.parametrize(("question", "said"), CHANGED)
def test_thresholds_that_differ_are_said_to_with_the_verdict_of_what_is_asked(question, said):
    assert ask(question).headline.startswith(said)


KEPT = [
    pytest.param("Have the scorecard thresholds stayed the same?", "Yes, the scorecard thresholds did not", id="same"),
    pytest.param("Have the scorecard thresholds changed?", "No, the scorecard thresholds did not", id="changed"),
]


@pytest.mark.parametrize(("question", "said"), KEPT)
def test_thresholds_that_are_alike_are_said_to_be_with_the_verdict_of_what_is_asked(question, said):
    assert ask_library(question).headline.startswith(said)


def test_a_score_in_both_years_has_a_rating_in_each():
    text = ask("What rating is a score of 72% in 2030-31 and in 2031-32?").text
    assert "2 (Improvement Required)" in text.split("2031-32")[0]
    assert "3 (Good)" in text


IMPOSSIBLE = [
    "What rating is a score of 101%?",
    "Would a score of 140% be Good?",
    "What rating is a score of -5%?",
]


@pytest.mark.parametrize("question", IMPOSSIBLE)
def test_a_score_that_cannot_be_is_no_error(question):
    answer = ask(question)
    assert answer.status in ("not_found", "clarify")
    assert "cannot be" in answer.text


def test_a_part_of_one_is_asked_about_and_not_taken_for_a_percentage():
    answer = ask("What rating is a score of 0.866?")
    assert answer.status == "clarify"
    assert unsaid(answer.headline, "0.866%", "86.6%") == []
    assert "4 (" not in answer.text
    assert len(answer.options) == 2
    assert [ask(option).status for option in answer.options] == ["answered", "answered"]


def test_a_part_of_one_percent_is_a_percentage():
    assert "1 (Inadequate)" in ask("What rating is a score of 0.5%?").headline


def test_thresholds_say_whose_they_are():
    (caveat,) = ask("What rating is a score of 75.4% in 2030-31?").caveats
    assert "update to March 2031" in caveat
