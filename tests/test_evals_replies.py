"""Replies come from a command line: here a made-up one that answers every question with its own words."""

import re
import sys

import pytest

from corpus.errors import ProbationError, UnreadableFile
from evals.questions import Question
from evals.replies import ask, read_replies, search, write_replies

ECHO = """
import json, sys
verb, path = sys.argv[1], sys.argv[sys.argv.index("--from") + 1]
for line in open(path, encoding="utf-8"):
    asked = json.loads(line)
    said = {"passages": [{"publication": "p", "text": asked["turns"][-1]}]}
    if verb == "ask":
        said = {"status": "answered", "answer": " then ".join(asked["turns"])}
    print(json.dumps({"id": asked["id"], **said}))
"""
FAILS = "import sys; print('first line', file=sys.stderr); sys.exit('store: cannot be read. Ingest again.')"
QUESTIONS = [
    Question(id="a", kind="lookup", turns=("How many?", "And in Wales – or “there”?"), status="answered"),
    Question(id="b", kind="lookup", turns=("Which?",), status="answered"),
]


def command(code):
    return (sys.executable, "-c", code)


def test_every_question_is_asked_with_its_turns_and_counted():
    seen = []
    replies = ask(QUESTIONS, lambda: seen.append(1), command(ECHO))
    assert [(reply.id, reply.answer) for reply in replies] == [
        ("a", "How many? then And in Wales – or “there”?"),
        ("b", "Which?"),
    ]
    assert len(seen) == 2


def test_a_search_is_of_the_last_turn():
    first, _ = search(QUESTIONS, 3, lambda: None, command(ECHO))
    assert first.passages[0].text == "And in Wales – or “there”?"


def test_a_command_that_fails_is_one_line_with_what_it_said_last():
    with pytest.raises(ProbationError, match=re.escape("probation ask ended with 1: store: cannot be read.")):
        ask(QUESTIONS, lambda: None, command(FAILS))


def test_a_line_that_is_no_reply_is_an_error():
    with pytest.raises(ProbationError, match="no reply: hello"):
        ask(QUESTIONS, lambda: None, command("print('hello')"))


def test_replies_are_kept_and_read_back(tmp_path):
    replies = ask(QUESTIONS, lambda: None, command(ECHO))
    write_replies(tmp_path / "replies.jsonl", replies)
    assert read_replies(tmp_path / "replies.jsonl") == replies


def test_what_is_no_reply_is_named_by_its_line(tmp_path):
    path = tmp_path / "replies.jsonl"
    path.write_text('{"id": "a", "status": "answered"}\n{"status": 3}\n', encoding="utf-8")
    with pytest.raises(UnreadableFile, match="line 2 is no reply"):
        read_replies(path)
