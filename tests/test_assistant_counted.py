"""Counts and lists of measures: of one year, as a share, of both years, of targets that moved."""

import re
import tempfile
from pathlib import Path

import pytest
from asking import ask, ask_library, ask_of, codes, fault, unsaid
from made_up import EARLIER, LATER, assistant_of, bulletin

TALLIES = [
    pytest.param("How many targets were met in 2030-31?", "3 of 5", {"QM101", "QM103", "QM104"}, id="met"),
    pytest.param("How many targets were met?", "3 of 8", {"QM102", "QM104", "QM107a"}, id="latest"),
    pytest.param("Which measures missed their target in 2030-31?", "2 of 5", {"QM102", "QM105R"}, id="missed"),
    pytest.param("Which measures missed their target in 2031-32?", "5 of 8",
                 {"QM101", "QM103", "QM105S", "QM106", "QM107b"}, id="part-year-is-not-counted"),
    pytest.param("Which measures improved in 2030-31?", "2 of 4", {"QM101", "QM103"}, id="improved"),
    pytest.param("How many measures got worse in 2031-32?", "2 of 4", {"QM101", "QM103"}, id="declined"),
    pytest.param("How many measures were unchanged in 2030-31?", "1 of 4", {"QM104"}, id="unchanged"),
    pytest.param("Which measures changed in 2030-31?", "3 of 4", {"QM101", "QM102", "QM103"}, id="changed"),
    pytest.param("How many CRS targets were met in 2031-32?", "1 of 2", {"QM102"}, id="service"),
    pytest.param("Which CRS measures improved in 2030-31?", "1 of 2", {"QM101"}, id="service-improved"),
    pytest.param("Which measures did not meet their target in 2030-31?", "2 of 5", {"QM102", "QM105R"}, id="not-met"),
    pytest.param("Which measures did not improve in 2030-31?", "2 of 4", {"QM102", "QM104"}, id="not-improved"),
    pytest.param("How many measures didn't improve in 2030-31?", "2 of 4", {"QM102", "QM104"}, id="did-not-improve"),
    pytest.param("Which measures failed to improve in 2030-31?", "2 of 4", {"QM102", "QM104"}, id="failed-to-improve"),
    pytest.param("Which measures did not get worse in 2031-32?", "2 of 4", {"QM102", "QM104"}, id="not-worse"),
    pytest.param("Which measures improved or stayed the same in 2030-31?", "3 of 4", {"QM101", "QM103", "QM104"},
                 id="improved-or-level"),
    pytest.param("Which measures improved or stayed the same and met their target in 2030-31?", "3 of 4",
                 {"QM101", "QM103", "QM104"}, id="improved-or-level-and-met"),
    pytest.param("Which met their target but got worse in 2030-31?", "0 of 4", set(), id="met-but-declined"),
    pytest.param("Which measures missed their target and got worse in 2031-32?", "2 of 4", {"QM101", "QM103"},
                 id="missed-and-declined"),
    pytest.param("Which measures improved but still missed their target in 2031-32?", "0 of 4", set(),
                 id="improved-but-missed"),
    pytest.param("Which measures met their target but did not improve in 2030-31?", "1 of 4", {"QM104"},
                 id="met-but-not-improved"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "count", "members"), TALLIES)
def test_measures_are_counted_and_listed(question, count, members):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, count) == [], answer.headline
    assert codes(answer.text) == members
    assert any(figure.text == count and count in (figure.working or "") for figure in answer.figures)


def test_a_count_that_the_text_prints_too_is_cited_there():
    quotes = [citation.quote for citation in ask("How many targets were met in 2031-32?").citations]
    assert any("3 of 8 probation service levels met" in quote for quote in quotes)


def test_a_count_that_the_text_prints_otherwise_is_warned_of():
    slip = EARLIER.replace("3 of 5 probation", "4 of 5 probation")
    answer = ask_of(slip, "How many targets were met in 2030-31?")
    assert unsaid(answer.headline, "3 of 5") == []
    assert any(unsaid(caveat, "4 of 5", "3 of 5") == [] for caveat in answer.caveats)


def test_a_count_of_nothing_is_no_count():
    text = EARLIER.replace("| 2.0pp |", "| [x] |").replace("| -0.6pp |", "| [x] |")
    answer = ask_of(text, "How many CRS measures improved in 2030-31?")
    assert answer.status == "not_found"
    assert "0 of 0" not in answer.text


def test_a_bulletin_whose_captions_name_no_service_is_counted_all_the_same():
    text = EARLIER.split("4. Commissioned")[0].replace("Probation Service Performance", "Performance")
    assert unsaid(ask_of(text, "What was QM102?").headline, "88.0%") == []
    assert unsaid(ask_of(text, "How many targets were met?").headline, "3 of 5") == []


def test_counts_of_two_years_are_not_like_for_like():
    answer = ask("How many targets were met in 2030-31 and 2031-32?")
    assert unsaid(answer.headline, "3 of 5", "3 of 8") == []
    assert any("not like for like" in caveat for caveat in answer.caveats)


SHARES = [
    pytest.param("What percentage of targets were met in 2030-31?", "3 of 5", "60%", id="whole"),
    pytest.param("What percentage of targets were met in 2031-32?", "3 of 8", "38%", id="half-away-from-zero"),
    pytest.param("What proportion of measures improved in 2030-31?", "2 of 4", "50%", id="improved"),
    pytest.param("What share of CRS targets were met in 2031-32?", "1 of 2", "50%", id="service"),
    pytest.param("What proportion of regions were rated Outstanding in 2030-31?", "1 of 4", "25%", id="regions"),
]


@pytest.mark.parametrize(("question", "count", "share"), SHARES)
def test_a_share_is_worked_out_from_the_count_it_stands_beside(question, count, share):
    answer = ask(question)
    assert unsaid(answer.headline, count, share) == [], answer.headline
    assert any(figure.text == share and f"= {share}" in (figure.working or "") for figure in answer.figures)


BOTH = [
    pytest.param("Which measures met their target in both years?", "1", {"QM104"}, id="met"),
    pytest.param("Which measures missed their target in both years?", "1", {"QM105S"}, id="missed-and-revised"),
    pytest.param("Which measures improved in both years?", "0", set(), id="none"),
]


@pytest.mark.parametrize(("question", "count", "members"), BOTH)
def test_measures_in_one_state_in_both_years(question, count, members):
    headline = ask(question).headline
    assert unsaid(headline, count, "2030-31", "2031-32") == [], headline
    assert codes(headline) == members


ACROSS = [
    pytest.param("Which measures met their target in 2030-31 but missed it in 2031-32?", "2 of 5",
                 {"QM101": ("71.5%", "69.5%"), "QM103": ("3.1%", "4.6%")}, id="met-then-missed"),
    pytest.param("Which measures missed their target in 2030-31 but met it in 2031-32?", "1 of 5",
                 {"QM102": ("88.0%", "91.3%")}, id="missed-then-met"),
    pytest.param("Which measures met their target in 2031-32 but missed it in 2030-31?", "1 of 5",
                 {"QM102": ("88.0%", "91.3%")}, id="later-year-first"),
    pytest.param("Which CRS measures met their target in 2030-31 but missed it in 2031-32?", "1 of 2",
                 {"QM101": ("81.0%", "79.5%")}, id="service"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "count", "figures"), ACROSS)
def test_measures_in_one_state_in_one_year_and_another_in_another(question, count, figures):
    answer = ask(question)
    assert unsaid(answer.headline, count) == [], answer.headline
    assert codes(answer.text) == set(figures)
    assert unsaid(answer.text, *(figure for both in figures.values() for figure in both)) == []


MORE = [
    pytest.param("Did more measures meet their target in 2031-32 than in 2030-31?", "No", id="as-many-is-not-more"),
    pytest.param("Did fewer measures meet their target in 2031-32 than in 2030-31?", "No", id="as-many-is-not-fewer"),
    pytest.param("Did more measures miss their target in 2031-32 than in 2030-31?", "Yes", id="more"),
    pytest.param("Did fewer measures miss their target in 2031-32 than in 2030-31?", "No", id="not-fewer"),
    pytest.param("Did more measures miss their target in 2030-31 than in 2031-32?", "No", id="earlier-year-first"),
    pytest.param("Compared with 2030-31, did more measures miss their target in 2031-32?", "Yes", id="compared-first"),
    pytest.param("Were fewer regions rated Good in 2030-31 than in 2031-32?", "Yes", id="regions-earlier-year-first"),
    pytest.param("Were more regions rated Good in 2031-32 than in 2030-31?", "Yes", id="regions"),
    pytest.param("Were fewer regions rated Improvement Required in 2031-32 than in 2030-31?", "No", id="as-many"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "word"), MORE)
def test_whether_a_count_rose(question, word):
    assert ask(question).headline.startswith(f"{word}: ")


UNSAID = "a figure is accounted for that the answer does not say"
TARGETS = [
    pytest.param("Which targets went up in 2031-32?", "1 of 6", {"QM101"}, id="went-up"),
    pytest.param("Which targets increased between 2030-31 and 2031-32?", "1 of 6", {"QM101"}, id="increased"),
    pytest.param("Which targets changed between 2030-31 and 2031-32?", "1 of 6", {"QM101"}, id="changed"),
    pytest.param("How many CRS targets went up in 2031-32?", "0 of 2", set(), id="service"),
    pytest.param("Which targets went down in 2031-32?", "0 of 6", set(), id="went-down"),
    pytest.param("Which targets were raised in 2031-32?", "1 of 6", {"QM101"}, id="raised"),
    pytest.param("Which targets were lowered in 2031-32?", "0 of 6", set(), id="lowered"),
    pytest.param("Which targets stayed the same in 2031-32?", "5 of 6",
                 {"QM102", "QM103", "QM104", "QM105R", "QM106"}, id="same"),
]  # fmt: skip


TARGETS += [
    pytest.param("Which targets were made tougher in 2031-32?", "1 of 6", {"QM101"}, id="tougher"),
    pytest.param("Which targets were not changed in 2031-32?", "5 of 6",
                 {"QM102", "QM103", "QM104", "QM105R", "QM106"}, id="not-changed"),
]  # fmt: skip


def test_a_ceiling_that_falls_is_harder_to_meet():
    text = LATER.replace("trips Apr 2031 to Mar 2032 4.6 4.0", "trips Apr 2031 to Mar 2032 4.6 3.5")
    both = (bulletin(EARLIER, "made-up-2031"), bulletin(text, "made-up-2032"))
    with tempfile.TemporaryDirectory() as home:
        assistant = assistant_of(Path(home), both)
        assert codes(assistant.ask(["Which targets were made tougher in 2031-32?"]).text) == {"QM101", "QM103"}
        assert codes(assistant.ask(["Which targets were lowered in 2031-32?"]).text) == {"QM103"}


@pytest.mark.parametrize(("question", "count", "members"), TARGETS)
def test_targets_that_moved_are_counted_with_both(question, count, members):
    answer = ask(question)
    assert unsaid(answer.headline, count) == [], answer.headline
    assert codes(answer.text) == members
    assert members != {"QM101"} or unsaid(answer.text, "70.0%", "72.0%") == []


def test_a_count_of_both_services_is_one_of_each():
    answer = ask("How many targets did CRS and probation meet in 2031-32?")
    assert unsaid(answer.headline, "3 of 8", "1 of 2") == []


def test_rows_and_measures_counted_are_told_apart():
    """Nine rows, of which that of a month is not counted."""
    assert unsaid(ask("How many service levels are there in 2031-32?").headline, "8", "9") == []


@pytest.mark.parametrize(
    "question",
    [
        "How many targets were met in 2030-31 and 2031-32?",
        "What percentage of targets were met in 2031-32?",
        "Which regions were rated 1 or 2 in 2030-31?",
        pytest.param("How many service levels are there in 2031-32?", marks=fault(reason=UNSAID)),
        "Were fewer regions rated Improvement Required in 2031-32 than in 2030-31?",
    ],
)
def test_every_figure_that_is_accounted_for_is_said(question):
    answer = ask(question)
    assert answer.figures
    assert unsaid(answer.text, *(figure.text for figure in answer.figures)) == []


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many targets were met in North Marsh in 2031-32?", id="region"),
        pytest.param("How many targets did each region meet in 2031-32?", id="each"),
        pytest.param("How many targets were met, by region, in 2031-32?", id="by"),
    ],
)
def test_targets_of_regions_are_not_published(question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert not re.search(r"\d of \d", answer.text)


def test_real_counts():
    assert unsaid(ask_library("How many targets were met in 2023-24?").headline, "9 of 26") == []
    headline = ask_library("What percentage of targets were met in 2024-25?").headline
    assert unsaid(headline, "7 of 27", "26%") == []


def test_those_that_did_not_are_told_after_those_that_did():
    answer = ask("Which measures improved in 2030-31?", "And which did not improve?")
    assert unsaid(answer.headline, "2 of 4", "did not improve") == []
    assert codes(answer.text) == {"QM102", "QM104"}


SUPPOSED = [
    pytest.param("Were more than 2 targets met in 2031-32?", "Yes", id="more"),
    pytest.param("Were more than 3 targets met in 2031-32?", "No", id="not-more"),
    pytest.param("Were over four targets missed in 2031-32?", "Yes", id="over"),
    pytest.param("Did at least 3 measures meet their target in 2031-32?", "Yes", id="at-least"),
    pytest.param("Did at least 4 measures meet their target in 2031-32?", "No", id="not-at-least"),
    pytest.param("Were fewer than 4 targets met in 2031-32?", "Yes", id="fewer"),
    pytest.param("Were fewer than 3 targets met in 2031-32?", "No", id="not-fewer"),
    pytest.param("Were no more than 3 targets met in 2031-32?", "Yes", id="no-more"),
    pytest.param("Were at most 2 targets met in 2031-32?", "No", id="at-most"),
    pytest.param("Were exactly 3 targets met in 2031-32?", "Yes", id="exactly"),
    pytest.param("Were exactly 2 targets met in 2031-32?", "No", id="not-exactly"),
    pytest.param("Is it true that 3 of 8 targets were met in 2031-32?", "Yes", id="of-base"),
    pytest.param("Is it true that 3 of 9 targets were met in 2031-32?", "No", id="of-another-base"),
    pytest.param("Is it right that two improved out of 4 in 2031-32?", "Yes", id="out-of"),
    pytest.param("Is it right that two improved out of 8 in 2031-32?", "No", id="out-of-another-base"),
    pytest.param("Were half of the targets met in 2031-32?", "No", id="half"),
    pytest.param("Did half of measures improve in 2031-32?", "Yes", id="half-exactly"),
    pytest.param("Did more than a third of measures meet their target in 2031-32?", "Yes", id="over-a-third"),
    pytest.param("Were more than two thirds of targets missed in 2031-32?", "No", id="over-two-thirds"),
    pytest.param("Were 38% of targets met in 2031-32?", "Yes", id="percent-rounded"),
    pytest.param("Were 37.5% of targets met in 2031-32?", "Yes", id="percent-to-a-decimal"),
    pytest.param("Were 37% of targets met in 2031-32?", "No", id="percent-wrong"),
    pytest.param("Were over 40% of targets met in 2031-32?", "No", id="percent-over"),
    pytest.param("Did all of the measures improve in 2031-32?", "No", id="all"),
    pytest.param("Did any measures improve in 2031-32?", "Yes", id="any"),
    pytest.param("Were any targets lowered in 2031-32?", "No", id="any-target"),
]


@pytest.mark.parametrize(("question", "word"), SUPPOSED)
def test_a_number_that_is_taken_for_granted_is_held_against_the_count(question, word):
    headline = ask(question).headline
    assert headline.startswith(f"{word}: "), headline


@pytest.mark.parametrize(
    "question",
    [
        "Apart from QM104, which met their target in 2031-32?",
        "Which measures met their target but got worse in 2031-32?",
        "Which measures met their target in 2031-32 and were above 50%?",
    ],
)
def test_a_printed_count_is_of_all_measures(question):
    assert not [caveat for caveat in ask(question).caveats if "prints" in caveat]


def test_a_count_of_the_own_table_under_another_year_is_a_slip():
    printed = "On a national level, {} CRS service levels met their target in 2029 to 2030."
    question = "How many CRS targets were met in 2029-30?"
    first = "April 2030 to March 2031.\n"
    slip = ask_of(EARLIER.replace(first, f"{first}{printed.format('1 of 2')}\n", 1), question)
    assert slip.status == "not_found"
    assert "1 of 2" not in slip.text
    other = ask_of(EARLIER.replace(first, f"{first}{printed.format('2 of 2')}\n", 1), question)
    assert unsaid(other.headline, "2 of 2", "2029-30") == []
