"""Figure questions end to end: made-up bulletins with answers worked out by hand, then the library's own."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import EARLIER, assistant_of, bulletin, bulletins

from assistant.trace import untraced
from corpus.library import documents


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    held = assistant_of(tmp_path_factory.mktemp("home"), bulletins())
    return lambda *turns: held.ask(turns)


@pytest.fixture(scope="module")
def ask_library(tmp_path_factory):
    held = assistant_of(tmp_path_factory.mktemp("home"), documents())
    return lambda *turns: held.ask(turns)


def says(text, *figures):
    """Whether a text has each figure as a whole number or word of its own."""
    return [figure for figure in figures if not re.search(rf"(?<![\w.]){re.escape(figure)}(?!\w|\.\d)", text)] == []


MEASURES = [
    pytest.param("What was QM102 in 2030-31?", ("88.0%", "2030-31"), (), id="by-code"),
    pytest.param("letters answered within ten days, 2030/31", ("88.0%", "2030-31"), (), id="by-words"),
    pytest.param("What were letters answered in ten days?", ("91.3%", "2031-32"), (), id="latest"),
    pytest.param("doors opened on time, year ending March 2031", ("71.5%", "2030-31"), (), id="year-ending"),
    pytest.param("kettles mended in 2031-32", ("79.5%", "CRS"), (), id="other-service"),
    pytest.param("What was CRS QM101 in 2030-31?", ("81.0%",), ("71.5%",), id="code-of-the-service"),
    pytest.param("lanterns lit in April 2031", ("41.0%", "April 2031"), (), id="part-year"),
    pytest.param("QM105S in 2031-32", ("47.2%", "May 2031 to March 2032"), (), id="revised"),
    pytest.param("target for letters answered within ten days in 2030-31", ("90.0%",), (), id="target"),
    pytest.param("Did QM102 meet its target in 2030-31?", ("No", "88.0%", "90.0%"), ("Yes",), id="missed"),
    pytest.param("Did gardens dug meet its target in 2030-31?", ("Yes", "60.0%"), ("No",), id="met-exactly"),
    pytest.param("Did QM103 meet its target in 2030-31?", ("Yes", "3.1%", "4.0%"), ("No",), id="ceiling-met"),
    pytest.param("Did QM103 meet its target in 2031-32?", ("No", "4.6%"), ("Yes",), id="ceiling-missed"),
    pytest.param("How far was boats returned from target in 2031-32?", ("12.5%", "7.5 percentage points"), (),
                 id="gap"),
    pytest.param("By how much did QM103 miss its target in 2031-32?", ("0.6 percentage points",), (), id="over"),
    pytest.param("How did QM103 change in 2031-32?", ("1.5 percentage points", "worsening"), (), id="rise-is-bad"),
    pytest.param("How did QM103 change in 2030-31?", ("0.4 percentage points", "improvement"), (), id="fall-is-good"),
    pytest.param("How did kettles sold change in 2031-32?", ("6.7 percentage points",), (), id="change"),
    pytest.param("cancelled ferry trips in 2030-31 and 2031-32", ("3.1%", "4.6%", "1.5 percentage points", "rose"),
                 (), id="two-years"),
    pytest.param("How did QM102 change between 2030-31 and 2031-32?", ("88.0%", "91.3%", "3.3 percentage points"),
                 (), id="two-years-of-a-code-of-two-services"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), MEASURES)
def test_the_headline_gives_the_measure(ask, question, said, unsaid):
    answer = ask(question)
    assert answer.status == "answered"
    assert says(answer.headline, *said), answer.headline
    assert not any(says(answer.headline, word) for word in unsaid), answer.headline
    assert answer.text.startswith(answer.headline)


def test_a_standstill_is_said_to_be_one(ask):
    answer = ask("How did gardens dug change in 2030-31?")
    assert re.search(r"unchanged|no change|same", answer.text, re.I)
    assert not re.search(r"\b(?:rose|fell|up|down)\b", answer.text)


def test_an_answer_cites_the_row_it_stands_in(ask):
    answer = ask("cancelled ferry trips in 2031-32")
    (citation,) = answer.citations
    assert (citation.publication.id, str(citation.locator)) == ("made-up-2032", "Table 2, QM103")
    assert citation.quote.startswith("QM103 - Cancelled ferry trips | Period Covered: Apr 2031 to Mar 2032")
    assert says(citation.quote, "4.6", "4.0")
    assert citation.table.rows[citation.rows[0]][0].startswith("QM103")


def test_the_note_that_turns_a_measure_round_is_a_caveat(ask):
    assert any("decrease in it is positive" in caveat for caveat in ask("QM103 in 2031-32").caveats)


def test_a_symbol_is_told_with_its_meaning_and_is_no_zero(ask):
    answer = ask("What was boats returned in 2030-31?")
    assert answer.status == "answered"
    assert "[z]" in answer.text
    assert "nreliable" in answer.text
    assert not says(answer.text, "0")
    assert answer.citations[0].locator.row == "QM106"


def test_a_revised_figure_is_a_figure_and_is_said_to_be_revised(tmp_path):
    text = EARLIER.replace("88.0 |", "88.0 [r] |").replace("[z] | Unreliable", "[r] | Revised data |\n[z] | Unreliable")
    answer = assistant_of(tmp_path, [bulletin(text, "made-up-2031")]).ask(["What was QM102 in 2030-31?"])
    assert says(answer.headline, "88.0%")
    assert "evised" in f"{answer.text} {answer.caveats}"


def test_figures_across_a_revision_are_not_passed_off_as_comparable(ask):
    answer = ask("lanterns lit in 2030-31 and 2031-32")
    assert says(answer.text, "44.4%", "47.2%")
    assert any("not treat them as comparable" in caveat for caveat in answer.caveats)


def test_a_revised_measure_of_part_of_a_year_says_which_part_and_that_it_is_not_counted(ask):
    answer = ask("QM105R in 2031-32")
    assert says(answer.headline, "41.0%", "April 2031")
    assert any("leaves it out" in caveat for caveat in answer.caveats)
    assert any("QM105S" in caveat for caveat in answer.caveats)


NOT_PUBLISHED = [
    pytest.param("QM102 in 2040-41", ("2040-41", "2031-32"), id="a-year-not-held"),
    pytest.param("kettles sold in 2027-28", ("2027-28", "33.3%"), id="nearest-of-the-same-measure"),
    pytest.param("QM101 in 2027-28", ("2027-28", "71.5%", "Doors opened on time"), id="code-of-two-services"),
    pytest.param("boats returned in Upper Dale in 2031-32", ("Upper Dale", "12.5%"), id="a-region"),
    pytest.param("QM999 in 2031-32", ("QM999",), id="an-unknown-code"),
    pytest.param("How many targets were met in 2027-28?", ("2027-28", "2030-31", "2031-32"), id="a-count"),
    pytest.param("How was North Marsh rated in 2027-28?", ("2027-28", "2031-32"), id="a-rating"),
    pytest.param("What are the scorecard thresholds for 2027-28?", ("2027-28",), id="thresholds"),
    pytest.param("How many targets were met in Scotland?", ("Scotland", "England and Wales"), id="outside"),
    pytest.param("What was North Marsh's percentage score in 2031-32?", ("North Marsh", "3"), id="score-behind"),
]


@pytest.mark.parametrize(("question", "said"), NOT_PUBLISHED)
def test_what_is_not_published_is_said_with_the_nearest_that_is(ask, question, said):
    answer = ask(question)
    assert answer.status == "not_found"
    assert says(answer.text, *said), answer.text


def test_a_missing_year_is_not_answered_with_another_measure(ask):
    text = ask("QM101 in 2027-28").text
    assert not ("Kettles" in text and says(text, "71.5%"))


@pytest.mark.parametrize(
    ("question", "better"),
    [
        ("Does a fall in QM103 mean it got better?", True),
        ("Does a fall in QM103 mean it got worse?", False),
        ("Is a rise in QM103 an improvement?", False),
        ("Is a fall in doors opened on time good?", False),
        ("Is a rise in doors opened on time good?", True),
    ],
)
def test_a_question_of_direction_is_not_answered_the_wrong_way_round(ask, question, better):
    answer = ask(question)
    assert "lower is better" in answer.text if "QM103" in question else "higher is better" in answer.text
    assert not answer.text.startswith("No" if better else "Yes")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When was the 2031-32 bulletin published?", "29 July 2032"),
        ("When was the update to March 2031 published?", "24 July 2031"),
        ("What is the publication date of the latest bulletin?", "29 July 2032"),
    ],
)
def test_the_day_of_publication(ask, question, day):
    answer = ask(question)
    assert says(answer.headline, day)
    assert says(answer.citations[0].quote, day)


QUESTIONS = sorted({parameters.values[0] for parameters in (*MEASURES, *NOT_PUBLISHED)})


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_accounts_for_itself(ask, question):
    answer = ask(question)
    assert untraced(answer) == []
    assert answer.headline
    assert answer.text.startswith(answer.headline)
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    shown = answer.text + " ".join(figure.working or "" for figure in answer.figures)
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", shown)} == set(numbers)
    for figure in answer.figures:
        assert says(answer.text, figure.text), figure
        assert (figure.citation is None) is (figure.working is not None)
    assert answer.seconds > 0


@pytest.mark.parametrize("question", QUESTIONS[::3])
def test_the_same_question_has_the_same_answer(ask, tmp_path, question):
    first, again = ask(question), ask(question)
    elsewhere = assistant_of(tmp_path, bulletins()).ask([question])
    assert replace(first, seconds=0) == replace(again, seconds=0) == replace(elsewhere, seconds=0)


WORDS = (
    "which", "how many", "was", "QM101", "QM103", "QM999", "targets", "met", "missed", "region", "North Marsh",
    "rated", "Good", "score", "75.5%", "2030-31", "2019",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join))
def test_whatever_is_asked_of_figures_there_is_an_answer_whose_numbers_are_traced(ask, question):
    answer = ask(question)
    assert answer.status in ("answered", "not_found", "clarify")
    assert answer.headline
    assert "could not be traced" not in answer.text
    assert untraced(answer) == []


def test_with_nothing_held_a_figure_question_is_not_found(tmp_path):
    empty = assistant_of(tmp_path, [])
    for question in ("How many targets were met?", "How was North Marsh rated?", "What are the thresholds?"):
        assert empty.ask([question]).status == "not_found"


LIBRARY = [
    ("What was performance on SL023 in 2024-25?", ("37.2%",)),
    ("housing on release in 2023-24", ("82.4%",)),
    ("How did SL023 change between 2023-24 and 2024-25?", ("27.5%", "37.2%", "9.7 percentage points")),
    ("How did SL005 change between 2023-24 and 2024-25?", ("95.4%", "95.5%")),
    ("Did unpaid work stand downs meet the target in 2024-25?", ("Yes", "1.3%", "2.5%")),
    ("How many targets were met in 2024-25?", ("7 of 27",)),
    ("How many targets were met in 2023-24?", ("9 of 26",)),
    ("How many targets were met in 2022-23?", ("10 of 26",)),
    ("How many CRS targets were met in 2024-25?", ("2 of 3",)),
    ("Which measures improved in 2024-25?", ("11 of 17",)),
    ("Which measure had the largest increase in 2024-25?", ("SL023", "9.7 percentage points")),
    ("Which measure had the largest decrease in 2024-25?", ("SL013", "2.4 percentage points")),
    ("Which regions were rated Good in 2024-25?", ("2 of 12", "Greater Manchester", "Wales")),
    ("How was KSS rated in 2024-25?", ("1", "Inadequate")),
    ("Which regions were rated Outstanding in 2024-25?", ("0 of 12", "Outstanding")),
    ("Which regions changed rating between 2023-24 and 2024-25?", ("East Midlands", "North East", "West Midlands")),
    ("What rating does a score of 73.3% get?", ("3", "Good")),
    ("What rating does a score of 73.2% get?", ("2", "Improvement Required")),
    ("What was the average caseload of probation officers July 2022 to June 2023?", ("37.1",)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said"), LIBRARY, ids=[question for question, _ in LIBRARY])
def test_the_library_answers_real_questions(ask_library, question, said):
    answer = ask_library(question)
    assert answer.status == "answered"
    assert says(answer.headline, *said), answer.headline


def test_a_real_symbol_and_a_real_region_without_figures(ask_library):
    assert "[x]" in ask_library("What was SL010 in 2024-25?").headline
    regional = ask_library("SL014 in the North East in 2024-25")
    assert regional.status == "not_found"
    assert says(regional.text, "North East", "80.4%")


def test_a_year_that_is_not_held_names_the_measure_asked_for(ask_library):
    answer = ask_library("SL005 in 2021-22")
    assert answer.status == "not_found"
    assert "Initial appointment for releases from custody" in answer.text


def test_a_symbol_is_explained_where_the_publications_explain_it(ask):
    answer = ask("what does [z] mean?")
    assert "Unreliable" in answer.headline
    assert len(answer.citations) == 2
    assert ask("what does [q] mean?").status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was North Marsh rated in 2029-30 and 2030-31?", id="ratings"),
        pytest.param("How many targets were met in 2029-30 and 2030-31?", id="count"),
        pytest.param("most improved measure in 2029-30 and 2030-31", id="ranking"),
        pytest.param("QM102 in 2030-31 and 2040-41", id="measure"),
        pytest.param("QM102 since 2029-30", id="measure-since"),
    ],
)
def test_of_two_years_the_one_that_is_not_held_is_named(ask, question):
    answer = ask(question)
    assert answer.status == "answered"
    missing = "2040-41" if "2040" in question else "2029-30"
    assert re.search(rf"Nothing is (?:held|published) for {missing}|for {missing} is not published", answer.text)


@pytest.mark.parametrize(
    "question",
    ["When was the 2028-29 bulletin published?", "When was the census published?", "When was the ferry report issued?"],
)
def test_the_day_of_another_publication_is_never_given(ask, question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert "July" not in answer.text
