"""The words of a sentence with their places, and the names in it that exclude one another."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from corpus.aliases import aliases
from corpus.periods import MONTH, find_periods
from index.words import STOP, WORD, stem, stems

MONTHS = re.compile(rf"{MONTH}$", re.I)
CAPITAL = re.compile(r"(?<=[\w,;:’') ] )[A-Z][a-z]+\b")
PLACED = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Aa]cross|[Ii]nside) ([A-Z][a-z]+)\b(?! [A-Z])")
WHOLE = frozenset(("England and Wales",))  # the area of whatever names none


@dataclass(frozen=True, slots=True)
class Word:
    """A stem that carries meaning, where it stands; a short form stands for its long form too."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a kind that excludes the others of the kind: ("grade", "probation officer")."""

    kind: str
    name: str
    start: int
    end: int


@lru_cache(maxsize=5000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, without its periods, months and numbers."""
    taken = [(mention.start, mention.end) for mention in find_periods(text)]
    found: list[Word] = []
    for match in WORD.finditer(text):
        if match[0][0].isdigit() or any(start <= match.start() < end for start, end in taken):
            continue
        found += _read(match)
    return tuple(found)


def _read(match: re.Match[str]) -> list[Word]:
    word = match[0]
    if MONTHS.match(word):
        return []
    forms = _long_forms().get(word) or (_long_forms().get(word[:-1]) if word.endswith("s") else None)
    parts = [word.lower(), *word.lower().split("-")] if "-" in word else [word.lower()]
    each = [*dict.fromkeys(map(stem, parts)), *(forms or ())]
    return [Word(one, match.start(), match.end()) for one in each if one not in STOP]


def proper_of(text: str) -> frozenset[str]:
    """The stems of words in capitals inside a sentence that are no short form or name of a kind."""
    return frozenset(stem for stem, _ in proper_places(text))


@lru_cache(maxsize=5000)
def proper_places(text: str) -> tuple[tuple[str, str], ...]:
    """Each such stem with the word as it is written, in order."""
    named = [(one.start, one.end) for one in names_of(text)]
    found: list[tuple[str, str]] = []
    for match in CAPITAL.finditer(text):
        if not any(start <= match.start() < end for start, end in named) and match[0] not in _long_forms():
            found += [(word.stem, match[0]) for word in words_of(match[0])]
    return tuple(found)


def placed_in(text: str) -> frozenset[str]:
    """The stems of words in capitals that follow a word of place: "on Merseyside", "near Leeds"."""
    return frozenset(word.stem for match in PLACED.finditer(text) for word in words_of(match[1]))


@cache
def _long_forms() -> Mapping[str, tuple[str, ...]]:
    """Short forms of one word, with the stems of what they stand for."""
    return {
        short: tuple(dict.fromkeys(word for form in long for word in stems(form)))
        for short, long in aliases().short_forms.items()
        if " " not in short
    }


@cache
def data() -> Mapping[str, Any]:
    """What prose.toml says."""
    return tomllib.loads(files("assistant.checking").joinpath("prose.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=5000)
def names_of(text: str) -> tuple[Name, ...]:
    """The names of a text that exclude others of their kind, in order; areas are one kind."""
    pattern, known = _names()
    found = []
    for match in pattern.finditer(text):
        kind, name = known[match[0].casefold() if match[0].casefold() in known else match[0]]
        found.append(Name(kind, name, match.start(), match.end()))
    return tuple(found)


@cache
def _names() -> tuple[re.Pattern[str], Mapping[str, tuple[str, str]]]:
    """A pattern of every way of writing a name, and what each names; short forms are read in their own case only."""
    known: dict[str, tuple[str, str]] = {}
    for kind, name, forms in _kinds():
        for form in forms:
            known.setdefault(form if _is_short(form) else form.casefold(), (kind, name))
    longest = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(form) if _is_short(form) else f"(?i:{re.escape(form)})" for form in longest)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])"), known


def _kinds() -> Iterable[tuple[str, str, tuple[str, ...]]]:
    for kind, names in data()["names"].items():
        for name, forms in names.items():
            yield kind, name, tuple(forms)
    for area, forms in aliases().areas.items():
        yield "area", area, (area, *forms)
    for place in (*aliases().elsewhere, *aliases().localities):
        yield "area", place, (place,)


def _is_short(form: str) -> bool:
    """Whether a name is written in capitals, so that in small letters it would be a word."""
    return " " not in form and sum(map(str.isupper, form)) > 1
