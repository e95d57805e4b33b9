"""Regional and quarterly questions about made-up data tables are right, and what judges them sees what is wrong."""

from dataclasses import replace

import pytest

from corpus.models import Document, Publication
from evals import regional
from evals.made_workbooks import LAYOUTS, workbook
from evals.regional_questions import questions

EMPTY = Document(publication=Publication(id="none", title="Nothing"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_questions_of_every_layout_are_right(layout):
    results = list(regional.measure([3, 7], [layout]))
    assert len(results) > 30
    assert [regional.told(one) for one in results if one.faults] == []


def test_the_questions_of_a_seed_are_always_the_same():
    made = workbook(5)
    assert list(questions(made)) == list(questions(made))


def test_another_figure_is_a_wrong_one():
    (result, *_) = regional.measure([3], LAYOUTS[:1])
    figure = result.asked.figures[0]
    asked = replace(result.asked, figures=("12345.6",), words=())
    judged = regional.judged(workbook(3, LAYOUTS[0]), asked, result.answer, EMPTY, {})
    assert judged.wrong_figure
    assert {"lacks 12345.6", f"says {figure}"} <= set(judged.faults)


def test_a_figure_that_is_not_cited_is_a_fault():
    (result, *_) = regional.measure([3], LAYOUTS[:1])
    answer = replace(result.answer, citations=())
    judged = regional.judged(workbook(3, LAYOUTS[0]), result.asked, answer, EMPTY, {})
    assert any(fault.startswith("does not cite") for fault in judged.faults)
    assert not judged.wrong_figure
