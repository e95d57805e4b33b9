"""Written questions: how they are named, and where Parliament's interface gives each in full.

A list of results gives only the beginning of an answer, so what is found is asked for one by one. Numbers begin
again with each session of Parliament, so a number alone may be several questions'.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from corpus.api.fields import fields, items, text
from corpus.fetching.catalogue import Interface

NUMBER = re.compile(r"(?:uin\s*)?(?P<uin>(?:hl\s?)?\d{1,7})", re.I)
PAGE = re.compile(r"/(?P<tabled>\d{4}-\d\d-\d\d)/(?P<uin>(?:HL)?\d{1,7})", re.I)
PER_PAGE = 20  # results of a list


@dataclass(frozen=True, slots=True)
class Question:
    """A written question that a list of results names: where it is given in full, where it is read, and its heading."""

    address: str
    page: str
    heading: str


def number(said: str) -> str:
    """The number that names a question ("UIN 3550", "HL120"), "" where what is said is none."""
    match = NUMBER.fullmatch(said.strip())
    return re.sub(r"\s", "", match["uin"]).upper() if match else ""


def api_address(address: str, site: Interface) -> str:
    """The address that gives the question of a page in full, "" for what is no such page."""
    match = PAGE.fullmatch(urlsplit(address).path.removeprefix(urlsplit(site.pages).path).rstrip("/"))
    if match is None or not address.startswith(f"{site.pages}/"):
        return ""
    return f"{site.api}/{match['tabled']}/{match['uin'].upper()}?expandMember=true"


def numbered(uin: str, site: Interface) -> str:
    """The address that lists the questions of a number."""
    return f"{site.api}?{urlencode({'uIN': uin, 'take': PER_PAGE})}"


def searched(words: str, skip: int, site: Interface) -> str:
    """The address that lists answered questions with some words, from the one after `skip` on."""
    return f"{site.api}?{urlencode({'searchTerm': words, 'answered': 'Answered', 'skip': skip, 'take': PER_PAGE})}"


def is_list(reply: Mapping[str, Any]) -> bool:
    """Whether a reply is a list of results."""
    return isinstance(reply.get("results"), list)


def found(reply: Mapping[str, Any], site: Interface) -> list[Question]:
    """The questions of a list of results that are named so that they can be asked for."""
    return [one for result in items(reply, "results") if (one := _question(fields(result, "value"), site))]


def in_all(reply: Mapping[str, Any]) -> int:
    """How many questions a search has found, on whatever page of its list."""
    total = reply.get("totalResults")
    return total if isinstance(total, int) else 0


def _question(value: Mapping[str, Any], site: Interface) -> Question | None:
    id_, uin, tabled = value.get("id"), text(value, "uin"), text(value, "dateTabled")[:10]
    if not isinstance(id_, int) or not NUMBER.fullmatch(uin):
        return None
    page = f"{site.pages}/{tabled}/{uin}"
    return Question(f"{site.api}/{id_}?expandMember=true", page, text(value, "heading"))
