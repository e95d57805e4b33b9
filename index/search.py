"""Searching: ranked by words and by meaning, in the text and in how people ask for it, then by a reader's signs."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.aliases import Aliases
from index import features
from index.chunks import Chunk, chunks, with_wordings
from index.lines import Lines
from index.question import Question, Thesaurus
from index.store import Kind, Progress, Store, quiet
from index.words import Array, Ranking, Vocabulary, content, stem, stems, words

HEADING = 0.5  # of a word in the text, what a word in a title, heading or place counts for
ALIAS = 0.5  # of a word that was typed, what a word counts for that an alias puts beside it
LIKE = 0.3  # and what a word of like meaning counts for in the rankings by words
CANDIDATES = 60  # chunks of each ranking, read for a reader's signs
NEAREST: Mapping[Kind, int] = {"chunks": 150, "wordings": 250}  # vectors looked at
BEYOND = 0.9  # of the last cosine found, what is taken for those further than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chunk found. `score` is 0 to 1; ranks start at 1, None beyond the candidates of that ranking.

    `lines` says how well each of the chunk's lines answers, 0 to 1; the best makes the score. `signs` are those of
    each line, in the order of features.FEATURES, and `read` is what is known of them.
    """

    chunk: Chunk
    score: float
    lines: tuple[float, ...]
    signs: tuple[tuple[float, ...], ...]
    read: Lines
    rank_by_words: int | None
    rank_by_meaning: int | None

    @property
    def best(self) -> int:
        """The index of the line that answers best."""
        return max(range(len(self.lines)), key=lambda number: (self.lines[number], -number))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk worth reading for a question: its place, and the signs of each of its lines."""

    place: int
    signs: tuple[tuple[float, ...], ...]  # in the order of features.FEATURES


@dataclass(frozen=True, slots=True)
class _Rankings:
    """How well every chunk, and every wording, fits a question, 0 to 1."""

    words: Array
    meaning: Array
    asked_words: Array
    asked_meaning: Array


class Searcher:
    """Searches the documents that a store holds when it is made: made once, used for many questions."""

    def __init__(
        self,
        store: Store,
        aliases: Aliases | None = None,
        thesaurus: Mapping[str, Sequence[str]] | None = None,
        progress: Progress = quiet,
        unasked: Container[str] = (),
    ) -> None:
        """`thesaurus`: published words, each with what people type for them. `progress`: see Store.prepare.

        `unasked`: publications, by id, that are searched as if nobody had said how people ask for them.
        """
        self._store, self._progress, self._prepared = store, progress, False
        short_forms = aliases.short_forms if aliases else {}
        self._aliases = {f" {' '.join(stems(short))} ": long for short, long in short_forms.items()}
        self._thesaurus = Thesaurus([*(thesaurus or {}).items(), *_long_and_short(aliases)])
        self._chunks = [
            chunk
            for document in store.documents()
            for made in [chunks(document)]
            for chunk in (made if document.publication.id in unasked else with_wordings(made))
        ]
        self._publishers = _called(self._chunks, aliases)
        self._place = {part: place for place, chunk in enumerate(self._chunks) for part in chunk.parts}
        asked = [(k, place) for place, chunk in enumerate(self._chunks) for k in chunk.wordings]
        self._asked = {k: number for number, (k, _) in enumerate(asked)}
        self._asked_place = np.array([place for _, place in asked], dtype=np.intp)
        self._vocabulary = Vocabulary(
            Counter(w for c in self._chunks for w in words(" ".join((c.heading, c.text, *c.wordings.values()))))
        )
        self._ranking = Ranking([self._counts(chunk) for chunk in self._chunks])
        self._asked_ranking = Ranking(
            [
                dict.fromkeys(content(self._expanded(wording)), 1.0)
                for chunk in self._chunks
                for wording in chunk.wordings.values()
            ]
        )
        self._lines: dict[int, Lines] = {}
        none = np.zeros(0, dtype=np.float32)
        self._last: tuple[str | None, tuple[Array, Array]] = (None, (none, none))

    def search(self, question: str, count: int = 10, *, vectors: bool = True) -> list[Found]:
        """The chunks that bear most on a question, best first; without vectors, by words alone."""
        asked = self.understood(question)
        rankings = self._rankings(asked, vectors)
        word_ranks, meaning_ranks = _ranks(rankings.words), _ranks(rankings.meaning)
        scored = [(_scores(one.signs), one) for one in self._candidates(asked, rankings)]
        best = sorted(scored, key=lambda pair: (-max(pair[0]), pair[1].place))[:count]
        return [
            Found(
                chunk=self._chunks[one.place],
                score=max(scores),
                lines=scores,
                signs=one.signs,
                read=self._known(one.place),
                rank_by_words=word_ranks.get(one.place),
                rank_by_meaning=meaning_ranks.get(one.place),
            )
            for scores, one in best
        ]

    def is_known(self, word: str) -> bool:
        """Whether a stem stands anywhere in what is held, or in how people ask for it."""
        return word in self._ranking or word in self._asked_ranking

    def rarity(self, word: str) -> float:
        """How much a stem says: near 0 where every chunk has it."""
        return self._ranking.rarity(word)

    def candidates(self, question: str) -> list[tuple[Chunk, Candidate]]:
        """What is read for a question, with its signs: what weights are learned from."""
        asked = self.understood(question)
        return [(self._chunks[one.place], one) for one in self._candidates(asked, self._rankings(asked, True))]

    def understood(self, question: str) -> Question:
        """The question as weighted stems: slips of spelling mended, long forms beside short ones."""
        typed = [stem(self._vocabulary.mended(word)) for word in words(question)]
        weights = dict.fromkeys(content(typed), 1.0)
        for word in content(self._long_forms(typed)):
            weights.setdefault(word, ALIAS)
        rarity = {word: self._ranking.rarity(word) for word in weights}
        said = f" {' '.join(stems(question))} "
        named = {publication for form, publication in self._publishers if form in said}
        return Question(question, weights, rarity, self._thesaurus.like(typed), frozenset(named))

    def _candidates(self, asked: Question, rankings: _Rankings) -> list[Candidate]:
        """The chunks that any ranking has among its best, in order, with the signs of their lines."""
        near_words = self._of_chunks(rankings.asked_words)
        near_meaning = self._of_chunks(rankings.asked_meaning)
        each = (rankings.words, rankings.meaning, near_words, near_meaning)
        places = sorted({place for ranking in each for place in _ranks(ranking)})
        made = []
        for place in places:
            lines = self._known(place)
            near = float(near_words[place]), float(near_meaning[place])
            found = self._found(place, lines, rankings, near)
            signs = (tuple(features.values(asked, lines, *each)) for each in zip(lines.each, found, strict=True))
            made.append(Candidate(place, tuple(signs)))
        return made

    def _found(self, place: int, lines: Lines, rankings: _Rankings, near: tuple[float, float]) -> list[features.Found]:
        """What the rankings found of each line of a chunk; without wordings the text stands in for them."""
        shared = float(rankings.words[place]), float(rankings.meaning[place])
        if lines.is_unasked:
            return [features.Found(*shared, *shared, *shared)] * len(lines.each)
        chunk = self._chunks[place]
        by_words, by_meaning = [0.0] * len(lines.each), [0.0] * len(lines.each)
        for (number, _), k in zip(chunk.asked, chunk.wordings, strict=True):
            at = self._asked[k]
            by_words[number] = max(by_words[number], float(rankings.asked_words[at]))
            by_meaning[number] = max(by_meaning[number], float(rankings.asked_meaning[at]))
        return [features.Found(*shared, *own, *near) for own in zip(by_words, by_meaning, strict=True)]

    def _rankings(self, asked: Question, vectors: bool) -> _Rankings:
        weights = dict(asked.weights)
        for word, alternatives in asked.like.items():
            for other in sorted(frozenset().union(*alternatives)):
                weights.setdefault(other, LIKE * asked.weights.get(word, 0.0))
        by_words, by_wording = self._ranking.scores(weights), self._asked_ranking.scores(weights)
        if not vectors:
            return _Rankings(by_words, np.zeros_like(by_words), by_wording, np.zeros_like(by_wording))
        by_meaning, asked_meaning = self._by_meaning(asked.text)
        return _Rankings(by_words, by_meaning, by_wording, asked_meaning)

    def _of_chunks(self, of_wordings: Array) -> Array:
        """The best of the wordings of each chunk; 0 where it has none."""
        best = np.zeros(len(self._chunks), dtype=np.float32)
        np.maximum.at(best, self._asked_place, of_wordings)
        return best

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

    def _by_meaning(self, question: str) -> tuple[Array, Array]:
        """The cosine of every chunk and of every wording with the question, 0 to 1; guessed for those that are far."""
        last, cosines = self._last
        if question == last:  # the same question for more or fewer chunks
            return cosines
        if not self._prepared:
            self._store.prepare(self._progress)
            self._prepared = True
        cosines = (
            self._cosines(question, "chunks", self._place, len(self._chunks)),
            self._cosines(question, "wordings", self._asked, len(self._asked)),
        )
        self._last = (question, cosines)
        return cosines

    def _cosines(self, question: str, kind: Kind, places: Mapping[str, int], size: int) -> Array:
        nearest = self._store.nearest(question, NEAREST[kind], kind) if size else []
        furthest = min((cosine for _, cosine in nearest), default=0.0)
        cosines = np.full(size, max(0.0, BEYOND * furthest), dtype=np.float32)
        for k, cosine in reversed(nearest):  # the best part of a chunk last
            if k in places:
                cosines[places[k]] = min(1.0, max(0.0, cosine))
        return cosines

    def _known(self, place: int) -> Lines:
        if place not in self._lines:
            chunk = self._chunks[place]
            self._lines[place] = Lines(chunk, self._expanded)
        return self._lines[place]


def _long_and_short(aliases: Aliases | None) -> list[tuple[str, tuple[str, ...]]]:
    """Long forms with their short forms, and publishers with what they are called."""
    if aliases is None:
        return []
    return [
        *((form, (short,)) for short, long in aliases.short_forms.items() for form in long),
        *aliases.publishers.items(),
    ]


def _called(made: Sequence[Chunk], aliases: Aliases | None) -> list[tuple[str, str]]:
    """What publications are called by who publishes them, as stems between blanks, each with an id."""
    called = []
    for publication in {chunk.publication.id: chunk.publication for chunk in made}.values():
        names = (publication.publisher, *(aliases.publishers.get(publication.publisher, ()) if aliases else ()))
        called += [(f" {' '.join(stems(name))} ", publication.id) for name in names if name]
    return called


def _scores(signs: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """How well lines answer, 0 to 1, by what their signs count for."""
    counted = np.array(signs) @ np.array(features.weights()) / features.most()
    return tuple(float(score) for score in np.clip(counted, 0.0, 1.0))


def _ranks(scores: Array) -> dict[int, int]:
    """Place to rank, from 1, of the best that score at all."""
    best = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return {int(place): rank for rank, place in enumerate(best, 1) if scores[place] > 0}
