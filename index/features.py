"""What makes a line answer a question: signs a reader would go by, each by name, with what each counts for.

What they count for is learned (`python -m evals learn`) from questions with known evidence, and kept in weights.toml.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from corpus.periods import Period
from index.lines import Lines
from index.question import KINDS, Question
from index.words import Array, Flags, Having

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

Signs = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Found:
    """What rankings found of every line and of its chunk, each 0 to 1; one number for each line."""

    words: Array
    meaning: Array
    asked_words: Array
    asked_meaning: Array
    near_words: Array
    near_meaning: Array


class Reader:
    """Reads many lines at once for a question; what hangs on no question is worked out when it is made."""

    def __init__(self, read: Sequence[Lines]) -> None:
        """`read`: the lines of each chunk, in the order in which they get their signs."""
        each = [line for lines in read for line in lines.each]
        self.owner = np.array([at for at, lines in enumerate(read) for _ in lines.each], dtype=np.intp)
        self.unasked = np.array([lines.is_unasked for lines in read], dtype=np.bool_)[self.owner]
        self._numbered = np.array([lines.is_numbered for lines in read], dtype=np.bool_)[self.owner]
        self._reference = np.array([line.is_reference for line in each], dtype=np.bool_)
        kinds = np.array([lines.kind for lines in read], dtype=np.str_)[self.owner]
        self._standing = [kinds == kind for kind in STANDING]
        self._gives = {kind: np.array([kind in line.kinds for line in each], dtype=np.bool_) for kind in KINDS}
        self._publication = [lines.chunk.publication.id for lines in read]
        self._lines = [Having(line.said for line in each), Having(line.stems for line in each)]
        self._around = [Having(lines.stems for lines in read), Having(lines.heading for lines in read),
                        Having(lines.section for lines in read)]  # fmt: skip
        self._periods = _Dated([line.periods for line in each])
        self._around_periods = _Dated([lines.periods for lines in read])
        self._counts = Having(line.counts for line in each)
        self._names = Having(line.names for line in each)
        self._named = np.array([len(line.names) for line in each], dtype=np.intp)

    def signs(self, asked: Question, found: Found) -> Signs:
        """The signs of every line for a question, each -1 to 1: a row for a line, a column for each of FEATURES."""
        columns = [
            found.words,
            found.meaning,
            found.asked_words,
            found.asked_meaning,
            found.near_words,
            found.near_meaning,
            self.unasked,
            *(asked.held_by(sets) for sets in self._lines),
            *(asked.held_by(sets)[self.owner] for sets in self._around),
            self._periods.fit(asked.periods),
            self._around_periods.fit(asked.periods)[self.owner],
            self._of_publication(asked)[self.owner],
            self._numbered,
            self._reference,
            self._counts.count(asked.counted) / max(1, len(asked.counted)),
            *self._standing,
            *(self._wanted(asked, kind) for kind in KINDS),
        ]
        return np.stack(columns, axis=1, dtype=np.float64, casting="safe")

    def _of_publication(self, asked: Question) -> Signs:
        """1 in a publication that the question names, -1 in one that it does not while it names another."""
        if not asked.named:
            return np.zeros(len(self._publication))
        return np.array([1.0 if publication in asked.named else -1.0 for publication in self._publication])

    def _wanted(self, asked: Question, kind: str) -> Signs | Flags:
        """Whether a line gives a kind of thing that is wanted; names must be others than the question's."""
        if kind not in asked.wants:
            return np.zeros(len(self.owner))
        if kind == "name":
            return np.minimum(1.0, (self._named - self._names.count(asked.words)) / NAMES)
        return self._gives[kind]


class _Dated:
    """Texts by the periods that they name."""

    def __init__(self, periods: Sequence[Sequence[Period]]) -> None:
        """The periods that each text names."""
        each = [(at, period) for at, named in enumerate(periods) for period in named]
        self._at = np.array([at for at, _ in each], dtype=np.intp)
        self._first = np.array([period.first for _, period in each], dtype=np.intp)
        self._last = np.array([period.last for _, period in each], dtype=np.intp)
        self._none = np.where(np.isin(np.arange(len(periods)), self._at), 0.0, UNDATED)

    def fit(self, asked: Sequence[Period]) -> Signs:
        """For every text 1 where a period asked for is named, 0 where only others; between where either names none."""
        if not asked:
            return np.full_like(self._none, UNNAMED)
        fit = self._none.copy()
        for one in asked:
            within = (self._first <= one.first) & (one.last <= self._last)
            around = (one.first <= self._first) & (self._last <= one.last)
            fit[self._at[within | around]] = 1.0
        return fit


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


def scores(signs: Signs) -> Signs:
    """How well lines answer, 0 to 1, by what their signs count for; lines with the same signs exactly the same."""
    counted: Signs = (signs * np.array(weights())).sum(axis=1)
    return np.clip(counted / most(), 0.0, 1.0)
