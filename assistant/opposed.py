"""Words of measure names that exclude each other: who asks of one means no measure that is named by the other."""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from assistant.words import fold, stems

Contraries = Sequence[tuple[str, str]]
Pairs = Sequence[tuple[frozenset[str], frozenset[str]]]


def opposed_pairs(opposed: Mapping[str, Sequence[str]]) -> Pairs:
    """The stems that exclude each other, both ways round."""
    pairs = [(frozenset(stems(one)), frozenset(stems(" ".join(others)))) for one, others in opposed.items()]
    return [*pairs, *((others, one) for one, others in pairs)]


def excludes(name: Set[str], said: Set[str], pairs: Pairs) -> bool:
    """Whether the stems of a question exclude a measure by the stems of its name; not where either has both words."""
    return any(name & one and said & other and not (said & one or name & other) for one, other in pairs)


def contraries(told: Mapping[str, Sequence[str]]) -> Contraries:
    """Words that cannot stand for one another, both ways round."""
    pairs = [(one, other) for one, others in told.items() for other in others]
    return [*pairs, *((other, one) for one, other in pairs)]


def contradicts(name: str, text: str, pairs: Contraries) -> bool:
    """Whether a folded text says the contrary of a name beside the same word: "after dusk" of "before dusk"."""
    own, said = (set(_pairs(re.findall(r"[\w'-]+", one))) for one in (fold(name), text))
    turned = {
        (_other(a, word, other), _other(b, word, other)) for a, b in own for word, other in pairs if word in (a, b)
    }
    return bool((turned - own) & said)


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _other(word: str, one: str, other: str) -> str:
    return other if word == one else word
