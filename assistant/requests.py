"""Questions and drafts from a file of JSON lines: one object a line, checked as it is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import UnreadableFile

Request = TypeVar("Request", bound=BaseModel)


class Asked(BaseModel):
    """One request: `turns` of a conversation, the last to be answered, or a single `question`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    turns: tuple[str, ...] = Field(default=())
    question: str = ""

    @model_validator(mode="before")
    @classmethod
    def _one_form(cls, data: object) -> object:
        if isinstance(data, dict) and not data.get("turns") and data.get("question"):
            return {**data, "turns": [data["question"]]}
        return data

    @model_validator(mode="after")
    def _something_asked(self) -> "Asked":
        if not self.turns or not self.turns[-1].strip():
            raise ValueError('give "turns" or "question"')
        return self


class Pasted(BaseModel):
    """A draft to be checked."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str


def asked_lines(path: Path) -> Iterator[Asked]:
    """The questions of a file, in order. Raises UnreadableFile, naming the line, where one is none."""
    return _lines(path, Asked, '{"id": ..., "turns": [...]}')


def pasted_lines(path: Path) -> Iterator[Pasted]:
    """The drafts of a file, in order. Raises UnreadableFile, naming the line, where one is none."""
    return _lines(path, Pasted, '{"id": ..., "text": ...}')


def _lines(path: Path, model: type[Request], shape: str) -> Iterator[Request]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnreadableFile(path, "there is no such file", "Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, f"cannot be read ({error})", "Give UTF-8 JSON lines.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield model.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise UnreadableFile(path, f"line {number}: {what}", f"Each line is {shape}.") from None
