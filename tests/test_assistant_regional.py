"""Regional and quarterly questions, answered from data tables that are held beside the bulletins they accompany."""

import pytest
from made_up import assistant_of, bulletins
from regional_fake import TABLES, data_tables

from assistant.measure_history import history

NAME = "Letters answered within ten days (QM102)"
TRIPS = "Cancelled ferry trips (QM103)"
Q1, Q2 = "from April to June 2031 (Q1 2031-32)", "from July to September 2031 (Q2 2031-32)"
Q3, Q4 = "from October to December 2031 (Q3 2031-32)", "from January to March 2032 (Q4 2031-32)"


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("beside"), [*bulletins(), data_tables()])


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("without"), bulletins())


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("alone"), [data_tables()])


def headline(assistant, *turns):
    return assistant.ask(turns).headline


POINTS = {
    "plain": (
        "What was letters answered within ten days in North Marsh in Q3 2031-32?",
        f"was 92.1% in North Marsh {Q3}",
    ),
    "code": ("QM102 in Lower Dale, Q1 2031/32", f"was 60.0% in Lower Dale {Q1}"),
    "months": ("letters answered in Upper Dale, July to September 2031", f"was 90.3% in Upper Dale {Q2}"),
    "loose-quarter": (
        "letters answered in the north marsh region in the first quarter",
        f"was 81.0% in North Marsh {Q1}",
    ),
    "latest-quarter": ("letters answered in South Marsh in the latest quarter", f"was 79.0% in South Marsh {Q4}"),
    "year": ("What was letters answered in Upper Dale in 2031-32?", "was 92.0% in Upper Dale in 2031-32"),
    "no-period": ("What is QM102 in Lower Dale?", "was 67.1% in Lower Dale in 2031-32"),
    "national-quarter": ("What was letters answered in Q2 2031-32?", f"was 81.9% in England and Wales {Q2}"),
    "symbol": ("letters answered in South Marsh in Q3", "is published as [z] (Unreliable (less than 30 observations))"),
}


@pytest.mark.parametrize("case", POINTS)
def test_a_figure_is_found_by_region_and_quarter(beside, case):
    question, wanted = POINTS[case]
    answer = beside.ask([question])
    assert answer.status == "answered"
    assert answer.headline.startswith(f"{NAME} {wanted}")


def test_the_cell_of_the_figure_is_marked(beside):
    (source,) = beside.ask(["QM102 in Lower Dale in Q2 2031-32"]).citations
    assert [source.table.rows[row][column] for row, column in source.cells] == ["66.6"]
    assert str(source.locator) == "Table 1, Lower Dale"


def test_what_was_understood_is_told(beside):
    told = {one.name: one.value for one in beside.ask(["QM102 in Lower Dale in Q2 2031-32"]).understood}
    assert told == {"Measure": NAME, "Area": "Lower Dale", "Period": "July to September 2031"}


RANKED = {
    "best": ("Which region was best on letters answered in Q4?", f"Upper Dale was best on {NAME} {Q4}, at 93.4%"),
    "tie": (
        "Which region was best on letters answered in Q3?",
        f"North Marsh and Upper Dale were joint best on {NAME} {Q3}",
    ),
    "lower-is-better": (
        "best region for cancelled ferry trips",
        f"North Marsh and Lower Dale were joint best on {TRIPS} {Q3}",
    ),
    "worst-where-lower-is-better": (
        "Which region was worst on cancelled ferry trips?",
        f"Upper Dale was worst on {TRIPS} {Q3}",
    ),
    "second": (
        "second best region for letters answered in Q4",
        f"North Marsh was second best on {NAME} {Q4}, at 90.0%",
    ),
    "two": (
        "lowest two regions for letters answered in Q1",
        f"The two regions that were lowest on {NAME} {Q1} were Lower Dale (60.0%) and South Marsh (77.7%)",
    ),
    "quarter": (
        "Which quarter was best for letters answered in Lower Dale?",
        f"{NAME} in Lower Dale was best in October to December 2031 (Q3 2031-32), at 71.5%",
    ),
    "rise": (
        "Which region had the biggest rise in letters answered between Q1 and Q4?",
        f"Lower Dale improved most on {NAME} between",
    ),
}


@pytest.mark.parametrize("case", RANKED)
def test_regions_and_quarters_are_put_in_order(beside, case):
    question, wanted = RANKED[case]
    assert headline(beside, question).startswith(wanted)


def test_a_ranking_lists_every_region_and_names_those_without_a_figure(beside):
    text = beside.ask(["Which region was best on letters answered in Q3?"]).text
    assert "- 92.1%: North Marsh and Upper Dale" in text
    assert "- 71.5%: Lower Dale" in text
    assert "No figure is given for South Marsh: [z]" in text


HELD_AGAINST = {
    "met": (
        "Did Upper Dale meet its target on gardens dug in Q3 2031-32?",
        "Yes: Gardens dug (QM104) was 62.5% in Upper Dale",
    ),
    "missed": (
        "Did Lower Dale meet its target on gardens dug in Q3 2031-32?",
        "No: Gardens dug (QM104) was 40.1% in Lower Dale",
    ),
    "which-missed": (
        "Which regions missed the target on gardens dug in Q3?",
        f"2 of 4 regions missed the target of 61.0% for Gardens dug (QM104) {Q3}: "
        "North Marsh (60.0%) and Lower Dale (40.1%)",
    ),
    "how-many-met-a-ceiling": (
        "How many regions met the target for cancelled ferry trips in Q3?",
        f"3 of 4 regions met the target of 4.0% for {TRIPS} {Q3}",
    ),
    "all": (
        "Did all regions meet the target on gardens dug in Q3 2031-32?",
        "No: 2 of 4 regions met the target of 61.0%",
    ),
    "target-of-the-bulletin": (
        "Which regions met the target on letters answered in Q1 2031-32?",
        f"1 of 4 regions met the target of 90.0% for {NAME} {Q1}: Upper Dale (92.1%)",
    ),
    "above-national": (
        "Was South Marsh above the national figure on letters answered in Q4?",
        f"No: {NAME} was 79.0% in South Marsh {Q4}, 4.3 percentage points below the 83.3% of England and Wales",
    ),
    "better-where-lower-is-better": (
        "Was North Marsh better than the national average on cancelled ferry trips in Q3?",
        f"Yes: {TRIPS} was 3.5% in North Marsh {Q3}, 1.6 percentage points below the 5.1% of England and Wales",
    ),
    "regions-above-national": (
        "Which regions were above the national figure on letters answered in Q4?",
        f"2 of 4 regions were above the 83.3% of England and Wales on {NAME} {Q4}: "
        "North Marsh (90.0%) and Upper Dale (93.4%)",
    ),
    "another-region": (
        "Is North Marsh doing better than Upper Dale on letters answered in Q4 2031-32?",
        f"No: {NAME} was 90.0% in North Marsh [1] and 93.4% in Upper Dale [2] {Q4}: "
        "Upper Dale was higher by 3.4 percentage points",
    ),
    "below-a-number": ("Which regions were below 70% on letters answered in Q1?", "1 of 4 regions was below 70%"),
}


@pytest.mark.parametrize("case", HELD_AGAINST)
def test_regions_are_held_against_targets_the_whole_and_each_other(beside, case):
    question, wanted = HELD_AGAINST[case]
    assert headline(beside, question).startswith(wanted)


MOVED = {
    "up": (
        "Did letters answered in Lower Dale go up from Q1 to Q2?",
        f"Yes: {NAME} rose by 6.6 percentage points to 66.6% in Lower Dale {Q2}, against 60.0% {Q1}",
    ),
    "down": (
        "Did letters answered in Lower Dale improve between Q3 and Q4 2031-32?",
        f"No: {NAME} fell by 1.3 percentage points to 70.2% in Lower Dale {Q4}, against 71.5% {Q3}",
    ),
    "on-the-quarter-before": (
        "Did letters answered fall in Upper Dale in Q2 2031-32?",
        f"Yes: {NAME} fell by 1.8 percentage points",
    ),
    "since": ("Has letters answered improved in South Marsh since Q1?", f"Yes: {NAME} rose by 1.3 percentage points"),
    "which-improved": (
        "Which regions improved on letters answered from Q1 to Q2?",
        f"2 of 4 regions improved on {NAME}",
    ),
    "over-the-year": (
        "How did Lower Dale do on letters answered over the year, quarter by quarter?",
        f"{NAME} in Lower Dale was 60.0% {Q1} [1], 66.6% {Q2} [1], 71.5% {Q3} [1] and 70.2% {Q4} [1]",
    ),
}


@pytest.mark.parametrize("case", MOVED)
def test_changes_between_quarters_are_worked_out(beside, case):
    question, wanted = MOVED[case]
    assert headline(beside, question).startswith(wanted)


ABSENT = {
    "region": ("letters answered in London in Q3 2031-32", f"The publications held do not give {NAME} for London"),
    "unknown-place": (
        "letters answered in Atlantis in Q3 2031-32",
        f"The publications held do not give {NAME} for Atlantis",
    ),
    "part-of-the-whole": (
        "letters answered in England in Q3",
        f"The publications held do not give {NAME} for England:",
    ),
    "quarter": (
        "letters answered in Upper Dale in Q3 2029-30",
        f"The publications held do not give {NAME} for Upper Dale from",
    ),
    "quarter-of-all": (
        "Which region was best on letters answered in Q3 2029-30?",
        f"The publications held do not give {NAME} by region",
    ),
    "measure": (
        "Boats returned in Upper Dale in Q3 2031-32",
        "The publications held do not give Boats returned (QM106) for Upper Dale",
    ),
    "month": (
        "letters answered in Upper Dale in May 2031",
        f"The publications held do not give {NAME} for Upper Dale in May 2031",
    ),
}


@pytest.mark.parametrize("case", ABSENT)
def test_what_is_not_held_is_said_without_a_figure(beside, case):
    question, wanted = ABSENT[case]
    answer = beside.ask([question])
    assert answer.status == "not_found"
    assert answer.headline.startswith(wanted)
    assert "%" not in answer.headline


def test_what_is_offered_instead_can_be_answered(beside):
    answer = beside.ask(["letters answered in Upper Dale in Q3 2029-30"])
    assert answer.suggestions
    assert all(beside.ask([one]).status == "answered" for one in answer.suggestions)


FOLLOWED = {
    "region": (
        ("What was QM102 in North Marsh in Q2 2031-32?", "and in Lower Dale?"),
        f"{NAME} was 66.6% in Lower Dale {Q2}",
    ),
    "quarter": (
        ("What was QM102 in North Marsh in Q2 2031-32?", "what about Q3?"),
        f"{NAME} was 92.1% in North Marsh {Q3}",
    ),
    "quarter-before": (
        ("What was QM102 in North Marsh in Q2 2031-32?", "and the previous quarter?"),
        f"{NAME} was 81.0% in North Marsh {Q1}",
    ),
    "region-after-the-whole": (
        ("What was letters answered in 2031-32?", "and in Lower Dale?"),
        f"{NAME} was 67.1% in Lower Dale in 2031-32",
    ),
    "whole-after-a-region": (
        ("QM102 in Lower Dale in Q2 2031-32", "and nationally?"),
        f"{NAME} was 81.9% in England and Wales {Q2}",
    ),
    "ranking": (("QM102 in Lower Dale in Q2 2031-32", "which region was best?"), f"Upper Dale was best on {NAME} {Q2}"),
    "region-after-targets": (
        ("Which regions missed the target on gardens dug in Q3?", "and South Marsh?"),
        "Gardens dug (QM104) was 61.0% in South Marsh",
    ),
    "measure": (
        ("Which region was best on gardens dug in Q3 2031-32?", "and on letters answered?"),
        f"North Marsh and Upper Dale were joint best on {NAME}",
    ),
}


@pytest.mark.parametrize("case", FOLLOWED)
def test_a_follow_up_keeps_what_it_leaves_open(beside, case):
    turns, wanted = FOLLOWED[case]
    assert headline(beside, *turns).removeprefix("Yes: ").startswith(wanted)


def test_a_place_that_nothing_is_known_of_carries_no_other_over(beside):
    answer = beside.ask(["QM102 in Lower Dale in Q2 2031-32", "and in Atlantis?"])
    assert answer.status == "not_found"
    assert "for Atlantis" in answer.headline


def test_the_year_before_is_not_held(beside):
    answer = beside.ask(["QM102 in Lower Dale in Q2 2031-32", "and the year before?"])
    assert answer.status == "not_found"
    assert "from July to September 2030" in answer.headline


def test_a_quarter_of_a_year_on_its_own_is_said_to_be_read_so(beside):
    answer = beside.ask(["What was letters answered in Q3 2031?"])
    assert f"84.6% in England and Wales {Q3}" in answer.headline
    assert any("read as one of the performance year" in caveat for caveat in answer.caveats)


NATIONAL = (
    "What was gardens dug in 2031-32?",
    "Did cancelled ferry trips meet its target in 2031-32?",
    "How many measures met their target in 2031-32?",
    "Which measure improved the most in 2031-32?",
    "Which measures missed their target in 2030-31?",
    "How were the regions rated in 2031-32?",
    "How did letters answered change in 2031-32?",
    "What about Lower Dale?",
    "Which regions were rated Good?",
    "What was boats returned in North Marsh?",
)


@pytest.mark.parametrize("question", NATIONAL)
def test_what_the_bulletins_answer_stays_as_it_was(beside, without, question):
    now, before = beside.ask([question]), without.ask([question])
    assert (now.status, now.text, now.suggestions) == (before.status, before.text, before.suggestions)


def test_the_figure_of_the_bulletin_stands_and_the_other_is_told(beside):
    answer = beside.ask(["What was letters answered in 2031-32?"])
    assert "was 91.3% in England and Wales in 2031-32" in answer.headline
    assert any("prints 82.4%" in caveat for caveat in answer.caveats)


def test_data_tables_are_no_edition(beside, without):
    assert [e.year for e in beside.holdings().editions] == [e.year for e in without.holdings().editions]
    assert beside.holdings().measures == without.holdings().measures


def test_data_tables_alone_answer_for_the_whole(alone):
    assert headline(alone, "What was letters answered in 2031-32?").startswith(
        f"{NAME} was 82.4% in England and Wales in 2031-32"
    )
    assert headline(alone, "letters answered in Lower Dale in Q2").startswith(f"{NAME} was 66.6% in Lower Dale {Q2}")


def test_a_measure_of_data_tables_has_a_page_of_its_figures():
    told = history([data_tables()], "QM104")
    assert {sourced.row.observation.area for sourced in told.figures} >= {"North Marsh", "England and Wales"}
    assert told.question


def test_the_page_of_a_measure_of_the_bulletins_keeps_to_their_figures():
    with_tables, without = (history(documents, "QM102") for documents in ([*bulletins(), data_tables()], bulletins()))
    assert [one.row for one in with_tables.figures] == [one.row for one in without.figures]


def test_the_later_of_two_publications_is_given_and_the_earlier_told(tmp_path):
    earlier = data_tables(
        TABLES.replace("2032: data", "2032, first: data").replace("29 July", "1 May").replace("66.6", "65.5")
    )
    answer = assistant_of(tmp_path, [earlier, data_tables()]).ask(["QM102 in Lower Dale in Q2 2031-32"])
    assert answer.headline.startswith(f"{NAME} was 66.6% in Lower Dale")
    assert any("gave it before as 65.5%" in caveat for caveat in answer.caveats)


def test_a_figure_that_one_publication_gives_twice_otherwise_is_not_given(tmp_path):
    twice = TABLES + "\nTable 9: QM102 - Letters answered within ten days by region and quarter, 2031-32 (%)\n\n" + (
        "| Region | Q1 2031-32 | Q2 2031-32 |\n|---|---|---|\n| Lower Dale | 60.0 | 61.1 |\n| Total | 80.2 | 81.9 |\n"
    )  # fmt: skip
    answer = assistant_of(tmp_path, [data_tables(twice)]).ask(["QM102 in Lower Dale in Q2 2031-32"])
    assert answer.status == "not_found"
    assert "66.6" not in answer.text
    assert "61.1" not in answer.headline


REVISED = """

Table 9: Performance by region, Q4 2031-32

| Region | Measure | Value (%) |
|---|---|---|
| Lower Dale | QM104R - Gardens dug by daylight | 12.5 |
| Lower Dale | QM104 - Gardens dug | 44.4 |
| Upper Dale | QM104R - Gardens dug by daylight | 11.1 |
| Upper Dale | QM104 - Gardens dug | 55.5 |
"""


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("QM104 in Lower Dale in Q4 2031-32", "Gardens dug (QM104) was 44.4% in Lower Dale"),
        ("QM104R in Lower Dale in Q4 2031-32", "Gardens dug by daylight (QM104R) was 12.5% in Lower Dale"),
        ("Which region was best on QM104R in Q4 2031-32?", "Lower Dale was best on Gardens dug by daylight (QM104R)"),
        ("Which region was best on QM104 in Q4 2031-32?", "Upper Dale was best on Gardens dug (QM104)"),
    ],
)
def test_versions_of_a_measure_stay_apart(tmp_path, question, wanted):
    assert headline(assistant_of(tmp_path, [data_tables(TABLES + REVISED)]), question).startswith(wanted)


NUMBERED = """

Table 10: QM301 - Ropes coiled within 6 weeks by region, 2031-32 (%)

| Region | Q1 2031-32 | Q2 2031-32 |
|---|---|---|
| Lower Dale | 12.5 | 14.5 |
| Upper Dale | 11.1 | 15.5 |

Table 11: QM302 - Ropes coiled within 9 months by region, 2031-32 (%)

| Region | Q1 2031-32 | Q2 2031-32 |
|---|---|---|
| Lower Dale | 32.5 | 34.5 |
| Upper Dale | 31.1 | 35.5 |
"""


def test_a_number_in_the_name_of_a_measure_is_traced_to_the_title(tmp_path):
    answer = assistant_of(tmp_path, [data_tables(TABLES + NUMBERED)]).ask(["QM301 in Lower Dale in Q2 2031-32"])
    assert answer.headline.startswith("Ropes coiled within 6 weeks (QM301) was 14.5% in Lower Dale")


def test_it_is_asked_which_of_two_measures_is_meant(tmp_path):
    assistant = assistant_of(tmp_path, [data_tables(TABLES + NUMBERED)])
    answer = assistant.ask(["ropes coiled in Lower Dale in Q2 2031-32"])
    assert answer.status == "clarify"
    assert [assistant.ask([option]).headline.split(" in ")[0] for option in answer.options] == [
        "Ropes coiled within 6 weeks (QM301) was 14.5%",
        "Ropes coiled within 9 months (QM302) was 34.5%",
    ]
