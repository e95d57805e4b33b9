"""Opening PDFs and painting their pages: what is broken is one line, and what is whole beside it is read."""

import re
from io import BytesIO

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from pypdf import PdfReader, PdfWriter

from corpus import pdf
from corpus.errors import UnreadableFile
from corpus.pdf.reading import MOST_PAGES, pages
from tests.pdf_fake import HERE, KITES, long, press, read
from tests.pdf_raw import painted, raw_pdf, stream, text_at

SENTENCE = b"Kites were mended on the day by many patient hands."


def encrypted(user: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(painted([text_at(60, 700, SENTENCE)]))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned(pages_: str) -> FPDF:
    """A PDF with a page of text for each "t" and one of a picture for each "s"."""
    from PIL import Image

    made = press()
    for n, kind in enumerate(pages_):
        if n:
            made.add_page()
        if kind == "t":
            made.flow(long(KITES, 4))
        else:
            made.image(Image.new("L", (20, 20), 200), x=0, y=0, w=500, h=700)
    return made


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param(b"%PDF-1.7\n", "broken or cut short", id="nothing but its first line"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken or cut short", id="noise"),
        pytest.param(encrypted("secret"), "protected by a password", id="a password"),
        pytest.param(raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 0 /Kids [] >>"}),
                     "no pages", id="no pages"),
        pytest.param(painted([b""]), "holds no text", id="an empty page"),
        pytest.param(bytes(scanned("ss").output()), "scanned", id="all scanned"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_with_the_file_and_what_to_do(raw, what):
    with pytest.raises(UnreadableFile, match=rf"^kites\.pdf: .*{what}.*\. [A-Z][^.]+\.$"):
        pdf.content(raw, HERE)


def test_a_pdf_that_an_empty_password_opens_is_read():
    assert SENTENCE.decode() in pdf.content(encrypted(""), HERE).text


def test_scanned_pages_are_named_and_the_others_read():
    content = read(scanned("tsst"))
    assert content.left_out == ("PDF pages 2 to 3: scanned, no text to read",)
    assert [bool(page.text) for page in content.pages] == [True, False, False, True]


def test_text_that_is_not_painted_over_a_scan_is_read():
    shown = b"BT 3 Tr /F 10 Tf 60 700 Td (%b) Tj ET" % SENTENCE
    assert pdf.content(painted([shown]), HERE).text == SENTENCE.decode()


def test_a_broken_page_is_named_and_the_others_read():
    raw = painted([text_at(60, 700, SENTENCE), b"", text_at(60, 700, b"Bells rang.")], more={13: b"7"})
    content = pdf.content(raw, HERE)
    assert content.text == f"{SENTENCE.decode()}\n\nBells rang."
    assert content.left_out == ("PDF page 2: it is broken",)
    assert [page.number for page in content.pages] == [1, 2, 3]


@pytest.mark.parametrize(
    "kids", [pytest.param(b"[2 0 R]", id="itself"), pytest.param(b"[10 0 R 2 0 R]", id="a page and itself")]
)
def test_pages_that_hold_themselves_end(kids):
    raw = painted([text_at(60, 700, SENTENCE)])
    raw = re.sub(rb"/Kids \[10 0 R\]", b"/Kids " + kids, raw)
    try:
        assert SENTENCE.decode() in pdf.content(raw, HERE).text
    except UnreadableFile as error:
        assert "pages" in str(error)


def test_a_form_that_holds_itself_is_painted_once():
    form = stream(text_at(60, 700, SENTENCE) + b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                  b"/Resources << /Font << /F 3 0 R >> /XObject << /X 5 0 R >> >>")  # fmt: skip
    raw = painted([b"/X Do"], more={5: form}, held=b"/XObject << /X 5 0 R >>")
    assert pdf.content(raw, HERE).text == SENTENCE.decode()


def test_too_many_pages_are_refused():
    made = FPDF()
    for _ in range(MOST_PAGES + 1):
        made.add_page()
    with pytest.raises(UnreadableFile, match=r"2,001 pages, more than 2,000\. Split it"):
        pdf.content(bytes(made.output()), HERE)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        pytest.param(b"BT /F 10 Tf 60 700 Td [(Ki) -20 (tes) -300 (mended)] TJ ET", "Kites mended", id="kerned"),
        pytest.param(b"".join(text_at(60 + x, 700, letter) for x, letter in
                              zip((0, 6.7, 8.9, 11.7, 17.3, 26, 31.5), (b"K", b"i", b"t", b"e", b"s", b"8", b"2"),
                                  strict=True)),
                     "Kites 82", id="letter by letter"),
        pytest.param(b"BT /F 10 Tf 3 Tc 60 700 Td (Kites) Tj ET", "Kites", id="letters spread"),
        pytest.param(text_at(60, 700, b"Kites") + text_at(60.2, 700, b"Kites"), "Kites", id="painted twice"),
        pytest.param(b"/Span << /ActualText (fi) >> BDC BT /F 10 Tf 60 700 Td (x) Tj (y) Tj ET EMC", "fi",
                     id="said to read as"),
        pytest.param(b"/Span << /ActualText <FEFF00BD> >> BDC BT /F 10 Tf 60 700 Td (x) Tj ET EMC", "\u00bd",
                     id="said in UTF-16"),
        pytest.param(b"q 1 0 0 -1 0 842 cm BT /F 10 Tf 1 0 0 -1 60 142 Tm (Kites) Tj ET Q", "Kites",
                     id="turned and back"),
        pytest.param(b"BT /F 1 Tf 10 0 0 10 60 700 Tm (82) Tj 1.5 0 Td (90) Tj ET", "82 90", id="size in the matrix"),
        pytest.param(b"BT /F 10 Tf 12 TL 60 700 Td (Kites) ' (bells) ' ET", "Kites\nbells", id="next lines"),
        pytest.param(b"BT /F 10 Tf 60 700 Td (Kites) Tj (x) 3 Td /Q Tm ET", "Kites", id="operands of another kind"),
    ],
)  # fmt: skip
def test_text_painted_in_pieces_is_whole(shown, text):
    runs = [run for page in pages(painted([shown]), HERE) for run in page.runs]
    lines = sorted({run.y for run in runs}, reverse=True)
    assert "\n".join(" ".join(run.text for run in runs if run.y == y) for y in lines) == text


def test_a_run_says_where_it_stands_and_how_wide_it_is():
    run = pages(painted([text_at(60, 700, b"iiii WWWW", 20)]), HERE)[0].runs[0]
    assert (run.x, run.y, run.size, run.page) == (60, 700, 20, 1)
    assert run.width == pytest.approx(20 * (4 * 0.222 + 0.278 + 4 * 0.944))
    assert run.first_word == pytest.approx(20 * 4 * 0.222)


def test_letters_without_a_meaning_make_a_page_unreadable():
    font = (b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
            b"/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            b"/Supplement 0 >> >>] >>")  # fmt: skip
    with pytest.raises(UnreadableFile, match="no meaning"):
        pdf.content(painted([b"BT /F 10 Tf 60 700 Td <00010002000300040005> Tj ET"], font), HERE)


@pytest.mark.parametrize(
    ("turn", "matrix", "place"),
    [
        pytest.param(0, b"1 0 0 1 60 700", (60, 700, 595), id="upright"),
        pytest.param(90, b"0 1 -1 0 300 60", (60, 295, 842), id="a quarter"),
        pytest.param(180, b"-1 0 0 -1 535 142", (60, 700, 595), id="a half"),
        pytest.param(270, b"0 -1 1 0 295 782", (60, 295, 842), id="three quarters"),
    ],
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn, matrix, place):
    shown = b"BT /F 10 Tf %b Tm (%b) Tj ET" % (matrix, SENTENCE)
    sheet = pages(painted([shown], page_says=b"/Rotate %d" % turn), HERE)[0]
    assert [run.text for run in sheet.runs] == [SENTENCE.decode()]
    assert (sheet.runs[0].x, sheet.runs[0].y, sheet.width) == pytest.approx(place)


@pytest.mark.parametrize("matrix", [b"0 1 -1 0 300 60", b"0 -1 1 0 295 782"], ids=["up", "down"])
def test_a_page_painted_on_its_side_is_turned_upright(matrix):
    upright = text_at(10, 10, b"4")
    sheet = pages(painted([b"BT /F 10 Tf %b Tm (%b) Tj ET %b" % (matrix, SENTENCE, upright)]), HERE)[0]
    assert [run.text for run in sheet.runs] == [SENTENCE.decode()]
    assert (sheet.width, sheet.height) == (842, 595)


def test_a_pdf_with_leave_only_to_print_is_read():
    made = press()
    made.set_encryption(owner_password="owner", permissions=AccessPermission.PRINT_LOW_RES)
    made.flow(long(KITES, 3))
    assert read(made).text == long(KITES, 3)
