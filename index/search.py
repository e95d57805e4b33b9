"""Searching: ranked by words and by meaning, in the text and in how people ask for it, then by a reader's signs."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


Meant = tuple[Array, Array]  # the cosine of every chunk, and of every wording, with a question


@dataclass(frozen=True, slots=True)
class _Rankings:
    """How well every chunk, and the best wording of every line and of every chunk, fits a question, 0 to 1."""

    words: Array
    meaning: Array
    line_words: Array
    line_meaning: Array
    near_words: Array
    near_meaning: Array

    @property
    def places(self) -> list[int]:
        """The chunks that any ranking has among its best, in order."""
        each = (self.words, self.meaning, self.near_words, self.near_meaning)
        return sorted({place for ranking in each for place in _ranks(ranking)})


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
        self._vocabulary = Vocabulary(
            Counter(w for c in self._chunks for w in words(" ".join((c.heading, c.text, *c.wordings.values()))))
        )
        self._read = [Lines(chunk, self._expanded) for chunk in self._chunks]
        self._reader = features.Reader(self._read)
        self._ranking = Ranking([_counts(lines) for lines in self._read])
        self._asked_ranking = Ranking(
            [dict.fromkeys(content(typed), 1.0) for lines in self._read for typed in lines.asked]
        )
        self._place = {part: place for place, chunk in enumerate(self._chunks) for part in chunk.parts}
        self._asked = {k: at for at, k in enumerate(k for chunk in self._chunks for k in chunk.wordings)}
        starts = np.searchsorted(self._reader.owner, np.arange(len(self._chunks) + 1))
        self._span = [slice(*pair) for pair in pairwise(starts.tolist())]  # of each chunk, its lines among all
        asked = [self._span[at].start + n for at, chunk in enumerate(self._chunks) for n, _ in chunk.asked]
        self._asked_line = np.array(asked, dtype=np.intp)
        self._last: Mapping[str, Meant] = {}
        self._expected: Mapping[str, Meant] = {}

    def search(self, question: str, count: int = 10, *, vectors: bool = True) -> list[Found]:
        """The chunks that bear most on a question, best first; without vectors, by words alone."""
        asked = self.understood(question)
        rankings = self._rankings(asked, vectors)
        word_ranks, meaning_ranks = _ranks(rankings.words), _ranks(rankings.meaning)
        signs = self._signs(asked, rankings)
        scores = features.scores(signs)
        scored = [(max(scores[self._span[place]].tolist()), place) for place in rankings.places]
        return [
            Found(
                chunk=self._chunks[place],
                score=score,
                lines=tuple(scores[self._span[place]].tolist()),
                signs=_rows(signs[self._span[place]]),
                read=self._read[place],
                rank_by_words=word_ranks.get(place),
                rank_by_meaning=meaning_ranks.get(place),
            )
            for score, place in sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:count]
        ]

    def expect(self, questions: Iterable[str]) -> None:
        """Work out together what is near in meaning to many questions that are about to be searched.

        They are kept until others are expected. Together costs a fraction of one after another.
        """
        new = list(dict.fromkeys(questions))
        self._expected = dict(zip(new, self._near(new), strict=True))

    def is_known(self, word: str) -> bool:
        """Whether a stem stands anywhere in what is held, or in how people ask for it."""
        return word in self._ranking or word in self._asked_ranking

    def rarity(self, word: str) -> float:
        """How much a stem says: near 0 where every chunk has it."""
        return self._ranking.rarity(word)

    def candidates(self, question: str) -> list[tuple[Chunk, Candidate]]:
        """What is read for a question, with its signs: what weights are learned from."""
        asked = self.understood(question)
        rankings = self._rankings(asked, True)
        signs = self._signs(asked, rankings)
        return [(self._chunks[place], Candidate(place, _rows(signs[self._span[place]]))) for place in rankings.places]

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

    def _signs(self, asked: Question, rankings: _Rankings) -> features.Signs:
        """The signs of every line; where a chunk has no wordings its text stands in for them."""
        owner, unasked = self._reader.owner, self._reader.unasked
        shared_words, shared_meaning = rankings.words[owner], rankings.meaning[owner]
        found = features.Found(
            words=shared_words,
            meaning=shared_meaning,
            asked_words=np.where(unasked, shared_words, rankings.line_words),
            asked_meaning=np.where(unasked, shared_meaning, rankings.line_meaning),
            near_words=np.where(unasked, shared_words, rankings.near_words[owner]),
            near_meaning=np.where(unasked, shared_meaning, rankings.near_meaning[owner]),
        )
        return self._reader.signs(asked, found)

    def _rankings(self, asked: Question, vectors: bool) -> _Rankings:
        weights = dict(asked.weights)
        for word, alternatives in asked.like.items():
            for other in sorted(frozenset().union(*alternatives)):
                weights.setdefault(other, LIKE * asked.weights.get(word, 0.0))
        by_words, by_wording = self._ranking.scores(weights), self._asked_ranking.scores(weights)
        by_meaning, asked_meaning = np.zeros_like(by_words), np.zeros_like(by_wording)
        if vectors:
            by_meaning, asked_meaning = self._by_meaning(asked.text)
        line_words, near_words = self._best(by_wording)
        line_meaning, near_meaning = self._best(asked_meaning)
        return _Rankings(by_words, by_meaning, line_words, line_meaning, near_words, near_meaning)

    def _best(self, of_wordings: Array) -> tuple[Array, Array]:
        """The best of the wordings of each line, and of each chunk; 0 where it has none."""
        of_lines = np.zeros(len(self._reader.owner), dtype=np.float32)
        np.maximum.at(of_lines, self._asked_line, of_wordings)
        of_chunks = np.zeros(len(self._chunks), dtype=np.float32)
        np.maximum.at(of_chunks, self._reader.owner, of_lines)
        return of_lines, of_chunks

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

    def _by_meaning(self, question: str) -> Meant:
        """The cosine of every chunk and of every wording with the question, 0 to 1; guessed for those that are far."""
        known = self._expected.get(question) or self._last.get(question)  # the same for more or fewer chunks
        if known is None:
            (known,) = self._near([question])
            self._last = {question: known}
        return known

    def _near(self, questions: Sequence[str]) -> Iterable[Meant]:
        if not questions:
            return ()
        if not self._prepared:
            self._store.prepare(self._progress)
            self._prepared = True
        return zip(
            self._cosines(questions, "chunks", self._place, len(self._chunks)),
            self._cosines(questions, "wordings", self._asked, len(self._asked)),
            strict=True,
        )

    def _cosines(self, questions: Sequence[str], kind: Kind, places: Mapping[str, int], size: int) -> Iterable[Array]:
        """For each question the cosines of a kind."""
        each = self._store.nearest_each(questions, NEAREST[kind], kind) if size else [[] for _ in questions]
        for nearest in each:
            furthest = min((cosine for _, cosine in nearest), default=0.0)
            cosines = np.full(size, max(0.0, BEYOND * furthest), dtype=np.float32)
            for k, cosine in reversed(nearest):  # the best part of a chunk last
                if k in places:
                    cosines[places[k]] = min(1.0, max(0.0, cosine))
            yield cosines


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


def _counts(lines: Lines) -> dict[str, float]:
    """How often each stem stands in a chunk; those of its surroundings count for less."""
    counts: dict[str, float] = dict(lines.in_text)
    for word, count in lines.in_heading.items():
        counts[word] = counts.get(word, 0.0) + HEADING * count
    return counts


def _rows(signs: features.Signs) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, signs.tolist()))


def _ranks(scores: Array) -> dict[int, int]:
    """Place to rank, from 1, of the best that score at all."""
    best = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return {place: rank for rank, place in enumerate(best[scores[best] > 0].tolist(), 1)}
