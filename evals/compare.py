"""What other searches find in the same store: ordinary retrieval, and BM25.

ordinary   1,000 characters with 200 of overlap, embedded as they are, nearest first
BM25       whole passages and rows, by their words alone
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from corpus.models import Document
from evals.questions import Question
from evals.replies import Found, Searched
from index.chunks import Chunk, chunks
from index.embed import Embedder
from index.words import Array, Ranking, content, stems

LENGTH, OVERLAP = 1000, 200  # characters

Seen = Callable[[], None]


def ordinary(
    documents: Sequence[Document], questions: Sequence[Question], embedder: Embedder, seen: Seen
) -> list[Searched]:
    """What the nearest pieces of so many characters are."""
    pieces = [piece for document in documents for piece in _pieces(document)]
    vectors = np.array(embedder.embed([piece.text for piece in pieces]))
    asked = np.array(embedder.embed([question.turns[-1] for question in questions]))
    return [_best(question, pieces, vectors @ one, seen) for question, one in zip(questions, asked, strict=True)]


def by_words(documents: Sequence[Document], questions: Sequence[Question], seen: Seen) -> list[Searched]:
    """What BM25 finds among passages and rows."""
    made = [chunk for document in documents for chunk in chunks(document)]
    ranking = Ranking([_counts(chunk) for chunk in made])
    found = [_found(chunk, chunk.text) for chunk in made]
    return [
        _best(question, found, ranking.scores(dict.fromkeys(content(stems(question.turns[-1])), 1.0)), seen)
        for question in questions
    ]


def _pieces(document: Document) -> Iterator[Found]:
    made = chunks(document)
    text = "\n".join(chunk.text for chunk in made)
    for start in range(0, max(1, len(text)), LENGTH - OVERLAP):
        yield _found(made[0], text[start : start + LENGTH])


def _found(chunk: Chunk, text: str) -> Found:
    publication = chunk.publication
    return Found(publication=publication.id, title=publication.title, locator=str(chunk.locator), text=text)


def _counts(chunk: Chunk) -> dict[str, float]:
    counts: dict[str, float] = {}
    for word in stems(chunk.text):
        counts[word] = counts.get(word, 0.0) + 1
    return counts


def _best(question: Question, found: Sequence[Found], scores: Array, seen: Seen) -> Searched:
    seen()
    order = np.argsort(-scores, kind="stable")[:10]
    return Searched(id=question.id, passages=tuple(found[int(at)] for at in order))
