"""The lead: a model's text becomes an answer where every claim of it is borne out by the sources marked beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.tools.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Passed:
    """A text that passed, as the answer it is: marks numbered, quotes verbatim."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Failed:
    """A text that did not pass, and why: one sentence a fault, for the model to mend."""

    faults: tuple[str, ...]


class Lead:
    """Checks what a model wrote, against the evidence it was given and all that is held."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def check(self, text: str, question: str, ledger: Ledger) -> Passed | Failed:
        """A model's answer to a question, as far as it is written; a text that claims nothing fails."""
        raise NotImplementedError

    def asking(self, words: str, options: Sequence[str], question: str) -> Passed | Failed:
        """A question that a model asks back, with the readings to choose from."""
        raise NotImplementedError
