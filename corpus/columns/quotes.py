"""Pull quotes: short stretches that print a sentence of the text a second time, to be seen."""

import re
from collections import defaultdict
from dataclasses import replace

from corpus.columns.pieces import Piece
from corpus.sentences import split

WORDS = (8, 70)  # as long as pull quotes are
SENTENCES = 2  # in one, at most
COMMON = 100  # places: a run of words that stands in more tells none of them
ALIKE = 0.7  # of its runs of three words, those that stand elsewhere


def without_pull_quotes(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the copies; of two that are alike the narrower goes, then the later."""
    words = [_words(piece) if piece.kind == "text" else [] for piece in pieces]
    runs: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, own in enumerate(words):
        for run in _runs(own):
            runs[run].add(at)
    kept = list(pieces)
    order = sorted(range(len(pieces)), key=lambda at: (max(map(len, pieces[at].lines)), -at))
    for at in order:
        if _may_be_quote(pieces[at], len(words[at])) and _is_copy(at, words, runs):
            kept[at] = replace(kept[at], kind="noise")
            for run in _runs(words[at]):
                runs[run].discard(at)
    return [piece for piece in kept if piece.kind != "noise"]


def _may_be_quote(piece: Piece, words: int) -> bool:
    return WORDS[0] <= words <= WORDS[1] and not piece.starts_mid and len(split(piece.text)) <= SENTENCES


def _words(piece: Piece) -> list[str]:
    return re.findall(r"[a-z0-9][\w.%]*\w|\w|%", piece.text.lower().replace("’", "'"))


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[n : n + 3]) for n in range(len(words) - 2)]


def _is_copy(at: int, words: list[list[str]], runs: dict[tuple[str, ...], set[int]]) -> bool:
    """Whether most of its runs of words, and all its figures, stand in one other place of the text."""
    own = _runs(words[at])
    places: dict[int, int] = defaultdict(int)
    for run in own:
        for place in runs[run] - {at} if len(runs[run]) <= COMMON else ():
            places[place] += 1
    if not places:
        return False
    best = max(places, key=lambda place: places[place])
    near = range(best - 3, best + 4)
    count = sum(any(place in runs[run] for place in near if place != at) for run in own)
    there = {word for place in near if 0 <= place < len(words) and place != at for word in words[place]}
    return count >= ALIKE * len(own) and all(word in there for word in words[at] if word[0].isdigit())
