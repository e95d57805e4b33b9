"""Questions from a file of JSON lines: one object a line, checked as it is read."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import UnreadableFile


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


def asked_lines(path: Path) -> Iterator[Asked]:
    """The requests of a file, in order. Raises UnreadableFile, naming the line, where one is none."""
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
            yield Asked.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise UnreadableFile(path, f"line {number}: {what}", 'Each line is {"id": ..., "turns": [...]}.') from None
