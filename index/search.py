"""Searching: ranked by words and by meaning apart, then together, by what the question asks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.chunks import Chunk, chunks
from index.features import Features, Question
from index.restated import restated
from index.store import Progress, Store, quiet
from index.words import Array, Ranking, Vocabulary, content, stem, stems, words

HEADING = 0.5  # of a word in the text, what a word in a title, heading or place counts for
ALIAS = 0.5  # of a word that was typed, what a word counts for that an alias puts beside it
RESTATED = 1.01  # a passage that states in full what a highlight says scores so many times the highlight
CANDIDATES = 60  # of each ranking
BEYOND = 0.9  # of the last cosine found, what is taken for chunks further than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chunk found. `score` is 0 to 1; ranks start at 1, None beyond the candidates of that ranking."""

    chunk: Chunk
    score: float
    rank_by_words: int | None
    rank_by_meaning: int | None


class Searcher:
    """Searches the documents that a store holds when it is made: made once, used for many questions."""

    def __init__(
        self, store: Store, aliases: Mapping[str, Sequence[str]] | None = None, progress: Progress = quiet
    ) -> None:
        """`aliases`: short or everyday forms to long or published ones. `progress`: see Store.prepare."""
        self._store, self._progress, self._prepared = store, progress, False
        self._aliases = {f" {' '.join(stems(short))} ": long for short, long in (aliases or {}).items()}
        self._chunks = [chunk for document in store.documents() for chunk in chunks(document)]
        self._place = {part: place for place, chunk in enumerate(self._chunks) for part in chunk.parts}
        self._vocabulary = Vocabulary(Counter(w for c in self._chunks for w in words(f"{c.heading} {c.text}")))
        self._ranking = Ranking([self._counts(chunk) for chunk in self._chunks])
        self._restated = restated(self._chunks, self._ranking.rarity, self._expanded)
        self._features: dict[int, Features] = {}
        self._last: tuple[str | None, Array] = (None, np.zeros(0, dtype=np.float32))

    def search(self, question: str, count: int = 10, *, vectors: bool = True) -> list[Found]:
        """The chunks that bear most on a question, best first; without vectors, by words alone."""
        asked = self.understood(question)
        by_words = self._ranking.scores(asked.weights)
        by_meaning = self._by_meaning(question) if vectors else np.zeros_like(by_words)
        word_ranks, meaning_ranks = _ranks(by_words), _ranks(by_meaning)
        scores = {
            place: self._known(place).score(asked, float(by_words[place]), float(by_meaning[place]))
            for place in word_ranks.keys() | meaning_ranks.keys()
        }
        self._prefer_full_statements(scores)
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
        """The question as weighted stems: slips of spelling mended, long forms beside short ones."""
        typed = [stem(self._vocabulary.mended(word)) for word in words(question)]
        weights = dict.fromkeys(content(typed), 1.0)
        for word in content(self._long_forms(typed)):
            weights.setdefault(word, ALIAS)
        return Question(question, weights, {word: self._ranking.rarity(word) for word in weights})

    def _long_forms(self, typed: Sequence[str]) -> list[str]:
        """The stems that the short forms among these stand for."""
        joined = f" {' '.join(typed)} "
        return [
            word for short, long in self._aliases.items() if short in joined for form in long for word in stems(form)
        ]

    def _expanded(self, text: str) -> list[str]:
        """The stems of a text, and after them those that its short forms stand for."""
        typed = stems(text)
        there = set(typed)
        return [*typed, *(word for word in self._long_forms(typed) if word not in there)]

    def _counts(self, chunk: Chunk) -> dict[str, float]:
        """How often each stem stands in a chunk; those of its surroundings count for less."""
        counts: dict[str, float] = dict(Counter(self._expanded(chunk.text)))
        for word in stems(f"{chunk.publication.publisher} {chunk.heading} {chunk.locator}"):
            counts[word] = counts.get(word, 0.0) + HEADING
        return counts

    def _by_meaning(self, question: str) -> Array:
        """The cosine of every chunk with the question, 0 to 1; guessed for those that are far."""
        last, cosines = self._last
        if question == last:  # the same question for more or fewer chunks
            return cosines
        if not self._prepared:
            self._store.prepare(self._progress)
            self._prepared = True
        nearest = self._store.nearest(question, 2 * CANDIDATES)
        furthest = min((cosine for _, cosine in nearest), default=0.0)
        cosines = np.full(len(self._chunks), max(0.0, BEYOND * furthest), dtype=np.float32)
        for part, cosine in reversed(nearest):  # the best part of a chunk last
            if part in self._place:
                cosines[self._place[part]] = min(1.0, max(0.0, cosine))
        self._last = (question, cosines)
        return cosines

    def _known(self, place: int) -> Features:
        if place not in self._features:
            self._features[place] = Features(self._chunks[place], self._expanded)
        return self._features[place]

    def _prefer_full_statements(self, scores: dict[int, float]) -> None:
        """Put what states a highlight's figure in full before the highlight."""
        for highlight in sorted(self._restated.keys() & scores.keys()):
            for place in self._restated[highlight]:
                scores[place] = max(scores.get(place, 0.0), min(1.0, RESTATED * scores[highlight]))


def _ranks(scores: Array) -> dict[int, int]:
    """Place to rank, from 1, of the best that score at all."""
    best = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return {int(place): rank for rank, place in enumerate(best, 1) if scores[place] > 0}
