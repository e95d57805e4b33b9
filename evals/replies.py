"""Replies: generated once through the command line, kept as JSON lines, read back to be scored."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import ProbationError, UnreadableFile
from evals.questions import Question, read_lines

COMMAND = (sys.executable, "-m", "assistant.cli")

Printed = TypeVar("Printed", bound=BaseModel)


class Cited(BaseModel):
    """A citation of a reply, as the command line prints it."""

    number: int
    publication: str
    title: str = ""
    published: str | None = None
    locator: str = ""
    quote: str = ""
    url: str = ""


class Shown(BaseModel):
    """A figure of a reply: it stands in a citation, or `working` derives it."""

    text: str
    citation: int | None = None
    working: str | None = None


class Reply(BaseModel):
    """A reply of `probation ask --json`; `seconds` is the time to answer inside the process.

    `model` is whose words it is in, `instead` why they are not a model's; both are empty where none was wanted.
    """

    id: str
    question: str = ""
    status: str
    headline: str = ""
    answer: str = ""
    citations: tuple[Cited, ...] = ()
    figures: tuple[Shown, ...] = ()
    caveats: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    seconds: float | None = None
    model: str = ""
    instead: str = ""


class Found(BaseModel):
    """A passage that a search found; a higher score is nearer."""

    publication: str
    title: str = ""
    locator: str = ""
    text: str = ""
    score: float = 0.0


class Searched(BaseModel):
    """The passages of one search, best first."""

    id: str
    passages: tuple[Found, ...] = ()


def ask(
    questions: Sequence[Question], seen: Callable[[], None], command: Sequence[str] = COMMAND, *options: str
) -> list[Reply]:
    """Every question asked in one process; `seen` is called as each reply arrives."""
    return [_parsed(Reply, line) for line in _run("ask", questions, seen, command, *options)]


def search(
    questions: Sequence[Question], k: int, seen: Callable[[], None], command: Sequence[str] = COMMAND
) -> list[Searched]:
    """The best k passages of every question's last turn, searched in one process."""
    return [_parsed(Searched, line) for line in _run("search", questions, seen, command, "-k", str(k))]


def _parsed(model: type[Printed], line: str) -> Printed:
    """A printed line as what it should be."""
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        raise ProbationError(f"probation printed what is no {model.__name__.lower()}: {line.strip()[:80]}") from error


def _run(
    verb: str, questions: Sequence[Question], seen: Callable[[], None], command: Sequence[str], *options: str
) -> Iterator[str]:
    """The lines that the command line prints for a batch of questions, as they come."""
    with tempfile.TemporaryDirectory() as folder:
        batch = Path(folder) / "questions.jsonl"
        batch.write_text(
            "".join(json.dumps({"id": q.id, "turns": q.turns}) + "\n" for q in questions), encoding="utf-8"
        )
        errors = Path(folder) / "errors"
        arguments = [*command, verb, "--json", "--from", str(batch), *options]
        with errors.open("w", encoding="utf-8") as said, _started(arguments, said) as process:
            for line in process.stdout or ():
                if line.strip():
                    seen()
                    yield line
        if process.returncode:
            raise ProbationError(f"probation {verb} ended with {process.returncode}: {_last_line(errors)}")


def _started(arguments: Sequence[str], errors: TextIO) -> "subprocess.Popen[str]":
    utf8 = {**os.environ, "PYTHONUTF8": "1"}  # whatever the locale
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=errors, env=utf8, text=True, encoding="utf-8")


def _last_line(path: Path) -> str:
    lines = [line.strip() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    return next((line for line in reversed(lines) if line), "it said nothing")


def write_replies(path: Path, replies: Iterable[Reply]) -> None:
    """Keep replies, one JSON object a line."""
    path.write_text("".join(reply.model_dump_json() + "\n" for reply in replies), encoding="utf-8")


def read_replies(path: Path) -> list[Reply]:
    """Replies kept earlier."""
    replies = []
    for number, line in enumerate(read_lines(path), 1):
        try:
            replies += [Reply.model_validate_json(line)] if line.strip() else []
        except ValidationError as error:
            raise UnreadableFile(
                path, f"line {number} is no reply", "Give the replies.jsonl of a run under reports/."
            ) from error
    return replies
