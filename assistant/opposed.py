"""Words of measure names that exclude each other: who asks of one means no measure that is named by the other."""

from collections.abc import Mapping, Sequence, Set

from assistant.words import stems

Pairs = Sequence[tuple[frozenset[str], frozenset[str]]]


def opposed_pairs(opposed: Mapping[str, Sequence[str]]) -> Pairs:
    """The stems that exclude each other, both ways round."""
    pairs = [(frozenset(stems(one)), frozenset(stems(" ".join(others)))) for one, others in opposed.items()]
    return [*pairs, *((others, one) for one, others in pairs)]


def excludes(name: Set[str], said: Set[str], pairs: Pairs) -> bool:
    """Whether the stems of a question exclude a measure by the stems of its name; not where either has both words."""
    return any(name & one and said & other and not (said & one or name & other) for one, other in pairs)
