"""The check of a draft in a real browser: marks, cards, files to save, hostile text, keyboard, narrow screen."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from browsing import IN_CHROMIUM, fits, hosts, opened, settled, visitor, watched
from ui_fake import DRAFT, HOSTILE

pytestmark = IN_CHROMIUM
CONTRAST = """mark => {
  const light = colour => {
    const parts = colour.match(/\\d+/g).map(n => n / 255);
    const [r, g, b] = parts.map(n => n <= .04045 ? n / 12.92 : ((n + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const style = getComputedStyle(mark);
  const [low, high] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
  return (high + .05) / (low + .05);
}"""


@pytest.fixture
def check_page(browser, fake_site):
    """Opens the page at a width, remembering every address fetched."""
    contexts = []

    def open_page(width: int = 1280, path: str = "/check", scheme: str = "light"):
        contexts.append(visitor(browser, width, color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"]))
        page = opened(watched(contexts[-1].new_page()), fake_site, path)
        page.get_by_role("link", name="Check a draft").wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()


def box(page):
    return page.get_by_label("Paste a draft")


def check(page, text: str) -> None:
    box(page).fill(text)
    page.get_by_role("button", name="Check", exact=True).click()


def all_drawn(page) -> None:
    """Wait until everything that was found is drawn: the summary comes before the cards."""
    page.locator("#result").wait_for()
    settled(page)


@pytest.mark.parametrize("width", [1280, 390], ids=["wide", "narrow"])
def test_a_figure_leads_to_its_card_with_the_row_and_back(check_page, width):
    page = check_page(width)
    check(page, DRAFT)
    all_drawn(page)
    page.get_by_role("heading", name="5 claims: 2 supported, 2 contradicted, 1 not found").wait_for()
    page.wait_for_timeout(500)
    assert 0 <= page.locator("#result").bounding_box()["y"] < 300  # what was found is read from its top
    assert [mark.inner_text()[0] for mark in page.locator(".draft a").all()] == ["✓", "✓", "✗", "?", "✗"]
    cited = page.locator("#claim-3 tr.cited")
    assert not cited.is_visible()
    page.get_by_role("link", name="Contradicted: 9.7%").click()
    cited.wait_for(state="visible")
    assert "ZZ007" in cited.inner_text() and "In 2029-30 it was 7.5%" in page.locator("#claim-3").inner_text()
    assert page.locator("details.checked[open]").count() == 1 and fits(page)

    page.locator("#claim-3").get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("It had been 7.5% the year before.")
    page.locator("#claim-3").get_by_role("link", name="Back to this claim").click()
    page.wait_for_timeout(300)
    assert 0 <= page.locator("#mark-3").bounding_box()["y"] < 850
    assert hosts(page) == {"localhost"}


def test_what_is_supported_is_put_aside_but_still_reached_from_the_draft(check_page):
    page = check_page()
    check(page, DRAFT)
    all_drawn(page)
    page.get_by_role("link", name="Contradicted: 9.7%").click()
    page.get_by_text("Contradicted or not found", exact=True).click()
    supported = page.locator("details.checked.supported")
    supported.first.wait_for(state="hidden")
    assert page.locator("details.checked:visible").count() == 3
    assert page.locator("details.checked[open]").count() == 1  # what was opened stays open
    page.get_by_role("link", name="Supported: £3 million").click()
    page.locator("#claim-2 mark").wait_for(state="visible")
    assert "at a cost of £3 million" in page.locator("#claim-2 mark").inner_text()


def test_the_exports_can_be_opened(check_page):
    page = check_page()
    check(page, DRAFT)
    all_drawn(page)
    files = {}
    for name in ("Markdown", "Word"):
        button = page.get_by_role("button", name=f"Save as {name}")
        button.wait_for()
        with page.expect_download() as download:
            button.click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes()
    assert set(files) == {"checked-draft.md", "checked-draft.docx"}
    assert "<b>9.7%</b> [✗ 3]" in files["checked-draft.md"].decode()
    word = docx.Document(BytesIO(files["checked-draft.docx"]))
    assert word.tables[0].rows[3].cells[2].text == "✗ Contradicted"
    assert page.locator("details.checked").count() == 5  # saving leaves the page as it is


def test_a_file_is_put_in_the_box_and_one_that_cannot_be_read_leaves_it(check_page):
    page = check_page()
    document, data = docx.Document(), BytesIO()
    document.add_paragraph("Made-up measure 7 stood at 9.7%.")
    document.save(data)
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "made-up.docx", "mimeType": "application/x", "buffer": data.getvalue()})
    page.wait_for_function("document.querySelector('textarea').value === 'Made-up measure 7 stood at 9.7%.'")
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("heading", name="1 claim: 1 contradicted").wait_for()
    chooser.set_input_files({"name": "broken.docx", "mimeType": "application/x", "buffer": b"no document"})
    page.get_by_text("broken.docx: it cannot be read as a Word document").wait_for()
    assert box(page).input_value() == "Made-up measure 7 stood at 9.7%."


def test_hostile_text_is_text(check_page):
    page = check_page()
    check(page, f"It was loud {HOSTILE}")
    all_drawn(page)
    page.locator(".draft a").first.click()
    page.locator("#claim-1 tr.cited").wait_for(state="visible")
    assert HOSTILE.split("loud")[1] in page.locator(".draft").text_content()
    assert page.title() == "Check a draft - Probation statistics"
    drawn = page.locator(".stHtml, .stCode")
    assert drawn.locator("img, .katex").count() == 0
    assert not any("owned" in script.text_content() for script in drawn.locator("script").all())
    own = "[href^='/read?publication=nasty&place=']"  # the publication's place in the reading view
    links = {link.get_attribute("href") for link in drawn.locator(f"a:not({own})").all()}
    assert links == {"#claim-1", "#claim-2", "#mark-1", "#mark-2"}
    assert hosts(page) == {"localhost"}


def test_the_keyboard_alone_is_enough(check_page):
    page = check_page()
    settled(page)
    keys = page.keyboard
    box(page).focus()
    keys.insert_text("It was 9.7% and 12%.")
    for _ in range(3):
        keys.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Check":
            break
    settled(page)  # leaving the box sends what stands in it
    assert page.evaluate("document.activeElement.innerText") == "Check"
    keys.press("Enter")
    all_drawn(page)
    page.wait_for_timeout(500)
    assert page.evaluate("document.activeElement.id") == "result"
    keys.press("Tab")
    assert page.evaluate("document.activeElement.id") == "mark-1"
    keys.press("Enter")
    page.locator("#claim-1").wait_for(state="visible")
    assert page.evaluate("document.activeElement.id") == "claim-1"
    keys.press("Tab")
    keys.press("Enter")
    page.get_by_role("button", name="Copied").wait_for()
    page.locator("details.checked.not_found summary").focus()
    keys.press("Space")
    page.locator("#claim-2").wait_for(state="visible")


def test_the_draft_and_the_conversation_outlive_a_change_of_page(check_page):
    page = check_page(390, "/")
    page.get_by_text("Try one of these").wait_for()
    page.get_by_placeholder("Ask about").fill("How many?")
    page.keyboard.press("Enter")
    page.locator("a.mark").first.wait_for()
    page.get_by_role("link", name="Check a draft").click()
    check(page, DRAFT)
    all_drawn(page)
    assert urlsplit(page.url).path == "/check"
    page.get_by_role("link", name="Ask", exact=True).click()
    page.locator("a.mark").first.wait_for()
    page.get_by_role("link", name="Check a draft").click()
    all_drawn(page)
    assert box(page).input_value() == DRAFT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_read_and_headings_are_in_order(check_page, scheme):
    page = check_page(scheme=scheme)
    check(page, DRAFT)
    all_drawn(page)
    marks = page.locator(".draft a, .key .claim, summary > .claim").all()
    assert len(marks) == 13
    assert min(mark.evaluate(CONTRAST) for mark in marks) >= 4.5
    levels = page.evaluate("[...document.querySelectorAll('.stMain :is(h1, h2, h3, h4)')].map(h => +h.tagName[1])")
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
