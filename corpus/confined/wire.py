"""What the parent and the child say to each other: JSON, each message after its length in four bytes.

Both sides check what they get against its type. JSON is written in ASCII, so that a path that is no Unicode passes.
"""

import json
from dataclasses import dataclass
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import Field, TypeAdapter, ValidationError

from corpus.read import Outcome
from corpus.recognition import Known

LENGTH = 4  # bytes


class Garbled(Exception):
    """What came is no message, or `is_long`: longer than it may be."""

    def __init__(self, what: str, is_long: bool = False) -> None:
        super().__init__(what)
        self.is_long = is_long


@dataclass(frozen=True, slots=True)
class Request:
    """Read a file: all its parts, or those from one on. `held` is None where it is what it was the last time."""

    folder: str  # that a relative path starts from
    path: str
    first: int = 0
    held: tuple[Known, ...] | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A part of a file, from 0, is being read; or, with the file's own name, is being looked for."""

    part: int
    name: str
    kind: Literal["begun"] = "begun"


@dataclass(frozen=True, slots=True)
class Found:
    """A publication was read or refused."""

    outcome: Outcome
    kind: Literal["found"] = "found"


@dataclass(frozen=True, slots=True)
class Failed:
    """Reading came to an end that no file should bring about, and the child ends."""

    why: Literal["memory", "fault"]
    detail: str = ""
    kind: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class Done:
    """The child waits: at first, and after each file; `worn`, for nothing more."""

    worn: bool = False
    kind: Literal["done"] = "done"


Reply = Annotated[Begun | Found | Failed | Done, Field(discriminator="kind")]
REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
REPLY: TypeAdapter[Begun | Found | Failed | Done] = TypeAdapter(Reply)


def send(stream: BinaryIO, kind: TypeAdapter[Any], message: object) -> None:
    """Write a message. Raises OSError where nobody is there to read it."""
    raw = json.dumps(kind.dump_python(message, mode="json")).encode("ascii")
    stream.write(len(raw).to_bytes(LENGTH, "big") + raw)
    stream.flush()


def receive(stream: BinaryIO, kind: TypeAdapter[Any], most: int) -> tuple[Any, int]:
    """The next message, and its bytes. Raises EOFError where there is none, Garbled where it is none or too long."""
    size = int.from_bytes(_exactly(stream, LENGTH), "big")
    if size > most:
        raise Garbled(f"it said {size:,} bytes at once", is_long=True)
    try:
        return kind.validate_python(json.loads(_exactly(stream, size))), size
    except (ValidationError, ValueError, RecursionError) as error:
        raise Garbled("it said what cannot be understood") from error


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """So many bytes. Raises EOFError where they do not come."""
    raw = stream.read(size)
    if len(raw) < size:
        raise EOFError
    return raw
