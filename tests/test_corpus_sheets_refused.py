"""Workbooks that are made to harm, or hold nothing: refused in one line, without being unfolded."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets_fake import PATH, diagonal, made, ods, ods_row, texts, xlsx

from corpus import sheets
from corpus.errors import UnreadableFile
from evals.made_workbook_files import ods_file, ods_of, xlsx_file
from evals.made_workbooks import as_ods, as_xlsx, workbook

BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ROW = ods_row("North", "1")
HIDDEN = '<workbook><sheets><sheet name="One" state="hidden"/></sheets></workbook>'
ALL_MERGED = '<mergeCell ref="A1:XFD1048576"/>'


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(ods(ROW, before=BOMB), "document type", id="entities"),
        pytest.param(ods(ods_row("&a;"), before=OUTSIDE), "document type", id="an-entity-of-another-file"),
        pytest.param(ods(ods_row("&a;")), "damaged", id="an-unknown-entity"),
        pytest.param(
            ods(ods_row("North", "1", row='table:number-rows-repeated="1000000000"')), "cells", id="rows-repeated"
        ),
        pytest.param(
            ods(ods_row("North", cell='table:number-columns-repeated="1000000000"')), "cells", id="columns-repeated"
        ),
        pytest.param(ods(f"{'<table:table-row>' * 300}{'</table:table-row>' * 300}"), "nested", id="nested-deep"),
        pytest.param(ods("<table:table-row>"), "damaged", id="not-closed"),
        pytest.param(ods_of("<office:spreadsheet/>"), "the workbook is empty", id="no-sheets"),
        pytest.param(ods_file(made(One=[[], []], Two=[])), "the workbook is empty", id="empty-sheets"),
        pytest.param(
            ods(ods_row("North", row='table:visibility="collapse"')), "the workbook is empty", id="hidden-rows"
        ),
    ],
)
def test_opendocument(raw, why):
    with pytest.raises(UnreadableFile, match=why) as refused:
        sheets.ods_content(raw, PATH)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("tables.ods: ")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(xlsx("", extra={"xl/workbook.xml": f"{BOMB}<workbook/>"}), "document type", id="entities"),
        pytest.param(xlsx("<row><c>"), "damaged", id="not-closed"),
        pytest.param(xlsx(""), "the workbook is empty", id="empty"),
        pytest.param(xlsx_file(made(One=[])), "the workbook is empty", id="empty-sheet"),
        pytest.param(xlsx("", extra={"xl/workbook.xml": HIDDEN}), "all that it holds is hidden", id="hidden-sheets"),
        pytest.param(xlsx(diagonal(1_500)), "cells", id="far-apart"),
        pytest.param(
            xlsx(texts(*[["a", "b"]] * 2_000), below=f"<mergeCells>{ALL_MERGED * 1_000}</mergeCells>"),
            "cells",
            id="merged-over-all-a-thousand-times",
        ),
    ],
)
def test_excel(raw, why):
    with pytest.raises(UnreadableFile, match=why):
        sheets.xlsx_content(raw, PATH)


def test_a_zip_bomb_is_not_unpacked():
    raw = xlsx("", extra={"xl/texts.xml": " " * 50_000_000})
    with pytest.raises(UnreadableFile, match="times its size"):
        sheets.xlsx_content(raw, PATH)


def test_a_locked_workbook_says_so():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"\x8f\x01")
        archive.writestr("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
    with pytest.raises(UnreadableFile, match="locked with a password"):
        sheets.ods_content(file.getvalue(), PATH)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/one.xml"])
def test_a_workbook_without_a_part(part):
    raw = BytesIO(xlsx(texts(["a", "b"], ["c", "d"])))
    file = BytesIO()
    with ZipFile(raw) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    with pytest.raises(UnreadableFile):
        sheets.xlsx_content(file.getvalue(), PATH)


def test_formulas_typed_as_text_stay_text():
    rows = [["Table 1: Crafts"], ["Region", "Kites"], ['=HYPERLINK("http://x","y")', "1"], ["@SUM(1)", "2"]]
    (table,) = sheets.ods_content(ods_file(made(Table_1=rows)), PATH).tables
    assert [row[0] for row in table.rows] == ['=HYPERLINK("http://x","y")', "@SUM(1)"]


@pytest.mark.parametrize(
    ("write", "read"), [(as_ods, sheets.ods_content), (as_xlsx, sheets.xlsx_content)], ids=["ods", "xlsx"]
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_part_is_read_or_refused(write, read, data):
    """Whatever becomes of the markup, a file is read or refused, and nothing else is raised."""
    made_file = BytesIO(write(workbook(data.draw(st.integers(0, 7)))))
    file = BytesIO()
    with ZipFile(made_file) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        damaged = data.draw(st.sampled_from(names))
        for name in old.namelist():
            part = old.read(name)
            if name == damaged:
                at = data.draw(st.integers(0, len(part)))
                put = data.draw(st.binary(max_size=4) | st.sampled_from([b"9", b"-", b"<a/>", b'"', b"&lt;", b""]))
                part = part[:at] + put + part[at + data.draw(st.integers(0, 20)) :]
            new.writestr(name, part)
    try:
        assert read(file.getvalue(), PATH).format == "spreadsheet"
    except UnreadableFile as error:
        assert str(error).startswith("tables.ods")
