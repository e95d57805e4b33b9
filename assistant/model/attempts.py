"""One question put to a model: its answer is checked, and asked for once more where it does not pass."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langsmith import tracing_context

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.lead.lead import Failed, Lead, Passed
from assistant.model import steps
from assistant.model.agent import Agent, Reply
from assistant.model.conversation import mending, messages
from assistant.model.failures import NOT_PUBLISHED, UNTRACED, Unanswered
from assistant.model.passing import Passing
from assistant.tools.ledger import Ledger
from assistant.tools.marks import token
from assistant.tools.tools import tools
from assistant.turns import Turn, words_of

ATTEMPTS = 2
DECLINED = re.compile(r"[\W_]*not published[\W_]*", re.I)
CUT_OFF = "The answer was too long and was cut off; write a shorter one."

Each = TypeVar("Each")


class Attempts:
    """What one question needs: the evidence given out for it, the lead, and whoever is told how far it is."""

    def __init__(
        self, assistant: Assistant, turns: Sequence[Turn], step: Callable[[str], None], show: Callable[[str], None]
    ) -> None:
        self._assistant = assistant
        self._turns = turns
        self._step = step
        self._ledger = Ledger()
        self._lead = Lead(assistant)
        self._passing = Passing(self._lead, turns, self._ledger, show)
        self._codes = {one.code.upper(): one.code for one in assistant.holdings().measures if one.code}

    async def answer(self, model: BaseChatModel, told: Sequence[str]) -> Answer:
        """The model's answer, checked; `told` are the answers shown to the earlier turns.

        Raises Unanswered, and whatever its provider's package does.
        """
        with tracing_context(enabled=False):  # whatever the environment says: nobody but the provider is told
            agent = Agent(model, tools(self._assistant), self._ledger, self)
            said = messages([words_of(turn) for turn in self._turns], told)
            for attempt in range(ATTEMPTS):
                if attempt:
                    self._step(steps.AGAIN)
                reply = await agent.say(said)
                self._passing.stop()
                outcome = await asyncio.to_thread(self._judged, reply)
                if isinstance(outcome, Passed):
                    return self._completed(outcome.answer)
                said = mending(outcome.faults)
        raise Unanswered(UNTRACED)

    def called(self, tool: str, given: Mapping[str, Any]) -> None:
        """A tool is called."""
        self._step(steps.step(tool, given, self._codes))

    def wrote(self, text: str) -> None:
        """All that the model has written of its present message."""
        self._passing.wrote(text)

    def _judged(self, reply: Reply) -> Passed | Failed:
        if reply.asked:
            return self._lead.asking(reply.asked.question, reply.asked.options, self._turns)
        if DECLINED.fullmatch(reply.text):
            raise Unanswered(NOT_PUBLISHED)
        return Failed((CUT_OFF,)) if reply.cut else self._lead.check(reply.text, self._turns, self._ledger)

    def _completed(self, answer: Answer) -> Answer:
        """The answer with what the tools gave beside what it cites: charts, and how they were understood."""
        cited = {token(source) for source in answer.citations}
        used = [one for one in self._ledger.answers if cited & {token(source) for source in one.citations}]
        return replace(
            answer,
            charts=_once([*answer.charts, *(chart for one in used for chart in one.charts)]),
            understood=_once(
                replace(each, kind=None, choices=()) for one in (answer, *used) for each in one.understood
            ),
        )


def _once(found: Iterable[Each]) -> tuple[Each, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(found))
