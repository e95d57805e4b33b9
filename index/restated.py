"""Where a figure of a key fact, caption or note stands in the body: the body is the better place to cite."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from index.chunks import Chunk
from index.words import words

HIGHLIGHTS = ("keyfact", "caption")
DISTINCTIVE = re.compile(r"(?!(?:19|20)\d\d$)(?:\d{3,}|\d+\.\d+)")  # three digits or a decimal, and no year
EVERYWHERE = 6  # a figure in more chunks of a publication than this tells nothing
ALIKE = 0.5  # share of what the highlight says that a sentence must say to restate it


def restated(
    chunks: Sequence[Chunk], rarity: Callable[[str], float], stems: Callable[[str], list[str]]
) -> dict[int, list[int]]:
    """Places of highlights to the places of the passages that state the same figure of the same thing."""
    standing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, chunk in enumerate(chunks):
        for figure in _figures(chunk.text):
            standing[chunk.publication.id, figure].append(place)
    found: dict[int, list[int]] = {}
    for place, chunk in enumerate(chunks):
        if chunk.passage is None or chunk.passage.kind not in HIGHLIGHTS:
            continue
        said = {word: rarity(word) for word in stems(chunk.text)}
        for figure in _figures(chunk.text):
            others = standing[chunk.publication.id, figure]
            if len(others) <= EVERYWHERE:
                found.setdefault(place, []).extend(
                    other for other in others if _says(chunks[other], figure, said, stems)
                )
    return found


def _figures(text: str) -> set[str]:
    return {word.replace(",", "") for word in words(text) if DISTINCTIVE.fullmatch(word.replace(",", ""))}


def _says(chunk: Chunk, figure: str, said: Mapping[str, float], stems: Callable[[str], list[str]]) -> bool:
    """Whether one sentence of a passage has the figure and enough of the words."""
    if chunk.passage is None or chunk.passage.kind not in ("body", "item"):
        return False
    return any(
        figure in _figures(sentence)
        and sum(said.get(word, 0.0) for word in set(stems(sentence))) >= ALIKE * sum(said.values())
        for sentence in chunk.passage.sentences
    )
