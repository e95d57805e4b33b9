"""What a question is about: the first of a visible list of topics whose test it passes, and what it wants to know.

A question that no topic claims is answered from passages.
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from assistant import shapes
from assistant.bounds import counted, first, is_share, limits
from assistant.counted import not_so, without_not_so
from assistant.query import Aggregate, Aspect, Claim, Order, State, Topic
from assistant.reading import Reading
from assistant.recognise import families, numbers
from assistant.words import fold, wording
from corpus.models import ENGLAND_AND_WALES
from corpus.numbers import SYMBOL
from corpus.periods import Period

TALLY_WORDS = wording("tally")
AT_MOST = re.compile(r"\bat most\b")
JOINING = re.compile(r"\b(?:and|but|yet|while|whilst|though|although|despite|also|still|both)\b")


def topic_of(reading: Reading) -> Topic:
    """The topic of a question."""
    return next((topic for topic, test in TOPICS if test(reading)), "passage")


def _is_outside(reading: Reading) -> bool:
    return bool(reading.elsewhere) and not reading.codes


def _is_symbol(reading: Reading) -> bool:
    return (
        bool(SYMBOL.search(reading.text) or shapes.A_SYMBOL.search(reading.text))
        and not reading.codes
        and not reading.named
    )


def _is_published(reading: Reading) -> bool:
    return reading.has(shapes.PUBLISHED) and not reading.has(shapes.NEXT)


def _is_direction(reading: Reading) -> bool:
    return reading.has(shapes.DIRECTION) and bool(reading.codes or reading.named) and not reading.mentions


def _is_bands(reading: Reading) -> bool:
    if (reading.areas or reading.localities) and reading.has(shapes.SCORE_BEHIND):
        return False
    measured = reading.has(shapes.MEASURES) or reading.has(shapes.TARGET)
    about = reading.speaks_of_ratings or (not measured and reading.residue(frozenset()) <= reading.rating_words)
    wanted = reading.has(shapes.BANDS) or bool(
        numbers(reading.text) and (reading.speaks_of_ratings or reading.is_of_areas)
    )
    return wanted and about and not reading.residue(reading.rating_words)


def _is_ratings(reading: Reading) -> bool:
    if reading.has(shapes.HOW_IT_WORKS) and not reading.areas:
        return False
    if (reading.areas or reading.localities) and reading.has(shapes.SCORE_BEHIND):
        return not reading.residue(reading.rating_words)
    if reading.has(shapes.MEASURES) and (reading.has(shapes.MET) or reading.has(shapes.MISSED)):
        return False  # service levels of regions
    asked = reading.has(shapes.REGIONS) and any(
        map(
            reading.has,
            (shapes.COUNT, shapes.MOST, shapes.IMPROVED, shapes.DECLINED, shapes.CHANGED, shapes.UNCHANGED),
        )
    )
    places = (*reading.areas, *reading.localities)
    about = reading.speaks_of_ratings or asked or any(place != ENGLAND_AND_WALES for place in places)
    return about and not reading.residue(reading.rating_words)


def _is_cells(reading: Reading) -> bool:
    """Cells of another publication's table, where they tell more of the question than a measure does."""
    top = reading.named[0] if reading.named else None
    own = [word for word in reading.residue(TALLY_WORDS) if not any(map(str.isdigit, word))]
    settled = not own if reading.codes else top is not None and top.told == 1
    ordered = reading.has(shapes.MEAN) or reading.has(shapes.MOST)
    if not (settled and not ordered) and (owed := reading.find_cells()) is not None and owed.owed:
        return True
    if not reading.publications and (reading.codes or (top is not None and top.told == 1)):
        return False
    found = reading.find_cells()
    return found is not None and (top is None or found.beats(top.told, top.named))


def _is_coded(reading: Reading) -> bool:
    return bool(reading.codes or reading.unknown)


def _is_ranking(reading: Reading) -> bool:
    moved = reading.has(shapes.IMPROVED) or reading.has(shapes.DECLINED) or reading.has(shapes.MISSED)
    return (
        (reading.has(shapes.MOST) or first(reading.bare) > 0)
        and not (is_share(reading.bare) or AT_MOST.search(reading.bare))
        and not reading.residue(TALLY_WORDS)
        and (
            reading.has(shapes.MEASURES)
            or moved
            or reading.has(shapes.PERFORMERS)
            or reading.has(shapes.MET)
            or reading.has(shapes.CHANGED)
        )
    )


def _is_tally(reading: Reading) -> bool:
    """Counts and lists of measures; where none are named, those of a state are meant."""
    asked = any(map(reading.has, (shapes.COUNT, shapes.LIST, shapes.SHARE))) or counted(reading.bare) is not None
    asked = asked and not reading.has(shapes.REGIONS)
    bound = bool(limits(reading.bare))
    bounded = (reading.has(shapes.MEASURES) and (bound or reading.has(shapes.COUNT))) or (
        bound and state_of(reading) != ""
    )
    about = state_of(reading) != "" and (reading.has(shapes.MEASURES) or reading.has(shapes.PERFORMERS) or asked)
    moved = (
        reading.has(shapes.TARGETS_MOVED)
        or aggregate_of(reading) != ""
        or (
            (bool(reading.areas) or reading.has(shapes.BY_REGION))
            and reading.service != ""
            and reading.has(shapes.PERFORMERS)
        )
    )
    if not (about or bounded or moved):
        return False
    return not reading.residue(TALLY_WORDS) or _of_some(reading)


def _of_some(reading: Reading) -> bool:
    """Whether measures of one kind are counted: "how many unpaid work measures met their target"."""
    return (
        reading.has(shapes.MEASURES) and len(families(reading.named)) > 1 and bool(shapes.KIND_OF.search(reading.text))
    )


def _is_named(reading: Reading) -> bool:
    return bool(reading.named) and not reading.has(shapes.DEFINITION) and not reading.has(shapes.HOW_IT_WORKS)


TOPICS: Sequence[tuple[Topic, Callable[[Reading], bool]]] = (
    ("outside", _is_outside),
    ("symbol", _is_symbol),
    ("published", _is_published),
    ("direction", _is_direction),
    ("bands", _is_bands),
    ("ratings", _is_ratings),
    ("cells", _is_cells),
    ("measure", _is_coded),
    ("ranking", _is_ranking),
    ("tally", _is_tally),
    ("measure", _is_named),
)


def aspect_of(reading: Reading, several: bool = False) -> Aspect:
    """What of a measure is wanted; to compare `several` measures is to set their figures side by side."""
    of_target = any(map(reading.has, (shapes.TARGET, shapes.MISSED, shapes.MET)))
    far = reading.has(shapes.FURTHEST) or reading.has(shapes.CLOSEST)
    if (far and reading.has(shapes.TARGET)) or reading.has(shapes.DISTANCE) or (reading.has(shapes.GAP) and of_target):
        return "gap"
    met = reading.has(shapes.MET) or reading.has(shapes.MISSED)
    if reading.has(shapes.TARGET) and (met or reading.has(shapes.AGAINST)):
        return "met"
    if reading.has(shapes.TARGET):
        return "target"
    if met and shapes.POLAR.search(reading.text):
        return "met"
    if reading.has(shapes.MOVED if several else shapes.CHANGE):
        return "change"
    return "value"


def aggregate_of(reading: Reading) -> Aggregate:
    """Whether a sum or a mean is wanted; a measure whose own name speaks of one asks for none."""
    own = " ".join(fold(match.measure.name) for match in reading.named)
    if reading.has(shapes.SUM) and not shapes.SUM.search(own):
        return "sum"
    return "mean" if reading.has(shapes.MEAN) and not shapes.MEAN.search(own) else ""


def order_of(reading: Reading) -> Order:
    """What a ranking is to put first: "worst" is a judgement, "lowest" a figure, "least" a size."""
    orders: Sequence[tuple[Order, re.Pattern[str]]] = (
        ("worst", shapes.WORST),
        ("best", shapes.BEST),
        ("lowest", shapes.LOWEST),
        ("highest", shapes.HIGHEST),
        ("least", shapes.LEAST),
    )
    return next((order for order, shape in orders if reading.has(shape)), "most")


def state_of(reading: Reading) -> State:
    """The state of measures or ratings that a question asks for, or ""."""
    if reading.has(shapes.REGIONS) and reading.has(shapes.IMPROVED) and reading.has(shapes.DECLINED):
        return "changed"
    if change := not_so(reading.text):
        missed = shapes.MISSED.search(without_not_so(reading.text))
        return change if not also_of(reading) else "missed" if missed else "met"
    if reading.has(shapes.UP_OR_DOWN):
        return "met" if reading.has(shapes.MET) else "changed"
    if reading.has(shapes.UNCHANGED):
        return "unchanged"
    if reading.has(shapes.MISSED):
        return "missed"
    if reading.has(shapes.MET) or re.search(r"\babove target", reading.text):
        return "met"
    if reading.has(shapes.DECLINED):
        return "declined"
    if reading.has(shapes.IMPROVED):
        return "improved"
    return "changed" if reading.has(shapes.CHANGED) else ""


def also_of(reading: Reading) -> State:
    """The change that a question joins to a target met or missed: declined of "met their target but got worse"."""
    text = without_not_so(reading.text)
    if not (shapes.MET.search(text) or shapes.MISSED.search(text)) or not JOINING.search(text):
        return ""
    rest = shapes.MET.sub(" ", shapes.MISSED.sub(" ", text))
    change: State = "declined" if shapes.DECLINED.search(rest) else "improved" if shapes.IMPROVED.search(rest) else ""
    return not_so(reading.text) or ("" if shapes.UNCHANGED.search(text) else change)


def states_of(reading: Reading, periods: Sequence[tuple[int, Period]]) -> tuple[tuple[Period, State], ...]:
    """A state for each of several years, where a question gives two that differ; `periods` with their places."""
    shaped: Sequence[tuple[State, re.Pattern[str]]] = (("missed", shapes.MISSED), ("met", shapes.MET))
    places = [(match.start(), state) for state, shape in shaped for match in shape.finditer(reading.text)]
    missed = [match.span() for match in shapes.MISSED.finditer(reading.text)]
    kept = sorted(
        (place, state)
        for place, state in places
        if state == "missed" or not any(start <= place < end for start, end in missed)
    )
    if len({state for _, state in kept}) < 2 or len(kept) != 2 or len(periods) != 2:
        return ()
    return tuple(
        (period, state) for (_, state), (_, period) in zip(kept, sorted(periods, key=lambda p: p[0]), strict=True)
    )


def is_polar(reading: Reading) -> bool:
    """Whether a question is to be answered with yes or no: by its verb, or "target met?"."""
    if reading.confirming:
        return True
    if shapes.WH.search(reading.text) or reading.has(shapes.MET_OR_MISSED):
        return False
    asked = reading.text.rstrip().endswith("?") and (reading.has(shapes.MET) or reading.has(shapes.MISSED))
    return asked or bool(shapes.POLAR.search(reading.text))


def more_or_fewer(reading: Reading) -> Literal["more", "fewer", ""]:
    """What a question supposes of a count beside that of another year: "did more measures meet ..."."""
    if counted(reading.bare) is not None:
        return ""
    if reading.has(shapes.FEWER):
        return "fewer"
    return "more" if reading.has(shapes.MORE) else ""


def claim_of(reading: Reading) -> Claim:
    """What a question says happened to a measure, or ""."""
    claims: Sequence[tuple[Claim, re.Pattern[str]]] = (
        ("above", shapes.ABOVE_TARGET),
        ("below", shapes.BELOW_TARGET),
        ("missed", shapes.MISSED),
        ("met", shapes.MET),
        ("declined", shapes.WORSE),
        ("improved", shapes.BETTER),
        ("fell", shapes.FELL),
        ("rose", shapes.ROSE),
    )
    if reading.has(shapes.UP_OR_DOWN) or reading.has(shapes.MET_OR_MISSED):
        return ""
    return next((claim for claim, shape in claims if reading.has(shape)), "")
