"""Whether the same thing asked in other words, again or in another process has the same answer.

reworded   figure questions, each in several rewordings: the same status and the same numbers in headline and
           figures, whatever else is said
repeated   questions many times in one process and once in each of several, with other hash seeds: the same JSON
"""

import json
import os
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import ProbationError
from corpus.periods import without_periods
from evals.matching import plain
from evals.questions import Question
from evals.replies import COMMAND, Reply, ask
from evals.report import rate
from evals.rewordings import KINDS, Names, rewordings
from evals.scoring import LABEL, NUMBER

TIMES, PROCESSES = 50, 4  # how often a question is asked in one process, and in how many more
Seen = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A question and one rewording of it, with the replies to both."""

    question: Question
    kind: str
    text: str
    original: Reply
    reply: Reply

    @property
    def same(self) -> bool:
        """Whether both replies have one status and the same figures."""
        return self.original.status == self.reply.status and figures(self.original) == figures(self.reply)


def figures(reply: Reply) -> frozenset[str]:
    """The numbers of the headline and of the figures, without periods, marks and codes: "71.5", unsigned."""
    said = [reply.headline, *(figure.text for figure in reply.figures)]
    bare = (LABEL.sub(" ", plain(without_periods(text))) for text in said)
    return frozenset(number.removesuffix(".0") for text in bare for number in NUMBER.findall(text))


def chosen(questions: Sequence[Question], known: Names, count: int, seed: int = 0) -> list[Question]:
    """So many answerable questions of one turn, kinds in turn, that can be reworded in every way."""
    by_kind: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        single = question.status == "answered" and len(question.turns) == 1
        if single and len(rewordings(question.turns[0], known, seed)) == len(KINDS):
            by_kind[question.kind].append(question)
    rounds = max(map(len, by_kind.values()), default=0)
    return [kind[n] for n in range(rounds) for kind in by_kind.values() if n < len(kind)][:count]


def reworded(
    questions: Sequence[Question], known: Names, seed: int, seen: Seen, command: Sequence[str] = COMMAND
) -> list[Reworded]:
    """Every question asked as it is and in each of its rewordings, in one process."""
    texts = {question.id: rewordings(question.turns[0], known, seed) for question in questions}
    batch = [
        question.model_copy(update={"id": f"{question.id}/{kind}", "turns": (text,)})
        for question in questions
        for kind, text in {"": question.turns[0], **texts[question.id]}.items()
    ]
    replies = {reply.id: reply for reply in ask(batch, seen, command)}
    return [
        Reworded(question, kind, text, replies[f"{question.id}/"], replies[f"{question.id}/{kind}"])
        for question in questions
        for kind, text in texts[question.id].items()
    ]


def rates(asked: Sequence[Reworded]) -> dict[str, str]:
    """The rate of the same figures by kind of rewording and overall; and how many questions had an answer at all."""
    kinds = {kind: [one.same for one in asked if one.kind == kind] for kind in KINDS}
    originals = {one.question.id: one.original for one in asked}.values()
    return {
        **{kind: rate(sum(same), len(same)) for kind, same in kinds.items()},
        "all rewordings": rate(sum(one.same for one in asked), len(asked)),
        "questions answered as they are": rate(sum(one.status == "answered" for one in originals), len(originals)),
        "questions answered with a figure": rate(sum(bool(figures(one)) for one in originals), len(originals)),
    }


def miss(one: Reworded) -> str:
    """A rewording whose figures differ: what was asked, and what both answers say."""
    lines = [f"{one.question.id} ({one.kind})"]
    for name, asked, reply in (("asked", one.question.turns[0], one.original), ("reworded", one.text, one.reply)):
        numbers = ", ".join(sorted(figures(reply))) or "no figure"
        lines += [f"  {name}: {asked}", f"    {reply.status}: {numbers}: {reply.headline}"]
    return "\n".join(lines)


def spread(questions: Sequence[Question], passages: Sequence[Question], count: int) -> list[Question]:
    """So many questions to repeat, a third of them on passages, evenly spaced in their files."""
    told = [question for question in passages if question.status == "answered"]
    third = min(count // 3, len(told))
    return _spaced(questions, count - third) + _spaced(told, third)


def repeated(
    questions: Sequence[Question], times: int, processes: int, seen: Seen, command: Sequence[str] = COMMAND
) -> dict[str, bool]:
    """Whether all answers to a question are one, by question; asked in rounds, so that each stands among the others."""
    answers: dict[str, set[str]] = defaultdict(set)
    for hash_seed, rounds in enumerate([times] + [1] * processes):
        for identifier, answer in _printed(list(questions) * rounds, hash_seed, command):
            answers[identifier].add(answer)
            seen()
    return {question.id: len(answers[question.id]) == 1 for question in questions}


def identical(same: Mapping[str, bool], questions: Sequence[Question]) -> dict[str, str]:
    """By question, whether its answers were identical; then how many were."""
    rows = {f"{one.id}: {' / '.join(one.turns)}": "identical" if same[one.id] else "NOT identical" for one in questions}
    return rows | {"all": rate(sum(same.values()), len(same))}


def _spaced(questions: Sequence[Question], count: int) -> list[Question]:
    return [questions[n * len(questions) // count] for n in range(min(count, len(questions)))]


def _printed(questions: Sequence[Question], hash_seed: int, command: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The id and the JSON, without its seconds, of every answer of a fresh process with a hash seed of its own."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONHASHSEED": str(hash_seed)}
    with tempfile.TemporaryDirectory() as folder:
        batch = Path(folder) / "questions.jsonl"
        lines = (json.dumps({"id": one.id, "turns": one.turns}) + "\n" for one in questions)
        batch.write_text("".join(lines), encoding="utf-8")
        arguments = [*command, "ask", "--json", "--from", str(batch)]
        done = subprocess.run(arguments, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        raise ProbationError(f"probation ask ended with {done.returncode}: {said[-1]}")
    for line in done.stdout.splitlines():
        answer: dict[str, Any] = json.loads(line)
        answer.pop("seconds", None)
        yield answer["id"], json.dumps(answer, ensure_ascii=False)
