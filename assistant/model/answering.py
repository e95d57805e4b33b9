"""Questions answered in a model's words where these pass every check; by the assistant itself where they do not.

However its provider behaves, the answer comes within the time limit of the settings.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.model.failures import GARBAGE, LONG_QUESTION, TOO_SLOW, Unanswered, reason
from assistant.model.loop import start
from assistant.model.provider import chat_model, usable
from assistant.model.settings import ModelSettings
from assistant.model.steps import THINKING
from assistant.turns import Question, Turn, words_of
from corpus.errors import UnusableModel

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.model.attempts import Attempts

LOGGER = logging.getLogger(__name__)
LONGEST_QUESTION = 2_000  # characters


class Watcher(Protocol):
    """Whoever is shown how far an answer is, in the thread that asked for it."""

    def step(self, words: str) -> None:
        """What is being done, one line."""

    def text(self, markdown: str) -> None:
        """All of the answer that has passed so far."""


class Quiet:
    """A watcher that shows nothing."""

    def step(self, words: str) -> None:
        """Nothing."""

    def text(self, markdown: str) -> None:
        """Nothing."""


QUIET = Quiet()
News = SimpleQueue[Callable[[Watcher], None] | None]  # None: it is done


class Modelled:
    """An assistant whose answers a language model puts into words; any thread may ask it."""

    def __init__(self, assistant: Assistant, settings: ModelSettings) -> None:
        """Begins to load what is heavy. Raises UnusableModel where a package or a setting of the model is missing."""
        usable(settings)
        self.settings = settings
        self._assistant = assistant
        start(asyncio.to_thread(self._loaded))

    def ask(self, turns: Sequence[Turn], told: Sequence[str] = (), watcher: Watcher = QUIET) -> Answer:
        """Answer the last question of a conversation; `told` are the answers shown to the turns before it.

        Whatever the model's provider does ends in an answer: `model` names the model where the words are its own,
        `instead` says why they are not. A question with something set by hand is not put to the model.
        """
        started = time.perf_counter()
        if isinstance(turns[-1], Question) and turns[-1].chosen:
            return self._assistant.ask(turns)
        own = start(asyncio.to_thread(self._assistant.ask, turns))  # meanwhile, to be at hand when time is up
        try:
            answer = self._by_model(turns, told, watcher, started + self.settings.seconds)
        except Unanswered as unanswered:
            answer = replace(own.result(), instead=unanswered.reason)
        return replace(answer, seconds=time.perf_counter() - started)

    def _by_model(self, turns: Sequence[Turn], told: Sequence[str], watcher: Watcher, deadline: float) -> Answer:
        """The model's answer. Raises Unanswered, whatever went wrong."""
        if len(words_of(turns[-1])) > LONGEST_QUESTION:
            raise Unanswered(LONG_QUESTION)
        watcher.step(THINKING)
        news: News = SimpleQueue()
        answering = start(self._attempted(turns, told, news))
        answering.add_done_callback(lambda _: news.put(None))
        try:
            _follow(news, watcher, deadline)
            answer = answering.result()
        finally:
            answering.cancel()
        if isinstance(answer, str):
            raise Unanswered(answer)
        return replace(answer, question=words_of(turns[-1]), model=self.settings.name)

    async def _attempted(self, turns: Sequence[Turn], told: Sequence[str], news: News) -> Answer | str:
        """The model's answer, or in one line why there is none; of what is unforeseen only the kind is logged."""
        try:
            attempts, model, shown = await asyncio.to_thread(self._prepared, turns, told, news)
            return await attempts.answer(model, shown)
        except UnusableModel as error:
            return str(error)
        except Exception as error:
            if reason(error) == GARBAGE:
                LOGGER.warning("A model's answer could not be read: %s", type(error).__name__)
            return reason(error)

    def _prepared(
        self, turns: Sequence[Turn], told: Sequence[str], news: News
    ) -> tuple["Attempts", "BaseChatModel", Sequence[str]]:
        """What takes time to load or to work out, off the event loop."""
        make, model = self._loaded()
        attempts = make(
            self._assistant,
            turns,
            step=lambda words: news.put(lambda watcher: watcher.step(words)),
            show=lambda text: news.put(lambda watcher: watcher.text(text)),
        )
        return attempts, model, self._shown(turns, told)

    def _loaded(self) -> tuple[type["Attempts"], "BaseChatModel"]:
        """What asks a model, and the model."""
        from assistant.model.attempts import Attempts

        return Attempts, self._model

    def _shown(self, turns: Sequence[Turn], told: Sequence[str]) -> Sequence[str]:
        """The answers shown to the earlier turns; where they are not given, what the assistant itself answers."""
        if len(told) == len(turns) - 1:
            return told
        return [self._assistant.ask(turns[: n + 1]).headline for n in range(len(turns) - 1)]

    @cached_property
    def _model(self) -> "BaseChatModel":
        return chat_model(self.settings)


def _follow(news: News, watcher: Watcher, deadline: float) -> None:
    """Tell a watcher the news until there are no more. Raises Unanswered when time is up."""
    while True:
        try:
            told = news.get(timeout=max(0.0, deadline - time.perf_counter()))
        except Empty:
            raise Unanswered(TOO_SLOW) from None
        if told is None:
            return
        if time.perf_counter() > deadline:
            raise Unanswered(TOO_SLOW)
        told(watcher)
