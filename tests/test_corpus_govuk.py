"""Replies of GOV.UK's content API: the publication its page is, or where its words are to be had."""

import json
from pathlib import Path
from typing import Any

import pytest
from bulletin_fake import bulletin

from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.formats import contents
from corpus.read import read
from evals.made_formats import ADDRESS
from evals.made_formats import reply as as_reply

HERE = Path("reply.json")
TEXT = bulletin().partition("\n\n")[2]
BODY = '<p>Kites were flown in the vale.</p><h2 id="a">Red kites</h2><p>They were many.</p>'
APPLIES = {"applicable": True}


def reply(**more: Any) -> dict[str, Any]:
    details = {"body": BODY} | more.pop("details", {})
    return {"base_path": "/kites", "title": "Kite notes", "schema_name": "html_publication", "details": details} | more


def one(value: Any) -> Content:
    (found,) = contents(json.dumps(value).encode(), HERE)
    if isinstance(found, UnreadableFile):
        raise found
    return found


def test_what_the_reply_says_of_the_publication_is_known(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(as_reply(TEXT))
    found = read(path).publication
    assert (found.title, str(found.published)) == ("Vale Craft Annual, update to March 2032", "2032-08-05")
    assert (found.url, found.licence) == (f"https://www.gov.uk{ADDRESS}", "Open Government Licence v3.0")
    assert (found.publisher, found.geography) == ("Ministry of Kites", "England and Wales")


@pytest.mark.parametrize(
    ("more", "name", "said"),
    [
        ({"first_published_at": "2031-05-03T00:30:00+01:00"}, "published", "2031-05-03"),
        ({"public_updated_at": "2031-05-04T09:30:00Z"}, "published", "2031-05-04"),
        ({"first_published_at": "soon"}, "published", "None"),
        ({"links": {"organisations": [{"title": "Kites"}, {"title": "Boats"}]}}, "publisher", "Kites and Boats"),
        (
            {"links": {"primary_publishing_organisation": [{"title": "Vale"}], "organisations": [{"title": "Kites"}]}},
            "publisher", "Vale",
        ),
        ({"links": {"document_collections": [{"title": "Kite statistics"}]}}, "series", "Kite statistics"),
        (
            {"title": "Kite Annual, update to March 2032", "links": {"document_collections": [{"title": "All kites"}]}},
            "series", "None",
        ),
        (
            {"details": {"national_applicability": dict.fromkeys(("wales", "england", "scotland"), APPLIES)}},
            "geography", "England, Wales and Scotland",
        ),
        ({"details": {"national_applicability": {"wales": {"applicable": True}, "england": 5}}}, "geography", "Wales"),
        ({"links": [], "details": {"national_applicability": None}}, "publisher", "None"),
    ],
    ids=[
        "published", "updated", "no-day", "organisations", "primary", "collection", "series-of-the-title", "nations",
        "one-nation", "nothing",
    ],
)  # fmt: skip
def test_details_of_a_reply(more: dict[str, Any], name: str, said: str) -> None:
    assert str(one(reply(**more)).said.get(name)) == said


def test_the_words_are_those_of_the_page() -> None:
    value = reply(first_published_at="2031-05-03T09:30:00Z", details={"headings": "<ol><li>Red kites</li></ol>"})
    assert one(value).text == (
        "Kite notes\n\nPublished 3 May 2031\n\nKites were flown in the vale.\n\n# Red kites\n\nThey were many."
    )


def test_a_body_in_several_kinds_of_markup_and_parts_are_read() -> None:
    body = [{"content_type": "text/govspeak", "content": "Kites"}, {"content_type": "text/html", "content": "<p>Fly."}]
    parts = [{"title": "Red & blue", "body": body}, {"title": "Green", "body": "<p>None.</p>"}]
    found = one(reply(details={"body": None, "parts": parts}))
    assert found.text == "Kite notes\n\n# Red & blue\n\nFly.\n\n# Green\n\nNone."


def test_changes_and_a_withdrawal_are_told() -> None:
    changes = [
        {"public_timestamp": "2031-05-03T09:30:00Z", "note": "First published."},
        {"public_timestamp": "2031-06-04T09:30:00Z", "note": "Corrected <Table 3>."},
    ]
    notice = {"explanation": "<p>The figures are not sound.</p>", "withdrawn_at": "2031-07-01T09:30:00Z"}
    text = one(reply(details={"change_history": changes}, withdrawn_notice=notice)).text
    assert "# This publication was withdrawn on 1 July 2031\n\nThe figures are not sound." in text
    assert text.endswith("# Updates to this page\n\n4 June 2031: Corrected <Table 3>.")


LEADS = [
    {"url": "/kites/red-kites", "attachment_type": "html", "title": "Red"},
    *({"url": f"https://assets.example/{n}.ods"} for n in range(4)),
]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (
            reply(schema_name="publication", details={"attachments": LEADS}),
            "the page /kites only leads to its publication. Fetch https://www.gov.uk/kites/red-kites, "
            "https://assets.example/0.ods, https://assets.example/1.ods and 2 more.",
        ),
        (
            reply(schema_name="document_collection", links={"documents": [{"base_path": "/red"}]}),
            "only leads to its publication. Fetch https://www.gov.uk/red.",
        ),
        (reply(details={"body": ""}), "the page /kites has no text"),
    ],
    ids=["attachments", "collection", "empty"],
)
def test_a_page_that_only_leads_to_its_publication_says_where_to(value: dict[str, Any], says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        one(value)
    assert says in str(raised.value)


def test_a_page_with_words_and_no_attachments_is_read() -> None:
    assert "Kites were flown" in one(reply(schema_name="publication")).text


def test_replies_in_a_list_are_read_each_on_its_own() -> None:
    listed = [reply(), reply(base_path="/boats", details={"body": ""}), reply(title="Boat notes")]
    first, second, third = contents(json.dumps(listed).encode(), HERE)
    assert isinstance(first, Content) and isinstance(second, UnreadableFile) and isinstance(third, Content)
    assert third.said["title"] == "Boat notes"
