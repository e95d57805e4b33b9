"""Good answers that compare, count, rank, rate, round, quote, or say what is not published."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import ask, compare, count, look_up, moved, one, rank, ratings, score, table

HOUSED = "How did housing on release change between 2023-24 and 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
RADIO = "What share of ferry crews had not been trained to use the radio?"
HOURS = "How many hours a week did ferry masters work?"
KEEPERS = "How did the number of lantern keepers change?"
KEEPER = "What is a lantern keeper?"
GARDENS = "Did gardens improve health?"
VICTIMS = "What was victim satisfaction in 2024-25?"
CASELOAD = "What was the average caseload of a probation officer?"

COMPARED = table(
    "compared",
    "library",
    [
        ("from-to", HOUSED, TWO_YEARS, "Housed on release from custody fell from 82.4% in 2023-24 to 80.4% in 2024-25 {SL014@2024} {SL014@2025}."),
        ("own-marks", HOUSED, TWO_YEARS, "It was 82.4% in 2023-24 {SL014@2024} and 80.4% in 2024-25 {SL014@2025}."),
        ("difference", HOUSED, TWO_YEARS, "Housed on release was 82.4% in 2023-24 {SL014@2024}. In 2024-25 it was 80.4%, 2.0 percentage points lower {SL014@2025}."),
        ("worse", HOUSED, TWO_YEARS, "It got worse: from 82.4% to 80.4%, a fall of 2.0 percentage points {SL014@2024} {SL014@2025}."),
        ("as-the-tool-says", HOUSED, TWO_YEARS, "{answer}"),
        ("lower-is-better", "Stand downs in both years?", compare("SL028", "2023-24", "2024-25"), "Stand downs rose from 0.9% in 2023-24 to 1.3% in 2024-25, a worsening {SL028@2024} {SL028@2025}."),
    ],
    good=True,
)  # fmt: skip
COUNTED = table(
    "counted",
    "library",
    [
        ("met", "How many measures met their target?", count("met"), "7 of 27 probation service levels met their target in 2024-25 {Section 1}."),
        ("met-in-words", "How many measures met their target?", count("met"), "Seven of 27 probation service levels met their target in 2024-25 {Section 1}."),
        ("improved", "How many improved?", count("improved"), "11 of 17 probation service levels improved in 2024-25 {Section 1}."),
        ("as-the-tool-says", "How many improved?", count("improved"), "{answer}"),
        ("with-one-of-them", "How many met, and was victim satisfaction one?", count("met"), "7 of 27 probation service levels met their target in 2024-25 {Section 1}. Victim satisfaction (SL021) was one of them, at 84.7% against 80.0% {Table 2}."),
    ],
    good=True,
)  # fmt: skip
RANKED = table(
    "ranked",
    "library",
    [
        ("worst-shortfall", "Which measure missed by most?", rank("shortfall"), "Pre-release sentence plans for enhanced cases (SL023) missed its target by the most in 2024-25: 49.3 percentage points {SL023}."),
        ("most-improved", "What improved most?", rank("improvement"), "SL023 improved the most in 2024-25, by 9.7 percentage points to 37.2% {SL023}."),
        ("as-the-tool-says", "What improved most?", rank("improvement"), "{answer}"),
        (
            "list",
            "What improved most?",
            rank("improvement"),
            "The biggest improvements in 2024-25 were:\n\n1. Pre-release sentence plans for enhanced cases (SL023), up 9.7 percentage points {SL023}\n"
            "2. Accredited programme starts (SL031), up 7.1 percentage points {SL031}",
        ),
    ],
    good=True,
)  # fmt: skip
RATED = table(
    "rated",
    "library",
    [
        ("london", "What is London rated?", ratings("London"), "London was rated 1 (Inadequate) on the Probation Scorecard in 2024-25 {London}."),
        ("london-words-only", "What is London rated?", ratings("London"), "London was rated Inadequate in 2024-25 {London}."),
        ("good-regions", "Which regions are good?", ratings(rating=3), "Greater Manchester and Wales were rated 3 (Good) in 2024-25 {Table 1}."),
        ("how-many-inadequate", "How many regions are inadequate?", ratings(rating=1), "4 of 12 probation regions were rated 1 (Inadequate) in 2024-25: Kent, Surrey & Sussex, London, North East and West Midlands {Table 1}."),
        ("moved", "Which regions changed rating?", moved(), "East Midlands moved from 1 (Inadequate) to 2 (Improvement Required) between 2023-24 and 2024-25 {Table 1@2024} {Table 1@2025}."),
        ("as-the-tool-says", "Which regions changed rating?", moved(), "{answer}"),
        ("country", "What is the national rating?", ratings(), "England and Wales as a whole was rated 2 (Improvement Required) in 2024-25 {Table 1, England and Wales}."),
        ("band", "What rating is a score of 74.2?", score("74.2"), "A score of 74.2% is rated 3 (Good), since it is at least 73.3% and less than 86.6% {3 - Good}."),
        ("points-needed", "How many points does 74.2 need for outstanding?", score("74.2", 4), "A score of 74.2% needs 12.4 percentage points more to reach the 86.6% threshold for 4 (Outstanding) {4 - Outstanding}."),
    ],
    good=True,
)  # fmt: skip
ROUNDED = table(
    "rounded",
    "library",
    [
        ("about", "Roughly, what was victim satisfaction?", look_up("SL021"), "Victim satisfaction was about 85% in 2024-25 {SL021}."),
        ("around", "Roughly, how many were housed?", look_up("SL014"), "Around 80% were housed on release from custody in 2024-25 {SL014}."),
        ("nearly", "Roughly, what was victim satisfaction?", look_up("SL021"), "Victim satisfaction was nearly 85% in 2024-25 {SL021}."),
        ("just-over", "Roughly, how many were housed?", look_up("SL014"), "Just over 80% were housed on release from custody in 2024-25 {SL014}."),
        ("whole", "Roughly, what were unpaid work completions?", look_up("SL029"), "Unpaid work completions within 12 months stood at about 63% in 2024-25 {SL029}."),
        ("more-than-half", "Was SL033 above half?", look_up("SL033"), "Accredited programme completions (SL033) was more than half, at 52.5%, in 2024-25 {SL033}."),
    ],
    good=True,
)  # fmt: skip
CORRECTED = table(
    "corrected",
    "library",
    [
        ("not-99", "Was victim satisfaction 99% in 2024-25?", look_up("SL021"), "No, it was not 99%: victim satisfaction was 84.7% in 2024-25 {SL021}."),
        ("did-not-rise", "Why did housing on release rise in 2024-25?", look_up("SL014"), "It did not rise: housed on release from custody fell by 2.0 percentage points to 80.4% in 2024-25 {SL014}."),
        ("reason-unknown", "Why did victim satisfaction fall in 2024-25?", look_up("SL021"), "Victim satisfaction fell by 1.5 percentage points to 84.7% in 2024-25 {SL021}. The publications do not say why."),
        ("regions-unknown", "What was victim satisfaction in London?", look_up("SL021"), "The publications do not give victim satisfaction for London. For England and Wales it was 84.7% in 2024-25 {SL021}."),
        ("later-year-unknown", "What was victim satisfaction in 2024-25 and 2026-27?", look_up("SL021"), "Victim satisfaction was 84.7% in 2024-25 {SL021}. No figure is published for 2026-27."),
        ("wrong-rating", "Is London rated good?", ratings("London"), "No. London was rated 1 (Inadequate) in 2024-25 {London}."),
    ],
    good=True,
)  # fmt: skip
PROSE = table(
    "prose",
    "harbour",
    [
        ("quote", RADIO, ask(RADIO), "The report says: “{quote:paragraph 1.2}” {paragraph 1.2}"),
        ("quote-straight-marks", RADIO, ask(RADIO), 'According to the inspection, "{quote:paragraph 1.2}" {paragraph 1.2}'),
        ("close-paraphrase", RADIO, ask(RADIO), "64% of ferry crews had not been trained to use the new radio {paragraph 1.2}."),
        ("hours", HOURS, ask(HOURS), "Ferry masters worked 41 hours a week on average in 2031-32, up from 38 hours in 2030-31 {paragraph 1.1}."),
        ("hours-first-half", HOURS, ask(HOURS), "Ferry masters worked 41 hours a week on average in 2031-32 {paragraph 1.1}."),
        ("keepers-fell", KEEPERS, ask(KEEPERS), "The number of lantern keepers fell from 5,636 in March 2031 to 4,890 in March 2032 {paragraph 2.1}."),
        ("definition", KEEPER, ask(KEEPER), "“{quote:paragraph 2.3}” {paragraph 2.3}"),
        ("negation-kept", GARDENS, ask(GARDENS), "The inspectors did not find that gardens improved the health of the people who dug them {paragraph 3.1}."),
        ("as-the-tool-says", HOURS, ask(HOURS), "{answer}"),
    ],
    good=True,
)  # fmt: skip
CASELOADS = table(
    "cells",
    "library",
    [
        ("caseload", CASELOAD, ask(CASELOAD), "{answer}"),
        (
            "asked-whole",
            "How many targets were met in 2023-24?",
            ask("How many targets were met in 2023-24?"),
            "{answer}",
        ),
    ],
    good=True,
)
WORDINGS = table(
    "as models word it",
    "library",
    [
        ("according-to", "Victim satisfaction?", look_up("SL021"), "According to Table 2 of the bulletin, victim satisfaction was 84.7% in 2024-25 {SL021}."),
        ("most-recent", "What is the latest figure for victim satisfaction?", look_up("SL021"), "The most recent figure for victim satisfaction, for 2024-25, is 84.7% {SL021}."),
        ("that-is-below", "How far off target was housing?", look_up("SL014"), "Housed on release from custody was 80.4% in 2024-25 {SL014}. That is 9.6 percentage points below its target of 90.0% {SL014}."),
        ("compared-with", "How did unpaid work completions change?", look_up("SL029"), "Unpaid work completions within 12 months were up 6.1 percentage points compared with the previous year, at 63.1% {SL029}."),
        ("both-fell", "Did victim satisfaction and judicial engagement fall?", look_up("SL021", "SL001"), "Both victim satisfaction and judicial engagement fell in 2024-25 {SL021} {SL001}."),
        ("one-met-one-missed", "Did victim satisfaction and judicial engagement meet their targets?", look_up("SL021", "SL001"), "Victim satisfaction met its target {SL021}, but judicial engagement missed its own {SL001}."),
        ("whereas", "Compare victim satisfaction and judicial engagement", look_up("SL021", "SL001"), "Victim satisfaction was 84.7% {SL021}, whereas judicial engagement was 69.8% {SL001}, both in 2024-25."),
        ("two-regions", "What are London and Wales rated?", (*ratings("London"), *ratings("Wales")), "In 2024-25, London was rated 1 (Inadequate) {London} and Wales 3 (Good) {Wales}."),
        ("semicolons", "Give me housing and employment.", look_up("SL014", "SL016R"), "Housed on release from custody (SL014): 80.4% {SL014}; employed at 6 weeks post release from custody for supervised cases (SL016R): 18.5% {SL016R}."),
        ("dash", "Victim satisfaction?", look_up("SL021"), "Victim satisfaction – 84.7% in 2024-25, against a target of 80.0% {SL021}."),
        ("paragraphs", "How is unpaid work doing?", look_up("SL026", "SL029"), "Unpaid work assessment (SL026) was 85.6% in 2024-25, missing its target of 90.0% {SL026}.\n\nUnpaid work completions within 12 months (SL029) were 63.1%, missing the target of 75.0% {SL029}."),
        ("of-the-regions", "How many regions are inadequate?", ratings(rating=1), "Of the 12 probation regions, 4 were rated 1 (Inadequate) in 2024-25 {Table 1}."),
        ("the-figure-for", "What share were employed six weeks after release?", look_up("SL016R"), "The figure for employed at 6 weeks post release from custody for supervised cases (SL016R) was 18.5%, from May 2024 to March 2025 {SL016R}."),
        ("did-not-meet", "Did housing meet its target?", look_up("SL014"), "Housed on release from custody did not meet its target of 90.0% in 2024-25: it was 80.4% {SL014}."),
        ("under-target", "Is SL023 on target?", look_up("SL023"), "Pre-release sentence plans for enhanced cases (SL023) stood at 37.2% in 2024-25, 49.3 percentage points under its target of 86.5% {SL023}."),
        ("of-victims", "Victim satisfaction?", look_up("SL021"), "The level of victim satisfaction was 84.7% across England and Wales in 2024-25 {SL021}."),
    ],
    good=True,
)  # fmt: skip
BRIEF = tuple(  # true, and said so briefly that it may be refused
    one(id, "right, but in too few words", question, calls, text, true=(text,))
    for id, question, calls, text in [
        ("bare", VICTIMS, look_up("SL021"), "84.7% {SL021}."),
        ("no-subject", "How far off was SL023?", look_up("SL023"), "Short by 49.3 percentage points: 37.2% against a target of 86.5% in 2024-25 {SL023}."),
        ("followed-by", "Which two missed by most?", rank("shortfall"), "SL023 missed by 49.3 percentage points {SL023}, followed by SL022R, by 38.4 percentage points {SL022R}."),
    ]
)  # fmt: skip
ALL = (*BRIEF, *WORDINGS, *COMPARED, *COUNTED, *RANKED, *RATED, *ROUNDED, *CORRECTED, *PROSE, *CASELOADS)
