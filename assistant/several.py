"""Several measures named in one question: "parole reports and housing", "unpaid work starts and completions".

What stands between the joining words is matched piece by piece; a piece that is too short to name a measure
takes the words before it that the piece before began with.
"""

import re
from collections.abc import Callable, Sequence

from assistant.recognise import Match, best, families
from assistant.words import stems

JOINED = re.compile(
    r"\s*(?:,|;|&|\b(?:and|or|vs?\.?|versus|than|with|plus|to)\b)\s*(?:\b(?:and|or|the|on|for|of)\b\s*)*"
)
LEAST_NAMED, LEAST_TOLD, CLEAR = 0.45, 0.6, 0.7  # of a piece's match: shares, and its score
WHOLLY_TOLD, THEN_NAMED = 0.95, 0.3  # a piece with no word left over may give less of the name
LONGEST = 5  # words that a piece may take from the one before

Matching = Callable[[str], Sequence[Match]]


def several(text: str, matching: Matching, coded: re.Pattern[str] | None = None) -> list[Match]:
    """The measures that the pieces of a folded text name, where two or more pieces each name another; else none.

    `matching` gives the matches of a text, likeliest first; a piece that `coded` finds a code in names that
    measure already.
    """
    pieces = [piece for piece in JOINED.split(text) if stems(piece)]
    by_code = [piece for piece in pieces if coded and coded.search(piece)]
    if len(pieces) < 2:
        return []
    found: list[Match] = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number and pieces[number - 1] not in by_code else ""
        match = None if piece in by_code else _surest(piece, before, matching, found)
        if match is not None and (not by_code or match.told >= WHOLLY_TOLD):
            found.append(match)
    return found if len(families(found)) + len(by_code) > 1 else []


def _surest(piece: str, before: str, matching: Matching, taken: Sequence[Match]) -> Match | None:
    """The one measure that a piece names, by its own words or with the first words of the piece before."""
    words = before.split()
    lent = [" ".join(words[:count]) for count in range(min(LONGEST, len(words)), 0, -1)] if taken else []
    candidates = [
        match for match in (_one(piece, matching), *(_one(f"{some} {piece}", matching) for some in lent)) if match
    ]
    fresh = [m for m in candidates if m.measure not in [t.measure for t in taken]]
    return max(fresh, key=lambda m: m.score, default=None)


def _one(text: str, matching: Matching) -> Match | None:
    """The measure that a text names, where it is one and sure."""
    matches = [m for m in matching(text) if m.measure.code]
    if not matches:
        return None
    top = matches[0]
    named = THEN_NAMED if top.told >= WHOLLY_TOLD else LEAST_NAMED
    sure = top.named >= named and top.told >= LEAST_TOLD and top.score >= CLEAR
    return top if sure and len(families(best(matches))) == 1 else None
