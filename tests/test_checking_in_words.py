"""Claims without a figure: extremes, quantities, comparisons, ratings, held against made-up bulletins and real ones."""

import pytest
from checked import check, check_library, only, verdicts

S, C, N = "supported", "contradicted", "not_found"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The largest increase in 2031-32 was for letters answered.", ("largest increase", S), id="increase"
        ),
        pytest.param("The biggest rise in 2031-32 was in gardens dug.", ("biggest rise", C), id="increase-wrong"),
        pytest.param("Doors opened on time fell the most in 2031-32.", ("fell the most", S), id="fell-the-most"),
        pytest.param("QM103 saw the biggest improvement in 2031-32.", ("biggest improvement", C), id="few-wanted"),
        pytest.param("QM102 saw the biggest improvement in 2031-32.", ("biggest improvement", S), id="improvement"),
        pytest.param("QM101 was the highest on record in 2031-32.", ("highest on record", C), id="not-the-highest"),
        pytest.param("QM102 was the highest on record in 2031-32.", ("highest on record", N), id="nobody-can-say"),
        pytest.param("QM103 reached a record low in 2031-32.", ("record low", C), id="record-low"),
        pytest.param(
            "CRS kettles sold saw the largest increase in 2031-32.", ("largest increase", S), id="of-its-service"
        ),
    ],
)
def test_extremes(sentence, expected):
    assert verdicts(check(sentence)) == [expected]


def test_an_extreme_and_its_figure_are_two_claims():
    draft = check("The largest increase in 2031-32 was for letters answered, at 3.5 percentage points.")
    assert verdicts(draft) == [("largest increase", S), ("3.5 percentage points", C)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Most regions were rated good in 2031-32.", [("Most", C)], id="most"),
        pytest.param("Most regions were not rated outstanding in 2031-32.", [], id="negated"),
        pytest.param("More measures met their target in 2031-32 than in 2030-31.", [("More", C)], id="more"),
        pytest.param("More people came in 2031-32 than in 2030-31.", [], id="of-people"),
        pytest.param("Would North Marsh be rated outstanding?", [], id="would"),
        pytest.param("North Marsh was not rated outstanding in 2031-32.", [], id="not-rated"),
        pytest.param("The harbour had its best year on record.", [], id="of-no-measure"),
        pytest.param("Lamps were lit, tides rose, letters came.", [], id="small-talk"),
        pytest.param("Good news: the ferry is back.", [], id="good-is-no-rating"),
    ],
)  # fmt: skip
def test_what_no_table_settles_is_left_alone(sentence, expected):
    assert verdicts(check(sentence)) == expected


def test_a_claim_in_words_stands_at_its_words():
    claim = only(check("In  all …  doors opened on time   fell the most in 2031-32."))
    assert claim.figure == "fell the most"


@pytest.mark.parametrize(
    ("sentence", "words", "verdict"),
    [
        pytest.param("Unpaid work completions within 12 months improved in 2024-25.", "improved", S, id="improved"),
        pytest.param("Unpaid work stand downs got worse in 2024-25.", "worse", S, id="stand-downs"),
        pytest.param("Unpaid work stand downs improved in 2024-25.", "improved", C, id="stand-downs-wrong"),
        pytest.param("Unpaid work stand downs met their target in 2024-25.", "met", S, id="ceiling"),
        pytest.param("Victim satisfaction missed its target in 2024-25.", "missed", C, id="missed-wrong"),
        pytest.param("The largest decrease in 2024-25 was in requirements completed by sentence expiry.",
            "largest decrease", S, id="largest-decrease"),
    ],
)  # fmt: skip
def test_real_claims_in_words(sentence, words, verdict):
    assert verdicts(check_library(sentence)) == [(words, verdict)]
