"""Answers from prose: the sentences that answer, verbatim, or that none does. All of it is made up."""

import re
from dataclasses import replace

import pytest
from asking import fault
from made_up import assistant_of, bulletins

from assistant.answer import Assistant
from assistant.trace import untraced
from corpus.models import Document, Locator, Passage, Publication
from index.embed import MiniLM
from index.store import Store

INQUIRY = Publication(id="inquiry", title="Made-up Ferry Inquiry 2031", publisher="Ferry Office")
SUMMARY = Publication(id="harbours", title="Made-up Harbour Report 2030", publisher="Harbour Board", summary=True)
ISLANDS = Publication(id="islands", title="Made-up Island Report", publisher="Island Board", geography="Ireland")


def passage(publication, place, *sentences, section=("Findings",), text=""):
    return Passage(
        text=text or " ".join(sentences),
        sentences=sentences,
        locator=Locator(publication.id, place),
        section=section,
    )


TRAINING = (
    "Ferry pilots train for 14 months before their first solo crossing.",
    "They are paid throughout.",
    "The harbour canteen closes on Mondays.",
)
REPORTS = (
    Document(
        publication=INQUIRY,
        passages=(
            passage(INQUIRY, "paragraph 1.2", *TRAINING),
            passage(INQUIRY, "paragraph 1.3", "The inquiry found 37 lighthouses without a keeper in 2030-31."),
            passage(INQUIRY, "paragraph 1.4", "A gangway is a movable bridge between a ferry and the quay."),
            passage(INQUIRY, "paragraph 2.1", "The dredging programme cost £8.5 million in 2029-30."),
            passage(
                INQUIRY,
                "paragraph 2.2",
                "The inquiry recommends three things:",
                "mend the bollards",
                "paint the buoys",
                "hire a diver",
                text="The inquiry recommends three things:\nmend the bollards\npaint the buoys\nhire a diver",
            ),
        ),
    ),
    Document(
        publication=SUMMARY,
        passages=(passage(SUMMARY, "Section: Cranes", "The board owns 62 steam cranes."),),
    ),
    Document(
        publication=ISLANDS,
        passages=(passage(ISLANDS, "Section: Goats", "There are 450 wild goats on the islands."),),
    ),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """What was learned of evidence holds for the real model's cosines only."""
    held = Assistant(Store(tmp_path_factory.mktemp("home"), MiniLM(), lambda: (*REPORTS, *bulletins())))
    return lambda *turns: held.ask(turns)


@pytest.mark.parametrize(
    ("question", "quoted", "place"),
    [
        ("How long do ferry pilots train?", TRAINING[0], "paragraph 1.2"),
        ("how long do ferry pilts trian for", TRAINING[0], "paragraph 1.2"),
        ("How many lighthouses had no keeper?", "37 lighthouses", "paragraph 1.3"),
        ("What is a gangway?", "A gangway is a movable bridge", "paragraph 1.4"),
        ("How much did the dredging programme cost?", "£8.5 million", "paragraph 2.1"),
        ("How many steam cranes does the board own?", "62 steam cranes", "Section: Cranes"),
    ],
)
def test_the_sentence_that_answers_is_quoted_with_its_place(ask, question, quoted, place):
    answer = ask(question)
    assert answer.status == "answered"
    assert quoted in answer.headline
    first = answer.citations[0]
    assert quoted in first.quote
    assert str(first.locator) == place
    assert place in answer.headline
    assert first.publication.title in answer.headline


def test_a_quote_is_verbatim_text_of_its_passage(ask):
    for question in ("How long do ferry pilots train?", "How many lighthouses had no keeper?", "What is a gangway?"):
        for citation in ask(question).citations:
            if citation.passage is not None:
                for part in citation.quote.split(" […] "):
                    assert part in citation.passage.text


def test_a_sentence_that_has_nothing_to_do_with_it_is_left_out(ask):
    assert "canteen" not in ask("How long do ferry pilots train?").headline


def test_a_list_is_quoted_whole_with_what_leads_into_it(ask):
    answer = ask("What does the inquiry recommend?")
    assert all(item in answer.text for item in ("three things:", "mend the bollards", "paint the buoys", "a diver"))


def test_a_summary_is_not_passed_off_as_the_publications_words(ask):
    answer = ask("How many steam cranes does the board own?")
    assert "“" not in answer.headline
    assert any("our own words" in caveat for caveat in answer.caveats)
    full_text = ask("How many lighthouses had no keeper?")
    assert full_text.headline.startswith("“")
    assert not any("our own words" in caveat for caveat in full_text.caveats)


def test_another_geography_is_a_caveat(ask):
    answer = ask("How many wild goats are on the islands?")
    assert "450" in answer.headline
    assert any("Ireland" in caveat for caveat in answer.caveats)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many zeppelins landed on the moon?", id="nothing-of-it"),
        pytest.param("How many lighthouses had no keeper in 2019-20?", id="another-year"),
        pytest.param("How many lighthouses had no keeper in Upper Dale?", id="another-place"),
        pytest.param(
            "How much are ferry pilots paid during training?",
            id="no-money-in-it",
            marks=fault(reason="a passage without money is quoted where money is asked for"),
        ),
        pytest.param("Who won the football?", id="another-field"),
        pytest.param("?", id="no-words"),
        pytest.param("the of and", id="only-small-words"),
    ],
)
def test_where_nothing_answers_that_is_said_and_nothing_is_quoted_as_an_answer(ask, question):
    answer = ask(question)
    assert answer.status == "not_found"
    assert "do not say" in answer.headline
    said = re.sub(r"\[\d+\]", "", answer.text)
    for citation in answer.citations:
        said = said.replace(f"{citation.publication.title}, {citation.locator}", "")
    assert not re.search(r"\d", said)


@pytest.mark.parametrize(
    "question", ["How long do ferry pilots train?", "What does the inquiry recommend?", "Who won the football?"]
)
def test_every_number_is_traced_and_the_same_question_has_the_same_answer(ask, question):
    answer = ask(question)
    assert untraced(answer) == []
    assert replace(answer, seconds=0) == replace(ask(question), seconds=0)
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)} == {c.number for c in answer.citations}


def test_a_follow_up_is_searched_with_the_question_before_and_says_so(ask):
    answer = ask("How long do ferry pilots train?", "and are they paid?")
    assert "They are paid throughout." in answer.text
    assert any("question before" in caveat for caveat in answer.caveats)


def test_a_question_of_its_own_is_not_mixed_with_the_one_before(ask):
    answer = ask("How long do ferry pilots train?", "How many steam cranes does the board own?")
    assert "62" in answer.headline
    assert "pilots" not in answer.text


AUDIT = Publication(id="audit", title="Made-up Night Report", publisher="National Audit Office")
GOATS = "The goats of the islands are counted once a year."


@pytest.mark.parametrize(
    ("sentence", "question", "is_quoted"),
    [
        pytest.param(
            "In 2030-31 the share of lanterns lit was 44%, because lamp oil was short.",
            "What does the NAO say about lanterns lit in 2030-31?",
            True,
            id="said",
        ),
        pytest.param(GOATS, "What does the NAO say about lanterns lit?", False, id="of-something-else"),
        pytest.param(GOATS, "What does the NAO say of QM104 gardens dug?", False, id="of-something-else-by-code"),
        pytest.param(
            "In 2027-28 the share of lanterns lit was 44%, because lamp oil was short.",
            "What does the NAO say about lanterns lit in 2030-31?",
            False,
            id="of-another-year",
        ),
    ],
)
def test_beside_a_figure_a_publication_is_quoted_only_where_it_speaks_of_it(tmp_path, sentence, question, is_quoted):
    passages = (passage(AUDIT, "paragraph 1", sentence), passage(AUDIT, "paragraph 2", TRAINING[0]))
    report = Document(publication=AUDIT, passages=passages)
    answer = Assistant(Store(tmp_path, MiniLM(), lambda: (report, *bulletins()))).ask([question])
    assert answer.status == "answered"
    assert answer.figures
    assert (sentence in answer.text) is is_quoted
    assert any(citation.publication.id == "audit" for citation in answer.citations) is is_quoted


def test_with_nothing_held_nothing_is_quoted(tmp_path):
    answer = assistant_of(tmp_path, []).ask(["How long do ferry pilots train?"])
    assert (answer.status, answer.citations) == ("not_found", ())
