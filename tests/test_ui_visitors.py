"""The pages' visitors: one cookie for a new browser, headers on every reply, nothing else changed."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from ui.visitors import COOKIE, HEADERS, Visitors

PAGE = {"accept": "text/html,application/xhtml+xml;q=0.9"}
KNOWN = f"{COOKIE}=made-up"


async def refused(_request):
    return PlainTextResponse("no", status_code=404, headers={"Referrer-Policy": "unsafe-url", "ETag": "made-up"})


async def echo(socket):
    await socket.accept()
    await socket.send_text(socket.cookies.get(COOKIE, "none"))
    await socket.close()


@pytest.fixture
def visit():
    """Asks for an address as a browser with the headers given, at a path prefix."""

    def ask(path: str = "/", prefix: str = "/", base: str = "http://localhost", **headers: str | bytes):
        routes = [
            Route("/refused", refused),
            Route("/{rest:path}", PlainTextResponse("made-up")),
            WebSocketRoute("/ws", echo),
        ]
        app = Starlette(routes=routes, middleware=[Middleware(Visitors, path=prefix)])
        return TestClient(app, base_url=base).get(path, headers=headers)

    return ask


def given(reply) -> list[str]:
    return reply.headers.get_list("set-cookie")


@pytest.mark.parametrize(
    ("prefix", "path"),
    [("/", "/"), ("", "/"), ("made-up", "/made-up"), ("/made/up/", "/made/up")],
    ids=["root", "none", "prefix", "two-parts"],
)
def test_a_new_browser_gets_one_cookie_that_no_script_or_other_site_can_use(visit, prefix, path):
    (cookie,) = given(visit(prefix=prefix, **PAGE))
    name_and_value, *rest = cookie.split("; ")
    assert re.fullmatch(rf"{COOKIE}=[\w-]{{32}}", name_and_value)
    assert {f"Path={path}", "HttpOnly", "SameSite=Lax"} < set(rest) and "Secure" not in rest


def test_each_browser_gets_another_cookie_and_over_https_a_secure_one(visit):
    first, second = (given(visit(base="https://localhost", **PAGE)) for _ in range(2))
    assert first != second
    assert first[0].endswith("; Secure")


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({**PAGE, "cookie": KNOWN}, id="known"),
        pytest.param({**PAGE, "cookie": f'{{"odd": 1}}; b[]=é; =; {KNOWN}'.encode()}, id="beside-broken-ones"),
        pytest.param({"accept": "*/*"}, id="a-file-of-the-page"),
        pytest.param({"accept": ""}, id="no-wish"),
    ],
)  # fmt: skip
def test_no_cookie_for_who_has_one_or_asks_for_no_page(visit, headers):
    reply = visit(**headers)
    assert reply.status_code == 200 and not given(reply)


@pytest.mark.parametrize("cookies", ["{", f"{COOKIE}=", f"x{KNOWN}", "a=\x01; ;;=", COOKIE])
def test_a_cookie_header_without_ours_does_no_harm(visit, cookies):
    reply = visit(**PAGE, cookie=cookies)
    assert reply.status_code == 200 and len(given(reply)) == 1


@pytest.mark.parametrize("path", ["/", "/refused"])
def test_every_reply_has_the_headers_and_keeps_its_own(visit, path):
    reply = visit(path)
    assert {name: reply.headers.get_list(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }
    assert reply.headers.get("etag") == ("made-up" if path == "/refused" else None)


def test_a_websocket_is_left_as_it_is():
    app = Starlette(routes=[WebSocketRoute("/ws", echo)], middleware=[Middleware(Visitors)])
    with TestClient(app).websocket_connect("/ws", headers={"cookie": KNOWN, **PAGE}) as socket:
        assert socket.receive_text() == "made-up"
        assert "set-cookie" not in dict(socket.extra_headers)
