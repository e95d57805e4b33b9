"""The figures of a model's sentences: the right number, in the right unit and role, of the right time and place."""

import pytest
from lead_fake import Given, faults, passed
from model_behaviours.behaviour import compare, count, look_up, rank, ratings, score

DOORS, CRS = look_up("QM101", service="Probation"), look_up("QM102", service="CRS")
FERRIES, GARDENS, BOATS = look_up("QM103"), look_up("QM104"), look_up("QM106")
LETTERS = compare("QM102", "2030-31", "2031-32", "Probation")
COMPLAINTS = (("search", {"words": "complaints about ferry trips"}),)
EARLIER = look_up("QM101", service="Probation", year="2030-31")

TRUE = [
    pytest.param(DOORS, "What was QM101?", "It was 69.5% {QM101}.", id="the-measure-left-to-the-question"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 69.5% {QM101}.", id="the-code-alone"),
    pytest.param(DOORS, "What was QM101?", "Doors opened on time was 69.5 per cent {QM101}.", id="per-cent"),
    pytest.param(DOORS, "What was QM101?", "QM101 was about 70% {QM101}.", id="about"),
    pytest.param(DOORS, "What was QM101?", "QM101 was nearly 70% {QM101}.", id="nearly"),
    pytest.param(DOORS, "What was QM101?", "QM101 was just under 70% {QM101}.", id="just-under"),
    pytest.param(DOORS, "How did QM101 change?", "QM101 fell by 2.0 percentage points {QM101}.", id="change"),
    pytest.param(DOORS, "How did QM101 change?", "QM101 fell by 2 percentage points {QM101}.", id="no-zero"),
    pytest.param(DOORS, "How did QM101 change?", "QM101 was down 2.0pp {QM101}.", id="pp"),
    pytest.param(DOORS, "Was QM101 met?", "No: QM101 was 69.5%, 2.5 points below target {QM101}.", id="gap"),
    pytest.param(EARLIER, "What was QM101 in 2030-31?", "It was 71.5% {QM101}.", id="the-year-left-to-the-question"),
    pytest.param(EARLIER, "What was QM101?", "QM101 was 71.5% in 2030-31 {QM101}.", id="an-earlier-year-said"),
    pytest.param(
        EARLIER, "What was QM101?", "QM101 was 71.5% in the year ending March 2031 {QM101}.", id="the-year-in-words"
    ),
    pytest.param(CRS, "What was CRS QM102?", "Kettles sold (CRS QM102) was 40.0% {QM102}.", id="another-service"),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) rose from 88.0% in 2030-31 {QM102@2031} to 91.3% in 2031-32 "
        "{QM102@2032}.",
        id="two-years",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) rose by 3.3 percentage points, from 88.0% in 2030-31 to 91.3% in "
        "2031-32 {QM102@2031} {QM102@2032}.",
        id="worked-out-from-two",
    ),
    pytest.param(count("met"), "How many targets were met?", "{answer}", id="counts-as-the-tool-says"),
    pytest.param(
        ratings(area="Upper Dale"),
        "How was Upper Dale rated?",
        "Upper Dale was rated 2 (Improvement Required) in 2031-32 {Upper Dale}.",
        id="rating",
    ),
    pytest.param(
        ratings(rating=3),
        "Which regions are good?",
        "North Marsh and South Marsh were rated 3 (Good) in 2031-32 {Table 1}.",
        id="rating-of-two",
    ),
    pytest.param(
        ratings(rating=3),
        "How many regions are good?",
        "2 of 4 regions were rated 3 (Good) in 2031-32 {Table 1}.",
        id="count-of-ratings",
    ),
    pytest.param(score("60.5"), "What rating is 60.5%?", "{answer}", id="the-rating-of-a-score-as-the-tool-says"),
    pytest.param(
        COMPLAINTS,
        "How many complaints about ferry trips were there?",
        "“The harbour office received 1,250 complaints about ferry trips in 2031-32, of which 310 were upheld.” {1.4}",
        id="figures-in-a-quotation",
    ),
    pytest.param(
        COMPLAINTS,
        "How many complaints about ferry trips were there?",
        "The harbour office received 1,250 complaints about ferry trips in 2031-32 {1.4}.",
        id="figures-in-the-publication's-words",
    ),
]

FALSE = [
    pytest.param(DOORS, "What was QM101?", "QM101 was 69.4% {QM101}.", "69.4%", id="one-digit"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 96.5% {QM101}.", "96.5%", id="digits-exchanged"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 6.95% {QM101}.", "6.95%", id="the-point-moved"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 069.5% {QM101}.", "069.5", id="a-digit-before"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 70% {QM101}.", "70%", id="rounded-without-saying-so"),
    pytest.param(DOORS, "What was QM101?", "QM101 was about 75% {QM101}.", "75%", id="about-far-away"),
    pytest.param(DOORS, "What was QM101?", "QM101 was over 70% {QM101}.", "70%", id="over-what-it-is-not"),
    pytest.param(DOORS, "What was QM101?", "QM101 was over 69.5% {QM101}.", "69.5%", id="over-what-it-is"),
    pytest.param(DOORS, "What was QM101?", "QM101 was less than 69.5% {QM101}.", "69.5%", id="less-than-what-it-is"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 72.0% {QM101}.", "72.0%", id="target-as-value"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 2.0% {QM101}.", "2.0%", id="change-as-value"),
    pytest.param(DOORS, "What was QM101's target?", "Its target was 69.5% {QM101}.", "69.5%", id="value-as-target"),
    pytest.param(DOORS, "How did QM101 change?", "QM101 fell by 2.0% {QM101}.", "2.0%", id="percent-for-points"),
    pytest.param(DOORS, "How did QM101 change?", "QM101 fell by 2.5 points {QM101}.", "2.5 points", id="gap-as-change"),
    pytest.param(
        DOORS, "Was QM101 met?", "It missed its target by 2.0 points {QM101}.", "2.0 points", id="change-as-gap"
    ),
    pytest.param(DOORS, "How did QM101 change?", "QM101 rose by 2.0 points {QM101}.", "rose", id="rose-for-fell"),
    pytest.param(DOORS, "What was QM101?", "QM101 was seventy percent {QM101}.", "", id="rounded-in-words"),
    pytest.param(DOORS, "What was QM101?", "Two thirds of QM101 {QM101}.", "", id="a-share-in-words"),
    pytest.param(EARLIER, "What was QM101?", "QM101 was 71.5% {QM101}.", "71.5%", id="an-earlier-year-unsaid"),
    pytest.param(DOORS, "What was QM101 in 2030-31?", "It was 69.5% {QM101}.", "69.5%", id="not-of-the-year-asked"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 69.5% in 2030-31 {QM101}.", "2031-32", id="of-another-year"),
    pytest.param(DOORS, "What was QM104?", "It was 69.5% {QM101}.", "69.5%", id="not-of-the-measure-asked"),
    pytest.param(DOORS, "What was QM101?", "Gardens dug was 69.5% {QM101}.", "69.5%", id="of-another-measure"),
    pytest.param(DOORS, "What was it?", "It was 69.5% {QM101}.", "69.5%", id="of-no-measure"),
    pytest.param(CRS, "What was QM102?", "QM102 was 40.0% {QM102}.", "40.0%", id="another-service-unsaid"),
    pytest.param(DOORS, "What was QM101?", "QM101 was 69.5% in Upper Dale {QM101}.", "Upper Dale", id="of-a-region"),
    pytest.param(DOORS, "What was QM101 in Upper Dale?", "It was 69.5% {QM101}.", "69.5%", id="a-region-is-asked"),
    pytest.param(DOORS, "What was QM101?", "69.5% of services opened their doors {QM101}.", "", id="a-share-of-others"),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) rose from 91.3% in 2030-31 {QM102@2032} to 88.0% in 2031-32 "
        "{QM102@2031}.",
        "91.3%",
        id="years-exchanged",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) rose from 91.3% to 88.0% {QM102@2031} {QM102@2032}.",
        "",
        id="from-and-to-exchanged",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change between 2030-31 and 2031-32?",
        "It went from 91.3% to 88.0% {QM102@2031} {QM102@2032}.",
        "",
        id="from-and-to-exchanged-where-the-question-has-both-years",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change between 2030-31 and 2031-32?",
        "It came to 88.0% {QM102@2031} {QM102@2032}.",
        "88.0%",
        id="the-first-of-two-years-as-the-last",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) was 89.7% on average {QM102@2031} {QM102@2032}.",
        "89.7%",
        id="an-average-of-its-own",
    ),
    pytest.param(
        LETTERS,
        "How did QM102 change?",
        "Letters answered within ten days (QM102) rose by 3.8% between 2030-31 and 2031-32 {QM102@2031} {QM102@2032}.",
        "3.8%",
        id="a-growth-of-its-own",
    ),
    pytest.param(
        count("met"), "How many targets were met?", "5 of 9 targets were met in 2031-32 {Table 2}.", "", id="count"
    ),
    pytest.param(
        ratings(area="Upper Dale"),
        "How was Upper Dale rated?",
        "Upper Dale was rated 3 (Good) in 2031-32 {Upper Dale}.",
        "3",
        id="another-rating",
    ),
    pytest.param(
        ratings(area="Upper Dale"),
        "How was Upper Dale rated?",
        "Upper Dale was rated 2 (Good) in 2031-32 {Upper Dale}.",
        "Good",
        id="another-name-of-the-rating",
    ),
    pytest.param(
        ratings(area="Upper Dale"),
        "How was Upper Dale rated?",
        "North Marsh was rated 2 (Improvement Required) in 2031-32 {Upper Dale}.",
        "",
        id="rating-of-another-region",
    ),
    pytest.param(
        ratings(),
        "How were the regions rated?",
        "North Marsh and Upper Dale were rated 3 (Good) in 2031-32 {Table 1~Lower Dale}.",
        "",
        id="rating-of-one-for-two",
    ),
    pytest.param(
        ratings(rating=3),
        "How many regions are good?",
        "3 of 4 regions were rated 3 (Good) in 2031-32 {Table 1}.",
        "3",
        id="count-of-ratings",
    ),
    pytest.param(
        ratings(rating=3),
        "How many regions are good?",
        "2 of 5 regions were rated 3 (Good) in 2031-32 {Table 1}.",
        "",
        id="another-whole",
    ),
    pytest.param(
        COMPLAINTS,
        "How many complaints about ferry trips were there?",
        "The harbour office received 310 complaints about ferry trips in 2031-32 {1.4}.",
        "",
        id="a-part-for-the-whole-in-prose",
    ),
    pytest.param(
        COMPLAINTS,
        "How many complaints about ferry trips were there?",
        "The harbour office received 1,250 complaints about ferry trips in 2030-31 {1.4}.",
        "2030-31",
        id="another-year-in-prose",
    ),
    pytest.param(
        rank("shortfall"),
        "What missed its target by most?",
        "Boats returned (QM106) missed its target by the most, 7.5 percentage points, of all 9 measures {QM106}.",
        "",
        id="a-whole-of-its-own",
    ),
    pytest.param(
        DOORS,
        "How did QM101 do?",
        "The gap between QM101 and its target was 2.0 points {QM101}.",
        "2.0",
        id="change-named-gap",
    ),
    pytest.param(
        DOORS,
        "How did QM101 do?",
        "QM101 was previously 69.5% {QM101}.",
        "",
        id="the-latest-as-earlier",
    ),
    pytest.param(DOORS, "How did QM101 do?", "QM101 moved from 69.5% {QM101}.", "", id="the-latest-as-a-start"),
    pytest.param(
        DOORS,
        "How did QM101 do?",
        "The threshold for QM101 is 69.5% {QM101}.",
        "",
        id="value-as-threshold",
    ),
    pytest.param(
        DOORS,
        "How did QM101 do?",
        "QM101 was at its maximum, 69.5% {QM101}.",
        "",
        id="value-as-maximum",
    ),
    pytest.param(
        (*DOORS, *GARDENS),
        "How did QM101 do?",
        "QM101 was 69.5%, and QM104 too {QM101} {QM104}.",
        "",
        id="the-same-of-another",
    ),
    pytest.param(
        ratings(area="North Marsh", year="2030-31"),
        "How was North Marsh rated?",
        "North Marsh was rated 4 (Outstanding) {North Marsh}.",
        "",
        id="an-earlier-rating-undated",
    ),
    pytest.param(
        ratings(area="North Marsh"),
        "How was North Marsh rated?",
        "North Marsh was rated 3 out of 3 in 2031-32 {North Marsh}.",
        "",
        id="a-scale-of-its-own",
    ),
    pytest.param(BOATS, "What was QM106 in 2030-31?", "It was 20.0% {QM106}.", "20.0%", id="a-target-for-no-figure"),
]


@pytest.mark.parametrize(("calls", "question", "text"), TRUE)
def test_a_true_figure_is_shown(calls, question, text):
    assert passed(Given(calls).check(text, question)).citations


@pytest.mark.parametrize(("calls", "question", "text", "named"), FALSE)
def test_a_figure_that_is_not_so_fails(calls, question, text, named):
    assert named in faults(Given(calls).check(text, question))
