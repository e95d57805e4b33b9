"""Texts printed to PDF: what is set how, and what the comparison with the text counts."""

import re
from pathlib import Path

import pytest
from browsing import CHROMIUM, need
from bulletin_fake import BANDS, bulletin, flattened, piped

from corpus.errors import ProbationError
from corpus.models import Document, Locator, Passage, Publication, Table
from corpus.read import read
from evals import printed
from evals.printed_compared import Compared, begins_on, page_of, shown, tables_of
from evals.printed_html import as_html

SHORT = """\
Every kite that was mended in
the vale this year was lit at
dusk by those who live in the
upper dale and by nobody else
"""
NARROW = SHORT * 5


def body(text: str, title: str = "") -> str:
    return as_html(text, title).split("<body>")[1]


@pytest.mark.parametrize("layout", [piped, flattened])
def test_tables_of_any_layout_are_printed_as_tables(layout):
    made = body(bulletin(layout))
    assert made.count("<table") == 4
    assert "<th>Probation Scorecard Rating</th><th>Probation Scorecard Thresholds</th>" in made
    assert all(f"<td>{cell}</td>" in made for row in BANDS for cell in row)


def test_headings_captions_and_items_are_set_as_such():
    made = body(bulletin())
    assert re.search(r"<h\d>1\. Main Points</h\d>", made)
    assert '<p class="caption">Table 1: Scorecard ratings' in made
    assert '<p class="item"><span>•</span>Kites were mended.</p>' in body("- Kites were mended.")
    assert '<p class="numbered"><span>2.6</span>Kites were mended.</p>' in body("- **2.6** Kites were mended.")


def test_a_heading_over_two_lines_is_one_on_both():
    made = body("Part One\n\nKites in the vales\n\n1.1 Kites were mended by many volunteers in the vale that year.\n")
    assert re.findall(r"<(h\d)>(Part One|Kites in the vales)<", made) == [
        ("h2", "Part One"),
        ("h2", "Kites in the vales"),
    ]


def test_the_title_stands_once_above_the_text():
    title = "Vale Craft Annual, update to March 2032"
    made = body(bulletin(), title)
    assert made.count(title) == 1
    assert f"<h1>{title}</h1>" in made


def test_marks_are_raised_and_notes_stand_small_at_the_end():
    made = body("1. Kites\n\nKites mended: 517.[footnote 1]\n\n  1. Mended by day.\n")
    assert "517.<sup>1</sup>" in made
    assert '<p class="footnote"><sup>1</sup> Mended by day.</p>' in made


def test_a_text_of_short_lines_keeps_them():
    assert body(NARROW).count("<br>") == 19


def test_what_looks_like_markup_is_printed_as_it_stands():
    assert "&lt;b&gt;kites&lt;/b&gt; &amp; bells" in body("<b>kites</b> & bells were seen.")


def test_a_table_of_many_columns_goes_across_those_of_the_page():
    made = as_html(bulletin(), across=2)
    assert "columns: 2" in made
    assert re.search(
        r'<div class="wide"><p class="caption">Table 1.*?</p><p>\(Source: made up\)</p><table>.*<th>Region', made
    )


def passage(text: str, at: str) -> Passage:
    return Passage(text=text, sentences=(text,), locator=Locator("made", "paragraph 1.1", at=at))


@pytest.mark.parametrize(
    ("at", "number"),
    [("page 12 (PDF page 14)", 14), ("pages iv to v (PDF pages 4 to 5)", 4), ("PDF page 3", 3), ("", 0)],
)
def test_the_page_in_the_file_is_read_from_a_locator(at, number):
    assert page_of(Locator("made", "Table 1", at=at)) == number


PAGES = ["kiteswerelitatduskinthevalebymanyvolunteersandthe", "harbourwassweptbythosewhocame"]


@pytest.mark.parametrize(
    ("text", "at", "right"),
    [
        pytest.param("Kites were lit at dusk in the vale", "PDF page 1", True, id="there"),
        pytest.param("Kites were lit at dusk in the vale", "PDF page 2", False, id="elsewhere"),
        pytest.param("Many volunteers and the harbour was swept", "PDF pages 1 to 2", True, id="runs-over"),
        pytest.param("Kites were lit", "PDF page 9", False, id="no-such-page"),
        pytest.param("Kites were lit", "", False, id="no-page"),
    ],
)
def test_a_passage_begins_on_its_page_or_it_does_not(text, at, right):
    assert begins_on(passage(text, at), PAGES) is right


def document(*rows: tuple[str, ...]) -> Document:
    table = Table(locator=Locator("made", "Table 1"), title="", headers=("Craft", "2032"), rows=rows)
    return Document(
        publication=Publication(id="made", title="Made"), passages=(passage("Kites.", ""),), tables=(table,)
    )


def test_tables_are_equal_cell_by_cell_or_have_a_row_that_the_text_has_not():
    text = document(("Kites", "71.5"), ("Bells", "[x]"))
    assert tables_of(text, document(("Kites", "71.5"), ("Bells", "[x]"))) == (1, 0)
    assert tables_of(text, document(("Kites", "71.5"))) == (0, 0)
    assert tables_of(text, document(("Kites", "[x]"), ("Bells", "71.5"))) == (0, 1)


def test_shares_are_shown_with_what_they_are_of():
    counts = Compared(passages=4, kept=3, placed=3) + Compared(passages=4, kept=3, placed=0, paged=2, on_page=2)
    rows = dict(shown(counts))
    assert rows["passages with the same words"] == "6 of 8 (0.750)"
    assert rows["of these, with the same place"] == "3 of 6 (0.500)"
    assert rows["passages on the page that is named"] == "2 of 2 (1.000)"
    assert rows["tables equal cell by cell"] == "none"


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("across", [1, 2])
def test_a_bulletin_printed_by_chromium_is_read_as_its_text(across, tmp_path: Path):
    need(CHROMIUM.exists(), f"{CHROMIUM} is not installed")
    path = tmp_path / "bulletin.txt"
    path.write_text(bulletin(), encoding="utf-8")
    text = read(path)
    pdfs = printed.print_all({path: text}, tmp_path, across, lambda: None)
    back = read(pdfs[path])
    assert tables_of(text, back) == (len(text.tables), 0)
    assert [(one.measure, one.period, one.value, one.shown) for one in back.observations] == [
        (one.measure, one.period, one.value, one.shown) for one in text.observations
    ]
    assert {page_of(one.locator) for one in back.passages} == set(range(1, 1 + max(map(page_of, places(back)))))


def places(document: Document) -> list[Locator]:
    return [one.locator for one in document.passages]


def test_a_folder_without_texts_is_one_line(tmp_path: Path):
    (tmp_path / "README.md").write_text("words", encoding="utf-8")
    with pytest.raises(ProbationError, match="no publication's text"):
        printed.texts(tmp_path)
