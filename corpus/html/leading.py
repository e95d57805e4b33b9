"""Pages of GOV.UK that have no words of a publication but lead to it: told by their schema, refused with where to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bs4 import Tag

from corpus.errors import UnreadableFile

SITE = "https://www.gov.uk"
SCHEMAS = ("publication", "document_collection")
SCHEMA = "govuk:schema-name"  # names the schema among the details of a page
ATTACHED = ("gem-c-attachment__title", "attachment-details", "gem-c-document-list__item-title")
SHOWN = 3  # addresses that an error names


def check(tags: Sequence[Tag], path: Path) -> None:
    """Raises UnreadableFile where a page only leads to its publication, saying where that is."""
    schemas = (str(tag.get("content")) for tag in tags if tag.name == "meta" and tag.get("name") == SCHEMA)
    if any(schema in SCHEMAS for schema in schemas) and (addresses := list(dict.fromkeys(_addresses(tags)))):
        raise only_leads(path, "the page", addresses)


def only_leads(path: Path, page: str, addresses: Sequence[str]) -> UnreadableFile:
    """The error of a page that leads to these addresses; `page` names it."""
    more = f" and {len(addresses) - SHOWN} more" if len(addresses) > SHOWN else ""
    return UnreadableFile(path, f"{page} only leads to its publication", f"Fetch {', '.join(addresses[:SHOWN])}{more}.")


def absolute(address: str) -> str:
    """An address of the site as one can be fetched."""
    return SITE + address if address.startswith("/") else address


def _addresses(tags: Sequence[Tag]) -> Iterator[str]:
    """The addresses of attachments and of listed publications."""
    for tag in tags:
        href = str(tag.get("href", "")) if tag.name == "a" else ""
        if href and any(_is_attached(one) for one in (tag, *tag.parents)):
            yield absolute(href)


def _is_attached(tag: Tag) -> bool:
    return any(name in ATTACHED for name in tag.get_attribute_list("class"))
