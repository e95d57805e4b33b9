"""The child: reads the files it is asked for until nobody asks any more."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import BinaryIO

from corpus import read
from corpus.confined.fences import fence
from corpus.confined.limits import Limits, is_worn, keep_within, start_clock, stop_clock
from corpus.confined.wire import REPLY, REQUEST, Begun, Done, Failed, Found, Request, receive, send
from corpus.recognition import Known

LONGEST_REQUEST = 1_000_000_000  # bytes: what the parent says is believed
ROOT = Path(__file__).parents[2]


def main(settings: str) -> None:
    """Serve the parent on the pipes that this process was started with; `settings` are its limits as JSON."""
    limits = Limits(**json.loads(settings))
    requests, replies = _pipes()
    keep_within(limits)
    fence()
    held: tuple[Known, ...] = ()
    send(replies, REPLY, Done())
    while True:
        try:
            request, _ = receive(requests, REQUEST, LONGEST_REQUEST)
        except EOFError:
            return
        held = request.held if request.held is not None else held
        if not _served(request, held, limits, replies):
            return


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes from and to the parent, out of reach of a library that reads or prints."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return requests, replies


def _served(request: Request, held: Sequence[Known], limits: Limits, replies: BinaryIO) -> bool:
    """Read a file and send what it holds, piece by piece; whether this process can read another."""
    try:
        os.chdir(request.folder)
        for reply in _replies(request, held):
            start_clock(limits.seconds)
            send(replies, REPLY, reply)
    except MemoryError:
        send(replies, REPLY, Failed("memory"))
        return False
    except Exception as error:
        send(replies, REPLY, Failed("fault", _told(error)))
        return False
    stop_clock()
    worn = is_worn(limits)
    send(replies, REPLY, Done(worn))
    return not worn


def _replies(request: Request, held: Sequence[Known]) -> Iterator[Begun | Found]:
    path = Path(request.path)
    yield Begun(0, request.path)
    for number, part in enumerate(read.parts(path)):
        if number >= request.first:
            yield Begun(number, str(part.path))
            yield from map(Found, read.of_part(part, held))
        yield Begun(number + 1, request.path)


def _told(error: Exception) -> str:
    """An error on one line: what, and the last line of ours that it came through."""
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ROOT)]
    where = f"{Path(frames[-1].filename).relative_to(ROOT)}, line {frames[-1].lineno}" if frames else "?"
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__} in {where}: {said}" if said else f"{type(error).__name__} in {where}"
