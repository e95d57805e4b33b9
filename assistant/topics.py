"""What a question is about: the first of a visible list of topics whose test it passes, and what it wants to know.

A question that no topic claims is answered from passages.
"""

import re
from collections.abc import Callable, Sequence

from assistant import shapes
from assistant.query import Aspect, Order, State, Topic
from assistant.reading import Reading
from assistant.recognise import numbers
from assistant.words import wording
from corpus.numbers import SYMBOL

TALLY_WORDS = wording("tally")


def topic_of(reading: Reading) -> Topic:
    """The topic of a question."""
    return next((topic for topic, test in TOPICS if test(reading)), "passage")


def _is_outside(reading: Reading) -> bool:
    return bool(reading.elsewhere) and not reading.codes


def _is_symbol(reading: Reading) -> bool:
    return bool(SYMBOL.search(reading.text)) and not reading.codes and not reading.named


def _is_published(reading: Reading) -> bool:
    return reading.has(shapes.PUBLISHED) and not reading.has(shapes.NEXT)


def _is_direction(reading: Reading) -> bool:
    return reading.has(shapes.DIRECTION) and bool(reading.codes or reading.named) and not reading.mentions


def _is_bands(reading: Reading) -> bool:
    about = reading.speaks_of_ratings or reading.residue(frozenset()) <= reading.rating_words
    wanted = reading.has(shapes.BANDS) or bool(numbers(reading.text) and reading.speaks_of_ratings)
    return wanted and about and not reading.residue(reading.rating_words)


def _is_ratings(reading: Reading) -> bool:
    if reading.has(shapes.WHY_OR_HOW) and not reading.areas:
        return False
    if reading.areas and reading.has(shapes.SCORE_BEHIND):
        return not reading.residue(reading.rating_words)
    asked = reading.has(shapes.REGIONS) and any(
        map(reading.has, (shapes.COUNT, shapes.MOST, shapes.IMPROVED, shapes.DECLINED, shapes.CHANGED))
    )
    about = reading.speaks_of_ratings or asked
    return about and not reading.residue(reading.rating_words)


def _is_coded(reading: Reading) -> bool:
    return bool(reading.codes or reading.unknown)


def _is_ranking(reading: Reading) -> bool:
    return (
        reading.has(shapes.MOST)
        and not reading.residue(TALLY_WORDS)
        and (reading.has(shapes.MEASURES) or reading.has(shapes.IMPROVED) or reading.has(shapes.DECLINED))
    )


def _is_tally(reading: Reading) -> bool:
    return reading.has(shapes.MEASURES) and state_of(reading) != "" and not reading.residue(TALLY_WORDS)


def _is_named(reading: Reading) -> bool:
    return (
        bool(reading.named)
        and not shapes.DEFINITION.search(reading.text)
        and not shapes.WHY_OR_HOW.search(reading.text)
    )


TOPICS: Sequence[tuple[Topic, Callable[[Reading], bool]]] = (
    ("outside", _is_outside),
    ("symbol", _is_symbol),
    ("published", _is_published),
    ("direction", _is_direction),
    ("bands", _is_bands),
    ("ratings", _is_ratings),
    ("measure", _is_coded),
    ("ranking", _is_ranking),
    ("tally", _is_tally),
    ("measure", _is_named),
)


def aspect_of(reading: Reading) -> Aspect:
    """What of a measure is wanted."""
    if reading.has(shapes.GAP) and (reading.has(shapes.TARGET) or reading.has(shapes.MISSED)):
        return "gap"
    if reading.has(shapes.TARGET) and any(map(reading.has, (shapes.MET, shapes.MISSED, shapes.AGAINST))):
        return "met"
    if reading.has(shapes.TARGET):
        return "target"
    if reading.has(shapes.CHANGE):
        return "change"
    return "value"


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
    if reading.has(shapes.UP_OR_DOWN):
        return "met" if reading.has(shapes.MET) else "changed"
    if reading.has(shapes.MISSED):
        return "missed"
    if reading.has(shapes.MET) or re.search(r"\babove target", reading.text):
        return "met"
    if reading.has(shapes.DECLINED):
        return "declined"
    if reading.has(shapes.IMPROVED):
        return "improved"
    return "changed" if reading.has(shapes.CHANGED) else ""
