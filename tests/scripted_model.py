"""A stand-in for a provider of language models: a server on loopback that speaks OpenAI's chat completions.

Its replies are scripted, and it is driven through the real client over real HTTP.
"""

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any

from assistant.model.settings import ModelSettings

TOKENS = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}


@dataclass(frozen=True)
class Text:
    """A message. `pieces` is how many it is streamed in, one for each word where it is 0."""

    text: str
    pieces: int = 0
    finish: str = "stop"


class Calls:
    """A message that calls tools: ("look_up", {...}), ...; arguments that are text are sent as they are.

    `text` is what is said beside the calls.
    """

    def __init__(self, *calls: tuple[str, Mapping[str, Any] | str], text: str = "") -> None:
        self.calls = calls
        self.text = text


@dataclass(frozen=True)
class Status:
    """A refusal by its HTTP status."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True)
class Silence:
    """Nothing for so many seconds, then the connection is closed."""

    seconds: float


@dataclass(frozen=True)
class Raw:
    """A body as it is, whatever was asked for. `pause` is the seconds before each of its bytes."""

    body: bytes
    pause: float = 0.0


@dataclass(frozen=True)
class Half:
    """A stream that breaks off after a text: within a message of HTTP, or `cleanly`, between two."""

    text: str
    cleanly: bool = False


@dataclass(frozen=True)
class Trickle:
    """A text streamed a character at a time."""

    text: str
    seconds_between: float


class Seen:
    """What the model was sent in a request."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.body = body
        self.messages: list[dict[str, Any]] = body.get("messages", [])

    @cached_property
    def results(self) -> list[dict[str, Any]]:
        """The results of tools, in order; one that is no JSON as {"text": ...}."""
        return [_result(one["content"]) for one in self.messages if one["role"] == "tool"]

    @property
    def tools(self) -> list[str]:
        """The names of the tools offered."""
        return [one["function"]["name"] for one in self.body.get("tools", [])]

    @property
    def asked(self) -> str:
        """The last thing said to the model, faults of its text included."""
        return [str(one["content"]) for one in self.messages if one["role"] == "user"][-1]

    def mark(self, place: str, title: str = "") -> str:
        """The mark of the first source given out of a place, in a publication. Raises AssertionError without one."""
        sources = [source for result in self.results for source in result.get("sources", [])]
        for source in sources:
            if place in source["place"] and title in source["publication"]:
                return f"[{source['id']}]"
        places = "; ".join(f"{source['publication']}, {source['place']}" for source in sources)
        raise AssertionError(f"No source given out is of {place!r} in {title!r}, only of: {places or 'none'}.")


Reply = Text | Calls | Status | Silence | Raw | Half | Trickle
Scripted = Reply | Callable[[Seen], Reply]


class ScriptedModel:
    """The server, as a context: the nth request gets the nth reply, the last one repeats."""

    def __init__(self, *replies: Scripted) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.failures: list[str] = []  # why scripts could not be followed
        self.replying = 0  # how many requests are being replied to
        self.closing = Event()
        self._replies = replies
        self._lock = Lock()

    def __enter__(self) -> "ScriptedModel":
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.model = self
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base address, ending in /v1."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def settings(self, seconds: float = 25.0) -> ModelSettings:
        """The settings by which it is used."""
        return ModelSettings("openai:scripted", self.url, seconds)

    def reply(self, body: dict[str, Any], headers: Mapping[str, str]) -> Reply:
        """The reply to a request; a 500 with the reason where the script cannot be followed."""
        with self._lock:
            self.requests.append(body)
            self.headers.append({name.lower(): value for name, value in headers.items()})
            scripted = self._replies[min(len(self.requests), len(self._replies)) - 1]
        if not callable(scripted):
            return scripted
        try:
            return scripted(Seen(body))
        except Exception as error:  # whatever a script stumbles over is told
            self.failures.append(f"{type(error).__name__}: {error}")
            return Status(500, body=json.dumps({"error": {"message": self.failures[-1]}}))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    model: ScriptedModel

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test's output is its own."""

    def do_POST(self) -> None:
        self.server.model.replying += 1
        try:
            self._reply()
        finally:
            self.server.model.replying -= 1

    def _reply(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        reply = self.server.model.reply(body, self.headers)
        match reply:
            case Status():
                self._whole(reply.status, reply.body.encode(), reply.headers)
            case Silence():
                self.server.model.closing.wait(reply.seconds)
                self.close_connection = True
            case Raw():
                self._raw(reply, body)
            case _ if body.get("stream"):
                self._streamed(reply)
            case Half():
                self._whole(200, json.dumps(_message(Text(reply.text))).encode()[:-20])
            case Trickle():
                self._whole(200, json.dumps(_message(Text(reply.text))).encode())
            case _:
                self._whole(200, json.dumps(_message(reply)).encode())

    def _whole(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Connection": "close", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _raw(self, reply: Raw, body: Mapping[str, Any]) -> None:
        kind = "text/event-stream" if body.get("stream") else "application/json"
        if not reply.pause:
            return self._whole(200, reply.body, {"Content-Type": kind})
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        for one in reply.body:
            if self.server.model.closing.wait(reply.pause):
                return None
            self.wfile.write(bytes([one]))
        return None

    def _streamed(self, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        pause = reply.seconds_between if isinstance(reply, Trickle) else 0.0
        for event in _events(reply):
            if pause and self.server.model.closing.wait(pause):
                return
            self._chunk(b"data: " + json.dumps(event).encode() + b"\n\n")
        if isinstance(reply, Half):
            self.close_connection = True
            if reply.cleanly:
                self._chunk(b"")
            return
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")


def _result(content: Any) -> dict[str, Any]:
    """A tool's result; its content may be text or a list of blocks of text."""
    text = content if isinstance(content, str) else "".join(block.get("text", "") for block in content)
    try:
        read = json.loads(text)
    except ValueError:
        return {"text": text}
    return read if isinstance(read, dict) else {"text": text}


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


def _message(reply: Reply) -> dict[str, Any]:
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


def _events(reply: Reply) -> Iterator[dict[str, Any]]:
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
