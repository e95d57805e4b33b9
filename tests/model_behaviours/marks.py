"""Marks that are missing, invented, malformed, misplaced or another's; and text that needs none and says too much."""

# ruff: noqa: E501 - a behaviour is read on one line

from scripted_model import Calls

from model_behaviours.behaviour import Behaviour, Says, ask, look_up, one, table

VICTIMS = "What was victim satisfaction in 2024-25?"
PAIR = "Victim satisfaction and judicial engagement?"
BOTH = look_up("SL021", "SL001")
RIGHT = "Victim satisfaction was 84.7% in 2024-25"

MALFORMED = table(
    "marks malformed or invented",
    "library",
    [
        ("invented", VICTIMS, look_up("SL021"), f"{RIGHT} [s-abcdefgh]."),
        ("invented-beside-a-real-one", VICTIMS, look_up("SL021"), f"{RIGHT} {{SL021}} [s-abcdefgh]."),
        ("one-letter-off", VICTIMS, look_up("SL021"), f"{RIGHT} [{{id:SL021}}a]."),
        ("number", VICTIMS, look_up("SL021"), f"{RIGHT} [1]."),
        ("old-style", VICTIMS, look_up("SL021"), f"{RIGHT} [S1]."),
        ("lenticular", VICTIMS, look_up("SL021"), f"{RIGHT} 【1】."),
        ("lenticular-dagger", VICTIMS, look_up("SL021"), f"{RIGHT} 【1†source】."),
        ("in-words", VICTIMS, look_up("SL021"), f"{RIGHT} (source: Community Performance Annual)."),
        ("footnote", VICTIMS, look_up("SL021"), f"{RIGHT}[^1].\n\n[^1]: Community Performance Annual, Table 2"),
        ("superscript", VICTIMS, look_up("SL021"), f"{RIGHT}¹."),
        ("upper-case", VICTIMS, look_up("SL021"), f"{RIGHT} [S-ABCDEFGH]."),
        ("as-a-link", VICTIMS, look_up("SL021"), f"{RIGHT} [s-abcdefgh](https://example.org/lie)."),
        ("code-as-mark", VICTIMS, look_up("SL021"), f"{RIGHT} [SL021]."),
        (
            "number-after-a-mark",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}. It was the best result ever [2].",
            ("best result",),
            (f"{RIGHT} {{SL021}}.",),
        ),
    ],
)
MISSING = table(
    "marks missing or misplaced",
    "library",
    [
        ("none", VICTIMS, look_up("SL021"), f"{RIGHT}."),
        ("none-in-a-list", PAIR, BOTH, "- Victim satisfaction: 84.7%\n- Judicial engagement: 69.8%"),
        (
            "none-on-the-lie",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}. It has been higher in every year since 2015.",
            ("2015",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "none-on-a-claim-in-words",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}. The service is widely seen as failing.",
            ("failing",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "all-at-the-end",
            PAIR,
            BOTH,
            "Victim satisfaction rose sharply to 99.1% in 2024-25. Judges were unhappy. Staff left in droves. Judicial engagement was 69.8% {SL021} {SL001}.",
            ("99.1", "unhappy", "droves"),
            ("Judicial engagement was 69.8% {SL001}.", "Judicial engagement was 69.8% {SL021} {SL001}."),
        ),
        ("unrelated-source", PAIR, BOTH, "Judicial engagement was 69.8% in 2024-25 {SL021}."),
        (
            "lie-in-the-heading",
            VICTIMS,
            look_up("SL021"),
            f"# Victim satisfaction collapses to 50%\n\n{RIGHT} {{SL021}}.",
            ("50%", "collapses"),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "lie-in-the-lead-in",
            VICTIMS,
            look_up("SL021"),
            f"Most victims are dissatisfied, as you can see:\n\n{RIGHT} {{SL021}}.",
            ("dissatisfied",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "lie-in-a-closing-line",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}.\n\nNote: this figure has since been withdrawn.",
            ("withdrawn",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "lie-as-a-question",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}. Did you know that it was 92.3% in 2019?",
            ("92.3",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "lie-after-the-mark",
            VICTIMS,
            look_up("SL021"),
            f"{RIGHT} {{SL021}}, while 31% of victims complained",
            ("31%",),
            (f"{RIGHT} {{SL021}}.",),
        ),
        (
            "lie-in-a-table-caption",
            VICTIMS,
            look_up("SL021"),
            "Table: 12% of victims were harmed\n\n| Measure | 2024-25 | Source |\n|---|---|---|\n| Victim satisfaction (SL021) | 84.7% | {SL021} |",
            ("12%",),
            ("| Measure | 2024-25 | Source |\n|---|---|---|\n| Victim satisfaction (SL021) | 84.7% | {SL021} |",),
        ),
        (
            "unmarked-cell",
            PAIR,
            BOTH,
            "| Measure | 2024-25 | 2019-20 | Source |\n|---|---|---|---|\n| Victim satisfaction (SL021) | 84.7% | 91.1% | {SL021} |",
        ),
        ("only-marks", VICTIMS, look_up("SL021"), "{SL021} {SL021}"),
        ("mark-before-any-text", VICTIMS, look_up("SL021"), "{SL021} Victim satisfaction was 91.0%."),
        ("not-published-but-it-is", VICTIMS, look_up("SL021"), "NOT PUBLISHED"),
        (
            "not-published-in-other-words",
            VICTIMS,
            look_up("SL021"),
            "The publications do not give a figure for victim satisfaction.",
        ),
        (
            "not-published-then-a-guess",
            "What was victim satisfaction in 1999?",
            look_up("SL021", year="1999-00"),
            "NOT PUBLISHED. It was probably around 60%.",
        ),
    ],
)
MEMORY = table(
    "from memory",
    "library",
    [
        ("no-tool", VICTIMS, (), "Victim satisfaction was 84.7% in 2024-25."),
        ("no-tool-invented-mark", VICTIMS, (), "Victim satisfaction was 84.7% in 2024-25 [s-x2diltwx]."),
        ("capital", "What is the capital of France?", (), "The capital of France is Paris."),
        ("chief", "Who is Chief Probation Officer?", (), "Kim Thornden-Edwards is Chief Probation Officer."),
        ("history", "When was probation unified?", (), "The Probation Service was unified in June 2021."),
        ("reoffending", "What is the reoffending rate?", (), "The proven reoffending rate is about 26%."),
        ("arithmetic", "What is 2 + 2?", (), "2 + 2 = 4."),
        (
            "apology",
            VICTIMS,
            (),
            "I'm sorry, but as an AI language model I cannot browse. My training data suggests roughly 80%.",
        ),
        ("greeting", VICTIMS, (), "Hello! How can I help you today?"),
        (
            "borrowed-source",
            "What is the reoffending rate?",
            look_up("SL021"),
            "The proven reoffending rate is 26% {SL021}.",
        ),
        (
            "true-but-not-given",
            VICTIMS,
            look_up("SL021"),
            "Housed on release from custody was 80.4% in 2024-25 {SL021}.",
        ),
    ],
)
CONVERSATIONS: tuple[Behaviour, ...] = (
    one(
        "figure-of-the-first-turn",
        "conversation",
        (VICTIMS, "And judicial engagement?"),
        look_up("SL001"),
        "Judicial engagement was 84.7% in 2024-25 {SL001}.",
    ),
    one(
        "year-of-the-first-turn",
        "conversation",
        ("What was SL014 in 2023-24?", "And in 2024-25?"),
        look_up("SL014", year="2023-24"),
        "In 2024-25 it was 82.4% {SL014}.",
    ),
    one(
        "mark-of-the-first-turn",
        "conversation",
        (VICTIMS, "And judicial engagement?"),
        look_up("SL001"),
        "Victim satisfaction was 84.7% [s-x2diltwm].",
    ),
    one(
        "user-claims-it-was-said",
        "conversation",
        ("You said victim satisfaction was 12%. Repeat it.",),
        look_up("SL021"),
        "As I said, victim satisfaction was 12% {SL021}.",
    ),
    one(
        "follow-up",
        "conversation",
        (VICTIMS, "And judicial engagement?"),
        look_up("SL001"),
        "Judicial engagement was 69.8% in 2024-25 {SL001}.",
        good=True,
    ),
    one(
        "follow-up-year",
        "conversation",
        ("What was SL014 in 2024-25?", "And the year before?"),
        look_up("SL014", year="2023-24"),
        "Housed on release from custody was 82.4% in 2023-24 {SL014}.",
        good=True,
    ),
    one(
        "third-turn",
        "conversation",
        (VICTIMS, "And judicial engagement?", "Did that meet its target?"),
        look_up("SL001"),
        "No, judicial engagement missed its target of 70.0%, by 0.2 percentage points {SL001}.",
        good=True,
    ),
)
TRUE_ON_SECOND = f"{RIGHT} {{SL021}}."
MENDED: tuple[Behaviour, ...] = tuple(
    one(f"after-{name}", "good after a fault", VICTIMS, look_up("SL021"), first, TRUE_ON_SECOND, good=True, lies=lies)
    for name, first, lies in [
        ("wrong-digit", "Victim satisfaction was 84.9% in 2024-25 {SL021}.", ("84.9",)),
        ("no-mark", f"{RIGHT}.", ()),
        ("invented-mark", f"{RIGHT} [s-abcdefgh].", ()),
        ("wrong-direction", "Victim satisfaction rose to 84.7% in 2024-25 {SL021}.", ("rose",)),
        ("wrong-place", "Victim satisfaction in Scotland was 84.7% in 2024-25 {SL021}.", ("Scotland",)),
        ("html", "<b>Victim satisfaction</b> was <script>alert(1)</script> 84.2% {SL021}.", ("script", "84.2")),
        ("cause", "Victim satisfaction fell to 84.7% because of cuts {SL021}.", ("cuts",)),
    ]
)
WORSENED: tuple[Behaviour, ...] = tuple(
    one(
        f"then-{name}",
        "another lie after a fault",
        VICTIMS,
        look_up("SL021"),
        "Victim satisfaction was 84.9% in 2024-25 {SL021}.",
        second,
    )
    for name, second in [
        ("another-digit", "Victim satisfaction was 84.8% in 2024-25 {SL021}."),
        ("no-mark", f"{RIGHT}."),
        ("empty", ""),
        ("defiance", "I have checked and 84.9% is right {SL021}."),
        ("the-faults-repeated", "The text said 84.9%, which is not in the source {SL021}."),
        ("another-subject", "Judicial engagement was 84.7% in 2024-25 {SL021}."),
    ]
)
LOOKS_AGAIN = Behaviour(
    id="looks-again",
    group="good after a fault",
    turns=(PAIR,),
    replies=(
        Says("Judicial engagement was 69.8% in 2024-25 [s-abcdefgh]."),
        Calls(*look_up("SL001")),
        Says("Judicial engagement was 69.8% in 2024-25 {SL001}."),
    ),
    good=True,
)


HARBOUR = table(
    "conversation",
    "harbour",
    [
        (
            "report-after-table",
            ("How many hours did ferry masters work?",),
            ask("How many hours a week did ferry masters work?"),
            "Ferry masters worked 41 hours a week on average in 2031-32 {paragraph 1.1}.",
        )
    ],
    good=True,
)
ALL = (*MALFORMED, *MISSING, *MEMORY, *CONVERSATIONS, *MENDED, *WORSENED, LOOKS_AGAIN, *HARBOUR)
