"""The page in a real browser: a question, its sources, hostile text, nothing fetched from elsewhere."""

from urllib.parse import urlsplit

import pytest
from browsing import IN_CHROMIUM, chromium, served
from ui_fake import HOSTILE

pytestmark = IN_CHROMIUM
SCRIPT = """
import streamlit as st
from ui_fake import FakeAssistant
from ui.chat_page import chat_page
st.set_page_config("Made-up page")
chat_page(st.cache_resource(FakeAssistant)())
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(SCRIPT, tmp_path_factory.mktemp("page")) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def page(request, browser, address):
    page = browser.new_page(viewport={"width": request.param, "height": 850})
    page.fetched = []
    page.on("request", lambda made: page.fetched.append(made.url))
    page.goto(address)
    page.get_by_text("Try one of these").wait_for(timeout=60_000)
    yield page
    page.close()


def ask(page, question: str) -> None:
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(question)
    box.press("Enter")


def test_a_question_is_answered_and_its_source_opened(page):
    ask(page, "How many?")
    mark = page.locator("a.mark").first
    mark.wait_for(timeout=60_000)
    page.get_by_role("button", name="Copy to clipboard").wait_for()  # without hovering
    cited = page.locator("tr.cited").first
    assert not cited.is_visible()
    mark.click()
    cited.wait_for(state="visible")
    assert "ZZ007" in cited.inner_text()
    second = page.locator("details.card").nth(1)
    second.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "7.9%, at a cost of £3 million" in second.locator("mark").inner_text()

    page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    ask(page, "And the year before?")
    page.locator("#turn-1").wait_for()
    page.locator("#answer-1-source-1").wait_for(state="attached", timeout=60_000)
    assert page.locator("details.card[open]").count() == 2  # what was opened stays open
    page.wait_for_timeout(500)
    assert 0 <= page.locator("#turn-1").bounding_box()["y"] < 300  # the new answer is read from its top
    wide, seen = page.evaluate("(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.stMain'))")
    assert wide <= seen  # a wide table scrolls by itself, not the page
    assert {urlsplit(url).hostname for url in page.fetched if not url.startswith("data:")} == {"localhost"}


def test_what_is_typed_while_an_answer_is_awaited_is_kept(page):
    ask(page, "slow question?")
    page.get_by_text("loads the search model").wait_for(timeout=60_000)
    ask(page, "How many?")
    page.get_by_placeholder("Ask about a published figure").fill("half a thou")
    page.locator("#answer-1-source-1").wait_for(state="attached", timeout=60_000)
    assert page.locator("#answer-0-source-1").count() == 1
    assert page.locator("#turn-0").inner_text().endswith("slow question?")
    assert page.get_by_placeholder("Ask about a published figure").input_value() == "half a thou"


def test_hostile_text_is_text(page):
    ask(page, HOSTILE)
    talk = page.locator(".stChatMessage")
    talk.locator("button").last.wait_for(timeout=60_000)
    page.wait_for_timeout(300)
    assert talk.locator("button").last.inner_text().replace("\u2060", "") == HOSTILE
    assert HOSTILE in page.locator("#turn-0").inner_text()
    assert page.title() == "Made-up page"
    assert talk.locator("img, script, .katex").count() == 0
    assert {link.get_attribute("href") for link in talk.locator("a").all()} == {"#answer-0-source-1"}
    assert {urlsplit(url).hostname for url in page.fetched if not url.startswith("data:")} == {"localhost"}
