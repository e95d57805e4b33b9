"""Answers about one measure: what is not published of it, its symbols, the rest of its share, what stands around it."""

import pytest
from asking import ask, ask_library, codes, fault, unsaid
from hypothesis import given
from hypothesis import strategies as st

from assistant import padding
from assistant.words import fold

NOT_PUBLISHED = [
    pytest.param("gardens dug in North Marsh", ("North Marsh", "60.5%"), id="region"),
    pytest.param("gardens dug by region in 2030-31", ("60.0%",), id="by-region"),
    pytest.param("Which region had the best figure for gardens dug?", ("60.5%",), id="which-region"),
    pytest.param("gardens dug for women in 2030-31", ("women", "60.0%"), id="women"),
    pytest.param("boats returned for men", ("men", "12.5%"), id="men"),
    pytest.param("gardens dug by ethnicity", ("ethnicity", "60.5%"), id="ethnicity"),
    pytest.param("QM999 in 2030-31", ("QM999",), id="unknown-code"),
    pytest.param("CRS QM104 in 2030-31", ("CRS", "QM104", "60.0%"), id="code-of-another-service"),
]


@pytest.mark.parametrize(("question", "said"), NOT_PUBLISHED)
def test_what_nobody_publishes_is_said_with_what_is_nearest(question, said):
    answer = ask(question)
    assert answer.status == "not_found"
    assert unsaid(answer.text, *said) == [], answer.text


@pytest.mark.parametrize("question", ["QM104 and QM999 in 2031-32", "QM999 and QM104 in 2031-32"])
def test_an_unknown_code_beside_a_known_one_is_named(question):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, "60.5%", "QM104") == []
    assert "no measure with the code QM999" in answer.text


@fault(reason="a version of a measure that the year does not have is answered with another, unsaid")
def test_a_version_that_a_year_does_not_have_is_said_to_be_missing():
    assert "QM105S" in ask("QM105S in 2030-31").text


@fault(reason="the main service's name does not tell its code from another service's")
def test_a_code_of_the_main_service_is_its_own():
    assert unsaid(ask("probation QM101 in 2030-31").headline, "71.5%") == []
    assert "Kettles" not in ask("probation QM101 in 2030-31").headline


REST = [
    pytest.param("what percentage of boats were not returned in 2031-32?", "87.5%", id="were-not"),
    pytest.param("What percentage of letters were not answered within ten days in 2030-31?", "12.0%", id="within"),
    pytest.param("what percentage of ferry trips were not cancelled in 2031-32?", "95.4%", id="ceiling"),
    pytest.param("What share of doors did not open on time in 2031-32?", "30.5%", id="did-not",
                 marks=fault(reason="a share that did not is only told of verbs in -ed")),
    pytest.param("what share of gardens were not dug in 2031-32?", "39.5%", id="irregular",
                 marks=fault(reason="a share that did not is only told of verbs in -ed")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "rest"), REST)
def test_the_rest_of_a_share_is_worked_out_beside_the_share(question, rest):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.text, rest) == [], answer.text
    assert any(figure.text == rest and "100 - " in (figure.working or "") for figure in answer.figures)


def test_the_rest_of_a_real_share():
    assert unsaid(ask_library("what share of people were not in work six weeks after release").text, "81.5%") == []


def test_a_symbol_in_one_of_two_years_is_no_figure():
    answer = ask("What was QM106 in 2030-31 and 2031-32?")
    assert unsaid(answer.headline, "12.5%", "[z]") == []
    assert "Unreliable" in answer.text
    assert "a change of" not in answer.text


def test_a_percentage_is_not_passed_off_as_a_number_of_people():
    answer = ask("how many boats were returned in 2031-32?")
    assert any("no number of people" in caveat for caveat in answer.caveats)


MOVED = [
    pytest.param("What was the target of QM104 in 2030-31 and 2031-32?", ("60.0%", "the same"), id="same"),
    pytest.param("What was the target of doors opened on time in 2030-31 and 2031-32?", ("70.0%", "72.0%", "2.0"),
                 id="raised"),
    pytest.param("Did the target for doors opened on time change?", ("70.0%", "72.0%", "2.0"), id="change"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said"), MOVED)
def test_a_target_over_two_years(question, said):
    assert unsaid(ask(question).headline, *said) == []


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Did gardens dug meet its target in both years?", "Yes"),
        ("Did doors opened on time meet its target in both years?", "In part"),
        ("Did lanterns lit meet its target in both years?", "No"),
    ],
)
def test_a_target_in_both_years(question, word):
    assert ask(question).headline.startswith(f"{word}: ")


def test_a_change_that_is_not_printed_is_not_worked_out():
    answer = ask("QM107b change in 2031-32")
    assert answer.headline.startswith("No change")
    assert unsaid(answer.headline, "28.0%", "[x]") == []


def test_why_no_change_is_printed_is_told_where_a_note_says_so():
    answer = ask_library("How did SL016R change in 2024-25?")
    assert "No change" in answer.headline
    assert any("6 months" in citation.quote for citation in answer.citations)


def test_another_publications_rounding_of_a_figure_is_told_as_one():
    answer = ask_library("unpaid work starts in 2024-25")
    assert unsaid(answer.headline, "71.1%") == []
    assert unsaid(answer.text, "71%", "80%", "Building an effective and resilient Probation Service") == []


OPENINGS = ("Hi, ", "Hello team, ", "Good morning. ", "Please can you tell me ", "Could someone confirm ",
            "I'd like to know ", "Do you know ", "Urgent: ", "Please tell me ", "Right, so ", "Sorry, quick question: ",
            "To ask the Secretary of State for Justice, ", "I wonder ", "Any idea ", "We need to check ")  # fmt: skip
ENDINGS = ("?", "", " please?", ", thanks", ". Thank you", " - urgent")


@pytest.mark.parametrize("opening", OPENINGS, ids=str.strip)
@pytest.mark.parametrize("ending", ENDINGS, ids=repr)
def test_courtesies_leave_the_figures_as_they_are(opening, ending):
    plain, padded = (ask(q) for q in ("what was QM103 in 2030-31?", f"{opening}what was QM103 in 2030-31{ending}"))
    assert (padded.headline, padded.figures) == (plain.headline, plain.figures)


@given(st.sampled_from([o for o in OPENINGS if "Secretary" not in o]), st.text("abcdefghij ", min_size=3))
def test_an_opening_takes_nothing_of_what_follows(opening, text):
    said = fold(f"{opening}zz {text}")
    assert padding.POLITE.sub("", said).endswith(fold(f"zz {text}"))


TAGS = (", isn't it?", " wasn't it?", ", didn't they?", ", right?", ", correct?", " yes?")


@given(st.sampled_from(TAGS), st.text("abcdefghij", min_size=3))
def test_a_tag_is_taken_from_the_end_and_asks_for_confirmation(tag, text):
    said = fold(f"it fell {text}{tag}")
    assert padding.TAG.sub("", said).rstrip(" ?,") == f"it fell {text}"


WORDS = ("QM103", "gardens dug", "boats", "(a)", "and", "both", "not", "didn't it?", "why", "which", "worst", "top 3",
         "second", "within 2 points of target", "more than", "90%", "North Marsh", "CRS", "Good or better", "2029-30",
         "the year before", "2031-32", "average", "if", "had been", "?", "given that", ",", "source")  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=2))
def test_whatever_is_asked_there_is_an_answer_whose_numbers_are_traced(turns):
    answer = ask(*turns)
    assert answer.status in ("answered", "not_found", "clarify")
    assert codes(answer.text) <= codes(" ".join([*turns, *(c.quote for c in answer.citations)]))


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_at_all_is_answered(text):
    assert ask(text).headline
