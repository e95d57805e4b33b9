"""Rates carry their counts, nothing is hidden, and what is undefined is not zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.questions import Question
from evals.replies import Reply
from evals.report import by_kind, percentile, rate, report, summary
from evals.scoring import score


def scored(name, kind, status, *, right=True, seconds=None):
    question = Question(id=name, kind=kind, turns=("How many?",), status=status)
    said = status if right else {"answered": "not_found", "not_found": "answered"}[status]
    return score(question, Reply(id=name, status=said, answer="Said so: 77.", seconds=seconds))


RUN = [
    scored("a", "lookup", "answered", seconds=0.25),
    scored("b", "lookup", "answered", right=False, seconds=0.75),
    scored("c", "unanswerable", "not_found"),
]


def test_summary_counts_each_thing_over_what_it_applies_to():
    figures = summary(RUN)
    assert figures["right"] == "0.667 (2 of 3)"
    assert figures["answers right"] == "0.500 (1 of 2)"
    assert figures["refusals right"] == "1.000 (1 of 1)"
    assert figures["untraced numbers"] == "3"
    assert figures["seconds, median"] == "0.500"


def test_kinds():
    assert by_kind(RUN) == {"lookup": "0.500 (1 of 2)", "unanswerable": "1.000 (1 of 1)"}


def test_a_rate_of_nothing_is_undefined():
    assert rate(0, 0) == "undefined (0 of 0)"
    assert summary(RUN[:1])["refusals right"] == "undefined (0 of 0)"


def test_the_report_shows_every_miss_with_its_fault_and_answer():
    text = report(RUN, {"date": "2031-01-01"})
    miss = text.split("### b (lookup)")[1].split("###")[0]
    assert "- wrong: status" in miss
    assert "- untraced: 77" in miss
    assert "> Said so: 77." in miss
    assert "| date | 2031-01-01 |" in text


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (50, 2), (75, 3), (76, 4), (100, 4)])
def test_percentile(percent, value):
    assert percentile([4, 1, 3, 2], percent) == value


@given(st.lists(st.floats(0, 100), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_value_that_enough_values_do_not_exceed(values, percent):
    found = percentile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)
