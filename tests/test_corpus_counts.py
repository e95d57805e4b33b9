"""Printed counts are read with their number, what they are out of, their verb, service and period."""

import re
from pathlib import Path

import pytest

from corpus.counts import printed_counts
from corpus.models import Locator, Passage
from corpus.periods import parse_period
from corpus.read import parse
from corpus.sentences import split

DEFAULT = parse_period("2030 to 2031")


def counts(text: str, *section: str) -> list[tuple[str, int, int, str, str]]:
    """The counts of a made-up passage, without their places."""
    passage = Passage(text=text, sentences=split(text), locator=Locator("made-up", "Section 1"), section=section)
    found = printed_counts([passage], DEFAULT)
    return [(c.what, c.count, c.base, c.service, c.period.label) for c in found]


CASES = [
    pytest.param(
        "Last year 5 of 12 measures met their target.",
        [("met", 5, 12, "Probation", "2030-31")],
        id="default-period",
    ),
    pytest.param(
        "In total 5 out of 12 service levels did not meet target in 2028-29.",
        [("missed", 5, 12, "Probation", "2028-29")],
        id="not-met-is-missed",
    ),
    pytest.param(
        "In total 5 of 12 measures met their target in 2028-29. This compares to 6 of 11 for 2027-28.",
        [("met", 5, 12, "Probation", "2028-29"), ("met", 6, 11, "Probation", "2027-28")],
        id="compared-with-an-earlier-year",
    ),
    pytest.param(
        "Of the 12 CRS service levels, 8 improved, and 3 service levels declined in 2028-29.",
        [("improved", 8, 12, "CRS", "2028-29"), ("declined", 3, 12, "CRS", "2028-29")],
        id="parts-of-a-whole",
    ),
    pytest.param(
        "In the year ending March 2029 5 service levels met target and 7 did not meet it.",
        [("met", 5, 12, "Probation", "2028-29"), ("missed", 7, 12, "Probation", "2028-29")],
        id="met-and-missed",
    ),
    pytest.param(
        "Of the 3 CRS measures 2 were in use in 2027-28 and both of these improved in 2028-29.",
        [("improved", 2, 2, "CRS", "2028-29")],
        id="both",
    ),
    pytest.param(
        "In all 2 of 3 measures improved between the year ending March 2028 and March 2029.",
        [("improved", 2, 3, "Probation", "2028-29")],
        id="second-year-ending-named-by-its-month",
    ),
    pytest.param(
        "The bulletin to March 2029 shows that 2 of 3 measures improved in 2028-29.",
        [("improved", 2, 3, "Probation", "2028-29")],
        id="a-year-before-its-last-month",
    ),
    pytest.param(
        "6 of 12 measures met target for 2028 to 2029. This compares to 5 of 11 for 2027 to 2028 "
        "On a national level, performance of 6 of 12 measures met target for 2028 to 2029.",
        [
            ("met", 6, 12, "Probation", "2028-29"),
            ("met", 5, 11, "Probation", "2027-28"),
            ("met", 6, 12, "Probation", "2028-29"),
        ],
        id="a-claim-and-its-explanation-in-one-sentence",
    ),
    pytest.param(
        "6 of 12 measures met target for 2028 to 2029 This compares to 5 of 11 for 2027 to 2028.",
        [("met", 6, 12, "Probation", "2028-29"), ("met", 5, 11, "Probation", "2027-28")],
        id="a-claim-and-its-comparison-in-one-sentence",
    ),
    pytest.param(
        "In the two years 5 of 11 measures met target in 2027-28 and 6 of 12 met target in 2028-29.",
        [("met", 5, 11, "Probation", "2027-28"), ("met", 6, 12, "Probation", "2028-29")],
        id="each-count-before-its-own-year",
    ),
    pytest.param(
        "In 2027-28, 5 of 11 measures met target, and in 2028-29, 6 of 12 measures met target.",
        [("met", 5, 11, "Probation", "2027-28"), ("met", 6, 12, "Probation", "2028-29")],
        id="each-count-after-its-own-year",
    ),
    pytest.param(
        "In 2027-28 5 of 11 measures met target and 6 of 12 in 2028-29.",
        [("met", 5, 11, "Probation", "2027-28")],
        id="a-later-count-keeps-its-year-to-itself",
    ),
    pytest.param(
        "Against targets set for 2029-30, 6 of 12 measures met target in 2028-29.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="the-year-after-the-verb",
    ),
    pytest.param(
        "In 2028-29, 6 of 12 measures met target, fewer than in 2027-28.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="not-the-year-it-is-compared-with",
    ),
    pytest.param(
        "Compared with 2027-28, 5 of 11 measures met target.",
        [("met", 5, 11, "Probation", "2030-31")],
        id="only-a-year-it-is-compared-with",
    ),
    pytest.param(
        "6 of 12 measures met target in 2028-29, compared with 5 of 11 in 2027-28.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="a-count-and-one-it-is-compared-with",
    ),
    pytest.param(
        "From April 2028 to March 2029 the bulletin to March 2029 found that 6 of 12 measures met target.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="two-names-of-one-year",
    ),
    pytest.param(
        "Compared with 2027-28, 5 of 11 measures improved in 2028-29.",
        [("improved", 5, 11, "Probation", "2028-29")],
        id="a-change-is-of-the-later-year",
    ),
    pytest.param(
        "Of the measures in use in both 2028-29 and 2027-28; 6 of 12 met target.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="the-later-of-two-years-before-a-count",
    ),
    pytest.param(
        "Of the 3 CRS measures, 2 of 3 met target in 2028-29. This compares to 1 of 3 for 2027-28.",
        [("met", 2, 3, "CRS", "2028-29"), ("met", 1, 3, "CRS", "2027-28")],
        id="a-comparison-is-of-the-same-service",
    ),
    pytest.param(
        "6 of 12 measures met target for 2028-29. This compares to 5 of 11 The next count is for 2029-30.",
        [("met", 6, 12, "Probation", "2028-29")],
        id="a-comparison-without-a-year-of-its-own",
    ),
    pytest.param("In 2028-29 4 of 12 regions met their managers.", [], id="not-of-measures"),
    pytest.param("The value rose by 9.7 of 12 measures met.", [], id="a-decimal-is-no-count"),
    pytest.param("This compares to 6 of 11 measures in 2027-28.", [], id="compared-with-nothing"),
    pytest.param("Targets for 12 measures rose in 2028-29.", [], id="no-count"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_counts_of_a_passage(text: str, expected: list[tuple[str, int, int, str, str]]) -> None:
    assert counts(text) == expected


def test_the_service_is_taken_from_the_heading_where_the_sentence_names_none() -> None:
    text = "In all 2 of 3 measures improved in 2028-29."
    assert counts(text, "5. Commissioned Rehabilitative Services")[0][3] == "CRS"
    assert counts(text)[0][3] == "Probation"


def test_the_service_is_that_of_the_count_before_where_neither_sentence_nor_heading_names_one() -> None:
    text = (
        "In all 2 of 3 probation measures met target in 2028-29. In all 1 of 3 measures improved in 2028-29. "
        "CRS is apart."
    )
    assert [count[3] for count in counts(text)] == ["Probation", "Probation"]


def test_a_service_before_what_is_counted_needs_no_capital() -> None:
    text = "In all 2 of 3 probation measures improved in 2028-29."
    assert counts(text, "5. Commissioned Rehabilitative Services")[0][3] == "Probation"


@pytest.mark.parametrize("year", ["2024", "2025"])
@pytest.mark.parametrize("gap", [r"\n\n+", r"(?<=\S)\n(?=\S)"], ids=["no-blank-lines", "lines-run-together"])
def test_a_real_bulletin_has_the_same_counts_in_another_layout(publications: Path, year: str, gap: str) -> None:
    text = (publications / f"community-performance-annual-{year}.txt").read_text(encoding="utf-8")
    found = [
        {(c.what, c.count, c.base, c.service, c.period.label) for c in parse(layout, Path("made-up.txt")).counts}
        for layout in (text, re.sub(gap, "\n" if gap.startswith(r"\n") else " ", text))
    ]
    assert found[0] and found[0] == found[1]


def test_the_first_verb_after_a_count_is_its_own() -> None:
    text = "In 2028-29 5 of 12 measures met their target and others missed it."
    assert counts(text) == [("met", 5, 12, "Probation", "2028-29")]
