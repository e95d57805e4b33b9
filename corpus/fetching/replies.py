"""What is asked of a host and what its reply means: nothing new, all of a file, the rest of one, not now, never."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from tenacity import RetryCallState

from corpus.errors import Unfetched
from corpus.fetching.bodies import packed
from corpus.fetching.downloads import Place, Version

PASSING = {
    408: "its host waited for too long",
    429: "its host was asked too often",
    500: "its host is in trouble",
    502: "its host is in trouble",
    503: "its host is busy",
    504: "its host is in trouble",
}
FINAL = {
    401: ("its host gives it only to whom it knows", "Download it yourself and give the file to ingest."),
    403: ("its host does not give it", "Download it yourself and give the file to ingest."),
    404: ("there is nothing at this address", "Check the address."),
    407: ("the proxy gives it only to whom it knows", "Ask who runs the proxy."),
    410: ("it was taken down", "Look for what stands in place of it."),
}
SAYABLE = re.compile(r"[\x20-\x7e]{1,500}")
RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?:\d+|\*)")


class Again(Exception):
    """A request failed in a way that may pass; `after` are the seconds that the host asks to wait."""

    def __init__(self, what: str, after: float = 0.0) -> None:
        super().__init__(what)
        self.what, self.after = what, after


def conditions(place: Place) -> dict[str, str]:
    """The headers by which only what is not there yet is sent."""
    record = place.record
    if place.begun:
        return {"Accept-Encoding": "identity", "Range": f"bytes={place.begun}-", "If-Range": record.part.exact}
    asked = {"Accept-Encoding": "gzip"}
    if place.whole and record.version.etag:
        asked["If-None-Match"] = record.version.etag
    if place.whole and record.version.modified:
        asked["If-Modified-Since"] = record.version.modified
    return asked


def start(response: httpx.Response, place: Place) -> int | None:
    """The byte from which a reply's body goes on; None where the file is unchanged. Raises Again or Unfetched."""
    status = response.status_code
    if status == 304 and place.whole:
        return None
    if status == 200:
        return _checked(response, place, 0)
    if status == 206 and place.begun and not packed(response):
        match = RANGE.fullmatch(response.headers.get("content-range", ""))
        if match and int(match["first"]) == place.begun and version(response).exact in ("", place.record.part.exact):
            return _checked(response, place, place.begun)
    if status in (206, 416):  # not the part that was asked for: from the start, then
        place.drop()
        raise Again("its host sent another part than the one asked for")
    if status in PASSING:
        raise Again(f"{PASSING[status]} ({status})", _after(response.headers.get("retry-after", "")))
    what, remedy = FINAL.get(status, ("its host does not give it", "Check the address in a browser."))
    raise Unfetched(place.address, f"{what} ({status})", remedy)


def version(response: httpx.Response) -> Version:
    """By what a host knows the version that it sent; what cannot be said back to it is nothing."""
    etag, modified = (response.headers.get(name, "") for name in ("etag", "last-modified"))
    return Version(
        etag=etag if SAYABLE.fullmatch(etag) else "", modified=modified if SAYABLE.fullmatch(modified) else ""
    )


def length(response: httpx.Response) -> int:
    """The bytes that a body says it has; 0 where it does not."""
    declared = response.headers.get("content-length", "")
    return int(declared) if declared.isascii() and declared.isdigit() and not packed(response) else 0


def asked_to_wait(state: RetryCallState) -> float:
    """The seconds that a host asked to wait at the last try."""
    error = state.outcome.exception() if state.outcome else None
    return error.after if isinstance(error, Again) else 0.0


def _checked(response: httpx.Response, place: Place, first: int) -> int:
    """The first byte of a body whose end can be told: one that ends with its connection may as well have broken off."""
    chunked = response.headers.get("transfer-encoding", "").lower().endswith("chunked")
    if not chunked and "content-length" not in response.headers:
        raise Unfetched(place.address, "its host does not say where it ends", "Download it yourself and ingest it.")
    return first


def _after(said: str) -> float:
    """The seconds that "Retry-After" says, as a number or as a time; 0 where it says neither."""
    if said.strip().isascii() and said.strip().isdigit():
        return float(said[:10])
    try:
        when = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
