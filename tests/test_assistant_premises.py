"""What a question takes for granted: borne out with yes, turned down with no, or put right before it is answered."""

import pytest
from asking import ask, codes, unsaid

POLAR = [
    pytest.param("Did gardens dug rise in 2031-32?", "Yes", "0.5", id="rose"),
    pytest.param("Did gardens dug fall in 2031-32?", "No", "0.5", id="fell-wrongly"),
    pytest.param("Did gardens dug improve in 2031-32?", "Yes", "0.5", id="improved"),
    pytest.param("Did gardens dug get worse in 2031-32?", "No", "0.5", id="worse-wrongly"),
    pytest.param("Did doors opened on time fall in 2031-32?", "Yes", "2.0", id="fell"),
    pytest.param("Did doors opened on time decline in 2031-32?", "Yes", "2.0", id="declined"),
    pytest.param("Did doors opened on time improve in 2031-32?", "No", "2.0", id="improved-wrongly"),
    pytest.param("Did QM103 rise in 2031-32?", "Yes", "1.5", id="ceiling-rose"),
    pytest.param("Did QM103 fall in 2031-32?", "No", "1.5", id="ceiling-fell-wrongly"),
    pytest.param("Did QM103 improve in 2031-32?", "No", "1.5", id="a-rise-of-a-ceiling-is-no-improvement"),
    pytest.param("Did QM103 get worse in 2031-32?", "Yes", "1.5", id="a-rise-of-a-ceiling-is-worse"),
    pytest.param("Did QM103 fall in 2030-31?", "Yes", "0.4", id="ceiling-fell"),
    pytest.param("Did QM103 improve in 2030-31?", "Yes", "0.4", id="a-fall-of-a-ceiling-is-an-improvement"),
    pytest.param("Did QM103 get worse in 2030-31?", "No", "0.4", id="a-fall-of-a-ceiling-is-not-worse"),
    pytest.param("Did gardens dug rise in 2030-31?", "No", "60.0%", id="unchanged-is-no-rise"),
    pytest.param("Did gardens dug fall in 2030-31?", "No", "60.0%", id="unchanged-is-no-fall"),
    pytest.param("Did gardens dug improve in 2030-31?", "No", "60.0%", id="unchanged-is-no-improvement"),
    pytest.param("Did QM103 go up between 2030-31 and 2031-32?", "Yes", "1.5", id="between-years"),
    pytest.param("Did QM103 improve between 2030-31 and 2031-32?", "No", "1.5", id="between-years-ceiling"),
    pytest.param("Did QM104 miss its target in 2031-32?", "No", "0.5", id="missed-wrongly"),
    pytest.param("Did QM104 miss its target in 2030-31?", "No", "60.0%", id="on-target-is-met"),
    pytest.param("Did QM106 miss its target in 2031-32?", "Yes", "7.5", id="missed"),
    pytest.param("Did QM106 meet its target in 2031-32?", "No", "7.5", id="met-wrongly"),
    pytest.param("Did QM103 miss its target in 2031-32?", "Yes", "0.6", id="ceiling-missed"),
    pytest.param("Did QM103 miss its target in 2030-31?", "No", "0.9", id="ceiling-missed-wrongly"),
    pytest.param("Was gardens dug below target in 2031-32?", "No", "0.5", id="below-target"),
    pytest.param("gardens dug rose in 2031-32, didn't it?", "Yes", "0.5", id="tag"),
    pytest.param("gardens dug fell in 2031-32, didn't it?", "No", "0.5", id="tag-wrongly"),
    pytest.param("QM106 met its target in 2031-32, didn't it?", "No", "7.5", id="tag-of-a-target"),
    pytest.param("QM106 missed its target in 2031-32, right?", "Yes", "7.5", id="tag-right"),
    pytest.param("gardens dug was 60.5% in 2031-32, right?", "Yes", "60.5%", id="value"),
    pytest.param("gardens dug was 62% in 2031-32, right?", "No", "60.5%", id="value-wrongly"),
    pytest.param("I read that gardens dug rose by 0.5 points in 2031-32, is that right?", "Yes", "0.5", id="read"),
    pytest.param("I read that gardens dug rose by 2 points in 2031-32, is that right?", "No", "0.5", id="read-size"),
    pytest.param("I read that gardens dug fell by 0.5 points in 2031-32, is that right?", "No", "0.5", id="read-way"),
    pytest.param("A newspaper said QM103 fell in 2031-32, is that true?", "No", "1.5", id="newspaper"),
    pytest.param("Is it true that QM103 rose by 1.5 percentage points in 2031-32?", "Yes", "1.5", id="is-it-true"),
    pytest.param("doors opened on time met its target in 2031-32, didn't it?", "No", "2.5", id="tag-of-one-year"),
    pytest.param("Is it true that QM103 missed its target in 2031-32?", "Yes", "0.6", id="true-of-one-year"),
    pytest.param("Did QM102 rise in 2031-32?", "Yes", "3.3", id="two-services"),
    pytest.param("Did QM101 rise in 2031-32?", "No", "2.0", id="two-codes"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "word", "figure"), POLAR)
def test_a_claim_is_answered_with_yes_or_no_and_the_figure(question, word, figure):
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.headline.startswith(f"{word}: "), answer.headline
    assert unsaid(answer.headline, figure) == []


@pytest.mark.parametrize(
    "question",
    [
        "What was gardens dug in 2031-32?",
        "How did gardens dug change in 2031-32?",
        "Did QM103 rise or fall in 2031-32?",
    ],
)
def test_what_claims_nothing_has_no_yes_or_no(question):
    assert not ask(question).headline.startswith(("Yes", "No"))


def test_a_rounded_figure_is_borne_out_and_one_beyond_rounding_is_not():
    asked = "Was boats returned {} in 2031-32?"
    assert ask(asked.format("13%")).headline.startswith("Yes")
    assert ask(asked.format("12%")).headline.startswith("No")


GIVEN = [
    pytest.param("Given that gardens dug fell in 2031-32, what was its target?", ("60.5%", "60.0%"), "QM104",
                 id="fell"),
    pytest.param("Given that QM103 met its target in 2031-32, what was its target?", ("4.6%", "4.0%"), "QM103",
                 id="met-the-year-before"),
    pytest.param("Given that boats returned met its target in 2031-32, what was its target?", ("12.5%", "20.0%"),
                 "QM106", id="met"),
    pytest.param("Given that every CRS target was missed in 2031-32, which was worst?", ("1 of 2", "79.5%"), "QM101",
                 id="every"),
    pytest.param("Since all targets were met in 2030-31, which was best?", ("3 of 5", "1.5 percentage points"), "QM101",
                 id="all"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "code"), GIVEN)
def test_a_wrong_premise_is_put_right_and_the_question_answered(question, said, code):
    answer = ask(question)
    assert answer.headline.startswith("That is not what is published: ")
    assert unsaid(answer.headline, *said) == [], answer.headline
    assert code in codes(answer.headline)


def test_a_right_premise_is_not_put_right():
    answer = ask("Given that gardens dug rose in 2031-32, what was its target?")
    assert "not what is published" not in answer.text
    assert unsaid(answer.headline, "60.0%") == []


WHY = [
    pytest.param("Why did doors opened on time rise in 2031-32?", "71.5%", id="it-fell"),
    pytest.param("Why did QM103 improve in 2031-32?", "4.6%", id="a-rise-of-a-ceiling"),
    pytest.param("Why did gardens dug miss its target in 2031-32?", "60.5%", id="it-was-met"),
    pytest.param("Why did all measures miss their targets in 2030-31?", "2 of 5", id="all"),
    pytest.param("Why did 4 measures miss their target in 2031-32?", "5 of 8", id="another-count"),
    pytest.param("Why did no measures improve in 2030-31?", "2 of 4", id="no"),
    pytest.param("Why did most measures meet their target in 2031-32?", "3 of 8", id="most"),
    pytest.param("Why were three regions rated Good in 2031-32?", "2 of 4", id="regions"),
    pytest.param("Why was North Marsh rated Outstanding in 2031-32?", "3", id="a-rating"),
]


@pytest.mark.parametrize(("question", "figure"), WHY)
def test_no_reason_is_given_for_what_did_not_happen(question, figure):
    headline = ask(question).headline
    assert headline.startswith("That is not what is published: ")
    assert unsaid(headline, figure) == [], headline


@pytest.mark.parametrize(
    "question",
    [
        "Why did doors opened on time fall in 2031-32?",
        "Why did 5 measures miss their target in 2031-32?",
        "Why were two regions rated Good in 2031-32?",
    ],
)
def test_a_right_premise_of_why_is_not_turned_down(question):
    assert "not what is published" not in ask(question).text


COUNTED = [
    pytest.param("Did all measures meet their target in 2030-31?", "No", "3 of 5", id="all"),
    pytest.param("Did any measures meet their target in 2030-31?", "Yes", "3 of 5", id="any"),
    pytest.param("Did most measures meet their target in 2030-31?", "Yes", "3 of 5", id="most"),
    pytest.param("Did most measures meet their target in 2031-32?", "No", "3 of 8", id="less-than-half"),
    pytest.param("Did no measures meet their target in 2030-31?", "No", "3 of 5", id="no"),
    pytest.param("Did three measures meet their target in 2030-31?", "Yes", "3 of 5", id="three"),
    pytest.param("Did 4 measures meet their target in 2030-31?", "No", "3 of 5", id="four"),
    pytest.param("Did both CRS measures improve in 2031-32?", "No", "1 of 2", id="both"),
    pytest.param("Were any regions rated Inadequate in 2031-32?", "No", "0 of 4", id="no-region"),
    pytest.param("Were any regions rated Inadequate in 2030-31?", "Yes", "1 of 4", id="a-region"),
    pytest.param("Were all regions rated Good in 2031-32?", "No", "2 of 4", id="all-regions"),
]


@pytest.mark.parametrize(("question", "word", "count"), COUNTED)
def test_a_count_taken_for_granted_is_judged(question, word, count):
    headline = ask(question).headline
    assert headline.startswith(f"{word}: ")
    assert unsaid(headline, count) == []


SUPPOSED = [
    pytest.param("Would QM104 have met its target in 2031-32 at 61%?", "Yes", "1.0 percentage point above", id="above"),
    pytest.param("Would QM104 have met its target in 2031-32 at 60%?", "Yes", "exactly on it", id="at"),
    pytest.param("Would QM104 have met its target in 2031-32 at 59.9%?", "No", "0.1 percentage points below",
                 id="below"),
    pytest.param("If QM103 had been 3.9% in 2031-32, would it have met the target?", "Yes",
                 "0.1 percentage points below", id="below-a-ceiling"),
    pytest.param("If QM103 had been 4.0% in 2031-32, would it have met the target?", "Yes", "exactly on it",
                 id="at-a-ceiling"),
    pytest.param("If QM103 had been 4.1% in 2031-32, would it have met the target?", "No",
                 "0.1 percentage points above", id="above-a-ceiling"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "word", "said"), SUPPOSED)
def test_a_supposed_value_is_held_against_the_target_and_not_passed_off_as_published(question, word, said):
    answer = ask(question)
    assert answer.headline.startswith(f"{word}: ")
    assert said in answer.headline
    assert "not a published one" in answer.text


@pytest.mark.parametrize(
    ("question", "move"),
    [
        ("What would QM106 have needed to hit its target in 2031-32?", "rise by 7.5 percentage points"),
        ("By how much would doors opened on time need to rise to hit its target?", "rise by 2.5 percentage points"),
        ("What would QM103 have needed to hit its target in 2031-32?", "fall by 0.6 percentage points"),
    ],
)
def test_what_it_would_have_taken_to_meet_a_target(question, move):
    assert move in ask(question).headline
