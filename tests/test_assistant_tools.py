"""The calculators as LangChain tools: the same figures as a question gets, refusals as text."""

import json

import pytest
from made_up import assistant_of, bulletins

from assistant.holdings import Holdings
from assistant.tools import tools


@pytest.fixture(scope="module")
def called():
    """Calls a tool by name with arguments; the reply as JSON where it is JSON."""
    by_name = {tool.name: tool for tool in tools(Holdings(bulletins()))}

    def call(name, **arguments):
        said = by_name[name].invoke(arguments)
        return json.loads(said) if said.startswith("{") else said

    return call


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        pytest.param("look_up", {"code": "QM102"}, ["91.3%", "2031-32"], id="latest"),
        pytest.param("look_up", {"code": "qm102", "year": "2030-31"}, ["88.0%", "2030-31"], id="small-letters"),
        pytest.param("look_up", {"code": "QM102", "service": "CRS"}, ["40.0%", "Kettles sold"], id="service"),
        pytest.param("target_met", {"code": "QM103"}, ["No", "4.6%", "0.6 percentage points above"], id="ceiling"),
        pytest.param("gap_to_target", {"code": "QM101", "service": "Probation"}, ["2.5 percentage points"], id="gap"),
        pytest.param("change_on_year", {"code": "QM103"}, ["rose by 1.5", "a worsening"], id="change"),
        pytest.param(
            "compare_years",
            {"code": "QM104", "before": "2030-31", "after": "2031-32"},
            ["60.0%", "60.5%", "0.5 percentage points"],
            id="two-years",
        ),
        pytest.param("count_measures", {"state": "met", "year": "2030-31"}, ["3 of 5"], id="count"),
        pytest.param("rank_measures", {"by": "shortfall"}, ["QM106", "7.5 percentage points below"], id="ranking"),
        pytest.param("rating_of_score", {"score": "70"}, ["3 (Good)"], id="lower-bound-is-inclusive"),
        pytest.param("rating_of_score", {"score": "69.9", "wanted": 3}, ["0.1 percentage points more"], id="points-to"),
        pytest.param("ratings", {"area": "Upper Dale"}, ["2 (Improvement Required)"], id="area"),
        pytest.param("ratings", {"rating": 4, "year": "2030-31"}, ["1 of 4", "North Marsh"], id="by-rating"),
        pytest.param("rating_changes", {}, ["North Marsh from 4", "3 of 4"], id="changes"),
    ],
)
def test_a_tool_gives_the_figure_with_its_source(called, name, arguments, said):
    reply = called(name, **arguments)
    assert reply["status"] == "answered"
    assert all(part in reply["answer"] for part in said), reply["answer"]
    assert reply["citations"] and all(c["publication"] and c["quote"] for c in reply["citations"])


def test_a_tool_says_what_a_question_gets(called, tmp_path):
    assistant = assistant_of(tmp_path, bulletins())
    asked = assistant.ask(["How many targets were met in 2030-31?"])
    assert called("count_measures", state="met", year="2030-31")["answer"] == asked.text


@pytest.mark.parametrize(
    ("name", "arguments", "status"),
    [
        pytest.param("look_up", {"code": "QM999"}, "not_found", id="no-such-code"),
        pytest.param("look_up", {"code": "QM102", "year": "2040-41"}, "not_found", id="no-such-year"),
        pytest.param("ratings", {"year": "2019-20"}, "not_found", id="no-ratings"),
    ],
)
def test_what_is_not_published_is_said_to_be_so(called, name, arguments, status):
    assert called(name, **arguments)["status"] == status


def test_a_year_that_is_none_is_refused_in_words(called):
    assert (
        called("count_measures", state="met", year="soon") == "Refused: 'soon' names no year; give one as \"2024-25\"."
    )


@pytest.mark.parametrize("score", ["-1", "100.1", "a lot"])
def test_arguments_are_typed(called, score):
    with pytest.raises(ValueError, match="score"):
        called("rating_of_score", score=score)
