"""The measure a question means without naming it: by everyday words and by meaning together, or none.

Only for questions that would otherwise be answered from passages. A measure is believed where everyday words account
for the question and for the measure's name, where the embedding model finds the same, and where no number and no word
of the question speaks against it. Precision goes before recall: a wrong figure is worse than none.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant import shapes
from assistant.holdings import Family, Holdings, family
from assistant.opposed import Pairs, excludes, opposed_pairs
from assistant.reading import Reading
from assistant.recognise import BRACKETS, Match
from assistant.units import Unit, Units, lengths, numbered
from assistant.words import contains, fold, stems, words
from corpus.aliases import Aliases
from corpus.everyday import Everyday
from corpus.models import Measure
from index.embed import Embedder
from index.words import stem

LEAST_TOLD, LEAST_NAMED, LEAST_COSINE = 0.65, 0.62, 0.2
LEAST = 1.9  # of told, named and cosine together
MARGIN = 0.15  # a measure that scores so little less is named beside the likeliest
ALL_TOLD = 0.95
MOST_CHOICES = 4
LENGTH_COUNTS = 0.5  # beside other words of a name; a length of time is held to agree besides
LIKE = 3  # everyday words of an entry that are put into a name to be embedded
NO_FIGURE = re.compile(
    r"^(?:who|when|where|why|which|explain|describe|define|list|name)\b"
    r"|\bwhat (?:is|are|was|were|does|do) (?:an?|the difference)\b"
    r"|£|\bhow (?:long|much (?:is|are|was|were|does|do|did|money))\b"
)


@dataclass(frozen=True, slots=True)
class Likely:
    """A measure that words make likely: how well, by which words of the question, and how long a time it names."""

    match: Match
    by: frozenset[str]
    lengths: frozenset[tuple[str, str]]
    cosine: float = 0.0  # of the question with the nearest way to say the name, -1 to 1

    @property
    def score(self) -> float:
        """0 to 3."""
        return self.match.told + self.match.named + self.cosine


class ByMeaning:
    """Finds the measures that questions mean."""

    def __init__(self, holdings: Holdings, aliases: Aliases, everyday: Everyday, embedder: Embedder) -> None:
        """`embedder` is asked only where words make a measure likely; it had better remember (index/remembered.py)."""
        self._measures = [measure for measure in holdings.measures if measure.code]
        self._years = [edition.year for edition in holdings.editions]
        self._aliases = aliases
        self._everyday = everyday
        self._embedder = embedder

    def measures(self, reading: Reading, question: str) -> list[Match]:
        """The measures a question may mean, likeliest first: several where they are close, none where none is sure.

        `question` is as it will be searched, so that it is embedded once for both.
        """
        likely = self._by_words(reading) if self._may_mean(reading) else []
        if not likely:
            return []
        meant = [item for item in self._compared(likely, question) if item.cosine >= LEAST_COSINE]
        meant.sort(key=lambda item: (-item.score, item.match.measure.code))
        best: dict[Family, Likely] = {}
        for item in meant:
            if item.score >= max(LEAST, meant[0].score - MARGIN):
                best.setdefault(family(item.match.measure), item)
        return [item.match for item in best.values()][:MOST_CHOICES] if _tells([*best.values()]) else []

    def rest(self, text: str, matches: Sequence[Match]) -> str:
        """A folded text without the words that measures are meant by: what says a name is no shape of the question."""
        text = self._numbered(text)
        names = frozenset[str]().union(*(self._names[match.measure] for match in matches))
        for unit in reversed(self._units.units(text)):
            if unit.stands_for & names:
                text = text[: unit.start] + " " * (unit.end - unit.start) + text[unit.end :]
        return text

    def _may_mean(self, reading: Reading) -> bool:
        """Whether a question asks for a figure of what the bulletins cover."""
        told_otherwise = reading.publications or reading.elsewhere or reading.codes or reading.unknown
        shaped = any(map(reading.has, (shapes.DEFINITION, shapes.WHY_OR_HOW))) or NO_FIGURE.search(reading.text)
        asked = [mention.period for mention in reading.mentions]
        held = all(any(year.holds(p) or p.holds(year) for year in self._years) for p in asked)
        return not told_otherwise and held and (not shaped or reading.has(shapes.SHARE))

    def _by_words(self, reading: Reading) -> list[Likely]:
        """The measures that everyday words make likely, where no number or word speaks against them."""
        text, service = self._of_service(reading)
        text = self._numbered(text)
        units = self._units.units(text)
        found = []
        for measure, name in self._names.items():
            of_time = frozenset(lengths(self._numbered(measure.name)))
            if measure.service != service or not lengths(text) <= of_time or self._opposed(name, units):
                continue
            match = self._match(measure, units)
            if match.told >= LEAST_TOLD and match.named >= LEAST_NAMED:
                by = frozenset(unit.said for unit in units if unit.stands_for & name)
                found.append(Likely(match, by, of_time))
        return found

    def _of_service(self, reading: Reading) -> tuple[str, str]:
        """The words of a question without those that name a service, and that service, or the main one."""
        text, named = reading.nameless, reading.service
        for form, service in self._service_forms:
            if contains(text, form):
                text, named = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", text), named or service
        return text, named or self._aliases.main_service

    @cached_property
    def _service_forms(self) -> list[tuple[str, str]]:
        """What the services besides the main one are called, longer names first."""
        names = [name for name in self._aliases.services if name != self._aliases.main_service]
        said = {name: (*self._aliases.services[name], *self._everyday.services.get(name, ())) for name in names}
        return sorted(((fold(form), name) for name in names for form in said[name]), key=lambda pair: -len(pair[0]))

    def _opposed(self, name: frozenset[str], units: Sequence[Unit]) -> bool:
        """Whether a question says what no figure answers, or what excludes a word of the name."""
        said = frozenset[str]().union(*(unit.stands_for for unit in units))
        excluded = excludes(name, said, self._exclusive)
        return excluded or any(unit.against for unit in units if not unit.stands_for & name)

    @cached_property
    def _exclusive(self) -> Pairs:
        return opposed_pairs(self._everyday.opposed)

    def _match(self, measure: Measure, units: Sequence[Unit]) -> Match:
        """How much of a question a measure's name accounts for, and how much of the name the question gives."""
        name, weights = self._names[measure], dict(self._weights)
        for item in name & {stem(part) for length in lengths(self._numbered(measure.name)) for part in length}:
            weights[item] *= LENGTH_COUNTS
        told = [unit.stands_for & name for unit in units if unit.stands_for & name]
        rest = [unit.stands_for for unit in units if not unit.stands_for & name and not unit.neutral]
        for_it = sum(max(weights[item] for item in found) for found in told)
        against = sum(max((weights[item] for item in found), default=max(weights.values())) for found in rest)
        given = frozenset[str]().union(*told)
        named = sum(weights[item] for item in given) / sum(weights[item] for item in name)
        return Match(measure, named, for_it / (for_it + against) if for_it else 0.0)

    def _compared(self, likely: Sequence[Likely], question: str) -> list[Likely]:
        """The likely measures with how near their names are to the question; one call of the embedder for all."""
        said = {item.match.measure: self._ways_to_say(item.match.measure.name) for item in likely}
        texts = [question, *dict.fromkeys(way for ways in said.values() for way in ways)]
        vectors = dict(zip(texts, self._embedder.embed(texts), strict=True))
        asked = vectors[question]
        cosines = {way: sum(a * b for a, b in zip(asked, vectors[way], strict=True)) for way in texts}
        return [
            Likely(item.match, item.by, item.lengths, max(cosines[way] for way in said[item.match.measure]))
            for item in likely
        ]

    def _ways_to_say(self, name: str) -> list[str]:
        """A name in short, then with everyday words in place of its own, one at a time."""
        plain = " ".join(fold(BRACKETS.sub(" ", name)).split())
        for short, long in self._aliases.short_forms.items():
            plain = re.sub(rf"(?<!\w){re.escape(fold(short))}(?!\w)", long[0], plain)
        entries = [(published, said) for said, published in self._aliases.measure_words.items()]
        entries += [(published, said) for published, phrases in self._everyday.like.items() for said in phrases[:LIKE]]
        ways = [
            re.sub(rf"(?<!\w){re.escape(published)}(?!\w)", said, plain)
            for published, said in entries
            if contains(plain, published)
        ]
        return list(dict.fromkeys([plain, *ways]))

    def _numbered(self, text: str) -> str:
        return numbered(text, self._everyday.numbers)

    @cached_property
    def _names(self) -> dict[Measure, frozenset[str]]:
        """The stems of each name, without brackets and without the names of services."""
        service = {stem(w) for forms in self._aliases.services.values() for form in forms for w in words(form)}
        names = {m: frozenset(stems(self._numbered(BRACKETS.sub(" ", m.name)))) for m in self._measures}
        return {measure: name - service or name for measure, name in names.items()}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """How telling a stem is among the names of measure families: rarer, more."""
        by_family: dict[Family, set[str]] = {}
        for measure, name in self._names.items():
            by_family.setdefault(family(measure), set()).update(name)
        counts = Counter(item for name in by_family.values() for item in name)
        return {item: math.log(1 + len(by_family) / count) for item, count in counts.items()}

    @cached_property
    def _units(self) -> Units:
        return Units(self._aliases, self._everyday, self._weights)


def _tells(best: Sequence[Likely]) -> bool:
    """Whether a question says enough to be about one of these: all of it told, or more than what they share.

    Measures that differ in a length of time share the rest of their names, and one may leave it unsaid.
    """
    alike = len(best) > 1 and len({item.by for item in best}) == 1 and len({item.lengths for item in best}) == 1
    return not alike or best[0].match.told >= ALL_TOLD
