"""Who is visiting, and what a browser may do with the page.

There are no accounts: a browser is known by a random cookie that no script can read, so that it finds its
conversations again and nobody else's. The headers keep every request on this machine's server.
"""

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "probation_visitor"
YEAR = 365 * 24 * 60 * 60  # seconds; browsers keep no cookie much longer
# Streamlit's page has styles and scripts of its own in line, and its charts are compiled in the browser.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",  # the address of an answer is for those who are given it
    "X-Content-Type-Options": "nosniff",
}


class Visitors:
    """Gives each new browser its cookie with the page it opens, and every reply its headers."""

    def __init__(self, app: ASGIApp, path: str = "/") -> None:
        """`path`: the prefix under which the page is served."""
        self._app = app
        self._path = f"/{path.strip('/')}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its reply back with a cookie where the browser has none."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        stranger = "text/html" in asked.get("accept", "") and not _known(asked.get("cookie", ""))
        new = secrets.token_urlsafe(24) if stranger else ""

        async def reply(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if new:
                    headers.append("Set-Cookie", self._cookie(new, scope["scheme"] == "https"))
            await send(message)

        await self._app(scope, receive, reply)

    def _cookie(self, value: str, secure: bool) -> str:
        ending = "; Secure" if secure else ""
        return f"{COOKIE}={value}; Path={self._path}; Max-Age={YEAR}; HttpOnly; SameSite=Lax{ending}"


def _known(cookies: str) -> bool:
    """Whether ours is among a browser's cookies; those of others on this host may be of any shape."""
    return bool(cookie_parser(cookies).get(COOKIE))
