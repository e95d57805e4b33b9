"""What makes a line answer a question: signs a reader would go by, each by name, with what each counts for.

What they count for is learned (`python -m evals learn`) from questions with known evidence, and kept in weights.toml.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.periods import Period
from index.lines import Line, Lines
from index.question import KINDS, Question

STANDING = ("body", "item", "keyfact", "caption", "note", "row")
UNNAMED, UNDATED = 0.5, 0.3  # of the sign for periods, where the question, or the text, names none
NAMES = 3  # names that the question lacks, which make a line surely name something
FEATURES = (
    "words", "meaning",  # of the chunk: BM25 and cosine
    "asked_words", "asked_meaning", "near_words", "near_meaning",  # of wordings for the line, and for its chunk
    "unasked",  # no wordings are known of the chunk; its text stands in for them
    "said", "sentence", "passage", "heading", "section",  # share of the question held, there
    "period", "around_period", "named", "numbered", "reference", "counted",
    *STANDING,
    *(f"wants_{kind}" for kind in KINDS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What rankings found of a line and its chunk, each 0 to 1."""

    words: float
    meaning: float
    asked_words: float
    asked_meaning: float
    near_words: float
    near_meaning: float


def values(asked: Question, lines: Lines, line: Line, found: Found) -> list[float]:
    """The signs of a line for a question, in the order of FEATURES, each -1 to 1."""
    return [
        found.words,
        found.meaning,
        found.asked_words,
        found.asked_meaning,
        found.near_words,
        found.near_meaning,
        float(lines.is_unasked),
        asked.held(line.said),
        asked.held(line.stems),
        *_around(asked, lines),
        _period(asked, line.periods),
        _period(asked, lines.periods),
        _named(asked, lines),
        float(lines.is_numbered),
        float(line.is_reference),
        len(asked.counted & line.counts) / len(asked.counted) if asked.counted else 0.0,
        *(float(lines.kind == kind) for kind in STANDING),
        *(_gives(asked, line, kind) for kind in KINDS),
    ]


@cache
def weights() -> Sequence[float]:
    """What each sign counts for, in the order of FEATURES."""
    raw = tomllib.loads(files("index").joinpath("weights.toml").read_text(encoding="utf-8"))
    learned: Mapping[str, float] = raw["weights"]
    return [learned[name] for name in FEATURES]


@cache
def most() -> float:
    """About the most that signs can add up to."""
    return sum(weight for weight in weights() if weight > 0)


def _around(asked: Question, lines: Lines) -> tuple[float, float, float]:
    return asked.held(lines.stems), asked.held(lines.heading), asked.held(lines.section)


def _period(asked: Question, periods: Sequence[Period]) -> float:
    """1 where a period of the question is named, 0 where only others; between where either names none."""
    if not asked.periods or not periods:
        return UNNAMED if not asked.periods else UNDATED
    return float(any(one.holds(other) or other.holds(one) for one in periods for other in asked.periods))


def _named(asked: Question, lines: Lines) -> float:
    """1 in a publication that the question names, -1 in one that it does not while it names another."""
    if not asked.named:
        return 0.0
    return 1.0 if lines.chunk.publication.id in asked.named else -1.0


def _gives(asked: Question, line: Line, kind: str) -> float:
    """Whether a line gives a kind of thing that is wanted; names must be others than the question's."""
    if kind not in asked.wants:
        return 0.0
    if kind == "name":
        return min(1.0, len(line.names - asked.words) / NAMES)
    return float(kind in line.kinds)
