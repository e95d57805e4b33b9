"""Figures of the right source said of something else: another thing counted, place, order, year, or as no more than likely."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import compare, count, look_up, moved, ratings, score, table

VICTIMS = "What was victim satisfaction in 2024-25?"
ONE = look_up("SL021")
PAIR = look_up("SL021", "SL001")
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
HOUSING = "How did housing on release change?"

LIKELY = table(
    "no more than likely",
    "library",
    [
        ("could", VICTIMS, ONE, "Victim satisfaction could be 84.7% in 2024-25 {SL021}."),
        ("would", VICTIMS, ONE, "Victim satisfaction would be 84.7% in 2024-25 {SL021}."),
        ("may", VICTIMS, ONE, "Victim satisfaction may be 84.7% {SL021}."),
        ("said-to-be", VICTIMS, ONE, "Victim satisfaction was said to be 84.7% in 2024-25 {SL021}."),
    ],
)
COUNTED = table(
    "of another thing",
    "library",
    [
        ("of-people", VICTIMS, ONE, "84.7% of people were victims in 2024-25 {SL021}."),
        ("of-all-people", VICTIMS, ONE, "Of all people, 84.7% were victims in 2024-25 {SL021}."),
        ("of-services", VICTIMS, ONE, "84.7% of services met their target for victim satisfaction {SL021}."),
        ("of-its-target", VICTIMS, ONE, "Victim satisfaction was 84.7% of its target in 2024-25 {SL021}."),
        ("per-person", VICTIMS, ONE, "Victim satisfaction per person was 84.7% in 2024-25 {SL021}."),
        ("of-the-total", VICTIMS, ONE, "Victim satisfaction cases were 84.7% of the total in 2024-25 {SL021}."),
        (
            "of-another-service",
            "How many?",
            count("met"),
            "7 service levels of CRS met their target in 2024-25 {Section 1}.",
        ),
        ("the-base", "How many?", count("met"), "27 probation service levels met their target in 2024-25 {Section 1}."),
        ("two-counts", "How many?", count("met"), "7 probation service levels met 27 targets in 2024-25 {Section 1}."),
        (
            "in-wales",
            "How many?",
            count("met"),
            "In 2024-25, 7 of 27 probation service levels met their target in Wales {Section 1}.",
        ),
        (
            "improved-for-met",
            "How many?",
            count("improved"),
            "11 of 17 service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "one-service-rated",
            "What is London rated?",
            ratings("London"),
            "London had 1 service rated Inadequate in 2024-25 {London}.",
        ),
        (
            "out-of-twelve",
            "What is London rated?",
            ratings("London"),
            "London was rated 1 (Inadequate) out of 12 {London}.",
        ),
        ("one-point", "What is London rated?", ratings("London"), "London scored 1 point in 2024-25 {London}."),
    ],
)
PLACES = table(
    "of another place or year",
    "library",
    [
        (
            "wrong-region-in-a-list",
            "Which are inadequate?",
            ratings(rating=1),
            "4 of 12 probation regions were rated 1 (Inadequate) in 2024-25: London, Wales, North East and West Midlands {Table 1}.",
        ),
        (
            "region-taken-apart",
            "Which are inadequate?",
            ratings(rating=1),
            "Kent, London, Surrey and Sussex were rated 1 (Inadequate): 4 regions {Table 1}.",
        ),
        (
            "two-regions-one-wrong",
            "Which are inadequate?",
            ratings(rating=1),
            "London and Wales were rated 1 (Inadequate) in 2024-25 {Table 1}.",
        ),
        (
            "each-year",
            "What is London rated?",
            ratings("London"),
            "London was rated 1 (Inadequate) in each year {London}.",
        ),
        (
            "both-years",
            "What is London rated?",
            ratings("London"),
            "London was rated 1 (Inadequate) in 2023-24 and 2024-25 {London}.",
        ),
        (
            "since",
            "What is London rated?",
            ratings("London"),
            "London has been rated Inadequate since 2023-24 {London}.",
        ),
        (
            "ratings-turned-round",
            "Which changed rating?",
            moved(),
            "North East moved from 1 (Inadequate) to 2 (Improvement Required) {Table 1@2024} {Table 1@2025}.",
        ),
        (
            "all-improved",
            "Which changed rating?",
            moved(),
            "East Midlands, North East and West Midlands improved between 2023-24 and 2024-25 {Table 1@2024} {Table 1@2025}.",
        ),
        (
            "three-improved",
            "Which changed rating?",
            moved(),
            "3 of 12 regions improved between 2023-24 and 2024-25 {Table 1@2024} {Table 1@2025}.",
        ),
        (
            "three-kept",
            "Which changed rating?",
            moved(),
            "3 of 12 probation regions kept their rating {Table 1@2024} {Table 1@2025}.",
        ),
        (
            "fell-in-both-years",
            HOUSING,
            TWO_YEARS,
            "Housing fell in both years, to 80.4% in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        (
            "change-of-the-other-year",
            HOUSING,
            TWO_YEARS,
            "Housing fell by 1.4 percentage points to 80.4% in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        (
            "gap-of-the-other-year",
            HOUSING,
            TWO_YEARS,
            "Housing missed its target by 7.6 percentage points in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        (
            "gap-of-the-later-year",
            HOUSING,
            TWO_YEARS,
            "Housing missed its target by 9.6 percentage points in 2023-24 {SL014@2024} {SL014@2025}.",
        ),
        (
            "shortfall-moved",
            HOUSING,
            TWO_YEARS,
            "The shortfall fell from 9.6 to 7.6 percentage points {SL014@2024} {SL014@2025}.",
        ),
        ("target-moved", HOUSING, TWO_YEARS, "The target moved from 82.4% to 80.4% {SL014@2024} {SL014@2025}."),
        (
            "met-in-one-year",
            HOUSING,
            TWO_YEARS,
            "Housing met its target in 2023-24 but not in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        ("from-the-target", VICTIMS, ONE, "Victim satisfaction went from 80.0% to 84.7% {SL021}."),
        ("target-as-last-year", VICTIMS, ONE, "Victim satisfaction was 84.7%, against 80.0% a year earlier {SL021}."),
        ("target-as-the-previous-figure", VICTIMS, ONE, "The previous figure was 80.0% {SL021}."),
    ],
)
ORDER = table(
    "in another order",
    "library",
    [
        (
            "came-after",
            "Which was higher?",
            PAIR,
            "Victim satisfaction, at 84.7%, came after judicial engagement, at 69.8% {SL021} {SL001}.",
        ),
        (
            "respectively",
            "Compare them",
            PAIR,
            "Victim satisfaction and judicial engagement were 69.8% and 84.7% respectively in 2024-25 {SL021} {SL001}.",
        ),
        (
            "changes-exchanged",
            "Compare them",
            PAIR,
            "Victim satisfaction fell by 1.4 percentage points and judicial engagement by 1.5 percentage points {SL021} {SL001}.",
        ),
        ("both-by-one-change", "Compare them", PAIR, "Both fell by 1.5 percentage points {SL021} {SL001}."),
        ("one-target-for-both", "Compare them", PAIR, "Both had a target of 80.0% {SL021} {SL001}."),
        (
            "both-above",
            "Compare them",
            PAIR,
            "Victim satisfaction was 84.7% and judicial engagement was 69.8%, both above target {SL021} {SL001}.",
        ),
        (
            "change-of-the-other",
            "Compare them",
            PAIR,
            "Judicial engagement was 69.8% {SL001}, down 1.5 percentage points {SL021}.",
        ),
        (
            "lowest-for-highest-threshold",
            "What is rated good?",
            score("74.2", 4),
            "A score of 86.6% of the maximum is rated 3 (Good) {3 - Good}.",
        ),
        (
            "threshold-of-the-next",
            "What is rated good?",
            score("74.2", 4),
            "To be rated 3 (Good) takes at least 86.6% {4 - Outstanding} {3 - Good}.",
        ),
        (
            "points-less",
            "What does 74.2 need?",
            score("74.2", 4),
            "A score of 74.2% needs 12.4 percentage points less to be rated 4 (Outstanding) {4 - Outstanding}.",
        ),
    ],
)
ALL = (*LIKELY, *COUNTED, *PLACES, *ORDER)
