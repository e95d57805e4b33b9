"""Where prose is quoted that another place contradicts, both are in the answer; and what has ended since is said."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from asking import accounted, fault, unsaid
from nearness import StemVectors

from assistant.answer import Assistant
from assistant.answers import Answer
from corpus.library import documents
from corpus.models import Document, Locator, Passage, Publication
from index.store import Store

ENDED = "ended in June 2021"
MANAGED = "How many young people did Youth Offending Teams manage in the year ending 31 March 2016?"
unasked = fault(reason="lines of the library without wordings come after lines with wordings that say less")


def assistant_of(home: Path, held: Sequence[Document]) -> Assistant:
    return Assistant(Store(home, StemVectors(), lambda: tuple(held)))


@pytest.fixture(scope="module")
def ask_library(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    """The library's answer to a question, held to account; the nearness of its texts is like the real model's."""
    held = assistant_of(tmp_path_factory.mktemp("home"), documents())
    return lambda question: accounted(held.ask([question]))


@pytest.mark.parametrize(
    ("question", "figures", "verdict"),
    [
        pytest.param("How many young people were managed by youth offending teams?", ("32,848", "32,949"), "give both",
                     id="one-count-and-another"),
        pytest.param("How many cases did the inspectorate examine in 2017?", ("2,718", "3,000", "877"), "Use 2,718",
                     id="a-total-and-its-parts"),
        pytest.param("How many people were under probation supervision on 30 June 2017?",
                     ("262,347", "260,000", "268,062"), "give the date", id="a-day-and-a-year", marks=unasked),
        pytest.param("How many PDUs on average were red in 2024-25?", ("17%", "39%"), "out of all 108",
                     id="a-share-of-what"),
    ],
)  # fmt: skip
def test_both_figures_and_what_to_make_of_them_are_in_the_answer(ask_library, question, figures, verdict):
    answer = ask_library(question)
    assert answer.status == "answered"
    assert unsaid(answer.text, *figures) == [], answer.text
    assert verdict in answer.text
    assert verdict not in answer.headline


def test_the_count_that_was_asked_for_is_quoted_first(ask_library):
    answer = ask_library("How many young people were managed by youth offending teams?")
    assert "32,848" in answer.headline


def test_the_other_place_is_quoted_word_for_word_with_its_own_source(ask_library):
    answer = ask_library(MANAGED)
    first, *others = answer.citations
    assert "32,848" in first.quote
    (other,) = (citation for citation in others if "32,949" in citation.quote)
    assert other.passage is not None
    assert other.quote in other.passage.text
    assert f"{other.quote} ({other.publication.title}, {other.locator}) [{other.number}]" in answer.text


def test_what_the_note_works_out_is_accounted_for(ask_library):
    answer = ask_library("How many PDUs on average were red in 2024-25?")
    (figure,) = (figure for figure in answer.figures if figure.text == "39%")
    assert figure.working is not None
    assert "18 / 46 = 39%" in figure.working


@pytest.mark.parametrize(
    ("question", "caveat"),
    [
        pytest.param("staff leaving rate year ending march 2025", "before unification", id="another-year"),
        pytest.param("fall in proven youth offending over the first four years of the youth inspection series",
                     "March 2012 to March 2016", id="dated-elsewhere"),
    ],
)  # fmt: skip
def test_another_year_is_a_caveat_and_not_the_answer(ask_library, question, caveat):
    answer = ask_library(question)
    assert any(caveat in said for said in answer.caveats)
    assert "Set beside it" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is an unpaid work requirement?", marks=unasked),
        "How many hostels are there?",
        pytest.param(
            "What share of HMPPS's total net spending went on probation in 2023-24?",
            marks=fault(reason="an answerable question is refused: its likelihood is under the threshold"),
        ),
        "How many months can the probation qualification take part time?",
        "adult reoffending cost to society a year, 2024-25 prices",
    ],
)
def test_prose_that_nothing_contradicts_is_left_alone(ask_library, question):
    answer = ask_library(question)
    assert answer.status == "answered"
    assert "Set beside it" not in answer.text
    assert not any("Use " in caveat for caveat in answer.caveats)


def test_a_note_is_said_once(ask_library):
    answer = ask_library("How many young people were managed by youth offending teams?")
    assert answer.text.count("give both") == 1


def test_without_the_other_publication_nothing_is_held_against_a_quote(ask_library, tmp_path):
    held = [document for document in documents() if document.publication.id.startswith("nao")]
    answer = accounted(
        assistant_of(tmp_path, held).ask(["share of offenders homeless on release in the year to march 2024"])
    )
    assert "14%" in answer.headline
    assert "82.4" not in answer.text
    both = ask_library("share of offenders homeless on release in the year to march 2024")
    assert "82.4" in both.text


def report(identifier, said, published=None, section=("Findings",)):
    publication = Publication(id=identifier, title=f"Made-up {identifier.title()} Report", published=published)
    passage = Passage(text=said, sentences=(said,), locator=Locator(identifier, "paragraph 1"), section=section)
    return Document(publication=publication, passages=(passage,))


FERRIES = "A CRC runs 37 ferries on the estuary."


@pytest.mark.parametrize(
    ("made", "caveats"),
    [
        pytest.param(report("old", FERRIES, date(2016, 5, 1)), 1, id="before-the-end"),
        pytest.param(report("new", FERRIES, date(2024, 5, 1)), 0, id="after-it"),
        pytest.param(report("undated", FERRIES), 0, id="no-date"),
        pytest.param(report("plain", "A trust runs 37 ferries on the estuary.", date(2016, 5, 1)), 0, id="not-named"),
        pytest.param(report("headed", "Somebody runs 37 ferries on the estuary.", date(2016, 5, 1), ("CRC duties",)), 1,
                     id="named-in-the-heading"),
    ],
)  # fmt: skip
def test_an_older_publication_carries_what_has_ended_since(tmp_path, made, caveats):
    nao = [document for document in documents() if document.publication.id.startswith("nao")]
    answer = accounted(assistant_of(tmp_path, [made, *nao]).ask(["How many ferries run on the estuary?"]))
    assert "37 ferries" in answer.headline
    said = [caveat for caveat in answer.caveats if ENDED in caveat]
    assert len(said) == caveats
    assert all(caveat.startswith("As at 2016; ") and caveat.endswith("paragraph 1.4).") for caveat in said)


def test_what_no_publication_held_says_is_not_said(tmp_path):
    answer = assistant_of(tmp_path, [report("old", FERRIES, date(2016, 5, 1))]).ask(["How many ferries run?"])
    assert "37 ferries" in answer.headline
    assert not any(ENDED in caveat for caveat in answer.caveats)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Why were the new CRC IT systems stalled?", True, id="prose-of-2017"),
        pytest.param(
            "What is the availability of gang membership interventions in CRC cases?", True, id="table-of-2017"
        ),
        pytest.param("At March 2025, how many people were supervised in the community?", False, id="prose-of-2025"),
    ],
)
def test_the_librarys_old_material_is_dated(ask_library, question, said):
    answer = ask_library(question)
    assert answer.status == "answered"
    assert any("s at 2017; " in caveat and ENDED in caveat for caveat in answer.caveats) is said


def test_what_stands_in_the_row_and_is_not_said_is_not_disputed(ask_library):
    answer = ask_library("How many serious further offence reviews were there in 2016/17?")
    assert "517" in answer.headline
    assert "262,347" not in answer.text


def test_nothing_is_quoted_twice(ask_library):
    answer = ask_library("By how much did HMPPS underestimate sentence management staff?")
    lines = [
        line.rsplit(" [", 1)[0].removeprefix("- ").removeprefix("Set beside it: ") for line in answer.text.split("\n")
    ]
    assert len({line for line in lines if line}) == len([line for line in lines if line])
