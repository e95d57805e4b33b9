"""Stand-ins for the sites that publications are fetched from: a server on loopback with their interfaces' shapes.

Everything on them is made up. A file is served as scripted: with what its host says of its version, broken off, packed.
"""

import gzip
import json
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from corpus.fetching.catalogue import Catalogue, Govuk, Interface, Listed, Series

RELEASE = "/government/statistics/lantern-annual-update-to-march-2032"
BULLETIN = f"{RELEASE}/lantern-annual-update-to-march-2032"
COLLECTION = "/government/collections/lantern-statistics"
TEXT = """<div class="govspeak"><h2>1. Main Points</h2>
<p>This made-up publication is about lanterns lit from April 2031 to March 2032. The pier had 19 lamps.</p></div>"""


@dataclass(frozen=True)
class Reply:
    """What is served at a path. `breaks`: the connection is closed after so many bytes of the body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    breaks: int | None = None
    ranges: bool = True  # whether a part is served where one is asked for
    length: bool = True  # whether the reply says how long it is
    trickles: float = 0.0  # seconds between the bytes


Served = Reply | Sequence[Reply] | Callable[[str], Reply]  # replies in order, the last repeats; or by the query


class Site:
    """The server, as a context; `served` by path. What it was asked for is in `asked`, as (path and query, headers)."""

    def __init__(self, served: Mapping[str, Served] | None = None, host: str = "127.0.0.1") -> None:
        self.served: dict[str, Served] = dict(served or {})
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = Event()
        self._host = host

    def __enter__(self) -> "Site":
        server = _Server6 if ":" in self._host else _Server
        self._server = server((self._host, 0), _Handler)
        self._server.site = self
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://[{self._host}]:{self.port}" if ":" in self._host else f"http://{self._host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def reply(self, path: str) -> Reply:
        name, _, query = path.partition("?")
        served = self.served.get(name, Reply(status=404))
        if callable(served):
            return served(query)
        times = sum(asked.partition("?")[0] == name for asked in self.paths)
        return served if isinstance(served, Reply) else served[min(times, len(served)) - 1]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no news."""


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test's output is its own."""

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        reply = site.reply(self.path)
        if reply.etag and self.headers.get("If-None-Match") == reply.etag:
            self._head(Reply(status=304, etag=reply.etag), 0)
            return
        first = self._first(reply)
        if first:
            said = {"Content-Range": f"bytes {first}-{len(reply.body) - 1}/{len(reply.body)}"}
            reply = replace(reply, body=reply.body[first:], status=206, headers={**reply.headers, **said})
        self._head(reply, len(reply.body))
        self._send(reply)

    def _first(self, reply: Reply) -> int:
        asked = self.headers.get("Range", "")
        same = reply.etag and self.headers.get("If-Range") == reply.etag
        return int(asked.removeprefix("bytes=").rstrip("-")) if asked and same and reply.ranges else 0

    def _head(self, reply: Reply, length: int) -> None:
        self.send_response(reply.status)
        for name, value in {**reply.headers, **({"ETag": reply.etag} if reply.etag else {})}.items():
            self.send_header(name, value)
        if reply.length:
            self.send_header("Content-Length", str(length))
        else:
            self.send_header("Connection", "close")
        self.end_headers()

    def _send(self, reply: Reply) -> None:
        if reply.trickles:
            for byte in reply.body:
                if self.server.site.closing.wait(reply.trickles):
                    return
                self.wfile.write(bytes([byte]))
            return
        self.wfile.write(reply.body if reply.breaks is None else reply.body[: reply.breaks])
        if reply.breaks is not None or not reply.length:
            self.close_connection = True


def packed(body: bytes, **more: Any) -> Reply:
    """A body packed by gzip, as a host sends it."""
    return Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"}, **more)


def as_json(value: Any, **more: Any) -> Reply:
    return Reply(json.dumps(value).encode(), headers={"Content-Type": "application/json; charset=utf-8"}, **more)


def landing(*attachments: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """The Content API's reply for a release: words about it, and what is attached."""
    return {
        "base_path": RELEASE,
        "title": "Lantern Annual, update to March 2032",
        "schema_name": "publication",
        "document_type": "official_statistics",
        "first_published_at": "2032-07-29T09:30:00.000+01:00",
        "public_updated_at": "2032-07-29T09:30:00.000+01:00",
        "details": {"body": "<div class='govspeak'><p>About lanterns.</p></div>", "attachments": list(attachments)},
        "links": {
            "organisations": [{"title": "Ministry of Lanterns", "base_path": "/government/organisations/lanterns"}],
            "document_collections": [{"title": "Lantern statistics", "base_path": COLLECTION}],
        },
        **more,
    }


def page_attached(title: str = "Lantern Annual, update to March 2032", address: str = BULLETIN) -> dict[str, Any]:
    return {"attachment_type": "html", "title": title, "url": address}


def file_attached(title: str, address: str, kind: str = "application/octet-stream") -> dict[str, Any]:
    name = urlsplit(address).path.rpartition("/")[2]
    return {"attachment_type": "file", "title": title, "url": address, "content_type": kind, "filename": name}


def bulletin(body: str = TEXT) -> dict[str, Any]:
    """The Content API's reply for the bulletin itself."""
    return {
        "base_path": BULLETIN,
        "title": "Lantern Annual, update to March 2032",
        "schema_name": "html_publication",
        "document_type": "html_publication",
        "first_published_at": "2032-07-29T09:30:00.000+01:00",
        "public_updated_at": "2032-07-29T09:30:00.000+01:00",
        "details": {"body": body},
        "links": {"organisations": [{"title": "Ministry of Lanterns"}], "parent": [{"base_path": RELEASE}]},
    }


def collection(*documents: Mapping[str, Any]) -> dict[str, Any]:
    """The Content API's reply for a collection."""
    return {
        "base_path": COLLECTION,
        "title": "Lantern statistics",
        "schema_name": "document_collection",
        "document_type": "document_collection",
        "details": {"body": "", "collection_groups": []},
        "links": {"documents": list(documents)},
    }


def listed(title: str, path: str, updated: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "base_path": path, "public_updated_at": f"{updated}T09:30:00+01:00", **more}


def question(
    id_: int, uin: str = "731", tabled: str = "2032-05-03", answer: str = "<p>There were 19 lamps.</p>"
) -> Any:
    """A written question as Parliament's interface gives it in full."""
    return {
        "value": {
            "id": id_,
            "uin": uin,
            "house": "Commons",
            "heading": "Lamps: Piers",
            "dateTabled": f"{tabled}T00:00:00",
            "dateAnswered": "2032-05-11T00:00:00",
            "questionText": "To ask the Secretary of State for Lanterns, how many lamps the pier at Sandy Bay had.",
            "answerText": answer,
            "answeringBodyName": "Ministry of Lanterns",
            "isWithdrawn": False,
            "answerIsHolding": False,
        },
        "links": [],
    }


def results(*found: Any) -> Callable[[str], Reply]:
    """A list of written questions, as many at a time as are asked for, each with but the beginning of its answer."""

    def reply(query: str) -> Reply:
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        fitting = [one for one in found if asked.get("uIN", one["value"]["uin"]) == one["value"]["uin"]]
        skip, take = int(asked.get("skip", 0)), int(asked["take"])
        cut = [{"value": {**one["value"], "answerText": "There..."}} for one in fitting[skip : skip + take]]
        return as_json({"totalResults": len(fitting), "results": cut})

    return reply


def catalogue(site: Site, *, publication: Sequence[Listed] = (), series: Sequence[Series] = ()) -> Catalogue:
    """A catalogue whose every interface is this server, and that waits for nothing."""
    return Catalogue(
        hosts=(site.url,),
        pause=0,
        govuk=Govuk(pages=site.url, api=f"{site.url}/api/content", same=("pdf", "web", "version", "accessible")),
        questions=Interface(pages=f"{site.url}/written-questions/detail", api=f"{site.url}/api/questions"),
        publication=tuple(publication),
        series=tuple(series),
    )
