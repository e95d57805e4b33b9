"""Answers that take long are made in threads of their own: a visitor can go elsewhere meanwhile, or come back.

Streamlit stops a page that is being drawn as soon as anything on it is used. What is underway goes on, is kept, and
is not asked for twice.
"""

from collections.abc import Callable
from threading import Condition, Lock, Thread
from typing import Generic, TypeVar

BEAT = 0.5  # seconds at most between two signs of life; Streamlit stops a page only while it draws

Made = TypeVar("Made")
Draw = Callable[[str, str], None]  # what is being done, and what may be read already


class Underway(Generic[Made]):
    """What one thread makes and others wait for, with how far it is."""

    def __init__(self) -> None:
        self._news = Condition()
        self._doing, self._passed = "", ""
        self._made: Made | None = None
        self._ended = False

    def step(self, words: str) -> None:
        """Say on one line what is being done."""
        with self._news:
            self._doing = words
            self._news.notify_all()

    def text(self, markdown: str) -> None:
        """Give all of the text that may be read already."""
        with self._news:
            self._passed = markdown
            self._news.notify_all()

    def end(self, made: Made | None) -> None:
        """Let those who wait have what was made; None where making it broke off."""
        with self._news:
            self._made, self._ended = made, True
            self._news.notify_all()

    def follow(self, draw: Draw) -> Made:
        """Wait for what is made; meanwhile `draw`, in the caller's thread, every news and at every beat."""
        while True:
            with self._news:
                if not self._ended:
                    self._news.wait(BEAT)
                doing, passed, made, ended = self._doing, self._passed, self._made, self._ended
            if made is not None:
                return made
            if ended:
                raise RuntimeError("What was underway broke off")
            draw(doing, passed)


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
        made = None
        try:
            made = make(underway)
        finally:
            with self._lock:
                del self._found[key]
            underway.end(made)
