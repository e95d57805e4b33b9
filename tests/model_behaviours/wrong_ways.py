"""Claims in words about figures that do not bear them out: directions, places, ratings, superlatives."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import compare, count, look_up, moved, rank, ratings, table

VICTIMS = "What was victim satisfaction in 2024-25?"
HOUSED = "How many people were housed on release in 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
BOTH = "How did housing on release change between 2023-24 and 2024-25?"

DIRECTIONS = table(
    "direction",
    "library",
    [
        (
            "rose-for-fell",
            BOTH,
            TWO_YEARS,
            "Housed on release rose from 82.4% in 2023-24 to 80.4% in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        (
            "rose-by",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction rose by 1.5 percentage points to 84.7% in 2024-25 {SL021}.",
        ),
        (
            "fell-by",
            "How did SL023 change?",
            look_up("SL023"),
            "SL023 fell by 9.7 percentage points to 37.2% in 2024-25 {SL023}.",
        ),
        (
            "up-sign",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction: 84.7% (+1.5 percentage points) in 2024-25 {SL021}.",
        ),
        (
            "improved",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction improved by 1.5 percentage points in 2024-25 {SL021}.",
        ),
        (
            "worsened",
            "How did SL029 change?",
            look_up("SL029"),
            "Unpaid work completions within 12 months worsened by 6.1 percentage points {SL029}.",
        ),
        (
            "lower-is-better",
            "Stand downs?",
            look_up("SL028"),
            "Unpaid work stand downs improved to 1.3% in 2024-25 {SL028}.",
        ),
        (
            "lower-is-better-rise",
            "Stand downs?",
            look_up("SL028"),
            "Unpaid work stand downs rose by 0.4 percentage points, an improvement {SL028}.",
        ),
        (
            "met-for-missed",
            "Was the housing target met?",
            look_up("SL014"),
            "Yes: at 80.4%, housed on release from custody met its target of 90.0% in 2024-25 {SL014}.",
        ),
        (
            "missed-for-met",
            "Did victim satisfaction meet its target?",
            look_up("SL021"),
            "No: victim satisfaction missed its target of 80.0%, at 84.7% {SL021}.",
        ),
        (
            "missed-in-words-only",
            "Did victim satisfaction meet its target?",
            look_up("SL021"),
            "Victim satisfaction missed its target in 2024-25 {SL021}.",
        ),
        (
            "met-in-words-only",
            "Was the housing target met?",
            look_up("SL014"),
            "Housed on release from custody met its target in 2024-25 {SL014}.",
        ),
        (
            "above-for-below",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody was 9.6 percentage points above its target of 90.0% {SL014}.",
        ),
        (
            "below-for-above",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 4.7 percentage points below its target of 80.0% {SL021}.",
        ),
        ("unchanged", VICTIMS, look_up("SL021"), "Victim satisfaction was unchanged at 84.7% in 2024-25 {SL021}."),
        ("only-yes", "Was the housing target met?", look_up("SL014"), "Yes {SL014}."),
        (
            "rating-improved",
            "Did the North East improve?",
            moved(),
            "The North East improved its rating between 2023-24 and 2024-25 {Table 1@2024} {Table 1@2025}.",
        ),
        (
            "rating-from-to",
            "Which regions changed?",
            moved(),
            "West Midlands moved from 1 (Inadequate) to 2 (Improvement Required) between 2023-24 and 2024-25 {Table 1@2024} {Table 1@2025}.",
        ),
    ],
)
PLACES = table(
    "places and ratings",
    "library",
    [
        ("london", VICTIMS, look_up("SL021"), "Victim satisfaction in London was 84.7% in 2024-25 {SL021}."),
        ("scotland", VICTIMS, look_up("SL021"), "Victim satisfaction in Scotland was 84.7% in 2024-25 {SL021}."),
        ("wales-alone", VICTIMS, look_up("SL021"), "Victim satisfaction in Wales was 84.7% in 2024-25 {SL021}."),
        (
            "united-kingdom",
            VICTIMS,
            look_up("SL021"),
            "Across the United Kingdom, victim satisfaction was 84.7% in 2024-25 {SL021}.",
        ),
        ("a-town", HOUSED, look_up("SL014"), "Of those released in Birmingham, 80.4% were housed in 2024-25 {SL014}."),
        (
            "rating-of-another-region",
            "What is Wales rated?",
            ratings("London"),
            "Wales was rated 1 (Inadequate) in 2024-25 {London}.",
        ),
        (
            "rating-wrong",
            "What is London rated?",
            ratings("London"),
            "London was rated 2 (Improvement Required) in 2024-25 {London}.",
        ),
        (
            "rating-name-wrong",
            "What is London rated?",
            ratings("London"),
            "London was rated 1 (Outstanding) in 2024-25 {London}.",
        ),
        ("rating-name-alone", "What is London rated?", ratings("London"), "London was rated Good in 2024-25 {London}."),
        (
            "regions-mixed",
            "Which regions are good?",
            ratings(rating=3),
            "West Midlands and Wales were rated 3 (Good) in 2024-25 {Table 1}.",
        ),
        (
            "region-for-country",
            "What is the national rating?",
            ratings(),
            "Greater Manchester was rated 2 (Improvement Required) in 2024-25 {Table 1, England and Wales}.",
        ),
    ],
)
SUPERLATIVES = table(
    "superlatives",
    "library",
    [
        (
            "highest-ever",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25, the highest ever {SL021}.",
        ),
        ("record-low", HOUSED, look_up("SL014"), "Housing on release hit a record low of 80.4% in 2024-25 {SL014}."),
        (
            "best-of-all",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction, at 84.7%, was the best of all measures in 2024-25 {SL021}.",
        ),
        (
            "highest-figure",
            "Highest?",
            rank("value"),
            "Victim satisfaction (SL021) had the highest figure in 2024-25 {Table 2}.",
        ),
        (
            "worst-in-years",
            HOUSED,
            look_up("SL014"),
            "At 80.4%, housing on release was the worst in ten years {SL014}.",
        ),
        ("first-time", VICTIMS, look_up("SL021"), "For the first time, victim satisfaction was 84.7% {SL021}."),
        (
            "only-one",
            "How many targets were met?",
            count("met"),
            "Victim satisfaction was the only measure to meet its target in 2024-25 {Table 2}.",
        ),
    ],
)
ALL = (*DIRECTIONS, *PLACES, *SUPERLATIVES)
