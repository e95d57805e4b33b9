"""The parts of a Word document: XML in a zip, found by the relations that the document gives them.

Names of elements and attributes stand without their namespaces, of which Word has two sets.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

from corpus import markup, zipped
from corpus.errors import UnreadableFile

MAIN = "word/document.xml"
LARGEST = 80_000_000  # bytes of a part: its tree takes ten times that
UNREAD = frozenset(  # what shows nothing
    ("del", "moveFrom", "sectPr", "sdtPr", "tcPr", "trPr", "tblPr", "tblGrid", "pPr", "rPr", "delText", "instrText")
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document, and the tree of its text."""

    held: zipped.Members
    main: str
    document: Element

    @classmethod
    def of(cls, raw: bytes, path: Path) -> "Parts":
        """The parts of a file. Raises UnreadableFile where it is damaged or not safe to read."""
        held = zipped.members(raw, path)
        main = next(_targets(held, "", "officeDocument"), MAIN)
        return cls(held, main, _tree(held, main))

    def tree(self, kind: str) -> Element:
        """The part of a kind ("styles", "footnotes"), an empty element where there is none."""
        name = next(_targets(self.held, self.main, kind), "")
        return _tree(self.held, name) if name in self.held else Element(kind)

    def title(self) -> str:
        """The title among the document's properties, "" where it has none."""
        name = next(_targets(self.held, "", "core-properties"), "")
        found = _tree(self.held, name).iter() if name in self.held else ()
        return next((" ".join((one.text or "").split()) for one in found if one.tag == "title"), "")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute, "" where it is not set."""
    return element.get(name, "") if element is not None else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The element that is reached by these names, one in another, None where it is not there."""
    for name in names:
        element = next((one for one in element if one.tag == name), None) if element is not None else None
    return element


def chosen(element: Element) -> Element:
    """What is shown of content that is given again for older programs: the first, and the last where there is none."""
    first = child(element, "Choice")
    last = child(element, "Fallback") if first is None else first
    return Element("none") if last is None else last


def paragraphs(parent: Element) -> Iterator[Element]:
    """The paragraphs in an element, also those of tables in it, but not those of boxes that stand in a paragraph."""
    for element in parent:
        if element.tag == "p":
            yield element
        elif element.tag == "AlternateContent":
            yield from paragraphs(chosen(element))
        elif element.tag not in UNREAD:
            yield from paragraphs(element)


def is_on(element: Element | None) -> bool:
    """Whether a property that is on where it only stands there is on."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


def _tree(held: zipped.Members, name: str) -> Element:
    """The tree of a part. Raises UnreadableFile where it is damaged, too large or not safe to read."""
    where, raw = zipped.inside(held.path, name), held.read(name)
    if len(raw) > LARGEST:
        raise UnreadableFile(where, f"{len(raw) / 1e6:.0f} MB is too large for a document", "Split it.")
    growing = _Growing()
    markup.parse(raw, growing, where)
    return growing.builder.close()


class _Growing:
    """A tree that grows as its elements are read."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.builder.start(name, dict(attributes))

    def end(self, name: str) -> None:
        self.builder.end(name)

    def text(self, text: str) -> None:
        self.builder.data(text)


def _targets(held: zipped.Members, of: str, kind: str) -> Iterator[str]:
    """The names of the parts that a part ("" for the file itself) relates to as being of a kind."""
    folder, name = posixpath.split(of)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    for relation in _tree(held, relations) if relations in held else ():
        if value(relation, "Type").endswith(f"/{kind}") and value(relation, "TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, value(relation, "Target"))).lstrip("/")
