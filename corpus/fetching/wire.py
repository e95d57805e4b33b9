"""The connection to a host: to an address that was looked up and checked first, and to no other, within a time limit.

A name is resolved once for a connection and the connection made to what was checked, so that a name which leads
elsewhere at a second look is no way round the check. Nothing of the environment is followed but a set proxy and
certificates: no netrc, no cookies.
"""

import os
import socket
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from threading import Thread
from typing import Any

import httpcore
import httpx

from corpus.errors import Unfetched
from corpus.fetching.hosts import Hosts, public

Resolve = Callable[[str, int], Sequence[str]]
PROXY = "PROBATION_PROXY"
NAME = f"probation-assistant/{version('probation-assistant')} (a probation assistant; fetches what its user asks for)"
CONNECTING, SILENT = 5.0, 20.0  # seconds for a connection, and of silence on one
LOOKING_UP = 8.0  # seconds


class Deadline:
    """The moment until which a file may take, set anew for each."""

    def __init__(self) -> None:
        self._at = float("inf")

    def within(self, seconds: float) -> None:
        """Let what comes take so many seconds from now."""
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds left; none or less than none once they are over."""
        return self._at - time.monotonic()


class Checked(httpcore.NetworkBackend):
    """Connects to hosts that may be asked, at addresses that they may have."""

    def __init__(self, hosts: Hosts, deadline: Deadline, resolve: Resolve) -> None:
        self._hosts, self._deadline, self._resolve = hosts, deadline, resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of a host's addresses that answers. Raises Unfetched where one is not allowed."""
        addresses = self._resolve(host, port)
        private = next((one for one in addresses if not public(one)), None)
        if private and not self._hosts.may_be_private(host, port):
            what = f"its name leads to {private}, which is not an address of the public internet"
            raise Unfetched(host, what, f"If this is meant, set it with its port in PROBATION_HOSTS: {host}:{port}.")
        failed: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Watched(stream, self._deadline)
        raise failed


class _Watched(httpcore.NetworkStream):
    """A connection that ends with the time limit, however little by little its host sends."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline.left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return self._stream.read(max_bytes, min(left, timeout or SILENT))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Watched(self._stream.start_tls(ssl_context, server_hostname, timeout), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Transport(httpx.HTTPTransport):
    """httpx's own transport, over connections that are checked."""

    def __init__(self, hosts: Hosts, deadline: Deadline, resolve: Resolve) -> None:
        context = httpx.create_ssl_context(trust_env=True)  # SSL_CERT_FILE: a ministry may have certificates of its own
        super().__init__(verify=context)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=1, network_backend=Checked(hosts, deadline, resolve)
        )


def client(
    hosts: Hosts, deadline: Deadline, resolve: Resolve | None = None, environ: Mapping[str, str] = os.environ
) -> httpx.Client:
    """What asks. A proxy that PROBATION_PROXY names resolves names, so that the check of what they lead to is its.

    Raises Unfetched where the proxy is none.
    """
    proxy = environ.get(PROXY, "").strip()
    return httpx.Client(
        transport=_proxied(proxy) if proxy else _Transport(hosts, deadline, resolve or resolved),
        headers={"User-Agent": NAME},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(SILENT, connect=CONNECTING),
        follow_redirects=False,
        trust_env=False,
    )


def _proxied(address: str) -> httpx.HTTPTransport:
    remedy = "Give it as http://proxy.example:8080, without a user name or password."
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        raise Unfetched(PROXY, "it is not the address of a proxy", remedy) from None
    if url.scheme not in ("http", "https") or not url.host or url.userinfo:
        raise Unfetched(PROXY, "it is not the address of a proxy", remedy)
    return httpx.HTTPTransport(proxy=httpx.Proxy(url))


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host, looked up within seconds. Raises Unfetched where there is none, as offline."""
    found: list[str] = []
    asking = Thread(target=_look_up, args=(host, port, found), daemon=True)  # the system's look-up has no time limit
    asking.start()
    asking.join(LOOKING_UP)
    if not found:
        what = "its address could not be found"
        raise Unfetched(host, what, "Check that this computer is online, and the spelling of the host.")
    return list(found)


def _look_up(host: str, port: int, found: list[str]) -> None:
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))
