"""Questions about the cells of tables without codes, and their answers. All publications here are made up."""

from functools import cache
from pathlib import Path

import pytest
from made_up import bulletins

from assistant.answers import Answer
from assistant.cell_answers import cells_answer
from assistant.cells import CellFinder, CellMatch
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.trace import untraced
from assistant.words import fold
from corpus import library
from corpus.aliases import aliases
from corpus.metadata import Told
from corpus.periods import find_periods, without_periods
from corpus.read import parse

FERRIES = """\
Made-up Ferry Report 2033
Published 4 May 2033
# Crews
The report describes the crews of the ferries.

Figure 3: Review of crew rosters in made-up harbours
| Kind of duty (date reviewed) | Planned crew (FTE) | Crew required by rules (FTE) | \
Gap between rules and plan (FTE) | Gap between rules and plan (%) |
|---|---|---|---|---|
| Night watch (May 2031) | 1,200 | 1,350 | 150 | 11 |
| Rope work (June 2032) | 300 | - | - | - |
| Engine duty (July 2032) | 410 | 380 | -30 | -8 |
| Galley (July 2032) | 90 | 98 | 8 | 8 |

Figure 5: Share of passengers who were content with ferry comforts, by comfort
| Comfort | All boats | Steam boats | Sailing boats |
|---|---|---|---|
| Blankets | 61% | 55% | 70% |
| Hot soup | 44% | - | 44% |
| Cabin doors | 12% | 0% | 20% |

Table 8: Standards of the lake boats, April to June 2032
| Standard | Rating | Target |
|---|---|---|
| LAKE QM101 - Share of lamps trimmed before dusk | 71.5% | 75% |
| LAKE QM102 - Share of bells rung on the hour | 99.0% | 90% |
| LAKE QM103 - Share of decks swept daily | 40.0% | 80% |

Figure 9: Lighthouse visits and keepers, 2028/2029 to 2031/2032
| Financial year | Lighthouse visits | Keepers (end of the year) |
|---|---|---|
| 2028/2029 | 4,100 | 36 |
| 2029/2030 | 4,350 | 31 |
| 2031/2032 | 3,900 | 30 |
"""


@cache
def holdings() -> Holdings:
    """A made-up report beside the two made-up bulletins."""
    told = Told(id="ferry-report", publisher="Ferry Office", period="April 2031 to March 2032")
    return Holdings((parse(FERRIES, Path("ferry-report.md"), [told]), *bulletins()))


@cache
def shipped() -> Holdings:
    """The library that ships with the package."""
    return Holdings(library.documents())


@cache
def finder(held: Holdings) -> CellFinder:
    return CellFinder(held, aliases())


def find(question: str, held: Holdings | None = None, publications: tuple[str, ...] = ()) -> CellMatch | None:
    text = fold(question)
    periods = [mention.period for mention in find_periods(text)]
    return finder(held or holdings()).find(without_periods(text), publications, periods)


def answer(question: str, held: Holdings | None = None, publications: tuple[str, ...] = ()) -> Answer:
    match = find(question, held, publications)
    assert match is not None, question
    found = cells_answer(Query(question=question, topic="cells", cells=match), held or holdings())
    assert untraced(found) == []
    return found


@pytest.mark.parametrize(
    ("question", "said", "place"),
    [
        pytest.param("What is the planned crew for night watch?", "1,200 FTE", "Figure 3", id="cell"),
        pytest.param("how many FTE crew do the rules require for engine duty", "380 FTE", "Figure 3", id="other-words"),
        pytest.param("gap for night watch in the review of crew rosters", "150 FTE or 11%", "Figure 3", id="units"),
        pytest.param("percentage gap between rules and plan for engine duty", "-8%", "Figure 3", id="below-zero"),
        pytest.param("share content with blankets on sailing boats", "70%", "Figure 5", id="share"),
        pytest.param("were passengers content with cabin doors on steam boats?", "0%", "Figure 5", id="printed-zero"),
        pytest.param("lighthouse visits in 2029/30", "4,350", "Figure 9", id="year"),
        pytest.param("keepers at the end of the year 2031/2032 in the lighthouse table", "30", "Figure 9", id="count"),
    ],
)
def test_a_cell_is_found_and_its_row_cited(question, said, place):
    found = answer(question)
    assert found.status == "answered"
    assert said in found.headline
    assert {c.locator.place for c in found.citations} == {place}
    assert all(figure.citation or figure.working for figure in found.figures)


def test_with_only_the_row_named_the_whole_row_is_given_each_unit_apart():
    found = answer("Review of crew rosters: galley")
    assert all(part in found.headline for part in ("90 FTE", "98 FTE", "8 FTE or 8%"))


def test_a_dash_is_no_figure_and_no_zero():
    found = answer("How many crew do rules require for rope work?")
    assert "no figure" in found.headline
    assert found.figures == ()


@pytest.mark.parametrize(
    ("question", "first", "shown"),
    [
        pytest.param("Which duty had the biggest gap between rules and plan?", "Night watch", "150 FTE", id="gap"),
        pytest.param("which duty's crew was furthest below plan by the rules", "Engine duty", "-30 FTE", id="side"),
        pytest.param("which duty has the lowest planned crew", "Galley", "90 FTE", id="lowest"),
        pytest.param("Which comfort had the highest share content on steam boats?", "Blankets", "55%", id="share"),
        pytest.param("which year had the most lighthouse visits", "2029/2030", "4,350", id="years"),
    ],
)
def test_rows_are_ranked_and_all_of_them_listed(question, first, shown):
    found = answer(question)
    assert found.headline.startswith(first)
    assert shown in found.headline
    assert len([line for line in found.text.splitlines() if line.startswith("- ")]) >= 3


def test_a_row_without_a_figure_is_named_in_a_ranking_but_has_no_rank():
    found = answer("which duty needs the fewest crew under the rules: lowest crew required")
    items = [line for line in found.text.splitlines() if line.startswith("- ")]
    assert found.headline.startswith("Galley")
    assert items[-1].startswith("- Rope work")
    assert "no figure" in items[-1]


def test_the_smallest_gap_is_the_one_nearest_to_zero():
    assert answer("smallest gap in FTE between rules and plan, which duty").headline.startswith("Galley")


def test_a_value_stands_against_its_target_with_the_distance_worked_out():
    found = answer("LAKE QM101 lamps rating April to June 2032 against target")
    assert "71.5% against a target of 75%, 3.5 percentage points below it" in found.headline
    assert any(figure.working and "71.5 - 75" in figure.working for figure in found.figures)


def test_the_distances_to_targets_are_ranked():
    found = answer("Which standard of the lake boats was furthest below target in April to June 2032?")
    assert found.headline.startswith("LAKE QM103")
    assert "40.0 percentage points below" in found.headline


def test_two_rows_are_compared_in_one_unit():
    found = answer("compare planned crew for night watch and engine duty")
    assert all(part in found.text for part in ("1,200 FTE", "410 FTE", "difference is 790 FTE"))


def test_two_columns_are_compared_in_percentage_points():
    assert "15 percentage points" in answer("blankets content: steam boats versus sailing boats").text


def test_two_years_are_compared():
    found = answer("how did lighthouse visits change between 2028/29 and 2031/32")
    assert "fell by 200" in found.text


def test_counts_of_one_unit_are_added_up_as_derived_and_said_not_to_be_printed():
    found = answer("total planned crew")
    assert "2,000 FTE" in found.headline
    assert "no total is printed" in found.headline
    assert any(f.working and "1200 + 300 + 410 + 90 = 2000" in f.working for f in found.figures)


def test_a_sum_names_the_rows_that_print_no_figure():
    found = answer("total crew required by rules")
    assert "1,828 FTE" in found.headline
    assert "leaves out Rope work (June 2032)" in found.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("total share content on sailing boats for all comforts", id="shares"),
        pytest.param("what is the average planned crew in the review of rosters", id="average"),
        pytest.param("total number of lighthouse visits over all years", id="periods"),
    ],
)
def test_what_may_not_be_added_up_is_refused_with_the_reason(question):
    found = answer(question)
    assert found.status == "not_found"
    assert "because" in found.headline
    assert found.figures == ()


def test_a_year_without_a_row_is_said_to_be_missing_with_the_years_there_are():
    found = answer("lighthouse visits in 2030/31")
    assert found.status == "not_found"
    assert "2030-31" in found.headline
    assert "2029-30" in found.headline
    assert found.figures == ()


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is a night watch?", id="definition"),
        pytest.param("Why is rope work not reviewed?", id="reason"),
        pytest.param("how are crew rosters reviewed", id="manner"),
        pytest.param("How long does a night watch last?", id="another-matter"),
        pytest.param("how much are engine duty crew paid", id="pay"),
        pytest.param("planned crew for night watch in Upper Dale", id="another-area"),
        pytest.param("planned crew for night watch in 2019", id="another-year"),
        pytest.param("what was said about planned crew", id="prose"),
        pytest.param("galley", id="a-word"),
        pytest.param("who visits lighthouses?", id="who"),
        pytest.param("QM101 target", id="code-of-a-measure"),
        pytest.param("QM103 in 2031-32", id="code-and-year-of-a-measure"),
        pytest.param("", id="nothing"),
    ],
)
def test_prose_questions_and_measures_are_left_alone(question):
    assert find(question) is None


def test_a_code_is_the_tables_where_its_service_or_period_is_named():
    assert "99.0%" in answer("LAKE QM102").headline
    assert "99.0%" in answer("QM102 April to June 2032").headline


def test_a_measure_that_explains_the_question_as_well_is_preferred():
    match = find("planned crew for night watch")
    assert match is not None
    assert not match.beats(told=1.0, named=1.0)
    assert match.beats(told=0.6, named=1.0)
    named = find("planned crew for night watch", publications=("ferry-report",))
    assert named is not None
    assert named.beats(told=1.0, named=1.0)


def test_a_publication_that_does_not_print_the_table_is_not_answered_from_it():
    assert find("planned crew for night watch", publications=("made-up-2031",)) is None


def test_tables_that_fit_as_well_are_all_given():
    held = shipped()
    found = answer("accommodation, share of NPS cases", held)
    assert len({c.locator.place for c in found.citations}) > 1


@pytest.mark.parametrize(
    ("question", "shown", "place"),
    [
        ("how many staff does sentence management need according to policy expectations?", "15,658 FTE", "Figure 11"),
        ("community payback original target staffing", "1,699 FTE", "Figure 11"),
        ("what share of NPS cases got sufficient help from partners for accommodation", "67%", "Figure 38"),
        ("CRC rating on SL010 in 2017 against target", "89.5% against a target of 90%", "Figure 8"),
        ("SFO reviews as a percentage of caseload 2013/14", "0.20%", "Figure 35"),
        ("RAR proportion of orders 2015/16", "29%", "Figure 24"),
    ],
)
def test_the_library_answers_from_its_tables(question, shown, place):
    found = answer(question, shipped())
    assert shown in found.headline
    assert found.citations[0].locator.place == place


def test_a_rounded_figure_is_given_with_the_one_it_rounds():
    question = "unpaid work requirements successfully completed within 12 months, performance against target"
    asked_for = answer(question, shipped(), ("nao-probation-service-2025",))
    assert "63% against a target of 75%" in asked_for.headline
    assert "63.1%" in asked_for.text
    plain = answer(question, shipped())
    assert "63.1%" in plain.headline
    assert "prints it rounded" in plain.text
    assert plain.caveats


@pytest.mark.parametrize(
    ("question", "first", "shown"),
    [
        ("Which lake boat standard missed its target by most in April to June 2032?", "LAKE QM103", "40.0 percentage"),
        ("In Table 8 which was closest to target?", "LAKE QM101", "3.5 percentage points below"),
        ("fewest lighthouse visits", "2031/2032", "lowest"),
    ],
)
def test_what_missed_by_most_or_came_closest_goes_by_the_distance(question, first, shown):
    found = answer(question)
    assert found.headline.startswith(first)
    assert shown in found.headline


@pytest.mark.parametrize(
    ("question", "count", "codes"),
    [
        ("Which standards in Table 8 met target?", "1 of the 3 rows", {"QM102"}),
        ("which standards in Table 8 missed their target", "2 of the 3 rows", {"QM101", "QM103"}),
    ],
)
def test_rows_are_counted_by_the_side_of_their_targets_they_lie_on(question, count, codes):
    found = answer(question)
    items = [line for line in found.text.splitlines() if line.startswith("- ")]
    assert found.headline.startswith(count)
    assert {line.split()[2] for line in items} == codes
    assert any("whether a higher figure is better" in caveat for caveat in found.caveats)


def test_a_side_of_the_target_is_told_by_a_printed_gap_where_there_are_several_values():
    found = answer("which kind of duty had fewer crew required than its planned target in the review of crew rosters?")
    assert found.headline.startswith("1 of the 3 rows")
    assert "Engine duty" in found.headline


@pytest.mark.parametrize(
    ("question", "publications"),
    [
        ("How many metrics met target in 2024-25?", ()),
        ("Did the Probation Service meet its targets in 2024-25?", ("nao-probation-service-2025",)),
        ("Which area had the fewest SFO reviews?", ()),
        ("Average caseload per PSO", ()),
    ],
)
def test_no_table_answers_for_all_measures_nor_for_what_it_does_not_print(question, publications):
    assert find(question, shipped(), publications) is None


def test_the_row_that_is_asked_for_is_not_a_row_that_is_named():
    assert find("Which kind of duty had the fewest night watch lighthouse visits?") is None


def test_columns_named_apart_are_given_and_not_the_gap_that_has_the_words_of_both():
    found = answer("planned crew for night watch and the crew that rules require")
    assert "1,200 FTE" in found.headline
    assert "1,350 FTE" in found.headline
    assert "gap" not in found.headline
    library_answer = answer("original target staffing for court work and the policy expectation estimate", shipped())
    assert "1,852 FTE" in library_answer.headline
    assert "2,184 FTE" in library_answer.headline


def test_a_financial_year_means_the_row_that_begins_in_the_same_calendar_year():
    found = answer("by how much did average caseload rise between 2021/22 and 2022/23 (July to June)", shipped())
    assert all(figure in found.text for figure in ("36.0", "37.1", "rose by 1.1"))
    assert any("begin in the same calendar year" in caveat for caveat in found.caveats)
    assert answer("average caseload 2030/31", shipped()).status == "not_found"


@pytest.mark.parametrize(
    ("question", "publications", "shown"),
    [
        ("NPS SL001 score?", (), "99.6%"),
        (
            "which probation area had fewer staff required than its original target in the timings review?",
            (),
            "Accredited programmes",
        ),
        (
            "According to the NAO's table, how far below target were sentence plans in 2024-25?",
            ("nao-probation-service-2025",),
            "87% against a target of 95%, 8 percentage points below",
        ),
        (
            "percent of pre-sentence reports done within the court's timescale by the NPS, April to June 2017",
            (),
            "99.6%",
        ),
        ("CRC offenders released from custody with settled accommodation april to june 2017", (), "67.2%"),
        ("Which NPS measure missed its target by most in 2017?", (), "24.5 percentage points below"),
        ("Which metrics in Figure 4 met target?", (), "0 of the 8 rows"),
        ("In Figure 4 which was closest to target?", (), "1 percentage point"),
    ],
)
def test_the_library_finds_rows_by_what_they_say(question, publications, shown):
    assert shown in answer(question, shipped(), publications).headline


@pytest.mark.parametrize(
    ("question", "owed"),
    [
        ("NPS SL001 score?", True),
        ("average caseload 2022/23", True),
        ("Fewest SFO reviews?", True),
        ("SFO reviews 2015/16", False),
        ("community payback original target staffing", False),
    ],
)
def test_a_table_is_owed_what_no_measure_of_the_same_words_gives(question, owed):
    match = find(question, shipped())
    assert match is not None
    assert match.owed is owed


def test_the_same_question_has_the_same_answer():
    assert answer("total planned crew") == answer("total planned crew")
