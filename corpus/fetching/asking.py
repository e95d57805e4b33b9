"""Asking hosts for files: one at a time, with a pause, again where that may help, and never for more than is agreed.

A file that was fetched before is asked for on the condition that it changed; one that broke off from where it did.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type

from corpus.errors import Unfetched
from corpus.fetching import replies
from corpus.fetching.bodies import Unpackable, packed, pieces
from corpus.fetching.downloads import Place, Version
from corpus.fetching.hosts import Hosts
from corpus.fetching.wire import CONNECTING, Deadline, Resolve, client
from corpus.files import LARGEST_PACKED

Progress = Callable[[int, int], None]
Check = Callable[[Path], None]
TRIES = 4
PATIENCE = 60.0  # seconds that a host may ask to wait
HOPS = 5  # times that a host may send on
LATER = "Try again later; what came is kept."


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be fetched: bytes of a file and of all in a run, seconds for a file; seconds between requests."""

    file: int = LARGEST_PACKED
    run: int = 5 * LARGEST_PACKED
    seconds: float = 300.0
    pause: float = 1.0


def unseen(done: int, total: int) -> None:
    """Progress that nobody watches."""


def anything(path: Path) -> None:
    """A file that may be of any kind."""


class Asker:
    """Asks hosts for files; to be closed when all are there. It waits by `sleep`, which takes seconds."""

    def __init__(
        self, hosts: Hosts, limits: Limits, resolve: Resolve | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._hosts, self._limits, self._sleep = hosts, limits, sleep
        self._deadline = Deadline()
        self._client = client(hosts, self._deadline, resolve)
        self._asked: dict[str, float] = {}  # when each host was asked last
        self._spent = 0

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def save(self, place: Place, check: Check = anything, progress: Progress = unseen) -> bool:
        """Bring the file of a place's address there; False where it was there already and is unchanged.

        `check` is given the file before it takes its place, and raises Unfetched where it is not what was asked for.
        `progress` is told the bytes that came and those to come in all, 0 where that is not known. Raises Unfetched.
        """
        self._deadline.within(self._limits.seconds)
        retrying = Retrying(
            retry=retry_if_exception_type(replies.Again),
            stop=self._enough,
            wait=self._wait_before,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return bool(retrying(self._once, place, check, progress))
        except replies.Again as error:
            raise Unfetched(place.address, error.what, LATER) from error

    def _once(self, place: Place, check: Check, progress: Progress) -> bool:
        address, seen = self._hosts.checked(place.address), set[str]()
        while True:
            seen.add(address)
            self._pause(address)
            try:
                with self._client.stream("GET", address, headers=replies.conditions(place)) as response:
                    if not response.has_redirect_location:
                        return self._received(response, place, check, progress)
                    address = self._sent_on(response, place.address)
            except httpx.InvalidURL:
                what = "it is sent on to what is no address"
                raise Unfetched(place.address, what, "Check the address in a browser.") from None
            except httpx.HTTPError as error:
                raise self._failure(error, place.address) from error
            if address in seen or len(seen) > HOPS:
                raise Unfetched(place.address, "it is sent on and on", "Check the address in a browser.")

    def _sent_on(self, response: httpx.Response, asked: str) -> str:
        """The address that a host sends on to, where that may be asked."""
        try:
            return self._hosts.checked(str(response.url.join(response.headers["location"])))
        except Unfetched as error:
            raise Unfetched(asked, f"it is sent on to {error.where}: {error.what}", error.remedy) from error

    def _received(self, response: httpx.Response, place: Place, check: Check, progress: Progress) -> bool:
        """What came of a request: True where the file is new or another."""
        start = replies.start(response, place)
        if start is None:
            place.seen()
            return False
        version = replies.version(response)
        total = start + replies.length(response)
        self._bounded(place, start, total)
        with place.growing(Version() if packed(response) else version, start) as file:
            size = start
            try:
                for piece in pieces(response):
                    size += len(piece)
                    self._spent += len(piece)
                    self._bounded(place, size, size)
                    file.write(piece)
                    progress(size, total)
            except Unpackable as error:
                raise Unfetched(place.address, str(error), LATER) from error
        self._fitting(place, check)
        return place.keep(version)

    def _bounded(self, place: Place, size: int, total: int) -> None:
        """Refuse a file, or a run, that is too large or takes too long."""
        if total > self._limits.file:
            place.drop()
            what = f"it is larger than {self._limits.file / 1e6:g} MB"
            raise Unfetched(place.address, what, "Download it yourself and give what you need of it to ingest.")
        if self._spent > self._limits.run:
            what = f"more than {self._limits.run / 1e6:g} MB were fetched in one go"
            raise Unfetched(place.address, what, "Fetch the rest by itself; what came is kept.")
        if self._deadline.left() <= 0:
            raise self._slow(place.address)

    def _fitting(self, place: Place, check: Check) -> None:
        try:
            check(place.part)
        except Unfetched:
            place.drop()
            raise

    def _failure(self, error: httpx.HTTPError, address: str) -> Exception:
        """What a broken connection means: to be tried again, or not."""
        host = urlsplit(address).netloc
        if self._deadline.left() <= 0:
            return self._slow(address)
        if isinstance(error, httpx.ConnectTimeout):
            what = f"{host} did not answer within {CONNECTING:g} seconds"
            return Unfetched(address, what, "Check that this computer is online.")
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            what = f"{host} could not show that it is who it says"
            return Unfetched(address, what, "Behind a proxy that looks into connections, set SSL_CERT_FILE.")
        if isinstance(error, httpx.TimeoutException):
            return replies.Again(f"{host} fell silent")
        if isinstance(error, httpx.TransportError):
            connected = not isinstance(error, httpx.ConnectError)
            return replies.Again(f"the connection to {host} {'broke off' if connected else 'was not accepted'}")
        return Unfetched(address, f"{host} gave a reply that cannot be understood", LATER)

    def _slow(self, address: str) -> Unfetched:
        what = f"it took longer than {self._limits.seconds:g} seconds"
        return Unfetched(address, what, "Fetch it again: it goes on from where it was.")

    def _pause(self, address: str) -> None:
        """Wait until its host may be asked again."""
        host = urlsplit(address).netloc
        if host in self._asked:
            self._sleep(max(0.0, self._asked[host] + self._limits.pause - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _enough(self, state: RetryCallState) -> bool:
        """Whether to give up: after some tries, or where a host asks for more patience than there is."""
        asked = replies.asked_to_wait(state)
        return state.attempt_number >= TRIES or asked > min(PATIENCE, self._deadline.left())

    def _wait_before(self, state: RetryCallState) -> float:
        """Seconds before the next try: longer each time, and as long as the host asks."""
        longer: int = 2 ** (state.attempt_number - 1)
        return max(replies.asked_to_wait(state), self._limits.pause * longer)
