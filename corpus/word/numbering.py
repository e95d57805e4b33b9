"""The numbers that Word gives headings, paragraphs and items by itself: shown, but standing nowhere in the text."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.word.parts import child, value

LEVELS = 9
PLACED = re.compile(r"%([1-9])")
Numbered = tuple[str, int]  # a numbering's id and the level in it


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is numbered: "decimal", "bullet" ...; from where on; its text, "%1.%2" for "2.6"."""

    form: str
    start: int
    text: str


@dataclass(slots=True)
class Numbering:
    """The numberings of a document, and how far each has come."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)  # by numbering
    shared: Mapping[str, str] = field(default_factory=dict)  # the list that a numbering counts on in
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, tree: Element) -> "Numbering":
        """The numberings of a document's part for them."""
        lists = {value(one, "abstractNumId"): _levels(one) for one in tree if one.tag == "abstractNum"}
        nums = {value(one, "numId"): one for one in tree if one.tag == "num"}
        abstract = {number: value(child(one, "abstractNumId")) for number, one in nums.items()}
        levels = {number: {**lists.get(abstract[number], {}), **_overrides(one)} for number, one in nums.items()}
        anew = {number for number, one in nums.items() if child(one, "lvlOverride") is not None}
        return cls(levels, {number: f"num {number}" if number in anew else abstract[number] for number in nums})

    def next(self, numbered: Numbered) -> str | None:
        """The number of the next paragraph so numbered ("2.6."), "" for a bullet or a letter, None: it has none."""
        number, at = numbered
        levels = self.levels.get(number, {})
        if at not in levels or levels[at].form == "none":
            return None
        counts = self.counts[self.shared[number]]
        counts += [levels[n].start - (n == at) if n in levels else 0 for n in range(len(counts), at + 1)]
        counts[at] += 1
        del counts[at + 1 :]
        return self._shown(levels, at, counts)

    def _shown(self, levels: Mapping[int, Level], at: int, counts: Sequence[int]) -> str:
        """The number as it is shown; letters and Roman numbers are those of lists, and are not."""
        named = [int(digit) - 1 for digit in PLACED.findall(levels[at].text)]
        if not named or any(n > at or n not in levels or levels[n].form != "decimal" for n in named):
            return ""
        return PLACED.sub(lambda match: str(counts[int(match[1]) - 1]), levels[at].text).strip()


def numbered(properties: Element | None) -> Numbered | None:
    """The numbering that properties of it give, None where they give none; "0" takes away that of the style."""
    number, level = value(child(properties, "numId")), value(child(properties, "ilvl")) or "0"
    if not number:
        return None
    return (number, min(int(level), LEVELS - 1) if level.isascii() and level.isdigit() else 0)


def _levels(element: Element) -> dict[int, Level]:
    return {int(value(one, "ilvl")): _level(one) for one in element if one.tag == "lvl" and _is_level(one)}


def _overrides(element: Element) -> dict[int, Level]:
    """The levels that a numbering has otherwise than its list."""
    changed = [child(one, "lvl") for one in element if one.tag == "lvlOverride"]
    return {int(value(one, "ilvl")): _level(one) for one in changed if one is not None and _is_level(one)}


def _is_level(element: Element) -> bool:
    return re.fullmatch(r"[0-8]", value(element, "ilvl")) is not None


def _level(element: Element) -> Level:
    start = value(child(element, "start"))
    text = value(child(element, "lvlText"))
    return Level(
        value(child(element, "numFmt")) or "decimal", int(start) if re.fullmatch(r"\d{1,4}", start) else 1, text
    )
