"""Good answers about one figure or a few: the same facts in the shapes and wordings that models write."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import look_up, table

VICTIMS = "What was victim satisfaction in 2024-25?"
HOUSED = "How many people were housed on release in 2024-25?"
STAND_DOWNS = "What about unpaid work stand downs?"
DOORS = "How often were doors opened on time in 2031-32?"

VALUES = table(
    "value",
    "library",
    [
        (
            "plain",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction (SL021) was 84.7% in England and Wales in 2024-25 {SL021}.",
        ),
        ("bold", VICTIMS, look_up("SL021"), "Victim satisfaction (SL021) was **84.7%** in 2024-25 {SL021}."),
        ("per-cent", VICTIMS, look_up("SL021"), "In 2024-25, victim satisfaction stood at 84.7 per cent {SL021}."),
        (
            "other-year-form",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in the year to March 2025 {SL021}.",
        ),
        ("slash-year", VICTIMS, look_up("SL021"), "For 2024/25, the figure for victim satisfaction is 84.7% {SL021}."),
        (
            "lead-in",
            VICTIMS,
            look_up("SL021"),
            "Here is what the bulletin says:\n\nVictim satisfaction was 84.7% in England and Wales in 2024-25 {SL021}.",
        ),
        (
            "two-sentences",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. That was above its target of 80.0% {SL021}.",
        ),
        (
            "three-sentences",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction (SL021) was 84.7% in England and Wales in 2024-25 {SL021}. It met its target of 80.0%, "
            "by 4.7 percentage points {SL021}. It was 1.5 percentage points lower than the year before {SL021}.",
        ),
        ("as-the-tool-says", VICTIMS, look_up("SL021"), "{answer}"),
        ("code-first", VICTIMS, look_up("SL021"), "SL021 (victim satisfaction), 2024-25: 84.7% {SL021}"),
        (
            "in-brackets",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction (84.7%) was above its 80.0% target in 2024-25 {SL021}.",
        ),
        (
            "earlier-year",
            "What was victim satisfaction in 2023-24?",
            look_up("SL021", year="2023-24"),
            "In 2023-24 victim satisfaction was 86.2% in England and Wales {SL021}.",
        ),
        (
            "service",
            "What was CRS SL002?",
            look_up("SL002", service="CRS"),
            "Initial appointments attended (CRS SL002) stood at 91.7% in 2024-25 {SL002}.",
        ),
        (
            "emphasis-and-italics",
            HOUSED,
            look_up("SL014"),
            "*Housed on release from custody* (SL014) was **80.4%** in 2024-25 {SL014}.",
        ),
    ],
    good=True,
)
SEVERAL = table(
    "several",
    "library",
    [
        (
            "marks-together",
            "Housed on release and judicial engagement?",
            look_up("SL014", "SL001"),
            "In 2024-25, housed on release from custody (SL014) was 80.4% and judicial engagement (SL001) was 69.8% {SL014} {SL001}.",
        ),
        (
            "marks-in-the-sentence",
            "Victim satisfaction and judicial engagement?",
            look_up("SL021", "SL001"),
            "Victim satisfaction was 84.7% {SL021} and judicial engagement 69.8% {SL001} in 2024-25.",
        ),
        (
            "bullets",
            "Give me three figures on unpaid work.",
            look_up("SL026", "SL027", "SL029"),
            "- Unpaid work assessment (SL026): 85.6% in 2024-25 {SL026}\n"
            "- Unpaid work starts within 15 business days of sentence (SL027): 71.1% in 2024-25 {SL027}\n"
            "- Unpaid work completions within 12 months (SL029): 63.1% in 2024-25 {SL029}",
        ),
        (
            "bullets-with-lead-in",
            "Give me two figures on unpaid work.",
            look_up("SL026", "SL029"),
            "The figures for 2024-25 are:\n\n"
            "- **Unpaid work assessment** (SL026): 85.6% {SL026}\n"
            "- **Unpaid work completions within 12 months** (SL029): 63.1% {SL029}",
        ),
        (
            "numbered",
            "Which two did best, parole reports or appointments?",
            look_up("SL004", "SL011"),
            "1. Initial appointment for community sentences (SL004): 93.8% {SL004}\n2. Timely parole reports (SL011): 82.6% {SL011}",
        ),
        (
            "two-services",
            "What was SL001 and CRS SL001R?",
            (*look_up("SL001"), *look_up("SL001R", service="CRS")),
            "Judicial engagement (SL001) was 69.8% in 2024-25 {SL001}. "
            "Supplier assessment appointment timeliness (CRS SL001R) was 94.5% {SL001R}.",
        ),
    ],
    good=True,
)
TARGETS = table(
    "target",
    "library",
    [
        ("met", "Did victim satisfaction meet its target?", look_up("SL021"), "Yes. Victim satisfaction was 84.7% in 2024-25, meeting its target of 80.0% {SL021}."),
        ("missed", "Was the housing target met?", look_up("SL014"), "No: at 80.4%, housed on release from custody (SL014) missed its target of 90.0% in 2024-25 {SL014}."),
        ("only-target", "What is the target for housed on release?", look_up("SL014"), "The target for housed on release from custody (SL014) was 90.0% in 2024-25 {SL014}."),
        ("gap", "How far was housing from target?", look_up("SL014"), "It was 9.6 percentage points below its target of 90.0% {SL014}."),
        ("gap-pp", "How far was housing from target?", look_up("SL014"), "Housed on release fell short of its 90.0% target by 9.6pp, at 80.4% {SL014}."),
        ("ceiling", "Did unpaid work stand downs meet the target?", look_up("SL028"), "Yes: stand downs (SL028) were 1.3% in 2024-25, below the ceiling of 2.5% {SL028}."),
        ("ceiling-worse", STAND_DOWNS, look_up("SL028"), "Unpaid work stand downs rose by 0.4 percentage points to 1.3% in 2024-25, a worsening {SL028}."),
    ],
    good=True,
)  # fmt: skip
CHANGES = table(
    "change",
    "library",
    [
        ("fell", "Did victim satisfaction fall?", look_up("SL021"), "Yes, victim satisfaction fell by 1.5 percentage points to 84.7% in 2024-25 {SL021}."),
        ("rose", "How did SL023 change?", look_up("SL023"), "Pre-release sentence plans for enhanced cases (SL023) rose by 9.7 percentage points, to 37.2%, in 2024-25 {SL023}."),
        ("improved", "Did unpaid work completions improve?", look_up("SL029"), "Unpaid work completions within 12 months improved: up 6.1 percentage points to 63.1% {SL029}."),
        ("down-on-year", "What happened to housing?", look_up("SL014"), "Housed on release was down 2.0 percentage points on the year before, at 80.4% {SL014}."),
        ("change-only", "By how much did SL031 change?", look_up("SL031"), "It went up by 7.1 percentage points {SL031}."),
    ],
    good=True,
)  # fmt: skip
HARBOUR = table(
    "value",
    "harbour",
    [
        ("harbour-plain", DOORS, look_up("QM101", service="Probation"), "Doors opened on time (QM101) was 69.5% in 2031-32 {QM101}."),
        ("harbour-missed", DOORS, look_up("QM101", service="Probation"), "Doors opened on time missed its 72.0% target by 2.5 percentage points, at 69.5% {QM101}."),
        ("harbour-exactly", "Gardens dug in 2030-31?", look_up("QM104", year="2030-31"), "Gardens dug (QM104) was 60.0% in 2030-31, exactly its target of 60.0% {QM104}."),
        ("harbour-unchanged", "Did gardens dug change in 2030-31?", look_up("QM104", year="2030-31"), "No, gardens dug was unchanged in 2030-31, at 60.0% {QM104}."),
        ("harbour-ceiling", "Cancelled ferry trips?", look_up("QM103"), "Cancelled ferry trips (QM103) rose to 4.6% in 2031-32, missing the ceiling of 4.0% {QM103}."),
        ("harbour-withheld", "Boats returned in 2030-31?", look_up("QM106", year="2030-31"), "No figure is given for boats returned (QM106) in 2030-31 {QM106}."),
        ("harbour-part-year", "QM105S?", look_up("QM105S"), "Lanterns lit for watched ships (QM105S) was 47.2% from May 2031 to March 2032 {QM105S}."),
    ],
    good=True,
)  # fmt: skip
ALL = (*VALUES, *SEVERAL, *TARGETS, *CHANGES, *HARBOUR)
