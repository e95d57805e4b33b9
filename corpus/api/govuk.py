"""A reply of GOV.UK's content API: the page of a publication, its words as HTML, what is known of it as fields.

It is set as the page is and read as that: the same page as HTML and as a reply is the same publication.
"""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from corpus import html
from corpus.api.fields import day, fields, in_words, items, text
from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.html.leading import SCHEMAS, SITE, absolute, only_leads
from corpus.metadata import series_of

LICENCE = "Open Government Licence v3.0"
HTML = "text/html"
NATIONS = {"england": "England", "wales": "Wales", "scotland": "Scotland", "northern_ireland": "Northern Ireland"}
LISTS = ("documents",)  # links to publications that a page lists


def is_reply(reply: Mapping[str, Any]) -> bool:
    """Whether a reply is of this API."""
    return bool(text(reply, "base_path") and text(reply, "title")) and isinstance(reply.get("details"), dict)


def content(reply: Mapping[str, Any], path: Path) -> Content:
    """The publication in a reply; raises UnreadableFile where its words stand elsewhere, saying where."""
    details = fields(reply, "details")
    body = "".join(_bodies(details))
    _check(reply, body, path)
    page = html.page(_page(reply, body), path)
    return Content(format="JSON", text=page.text, said=said(reply), left_out=page.left_out)


def said(reply: Mapping[str, Any]) -> dict[str, Any]:
    """What a page says of its publication, by the names of a sidecar."""
    links = fields(reply, "links")
    title = text(reply, "title")
    collections = [text(one, "title") for one in items(links, "document_collections")]
    organisations = items(links, "primary_publishing_organisation") or items(links, "organisations")
    said = {
        "title": title,
        "publisher": " and ".join(filter(None, (text(one, "title") for one in organisations))),
        "published": _published(reply),
        "series": "" if series_of(title) else next(filter(None, collections), ""),
        "geography": _nations(reply),
        "licence": LICENCE,
        "url": SITE + text(reply, "base_path"),
    }
    return {name: value for name, value in said.items() if value}


def _page(reply: Mapping[str, Any], body: str) -> str:
    """The reply as its page is set; the words of errors count the lines of the body."""
    published, applies, withdrawn = _published(reply), _nations(reply), fields(reply, "withdrawn_notice")
    head = [f"<h1>{escape(text(reply, 'title'))}</h1>"]
    head += [f"<p>Published {in_words(published)}</p>"] if published else []
    head += [f"<p>Applies to {applies}</p>"] if applies else []
    if withdrawn:
        when = day(withdrawn, "withdrawn_at")
        head.append(f"<h2>This publication was withdrawn{f' on {in_words(when)}' if when else ''}</h2>")
        head.append(text(withdrawn, "explanation"))
    return f"<!DOCTYPE html><main>{''.join(head)}{body}{''.join(_changes(fields(reply, 'details')))}</main>"


def _published(reply: Mapping[str, Any]) -> Any:
    """The day of first publication."""
    return day(reply, "first_published_at") or day(reply, "public_updated_at")


def _nations(reply: Mapping[str, Any]) -> str:
    """The nations a publication says it applies to, as its page prints them: "England and Wales"."""
    told = fields(fields(reply, "details"), "national_applicability")
    names = [name for key, name in NATIONS.items() if fields(told, key).get("applicable") is True]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _bodies(details: Mapping[str, Any]) -> Iterator[str]:
    """The words of a publication as HTML: its body and its parts, each part under its title."""
    yield _html(details.get("body"))
    for part in items(details, "parts"):
        yield f"<h2>{escape(text(part, 'title'))}</h2>{_html(part.get('body'))}"


def _html(body: Any) -> str:
    """The HTML of a body, which may be given in several kinds of markup."""
    if isinstance(body, list):
        body = next(
            (text(one, "content") for one in body if isinstance(one, dict) and one.get("content_type") == HTML), ""
        )
    return body if isinstance(body, str) else ""


def _changes(details: Mapping[str, Any]) -> Iterator[str]:
    """What was changed since the first publication, the latest first, as the page tells it."""
    changes = sorted(items(details, "change_history"), key=lambda one: text(one, "public_timestamp"), reverse=True)[:-1]
    if changes:
        yield "<h2>Updates to this page</h2>"
    for change in changes:
        when = day(change, "public_timestamp")
        yield f"<p>{f'{in_words(when)}: ' if when else ''}{escape(text(change, 'note'))}</p>"


def _check(reply: Mapping[str, Any], body: str, path: Path) -> None:
    """Refuse a page that has no words of a publication, but leads to them."""
    details = fields(reply, "details")
    elsewhere = list(_addresses(details, fields(reply, "links")))
    leads = text(reply, "schema_name") in SCHEMAS and elsewhere
    if body.strip() and not leads:
        return
    if not elsewhere:
        raise UnreadableFile(path, f"the page {text(reply, 'base_path')} has no text", "Give the publication itself.")
    raise only_leads(path, f"the page {text(reply, 'base_path')}", elsewhere)


def _addresses(details: Mapping[str, Any], links: Mapping[str, Any]) -> Iterator[str]:
    """The addresses of what a page leads to: its attachments, and the publications that it lists."""
    for attachment in items(details, "attachments"):
        yield absolute(text(attachment, "url"))
    for name in LISTS:
        yield from (SITE + text(one, "base_path") for one in items(links, name) if text(one, "base_path"))
