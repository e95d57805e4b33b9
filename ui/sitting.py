"""What a visitor has open on the Ask page, and everything that can be done with it, as callbacks of its widgets.

Each is kept on the disk before anything else happens, so that nothing entered is lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import uuid4

import streamlit as st

from assistant.answers import Answer
from assistant.conversations import Conversation, Conversations, Turn, asked_before
from assistant.exports.parliamentary import ParliamentaryAnswer
from assistant.held import Held
from assistant.turns import Chosen, Question
from assistant.turns import Turn as Said
from corpus.errors import UnusableStore
from ui.frame import ONE_AT_A_TIME, sentence
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

    def parliamentary(self, answers: Sequence[Answer]) -> ParliamentaryAnswer:
        """Answers in the layout of a parliamentary answer."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A visitor with a conversation open, or with none yet."""

    assistant: Asks
    conversations: Conversations
    visitor: str
    conversation: Conversation | None = None

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

    def try_again(self, turn: Turn) -> None:
        """Let a turn that failed be answered anew."""
        _reporting(lambda: self.conversations.keep(self.visitor, turn, None))

    def answer(self, turn: Turn) -> Turn:
        """The turn, answered; a problem becomes its sentence. Other visitors wait meanwhile."""
        answer, problem = None, ""
        try:
            with ONE_AT_A_TIME:
                before = asked_before(self.renewed().turns, turn)  # some may have been answered since
                answer = self.assistant.ask([*before, turn.question])
        except Exception as error:
            problem = sentence(error)
        _reporting(lambda: self.conversations.keep(self.visitor, turn, answer, problem))
        return Turn(
            id=turn.id, number=turn.number, question=turn.question, follows=turn.follows, answer=answer, problem=problem
        )

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
