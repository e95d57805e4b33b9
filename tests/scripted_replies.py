"""What a scripted model is sent and what it can reply, apart from how that goes over the wire."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Text:
    """A message. `pieces` is how many it is streamed in, one for each word where it is 0."""

    text: str
    pieces: int = 0
    finish: str = "stop"


class Calls:
    """A message that calls tools: ("look_up", {...}), ...; arguments that are text are sent as they are.

    `text` is what is said beside the calls.
    """

    def __init__(self, *calls: tuple[str, Mapping[str, Any] | str], text: str = "") -> None:
        self.calls = calls
        self.text = text


@dataclass(frozen=True)
class Status:
    """A refusal by its HTTP status."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True)
class Silence:
    """Nothing for so many seconds, then the connection is closed."""

    seconds: float


@dataclass(frozen=True)
class Raw:
    """A body as it is, whatever was asked for. `pause` is the seconds before each of its bytes."""

    body: bytes
    pause: float = 0.0


@dataclass(frozen=True)
class Half:
    """A stream that breaks off after a text: within a message of HTTP, or `cleanly`, between two."""

    text: str
    cleanly: bool = False


@dataclass(frozen=True)
class Trickle:
    """A text streamed a character at a time."""

    text: str
    seconds_between: float


class Seen:
    """What the model was sent in a request."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.body = body
        self.messages: list[dict[str, Any]] = body.get("messages", [])

    @cached_property
    def results(self) -> list[dict[str, Any]]:
        """The results of tools, in order; one that is no JSON as {"text": ...}."""
        return [_result(one["content"]) for one in self.messages if one["role"] == "tool"]

    @property
    def tools(self) -> list[str]:
        """The names of the tools offered."""
        return [one["function"]["name"] for one in self.body.get("tools", [])]

    @property
    def asked(self) -> str:
        """The last thing said to the model, faults of its text included."""
        return [str(one["content"]) for one in self.messages if one["role"] == "user"][-1]

    def mark(self, place: str, title: str = "") -> str:
        """The mark of the first source given out of a place, in a publication. Raises AssertionError without one."""
        sources = [source for result in self.results for source in result.get("sources", [])]
        for source in sources:
            if place in source["place"] and title in source["publication"]:
                return f"[{source['id']}]"
        places = "; ".join(f"{source['publication']}, {source['place']}" for source in sources)
        raise AssertionError(f"No source given out is of {place!r} in {title!r}, only of: {places or 'none'}.")


Reply = Text | Calls | Status | Silence | Raw | Half | Trickle
Scripted = Reply | Callable[[Seen], Reply]


def _result(content: Any) -> dict[str, Any]:
    """A tool's result; its content may be text or a list of blocks of text."""
    text = content if isinstance(content, str) else "".join(block.get("text", "") for block in content)
    try:
        read = json.loads(text)
    except ValueError:
        return {"text": text}
    return read if isinstance(read, dict) else {"text": text}
