"""Which years a question is about, and what a printed change implies of a year that is not held."""

import pytest
from asking import ask, ask_library, ask_of, fault, said_of, unsaid
from made_up import LATER

ASKED = [
    pytest.param("QM103", ("4.6%", "2031-32"), "3.1%", id="latest-where-none-is-named"),
    pytest.param("QM103 last year", ("4.6%", "2031-32"), "3.1%", id="last-year"),
    pytest.param("QM103 in the latest year", ("4.6%", "2031-32"), "3.1%", id="latest"),
    pytest.param("QM103 the year before last", ("3.1%", "2030-31"), "4.6%", id="before-last"),
    pytest.param("QM103 in the year to March 2031", ("3.1%", "2030-31"), "4.6%", id="year-to"),
    pytest.param("QM103 between April 2030 and March 2031", ("3.1%", "2030-31"), "4.6%", id="between-months"),
    pytest.param("QM103 in 2031", ("3.1%", "2030-31"), "4.6%", id="the-year-that-ends-in-it"),
    pytest.param("QM103 in the earliest year", ("3.1%", "2030-31"), "4.6%", id="earliest"),
    pytest.param("QM103 in the first bulletin", ("3.1%", "2030-31"), "4.6%", id="first-bulletin"),
    pytest.param("QM103 in the year before 2031-32", ("3.1%", "2030-31"), "4.6%", id="year-before-one",
                 marks=fault(reason="the year before a year is read as that year")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "other"), ASKED)
def test_one_year_is_asked_for(question, said, other):
    headline = ask(question).headline
    assert unsaid(headline, *said) == [], headline
    assert said_of(headline, other) == []


COMPARE = "years set beside one another by \u201ccompare\u201d are not both told"
BOTH = [
    pytest.param("QM103 in both years", id="both"),
    pytest.param("QM103 over the years", id="over-the-years"),
    pytest.param("QM103 since 2030-31", id="since"),
    pytest.param("QM103 from 2030-31 to 2031-32", id="from-to"),
    pytest.param("QM103 in 2030-31 and the year after", id="year-after"),
    pytest.param("In which year was QM103 highest?", id="which-year"),
    pytest.param("When was QM103 lowest?", id="when"),
    pytest.param("How has QM103 changed over time?", id="over-time"),
    pytest.param("QM103 compared with 2030-31", id="compared-with"),
    pytest.param("QM103 compared with the previous year", id="with-the-previous-year"),
    pytest.param("Was QM103 higher than the year before?", id="than-the-year-before"),
    pytest.param("Compare QM103 with the year before", id="compare", marks=fault(reason=COMPARE)),
    pytest.param("How did QM103 compare to the year before?", id="compare-to", marks=fault(reason=COMPARE)),
]


@pytest.mark.parametrize("question", BOTH)
def test_both_years_are_asked_for(question):
    headline = ask(question).headline
    assert unsaid(headline, "3.1%", "4.6%", "2030-31", "2031-32", "1.5 percentage points") == [], headline


@pytest.mark.parametrize(
    "question",
    [
        "QM104 in 2040-41",
        "What will gardens dug be next year?",
        "next year's QM104",
        "gardens dug forecast for 2035-36",
    ],
)
def test_a_year_to_come_has_no_figure(question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert unsaid(answer.text, "60.5%", "2031-32") == [], "the nearest figure"


PARTS = ["QM104 in quarter 2 of 2031-32", "gardens dug in Q3", "gardens dug by quarter", "QM104 in October 2031",
         "monthly figures for gardens dug"]  # fmt: skip


@pytest.mark.parametrize("question", PARTS)
def test_part_of_a_year_has_no_figure(question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert unsaid(answer.text, "60.5%", "2031-32") == []


def test_a_series_that_was_revised_has_each_name_and_no_change():
    answer = ask("lanterns lit since 2030-31")
    parts = ("Lanterns lit (QM105R)", "44.4%", "41.0%", "Lanterns lit for watched ships (QM105S)", "47.2%")
    assert [part for part in parts if part not in answer.headline] == []
    assert "percentage points" not in answer.headline
    assert any("not treat them as comparable" in caveat for caveat in answer.caveats)


def test_a_row_of_part_of_a_year_is_found_by_its_months():
    assert unsaid(ask("lanterns lit between May 2031 and March 2032").headline, "47.2%") == []
    assert unsaid(ask("lanterns lit in April 2031").headline, "41.0%") == []


def test_years_of_one_code_of_different_length_have_no_change():
    answer = ask("QM105R in 2030-31 and 2031-32")
    assert unsaid(answer.headline, "44.4%", "41.0%", "April 2031") == []
    assert "a change of" not in answer.text


IMPLIED = [
    pytest.param("What was QM103 in 2029-30?", "3.5%", "3.1 - (-0.4) = 3.5", id="a-fall"),
    pytest.param("What was kettles mended in 2029-30?", "79.0%", "81.0 - 2.0 = 79.0", id="a-rise"),
    pytest.param("QM104 in 2029-30", "60.0%", "60.0 - 0.0 = 60.0", id="unchanged"),
]


@pytest.mark.parametrize(("question", "value", "working"), IMPLIED)
def test_a_printed_change_implies_the_year_before_and_it_is_said_to_be_derived(question, value, working):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, value, "2029-30", "derived") == []
    assert any(figure.text == value and working in (figure.working or "") for figure in answer.figures)
    assert any("2029-30" in caveat and "derived" in caveat for caveat in answer.caveats)


def test_the_change_over_two_years_is_worked_out_from_what_is_implied():
    answer = ask("How did QM103 change between 2029-30 and 2031-32?")
    assert unsaid(answer.text, "3.5%", "4.6%", "1.1 percentage points") == []
    assert "4.6 - 3.5 = 1.1" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was the target for QM103 in 2029-30?", id="target"),
        pytest.param("Did QM103 meet its target in 2029-30?", id="met"),
        pytest.param("What was QM103 in 2028-29?", id="two-years-before"),
        pytest.param("What was boats returned in 2029-30?", id="without-a-change"),
        pytest.param("What was QM107a in 2030-31?", id="a-symbol-for-a-change"),
    ],
)
def test_what_no_change_implies_is_not_published(question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert "derived" not in answer.text


def test_an_implied_figure_gives_way_to_a_published_one():
    assert "implies" not in ask("QM103 in 2030-31 and 2031-32").text
    assert unsaid(ask_of(LATER, "QM103 in 2030-31").headline, "3.1%", "derived") == []


def test_a_real_year_that_is_only_implied():
    answer = ask_library("What was SL014 in 2022-23?")
    assert "derived" in answer.text
    assert "2022-23" in answer.headline
