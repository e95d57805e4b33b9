"""A question read: folded, slips mended, and every name of what is held recognised in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from assistant import bounds, padding, shapes, when
from assistant.cells import CellFinder, CellMatch
from assistant.holdings import Family, Holdings
from assistant.recognise import ASKING, BRACKETS, Match, Recogniser, best, families
from assistant.several import several
from assistant.words import contains, fold, stems, wording
from corpus.aliases import Aliases
from corpus.periods import Mention, find_periods, without_periods

LEAST_TOLD, LEAST_NAMED, SURELY_NAMED, SURELY_TOLD = 0.6, 0.3, 0.75, 0.95
FAIRLY_TOLD = 0.7  # where the name is only partly given
BARELY_NAMED = 0.2  # by a question that is wholly told and asks for performance
HALF_NAMED = 0.55  # of the name of a measure without a code
MOST_CHOICES = 6
RATING_WORDS = wording("rating")
TALK = wording("talk")
OR_BETTER = r"\s+(?:or|and) (?:better|above|higher|up|more|over)\b"
OR_WORSE = r"\s+(?:or|and) (?:worse|below|lower|under|less)\b"
ON_A = re.compile(
    r"\b(?:rated|ratings?(?: of)?|graded?|scor(?:e[sd]?|ing)(?: of)?|on|got|gets?|given|received|awarded)"
    r"(?: (?:at (?:least|most)|no (?:better|higher|worse|lower) than|not|below|under|above|over"
    r"|(?:better|worse|higher|lower|more|less) than))*(?: an?)? (\d)\b"
    r"(?P<more>(?:s?\s*(?:,|or|and|/)\s*(?:an? )?\d)*)"
    r"(?!\s*(?:%|out of|of|points?|per|measures?|targets?|service|\.\d|(?:st|nd|rd|th)\b))"
)
AT_LEAST = r"(?:at least|no (?:worse|lower) than|not (?:below|under|worse than|lower than)) (?:an? )?"
AT_MOST = r"(?:at most|no (?:better|higher) than|not (?:above|over|better than|higher than)) (?:an? )?"


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as the tests for topics see it: folded, slips mended, its names recognised."""

    text: str
    asking: str  # without the names of measures it gives: what a name says is no shape of the question
    bare: str  # without the periods it names
    nameless: str  # without the areas either
    mentions: tuple[Mention, ...]
    matches: tuple[Match, ...]
    meant: tuple[Match, ...] = field(default=(), kw_only=True)  # by meaning, where no words name any
    several: tuple[Match, ...]  # where its pieces name a measure each
    codes: tuple[Family, ...]
    printed: tuple[str, ...]
    unknown: tuple[str, ...]
    areas: tuple[str, ...]
    localities: tuple[str, ...]  # places within areas
    elsewhere: str
    service: str
    services: tuple[str, ...]  # where several are named
    names_main_service: bool
    confirming: bool  # tells what was said elsewhere and asks whether it is so
    excepted: tuple[Family, ...]  # measures that the question leaves out
    publications: tuple[str, ...]
    ratings: tuple[int, ...]
    find_cells: Callable[[], CellMatch | None] = field(compare=False)  # in tables without codes; works when asked
    rating_words: frozenset[str]  # the words of questions about ratings, with the names the bulletins give them

    def has(self, shape: re.Pattern[str]) -> bool:
        """Whether the sentence has a shape."""
        return bool(shape.search(self.asking))

    def residue(self, known: frozenset[str]) -> frozenset[str]:
        """The stems that neither `known` words, areas, asking words nor the shape of the sentence account for."""
        left = self.nameless
        for shape in (when.EVERY_YEAR, *bounds.ACCOUNTED, *shapes.ACCOUNTED, shapes.AGAINST, shapes.COMPARED):
            left = shape.sub(" ", left)
        return frozenset(s for s in stems(left) if s not in known | ASKING | TALK and not s[0].isdigit())

    @property
    def speaks_of_ratings(self) -> bool:
        """Whether it is about the scorecard: by its words, or by a rating's name."""
        return self.has(shapes.RATING) or bool(self.ratings)

    @property
    def is_of_areas(self) -> bool:
        """Whether it names areas or speaks of regions."""
        return bool(self.areas) or self.has(shapes.REGIONS)

    @property
    def named(self) -> list[Match]:
        """The measures the words name well enough: the question accounted for, the name mostly given."""
        if self.meant:
            return list(self.meant)
        if not self.matches:
            return []
        top = self.matches[0]
        if self.several and not (top.told >= SURELY_TOLD and top.named >= SURELY_NAMED):
            return list(self.several)
        performing = any(shape.search(self.text) for shape in shapes.OF_PERFORMANCE)
        performance = top.told >= SURELY_TOLD and performing
        counting = shapes.COUNT.search(self.text) and not shapes.SHARE.search(self.text) and not performing
        if counting and top.named < SURELY_NAMED:
            return []  # how many there were is not the share for which something was done
        least_told = LEAST_TOLD if top.named >= SURELY_NAMED or performing else FAIRLY_TOLD
        enough = top.told >= least_told and top.named >= (BARELY_NAMED if performance else LEAST_NAMED)
        whole = top.named >= HALF_NAMED and top.told >= SURELY_TOLD
        if not enough or not (top.measure.code or top.named >= SURELY_NAMED or whole):
            return []
        if top.named < SURELY_NAMED and top.told >= SURELY_TOLD:
            return [m for m in self.matches if m.told >= SURELY_TOLD][:MOST_CHOICES]
        return best(self.matches)

    @property
    def close(self) -> bool:
        """Whether the words fit several measures about as well."""
        if self.meant:
            return len({(f.service, f.digits) for f in families(self.meant)}) > 1
        if self.several and self.named == list(self.several):
            return False
        found = families(self.named)
        return len({(f.service, f.digits) for f in found}) > 1 and self.named[0].named < SURELY_NAMED


class Reader:
    """Reads questions against what is held."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._aliases = aliases
        self._recogniser = Recogniser(holdings, aliases)
        self._cells = CellFinder(holdings, aliases)

    def read(self, question: str) -> Reading:
        """The reading of one question, whatever was asked before."""
        text = padding.POLITE.sub("", self._recogniser.mend(question))
        confirming = bool(padding.SAID_SO.match(text) or padding.CONFIRM.search(text))
        text = padding.TAG.sub("", padding.SAID_SO.sub("", text))
        text = padding.ASSESSMENT.sub("", padding.PARLIAMENTARY.sub("", text))
        text = padding.REFERENCE.sub(
            lambda match: " ".join(m.text for m in find_periods(match[0]) if m.period.months > 1) + " ", text
        )
        text, excepted = self._without_excepted(text)
        mentions = tuple(find_periods(text))
        bare = without_periods(text)
        naming = bare
        for shape in shapes.UNNAMING:
            naming = shape.sub(" ", naming)
        service = self._recogniser.service(text)
        coded, unknown = self._recogniser.codes(bare, service)
        if service:
            coded = [m for m in coded if m.service == service] or coded
        publications = self._recogniser.publications(text)
        periods = [mention.period for mention in mentions]
        reading = Reading(
            text=text,
            asking=text,
            bare=bare,
            nameless=self._recogniser.places.without(bare),
            mentions=mentions,
            matches=tuple(self._recogniser.measures(naming, service)),
            several=tuple(
                several(naming, lambda piece: self._recogniser.measures(piece, service), self._recogniser.code_shape)
            ),
            codes=tuple(dict.fromkeys(families(Match(m, 1, 1) for m in coded))),
            printed=tuple(m.code for m in coded),
            unknown=tuple(unknown),
            areas=self._recogniser.places.areas(bare),
            localities=self._recogniser.places.localities(bare),
            elsewhere=self._recogniser.elsewhere(bare),
            service=service,
            services=self._recogniser.services(text),
            names_main_service=self._recogniser.main_service(text) != "",
            excepted=excepted,
            confirming=confirming,
            publications=publications,
            find_cells=cache(lambda: self._cells.find(bare, publications, periods)),
            ratings=self._ratings(self._recogniser.places.without_areas(bare)),
            rating_words=self._rating_words,
        )
        return replace(reading, asking=without_names(text, reading.named))

    def areas(self, text: str) -> tuple[str, ...]:
        """The areas held that a folded text names, in its order."""
        return self._recogniser.places.areas(text)

    def without_areas(self, text: str) -> str:
        """A folded text without the areas held that it names."""
        return self._recogniser.places.without_areas(text)

    def _without_excepted(self, text: str) -> tuple[str, tuple[Family, ...]]:
        """A folded text without the measures it says to leave out, and those."""
        match = shapes.EXCEPT.search(text)
        if match is None:
            return text, ()
        clause, comma, rest = text[match.end() :].partition(",")
        before = text[: match.start()]
        left = f"{before}{comma} {rest}" if before.strip() == "" else before
        said = clause if before.strip() == "" else text[match.end() :]
        coded = [Match(measure, 1, 1) for measure in self._recogniser.codes(said)[0]]
        named = coded or best(self._recogniser.measures(without_periods(said)))
        sure = [m for m in named if m.told >= LEAST_TOLD]
        return (left, families(sure)) if sure else (text, ())

    def _ratings(self, text: str) -> tuple[int, ...]:
        """The ratings that a folded text asks for, highest first: those named, or all from or up to one."""
        held = sorted({rating for _, rating in self._rating_forms}, reverse=True)
        found: dict[int, str] = {}
        left = text
        for form, rating in self._rating_forms:
            if contains(left, form):
                found.setdefault(rating, re.escape(form))
                left = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", left)
        for match in ON_A.finditer(left):
            for digit in [match[1], *re.findall(r"\d", match["more"])]:
                if int(digit) in held:
                    found.setdefault(int(digit), digit)
        if len(found) != 1:
            return _without_denied(text, found, held)
        ((rating, form),) = found.items()
        kept: Sequence[tuple[str, Callable[[int], bool]]] = (
            (rf"{form}{OR_BETTER}|{AT_LEAST}{form}", lambda other: other >= rating),
            (rf"{form}{OR_WORSE}|{AT_MOST}{form}", lambda other: other <= rating),
            (
                rf"(?:below|under|worse than|less than|lower than) (?:an? )?{form}",
                lambda other: other < rating,
            ),
            (rf"(?:above|better than|higher than|over) (?:an? )?{form}", lambda other: other > rating),
            (
                rf"(?:not|\w+n't|other than|except|apart from|fail(?:ed|ing)? to)(?: (?:be|being|get|getting|make|rated"
                rf"|an?|as|given|achieve|reach))* {form}",
                lambda other: other != rating,
            ),
        )
        keeps = next((keep for shape, keep in kept if re.search(rf"(?<!\w)(?:{shape})(?!\w)", text)), None)
        return tuple(other for other in held if keeps(other)) if keeps else (rating,)

    @cached_property
    def _rating_words(self) -> frozenset[str]:
        """The words of questions about ratings: those of the wording, and the names the bulletins give them."""
        return RATING_WORDS | frozenset(stem for form, _ in self._rating_forms for stem in stems(form))

    @cached_property
    def _rating_forms(self) -> list[tuple[str, int]]:
        """How ratings are called, as published or by an alias, with the rating; the longest first."""
        bands = [band for edition in self._holdings.editions for band in edition.document.bands]
        forms = {(fold(form), b.rating) for b in bands for form in (b.name, *self._aliases.ratings.get(b.name, ()))}
        return sorted(forms, key=lambda pair: (-len(pair[0]), pair))


def _without_denied(text: str, found: Mapping[int, str], held: Sequence[int]) -> tuple[int, ...]:
    """Of several ratings `found` with how they are said, highest first, those a text does not deny: the first alone
    of "good but not outstanding", and of "neither good nor outstanding" the others held."""
    forms = "|".join(found.values())
    none = rf"\b(?:neither|not|\w+n't)(?: (?:either|rated|an?))* (?:{forms}) n?or (?:an? )?(?:{forms})(?!\w)"
    if found and re.search(none, text):
        return tuple(other for other in held if other not in found)
    kept = [rating for rating, form in found.items() if not re.search(rf"\bnot (?:an? )?{form}(?!\w)", text)]
    if found and not kept:
        return tuple(other for other in held if other not in found)
    return tuple(sorted(kept, reverse=True))


def without_names(text: str, named: Sequence[Match]) -> str:
    """A folded text without the runs of two words or more that stand in the names of measures it gives."""
    for stemmed in {frozenset(stems(BRACKETS.sub(" ", match.measure.name))) for match in named}:
        run: list[tuple[int, int, bool]] = []
        for word in [*re.finditer(r"[\w'-]+", text), None]:
            own = stems(word[0]) if word else ["."]
            if word and (not own or set(own) <= stemmed):
                run.append((word.start(), word.end(), bool(own)))
                continue
            while run and not run[-1][2]:
                run.pop()
            while run and not run[0][2]:
                run.pop(0)
            if len([True for *_, telling in run if telling]) > 1:
                text = text[: run[0][0]] + " " * (run[-1][1] - run[0][0]) + text[run[-1][1] :]
            run = []
    return text
