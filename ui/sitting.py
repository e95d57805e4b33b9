"""What a visitor has open on the Ask page, and everything that can be done with it, as callbacks of its widgets.

Each is kept on the disk before anything else happens, so that nothing entered is lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol
from uuid import uuid4

import streamlit as st

from assistant.answers import Answer
from assistant.conversations import Conversation, Conversations, Turn, answered_before
from assistant.exports.parliamentary import ParliamentaryAnswer
from assistant.exports.said import said
from assistant.held import Held
from assistant.turns import Chosen, Question
from assistant.turns import Turn as Said
from corpus.errors import UnusableStore
from ui.frame import sentence
from ui.underway import AllUnderway, Draw, Underway
from ui.visitors import COOKIE

NOT_YOURS = (
    "This conversation is not here. It was deleted, or was held in another browser: from there, a link to an answer "
    "can be passed on."
)
LONGEST = 2_000  # characters of a question


class Asks(Protocol):
    """What the page needs of an assistant."""

    def ask(self, turns: Sequence[Said]) -> Answer:
        """Answer the last of the user's questions, the earlier ones being the conversation."""

    def publications(self) -> Sequence[Held]:
        """What is held."""

    def examples(self) -> tuple[str, ...]:
        """Questions that what is held can answer."""

    def outdated(self, answer: Answer) -> tuple[str, ...]:
        """What an answer rests on and is no longer so, one sentence each."""

    def parliamentary(self, answers: Sequence[Answer]) -> ParliamentaryAnswer:
        """Answers in the layout of a parliamentary answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A turn with what came of it, and the sentence that says why it could not be kept, where it could not."""

    turn: Turn
    unkept: str = ""


class AsksModel(Protocol):
    """What the page needs of a language model that puts answers into words."""

    def ask(self, turns: Sequence[Said], told: Sequence[str], watcher: Underway[Answered]) -> Answer:
        """Answer the last question; `told` are the answers shown to those before it."""


UNDERWAY = AllUnderway[Answered]()  # answers of a model, by the ids of their turns


@dataclass(frozen=True, slots=True)
class Sitting:
    """A visitor with a conversation open, or with none yet; `model` where one is to put the answers into words."""

    assistant: Asks
    conversations: Conversations
    visitor: str
    conversation: Conversation | None = None
    model: AsksModel | None = None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of the conversation, oldest first."""
        return self.conversation.turns if self.conversation else ()

    def renewed(self) -> "Sitting":
        """The same with what has been kept since it began."""
        opened = self.conversations.open(self.visitor, self.conversation.id) if self.conversation else None
        return replace(self, conversation=opened)

    def ask(self, question: Question, again: Turn | None = None) -> None:
        """Keep a question that the page then answers; `again`: the turn that it asks with something changed."""
        if question.text.strip():
            now = self.conversation.id if self.conversation else ""
            _reporting(lambda: _open(self.conversations.ask(self.visitor, question, now, again)))

    def ask_words(self, words: str) -> None:
        """Keep a question in plain words."""
        self.ask(Question(words.strip()))

    def ask_typed(self) -> None:
        """Keep what was typed into the box."""
        self.ask_words(st.session_state.get("typed") or "")

    def ask_changed(self, turn: Turn, chosen: Chosen) -> None:
        """Keep the question of a turn once more, with one thing set by hand."""
        others = tuple(one for one in turn.question.chosen if one.kind != chosen.kind)
        self.ask(Question(turn.question.text, (*others, chosen)), again=turn)

    def ask_anew(self, turn: Turn) -> None:
        """Keep the question of a turn once more, as it was asked, to be answered from what is held now."""
        self.ask(turn.question, again=turn)

    def try_again(self, turn: Turn) -> None:
        """Let a turn that failed be answered anew."""
        _reporting(lambda: self.conversations.keep(self.visitor, turn, None))

    def answer(self, turn: Turn, draw: Draw) -> Turn:
        """The turn, answered; a problem becomes its sentence. `draw` shows how far a model's answer is.

        What was set by hand is what the assistant's own reading can be set to, so the assistant answers that itself.
        """
        underway = UNDERWAY.get(turn.id)
        if underway is None and self.model and not turn.question.chosen:
            underway = UNDERWAY.begin(turn.id, partial(self._answered_by, self.model, turn))
        answered = underway.follow(draw) if underway else self._answered(turn, self._ask_assistant)
        if answered.unkept:
            st.session_state["trouble"] = answered.unkept
        return answered.turn

    def _answered_by(self, model: AsksModel, turn: Turn, watcher: Underway[Answered]) -> Answered:
        """The turn with its answer by a model, which is kept."""
        return self._answered(turn, lambda asked, before: model.ask(asked, [_told(one) for one in before], watcher))

    def _ask_assistant(self, asked: Sequence[Question], _: Sequence[Turn]) -> Answer:
        return self.assistant.ask(asked)

    def _answered(self, turn: Turn, ask: Callable[[Sequence[Question], Sequence[Turn]], Answer]) -> Answered:
        """The turn with its answer, which is kept; `ask` has the questions, and the turns of all but the last."""
        answer, problem, unkept = None, "", ""
        try:
            turns = self.renewed().turns  # some may have been answered since
            if any(one.id == turn.id and one.answer for one in turns):
                return Answered(turns[turn.number])
            before = answered_before(turns, turn)
            answer = ask([*(one.question for one in before), turn.question], before)
        except Exception as error:
            problem = sentence(error)
        try:
            self.conversations.keep(self.visitor, turn, answer, problem)
        except UnusableStore as error:
            unkept = sentence(error)
        return Answered(replace(turn, answer=answer, problem=problem), unkept)

    def rate(self, turn: Turn, useful_key: str, comment_key: str) -> None:
        """Keep what was said of an answer."""
        useful, comment = st.session_state.get(useful_key), st.session_state.get(comment_key) or ""
        told = None if useful is None else bool(useful)
        _reporting(lambda: self.conversations.rate(self.visitor, turn, told, comment.strip()))

    def rename(self, key: str) -> None:
        """Give the conversation the name that was typed."""
        if self.conversation:
            identifier, name = self.conversation.id, st.session_state.get(key) or ""
            _reporting(lambda: self.conversations.rename(self.visitor, identifier, name))

    def delete(self) -> None:
        """Forget the conversation."""
        if self.conversation:
            identifier = self.conversation.id
            _reporting(lambda: self.conversations.delete(self.visitor, identifier))
            _open("")

    def open(self, identifier: str) -> None:
        """Open another of the visitor's conversations."""
        _open(identifier)

    def start_again(self) -> None:
        """Open no conversation: the next question begins one."""
        _open("")


def visiting() -> str:
    """What the browser is known by: its cookie, or where it keeps none, this visit."""
    return str(st.context.cookies.get(COOKIE) or st.session_state.setdefault("visit", uuid4().hex))


def sit_down(assistant: Asks, conversations: Conversations, visitor: str) -> Sitting:
    """A visitor with what the address or the last page view says is open. Raises UnusableStore.

    A question in the address (q=...) begins a conversation.
    """
    if question := st.query_params.get("q", "").strip():
        del st.query_params["q"]
        _open(conversations.ask(visitor, Question(question[:LONGEST].strip())))
    wanted = st.query_params.get("conversation") or st.session_state.get("conversation", "")
    found = conversations.open(visitor, wanted) if wanted else None
    if wanted and found is None:
        st.session_state["trouble"] = NOT_YOURS
    _open(found.id if found else "")
    return Sitting(assistant, conversations, visitor, found)


def trouble() -> str:
    """What went wrong with the last thing that was done, told once."""
    return str(st.session_state.pop("trouble", ""))


def _told(turn: Turn) -> str:
    """What a turn was answered with, as plain text."""
    return "\n".join(part.text for part in said(turn.answer, marked=False)) if turn.answer else ""


def _open(identifier: str) -> None:
    """Remember which conversation is open, here and in the address."""
    st.session_state["conversation"] = identifier
    if identifier:
        st.query_params["conversation"] = identifier
    else:
        st.query_params.pop("conversation", None)


def _reporting(act: Callable[[], None]) -> None:
    """Do something with what is kept; where that fails, the page says so."""
    try:
        act()
    except UnusableStore as error:
        st.session_state["trouble"] = sentence(error)
