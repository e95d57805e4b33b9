"""What can be quoted by itself, a sentence or a table row, with what is known of it before any question."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from corpus.periods import Mention, Period, find_periods, without_periods
from index.chunks import Chunk
from index.question import KINDS, NAMED
from index.words import content, stem, stems

Stems = Callable[[str], list[str]]  # the stems of a text, long forms beside short ones

TOKEN = re.compile(r"[a-z]+|\d[\d,.]*%?")
COUNT = re.compile(
    r"\d[\d,.]*%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|dozens?|half"
    r"|third|quarter|most|none|all|no|few|over|around|almost|nearly"
)
AFTER, BEFORE = 4, 2  # words from a number, within which it counts what they name
REFERENCE = re.compile(r"://|\bwww\.")
NUMBERED = re.compile(r"paragraph \d")


class Line:
    """A line of a chunk: its text, and lazily what a question looks for in it."""

    def __init__(self, text: str, stemmed: Stems, asked: Sequence[list[str]]) -> None:
        """`asked`: the stems of each way in which people ask for it."""
        self.text = text
        self._stemmed = stemmed
        self._asked = asked

    @cached_property
    def wordings(self) -> tuple[frozenset[str], ...]:
        """The stems that carry meaning of each way in which people ask for it."""
        return tuple(frozenset(content(typed)) for typed in self._asked)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its stems."""
        return frozenset(self._stemmed(self.text))

    @cached_property
    def said(self) -> frozenset[str]:
        """Its stems, and those of how people ask for it."""
        return self.stems.union(*self._asked)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods it names."""
        return tuple(mention.period for mention in self._mentions)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of thing it gives; a year is no number."""
        return frozenset(
            kind
            for kind, (_, look) in KINDS.items()
            if look.search(self._bare if kind in ("number", "share") else self.text)
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that open with a capital inside it, in lower case."""
        return frozenset(word.lower() for word in re.findall(NAMED, self.text))

    @cached_property
    def counts(self) -> frozenset[str]:
        """The stems of what stands beside its numbers."""
        found: set[str] = set()
        tokens = TOKEN.findall(self._bare.lower())
        for at, token in enumerate(tokens):
            if COUNT.fullmatch(token):
                found.update(map(stem, (*tokens[max(0, at - BEFORE) : at], *tokens[at + 1 : at + 1 + AFTER])))
        return frozenset(found)

    @cached_property
    def _mentions(self) -> list[Mention]:
        return find_periods(self.text)

    @cached_property
    def _bare(self) -> str:
        """Its text without the periods it names."""
        return without_periods(self.text, self._mentions)

    @cached_property
    def is_reference(self) -> bool:
        """Whether it points elsewhere by an address."""
        return REFERENCE.search(self.text) is not None


class Lines:
    """The lines of a chunk, with what they share.

    `asked` are the stems of each way in which people ask for its lines, in the order of the chunk's wordings.
    """

    def __init__(self, chunk: Chunk, stemmed: Stems) -> None:
        """But for `asked` nothing is worked out before it is asked for."""
        self.chunk = chunk
        self.is_unasked = not chunk.asked
        self._stemmed = stemmed
        self.asked = [stemmed(wording) for _, wording in chunk.asked]
        self.each = [Line(text, stemmed, self._asked_of(number)) for number, text in enumerate(chunk.lines)]
        self.kind = chunk.passage.kind if chunk.passage else "row"
        self.is_numbered = NUMBERED.match(chunk.locator.place) is not None

    def _asked_of(self, number: int) -> list[list[str]]:
        return [typed for (at, _), typed in zip(self.chunk.asked, self.asked, strict=True) if at == number]

    @cached_property
    def in_text(self) -> Counter[str]:
        """How often each stem stands in the whole text."""
        return Counter(self._stemmed(self.chunk.text))

    @cached_property
    def in_heading(self) -> Counter[str]:
        """How often each stem stands in its surroundings."""
        return Counter(stems(f"{self.chunk.publication.publisher} {self.chunk.heading} {self.chunk.locator.named}"))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the whole text."""
        return frozenset(self.in_text)

    @cached_property
    def heading(self) -> frozenset[str]:
        """The stems of its surroundings."""
        return frozenset(self.in_heading)

    @cached_property
    def section(self) -> frozenset[str]:
        """The stems of the nearest heading."""
        return frozenset(stems(self.chunk.heading.rpartition(" > ")[2]))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods that the text or its surroundings name."""
        return (*_periods(self.chunk.text), *_of_heading(self.chunk.heading))


def _periods(text: str) -> tuple[Period, ...]:
    return tuple(mention.period for mention in find_periods(text))


_of_heading = lru_cache(maxsize=1000)(_periods)  # many chunks stand under one heading
