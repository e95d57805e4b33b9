"""The names that a sentence may give: of the measure, row, column, area and publication of its sources, as published.

A name counts where it stands in one piece: words of a name that are strewn over a sentence say something else.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.lead.evidence import Source
from assistant.lead.written import blanked
from assistant.recognise import BRACKETS
from assistant.trace import CODE
from assistant.words import fold, listed_words
from corpus.aliases import aliases
from corpus.models import Measure
from corpus.roles import without_unit
from index.words import stem

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
LEAST = 2  # words that carry meaning, of a name that is given in part


def without_names(text: str, sources: Sequence[Source]) -> str:
    """A text with the names of its sources blanked, as long as it was; each measure and row is named once."""
    for name in sorted(set(_plain_names(sources)), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", lambda match: " " * len(match[0]), text, flags=re.I)
    for measure in dict.fromkeys(o.measure for source in sources for o in source.observations):
        text = without_measure(text, measure)
    for source in sources:
        for heading in _headings(source):
            text = _without_run(text, heading, whole=True)
    return CODE.sub(lambda match: " " * len(match[0]), text)


def _plain_names(sources: Sequence[Source]) -> Iterator[str]:
    """Publications, places, areas, services and ratings: what they are called, and what people call them."""
    known = aliases()
    yield from (form for name, forms in known.services.items() for form in (name, *forms))
    for source in sources:
        publication = source.citation.publication
        yield from (name for name in (publication.title, publication.publisher, source.dated) if name)
        yield from known.publishers.get(publication.publisher, ())
        yield from (str(source.citation.locator), source.citation.locator.place)
        for area in (publication.geography, *(o.area for o in source.observations)):
            yield from (area, *known.areas.get(area, ()))
        for o in source.observations:
            yield from (o.label, *known.ratings.get(o.label, ())) if o.label else ()


def _headings(source: Source) -> Iterator[str]:
    """The labels and headings of rows that hold no measure with a code."""
    table = source.citation.table
    if table is None or any(o.measure.code for o in source.observations):
        return
    for row in source.citation.rows:
        yield from (table.rows[row][0], table.rows[row][0].rsplit(" - ")[-1])  # "4 - Outstanding"
    yield from (without_unit(heading) for heading in table.headers)


def without_measure(text: str, measure: Measure) -> str:
    """A text without the name of a measure: an everyday name of it, or the longest part of its name in one piece."""
    whole = _without_run(text, measure.name, whole=False)
    short = _without_run(text, BRACKETS.sub(" ", measure.name), whole=False)
    if (bare := min(whole, short, key=lambda one: len(one.split()))) != text:
        return bare
    name = set(_stems(measure.name))
    for form, published in aliases().measure_words.items():
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.I)
        if match and set(_stems(published)) <= name:
            return blanked(text, match.span())
    return text


def _without_run(text: str, name: str, *, whole: bool) -> str:
    """A text without the longest run of its words that is one of a name; the `whole` name where it must be."""
    words = [(match.start(), match.end(), stem(fold(match[0]))) for match in WORD.finditer(text)]
    wanted = _stems(name)
    best: tuple[int, int, int] = (0, 0, 0)
    for at in range(len(words)):
        for begin in range(len(wanted)):
            length = 0
            while at + length < len(words) and begin + length < len(wanted):
                if words[at + length][2] != wanted[begin + length]:
                    break
                length += 1
            best = max(best, (length, -at, begin))
    length, at, begin = best[0], -best[1], best[2]
    told = [word for word in wanted[begin : begin + length] if word not in _stop()]
    enough = length == len(wanted) if whole else len(told) >= min(LEAST, len([w for w in wanted if w not in _stop()]))
    return blanked(text, (words[at][0], words[at + length - 1][1])) if length and enough else text


def _stems(name: str) -> list[str]:
    return [stem(fold(match[0])) for match in WORD.finditer(name)]


def _stop() -> frozenset[str]:
    return frozenset(stem(word) for word in listed_words("stop"))
