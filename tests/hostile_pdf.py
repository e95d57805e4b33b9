"""Hostile PDFs, made in code and small on disk."""

import zlib
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

MEGABYTE = 1_000_000
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F 12 Tf 72 700 Td (Kites were flown by 1,204 people in 2031.) Tj ET"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def pdf(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of objects 1, 2, ..., the first its catalogue, with the table that says where each stands."""
    out, places = BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, trailer, table))
    return out.getvalue()


def page(contents: bytes = stream(WORDS), more: Iterable[bytes] = (), font: bytes = FONT, form: bytes = PAGE) -> bytes:
    """A PDF of one page."""
    return pdf([CATALOGUE, ONE_PAGE, form, font, contents, *more])


def _zeros(size: int, times: int = 1) -> bytes:
    """So many zeros, deflated once or several times over."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE)) + packer.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


def _drawn(resources: bytes, contents: bytes, *more: bytes) -> bytes:
    form = PAGE.replace(b"/Contents", b"/X 0 /Contents").replace(b">> >> /X 0", b">> %s >>" % resources)
    return page(stream(contents), more, form=form)


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    form = PAGE.replace(b"/F 4 0 R", b"/F 3 0 R").replace(b"/Contents 5 0 R", b"/Contents 4 0 R")
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([CATALOGUE, pages, FONT, stream(WORDS), *([form] * count)])


def _mapped(cmap: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return page(more=[stream(cmap)], font=font)


def _xref_loop() -> bytes:
    whole = page()
    at = whole.rindex(b"startxref") + 10
    table = whole[at:].split(b"\n")[0]
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + table)


def _encrypted(user: str, owner: str = "owner") -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_encryption(owner_password=owner, user_password=user)
    made.add_page()
    made.set_font("Helvetica")
    made.cell(text="Kites were flown by 1,204 people in 2031.")
    return bytes(made.output())


PDFS: Mapping[str, Callable[[], bytes]] = {
    "encrypted": lambda: _encrypted("secret"),
    "encrypted-without-a-password": lambda: _encrypted(""),
    **{
        f"cut-at-{share}-percent": lambda share=share: page()[: len(page()) * share // 100]
        for share in range(5, 100, 10)
    },
    "pages-in-a-circle": lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "pages-in-two-circles": lambda: pdf(
        [
            CATALOGUE,
            b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 9 >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>",
        ]
    ),
    "outlines-in-a-circle": lambda: pdf(
        [
            CATALOGUE.replace(b" >>", b" /Outlines 6 0 R >>"),
            ONE_PAGE,
            PAGE,
            FONT,
            stream(WORDS),
            b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
            b"<< /Title (Kites) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Last 7 0 R >>",
        ]
    ),
    "a-form-within-itself": lambda: _drawn(
        b"/XObject << /X 6 0 R >>",
        b"/X Do",
        stream(
            b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
        ),
    ),
    "forms-that-double": lambda: _drawn(
        b"/XObject << /X 6 0 R >>",
        b"/X Do",
        *(
            stream(
                b"/X Do /X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % number,
            )
            for number in range(7, 47)
        ),
        stream(WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
    ),
    "ten-thousand-pages": lambda: _many_pages(10_000),
    "page-of-zeros": lambda: page(stream(_zeros(200 * MEGABYTE), b"/Filter /FlateDecode")),
    "page-of-packed-zeros": lambda: page(
        stream(_zeros(1000 * MEGABYTE, 3), b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")
    ),
    "many-pages-of-zeros": lambda: pdf(
        [
            CATALOGUE,
            b"<< /Type /Pages /Kids [%s] /Count 50 >>" % b" ".join([b"3 0 R"] * 50),
            PAGE,
            FONT,
            stream(_zeros(70 * MEGABYTE), b"/Filter /FlateDecode"),
        ]
    ),
    "run-length-bomb": lambda: page(stream((b"\x81 " * 400_000) + b"\x80", b"/Filter /RunLengthDecode")),
    "million-kids": lambda: pdf(
        [CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % (b"3 0 R " * 300_000), PAGE]
    ),
    "xref-in-a-circle": _xref_loop,
    "xref-of-a-billion": lambda: page().replace(b"xref\n0 6", b"xref\n0 999999999"),
    "deep-arrays": lambda: page(stream(b"[" * 100_000 + b"]" * 100_000)),
    "deep-dictionaries": lambda: pdf([b"<< /A " * 50_000 + b">>" * 50_000, ONE_PAGE]),
    "deep-catalogue": lambda: pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Z %s%s >>" % (b"[" * 20_000, b"]" * 20_000),
            ONE_PAGE,
            PAGE,
            FONT,
            stream(WORDS),
        ]
    ),
    "giant-numbers": lambda: page(stream(b"BT /F %s Tf %s 700 Td (Kites.) Tj ET" % (b"9" * 5_000, b"9" * 400))),
    "giant-length": lambda: page().replace(b"/Length %d" % len(WORDS), b"/Length 99999999999"),
    "negative-length": lambda: page().replace(b"/Length %d" % len(WORDS), b"/Length -5"),
    "giant-size": lambda: page().replace(b"/Size 6", b"/Size 2147483647"),
    "giant-generation": lambda: page().replace(b"/Root 1 0 R", b"/Root 1 99999999999 R"),
    "giant-page": lambda: page(form=PAGE.replace(b"595 842", b"99999999999999999999 -1")),
    "matrices-beyond-numbers": lambda: page(stream(b"1e308 0 0 1e308 0 0 cm " * 50 + WORDS)),
    "no-font": lambda: page(font=b"null"),
    "font-that-is-a-number": lambda: page(font=b"42"),
    "font-of-itself": lambda: page(font=b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [4 0 R] >>"),
    "widths-of-a-billion": lambda: page(
        font=b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts ["
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500] >>] >>"
    ),
    "unicode-that-is-none": lambda: _mapped(b"beginbfchar <ZZ> <D800> <41> <DFFFD800> endbfchar"),
    "unicode-range-of-billions": lambda: _mapped(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"),
    "unicode-of-noise": lambda: _mapped(bytes(range(256)) * 200),
    "many-pieces": lambda: page(stream(b"BT /F 1 Tf " + b"1 0 Td (a) Tj " * 150_000 + b"ET")),
    "many-strings-in-one": lambda: page(stream(b"BT /F 1 Tf 10 700 Td [" + b"(a) -500 " * 150_000 + b"] TJ ET")),
    "many-saved-states": lambda: page(stream(b"q " * 300_000 + WORDS)),
    "no-objects": lambda: b"%PDF-1.7\n%%EOF",
    "only-a-name": lambda: b"%PDF-",
    "program": lambda: page().replace(
        CATALOGUE, b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>"
    ),
}
