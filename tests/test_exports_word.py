"""Blocks as Markdown and as Word: headings, paragraphs, lists and tables that read as their text."""

import re
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ui_fake import HOSTILE

from assistant.exports.blocks import Grid, Heading, Items
from assistant.exports.markdown import as_markdown
from assistant.exports.text import clean, is_web_address
from assistant.exports.word import Run, WordFile, as_word

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = [
    Heading("Made-up", 0), "First line.\nSecond line.", Heading("Notes"),
    Items(("Note one.\nhttps://example.invalid/a", "Note two."), numbered=True), Items(("With a dot.",)),
    Grid(("Measure", "Value"), (("ZZ007", "7.9"), ("ZZ008", "[x]"))), "Last.",
]  # fmt: skip
SPITEFUL = st.text(
    st.sampled_from("<>&\"'`*_[]()!$:\\#-+=|~/1a .@{}^%w\t\n") | st.characters(codec="utf-8"), min_size=1, max_size=40
).filter(lambda text: clean(text).strip() and not is_web_address(text))


def opened(blocks):
    return docx.Document(BytesIO(as_word("Made-up", blocks)))


def test_blocks_as_markdown():
    assert as_markdown(BLOCKS) == (
        "# Made-up\n\nFirst line.\\\nSecond line.\n\n## Notes\n\n"
        "1. Note one.\\\n   <https://example.invalid/a>\n2. Note two.\n\n"
        "- With a dot.\n\n| Measure | Value |\n| --- | --- |\n| ZZ007 | 7.9 |\n| ZZ008 | \\[x\\] |\n\nLast.\n"
    )


def test_blocks_as_word():
    document = opened(BLOCKS)
    assert [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs] == [
        ("Title", "Made-up"), ("Normal", "First line.\nSecond line."), ("Heading 1", "Notes"),
        ("Normal", "1. Note one.\nhttps://example.invalid/a"), ("Normal", "2. Note two."),
        ("List Bullet", "With a dot."), ("Normal", "Last."),
    ]  # fmt: skip
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Measure", "Value"], ["ZZ007", "7.9"], ["ZZ008", "[x]"]
    ]  # fmt: skip


def test_the_head_of_a_table_is_bold_and_repeated_and_its_columns_fit_the_page():
    (table,) = opened(BLOCKS).tables
    assert all(cell.paragraphs[0].runs[0].bold for cell in table.rows[0].cells)
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") and not table.rows[1]._tr.xpath("./w:trPr/w:tblHeader")
    assert sum(cell.width.cm for cell in table.rows[0].cells) == pytest.approx(17.5, abs=0.1)


def test_a_run_has_its_colour_and_weight():
    file = WordFile("Made-up")
    file.line([Run("plain "), Run("loud", bold=True, colour="942514")])
    plain, loud = docx.Document(BytesIO(file.data())).paragraphs[0].runs
    assert (plain.bold, plain.font.color.rgb, loud.bold, str(loud.font.color.rgb)) == (None, None, True, "942514")


def test_a_long_title_is_kept_as_far_as_a_file_can_hold_it():
    assert len(docx.Document(BytesIO(as_word("x" * 1000, []))).core_properties.title) == 255


@pytest.mark.parametrize("block", [HOSTILE, Heading(HOSTILE), Items((HOSTILE,)), Grid((HOSTILE,), ((HOSTILE,),))])
def test_hostile_text_reads_back_exactly_from_word(block):
    document = opened([block])
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {*(paragraph.text for paragraph in document.paragraphs), *cells} == {HOSTILE}
    assert not document.element.body.xpath(".//w:hyperlink | .//w:fldSimple | .//w:instrText | .//w:drawing")


@settings(max_examples=150)
@given(SPITEFUL)
def test_any_text_is_no_more_than_a_paragraph_an_item_or_a_cell(text):
    rendered = READER.render(as_markdown(["Before.", text, Items((text,)), Grid(("Head",), ((text,),)), "After."]))
    tags = re.findall(r"<(/?\w+)", rendered)
    assert not set(tags) & {"a", "img", "h1", "h2", "h3", "h4", "em", "strong", "s", "code", "pre", "blockquote", "hr"}
    assert (tags.count("ul"), tags.count("ol"), tags.count("li"), tags.count("td")) == (1, 0, 1, 1)


def test_what_stands_above_a_table_stays_with_it_and_its_columns_are_as_wide_for_every_reader():
    document = opened(["Said first.", "Table 1", Grid(("Name", "n"), (("a", "1"),))])
    kept = {p.text: bool(p.paragraph_format.keep_with_next) for p in document.paragraphs}
    assert (kept["Said first."], kept["Table 1"]) == (False, True)
    (table,) = document.tables
    assert [column.width for column in table.columns] == [cell.width for cell in table.rows[1].cells]
