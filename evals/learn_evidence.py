"""What the signs of evidence count for, learned from questions that the publications answer and ones they do not.

The first quote that nothing speaks against decides; without one a question is refused whatever is learned.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from assistant.answer import Assistant
from assistant.evidence import SIGNS
from evals.questions import Question

WEIGHTS = Path("assistant/evidence.toml")
PENALTY = 0.003  # of the square of each weight
STEPS = 300
WRONGLY_REFUSED = 0.03  # share of the answerable ones heard that the threshold refuses


@dataclass(frozen=True, slots=True)
class Weighed:
    """The signs of the first quote for a question, None without one, and whether the publications answer it."""

    id: str
    signs: Tensor | None
    answered: bool


def examples(
    questions: Iterable[Question], reader: Callable[[Question], Assistant], seen: Callable[[], None]
) -> list[Weighed]:
    """What is weighed for each question for prose."""
    made = []
    for question in questions:
        cases = reader(question).cases(question.turns)
        if cases and question.status != "any":
            first = next((case.signs for case in cases if not case.speaks_against), None)
            signs = None if first is None else torch.tensor([first[name] for name in SIGNS])
            made.append(Weighed(question.id, signs, question.status == "answered"))
        seen()
    return made


def learned(made: Sequence[Weighed]) -> dict[str, float]:
    """The weight of each sign, a constant, and the threshold of likelihood; both kinds of question count alike."""
    weights = torch.zeros(len(SIGNS) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")
    signs = torch.stack([one.signs for one in made if one.signs is not None])
    answered = torch.tensor([float(one.answered) for one in made if one.signs is not None])
    share = torch.where(answered == 1, 1 / answered.sum(), 1 / (1 - answered).sum())

    def loss() -> Tensor:
        optimizer.zero_grad()
        logits = signs @ weights[:-1] + weights[-1]
        lost = torch.nn.functional.binary_cross_entropy_with_logits(logits, answered, reduction="none")
        total: Tensor = (share * lost).sum() + PENALTY * (weights[:-1] ** 2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    found = dict(zip((*SIGNS, "constant"), map(float, weights.detach()), strict=True))
    likelihoods = torch.tensor([likelihood(one, found) for one in made if one.answered and one.signs is not None])
    return {**found, "threshold": float(torch.quantile(likelihoods, WRONGLY_REFUSED))}


def likelihood(one: Weighed, weights: dict[str, float]) -> float:
    """How likely the best quote answers, by given weights."""
    if one.signs is None:
        return 0.0
    given = torch.tensor([weights[name] for name in SIGNS])
    return float(torch.sigmoid(one.signs @ given + weights["constant"]))


def rates(made: Sequence[Weighed], weights: dict[str, float]) -> dict[str, str]:
    """The shares refused of what is answered and of what is not, by the threshold."""
    rows = {}
    for answered, name in ((True, "answerable"), (False, "unanswerable")):
        some = [likelihood(one, weights) for one in made if one.answered is answered]
        refused = sum(one < weights["threshold"] for one in some)
        rows[f"{name}, refused"] = f"{refused} of {len(some)} ({refused / max(1, len(some)):.3f})"
    return rows


def as_toml(weights: dict[str, float]) -> str:
    """The weights as they are kept."""
    opening = (
        "# What each sign of evidence counts for, and the likelihood from which a quote is an answer.\n"
        "# Written by: python -m evals learn\n\n[weights]\n"
    )
    return opening + "".join(f"{name} = {weight:.3f}\n" for name, weight in weights.items())
