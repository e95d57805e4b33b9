"""What a user names, fetched: a page of GOV.UK with what is attached to it, a file, a written question, a search.

Each file that comes is told of as it comes; what is wrong with one leaves the others.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from corpus.errors import Unfetched
from corpus.fetching import govuk, kinds, questions
from corpus.fetching.asking import Asker, Limits, Progress, unseen
from corpus.fetching.catalogue import Catalogue
from corpus.fetching.downloads import Place, place
from corpus.fetching.hosts import hosts
from corpus.fetching.wire import Resolve

ADDRESS = re.compile(r"\w[\w+.-]*://|[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)")  # with its scheme, or from its host on


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file that came of an address, or the line that says why none did; `note` is worth knowing and no failure."""

    address: str
    path: Path | None = None
    changed: bool = False  # False: it was there already and its host has no other
    problem: str = ""
    note: str = ""


class Fetcher:
    """Fetches into a folder, as a context; one at a time for a folder. Raises Unfetched where another is under way."""

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        progress: Progress = unseen,
        limits: Limits | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        """`limits` and `resolve`, where they are not those of the catalogue and the system."""
        self._folder, self._catalogue, self._progress = folder, catalogue, progress
        self._asker = Asker(hosts(catalogue.hosts), limits or Limits(pause=catalogue.pause), resolve)
        self._lock = FileLock(folder / ".lock")

    def __enter__(self) -> "Fetcher":
        """Keep others from the folder."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise Unfetched("fetch", "another one is under way", "Wait until it is done.") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections and let others in."""
        self._asker.close()
        self._lock.release()

    def fetch(self, named: str) -> Iterator[Fetched]:
        """Fetch what an address or the number of a written question names. Raises nothing that a host can cause."""
        try:
            yield from self._named(named.strip())
        except Unfetched as error:
            yield Fetched(address=named, problem=str(error))

    def search(self, words: str, most: int) -> Iterator[Fetched]:
        """Fetch answered written questions with some words, the first `most` as Parliament orders them."""
        try:
            yield from self._searched(words, most)
        except Unfetched as error:
            yield Fetched(address=words, problem=str(error))

    def editions(self, collection: str) -> list[govuk.Edition]:
        """The publications that a collection of GOV.UK lists. Raises Unfetched."""
        site = self._catalogue.govuk
        reply = self._reply(govuk.api_address(collection, site) or collection)[1]
        if not govuk.is_collection(reply):
            raise Unfetched(collection, "this is no collection of publications", "Mend it in the catalogue.")
        return govuk.editions(reply, site)

    def fetched_on(self, address: str) -> date | None:
        """The day a page of GOV.UK was fetched last, None where it was not."""
        when = place(self._folder, govuk.api_address(address, self._catalogue.govuk), "json").record.fetched
        return when.date() if when else None

    def _named(self, named: str) -> Iterator[Fetched]:
        if uin := questions.number(named):
            yield from self._numbered(uin)
            return
        if not ADDRESS.match(named):
            what = "this is neither an address nor the number of a written question"
            raise Unfetched(repr(named[:100]), what, "To search for written questions by words, give --questions.")
        address = named if "://" in named else f"https://{named}"
        if api := questions.api_address(address, self._catalogue.questions):
            yield self._saved(api, "json")
        elif api := govuk.api_address(address, self._catalogue.govuk):
            yield from self._page(address, api)
        else:
            yield self._file(address, {"url": address})

    def _page(self, address: str, api: str) -> Iterator[Fetched]:
        """A page of GOV.UK, where it has words of its own, and what is attached to it."""
        site = self._catalogue.govuk
        came, reply = self._reply(api)
        if govuk.is_collection(reply):
            latest = max(govuk.editions(reply, site), key=lambda one: one.updated or date.min, default=None)
            remedy = f"Give the address of one, such as the latest: {latest.address}." if latest else "Give another."
            raise Unfetched(address, "this is a collection of publications", remedy)
        attached, left_out = govuk.attachments(reply, site)
        if govuk.is_read_itself(reply):
            yield came
        elif not attached:
            raise Unfetched(address, "nothing that is attached to this page can be read", " ".join(left_out))
        for one in attached:
            try:
                if api := govuk.api_address(one.address, site) if one.ending == "html" else "":
                    yield self._saved(api, "json")
                else:
                    yield self._file(one.address, govuk.details(reply, one, site))
            except Unfetched as error:
                yield Fetched(address=one.address, problem=str(error))
        for line in left_out:
            yield Fetched(address=came.address, note=f"left out: {line}")

    def _numbered(self, uin: str) -> Iterator[Fetched]:
        """The written question of a number; where sessions have given it to several, which they are."""
        site = self._catalogue.questions
        named = questions.found(self._reply(questions.numbered(uin, site))[1], site)
        if not named:
            raise Unfetched(f"UIN {uin}", "there is no written question of this number", "Check the number.")
        if len(named) > 1:
            shown = ", ".join(f"{one.page} ({one.heading})" for one in named)
            raise Unfetched(f"UIN {uin}", f"{len(named)} written questions have this number", f"Give one: {shown}.")
        yield self._saved(named[0].address, "json")

    def _searched(self, words: str, most: int) -> Iterator[Fetched]:
        site, asked, total = self._catalogue.questions, 0, 1
        seen: set[str] = set()
        while len(seen) < most and asked < total:
            reply = self._reply(questions.searched(words, asked, site))[1]
            total, asked = questions.in_all(reply), asked + questions.PER_PAGE
            fresh = {one.address: one for one in questions.found(reply, site) if one.address not in seen}
            if not fresh:
                break
            for one in list(fresh.values())[: most - len(seen)]:
                seen.add(one.address)
                yield self._each(one)
        if not seen:
            raise Unfetched(repr(words), "no answered written question was found", "Try other words.")
        if total > len(seen):
            yield Fetched(address=words, note=f"{len(seen)} of {total} questions found were fetched")

    def _each(self, question: questions.Question) -> Fetched:
        try:
            return self._saved(question.address, "json")
        except Unfetched as error:
            return Fetched(address=question.page, problem=str(error))

    def _reply(self, address: str) -> tuple[Fetched, Mapping[str, Any]]:
        """The reply of an interface, as it came and as it reads."""
        came = self._saved(address, "json")
        assert came.path is not None
        return came, kinds.reply(came.path, address)

    def _file(self, address: str, details: Mapping[str, Any]) -> Fetched:
        kept = place(self._folder, address)
        changed = self._asker.save(kept, kinds.check_file(address), self._progress)
        kept.tell(details)
        return self._came(kept, changed)

    def _saved(self, address: str, ending: str) -> Fetched:
        kept = place(self._folder, address, ending)
        return self._came(kept, self._asker.save(kept, kinds.check_reply(address), self._progress))

    def _came(self, kept: Place, changed: bool) -> Fetched:
        return Fetched(address=kept.address, path=kept.path, changed=changed)
