"""What is wrong with a reply, on made-up replies."""

import pytest

from evals.questions import Question
from evals.replies import Reply
from evals.scoring import score, untraced

WANTED = {"title": "Sample bulletin", "locator": "Table 2"}
CITED = {"number": 1, "publication": "sample", "title": "Sample Bulletin 2031", "locator": "Table 2, AB001",
         "quote": "AB001 | Performance (%): 61.5 | Target (%): 70.0"}  # fmt: skip
NOT_CITED = "citation Sample bulletin"
RIGHT = {"id": "q", "question": "AB001?", "status": "answered", "headline": "AB001 was 61.5% in 2030-31.",
         "answer": "AB001 was 61.5% in 2030-31 [1].", "citations": [CITED]}  # fmt: skip


def question(**fields):
    return Question.model_validate({"id": "q", "kind": "lookup", "turns": ["AB001?"], "status": "answered"} | fields)


def reply(**fields):
    return Reply.model_validate(RIGHT | fields)


@pytest.mark.parametrize(
    ("asked", "said", "faults"),
    [
        pytest.param({"figures": ["61.5"], "cite": [WANTED]}, {}, (), id="right"),
        pytest.param({"figures": ["61.6"]}, {}, ("figure 61.6",), id="other-figure"),
        pytest.param({"any_of": [["61", "61.5"]]}, {}, (), id="any-of-right"),
        pytest.param({"any_of": [["61", "62"]]}, {}, ("any of 61, 62",), id="any-of-wrong"),
        pytest.param({"words": ["WAS|is"]}, {}, (), id="words-in-any-case"),
        pytest.param({"words": ["met|above"]}, {}, ("words met|above",), id="words-missing"),
        pytest.param({"forbidden": ["61.5%"]}, {}, ("forbidden 61.5%",), id="forbidden-in-headline"),
        pytest.param({"forbidden": ["70.0"]}, {"answer": "61.5, target 70.0"}, (), id="headline-only"),
        pytest.param({}, {"status": "not_found"}, ("status",), id="refused-but-answerable"),
        pytest.param({"status": "any"}, {"status": "clarify"}, (), id="any-status"),
        pytest.param({"cite": [WANTED]}, {"citations": []}, (NOT_CITED + " Table 2",), id="no-source"),
        pytest.param({"cite": [WANTED | {"locator": "Table 3"}]}, {}, (NOT_CITED + " Table 3",), id="place"),
        pytest.param({"status": "not_found"}, {"status": "not_found"}, (), id="refused"),
        pytest.param({"status": "not_found"}, {"status": "clarify"}, (), id="asked-back"),
        pytest.param({"status": "not_found"}, {}, ("status",), id="answered-but-unanswerable"),
        pytest.param(
            {"status": "not_found", "forbidden": ["61.5"]},
            {"status": "not_found"},
            ("forbidden 61.5",),
            id="leaked",
        ),
    ],
)
def test_faults(asked, said, faults):
    assert score(question(**asked), reply(**said)).faults == faults


@pytest.mark.parametrize(
    ("evidence", "figures", "cited"),
    [
        pytest.param("AB001 performance 61.5 target 70.0", [], True, id="quoted"),
        pytest.param("quite another sentence about something else", [], False, id="not-quoted"),
        pytest.param("quite another sentence about 61.5", ["61.5"], True, id="every-figure-in-the-quote"),
        pytest.param("quite another sentence about 61.5", ["61.5", "88"], False, id="a-figure-missing"),
    ],
)
def test_known_evidence_must_be_quoted(evidence, figures, cited):
    scored = score(question(cite=[WANTED], evidence=evidence, figures=figures), reply())
    assert scored.cited_right == cited


def test_no_reply_is_a_fault():
    scored = score(question(), None)
    assert scored.faults == ("no reply",)
    assert not scored.cited_right


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [
        pytest.param("It was 61.5% [1].", [], id="in-the-quote"),
        pytest.param("It was 61.6% [1].", ["61.6"], id="nowhere"),
        pytest.param("It was 8.5 percentage points short.", [], id="in-a-working"),
        pytest.param("In 2030-31, Table 7, paragraph 2.6, AB, 4 May 2031.", [], id="labels-are-not-figures"),
        pytest.param("For 42, as asked.", [], id="in-the-question"),
    ],
)
def test_untraced_numbers(answer, numbers):
    figures = [{"text": "8.5 percentage points", "working": "70.0 - 61.5 = 8.5"}]
    assert untraced(reply(answer=answer, figures=figures, question="What of 42?")) == numbers
