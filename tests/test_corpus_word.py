"""Word documents are read as what they show, in its order; what they do not show is no part of them."""

from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_fake import STRICT, W, notes, paragraph, row, run, saved, styled, table, tc, word
from zipped_fake import zipped

from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.formats import contents
from corpus.tables import find
from corpus.word import content

HERE = Path("kites.docx")
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{more}</w:style>'
    for name, more in {
        "Title": "",
        "heading 1": "",
        "heading 2": "",
        "Our heading": '<w:basedOn w:val="heading2"/>',
        "Outlined": '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>',
        "caption": "",
        "toc 1": "",
        "List Bullet": "",
    }.items()
)
LEVELS = ([("decimal", "%1."), ("decimal", "%1.%2")], [("bullet", "•")], [("lowerLetter", "(%1)")])
NUMBERED = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    + "</w:abstractNum>"
    for number, levels in enumerate(LEVELS)
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
RESTARTED = (
    '<w:num w:numId="9"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def text(body: str, **parts: str) -> str:
    return content(word(body, parts), HERE).text


def lines(body: str, **parts: str) -> list[str]:
    return text(body, **parts).split("\n\n")


def num(at: int, of: int, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'{named}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>'


SHOWN = {
    "words": (run("One ") + run("two", "<w:b/>"), "One two"),
    "tab-and-break": ("<w:r><w:t>2.1</w:t><w:tab/><w:t>Kites</w:t><w:br/><w:t>fly</w:t></w:r>", "2.1 Kites\nfly"),
    "hyphens": (
        "<w:r><w:t>re</w:t><w:softHyphen/><w:t>read in one\u00adself </w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>",
        "reread in oneself -5",
    ),
    "deleted": (f'{run("71.5")}<w:del><w:r><w:delText>70.0</w:delText></w:r></w:del>', "71.5"),
    "moved": (f'<w:moveFrom>{run("70.0")}</w:moveFrom><w:moveTo>{run("71.5")}</w:moveTo>', "71.5"),
    "inserted": (f"<w:ins>{run('71.5')}</w:ins>", "71.5"),
    "hidden": (run("70.0", "<w:vanish/>") + run("71.5", '<w:vanish w:val="0"/>'), "71.5"),
    "link": (f"<w:hyperlink>{run('Kites')}</w:hyperlink>", "Kites"),
    "control": (f"<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{run('Kites')}</w:sdtContent></w:sdt>", "Kites"),
    "field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("99")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("71.5")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "71.5",
    ),
    "simple-field": (f'{run("Table ")}<w:fldSimple w:instr=" SEQ Table ">{run("2")}</w:fldSimple>', "Table 2"),
    "raised": (run("5 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" of kites"), "5 m² of kites"),
    "raised-letters": (run("the 1") + run("st", '<w:vertAlign w:val="superscript"/>'), "the 1st"),
    "symbol": (run("at ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 5"), "at ≥ 5"),
    "ornament": ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + run(" Kites"), "Kites"),
}  # fmt: skip


@pytest.mark.parametrize(("inner", "shown"), SHOWN.values(), ids=SHOWN.keys())
@pytest.mark.parametrize("names", [W, STRICT], ids=["transitional", "strict"])
def test_words_are_read_as_they_are_shown(inner: str, shown: str, names: str) -> None:
    assert content(word(paragraph(inner), names=names), HERE).text == shown


def test_what_a_paragraph_is_is_told_by_its_style() -> None:
    body = (
        styled("Kite Annual", "Title")
        + styled("Contents 5", "toc1")
        + styled("Main points", "heading1")
        + styled("Red kites", "Ourheading")
        + styled("Dark red", "Outlined")
        + styled("An item", "ListBullet")
    )
    assert lines(body, styles=STYLES) == ["Kite Annual", "# Main points", "## Red kites", "### Dark red", "- An item"]


def test_numbers_that_word_sets_are_read_with_what_they_number() -> None:
    body = "".join(
        [
            paragraph(run("Main points"), num(0, 1, "heading1")),
            paragraph(run("Kites were flown."), num(1, 1)),
            paragraph(run("Boats were not."), num(1, 1)),
            paragraph(run("Delivery"), num(0, 1, "heading1")),
            paragraph(run("Bells were rung."), num(1, 1)),
            paragraph(run("A point"), num(0, 2)),
            paragraph(run("A letter"), num(0, 3)),
            paragraph(run("Plain"), num(0, 0)),
            paragraph(run("Anew"), num(0, 9, "heading1")),
        ]
    )
    assert lines(body, styles=STYLES, numbering=NUMBERED + RESTARTED) == [
        "# 1. Main points", "1.1 Kites were flown.", "1.2 Boats were not.", "# 2. Delivery", "2.1 Bells were rung.",
        "- A point", "- A letter", "Plain", "# 1. Anew",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_numbered_as_they_come_and_stand_at_the_end(kind: str) -> None:
    def reference(number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = paragraph(run("Kites") + reference(8) + run(" fly") + reference(7) + reference(-1))
    assert lines(body, **{f"{kind}s": notes(kind, "Blue ones.", "Red ones.", "Nobody's.")}) == [
        "Kites[footnote 1] fly[footnote 2]", "# Footnotes", "[footnote 1] Red ones.", "[footnote 2] Blue ones.",
    ]  # fmt: skip


def test_endnotes_beside_footnotes_have_marks_of_their_own() -> None:
    body = paragraph('<w:r><w:endnoteReference w:id="7"/><w:footnoteReference w:id="7"/></w:r>' + run("Kites"))
    found = lines(body, footnotes=notes("footnote", "Below."), endnotes=notes("endnote", "At the end."))
    assert found == ["[note 1][footnote 1]Kites", "# Footnotes", "[footnote 1] Below.", "[note 1] At the end."]


BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"


@pytest.mark.parametrize(
    "drawn",
    [
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>",
    ],
    ids=["new", "old"],
)
def test_a_text_box_is_read_once_after_its_paragraph(drawn: str) -> None:
    assert lines(paragraph(f"<w:r>{drawn}</w:r>" + run("Kites."))) == ["Kites.", "In a box."]


# Tables


def test_cells_that_span_stand_in_each_column_and_row() -> None:
    restart, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = lines(
        table(
            row(tc("Vale", restart), tc("Kites", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
            row(tc("", below), "Red", "Blue", properties="<w:tblHeader/>"),
            row(tc("Upper", restart), "1", "2"),
            row(tc("", below), tc("3", '<w:gridSpan w:val="2"/>')),
            row("Gone", "8", "9", properties="<w:del/>"),
            row(tc("Source: counts", '<w:gridSpan w:val="3"/>')),
        )
    )
    assert found == [
        "| Vale | Kites Red | Kites Blue |\n| --- | --- | --- |\n| Upper | 1 | 2 |\n| Upper | 3 | 3 |",
        "Source: counts",
    ]


def bold(words: str) -> str:
    return tc(paragraph(run(words, "<w:b/>")))


HEADED = {
    "repeated": table(row("Vale", "Seen", properties="<w:tblHeader/>"), row("Upper", "often")),
    "bold": table(row(bold("Vale"), bold("Seen")), row("Upper", "often")),
    "by-numbers": table(row("Vale", "Seen"), row("Upper", "5")),
    "by-the-table-s-style": table(row("Vale", "Seen"), row("Upper", "often")).replace(
        "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/></w:tblPr>'
    ),
}
GRID = '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"/></w:style>'


@pytest.mark.parametrize("body", HEADED.values(), ids=HEADED.keys())
def test_a_row_that_heads_is_known(body: str) -> None:
    assert text(body, styles=GRID).startswith("| Vale | Seen |\n| --- | --- |\n| Upper | ")


LEFT_OUT = {
    "no-headings": (table(row("Upper", "often"), row("Lower", "seldom")), "row 1: a table without headings"),
    "ragged": (table(row("A", "B"), row("1")), "its rows have not as many cells as its header"),
    "nested": (table(row("A", "B"), row("1", tc(table(row("2"))))), "a table in a cell is read as the cell's words"),
    "formula": (paragraph(run("It is ") + "<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>"), "formulas, 1 of them"),
    "embedded": ("<w:altChunk/>" + paragraph(run("Kites")), "a document within the document"),
}


@pytest.mark.parametrize(("body", "says"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_what_cannot_be_read_safely_is_left_out_and_named(body: str, says: str) -> None:
    (left_out,) = content(word(body), HERE).left_out
    assert says in left_out


def test_a_raised_number_in_a_cell_is_a_mark_and_no_digit() -> None:
    cell = tc(paragraph(run("71.5") + run("2", '<w:vertAlign w:val="superscript"/>')))
    assert "| Upper | 71.5[footnote 2] |" in text(table(row("Vale", "Kites"), row("Upper", cell)))


@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_captions_stand_over_their_tables_wherever_the_document_has_them(above: bool) -> None:
    made = [(styled(f"Table {n}: Kites", "caption"), table(row("Vale", "Kites"), row("Upper", f"{n}"))) for n in (1, 2)]
    body = "".join(caption + grid if above else grid + caption for caption, grid in made)
    found = lines(body, styles=STYLES)
    assert [line.split("\n")[-1] for line in found] == [
        "Table 1: Kites", "| Upper | 1 |", "Table 2: Kites", "| Upper | 2 |",
    ]  # fmt: skip


def test_a_table_of_one_column_only_sets_its_words_apart() -> None:
    box = table(row(tc(styled("Key facts", "heading1") + paragraph(run("Kites fly.")))))
    assert lines(box, styles=STYLES) == ["# Key facts", "Kites fly."]


# The document as a whole


def test_the_title_is_the_one_it_shows_else_that_of_its_properties() -> None:
    shown = word(styled("Kite Annual", "Title"), {"styles": STYLES})
    assert content(shown, HERE).said == {"title": "Kite Annual"}
    assert content(word(paragraph(run("Kites fly."))), HERE).said == {"title": "A title of the properties"}


def test_the_text_stands_where_the_document_says() -> None:
    raw = word(paragraph(run("Kites fly.")), {"styles": STYLES}, main="word/document2.xml")
    (found,) = contents(raw, HERE)
    assert isinstance(found, Content) and found.text == "Kites fly."


def test_a_document_of_a_library_is_read() -> None:
    document = docx.Document()
    document.add_heading("Kites", 1)
    document.add_paragraph("They fly.")
    document.add_paragraph("Red", style="List Bullet")
    document.add_paragraph("Blue", style="List Number")
    assert content(saved(document), HERE).text == "# Kites\n\nThey fly.\n\n- Red\n\n- Blue"


BAD = {
    "entities": (
        zipped({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "kite">]><d>&a;</d>'}),
        "kites.docx/word/document.xml: it declares a document type",
    ),
    "damaged": (zipped({"word/document.xml": "<w:document"}), "its markup is damaged"),
    "no-text": (zipped({"word/styles.xml": "<a/>"}), "kites.docx/word/document.xml: there is no such part"),
    "deep": (word("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "nested more than"),
    "not-a-zip": (b"PK\x03\x04 kites", "the zip is damaged"),
}


@pytest.mark.parametrize(("raw", "says"), BAD.values(), ids=BAD.keys())
def test_a_document_that_cannot_be_read_is_refused_on_one_line(raw: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        content(raw, HERE)
    assert says in str(raised.value) and str(raised.value).isprintable()


cells = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=2, max_size=5)))
def test_any_cells_survive(grid: list[list[str]]) -> None:
    head = [f"H{n}" for n in range(len(grid[0]))]
    grid = [[f"L{cells[0]}", *cells[1:], "1"] for cells in grid]
    body = table(row(*head, "H", properties="<w:tblHeader/>"), *(row(*cells) for cells in grid))
    found = find("kites", text(body)).tables[0]
    assert found.rows == tuple(tuple(" ".join(cell.split()) for cell in cells) for cells in grid)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(word(styled("Kites", "heading1") + table(row("A", "B"), row("1", "2")), {"styles": STYLES}))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(content(bytes(raw), HERE).text, str)
    except UnreadableFile as error:
        assert str(error).isprintable()
