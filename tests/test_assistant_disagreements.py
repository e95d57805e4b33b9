"""What careful reading found against real figures is said with them, and both places are cited."""

import pytest
from asking import ask_library, unsaid
from made_up import assistant_of

from corpus.library import documents

OVERSTATED = ["What was SL010 in 2023-24?", "Did SL010 meet its target in 2023-24?",
              "How did SL010 change between 2022-23 and 2023-24?", "recall reports part B in 2023-24"]  # fmt: skip


@pytest.mark.parametrize("question", OVERSTATED)
def test_an_overstated_figure_is_told_with_the_warning_and_both_sources(question):
    answer = ask_library(question)
    assert unsaid(answer.text, "90.4%", "overstatement", "16 percentage points") == [], answer.text
    cited = {citation.publication.id for citation in answer.citations}
    assert {"community-performance-annual-2024", "nao-probation-service-2025"} <= cited
    (nao,) = (c for c in answer.citations if c.publication.id == "nao-probation-service-2025")
    assert "16" in nao.quote


def test_a_figure_implied_by_an_overstated_one_carries_the_warning_too():
    answer = ask_library("What was SL010 in 2022-23?")
    assert unsaid(f"{answer.text} {answer.caveats}", "91.0%", "derived") == []
    assert "overstat" in f"{answer.text} {answer.caveats}"


def test_a_count_with_an_overstated_figure_in_it_has_a_caveat():
    answer = ask_library("Which measures met their target in 2023-24?")
    assert unsaid(answer.headline, "9 of 26") == []
    assert any("SL010" in caveat and "overstated" in caveat for caveat in answer.caveats)


def test_a_rounding_elsewhere_is_a_caveat_and_not_the_answer():
    answer = ask_library("What was SL023 in 2024-25?")
    assert unsaid(answer.headline, "37.2%") == []
    assert any("National Audit Office" in caveat and "37%" in caveat for caveat in answer.caveats)
    assert "overstat" not in answer.text


def test_figures_nobody_disputes_have_no_such_caveat():
    answer = ask_library("What was SL001 in 2024-25?")
    assert not any("Audit Office" in said for said in (answer.text, *answer.caveats))


def test_without_the_other_publication_nothing_is_held_against_a_figure(tmp_path):
    bulletins = [d for d in documents() if d.publication.id.startswith("community")]
    answer = assistant_of(tmp_path, bulletins).ask(["What was SL010 in 2023-24?"])
    assert unsaid(answer.headline, "90.4%") == []
    assert "overstat" not in answer.text


@pytest.mark.parametrize("question", ["What was CRS SL001 in 2023-24?", "What was SL010 in 2024-25?"])
def test_a_note_is_of_its_own_measure_and_year(question):
    assert "overstatement" not in ask_library(question).headline
