"""The checker on drafts of every kind: claims in their places, what is no claim, and texts that nobody would send."""

import pytest
from asking import fault
from checked import Verdicts, accounted, check, check_library, only, verdicts
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.checking.checker import TooLong
from assistant.checking.claims import CheckedDraft

S, C, N = "supported", "contradicted", "not_found"

BRIEFING = """\
# Briefing: the made-up service in 2031-32

Doors were opened on time in 69.5% of cases in 2031-32, down from 71.5% the year before.
It missed its target of 72.0% by 3.5 percentage points.

- 3 of 8 probation service levels met their target
- North Marsh was rated outstanding

| Measure | 2030-31 | 2031-32 |
|---|---|---|
| Gardens dug | 60.0% | 61.0% |

The pier has 19 lamps, and tea is at 4pm on 3 May 2032 (see QM104, page 7; telephone 020 7946 0018).
"""


def test_a_whole_briefing():
    draft = check(BRIEFING)
    expected: Verdicts = [("69.5%", S), ("71.5%", S), ("72.0%", S), ("3.5 percentage points", C), ("3 of 8", S),
        ("outstanding", C), ("60.0%", S), ("61.0%", C), ("19", N)]  # fmt: skip
    assert verdicts(draft) == expected
    assert draft.summary == "9 claims: 5 supported, 3 contradicted, 1 not found"
    assert draft.corrected == BRIEFING.replace("3.5 p", "2.5 p").replace("61.0%", "60.5%").replace(
        "rated outstanding", "rated good"
    )


def test_the_sentence_of_a_claim_is_verbatim_and_can_be_had_corrected():
    draft = check("Thanks.  Gardens dug was\n61.5% in 2031-32, up by 1.5 points. Bye.")
    first, second = draft.claims
    assert first.sentence == second.sentence == "Gardens dug was\n61.5% in 2031-32, up by 1.5 points."
    assert draft.corrected_sentence(first) == "Gardens dug was\n60.5% in 2031-32, up by 0.5 points."
    assert draft.corrected_sentence(second) == draft.corrected_sentence(first)


def test_a_row_of_a_table_is_the_sentence_of_its_cells():
    draft = check("Measure\t2030-31\t2031-32\nGardens dug\t61.0\t60.5")
    assert [claim.sentence for claim in draft.claims] == ["Gardens dug\t61.0\t60.5"] * 2
    assert draft.corrected_sentence(draft.claims[0]) == "Gardens dug\t60.0\t60.5"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\r\n ", id="blank"),
        pytest.param("Good afternoon, and thank you for your question.", id="no-figure"),
        pytest.param("See QM101, paragraph 4.12, page 7 and Table 2.", id="labels"),
        pytest.param("Published on 29 July 2032 for the year 2031-32; see also 2030/31.", id="dates-and-years"),
        pytest.param("Call 020 7946 0018 or 07700 900123.", id="telephone-numbers"),
        pytest.param("1. First we came.\n2. Then we left.", id="numbers-of-a-list"),
        pytest.param("| | |\n|---|---|\n| | |", id="empty-table"),
        pytest.param("…—“”’‘·•†‡§¶", id="signs"),
        pytest.param("\x00\x01\x02\x07\x1b\x7f\u200b\ufeff\u2028\u2029", id="control-characters"),
    ],
)
def test_no_claim(text):
    draft = check(text)
    assert draft.claims == ()
    assert draft.corrected == text
    assert draft.notes == ()
    assert draft.summary.startswith("There is nothing to check")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("12 13 14.5 99% 7", ["12", "13", "14.5", "99%", "7"], id="only-numbers"),
        pytest.param("Briefe wurden zu 92.3% beantwortet.", ["92.3%"], id="another-language"),
        pytest.param("Briefe wurden zu 91.3% beantwortet.", ["91.3%"], id="another-language-with-a-known-figure"),
        pytest.param("手紙 92.3% 返事。", ["92.3%"], id="another-script"),
        pytest.param("Les lettres ont eu 91,3 % de réponses.", ["91,3 %"], id="comma-for-a-point",
            marks=fault(reason="91,3 is read as 91 and something else")),
        pytest.param("The pier cost £2.5 million and has 19 lamps.", ["£2.5 million", "19"], id="of-nothing-published"),
        pytest.param("It took 3 weeks.", ["3 weeks"], id="a-length-of-time"),
    ],
)  # fmt: skip
def test_figures_of_which_nothing_is_published(text, figures):
    assert verdicts(check(text)) == [(figure, N) for figure in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("Letters answered within ten days rose in 2031-32.", ["rose"], id="in-the-name"),
        pytest.param("Letters answered within 10 days rose in 2031-32.", ["rose"], id="in-the-name-in-digits"),
        pytest.param("Letters answered within ten days were at 91.3% in 2031-32.", ["91.3%"], id="beside-a-figure"),
        pytest.param("Within 12 months, 60.5% of gardens were dug in 2031-32.", ["60.5%"], id="beside-another-figure"),
    ],
)
def test_a_time_limit_is_no_claim(text, figures):
    assert [claim.figure for claim in check(text).claims] == figures


def test_a_real_time_limit_is_no_claim():
    assert verdicts(check_library("Unpaid work completions within 12 months rose in 2024-25.")) == [("rose", S)]


def test_a_draft_that_is_too_long_is_refused_with_what_to_do():
    with pytest.raises(TooLong, match=r"1,000,000 characters.*Check it in parts"):
        check("QM101 " * 166_666 + "QM10")


def test_a_very_long_line():
    sentence = "Gardens dug was 60.5% in 2031-32 and the rest of us went home; "
    draft = check(sentence * 100)
    assert len(draft.claims) == 100
    assert {verdict for _, verdict in verdicts(draft)} == {S}


def test_a_long_word_without_a_blank():
    assert check("x" * 50_000).claims == ()
    assert len(check("9" * 5_000).claims) <= 3


def test_what_is_around_a_sentence_does_not_change_its_verdict():
    alone = only(check("Gardens dug was 61.0% in 2031-32."))
    among = check("Hello.\n\nGardens dug was 61.0% in 2031-32.\n\nThe pier is long.")
    assert only(among).finding == alone.finding


WORDS = (
    "QM101", "QM105R", "CRS QM101", "QM999", "SL", "doors", "letters", "gardens dug", "regions", "North Marsh", "good",
    "rated", "outstanding", "target", "met", "missed", "rose", "fell", "improved", "by", "from", "to", "of", "in",
    "the", "year before", "last year", "it", "was", "most", "all", "no", "more", "than", "half", "a third", "seven",
    "of 27", "2031-32", "2030-31", "May 2031", "England and Wales", "service levels", "measures", "largest increase",
    "percent", "respectively", "highest on record", "while", "and", "score", "threshold", "women", "change", "Scotland",
)  # fmt: skip
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(-99, 999).map(lambda number: f"{number / 10:.1f}"),
    st.sampled_from(["69.5", "71.5", "2.0", "3 of 8", "£1.45", "1,000", "−2.0", "+3.3", "½", "٣", "1e9", "0", "07"]),
)
UNITS = st.sampled_from(["", "%", " per cent", " percentage points", "pp", " days", " months", "bn", " million", "k"])
MARKS = st.sampled_from([" ", " ", " ", "  ", ", ", ". ", "; ", ": ", "\n", "\n\n", "\t", " | ", "|", "\n- ", "\n1. ",
    "\n# ", "(", ")", " - ", "…", "“", "\u00a0", "\r\n", "\n---|---\n", "*", "\x07", "ﬁ", "İ", "\u0301"])  # fmt: skip
PIECES = st.one_of(st.sampled_from(WORDS), st.builds(lambda number, unit: number + unit, NUMBERS, UNITS))
DRAFTS = st.lists(st.tuples(PIECES, MARKS), max_size=25).map(lambda pairs: "".join(a + b for a, b in pairs))


def _without_time(draft: CheckedDraft) -> tuple[object, ...]:
    return draft.text, draft.claims, draft.notes


@settings(max_examples=250)
@given(DRAFTS)
@example("QM101\trose\n---|---\n69.5\t2.0")
@example("North Marsh was rated good.\n\n3 of 8 and 0 of 0")
@example("0 of 0 service levels met target")
def test_any_draft_is_checked(text):
    """`check` holds each draft to account: claims in order and apart, in the text, with their sources."""
    draft = check(text)
    assert all(draft.corrected_sentence(claim) != claim.sentence for claim in draft.claims)
    assert _without_time(check(text)) == _without_time(draft)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_checked(text):
    draft = accounted(check(text))
    assert draft.text == text


@settings(max_examples=50)
@given(DRAFTS)
def test_any_draft_is_held_against_the_library(text):
    check_library(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Unpaid work completions within 12 months rose from 57.0% to 63.1% in 2024-25.", [S, S],
            id="from-to"),
        pytest.param("SL014 was 80.4% in 2024-25. It had been 82.4% a year earlier.", [S, S], id="sentence-before"),
        pytest.param("SL023 rose by 35 per cent in 2024-25.", [S], id="of-the-earlier-figure"),
        pytest.param("In 2024-25 judicial engagement in London was 69.8%.", [C], id="region-national-figure"),
        pytest.param("In 2024-25 judicial engagement in London was 55.0%.", [N], id="region-other-figure"),
        pytest.param("SL006 was 83.6% in April 2024.", [S], id="one-month"),
        pytest.param("SL010 was 80% in 2024-25.", [N], id="not-available"),
        pytest.param("SL028 rose by 0.4 points in 2024-25, missing its target of 2.5%.", [S, C], id="ceiling-met"),
        pytest.param("Victim satisfaction fell 1.5% in 2024-25.", [C], id="percent-for-points"),
    ],
)  # fmt: skip
def test_real_figures(text, expected):
    assert [verdict for _, verdict in verdicts(check_library(text))] == expected
