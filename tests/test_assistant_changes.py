"""Two versions of a publication side by side: what differs is told as printed, what only looks different is not."""

from dataclasses import replace
from pathlib import Path

import pytest
from bulletin_fake import bulletin, flattened, tabbed
from hypothesis import given
from hypothesis import strategies as st
from made_up import EARLIER, LATER, bulletins

from assistant.changes import Change, Changes, changes
from corpus.models import Document, Locator, Publication, Table
from corpus.read import parse

BOATS = "QM106 - Boats returned Apr 2031 to Mar 2032 12.5 20.0 [x]\n"


def read(text: str) -> Document:
    return parse(text, Path("made-up.txt"))


def told(text: str) -> list[str]:
    """The figures that differ in another version of the later bulletin."""
    assert text != LATER
    return [str(one) for one in changes(read(LATER), read(text)).figures]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("69.5 72.0", "69.7 72.0", ["QM101 2031-32: 69.7, was 69.5"], id="value"),
        pytest.param("69.5 72.0", "69.5 [r] 72.0", ["QM101 2031-32: 69.5 [r], was 69.5"], id="symbol-alone"),
        pytest.param("69.5 72.0", "[z] 72.0", ["QM101 2031-32: [z], was 69.5"], id="withheld"),
        pytest.param("69.5 72.0", "69.5 73.0", ["QM101 2031-32, target: 73.0, was 72.0"], id="target"),
        pytest.param(
            "72.0 -2.0pp", "72.0 -2.1pp", ["QM101 2031-32, change on the year before: -2.1pp, was -2.0pp"], id="change"
        ),
        pytest.param(BOATS, "", ["QM106 2031-32: withdrawn, was 12.5"], id="withdrawn-with-its-target-in-one-line"),
        pytest.param(BOATS, BOATS + BOATS.replace("106", "108"), ["QM108 2031-32: 12.5, new"], id="new"),
        pytest.param("Kettles mended Apr 2031 to Mar 2032 79.5", "Kettles mended Apr 2031 to Mar 2032 79.1",
                     ["CRS QM101 2031-32: 79.1, was 79.5"], id="the-service-that-is-not-the-main-one-is-named"),
        pytest.param("Lower Dale 2 Improvement Required", "Lower Dale 1 Inadequate",
                     ["Lower Dale: 1 Inadequate, was 2 Improvement Required"], id="rating"),
        pytest.param(
            "Less than 45.5%", "Less than 45.0%",
            ["Section 2: Probation Scorecard, 1 - Inadequate, Probation Scorecard Thresholds: "
             "Less than 45.0%, was Less than 45.5%"], id="a-cell-of-a-table-without-periods",
        ),
        pytest.param("3.3pp", "+3.3pp", [], id="sign-alone"),
        pytest.param("QM102 - Letters answered", "QM102 – Letters answered", [], id="dash-alone"),
    ],
)  # fmt: skip
def test_a_figure_that_differs_is_told_as_both_versions_print_it(old, new, expected):
    assert old in LATER
    assert told(LATER.replace(old, new, 1)) == expected


@pytest.mark.parametrize("layout", [flattened, tabbed])
def test_another_layout_changes_nothing(layout):
    assert not changes(read(bulletin()), read(bulletin(layout)))


def test_an_edition_is_no_change_of_itself():
    assert all(changes(document, document) == Changes() for document in bulletins())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LATER.replace("moderated.", "moderated twice."), "1 passage changed", id="one"),
        pytest.param(
            LATER.replace("moderated.", "moderated twice.") + "4. Nobody counted the bells of all the boats.\n",
            "1 passage changed, 1 new", id="and-another",
        ),
        pytest.param(LATER.replace("3. Upper Dale was moderated.\n", ""), "1 passage gone", id="gone"),
        pytest.param(LATER, "", id="none"),
    ],
)  # fmt: skip
def test_what_is_said_is_counted(text, expected):
    assert changes(read(LATER), read(text)).passages == expected


def test_of_a_summary_only_figures_that_both_give_are_compared():
    before = read(EARLIER)
    summary = replace(before, publication=replace(before.publication, summary=True))
    full = read(
        EARLIER.replace("71.5", "71.6").replace("QM104 - Gardens dug", "QM109 - Ponds dug") + "\nMore is said.\n"
    )
    assert changes(summary, full) == Changes((Change("QM101 2030-31", "71.6", "71.5"),))


def test_a_table_that_only_one_version_has_is_told_in_one_line():
    without = "\n".join(line for line in LATER.split("\n") if not line.startswith("QM10"))
    assert told(without) == ["Table 2: no figure is read, was 9 figures"]
    assert [str(one) for one in changes(read(without), read(LATER)).figures] == ["Table 2: 9 figures, new"]


def test_a_table_with_other_measures_throughout_is_told_in_one_line():
    assert "Table 2: 9 other figures, was 9 figures" in told(LATER.replace("QM1", "QN1"))


def table(*rows: tuple[str, str]) -> Document:
    one = Table(locator=Locator("p", "Table 9"), title="Made-up", headers=("Place", "Number"), rows=rows)
    return Document(publication=Publication(id="p", title="P"), tables=(one,))


def test_rows_of_one_name_are_told_apart_by_what_they_print():
    before, after = table(("Pier", "1"), ("Pier", "2"), ("Bay", "5")), table(("Bay", "5"), ("Pier", "2"), ("Pier", "3"))
    assert changes(before, after).figures == (Change("Table 9, Pier, Number", "3", "1"),)


ROWS = st.lists(st.tuples(st.sampled_from(["Pier", "Bay", "Dale"]), st.integers(0, 3).map(str)), max_size=6)


@given(ROWS, ROWS)
def test_nothing_is_told_where_rows_only_moved_and_something_wherever_one_differs(before, after):
    assert (sorted(before) == sorted(after)) == (changes(table(*before), table(*after)).figures == ())
