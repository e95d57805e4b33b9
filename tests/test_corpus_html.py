"""Pages of HTML are read as the same publication in plain text is; only what a reader sees of them counts."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from html_fake import HERE, as_page
from made_up import EARLIER, LATER, WordCounts, bulletins

from assistant.cli import main
from corpus.files import files
from corpus.formats import is_html
from corpus.html import DEEPEST, page
from corpus.models import Document
from corpus.read import parse, read
from index.store import Store

ROOT = Path(__file__).parents[1]
LIBRARY = sorted((ROOT / "corpus" / "library").glob("community-performance-annual-*.md"))


def same(html: Document, text: Document) -> None:
    for name in ("publication", "tables", "observations", "bands", "counts", "symbols", "left_out"):
        assert getattr(html, name) == getattr(text, name), name
    notes = [[(p.locator, p.text, p.sentences) for p in d.passages if p.kind == "note"] for d in (html, text)]
    assert notes[0] == notes[1]


# A page and its text are one publication


@pytest.mark.parametrize("text", [EARLIER, LATER], ids=["pipes-and-notes", "footnotes"])
def test_a_bulletin_in_html_is_the_bulletin_in_text(text: str) -> None:
    html, plain = parse(as_page(text), HERE), parse(text, HERE)
    same(html, plain)
    assert len(html.observations) > 10 and html.bands and html.counts and html.symbols
    assert any(observation.lower_is_better for observation in html.observations)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_bulletin_of_the_library_in_html_is_the_one_in_markdown(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("+++\n")[-1]
    opening = "Kite Annual\nPublished 24 July 2031\n"
    html, plain = parse(as_page(opening + text), HERE), parse(f"{opening}\n{text}", HERE)
    same(html, plain)
    assert len(html.observations) > 40
    assert [p.text for p in html.passages if p.locator.place != "Opening"] == [
        p.text for p in plain.passages if p.locator.place != "Opening"
    ]


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_real_bulletin_in_html_has_the_observations_of_its_text(publications: Path, year: str) -> None:
    text = (publications / f"community-performance-annual-{year}.txt").read_text(encoding="utf-8")
    text = text[text.index("Community Performance Annual") :]
    html, plain = parse(as_page(text), HERE), parse(text, HERE)
    assert html.observations and html.observations == plain.observations
    assert (html.bands, html.counts, html.symbols) == (plain.bands, plain.counts, plain.symbols)


def test_what_is_around_the_publication_is_dropped() -> None:
    text = page(as_page(EARLIER), HERE).text
    assert not re.search(r"kites|Cookies|Skip to|Print this|^Contents|useful|GOV\.UK|color", text, re.M)
    assert "Doors opened on time" in text


# What it is chosen by


PAGE = "<!DOCTYPE html><title>Kites</title><p>Kites were flown."


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\n<!-- saved from a site -->\n<!doctype HTML>\n<p>Kites were flown.",
        '<?xml version="1.0"?>\n<html><body><p>Kites were flown.</p></body></html>',
        "<html>\n<body>\n<p>Kites were flown.</p>\n</body>\n</html>\n",
        "<div class=govspeak><h2>Kites</h2><p>Kites were flown.</p></div>",
    ],
    ids=["doctype", "comment-first", "xhtml", "no-doctype", "a-part-of-a-page"],
)
def test_html_is_known_by_what_it_holds(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kites.txt"
    path.write_text(text, encoding="utf-8")
    assert is_html(text)
    assert [p.text for p in read(path).passages] == ["Kites were flown."]


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph of a page begins with <p> and ends with </p>.",
        "<p> is a tag, <div> another and <h1> a third.",
        "<p align=center>Kites</p>\n\n# Kites\n\nA <b>Markdown</b> text with <p>tags</p> in it.",
        "Words.\n<!DOCTYPE html><p>Quoted.</p>",
        "<kites> were flown <b>here</b>",
        "",
    ],
    ids=["mentions", "begins-with-one", "markdown", "quotes-a-page", "no-tag-of-html", "empty"],
)
def test_a_text_that_mentions_tags_is_no_html(text: str) -> None:
    assert not is_html(text)


def test_a_text_is_read_without_the_parser() -> None:
    code = "import sys; from corpus.library import documents; documents(); print('bs4' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_a_folder_names_its_pages(tmp_path: Path) -> None:
    for name in ("a.html", "b.HTM", "c.xhtml", "d.css"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert [path.name for path in files(tmp_path)] == ["a.html", "b.HTM", "c.xhtml"]


def test_details_may_stand_over_a_page() -> None:
    document = parse(f'+++\npublisher = "Vale"\n+++\n{PAGE}', HERE)
    assert (document.publication.publisher, document.passages[0].text) == ("Vale", "Kites were flown.")


# From end to end


class Named(WordCounts):
    """The fake embedder under the name of the real model."""

    name = "all-MiniLM-L6-v2"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line with a store of its own, the made-up bulletins as its library and no PyTorch."""
    monkeypatch.setattr("assistant.answer.MiniLM", Named)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


def test_a_page_is_ingested_and_asked(tmp_path: Path, run: Callable[..., Result]) -> None:
    path = tmp_path / "page.html"
    path.write_text(as_page(LATER.replace("2032", "2033").replace("2031", "2032")), encoding="utf-8")
    ingested = run("ingest", path)
    assert ingested.exit_code == 0, ingested.stderr
    answer = json.loads(run("ask", "--json", "How many doors opened on time in 2032-33?").stdout)
    assert "69.5%" in answer["headline"]
    assert (answer["citations"][0]["locator"], answer["citations"][0]["published"]) == ("Table 2, QM101", "2033-07-29")


def test_a_page_that_cannot_be_read_is_one_line_on_the_command_line(tmp_path: Path, run: Callable[..., Result]) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<!DOCTYPE html>" + "<div>\n" * 5000, encoding="utf-8")
    result = run("ingest", path)
    assert result.exit_code == 2
    (line,) = [line for line in result.stderr.splitlines() if "deep.html" in line]
    assert f"more than {DEEPEST} deep" in line and "Traceback" not in result.stderr
