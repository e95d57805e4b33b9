"""Addresses of pages and places, the same from any page and under any path that the pages are served at."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from streamlit import config

from assistant.reading_order import fingerprint


def page_link(page: str = "", asked: Mapping[str, str] | None = None) -> str:
    """The address of a page, "" being the first, with what is asked of it. It is to be escaped where it enters HTML.

    It begins at the root: the first page has no slash at the end, so that what is relative to it differs.
    """
    prefix = str(config.get_option("server.baseUrlPath") or "").strip("/")
    path = "/".join(["", *([quote(prefix)] if prefix else []), page])
    given = {name: said for name, said in (asked or {}).items() if said}
    return f"{path}?{urlencode(given, quote_via=quote)}" if given else path


def reading_link(publication: str, place: str = "", text: str = "") -> str:
    """The address of a place in a publication's text. It is to be escaped where it enters HTML.

    `place` is the locator as text ("Table 2, SL014"); `text`, where given, is the passage's text or the row's quote,
    which tells it from others of the same place.
    """
    return page_link("read", {"publication": publication, "place": place, "text": fingerprint(text) if text else ""})


def ask_link(question: str) -> str:
    """The address that asks a question on the first page. It is to be escaped where it enters HTML."""
    return page_link("", {"q": question})
