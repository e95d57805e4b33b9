"""`probation check` as its users meet it: the JSON to the letter, and one line where something is wrong."""

import json

import pytest
from click.testing import CliRunner
from made_up import WordCounts, bulletins

from assistant.cli import main
from index.store import Store

RIGHT = "Gardens dug was 60.5% in 2031-32."
WRONG = "Gardens dug was 61.0% in 2031-32."
UNKNOWN = "The pier has 19 lamps."
KEYS = ["figure", "sentence", "verdict", "published", "reason", "citation", "caveats", "corrected"]
CITED = ["number", "publication", "title", "published", "locator", "quote", "url"]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A store of its own for each test, with the made-up bulletins as its library and no PyTorch."""
    monkeypatch.setattr("assistant.answer.MiniLM", WordCounts)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))


def run(*arguments, text=None):
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=text)


def objects(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def refused(result):
    """The one line on standard error of a run that ended with exit code 2."""
    assert result.exit_code == 2, (result.stdout, result.stderr, result.exception)
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("probation: ")
    assert "Traceback" not in lines[0]
    return lines[0]


def written(tmp_path, text, name="draft.txt", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def test_json_of_a_file_is_that_of_the_contract(tmp_path):
    (draft,) = objects(run(written(tmp_path, f"{RIGHT} {WRONG} {UNKNOWN}"), "--json"))
    assert draft["id"] == "draft.txt"
    assert list(draft)[:2] == ["id", "claims"]
    assert [list(claim) for claim in draft["claims"]] == [KEYS] * 3
    assert [claim["figure"] for claim in draft["claims"]] == ["60.5%", "61.0%", "19"]
    assert [claim["verdict"] for claim in draft["claims"]] == ["supported", "contradicted", "not_found"]
    assert [claim["sentence"] for claim in draft["claims"]] == [RIGHT, WRONG, UNKNOWN]
    right, wrong, unknown = draft["claims"]
    assert list(right["citation"]) == CITED
    assert right["citation"]["publication"] == "made-up-2032"
    assert right["citation"]["locator"] == "Table 2, QM104"
    assert "60.5" in right["citation"]["quote"]
    assert right["citation"]["url"] == "https://example.org/made-up-2032"
    assert wrong["published"] == "60.5%"
    assert wrong["corrected"] == RIGHT
    assert unknown["citation"] is None
    assert unknown["published"] == ""
    assert draft["summary"] == "3 claims: 1 supported, 1 contradicted, 1 not found"
    assert draft["corrected"] == f"{RIGHT} {RIGHT} {UNKNOWN}"
    assert draft["notes"][0].startswith("Source: Made-up Performance Annual, update to March 2032")
    assert draft["seconds"] >= 0


def test_json_of_standard_input():
    (draft,) = objects(run("-", "--json", text=WRONG))
    assert draft["id"] == "1"
    assert [claim["published"] for claim in draft["claims"]] == ["60.5%"]


def test_text_tells_what_to_mend_first(tmp_path):
    result = run(written(tmp_path, f"{RIGHT} {WRONG} {UNKNOWN}"))
    assert result.exit_code == 0
    said = result.stdout
    assert said.startswith("3 claims: 1 supported, 1 contradicted, 1 not found\n")
    assert said.index("61.0%: contradicted; published: 60.5%") < said.index("19: not found") < said.index("60.5%: supp")
    assert f"Corrected: {RIGHT}" in said
    assert "Source: Made-up Performance Annual, update to March 2032, Table 2, QM104" in said


def test_text_of_standard_input():
    result = run("-", text=RIGHT)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 claim: 1 supported\n")


def test_a_draft_without_claims_is_no_mistake():
    result = run("-", text="Good afternoon.")
    assert result.exit_code == 0
    assert result.stdout.startswith("There is nothing to check in this draft")
    assert [draft["claims"] for draft in objects(run("-", "--json", text="Good afternoon."))] == [[]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_in_the_encodings_that_office_programs_write(tmp_path, encoding):
    (draft,) = objects(run(written(tmp_path, f"“Yes” – {WRONG}", encoding=encoding), "--json"))
    assert draft["corrected"] == f"“Yes” – {RIGHT}"


def test_many_drafts_come_back_in_order(tmp_path):
    lines = [{"id": "b", "text": WRONG}, {"id": "a", "text": ""}, {"id": "c", "text": RIGHT, "kind": "ignored"}]
    path = written(tmp_path, "\n".join(map(json.dumps, lines)) + "\n\n", "drafts.jsonl")
    drafts = objects(run("--from", path, "--json"))
    assert [draft["id"] for draft in drafts] == ["b", "a", "c"]
    assert [len(draft["claims"]) for draft in drafts] == [1, 0, 1]


def test_a_broken_line_is_named_and_what_stood_before_it_is_not_lost(tmp_path):
    lines = [json.dumps({"id": "a", "text": RIGHT}), '{"id": "b", "text": ', json.dumps({"id": "c", "text": WRONG})]
    result = run("--from", written(tmp_path, "\n".join(lines), "drafts.jsonl"), "--json")
    said = refused(result)
    assert "line 2" in said
    assert 'Each line is {"id": ..., "text": ...}.' in said
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("draft.pdf", b"%PDF-1.7", ".docx", id="pdf"),
        pytest.param("draft.docx", b"no word", "paste its text", id="broken-word"),
        pytest.param("draft.txt", b"", "there is no text in it", id="empty"),
        pytest.param("draft.txt", b" \n\t\n", "there is no text in it", id="blank"),
        pytest.param("draft.txt", b"a\0b", "not plain text", id="binary"),
        pytest.param("draft.txt", b"QM101 " * 170_000, "in parts", id="a-million-characters"),
    ],
)
def test_a_file_that_cannot_be_checked_is_refused_in_one_line(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    line = refused(run(path))
    assert said in line
    assert name in line
    assert refused(run(path, "--json")) == line


def test_empty_standard_input_is_refused():
    assert "there is no text in it" in refused(run("-", text=""))


def test_what_is_not_there_is_refused(tmp_path):
    assert "there is no such file" in refused(run(tmp_path / "missing.txt"))
    assert "there is no such file" in refused(run("--from", tmp_path / "missing.jsonl", "--json"))
    assert refused(run(tmp_path))


def test_a_draft_in_a_file_of_many_that_is_too_long_is_refused(tmp_path):
    path = written(tmp_path, json.dumps({"id": "a", "text": "QM101 " * 170_000}), "drafts.jsonl")
    assert "in parts" in refused(run("--from", path, "--json"))


def test_mistakes_of_use_say_what_to_do(tmp_path):
    drafts = written(tmp_path, json.dumps({"id": "a", "text": RIGHT}), "drafts.jsonl")
    assert "Give a draft" in refused(run())
    assert "--json" in refused(run("--from", drafts))
    assert refused(run("--jsn"))


def test_a_word_document_is_read(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(WRONG)
    document.save(tmp_path / "draft.docx")
    (draft,) = objects(run(tmp_path / "draft.docx", "--json"))
    assert [claim["published"] for claim in draft["claims"]] == ["60.5%"]
