"""What each sign of the search counts for, learned from questions whose evidence is known.

A chunk scores what its best line does; the signs are weighed so that the chunks with the evidence get as much as can
be of the probability shared out over all that were read (a softmax), less a little for every weight.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from assistant.answer import Assistant
from evals.matching import has, plain
from evals.questions import Question
from index.chunks import Chunk
from index.features import FEATURES
from index.store import Store

WEIGHTS = Path("index/weights.toml")
PENALTY = 0.002  # of the square of each weight
STEPS = 120
NOTHING = -1e4


@dataclass(frozen=True, slots=True)
class Example:
    """What was read for a question: signs of lines (lines x features), the chunk of each, which chunks are right."""

    signs: Tensor
    owner: Tensor
    right: Tensor

    def scores(self, weights: Tensor) -> Tensor:
        """The score of each chunk."""
        empty = torch.full(self.right.shape, NOTHING, dtype=self.signs.dtype)
        return empty.scatter_reduce(0, self.owner, self.signs @ weights, "amax")


def is_evidence(question: Question, chunk: Chunk) -> bool:
    """Whether a chunk is of a publication to be cited and has all the telling words of the evidence."""
    title = plain(chunk.publication.title)
    cited = any(plain(wanted.title) in title for wanted in question.cite)
    return cited and all(has(word, chunk.text) for word in question.key)


def readers(store: Store) -> dict[str, Assistant]:
    """An assistant of a store; for each publication held, by title, one that knows no wordings of it; "none" of any.

    A publication that is new to the assistant has none: learning must not lean on them.
    """
    held = {document.publication.title: document.publication.id for document in store.documents()}
    bare = {title: Assistant(store, unasked={name}) for title, name in held.items()}
    return {"all": Assistant(store), "none": Assistant(store, unasked=set(held.values()))} | bare


def reader_of(question: Question, known: dict[str, Assistant]) -> Assistant:
    """The assistant that knows no wordings of the publication that a question is about; of any, where it is of none."""
    titles = [plain(wanted.title) for wanted in question.cite]
    return next((known[name] for name in known if any(title in plain(name) for title in titles)), known["none"])


def examples(
    questions: Iterable[Question], reader: Callable[[Question], Assistant], seen: Callable[[], None]
) -> list[Example]:
    """What is read for each question that tells its evidence, where any of it is the evidence."""
    made = []
    for question in questions:
        told = question.key and len(question.turns) == 1
        read = reader(question).candidates(question.turns[-1]) if told else []
        right = [is_evidence(question, chunk) for chunk, _ in read]
        if any(right):
            signs = [line for _, candidate in read for line in candidate.signs]
            owner = [at for at, (_, candidate) in enumerate(read) for _ in candidate.signs]
            made.append(Example(torch.tensor(signs), torch.tensor(owner), torch.tensor(right)))
        seen()
    return made


def learned(made: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign, from the same start every time."""
    weights = torch.ones(len(FEATURES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        lost = torch.stack([_lost(example, weights) for example in made]).mean()
        total: Tensor = lost + PENALTY * (weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return dict(zip(FEATURES, map(float, weights.detach()), strict=True))


def reciprocal_rank(made: Sequence[Example], weights: dict[str, float]) -> float:
    """The mean of 1 / rank of the first right chunk, by given weights."""
    given = torch.tensor([weights[name] for name in FEATURES])
    ranks = []
    for example in made:
        scores = example.scores(given)
        ranks.append(1 + int((scores > scores[example.right].max()).sum()))
    return float(np.mean([1 / rank for rank in ranks]))


def as_toml(weights: dict[str, float]) -> str:
    """The weights as they are kept."""
    opening = "# What each sign of the search counts for. Written by: python -m evals learn\n\n[weights]\n"
    return opening + "".join(f"{name} = {weight:.2f}\n" for name, weight in weights.items())


def _lost(example: Example, weights: Tensor) -> Tensor:
    scores = example.scores(weights)
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[example.right], 0)
