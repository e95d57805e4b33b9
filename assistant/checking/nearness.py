"""What the words beside a figure say of its nearness: "around", "nearly", "more than", "up to", "or more".

"Below", "above", "under" and "over" after a distance ("9.6 points below 90%") or before a target say on which side of
something a thing is, and are not words of nearness; nor is "over" before a length of time, nor "went up to".
"""

import re

from assistant.checking.claims import Figure, Side, Unit

REACH = 60  # characters looked at on either side
ALWAYS: tuple[tuple[Side, str], ...] = (
    ("at_least", r"[≥⩾]|>=|at\s+least|no\s+fewer\s+than|n(?:o|ot)\s+less\s+than|a\s+minimum\s+of"),
    ("at_most", r"[≤⩽]|<=|at\s+most|n(?:o|ot)\s+more\s+than|a\s+maximum\s+of|up\s+to|as\s+(?:many|much|high)\s+as"),
    (
        "nearly",
        r"nearly|almost|(?:just|slightly|a\s+little|marginally)\s+(?:under|below|less\s+than|fewer\s+than|short\s+of)"
        r"|close\s+to|approaching|not\s+quite|getting\s+on\s+for|a\s+shade\s+under|nigh\s+on",
    ),
    (
        "about",
        r"about|around|approximately|approx\.?|roughly|some|circa|\bca?\.?|~|≈|in\s+the\s+region\s+of|broadly"
        r"|(?:in|of|on)\s+the\s+order\s+of|something\s+like",
    ),
    ("just_above", r"(?:just|only|slightly|a\s+little|marginally)\s+(?:over|above|more\s+than)"),
    (
        "above",
        r">|more\s+than|exceed(?:ing|s|ed)?|upwards\s+of|greater\s+than|(?:in|an)\s+excess\s+of|topp(?:ing|ed|s)"
        r"|well\s+(?:over|above)|surpass(?:ing|ed|es)",
    ),
    ("below", r"<|less\s+than|fewer\s+than"),
)
SIDED: tuple[tuple[Side, str], ...] = (("above", r"over|above"), ("below", r"under|below"))
BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<s{n}>{words})' for n, (_, words) in enumerate((*ALWAYS, *SIDED)))})\s*(?:an?\s+)?$",
    re.I,
)
SIDES = [side for side, _ in (*ALWAYS, *SIDED)]
AFTER: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"\+(?!\d)|-plus\b|\s+(?:plus|(?:or|and)\s+(?:more|over|above|higher))\b", re.I)),
    ("at_most", re.compile(r"\s+or\s+(?:less|fewer|under|below|lower)\b", re.I)),
    (
        "about",
        re.compile(r"\s+or\s+(?:so|thereabouts)\b|-?ish\b|\s+(?:approx\b|approximately\b|give\s+or\s+take\b)", re.I),
    ),
)
COMPARED = re.compile(r"(?:%|\d|points?|pp|ppts?|pts|per\s?cent|percent|well|far|target|\x00)\s*$", re.I)
A_TARGET = re.compile(r"\s+(?:target|threshold|benchmark|ceiling|floor|standard|mark)\b", re.I)
MOVED = re.compile(
    r"\b(?:went|rose|risen|gone|goes|is|was|now|moved|came|back|jumped|climbed|crept|and|grew)\s+$", re.I
)
FROM = re.compile(r"[,;]?\s+(?:\([^()]{0,40}\)\s+)?(?:from|compared|against)\b", re.I)


DONE_UNDER = re.compile(
    r"\b(?:runs?|running|operat\w+|deliver\w+|provid\w+|work\w*|let|made|held|released|supervis\w+)\s+$", re.I
)


def side_of(text: str, start: int, end: int, unit: Unit) -> Side:
    """What the words at either end of a figure say; "exactly" where there are none."""
    before = text[max(0, start - REACH) : start]
    match = BEFORE.search(before)
    if match and match.lastgroup:
        said = " ".join(match[match.lastgroup].lower().split())
        if _is_nearness(said, before[: match.start()], text, end, unit):
            return SIDES[int(match.lastgroup[1:])]
    return next((side for side, words in AFTER if words.match(text, end)), "exactly")


def with_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a figure with the words of nearness on either side of it."""
    before = BEFORE.search(text[max(0, start - REACH) : start])
    after = next((match for _, words in AFTER if (match := words.match(text, end))), None)
    return start - len(before[0]) if before else start, after.end() if after else end


def in_full(text: str, figure: Figure) -> str:
    """A figure of a text with its words of nearness, where it has any: "more than a third"."""
    place = (figure.start, figure.end)
    return text[slice(*(place if figure.side == "exactly" else with_words(text, *place)))].strip()


def _is_nearness(said: str, place: str, text: str, end: int, unit: Unit) -> bool:
    if said == "up to":
        return not (MOVED.search(place) or FROM.match(text, end))
    if said in ("over", "above", "under", "below"):
        return not (
            COMPARED.search(place)
            or DONE_UNDER.search(place)
            or A_TARGET.match(text, end)
            or (unit == "time" and said == "over")
        )
    if said in ("more than", "less than", "fewer than"):
        return not re.search(r"[\d%]\s*$", place)
    return True
