"""Follow-ups: what a question carries over from the one before it, what it does not, and that it is said."""

import pytest
from asking import ask, ask_library, codes, fault, said_of, unsaid

CONVERSATIONS = [
    pytest.param(("QM104 in 2031-32?", "and the year before?"), ("60.0%", "2030-31"), id="year-before"),
    pytest.param(("QM104 in 2030-31?", "and the next year?"), ("60.5%", "2031-32"), id="next-year"),
    pytest.param(("QM103 in 2031-32?", "is that better than in 2030-31?"), ("No", "3.1%", "4.6%"), id="than-a-year"),
    pytest.param(("QM104 in 2031-32?", "how does that compare?"), ("60.0%", "60.5%", "0.5"), id="compare"),
    pytest.param(("QM104 in 2031-32?", "and how does that compare with QM103?"), ("60.5%", "4.6%", "55.9"),
                 id="compare-with-another"),
    pytest.param(("QM104 in 2031-32?", "compare with QM103"), ("60.5%", "4.6%"), id="compare-without-pointing",
                 marks=fault(reason="a measure to compare with is answered alone")),
    pytest.param(("QM104 in 2031-32?", "what was the target?"), ("60.0%", "2031-32"), id="target"),
    pytest.param(("QM106 in 2031-32?", "by how much did it miss?"), ("7.5", "20.0%"), id="by-how-much"),
    pytest.param(("QM104 in 2031-32?", "did it meet its target?"), ("Yes", "60.5%", "60.0%"), id="did-it"),
    pytest.param(("QM104 in 2031-32?", "and the change?"), ("0.5 percentage points", "60.5%"), id="change"),
    pytest.param(("QM104 in 2030-31?", "and boats returned?"), ("[z]", "2030-31"), id="another-measure"),
    pytest.param(("QM104 in 2030-31?", "sorry, I meant QM103"), ("3.1%", "2030-31"), id="i-meant"),
    pytest.param(("QM104 in 2030-31?", "no, the 2031-32 one"), ("60.5%", "2031-32"), id="no-the-other-year"),
    pytest.param(("Did QM104 meet its target in 2031-32?", "and in 2030-31?"), ("60.0%", "2030-31"), id="same-asked"),
    pytest.param(("How many targets were missed in 2030-31?", "which ones?"), ("2 of 5", "2030-31"), id="which-ones"),
    pytest.param(("How many targets were missed in 2030-31?", "list them"), ("2 of 5", "2030-31"), id="list-them"),
    pytest.param(("How many targets were met in 2031-32?", "what about CRS?"), ("1 of 2", "CRS"), id="other-service"),
    pytest.param(("Which measures met their target in 2030-31?", "and what didn't?"), ("2 of 5",), id="what-did-not"),
    pytest.param(("How many targets were met in 2030-31?", "as a percentage?"), ("3 of 5", "60%"), id="percentage"),
    pytest.param(("How many targets were met in 2031-32?", "is that more than the year before?"), ("3 of 5", "3 of 8"),
                 id="more-than"),
    pytest.param(("Which measure missed its target by the most in 2031-32?", "what was its target?"),
                 ("20.0%", "QM106"), id="target-of-the-first"),
    pytest.param(("Which measure missed its target by the most in 2031-32?", "by how much?"), ("7.5", "QM106"),
                 id="gap-of-the-first"),
    pytest.param(("Which measure missed its target by the most in 2031-32?", "and the least?"), ("QM103", "0.6"),
                 id="other-end"),
    pytest.param(("Which measure improved the most in 2031-32?", "and the year before?"), ("QM101", "5.5", "2030-31"),
                 id="ranking-of-another-year"),
    pytest.param(("How was South Marsh rated in 2030-31?", "What score does it need for the next band?"),
                 ("3", "75.5%", "90.0%"), id="next-band"),
    pytest.param(("How was South Marsh rated in 2030-31?", "what was the threshold for the next band?"), ("75.5%",),
                 id="threshold-of-the-next-band", marks=fault(reason="all thresholds of the latest year are told")),
    pytest.param(("How many targets were met in 2031-32?", "and in 2030-31?"), ("3 of 5",), id="count-of-a-year"),
    pytest.param(("How many targets were met in 2031-32?", "and missed?"), ("5 of 8",), id="other-state"),
    pytest.param(("How was North Marsh rated in 2030-31?", "and South Marsh?"), ("South Marsh", "2", "2030-31"),
                 id="other-area"),
    pytest.param(("Which regions were rated Good in 2031-32?", "and in 2030-31?"), ("0 of 4", "2030-31"),
                 id="ratings-of-a-year"),
    pytest.param(("How was North Marsh rated in 2031-32?", "and in 2030-31?"), ("North Marsh", "4"), id="area"),
    pytest.param(("How was North Marsh rated in 2031-32?", "is that better than the year before?"), ("No", "4", "3"),
                 id="area-than"),
    pytest.param(("What rating is a score of 72% in 2030-31?", "how far is that from Outstanding?"), ("18.0", "90.0%"),
                 id="score-to-a-rating"),
    pytest.param(("What rating is a score of 72% in 2030-31?", "what rating would that be in 2031-32?"),
                 ("3", "72%", "70.0%"), id="score-of-another-year"),
    pytest.param(("What rating is a score of 72% in 2030-31?", "what about 80%?"), ("80%", "75.5%"),
                 id="another-score"),
    pytest.param(("Which regions were rated Good in 2031-32?", "and Outstanding?"), ("0 of 4", "2031-32"), id="rating"),
    pytest.param(("Which regions were rated Good in 2031-32?", "which were not?"), ("Lower Dale", "Upper Dale"),
                 id="not-so-rated", marks=fault(reason="the ratings that were asked for are told again")),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "said"), CONVERSATIONS)
def test_a_follow_up_is_answered_from_what_came_before(turns, said):
    answer = ask(*turns)
    assert answer.status == "answered"
    assert unsaid(answer.headline, *said) == [], answer.headline
    assert answer.question == turns[-1]


@pytest.mark.parametrize(
    ("turns", "carried"),
    [
        (("QM104 in 2031-32?", "and the year before?"), ("measure",)),
        (("QM104 in 2031-32?", "what was the target?"), ("measure", "period")),
        (("How many targets were missed in 2030-31?", "which ones?"), ("period",)),
        (("How was North Marsh rated in 2031-32?", "and in 2030-31?"), ("area",)),
        (("What rating is a score of 72% in 2030-31?", "how far is that from Outstanding?"), ("score",)),
    ],
)
def test_what_is_carried_over_is_said(turns, carried):
    (caveat,) = (caveat for caveat in ask(*turns).caveats if "carried over" in caveat)
    assert unsaid(caveat, *carried) == []
    assert set(said_of(caveat, "measure", "period", "area", "score")) == set(carried)


NEW = [
    pytest.param("QM104 in 2030-31?", "How many targets were met?", "3 of 8", id="count"),
    pytest.param("QM104 in 2030-31?", "How was North Marsh rated?", "3", id="rating"),
    pytest.param("QM104 in 2030-31?", "What are the scorecard thresholds?", "88.0%", id="thresholds"),
    pytest.param("QM104 in 2030-31?", "What was QM103?", "4.6%", id="measure"),
    pytest.param("How was North Marsh rated in 2030-31?", "What was QM103?", "4.6%", id="measure-after-rating"),
    pytest.param("How many CRS targets were met in 2030-31?", "Which measure missed its target by the most?", "QM106",
                 id="ranking-of-the-main-service"),
    pytest.param("Which measure missed its target by the most in 2030-31?", "how was North Marsh rated?", "3",
                 id="rating-after-ranking"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "question", "said"), NEW)
def test_a_new_question_starts_clean(before, question, said):
    after, alone = ask(before, question), ask(question)
    assert (after.text, after.caveats) == (alone.text, alone.caveats)
    assert unsaid(after.headline, said) == []
    assert "2030-31" not in after.headline


UNPUBLISHED = [
    pytest.param(("QM104 in 2030-31?", "and in North Marsh?"), ("North Marsh", "60.0%"), id="and-in"),
    pytest.param(("QM104 in 2030-31?", "what about Upper Dale?"), ("Upper Dale", "60.0%"), id="what-about"),
    pytest.param(("QM104 in 2030-31?", "by region?"), ("60.0%",), id="by-region"),
    pytest.param(("QM104 in 2030-31?", "what about Scotland?"), ("Scotland",), id="outside"),
    pytest.param(("QM104 in 2030-31?", "and in 2040-41?"), ("2040-41",), id="a-year-not-held"),
    pytest.param(("QM104 in 2030-31?", "and for women?"), ("60.0%",), id="a-group",
                 marks=fault(reason="a group of people after a measure gets quotes")),
    pytest.param(("How was North Marsh rated in 2030-31?", "what percentage score did it get?"), ("North Marsh",),
                 id="score-behind", marks=fault(reason="the score behind a rating is told as the ratings of all")),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "said"), UNPUBLISHED)
def test_what_a_follow_up_asks_and_nobody_publishes_is_said_to_be_so(turns, said):
    answer = ask(*turns)
    assert answer.status == "not_found"
    assert unsaid(answer.text, *said) == [], answer.text


@pytest.mark.parametrize("question", ["source?", "where is that from?"])
def test_the_source_of_what_was_said(question):
    answer = ask("QM103 in 2030-31?", question)
    assert unsaid(answer.headline, "Made-up Performance Annual, update to March 2031", "Table 2") == []
    assert unsaid(answer.text, "3.1%") == []


def test_the_source_of_a_real_figure():
    answer = ask_library("What was SL023 in 2024-25?", "source?")
    assert unsaid(answer.headline, "Community Performance Annual, update to March 2025", "Table 2") == []
    assert unsaid(answer.text, "37.2%") == []


def test_why_is_never_answered_with_a_made_up_reason():
    """The bulletins print no reason: what is said is theirs, word for word."""
    answer = ask("QM104 in 2031-32?", "why?")
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "do not give a reason" in answer.text or answer.headline.split("”")[0].removeprefix("“") in quotes


def test_a_real_region_after_a_measure_is_not_published():
    answer = ask_library("SL014 in 2024-25", "and for London?")
    assert answer.status == "not_found"
    assert unsaid(answer.text, "London", "80.4%") == []


def test_a_conversation_goes_on_from_its_last_turn():
    turns = ("QM104 in 2031-32?", "and the year before?", "what was the target?")
    assert unsaid(ask(*turns).headline, "60.0%", "2030-31") == []
    assert codes(ask(*turns, "and QM103?").headline) == {"QM103"}
