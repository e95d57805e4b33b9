"""How the time that a draft's figure is of agrees with the time of a published number."""

from collections.abc import Sequence

from assistant.checking.prose_lines import Line
from assistant.checking.prose_said import Said
from corpus.periods import Period


def how_agree(said: Said, printed: Said, line: Line) -> str:
    """ "same", "line" (the line speaks of the draft's time too, for another number), "apart", or "" where unknown."""
    own: tuple[Period, ...] = (said.period,) if said.period else ()
    other: tuple[Period, ...] = (printed.period,) if printed.period else ()
    if said.role == "change" and printed.role == "change":
        own, other = said.periods or own, printed.periods or other
    if not own:
        return ""
    if other:
        if _touch(own, other):
            return "same"
        return "line" if _touch(own, printed.periods) or _touch(said.periods, other) else "apart"
    if _touch(own, line.periods_above or line.periods_before):
        return "same"
    if _touch(own, printed.periods):
        return "line"
    if line.periods_above:
        return "line" if _touch(said.periods, line.periods_above) else "apart"
    return "same" if line.is_of_year(own[0]) else ""


def _touch(some: Sequence[Period], others: Sequence[Period]) -> bool:
    return any(a.first <= b.last and b.first <= a.last for a in some for b in others)
