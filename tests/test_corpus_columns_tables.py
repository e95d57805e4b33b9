"""Tables in columns: rebuilt where every cell is sure, left as text where one is not.

The texts here are made up; the last tests compare the real report with the library, where PUBLICATIONS names
its folder.
"""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.columns import blocks, with_tables
from corpus.library import documents
from corpus.models import Document, Table
from corpus.numbers import is_number
from corpus.periods import parse_period
from corpus.read import parse, read

REPORT = "hmip-annual-report-2017"
PROSE = """\
 Offices

The picture is much the same in~
all of the towns we went to, and~
in some of the villages nearby.~
"""


def raw(text: str) -> str:
    """A text as an extractor leaves it: a line that runs on ends in a blank, written ~ here."""
    return text.replace("~", " ")


def rebuilt(text: str) -> list[Table]:
    return list(with_tables("sample", raw(text))[1])


def left(text: str) -> list[str]:
    return [block.text for block in with_tables("sample", raw(text))[0]]


HELP = (
    PROSE
    + """
Figure 3 % yes

Was help given?

All~
people

In~
towns

Housing 58% 57%

Work, training and health 56% 44%

Money owed to shops and others (including family)

24% -

"""
    + PROSE
)


def test_a_table_has_its_place_title_headings_and_cells() -> None:
    (table,) = rebuilt(HELP)
    assert str(table.locator) == "Figure 3"
    assert table.title == "% yes Was help given?"
    assert table.headers == ("Was help given?", "All people", "In towns")
    assert table.rows == (
        ("Housing", "58%", "57%"),
        ("Work, training and health", "56%", "44%"),
        ("Money owed to shops and others (including family)", "24%", "-"),
    )
    assert table.section == ("Offices",)


def test_what_a_table_holds_is_not_also_text() -> None:
    assert any("58%" in text for text in [block.text for block in blocks(raw(HELP))])
    assert left(HELP) == [block.text for block in blocks(raw(PROSE + "\n" + PROSE))]


TWO = """\
 How long people wait

The latest figures (April to~
June 2021; see the tables below)~
are of all the offices we have.~

Figure 4

Town office measure Result Goal

T1 – Share of people who were seen on the day on~
which they came

71.5% 75%

T2 – Share of people who were seen again

68.9% * 100%

T3 – Share of people helped

90% 85%

* This is for January to March 2021, the latest there is

Village office measure Result Goal

V1 – Share of people who were seen again

60.1% 75%

T3 – Share of people helped

62% ** 85%

V3 – Share of people who came back 91% 90%

* This is for January to March 2021, the latest there is

** This is for May 2021

The offices are open, and those~
who come to them find help soon.~
"""


def test_headings_that_come_again_start_another_table() -> None:
    towns, villages = rebuilt(TWO)
    assert towns.headers == ("Town office measure", "Result", "Goal")
    assert villages.headers == ("Village office measure", "Result", "Goal")
    assert [row[1:] for row in towns.rows] == [("71.5%", "75%"), ("68.9%", "100%"), ("90%", "85%")]
    assert [row[0][:2] for row in villages.rows] == ["V1", "T3", "V3"]


def test_stars_are_marks_of_notes_and_no_part_of_a_cell() -> None:
    document = parse(raw(TWO), Path("sample.txt"))
    towns, villages = document.tables
    assert (towns.marks, villages.marks) == ({1: ("note *",)}, {1: ("note **",)})
    assert [note.text for note in towns.notes] == ["* This is for January to March 2021, the latest there is"]
    assert [note.text for note in villages.notes] == ["** This is for May 2021"]
    places = [str(p.locator) for p in document.passages if p.kind == "note"]
    assert places == ["Figure 4, note *", "Figure 4, note **"]


def test_a_table_without_a_period_has_that_of_the_sentence_that_points_to_it() -> None:
    assert [table.title for table in rebuilt(TWO)] == [
        "Town office measure, April to June 2021",
        "Village office measure, April to June 2021",
    ]
    periods = {o.period for o in parse(raw(TWO), Path("sample.txt")).observations}
    assert periods == {parse_period("April to June 2021")}


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        pytest.param("see the tables below", "fewer than in May 2019", id="points-to-nothing"),
        pytest.param("see the tables below", "and May 2019; see the tables below", id="two-periods"),
        pytest.param("; see the tables below", ") fell below those of the spring (", id="below-is-less"),
    ],
)
def test_a_sentence_that_tells_no_one_period_of_the_table_gives_none(printed: str, instead: str) -> None:
    text = TWO.replace("tables below)~", "tables below)").replace(printed, instead)
    assert [table.title for table in rebuilt(text)] == ["Town office measure", "Village office measure"]


GROUPS = (
    PROSE
    + """
Figure 5: People who waited, sample towns

Sample~
towns

People~
asked

Number~
who waited

Waited~
as a % of~
those asked

First offices

2011/2012 441       234,510 0.19%
2012/2013 409       222,306 0.18%

After the

Move

2015/2016 517 268,062 0.19%

"""
    + PROSE
)


def test_names_of_groups_are_told_from_headings_by_percent() -> None:
    (table,) = rebuilt(GROUPS)
    assert table.title == "People who waited, sample towns"
    assert table.headers == ("Sample towns", "People asked", "Number who waited", "Waited as a % of those asked")
    assert table.rows[0] == ("2011/2012", "441", "234,510", "0.19%")
    assert len(table.rows) == 3


def test_a_dash_is_of_any_unit() -> None:
    (table,) = rebuilt(GROUPS.replace("222,306 0.18%", "222,306 -"))
    assert table.rows[1] == ("2012/2013", "409", "222,306", "-")


def test_rows_of_years_are_observations_of_their_columns() -> None:
    found = parse(raw(GROUPS), Path("sample.txt")).observations
    waited = [(o.period.label, o.value) for o in found if o.measure.name == "Number who waited"]
    assert waited == [("2011-12", Decimal(234510)), ("2012-13", Decimal(222306)), ("2015-16", Decimal(268062))]


SINGLE = (
    PROSE
    + """
Figure 6: The share of people~
seen in 2015/2016 in each kind of office.

Shop and~
house 29%

Town hall, accom-~
modation and/~
or school

8%

Village 7%

"""
    + PROSE.replace("villages", "accommodation")
)


def test_a_single_column_is_headed_by_its_caption() -> None:
    (table,) = rebuilt(SINGLE)
    title = "The share of people seen in 2015/2016 in each kind of office"
    assert (table.title, table.headers) == (title, ("", title))
    assert table.rows == (
        ("Shop and house", "29%"),
        ("Town hall, accommodation and/or school", "8%"),
        ("Village", "7%"),
    )


@pytest.mark.parametrize(
    ("text", "printed", "instead"),
    [
        pytest.param(HELP, "Housing 58%", "Men\n\nHousing 58%", id="one-heading-too-many"),
        pytest.param(HELP, "\nWork, training", "\nWomen\n\nWork, training", id="a-group-of-rows"),
        pytest.param(HELP, "56% 44%", "56%", id="a-value-lost-inside"),
        pytest.param(HELP, "24% -\n", "24% -\n\nGames 12% 9%\n\nSport 30%\n", id="a-value-lost-at-the-end"),
        pytest.param(HELP, "24% -\n", "24% -\n\nGames 12% 9%\n\nSport 30% 8% 2%\n", id="a-value-too-many"),
        pytest.param(HELP, "Was help given?\n\nAll~\npeople", "All\n\npeople", id="a-heading-in-two"),
        pytest.param(HELP, "In~\ntowns\n", "In\n", id="a-heading-cut-short"),
        pytest.param(HELP, "(including family)", "(including", id="a-label-cut-short"),
        pytest.param(HELP, "Work, training and health", "Housing", id="a-label-twice"),
        pytest.param(HELP, "Work, training", "W\ufffdrk, training", id="letters-lost"),
        pytest.param(HELP, "24%", "€24", id="no-number-we-can-read"),
        pytest.param(HELP, "Figure 3", "Box 3", id="a-box-is-no-table"),
        pytest.param(GROUPS, "as a % of~", "as a part of~", id="no-percent-to-tell-columns-by"),
        pytest.param(GROUPS, "First offices", "First offices\n\nAll\n\nNew %", id="two-runs-that-say-percent"),
        pytest.param(GROUPS, "%\n", "\n", id="no-value-in-percent"),
        pytest.param(GROUPS, "222,306 0.18%", "222,306 0.18", id="a-column-of-two-units"),
        pytest.param(GROUPS, "2012/2013", "Newtown", id="a-group-of-names"),
        pytest.param(GROUPS, "After the\n\nMove\n\n2015/2016", "Newtown", id="names-below-the-first-group"),
        pytest.param(SINGLE, "Figure 6: The", "Figure 6 The", id="a-caption-that-is-no-title"),
        pytest.param(SINGLE, "house 29%", "house\n\n29%", id="labels-all-apart-may-be-shifted"),
        pytest.param(SINGLE, "Village 7%", "Village 2016", id="a-year-is-no-value"),
        pytest.param(TWO, "came back", "came back in 1", id="a-label-that-may-end-in-a-value"),
    ],
)
def test_a_table_with_a_cell_in_doubt_stays_as_it_is(text: str, printed: str, instead: str) -> None:
    assert printed in text
    doubtful = text.replace(printed, instead)
    assert rebuilt(doubtful) == []
    assert left(doubtful) == [block.text for block in blocks(raw(doubtful))]


WORDS = st.sampled_from(["Bread", "Cheese", "Fruit", "Soap", "Tea", "Salt", "Wool", "Paper"])
NUMBERS = st.one_of(
    st.integers(0, 999_999).map("{:,}".format),
    st.integers(0, 100).map("{}%".format),
    st.decimals(0, 100, places=1).map("{}%".format),
    st.just("-"),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings (the labels' first) and rows of two columns or more, no label twice."""
    width = draw(st.integers(2, 5))
    headings = draw(st.lists(WORDS, min_size=width + 1, max_size=width + 1, unique=True))
    labels = draw(st.lists(st.tuples(WORDS, WORDS).map(" and ".join), min_size=3, max_size=9, unique=True))
    return tuple(headings), [(label, *(draw(NUMBERS) for _ in range(width))) for label in labels]


def test_values_alone_on_a_line_are_no_footnote() -> None:
    rows = "Bread and Bread 0 0\n\nBread and Cheese - 0\n\nBread and Fruit\n\n1 0"
    (table,) = rebuilt(f"{PROSE}\n\nFigure 1: Goods\n\nBread\n\nCheese\n\nFruit\n\n{rows}\n\n{PROSE}")
    assert table.rows[-1] == ("Bread and Fruit", "1", "0")


@settings(max_examples=60)
@given(tables(), st.data())
def test_any_table_comes_back_cell_by_cell(
    printed: tuple[tuple[str, ...], list[tuple[str, ...]]], data: st.DataObject
) -> None:
    headings, rows = printed
    gaps = st.sampled_from([" ", "\n\n"])  # values after the label, or alone on the next line
    lines = [f"{label}{data.draw(gaps)}{' '.join(values)}" for label, *values in rows]
    text = "\n\n".join([PROSE, "Figure 1: Goods", *headings, *lines, PROSE])
    (table,) = rebuilt(text)
    assert (table.headers, list(table.rows)) == (headings, rows)


SCRAPS = ("Figure 1: It", "Figure 2", "Word", "In", "12%", "7 8", "Word 1 2", "% of", "(", "* ", "** Note", "2016/2017")


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*SCRAPS, "\n", "\n\n", "\n\n", " \n"]), max_size=60).map("".join))
def test_of_odd_text_only_whole_tables_are_made(text: str) -> None:
    for table in with_tables("sample", text)[1]:
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.headers)}
        assert all(is_number(cell) for row in table.rows for cell in row[1:])


@pytest.fixture(scope="session")
def report(publications: Path) -> Document:
    return read(publications / f"{REPORT}.txt", documents())


@pytest.fixture(scope="session")
def summary() -> Document:
    return next(document for document in documents() if document.publication.id == REPORT)


def numeric(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Place, last label and numbers of every row of the tables that hold numbers."""
    found = []
    for table in document.tables:
        for row in table.rows:
            labels = [cell for cell in row if not is_number(cell)]
            if len(labels) < len(row):
                found.append((table.locator.place, labels[-1], tuple(c for c in row if is_number(c))))
    return found


def test_every_number_of_the_reports_tables_is_the_librarys(report: Document, summary: Document) -> None:
    observed = {o.locator.place for o in summary.observations}
    ours = [row for row in numeric(summary) if row[0] in observed]
    assert numeric(report) == ours
    assert len(ours) == 86


def test_every_observation_of_the_report_is_the_librarys(report: Document, summary: Document) -> None:
    def said(document: Document) -> list[tuple[object, ...]]:
        return [(str(o.locator), o.period, o.value, o.shown, o.unit, o.area) for o in document.observations]

    assert said(report) == said(summary)


def test_series_of_the_report_have_the_librarys_names(report: Document, summary: Document) -> None:
    def named(document: Document) -> set[str]:
        return {o.measure.name for o in document.observations if parse_period(o.locator.row)}

    assert named(report) == named(summary)
    assert len(named(report)) == 3


def test_starred_rows_of_the_report_have_their_notes(report: Document, summary: Document) -> None:
    def marked(document: Document) -> list[tuple[str, int, int]]:
        return [
            (table.locator.place, row, len(marks))
            for table in document.tables
            for row, marks in table.marks.items()
            if any(is_number(cell) and cell for cell in table.rows[row])
        ]

    assert marked(report) == marked(summary)
    assert all({m for ms in t.marks.values() for m in ms} == {n.mark for n in t.notes} for t in report.tables)


def test_no_row_of_the_reports_tables_is_a_passage_too(report: Document) -> None:
    places = {table.locator.place for table in report.tables}
    assert [p.text for p in report.passages if p.locator.place in places] == []
