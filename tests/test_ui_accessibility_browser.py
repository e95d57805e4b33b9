"""Every page, found by its links, for everybody: axe-core, keyboard, zoom, headings, names, nothing from elsewhere."""

import pytest
from axe import scan
from browsing import IN_CHROMIUM, WARMING, fits, forbidden, hosts, opened, pages, settled, visitor, watched

pytestmark = IN_CHROMIUM
LOOKS = pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")],
    ids=["wide-light", "wide-dark", "narrow-light", "narrow-dark"],
)
QUESTIONS = {  # what is drawn of the answer, by the question
    "Did the Probation Service hit its target on housing on release in 2024-25?": "details.card",
    "What was housing on release in Wales in 2024-25?": ".calm",
    "Unpaid work in 2024-25": "[class*='st-key-option-'] button",
    "Why does the National Audit Office say that targets were missed?": ".answer blockquote, .answer .mark",
}
DRAFT = "Housing on release improved to 80.4% in 2024-25. A made-up 12,345 people liked it. SL001 was 69.8% in 2024-25."
STOPS = 40  # of the focus on a page, at most
# The element with the focus, where neither it nor what is drawn around it looks different for it.
UNSEEN = """async () => {
  const had = document.activeElement;
  const look = () => {
    const seen = [];
    for (let e = had, n = 0; e && e !== document.body && n < 5; e = e.parentElement, n++) {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(e);
      seen.push([outline, boxShadow, borderColor, backgroundColor].join());
    }
    return seen.join('|');
  };
  const redrawn = () => new Promise(done => setTimeout(done, 60));
  await redrawn();
  const focused = look();
  had.blur();
  await redrawn();
  const left = look();
  had.focus();
  const drawn = had.closest('canvas');  // which draws what has the focus in it
  return focused === left && !drawn ? had.outerHTML.slice(0, 150) : null;
}"""


@pytest.fixture
def visit(browser, real_site):
    """Opens the real pages as a new visitor of a width, a colour scheme and whatever else."""
    contexts = []

    def open_page(width: int = 1280, scheme: str = "light", path: str = "/", **options):
        contexts.append(visitor(browser, width, color_scheme=scheme, **options))
        return opened(watched(contexts[-1].new_page()), real_site, path)

    yield open_page
    for context in contexts:
        context.close()


def ask(page, question: str, shows: str) -> None:
    """Ask, and wait until the answer's `shows` is there; the first for text also loads the search model."""
    before = page.locator(shows).count()
    box = page.get_by_placeholder("Ask about a published figure")
    box.fill(question)
    box.press("Enter")
    page.wait_for_function(
        "([css, count]) => document.querySelectorAll(css).length > count", arg=[shows, before], timeout=WARMING
    )


@LOOKS
def test_every_page_is_free_of_what_axe_finds_and_needs_no_scrolling_sideways(visit, width, scheme):
    page = visit(width, scheme)
    found, wide = [], []
    for path in pages(page):
        found += [f"{path}: {line}" for line in scan(page)]
        wide += [] if fits(page) else [path]
    assert not found
    assert not wide


def test_every_page_zoomed_to_400_percent_needs_no_scrolling_sideways(visit):
    page = visit(320, height=256)
    assert not [path for path in pages(page) if not fits(page)]


def test_every_page_has_what_tells_where_one_is_and_fetches_nothing_from_elsewhere(visit):
    page = visit()
    titles = {path: page.title() for path in pages(page) if well_formed(page)}
    assert len(titles) >= 4
    assert len(set(titles.values())) == len(titles), titles
    assert not forbidden(page)
    assert hosts(page) == {"localhost"}


def well_formed(page) -> bool:
    """One main heading, one main part, and the language it is in."""
    counts = [page.locator(css).count() for css in ("h1", "main, [role=main]", "html[lang=en]")]
    assert counts == [1, 1, 1], page.url
    return True


@LOOKS
def test_every_kind_of_answer_is_free_of_what_axe_finds(visit, width, scheme):
    page = visit(width, scheme)
    found = []
    for question, shows in QUESTIONS.items():
        ask(page, question, shows)
        found += scan(page)
    assert not forbidden(page)
    for card in page.locator("details.card").all():
        card.evaluate("card => { card.open = true; }")
    found += scan(page)
    assert not found
    assert fits(page)


def _open(opener, wanted):
    """Open what a click shows; a page that was being drawn anew meanwhile has closed it again."""
    from playwright.sync_api import TimeoutError as TooSlow

    for _ in range(3):
        opener.click()
        try:
            return wanted.wait_for(timeout=6_000)
        except TooSlow:
            continue
    return wanted.wait_for()


@LOOKS
def test_whatever_opens_on_the_ask_page_is_free_of_what_axe_finds(visit, width, scheme):
    page = visit(width, scheme)
    question, shows = next(iter(QUESTIONS.items()))
    ask(page, question, shows)
    talk = page.locator(".stChatMessage").last
    talk.get_by_text("See as a chart").click()
    talk.locator("details.data summary").click()
    talk.get_by_role("radio", name="Thumbs up").click()
    talk.get_by_label("What was good or wrong").wait_for()
    found = scan(page)
    talk.locator("[class*=st-key-tools-]").get_by_role("button", name="As a parliamentary answer").click()
    page.get_by_role("dialog").get_by_role("button", name="Copy it all").wait_for()
    found += scan(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    if width < 640:
        page.get_by_test_id("stExpandSidebarButton").click()
    side = page.get_by_test_id("stSidebar")
    side.get_by_text("This conversation").click()
    _open(side.get_by_text("Delete", exact=True), page.get_by_role("button", name="Delete this conversation"))
    assert not found + scan(page)
    assert fits(page)


@LOOKS
def test_a_checked_draft_is_free_of_what_axe_finds(visit, width, scheme):
    page = visit(width, scheme, "/check")
    page.get_by_label("Paste a draft").fill(DRAFT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("#result").wait_for(timeout=WARMING)
    found = scan(page)
    for card in page.locator("details.checked").all():
        card.evaluate("card => { card.open = true; }")
    assert not found + scan(page)
    assert fits(page)


def test_the_keyboard_alone_asks_and_opens_a_source(visit):
    page = visit(reduced_motion="reduce")
    tab_to(page, "[data-testid=stChatInputTextArea]")
    page.keyboard.insert_text(next(iter(QUESTIONS)))
    page.keyboard.press("Enter")
    page.locator("a.mark").first.wait_for()
    settled(page)
    tab_to(page, "a.mark", "Shift+Tab")
    page.keyboard.press("Enter")
    page.locator("tr.cited").first.wait_for(state="visible")
    assert page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length") == 0


def test_whatever_has_the_focus_looks_different_for_it(visit):
    page = visit()
    unseen = []
    for path in pages(page):
        page.add_style_tag(content="* { transition: none !important; }")
        for _ in range(STOPS):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            if same := page.evaluate(UNSEEN):
                unseen.append(f"{path}: {same}")
    assert not unseen, "\n".join(unseen)


def tab_to(page, selector: str, key: str = "Tab") -> None:
    """Press Tab until an element has the focus."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("css => document.activeElement.matches(css)", selector):
            return
    pytest.fail(f"{selector} was not reached with {key}")
