"""Names in a question: codes, measures by their words, areas, services, numbers.

Everything is matched against what is held and against the aliases beside the library; nothing here
knows a measure, a region or a year.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.bounds import NUMBERS
from assistant.holdings import Family, Holdings, family
from assistant.opposed import Pairs, excludes, opposed_pairs
from assistant.places import Places
from assistant.words import contains, fold, listed_words, stems, wording, words
from corpus.aliases import Aliases
from corpus.everyday import everyday
from corpus.models import Measure
from corpus.periods import MONTH
from index.words import Vocabulary, stem

# Words that ask about a measure without naming it; they neither speak for nor against a match.
ASKING = wording("asking")
PADDING = ASKING | wording("talk")
FIRST = 1000  # what a word in a name of what is held counts for beside one in a text
A_MONTH = re.compile(MONTH)
ARTICLES = ("a", "in", "is", "on", "of", "or", "to", "vs", "at", "by", "as", "it", "an")
DURATION = re.compile(r"\b(\d+) (?:business |working |calendar )?(day|week|month|year)s?\b")
BRACKETS = re.compile(r"[\[(][^\])]*[\])]")
VALUE = re.compile(
    r"(?<![\w.,£/-])(\d{1,3}(?:\.\d+)?)(?=\s?(?:%|per ?cent|percent))"
    r"|(?<![\w.,£/-])(\d{1,3}\.\d+)(?!\w|[.,]\d)"
    r"|scor(?:e|es|ed|ing)(?: of)? (\d{1,3})(?![\d%]|[.,]\d|\s?per)"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A measure a question may name. `named` is the share of its name that the question gives, `told` the
    share of the question that its name accounts for; both 0 to 1, weighted by how rare the words are."""

    measure: Measure
    named: float
    told: float

    @property
    def score(self) -> float:
        """Both shares in one number, 0 to 1, the question's counting more."""
        if not self.named or not self.told:
            return 0.0
        return 1.25 * self.named * self.told / (0.25 * self.told + self.named)


class Recogniser:
    """Finds in a question the names of what is held."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._aliases = aliases
        self.places = Places(holdings.areas, aliases)

    @cached_property
    def _names(self) -> dict[Measure, frozenset[str]]:
        """What each measure is called; words of a service name none of its measures apart."""
        service = {stem(w) for forms in self._aliases.services.values() for form in forms for w in words(form)}
        named = {m: frozenset(stems(_spoken(m.name))) for m in self._holdings.measures}
        return {m: (name - service or name) if m.code else name for m, name in named.items()}

    @cached_property
    def _bracketed(self) -> dict[Measure, frozenset[str]]:
        """What stands in brackets in a name: said by some, missed by none."""
        return {m: frozenset(stems(" ".join(BRACKETS.findall(m.name)))) for m in self._holdings.measures}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """How telling a stem is among measure names: rarer, more."""
        total = len(self._names)
        counts: dict[str, int] = {}
        for found in self._names.values():
            for item in found:
                counts[item] = counts.get(item, 0) + 1
        return {item: math.log(1 + total / count) for item, count in counts.items()}

    @cached_property
    def _said(self) -> Counter[str]:
        """How often every word stands in the documents, aliases and wording; names of what is held first."""
        aliases = self._aliases
        texts: list[str] = [p.text for _, p in self._holdings.passages()]
        texts += [cell for d in self._holdings.documents for t in d.tables for row in t.rows for cell in row]
        texts += [*aliases.measure_words, *aliases.measure_words.values(), *aliases.short_forms]
        texts += everyday().words
        texts += [form for forms in (*aliases.areas.values(), *aliases.ratings.values()) for form in forms]
        said = Counter(w for text in texts for w in words(text))
        for name in ("stop", "spoken", "asking", "rating", "tally", "generic", "talk"):
            said.update(listed_words(name))
        named = [*(m.name for m in self._holdings.measures), *self._holdings.areas]
        said.update({word: FIRST for held in named for word in words(held)})
        return said

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._said)

    def mend(self, text: str) -> str:
        """The folded text with typing slips put right, towards the names of what is held where two are as near."""
        return re.sub(
            r"(?<!')\b[a-z]+\b(?!')",
            lambda match: match[0] if self._is_certain(match[0]) else self._vocabulary.mended(match[0]),
            fold(text),
        )

    def _is_certain(self, word: str) -> bool:
        return A_MONTH.fullmatch(word) is not None or self.places.is_of_locality(word)

    @cached_property
    def code_shape(self) -> re.Pattern[str] | None:
        """What a code looks like, by the letters that codes held begin with; None without any code."""
        letters = "|".join(sorted({re.match(r"[A-Z]+", code)[0] for code in self._holdings.codes}))  # type: ignore[index]
        return (
            re.compile(rf"\b({letters})[\s-]?0*(\d{{1,3}})(?:([a-z]{{1,2}})\b|\b(?: ([a-z]{{1,2}})\b)?)", re.I)
            if letters
            else None
        )

    def codes(self, text: str, service: str = "") -> tuple[list[Measure], list[str]]:
        """The measures given as codes, of the service where it has them, and the codes not held, as written."""
        found: list[Measure] = []
        unknown: list[str] = []
        for match in self.code_shape.finditer(text) if self.code_shape else ():
            apart = list(self._exactly(match[1].upper(), int(match[2]), match[4])) if match[4] else []
            held = apart or list(self._coded(match[1].upper(), int(match[2]), match[3] or "", service))
            held = held or list(self._coded(match[1].upper(), int(match[2]), match[3] or ""))
            found += held
            if not held:
                unknown.append(
                    re.sub(
                        r"[\s-]+", "", match[0] if not match[4] else match[0][: match.start(4) - match.start()]
                    ).upper()
                )
        return list(dict.fromkeys(found)), unknown

    def _exactly(self, letters: str, digits: int, tail: str) -> Iterable[Measure]:
        """Measures whose code ends in letters that were typed apart ("SL 15 Sb"); an article is no such letter."""
        same = self._coded(letters, digits, tail)
        return [m for m in same if m.code.lower().endswith(tail.lower()) and tail.lower() not in ARTICLES]

    def _coded(self, letters: str, digits: int, tail: str, service: str = "") -> Iterable[Measure]:
        """Measures of a code as typed: exactly that one, else its revisions and parts."""
        same = [
            m for m in self._holdings.measures
            if m.code and (f := family(m)).letters == letters and int(f.digits) == digits and service in ("", m.service)
        ]  # fmt: skip
        suffix = {m: m.code[len(family(m).letters) + len(family(m).digits) :].lower() for m in same}
        exact = [m for m in same if suffix[m] == tail.lower()]
        return exact or [m for m in same if not tail or family(m).part == tail.lower()]

    def measures(self, text: str, service: str = "") -> list[Match]:
        """The measures that the words of a folded text may name, likeliest first: as typed, or by everyday words."""
        lasting = self._durations(self._published(text))
        found: dict[Measure, Match] = {}
        for asked in dict.fromkeys((self._asked(text), self._asked(self._published(text)))):
            for measure in self._names:
                other = service and measure.service != service
                if other or (lasting and self._lasting[measure] and not lasting & self._lasting[measure]):
                    continue  # "six months" names no measure at six weeks
                match = self._match(measure, asked)
                if match and (measure not in found or match.score > found[measure].score):
                    found[measure] = match
        return sorted(found.values(), key=lambda m: (-m.score, m.measure.code))

    def _match(self, measure: Measure, asked: frozenset[str]) -> Match | None:
        """How well the stems of a question name a measure; None where they give no telling word of it."""
        name = self._names[measure]
        shared = asked & (name | self._bracketed[measure])
        if not (shared & name) - ASKING and len(shared - ASKING) < 2:
            return None
        if self._excluded(measure, asked):
            return None
        rare = self._rarest
        told = sum(self._weights.get(item, rare) for item in shared)
        rest = sum(self._weights.get(item, rare) for item in asked - shared - PADDING)
        named = min(1.0, told / sum(self._weights[item] for item in name))
        return Match(measure, max(named, self._by_bracket(measure, asked)), told / (told + rest))

    def _excluded(self, measure: Measure, asked: frozenset[str]) -> bool:
        """Whether a question says what no figure of the measure answers, or what excludes a word of its name."""
        name = self._names[measure] | self._bracketed[measure]
        if asked & self._against - name:
            return True
        return excludes(name, asked, self._exclusive)

    @cached_property
    def _exclusive(self) -> Pairs:
        return opposed_pairs(everyday().opposed)

    @cached_property
    def _against(self) -> frozenset[str]:
        return frozenset(map(stem, everyday().against)) - PADDING

    @cached_property
    def _rarest(self) -> float:
        return max(self._weights.values(), default=1.0)

    @cached_property
    def _lasting(self) -> dict[Measure, frozenset[str]]:
        return {measure: self._durations(measure.name) for measure in self._holdings.measures}

    def _durations(self, text: str) -> frozenset[str]:
        """The lengths of time that a text names, in one form: "6 month"."""
        told = re.sub(r"[a-z]+", lambda match: str(NUMBERS.get(match[0], match[0])), fold(text))
        return frozenset(f"{count} {unit}" for count, unit in DURATION.findall(told))

    def _by_bracket(self, measure: Measure, asked: frozenset[str]) -> float:
        """The share of what stands in brackets in a name that is given, 0 to 1; a word alone there names nothing."""
        bracketed = self._bracketed[measure]
        return len(bracketed & asked) / len(bracketed) if len(bracketed) > 1 else 0.0

    def _published(self, text: str) -> str:
        """A folded text with everyday words replaced by the published ones they stand for."""
        for phrase, published in self._everyday.items():
            if phrase in text and contains(text, phrase):
                text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", f" {published} ", text)
        return text

    @cached_property
    def _everyday(self) -> dict[str, str]:
        """Everyday words and short forms, the longest first, with the published words they stand for."""
        services = {fold(form) for forms in self._aliases.services.values() for form in forms}
        short = {fold(form): long[0] for form, long in self._aliases.short_forms.items() if fold(form) not in services}
        every = short | dict(self._aliases.measure_words)
        return {form: every[form] for form in sorted(every, key=len, reverse=True)}

    def _asked(self, text: str) -> frozenset[str]:
        """The stems of a question that could name a measure."""
        text = self.places.without_areas(text)
        return frozenset(item for item in stems(text) if item in self._weights or not item[0].isdigit())

    @cached_property
    def _stems(self) -> frozenset[str]:
        """The stems of the vocabulary; a word that no publication uses says nothing of a measure."""
        return frozenset(stem(word) for word in self._said)

    def publications(self, text: str) -> tuple[str, ...]:
        """The ids of publications that a folded text names by their publisher or its short form, where the
        publisher has a minority of what is held (a question that names the usual one says nothing)."""
        found = []
        for document in self._holdings.documents:
            publisher = fold(document.publication.publisher).removeprefix("the ")
            forms = [
                publisher,
                *(short for short, long in self._aliases.short_forms.items() if publisher in map(fold, long)),
            ]
            if document.publication.series == "" and publisher and any(contains(text, form) for form in forms):
                found.append(document.publication.id)
        return tuple(found)

    def elsewhere(self, text: str) -> str:
        """A place outside the publications' geography that a folded text names, or ""."""
        return next((place for place in self._aliases.elsewhere if contains(text, place)), "")

    def main_service(self, text: str) -> str:
        """The main service, where a folded text names it, or ""."""
        name = self._aliases.main_service
        return name if any(contains(text, form) for form in self._aliases.services[name]) else ""

    def services(self, text: str) -> tuple[str, ...]:
        """All services, where a folded text names the main one joined with another ("probation and CRS"); else none."""
        (_, own), *others = self._aliases.services.items()
        main = "|".join(re.escape(fold(form)) for form in own)
        other = "|".join(re.escape(fold(form)) for _, forms in others for form in forms)
        joined = r"\s+(?:service\s+)?(?:and|or|with|to|v|vs|versus)\s+(?:for\s+|the\s+)*"
        including = re.search(
            rf"\b(?:including|plus|with) (?:the )?(?:{other})\b|\b(?:{other}) (?:too|as well|included)\b", text
        )
        both = including or re.search(rf"\b(?:(?:{main}){joined}(?:{other})|(?:{other}){joined}(?:{main}))\b", text)
        return tuple(self._aliases.services) if both else ()

    def service(self, text: str) -> str:
        """The service a folded text names other than the main one, or ""."""
        _, *others = self._aliases.services.items()
        if self.services(text):
            return ""
        every = "|".join(re.escape(fold(form)) for _, forms in others for form in forms)
        if re.search(rf"\bnot (?:the |a |in )?(?:{every})\b", text):
            return self._aliases.main_service
        return next((name for name, forms in others if any(contains(text, form) for form in forms)), "")


def numbers(text: str) -> tuple[Decimal, ...]:
    """The numbers a text gives as values: with a decimal or a percent sign, or said to be a score."""
    return tuple(Decimal(next(filter(None, groups))) for groups in VALUE.findall(text))


def best(matches: Sequence[Match], margin: float = 0.9) -> list[Match]:
    """The likeliest match and those too close to it to choose between."""
    return [m for m in matches if m.score >= margin * matches[0].score]


def families(matches: Iterable[Match]) -> tuple[Family, ...]:
    """The measure families of matches, in order."""
    return tuple(dict.fromkeys(family(m.measure) for m in matches))


def _spoken(name: str) -> str:
    """A measure's name without what stands in brackets, which people do not say."""
    return BRACKETS.sub(" ", name)
