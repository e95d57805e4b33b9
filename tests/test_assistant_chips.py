"""What is understood of a question is told truly, and setting one thing of it changes that and nothing else."""

import json
from pathlib import Path

import pytest
from asking import ask, ask_library

from assistant import phrases
from assistant.holdings import Holdings, family
from assistant.turns import Chosen, Question
from corpus.library import documents

QUESTIONS = Path(__file__).parents[1] / "evals" / "questions"
HOLDINGS = Holdings(documents())
FAMILIES = sorted({family(measure) for measure in HOLDINGS.measures})
AREAS = HOLDINGS.areas
MUST = {  # what may change with what was set: the name of a version, what is counted of a service, what only some have
    "measure": {"Service", "Period", "Publication", "Searched for"},
    "period": {"Measure", "Publication"},
    "service": {"Measure", "Counting"},
    "area": {"Searched for", "Publication"},
    "publication": set(),
}


def told(answer):
    """The values of what was understood, by their names."""
    return {one.name: one.value for one in answer.understood}


def chip(answer, name):
    return next(one for one in answer.understood if one.name == name)


def keys(answer, name):
    """The keys of what a thing can be set to, by their labels."""
    return {choice.label: choice.key for choice in chip(answer, name).choices}


def chosen(**kinds):
    return tuple(Chosen(kind, key) for kind, key in kinds.items())


def key(one):
    return " ".join(part for part in (one.service, f"{one.letters}{one.digits}{one.part}") if part)


def id_of(one):
    return key(one)[:40]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("QM104",), {"Measure": "Gardens dug (QM104)", "Period": "2031-32 (latest)",
                                  "Area": "England and Wales"}, id="measure-of-the-latest-year"),
        pytest.param(("QM104 in 2030-31",), {"Measure": "Gardens dug (QM104)", "Period": "2030-31",
                                             "Area": "England and Wales"}, id="measure-of-a-year"),
        pytest.param(("QM104 in both years",), {"Measure": "Gardens dug (QM104)",
                                                "Period": "Every year held (2030-31 to 2031-32)",
                                                "Area": "England and Wales"}, id="every-year"),
        pytest.param(("QM104 in 2010-11",), {"Measure": "Gardens dug (QM104)", "Period": "2010-11",
                                             "Area": "England and Wales"}, id="year-not-held"),
        pytest.param(("QM101",), {
            "Measure": "Doors opened on time (QM101); Kettles mended (CRS QM101)",
            "Service": "Probation Service and Commissioned Rehabilitative Services (CRS)",
            "Period": "2031-32 (latest)", "Area": "England and Wales"}, id="code-of-two-services"),
        pytest.param(("QM105",), {"Measure": "Lanterns lit for watched ships (QM105S); Lanterns lit (QM105R)",
                                  "Period": "2031-32 (latest)", "Area": "England and Wales"}, id="two-versions"),
        pytest.param(("QM107a",), {"Measure": "Ropes coiled at dawn (QM107a)", "Period": "2031-32 (latest)",
                                   "Area": "England and Wales"}, id="only-year"),
        pytest.param(("QM999",), {"Measure": "QM999 (not held)"}, id="code-not-held"),
        pytest.param(("gardens dug in North Marsh",), {"Measure": "Gardens dug (QM104)", "Period": "2031-32 (latest)",
                                                       "Area": "North Marsh"}, id="area-of-a-national-measure"),
        pytest.param(("How many CRS targets were met?",), {
            "Counting": "CRS service levels that met or bettered their target",
            "Service": "Commissioned Rehabilitative Services (CRS)", "Period": "2031-32 (latest)",
            "Area": "England and Wales"}, id="count"),
        pytest.param(("Which measure improved the most in 2030-31?",), {
            "Ranking": "which measure improved the most", "Service": "Probation Service", "Period": "2030-31",
            "Area": "England and Wales"}, id="ranking"),
        pytest.param(("How was North Marsh rated?",), {
            "Measure": "Probation Scorecard rating", "Period": "2031-32 (latest)", "Area": "North Marsh"}, id="rating"),
        pytest.param(("Which regions were rated Good in 2030-31?",), {
            "Measure": "Probation Scorecard rating 3 (Good)", "Period": "2030-31", "Area": "All regions"},
            id="rated-so"),
        pytest.param(("What rating does a score of 75.5% get?",), {
            "Measure": "Probation Scorecard thresholds", "Score": "75.5%", "Period": "2031-32 (latest)"}, id="score"),
        pytest.param(("How many targets were met in Scotland?",), {"Area": "Scotland"}, id="elsewhere"),
        pytest.param(("Is a rise in cancelled ferry trips good?",), {"Measure": "Cancelled ferry trips (QM103)"},
                     id="direction"),
        pytest.param(("What does [x] mean?",), {"Symbol": "[x]"}, id="symbol"),
        pytest.param(("When was the 2031-32 bulletin published?",),
                     {"Period": "2031-32", "Publication": "Made-up Performance Annual, update to March 2032"},
                     id="published"),
        pytest.param(("Why do ferries have crews?",), {"Searched for": "Why do ferries have crews?",
                                                       "Publication": "All publications held"}, id="prose"),
    ],
)  # fmt: skip
def test_what_was_understood_is_told_in_order(turns, expected):
    assert [(one.name, one.value) for one in ask(*turns).understood] == list(expected.items())


@pytest.mark.parametrize(
    ("turns", "carried"),
    [
        pytest.param(("QM104 in 2030-31", "and QM102?"), ["Period"], id="period"),
        pytest.param(("QM104 in 2030-31", "and the target?"), ["Measure", "Period"], id="measure-and-period"),
        pytest.param(("QM104", "and the year before?"), ["Measure"], id="measure"),
        pytest.param(("How was North Marsh rated?", "and in 2030-31?"), ["Area"], id="area"),
        pytest.param(("How many targets were met?", "and in 2030-31?"), ["Counting"], id="count"),
        pytest.param(("Why do ferries have crews?", "and what about them at night?"), ["Searched for"], id="prose"),
        pytest.param(("QM104 in 2030-31", "What was QM102?"), [], id="a-new-question"),
    ],
)
def test_what_came_from_an_earlier_turn_is_said_to_be_carried(turns, carried):
    assert [one.name for one in ask(*turns).understood if one.carried] == carried


def test_parts_of_a_question_are_told_without_choices():
    found = ask("How many targets were met? And how was North Marsh rated?").understood
    assert {"Counting", "Measure", "Area"} <= {one.name for one in found}
    assert not [one for one in found if one.choices or one.kind]


def test_what_fits_the_words_is_offered_first_and_then_what_is_like_it():
    labels = list(keys(ask_library("unpaid work"), "Measure"))
    assert labels[0] == "4 measures fit"
    assert all("Unpaid work" in label for label in labels[1:5])
    assert not any("Unpaid work" in label for label in labels[5:])
    like = list(keys(ask_library("SL028"), "Measure"))
    assert like[0] == "Unpaid work stand downs (SL028)"
    assert all("Unpaid work" in label for label in like[1:4])


def test_measures_of_a_year_are_offered_by_the_names_of_that_year():
    labels = keys(ask("QM104 in 2030-31"), "Measure")
    assert labels["Lanterns lit (QM105R)"] == "Probation QM105"
    assert not any("QM107" in label for label in labels)  # began a year later


def test_a_question_that_fits_several_measures_is_answered_once_one_is_set():
    asked = ask_library("unpaid work in 2023-24")
    assert asked.status == "clarify"
    one = keys(asked, "Measure")["Unpaid work stand downs (SL028)"]
    answer = ask_library(Question("unpaid work in 2023-24", chosen(measure=one)))
    assert (answer.status, answer.options) == ("answered", ())
    assert "(SL028) was 0.9%" in answer.headline
    assert told(answer)["Period"] == "2023-24"


@pytest.mark.parametrize("one", FAMILIES, ids=id_of)
def test_a_measure_and_any_of_its_years_give_the_published_figure(one):
    base = Question("Housed on release", chosen(measure=key(one)))
    years = [choice.key for choice in chip(ask_library(base), "Period").choices] or [
        told(ask_library(base))["Period"].split(" (")[0]
    ]
    held = HOLDINGS.of([one])
    for year in years:
        answer = ask_library(Question(base.text, (*base.chosen, *chosen(period=year))))
        assert answer.status == "answered"
        cited = {(c.locator, c.publication.id) for c in answer.citations}
        wanted = [o for o in held if year in ("every year held", _year(o))]
        assert {(o.locator, o.locator.publication) for o in wanted} <= cited
        assert all(phrases.amount(o).split(" [")[0] in answer.text for o in wanted if o.value is not None)
        others = {o.locator for o in HOLDINGS.of(FAMILIES) if o not in wanted and o.measure.code}
        assert not others & {c.locator for c in answer.citations if c.table is not None}


def _year(observation):
    """The year a row counts for: that of its bulletin, where it is of one."""
    edition = next((e for e in HOLDINGS.editions if e.document is HOLDINGS.document(observation)), None)
    return edition.year.label if edition else observation.period.label


@pytest.mark.parametrize("edition", HOLDINGS.editions, ids=lambda e: e.year.label)
def test_an_area_and_a_year_give_the_published_rating(edition):
    for area in AREAS:
        answer = ask_library(Question("How was London rated?", chosen(area=area, period=edition.year.label)))
        (observation,) = edition.ratings(area)
        assert f"{area} was rated {phrases.rated(observation)} in {edition.year.label}" in answer.headline
        assert told(answer)["Area"] == area


@pytest.mark.parametrize(
    ("turns", "period", "figures"),
    [
        pytest.param(("QM104", Question("and QM103?", chosen(period="2030-31"))), "2030-31", "3.1%", id="after"),
        pytest.param((Question("QM104", chosen(period="2030-31")), "and QM103?"), "2030-31", "3.1%", id="before"),
        pytest.param((Question("QM104", chosen(measure="Probation QM103")), "and the year before?"), "2030-31", "3.1%",
                     id="measure-before"),
        pytest.param(("QM103 in 2030-31", Question("and the target?", chosen(period="2031-32")), "did it meet it?"),
                     "2031-32 (latest)", "4.6%", id="between"),
    ],
)  # fmt: skip
def test_follow_ups_follow_from_what_was_set(turns, period, figures):
    answer = ask(*turns)
    assert told(answer)["Measure"] == "Cancelled ferry trips (QM103)"
    assert told(answer)["Period"] == period
    assert figures in answer.text


def test_what_is_set_is_no_longer_carried():
    turns = "QM104 in 2030-31", Question("and the target?", chosen(period="2031-32"))
    assert [one.name for one in ask(*turns).understood if one.carried] == ["Measure"]


def test_what_was_asked_of_a_measure_stays_when_another_is_set():
    turn = Question("By how much did QM106 miss its target?", chosen(measure="Probation QM102", period="2030-31"))
    assert "missed its target of 90.0% (2.0 percentage points below)" in ask(turn).headline


def test_a_service_has_its_own_measure_of_a_code():
    turn = Question("QM101 in 2030-31", chosen(service="CRS"))
    assert "Kettles mended (CRS QM101) was 81.0%" in ask(turn).headline


def test_an_area_that_nothing_is_published_for_is_said_to_be_so_and_can_be_set_to_the_whole():
    there = ask(Question("QM104", chosen(area="North Marsh")))
    assert there.status == "not_found"
    assert list(keys(there, "Area")) == ["North Marsh", "England and Wales"]
    assert ask(Question("gardens dug in North Marsh", chosen(area="England and Wales"))).status == "answered"


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param({"measure": "Probation QM888"}, id="measure"),
        pytest.param({"period": "1999-00"}, id="period"),
        pytest.param({"area": "Atlantis"}, id="area"),
        pytest.param({"service": "Coastguard"}, id="service"),
        pytest.param({"publication": "gone"}, id="publication"),
        pytest.param({"area": ""}, id="nothing"),
    ],
)
@pytest.mark.parametrize(
    "text", ["QM104", "How many targets were met?", "How was North Marsh rated?", "Why do ferries?"]
)
def test_what_is_not_held_any_more_is_ignored(text, choice):
    plain, answer = ask(text), ask(Question(text, chosen(**choice)))
    assert (answer.text, answer.understood) == (plain.text, plain.understood)


def test_quotes_can_be_limited_to_a_publication_and_stay_so_for_what_follows():
    text = "How many probation officers were in post?"
    limited = Question(text, chosen(publication="hmip-annual-report-2017"))
    for turns in ((limited,), (limited, "and what about them in teams?")):
        answer = ask_library(*turns)
        assert {c.publication.id for c in answer.citations} == {"hmip-annual-report-2017"}
        assert told(answer)["Publication"] == "HM Inspectorate of Probation Annual Report 2017"
    assert chip(answer, "Publication").carried
    again = ask_library(limited, Question("and what about them in teams?", chosen(publication="all publications")))
    assert told(again)["Publication"] == "All publications held"


def _sample():
    """Some sixty conversations about everything that can be asked."""
    for name, every in (("figures", 2), ("passages", 9), ("unanswerable", 11)):
        rows = [json.loads(line) for line in (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for row in rows[::every]:
            yield pytest.param(tuple(row.get("turns") or [row["question"]]), id=row["id"])


@pytest.mark.parametrize("turns", _sample())
def test_what_is_offered_can_be_asked_and_changes_that_alone(turns):
    plain = ask_library(*turns)
    for one in plain.understood:
        assert not one.choices or one.value in [choice.label for choice in one.choices]
        assert len({choice.key for choice in one.choices}) == len({c.label for c in one.choices}) == len(one.choices)
        for choice in (*one.choices[:4], *one.choices[4::6]):  # of measures some: all are asked about above
            answer = ask_library(*turns[:-1], Question(turns[-1], (Chosen(one.kind, choice.key),)))
            assert told(answer)[one.name] == choice.label
            assert choice.label != one.value or answer.text == plain.text
            assert answer.status == "answered" or plain.status != "answered" or one.kind == "publication"
            now, before = told(answer), told(plain)
            changed = {name for name in now | before if now.get(name) != before.get(name)} - {one.name}
            if plain.status == "answered" or one.kind != "measure":
                assert changed <= MUST[one.kind]
