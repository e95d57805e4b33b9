"""Tables rebuilt from where their words stand: exactly, or not at all."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_fake import made_up, printed

from corpus.pdf.grids import Grid, grids, read
from corpus.pdf.lines import lines
from corpus.pdf.reading import pages
from corpus.pdf.runs import Line, Run

SIZE = 10.0
LETTER = 0.5 * SIZE  # the width of a letter of the made-up type
Piece = tuple[float, str]


def line(y: float, *pieces: Piece, bold: bool = False, size: float = SIZE) -> Line:
    """Words that begin so far from the left edge of the page."""
    return Line(tuple(Run(text, x, y, len(text) * LETTER, size, bold, 1) for x, text in pieces))


def raised(x: float, y: float, text: str) -> Run:
    return Run(text, x, y + 4, len(text) * 3.0, 6.0, False, 1)


def head(y: float, *pieces: Piece) -> Line:
    return line(y, *pieces, bold=True)


def table_of(own: list[Line]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    [grid] = grids(own)
    return grid.headings, grid.rows


HEAD = head(700, (50, "Craft"), (250, "2031"), (300, "2032"))
PROSE = "kites were mended by volunteers on most days of the year and"


def test_rows_and_columns_are_read():
    own = [
        HEAD,
        line(680, (50, "Kites mended"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (250, "[x]"), (300, "-")),
    ]
    assert table_of(own) == (
        ("Craft", "2031", "2032"),
        (("Kites mended", "71.5", "70.0"), ("Bells", "[x]", "-")),
    )
    [grid] = grids(own)
    assert grid.lines == tuple(own)
    assert (grid.left, grid.right, grid.bottom) == (50, 320, 660)


@pytest.mark.parametrize("at", [668.0, 674.0, 680.0], ids=["foot", "middle", "top"])
def test_a_label_over_two_lines_is_one_wherever_its_figures_stand(at):
    label = [line(680, (50, "Kites mended by")), line(668, (50, "volunteers"))]
    figures = line(at, (250, "71.5"), (300, "70.0"))
    rest = [line(645, (50, "Boats"), (250, "4.2"), (300, "5.0")), line(622, (50, "Bells"), (250, "9.1"), (300, "8.0"))]
    own = [line.runs for line in (*label, figures)]
    levels: dict[float, list[Run]] = {}
    for runs in own:
        levels.setdefault(runs[0].y, []).extend(runs)
    made = [Line(tuple(runs)) for _, runs in sorted(levels.items(), reverse=True)]
    rows = table_of([HEAD, *made, *rest])[1]
    assert rows[0] == ("Kites mended by volunteers", "71.5", "70.0")
    assert [row[0] for row in rows[1:]] == ["Boats", "Bells"]


def test_a_heading_over_two_columns_stands_in_both():
    own = [
        head(720, (255, "Performance")),
        head(700, (50, "Craft"), (250, "2031"), (295, "2032"), (360, "Target")),
        line(680, (50, "Kites"), (250, "71.5"), (295, "70.0"), (360, "75.0")),
    ]
    assert not grids(own)  # does it stand over the target too?
    own[0] = head(720, (50, "Craft"), (250, "Performance"), (360, "Aim"))
    own[1] = head(700, (250, "2031"), (295, "2032"), (360, "Target"))
    assert table_of(own)[0] == ("Craft", "Performance 2031", "Performance 2032", "Aim Target")
    own[0] = head(720, (258, "Performance"), (360, "Target"))
    own[1] = head(700, (50, "Craft"), (250, "2031"), (295, "2032"), (360, "2032"))
    assert table_of(own)[0] == ("Craft", "Performance 2031", "Performance 2032", "Target 2032")


def test_a_raised_mark_comes_off_its_figure():
    runs = line(680, (50, "Kites"), (250, "517"), (300, "71.5")).runs
    own = [HEAD, Line((*runs, raised(265, 680, "8"))), line(660, (50, "Bells"), (250, "61"), (300, "70.0"))]
    assert table_of(own)[1][0] == ("Kites", "517[footnote 8]", "71.5")


def test_headings_in_plain_type_are_told_by_the_figures_below():
    own = [
        line(700, (50, "Craft"), (250, "Number"), (320, "Rate")),
        line(680, (50, "Kites"), (250, "1,204"), (320, "7.5")),
        line(660, (50, "Bells"), (250, "986"), (320, "[x]")),
    ]
    assert table_of(own)[0] == ("Craft", "Number", "Rate")


def test_text_around_a_table_is_none_of_it():
    own = [
        line(740, (50, PROSE)),
        line(728, (50, "lanterns were lit.")),
        HEAD,
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (250, "61.2"), (300, "60.0")),
        line(630, (50, "Source: made up.")),
    ]
    [grid] = grids(own)
    assert grid.rows == (("Kites", "71.5", "70.0"), ("Bells", "61.2", "60.0"))
    assert grid.lines == tuple(own[2:5])


def test_notes_in_two_columns_right_below_a_table_are_none_of_it():
    table = [
        HEAD,
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (250, "61.2"), (300, "60.0")),
    ]
    notes = [
        line(632 - 14 * n, (50, "kites were mended by day"), (290, "and bells were rung at dusk")) for n in range(5)
    ]
    [grid] = grids([*table, *notes])
    assert grid.lines == tuple(table)


def test_words_in_the_place_of_figures_and_figures_in_that_of_words_are_read():
    own = [
        HEAD,
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (250, "61.2"), (300, "not known to anyone")),
    ]
    assert table_of(own)[1][-1] == ("Bells", "61.2", "not known to anyone")
    own = [
        head(700, (50, "Rating"), (150, "Thresholds of the rating")),
        line(680, (50, "2 - Sound"), (150, "Less than 77.5% and no less than")),
        line(668, (150, "41.0%")),
        line(645, (50, "1 - Failing"), (150, "Less than 41.0%")),
    ]
    assert table_of(own)[1] == (
        ("2 - Sound", "Less than 77.5% and no less than 41.0%"),
        ("1 - Failing", "Less than 41.0%"),
    )


def two_columns() -> list[Line]:
    return [
        line(700 - 12 * n, (50, "kites were mended by volunteers"), (300, "and bells were rung at dusk by"))
        for n in range(20)
    ]


def beside(y: float, is_head: bool) -> tuple[Run, ...]:
    pieces = ((250, "2031"), (300, "2032")) if is_head else ((250, "71.5"), (300, "70.0"))
    return line(y, *pieces, bold=is_head).runs


NO_TABLES = {
    "prose in two columns": two_columns(),
    "prose under two headings": [head(720, (50, "Kites in the vales"), (300, "Bells at dusk")), *two_columns()],
    "contents with leaders": [line(700 - 20 * n, (50, f"Part {n} ........"), (500, str(3 + n))) for n in range(6)],
    "contents": [
        head(720, (50, "Contents"), (490, "Page")),
        *(line(700 - 20 * n, (50, f"Kites {n}"), (500, str(3 + n))) for n in range(6)),
    ],
    "numbered paragraphs": [line(700 - 20 * n, (50, f"2.{n}"), (90, PROSE)) for n in range(1, 7)],
    "bullets under a heading": [
        head(720, (50, "1"), (80, "Main points")),
        *(line(700 - 20 * n, (50, "•"), (80, PROSE)) for n in range(5)),
    ],
    "a list of terms": [line(700 - 20 * n, (50, f"Kite {n}"), (200, "a thing that flies")) for n in range(6)],
    "large figures over words": [
        head(700, (50, "241,540"), (200, "5,636"), (350, "20%")),
        line(680, (50, "kites"), (200, "lanterns"), (350, "of bells")),
    ],
    "bars of a chart": [line(700 - 20 * n, (50, f"Vale {n}"), (150 + 13 * n, f"{n}.5")) for n in range(6)],
    "a column of prose beside a table": [
        Line((*line(700 - 12 * n, (50, "kites were mended by the")).runs, *beside(700 - 12 * n, n == 0)))
        for n in range(9)
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_set_in_columns_and_is_no_table_stays_text(name):
    assert grids(NO_TABLES[name]) == []


UNCERTAIN = {
    "a figure between two columns": [
        HEAD,
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (275, "61.2")),
    ],
    "a figure across two columns": [
        HEAD,
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (255, "61.2 to 70.3")),
        line(640, (50, "Boats"), (250, "4.2"), (300, "5.0")),
    ],
    "columns without a heading": [
        head(700, (50, "Craft"), (250, "2031")),
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
        line(660, (50, "Bells"), (250, "61.2"), (300, "60.0")),
    ],
    "the same heading twice": [
        head(700, (50, "Craft"), (250, "2031"), (300, "2031")),
        line(680, (50, "Kites"), (250, "71.5"), (300, "70.0")),
    ],
    "a label for several rows": [
        HEAD,
        line(680, (250, "71.5"), (300, "70.0")),
        line(660, (50, "Kites"), (250, "61.2"), (300, "60.0")),
        line(640, (250, "51.2"), (300, "50.0")),
    ],
    "lines that may be of either row": [
        HEAD,
        line(688, (50, "Kites mended")),
        line(676, (50, "Bells rung by"), (250, "71.5"), (300, "70.0")),
        line(664, (50, "Boats moored")),
        line(652, (50, "Paths"), (250, "61.2"), (300, "60.0")),
    ],
    "a narrow heading over three": [
        head(712, (300, "2032")),
        head(700, (50, "Craft"), (250, "Kites"), (300, "Bells"), (350, "Boats")),
        line(688, (50, "North"), (250, "71.5"), (300, "70.0"), (350, "60.0")),
        line(676, (50, "South"), (250, "61.5"), (300, "60.0"), (350, "50.0")),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", UNCERTAIN)
def test_what_is_uncertain_stays_text_and_is_named_under_its_caption(name):
    own = [line(750, (50, "Table 3: Craft in the vales")), *UNCERTAIN[name]]
    found, doubts = read(own)
    assert found == []
    assert [doubt.place for doubt in doubts] == ["Table 3"]
    assert all(doubt.why and doubt.lines for doubt in doubts)


def test_a_pipe_in_a_cell_is_kept_apart():
    grid = Grid((("A", "B|C"),), (("x", "1"),), (), 0, 0, 0, 0)
    assert grid.piped() == "| A | B\\|C |\n| --- | --- |\n| x | 1 |"


PLACES = st.tuples(
    st.integers(0, 600),
    st.sampled_from(("71.5", "Kites", "2032", "Kites mended by volunteers", "[x]", "1", "•", "Table 2: Kites", "")),
)
LINES = st.builds(
    lambda y, pieces, bold, size: line(y, *pieces, bold=bold, size=size),
    st.integers(0, 60).map(lambda n: 12.0 * n),
    st.lists(PLACES, min_size=1, max_size=8),
    st.booleans(),
    st.sampled_from((10.0, 10.0, 12.0)),
)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(LINES, max_size=40))
def test_whatever_stands_on_a_page_its_tables_are_whole_and_of_its_lines(own):
    found, doubts = read(own)
    for grid in found:
        assert all(len(row) == len(grid.headings) for row in (*grid.header, *grid.rows))
        assert len(set(grid.headings)) == len(grid.headings)
        assert all(any(one is each for each in own) for one in grid.lines)
    taken = [id(one) for grid in found for one in grid.lines]
    assert len(taken) == len(set(taken))
    assert len({doubt.place for doubt in doubts}) == len(doubts)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_a_printed_table_is_read_cell_by_cell_or_not_at_all(seed):
    made = made_up(Random(seed))
    found = grids(lines(pages(printed(made), Path("made.pdf"))[0].runs))
    assert [(grid.headings, grid.rows) for grid in found] in ([], [(made.named, made.rows)])
