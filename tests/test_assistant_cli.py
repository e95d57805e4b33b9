"""The command line as its users meet it: the JSON to the letter, and one line where something is wrong."""

import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from made_up import LATER, WordCounts, bulletins
from zipped_fake import zipped

from assistant.cli import main
from index.store import Store

QUESTION = "How was Upper Dale rated in 2031-32?"
WAITED = re.compile(r"Reading .+: \d+ of \d+")
REPORT = "Made-up Pier Report\nPublished 2 May 2031\n1. Piers\nThe pier at Sandy Bay has 19 lamps and one clock.\n"


class Named(WordCounts):
    """The fake under the name of the real model, so that a store made with it is opened by a real process."""

    name = "all-MiniLM-L6-v2"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A store of its own for each test, with the made-up bulletins as its library and no PyTorch."""
    monkeypatch.setattr("assistant.answer.MiniLM", Named)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "pier-report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments, text=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


def objects(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def refused(result):
    """The one line on standard error of a run that ended with exit code 2, but for what a slow machine waits for."""
    assert result.exit_code == 2, (result.stdout, result.stderr, result.exception)
    lines = [line for line in result.stderr.splitlines() if line.strip() and not WAITED.fullmatch(line)]
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in lines[0]
    return lines[0]


def titles():
    return [held["title"] for held in objects(run("publications", "--json"))]


# What it prints


def test_the_json_of_an_answer_has_the_shape_of_the_contract():
    (answer,) = objects(run("ask", "--json", "By how much did QM103 miss its target in 2031-32?"))
    assert list(answer) == [
        "id", "question", "status", "headline", "answer", "citations", "figures", "caveats", "options", "seconds"
    ]  # fmt: skip
    assert answer["question"] == "By how much did QM103 miss its target in 2031-32?"
    assert answer["status"] == "answered"
    assert answer["answer"].startswith(answer["headline"])
    citation = answer["citations"][0]
    assert list(citation) == ["number", "publication", "title", "published", "locator", "quote", "url"]
    assert citation["number"] == 1
    assert citation["publication"] == "made-up-2032"
    assert citation["title"] == "Made-up Performance Annual, update to March 2032"
    assert citation["published"] == "2032-07-29"
    assert citation["locator"] == "Table 2, QM103"
    assert citation["quote"].startswith("QM103 - Cancelled ferry trips | ")
    assert citation["url"] == "https://example.org/made-up-2032"
    assert {"text": "4.6%", "citation": 1, "working": None} in answer["figures"]
    derived = next(figure for figure in answer["figures"] if figure["working"])
    assert derived == {"text": "0.6 percentage points", "citation": None, "working": "4.6 - 4.0 = 0.6 [1]"}
    assert all(isinstance(caveat, str) for caveat in answer["caveats"])
    assert answer["options"] == []
    assert 0 < answer["seconds"] < 60


def test_a_question_that_cannot_be_answered_is_no_error():
    (answer,) = objects(run("ask", "--json", "How was North Marsh rated in 2040-41?"))
    assert answer["status"] == "not_found"
    assert "2040-41" in answer["answer"]
    assert run("ask", "How was North Marsh rated in 2040-41?").exit_code == 0


def test_many_questions_are_answered_one_object_a_line_in_order(tmp_path):
    path = tmp_path / "questions.jsonl"
    asked = [
        {"id": "b", "turns": ["How was North Marsh rated in 2031-32?", "and South Marsh?"]},
        {"id": "a", "question": "What was QM999?"},
        {"id": "ü", "turns": ["How many targets were met in 2030-31?"]},
    ]
    path.write_text("\n".join(json.dumps(one) for one in asked), encoding="utf-8")
    answers = objects(run("ask", "--json", "--from", path))
    assert [answer["id"] for answer in answers] == ["b", "a", "ü"]
    assert answers[0]["question"] == "and South Marsh?"
    assert "South Marsh" in answers[0]["headline"]
    assert [answer["status"] for answer in answers] == ["answered", "not_found", "answered"]


def test_no_question_of_a_file_stops_those_after_it(tmp_path):
    path = tmp_path / "questions.jsonl"
    odd = ["What rating is a score of 101%?", "?", "the", "QM103 " * 500, "\\", "[1]", "🚢"]
    asked = [{"id": str(n), "question": question} for n, question in enumerate([*odd, QUESTION])]
    path.write_text("\n".join(json.dumps(one) for one in asked), encoding="utf-8")
    answers = objects(run("ask", "--json", "--from", path))
    assert len(answers) == len(asked)
    assert answers[-1]["status"] == "answered"


def test_an_answer_as_text_has_its_sources_beneath():
    printed = run("ask", "How did QM103 do in 2031-32?").stdout
    assert "4.6%" in printed.splitlines()[0]
    assert "Understood as: Cancelled ferry trips (QM103); 2031-32 (latest); England and Wales\n" in printed
    assert "Sources" in printed
    assert "[1] Made-up Performance Annual, update to March 2032, 29 July 2032: Table 2, QM103" in printed
    assert "https://example.org/made-up-2032" in printed


def test_the_json_of_a_search_has_the_shape_of_the_contract(tmp_path):
    path = tmp_path / "searches.jsonl"
    path.write_text('{"id": "s1", "turns": ["ignored?", "ferry trips called off"]}', encoding="utf-8")
    (found,) = objects(run("search", "--json", "--from", path, "-k", "3"))
    assert list(found) == ["id", "passages"]
    assert found["id"] == "s1"
    assert 0 < len(found["passages"]) <= 3
    assert list(found["passages"][0]) == ["publication", "title", "locator", "text", "score"]
    assert "trips" in found["passages"][0]["text"]
    scores = [passage["score"] for passage in found["passages"]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_what_is_held_is_listed():
    first, second = objects(run("publications", "--json"))
    assert first["title"] == "Made-up Performance Annual, update to March 2031"
    assert first["published"] == "2031-07-24"
    assert "2030-31" in first["periods"]
    assert first["passages"] > 0
    assert second["observations"] > 10
    assert "Made-up Office" in run("publications").stdout


@pytest.mark.parametrize("command", [(), ("ask",), ("search",), ("ingest",), ("publications",)])
def test_every_command_has_help(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


# Ingesting


def test_an_ingested_text_is_held_and_again_costs_nothing(report):
    (first,) = objects(run("ingest", "--json", report))
    assert (first["title"], first["changed"]) == ("Made-up Pier Report", True)
    (again,) = objects(run("ingest", "--json", report))
    assert again["changed"] is False
    assert "Made-up Pier Report" in titles()
    assert "unchanged" in run("ingest", report).stdout


def test_an_ingested_bulletin_is_answered_from_at_once(tmp_path):
    for name, text in (("later", LATER), ("next", LATER.replace("2032", "2033").replace("2031", "2032"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("ingest", tmp_path / "next.txt").exit_code == 0
    (answer,) = objects(run("ask", "--json", "How many targets were met in 2032-33?"))
    assert "3 of 8" in answer["headline"]


def test_a_sidecar_says_what_the_text_lacks(tmp_path):
    (tmp_path / "notes.txt").write_text("The pier at Sandy Bay has 19 lamps and one clock.\n", encoding="utf-8")
    (tmp_path / "notes.toml").write_text(
        'id = "pier"\ntitle = "Made-up Pier Notes"\npublished = 2031-05-02\npublisher = "Pier Office"\n'
    )
    (read,) = objects(run("ingest", "--json", tmp_path / "notes.txt"))
    assert (read["publication"], read["title"]) == ("pier", "Made-up Pier Notes")


CORRECTED = LATER.replace("69.5 72.0", "73.5 [r] 72.0").replace("Published 29 July", "Published 9 August")


def test_what_a_corrected_text_changes_and_where_it_disagrees_is_told(tmp_path):
    for name, text in (("first.txt", LATER), ("second.txt", CORRECTED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).with_suffix(".toml").write_text('id = "corrected"\ntitle = "Corrected"')
    (first,) = objects(run("ingest", "--json", tmp_path / "first.txt"))
    assert (first["changes"], first["disagreements"], first["replaces"]) == ([], [], "")
    told = run("ingest", tmp_path / "second.txt").stdout.splitlines()[1:]
    assert told == [
        "  It stands in place of the version published 29 July 2032 held before.",
        "  changed: QM101 2031-32: 73.5 [r], was 69.5",
        "  1 passage new, 1 gone",
        "  disagrees: Section 1: Main Points: 3 of 8 met is printed; the tables give 4 of 8",
    ]
    run("ingest", tmp_path / "first.txt")
    (second,) = objects(run("ingest", "--json", tmp_path / "second.txt"))
    assert second["changes"] == [
        {"text": "QM101 2031-32: 73.5 [r], was 69.5", "of": "QM101 2031-32", "now": "73.5 [r]", "was": "69.5"}
    ]
    assert second["changed_passages"] == {"changed": 0, "new": 1, "gone": 1} and len(second["disagreements"]) == 1


def test_of_many_changes_the_first_are_told_and_how_many_more(tmp_path):
    rows = "".join(f"QM2{n:02} - Bells of tower {n} Apr 2031 to Mar 2032 {n}.0 50.0 [x]\n" for n in range(30))
    first = LATER.replace("4. Commissioned", f"{rows}4. Commissioned", 1)
    for text in (first, re.sub(r"(tower .+\d)\.0 50\.0", r"\1.5 50.0", first)):
        (tmp_path / "many.txt").write_text(text, encoding="utf-8")
        told = run("ingest", tmp_path / "many.txt").stdout.splitlines()
    changed = [line for line in told if line.startswith("  changed: ")]
    assert changed[0] == "  changed: QM200 2031-32: 0.5, was 0.0" and len(changed) == 21
    assert changed[-1] == "  changed: 10 more (--json lists them all)"


def test_a_zip_gives_a_line_for_each_publication_in_it(tmp_path):
    (tmp_path / "all.zip").write_bytes(zipped({"a.txt": REPORT, "b.txt": LATER, "empty.txt": ""}))
    result = run("ingest", "--json", tmp_path / "all.zip")
    assert "all.zip/empty.txt: the file is empty" in refused(result)
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2


def test_the_rest_of_a_batch_is_ingested(tmp_path, report):
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    line = refused(run("ingest", empty, report))
    assert str(empty) in line
    assert "Made-up Pier Report" in titles()


def test_a_folder_is_ingested_file_by_file(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\x89PNG\0\0")
    (folder / "README.md").write_text("Not a publication.")
    (folder / "c.rtf").write_text("Not read.")
    assert "b.txt" in refused(run("ingest", folder))
    assert len(titles()) == 3


TABLE = "Measure | Performance (%) | Target (%) |\n---|---|---|\nQM1 - A | 50.0 | 60.0 |\nQM2 - B | 70.0 |\n"
BROKEN = [
    pytest.param(None, "no such file", id="missing"),
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b"\n \t\n", "empty", id="blank"),
    pytest.param(b"\x7fELF\0\x01\x02\0", "a program", id="binary"),
    pytest.param(b"word " * 100_000, "a line of", id="one-long-line"),
    pytest.param(f"{REPORT}\nTable 1: Measures, 2030-31\n{TABLE}".encode(), "cells", id="missing-cell"),
]


@pytest.mark.parametrize(("content", "why"), BROKEN)
def test_a_broken_file_is_one_line_and_the_store_is_unharmed(tmp_path, report, content, why):
    assert run("ingest", report).exit_code == 0
    before = titles()
    broken = tmp_path / "broken.txt"
    if content is not None:
        broken.write_bytes(content)
    line = refused(run("ingest", broken))
    assert str(broken) in line
    assert why in line
    assert line.rstrip().endswith(".")
    assert titles() == before
    assert objects(run("ask", "--json", QUESTION))[0]["status"] == "answered"


def test_a_broken_new_text_leaves_the_old_one_answering(report):
    run("ingest", report)
    report.write_bytes(b"")
    refused(run("ingest", report))
    assert "Made-up Pier Report" in titles()


def test_a_broken_sidecar_is_one_line(report):
    report.with_suffix(".toml").write_text('title = "Cut')
    assert "pier-report.toml" in refused(run("ingest", report))


# What is wrong with a question or the store


@pytest.mark.parametrize("command", ["ask", "search"])
@pytest.mark.parametrize("arguments", [(), ("",), ("  ",), ("--json",), ("--json", "")])
def test_no_question_is_one_line_that_says_what_to_do(command, arguments):
    assert "Give a question" in refused(run(command, *arguments))


@pytest.mark.parametrize("arguments", [("ask", "--no-such-option"), ("no-such-command",), ("search", "x", "-k", "0")])
def test_a_mistake_of_use_is_one_line(arguments):
    refused(run(*arguments))


def test_a_file_of_questions_that_is_not_there_is_one_line(tmp_path):
    line = refused(run("ask", "--json", "--from", tmp_path / "none.jsonl"))
    assert "none.jsonl" in line


def test_a_broken_line_of_a_file_is_named_and_those_before_it_are_answered(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": "a", "question": QUESTION}) + '\n{"id": "b", "que\n')
    result = run("ask", "--json", "--from", path)
    line = refused(result)
    assert f"{path}: line 2" in line
    assert [json.loads(printed)["id"] for printed in result.stdout.splitlines()] == ["a"]


def test_a_file_of_questions_without_json_is_not_silently_left_unread(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": "a", "question": QUESTION}))
    assert "--json" in refused(run("ask", "--from", path))


@pytest.mark.parametrize(
    "label", ['{"format": 99, "model": "all-MiniLM-L6-v2"}', '{"format": 1, "model": "another"}', "{", ""]
)
@pytest.mark.parametrize("command", [("ask", QUESTION), ("search", "piers"), ("publications",), ("ingest",)])
def test_a_store_of_another_version_or_model_is_one_line_with_the_remedy(home, label, command):
    home.mkdir()
    (home / "store.json").write_text(label)
    line = refused(run(*command))
    assert str(home) in line
    assert "PROBATION_HOME" in line
    assert (home / "store.json").read_text() == label


def test_a_broken_document_of_the_store_is_one_line_with_the_remedy(home, report):
    run("ingest", report)
    (file,) = (home / "documents").iterdir()
    file.write_text("{")
    assert "ingest the publication again" in refused(run("ask", QUESTION))


@pytest.fixture(params=["a-file", "/proc/nonexistent"])
def unwritable(request, tmp_path, monkeypatch):
    place = request.param
    if place == "a-file":
        place = str(tmp_path / "a-file")
        (tmp_path / "a-file").write_text("not a folder")
    monkeypatch.setenv("PROBATION_HOME", place)
    return place


def test_where_nothing_can_be_written_ingesting_is_one_line(unwritable, report):
    line = refused(run("ingest", report))
    assert unwritable in line
    assert "PROBATION_HOME" in line


def test_where_nothing_can_be_written_figures_are_answered_all_the_same(unwritable):
    assert objects(run("ask", "--json", QUESTION))[0]["status"] == "answered"


# What a figure question costs

LOADED = """
import sys
from assistant.cli import main
try:
    main(["ask", *sys.argv[1:]])
except SystemExit as ended:
    assert ended.code in (0, None), ended.code
heavy = ("torch", "chromadb", "sentence_transformers", "transformers", "langchain_core", "streamlit")
print("LOADED", [name for name in heavy if name in sys.modules])
"""


@pytest.mark.parametrize(
    "question",
    ["How many targets were met in 2024-25?", "What was SL023 in 2024-25?", "How was London rated in 2024-25?"],
)
def test_a_figure_question_starts_without_pytorch_or_chroma(tmp_path, question):
    environment = os.environ | {"PROBATION_HOME": str(tmp_path / "none")}
    arguments = [sys.executable, "-c", LOADED, question]
    done = subprocess.run(arguments, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "2024-25" in done.stdout
    assert done.stdout.splitlines()[-1] == "LOADED []"
    assert not (tmp_path / "none").exists()
