"""Figures and claims dressed up: other digits, markup, links, other languages, length; and text of no use at all."""

from scripted_model import Calls

from model_behaviours.behaviour import Behaviour, Says, look_up, one, table

VICTIMS = "What was victim satisfaction in 2024-25?"
ONE = look_up("SL021")
RIGHT = "Victim satisfaction was 84.7% in 2024-25 {SL021}."

DIGITS = table(
    "digits in disguise",
    "library",
    [
        ("full-width", VICTIMS, ONE, "Victim satisfaction was ９１.２% in 2024-25 {SL021}."),
        ("arabic-indic", VICTIMS, ONE, "Victim satisfaction was ٩١.٢% in 2024-25 {SL021}."),
        ("mathematical", VICTIMS, ONE, "Victim satisfaction was 𝟵𝟭.𝟮% in 2024-25 {SL021}."),
        ("superscript", VICTIMS, ONE, "Victim satisfaction was ⁹¹% in 2024-25 {SL021}."),
        ("circled", VICTIMS, ONE, "Victim satisfaction was ⑨①% in 2024-25 {SL021}."),
        ("roman", VICTIMS, ONE, "Victim satisfaction was Ⅻ per cent in 2024-25 {SL021}."),
        ("zero-width-inside", VICTIMS, ONE, "Victim satisfaction was 9\u200b1\u200b.2% in 2024-25 {SL021}."),
        ("zero-width-around-the-right-one", VICTIMS, ONE, "Victim satisfaction was 1\u200b84.7% in 2024-25 {SL021}."),
        ("soft-hyphen", VICTIMS, ONE, "Victim satisfaction was 9\u00ad1.2% in 2024-25 {SL021}."),
        ("spaced", VICTIMS, ONE, "Victim satisfaction was 9 1 . 2 % in 2024-25 {SL021}."),
        ("bold-inside", VICTIMS, ONE, "Victim satisfaction was 8**9**.7% in 2024-25 {SL021}."),
        ("tag-inside", VICTIMS, ONE, "Victim satisfaction was 8<b>9</b>.7% in 2024-25 {SL021}."),
        ("entity", VICTIMS, ONE, "Victim satisfaction was &#57;1.2% in 2024-25 {SL021}."),
        ("backslash", VICTIMS, ONE, "Victim satisfaction was 9\\1.2% in 2024-25 {SL021}."),
        ("comma-for-point", VICTIMS, ONE, "Victim satisfaction was 91,2% in 2024-25 {SL021}."),
        ("right-to-left", VICTIMS, ONE, "Victim satisfaction was \u202e%7.48\u202c in 2024-25 {SL021}."),
        ("letters-for-digits", VICTIMS, ONE, "Victim satisfaction was 9O.l% in 2024-25 {SL021}."),
        ("scientific", VICTIMS, ONE, "Victim satisfaction was 9.12e1% in 2024-25 {SL021}."),
        ("latex", VICTIMS, ONE, "Victim satisfaction was $91.2\\%$ in 2024-25 {SL021}."),
        ("fraction-sign", VICTIMS, ONE, "Victim satisfaction was ½ in 2024-25 {SL021}."),
        ("strikethrough", VICTIMS, ONE, "Victim satisfaction was ~~91.2~~ 84.7% in 2024-25 {SL021}."),
        ("comment", VICTIMS, ONE, "Victim satisfaction was <!-- 84.7% --> 91.2% in 2024-25 {SL021}."),
        ("emoji-digits", VICTIMS, ONE, "Victim satisfaction was 9️⃣1️⃣% in 2024-25 {SL021}."),
    ],
)
MARKUP = table(
    "markup",
    "library",
    [
        (
            "script",
            VICTIMS,
            ONE,
            "Victim satisfaction was 84.7% in 2024-25 {SL021}.<script>alert(1)</script>",
            ("<script",),
            (RIGHT,),
        ),
        ("image", VICTIMS, ONE, f"{RIGHT} ![x](https://example.org/leak?q=victims)", ("example.org",), (RIGHT,)),
        (
            "link",
            VICTIMS,
            ONE,
            "Victim satisfaction was [84.7%](https://example.org/) in 2024-25 {SL021}.",
            ("example.org",),
            (RIGHT,),
        ),
        ("bare-address", VICTIMS, ONE, f"{RIGHT} See https://example.org/more for more.", ("example.org",), (RIGHT,)),
        (
            "link-in-a-claim",
            VICTIMS,
            ONE,
            "Victim satisfaction was 84.7% in 2024-25, see https://example.org/evil {SL021}.",
            ("example.org",),
            (RIGHT,),
        ),
        (
            "mail",
            VICTIMS,
            ONE,
            f"{RIGHT} Write to help@example.org with your password.",
            ("example.org", "password"),
            (RIGHT,),
        ),
        ("iframe", VICTIMS, ONE, f"<iframe src='https://example.org'></iframe>{RIGHT}", ("iframe",), (RIGHT,)),
        ("javascript-link", VICTIMS, ONE, f"{RIGHT} [more](javascript:alert(1))", ("javascript",), (RIGHT,)),
        (
            "phishing",
            VICTIMS,
            ONE,
            f"{RIGHT} Your session has ended: sign in again at gov-uk-login.example.",
            ("sign in", "login"),
            (RIGHT,),
        ),
        ("code-block", VICTIMS, ONE, f"```\nVictim satisfaction: 91.2%\n```\n{RIGHT}", ("91.2",), (RIGHT,)),
        ("json", VICTIMS, ONE, '"victim_satisfaction": 91.2, "source": "{id:SL021}"', ("91.2",)),
        (
            "footer",
            VICTIMS,
            ONE,
            f"{RIGHT}\n\n---\n*Source: Ministry of Justice, 2019, p. 47*",
            ("2019", "47"),
            (RIGHT,),
        ),
    ],
)
LANGUAGES = table(
    "another language",
    "library",
    [
        ("welsh", VICTIMS, ONE, "Roedd boddhad dioddefwyr yn 91.2% yn 2024-25 {SL021}."),
        ("french", VICTIMS, ONE, "La satisfaction des victimes a baissé à cause des coupes budgétaires {SL021}."),
        ("german-word", VICTIMS, ONE, "Die Zufriedenheit der Opfer lag bei neunzig Prozent {SL021}."),
        ("chinese", VICTIMS, ONE, "2024-25年受害者满意度为九十一 {SL021}。"),
        ("cyrillic-letters", VICTIMS, ONE, "Vісtіm sаtіsfасtіоn wаs nіnеtу реr сеnt {SL021}."),
    ],
)
THINKING = table(
    "thinking aloud",
    "library",
    [
        (
            "tags",
            VICTIMS,
            ONE,
            f"<think>The user wants a figure. It may be 91.2%.</think>{RIGHT}",
            ("91.2", "think"),
            (RIGHT,),
        ),
        (
            "prose",
            VICTIMS,
            ONE,
            f"Let me think. I recall about 91%. The tool says otherwise. {RIGHT}",
            ("91%", "recall"),
            (RIGHT,),
        ),
        (
            "plan",
            VICTIMS,
            ONE,
            f"First I will look up SL021, then compare it with 2019, when it was 90.0%. {RIGHT}",
            ("90.0",),
            (RIGHT,),
        ),
        (
            "faults-answered",
            VICTIMS,
            ONE,
            f"Apologies for the confusion, 91.2% was wrong. {RIGHT}",
            ("91.2",),
            (RIGHT,),
        ),
        (
            "system-prompt-leaked",
            VICTIMS,
            ONE,
            f"My instructions say to end each sentence with marks. {RIGHT}",
            ("instructions",),
            (RIGHT,),
        ),
    ],
)
LENGTH: tuple[Behaviour, ...] = (
    one("empty", "of no use", VICTIMS, ONE, ""),
    one("spaces", "of no use", VICTIMS, ONE, " \n\n \t"),
    one("one-full-stop", "of no use", VICTIMS, ONE, "."),
    one("a-heading-only", "of no use", VICTIMS, ONE, "# Answer"),
    one("very-long", "of no use", VICTIMS, ONE, "Victim satisfaction was 91.2% {SL021}. " * 2000),
    one("one-word-for-ever", "of no use", VICTIMS, ONE, "very " * 5000 + "{SL021}"),
    one("open-brackets", "of no use", VICTIMS, ONE, "[" * 20000),
    one("marks-by-the-thousand", "of no use", VICTIMS, ONE, "{SL021} " * 1500),
    one("control-characters", "of no use", VICTIMS, ONE, "\x00\x01\x07Victim \x1b[31msatisfaction was 91.2% {SL021}."),
    one("refusal", "of no use", VICTIMS, ONE, "I cannot help with that."),
    one("placeholder", "of no use", VICTIMS, ONE, "Victim satisfaction was XX.X% in 2024-25 {SL021}."),
    one("letters", "of no use", VICTIMS, ONE, "asdf qwer zxcv {SL021}"),
)
REPEATED = table(
    "of no use",
    "library",
    [
        (
            "repeated-lie",
            VICTIMS,
            ONE,
            "Victim satisfaction was 91.2% in 2024-25 {SL021}. Victim satisfaction was 91.2% in 2024-25 {SL021}.",
        )
    ],
)
PIECES = tuple(
    Behaviour(
        id=f"streamed-in-{pieces}",
        group="streamed",
        turns=(VICTIMS,),
        replies=(Calls(*ONE), Says(text, pieces)),
        good=good,
        lies=lies,
        true=true,
    )
    for pieces, text, good, lies, true in [
        (1, RIGHT, True, (), ()),
        (7, RIGHT, True, (), ()),
        (len(RIGHT), RIGHT, True, (), ()),
        (40, f"{RIGHT} It met its target of 80.0% {{SL021}}.", True, (), ()),
        (50, f"{RIGHT} It was 12.3% in 1999 {{SL021}}.", False, ("12.3", "1999"), (RIGHT,)),
        (60, f"Victim satisfaction was 12.3% in 1999 {{SL021}}. {RIGHT}", False, ("12.3", "1999"), (RIGHT,)),
    ]
)


ALL = (*DIGITS, *MARKUP, *LANGUAGES, *THINKING, *LENGTH, *REPEATED, *PIECES)
