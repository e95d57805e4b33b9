"""What in a question may name a place that the tables do not have, such as a region of another name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from assistant.words import fold, stems
from corpus.models import ENGLAND_AND_WALES

PLACED = re.compile(r"\b(?:in|for|at|across|within) (?:the )?([a-z][a-z'-]+)(?!\w)")
NAMED = re.compile(r"\b[A-Z][a-z'-]+(?!\w)")
WORD = re.compile(r"(?<![\w'’-])[^\W\d_](?:[^\W\d_]|['’-])*(?![\w'’-])")
SHORTEST = 4  # letters of a word that tells a place: "of", "and" tell none


def names(naming: str, question: str, areas: Iterable[str]) -> list[str]:
    """The words that may name a place: names as the question writes them, words after "in", words of areas' names."""
    like = [word for word in WORD.findall(naming) if is_like(word, areas)]
    found = dict.fromkeys([*NAMED.findall(question), *PLACED.findall(naming), *like])
    return [name for name in found if without(name, naming) != naming]


def is_like(text: str, areas: Iterable[str]) -> bool:
    """Whether a text has a word of an area's name, "north" say, that is none of the whole's."""
    of_each = [{*stems(area)} - {*stems(ENGLAND_AND_WALES)} for area in areas]
    counts = Counter(stem for own in of_each for stem in own)
    telling = {stem for stem, count in counts.items() if 2 * count <= len(of_each)}  # "region" may be in every name
    return any(len(word) >= SHORTEST and telling & {*stems(word)} for word in WORD.findall(text))


def whole(name: str, question: str, left: Collection[str]) -> str:
    """The name with the words beside it that nothing else in the question accounts for, as the question writes them."""
    words = list(WORD.finditer(question))
    at = next((n for n, word in enumerate(words) if fold(word[0]) == fold(name)), None)
    if at is None:
        return name
    first = last = at
    while first and _goes_on(question, words[first - 1], words[first], left):
        first -= 1
    while last + 1 < len(words) and _goes_on(question, words[last], words[last + 1], left, back=False):
        last += 1
    return question[words[first].start() : words[last].end()]


def without(name: str, text: str) -> str:
    """A folded text without a name."""
    return re.sub(rf"(?<!\w){re.escape(fold(name))}(?!\w)", " ", text)


def _goes_on(question: str, one: re.Match[str], two: re.Match[str], left: Collection[str], back: bool = True) -> bool:
    """Whether two words stand side by side, and the further one is of nothing else or both are written as a name."""
    further = stems(one[0] if back else two[0])
    named = one.start() > 0 and one[0][0].isupper() and two[0][0].isupper()
    return question[one.end() : two.start()] == " " and (named or (bool(further) and set(further) <= set(left)))
