"""Sentences without a mark: what opens a list, what says that nothing is published; and questions asked back."""

import pytest
from lead_fake import LEAD, Given, faults, passed
from model_behaviours.behaviour import look_up

GIVEN = Given([*look_up("QM101", service="Probation"), *look_up("QM104"), *look_up("QM103")])
QUESTION = "How did QM101 and QM104 do in 2031-32?"
ITEMS = "\n\n- Doors opened on time (QM101): 69.5% {Table 2, QM101}\n- Gardens dug (QM104): 60.5% {QM104}"
SENTENCE = "Doors opened on time (QM101) was 69.5% in 2031-32 {Table 2, QM101}."


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("The figures in 2031-32 were:", id="period"),
        pytest.param("The figures for England and Wales were:", id="place"),
        pytest.param("Doors opened on time and gardens dug in 2031-32:", id="measures"),
    ],
)
def test_what_opens_a_list_is_shown(opening):
    assert passed(GIVEN.check(opening + ITEMS, QUESTION)).text.startswith(opening)


@pytest.mark.parametrize(
    ("opening", "lie"),
    [
        pytest.param("The targets in 2031-32 were:", "target", id="another-figure-of-the-rows"),
        pytest.param("All of these met their targets in 2031-32:", "met", id="what-happened"),
        pytest.param("The figures in 2030-31 were:", "2030-31", id="another-year"),
        pytest.param("Figures for the previous year:", "previous", id="an-earlier-year"),
        pytest.param("The best measures in 2031-32 were:", "best", id="an-order"),
        pytest.param("The only measures in 2031-32 were:", "only", id="an-extent"),
        pytest.param("The figures for North Marsh were:", "North Marsh", id="another-place"),
        pytest.param("The figures that ministers hid were:", "ministers", id="words-of-its-own"),
        pytest.param("The figures were not:", "not", id="denied"),
        pytest.param("Both rose by 7%:", "7%", id="a-figure"),
    ],
)
def test_what_opens_a_list_and_claims_something_is_not_shown(opening, lie):
    outcome = GIVEN.check(opening + ITEMS, QUESTION)
    if hasattr(outcome, "answer"):
        assert lie not in passed(outcome).text
    else:
        assert faults(outcome)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The publications do not say why.", id="no-reason"),
        pytest.param("No reason is given.", id="no-reason-is-given"),
        pytest.param("No figures are published for 2035-36.", id="a-year-that-is-not-held"),
        pytest.param("The publications held do not give gardens dug for North Marsh.", id="a-region-that-is-not-held"),
    ],
)
def test_that_nothing_is_published_may_be_said_where_it_is_so(text):
    answer = passed(GIVEN.check(f"{SENTENCE} {text}", "Why was QM101 69.5% in 2031-32?"))
    assert answer.text.endswith(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The publications do not say why ferries sank.", id="what-nobody-asked"),
        pytest.param("The publications do not give gardens dug for England and Wales.", id="an-area-that-is-held"),
        pytest.param("The bulletin does not explain why, but staff were too few.", id="a-reason-behind-it"),
        pytest.param("It is widely known that crews were unhappy.", id="from-memory"),
        pytest.param("Gardens dug improved.", id="what-happened"),
        pytest.param("The target was missed everywhere.", id="what-happened-everywhere"),
        pytest.param("See QM999.", id="a-code"),
        pytest.param("I hope this helps!", id="nothing"),
        pytest.param("Therefore the measure should be dropped.", id="advice"),
    ],
)
def test_what_has_no_mark_is_not_shown(text):
    assert passed(GIVEN.check(f"{SENTENCE} {text}", "Why was QM101 69.5%?")).text == GIVEN.filled(SENTENCE).replace(
        GIVEN.filled("{Table 2, QM101}"), "[1]"
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("It was 80.4% in London.", "80.4%", id="figure"),
        pytest.param("It began in 1907.", "1907", id="year"),
        pytest.param("Twelve regions took part.", "Twelve", id="number-in-words"),
        pytest.param("It was published on 3 May 2032.", "3 May", id="date"),
        pytest.param("No figures are published for 2030-31.", "2030-31", id="a-year-that-is-held"),
    ],
)
def test_a_figure_without_a_mark_fails(text, named):
    assert named in faults(GIVEN.check(f"{SENTENCE} {text}", "Why was QM101 69.5%?"))


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        pytest.param("No: ", True, id="as-it-is"),
        pytest.param("No. ", True, id="a-sentence-of-its-own"),
        pytest.param("Yes: ", False, id="the-other"),
        pytest.param("Yes. ", False, id="the-other-as-a-sentence"),
    ],
)
def test_yes_and_no_are_as_the_answer_is(opening, shown):
    text = f"{opening}Doors opened on time (QM101) missed its target in 2031-32 {{Table 2, QM101}}."
    outcome = GIVEN.check(text, "Did QM101 meet its target in 2031-32?")
    assert "No" in faults(outcome) if not shown else passed(outcome).text.startswith("No")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("Did QM101 rise?", "It did: 69.5% {Table 2, QM101}.", id="did"),
        pytest.param("Has QM101 met its target?", "It has: 69.5% {Table 2, QM101}.", id="has"),
        pytest.param(
            "Was the target of 72% for QM101 reached?",
            "It reached it, at 69.5% {Table 2, QM101}.",
            id="it",
        ),
        pytest.param("Did QM101 rise?", "QM101 did {Table 2, QM101}.", id="did-without-a-figure"),
        pytest.param("Did QM101 rise?", "True: QM101 was 69.5% {Table 2, QM101}.", id="true"),
    ],
)
def test_what_is_false_is_not_left_to_the_question(question, text):
    assert faults(GIVEN.check(text, question))


def test_yes_is_left_out_where_nothing_of_the_kind_was_asked():
    assert passed(GIVEN.check(f"Yes, {SENTENCE}", "What was QM101 in 2031-32?")).text.startswith("Doors opened")


@pytest.mark.parametrize(
    ("words", "options", "turns"),
    [
        pytest.param(
            "Which measure do you mean?",
            ("Doors opened on time (QM101)", "Kettles mended (CRS QM101)"),
            ("What was QM101?",),
            id="measures",
        ),
        pytest.param("Which year?", ("2030-31", "2031-32"), ("What was QM101?",), id="years"),
        pytest.param("Which region do you mean?", ("North Marsh", "South Marsh"), ("And the Marsh?",), id="regions"),
        pytest.param(
            "Do you want the figure or its target?", ("The figure", "The target"), ("What of QM101?",), id="roles"
        ),
    ],
)
def test_a_question_asked_back_is_shown(words, options, turns):
    answer = passed(LEAD.asking(words, options, turns))
    assert (answer.status, answer.headline, answer.options) == ("clarify", words, options)
    assert (answer.question, answer.citations, answer.figures) == (turns[-1], (), ())


@pytest.mark.parametrize(
    ("words", "options", "named"),
    [
        pytest.param("Which year?", (), "2 to", id="no-readings"),
        pytest.param("Which year?", ("2031-32",), "2 to", id="one-reading"),
        pytest.param("Which year?", ("2031-32",) * 7, "2 to", id="too-many-readings"),
        pytest.param("It was 69.5%. Which year?", ("2030-31", "2031-32"), "69.5%", id="a-figure"),
        pytest.param("Which year?", ("2030-31, at 71.5%", "2031-32"), "71.5%", id="a-figure-in-a-reading"),
        pytest.param("Which year?", ("2030-31", "2045-46"), "2045-46", id="a-year-nobody-named"),
        pytest.param("Why was it so bad?", ("Staff", "Money"), "bad", id="blame"),
        pytest.param("Which did they hide?", ("Doors", "Gardens"), "hide", id="a-claim"),
        pytest.param("Which year [s-aaaaaaaa]?", ("2030-31", "2031-32"), "mark", id="a-mark"),
        pytest.param("Which year?", ("2030-31", "<b>2031-32</b>"), "HTML", id="markup"),
        pytest.param("Doors in Scotland or Wales?", ("Scotland", "Wales"), "Scotland", id="elsewhere"),
    ],
)
def test_a_question_that_claims_something_is_not_asked(words, options, named):
    assert named in faults(LEAD.asking(words, options, ("What was QM101?",)))
