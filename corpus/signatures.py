"""What a file is, by the bytes it opens with: a PDF, a zip, text, or something that is refused with what to do."""

import re
from pathlib import Path
from typing import Literal

from corpus.errors import UnreadableFile

OPENING = 4096  # bytes that tell what a file is
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PDF = re.compile(rb"\A%PDF-|\A.{0,1024}?^%PDF-\d\.\d\s*[\r\n]+(?:%[^\r\n]*[\r\n]+)?\s*\d+ \d+ obj\b", re.S | re.M)
SAVE = "Save it as {} and give that."
PICTURE = ("a picture", "Give the publication it was taken from; words in a picture cannot be read.")
ARCHIVE = ("a packed file of another kind than .zip", "Unpack it and give the publication in it.")
PROGRAM = ("a program", "Give the publication itself.")
SOUND = ("sound or video", "Give the publication as text.")
DATABASE = ("a database", SAVE.format("a spreadsheet (.ods, .xlsx or .csv)"))
OLD_OFFICE = (
    "a file of an old office program, or one locked with a password",
    "Save it without a password as .docx, .xlsx or .ods and give that.",
)
REFUSED: tuple[tuple[bytes, tuple[str, str]], ...] = (  # what a file opens with; what it is; what to do
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (rb"\{\\rtf", ("a rich text file (RTF)", SAVE.format(".docx"))),
    (
        rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?MIME-Version:",
        ("an e-mail, or a page saved as one", "Save the page as HTML, or give what is attached."),
    ),
    (rb"%!PS|\xc5\xd0\xd3\xc6", ("a PostScript file", SAVE.format("PDF"))),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|\0\0\x01\0|BM.{4}\0\0\0\0", PICTURE),
    (rb"\0\0..ftyp(?:heic|heix|mif1|avif)", PICTURE),
    (
        rb"\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd|.{257}ustar(?:\0|  \0)",
        ARCHIVE,
    ),
    (rb"MZ.{0,4096}?PE\0\0|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\0asm", PROGRAM),
    (rb"SQLite format 3\0|PAR1.{0,4096}?\0|.{4}Standard (?:Jet|ACE) DB\0", DATABASE),
    (rb"ID3[\x02-\x04]|OggS\0|RIFF....(?:WAVE|AVI )|\0\0..ftyp|\x1a\x45\xdf\xa3", SOUND),
)
KNOWN = tuple((re.compile(pattern, re.S), told) for pattern, told in REFUSED)

Kind = Literal["PDF", "zip", "text"]


def kind(opening: bytes, path: Path) -> Kind:
    """What a file is by its first bytes: text where it is nothing else. Raises UnreadableFile where it is refused."""
    if opening.startswith(ZIP):
        return "zip"
    if PDF.match(opening):
        return "PDF"
    for pattern, (what, remedy) in KNOWN:
        if pattern.match(opening):
            raise UnreadableFile(path, f"this is {what}", remedy)
    return "text"
