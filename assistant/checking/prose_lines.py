"""What is published, line by line, found by the words of a draft; each line with the numbers it prints.

Only words are compared here: a draft of sixty sentences must be checked while its reader waits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.checking.prose_said import Said, read
from assistant.checking.prose_words import names_of, proper_of, words_of
from corpus.models import Document
from corpus.numbers import is_number
from corpus.periods import Period, find_periods
from index.chunks import Chunk, chunks, with_wordings
from index.words import Array, stem

Places = NDArray[np.intp]

IN_PASSAGE = 0.6  # of a word in the line, what one elsewhere in its passage or above it counts for
NUMBERED = re.compile(r"paragraph \d")
SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}")
DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
LIKE = 0.7  # and one of like meaning


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a chunk: a sentence or a row."""

    chunk: Chunk
    number: int
    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its stems, and those of how people ask for it."""
        asked = (wording for at, wording in self.chunk.asked if at == self.number)
        return frozenset(word.stem for text in (self.text, *asked) for word in words_of(text))

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of its headings and its passage."""
        texts = (self.chunk.heading, self.chunk.publication.publisher, *self.chunk.lines)
        return frozenset(word.stem for text in texts for word in words_of(text))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """The names above it and in its passage, by kind; its publisher's too."""
        texts = (self.chunk.heading, self.chunk.publication.publisher, *self.chunk.lines)
        return frozenset((one.kind, one.name) for text in texts for one in names_of(text))

    @cached_property
    def named(self) -> frozenset[str]:
        """The kinds of names that the line itself gives."""
        return frozenset(one.kind for one in names_of(self.text))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The stems of the proper names that it gives."""
        return proper_of(self.text)

    @cached_property
    def periods_above(self) -> tuple[Period, ...]:
        """The period of its nearest heading: of all the time between, where that names several."""
        found = [mention.period for mention in find_periods(self.chunk.heading.rpartition(" > ")[2])]
        return (Period(min(one.first for one in found), max(one.last for one in found)),) if found else ()

    @cached_property
    def periods_before(self) -> tuple[Period, ...]:
        """What the nearest line before it in its passage that is of one time is of."""
        for text in reversed(self.chunk.lines[: self.number]):
            own = [one.period for one in read(text) if one.period]
            if own or ((mentions := find_periods(text)) and not read(text)):
                return tuple(own[:1] or [mentions[0].period])
        return ()

    @property
    def standing(self) -> int:
        """How good a place it is to cite: a numbered paragraph, then the rest, key facts and notes last."""
        if NUMBERED.match(self.chunk.locator.place):
            return 2
        return 0 if self.chunk.passage and self.chunk.passage.kind in ("keyfact", "caption", "note") else 1

    def is_of_year(self, period: Period) -> bool:
        """Whether a period is the whole calendar year in which the publication came out."""
        published = self.chunk.publication.published
        return published is not None and period == Period(published.year * 12, published.year * 12 + 11)

    def is_near(self, other: "Line") -> bool:
        """Whether another line is of the same place or table."""
        one, two = self.chunk, other.chunk
        same = one.locator.publication == two.locator.publication and one.locator.place == two.locator.place
        return same and one.table is two.table

    def is_told_once(self, printed: Said) -> bool:
        """Whether the line prints a number once only."""
        alike = [
            one
            for one in self.printed
            if (one.figure.value, one.figure.unit) == (printed.figure.value, printed.figure.unit)
        ]
        return len(alike) == 1

    @cached_property
    def printed(self) -> tuple[Said, ...]:
        """What it says of each of its numbers."""
        return tuple(_of_row(self.chunk)) if self.chunk.table else read(self.text)


def _of_row(chunk: Chunk) -> Iterator[Said]:
    table, row = chunk.table, chunk.row
    assert table is not None and row is not None
    label, *cells = table.rows[row]
    labels = [label]
    for header, cell in zip(table.headers[1:], cells, strict=True):
        if not is_number(cell) or not any(map(str.isdigit, cell)):
            labels.append(f"{header}: {cell}")
            continue
        in_percent = ("%" in header or "percent" in f"{header} {label}".lower()) and not cell.endswith(("%", "pp"))
        text = f"{', '.join(labels)}, {header}: "
        found = [one for one in read(f"{text}{cell}{'%' if in_percent else ''}") if one.figure.start >= len(text)]
        for one in found[:1]:
            heading = header.lower()
            moved = "change" in heading or "difference" in heading
            role = "change" if moved else "target" if "target" in heading else "value"
            named = [mention.period for part in (header, *labels) for mention in find_periods(part)]
            when = named[0] if named else None
            yield replace(one, role=role, shown=cell, column=header, period=when, names=_names(chunk, label, header))  # type: ignore[arg-type]


def _names(chunk: Chunk, label: str, header: str) -> dict[str, frozenset[str]]:
    """Whose a cell is: what its heading names, else the one that the whole table is of, else what its label names."""
    assert chunk.table is not None
    own: dict[str, frozenset[str]] = {}
    for one in names_of(label):
        own.setdefault(one.kind, frozenset((one.name,)))
    above = names_of(f"{chunk.table.title} {chunk.table.headers[0]}")
    for kind in {one.kind for one in above if one.kind != "area"}:
        if len(names := {one.name for one in above if one.kind == kind}) == 1:
            own[kind] = frozenset(names)
    return {**own, **{one.kind: frozenset((one.name,)) for one in reversed(names_of(header))}}


@dataclass(frozen=True)
class Asked:
    """What a draft's sentence speaks of: stems with what each says, and the stems of like meaning."""

    weights: Mapping[str, float]
    like: Mapping[str, Sequence[frozenset[str]]]
    proper: frozenset[str] = frozenset()  # stems of proper names
    placed: frozenset[str] = frozenset()  # those of them that the sentence says something happened in

    @cached_property
    def total(self) -> float:
        """What all of them say."""
        return sum(self.weights.values()) or 1.0

    def held(self, word: str, there: frozenset[str]) -> float:
        """How well stems hold one of its words, 0 to 1."""
        if word in there:
            return 1.0
        return LIKE if any(words <= there for words in self.like.get(word, ())) else 0.0


class Published:
    """Every line that is held, found by words."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Reads the words of every line once; numbers only when a line is looked at."""
        self.lines = [
            Line(chunk, number, text)
            for document in documents
            for chunk in with_wordings(chunks(document))
            for number, text in enumerate(chunk.lines)
        ]
        self._in_line = _postings(line.stems for line in self.lines)
        self._around = _postings(line.around for line in self.lines)
        printed = sorted(
            (float(number[0].replace(",", "")), at)
            for at, line in enumerate(self.lines)
            for number in DIGITS.finditer(line.text)
        )
        self._values = np.array([value for value, _ in printed])
        self._of_values = np.array([at for _, at in printed], dtype=np.intp)

    @cached_property
    def common(self) -> frozenset[str]:
        """The stems of words that are written in small letters anywhere: no names, even in capitals."""
        words = {word for line in self.lines for word in SMALL.findall(line.text)}
        return frozenset(stem(word) for word in words)

    def rarity(self, word: str) -> float:
        """How much a stem says: 0 where every line has it."""
        known = len(self._in_line.get(word, ()))
        return float(np.log((1 + len(self.lines)) / (1 + known)))

    def held(self, asked: Asked) -> Array:
        """How much of what is asked each line holds, with its surroundings for less, 0 to 1."""
        total = np.zeros(len(self.lines), dtype=np.float32)
        for word, weight in asked.weights.items():
            best = np.zeros(len(self.lines), dtype=np.float32)
            for there, worth in ((self._around, IN_PASSAGE), (self._in_line, 1.0)):
                for words in asked.like.get(word, ()):
                    places = self._all(words, there)
                    best[places] = np.maximum(best[places], LIKE * worth)
                if word in there:
                    best[there[word]] = np.maximum(best[there[word]], worth)
            total += weight * best
        return total / asked.total

    def near(self, mantissa: float) -> frozenset[int]:
        """The lines with a number in digits that is, without its "million", within a tenth of another such."""
        low, high = np.searchsorted(self._values, sorted((mantissa * 0.9, mantissa * 1.1)))
        return frozenset(self._of_values[low:high].tolist())

    def _all(self, words: frozenset[str], there: Mapping[str, Places]) -> Places:
        """The places that have all of some words."""
        none = np.zeros(0, dtype=np.intp)
        each = sorted((there.get(word, none) for word in words), key=len)
        places = each[0]
        for other in each[1:]:
            places = np.intersect1d(places, other, assume_unique=True)
        return places


def _postings(texts: Iterable[frozenset[str]]) -> dict[str, Places]:
    standing: dict[str, list[int]] = {}
    for place, stems in enumerate(texts):
        for word in stems:
            standing.setdefault(word, []).append(place)
    return {word: np.array(places, dtype=np.intp) for word, places in standing.items()}
