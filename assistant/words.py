"""Words as they are compared: folded, stemmed, without those that carry no meaning of their own."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from Stemmer import Stemmer

WORD = re.compile(r"[a-z0-9]+(?:\.\d+)?")
STOP = frozenset(
    "a an and are as at be been being but by can could did do does doing for from get give given go got had has have "
    "he her him his how i if in into is it its just like let many may me might more most much my no not now of off "
    "on one or our out over own please she should so some such tell than that the their them then there these they "
    "this those to too under up us very was we were what when where which while who whom whose why will with would "
    "you your need want know show say says said thanks thank hi hello ok okay pls plz e.g about any each both all "
    "also only per via vs versus s t re ll ve d m after before again ever once during".split()
)


def fold(text: str) -> str:
    """Lower case, one kind of dash, quote and space: the form in which texts are compared."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = re.sub(r"[‐-―−]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word ("completions" and "completed" share theirs)."""
    return str(_stemmer().stemWord(word))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(fold(text).replace("'s", ""))


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in words(text) if word not in STOP]


def stem_set(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several texts together."""
    return frozenset(found for text in texts for found in stems(text))


def contains(text: str, phrase: str) -> bool:
    """Whether a folded text holds a phrase as whole words, ignoring case."""
    return bool(re.search(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)", text))
