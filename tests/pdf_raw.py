"""PDFs written object by object, for what no press would print: cyclic, broken, unmapped."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def raw_pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    parts = [b"%PDF-1.7\n", *(b"%d 0 obj\n%b\nendobj\n" % (number, held) for number, held in objects.items())]
    *starts, end = accumulate(map(len, parts))
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in zip(objects, starts, strict=True))
    size = max(objects) + 1
    return b"".join([
        *parts, b"xref\n0 1\n0000000000 65535 f \n", rows,
        b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, end),
    ])  # fmt: skip


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), extra, data)


def painted(
    contents: Sequence[bytes],
    font: bytes = FONT,
    more: Mapping[int, bytes] | None = None,
    held: bytes = b"",
    page_says: bytes = b"",
) -> bytes:
    """A PDF with a page for each content, whose font is /F.

    `more` objects are added or take the place of others (page 10 has its content in 11, page 12 in 13); `held` is more
    of the resources of pages, `page_says` more of what they say.
    """
    pages = range(10, 10 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(contents), kids),
        3: font,
    }
    for page, content in zip(pages, contents, strict=True):
        resources = b"<< /Font << /F 3 0 R >> %b >>" % held
        objects[page] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources %b %b >>" % (
            page + 1,
            resources,
            page_says,
        )
        objects[page + 1] = stream(content)
    return raw_pdf(objects | dict(more or {}))


def text_at(x: float, y: float, shown: bytes, size: float = 10) -> bytes:
    """Operators that show a string at a place."""
    return b"BT /F %g Tf %g %g Td (%b) Tj ET\n" % (size, x, y, shown)
