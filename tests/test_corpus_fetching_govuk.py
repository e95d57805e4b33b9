"""What a page of GOV.UK leads to: its interface, its attachments each once, its editions."""

from datetime import date

import pytest
from fetch_fake import BULLETIN, RELEASE, collection, file_attached, landing, listed, page_attached

from corpus.fetching import govuk
from corpus.fetching.catalogue import catalogue

SITE = catalogue({}).govuk
ASSETS = "https://assets.lamps.test/media"
TITLE = "Lantern Annual, update to March 2032"


@pytest.mark.parametrize(
    ("address", "api"),
    [
        (
            "https://www.gov.uk/government/statistics/lamps",
            "https://www.gov.uk/api/content/government/statistics/lamps",
        ),
        ("https://www.gov.uk/lamps/?utm=1#table-2", "https://www.gov.uk/api/content/lamps"),
        ("https://www.gov.uk/lamps-2.0", "https://www.gov.uk/api/content/lamps-2.0"),
        ("https://www.gov.uk/api/content/lamps", "https://www.gov.uk/api/content/lamps"),
        ("https://www.gov.uk/government/uploads/lamps.pdf", ""),
        ("https://www.gov.uk/lamps.csv", ""),
        ("https://www.gov.uk/", ""),
        ("https://www.gov.uk.evil.test/lamps", ""),
        ("https://assets.lamps.test/lamps", ""),
    ],
)
def test_a_page_is_asked_for_through_the_interface(address, api):
    assert govuk.api_address(address, SITE) == api


def endings(*attached):
    return [(one.ending, one.title) for one in govuk.attachments(landing(*attached), SITE)[0]]


def test_a_document_comes_in_its_best_format_and_its_tables_beside_it():
    assert endings(
        file_attached(f"{TITLE} (PDF version)", f"{ASSETS}/a.pdf"),
        page_attached(TITLE),
        file_attached("Data tables", f"{ASSETS}/t.xlsx"),
        file_attached("Data tables (ODS)", f"{ASSETS}/t.ods"),
        file_attached("Guide to lanterns", f"{ASSETS}/g.docx"),
        file_attached("Guide to lanterns (accessible PDF)", f"{ASSETS}/g.pdf"),
    ) == [("html", TITLE), ("ods", "Data tables (ODS)"), ("pdf", "Guide to lanterns (accessible PDF)")]


def test_documents_of_one_release_are_not_taken_for_formats_of_one():
    assert len(endings(page_attached("Lanterns in 2031"), page_attached("Lanterns in 2032"))) == 2
    assert len(endings(file_attached("", f"{ASSETS}/a.pdf"), file_attached("", f"{ASSETS}/b.pdf"))) == 2


@pytest.mark.parametrize(
    ("attached", "line"),
    [
        (file_attached("Lamps", f"{ASSETS}/a.odt"), "Lamps: a file of the kind .odt is not read"),
        (
            {"attachment_type": "external", "title": "Lamps", "url": "https://x.test/a.pdf"},
            "Lamps: what stands elsewhere",
        ),
    ],
)
def test_what_is_not_read_is_named(attached, line):
    wanted, left_out = govuk.attachments(landing(attached), SITE)
    assert not wanted
    assert left_out[0].startswith(line)


def test_a_page_attached_stands_under_the_site():
    (one,), _ = govuk.attachments(landing(page_attached()), SITE)
    assert one.address == f"https://www.gov.uk{BULLETIN}"


@pytest.mark.parametrize(
    ("title", "ending", "named", "series"),
    [
        pytest.param("Data tables", "ods", f"{TITLE}: data tables", "Lantern Annual", id="tables"),
        pytest.param(f"{TITLE}: data tables (ODS)", "ods", f"{TITLE}: data tables", "Lantern Annual", id="in full"),
        pytest.param("Lamps by pier", "csv", f"{TITLE}: Lamps by pier", "Lantern Annual", id="tables of something"),
        pytest.param(f"{TITLE} (PDF)", "pdf", TITLE, "Lantern Annual", id="the bulletin"),
        pytest.param("Guide to lanterns", "pdf", "Guide to lanterns", "", id="another document"),
    ],
)
def test_a_file_is_told_of_by_its_release(title, ending, named, series):
    attached = govuk.Attachment(f"{ASSETS}/x.{ending}", ending, title)
    told = govuk.details(landing(), attached, SITE)
    assert (told["title"], told["series"]) == (named, series)
    assert told["publisher"] == "Ministry of Lanterns"
    assert told["published"] == date(2032, 7, 29)
    assert told["url"] == f"{ASSETS}/x.{ending}"


@pytest.mark.parametrize(
    ("reply", "itself"),
    [
        pytest.param(landing(page_attached()), False, id="a release"),
        pytest.param(landing(), True, id="a release with nothing attached"),
        pytest.param(landing(page_attached(), schema_name="detailed_guide"), True, id="a guide"),
        pytest.param(collection(), False, id="a collection"),
        pytest.param({"details": None}, True, id="of no known kind"),
    ],
)
def test_a_page_is_read_itself_where_its_words_are_its_own(reply, itself):
    assert govuk.is_read_itself(reply) is itself


def test_a_collection_lists_its_editions_but_those_withdrawn():
    reply = collection(
        listed("Lantern Annual, update to March 2032", RELEASE, "2032-07-29"),
        listed("Lantern Annual, update to March 2031", "/old", "2031-07-24", withdrawn=True),
        {"title": "no address"},
        "nonsense",
    )
    assert govuk.editions(reply, SITE) == [govuk.Edition(TITLE, f"https://www.gov.uk{RELEASE}", date(2032, 7, 29))]


@pytest.mark.parametrize(
    "wrong", [None, 7, "x", [], [None], {"attachments": 3}, {"attachments": [None, 3, {"url": 5}]}]
)
def test_a_reply_of_another_shape_has_nothing_attached(wrong):
    assert govuk.attachments({"details": wrong}, SITE) == ([], [])
    assert govuk.editions({"links": wrong}, SITE) == []
