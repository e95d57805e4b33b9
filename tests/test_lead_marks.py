"""Source marks in a model's text: given out, beside what they bear out, numbered in the order of first use."""

import pytest
from lead_fake import INVENTED, Given, faults, passed
from model_behaviours.behaviour import look_up

from assistant.answers import Figure

QUESTION = "How did QM101 and QM104 do in 2031-32?"
DOORS, GARDENS = "Doors opened on time (QM101) was 69.5% in 2031-32", "Gardens dug (QM104) was 60.5% in 2031-32"


@pytest.fixture(scope="module")
def given():
    return Given([*look_up("QM101", service="Probation"), *look_up("QM104")])


def places(answer):
    return [(one.number, one.locator.row) for one in answer.citations]


@pytest.mark.parametrize(
    ("text", "shown", "cited"),
    [
        pytest.param(f"{DOORS} {{QM101}}.", f"{DOORS} [1].", ["QM101"], id="before-the-full-stop"),
        pytest.param(f"{DOORS}. {{QM101}}", f"{DOORS}. [1]", ["QM101"], id="after-the-full-stop"),
        pytest.param(
            f"{GARDENS} {{QM104}}. {DOORS} {{QM101}}.",
            f"{GARDENS} [1]. {DOORS} [2].",
            ["QM104", "QM101"],
            id="numbered-in-order-of-first-use",
        ),
        pytest.param(
            f"{GARDENS} {{QM104}} and {DOORS} {{QM101}}.",
            f"{GARDENS} [1] and {DOORS} [2].",
            ["QM104", "QM101"],
            id="two-in-a-sentence",
        ),
        pytest.param(
            f"{GARDENS} {{QM104}}. {DOORS} {{QM101}}. Its target was 72.0% {{QM101}}.",
            f"{GARDENS} [1]. {DOORS} [2]. Its target was 72.0% [2].",
            ["QM104", "QM101"],
            id="the-same-mark-again",
        ),
        pytest.param(
            f"- {DOORS} {{QM101}}\n- {GARDENS} {{QM104}}",
            f"- {DOORS} [1]\n- {GARDENS} [2]",
            ["QM101", "QM104"],
            id="list",
        ),
        pytest.param(f"**{DOORS}** {{QM101}}.", f"**{DOORS}** [1].", ["QM101"], id="bold"),
    ],
)
def test_marks_become_numbers_of_sources(given, text, shown, cited):
    answer = passed(given.check(text, QUESTION))
    assert answer.text == shown
    assert places(answer) == list(enumerate(cited, 1))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(f"{DOORS} {INVENTED}.", INVENTED, id="invented"),
        pytest.param(f"{DOORS} {{QM101}} {INVENTED}.", INVENTED, id="invented-beside-a-right-one"),
        pytest.param(f"{GARDENS} {{QM104}}. It rose {INVENTED}.", INVENTED, id="invented-in-another-sentence"),
        pytest.param(f"{DOORS} {{QM104}}.", "69.5%", id="of-another-row"),
        pytest.param(f"{DOORS}.", "", id="none"),
        pytest.param(f"{GARDENS} {{QM104}}. {DOORS}.", DOORS, id="none-in-one-of-two"),
        pytest.param(f"{DOORS} {{QM104}} and {GARDENS} {{QM101}}.", "69.5%", id="exchanged"),
        pytest.param(f"{DOORS} and {GARDENS} {{QM104}}.", "69.5%", id="of-one-for-both"),
        pytest.param(f"{GARDENS} {{QM104}}.\n\n{{QM104}}", "alone", id="alone"),
        pytest.param("{QM101}", "alone", id="nothing-but-a-mark"),
        pytest.param("", "", id="nothing"),
        pytest.param("Hello there.", "", id="nothing-claimed"),
        pytest.param(f"{DOORS} [1].", "[1]", id="a-number-for-a-mark"),
        pytest.param(f"{DOORS} ({{id:QM101}}).", "", id="in-round-brackets"),
    ],
)
def test_a_text_with_wrong_marks_fails(given, text, named):
    assert named in faults(given.check(text, QUESTION))


def test_a_mark_of_another_question_is_none():
    mark = Given(look_up("QM104")).filled("{QM104}")
    assert mark in faults(Given(look_up("QM101")).check(f"{GARDENS} {mark}.", QUESTION))


def test_what_claims_nothing_is_left_out(given):
    answer = passed(given.check(f"Here you are!\n\n{DOORS} {{QM101}}.\n\nI hope that helps.", QUESTION))
    assert answer.text == f"{DOORS} [1]."


def test_figures_are_accounted_for(given):
    text = f"{DOORS}, missing its target by 2.5 percentage points {{QM101}}. {GARDENS} {{QM104}}."
    answer = passed(given.check(text, QUESTION))
    by_text = {figure.text: figure for figure in answer.figures}
    assert by_text["69.5%"] == Figure("69.5%", 1)
    assert by_text["60.5%"] == Figure("60.5%", 2)
    assert "69.5 - 72.0 = -2.5 [1]" in by_text["2.5 percentage points"].working


def test_a_rounded_figure_has_the_published_one_as_its_working(given):
    (figure,) = passed(given.check("Doors opened on time (QM101) was about 70% in 2031-32 {QM101}.", QUESTION)).figures
    assert (figure.text, figure.citation) == ("70%", None)
    assert "69.5" in figure.working
    assert "[1]" in figure.working


def test_the_headline_is_the_first_sentence(given):
    answer = passed(given.check(f"**{DOORS}** {{QM101}}. {GARDENS} {{QM104}}.", QUESTION))
    assert answer.headline == f"**{DOORS}** [1]."


def test_what_to_know_before_use_comes_with_the_sources_it_is_said_of():
    given = Given([*look_up("QM103"), *look_up("QM104")])
    ferries = passed(given.check("Cancelled ferry trips (QM103) was 4.6% in 2031-32 {QM103}.", "And QM103?"))
    assert ferries.caveats == tuple(given.results[0]["caveats"]) != ()


def test_the_cells_that_a_figure_stands_in_are_shown(given):
    (citation,) = passed(given.check(f"{DOORS} {{QM101}}.", QUESTION)).citations
    assert [citation.table.rows[row][column] for row, column in citation.cells] == ["69.5"]


def test_faults_are_counted_and_not_repeated(given):
    text = "\n".join(f"- Doors opened on time (QM101) was {number}.5% in 2031-32 {{QM101}}" for number in range(1, 40))
    assert 1 < len(faults(given.check(text, QUESTION)).splitlines()) <= 8
