"""Following the painting of a page: the operators of its content, as far as they place text."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from corpus.pdf.fonts import UNMAPPED, Font, font
from corpus.pdf.matrices import UPRIGHT, Matrix, matrix, number, times
from corpus.pdf.pen import Pen

LEANING = 0.05  # sine of the angle at which text no longer stands upright
DEEPEST = 12  # forms within forms
MOST_FORMS = 2_000  # painted on one page
MOST_SAVED = 256  # states put by at once
ENCODINGS = {b"\xfe\xff": "utf-16", b"\xff\xfe": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state as far as it bears on text; `place` is the current transformation."""

    place: Matrix = UPRIGHT
    font: Font | None = None
    size: float = 0.0
    letter: float = 0.0  # added after each glyph
    word: float = 0.0  # added after each space
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Painting:
    """One page being painted. `fonts` holds those of the whole file, by the number of their object."""

    pen: Pen
    fonts: dict[Any, Font | None]
    width: float
    height: float
    state: State = State()
    saved: list[State] = field(default_factory=list)
    line: Matrix = UPRIGHT  # where the line of text began
    text: Matrix = UPRIGHT  # where the next glyph goes
    forms: int = 0
    turned: int = 0
    unmapped: int = 0
    pictured: bool = False
    instead: list[str | None] = field(default_factory=list)  # what marked content says it reads as

    def paint(self, stream: Any, pdf: Any, resources: Any, inside: frozenset[int] = frozenset()) -> None:
        """Paint a content stream; forms that hold themselves are painted once."""
        resources = _dictionary(resources)
        fonts = _dictionary(resources.get("/Font"))
        for operands, operator in ContentStream(stream, pdf, "bytes").operations:
            if operator in OPERATORS:
                try:
                    OPERATORS[operator](self, operands)
                except (TypeError, ValueError, IndexError, OverflowError):
                    continue  # operands that the operator does not take: a viewer passes over it too
            elif operator == b"Tf" and operands:
                self._choose(fonts, operands)
            elif operator == b"Do" and operands:
                self._form(resources, operands[0], pdf, inside)
            elif operator == b"INLINE IMAGE":
                self.pictured = True
        self.pen.lift()

    def _choose(self, fonts: Mapping[Any, Any], operands: list[Any]) -> None:
        resource = fonts.get(operands[0])
        held = fonts.raw_get(operands[0]) if isinstance(fonts, DictionaryObject) and resource is not None else None
        key = getattr(held, "idnum", None) or id(resource)
        if key not in self.fonts:
            try:
                self.fonts[key] = font(resource.get_object()) if resource is not None else None
            except Exception:  # a broken font may raise anything; its text is unmapped
                self.fonts[key] = None
        size = number(operands[1]) if len(operands) > 1 else self.state.size
        self.state = replace(self.state, font=self.fonts[key], size=size)

    def _form(self, resources: Mapping[Any, Any], name: Any, pdf: Any, inside: frozenset[int]) -> None:
        held = _dictionary(resources.get("/XObject")).get(name)
        form = held.get_object() if held is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self.pictured = True
            return
        if form.get("/Subtype") != "/Form" or id(form) in inside or len(inside) >= DEEPEST:
            return
        self.forms += 1
        if self.forms > MOST_FORMS:
            return
        kept, saved = self.state, self.saved
        self.saved = []
        if (placed := form.get("/Matrix")) is not None:
            self.transform(matrix(placed.get_object()))
        own = form.get("/Resources")
        self.paint(form, pdf, own if own is not None else resources, inside | {id(form)})
        self.state, self.saved = kept, saved

    def show(self, codes: Any) -> None:
        """Show a string."""
        state = self.state
        codes = codes.encode("latin-1", "replace") if isinstance(codes, str) else bytes(codes)
        if state.font is None:
            self.unmapped += len(codes)
            return
        a, b, c, d, e, f = times(self.text, state.place)
        across, size = math.hypot(a, b), abs(state.size) * math.hypot(c, d)
        leans = abs(b) > LEANING * across or a < 0
        unit, after = state.size * state.stretch, state.letter * state.stretch
        e, f = e + state.rise * c, f + state.rise * d
        shown = bool(across and size) and not leans and 0 <= f <= self.height
        at = 0.0  # along the line, in units of the text's own space
        word, start, end = "", 0.0, 0.0
        for text, width in self._reads(state.font.glyphs(codes)):
            wide = width * unit
            if text.isspace():
                if shown:
                    self._put(word, e + start * a, e + end * a, f, size)
                    self.pen.space = True
                word = ""
                at += state.word * state.stretch if text == " " else 0.0
            else:
                start = start if word else at
                word += text
                end = at + wide
                self.unmapped += UNMAPPED in text
                self.turned += len(text) if leans else 0
            at += wide + after
        if shown:
            self._put(word, e + start * a, e + end * a, f, size)
        self.text = times((1.0, 0.0, 0.0, 1.0, at, 0.0), self.text)

    def _put(self, word: str, left: float, right: float, y: float, size: float) -> None:
        font = self.state.font
        if word and font is not None and -size <= left <= self.width:
            self.pen.paint(word, left, right, y, size, font.bold, font.space)

    def _reads(self, glyphs: list[tuple[str, float]]) -> list[tuple[str, float]]:
        """The glyphs as the marked content around them says that they read: all of it at the first of them."""
        said = next((words for words in self.instead if words is not None), None)
        if said is None or not glyphs:
            return glyphs
        self.instead = ["" if words is not None else None for words in self.instead]
        return [(said, glyphs[0][1]), *(("", width) for _, width in glyphs[1:])]

    def show_all(self, items: Any) -> None:
        """Show strings with the steps between them."""
        for item in items if isinstance(items, ArrayObject) else ():
            if isinstance(item, bytes | str):
                self.show(item)
            else:
                step = -number(item) / 1000 * self.state.size * self.state.stretch
                self.text = times((1.0, 0.0, 0.0, 1.0, step, 0.0), self.text)

    def move(self, x: float, y: float, **changes: float) -> None:
        """Go to a new line, from the start of this one."""
        if changes:
            self.change(**changes)
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def show_next(self, codes: Any = b"", **changes: float) -> None:
        """Go to the next line and show a string there."""
        self.move(0.0, -self.state.leading, **changes)
        self.show(codes)

    def begin(self) -> None:
        """Begin a text."""
        self.line = self.text = UPRIGHT

    def set_matrix(self, place: Matrix) -> None:
        """Put the line and the text in a place."""
        self.line = self.text = place

    def change(self, **changes: float) -> None:
        """Change the state."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def transform(self, by: Matrix) -> None:
        """Change the space that is painted in."""
        self.state = replace(self.state, place=times(by, self.state.place))

    def save(self) -> None:
        """Put the state by."""
        if len(self.saved) < MOST_SAVED:
            self.saved.append(self.state)

    def restore(self) -> None:
        """Take the state put by last."""
        if self.saved:
            self.state = self.saved.pop()

    def mark(self, operands: list[Any]) -> None:
        """Begin marked content, which may say what it reads as."""
        said = _dictionary(operands[1] if len(operands) > 1 else None).get("/ActualText")
        self.instead.append(_words(said) if said is not None else None)

    def end_mark(self) -> None:
        """End marked content."""
        if self.instead:
            self.instead.pop()


OPERATORS: dict[bytes, Callable[[Painting, list[Any]], None]] = {
    b"BT": lambda painting, given: painting.begin(),
    b"Tj": lambda painting, given: painting.show(given[0]),
    b"TJ": lambda painting, given: painting.show_all(given[0]),
    b"Td": lambda painting, given: painting.move(number(given[0]), number(given[1])),
    b"TD": lambda painting, given: painting.move(number(given[0]), number(given[1]), leading=-number(given[1])),
    b"Tm": lambda painting, given: painting.set_matrix(matrix(given)),
    b"T*": lambda painting, given: painting.show_next(),
    b"'": lambda painting, given: painting.show_next(given[0]),
    b'"': lambda painting, given: painting.show_next(given[2], word=number(given[0]), letter=number(given[1])),
    b"Tc": lambda painting, given: painting.change(letter=number(given[0])),
    b"Tw": lambda painting, given: painting.change(word=number(given[0])),
    b"Tz": lambda painting, given: painting.change(stretch=number(given[0]) / 100),
    b"TL": lambda painting, given: painting.change(leading=number(given[0])),
    b"Ts": lambda painting, given: painting.change(rise=number(given[0])),
    b"cm": lambda painting, given: painting.transform(matrix(given)),
    b"q": lambda painting, given: painting.save(),
    b"Q": lambda painting, given: painting.restore(),
    b"BDC": lambda painting, given: painting.mark(given),
    b"BMC": lambda painting, given: painting.mark([]),
    b"EMC": lambda painting, given: painting.end_mark(),
}


def _words(said: Any) -> str:
    """What marked content reads as, in whichever encoding its first bytes tell."""
    value = said.get_object()
    if isinstance(value, bytes):
        encoding = next((name for start, name in ENCODINGS.items() if value.startswith(start)), "latin-1")
        return value.decode(encoding, "ignore")
    return str(value)


def _dictionary(value: Any) -> Mapping[Any, Any]:
    """A value as the dictionary that it names, empty where it is none."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return found if isinstance(found, DictionaryObject) else {}
