"""What figures are about: the measure, period and service that their sentence, or what stands before it, names."""

import pytest
from checked import check, verdicts
from made_up import bulletins

from assistant.checking.figures import figures
from assistant.checking.statements import statements
from assistant.checking.subjects import Subject, Subjects
from assistant.holdings import Holdings
from assistant.reading import Reader
from corpus.aliases import aliases

S, C, N = "supported", "contradicted", "not_found"


def subjects(draft: str) -> list[Subject]:
    """What each figure of a draft is about, against the made-up bulletins."""
    holdings = Holdings(bulletins())
    finder = Subjects(holdings, Reader(holdings, aliases()))
    return [one for said in statements(draft) for one in finder.of(said, figures(said.text))]


def told(subject: Subject) -> tuple[str, str, str]:
    """The code, period and role of a figure; "" where it has none."""
    code = subject.matches[0].measure.code if subject.matches else ""
    return code, subject.period.label if subject.period else "", subject.role


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("QM101 was 5% in 2031-32.", [("QM101", "2031-32", "value")], id="code"),
        pytest.param("The target for gardens dug was 5% in 2031-32.", [("QM104", "2031-32", "target")], id="target"),
        pytest.param("Gardens dug rose by 5 points.", [("QM104", "", "change")], id="change-and-no-year"),
        pytest.param("Gardens dug was 5 points short of target in 2031-32.", [("QM104", "2031-32", "gap")], id="gap"),
        pytest.param("Gardens dug was 5% in 2030-31 and 6% in 2031-32.",
            [("QM104", "2030-31", "value"), ("QM104", "2031-32", "value")], id="each-its-year"),
        pytest.param("Gardens dug rose from 5% to 6% in 2031-32.",
            [("QM104", "2030-31", "value"), ("QM104", "2031-32", "value")], id="from-to"),
        pytest.param("In 2031-32 gardens dug was 6%, compared with 5% the year before.",
            [("QM104", "2031-32", "value"), ("QM104", "2030-31", "value")], id="the-year-before"),
        pytest.param("Gardens dug was 6% in 2031-32, a rise of 1 point on 2030-31.",
            [("QM104", "2031-32", "value"), ("QM104", "2031-32", "change")], id="a-change-on-a-year"),
        pytest.param("QM101 was 5% while QM102 was 6%.", [("QM101", "", "value"), ("QM102", "", "value")], id="parts"),
        pytest.param("QM101 and QM102 were 5% and 6%.", [("QM101", "", "value"), ("QM102", "", "value")], id="in-turn"),
        pytest.param("QM101, QM102 and QM104 were 5%, 6% and 7%.",
            [("QM101", "", "value"), ("QM102", "", "value"), ("QM104", "", "value")], id="three-in-turn"),
        pytest.param("Gardens dug was 5% in 2031-32. It was 4% the year before.",
            [("QM104", "2031-32", "value"), ("QM104", "2030-31", "value")], id="sentence-before"),
        pytest.param("# Gardens dug\n\nThe figure was 5%.", [("QM104", "", "value")], id="heading"),
        pytest.param("# 2030-31\n\nGardens dug was 5%.", [("QM104", "2030-31", "value")], id="year-of-a-heading"),
        pytest.param("Measure\t2030-31\tTarget\tChange\nGardens dug\t5%\t6%\t1.0",
            [("QM104", "2030-31", "value"), ("QM104", "", "target"), ("QM104", "", "change")], id="cells"),
        pytest.param("The pier has 5% of the lamps.", [("", "", "value")], id="no-measure"),
    ],
)  # fmt: skip
def test_what_a_figure_is_about(draft, expected):
    assert [told(one) for one in subjects(draft)] == expected


def test_a_word_of_a_name_alone_is_no_sure_measure():
    (subject,) = subjects("About 5% of gardens have a pond, a hedge and a shed.")
    assert not subject.sure


def test_a_code_that_both_services_have_is_of_the_one_that_is_said():
    services = [one.matches[0].measure.service for one in subjects("QM101 was 5%. CRS QM101 was 6%.")]
    assert services == ["Probation", "CRS"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("Gardens dug stood at 60.5% in 2031-32. It was 60.0% the year before.", [S, S], id="it-was"),
        pytest.param("Gardens dug stood at 60.5% in 2031-32. It was 61.0% the year before.", [S, C], id="it-was-wrong"),
        pytest.param("Gardens dug stood at 60.5% in 2031-32. The target was 60.0%.", [S, S], id="the-target"),
        pytest.param("Gardens dug stood at 60.5% in 2031-32. The target was 61.0%.", [S, C], id="the-target-wrong"),
        pytest.param("Gardens dug stood at 60.5% in 2031-32. This is up 0.5 points.", [S, S], id="this-is-up"),
        pytest.param("Gardens dug stood at 60.5% in 2031-32. This is down 0.5 points.", [S, C], id="this-is-down"),
        pytest.param("# Gardens dug, 2031-32\n\nPerformance was 60.5%.", [S], id="heading"),
        pytest.param("# Gardens dug, 2031-32\n\nPerformance was 61.5%.", [C], id="heading-wrong"),
        pytest.param("# Gardens dug, 2030-31\n\nPerformance was 60.5%.", [C], id="heading-of-another-year"),
        pytest.param("Gardens dug in 2031-32:\n\n- performance: 60.5%\n- target: 60.0%", [S, S], id="list"),
        pytest.param("Gardens dug in 2031-32:\n\n- performance: 60.0%\n- target: 60.5%", [C, C], id="list-swapped"),
        pytest.param("Performance in 2030-31\nMeasure\tFigure (%)\nGardens dug\t60.0\nQM101\t69.5", [S, C],
            id="caption"),
        pytest.param("## Commissioned Rehabilitative Services\n\nQM101 was 79.5% in 2031-32.", [S],
            id="service-of-a-heading"),
    ],
)  # fmt: skip
def test_what_stands_before_a_sentence(draft, expected):
    assert [verdict for _, verdict in verdicts(check(draft))] == expected
