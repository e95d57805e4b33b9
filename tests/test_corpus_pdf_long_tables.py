"""Tables that go on over pages, their heads set anew on each: every made-up row is read, between header and footer."""

from random import Random

import pytest
from fpdf import FPDF

from corpus import tables
from corpus.pdf.furniture import ENTRY
from tests.pdf_fake import read

PLACES = ("Northern vale", "Southern vale", "Eastern hill", "Western hill", "Harbour", "Upper wood", "Lower wood")
SYMBOLS = ("..", "..", "-", "[c]")
HEAD = ("Vale", "2030-31", "2031-32", "2032-33")


class Bulletin(FPDF):
    """Sheets with a line above and a number below the text."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, "Kites and lanterns in the vales", new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, str(self.page_no()), align="C")


def printed(rows: list[tuple[str, ...]], padding: float, size: int) -> FPDF:
    made = Bulletin()
    made.add_page()
    made.set_font("Helvetica", size=size)
    made.multi_cell(0, None, "Kites were mended in every vale, as the table tells.", new_x="LMARGIN", new_y="NEXT")
    made.ln(6)
    with made.table(padding=padding, text_align=("LEFT", *["RIGHT"] * 3), line_height=0.5 * size) as table:
        for row in (HEAD, *rows):
            table.row(row)
    made.ln(4)
    made.multi_cell(0, None, "No kites were mended at night, whoever asked.", new_x="LMARGIN", new_y="NEXT")
    return made


@pytest.mark.parametrize("padding", [0, 0.5, 1, 2])
@pytest.mark.parametrize("size", [8, 10, 11])
def test_every_row_is_read_once_and_nothing_else(padding, size):
    random = Random(f"{padding} {size}")
    rows = [
        (f"{random.choice(PLACES)} {n}", *(random.choice((f"{random.randint(0, 9999):,}", *SYMBOLS)) for _ in HEAD[1:]))
        for n in range(90)
    ]
    (found,) = tables.find("kites", read(printed(rows, padding, size)).text, rebuilt=True).tables
    assert found.headers == HEAD
    assert list(found.rows) == rows


@pytest.mark.parametrize(
    ("line", "is_entry"),
    [
        ("Lanterns lit ........ 4", True),
        ("Bells rung . . . . . . xii", True),
        ("Boats …… 4", True),
        ("Harbour .. .. ..", False),  # symbols for figures that are not available
        ("Harbour .. .. 12", False),
        ("Lanterns .... lit", False),
        ("and so on… and on… 4", False),
    ],
)
def test_dots_lead_to_a_page_where_they_are_set_in_a_row(line, is_entry):
    assert bool(ENTRY.search(line)) is is_entry
