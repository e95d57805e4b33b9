"""Footnotes and endnotes: their marks as they come in the text, and their words, which stand in parts of their own."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.word.parts import value

KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Notes:
    """The notes of a document, numbered as its text refers to them.

    A mark is "[footnote 3]"; where a document has both kinds, that of an endnote is "[note 3]".
    """

    def __init__(self, footnotes: Element, endnotes: Element) -> None:
        """The notes of a document's two parts for them."""
        self._words = {"footnote": _by_id(footnotes), "endnote": _by_id(endnotes)}
        self._seen: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}  # ids to numbers

    def mark(self, reference: Element) -> str:
        """The mark of a reference to a note, numbered as its kind comes in the text; "" where there is no such note."""
        kind, identifier = KINDS[reference.tag], value(reference, "id")
        if identifier not in self._words[kind]:
            return ""
        number = self._seen[kind].setdefault(identifier, len(self._seen[kind]) + 1)
        return self._mark(kind, number)

    def each(self) -> Iterator[tuple[str, Element]]:
        """The notes that the text refers to, each with its mark, footnotes first."""
        for kind, seen in self._seen.items():
            for identifier, number in list(seen.items()):
                yield self._mark(kind, number), self._words[kind][identifier]

    def _mark(self, kind: str, number: int) -> str:
        is_second = kind == "endnote" and self._words["footnote"]
        return f"[{'note' if is_second else 'footnote'} {number}]"


def _by_id(part: Element) -> dict[str, Element]:
    """The notes of a part, without the lines that set notes apart."""
    notes = (one for one in part if one.tag in ("footnote", "endnote") and value(one, "type") in ("", "normal"))
    return {value(one, "id"): one for one in notes}
