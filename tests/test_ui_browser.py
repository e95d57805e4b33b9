"""The page in a real browser: a question, its sources, hostile text, nothing fetched from elsewhere."""

import pytest
from browsing import IN_CHROMIUM, fits, hosts, opened, settled, visitor, watched
from ui_fake import HOSTILE

pytestmark = IN_CHROMIUM


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def page(request, browser, fake_site):
    context = visitor(browser, request.param)
    page = opened(watched(context.new_page()), fake_site)
    page.get_by_text("Try one of these").wait_for()
    yield page
    context.close()


def ask(page, question: str) -> None:
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(question)
    box.press("Enter")


def test_a_question_is_answered_and_its_source_opened(page):
    ask(page, "How many?")
    mark = page.locator("a.mark").first
    mark.wait_for()
    page.get_by_role("button", name="Copy").first.wait_for()  # without hovering
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
    page.locator("#answer-1-source-1").wait_for(state="attached")
    assert page.locator("details.card[open]").count() == 2  # what was opened stays open
    page.wait_for_timeout(500)
    assert 0 <= page.locator("#turn-1").bounding_box()["y"] < 300  # the new answer is read from its top
    assert fits(page)  # a wide table scrolls by itself, not the page
    assert hosts(page) == {"localhost"}


def test_what_is_typed_while_an_answer_is_awaited_is_kept(page):
    ask(page, "slow question?")
    page.get_by_text("loads the search model").wait_for()
    ask(page, "How many?")
    page.get_by_placeholder("Ask about a published figure").fill("half a thou")
    page.locator("#answer-1-source-1").wait_for(state="attached")
    assert page.locator("#answer-0-source-1").count() == 1
    assert page.locator("#turn-0").inner_text().endswith("slow question?")
    assert page.get_by_placeholder("Ask about a published figure").input_value() == "half a thou"


def test_hostile_text_is_text(page):
    ask(page, HOSTILE)
    talk = page.locator(".stChatMessage")
    choice = talk.locator("[class*='st-key-option-'] button")
    choice.wait_for()
    assert settled(page).title() == "Probation statistics"
    assert choice.inner_text().replace("\u2060", "") == HOSTILE
    assert HOSTILE in page.locator("#turn-0").inner_text()
    assert talk.locator("img, script, .katex").count() == 0
    own = "[href^='/read?publication=nasty&place=']"  # the publication's place in the reading view
    links = {link.get_attribute("href") for link in talk.locator(f"a:not({own})").all()}
    assert links == {"#answer-0-source-1"}
    assert hosts(page) == {"localhost"}
