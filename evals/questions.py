"""Questions with what a right answer holds, one JSON object a line."""

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import UnreadableFile


class Wanted(BaseModel):
    """A source that a right answer cites: parts of a publication's title and of a place in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    locator: str = ""


class Identified(BaseModel):
    """A line of a file, with a name of its own in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str


Record = TypeVar("Record", bound=Identified)


class Question(Identified):
    """A conversation whose last turn is scored, and what its answer must and must not hold.

    figures: each stands in the answer. any_of: of each group, at least one does. words: regular
    expressions, each matches the answer, ignoring case. forbidden: none stands in the headline (in a
    refusal: anywhere). evidence: the passage that holds the answer, or None where only `cite` places it.
    key: short words and figures that all stand in the sentence that answers, and tell it apart.
    """

    kind: str
    turns: tuple[str, ...] = Field(min_length=1)
    status: Literal["answered", "not_found", "any"]
    figures: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    cite: tuple[Wanted, ...] = ()
    evidence: str | None = None
    key: tuple[str, ...] = ()
    answer: str | None = None


def read_questions(path: Path) -> list[Question]:
    """Every question of a file, in order; a broken line or a repeated id is an error that names the line."""
    return read_records(path, Question)


def read_records(path: Path, model: type[Record]) -> list[Record]:
    """Every line of a file as what it should be, in order; a broken line or a repeated id is an error that names it."""
    records: dict[str, Record] = {}
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip():
            continue
        try:
            record = model.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            raise UnreadableFile(
                path, f"line {number}: {where}: {first['msg']}", "See evals/questions for the format."
            ) from error
        if record.id in records:
            raise UnreadableFile(path, f"line {number}: id {record.id!r} again", "Give each its own.")
        records[record.id] = record
    if not records:
        raise UnreadableFile(path, "no questions", "Write one JSON object a line.")
    return list(records.values())


def read_lines(path: Path) -> list[str]:
    """The lines of a text file in UTF-8."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "unreadable", "Give an existing file.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, "not UTF-8 text", "Save it as UTF-8.") from error
