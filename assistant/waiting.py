"""What is said on standard error while something is waited for: a bar, or lines where nobody watches."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

WORTH_TELLING = 1.0  # seconds of waiting, from which a line says what for


class Waiting:
    """Says how far work has come. It is called with texts done and in all, and told the steps of a model's answer."""

    def __init__(self, what: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        described = TextColumn("{task.description}", markup=False)
        columns = (described, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._console = Console(stderr=True)
        self._bar = Progress(*columns, console=self._console, transient=True, redirect_stdout=False)
        self._task = self._bar.add_task(what, total=None)
        self._what, self._started, self._told = what, time.monotonic(), False

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done: shown once there is something to wait for."""
        if self._console.is_terminal and total:
            self._bar.start()
        elif not self._console.is_terminal and not self._told and time.monotonic() - self._started > WORTH_TELLING:
            self._told = True
            print(f"{self._what}: {done} of {total}", file=sys.stderr, flush=True)
        self._bar.update(self._task, description=self._what, completed=done, total=total)
        if done >= total:
            self.stop()

    def step(self, words: str) -> None:
        """What is being done now, in one line."""
        if self._console.is_terminal:
            self._bar.start()
            self._bar.update(self._task, description=words, completed=0, total=None)
        else:
            print(words, file=sys.stderr, flush=True)

    def text(self, markdown: str) -> None:
        """Nothing: an answer is printed once it is whole."""

    def stop(self) -> None:
        """Take the bar away, until there is more to say."""
        if self._bar.live.is_started:
            self._bar.stop()


@contextmanager
def waiting(what: str) -> Iterator[Waiting]:
    """Progress of what is done, from when there is something to wait for until it is over."""
    shown = Waiting(what)
    try:
        yield shown
    finally:
        shown.stop()
