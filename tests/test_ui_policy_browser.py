"""What a browser may do with the pages, and where they stand: a visitor's cookie, no request elsewhere, a prefix."""

import pytest
from browsing import IN_CHROMIUM, forbidden, hosts, opened, pages, real_pages, served, settled, visitor, watched

from ui.visitors import COOKIE

pytestmark = IN_CHROMIUM
PAGE = """
import pandas as pd
import altair as alt
import streamlit as st
from ui.safe_text import label
from ui.visitors import COOKIE
st.title("Made-up page")
st.text(f"Visitor: {st.context.cookies.get(COOKIE)}")
data = pd.DataFrame({"year": ["2030-31", "2031-32"], "made-up": [1.5, 2.5]})
st.dataframe(data)
st.altair_chart(alt.Chart(data).mark_bar().encode(x="year", y="made-up"))
st.download_button("Save", "made-up words", "made-up.txt")
file = st.file_uploader("A file")
st.text(f"Read: {file.read().decode() if file else 'nothing'}")
st.checkbox(label({addresses!r}))
st.html("<img src='http://example.invalid/x.png'>" if st.query_params.get("bad") else "nothing bad")
"""
ADDRESSES = "www.example.invalid WWW.example.invalid http://example.invalid/x HTTPS://example.invalid a@example.invalid"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(PAGE.replace("{addresses!r}", repr(ADDRESSES)), tmp_path_factory.mktemp("page")) as address:
        yield address


@pytest.fixture
def page(browser):
    context = visitor(browser)
    yield watched(context.new_page())
    context.close()


def who(page) -> str:
    return settled(page).get_by_text("Visitor: ").inner_text()


def test_a_visitor_is_known_from_the_first_visit_on_and_is_nobody_else(page, browser, address):
    opened(page, address)
    assert "None" not in who(page)
    first = who(page)
    page.reload()
    assert who(page) == first
    assert COOKIE not in page.evaluate("document.cookie")  # no script can read it
    another = visitor(browser)
    assert who(opened(another.new_page(), address)) != first
    another.close()


def test_all_that_pages_are_made_of_works_within_the_policy(page, address):
    opened(page, address)
    page.locator("[data-testid=stVegaLiteChart] :is(svg, canvas)").first.wait_for()
    page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    assert download.value.path().read_text() == "made-up words"
    page.locator("input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"well read"}
    )
    page.get_by_text("Read: well read").wait_for()
    assert not forbidden(page)
    assert hosts(page) == {"localhost"}


def test_what_would_be_fetched_from_elsewhere_is_not(page, address):
    sent = []
    page.on("requestfinished", lambda made: sent.append(made.url))
    opened(page, address, "/?bad=1")
    settled(page).locator("img[src*='example.invalid']").wait_for(state="attached")
    page.wait_for_timeout(300)
    assert [said for said in forbidden(page) if "img-src" in said and "example.invalid" in said]
    assert not [url for url in sent if "example.invalid" in url]


def test_an_address_in_the_label_of_a_widget_is_no_link(page, address):
    named = opened(page, address).get_by_test_id("stCheckbox")
    assert named.inner_text().replace("\u2060", "").strip() == ADDRESSES
    assert named.locator("a").count() == 0


def test_under_a_prefix_every_page_is_reached_read_again_and_linked(page, tmp_path):
    with real_pages(tmp_path, prefix="made/up") as address:
        assert address.endswith("/made/up")
        opened(page, address)
        page.get_by_role("link", name="Check a draft").click()
        page.get_by_label("Paste a draft").wait_for()
        assert page.url == f"{address}/check"
        page.reload()
        page.get_by_label("Paste a draft").wait_for()
        page.get_by_role("link", name="Ask", exact=True).click()
        box = page.get_by_placeholder("Ask about")
        box.fill("Did the Probation Service hit its target on housing on release in 2024-25?")
        box.press("Enter")
        page.locator("a.mark").first.click()
        links = [link.get_attribute("href") for link in page.locator("details.card a").all()]
        assert all(link.startswith(("https://", "/made/up/")) for link in links), links
        found = list(pages(page))
        assert len(found) >= 4 and all(path.startswith("/made/up") for path in found)
        assert {cookie["path"] for cookie in page.context.cookies() if cookie["name"] == COOKIE} == {"/made/up"}
