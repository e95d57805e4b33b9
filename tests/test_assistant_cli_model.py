"""`probation ask --model`: a model's words where they pass, the built-in answer and why where not, nothing unasked."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from echoing import echo
from made_up import WordCounts, bulletins
from scripted_model import ScriptedModel, Silence, Status, Text

from assistant.cli import main
from index.store import Store

QUESTION = "By how much did QM103 miss its target in 2031-32?"
UNANSWERABLE = "How was North Marsh rated in 2040-41?"
WORDED = "Put into words by openai:scripted; each figure was checked against its source."
KEY = "sk-made-up-geheim"


class Named(WordCounts):
    """The fake under the name of the real model."""

    name = "all-MiniLM-L6-v2"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A store of its own for each test, with the made-up bulletins as its library; no model is set."""
    monkeypatch.setattr("assistant.answer.MiniLM", Named)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
    for name in ("PROBATION_MODEL", "PROBATION_MODEL_URL", "PROBATION_MODEL_SECONDS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def serve(monkeypatch):
    """Serves a scripted model, and sets it."""
    servers = []

    def serving(*replies, seconds="25"):
        server = ScriptedModel(*replies).__enter__()
        servers.append(server)
        monkeypatch.setenv("PROBATION_MODEL", "openai:scripted")
        monkeypatch.setenv("PROBATION_MODEL_URL", server.url)
        monkeypatch.setenv("PROBATION_MODEL_SECONDS", seconds)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        return server

    yield serving
    for server in servers:
        server.__exit__(None, None, None)


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert KEY not in result.output + result.stderr
    return result


def objects(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def refused(result):
    assert result.exit_code == 2, (result.stdout, result.stderr, result.exception)
    (line,) = result.stderr.splitlines()
    return line


def test_an_answer_in_a_models_words_says_so_and_has_its_sources(serve):
    server = serve(echo)
    result = run("ask", "--model", QUESTION)
    assert result.exit_code == 0, result.stderr
    assert "0.6 percentage points" in result.stdout.splitlines()[0]
    assert f"\n{WORDED}\n" in result.stdout
    assert "[1] Made-up Performance Annual, update to March 2032, 29 July 2032: Table 2, QM103" in result.stdout
    assert "s-" not in result.stdout.split("Sources")[0]
    assert result.stderr.strip()
    assert not server.failures


def test_its_json_has_the_model_beside_what_every_answer_has(serve):
    serve(echo)
    (answer,) = objects(run("ask", "--model", "--json", QUESTION))
    (plain,) = objects(run("ask", "--json", QUESTION))
    assert list(answer) == [*plain, "model"]
    assert answer["model"] == "openai:scripted"
    assert answer["status"] == "answered"
    assert answer["citations"] == plain["citations"]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Text("QM103 missed its target by 99.9 percentage points."), id="untraced"),
        pytest.param(Status(500), id="failing"),
        pytest.param(Status(429, {"Retry-After": "1"}), id="limited"),
        pytest.param(Silence(9), id="silent"),
    ],
)
def test_what_stands_instead_is_the_built_in_answer_with_one_line_why(serve, reply):
    serve(reply, seconds="1.5")
    (answer,) = objects(run("ask", "--model", "--json", QUESTION))
    (plain,) = objects(run("ask", "--json", QUESTION))
    assert list(answer) == [*plain, "instead"]
    assert {**answer, "seconds": 0, "instead": 0} == {**plain, "seconds": 0, "instead": 0}
    assert "\n" not in answer["instead"]
    assert answer["instead"].endswith(".")


def test_why_the_built_in_answer_stands_is_said_in_text_too(serve):
    serve(Status(500))
    said = run("ask", "--model", QUESTION).stdout
    assert "\nThe language model is not working at the moment, so this is the built-in answer.\n" in said
    assert "0.6 percentage points" in said


def test_many_questions_are_answered_one_object_a_line_in_order(serve, tmp_path):
    server = serve(echo)
    path = tmp_path / "questions.jsonl"
    asked = [
        {"id": "b", "turns": ["How was North Marsh rated in 2031-32?", QUESTION]},
        {"id": "a", "question": UNANSWERABLE},
    ]
    path.write_text("\n".join(json.dumps(one) for one in asked), encoding="utf-8")
    answered, unanswered = objects(run("ask", "--model", "--json", "--from", path))
    assert (answered["id"], answered["question"], answered["model"]) == ("b", QUESTION, "openai:scripted")
    assert (unanswered["id"], unanswered["status"]) == ("a", "not_found")
    assert "North Marsh" in json.dumps(server.requests[0]["messages"])


# What is wrong with what is set


def test_without_a_model_set_it_says_how_to_set_one(serve):
    assert "PROBATION_MODEL" in refused(run("ask", "--model", QUESTION))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("PROBATION_MODEL", "nonsense", "PROBATION_MODEL", id="name"),
        pytest.param("PROBATION_MODEL", "nobody:x", "nobody", id="provider"),
        pytest.param("PROBATION_MODEL_URL", "ftp://x", "PROBATION_MODEL_URL", id="address"),
        pytest.param("PROBATION_MODEL_SECONDS", "soon", "PROBATION_MODEL_SECONDS", id="seconds"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_line(serve, monkeypatch, name, value, said):
    serve(echo)
    monkeypatch.setenv(name, value)
    assert said in refused(run("ask", "--model", QUESTION))


def test_a_missing_key_is_one_line_that_names_it(monkeypatch):
    monkeypatch.setenv("PROBATION_MODEL", "anthropic:made-up")
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    assert "ANTHROPIC_API_KEY" in refused(run("ask", "--model", QUESTION))


# Without the flag


def test_without_the_flag_a_set_model_is_not_asked_and_nothing_is_different(serve, monkeypatch):
    before = run("ask", QUESTION)
    server = serve(echo)
    after = run("ask", QUESTION)
    assert (after.stdout_bytes, after.stderr_bytes) == (before.stdout_bytes, before.stderr_bytes)
    monkeypatch.setenv("PROBATION_MODEL", "nonsense")
    assert run("ask", QUESTION).stdout_bytes == before.stdout_bytes
    assert not server.requests


LOADED = """
import sys
from assistant.cli import main
try:
    main(["ask", "How many targets were met in 2024-25?"])
except SystemExit as ended:
    assert ended.code in (0, None), ended.code
heavy = ("langchain", "langchain_core", "langgraph", "openai", "anthropic", "mcp", "httpx", "torch")
print("LOADED", [name for name in heavy if name in sys.modules])
"""


@pytest.mark.parametrize("model", ["", "openai:x", "nonsense"])
def test_without_the_flag_no_library_of_a_model_is_loaded(tmp_path, model):
    environment = os.environ | {"PROBATION_HOME": str(tmp_path / "none"), "PROBATION_MODEL": model}
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, env=environment, check=True)
    assert "2024-25" in done.stdout
    assert done.stdout.splitlines()[-1] == "LOADED []"
