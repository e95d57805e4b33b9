"""A child process as its parent sees it: asked for a file, listened to, ended when it takes too long."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from signal import Signals
from threading import Timer
from typing import BinaryIO, Literal, cast

from corpus.confined.limits import Limits
from corpus.confined.wire import REPLY, REQUEST, Begun, Done, Failed, Found, Garbled, Request, receive, send

ROOT = Path(__file__).parents[2]
# Isolated (-I): neither the environment nor the current folder decides what the child imports; nothing is written (-B).
COMMAND = (sys.executable, "-I", "-B", "-X", "utf8", "-c")
START = "import sys; sys.path.insert(0, sys.argv[1]); from corpus.confined.child import main; main(sys.argv[2])"
ENVIRONMENT = ("SYSTEMROOT",)  # what Windows cannot start a process without; nothing else is passed on
TO_START = 60.0  # seconds until the child must be ready
OUT_OF_TIME = ("SIGALRM", "SIGXCPU", "SIGVTALRM")


class Lost(Exception):
    """The child has ended, or must; `end` says how, `detail` more of it."""

    def __init__(self, end: Literal["time", "memory", "size", "stopped", "fault"], detail: str = "") -> None:
        super().__init__(detail or end)
        self.end, self.detail = end, detail


class Child:
    """A process that reads one file after another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._late = False
        self._waits = False
        self._process = subprocess.Popen(
            [*COMMAND, START, str(ROOT), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.sep,
            env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
            start_new_session=True,  # Ctrl-C is the parent's to act on
        )

    @property
    def is_ready(self) -> bool:
        """Whether it waits to be asked for a file."""
        return self._waits and self._process.poll() is None

    def wait(self) -> None:
        """Return once it can be asked. Raises Lost."""
        for _ in self._listen(TO_START, TO_START + time.monotonic()):
            pass

    def replies(self, request: Request, last_moment: float) -> Iterator[Begun | Found]:
        """What it says of a file; each reply in its time, all of them before a moment of time.monotonic(). Raises Lost.

        A child that was not listened to until the end is not ready for another file.
        """
        self._waits = False
        with suppress(OSError):  # a child that has ended says nothing, which is found when it is listened to
            send(self._requests, REQUEST, request)
        yield from self._listen(self._limits.seconds, last_moment)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._waits = False
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._replies):
            with suppress(OSError):
                stream.close()

    def _listen(self, seconds: float, last_moment: float) -> Iterator[Begun | Found]:
        left = self._limits.reply
        while True:
            with self._in_time(min(seconds, last_moment - time.monotonic())):
                reply, size = self._next(left)
            left -= size
            if isinstance(reply, Failed):
                raise Lost(reply.why, reply.detail)
            if isinstance(reply, Done):
                self._waits = not reply.worn
                return
            yield reply

    def _next(self, most: int) -> tuple[Begun | Found | Failed | Done, int]:
        """The next reply and its bytes. Raises Lost."""
        try:
            return receive(self._replies, REPLY, most)
        except Garbled as garbled:
            raise Lost("size" if garbled.is_long else "stopped", str(garbled)) from garbled
        except (EOFError, OSError) as error:
            raise self._gone() from error

    def _gone(self) -> Lost:
        """Why it says nothing any more."""
        if self._late:
            return Lost("time")
        self._process.kill()
        code = self._process.wait()
        if code >= 0:
            return Lost("stopped", f"code {code}")
        name = Signals(-code).name if -code in list(Signals) else ""
        return Lost("time") if name in OUT_OF_TIME else Lost("stopped", f"signal {-code} {name}".strip())

    @contextmanager
    def _in_time(self, seconds: float) -> Iterator[None]:
        """End the child where a block takes longer; whoever waits for it then hears nothing more."""
        timer = Timer(max(seconds, 0), self._too_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _too_late(self) -> None:
        self._late = True
        self._process.kill()

    @property
    def _requests(self) -> BinaryIO:
        return cast(BinaryIO, self._process.stdin)

    @property
    def _replies(self) -> BinaryIO:
        return cast(BinaryIO, self._process.stdout)
