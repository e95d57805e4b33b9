"""Answers that take long are made in threads of their own: a visitor can go elsewhere meanwhile, or come back.

Streamlit stops a page that is being drawn as soon as anything on it is used. What is underway goes on, and is not
asked for twice.
"""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Lock, Thread
from typing import Generic, TypeVar

BEAT = 0.2  # seconds between two times that it is drawn how far something is; Streamlit stops a page only then

Made = TypeVar("Made")
Draw = Callable[[str, str], None]  # what is being done, on one line, and the text that may be read already


class Underway(Generic[Made]):
    """What one thread makes and others wait for, with how far it is."""

    def __init__(self) -> None:
        self.made: Future[Made] = Future()
        self._doing = self._passed = ""

    def step(self, words: str) -> None:
        """Say on one line what is being done."""
        self._doing = words

    def text(self, markdown: str) -> None:
        """Give all of the text that may be read already."""
        self._passed = markdown

    def follow(self, draw: Draw) -> Made:
        """Wait for what is made, or raise what making it raised; meanwhile `draw`, in the caller's thread."""
        while not wait([self.made], BEAT).done:
            draw(self._doing, self._passed)
        return self.made.result()


class AllUnderway(Generic[Made]):
    """What is underway now, by the key of what it is for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: dict[str, Underway[Made]] = {}

    def get(self, key: str) -> Underway[Made] | None:
        """What is underway for a key."""
        with self._lock:
            return self._found.get(key)

    def begin(self, key: str, make: Callable[[Underway[Made]], Made]) -> Underway[Made]:
        """Let something be made; where it is underway already, that."""
        with self._lock:
            if key not in self._found:
                self._found[key] = Underway()
                Thread(target=self._run, args=(key, self._found[key], make), daemon=True).start()
            return self._found[key]

    def _run(self, key: str, underway: Underway[Made], make: Callable[[Underway[Made]], Made]) -> None:
        try:
            made = make(underway)
        except BaseException as error:
            self._end(key)
            underway.made.set_exception(error)
        else:
            self._end(key)
            underway.made.set_result(made)

    def _end(self, key: str) -> None:
        with self._lock:
            del self._found[key]
