"""What each sign of the search counts for, learned from questions whose evidence is known.

A chunk scores what its best line does; the signs are weighed so that the chunks with the evidence get as much as can
be of the probability shared out over all that were read (a softmax), less a little for every weight.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from assistant.answer import Assistant, default_home
from evals import learn_evidence
from evals.generate import HELD_OUT, PASSAGES, TUNE, UNANSWERABLE
from evals.matching import has, plain
from evals.progress import with_progress
from evals.questions import Question, read_questions
from evals.report import table
from index import features
from index.chunks import Chunk
from index.features import FEATURES
from index.store import Store

WEIGHTS = Path("index/weights.toml")
PENALTY = 0.002  # of the square of each weight
STEPS = 120
NOTHING = -1e4


Reader = Callable[[Question], Assistant]
Sets = dict[str, tuple[list[Question], Reader]]


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


def taught(write: bool) -> Iterator[str]:
    """Learn the weights of the search, then of evidence, on what is held; tables of what each gains, as they come.

    `write` keeps what is learned.
    """
    from index.embed import MiniLM
    from index.remembered import Remembered

    known = readers(Store(default_home(), Remembered(MiniLM())))
    usual, bare = partial(_usual, known=known), partial(reader_of, known=known)
    tune, test = read_questions(TUNE), read_questions(HELD_OUT)
    sets: Sets = {
        "learned from": (tune, usual),
        "learned from, no wordings": (tune, bare),
        "held out": (test, usual),
        "held out, no wordings": (test, bare),
    }
    yield _taught_search(sets, write)
    features.weights.cache_clear()
    features.most.cache_clear()
    more = [*tune, *read_questions(PASSAGES), *read_questions(UNANSWERABLE)]
    sets |= {"learned from": (more, usual), "learned from, no wordings": (more, bare)}
    yield from _taught_evidence(sets, write)


def _taught_search(sets: Sets, write: bool) -> str:
    made = {name: with_progress(name, len(some), partial(examples, some, how)) for name, (some, how) in sets.items()}
    weights = learned([*made["learned from"], *made["learned from, no wordings"]])
    alike = dict.fromkeys(weights, 1.0)
    rows = {
        f"{len(some)} {name}, {how}": f"{reciprocal_rank(some, by):.3f}"
        for name, some in made.items()
        for how, by in (("all signs alike", alike), ("as learned", weights))
    }
    if write:
        WEIGHTS.write_text(as_toml(weights), encoding="utf-8")
    return table(("Questions", "Mean reciprocal rank"), rows)


def _taught_evidence(sets: Sets, write: bool) -> Iterator[str]:
    weighed = {
        name: with_progress(name, len(some), partial(learn_evidence.examples, some, how))
        for name, (some, how) in sets.items()
    }
    by = learn_evidence.learned([*weighed["learned from"], *weighed["learned from, no wordings"]])
    for name, some in weighed.items():
        yield table((name, "Refused"), learn_evidence.rates(some, by))
    if write:
        learn_evidence.WEIGHTS.write_text(learn_evidence.as_toml(by), encoding="utf-8")


def _usual(_: Question, known: dict[str, Assistant]) -> Assistant:
    return known["all"]


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


def examples(questions: Iterable[Question], reader: Reader, seen: Callable[[], None]) -> list[Example]:
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
