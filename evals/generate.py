"""Write the questions about figures: our wording, and what a right answer holds by the library's tables."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.models import Document
from evals.expected import Expected, work_out
from evals.published import Expect, Published
from evals.questions import Question

FOLDER = Path(__file__).parent / "questions"
WORDING = FOLDER / "figures.toml"
FIGURES = FOLDER / "figures.jsonl"
PASSAGES = FOLDER / "passages.jsonl"
UNANSWERABLE = FOLDER / "unanswerable.jsonl"
TUNE, HELD_OUT = FOLDER / "passages_tune.jsonl", FOLDER / "passages_test.jsonl"


class Asked(BaseModel):
    """A question as worded, with what to work out; without `expect` it cannot be answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    turns: tuple[str, ...]
    expect: Expect | None = None
    words: tuple[str, ...] = ()


def read_wording(path: Path = WORDING) -> list[Asked]:
    """Every question of a wording file, in order."""
    return [Asked.model_validate(one) for one in tomllib.loads(path.read_text(encoding="utf-8"))["question"]]


def generate(asked: Sequence[Asked], documents: Sequence[Document]) -> list[Question]:
    """The questions, numbered, with what a right answer to each holds."""
    published = Published(documents)
    return [_question(f"own-f-{number:03}", one, published) for number, one in enumerate(asked, 1)]


def _question(name: str, asked: Asked, published: Published) -> Question:
    expected = work_out(published, asked.expect) if asked.expect else Expected()
    return Question(
        id=name,
        kind=asked.kind,
        turns=asked.turns,
        status="answered" if asked.expect else "not_found",
        figures=expected.figures,
        words=expected.words + asked.words,
        cite=expected.cite,
    )


def as_lines(questions: Sequence[Question]) -> str:
    """The questions as a file holds them, one JSON object a line."""
    return "".join(question.model_dump_json(exclude={"answer"}) + "\n" for question in questions)
