"""What has been given out while one question is answered: every source by its token, every figure worked out."""

from threading import Lock
from typing import Any

from assistant.answers import Answer, Citation
from assistant.tools.marks import evidence, token
from assistant.tools.replies import Reply, WorkedOut, reply
from corpus.errors import ProbationError


class Ledger:
    """The evidence of one question. Tools may be run side by side, so it is kept under a lock."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sources: dict[str, Citation] = {}
        self._worked_out: dict[WorkedOut, None] = {}
        self._answers: list[Answer] = []
        self._texts: list[str] = []

    def give(self, answer: Answer) -> dict[str, Any]:
        """An answer as it is given to whoever called a tool; the sources and figures it gives are remembered.

        Raises ProbationError where it is too long, or where two sources cannot be told apart by their tokens.
        """
        made = reply(answer)
        with self._lock:
            self._tell_apart(answer, made)
            self._answers.append(answer)
            self._texts.append(made.given["answer"])
            self._sources.update(made.sources)
            self._worked_out.update(dict.fromkeys(made.worked_out))
        return dict(made.given)

    def source(self, given: str) -> Citation | None:
        """The source of a token; None where it was never given out."""
        return self._sources.get(given)

    @property
    def worked_out(self) -> tuple[WorkedOut, ...]:
        """Every figure that a calculator gave, in the order they came."""
        with self._lock:
            return tuple(self._worked_out)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the tools said, with marks, in the order it came."""
        with self._lock:
            return tuple(self._texts)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the tools replied, in the order they came."""
        with self._lock:
            return tuple(self._answers)

    def _tell_apart(self, answer: Answer, made: Reply) -> None:
        """Refuse sources that share a token: a publication could be written so that two do."""
        for source in answer.citations:
            given = token(source)
            others = (self._sources.get(given, source), made.sources.get(given, source))
            if any(evidence(other) != evidence(source) for other in others):
                raise ProbationError(f"The source {source.locator} cannot be told apart from another; leave it out.")
