"""Word documents: a checked draft as one, opened and read back; the text of one that is brought."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from ui_fake import DRAFT, HOSTILE, checked

from assistant.checking.claims import CheckedDraft
from assistant.checking.files import LARGEST, LONGEST, draft_text
from assistant.checking.word import as_word
from corpus.errors import UnreadableFile


def opened(draft: CheckedDraft):
    return docx.Document(BytesIO(as_word(draft)))


def saved(document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_every_claim_is_a_run_in_its_verdicts_colour_with_its_sign():
    runs = [run for paragraph in opened(checked(DRAFT)).paragraphs for run in paragraph.runs if run.font.color.rgb]
    assert [run.text for run in runs] == [
        "7.9%", " [✓ 1]", "£3 million", " [✓ 2]", "9.7%", " [✗ 3]", "12%", " [? 4]", "A third", " [✗ 5]",
    ]  # fmt: skip
    colours = [str(run.font.color.rgb) for run in runs[::2]]
    assert colours[0] == colours[1] and colours[2] == colours[4] and len(set(colours)) == 3
    assert all(run.bold for run in runs)


def test_the_draft_stands_line_by_line_with_its_spaces_and_tabs():
    plain = re.sub(r" \[[✓✗?] \d\]", "", "\n".join(p.text for p in opened(checked(DRAFT)).paragraphs))
    assert DRAFT in plain


def test_the_table_gives_each_claim_with_its_source():
    (table,) = opened(checked(DRAFT)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["No.", "Figure", "Verdict", "Published", "Reason", "Source"]
    assert rows[3][:4] == ["3", "9.7%", "✗ Contradicted", "7.5%"]
    assert rows[3][4] == "In 2029-30 it was 7.5%, not 9.7%.\nThe definition changed in June 2030."
    assert rows[3][5].splitlines()[:4] == [
        "Made-up Bulletin, update to March 2031", "published 31 July 2031", "Table 2, ZZ007",
        "https://example.invalid/made-up",
    ]  # fmt: skip
    assert rows[4][1:] == ["12%", "? Not found", "", "Nothing held gives this figure.", ""]


def test_corrected_draft_and_notes_follow_and_headings_are_in_order():
    document = opened(checked(DRAFT))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert DRAFT.replace("9.7%", "7.5%").replace("A third", "2 of 12") in text and "9.7% → 7.5%" in text
    assert text.endswith("Made-up Bulletin, Table 2, published 31 July 2031.")
    styles = [p.style.name for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert styles == ["Title", *["Heading 1"] * 4]


def test_the_file_does_not_say_who_made_it():
    about = opened(checked(DRAFT)).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created.year > 2013


def test_hostile_text_is_plain_runs_and_what_xml_forbids_is_dropped():
    text = f"loud {HOSTILE}\x00\x0b\x1b\ud800\uffff end ]]> &amp; <w:p/>"
    data = as_word(checked(text))
    shown = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
    assert HOSTILE.split("loud")[1] in shown and "</details> end ]]> &amp; <w:p/>" in shown
    with ZipFile(BytesIO(data)) as packed:
        parts = {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}
    assert not re.search("w:hyperlink|w:fldSimple|w:instrText|w:drawing|w:object", parts["word/document.xml"])
    assert not any("example.invalid" in part for name, part in parts.items() if name.endswith(".rels"))


def test_a_draft_without_claims_has_no_table():
    document = opened(CheckedDraft(text="Nothing here.", claims=()))
    assert not document.tables
    assert document.paragraphs[-1].text == "Nothing here."


def brought() -> docx.document.Document:
    document = docx.Document()
    document.add_heading("Made-up measures", 1)
    paragraph = document.add_paragraph("It was ")
    paragraph.add_run("7.9%").bold = True
    paragraph.add_run(" ")
    paragraph.add_run("then.")
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Second", style="List Bullet")
    table = document.add_table(2, 3)
    for row, texts in zip(table.rows, (("Measure", "2029-30", "2030-31"), ("ZZ007", "7.5", "7.9")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("After the table.")
    return document


def test_a_word_documents_text_is_read_in_order():
    assert draft_text("made-up.DOCX", saved(brought())) == (
        "Made-up measures\n\nIt was 7.9% then.\n\n- First\n- Second\n\n"
        "Measure\t2029-30\t2030-31\nZZ007\t7.5\t7.9\n\nAfter the table."
    )


def test_tracked_changes_are_read_as_accepted_and_content_controls_as_text():
    document = docx.Document()
    names = nsdecls("w")
    document.element.body.insert(0, parse_xml(
        f"<w:sdt {names}><w:sdtContent><w:p><w:r><w:t>It was </w:t></w:r>"
        f'<w:del w:id="1"><w:r><w:delText>5%</w:delText></w:r></w:del>'
        f'<w:ins w:id="2"><w:r><w:t>6%</w:t></w:r></w:ins>'
        f'<w:hyperlink><w:r><w:t>, they say</w:t><w:tab/><w:t>now</w:t></w:r></w:hyperlink>'
        f"<w:r><w:instrText>PAGE 7</w:instrText></w:r></w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    assert draft_text("made-up.docx", saved(document)) == "It was 6%, they say\tnow"


def test_a_cell_over_two_columns_stands_once_and_its_lines_are_joined():
    document = brought()
    row = document.tables[0].rows[0]
    row.cells[1].merge(row.cells[2])
    assert "Measure\t2029-30 2030-31\nZZ007\t7.5\t7.9" in draft_text("made-up.docx", saved(document))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("It was £3.\r\nThen.\r".encode(), "It was £3.\nThen.\n", id="utf-8"),
        pytest.param("It was £3.".encode("utf-8-sig"), "It was £3.", id="utf-8-mark"),
        pytest.param("It was £3.".encode("utf-16"), "It was £3.", id="utf-16"),
        pytest.param("It was £3 – “so”.".encode("cp1252"), "It was £3 – “so”.", id="windows"),
    ],
)
def test_plain_text_is_read_however_it_is_encoded(data, text):
    assert {draft_text(name, data) for name in ("made-up.txt", "made-up.md", "standard input")} == {text}


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def with_document(xml: str) -> bytes:
    """A Word file whose main part is replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(saved(docx.Document()))) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.docx", b"not a zip", "cannot be read as a Word document. Save it as .docx", id="no-zip"),
        pytest.param("a.docx", packed(a=b"x"), "cannot be read as a Word document", id="another-zip"),
        pytest.param("a.docx", saved(brought())[:-900], "cannot be read as a Word document", id="cut-off"),
        pytest.param("a.docx", with_document("<w:document"), "cannot be read as a Word document", id="broken-xml"),
        pytest.param("a.docx", packed(a=bytes(201_000_000)), "cannot be read as a Word document", id="unpacks-to-much"),
        pytest.param("a.docx", saved(docx.Document()), "no text in it", id="empty-word"),
        pytest.param("a.txt", b" \n", "no text in it", id="empty"),
        pytest.param("a.txt", b"\x00\x01\x02\xff", "not plain text", id="binary"),
        pytest.param("a.pdf", b"%PDF", "only .txt, .md and .docx files can be read", id="another-kind"),
        pytest.param("a.txt", b"x" * (LONGEST + 1), f"longer than {LONGEST:,} characters", id="long"),
        pytest.param("a.docx", b"x" * (LARGEST + 1), "larger than 10 MB", id="large"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name, data, said):
    with pytest.raises(UnreadableFile) as refused:
        draft_text(name, data)
    assert said in str(refused.value) and str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


def test_entities_of_a_document_are_not_expanded():
    xml = (
        f'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document {nsdecls("w")}>'
        "<w:body><w:p><w:r><w:t>Before &b; after</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "aaa" not in draft_text("made-up.docx", with_document(xml))
