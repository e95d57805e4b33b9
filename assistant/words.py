"""Words as they are compared in questions and names: folded, stemmed, without those that carry no meaning."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from index.words import stem

MOST_JOINED = 2  # words of a name that are left joined: "X and Y"
WORD = re.compile(r"[a-z0-9]+(?:\.\d+)?")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, one kind of dash, quote and space: the form in which texts are compared."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = re.sub(r"[‐-―−]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of one list of wording.toml."""
    raw = tomllib.loads(files("assistant").joinpath("wording.toml").read_text(encoding="utf-8"))
    return frozenset(raw[name].split())


@cache
def wording(name: str) -> frozenset[str]:
    """The stems of one list of wording.toml."""
    return frozenset(stem(word) for word in listed_words(name))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    text = fold(text).replace("'s", "").replace("can't", "can not").replace("won't", "will not").replace("n't", " not")
    return WORD.findall(text)


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    stop = listed_words("stop")
    return [stem(word) for word in words(text) if word not in stop]


def contains(text: str, phrase: str) -> bool:
    """Whether a folded text holds a phrase as whole words, ignoring case."""
    folded = fold(phrase)
    return folded in text and bool(re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text))


def contains_any(text: str, phrases: Iterable[str]) -> list[str]:
    """The words of a list that a folded text holds, in the order of the alphabet."""
    said = set(WORD.findall(text))
    return sorted(said.intersection(phrases))


def spelt(area: str) -> tuple[str, ...]:
    """The folded ways to write the name of an area: its "&" may be an "and", its commas left out, and of
    a name of several words the "&" too."""
    name = fold(area)
    joined = [name, re.sub(r"\s*&\s*", " and ", name), re.sub(r"\band\b", "&", name)]
    if len(re.findall(r"[^\W\d]\w+", name.replace(" and ", " "))) > MOST_JOINED:
        joined.append(re.sub(r"\s*(?:&|\band\b)\s*", " ", name))
    return tuple(dict.fromkeys(form for one in joined for form in (one, one.replace(",", ""))))
