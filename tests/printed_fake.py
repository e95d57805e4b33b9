"""Made-up tables printed by fpdf2: every name and number in them is invented."""

from dataclasses import dataclass, field
from random import Random

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, VAlign
from fpdf.fonts import FontFace

Row = tuple[str, ...]
TALL = (210, 1600)  # millimetres: a sheet on which a long table is on one page
WORDS = (
    "kites", "mended", "lanterns", "lit", "before", "dusk", "boats", "turned", "away", "bells", "rung", "twice",
    "paths", "swept", "by", "volunteers", "at", "the", "harbour", "within", "fifteen", "days", "of", "landing",
    "for", "supervised", "cases", "in", "every", "vale", "after", "release", "Northern", "Upper", "Lower",
)  # fmt: skip
HEADINGS = (
    "Performance (%)", "Target (%)", "Percentage point change from previous year", "Kites", "Lanterns lit in the vale",
    "2031", "2032", "2030-31", "Apr 2031 to Mar 2032", "Number of boats", "Rate", "Change on year", "Bells",
)  # fmt: skip
SYMBOLS = ("[x]", "[z]", "-", "0")
BORDERS = (
    TableBordersLayout.ALL, TableBordersLayout.NONE, TableBordersLayout.HORIZONTAL_LINES, TableBordersLayout.MINIMAL,
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A table and how it is to be printed; `spans` is a first row of headings, each with its number of columns."""

    headings: Row
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    aligned: tuple[str, ...]
    spans: tuple[tuple[str, int], ...] = ()
    style: dict = field(default_factory=dict)
    size: int = 10
    above: str = ""
    below: str = ""

    @property
    def named(self) -> Row:
        """The heading of each column, those that span it first."""
        over = [text for text, count in self.spans for _ in range(count)] or [""] * len(self.headings)
        return tuple(" ".join(filter(None, dict.fromkeys(both))) for both in zip(over, self.headings, strict=True))


def printed(made: Made) -> bytes:
    """A page that holds the table, with text above and below it where it has any."""
    pdf = FPDF(format=TALL)
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=made.size)
    if made.above:
        pdf.multi_cell(0, None, made.above, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    count = 1 + bool(made.spans)
    with pdf.table(
        col_widths=made.widths,
        text_align=made.aligned,
        num_heading_rows=count,
        headings_style=FontFace(emphasis="BOLD"),
        **made.style,
    ) as table:
        if made.spans:
            row = table.row()
            for text, columns in made.spans:
                row.cell(text, colspan=columns)
        for cells in (made.headings, *made.rows):
            table.row(cells)
    if made.below:
        pdf.ln(4)
        pdf.multi_cell(0, None, made.below, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def made_up(random: Random) -> Made:
    """A table of 2 to 8 columns and 1 to 25 rows, set in one of the ways that tables are."""
    count = random.randint(2, 8)
    rows, size = random.randint(1, 25), random.choice((7, 8, 9) if count < 7 else (6, 7))
    columns = [_labels(random, rows), *(_figures(random, rows) for _ in range(count - 1))]
    headings = ("Measure", *random.sample(HEADINGS, count - 1))
    spans: tuple[tuple[str, int], ...] = ()
    if count >= 5 and random.random() < 0.3:
        cut = random.randint(2, count - 2)
        spans = (("", 1), ("All vales of the coast", cut), ("Upper vales", count - 1 - cut))
    return Made(
        headings=headings,
        rows=tuple(zip(*columns, strict=True)),
        widths=(random.choice((2, 3, 4)), *[random.choice((2, 3)) if count < 5 else 2] * (count - 1)),
        aligned=("LEFT", *[random.choice(("LEFT", "CENTER", "RIGHT"))] * (count - 1)),
        spans=spans,
        style={
            "v_align": random.choice((VAlign.T, VAlign.M, VAlign.B)),
            "padding": random.choice((0, 1, 1.5, 2)),
            "borders_layout": random.choice(BORDERS),
            "line_height": size * random.choice((0.4, 0.45, 0.5)),  # 1.13 to 1.42 of the size
        },
        size=size,
        above=random.choice(("", "Table 4: Made-up craft in the vales", _prose(random, 60))),
        below=random.choice(("", "Source: made up.", _prose(random, 40))),
    )


def _labels(random: Random, count: int) -> list[str]:
    found = [f"QX{n + 101} - {_prose(random, random.choice((2, 3, 5, 9, 14)))}" for n in range(count)]
    coded = random.random() < 0.5
    return (
        found
        if coded
        else [f"{label.split(' - ')[1].capitalize()}" + f" {n}" * (n > 0) for n, label in enumerate(found)]
    )


def _prose(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize() + "." * (words > 20)


def _figures(random: Random, count: int) -> list[str]:
    kinds = (
        lambda: f"{random.randint(0, 999) / 10:.1f}",
        lambda: f"{random.randint(0, 99999):,}",
        lambda: f"{random.choice(('-', '+', ''))}{random.randint(0, 99) / 10:.1f}pp",
        lambda: f"{random.randint(0, 100)}%",
    )
    kind = random.choice(kinds)
    return [random.choice(SYMBOLS) if random.random() < 0.12 else kind() for _ in range(count)]
