"""What a page of GOV.UK leads to: of the attachments of a release each document once, and its data tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from corpus.api import govuk
from corpus.api.fields import day, fields, items, text
from corpus.fetching.catalogue import Govuk
from corpus.metadata import series_of

DOCUMENTS = ("html", "pdf", "docx")  # the better first
TABLES = ("ods", "xlsx", "csv", "zip")
LANDINGS = ("publication", "statistical_data_set")  # pages that lead to their publication, which is attached
OF_TABLES = ("data", "table", "tables")
FILE = re.compile(r"\.[a-z][a-z0-9]{1,4}$", re.I)  # ends the address of a file, as that of a page does not


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file or page attached to a release: its address, what it is by its ending ("html" for a page), its title."""

    address: str
    ending: str
    title: str

    @property
    def tables(self) -> bool:
        """Whether it is read as data tables, by the format it comes in."""
        return self.ending in TABLES


@dataclass(frozen=True, slots=True)
class Edition:
    """A publication that a collection lists; `updated` is the day of its last change."""

    title: str
    address: str
    updated: date | None


def api_address(address: str, site: Govuk) -> str:
    """The address that gives a page of GOV.UK as JSON; "" for what is no such page, as a file's."""
    if within(address, site.api):
        return address
    path = urlsplit(address).path.strip("/")
    page = within(address, site.pages) and path and not FILE.search(path)
    return f"{site.api}/{path}" if page else ""


def within(address: str, base: str) -> bool:
    """Whether an address stands under another."""
    return address == base or address.startswith((f"{base}/", f"{base}?"))


def is_read_itself(reply: Mapping[str, Any]) -> bool:
    """Whether a page has words of its own to read, and is no list of publications or way to one."""
    if is_collection(reply):
        return False
    return text(reply, "schema_name") not in LANDINGS or not items(fields(reply, "details"), "attachments")


def is_collection(reply: Mapping[str, Any]) -> bool:
    """Whether a page lists publications."""
    return text(reply, "document_type") == "document_collection" or text(reply, "schema_name") == "document_collection"


def attachments(reply: Mapping[str, Any], site: Govuk) -> tuple[list[Attachment], list[str]]:
    """What is attached to a page and can be read, each document in its best format; and what is left out, in lines."""
    wanted: dict[tuple[bool, frozenset[str]], Attachment] = {}
    left_out: list[str] = []
    for one in _attached(reply, site):
        if one.ending not in (*DOCUMENTS, *TABLES):
            left_out.append(f"{one.title or one.address}: {_format(one)} is not read")
            continue
        key = (one.tables, _words(one.title, site.same) or frozenset([one.address]))
        wanted[key] = min((one, wanted.get(key, one)), key=_rank)
    return list(wanted.values()), left_out


def details(reply: Mapping[str, Any], attached: Attachment, site: Govuk) -> dict[str, Any]:
    """What a page says of a file attached to it, by the names of a sidecar.

    A document of another title than the page's, such as a guide, is no edition of its series.
    """
    said = govuk.said(reply)
    title = str(said.get("title", ""))
    own = _words(attached.title, site.same) - _words(title, site.same)
    if attached.tables:
        named = f"{title}: {attached.title if own - set(OF_TABLES) else 'data tables'}"
    else:
        named = attached.title if own else title
    series = said.get("series") or series_of(title) if attached.tables or not own else ""
    return said | {"title": named, "series": series, "url": attached.address}


def editions(reply: Mapping[str, Any], site: Govuk) -> list[Edition]:
    """The publications that a collection lists and that stand, as it lists them."""
    listed = items(fields(reply, "links"), "documents")
    return [
        Edition(text(one, "title"), site.pages + text(one, "base_path"), day(one, "public_updated_at"))
        for one in listed
        if text(one, "title") and text(one, "base_path").startswith("/") and one.get("withdrawn") is not True
    ]


def _attached(reply: Mapping[str, Any], site: Govuk) -> Iterator[Attachment]:
    for one in items(fields(reply, "details"), "attachments"):
        address, title = text(one, "url"), text(one, "title")
        if not address:
            continue
        kind = text(one, "attachment_type")
        last = urlsplit(address).path.rpartition("/")[2]
        ending = "html" if kind == "html" else last.rpartition(".")[2].lower() if "." in last else ""
        yield Attachment(urljoin(f"{site.pages}/", address), "" if kind == "external" else ending, title)


def _format(one: Attachment) -> str:
    return f"a file of the kind .{one.ending}" if one.ending else "what stands elsewhere"


def _rank(one: Attachment) -> int:
    return (*DOCUMENTS, *TABLES).index(one.ending)


def _words(title: str, but: Iterable[str]) -> frozenset[str]:
    """The words and numbers of a title, without those that only tell formats apart."""
    return frozenset(re.findall(r"[a-z0-9]+", title.lower())) - frozenset(but)
