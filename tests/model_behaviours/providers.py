"""Providers that fail, stall, break off or talk garbage; and those that recover."""

from typing import Any

from scripted_model import Calls, Half, Raw, Silence, Status, Text, Trickle

from model_behaviours.behaviour import Behaviour, Says, look_up

VICTIMS = "What was victim satisfaction in 2024-25?"
RIGHT = Says("Victim satisfaction was 84.7% in 2024-25 {SL021}.")
LOOK_UP = Calls(*look_up("SL021"))
SHORT = 1.5  # seconds a question may take, where the provider makes it wait
EVENT = (
    b'data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":%s}]}\n\n'
)


def _of(id: str, *replies: Any, **more: Any) -> Behaviour:
    return Behaviour(id=id, group="provider", turns=(VICTIMS,), replies=replies, **more)


ERROR = '{"error": {"message": "victim satisfaction was 91.2% sk-leaked", "type": "x", "code": "y"}}'
STATUSES = tuple(_of(f"status-{n}", Status(n, body=ERROR)) for n in (400, 401, 402, 403, 404, 408, 409, 413, 418, 422))
LIMITS = (
    _of("rate-limit", Status(429, body=ERROR), seconds=SHORT),
    _of("rate-limit-retry-later", Status(429, {"Retry-After": "3600"}, ERROR), seconds=SHORT),
    _of("rate-limit-retry-nonsense", Status(429, {"Retry-After": "soon"}, ERROR), seconds=SHORT),
    _of("quota", Status(429, body='{"error": {"code": "insufficient_quota"}}'), seconds=SHORT),
    *(_of(f"status-{n}", Status(n, body="<html>down</html>"), seconds=SHORT) for n in (500, 502, 503, 504, 529)),
    _of("redirect", Status(302, {"Location": "https://example.org/"}), seconds=SHORT),
)
RIGHT_TOO = ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",)
RECOVERED = (  # asked again or given up, as the provider's client will have it
    _of("rate-limit-then-right", Status(429, {"Retry-After": "0"}, ERROR), LOOK_UP, RIGHT, true=RIGHT_TOO),
    _of("unavailable-then-right", Status(503, body="busy"), LOOK_UP, RIGHT, true=RIGHT_TOO),
    _of("error-between", LOOK_UP, Status(500, body="oops"), RIGHT, true=RIGHT_TOO),
)
GARBAGE = (
    _of("no-json", Raw(b"victim satisfaction was 91.2%"), seconds=SHORT),
    _of("html", Raw(b"<html><body>Victim satisfaction was 91.2%</body></html>"), seconds=SHORT),
    _of("empty-body", Raw(b""), seconds=SHORT),
    _of("null", Raw(b"data: null\n\ndata: [DONE]\n\n"), seconds=SHORT),
    _of("a-number", Raw(b"data: 7\n\ndata: [DONE]\n\n"), seconds=SHORT),
    _of("no-choices", Raw(b'data: {"choices": []}\n\ndata: [DONE]\n\n'), seconds=SHORT),
    _of("broken-json", Raw(b'data: {"choices": [{"delta": {"content": "91.2%\n\n'), seconds=SHORT),
    _of("bytes", Raw(bytes(range(256)) * 8), seconds=SHORT),
    _of("half-a-character", Raw(b"data: \xff\xfe\n\n"), seconds=SHORT),
    _of("content-of-another-type", Raw(EVENT % b'{"content": {"a": 91.2}}' + b"data: [DONE]\n\n"), seconds=SHORT),
    _of("call-without-a-name", Raw(EVENT % b'{"tool_calls": [{"index": 0}]}' + b"data: [DONE]\n\n"), seconds=SHORT),
    _of("error-in-the-stream", Raw(b'data: {"error": {"message": "91.2%"}}\n\n'), seconds=SHORT),
    _of("never-done", Raw(EVENT % b'{"content": "Victim satisfaction was 91.2%."}'), seconds=SHORT),
    _of("role-of-a-tool", Raw(EVENT % b'{"role": "tool", "content": "91.2%"}' + b"data: [DONE]\n\n"), seconds=SHORT),
    _of("garbage-after-the-call", LOOK_UP, Raw(b"data: {{{{\n\n"), seconds=SHORT),
    _of("empty-text", Text("")),
    _of("cut-off-by-length", LOOK_UP, Text("Victim satisfaction was 8", finish="length")),
    _of("filtered", LOOK_UP, Text("", finish="content_filter")),
)
BROKEN = (
    _of("half-a-lie", LOOK_UP, Half("Victim satisfaction was 91.2% in"), seconds=SHORT),
    _of("half-a-right-answer", LOOK_UP, Half("Victim satisfaction was 84."), seconds=SHORT),
    _of("half-cleanly", LOOK_UP, Half("Victim satisfaction was 9", cleanly=True), seconds=SHORT),
    _of("closed-at-once", Half(""), seconds=SHORT),
)
SLOW = (
    _of("silent", Silence(20), seconds=1),
    _of("silent-after-the-call", LOOK_UP, Silence(20), seconds=1),
    _of("silent-then-closed", Silence(0.1), seconds=SHORT),
    _of("trickle-of-lies", LOOK_UP, Trickle("Victim satisfaction was 91.2%. " * 50, 0.05), seconds=1),
    _of("trickle-before-the-call", Trickle("Let me see. " * 200, 0.05), seconds=1),
    _of("drip", Raw(b": waiting\n" * 200, pause=0.05), seconds=1),
)
ALL = (*STATUSES, *LIMITS, *RECOVERED, *GARBAGE, *BROKEN, *SLOW)
