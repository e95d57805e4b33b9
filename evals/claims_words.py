"""How generated claims are worded: measures, years and figures as drafters write them, drawn by a seed."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TypeVar

from corpus.aliases import aliases
from corpus.periods import Period, month_name
from evals.claims_printed import Printed, Row
from evals.drafts import Sentence, Verdict, WantedClaim
from evals.generate import FOLDER
from evals.matching import plain

WORDING = FOLDER / "claims.toml"
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_IN_NAME = re.compile(r"\b\d+(?: [a-z]+)? (?:year|month|week|day|hour)s?\b")
Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure, or telling words, as it stands in a sentence; `figure` is what its claim is called, if not that.

    Without a verdict it stands in the sentence and is not scored.
    """

    text: str
    verdict: Verdict | None = "supported"
    published: str | None = None
    figure: str = ""

    def __str__(self) -> str:
        """The text."""
        return self.text

    def wrong(self, published: str | None, verdict: Verdict = "contradicted") -> "Slot":
        """The same with another verdict."""
        return Slot(self.text, verdict, published, self.figure)

    @property
    def unscored(self) -> "Slot":
        """The same without a verdict."""
        return Slot(self.text, None, None, self.figure)


@dataclass(frozen=True)
class Wording:
    """The words of claims.toml."""

    ways: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[str]]  # a word and its opposite
    states: Mapping[str, Sequence[str]]
    shares: Mapping[Fraction, str]
    nothing: Sequence[str]

    @classmethod
    def read(cls, path: Path = WORDING) -> "Wording":
        """The wording of a file."""
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        shares = {Fraction(share): words for share, words in raw["shares"].items()}
        return cls(raw["ways"], raw["words"], raw["states"], shares, raw["nothing"]["measures"])


@dataclass(frozen=True)
class Writer:
    """Draws sentences from what is printed."""

    printed: Printed
    wording: Wording
    rng: Random
    names: Mapping[str, set[tuple[str, str]]] = field(init=False)  # a spoken name and the measures that have it

    def __post_init__(self) -> None:
        """Keep which measures have each name."""
        names: dict[str, set[tuple[str, str]]] = {}
        for row in self.printed.every:
            names.setdefault(spoken(row), set()).add(row.key)
        object.__setattr__(self, "names", names)

    def one(self, some: Sequence[Drawn]) -> Drawn | None:
        """One of some, None of none."""
        return self.rng.choice(some) if some else None

    def write(self, family: str, **slots: object) -> Sentence | None:
        """A sentence in one of a family's ways, with the claims of its slots; None where two figures look alike.

        Its id and kind are still open.
        """
        way = self.rng.choice(self.wording.ways[family])
        text = way.format(**{name: str(slot) for name, slot in slots.items()})
        text = re.sub(r"^(- )?(\w)", lambda first: f"{first[1] or ''}{first[2].upper()}", text)
        used = [slot for name, slot in slots.items() if isinstance(slot, Slot) and f"{{{name}}}" in way]
        figures = [slot.figure or slot.text for slot in used]
        if len({plain(figure) for figure in figures}) < len(figures):
            return None
        claims = tuple(
            WantedClaim(figure=figure, verdict=slot.verdict, published=slot.published)
            for slot, figure in zip(used, figures, strict=True)
            if slot.verdict
        )
        numbers = tuple(dict.fromkeys(NUMBER_IN_NAME.findall(str(slots.get("m", "")))))
        return Sentence(id="", text=text, claims=claims, not_claims=numbers)

    def word(self, name: str, first: bool) -> str:
        """A word, or its opposite."""
        return self.wording.words[name][0 if first else 1]

    def called(self, row: Row, by_code: bool = False) -> str:
        """A measure by code, by name with its code, or by a name that no other measure has or holds."""
        name = spoken(row)
        others = [key for other, keys in self.names.items() if name in other or other in name for key in keys]
        other_service = row.service != aliases().main_service
        of = f"{row.service} " if other_service or self.printed.is_shared(row) else ""
        forms = [f"{of}{row.code}", f"{of}{row.code} ({name})", f"{of}{name} ({row.code})"]
        if set(others) == {row.key}:
            forms += [f"{of}{name}"] * 3
        return forms[0] if by_code else self.rng.choice(forms)

    def when(self, year: Period) -> str:
        """ "in 2024-25", or another way to write a performance year."""
        start, end = year.first // 12, year.last // 12
        return self.rng.choice(
            (f"in {year.label}", f"in {year.label}", f"in {start}/{end % 100:02}", f"in {start} to {end}",
             f"in the year ending March {end}", f"in the year to March {end}",
             f"between April {start} and March {end}")
        )  # fmt: skip

    def percent(self, value: Decimal) -> Slot:
        """A percentage as it is printed, its unit in one of its spellings."""
        unit = self.rng.choice(("%", "%", "%", "%", " per cent", " percent"))
        return Slot(f"{value}{unit}")

    def points(self, value: Decimal) -> Slot:
        """A number of percentage points without sign."""
        unit = self.rng.choice((" percentage points", " percentage points", " points", "pp", " pp"))
        return Slot(f"{abs(value)}{unit}", figure=str(abs(value)))

    def number(self, count: int) -> Slot:
        """A count in digits or, where it is small, in words."""
        in_words = 0 < count < len(SMALL) and self.rng.random() < 0.5
        return Slot(SMALL[count] if in_words else str(count))


def month_of(period: Period) -> str:
    """ "in April 2024", "from May 2024 to March 2025"."""
    if period.months == 1:
        return f"in {month_name(period.first)}"
    return f"from {month_name(period.first)} to {month_name(period.last)}"


def spoken(row: Row) -> str:
    """A measure's name as it stands inside a sentence, without what is in brackets."""
    name = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", row.observation.measure.name).strip()
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def rounded(value: Decimal, how: str = ROUND_HALF_UP) -> Decimal:
    """A value to the whole number: nearest, or down or up."""
    return value.quantize(Decimal(1), how)


def floor(value: Decimal) -> Decimal:
    """The whole number below."""
    return rounded(value, ROUND_FLOOR)


def ceiling(value: Decimal) -> Decimal:
    """The whole number above."""
    return rounded(value, ROUND_CEILING)
