"""A PDF read as text: what a reader of the page reads, in the order of reading."""

import pytest

from corpus import tables
from tests.pdf_fake import BOATS, HEIGHT, KITES, MARGIN, WIDTH, lines, long, press, read

HALF = (WIDTH - 2 * MARGIN - 24) / 2  # points: a column of two
RIGHT = MARGIN + HALF + 24


def test_a_flowing_paragraph_is_one_line_and_a_gap_parts_two():
    made = press()
    y = made.flow(long(KITES, 4))
    made.flow(long(BOATS, 3), y=y + 8)
    assert read(made).text == f"{long(KITES, 4)}\n\n{long(BOATS, 3)}"


def test_lines_that_the_text_broke_keep_their_breaks():
    made = press()
    y = made.flow(long(KITES, 4))
    for n, line in enumerate(("Kite street 4", "Lantern town", "The vale")):
        made.put(MARGIN, y + 30 + 13 * n, line)
    assert lines(read(made))[1:] == ["Kite street 4", "Lantern town", "The vale"]


def test_a_first_line_set_in_opens_a_paragraph():
    made = press()
    y = made.flow(long(KITES, 3), align="J")
    words, line = long(BOATS, 3).split(" "), ""
    while made.get_string_width(f"{line} {words[0]}") < WIDTH - 2 * MARGIN - 14:
        line = f"{line} {words.pop(0)}".strip()
    made.put(MARGIN + 14, y + 10, line)
    made.flow(" ".join(words), y=y + 13)
    assert lines(read(made)) == [long(KITES, 3), long(BOATS, 3)]


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other(count):
    made = press()
    wide = (WIDTH - 2 * MARGIN - 20 * (count - 1)) / count
    texts = [long(f"{name} {KITES.lower()}", 8) for name in ("red", "green", "blue")[:count]]
    for n, text in enumerate(texts):
        made.flow(text, x=MARGIN + n * (wide + 20), width=wide)
    assert lines(read(made)) == texts


def test_a_wide_heading_parts_what_stands_in_columns_above_and_below_it():
    made = press()
    above = long(f"red {KITES.lower()}", 5), long(f"green {KITES.lower()}", 5)
    below = long(f"blue {KITES.lower()}", 5), long(f"white {KITES.lower()}", 5)
    for texts, y in ((above, 100), (below, 420)):
        for x, text in zip((MARGIN, RIGHT), texts, strict=True):
            made.flow(text, x=x, y=y, width=HALF)
    made.put(MARGIN, 390, "Lanterns lit before the evening in every vale", size=20)
    heading = "# Lanterns lit before the evening in every vale"
    assert lines(read(made)) == [above[0], above[1], heading, below[0], below[1]]


def test_columns_of_figures_are_read_across():
    made = press()
    for n in range(6):
        made.put(MARGIN, 100 + 14 * n, f"Kites of vale {n}")
        made.put(300, 100 + 14 * n, f"{n}1.5")
        made.put(400, 100 + 14 * n, f"{n}2.5")
    text = read(made).text
    assert all(text.index(f"Kites of vale {n}") < text.index(f"{n}1.5") < text.index(f"{n}2.5") for n in range(6))
    assert all(text.index(f"{n}2.5") < text.index(f"Kites of vale {n + 1}") for n in range(5))


def test_headers_footers_and_page_numbers_are_taken_off_and_the_number_is_told():
    made = press("Kites of the vale 2031", lambda n: f"{n + 8}")
    for n in range(4):
        made.flow(long(f"{KITES} of book {'abcd'[n]}", 4))
        if n < 3:
            made.add_page()
    content = read(made)
    assert "Kites of the vale 2031" not in content.text
    assert [(page.printed, page.number) for page in content.pages] == [("9", 1), ("10", 2), ("11", 3), ("12", 4)]
    assert not any(line.strip().isdigit() for line in lines(content))


def test_roman_numbers_come_before_arabic_ones():
    made = press("", lambda n: ["", "", "i", "ii", "iii", "1", "2", "3", "4"][n + 1])
    for n in range(7):
        made.flow(long(f"{KITES} of book {'abcdefg'[n]}", 4))
        if n < 6:
            made.add_page()
    assert [page.printed for page in read(made).pages] == ["i", "ii", "iii", "1", "2", "3", "4"]


def test_a_figure_alone_at_the_edge_of_a_page_is_no_page_number():
    made = press("", lambda n: str(n))
    for n in range(4):
        made.flow(long(f"{KITES} of book {'abcd'[n]}", 4), y=120)
        if n < 3:
            made.add_page()
    made.put(MARGIN, 60, "2031")
    assert "2031" in lines(read(made))


def test_numbers_that_do_not_run_in_step_are_no_page_numbers():
    made = press("", lambda n: ("517", "82", "90", "4")[n - 1])
    for n in range(4):
        made.flow(long(f"{KITES} of book {'abcd'[n]}", 4))
        if n < 3:
            made.add_page()
    assert [page.printed for page in read(made).pages] == [""] * 4


def test_a_paragraph_goes_on_past_the_end_of_a_page_and_the_footnotes_there():
    made = press("", lambda n: str(n))
    made.flow(long(KITES, 3), y=600)
    cut = "The lanterns that were lit before dusk in all of the vales and rivers by the volunteers who came were"
    made.put(MARGIN, 690, cut)
    made.put(MARGIN + made.get_string_width(cut), 686, "3", size=6)
    made.put(MARGIN, 780, "3", size=5)
    made.put(MARGIN + 6, 783, "Lanterns with candles are counted.", size=8)
    made.add_page()
    made.put(MARGIN, 100, "counted twice, and the bells were not.")
    made.flow(long(BOATS, 3), y=130)
    got = lines(read(made))
    assert "who came were[footnote 3] counted twice, and the bells were not." in got[1]
    assert "[footnote 3] Lanterns with candles are counted." in got


@pytest.mark.parametrize(
    ("printed", "raised", "read_as"),
    [
        pytest.param("There were 517", "8", "There were 517[footnote 8]", id="never 5178"),
        pytest.param("There were 4.5%", "12", "There were 4.5%[footnote 12]", id="two digits"),
        pytest.param("There were kites", "2,3", "There were kites[footnote 2][footnote 3]", id="two marks"),
        pytest.param("There were 30 m", "2", "There were 30 m²", id="a unit"),
        pytest.param("It was the 21", "st", "It was the 21st", id="letters"),
    ],
)
def test_raised_digits_are_marks_of_footnotes(printed, raised, read_as):
    made = press()
    y = made.flow(long(KITES, 3))
    made.put(MARGIN, y + 40, printed)
    made.put(MARGIN + made.get_string_width(printed), y + 36, raised, size=6)
    assert lines(read(made))[-1] == read_as


def test_footnotes_that_begin_anew_on_every_page_are_counted_through():
    made = press("", lambda n: str(n))
    for page in range(3):
        y = made.flow(long(f"{KITES} of book {'abc'[page]}", 3))
        made.put(MARGIN, y + 30, "There were 517")
        made.put(MARGIN + made.get_string_width("There were 517"), y + 26, "1", size=6)
        made.put(MARGIN, 780, "1", size=5)
        made.put(MARGIN + 6, 783, f"Counted in book {'abc'[page]}.", size=8)
        if page < 2:
            made.add_page()
    text = read(made).text
    for number, book in enumerate("abc", start=1):
        assert f"There were 517[footnote {number}]" in text
        assert f"[footnote {number}] Counted in book {book}." in text


def test_headings_are_ranked_by_their_size_and_one_over_two_lines_is_one():
    made = press()
    made.put(MARGIN, 80, "Kites of the vale and of all of the rivers", size=22)
    made.put(MARGIN, 106, "and bells of the sea", size=22)
    made.put(MARGIN, 150, "Lanterns", size=16)
    y = made.flow(long(KITES, 6), y=170)
    made.put(MARGIN, y + 30, "By night", style="B")
    made.flow(long(BOATS, 8), y=y + 40)
    headings = [line for line in lines(read(made)) if line.startswith("#")]
    assert headings == [
        "# Kites of the vale and of all of the rivers and bells of the sea", "## Lanterns", "### By night",
    ]  # fmt: skip


def test_a_bold_sentence_that_opens_a_paragraph_is_no_heading():
    made = press()
    made.set_xy(MARGIN, 100)
    made.c_margin = 0
    bold = (
        "The kites of the vale were mended by many patient hands before the evening came and went with all the birds."
    )
    made.multi_cell(WIDTH - 2 * MARGIN, 13, f"**{bold}** {long(KITES, 3)}", markdown=True, align="L")
    assert lines(read(made)) == [f"{bold} {long(KITES, 3)}"]


def test_bold_heads_of_columns_are_no_headings():
    made = press()
    y = made.flow(long(KITES, 5)) + 30
    made.put(MARGIN, y, "Vale", style="B")
    made.put(MARGIN + 40, y, "Kites mended", style="B")
    made.put(MARGIN, y + 14, "North")
    made.put(MARGIN + 20, y + 20, "of the river", style="B")
    assert not [line for line in lines(read(made)) if line.startswith("#")]


@pytest.mark.parametrize("bullet", ["\u2022", "-", "\u2013"])
def test_items_have_their_bullet_and_hang(bullet):
    made = press()
    made.set_font("Helvetica", size=10)
    y = made.flow(long(KITES, 3)) + 8
    for text in (long(KITES, 2), "Short one"):
        made.text(MARGIN, y + 10, bullet)
        y = made.flow(text, x=MARGIN + 14, y=y, width=WIDTH - 2 * MARGIN - 14)
    assert lines(read(made))[1:] == [f"- {long(KITES, 2)}", "- Short one"]


def test_a_numbered_paragraph_is_one_line_with_its_number():
    made = press()
    y = 100.0
    for number, text in (("2.6", long(KITES, 3)), ("2.7", long(BOATS, 3))):
        made.put(MARGIN, y + 9.6, number)
        y = made.flow(text, x=MARGIN + 30, y=y, width=WIDTH - 2 * MARGIN - 30) + 8
    assert lines(read(made)) == [f"2.6 {long(KITES, 3)}", f"2.7 {long(BOATS, 3)}"]


def test_a_caption_is_a_line_of_its_own_and_no_heading():
    made = press()
    y = made.flow(long(KITES, 5))
    made.put(MARGIN, y + 30, "Table 2: Kites mended on the day", style="B")
    assert lines(read(made))[-1] == "Table 2: Kites mended on the day"


def test_a_list_of_contents_is_left_out():
    made = press()
    made.put(MARGIN, 80, "Contents", size=16)
    for n, entry in enumerate(("Summary", "Lanterns lit", "Bells rung")):
        made.put(MARGIN, 110 + 14 * n, f"{entry} {'.' * 60} {n + 3}")
    made.flow(long(KITES, 5), y=200)
    assert read(made).text == long(KITES, 5)


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        pytest.param("Microsoft Word - kites_final_v2.docx", "Kites of the vale", id="a file's name"),
        pytest.param("Kites of the Vale", "Kites of the Vale", id="the title"),
        pytest.param("", "Kites of the vale", id="nothing"),
    ],
)
def test_the_title_is_that_of_the_file_only_where_it_stands_in_the_text(said, believed):
    made = press()
    made.set_title(said)
    made.put(MARGIN, 80, "Kites of the vale", size=22)
    made.flow(long(KITES, 5), y=120)
    assert read(made).said == {"title": believed}


def test_text_on_its_side_in_the_margin_is_dropped():
    made = press()
    y = made.flow(long(KITES, 5))
    with made.rotation(90, 20, 400):
        made.put(20, 400, "Introduction")
    content = read(made)
    assert y and content.text == long(KITES, 5)
    assert content.left_out == ()


def test_every_page_has_its_own_text():
    made = press("", lambda n: str(n))
    made.flow(long(KITES, 4))
    made.add_page()
    made.flow(long(BOATS, 4))
    assert [page.text for page in read(made).pages] == [long(KITES, 4), long(BOATS, 4)]


def test_what_is_set_below_the_foot_of_the_sheet_is_not_read():
    made = press()
    made.flow(long(KITES, 4))
    made.put(MARGIN, HEIGHT + 40, "Crop marks")
    assert read(made).text == long(KITES, 4)


def table(made, y, rows, x=MARGIN, step=150):
    """Set a table with bold heads."""
    for at, row in enumerate((("Vale", "Kites mended", "Bells rung"), *rows)):
        for place, cell in enumerate(row):
            made.put(x + step * place, y + 16 * at, cell, style="" if at else "B")


def test_a_table_that_goes_on_over_the_page_with_its_heads_is_one():
    made = press("", lambda n: str(n))
    made.flow(long(KITES, 4))
    made.put(MARGIN, 600, "Table 1: Kites mended and bells rung in the vales")
    table(made, 630, [(f"North {name}", f"{n}1.5", f"{n}2.5") for n, name in enumerate(("vale", "hill", "wood"), 1)])
    made.add_page()
    table(made, 80, [(f"South {name}", f"{n}1.5", f"{n}2.5") for n, name in enumerate(("vale", "hill", "wood"), 5)])
    made.flow(long(BOATS, 4), y=200)
    rows = [line for line in lines(read(made)) if line.startswith("|")]
    assert len(rows) == 8
    assert rows[0] == "| Vale | Kites mended | Bells rung |"
    assert rows[-1] == "| South wood | 71.5 | 72.5 |"


def test_two_halves_of_a_table_in_columns_are_no_tables():
    made = press()
    texts = long(f"red {KITES.lower()}", 9), long(f"green {KITES.lower()}", 9)
    for text, x in zip(texts, (MARGIN, RIGHT), strict=True):
        made.flow(text, x=x, y=90, width=HALF)
    for n, name in enumerate(
        ("North vale of kites", "South vale of kites", "West vale of kites", "East vale of kites")
    ):
        made.put(MARGIN, 480 + 16 * n, name)
        for place in range(3):
            made.put(RIGHT + 70 * place, 480 + 16 * n, f"{n}{place}.5")
    assert not [line for line in lines(read(made)) if line.startswith("|") and "vale" not in line and "---" not in line]


def test_halves_of_a_table_without_labels_are_no_tables():
    made = press()
    for text, x in ((long(f"red {KITES.lower()}", 9), MARGIN), (long(f"green {KITES.lower()}", 14), RIGHT)):
        made.flow(text, x=x, y=90, width=HALF)
    for n in range(5):
        for place in range(3):
            made.put(MARGIN + 70 * place, 480 + 16 * n, f"{n}{place}.5" if n else ("Kites", "Bells", "Boats")[place])
    assert "|" not in read(made).text


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(("Vale | Kites", "---|---", "North | 82", "South | 90"), id="pipes"),
        pytest.param(("Vale\tKites", "North\t82", "South\t90"), id="tabs"),
    ],
)
def test_rows_that_are_printed_as_text_are_no_table(printed):
    made = press()
    y = made.flow(long(KITES, 5)) + 30
    for n, line in enumerate(printed):
        made.put(MARGIN, y + 13 * n, line.replace("\t", "   "))
    assert tables.find("kites", read(made).text, rebuilt=True).tables == ()
