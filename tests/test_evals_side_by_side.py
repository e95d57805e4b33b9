"""Both ways are scored alike, beside each other; what the model spoils is read first."""

import json

import pytest
from click.testing import CliRunner
from echoing import echo
from scripted_model import ScriptedModel

from corpus.errors import ProbationError
from evals import runs, side_by_side
from evals.__main__ import main
from evals.generate import FIGURES, as_lines
from evals.questions import Question, read_questions
from evals.replies import Reply, read_replies, write_replies
from evals.side_by_side import WAYS, by_kind, outcomes, paired, reasons, report

SLOW = "The model took too long."
NAMES = ("spoiled", "mended", "kept", "refused")
QUESTIONS = [
    Question(id="spoiled", kind="lookup", turns=("AB001?",), status="answered", figures=("61.5",)),
    Question(id="mended", kind="lookup", turns=("AB002?",), status="answered", figures=("9.7",)),
    Question(id="kept", kind="rank", turns=("Which?", "And last year?"), status="answered", figures=("4",)),
    Question(id="refused", kind="rank", turns=("Why?",), status="not_found"),
]


def reply(name, answer, status="answered", seconds=1.0, **said):
    return Reply(id=name, status=status, answer=answer, seconds=seconds, **said)


WITHOUT = [
    reply("spoiled", "It was 61.5%.", figures=[{"text": "61.5%", "working": "61.5"}], seconds=0.25),
    reply("mended", "No idea.", seconds=0.5),
    reply("kept", "Four: 4.", figures=[{"text": "4", "working": "1 + 3 = 4"}], seconds=0.75),
    reply("refused", "Not published.", status="not_found", seconds=0.25),
]
WITH = [
    reply("spoiled", "It was 16.5%.", model="openai:x", seconds=3.0),
    reply("mended", "9.7%.", figures=[{"text": "9.7%", "working": "9.7"}], model="openai:x", seconds=5.0),
    reply("kept", "Four: 4.", figures=[{"text": "4", "working": "1 + 3 = 4"}], instead=SLOW, seconds=9.0),
    reply("refused", "Not published.", status="not_found", instead=SLOW, seconds=1.0),
]


@pytest.fixture
def pairs():
    return paired(QUESTIONS, WITHOUT, WITH)


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_row_for_each_kind_and_one_for_all(pairs):
    head, _, *rows = map(cells, by_kind(pairs).splitlines())
    lookup, rank, everything = (dict(zip(head, row, strict=True)) for row in rows)
    assert (lookup["Kind"], rank["Kind"], everything["Kind"]) == ("lookup", "rank", "all")
    assert lookup["Right without"] == lookup["Right with"] == "0.500 (1 of 2)"
    assert lookup["Model's words"] == "1.000 (2 of 2)"
    assert rank["Built-in instead"] == "1.000 (2 of 2)"
    assert (lookup["Untraced without"], lookup["Untraced with"]) == ("0", "1")
    assert everything["Questions"] == "4"
    assert (everything["Median s without"], everything["Median s with"]) == ("0.375", "4.000")
    assert (everything["95th s without"], everything["95th s with"]) == ("0.750", "9.000")


def test_each_outcome_is_counted(pairs):
    counted = dict(map(cells, outcomes(pairs).splitlines()[2:]))
    assert counted == {
        "right without, wrong with": "1",
        "wrong both ways": "0",
        "wrong without, right with": "1",
        "right both ways": "2",
    }


def test_why_the_built_in_answer_stood_is_counted(pairs):
    assert f"| {SLOW} | 2 |" in reasons(pairs)
    assert reasons(pairs[:2]) == ""


def test_a_report_holds_every_difference_both_ways_what_is_spoiled_first(pairs):
    written = report(pairs, {"model": "openai:x"})
    assert "| model | openai:x |" in written
    assert "## Misses: 2" in written
    first, second = written.split("### ")[1:]
    assert first.startswith("spoiled (lookup): right without, wrong with")
    assert second.startswith("mended (lookup): wrong without, right with")
    assert all(
        part in first for part in ("- asked: AB001?", "- wrong: figure 61.5", "> It was 61.5%.", "> It was 16.5%.")
    )
    assert "### kept" not in written


def test_an_untraced_number_is_a_miss_though_all_else_is_right(pairs):
    shown = reply("kept", "Four: 4, not 12.", figures=[{"text": "4", "working": "1 + 3 = 4"}], model="openai:x")
    written = report(paired(QUESTIONS[2:3], WITHOUT, [shown]), {})
    assert "### kept (rank): right both ways" in written
    assert "- untraced: 12" in written


def test_a_reply_that_is_missing_is_wrong():
    (pair,) = paired(QUESTIONS[:1], WITHOUT, [])
    assert pair.outcome == (True, False)
    assert not pair.worded
    assert "undefined" in by_kind([pair])


# The command


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(question.model_dump_json() + "\n" for question in QUESTIONS), encoding="utf-8")
    return path


@pytest.mark.parametrize(("mark", "code"), [("0.75", 0), ("0.8", 1)])
def test_the_replies_of_a_run_are_scored_again_without_asking(tmp_path, questions, mark, code):
    write_replies(tmp_path / side_by_side.WITHOUT, WITHOUT)
    write_replies(tmp_path / side_by_side.WITH, WITH)
    runs.write_config(tmp_path, {"model": "openai:x"})
    result = CliRunner().invoke(main, ["model", str(questions), "--again", str(tmp_path), "--at-least", mark])
    assert result.exit_code == code, result.output
    assert "| all | 4 | 0.750 (3 of 4) | 0.750 (3 of 4) |" in result.output
    assert f"| {SLOW} | 2 |" in result.output
    assert "| model | openai:x |" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_without_a_model_nothing_is_asked(tmp_path, questions, monkeypatch):
    monkeypatch.delenv("PROBATION_MODEL", raising=False)
    result = CliRunner().invoke(main, ["model", str(questions), "--reports", str(tmp_path / "reports")])
    assert result.exit_code == 1
    assert result.output.startswith("Error: No model is set. Set PROBATION_MODEL")
    assert not (tmp_path / "reports").exists()


def test_a_run_keeps_the_model_and_its_limits_and_no_key(monkeypatch, questions):
    monkeypatch.setenv("PROBATION_MODEL", "openai:x")
    monkeypatch.setenv("PROBATION_MODEL_URL", "http://127.0.0.1:9/v1?key=geheim-1")
    monkeypatch.setenv("PROBATION_MODEL_SECONDS", "7")
    monkeypatch.setenv("OPENAI_API_KEY", "geheim-2")
    kept = side_by_side.config(questions)
    assert (kept["model"], kept["served by"], kept["seconds a question"]) == ("openai:x", "127.0.0.1", "7")
    assert "geheim" not in json.dumps(kept)


@pytest.mark.parametrize(("model", "said"), [("nonsense", "PROBATION_MODEL"), ("anthropic:x", "ANTHROPIC_API_KEY")])
def test_a_model_that_cannot_be_used_is_an_error_before_anything_is_asked(monkeypatch, questions, model, said):
    monkeypatch.setenv("PROBATION_MODEL", model)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    with pytest.raises(ProbationError, match=said):
        side_by_side.config(questions)


def test_a_file_is_asked_both_ways_through_the_command_line(tmp_path, monkeypatch):
    path, reports = tmp_path / "figures.jsonl", tmp_path / "reports"
    asked = {one.kind: one for one in read_questions(FIGURES)}
    path.write_text(as_lines([asked["rating"], asked["gap"]]), encoding="utf-8")
    with ScriptedModel(echo) as server:
        monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("PROBATION_MODEL", "openai:scripted")
        monkeypatch.setenv("PROBATION_MODEL_URL", server.url)
        result = CliRunner().invoke(main, ["model", str(path), "--reports", str(reports), "--at-least", "1"])
    assert result.exit_code == 0, result.output
    assert "| all | 2 | 1.000 (2 of 2) | 1.000 (2 of 2) | 1.000 (2 of 2) | 0.000 (0 of 2) | 0 | 0 |" in result.output
    assert len(server.requests) == 4
    (folder,) = reports.iterdir()
    assert {one.name for one in folder.iterdir()} == {"config.json", "report.md", *(name for _, name, _ in WAYS)}
    assert [one.model for one in read_replies(folder / side_by_side.WITH)] == ["openai:scripted"] * 2
    assert [one.model for one in read_replies(folder / side_by_side.WITHOUT)] == ["", ""]
