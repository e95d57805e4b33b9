"""The words of a paragraph as they are shown: insertions and results of fields, no deletions, no hidden text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.cleaning import NOTHING, SPACES, SUPERSCRIPTS
from corpus.word.notes import KINDS, Notes
from corpus.word.parts import UNREAD, child, chosen, is_on, value
from corpus.word.styles import Styles

SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
NO_WORDS = UNREAD | {"rt"}
DRAWN = frozenset(("drawing", "pict", "object"))
FORMULAS = frozenset(("oMath", "oMathPara"))
LOST = "\ufffd"  # what a reader sees and this does not know: its paragraph is not quoted
SYMBOLS = {"F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F0B4": "×", "F0B8": "÷", "F0B0": "°", "F02D": "−", "F0B7": "•"}
NUMBERS = re.compile(r"\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*")
MEASURED = re.compile(r"\b[kcm]?m\s*$")  # m², km³


@dataclass(slots=True)
class Words:
    """What reading the text goes by: styles, notes, the fields that are open; and the boxes and formulas it met."""

    styles: Styles
    notes: Notes
    fields: list[bool] = field(default_factory=list)  # of each open field, whether its instruction is being read
    boxes: list[Element] = field(default_factory=list)
    formulas: int = 0

    def lines(self, paragraph: Element, in_cell: bool = False) -> list[str]:
        """The lines of a paragraph, white space folded."""
        text = ""
        for piece, raised in self._pieces(paragraph):
            text += self._raised(piece, text, in_cell) if raised and NUMBERS.fullmatch(piece) else piece
        text = NOTHING.sub("", SPACES.sub(" ", text))
        return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]

    def _raised(self, piece: str, before: str, in_cell: bool) -> str:
        """A raised number: in a table the mark of a note, in the text raised digits; after a unit a power."""
        if in_cell and not MEASURED.search(before):
            return "".join(f"[footnote {number}]" for number in re.findall(r"\d+", piece))
        return piece.strip().translate(SUPERSCRIPTS)

    def _pieces(self, parent: Element) -> Iterator[tuple[str, bool]]:
        """The pieces of text in an element, and whether each is raised."""
        for element in parent:
            name = element.tag
            if name == "r":
                yield from self._run(element)
            elif name == "AlternateContent":
                yield from self._pieces(chosen(element))
            elif name in FORMULAS:
                self.formulas += 1
                yield LOST, False
            elif name not in NO_WORDS:
                yield from self._pieces(element)

    def _run(self, run: Element) -> Iterator[tuple[str, bool]]:
        own = child(run, "rPr")
        hidden, raised = self._is_hidden(own), value(child(own, "vertAlign")) == "superscript"
        for element in run:
            text = self._sign(element)
            if text and not hidden and not any(self.fields):
                yield text, raised and element.tag == "t"

    def _sign(self, element: Element) -> str:
        """What an element of a run shows."""
        name = element.tag
        if name == "t":
            return element.text or ""
        if name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name in KINDS:
            return self.notes.mark(element)
        elif name == "br":
            return " " if value(element, "type") in ("page", "column") else "\n"
        elif name == "sym":
            return SYMBOLS.get(value(element, "char").upper(), LOST) if value(element, "font") == "Symbol" else ""
        elif name in DRAWN or name == "AlternateContent":
            self._draw(element)
        return SIGNS.get(name, "")

    def _field(self, sign: str) -> None:
        """A sign of a field: its instruction opens, its result opens, it ends."""
        if sign == "begin":
            self.fields.append(True)
        elif sign == "separate" and self.fields:
            self.fields[-1] = False
        elif sign == "end" and self.fields:
            self.fields.pop()

    def _draw(self, element: Element) -> None:
        """Take the text boxes of a drawing, each once: what stands for it in older programs says it again."""
        if element.tag == "txbxContent":
            self.boxes.append(element)
        elif element.tag == "AlternateContent":
            self._draw(chosen(element))
        else:
            for one in element:
                self._draw(one)

    def _is_hidden(self, own: Element | None) -> bool:
        if (vanish := child(own, "vanish")) is not None:
            return is_on(vanish)
        return any(style.hidden for style in self.styles.chain(value(child(own, "rStyle"))))
