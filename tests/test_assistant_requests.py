"""Requests in a file of JSON lines: what is asked is read, and what is wrong is named with its line."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.requests import Asked, asked_lines, pasted_lines
from corpus.errors import UnreadableFile


def written(tmp_path, *lines, encoding="utf-8"):
    path = tmp_path / "questions.jsonl"
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def test_turns_and_questions_are_read_in_order(tmp_path):
    path = written(
        tmp_path,
        '{"id": "a", "turns": ["First?", "And then?"]}',
        "",
        '{"id": "b", "question": "Only one?", "kind": "ignored"}',
    )
    assert [(asked.id, asked.turns) for asked in asked_lines(path)] == [
        ("a", ("First?", "And then?")),
        ("b", ("Only one?",)),
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = written(tmp_path, '{"id": "a", "question": "One?"}\r', "", encoding="utf-8-sig")
    assert [asked.turns for asked in asked_lines(path)] == [("One?",)]


def test_turns_count_where_both_are_given():
    assert Asked.model_validate({"id": "a", "turns": ["T?"], "question": "Q?"}).turns == ("T?",)


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4))
@example(["a line separator \u2028 and a next line \x85 are parts of a JSON text"])
def test_whatever_is_written_as_json_is_read_back(tmp_path_factory, turns):
    path = tmp_path_factory.mktemp("asked") / "questions.jsonl"
    path.write_text(json.dumps({"id": "a", "turns": turns}, ensure_ascii=False) + "\n", encoding="utf-8", newline="")
    (asked,) = asked_lines(path)
    assert asked.turns == tuple(turns)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param('{"id": "a", "question": "Cut', id="cut-short"),
        pytest.param("[]", id="no-object"),
        pytest.param('{"question": "No id?"}', id="no-id"),
        pytest.param('{"id": "a"}', id="nothing-asked"),
        pytest.param('{"id": "a", "turns": []}', id="no-turns"),
        pytest.param('{"id": "a", "turns": ["First?", "  "]}', id="blank-last-turn"),
        pytest.param('{"id": "a", "turns": "First?"}', id="turns-no-list"),
        pytest.param('{"id": "a", "question": 5}', id="question-no-text"),
        pytest.param("not json", id="no-json"),
    ],
)
def test_a_broken_line_is_named_with_what_to_do(tmp_path, broken):
    path = written(tmp_path, '{"id": "a", "question": "Sound?"}', broken)
    asked = asked_lines(path)
    assert next(asked).turns == ("Sound?",)
    with pytest.raises(UnreadableFile) as error:
        next(asked)
    said = str(error.value)
    assert said.startswith(f"{path}: line 2: ")
    assert 'Each line is {"id"' in said
    assert "\n" not in said


@pytest.mark.parametrize("make", ["missing", "folder", "latin"])
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(tmp_path, make):
    path = tmp_path / "questions.jsonl"
    if make == "folder":
        path.mkdir()
    if make == "latin":
        path.write_bytes('{"id": "a", "question": "café?"}'.encode("latin-1"))
    with pytest.raises(UnreadableFile) as error:
        list(asked_lines(path))
    assert str(error.value).startswith(f"{path}: ")
    assert str(error.value).endswith(("Check the path.", "Give UTF-8 JSON lines."))
    assert "\n" not in str(error.value)


def test_drafts_are_read_in_order_and_may_be_empty(tmp_path):
    path = written(
        tmp_path,
        '{"id": "b", "text": "Line one.\\n\\tLine two.", "claims": ["ignored"]}',
        "",
        '{"id": "a", "text": ""}',
    )
    assert [(draft.id, draft.text) for draft in pasted_lines(path)] == [("b", "Line one.\n\tLine two."), ("a", "")]


@given(st.text())
@example("a line separator \u2028 and a next line \x85 and a NUL \0")
def test_a_draft_written_as_json_is_read_back_verbatim(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("pasted") / "drafts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}) + "\n", encoding="utf-8", newline="")
    (draft,) = pasted_lines(path)
    assert draft.text == text


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param('{"id": "a", "text": "Cut', id="cut-short"),
        pytest.param('{"text": "No id."}', id="no-id"),
        pytest.param('{"id": "a"}', id="no-text"),
        pytest.param('{"id": "a", "text": null}', id="text-is-null"),
        pytest.param('{"id": "a", "text": ["In", "parts"]}', id="text-in-parts"),
        pytest.param('{"id": "a", "question": "How many?"}', id="a-question"),
        pytest.param('"text"', id="no-object"),
    ],
)
def test_a_broken_line_among_drafts_is_named_with_what_to_do(tmp_path, broken):
    drafts = pasted_lines(written(tmp_path, '{"id": "a", "text": "Sound."}', broken))
    assert next(drafts).text == "Sound."
    with pytest.raises(UnreadableFile) as error:
        next(drafts)
    said = str(error.value)
    assert "line 2: " in said
    assert said.endswith('Each line is {"id": ..., "text": ...}.')
    assert "\n" not in said


def test_a_file_of_drafts_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFile, match="no such file"):
        list(pasted_lines(tmp_path / "missing.jsonl"))
