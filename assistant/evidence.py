"""Whether what was found is evidence for a question: of its year, its place, its organisation and the thing asked for.

Signs for and against are weighed as learned (`python -m evals learn`) from questions that the publications answer and
from plausible ones that they do not; the threshold is set on the same questions and measured on others.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from assistant.query import Query
from assistant.quotes import FIGURES, Quote
from assistant.words import contains, fold, wording
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Period, without_periods
from index.features import FEATURES
from index.lines import Line
from index.question import Concept, Question
from index.search import Searcher
from index.words import stem, stems

SHOWN = (
    "meaning",
    "asked_meaning",
    "near_meaning",
    "unasked",
    "said",
    "sentence",
    "heading",
    "named",
)  # signs of the search
LACKED = ("share", "money", "length", "date")  # kinds of thing wanted whose lack is a sign against
SIGNS = (
    *SHOWN, "score", "ahead", "like_a_wording", "missing", "missing_most", "unknown", "strange_names", "other_term",
    "undated", "uncounted", *(f"no_{kind}" for kind in LACKED),
)  # fmt: skip
CAPITAL = re.compile(r"(?<=[\w,;:’')] )[A-Z][A-Za-z]+|\b[A-Z]{3,}\b")
OWN_CASE = re.compile(r"\b(?:my|your|yourself|am i|should i)\b", re.I)
LITTLE, TELLING = 1.5, 2.5  # rarity of a word that many chunks have, and of a name that few do


@dataclass(frozen=True)
class Case:
    """A question beside one quote: what speaks for the quote as its answer, and what against."""

    query: Query
    asked: Question
    quote: Quote
    searcher: Searcher
    runner_up: float  # the score of the next chunk found

    @cached_property
    def likelihood(self) -> float:
        """How likely the quote answers, 0 to 1."""
        learned, signs = weights(), self.signs
        return 1 / (1 + math.exp(-(learned["constant"] + sum(learned[name] * signs[name] for name in SIGNS))))

    @property
    def speaks_against(self) -> bool:
        """Whether it is of another place, time or name, lacks the number wanted, or one's own case is asked about.

        One of these is enough to hear no more of a quote.
        """
        return (
            not all(map(self._has_area, self.query.areas))
            or not all(self._has_name(stem(name.lower())) for name in self._names)
            or self._is_of_other_periods
            or self._is_of_other_date
            or self._lacks("number")
            or OWN_CASE.search(self.query.search) is not None
        )

    @cached_property
    def signs(self) -> dict[str, float]:
        """Each sign by name."""
        found = self.quote.found
        shown = dict(zip(FEATURES, found.signs[found.best], strict=True))
        counted = self.asked.counted
        rarest = max((self.asked.rarity[one.stem] for one in self._missing), default=0.0)
        return {
            **{name: shown[name] for name in SHOWN},
            "score": found.score,
            "ahead": found.score - self.runner_up,
            "like_a_wording": max(map(self._alike, self._line.wordings), default=0.0),
            "missing": len(self._missing) / max(1, len(self._telling)),
            "missing_most": rarest / 8,
            "unknown": sum(not self.searcher.is_known(one.stem) for one in self._missing) / 2,
            "strange_names": sum(stem(name.lower()) not in self._there for name in self._names) / 2,
            "other_term": float(self._is_of_other_term),
            "undated": float(bool(self.asked.periods) and not self._line.periods),
            "uncounted": len(counted - self._line.said) / len(counted) if counted else 0.0,
            **{f"no_{kind}": float(self._lacks(kind)) for kind in LACKED},
        }

    def _lacks(self, kind: str) -> bool:
        """Whether a kind of thing is wanted that no line of the passage gives."""
        return kind in self.asked.wants and not any(kind in line.kinds for line in self.quote.found.read.each)

    @property
    def _line(self) -> Line:
        """The line that answers best."""
        found = self.quote.found
        return found.read.each[found.best]

    @cached_property
    def _there(self) -> frozenset[str]:
        """The stems of the quote, of how people ask for it, and of its surroundings."""
        read, publication = self.quote.found.read, self.quote.found.chunk.publication
        quoted = [line.said for line in read.each if line.text in self.quote.sentences] or [self._line.said]
        return frozenset(read.heading.union(*quoted, stems(f"{publication.publisher} {publication.title}")))

    @cached_property
    def _telling(self) -> list[Concept]:
        """The words of the question that name what it is about."""
        bare = set(stems(without_periods(self.asked.text)))
        generic = wording("asking") | wording("talk") | wording("generic")
        return [
            one
            for one in self.asked.concepts
            if one.stem in bare and one.stem not in generic and one.stem.isalpha() and self._tells(one.stem)
        ]

    def _tells(self, word: str) -> bool:
        return len(word) > 1 and self.asked.weights[word] == 1 and self.asked.rarity[word] > LITTLE

    @cached_property
    def _missing(self) -> list[Concept]:
        return [one for one in self._telling if not one.held(self._there)]

    @property
    def _names(self) -> list[str]:
        return CAPITAL.findall(without_periods(self.query.search))

    def _has_name(self, name: str) -> bool:
        """Whether a name of the question, or what it stands for, stands in the passage or around it."""
        there = self._there | self.quote.found.read.stems
        named = next((one for one in self.asked.concepts if one.stem == name), None)
        return named is None or self.asked.rarity[name] <= TELLING or named.held(there) > 0

    def _alike(self, words: frozenset[str]) -> float:
        """What the question and a wording share, of all that either says."""
        own = {one.stem for one in self.asked.concepts}
        shared = sum(self.asked.rarity[one.stem] * one.held(words) for one in self._typed)
        said = sum(self.asked.rarity[one.stem] for one in self._typed)
        return shared / max(1e-6, said + sum(map(self.searcher.rarity, words - own)))

    @property
    def _typed(self) -> list[Concept]:
        return [one for one in self.asked.concepts if self.asked.weights[one.stem] == 1]

    @property
    def _wants_figure(self) -> bool:
        return bool(self.asked.wants & FIGURES)

    def _has_area(self, area: str) -> bool:
        """Whether an area is named where the quote stands; where a figure is asked for, in the quote itself."""
        chunk = self.quote.found.chunk
        around = (
            fold(f"{chunk.heading}. {self.quote.text if self._wants_figure else chunk.text}")
            .replace("&", "and")
            .replace(fold(ENGLAND_AND_WALES), "")
        )
        return area == ENGLAND_AND_WALES or contains(around, fold(area).replace("&", "and"))

    @property
    def _is_of_other_term(self) -> bool:
        """Whether the question names a term of the field that does not stand in the quote's passage."""
        asked, chunk = fold(self.query.search), self.quote.found.chunk
        named = [names for names in _terms() if _names_one(asked, names)]
        around = " ".join((chunk.heading, chunk.text, chunk.publication.publisher, *chunk.wordings.values()))
        return bool(named) and not all(_names_one(fold(around), names) for names in named)

    @property
    def _is_of_other_date(self) -> bool:
        """Whether a figure is asked for of one time and the line gives it of another."""
        asked, named = self.asked.periods, self._line.periods
        if not self._wants_figure or not asked or not named:
            return False
        return not _touch(asked, named)

    @property
    def _is_of_other_periods(self) -> bool:
        """Whether no period in the passage or around it touches one of the question's."""
        asked = self.asked.periods
        return bool(asked) and not _touch(asked, self.quote.found.read.periods)


@cache
def _terms() -> tuple[tuple[str, ...], ...]:
    """What each term of the field is called: its short form and its long ones, one and several of it."""
    each = ((short, *forms) for short, forms in aliases().short_forms.items())
    return tuple(tuple(fold(f"{name}{end}") for name in names for end in ("", "s")) for names in each)


def _names_one(folded: str, names: Iterable[str]) -> bool:
    return any(name in folded and contains(folded, name) for name in names)  # the first is the quicker


def _touch(some: Sequence[Period], others: Sequence[Period]) -> bool:
    return any(one.touches(other) for one in some for other in others)


@cache
def weights() -> Mapping[str, float]:
    """What each sign counts for, a constant, and the `threshold` of likelihood from which a quote is evidence."""
    raw = tomllib.loads(files("assistant").joinpath("evidence.toml").read_text(encoding="utf-8"))
    learned: dict[str, float] = raw["weights"]
    return learned
