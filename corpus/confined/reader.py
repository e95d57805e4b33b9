"""The parent: has files read by a child process, and outlives whatever a file does to it."""

import os
import time
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Literal

from corpus.confined.limits import Limits
from corpus.confined.process import Child, Lost
from corpus.confined.wire import Begun, Found, Request
from corpus.errors import UnreadableFile
from corpus.read import Outcome
from corpus.recognition import Known

IN_ALL = 10  # times the seconds for a publication: as long may a file of many take
REMEDY = "Give the publication in another format, or split it."

End = Literal["read", "time", "memory", "size", "stopped", "fault"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a publication in a file, and how reading it ended; "read" also where the file was refused."""

    outcome: Outcome
    end: End = "read"


class Reader:
    """Reads files in a child process, which is started when it is needed and used for one file after another.

    Files of several threads are read one after another. Whoever closes it, or lets go of it, ends the child.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._lock = RLock()
        self._child: Child | None = None
        self._end = weakref.finalize(self, lambda: None)
        self._told: tuple[Known, ...] | None = None  # what the child was last told is held

    def __enter__(self) -> "Reader":
        """Read files within a block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the child."""
        self.close()

    def close(self) -> None:
        """End the child; the next file would start another."""
        with self._lock:
            self._end()
            self._child, self._told = None, None

    def outcomes(self, path: Path, held: Sequence[Known] = ()) -> list[Outcome]:
        """Read every publication in a file, as corpus.read.outcomes does. Raises nothing that a file can cause.

        What goes beyond the limits, or ends the child, has a problem that says so; what else the file holds is read.
        """
        return [reading.outcome for reading in self.readings(path, held)]

    def readings(self, path: Path, held: Sequence[Known] = ()) -> list[Reading]:
        """Read every publication in a file, each with how its reading ended."""
        with self._lock:
            return self._readings(path, tuple(held))

    def _readings(self, path: Path, held: tuple[Known, ...]) -> list[Reading]:
        found: list[Reading] = []
        last_moment = time.monotonic() + IN_ALL * self.limits.seconds
        begun = Begun(0, str(path))
        while True:
            try:
                for reply in self._open().replies(self._request(path, begun.part, held), last_moment):
                    if isinstance(reply, Found):
                        found.append(Reading(reply.outcome))
                    else:
                        begun = reply
                return found
            except Lost as lost:
                found.append(Reading(Outcome(name=begun.name, problem=self._problem(begun.name, lost)), lost.end))
                self.close()
                if begun.name == str(path) or time.monotonic() > last_moment:
                    return found
                begun = Begun(begun.part + 1, str(path))
            except BaseException:  # Ctrl-C among them: a child that is half way through a file can read no other
                self.close()
                raise

    def _open(self) -> Child:
        """The child, started where there is none that can read."""
        if self._child is None or not self._child.is_ready:
            self.close()
            self._child = child = Child(self.limits)
            self._end = weakref.finalize(self, child.end)
            child.wait()
        return self._child

    def _request(self, path: Path, first: int, held: tuple[Known, ...]) -> Request:
        """What to ask the child for; what is held is told only where it is news."""
        news = None if held == self._told else held
        self._told = held
        return Request(_folder(), str(path), first, news)

    def _problem(self, name: str, lost: Lost) -> str:
        """What became of a file that the child was lost over, on one line."""
        what = {
            "time": f"reading it took more than {self.limits.seconds:g} seconds",
            "memory": f"reading it needed more than {self.limits.memory / 1e9:g} GB of memory",
            "size": f"what it holds is more than {self.limits.reply / 1e6:g} MB as read",
            "stopped": f"the reader stopped ({lost.detail})",
            "fault": f"the reader failed ({lost.detail})",
        }[lost.end]
        return str(UnreadableFile(Path(name), what, REMEDY))


def _folder() -> str:
    """The folder that relative paths start from; the root where it is gone."""
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:
        return os.sep
