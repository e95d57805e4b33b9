"""Made-up PDFs: sheets set by hand with every word where it is wanted, and short ways to read them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from fpdf import FPDF

from corpus import pdf
from corpus.content import Content

HERE = Path("kites.pdf")
WIDTH, HEIGHT = 595.28, 841.89  # points
MARGIN = 60.0
KITES = "Kites flown over the vale were mended by many patient hands before the evening came and went"
BOATS = "boats turned away at dawn carried lanterns and painted bells along the river to the sea"


class Press(FPDF):
    """A press that sets text at a place in points from the upper left corner of a sheet."""

    def __init__(self, head: str = "", foot: Callable[[int], str] | None = None) -> None:
        super().__init__(unit="pt", format="A4")
        self.core_fonts_encoding = "cp1252"
        self.set_auto_page_break(False)
        self.set_font("Helvetica", size=10)
        self.head, self.foot = head, foot

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        if self.head:
            self.text(MARGIN, 30, self.head)
        if self.foot and (said := self.foot(self.page_no())):
            self.text(WIDTH / 2, HEIGHT - 30, said)
        self.set_font("Helvetica", size=10)

    def put(self, x: float, y: float, text: str, size: float = 10, style: str = "") -> None:
        """Set one line of text."""
        self.set_font("Helvetica", style, size)
        self.text(x, y, text)
        self.set_font("Helvetica", size=10)

    def flow(
        self, text: str, x: float = MARGIN, y: float = 100, width: float = WIDTH - 2 * MARGIN, size: float = 10,
        leading: float = 13, style: str = "", align: str = "L",
    ) -> float:  # fmt: skip
        """Set a paragraph broken into lines; the height where the next one begins."""
        self.set_font("Helvetica", style, size)
        self.set_xy(x, y)
        self.c_margin = 0
        self.multi_cell(width, leading, text, align=align, new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", size=10)
        return float(self.get_y())


def press(head: str = "", foot: Callable[[int], str] | None = None) -> Press:
    """A press with its first sheet in it."""
    made = Press(head, foot)
    made.add_page()
    return made


def read(made: FPDF) -> Content:
    """The content of what was printed."""
    return pdf.content(bytes(made.output()), HERE)


def lines(content: Content) -> list[str]:
    """The lines of a content's text that hold something."""
    return [line for line in content.text.split("\n") if line]


def long(words: str, times: int) -> str:
    """Running text, sentences that are all told apart by a number in words."""
    numbers: Sequence[str] = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return " ".join(f"{numbers[n % 10]} {words}." for n in range(times))
