"""What comes in: every publication of a file is held, checked against itself, and set beside what it replaces."""

from dataclasses import replace
from datetime import date

import pytest
from browsing import CHROMIUM
from made_up import EARLIER, LATER, WordCounts, assistant_of, bulletins
from zipped_fake import zipped

from assistant.answer import Assistant
from assistant.changes import Changes
from evals import made_formats
from evals.made_pages import as_page
from index.store import Store

DAY = "Published 24 July 2031"
CORRECTED = EARLIER.replace("71.5", "71.9 [r]").replace(DAY, "Published 5 September 2031")
QUESTION = ["QM101 in 2030-31"]


@pytest.fixture
def assistant(tmp_path) -> Assistant:
    """An assistant that holds nothing yet."""
    return assistant_of(tmp_path / "home", [])


@pytest.fixture
def ingest(assistant, tmp_path):
    """Takes in a text or bytes, as a file of a name."""

    def ingest(content: str | bytes, name: str = "file.txt"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return assistant.ingest(path)

    return ingest


def test_a_new_publication_replaces_nothing(ingest, assistant):
    (one,) = ingest(EARLIER)
    assert one.changed and one.replaced is None and not one.changes and not one.replaces and not one.disagreements
    assert assistant.ask(QUESTION).status == "answered"


def test_the_same_again_changes_nothing(ingest):
    ingest(EARLIER)
    (again,) = ingest(EARLIER, "another name.md")
    assert not again.changed and again.replaced is None and again.changes == Changes() and again.replaces == ""


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(made_formats.page, id="HTML"),
        pytest.param(made_formats.reply, id="JSON"),
        pytest.param(made_formats.word, id="Word"),
        pytest.param(made_formats.pdf, id="PDF", marks=pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium")),
    ],
)
def test_another_format_is_the_same_publication_and_changes_no_figure(ingest, assistant, content):
    (text,), (one,) = ingest(EARLIER), ingest(content(EARLIER), "file.bin")
    assert one.document and text.document and one.document.publication.id == text.document.publication.id
    assert one.changes == Changes() and one.replaces in ("", "It stands in place of the version held before.")
    assert len(assistant.documents()) == 1 and "71.5" in assistant.ask(QUESTION).headline


@pytest.mark.parametrize("content", [pytest.param(str, id="text"), pytest.param(as_page, id="HTML")])
def test_a_corrected_version_answers_and_what_it_corrects_is_told(ingest, assistant, content):
    ingest(EARLIER)
    ingest(as_page(EARLIER))
    (one,) = ingest(content(CORRECTED))
    assert list(map(str, one.changes.figures)) == ["QM101 2030-31: 71.9 [r], was 71.5"]
    assert one.replaces == "It stands in place of the version published 24 July 2031 held before."
    answer = assistant.ask(QUESTION)
    assert len(assistant.documents()) == 1 and "71.9" in answer.headline
    assert "The publication does not explain [r]." in answer.caveats


def test_an_older_version_is_taken_in_and_said_to_be_older(ingest, assistant):
    ingest(CORRECTED)
    (one,) = ingest(EARLIER)
    assert one.document is not None and one.document.publication.published == date(2031, 7, 24)
    assert one.replaces == (
        "The version held before was published later: 5 September 2031, this one 24 July 2031. "
        "Ingest the later one again if it should answer."
    )
    assert "71.5" in assistant.ask(QUESTION).headline


def test_a_new_edition_is_the_latest_at_once_and_the_older_one_answers_on(ingest, assistant):
    ingest(EARLIER)
    latest = ["How many targets were met last year?"]
    assert "2030-31" in assistant.ask(latest).headline
    (one,) = ingest(LATER)
    assert one.changed and one.replaced is None
    assert "2031-32" in assistant.ask(latest).headline and "71.5" in assistant.ask(QUESTION).headline


def test_a_full_text_in_place_of_the_librarys_summary_tells_only_figures(tmp_path):
    (made, _) = bulletins()
    summary = replace(made, publication=replace(made.publication, summary=True), passages=())
    assistant = assistant_of(tmp_path / "home", [summary])
    for text, expected in ((EARLIER, []), (CORRECTED, ["QM101 2030-31: 71.9 [r], was 71.5"])):
        (tmp_path / "full.txt").write_text(text)
        (one,) = assistant.ingest(tmp_path / "full.txt")
        assert one.replaces == "It stands in place of the library's summary of it." and one.changes.passages == ""
        assert list(map(str, one.changes.figures)) == expected
        assert assistant.remove(made.publication.id)


def test_a_slip_of_the_publication_is_told_and_not_mended(ingest, assistant):
    (one,) = ingest(LATER.replace("3 of 8 probation", "4 of 8 probation"))
    assert one.disagreements == ("Section 1: Main Points: 4 of 8 met is printed; the tables give 3 of 8",)
    assert any("4 of 8" in passage.text for passage in assistant.documents()[0].passages)


def test_each_publication_of_a_zip_has_its_own_outcome_and_a_broken_one_keeps_none_out(ingest, assistant):
    found = ingest(zipped({"a.txt": EARLIER, "b.html": as_page(LATER), "empty.txt": ""}), "all.zip")
    outcomes = {one.name.rpartition("/")[2]: one for one in found}
    assert {name: one.document is not None for name, one in outcomes.items()} == {
        "a.txt": True, "b.html": True, "empty.txt": False,
    }  # fmt: skip
    assert "all.zip/empty.txt: the file is empty" in outcomes["empty.txt"].problem
    assert [len(assistant.documents()), "2031-32" in assistant.ask(["targets met last year"]).headline] == [2, True]


def test_what_yields_nothing_is_refused_with_the_reason(ingest, assistant):
    (one,) = ingest("<html><head><title>T</title></head><body><p></p><p></p></body></html>", "page.html")
    assert one.document is None and "page.html" in one.problem and assistant.documents() == ()


def test_what_another_process_holds_is_recognised(ingest, tmp_path):
    ingest(EARLIER)
    Store(tmp_path / "home", WordCounts(), tuple).ingest(bulletins()[1])
    (one,) = ingest(as_page(LATER).replace("Less than 45.5%", "Less than 45.0%"))
    assert one.replaced == bulletins()[1].publication and len(one.changes.figures) == 1
