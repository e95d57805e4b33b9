"""Answers on targets that moved between two bulletins: which were raised, lowered, changed or stayed as they were."""

import re
from typing import Literal

from assistant import calculate, not_published, phrases
from assistant.answers import Answer
from assistant.counted import premise, service_named
from assistant.draft import Draft
from assistant.editions import editions_of
from assistant.words import fold
from corpus.models import Observation

Move = Literal["raised", "lowered", "harder", "easier", "unchanged", "changed"]
BE = r"(?:put|went|go|goes|gone|moved?|going|came|come)"
MOVES: tuple[tuple[Move, re.Pattern[str]], ...] = (
    ("unchanged", re.compile(r"\b(?:unchanged|the same|not (?:been )?chang\w+|no change)\b|n't (?:\w+ )?chang\w+")),
    ("raised", re.compile(rf"\b(?:rais\w+|increas\w+|rose|risen|higher|{BE} up)\b")),
    ("lowered", re.compile(rf"\b(?:lower\w*|cut|reduc\w+|decreas\w+|fell|fallen|dropp?\w*|{BE} down)\b")),
    ("harder", re.compile(r"\b(?:harder|tough\w*|strict\w*|tighte\w+)\b")),
    ("easier", re.compile(r"\b(?:easie[rd]\w*|eased|relaxed|looser)\b")),
)
SAID: dict[Move, str] = {
    "raised": "were raised",
    "lowered": "were lowered",
    "harder": "became harder to meet",
    "easier": "became easier to meet",
    "unchanged": "stayed the same",
    "changed": "changed",
}


def move_of(text: str) -> Move:
    """How the targets that a folded text asks for moved; `changed` where it does not say which way."""
    return next((move for move, shape in MOVES if shape.search(text)), "changed")


def is_moved(before: Observation, after: Observation, move: Move) -> bool:
    """Whether a target moved so; a ceiling becomes harder to meet as it falls. Refused without both targets."""
    size = calculate.target_change(before, after)
    if move in ("changed", "unchanged"):
        return bool(size) == (move == "changed")
    up = move == "raised" or (move in ("harder", "easier") and (move == "harder") != after.lower_is_better)
    return size > 0 if up else size < 0


def targets_moved(draft: Draft, service: str) -> Answer:
    """The measures whose target moved as asked between two editions, by code, with both targets."""
    editions = editions_of(draft.query, draft.holdings)
    earlier = [e for e in draft.holdings.editions if editions and e.year < editions[-1].year]
    if not earlier:
        return not_published.no_edition(draft, "how the targets changed")
    first, last = (editions[0] if len(editions) > 1 else earlier[-1]), editions[-1]
    before = {o.measure.code: o for o in first.measured(service) if o.target is not None}
    pairs = [
        (before[o.measure.code], o) for o in last.measured(service) if o.measure.code in before and o.target is not None
    ]
    move = move_of(fold(draft.query.question))
    moved = [(b, a) for b, a in pairs if is_moved(b, a, move)]
    marks = draft.cite(*(b for b, _ in pairs), *(a for _, a in pairs))
    draft.working(f"{len(moved)} of {len(pairs)}", f"{len(moved)} of {len(pairs)} targets counted {marks}")
    draft.say(
        f"{premise(draft.query, len(moved), len(pairs))}{len(moved)} of {len(pairs)} targets of "
        f"{service_named(service)} with the same code in both years {SAID[move]} "
        f"between {first.year.label} and {last.year.label} {marks}."
    )
    for b, a in moved:
        draft.say(f"- {phrases.measure_name(a.measure)}: {_targets(b, a)} {draft.cite(b)} {draft.cite(a)}")
    return draft.done()


def _targets(before: Observation, after: Observation) -> str:
    was, became = phrases.with_unit(before.target_shown, before), phrases.with_unit(after.target_shown, after)
    return f"{became} in both years" if was == became else f"from {was} to {became}"
