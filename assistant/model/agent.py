"""A model with the tools at hand, for one question: what it is told, what it may spend, and what comes of it.

LangChain runs the loop of model and tools; the bounds hold over everything that is said about the question.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware, ToolCallLimitMiddleware, after_model
from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, StructuredTool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import StreamMode
from pydantic import Field

from assistant.model.failures import BROKE_OFF, EMPTY, TOO_LONG, TOO_MANY_CALLS, Unanswered
from assistant.tools.arguments import Arguments
from assistant.tools.ledger import Ledger
from assistant.tools.tools import Tool

MODEL_CALLS, TOOL_CALLS = 8, 16  # for one question
LONGEST_REPLY = 8_000  # characters that a model may write at once
LOOKED_UP = 100_000  # characters of results for one question
ASK_USER = "ask_user"
ENOUGH = json.dumps({"refused": "Nothing more can be looked up for this question. Answer from what you have."})
ROOT: RunnableConfig = {"configurable": {"thread_id": "question"}, "recursion_limit": 20 * MODEL_CALLS}
HEARD: list[StreamMode] = ["messages", "updates"]
CUT = ("length", "max_tokens", "model_length", "MAX_TOKENS")  # how providers say that a reply was cut off


class Asking(Arguments):
    """A question to the user."""

    question: str = Field(max_length=300, description="One short question, in plain English.")
    options: list[str] = Field(
        min_length=2, max_length=6, description="The readings, each as a whole question of up to 200 characters."
    )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model came to: a text, `cut` where it was cut off, or a question `asked` back."""

    text: str = ""
    cut: bool = False
    asked: Asking | None = None


class Hearer(Protocol):
    """Whoever follows what a model does, in the thread of the event loop: must not wait."""

    def called(self, tool: str, given: Mapping[str, Any]) -> None:
        """A tool is called."""

    def wrote(self, text: str) -> None:
        """All that it has written of its present message."""


class Agent:
    """A model and the tools for one question; what is said to it continues one conversation."""

    def __init__(self, model: BaseChatModel, tools: Sequence[Tool], ledger: Ledger, hearer: Hearer) -> None:
        self._hearer = hearer
        self._asked: Asking | None = None
        self._looked_up = 0  # characters
        self._text, self._size = "", 0  # of the message that is being written
        # After the model the first of them comes last: a malformed call is counted before it is given back.
        bounds: list[AgentMiddleware[Any, Any, Any]] = [
            again_where_malformed,
            ModelCallLimitMiddleware(thread_limit=MODEL_CALLS, exit_behavior="error"),
            ToolCallLimitMiddleware(thread_limit=TOOL_CALLS),
        ]
        self._agent: CompiledStateGraph[Any, Any, Any, Any] = create_agent(
            model,
            [*(self._tool(one, ledger) for one in tools), self._ask_user()],
            system_prompt=instructions(),
            middleware=bounds,
            checkpointer=InMemorySaver(),
        )

    async def say(self, messages: Sequence[AnyMessage]) -> Reply:
        """What the model comes to when told something. Raises Unanswered, and whatever its provider's package does."""
        self._asked, self._text, self._size = None, "", 0
        last: AIMessage | None = None
        stream: Any = self._agent.astream({"messages": list(messages)}, ROOT, stream_mode=HEARD)
        try:
            async with aclosing(stream):
                async for mode, data in stream:
                    if mode == "messages" and isinstance(data[0], AIMessageChunk):
                        self._heard(data[0])
                    elif mode == "updates" and (replied := (data.get("model") or {}).get("messages")):
                        last = self._replied(replied[-1])
                    if self._asked is not None:
                        return Reply(asked=self._asked)
        except ModelCallLimitExceededError:
            raise Unanswered(TOO_MANY_CALLS) from None
        return _reply(last)

    def _heard(self, piece: AIMessageChunk) -> None:
        """A piece of a message. Raises Unanswered where the message is too long."""
        self._size += len(piece.text) + sum(len(call["args"] or "") for call in piece.tool_call_chunks)
        if self._size > LONGEST_REPLY:
            raise Unanswered(TOO_LONG)
        if piece.text:
            self._text += piece.text
            self._hearer.wrote(self._text)

    def _replied(self, message: AIMessage) -> AIMessage:
        """A whole message, with the tools it calls."""
        self._text, self._size = "", 0
        for call in message.tool_calls:
            self._hearer.called(call["name"], call["args"])
        return message

    def _tool(self, tool: Tool, ledger: Ledger) -> BaseTool:
        def run(**given: Any) -> str:
            if self._looked_up > LOOKED_UP:
                return ENOUGH
            reply = json.dumps(tool.call(given, ledger), ensure_ascii=False)
            self._looked_up += len(reply)
            return reply

        return _structured(tool.name, tool.description, tool.arguments, run)

    def _ask_user(self) -> BaseTool:
        def run(**given: Any) -> str:
            self._asked = Asking(**given)
            return ""

        return _structured(ASK_USER, "Ask the user which of two or more readings is meant.", Asking, run)


def _structured(name: str, description: str, arguments: type[Arguments], run: Callable[..., str]) -> BaseTool:
    return StructuredTool(name=name, description=description, args_schema=arguments, func=run)


@after_model(can_jump_to=["model"])
def again_where_malformed(state: Any, runtime: Any) -> dict[str, Any] | None:
    """A message whose every call of a tool is malformed goes back to the model, with that as the calls' results."""
    last = state["messages"][-1]
    malformed = isinstance(last, AIMessage) and last.invalid_tool_calls and not last.tool_calls
    return {"jump_to": "model"} if malformed else None


@cache
def instructions() -> str:
    """What every model is told first."""
    return Path(__file__).with_name("instructions.md").read_text(encoding="utf-8")


def _reply(last: AIMessage | None) -> Reply:
    """The last message as a reply. Raises Unanswered where it is empty or no end of it was sent."""
    if last is None:
        raise Unanswered(EMPTY)
    ended = next(
        (
            last.response_metadata[k]
            for k in ("finish_reason", "stop_reason", "done_reason")
            if last.response_metadata.get(k)
        ),
        "",
    )
    if not ended:
        raise Unanswered(BROKE_OFF)
    if not last.text.strip():
        raise Unanswered(EMPTY)
    return Reply(str(last.text), cut=ended in CUT)
