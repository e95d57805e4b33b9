"""Figures that are not the ones of their source: a digit, a year or a measure is another."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import compare, look_up, rank, ratings, table

VICTIMS = "What was victim satisfaction in 2024-25?"
HOUSED = "How many people were housed on release in 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
BOTH = "How did housing on release change between 2023-24 and 2024-25?"

DIGITS = table(
    "wrong digit",
    "library",
    [
        (
            "last-digit",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction (SL021) was 84.8% in England and Wales in 2024-25 {SL021}.",
        ),
        ("first-digit", VICTIMS, look_up("SL021"), "Victim satisfaction was 94.7% in 2024-25 {SL021}."),
        ("transposed", VICTIMS, look_up("SL021"), "Victim satisfaction was 87.4% in 2024-25 {SL021}."),
        ("transposed-across-the-point", VICTIMS, look_up("SL021"), "Victim satisfaction was 48.7% in 2024-25 {SL021}."),
        ("point-moved", VICTIMS, look_up("SL021"), "Victim satisfaction was 8.47% in 2024-25 {SL021}."),
        ("point-lost", VICTIMS, look_up("SL021"), "Victim satisfaction was 847 in 2024-25 {SL021}."),
        ("digit-added", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.75% in 2024-25 {SL021}."),
        ("bare", VICTIMS, look_up("SL021"), "83.7% {SL021}."),
        ("bold", VICTIMS, look_up("SL021"), "Victim satisfaction was **84.1%** {SL021}."),
        ("in-brackets", VICTIMS, look_up("SL021"), "Victim satisfaction (89.7%) met its target of 80.0% {SL021}."),
        (
            "in-a-bullet",
            "Three figures on unpaid work",
            look_up("SL026", "SL027"),
            "- Unpaid work assessment (SL026): 85.6% {SL026}\n- Unpaid work starts (SL027): 77.1% {SL027}",
            (),
            ("- Unpaid work assessment (SL026): 85.6% {SL026}",),
        ),
        (
            "in-a-table",
            "As a table",
            look_up("SL021", "SL014"),
            "| Measure | 2024-25 | Source |\n|---|---|---|\n| Victim satisfaction (SL021) | 84.7% | {SL021} |\n| Housed on release from custody (SL014) | 84.4% | {SL014} |",
        ),
        ("as-a-fraction", VICTIMS, look_up("SL021"), "Victim satisfaction was 0.874 in 2024-25 {SL021}."),
        (
            "second-sentence",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. It was 84.2% the year before {SL021}.",
            ("84.2",),
            ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",),
        ),
        ("before-the-right-one", VICTIMS, look_up("SL021"), "It was 85.7%, or rather 84.7%, in 2024-25 {SL021}."),
    ],
)
YEARS = table(
    "digit of another year",
    "library",
    [
        (
            "earlier-figure-as-later",
            BOTH,
            TWO_YEARS,
            "Housed on release from custody was 82.4% in 2024-25 {SL014@2025}.",
        ),
        (
            "earlier-figure-both-marks",
            BOTH,
            TWO_YEARS,
            "Housed on release from custody was 82.4% in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        (
            "years-swapped",
            BOTH,
            TWO_YEARS,
            "Housed on release rose from 80.4% in 2023-24 to 82.4% in 2024-25 {SL014@2024} {SL014@2025}.",
        ),
        ("years-swapped-no-verb", BOTH, TWO_YEARS, "2023-24: 80.4%; 2024-25: 82.4% {SL014@2024} {SL014@2025}."),
        ("another-year-label", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.7% in 2023-24 {SL021}."),
        ("year-not-held", VICTIMS, look_up("SL021"), "Victim satisfaction was 84.7% in 2025-26 {SL021}."),
        (
            "calendar-year",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in the year to March 2026 {SL021}.",
        ),
        ("from-memory-of-the-last", VICTIMS, look_up("SL021"), "Victim satisfaction was 86.2% in 2024-25 {SL021}."),
        (
            "swapped-in-a-table",
            BOTH,
            TWO_YEARS,
            "| Year | SL014 | Source |\n|---|---|---|\n| 2023-24 | 80.4% | {SL014@2024} |\n| 2024-25 | 82.4% | {SL014@2025} |",
        ),
        (
            "rating-of-last-year",
            "What is the North East rated in 2024-25?",
            ratings("North East", year="2023-24"),
            "The North East was rated 2 (Improvement Required) in 2024-25 {North East}.",
        ),
    ],
)
MEASURES = table(
    "figure of another measure",
    "library",
    [
        (
            "neighbour",
            "Victim satisfaction and SL020?",
            look_up("SL021", "SL020"),
            "Victim satisfaction (SL021) was 71.0% in 2024-25 {SL021}.",
        ),
        (
            "neighbour-with-its-mark",
            "Victim satisfaction and SL020?",
            look_up("SL021", "SL020"),
            "Victim satisfaction (SL021) was 71.0% in 2024-25 {SL020}.",
        ),
        (
            "names-swapped",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Victim satisfaction was 69.8% {SL001} and judicial engagement 84.7% {SL021} in 2024-25.",
        ),
        (
            "marks-swapped",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Victim satisfaction was 84.7% {SL001} and judicial engagement 69.8% {SL021} in 2024-25.",
        ),
        (
            "both-marks-figures-swapped",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Victim satisfaction was 69.8% and judicial engagement 84.7% in 2024-25 {SL021} {SL001}.",
        ),
        (
            "other-service",
            "What was SL002?",
            look_up("SL002", service="CRS"),
            "SL002 of the Probation Service was 91.7% in 2024-25 {SL002}.",
        ),
        (
            "services-swapped",
            "SL001 and CRS SL001R?",
            (*look_up("SL001"), *look_up("SL001R", service="CRS")),
            "Judicial engagement was 94.5% in 2024-25 {SL001R}.",
        ),
        (
            "revised-code",
            "What was SL016 in 2024-25?",
            look_up("SL016R"),
            "Employed at 6 weeks post release from custody (SL016) was 18.5% in April 2024 {SL016R}.",
        ),
        (
            "part-code",
            "What was SL017Ra?",
            look_up("SL017Ra", "SL017Rb"),
            "Employed at 6 months post release for supervised cases (SL017Ra) was 44.3% {SL017Rb}.",
        ),
        ("wrong-name", VICTIMS, look_up("SL021"), "Staff satisfaction was 84.7% in 2024-25 {SL021}."),
        ("wrong-subject", HOUSED, look_up("SL014"), "Employment on release from custody was 80.4% in 2024-25 {SL014}."),
        (
            "rank-rows-swapped",
            "Which missed by most?",
            rank("shortfall"),
            "POM/COM handover meeting (SL022R) missed by the most, by 49.3 percentage points {SL023}.",
        ),
        (
            "wrong-winner",
            "What improved most?",
            rank("improvement"),
            "Accredited programme starts (SL031) improved the most in 2024-25, by 7.1 percentage points {SL031}.",
        ),
        (
            "list-off-by-one",
            "Two figures on unpaid work",
            look_up("SL026", "SL027"),
            "- Unpaid work assessment (SL026): 71.1% {SL026}\n- Unpaid work starts (SL027): 85.6% {SL027}",
        ),
    ],
)
ALL = (*DIGITS, *YEARS, *MEASURES)
