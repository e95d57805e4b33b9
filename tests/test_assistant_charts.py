"""Answers from tables have charts of published figures; questions that compare nothing have none."""

import pytest
from asking import ask, ask_of
from made_up import LATER


@pytest.mark.parametrize(
    ("question", "kind", "title", "names"),
    [
        pytest.param(
            "What was QM104 in 2031-32?", "editions", "Gardens dug (QM104), by year",
            ["2030-31", "2031-32"], id="a-measure-over-the-years",
        ),
        pytest.param(
            "How many probation targets were met in 2030-31?", "targets",
            "Probation service levels against their targets, 2030-31",
            ["QM101", "QM102", "QM103", "QM104", "QM105R", "QM106"], id="a-count-of-a-year",
        ),
        pytest.param(
            "Which CRS measures missed their target in 2031-32?", "targets",
            "CRS service levels against their targets, 2031-32", ["QM101", "QM102"], id="of-the-service-asked-for",
        ),
        pytest.param(
            "Which measure missed its target by the most in 2031-32?", "targets",
            "Probation service levels against their targets, 2031-32", None, id="a-ranking",
        ),
        pytest.param(
            "How was North Marsh rated in 2030-31?", "regions", "Scorecard rating of each region, 2030-31",
            ["North Marsh", "South Marsh", "Upper Dale", "Lower Dale"], id="ratings",
        ),
    ],
)  # fmt: skip
def test_what_can_be_seen_is_drawn(question, kind, title, names):
    (chart,) = ask(question).charts
    assert (chart.kind, chart.title) == (kind, title)
    of = {"editions": lambda o: o.period.label, "targets": lambda o: o.measure.code, "regions": lambda o: o.area}[kind]
    assert names is None or [of(o) for o in chart.observations] == names
    assert {o.locator.publication for o in chart.observations} == {p.id for p in chart.publications}


def test_two_years_of_ratings_are_two_charts():
    charts = ask("How were the regions rated in 2030-31 and 2031-32?").charts
    assert [chart.title[-7:] for chart in charts] == ["2030-31", "2031-32"]


def test_two_measures_are_held_against_their_targets():
    (chart,) = ask("Compare QM103 and QM104 in 2031-32").charts
    assert (chart.kind, [o.measure.code for o in chart.observations]) == ("targets", ["QM103", "QM104"])


def test_a_chart_has_published_figures_and_symbols_as_printed():
    (chart,) = ask("How many probation targets were met in 2030-31?").charts
    assert [(o.shown, o.value) for o in chart.observations if o.measure.code == "QM106"] == [("[z]", None)]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was QM102 for North Marsh?", id="not-found"),
        pytest.param("What are the scorecard thresholds?", id="nothing-to-compare"),
        pytest.param("What was QM107a in 2031-32?", id="one-year-only"),
        pytest.param("When was the update to March 2032 published?", id="no-figures"),
        pytest.param("What was QM106?", id="a-symbol-beside-one-figure"),
    ],
)
def test_where_nothing_can_be_compared_nothing_is_drawn(question):
    assert ask(question).charts == ()


def test_one_edition_alone_has_no_years_to_draw():
    assert ask_of(LATER, "What was QM104 in 2031-32?").charts == ()
