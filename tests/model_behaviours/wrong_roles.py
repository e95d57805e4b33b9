"""Figures of the right row in a wrong part, rounded unfairly, or given in wrong words."""

from model_behaviours.behaviour import compare, count, look_up, ratings, score, table

VICTIMS = "What was victim satisfaction in 2024-25?"
HOUSED = "How many people were housed on release in 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
BOTH = "How did housing on release change between 2023-24 and 2024-25?"

ROLES = table(
    "one role for another",
    "library",
    [
        ("target-as-value", VICTIMS, look_up("SL021"), "Victim satisfaction was 80.0% in 2024-25 {SL021}."),
        (
            "value-as-target",
            "What is the target for victim satisfaction?",
            look_up("SL021"),
            "The target for victim satisfaction was 84.7% in 2024-25 {SL021}.",
        ),
        (
            "both-exchanged",
            HOUSED,
            look_up("SL014"),
            "Housed on release was 90.0% against a target of 80.4% in 2024-25 {SL014}.",
        ),
        (
            "change-as-value",
            "What was SL023?",
            look_up("SL023"),
            "Pre-release sentence plans for enhanced cases (SL023) stood at 9.7% in 2024-25 {SL023}.",
        ),
        (
            "value-as-change",
            "How did SL023 change?",
            look_up("SL023"),
            "Pre-release sentence plans for enhanced cases rose by 37.2 percentage points {SL023}.",
        ),
        ("gap-as-value", HOUSED, look_up("SL014"), "Housed on release from custody was 9.6% in 2024-25 {SL014}."),
        (
            "gap-as-change",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody fell by 9.6 percentage points in 2024-25 {SL014}.",
        ),
        (
            "change-as-gap",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody missed its target by 2.0 percentage points in 2024-25 {SL014}.",
        ),
        (
            "percent-for-points",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody fell by 2.0% in 2024-25 {SL014}.",
        ),
        (
            "percent-for-points-gap",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody was 9.6% below its target in 2024-25 {SL014}.",
        ),
        (
            "points-for-percent",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7 percentage points in 2024-25 {SL021}.",
        ),
        (
            "people-for-percent",
            HOUSED,
            look_up("SL014"),
            "80.4 people were housed on release from custody in 2024-25 {SL014}.",
        ),
        ("money-for-percent", VICTIMS, look_up("SL021"), "Victim satisfaction cost £84.7 million in 2024-25 {SL021}."),
        (
            "floor-for-ceiling",
            "Unpaid work stand downs?",
            look_up("SL028"),
            "Unpaid work stand downs (SL028) missed the target of 2.5%, at 1.3%, in 2024-25 {SL028}.",
        ),
        (
            "threshold-as-score",
            "What does a score of 74.2 get?",
            score("74.2"),
            "A score of 73.3% is rated 4 (Outstanding) {3 - Good}.",
        ),
        (
            "rating-as-percent",
            "What is London rated?",
            ratings("London"),
            "London scored 1% on the Probation Scorecard in 2024-25 {London}.",
        ),
    ],
)
ROUNDING = table(
    "rounding and nearness",
    "library",
    [
        ("too-far", VICTIMS, look_up("SL021"), "Victim satisfaction was about 90% in 2024-25 {SL021}."),
        ("nearly-too-far", VICTIMS, look_up("SL021"), "Victim satisfaction was nearly 90% in 2024-25 {SL021}."),
        (
            "nearly-from-above",
            HOUSED,
            look_up("SL014"),
            "Nearly 80% were housed on release from custody in 2024-25 {SL014}.",
        ),
        ("over-what-is-under", VICTIMS, look_up("SL021"), "Victim satisfaction was over 85% in 2024-25 {SL021}."),
        ("at-least", HOUSED, look_up("SL014"), "At least 81% were housed on release from custody in 2024-25 {SL014}."),
        (
            "under-what-is-over",
            HOUSED,
            look_up("SL014"),
            "Fewer than 80% were housed on release from custody in 2024-25 {SL014}.",
        ),
        ("wrong-way", VICTIMS, look_up("SL021"), "Victim satisfaction was 84% in 2024-25 {SL021}."),
        ("a-range", VICTIMS, look_up("SL021"), "Victim satisfaction was between 85% and 90% in 2024-25 {SL021}."),
        ("a-range-with-a-dash", VICTIMS, look_up("SL021"), "Victim satisfaction was 70-80% in 2024-25 {SL021}."),
        (
            "count-rounded",
            "How many targets were met?",
            count("met"),
            "About 10 of 27 service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "base-rounded",
            "How many targets were met?",
            count("met"),
            "7 of about 30 service levels met their target in 2024-25 {Section 1}.",
        ),
        ("up-to", VICTIMS, look_up("SL021"), "Victim satisfaction reached up to 100% in 2024-25 {SL021}."),
    ],
)
WORDS = table(
    "numbers in words",
    "library",
    [
        ("nine-in-ten", VICTIMS, look_up("SL021"), "Nine in ten victims were satisfied in 2024-25 {SL021}."),
        ("two-thirds", HOUSED, look_up("SL014"), "Two thirds were housed on release from custody in 2024-25 {SL014}."),
        ("half", HOUSED, look_up("SL014"), "Half were housed on release from custody in 2024-25 {SL014}."),
        ("three-quarters", VICTIMS, look_up("SL021"), "Three quarters of victims were satisfied in 2024-25 {SL021}."),
        (
            "almost-all",
            HOUSED,
            look_up("SL014"),
            "Almost everyone was housed on release from custody in 2024-25 {SL014}.",
        ),
        (
            "a-minority",
            HOUSED,
            look_up("SL014"),
            "Only a minority were housed on release from custody in 2024-25 {SL014}.",
        ),
        (
            "doubled",
            "How did SL023 change?",
            look_up("SL023"),
            "Pre-release sentence plans doubled in 2024-25 {SL023}.",
        ),
        ("halved", BOTH, TWO_YEARS, "Housing on release halved between 2023-24 and 2024-25 {SL014@2024} {SL014@2025}."),
        (
            "a-dozen",
            "How many targets were met?",
            count("met"),
            "A dozen service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "eight-spelt",
            "How many targets were met?",
            count("met"),
            "Eight of 27 probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "spelt-percentage",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was ninety-four per cent in 2024-25 {SL021}.",
        ),
        (
            "spelt-points",
            HOUSED,
            look_up("SL014"),
            "Housing on release fell by five percentage points in 2024-25 {SL014}.",
        ),
        ("tenfold", BOTH, TWO_YEARS, "Housing on release rose tenfold {SL014@2024} {SL014@2025}."),
        (
            "none",
            "How many targets were met?",
            count("met"),
            "None of the probation service levels met its target in 2024-25 {Section 1}.",
        ),
        (
            "all",
            "How many targets were met?",
            count("met"),
            "All probation service levels met their target in 2024-25 {Section 1}.",
        ),
        (
            "most",
            "How many targets were met?",
            count("met"),
            "Most probation service levels met their target in 2024-25 {Section 1}.",
        ),
    ],
)
ALL = (*ROLES, *ROUNDING, *WORDS)
