"""Every number of a sentence that may be a claim is found, and nothing else is. All sentences are made up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.figures import figures


def texts(sentence):
    return [figure.text for figure in figures(sentence)]


def only(sentence):
    found = figures(sentence)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


VALUES = [
    ("It was 63.1%.", "63.1%", "63.1", "percent", "1/10"),
    ("It was 63 per cent.", "63 per cent", "63", "percent", "1"),
    ("It was 20 percent.", "20 percent", "20", "percent", "1"),
    ("It was 63.10 pct now", "63.10 pct", "63.1", "percent", "1/100"),
    ("It was 63pc", "63pc", "63", "percent", "1"),
    ("It was 63 % of posts", "63 %", "63", "percent", "1"),
    ("sixty-three per cent of posts", "sixty-three per cent", "63", "percent", "1"),
    ("a 10-per-cent fall", "10-per-cent", "10", "percent", "1"),
    ("It was 118% on average", "118%", "118", "percent", "1"),
    ("down 2.0 percentage points", "2.0 percentage points", "2", "points", "1/10"),
    ("down 2 points on the year", "2 points", "2", "points", "1"),
    ("a 2.5-percentage-point fall", "2.5-percentage-point", "2.5", "points", "1/10"),
    ("a 10-point fall", "10-point", "10", "points", "1"),
    ("up 5.4pp", "5.4pp", "5.4", "points", "1/10"),
    ("up 5 ppts", "5 ppts", "5", "points", "1"),
    ("up 5%pts", "5%pts", "5", "points", "1"),
    ("up 5 % points", "5 % points", "5", "points", "1"),
    ("up 5 per cent points", "5 per cent points", "5", "points", "1"),
    ("one percentage point lower", "one percentage point", "1", "points", "1"),
    ("five percentage points", "five percentage points", "5", "points", "1"),
    ("a change of -2.0pp", "-2.0pp", "-2", "points", "1/10"),
    ("a change of +2.0pp", "+2.0pp", "2", "points", "1/10"),
    ("It cost £1.45bn.", "£1.45bn", "1450000000", "money", "10000000"),
    ("It cost £1.45 billion.", "£1.45 billion", "1450000000", "money", "10000000"),
    ("It cost 1.45 billion pounds.", "1.45 billion pounds", "1450000000", "money", "10000000"),
    ("It cost £1,450m.", "£1,450m", "1450000000", "money", "10000000"),
    ("It cost £900,000 a year.", "£900,000", "900000", "money", "100000"),
    ("It cost £35,130", "£35,130", "35130", "money", "10"),
    ("It cost £ 36 mn", "£ 36 mn", "36000000", "money", "1000000"),
    ("It cost c£12m", "£12m", "12000000", "money", "1000000"),
    ("It was 63·1%", "63·1%", "63.1", "percent", "1/10"),
    ("It cost £12k", "£12k", "12000", "money", "1000"),
    ("It cost five million pounds", "five million pounds", "5000000", "money", "1000000"),
    ("There were 13,583 of them", "13,583", "13583", "number", "1"),
    ("There were 13 583 of them", "13 583", "13583", "number", "1"),
    ("There were 5,400 of them", "5,400", "5400", "number", "100"),
    ("There were 21.4k of them", "21.4k", "21400", "number", "100"),
    ("There were 1.2m of them", "1.2m", "1200000", "number", "100000"),
    ("There were 3 million of them", "3 million", "3000000", "number", "1000000"),
    ("There were 10 regions.", "10", "10", "number", "1"),
    ("There were 2000 staff.", "2000", "2000", "number", "1000"),
    ("Each held 35.2 cases.", "35.2", "35.2", "number", "1/10"),
    ("seven met it", "seven", "7", "number", "1"),
    ("Twenty-one met it", "Twenty-one", "21", "number", "1"),
    ("one hundred and thirty-eight contracts", "one hundred and thirty-eight", "138", "number", "1"),
    ("five thousand six hundred officers", "five thousand six hundred", "5600", "number", "100"),
    ("a dozen contracts", "a dozen", "12", "number", "1"),
    ("a hundred beds", "a hundred", "100", "number", "1"),
    ("half a million people", "half a million", "500000", "number", "100000"),
    ("a quarter of a million people", "a quarter of a million", "250000", "number", "50000"),
    ("two and a half million people", "two and a half million", "2500000", "number", "500000"),
    ("only one met it", "one", "1", "number", "1"),
    ("there was one region", "one", "1", "number", "1"),
    ("13.2 days each", "13.2 days", "13.2", "time", "1/10"),
    ("within 20 working days", "20 working days", "20", "time", "1"),
    ("over 27 months", "27 months", "27", "time", "1"),
    ("6 wks after prison", "6 wks", "6", "time", "1"),
    ("six weeks after release", "six weeks", "6", "time", "1"),
    ("7.2 hours of work", "7.2 hours", "7.2", "time", "1/10"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value", "unit", "step"), VALUES, ids=[case[0] for case in VALUES])
def test_value_unit_and_step(sentence, text, value, unit, step):
    figure = only(sentence)
    assert (figure.text, figure.value, figure.unit) == (text, Fraction(value), unit)
    assert figure.step == Fraction(step)


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("15 business days", "working day"), ("13.2 sick days", "day"), ("seven targets", "target"),
     ("12 inquiries", "inquiry"), ("12 staff", "staff"), ("12 PDUs", "PDU"), ("three times higher", ""),
     ("12 NPS posts", ""), ("12 of them", ""), ("12 is right", ""), ("5% cases", "")],
)  # fmt: skip
def test_what_is_counted(sentence, noun):
    assert only(sentence).noun == noun


@pytest.mark.parametrize(
    ("sentence", "text", "percent"),
    [
        ("a third of cases", "a third", Fraction(100, 3)),
        ("two-thirds of cases", "two-thirds", Fraction(200, 3)),
        ("Two thirds of cases", "Two thirds", Fraction(200, 3)),
        ("under half of them", "half", 50),
        ("a quarter", "a quarter", 25),
        ("three quarters of cases", "three quarters", 75),
        ("three-quarters of cases", "three-quarters", 75),
        ("up a fifth", "a fifth", 20),
        ("one-half of cases", "one-half", 50),
        ("a tenth of cases", "a tenth", 10),
        ("in the final third of a sentence", "third", Fraction(100, 3)),
        ("three in ten", "three in ten", 30),
        ("one in five people", "one in five", 20),
        ("nine out of ten cases", "nine out of ten", 90),
        ("4 in 10 staff", "4 in 10", 40),
        ("one in every eight", "one in every eight", Fraction(25, 2)),
        ("one post in five", "one post in five", 20),
        ("1 in 15", "1 in 15", Fraction(20, 3)),
        ("19 in 20 people", "19 in 20", 95),
        ("3/4 of cases", "3/4", 75),
        ("one-in-five posts", "one-in-five", 20),
        ("99 in 100", "99 in 100", 99),
        ("nearly four in ten units", "four in ten", 40),
    ],
)  # fmt: skip
def test_shares_in_words(sentence, text, percent):
    figure = only(sentence)
    assert (figure.text, figure.value, figure.unit, figure.step) == (text, percent, "percent", 0)
    assert figure.in_words


@pytest.mark.parametrize(
    ("sentence", "text", "count", "base"),
    [
        ("seven of 27 targets", "seven of 27", 7, 27),
        ("10 of 26 levels", "10 of 26", 10, 26),
        ("7 out of the 27", "7 out of the 27", 7, 27),
        ("2 of the 12 regions", "2 of the 12", 2, 12),
        ("one of the 12 regions", "one of the 12", 1, 12),
        ("Three of 12 regions", "Three of 12", 3, 12),
        ("seven of its 29 targets", "seven of its 29", 7, 29),
        ("14 of London's 18 units", "14 of London's 18", 14, 18),
        ("Thirteen of the twenty-one", "Thirteen of the twenty-one", 13, 21),
        ("nine out of ten regions", "nine out of ten", 9, 10),
        ("seven targets out of 27", "seven targets out of 27", 7, 27),
        ("7/27 targets met", "7/27", 7, 27),
        ("712 of 1,127", "712 of 1,127", 712, 1127),
        ("nine of the nine", "nine of the nine", 9, 9),
    ],
)  # fmt: skip
def test_counts_with_a_base(sentence, text, count, base):
    figure = only(sentence)
    assert (figure.text, figure.value, figure.base, figure.unit) == (text, count, base, "number")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("between 20% and 30%", [("20%", 20, "percent"), ("30%", 30, "percent")]),
        ("20-30%", [("20", 20, "percent"), ("30%", 30, "percent")]),
        ("20–30 per cent", [("20", 20, "percent"), ("30 per cent", 30, "percent")]),
        ("rose from 51% to 63%", [("51%", 51, "percent"), ("63%", 63, "percent")]),
        ("rose from 51 to 63%", [("51", 51, "percent"), ("63%", 63, "percent")]),
        ("rose from 51% to 63.", [("51%", 51, "percent"), ("63", 63, "percent")]),
        ("43 and 59 per cent", [("43", 43, "percent"), ("59 per cent", 59, "percent")]),
        ("£302 million to £349 million", [("£302 million", 302 * 10**6, "money"),
        ("£349 million", 349 * 10**6, "money")]),
        ("£302 to £349 million", [("£302", 302 * 10**6, "money"), ("£349 million", 349 * 10**6, "money")]),
        ("£1.2-1.5bn", [("£1.2", 12 * 10**8, "money"), ("1.5bn", 15 * 10**8, "money")]),
        ("two to three points", [("two", 2, "points"), ("three points", 3, "points")]),
        ("three or four months", [("three", 3, "time"), ("four months", 4, "time")]),
        ("from 900 to 1.2 million", [("900", 900, "number"), ("1.2 million", 1200000, "number")]),
        ("from 37.1 to 35.2", [("37.1", Fraction("37.1"), "number"), ("35.2", Fraction("35.2"), "number")]),
        ("seven and eight", [("seven", 7, "number"), ("eight", 8, "number")]),
        ("up by 2 to 63%", [("2", 2, "points"), ("63%", 63, "percent")]),
        ("13,583 – 15% of all", [("13,583", 13583, "number"), ("15%", 15, "percent")]),
        ("17% of 5,636", [("17%", 17, "percent"), ("5,636", 5636, "number")]),
        ("26% (seven of 27)", [("26%", 26, "percent"), ("seven of 27", 7, "number")]),
        ("5,636 (79%)", [("5,636", 5636, "number"), ("79%", 79, "percent")]),
        ("up 73, or 13.0%,", [("73", 73, "number"), ("13.0%", 13, "percent")]),
    ],
)  # fmt: skip
def test_ranges_and_pairs(sentence, expected):
    assert [(one.text, one.value, one.unit) for one in figures(sentence)] == expected


SIDES = [
    ("around 37%", "about"), ("about 37%", "about"), ("approx. 37%", "about"), ("roughly a third", "about"),
    ("some 13,600 people", "about"), ("circa 37%", "about"), ("c. 37%", "about"), ("c.37%", "about"), ("~37%", "about"),
    ("in the region of £5m", "about"), ("37% or so", "about"), ("nearly 40%", "nearly"), ("almost half", "nearly"),
    ("just under 40%", "nearly"), ("close to four in ten", "nearly"), ("not quite half", "nearly"),
    ("approaching 40%", "nearly"), ("more than a third", "above"), ("over 5,000 posts", "above"),
    ("above 37%", "above"), ("exceeding 37%", "above"), ("in excess of 37%", "above"), ("just over half", "just_above"),
    ("topped 13,000", "above"), ("less than half", "below"), ("fewer than 40 posts", "below"), ("under 40%", "below"),
    ("at least 40%", "at_least"), ("no fewer than 40", "at_least"), ("40% or more", "at_least"),
    ("40+ posts", "at_least"),
    ("a minimum of 40", "at_least"), ("40-plus posts", "at_least"), ("≥ 40%", "at_least"), (">40%", "above"),
    ("<40%", "below"), ("≤40%", "at_most"), ("up to £700m", "at_most"), ("at most 40", "at_most"),
    ("no more than 40", "at_most"),
    ("not more than 40", "at_most"), ("around **37%**".replace("**", "  "), "about"),
    ("9.6 points", "exactly"), ("below its 90% target", "exactly"), ("below the 90% target", "exactly"),
    ("above the target of 70%", "exactly"), ("below target of 90%", "exactly"), ("above 90% target", "exactly"),
    ("over 12 months", "exactly"), ("it went up to 63%", "exactly"), ("is up to 63%, from a low base", "exactly"),
    ("37%", "exactly"), ("something about the 37%", "exactly"), ("almost seven of 27", "nearly"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "side"), SIDES, ids=[case[0] for case in SIDES])
def test_words_of_nearness(sentence, side):
    assert only(sentence).side == side


def test_a_distance_below_something_says_nothing_of_nearness():
    assert [figure.side for figure in figures("9.6 points below 90% and 5% under 20%")] == ["exactly"] * 4


NOT_FIGURES = [
    "Ref: PN 114/25",
    "at 102 Petty France, London",
    "a 12-month target",
    "the one-year rate",
    "(1 = Inadequate, 4 = Outstanding)",
    "see tab 9 of 14",
    "as noted[^2]",
    "ext. 5521",
    "In 2024-25 and 2023/24, from 2015 to 2019 and the 1990s.",
    "On 31 July 2025, 31st July, 30/07/2026, 2025-07-31, Mon 3 March and March 3.",
    "From 1 to 15 March, or 3-5 May, or July 24.",
    "The year ending March 2025 and the year to 30 June 2017.",
    "At 9:30am, 9.30 am, 0930 hours, 11am, 10 o'clock or 14:05.",
    "SL014, SL 014, SL017a, WQ3550, HC 1234, UIN 3550, RRDTP-x, PQ 12345, CP 900 and SDS40.",
    "See table 2, figure 11, paragraph 2.6, para 3, section 4, part one, chapter 2, note 1 and footnote 3.",
    "See page 4, pp. 4-6, p.5, annex 2, Q1, question 3550, recommendation 4, volume 2 and version 1.2.",
    "See Tables 2, 3 and 4, paragraphs 2.6 to 2.8, Figures 3–5 and v2.",
    "It rose [1], it fell (1), it held [footnote 2], it went².",
    "2.13 It rose.",
    "1. It rose.", "2) It fell.", "(3) It held.", "a) It went.",
    "Ring 020 3334 3536, +44 20 3334 3536, 0300 123 4567 or 07700 900123.",
    "Write to press2@example.gov.uk or see https://example.org/2025/12 or www.example.org/7 or gov.uk/page/3.",
    "At SW1H 9AJ, 24/7, in Covid-19 and COVID-19, by One HMPPS, at Grade 7, Band 4 or A4.",
    "The first, 2nd, 3rd, twenty-first and 21st.",
    "Those aged 18 to 24, 18-25 year olds, under-18s, a 17-year-old, 10-years-old, over-65s.",
    "Under Section 37, Schedule 4, Article 8, Rule 12 and clause 6; the G20; Form 3; Part B; M25.",
    "No one met one another at one time, one of the reasons, one-off and one by one.",
    "None of the regions, both of them, all regions, neither region, no region.",
    "A five-point scale, a 10-point plan, a two-way street and a 20-bed hostel.",

    "In the first half of 2024, half the year, a third party, a third region and a quarter earlier.",
    "We met a fifth Sample team.",
    "Two reasons: the two groups differ, as do these three things.",
    "Performance improved in most regions.",
    "",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOT_FIGURES)
def test_what_is_no_figure(sentence):
    assert [figure.text for figure in figures(sentence) if figure.unit != "time"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("rated 2 in 2024-25", ["2"]),
        ("with a score of 3", ["3"]),
        ("In table 2, 37 of 40 were met.", ["37 of 40"]),
        ("In Figure 11 it is 63.1%", ["63.1%"]),
        ("The figure 63.1% is right", ["63.1%"]),
        ("At level 80.4% it is short", ["80.4%"]),
        ("In March 2025 12 regions met it", ["12"]),
        ("In 2024-25, 94% of them", ["94%"]),
        ("In the 2017 survey 41% said so", ["41%"]),
        ("on 30 June 2017 there were 262,347", ["262,347"]),
        ("34.4 for July 24 to June 25", ["34.4"]),
        ("London (35%), KSS (31%)", ["35%", "31%"]),
        ("Q1: 37%", ["37%"]),
        ("SL014: 80.4%", ["80.4%"]),
        ("The report notes 12 regions met it", ["12"]),
    ],
)
def test_figures_beside_what_is_none(sentence, expected):
    assert texts(sentence) == expected


ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number):
    """An oracle: a number below a thousand million as people say it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return f"{TENS[number // 10]}-{ONES[number % 10]}".rstrip("-")
    for worth, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= worth:
            rest = number % worth
            joined = "" if not rest else f" and {in_words(rest)}" if rest < 100 else f" {in_words(rest)}"
            return f"{in_words(number // worth)} {name}{joined}"
    raise AssertionError(number)


@given(st.integers(2, 10**9 - 1))
def test_any_number_in_words(number):
    figure = only(f"There were {in_words(number)} of them.")
    assert (figure.value, figure.text) == (number, in_words(number))


UNITS = st.sampled_from([("", "number", 1), ("%", "percent", 1), (" per cent", "percent", 1), ("pp", "points", 1),
                         (" million", "number", 10**6), ("bn", "number", 10**9)])  # fmt: skip


@given(st.integers(0, 10**7), st.integers(0, 3), UNITS, st.booleans())
def test_any_number_in_digits(whole, decimals, unit, commas):
    written, name, worth = unit
    if 1900 <= whole <= 2099:
        commas = True
    value = Fraction(whole, 10**decimals)
    shown = f"{whole // 10**decimals:{',' if commas else ''}}"
    shown += f".{whole % 10**decimals:0{decimals}}" if decimals else ""
    if not decimals and not commas and 1900 <= whole <= 2099:
        return
    figure = only(f"It came to {shown}{written} of it.")
    assert (figure.text, figure.value, figure.unit) == (shown + written, value * worth, name)


PIECES = st.sampled_from(["63.1%", "seven", "of", "27", "£1.45bn", "in", "ten", "a third", "2024-25", "to", "from",
    "-", "12",
                          "months", "SL014", "more than", "and", "points", "(", ")", ",", "half", "1,450",
                              "million", "**"])  # fmt: skip


@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=80))
def test_figures_are_stretches_of_the_text_in_order_and_apart(text):
    at = 0
    for figure in figures(text):
        assert at <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.base is None or figure.value <= figure.base
        at = figure.end


@pytest.mark.parametrize(
    "piece", ["7", "a", ".", "7,", "7 ", "£", "one ", "- ", "e.g. ", "a@", "7 of ", "7.", "(", "the ", "Q1"]
)
def test_a_very_long_text_is_read(piece):
    figures(piece * (10_000 // len(piece)))
