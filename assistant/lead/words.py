"""The words of a model's sentence beside names and figures: only such as claim nothing by themselves."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from assistant.lead.evidence import Source
from assistant.words import contains, fold, words
from corpus.aliases import aliases
from index.words import stem

WORD = re.compile(r"[^\W\d_][\w'’]*")


@cache
def listed(name: str) -> frozenset[str]:
    """The stems of one list of neutral.toml."""
    raw = tomllib.loads(files("assistant.lead").joinpath("neutral.toml").read_text(encoding="utf-8"))
    return frozenset(stem(word) for word in words(raw[name]))


@cache
def neutral() -> frozenset[str]:
    """The stems of words that claim nothing."""
    return listed("grammar") | listed("saying") | listed("measuring")


@cache
def binding() -> frozenset[str]:
    """The stems of words of extent, order and cause."""
    return listed("binding")


@cache
def framing() -> frozenset[str]:
    """The stems of words that say who publishes something, and where."""
    return listed("saying") | listed("pointing")


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that are no numbers."""
    return frozenset(stem(word) for word in words(text) if not word[0].isdigit())


def turns(text: str) -> frozenset[str]:
    """The stems in a text that turn a sentence round: not, never, without, failed."""
    return stems_of(text) & listed("turning")


def unknown(text: str, *, of_measures: bool = False) -> list[str]:
    """The words of a text, names and figures taken out, that are not known to claim nothing, as written.

    Beside rows `of_measures` words of the scorecard claim something.
    """
    known = (neutral() | binding() | listed("turning")) - (listed("scorecard") if of_measures else frozenset())
    return [word for word in WORD.findall(text) if not stems_of(word) <= known]


def unbound(text: str, whole: str, sources: Sequence[Source]) -> list[str]:
    """The words of extent, order and cause in a text that no sentence of a source says of what the `whole` is about."""
    said = stems_of(text)
    bound = said & binding()
    if not bound:
        return []
    places = stems_of(" ".join(_places(sources)))
    about = stems_of(whole) - neutral() - binding() - turns(whole) - places
    lines = [stems_of(line) for source in sources for line in (*source.quoted, *source.said)]
    left = {word for word in bound if not any(word in line and about <= line for line in lines)}
    return [word for word in WORD.findall(text) if stems_of(word) & left]


def _places(sources: Sequence[Source]) -> Iterator[str]:
    """The areas that sources cover; what is said of a source is said of them."""
    for source in sources:
        yield source.citation.publication.geography
        yield from (one.area for one in source.observations)


def aliased(text: str) -> frozenset[str]:
    """The stems of a text that are what people call a measure, area, service or rating of what is held."""
    folded = fold(text)
    named = (
        *aliases().areas.items(),
        *aliases().services.items(),
        *aliases().ratings.items(),
        *aliases().short_forms.items(),
    )
    forms = [form for name, written in named for form in (name, *written) if contains(folded, form)]
    forms += [form for form in aliases().measure_words if contains(folded, form)]
    return stems_of(" ".join(forms))
