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
from assistant.reading import Reading
from assistant.recognise import ASKING, BRACKETS, Match
from assistant.units import Unit, Units
from assistant.words import contains, fold, stems, wording, words
from corpus.aliases import Aliases
from corpus.everyday import Everyday
from corpus.models import Measure
from index.embed import Embedder
from index.words import stem

LEAST_TOLD, LEAST_NAMED, LEAST_COSINE = 0.5, 0.62, 0.2
LEAST = 1.9  # of told, named and cosine together
MARGIN = 0.15  # a measure that scores so little less is named beside the likeliest
MOST_CHOICES = 4
LIKE = 3  # everyday words of an entry that are put into a name to be embedded
NOT_A_FIGURE = re.compile(
    r"^(?:who|when|where|why|which|explain|describe|define|list|name)\b|\bwhat (?:is|are|was|were|does|do) (?:an?|the difference)\b"
    r"|£|\bhow (?:long|much (?:is|are|was|were|does|do|did|money))\b"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A measure with how well a question fits it."""

    match: Match
    cosine: float  # of the question with the nearest way to say the name, -1 to 1

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
        meant = [m for m in self._with_cosine(likely, question) if m.cosine >= LEAST_COSINE and m.score >= LEAST]
        meant.sort(key=lambda m: (-m.score, m.match.measure.code))
        best = {family(m.match.measure): m.match for m in reversed(meant) if m.score >= meant[0].score - MARGIN}
        return sorted(best.values(), key=[m.match for m in meant].index)[:MOST_CHOICES]

    def _may_mean(self, reading: Reading) -> bool:
        """Whether a question asks for a figure of what the bulletins cover."""
        told_otherwise = reading.publications or reading.elsewhere or reading.codes or reading.unknown
        shaped = any(map(reading.has, (shapes.DEFINITION, shapes.WHY_OR_HOW))) or NOT_A_FIGURE.search(reading.text)
        asked = [mention.period for mention in reading.mentions]
        held = all(any(year.holds(p) or p.holds(year) for year in self._years) for p in asked)
        return not told_otherwise and held and (not shaped or reading.has(shapes.SHARE))

    def _by_words(self, reading: Reading) -> list[Match]:
        """The measures that everyday words make likely, where no number or word speaks against them."""
        text, service = self._of_service(reading)
        units = self._units.units(text)
        lengths = self._units.lengths(text)
        against = self._against
        found = []
        for measure in self._measures:
            if measure.service != service or not lengths <= self._units.lengths(measure.name):
                continue
            if any(unit.said in against for unit in units if not unit.stands_for & self._names[measure]):
                continue
            match = self._match(measure, units)
            if match.told >= LEAST_TOLD and match.named >= LEAST_NAMED:
                found.append(match)
        return found

    def _of_service(self, reading: Reading) -> tuple[str, str]:
        """The words of a question without those that name a service, and that service, or the main one."""
        text, named = reading.nameless, reading.service
        for service, forms in self._service_forms:
            for form in forms:
                if contains(text, form):
                    text, named = re.sub(rf"(?<!\w){re.escape(fold(form))}(?!\w)", " ", text), named or service
        return text, named or self._aliases.main_service

    @cached_property
    def _service_forms(self) -> list[tuple[str, list[str]]]:
        """The services besides the main one, and what they are called; longer names first."""
        names = [name for name in self._aliases.services if name != self._aliases.main_service]
        forms = [(n, [*self._aliases.services[n], *self._everyday.services.get(n, ())]) for n in names]
        return [(name, sorted(said, key=len, reverse=True)) for name, said in forms]

    def _match(self, measure: Measure, units: Sequence[Unit]) -> Match:
        """How much of a question a measure's name accounts for, and how much of the name the question gives."""
        name = self._names[measure]
        told = [unit for unit in units if unit.stands_for & name]
        rest = [unit for unit in units if not unit.stands_for & name and not unit.neutral]
        given = {s for unit in told for s in unit.stands_for & name}
        for_it = sum(max(self._weights[s] for s in unit.stands_for & name) for unit in told)
        against = sum(max((self._weights[s] for s in unit.stands_for), default=self._rarest) for unit in rest)
        named = sum(self._weights[s] for s in given) / sum(self._weights[s] for s in name)
        return Match(measure, named, for_it / (for_it + against) if for_it else 0.0)

    def _with_cosine(self, likely: Sequence[Match], question: str) -> list[Meant]:
        """The likely measures with how near their names are to the question; one call of the embedder for all."""
        said = {match.measure: self._ways_to_say(match.measure.name) for match in likely}
        texts = [question, *dict.fromkeys(text for ways in said.values() for text in ways)]
        vectors = dict(zip(texts, self._embedder.embed(texts), strict=True))
        asked = vectors[question]

        def cosine(measure: Measure) -> float:
            return max(sum(a * b for a, b in zip(asked, vectors[way], strict=True)) for way in said[measure])

        return [Meant(match, cosine(match.measure)) for match in likely]

    def _ways_to_say(self, name: str) -> list[str]:
        """A name in short, then with everyday words in place of its own, one at a time."""
        plain = fold(BRACKETS.sub(" ", name))
        for short, long in self._aliases.short_forms.items():
            plain = re.sub(rf"(?<!\w){re.escape(fold(short))}(?!\w)", long[0], plain)
        entries = [(published, (said,)) for said, published in self._aliases.measure_words.items()]
        entries += [(published, said[:LIKE]) for published, said in self._everyday.like.items()]
        ways = [
            re.sub(rf"(?<!\w){re.escape(published)}(?!\w)", said, plain)
            for published, phrases in entries
            if contains(plain, published)
            for said in phrases
        ]
        return list(dict.fromkeys([plain, *ways]))

    @cached_property
    def _names(self) -> dict[Measure, frozenset[str]]:
        """The stems of each name, without brackets and without the names of services."""
        service = {stem(w) for forms in self._aliases.services.values() for form in forms for w in words(form)}
        names = {m: frozenset(stems(BRACKETS.sub(" ", m.name))) for m in self._measures}
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
    def _rarest(self) -> float:
        return max(self._weights.values(), default=1.0)

    @cached_property
    def _against(self) -> frozenset[str]:
        """The stems of words that no measure's figure answers."""
        return frozenset(map(stem, self._everyday.against)) | wording("breakdown") - ASKING

    @cached_property
    def _units(self) -> Units:
        return Units(self._aliases, self._everyday, self._weights)
