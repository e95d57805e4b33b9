"""Recall and ranks of made-up searches, worked out by hand."""

import pytest

from evals.questions import Question
from evals.replies import Searched
from evals.retrieval import is_searchable, lost, measure, told

HIT = {
    "publication": "s",
    "title": "Sample report",
    "locator": "paragraph 2.6",
    "text": "There were 1,479 of them.",
}
OTHER = {
    "publication": "s",
    "title": "Sample report",
    "locator": "paragraph 3.1",
    "text": "Nothing of the kind.",
}
PLACE = {"title": "Sample report", "locator": "paragraph 2.6"}


def question(name="q", **fields):
    base = {"id": name, "kind": "figure", "turns": ["How many?"], "status": "answered", "figures": ["1,479"]}
    return Question.model_validate(base | {"cite": [PLACE]} | fields)


def searched(*passages, name="q"):
    return {name: Searched.model_validate({"id": name, "passages": passages})}


@pytest.mark.parametrize(
    ("passages", "first", "five", "reciprocal"),
    [
        pytest.param([HIT, OTHER], 1.0, 1.0, 1.0, id="first"),
        pytest.param([OTHER, OTHER, HIT], 0.0, 1.0, 1 / 3, id="third"),
        pytest.param([OTHER] * 5 + [HIT], 0.0, 0.0, 1 / 6, id="sixth"),
        pytest.param([OTHER] * 10 + [HIT], 0.0, 0.0, 0.0, id="too-deep"),
        pytest.param([HIT, HIT, HIT], 1.0, 1.0, 1.0, id="the-first-of-several-counts"),
        pytest.param([], 0.0, 0.0, 0.0, id="nothing-found"),
    ],
)
def test_rank_of_what_is_wanted(passages, first, five, reciprocal):
    figures = measure([question()], searched(*passages))
    assert figures["R@1"] == first
    assert figures["R@5"] == five
    assert figures["RR@10"] == pytest.approx(reciprocal, abs=1e-4)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"evidence": "There were 1,479 of them"}, True, id="evidence"),
        pytest.param({"evidence": "Something else entirely was written"}, False, id="other-evidence"),
        pytest.param({"figures": ["88"]}, False, id="place-without-the-figure"),
        pytest.param({"figures": [], "words": ["there WERE"]}, True, id="words"),
        pytest.param({"figures": []}, True, id="place-alone"),
        pytest.param({"cite": [PLACE | {"locator": "paragraph 2.7"}]}, False, id="other-place"),
        pytest.param({"cite": [PLACE, PLACE | {"locator": "paragraph 3.1"}], "figures": []}, False, id="one-of-two"),
    ],
)
def test_what_counts_as_found(fields, found):
    asked = question(**fields)
    assert (measure([asked], searched(HIT))["R@5"] == 1.0) == found
    assert (lost([asked], searched(HIT)) == []) == found


def test_the_mean_is_over_questions_and_an_unsearched_one_counts_as_lost():
    assert measure([question("q"), question("r")], searched(HIT))["R@5"] == 0.5


def test_what_cannot_be_told_is_left_out():
    assert not is_searchable(question(cite=[]))
    assert not is_searchable(question(status="not_found"))
    assert not is_searchable(question(kind="metadata"))
    assert not is_searchable(question(turns=["How many?", "And now?"]))


def test_known_evidence_is_preferred_to_places():
    with_evidence = question("r", evidence="There were 1,479 of them")
    assert told([question("q"), with_evidence]) == [with_evidence]
    assert told([question("q")]) == [question("q")]
