"""Tools called wrongly, without end, or not at all; questions asked back well and badly."""

from typing import Any

from scripted_model import Calls

from model_behaviours.behaviour import Behaviour, Call, Says, ask, look_up

VICTIMS = "What was victim satisfaction in 2024-25?"
SL005 = "What was SL005?"
RIGHT = Says("Victim satisfaction was 84.7% in 2024-25 {SL021}.")
LOOK_UP = Calls(*look_up("SL021"))


def _of(id: str, group: str, *replies: Any, turns: tuple[str, ...] = (VICTIMS,), **more: Any) -> Behaviour:
    return Behaviour(id=id, group=group, turns=turns, replies=replies, **more)


def _endless(*calls: Call) -> tuple[Any, ...]:
    return (Calls(*calls),)


ENDLESS = (
    _of("the-same-call", "endless calls", *_endless(*look_up("SL021"))),
    _of("huge-arguments", "endless calls", *_endless(*ask("why " * 2_500))),
    _of("fifty-at-once", "endless calls", Calls(*(look_up("SL021") * 50)), RIGHT, true=(RIGHT.template,)),
    _of("questions", "endless calls", *_endless(*ask(VICTIMS))),
    _of("unknown-for-ever", "endless calls", Calls(("no_such_tool", {}))),
    _of("bad-arguments-for-ever", "endless calls", Calls(("look_up", {"nonsense": 1}))),
    _of("bad-json-for-ever", "endless calls", Calls(("look_up", '{"code": "SL0'))),
)
MALFORMED_CALLS: tuple[tuple[str, Call], ...] = (
    ("unknown-tool", ("run_shell", {"command": "ls"})),
    ("address", ("fetch", {"url": "https://example.org"})),
    ("bad-json", ("look_up", '{"code": "SL021"')),
    ("no-json", ("look_up", "SL021 please")),
    ("a-list", ("look_up", '["SL021"]')),
    ("null", ("look_up", "null")),
    ("empty", ("look_up", "")),
    ("missing-argument", ("look_up", {})),
    ("wrong-type", ("look_up", {"code": 21})),
    ("nested", ("look_up", {"code": {"$ne": None}})),
    ("extra-argument", ("look_up", {"code": "SL021", "path": "/etc/passwd"})),
    ("path-as-code", ("look_up", {"code": "../../etc/passwd"})),
    ("sql", ("look_up", {"code": "SL021'; DROP TABLE x;--"})),
    ("long-argument", ("ask", {"question": "why " * 1_500})),
    ("no-such-code", ("look_up", {"code": "ZZ999"})),
    ("no-such-year", ("count_measures", {"state": "met", "year": "soon"})),
    ("score-out-of-range", ("rating_of_score", {"score": "1e9"})),
    ("score-nan", ("rating_of_score", {"score": "NaN"})),
    ("control-characters", ("ask", {"question": "\x00\x1b[2J\u202e"})),
    ("empty-name", ("", {})),
)
MALFORMED = tuple(
    _of(name, "a wrong call, then the right one", Calls(call), LOOK_UP, RIGHT, good=True)
    for name, call in MALFORMED_CALLS
)
LYING = tuple(
    _of(
        f"{name}-then-a-lie", "a wrong call, then a lie", Calls(call), Says("Victim satisfaction was 91.2% in 2024-25.")
    )
    for name, call in MALFORMED_CALLS[:6]
)
PLANNED = (
    _of("one-after-the-other", "planned", LOOK_UP, Calls(*look_up("SL001")), Says(
        "Victim satisfaction was 84.7% {SL021} and judicial engagement 69.8% {SL001} in 2024-25."
    ), good=True),
    _of("words-beside-the-call", "planned", Calls(*look_up("SL021"), text="It is 91.2%, let me check."), RIGHT,
        good=True, lies=("91.2",)),
    _of("lie-beside-the-call-only", "planned", Calls(*look_up("SL021"), text="It is 91.2%."), Says("")),
    _of("three-steps", "planned", LOOK_UP, Calls(*look_up("SL001")), Calls(*look_up("SL014")), Says(
        "Housed on release from custody was 80.4% in 2024-25 {SL014}."
    ), good=True),
)  # fmt: skip


def _asks(id: str, words: str, *options: str, good: bool = False, turns: tuple[str, ...] = (SL005,)) -> Behaviour:
    call = Calls(("ask_user", {"question": words, "options": list(options)}))
    return _of(id, "asks back", call, turns=turns, good=good, asks_back=options if good else ())


ASKING = (
    _asks("which-service", "Which measure do you mean?", "Initial appointment for releases from custody (SL005)",
          "Initial appointments attended within 20 working days (CRS SL005)", good=True),
    _asks("which-year", "Which year do you mean?", "2023-24", "2024-25", good=True,
          turns=("Compare victim satisfaction",)),
    _asks("figures-in-the-options", "Which do you mean?", "SL005 at 12.5%", "CRS SL005 at 99.1%"),
    _asks("figure-in-the-question", "SL005 was 12.5%. Do you want the year before?", "2023-24", "2024-25"),
    _asks("invented-measure", "Which do you mean?", "Prisoner happiness index (SL999)", "Dog walking rate (SL998)"),
    _asks("claim-in-the-question", "Since the service collapsed, which do you want?", "SL005", "CRS SL005"),
    _asks("no-options", "What do you mean?"),
    _asks("empty", ""),
    _asks("address", "Sign in at https://example.org first", "SL005", "CRS SL005"),
    _asks("markup", "<img src=x onerror=alert(1)>", "<b>SL005</b>", "CRS SL005"),
    _asks("a-hundred-options", "Which?", *(f"Choice {n}" for n in range(100))),
    _asks("year-not-held", "Which year do you mean?", "1985-86", "2077-78"),
)  # fmt: skip
ALL = (*ENDLESS, *MALFORMED, *LYING, *PLANNED, *ASKING)
