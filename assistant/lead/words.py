"""The words of a model's sentence: none that is not in the sources marked in it, but for those that claim nothing."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from importlib.resources import files

from assistant.lead.evidence import Source
from assistant.trace import CODE
from assistant.words import contains, fold, words
from corpus.aliases import aliases
from corpus.everyday import everyday
from corpus.periods import without_periods
from corpus.thesaurus import thesaurus
from index.words import stem

WINDOW = 3  # sentences of a quote, standing together, that one sentence of an answer may draw on
WORD = re.compile(r"[^\W\d_][\w'’]*")


@cache
def _list(name: str) -> frozenset[str]:
    raw = tomllib.loads(files("assistant.lead").joinpath("neutral.toml").read_text(encoding="utf-8"))
    return frozenset(stem(word) for word in words(raw[name]))


@cache
def neutral() -> frozenset[str]:
    """The stems of words that claim nothing."""
    return _list("grammar") | _list("saying") | _list("measuring")


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that are no numbers."""
    return frozenset(stem(word) for word in words(text) if not word[0].isdigit())


def turns(text: str) -> frozenset[str]:
    """The stems in a text that turn a sentence round: not, never, without, failed."""
    return stems_of(text) & _list("turning")


def uncovered(text: str, sources: Sequence[Source]) -> list[str]:
    """The words of a text that no source of it bears out, as written. Words of a passage must stand close together."""
    said = stems_of(text) - neutral()
    if not said:
        return []
    left = said - frozenset().union(*(_borne_out(said, source) for source in sources))
    known = frozenset(stem(word) for word in words(" ".join(_alike(text, sources))))
    return [word for word in WORD.findall(text) if stems_of(word) & (left - known)]


def unbound(text: str, sources: Sequence[Source]) -> list[str]:
    """The words of extent, order and cause that no one sentence of a source says of what the text says them of."""
    said = stems_of(text)
    binding = said & _list("binding")
    if not binding:
        return []
    about = said - neutral() - binding - turns(text)
    known = stems_of(" ".join(_alike(text, sources)))
    lines = [stems_of(line) for source in sources for line in (*source.quoted, *source.said)]
    left = {word for word in binding if not any(word in line and about - known <= line for line in lines)}
    return [word for word in WORD.findall(text) if stems_of(word) & left]


def turned(text: str, sources: Sequence[Source]) -> bool:
    """Whether a text says no where the sentence of prose that it draws on does not, or the other way round."""
    prose = [source for source in sources if source.citation.table is None]
    if not prose:
        return bool(turns(text))
    own = stems_of(text) - neutral() - turns(text)
    lines = [line for source in prose for line in source.quoted]
    best = max((len(own & stems_of(line)) for line in lines), default=0)
    if not best:
        return bool(turns(text))
    nearest = [line for line in lines if len(own & stems_of(line)) == best]
    return not any(bool(turns(line)) == bool(turns(text)) for line in nearest)


def without_names(text: str, sources: Sequence[Source]) -> str:
    """A text without periods, codes and the names of the publications and areas of its sources."""
    for source in sources:
        publication = source.citation.publication
        areas = {o.area for o in source.observations} | {publication.geography}
        for name in (publication.title, publication.publisher, str(source.citation.locator), *areas):
            text = re.sub(re.escape(name), " ", text, flags=re.I) if name else text
    return without_periods(CODE.sub(" ", text))


def _borne_out(said: Set[str], source: Source) -> frozenset[str]:
    """The stems of `said` that a source bears out: of prose, by a few sentences together."""
    around = stems_of(_without_titles(source.about, source))
    if source.citation.table is not None:
        return frozenset(said & (around | stems_of(source.citation.quote) | _of_tools(source)))
    spread = [" ".join(source.quoted[n : n + WINDOW]) for n in range(max(1, len(source.quoted) - WINDOW + 1))]
    best = max((stems_of(window) & said for window in (*spread, *source.said)), key=len, default=frozenset())
    return frozenset(best | (around & said))


def _of_tools(source: Source) -> frozenset[str]:
    return stems_of(_without_titles("\n".join(source.said), source))


def _without_titles(text: str, source: Source) -> str:
    """A text without the names of publications: who names a report says nothing with the words of its title."""
    publication = source.citation.publication
    for name in (publication.title, publication.publisher):
        text = text.replace(name, " ") if name else text
    return text


def _alike(text: str, sources: Sequence[Source]) -> Iterator[str]:
    """What people say for words of the sources, where the text says it: everyday words, short forms, a thesaurus."""
    folded, published = fold(text), fold("\n".join(source.text for source in sources))
    pairs: Iterable[tuple[str, Iterable[str]]] = (*everyday().like.items(), *thesaurus().items())
    for term, typed in pairs:
        if contains(published, term):
            yield from (phrase for phrase in typed if contains(folded, phrase))
    for short, long in aliases().short_forms.items():
        forms = (short, *long)
        if any(contains(published, form) for form in forms):
            yield from (form for form in forms if contains(folded, form))
    for form, name in aliases().measure_words.items():
        if contains(folded, form) and stems_of(name) <= stems_of(published):
            yield form
    for name, written in (*aliases().areas.items(), *aliases().services.items(), *aliases().ratings.items()):
        if contains(published, name):
            yield from (form for form in (name, *written) if contains(folded, form))


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
