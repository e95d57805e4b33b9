"""Footnotes and endnotes: their marks as they come in the text, and their words, which stand in parts of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.word.parts import value

KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Notes:
    """The notes of a document; `seen` are those that its text refers to, in order, by kind and id.

    A mark is "[footnote 3]"; where a document has both kinds, that of an endnote is "[note 3]".
    """

    footnotes: Element
    endnotes: Element
    seen: list[tuple[str, str]] = field(default_factory=list)

    def mark(self, reference: Element) -> str:
        """The mark of a reference to a note, numbered as its kind comes in the text; "" where there is no such note."""
        key = (KINDS[reference.tag], value(reference, "id"))
        if self._words(key) is None:
            return ""
        if key not in self.seen:
            self.seen.append(key)
        return self._mark(key)

    def each(self) -> Iterator[tuple[str, Element]]:
        """The notes that the text refers to, each with its mark, footnotes first."""
        for key in sorted(self.seen, key=lambda key: key[0] == "endnote"):
            if (words := self._words(key)) is not None:
                yield self._mark(key), words

    def _mark(self, key: tuple[str, str]) -> str:
        kind, _ = key
        same = [each for each in self.seen if each[0] == kind]
        is_second = kind == "endnote" and any(_is_note(one) for one in self.footnotes)
        return f"[{'note' if is_second else 'footnote'} {same.index(key) + 1}]"

    def _words(self, key: tuple[str, str]) -> Element | None:
        kind, identifier = key
        held = self.footnotes if kind == "footnote" else self.endnotes
        return next((one for one in held if _is_note(one) and value(one, "id") == identifier), None)


def _is_note(element: Element) -> bool:
    """Whether an element is a note and not the line that sets notes apart."""
    return element.tag in ("footnote", "endnote") and value(element, "type") in ("", "normal")
