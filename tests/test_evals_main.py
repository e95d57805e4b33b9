"""The command line of the evaluation, on replies made up beforehand."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals import runs
from evals.__main__ import main

ROOT = Path(__file__).parents[1]
QUESTIONS = [
    {"id": "a", "kind": "lookup", "turns": ["AB001?"], "status": "answered", "figures": ["61.5"]},
    {"id": "b", "kind": "lookup", "turns": ["AB002?"], "status": "answered", "figures": ["9.7"]},
]
REPLIES = [
    {
        "id": "a",
        "status": "answered",
        "answer": "61.5%.",
        "figures": [{"text": "61.5%", "working": "1 - 0.385"}],
    },
    {"id": "b", "status": "answered", "answer": "No idea."},
]


@pytest.fixture
def run(tmp_path):
    for name, lines in (("questions", QUESTIONS), ("replies", REPLIES)):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    runs.write_config(tmp_path, {"date": "2031-01-01"})

    def invoke(*options, questions="questions.jsonl"):
        arguments = [str(tmp_path / questions), "--replies", str(tmp_path / "replies.jsonl"), *options]
        return CliRunner().invoke(main, arguments)

    return invoke


def test_earlier_replies_are_scored_again_without_asking(run, tmp_path):
    result = run()
    assert result.exit_code == 0, result.output
    assert "| right | 0.500 (1 of 2) |" in result.output
    written = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "### b (lookup)" in written
    assert "### a (lookup)" not in written
    assert "| date | 2031-01-01 |" in written


@pytest.mark.parametrize(("mark", "code"), [("0.5", 0), ("0.6", 1)])
def test_a_pass_mark_is_asserted_with_the_rate_printed(run, mark, code):
    result = run("--at-least", mark)
    assert result.exit_code == code
    assert "0.500" in result.output


SENTENCES = [
    {"id": "a", "kind": "ok", "text": "It was 61.5%.", "claims": [{"figure": "61.5%", "verdict": "supported"}]},
    {"id": "b", "kind": "value", "text": "It was 9.7%.", "claims": [{"figure": "9.7%", "verdict": "contradicted"}]},
]
SAID = [
    {"id": "a", "claims": [{"figure": "61.5%", "start": 7, "end": 12, "verdict": "supported"}]},
    {"id": "b", "claims": [{"figure": "9.7%", "start": 7, "end": 11, "verdict": "supported"}]},
]


@pytest.fixture
def check(tmp_path):
    for name, lines in (("drafts", SENTENCES), ("check_test", SENTENCES), ("said", SAID)):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")

    def invoke(*options, sentences="drafts.jsonl"):
        arguments = ["check", str(tmp_path / sentences), "--replies", str(tmp_path / "said.jsonl"), *options]
        return CliRunner().invoke(main, arguments)

    return invoke


def test_what_was_said_of_drafts_is_scored_again_without_checking(check, tmp_path):
    result = check()
    assert result.exit_code == 0, result.output
    assert "| verdicts right | 0.500 (1 of 2) |" in result.output
    assert "### b (value)" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_the_misses_of_the_held_out_half_are_nowhere(check, tmp_path):
    result = check(sentences="check_test.jsonl")
    assert "| verdicts right | 0.500 (1 of 2) |" in result.output
    assert "It was" not in result.output + (tmp_path / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        (("--at-least", "0.5"), 0),
        (("--at-least", "0.6"), 1),
        (("--each-at-least", "0.01"), 1),
    ],
)
def test_the_marks_of_a_check(check, mark, code):
    assert check(*mark).exit_code == code


def test_a_missing_file_is_one_line(run):
    result = run(questions="none.jsonl")
    assert result.exit_code == 1
    assert result.output.strip().count("\n") == 0
    assert "none.jsonl" in result.output


def test_help_names_every_command():
    result = CliRunner().invoke(main, ["--help"])
    assert all(name in result.output for name in ("answers", "check", "retrieval", "generate", "speed"))


def test_a_run_has_a_folder_of_its_own(tmp_path):
    folder = runs.new_folder(tmp_path, "figures")
    assert folder.is_dir()
    assert folder.name.endswith("-figures")


def test_a_run_names_the_versions_of_libraries_that_are_pinned():
    pinned = re.findall(r"^([\w-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.M)
    assert set(runs.LIBRARIES) - {"probation-assistant"} <= set(pinned)


def test_the_documents_name_every_command_and_target():
    written = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    for command in set(main.commands) - {"answers"}:
        assert f"python -m evals {command}" in written
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert {"install", "run", "test", "check", "evals"} <= set(targets)
    for target in ("run", "test", "check", "evals"):
        assert f"make {target}" in written
