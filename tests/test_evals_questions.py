"""Question files are read strictly, and our own hold what they promise."""

import json
import re

import pytest

from corpus.errors import UnreadableFile
from evals import generate
from evals.matching import stands_in
from evals.questions import read_questions
from evals.scoring import is_place

LINE = {"id": "a", "kind": "lookup", "turns": ["How many?"], "status": "answered", "figures": ["3"]}
OURS = (generate.FIGURES, generate.PASSAGES)


def written(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_defaults(tmp_path):
    (question,) = read_questions(written(tmp_path / "q.jsonl", LINE))
    assert (question.turns, question.figures, question.cite, question.evidence) == (
        ("How many?",),
        ("3",),
        (),
        None,
    )


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        pytest.param([LINE | {"status": "maybe"}], "line 1: status", id="unknown-status"),
        pytest.param([LINE, LINE | {"id": "b", "turns": []}], "line 2: turns", id="no-turn"),
        pytest.param([LINE | {"figure": "3"}], "line 1: figure", id="unknown-field"),
        pytest.param([LINE, LINE], "line 2: id 'a' again", id="same-id"),
        pytest.param(["no object"], "line 1", id="no-object"),
        pytest.param([], "no questions", id="empty"),
    ],
)
def test_a_broken_file_says_where(tmp_path, lines, what):
    with pytest.raises(UnreadableFile, match=re.escape(what)) as raised:
        read_questions(written(tmp_path / "q.jsonl", *lines))
    assert "q.jsonl" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_one_line(tmp_path):
    with pytest.raises(UnreadableFile, match=r"none\.jsonl"):
        read_questions(tmp_path / "none.jsonl")


def test_our_questions_are_many_and_some_cannot_be_answered():
    questions = [question for path in OURS for question in read_questions(path)]
    assert len({question.id for question in questions}) == len(questions) >= 90
    assert sum(question.status == "not_found" for question in questions) >= 15


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_questions_hold_no_sentence_of_a_publication(path):
    assert all(question.evidence is None and question.answer is None for question in read_questions(path))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_an_answerable_question_can_be_answered_wrongly(path):
    for question in read_questions(path):
        if question.status == "answered":
            assert question.figures or question.words or question.any_of, question.id
            assert question.cite, question.id


def test_expected_figures_stand_in_the_publications(publications):
    """By hand in passages.jsonl; a footnote's mark may stick to a figure in these texts."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(publications.glob("*.txt")))
    plain = re.sub(r"\$\\mathfrak\{L\}([\d.]+)\$", r"£\1", texts.replace("–", "-"))
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    for question in read_questions(generate.PASSAGES):
        missing = [figure for figure in question.figures if not stands_in(figure, plain) and figure not in plain]
        assert not missing, f"{question.id}: {missing}"


def test_every_place_to_cite_is_in_the_library():
    from corpus.library import documents

    places = {
        (document.publication.title, str(part.locator))
        for document in documents()
        for part in (*document.passages, *document.tables)
    }
    for question in (question for path in OURS for question in read_questions(path)):
        for wanted in question.cite:
            assert any(is_place(wanted, *place) for place in places), (question.id, wanted)
