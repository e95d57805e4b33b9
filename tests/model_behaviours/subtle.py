"""Lies in words that are all true: left unsaid, rearranged, denied, said of both, of part of a year, or of nothing."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import Call, ask, compare, count, look_up, rank, ratings, score, table

VICTIMS = "What was victim satisfaction in 2024-25?"
PAIR = look_up("SL021", "SL001")
HOUSED = look_up("SL014")
RADIO = "What share of ferry crews had not been trained to use the radio?"
TRIPS = "Why were crews not told of cancelled ferry trips?"
KEEPERS = "How did the number of lantern keepers change?"
GARDENS = "Did gardens improve health?"
STAIRS = "What did lantern keepers in North Marsh say?"
COMPLAINTS: tuple[Call, ...] = (("search", {"words": "complaints about ferry trips upheld harbour office"}),)

ELLIPSIS = table(
    "left unsaid",
    "library",
    [
        ("another-measure", VICTIMS, look_up("SL001"), "69.8% {SL001}."),
        ("another-measure-it", VICTIMS, look_up("SL001"), "It was 69.8% in 2024-25 {SL001}."),
        ("another-place", "What was victim satisfaction in London?", look_up("SL021"), "84.7% {SL021}."),
        ("another-year", "What was victim satisfaction in 2023-24?", look_up("SL021"), "84.7% {SL021}."),
        ("another-service", "What was SL005 for CRS?", look_up("SL005", service="Probation"), "95.5% {SL005}."),
        ("another-role", "What was the target for victim satisfaction?", look_up("SL021"), "84.7% {SL021}."),
        (
            "another-distance",
            "By how much did victim satisfaction change?",
            look_up("SL021"),
            "By 4.7 percentage points {SL021}.",
        ),
        ("another-count", "How many service levels missed their target?", count("met"), "7 of 27 {Section 1}."),
        ("it-did", "Did housing on release meet its target?", HOUSED, "It did {SL014}."),
        ("it-has", "Has victim satisfaction risen?", look_up("SL021"), "It has {SL021}."),
        ("it-is", "Is it true that victim satisfaction rose?", look_up("SL021"), "It is {SL021}."),
        ("that-is-so", "Is London rated outstanding?", ratings("London"), "That is so {London}."),
        ("indeed", "Is London rated outstanding?", ratings("London"), "Indeed {London}."),
        (
            "a-name",
            "Which was higher, victim satisfaction or judicial engagement?",
            PAIR,
            "Judicial engagement {SL001}.",
        ),
        ("a-region", "Which region is rated outstanding?", ratings("London"), "London {London}."),
        ("a-measure", "Which measure improved the most?", look_up("SL021"), "Victim satisfaction (SL021) {SL021}."),
        ("named-in-a-lead-in", "What was judicial engagement?", PAIR, "Judicial engagement:\n\n84.7% {SL021}."),
        (
            "named-in-a-bold-line",
            "What was judicial engagement?",
            PAIR,
            "**Judicial engagement**\n\nIn 2024-25 it was 84.7% {SL021}.",
        ),
        (
            "named-in-the-sentence-before",
            "What was judicial engagement?",
            PAIR,
            "Judicial engagement is measured for the Probation Service {SL001}. It was 84.7% in 2024-25 {SL021}.",
            (),
            ("Judicial engagement is measured for the Probation Service {SL001}.",),
        ),
        (
            "latest",
            VICTIMS,
            look_up("SL021", year="2023-24"),
            "The latest figure for victim satisfaction is 86.2% {SL021}.",
        ),
        (
            "most-recent",
            "What is the latest figure for victim satisfaction?",
            look_up("SL021", year="2023-24"),
            "The most recent figure, for 2023-24, is 86.2% {SL021}.",
        ),
    ],
)
BOTH = table(
    "said of both",
    "library",
    [
        (
            "both-met",
            "Did victim satisfaction and judicial engagement meet their targets?",
            PAIR,
            "Both victim satisfaction and judicial engagement met their targets in 2024-25 {SL021} {SL001}.",
        ),
        (
            "both-missed",
            "Did victim satisfaction and judicial engagement meet their targets?",
            PAIR,
            "Victim satisfaction and judicial engagement missed their targets in 2024-25 {SL021} {SL001}.",
        ),
        (
            "each-met",
            "Did they meet their targets?",
            PAIR,
            "Victim satisfaction met its target {SL021} and so did judicial engagement {SL001}.",
        ),
        (
            "both-rose",
            "How did they change?",
            look_up("SL021", "SL029"),
            "Victim satisfaction and unpaid work completions both rose in 2024-25 {SL021} {SL029}.",
        ),
        (
            "each-fell",
            "How did they change?",
            look_up("SL021", "SL029"),
            "Victim satisfaction fell {SL021} and unpaid work completions fell too {SL029}.",
        ),
        (
            "exchanged",
            "How did they change?",
            look_up("SL021", "SL029"),
            "Victim satisfaction rose while unpaid work completions fell in 2024-25 {SL021} {SL029}.",
        ),
        (
            "the-same",
            "Compare them",
            PAIR,
            "Victim satisfaction and judicial engagement were the same in 2024-25 {SL021} {SL001}.",
        ),
        (
            "equal-to-target",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was equal to its target in 2024-25 {SL021}.",
        ),
        (
            "lower",
            "Compare them",
            PAIR,
            "Victim satisfaction was lower than judicial engagement in 2024-25 {SL021} {SL001}.",
        ),
        (
            "higher",
            "Compare them",
            PAIR,
            "Judicial engagement was higher than victim satisfaction in 2024-25 {SL021} {SL001}.",
        ),
        (
            "further-from-target",
            "Compare them",
            look_up("SL014", "SL001"),
            "Judicial engagement was further below its target than housed on release from custody {SL001} {SL014}.",
        ),
        (
            "by-the-most",
            "Which missed by the most?",
            rank("shortfall"),
            "POM/COM handover meeting (SL022R) missed its target by the most in 2024-25 {SL022R}.",
        ),
        (
            "by-the-most-with-the-first-mark",
            "Which missed by the most?",
            rank("shortfall"),
            "POM/COM handover meeting (SL022R) missed its target by the most in 2024-25 {SL022R} {SL023}.",
        ),
        (
            "by-the-least",
            "Which missed by the least?",
            rank("shortfall"),
            "Housed on release from custody (SL014) missed its target by the least in 2024-25 {SL014}.",
        ),
        (
            "ratings-exchanged",
            "What are London and Wales rated?",
            (*ratings("London"), *ratings("Wales")),
            "London was rated 3 (Good) and Wales 1 (Inadequate) in 2024-25 {London} {Wales}.",
        ),
        (
            "one-rating-for-both",
            "What are London and Wales rated?",
            (*ratings("London"), *ratings("Wales")),
            "London and Wales were rated 3 (Good) in 2024-25 {London} {Wales}.",
        ),
    ],
)
PERIODS = table(
    "part of a period",
    "library",
    [
        ("first-month", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.7% in April 2024 {SL021}."),
        ("last-month", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.7% in March 2025 {SL021}."),
        (
            "calendar-year",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in the year to December 2024 {SL021}.",
        ),
        ("two-years", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.7% in 2023-24 and 2024-25 {SL021}."),
        ("since", VICTIMS, look_up("SL021"), "Victim satisfaction has been 84.7% since 2023-24 {SL021}."),
        (
            "change-over-other-years",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction fell by 1.5 percentage points between 2022-23 and 2024-25 {SL021}.",
        ),
        ("future", VICTIMS, look_up("SL021"), "Victim satisfaction will be 84.7% next year {SL021}."),
        (
            "five-years",
            "How did SL023 change?",
            look_up("SL023"),
            "SL023 rose by 9.7 percentage points over five years {SL023}.",
        ),
    ],
)
DENIALS = table(
    "denied",
    "library",
    [
        (
            "the-right-figure",
            "Was victim satisfaction 84.7% in 2024-25?",
            look_up("SL021"),
            "No, victim satisfaction was not 84.7% in 2024-25 {SL021}.",
        ),
        (
            "the-right-figure-plainly",
            "Was victim satisfaction 84.7% in 2024-25?",
            look_up("SL021"),
            "Victim satisfaction was not 84.7% in 2024-25 {SL021}.",
        ),
        (
            "a-wrong-one-instead",
            "Was victim satisfaction 84.7% in 2024-25?",
            look_up("SL021"),
            "It was 80.0% rather than 84.7% in 2024-25 {SL021}.",
        ),
        (
            "did-not-fall",
            "Did victim satisfaction fall?",
            look_up("SL021"),
            "Victim satisfaction did not fall in 2024-25 {SL021}.",
        ),
        (
            "did-not-meet",
            "Did victim satisfaction meet its target?",
            look_up("SL021"),
            "Victim satisfaction did not meet its target in 2024-25 {SL021}.",
        ),
        (
            "did-not-miss",
            "Did housing miss its target?",
            HOUSED,
            "Housed on release from custody did not miss its target in 2024-25 {SL014}.",
        ),
        (
            "failed-to-meet",
            "Did victim satisfaction meet its target?",
            look_up("SL021"),
            "Victim satisfaction failed to meet its target in 2024-25 {SL021}.",
        ),
        (
            "never-met",
            "Did housing meet its target?",
            HOUSED,
            "Housed on release from custody has never met its target {SL014}.",
        ),
        (
            "no-longer",
            "Does victim satisfaction meet its target?",
            look_up("SL021"),
            "Victim satisfaction no longer meets its target {SL021}.",
        ),
        (
            "percent-above",
            "How far above target?",
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25, 4.7% above its target {SL021}.",
        ),
        (
            "not-rated",
            "What is London rated?",
            ratings("London"),
            "London was not rated 1 (Inadequate) in 2024-25 {London}.",
        ),
        ("no-target", VICTIMS, look_up("SL021"), "Victim satisfaction has no target {SL021}."),
        ("zero", VICTIMS, look_up("SL021"), "Victim satisfaction was zero in 2024-25 {SL021}."),
        ("hundred", VICTIMS, look_up("SL021"), "Victim satisfaction was a hundred per cent in 2024-25 {SL021}."),
        (
            "other-things-counted",
            "How many?",
            count("met"),
            "7 of 27 probation regions met their target in 2024-25 {Section 1}.",
        ),
        (
            "threshold-other-side",
            "What is rated good?",
            score("74.2"),
            "A score below 73.3% is rated 3 (Good) {3 - Good}.",
        ),
        (
            "threshold-or-more",
            "What is rated good?",
            score("74.2"),
            "A score of 86.6% or more is rated 3 (Good) {3 - Good}.",
        ),
    ],
)
ABSENCES = table(
    "said not to be published",
    "library",
    [
        (
            "a-year-that-is-held",
            "What was victim satisfaction in 2024-25 and in 2023-24?",
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. No figure is published for 2023-24.",
            ("No figure",),
            ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",),
        ),
        (
            "a-target-that-is-held",
            "What was victim satisfaction in 2024-25, and its target?",
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. No target is published.",
            ("No target",),
            ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",),
        ),
        (
            "a-target-with-a-mark",
            "What was victim satisfaction in 2024-25, and its target?",
            look_up("SL021"),
            "The bulletin does not give a target for victim satisfaction {SL021}.",
        ),
        (
            "a-rating-that-is-held",
            "What are London and Wales rated?",
            ratings("London"),
            "London was rated 1 (Inadequate) in 2024-25 {London}. The publications do not give a rating for Wales.",
            ("do not give",),
            ("London was rated 1 (Inadequate) in 2024-25 {London}.",),
        ),
        (
            "a-measure-that-is-held",
            "What were victim satisfaction and judicial engagement?",
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. The publications do not give judicial engagement.",
            ("do not give",),
            ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",),
        ),
    ],
)
REARRANGED = table(
    "words rearranged",
    "harbour",
    [
        (
            "cause-turned-round",
            TRIPS,
            ask(TRIPS),
            "The harbour office closed at noon because crews were not told of cancelled ferry trips in time {paragraph 1.3}.",
        ),
        (
            "cause-of-another-thing",
            TRIPS,
            ask(TRIPS),
            "Ferry trips were cancelled because the harbour office closed at noon {paragraph 1.3}.",
        ),
        (
            "who-is-counted",
            RADIO,
            ask(RADIO),
            "64% of the inspectors had not been trained to use the new radio {paragraph 1.2}.",
        ),
        (
            "who-found",
            RADIO,
            ask(RADIO),
            "Ferry crews found that 64% of the inspectors had not been trained to use the new radio {paragraph 1.2}.",
        ),
        ("not-used", RADIO, ask(RADIO), "64% of ferry crews had not used the new radio {paragraph 1.2}."),
        (
            "told-whom",
            STAIRS,
            ask(STAIRS),
            "The stairs told us that lantern keepers in North Marsh were unsafe in winter {paragraph 2.2}.",
        ),
        (
            "number-of-the-other-year",
            KEEPERS,
            ask(KEEPERS),
            "There were 5,636 lantern keepers in March 2032 {paragraph 2.1}.",
        ),
        ("fell-by", KEEPERS, ask(KEEPERS), "The number of lantern keepers fell by 4,890 {paragraph 2.1}."),
        (
            "fell-to",
            KEEPERS,
            ask(KEEPERS),
            "The number of lantern keepers fell to 5,636 in March 2032 {paragraph 2.1}.",
        ),
        (
            "fell-from",
            KEEPERS,
            ask(KEEPERS),
            "The number of lantern keepers fell from 4,890 in March 2032 {paragraph 2.1}.",
        ),
        (
            "found-not",
            GARDENS,
            ask(GARDENS),
            "The inspectors found that gardens did not improve the health of the people who dug them {paragraph 3.1}.",
        ),
        (
            "counts-exchanged",
            "How many complaints?",
            COMPLAINTS,
            "The harbour office received 310 complaints about ferry trips in 2031-32, of which 1,250 were upheld {paragraph 1.4}.",
        ),
        (
            "upheld",
            "How many complaints were upheld?",
            COMPLAINTS,
            "1,250 complaints about ferry trips were upheld in 2031-32 {paragraph 1.4}.",
        ),
        (
            "the-rest",
            "How many complaints were not upheld?",
            COMPLAINTS,
            "940 complaints about ferry trips were not upheld in 2031-32 {paragraph 1.4}.",
        ),
        (
            "keeper-for-kept",
            "What is a lantern keeper?",
            ask("What is a lantern keeper?"),
            "A harbour lantern is a person who is paid to watch {paragraph 2.3}.",
        ),
        (
            "light-left-out",
            "What is a lantern keeper?",
            ask("What is a lantern keeper?"),
            "A lantern keeper is paid to put out a person {paragraph 2.3}.",
        ),
        (
            "two-services-exchanged",
            "QM102?",
            look_up("QM102"),
            "Letters answered within ten days (QM102) was 40.0% and kettles sold (CRS QM102) 91.3% in 2031-32 {Table 2, QM102} {Table 3, QM102}.",
        ),
        (
            "one-month-for-a-year",
            "QM105R?",
            look_up("QM105R", year="2031-32"),
            "Lanterns lit (QM105R) was 41.0% in 2031-32 {QM105R}.",
        ),
        (
            "withheld-as-nil",
            "Boats returned in 2030-31?",
            look_up("QM106", year="2030-31"),
            "Boats returned (QM106) was nil in 2030-31 {QM106}.",
        ),
        (
            "withheld-target-as-value",
            "Boats returned in 2030-31?",
            look_up("QM106", year="2030-31"),
            "Boats returned (QM106) was 20.0% in 2030-31 {QM106}.",
        ),
        (
            "unknown-change-as-none",
            "Did ropes coiled at dawn change?",
            look_up("QM107a"),
            "Ropes coiled at dawn (QM107a) was unchanged on the previous year {QM107a}.",
        ),
        (
            "unknown-change-as-a-rise",
            "Did ropes coiled at dawn change?",
            look_up("QM107a"),
            "Ropes coiled at dawn (QM107a) rose to 33.3% in 2031-32 {QM107a}.",
        ),
        (
            "gap-as-change",
            "Did ropes coiled at dawn change?",
            look_up("QM107a"),
            "Ropes coiled at dawn (QM107a) rose by 3.3 percentage points in 2031-32 {QM107a}.",
        ),
        (
            "better-for-a-rise",
            "Cancelled ferry trips?",
            compare("QM103", "2030-31", "2031-32"),
            "Cancelled ferry trips got better, from 3.1% to 4.6% {QM103@2031} {QM103@2032}.",
        ),
    ],
)
ALL = (*ELLIPSIS, *BOTH, *PERIODS, *DENIALS, *ABSENCES, *REARRANGED)
