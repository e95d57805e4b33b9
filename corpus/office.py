"""What a zip of an office program holds, told by the parts that such a file must have."""

from collections.abc import Sequence
from typing import Literal

from corpus.errors import UnreadableFile
from corpus.zipped import Members

Kind = Literal["docx", "xlsx", "ods"]
MIMETYPE = "mimetype"
LONGEST_TYPE = 200  # bytes
TYPES: dict[str, tuple[Kind | None, str, str]] = {  # how its type opens; what is wrong with it, and what to do
    "application/vnd.oasis.opendocument.spreadsheet": ("ods", "", ""),
    "application/vnd.oasis.opendocument.text": (None, "an OpenDocument text", "Save it as .docx and give that."),
    "application/vnd.oasis.opendocument": (None, "an OpenDocument drawing or presentation", "Save it as PDF."),
    "application/epub": (None, "an electronic book", "Give the publication as PDF or as a web page."),
}
PARTS: dict[str, tuple[Kind | None, str, str]] = {  # a part that it holds
    "xl/workbook.bin": (None, "a binary Excel workbook", "Save it as .xlsx and give that."),
    "xl/": ("xlsx", "", ""),
    "word/": ("docx", "", ""),
    "ppt/": (None, "a presentation", "Save it as PDF and give that."),
    "visio/": (None, "a drawing", "Save it as PDF and give that."),
    "Index/Document.iwa": (None, "a file of Pages, Numbers or Keynote", "Save it as .docx, .xlsx or PDF."),
}


def kind(held: Members) -> Kind | None:
    """What office program a zip is a file of; None: it is a zipped folder.

    Raises UnreadableFile where it is a file of such a program that is not read here, or locked with a password.
    """
    told = _told(held)
    if told is None:
        return None
    name, what, remedy = told
    if name is None:
        raise UnreadableFile(held.path, f"this is {what}", remedy)
    return name


def _told(held: Members) -> tuple[Kind | None, str, str] | None:
    if MIMETYPE in held.names[:1] or (MIMETYPE in held and "META-INF/manifest.xml" in held):
        said = held.read(MIMETYPE)[:LONGEST_TYPE].decode("ascii", "replace").strip()
        return next((told for opening, told in TYPES.items() if said.startswith(opening)), None)
    if "content.xml" in held and "META-INF/manifest.xml" in held:
        return TYPES["application/vnd.oasis.opendocument.spreadsheet"]
    packed = "[Content_Types].xml" in held or "Index/Document.iwa" in held
    return next((told for part, told in PARTS.items() if packed and _holds(held.names, part)), None)


def _holds(names: Sequence[str], part: str) -> bool:
    """Whether a part, or for one that ends in "/" anything in it, is among the names."""
    return any(name.startswith(part) if part.endswith("/") else name == part for name in names)
