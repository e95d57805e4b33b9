"""A visitor's day in a real browser: follow-ups, chips, charts, files, copies, links, refreshes and restarts."""

import csv
import io
import re
from urllib.parse import urlsplit

import docx
import pytest
from browsing import IN_CHROMIUM, WARMING, fits, hosts, opened, real_pages, visitor, watched
from made_up import LATER

from corpus import library

pytestmark = IN_CHROMIUM


@pytest.fixture(scope="module")
def asked():
    """A measure of the library with its two latest published figures, and where they stand."""
    found: dict[str, list] = {}
    for document in library.documents():
        for one in document.observations:
            if one.measure.code and one.value is not None and one.target is not None:
                found.setdefault(one.measure.code, []).append(one)
    return next(sorted(ones, key=lambda one: one.period)[-2:] for ones in found.values() if len(ones) > 1)


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def page(request, browser, real_site):
    context = visitor(browser, width=request.param, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened(watched(context.new_page()), real_site)
    context.close()


def ask(page, question: str, number: int = 0) -> None:
    """Ask, and wait until the answer is there with everything under it."""
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(question)
    box.press("Enter")
    answered(page, number)


def answered(page, number: int) -> None:
    page.locator(f"#turn-{number}").wait_for()
    page.locator(f".st-key-tools-{number}").wait_for()


def line(page, number: int) -> str:
    return page.locator(f"#line-{number} p").first.inner_text()


def side(page):
    """The sidebar, opened where the screen is narrow."""
    sidebar = page.get_by_test_id("stSidebar")
    new = sidebar.get_by_role("button", name="New conversation")
    new.wait_for(state="attached")
    if new.bounding_box()["x"] < 0:
        page.get_by_test_id("stExpandSidebarButton").click()
        page.wait_for_function("document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().x === 0")
    return sidebar


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def saved(page, button) -> bytes:
    with page.expect_download() as download:
        button.click()
    return download.value.path().read_bytes()


def table(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))


def test_a_figure_a_follow_up_a_changed_chip_and_the_cell_it_stands_in(page, asked):
    before, now = asked
    ask(page, f"What was {now.measure.code} in {now.period.label}?")
    assert now.shown in line(page, 0) and now.period.label in line(page, 0)
    page.locator("#line-0 a.mark").first.click()
    cell = page.locator("#answer-0-source-1 td.figure").first
    cell.wait_for(state="visible")
    assert now.shown in cell.inner_text()

    ask(page, "And the year before?", 1)
    assert before.shown in line(page, 1) and before.period.label in line(page, 1)

    chip = page.locator(".st-key-chips-1").get_by_role("combobox", name=re.compile("Period"))
    chip.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # while the page scrolls to the answer, a list that opens is closed again
    chip.click()
    page.get_by_role("option", name=re.compile(f"^{now.period.label}")).click()
    answered(page, 2)
    assert now.shown in line(page, 2) and "Asked again with: Period" in page.locator("#turn-2").inner_text()
    assert fits(page) and hosts(page) == {"localhost"} and page.complaints == []


def test_charts_are_drawn_with_their_data_as_a_table_and_a_file(page, asked):
    _, now = asked
    ask(page, f"How were the regions rated in {now.period.label}?")
    page.locator(".stChatMessage").get_by_text("See as a chart").first.click()
    page.locator(".tile").first.wait_for()
    tiles = page.locator(".tile").all_inner_texts()
    data = saved(page, page.get_by_role("button", name=re.compile("CSV")).first)
    rows = table(data)
    areas = [row[0] for row in rows[1:]]
    assert len(areas) == len(tiles) > 1
    assert all(any(area in tile for tile in tiles) for area in areas)

    ask(page, f"What was {now.measure.code} over the years?", 1)
    page.locator(".stChatMessage").last.get_by_text("See as a chart").first.click()
    page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first.wait_for()
    assert fits(page) and hosts(page) == {"localhost"} and page.complaints == []


def test_a_conversation_is_saved_with_its_sources(page, asked):
    before, now = asked
    for number, one in enumerate((before, now)):
        ask(page, f"What was {one.measure.code} in {one.period.label}?", number)
    sidebar = side(page)
    sidebar.get_by_text("This conversation").click()
    markdown = saved(page, sidebar.get_by_role("button", name=re.compile("Markdown"))).decode()
    word = docx.Document(io.BytesIO(saved(page, sidebar.get_by_role("button", name=re.compile("Word")))))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    rows = table(saved(page, sidebar.get_by_role("button", name=re.compile("CSV"))))
    for one in asked:
        assert one.shown in markdown and one.shown in text
        assert any(one.shown in cell for row in rows for cell in row)


def test_answers_become_a_parliamentary_answer(page, asked):
    before, now = asked
    for number, one in enumerate((before, now)):
        ask(page, f"What was {one.measure.code} in {one.period.label}?", number)
    page.locator(".st-key-tools-1").get_by_role("button", name="As a parliamentary answer").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Copy it all").wait_for()
    assert now.shown in dialog.inner_text()
    dialog.get_by_role("button", name="Copy it all").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert now.shown in clipboard(page) and "Source" in clipboard(page)
    word = docx.Document(io.BytesIO(saved(page, dialog.get_by_role("button", name=re.compile("Word")))))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert now.shown in cells
    assert fits(page)


def test_a_line_is_copied_with_its_source_and_an_answer_by_its_address(page, browser, asked, real_site):
    _, now = asked
    ask(page, f"What was {now.measure.code} in {now.period.label}?")
    page.get_by_role("button", name="Copy with its source").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert clipboard(page).startswith(line(page, 0)) and now.measure.code in clipboard(page).split("Source", 1)[1]
    page.get_by_role("button", name="Copy a link to this answer").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('answer='))")
    address = clipboard(page)

    other = visitor(browser)
    shared = opened(other.new_page(), address, "")
    shared.locator("#line-0").wait_for()
    assert line(shared, 0) == line(page, 0)
    shared.locator("#line-0 a.mark").first.click()
    shared.locator("#answer-0-source-1 td.figure").first.wait_for(state="visible")
    shared.get_by_role("button", name="Ask a question of your own").click()
    shared.get_by_placeholder("Ask about a published figure").wait_for()
    shared.locator(".stChatMessage").first.wait_for(state="detached")
    other.close()


def test_conversations_outlast_a_refresh_and_a_restart_and_are_their_visitors_alone(browser, tmp_path, asked):
    _, now = asked
    question = f"What was {now.measure.code} in {now.period.label}?"
    context = visitor(browser)
    with real_pages(tmp_path) as address:
        page = opened(context.new_page(), address)
        ask(page, question)
        said = line(page, 0)
        page.reload()
        page.locator("#line-0").wait_for()
        assert line(page, 0) == said
        place = urlsplit(page.url)
        page.close()
    with real_pages(tmp_path) as address:
        page = opened(context.new_page(), address, f"{place.path}?{place.query}")
        page.locator("#line-0").wait_for()
        assert line(page, 0) == said
        side(page).get_by_role("button", name="New conversation").click()
        page.get_by_text("Try one of these").wait_for()
        page.get_by_test_id("stSidebar").get_by_role("button", name=re.compile(question[:20])).click()
        page.locator("#line-0").wait_for()
        assert line(page, 0) == said

        other = visitor(browser)
        stranger = opened(other.new_page(), address, f"{place.path}?{place.query}")
        stranger.get_by_text("This conversation is not here").wait_for()
        assert question not in stranger.content()
        other.close()
    context.close()


def test_a_publication_is_dropped_in_and_answers_at_once(browser, tmp_path):
    context = visitor(browser)
    with real_pages(tmp_path) as address:
        page = opened(context.new_page(), address, "/publications")
        file = {"name": "made-up <b>.txt", "mimeType": "text/plain", "buffer": LATER.encode()}
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Add", exact=True).click()
        page.get_by_text("Answers come from it now.").wait_for(timeout=WARMING)
        link = page.locator(".added a").last
        question = link.inner_text()
        link.click()
        answered(page, 0)
        assert page.locator("#turn-0").inner_text().endswith(question)
        page.locator("#line-0 a.mark").first.click()
        assert "Read on from here" in page.locator("#answer-0-source-1").inner_text()
        page.locator("#answer-0-source-1").get_by_role("link", name="Read on from here").click()
        page.locator(".cited").first.wait_for()
    context.close()
