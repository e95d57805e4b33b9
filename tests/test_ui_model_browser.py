"""The pages with a language model, in a real browser: a scripted one, asked over real HTTP through its real client."""

import pytest
from axe import scan
from browsing import IN_CHROMIUM, WARMING, fits, forbidden, hosts, opened, real_pages, settled, visitor, watched
from scripted_model import Calls, ScriptedModel, Seen, Status, Text, Trickle
from ui_fake import HOSTILE

from corpus import library

pytestmark = IN_CHROMIUM
MODEL = "openai:scripted"
SMALL_PRINT = f"Put into words by {MODEL}; each figure was checked against its source."
KEY = "made-up-key-that-nobody-may-see"
LOOKS = pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")],
    ids=["wide-light", "wide-dark", "narrow-light", "narrow-dark"],
)
FIGURE = max(
    (one for document in library.documents() for one in document.observations if one.measure.code and one.value),
    key=lambda one: one.period,
)
TRUE = (
    f"{FIGURE.measure.name} ({FIGURE.measure.code}) was {FIGURE.shown}% in England and Wales in {FIGURE.period.label}"
)
ASKED = f"What was {FIGURE.measure.code} in {FIGURE.period.label}?"
UNTRUE = "A made-up 98,765 people liked it"
# Remembers every text that any message of the page has had, and what live regions have said.
WATCH = """() => {
  window.had = new Set();
  window.told = new Set();
  new MutationObserver(() => {
    document.querySelectorAll('.stChatMessage').forEach(one => window.had.add(one.textContent));
    const live = document.querySelectorAll('[role=status], [role=alert], [aria-live]');
    live.forEach(one => window.told.add(one.textContent));
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


def script(seen: Seen):
    """Looks the figure up, then does what the question asks of it."""
    question = next(str(one["content"]) for one in seen.messages[::-1] if ASKED in str(one.get("content")))
    if "fail" in question:
        return Status(503, body=KEY)
    if not seen.results:
        return Calls(("ask", {"question": ASKED}))
    mark = seen.mark(FIGURE.measure.code)
    said = f"{TRUE} {mark}."
    if "lie" in question:
        return Trickle(f"{said} {UNTRUE} {mark}.", 0.02)
    if "slow" in question:
        return Trickle(said, 0.15)
    if "shout" in question:
        return Text(f"{said} {HOSTILE} {mark}.")
    return Text(said)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("with-a-model")


@pytest.fixture(scope="module")
def site(home):
    """The pages over the library, with the scripted model in their environment."""
    with ScriptedModel(script) as model:
        settings = {"PROBATION_MODEL": MODEL, "PROBATION_MODEL_URL": model.url, "OPENAI_API_KEY": KEY}
        with real_pages(home, settings={**settings, "PROBATION_MODEL_SECONDS": "120"}) as address:
            yield address, model


@pytest.fixture
def visit(browser, site):
    contexts = []

    def open_page(width: int = 1280, path: str = "/", **options):
        contexts.append(visitor(browser, width, **options))
        return opened(watched(contexts[-1].new_page()), site[0], path)

    yield open_page
    for context in contexts:
        context.close()


def ask(page, question: str, number: int = 0):
    """Ask, and wait until the answer is there with everything under it."""
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(question)
    box.press("Enter")
    page.locator(f".st-key-tools-{number}").wait_for()
    return settled(page)


def line(page, number: int = 0) -> str:
    return page.locator(f"#line-{number}-text").inner_text()


def switch(page):
    page.get_by_text("Use the model", exact=True).click()
    return settled(page)


def test_an_answer_in_the_words_of_the_model_says_so_and_is_there_after_a_refresh(visit, site):
    page = visit()
    assert MODEL in page.locator(".model").inner_text()
    ask(page, ASKED)
    assert line(page) == f"{TRUE}." and page.locator(".worded").inner_text() == SMALL_PRINT
    page.locator("#line-0 a.mark").click()
    page.locator("#answer-0-source-1 tr.cited").first.wait_for(state="visible")
    page.reload()
    settled(page)
    assert line(page) == f"{TRUE}." and page.locator(".worded").inner_text() == SMALL_PRINT
    assert hosts(page) == {"localhost"} and not forbidden(page)
    assert not site[1].failures


def test_switched_off_nothing_is_sent_to_the_model_until_it_is_switched_on(visit, site):
    page, before = visit(), len(site[1].requests)
    switch(page)
    page.reload()
    settled(page)  # the address keeps the choice
    assert "is sent nothing" in page.locator(".model").inner_text()
    ask(page, ASKED)
    assert not page.locator(".worded").count() and len(site[1].requests) == before
    switch(page)
    ask(page, ASKED, 1)
    assert page.locator(".worded").count() == 1 and len(site[1].requests) > before


def test_a_choice_is_kept_from_page_to_page(visit):
    page = visit()
    switch(page)
    page.get_by_test_id("stPageLink-NavLink").get_by_text("Figures").click()
    page.get_by_role("heading", name="Figures").wait_for()
    settled(page).get_by_test_id("stPageLink-NavLink").get_by_text("Ask").click()
    page.locator(".model").wait_for()
    assert "is sent nothing" in settled(page).locator(".model").inner_text()


def test_only_what_has_passed_is_shown_while_the_model_writes(visit):
    page = visit()
    page.evaluate(WATCH)
    ask(page, f"{ASKED} (lie)")
    had, told = page.evaluate("[[...window.had], [...window.told]]")
    assert any(TRUE in text and "Working on the answer" in text for text in had)
    assert not any("98,765" in text for text in had)
    assert "Working on the answer" not in page.locator(".stChatMessage").last.inner_text()
    (instead,) = page.locator(".worded").all_inner_texts()
    assert SMALL_PRINT not in instead and FIGURE.shown in line(page)
    said = {text for text in told if FIGURE.shown in text}
    assert said == {line(page)}  # once, when it is whole


def test_a_model_that_fails_leaves_the_built_in_answer_and_one_calm_line(visit):
    page = ask(visit(), f"{ASKED} (fail)")
    assert FIGURE.shown in line(page) and page.locator(".worded").count() == 1
    assert not page.locator("[role=alert]").count() and KEY not in page.content()


def test_hostile_words_of_a_model_change_nothing(visit):
    page = visit()
    page.evaluate(WATCH)
    ask(page, f"{ASKED} (shout)")
    assert page.title() == "Probation statistics" and FIGURE.shown in line(page)
    inside = page.locator(".stChatMessage").last
    assert not inside.locator("img, script, .katex, a[href^='javascript'], a[href*='example.invalid']").count()
    assert not any("loud" in text for text in page.evaluate("[...window.had]")[1:] if "You asked" not in text)
    assert hosts(page) == {"localhost"} and not forbidden(page)


def test_a_page_left_while_the_model_writes_is_there_on_coming_back_and_nothing_is_asked_twice(visit, site):
    page, before = visit(), len(site[1].requests)
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(f"{ASKED} (lie)")
    box.press("Enter")
    page.locator(".doing").wait_for()
    page.get_by_test_id("stPageLink-NavLink").get_by_text("About").click()
    page.get_by_role("heading", name="Your privacy").wait_for()
    assert f"sent to the provider of {MODEL}" in "".join(settled(page).locator(".about").all_inner_texts())
    page.go_back()
    page.locator(".st-key-tools-0").wait_for()
    assert FIGURE.shown in line(page)
    assert len(site[1].requests) - before == 3  # the tool, the answer, and the answer once more


def test_others_are_answered_while_the_model_writes(visit):
    slow, quick = visit(), visit()
    switch(quick)
    box = slow.get_by_placeholder("Ask about a published figure")
    box.fill(f"{ASKED} (slow)")
    box.press("Enter")
    slow.locator(".doing").wait_for()
    ask(quick, ASKED)
    assert slow.locator(".doing").count() and not slow.locator("#line-0").count()
    slow.locator(".st-key-tools-0").wait_for(timeout=WARMING)
    assert line(slow) == f"{TRUE}."


def test_no_key_is_kept(visit, home, site):
    ask(visit(), ASKED)
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert ASKED.encode() in kept and KEY.encode() not in kept


@LOOKS
def test_the_ask_page_with_its_line_is_free_of_what_axe_finds_and_fits(visit, width, scheme):
    page = visit(width, color_scheme=scheme)
    assert not scan(page) and fits(page)
    ask(page, ASKED)
    assert page.locator(".worded").count()
    assert not scan(page) and fits(page)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param({"PROBATION_MODEL": "made-up:one"}, "PROBATION_MODEL: the provider is not known", id="unknown"),
        pytest.param(
            {"PROBATION_MODEL": "openai:x", "OPENAI_API_KEY": ""}, "OPENAI_API_KEY: it is not set", id="no-key"
        ),
        pytest.param({}, "", id="none"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_sentence_and_without_one_there_is_no_line(
    browser, home, tmp_path, settings, said
):
    with real_pages(home, settings={"HOME": str(tmp_path), **settings}) as address:
        page = opened(visitor(browser).new_page(), address)
        settled(page)
        assert [said in text for text in page.locator(".model").all_inner_texts()] == [True] * bool(said)
        assert not page.get_by_text("Use the model").count() and not page.locator("[role=alert]").count()


def test_a_model_and_its_key_can_stand_in_streamlits_secrets(browser, home, tmp_path):
    folder = tmp_path / ".streamlit"
    folder.mkdir()
    with ScriptedModel(script) as model:
        secrets = {"PROBATION_MODEL": MODEL, "PROBATION_MODEL_URL": model.url, "OPENAI_API_KEY": KEY}
        (folder / "secrets.toml").write_text("".join(f'{name} = "{value}"\n' for name, value in secrets.items()))
        with real_pages(home, settings={"HOME": str(tmp_path)}) as address:
            page = opened(visitor(browser).new_page(), address)
            ask(page, ASKED)
            assert page.locator(".worded").inner_text() == SMALL_PRINT
            assert {one["authorization"] for one in model.headers} == {f"Bearer {KEY}"}
            assert KEY not in page.content()
