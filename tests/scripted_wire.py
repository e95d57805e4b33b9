"""Replies of a scripted model in the form in which OpenAI's chat completions are sent, whole and streamed."""

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripted_replies import Calls, Half, Reply, Text, Trickle

TOKENS = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}


def _head(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": int(time.time()), "model": "scripted"}


def _tool_calls(calls: Calls) -> list[dict[str, Any]]:
    return [
        {
            "id": f"call_{time.monotonic_ns()}_{n}",
            "type": "function",
            "function": {"name": name, "arguments": given if isinstance(given, str) else json.dumps(given)},
        }
        for n, (name, given) in enumerate(calls.calls)
    ]


def message(reply: Reply) -> dict[str, Any]:
    """A whole message."""
    message: dict[str, Any] = {"role": "assistant", "content": getattr(reply, "text", "") or None}
    finish = getattr(reply, "finish", "stop")
    if isinstance(reply, Calls):
        message["tool_calls"] = _tool_calls(reply)
        finish = "tool_calls"
    return {
        **_head("chat.completion"),
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": TOKENS,
    }


def events(reply: Reply) -> Iterator[dict[str, Any]]:
    """The events of a streamed message, tool calls in the pieces in which OpenAI sends them."""
    yield _event({"role": "assistant", "content": ""})
    for piece in _pieces(reply):
        yield _event({"content": piece})
    if isinstance(reply, Half):
        return
    finish = getattr(reply, "finish", "stop")
    if isinstance(reply, Calls):
        finish = "tool_calls"
        for n, call in enumerate(_tool_calls(reply)):
            given = call["function"]["arguments"]
            head = call | {"index": n, "function": call["function"] | {"arguments": ""}}
            yield _event({"tool_calls": [head]})
            for part in (given[: len(given) // 2], given[len(given) // 2 :]):
                yield _event({"tool_calls": [{"index": n, "function": {"arguments": part}}]})
    yield _event({}, finish)
    yield {**_head("chat.completion.chunk"), "choices": [], "usage": TOKENS}


def _event(delta: Mapping[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {
        **_head("chat.completion.chunk"),
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }


def _pieces(reply: Reply) -> Sequence[str]:
    text: str = getattr(reply, "text", "")
    if isinstance(reply, Trickle):
        return list(text)
    if isinstance(reply, Text) and reply.pieces:
        size = max(1, -(-len(text) // reply.pieces))
        return [text[n : n + size] for n in range(0, len(text), size)]
    return re.findall(r"\S+\s*|\s+", text)
