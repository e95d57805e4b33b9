"""Counts and arithmetic that no source and no calculator gave."""

from model_behaviours.behaviour import compare, count, look_up, ratings, score, table

HOUSED = "How many people were housed on release in 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
BOTH = "How did housing on release change between 2023-24 and 2024-25?"

COUNTS = table(
    "counts",
    "library",
    [
        (
            "eight-of-27",
            "How many targets were met?",
            count("met"),
            "8 of 27 probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "wrong-base",
            "How many targets were met?",
            count("met"),
            "7 of 37 probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "base-of-the-other-count",
            "How many improved?",
            count("improved"),
            "11 of 27 probation service levels improved in 2024-25 {Section 1}.",
        ),
        (
            "met-for-missed",
            "How many targets were missed?",
            count("met"),
            "7 of 27 probation service levels missed their target in 2024-25 {Section 1}.",
        ),
        (
            "improved-for-declined",
            "How many got worse?",
            count("improved"),
            "11 of 17 probation service levels got worse in 2024-25 {Section 1}.",
        ),
        (
            "last-years",
            "How many targets were met in 2024-25?",
            count("met", "2023-24"),
            "9 of 26 probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "regions",
            "How many regions are inadequate?",
            ratings(rating=1),
            "5 of 12 probation regions were rated 1 (Inadequate) in 2024-25 {Table 1}.",
        ),
        (
            "regions-base",
            "How many regions are inadequate?",
            ratings(rating=1),
            "4 of 11 probation regions were rated 1 (Inadequate) in 2024-25 {Table 1}.",
        ),
        (
            "percent-of-a-count",
            "How many targets were met?",
            count("met"),
            "35% of probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "one-too-many-in-a-list",
            "Which regions are good?",
            ratings(rating=3),
            "Greater Manchester, London and Wales were rated 3 (Good) in 2024-25 {Table 1}.",
        ),
    ],
)
SUMS = table(
    "arithmetic of its own",
    "library",
    [
        (
            "difference-wrong",
            BOTH,
            TWO_YEARS,
            "Housed on release fell by 3.0 percentage points, from 82.4% to 80.4% {SL014@2024} {SL014@2025}.",
        ),
        (
            "difference-as-percent",
            BOTH,
            TWO_YEARS,
            "Housed on release fell by 2.4%, from 82.4% to 80.4% {SL014@2024} {SL014@2025}.",
        ),
        (
            "average",
            BOTH,
            TWO_YEARS,
            "Over the two years, housing on release averaged 81.4% {SL014@2024} {SL014@2025}.",
        ),
        (
            "sum",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Together they come to 154.5% {SL021} {SL001}.",
        ),
        ("complement", HOUSED, look_up("SL014"), "19.6% were not housed on release from custody in 2024-25 {SL014}."),
        ("complement-in-words", HOUSED, look_up("SL014"), "One in five was homeless on release in 2024-25 {SL014}."),
        (
            "forecast",
            BOTH,
            TWO_YEARS,
            "At this rate, housing on release will be 78.4% in 2025-26 {SL014@2024} {SL014@2025}.",
        ),
        (
            "gap-wrong",
            HOUSED,
            look_up("SL014"),
            "Housed on release was 10.6 percentage points below its target of 90.0% {SL014}.",
        ),
        (
            "working-shown",
            HOUSED,
            look_up("SL014"),
            "Housed on release was 11.6 percentage points short (90.0 - 80.4 = 11.6) {SL014}.",
        ),
        (
            "difference-between-measures",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Victim satisfaction was 15.9 percentage points higher than judicial engagement {SL021} {SL001}.",
        ),
        (
            "points-needed-wrong",
            "How many points does 74.2 need?",
            score("74.2", 4),
            "A score of 74.2% needs 13.4 percentage points more to be rated 4 (Outstanding) {4 - Outstanding}.",
        ),
        (
            "band-wrong",
            "What rating is a score of 74.2?",
            score("74.2"),
            "A score of 74.2% is rated 2 (Improvement Required) {3 - Good}.",
        ),
        (
            "threshold-wrong",
            "What does outstanding need?",
            score("74.2", 4),
            "The threshold for 4 (Outstanding) is 88.0% {4 - Outstanding}.",
        ),
    ],
)
ALL = (*COUNTS, *SUMS)
