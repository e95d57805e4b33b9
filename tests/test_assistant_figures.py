"""Published figures as rows, filtered by words and by choices; two made-up bulletins, and one that echoes them."""

import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import bulletins

from assistant.calculate import targets
from assistant.citing import figure_citation
from assistant.exports.workbook import as_csv
from assistant.figure_filters import KEYS, NAMES, Wanted, filtered
from assistant.figures import HEADERS, STATES, cells, measure_key, repeated, rows
from assistant.holdings import Holdings
from corpus.editorial import editorial_notes
from corpus.library import documents as library
from corpus.models import Document, Locator, Measure, Observation, Publication, Table
from corpus.periods import performance_year

DOCUMENTS = bulletins()
FIGURES = rows(DOCUMENTS)


def shown(wanted: Wanted) -> list[str]:
    return [f"{figure.key} {figure.figure}" for figure in filtered(FIGURES, wanted)[0]]


def test_every_observation_is_a_row_the_latest_measures_first():
    assert len(FIGURES) == sum(len(document.observations) for document in DOCUMENTS)
    assert FIGURES[0].publication.id == "made-up-2032" and FIGURES[0].key == "QM101"
    coded = [bool(figure.observation.measure.code) for figure in FIGURES]
    assert coded == sorted(coded, reverse=True)


@pytest.mark.parametrize(
    ("key", "period", "figure", "target", "outcome"),
    [
        pytest.param("QM101", "2030-31", "71.5%", "70.0%", "Met", id="over-a-floor"),
        pytest.param("QM101", "2031-32", "69.5%", "72.0%", "Missed", id="under-a-floor"),
        pytest.param("QM104", "2030-31", "60.0%", "60.0%", "Met", id="on-a-floor"),
        pytest.param("QM103", "2030-31", "3.1%", "4.0%", "Met", id="under-a-ceiling"),
        pytest.param("QM103", "2031-32", "4.6%", "4.0%", "Missed", id="over-a-ceiling"),
        pytest.param("QM105R", "April 2031", "41.0%", "50.0%", "Missed, but not counted", id="active-too-short"),
        pytest.param("QM106", "2030-31", "[z]", "20.0%", "No figure published", id="a-symbol"),
        pytest.param("Scorecard rating", "2031-32", "3 (Good)", "", "No target", id="a-rating"),
        pytest.param("CRS QM102", "2031-32", "40.0%", "40.0%", "Met", id="a-code-of-another-service"),
    ],
)
def test_a_row_tells_its_figure_and_how_it_stands_to_its_target(key, period, figure, target, outcome):
    one = next(f for f in FIGURES if f.key == key and f.observation.period.label == period)
    assert (one.figure, one.target, one.outcome) == (figure, target, outcome)


def test_a_symbol_has_the_meaning_that_its_publication_gives():
    assert next(f for f in FIGURES if f.figure == "[z]").meaning == "Unreliable (less than 30 observations)"
    assert not any(f.meaning for f in FIGURES if f.observation.value is not None)


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.publication.id)
def test_the_rows_met_and_missed_are_those_that_are_counted_everywhere_else(document, met):
    state = "met" if met else "missed"
    wanted = Wanted(outcome=state, publication=document.publication.id)
    assert [f.observation for f in filtered(FIGURES, wanted)[0]] == list(targets(document.observations, met).members)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(Wanted(measure="QM104"), ["QM104 60.5%", "QM104 60.0%"], id="measure"),
        pytest.param(Wanted(measure="QM101", service="CRS"), [], id="nothing-is-both"),
        pytest.param(Wanted(area="North Marsh", period="2031-32"), ["Scorecard rating 3 (Good)"], id="area"),
        pytest.param(Wanted(words="lamp", period="2031-32"), [], id="no-word-begins-so"),
        pytest.param(Wanted(words="lit", period="2031-32"), ["QM105R 41.0%", "QM105S 47.2%"], id="parts-of-a-year"),
        pytest.param(Wanted(words="lanterns", period="April 2031"), ["QM105R 41.0%"], id="a-month-is-not-the-year"),
        pytest.param(Wanted(words="kettle sold 2032"), ["CRS QM102 40.0%"], id="words-in-any-order-and-form"),
        pytest.param(Wanted(words="qm107"), ["QM107a 33.3%", "QM107b 28.0%"], id="the-beginning-of-a-code"),
        pytest.param(Wanted(words="lan watch"), ["QM105S 47.2%"], id="beginnings-of-words"),
        pytest.param(Wanted(words="33.3"), ["QM107a 33.3%", "CRS QM102 33.3%"], id="a-figure"),
        pytest.param(Wanted(words="zeppelin"), [], id="a-word-that-nothing-has"),
        pytest.param(Wanted(measure="QM999"), [], id="a-measure-that-is-not-held"),
    ],
)  # fmt: skip
def test_filters(wanted, expected):
    assert shown(wanted) == expected


@pytest.mark.parametrize("words", ["housing", "HOUSED", "moj housed"])
def test_everyday_words_stand_for_published_ones(words):
    found = filtered(rows(library()), Wanted(words=words))[0]
    assert found and {figure.observation.measure.name for figure in found} == {"Housed on release from custody"}


def test_an_area_by_a_short_name():
    found = filtered(rows(library()), Wanted(words="KSS"))[0]
    assert {figure.observation.area for figure in found} == {"Kent, Surrey & Sussex"}


def test_choices_are_those_that_leave_a_figure():
    choices = filtered(FIGURES, Wanted(measure="QM106"))[1]
    assert [choice.key for choice in choices["period"]] == ["2031-32", "2030-31"]
    assert [choice.key for choice in choices["outcome"]] == ["missed", "no figure"]
    assert [choice.label for choice in choices["outcome"]] == [STATES["missed"], STATES["no figure"]]
    assert [choice.key for choice in choices["service"]] == ["Probation"]
    assert "CRS QM101" in [choice.key for choice in choices["measure"]]


some = st.builds(
    Wanted,
    **{name: st.sampled_from(["", *sorted({KEYS[name](figure) for figure in FIGURES})]) for name in KEYS},
    words=st.sampled_from(["", "lanterns", "qm1", "dale"]),
)


@given(some)
def test_every_choice_leaves_a_figure_and_what_is_set_can_still_be_seen(wanted):
    choices = filtered(FIGURES, wanted)[1]
    for name, offered in choices.items():
        for choice in offered:
            if choice.key != getattr(wanted, name):
                assert filtered(FIGURES, replace(wanted, **{name: choice.key}))[0]
        assert getattr(wanted, name) in {"", *(choice.key for choice in offered)}


@given(some)
def test_a_filter_more_never_shows_more(wanted):
    chosen = filtered(FIGURES, wanted)[0]
    for name in NAMES:
        assert set(chosen) <= set(filtered(FIGURES, replace(wanted, **{name: ""}))[0])


def test_the_source_of_every_figure_is_the_cell_that_prints_it():
    held = library()
    holdings = Holdings(held)
    for figure in rows(held):
        source = figure_citation(holdings, figure.observation)
        assert source.publication == figure.publication and source.locator == figure.observation.locator
        assert source.table is not None
        ((row, column),) = source.cells
        assert source.table.rows[row][column] == figure.observation.shown


def test_of_a_row_that_prints_a_number_twice_the_figure_is_not_the_target():
    even = next(f for f in FIGURES if f.key == "CRS QM102" and f.target == "40.0%" and f.figure == "40.0%")
    source = figure_citation(Holdings(DOCUMENTS), even.observation)
    assert source.table is not None
    assert source.table.headers[source.cells[0][1]] == "Performance (%)"


def test_a_file_has_numbers_as_numbers_what_is_printed_and_where():
    one, none = (next(f for f in FIGURES if f.figure == shown) for shown in ("71.5%", "[z]"))
    told = dict(zip(HEADERS, cells([one])[0], strict=True))
    assert told["Figure"] == Decimal("71.5") and told["Figure as printed"] == "71.5" and told["Target met"] == "Met"
    assert told["Change (percentage points)"] == Decimal("5.5") and told["Published"] == "2031-07-24"
    assert told["Place"] == "Table 2, QM101" and told["Address"] == "https://example.org/made-up-2031"
    told = dict(zip(HEADERS, cells([none])[0], strict=True))
    assert told["Figure"] is None and told["Figure as printed"] == "[z]"


def test_a_file_reads_back():
    lines = list(csv.DictReader(StringIO(as_csv(HEADERS, cells(FIGURES)).decode("utf-8-sig"))))
    assert [line["Figure as printed"] for line in lines] == [figure.observation.shown for figure in FIGURES]


def echo(target: str) -> Document:
    """A report of another publisher with the first measure's figure, rounded."""
    observation = Observation(
        measure=Measure("", "Doors opened on time"), period=performance_year(2031), value=Decimal(70), shown="70",
        unit="percent", target=Decimal(target), target_shown=target, locator=Locator("echo", "Figure 1", "Doors"),
    )  # fmt: skip
    table = Table(locator=Locator("echo", "Figure 1"), title="Doors", headers=("Measure", "%"), rows=(("Doors", "70"),))
    return Document(publication=Publication(id="echo", title="Echo"), tables=(table,), observations=(observation,))


@pytest.mark.parametrize(("target", "again"), [("72.0", ["echo"]), ("71.0", [])], ids=["echoed", "another-target"])
def test_a_figure_that_another_publication_prints_again_is_known(target, again):
    held = (*DOCUMENTS, echo(target))
    assert [figure.publication.id for figure in repeated(Holdings(held), rows(held))] == again


def test_a_warning_needs_every_publication_that_it_speaks_of():
    held = library()
    note = next(n for n in editorial_notes() if n.kind == "withdrawn" and n.measure)
    warned = [figure for figure in rows(held) if note.says in figure.warnings]
    assert warned and all(measure_key(figure.observation.measure) == note.measure for figure in warned)
    other = {place.publication for place in note.places} - {warned[0].publication.id}
    less = [document for document in held if document.publication.id not in other]
    assert not any(note.says in figure.warnings for figure in rows(less))
