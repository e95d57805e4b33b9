"""A stand-in for a provider of language models: a server on loopback that speaks OpenAI's chat completions.

Its replies are scripted, and it is driven through the real client over real HTTP.
"""

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any

from scripted_replies import Calls, Half, Raw, Reply, Scripted, Seen, Silence, Status, Text, Trickle
from scripted_wire import events, message

from assistant.model.settings import ModelSettings

__all__ = ["Calls", "Half", "Raw", "Reply", "Scripted", "ScriptedModel", "Seen", "Silence", "Status", "Text", "Trickle"]


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
                self._whole(200, json.dumps(message(Text(reply.text))).encode()[:-20])
            case Trickle():
                self._whole(200, json.dumps(message(Text(reply.text))).encode())
            case _:
                self._whole(200, json.dumps(message(reply)).encode())

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
        for event in events(reply):
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
