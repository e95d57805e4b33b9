"""A draft's figure beside a published number: how surely both are of the same thing, and what tells them apart."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from assistant.checking.claims import Figure
from assistant.checking.fits import fits
from assistant.checking.prose_lines import Asked, Line
from assistant.checking.prose_said import Said
from assistant.checking.prose_scope import scope_apart
from assistant.checking.prose_times import how_agree
from assistant.checking.prose_words import WHOLE, data

COMMON = 4.0  # Pair.chance, to which a number in a place that the line does not name may be the same by chance
TELLING = 3  # digits, from which a figure is of one number


@dataclass(frozen=True)
class Pair:
    """A figure of a draft and a number of a line, with what the line holds of the draft's sentence, 0 to 1."""

    asked: Asked
    said: Said
    line: Line
    printed: Said
    held: float  # of the statement, by the line and its surroundings
    ahead: float  # that, over what the best line holds
    rarity: Callable[[str], float]
    company: float = 0.0  # 1 where the line prints another figure of the sentence, half where its passage does

    @cached_property
    def signs(self) -> dict[str, float]:
        """Each sign by name, 0 to 1."""
        return {
            "statement": self.held,
            "clause": self._share(self.said.beside, self._there),
            "beside": self._beside,
            "returned": self._returned,
            "ahead": self.ahead,
            "role": float(self.said.role != self.printed.role),
            "noun": self._noun,
            "row": float(self.line.chunk.table is not None),
            "company": self.company,
            "strangers": self._strangers,
            "dated": float(self.when == "same"),
        }

    @cached_property
    def likelihood(self) -> float:
        """The log of the odds that both are of the same thing, by their words alone."""
        weights = data()["weights"]
        return float(weights["constant"] + sum(weights[name] * sign for name, sign in self.signs.items()))

    @cached_property
    def _there(self) -> dict[str, float]:
        return {**dict.fromkeys(self.line.around, 0.6), **dict.fromkeys(self.line.stems, 1.0)}

    def _share(self, beside: Mapping[str, float], there: Mapping[str, float]) -> float:
        """How much of what stands beside the figure is there."""
        total = found = 0.0
        for word, near in beside.items():
            weight = self.asked.weights.get(word, 0.0) * near
            total += weight
            found += weight * self._found(word, there)
        return found / total if total else 0.0

    def _found(self, word: str, there: Mapping[str, float]) -> float:
        own = there.get(word, 0.0)
        for words in self.asked.like.get(word, ()):
            own = max(own, 0.7 * min((there.get(one, 0.0) for one in words), default=0.0))
        return own

    @cached_property
    def _beside(self) -> float:
        """How much of what stands beside the figure stands beside the number."""
        return self._share(self.said.beside, self.printed.beside)

    @cached_property
    def _returned(self) -> float:
        """How much of what stands beside the number the draft's sentence has."""
        there = set(self.asked.weights)
        for word in self.asked.weights:
            for words in self.asked.like.get(word, ()):
                there |= words
        total = found = 0.0
        for word, near in self.printed.beside.items():
            weight = self.rarity(word) * near
            total += weight
            found += weight * (word in there)
        return found / total if total else 0.0

    @cached_property
    def _strangers(self) -> float:
        """How much of the proper names of the sentence, by rarity, the line and its surroundings lack."""
        rare = {word: self.rarity(word) for word in self.asked.proper}
        return sum(worth for word, worth in rare.items() if not self._found(word, self._there)) / 8

    @cached_property
    def _noun(self) -> float:
        own, other = self.said.figure.noun, self.printed.figure.noun
        return float(own == other) - float(own != other) if own and other else 0.0

    @cached_property
    def fit(self) -> str:
        """How the figure gives the number, whatever their units: "exact", "rounded" or ""."""
        own, other = self.said.figure, self.printed.figure
        if own.unit == "percent" and other.unit == "number" and other.base:
            return fits(own, other.value * 100 / other.base) if own.base is None else ""
        if not self.comparable and not self.in_other_unit:
            return ""
        if own.base is None and other.base is not None and own.value == other.base:
            return "exact"  # the whole of a count: "of the 108"
        near = other.side in (own.side, "about") or digits_of(own) >= TELLING
        if self.comparable and own.value == other.value and own.base is None and near:
            return "exact"  # "more than 13,325" is of 13,325 itself
        if not -0.5 * abs(own.value) <= other.value - own.value <= 0.5 * abs(own.value):
            return ""  # no rounding goes so far
        if own.side == other.side != "about":
            own = replace(own, side="exactly")  # both say "more than": of the same number
        fit = fits(own, other.value)
        if own.base and fit and not self._has_base(own.base):
            return ""
        return "" if fit == "rounded" and self.in_other_unit else fit

    @property
    def in_other_unit(self) -> bool:
        """Whether one is a percentage of what the other gives in points, or of a number with digits enough to tell."""
        own, other = self.said.figure, self.printed.figure
        units = {own.unit, other.unit}
        if units == {"percent", "points"}:
            return own.unit == "points" or self.said.role == "change"
        if units == {"percent", "number"} or units == {"points", "number"}:
            return digits_of(other) >= 3 and not other.base and not own.base and bool(other.step and own.step)
        return False

    @property
    def is_other_value(self) -> bool:
        """Whether the number is in the figure's unit and has another value, not just other words of nearness."""
        own, other = self.said.figure, self.printed.figure
        return self.comparable and not self.fit and (own.value != other.value or own.base != other.base)

    def _has_base(self, base: Fraction) -> bool:
        other = self.printed.figure
        if other.base:
            return other.base == base
        return any(one.figure.value == base or one.figure.base == base for one in self.line.printed)

    @property
    def comparable(self) -> bool:
        """Whether both are in the same unit."""
        own, other = self.said.figure, self.printed.figure
        lengths = own.noun.removeprefix("working "), other.noun.removeprefix("working ")
        return own.unit == other.unit and (own.unit != "time" or lengths[0] == lengths[1])

    @cached_property
    def chance(self) -> float:
        """The log of how seldom a number would fit by chance: the more digits it has, the more it says."""
        figure = self.printed.figure if self.printed.figure.step else self.said.figure
        digits = digits_of(figure) if figure.step else 1
        worth = (1.0, 1.2, 2.8, 4.5, 6.0)[min(4, digits)]
        return worth if self.fit == "exact" else worth - 0.7

    @property
    def speaks(self) -> bool:
        """Whether the line, or its headings, shares a word with the sentence: a bare number says nothing."""
        return any(self._found(word, self._there) for word in self.asked.weights)

    @property
    def aligned(self) -> float:
        """How well the words beside both agree, whichever of them is looked at, 0 to 1."""
        return (self._beside + self._returned) / 2

    @property
    def is_other_scale(self) -> bool:
        """Whether a sum of money is the other times a power of ten: "£9 million" for £900,000."""
        own, other = self.said.figure, self.printed.figure
        digits = {str(one.value.numerator).strip("0") for one in (own, other)}
        return own.unit == "money" and len(digits) == 1 and own.value != other.value

    @property
    def distance(self) -> float:
        """How far the figure lies from the number: a slip of the pen stays near."""
        if self.is_other_scale:
            return 0.0
        own, other = self.said.figure.value, self.printed.figure.value
        if own <= 0 or other <= 0:
            return 2.0
        return 3 * max(0.0, abs(math.log10(float(own / other))) - 0.15)

    @property
    def confirmed(self) -> bool:
        """Whether the period and the names of the figure, where it has any, are surely the number's."""
        if self.said.period and self.when != "same":
            return False
        return all(self._has_name(kind, names - WHOLE) for kind, names in self.said.names.items() if names - WHOLE)

    def _has_name(self, kind: str, names: frozenset[str]) -> bool:
        if kind in self.line.named or self.printed.names.get(kind):
            return bool(names & self.printed.names.get(kind, frozenset()))
        return any((kind, name) in self.line.names for name in names)

    @property
    def slip(self) -> float:
        """How much the figure looks like a slip in writing the number: a digit changed, or two exchanged."""
        if self.is_other_scale:
            return 1.0
        one, two = (re.sub(r"\D", "", pair.figure.text) for pair in (self.said, self.printed))
        if len(one) != len(two) or len(one) < 2 or self.printed.figure.in_words:
            return 0.0
        differ = [at for at in range(len(one)) if one[at] != two[at]]
        swapped = len(differ) == 2 and one[differ[0]] == two[differ[1]] and one[differ[1]] == two[differ[0]]
        return min(3, len(one)) / 3 if len(differ) == 1 or swapped else 0.0

    @property
    def is_in_line(self) -> bool:
        """Whether the line itself speaks of what tells the number apart: of the draft's period or name too."""
        there = {name for _, name in self.printed.around}
        named = any(names & there for kind, names in self.said.names.items() if kind in self.conflicts)
        return named or ("period" in self.conflicts and self.when == "line")

    @cached_property
    def when(self) -> str:
        """How the periods agree: "same", "line" (another of the line), "apart", or "" where either names none."""
        return how_agree(self.said, self.printed, self.line)

    @cached_property
    def conflicts(self) -> tuple[str, ...]:
        """What tells them apart: "period", "way", "end", "place", a kind of scope or of name."""
        found = ["unit"] if self.fit and self.in_other_unit else []
        if self.when in ("apart", "line"):
            found.append("period")  # and if the two ends of a movement are exchanged, no more than that
        elif self._turned:
            found.append(self._turned)
        if self._is_of_other_place:
            found.append("place")
        elif self.lacking & self.asked.placed and self.chance < COMMON and self.company < 1:
            found.append("stranger")
        scope = scope_apart(self.said, self.printed, self.line.stems)
        if scope and not (scope == "alone" and self._names_apart):
            found.append(scope)
        return (*found, *self._names_apart)

    @property
    def _turned(self) -> str:
        """ "way" where one rises and the other falls, "end" where one starts what the other ends, else ""."""
        own, other = self.said, self.printed
        if "change" in (own.role, other.role):
            return "way" if {own.drift, other.drift} == {"rose", "fell"} else ""
        if {own.end, other.end} == {"from", "to"} and self.when != "same":
            return "end"
        return "way" if {own.way, other.way} == {"rose", "fell"} and own.role == other.role else ""

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The proper names of the sentence, as stems, that the line and its surroundings lack."""
        return frozenset(word for word in self.asked.proper if not self._found(word, self._there))

    @property
    def _is_of_other_place(self) -> bool:
        """Whether sentence and line each give a proper name that the other lacks."""
        return bool(self.lacking and self.line.proper - set(self.asked.weights))

    @cached_property
    def _names_apart(self) -> tuple[str, ...]:
        kinds = {*self.said.names, *self.printed.names}
        return tuple(kind for kind in sorted(kinds) if self._is_apart(kind))

    def _is_apart(self, kind: str) -> bool:
        own = self.said.names.get(kind, frozenset()) - WHOLE
        other = self.printed.names.get(kind, frozenset()) - WHOLE
        if other:
            if own:
                return not own & other
            return kind == "area" and not any((kind, name) in self.said.around for name in other)
        if not own or any((kind, name) in self.line.names for name in own):
            return False
        return kind == "area" or (kind != "body" and any(one == kind for one, _ in self.line.names))


def digits_of(figure: Figure) -> int:
    """How many digits a figure gives, zeros at its ends not counted."""
    return len(str(abs(figure.value / figure.step).numerator).strip("0")) if figure.step else 1


def logistic(odds: float) -> float:
    """A chance, 0 to 1, of the log of its odds."""
    return 1 / (1 + math.exp(-odds))
