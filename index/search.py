"""Searching: words and meaning ranked apart, fused, then ranked again by what the question asks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.chunks import Chunk, chunks, key
from index.features import Features, Question, features
from index.store import Progress, Store, quiet
from index.words import Array, Ranking, Vocabulary, content, stem, stems, words

HEADING_WEIGHT = 0.5  # of a word in a title or heading beside one in the text
ALIAS_WEIGHT = 0.5  # of a word that an alias stands for beside one that was typed
CANDIDATES = 60  # of each ranking
WORDS, MEANING = 1.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chunk found. `score` is 0 to 1; the ranks start at 1 and are None where a ranking did not find it."""

    chunk: Chunk
    score: float
    rank_by_words: int | None
    rank_by_meaning: int | None


class Searcher:
    """Searches the documents that a store holds when it is made. Made once for a process."""

    def __init__(
        self, store: Store, aliases: Mapping[str, Sequence[str]] | None = None, progress: Progress = quiet
    ) -> None:
        """`aliases`: short or everyday forms to long or published ones. `progress`: see Store.prepare."""
        self._store, self._progress = store, progress
        self._prepared = False
        self._chunks = [chunk for document in store.documents() for chunk in chunks(document)]
        self._aliases = {tuple(stems(short)): long for short, long in (aliases or {}).items()}
        self._place = {
            key(chunk.publication.id, part): place
            for place, chunk in enumerate(self._chunks)
            for part in chunk.parts
        }
        self._vocabulary = Vocabulary(Counter(w for c in self._chunks for w in words(f"{c.heading} {c.text}")))
        self._ranking = Ranking([self._weighted(chunk) for chunk in self._chunks])
        self._features: dict[int, Features] = {}

    def search(self, question: str, count: int = 10, *, vectors: bool = True) -> list[Found]:
        """The chunks that bear most on a question, best first; without vectors neither Chroma nor the model."""
        if not self._chunks:
            return []
        asked = self.understood(question)
        by_words = self._ranking.scores(asked.weights)
        by_meaning = self._by_meaning(question) if vectors else np.zeros_like(by_words)
        word_ranks, meaning_ranks = _ranks(by_words), _ranks(by_meaning)
        scores = {
            place: self._score(asked, place, float(by_words[place]), float(by_meaning[place]))
            for place in {*word_ranks, *meaning_ranks}
        }
        best = sorted(scores, key=lambda place: (-scores[place], place))[:count]
        return [
            Found(
                chunk=self._chunks[place],
                score=scores[place],
                rank_by_words=word_ranks.get(place),
                rank_by_meaning=meaning_ranks.get(place),
            )
            for place in best
        ]

    def understood(self, question: str) -> Question:
        """The question as weighted stems, slips of spelling mended and aliases beside their short forms."""
        typed = [stem(self._vocabulary.mended(word)) for word in words(question)]
        weights = dict.fromkeys(content(typed), 1.0)
        for long in self._expansions(typed):
            for word in content(stems(long)):
                weights.setdefault(word, ALIAS_WEIGHT)
        return Question(question, weights, {word: self._ranking.rarity(word) for word in weights})

    def _expansions(self, typed: Sequence[str]) -> list[str]:
        joined = f" {' '.join(typed)} "
        return [form for short, long in self._aliases.items() if f" {' '.join(short)} " in joined for form in long]

    def _expanded(self, text: str) -> list[str]:
        """The stems of a text, and after them those that its short forms stand for."""
        typed = stems(text)
        there = set(typed)
        return [*typed, *(w for form in self._expansions(typed) for w in stems(form) if w not in there)]

    def _weighted(self, chunk: Chunk) -> dict[str, float]:
        """A chunk as counts of stems; words of the heading count for less, long forms stand beside short."""
        counts: dict[str, float] = Counter(self._expanded(chunk.text))
        for word in stems(f"{chunk.heading} {chunk.locator}"):
            counts[word] = counts.get(word, 0) + HEADING_WEIGHT
        return counts

    def _by_meaning(self, question: str) -> Array:
        if not self._prepared:
            self._store.prepare(self._progress)
            self._prepared = True
        nearest = self._store.nearest(question, 2 * CANDIDATES)
        further = min((cosine for _, cosine in nearest), default=0.0)  # at most this near are all the others
        cosines = np.full(len(self._chunks), max(0.0, 0.9 * further), dtype=np.float32)
        for found, cosine in nearest:
            if found in self._place:
                cosines[self._place[found]] = max(cosines[self._place[found]], cosine)
        return cosines

    def _score(self, asked: Question, place: int, by_words: float, by_meaning: float) -> float:
        if place not in self._features:
            self._features[place] = features(self._chunks[place], self._expanded)
        return self._features[place].score(asked, by_words, by_meaning)


def _ranks(scores: Array) -> dict[int, int]:
    """Place to rank, from 1, of the best that score at all."""
    best = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return {int(place): rank for rank, place in enumerate(best, 1) if scores[place] > 0}
