"""The same questions answered without and with a language model, side by side by kind of question."""

import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import ProbationError
from evals import replies, runs
from evals.questions import Question
from evals.replies import Reply
from evals.report import columns, percentile, rate, said, share, table
from evals.scoring import Scored, score_all

WITHOUT, WITH = "replies-without.jsonl", "replies-with.jsonl"
WAYS: tuple[tuple[str, str, tuple[str, ...]], ...] = (  # name, file, options of `probation ask`
    ("Without", WITHOUT, ()),
    ("With", WITH, ("--model",)),
)
HEADERS = (
    "Kind", "Questions", "Right without", "Right with", "Model's words", "Built-in instead", "Untraced without",
    "Untraced with", "Median s without", "Median s with", "95th s without", "95th s with",
)  # fmt: skip
ORDER = {  # of the differences in a report, by whether it is right without and with: what the model spoils first
    (True, False): "right without, wrong with",
    (False, False): "wrong both ways",
    (False, True): "wrong without, right with",
    (True, True): "right both ways",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A question scored twice: as the assistant answers it, and as it answers with a model."""

    built_in: Scored
    modelled: Scored

    @property
    def worded(self) -> bool:
        """Whether the model's own words were shown."""
        return bool(self.modelled.reply and self.modelled.reply.model)

    @property
    def instead(self) -> str:
        """Why the built-in answer was shown where the model's was wanted; empty where it was not."""
        return self.modelled.reply.instead if self.modelled.reply else ""

    @property
    def outcome(self) -> tuple[bool, bool]:
        """Whether it is right without, and with."""
        return self.built_in.right, self.modelled.right


def config(questions: Path) -> dict[str, str]:
    """What a run's results depend on, with the model and its limits; never a key. Raises ProbationError."""
    from assistant.model.provider import usable
    from assistant.model.settings import settings

    chosen = settings()
    if chosen is None:
        raise ProbationError("No model is set. Set PROBATION_MODEL to its provider and name, such as openai:NAME.")
    usable(chosen)
    return {
        **runs.config(questions),
        "model": chosen.name,
        "served by": urlsplit(chosen.url).hostname or "the provider's own address",
        "seconds a question": f"{chosen.seconds:g}",
    }


def ask(questions: Sequence[Question], options: Sequence[str], seen: Callable[[], None]) -> list[Reply]:
    """Every question asked one way; `seen` is called as each reply arrives. Raises ProbationError."""
    return replies.ask(questions, seen, replies.COMMAND, *options)


def read(folder: Path, questions: Sequence[Question]) -> list[Pair]:
    """The pairs of a run's folder. Raises UnreadableFile."""
    return paired(questions, replies.read_replies(folder / WITHOUT), replies.read_replies(folder / WITH))


def paired(questions: Sequence[Question], without: Sequence[Reply], given: Sequence[Reply]) -> list[Pair]:
    """Every question scored both ways."""
    both = zip(score_all(questions, without), score_all(questions, given), strict=True)
    return [Pair(built_in, modelled) for built_in, modelled in both]


def by_kind(pairs: Sequence[Pair]) -> str:
    """The table: a row for each kind of question, and one for all."""
    kinds = sorted({one.built_in.question.kind for one in pairs})
    groups = {kind: [one for one in pairs if one.built_in.question.kind == kind] for kind in kinds}
    return columns(HEADERS, [_row(name, some) for name, some in (groups | {"all": list(pairs)}).items()])


def _row(name: str, pairs: Sequence[Pair]) -> list[str]:
    sides = [[one.built_in for one in pairs], [one.modelled for one in pairs]]
    seconds = [[one.reply.seconds for one in side if one.reply and one.reply.seconds is not None] for side in sides]
    return [
        name,
        str(len(pairs)),
        *(share(side, lambda one: one.right) for side in sides),
        rate(sum(one.worded for one in pairs), len(pairs)),
        rate(sum(bool(one.instead) for one in pairs), len(pairs)),
        *(str(sum(len(one.untraced) for one in side)) for side in sides),
        *(_timed(some, statistics.median) for some in seconds),
        *(_timed(some, lambda values: percentile(values, 95)) for some in seconds),
    ]


def _timed(seconds: Sequence[float], of: Callable[[Sequence[float]], float]) -> str:
    return f"{of(seconds):.3f}" if seconds else "undefined"


def outcomes(pairs: Sequence[Pair]) -> str:
    """The table of how often which way was right."""
    counted = Counter(one.outcome for one in pairs)
    return table(("Outcome", "Questions"), {name: counted[outcome] for outcome, name in ORDER.items()})


def reasons(pairs: Sequence[Pair]) -> str:
    """The table of why the built-in answer stood instead, the most frequent first; empty where it never did."""
    counted = Counter(one.instead for one in pairs if one.instead)
    return table(("Why the built-in answer stood instead", "Questions"), dict(counted.most_common())) if counted else ""


def report(pairs: Sequence[Pair], settings: Mapping[str, object]) -> str:
    """The whole report: rates, reasons, what was run, then every question that is not right both ways."""
    misses = [one for one in pairs if one.outcome != (True, True) or one.built_in.untraced or one.modelled.untraced]
    parts = [
        "# Without and with a language model",
        by_kind(pairs),
        outcomes(pairs),
        reasons(pairs),
        "## What was run",
        table(("Setting", "Value"), settings),
        f"## Misses: {len(misses)}",
        *map(_miss, sorted(misses, key=lambda one: list(ORDER).index(one.outcome))),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _miss(pair: Pair) -> str:
    question = pair.built_in.question
    lines = [f"### {question.id} ({question.kind}): {ORDER[pair.outcome]}"]
    lines += [f"- asked: {turn}" for turn in question.turns]
    lines += ["", "Without:", "", *said(pair.built_in), "", "With:", ""]
    lines += [f"- built-in instead: {pair.instead}"] if pair.instead else []
    return "\n".join([*lines, *said(pair.modelled)])
