"""Chromium and a page served for it: what the tests of the page in a real browser share.

Such a test is skipped where something it needs is missing, and says what; with BROWSER_TESTS=required it fails instead.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from ui import serve

TESTS = Path(__file__).parent
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SOON = 15_000  # milliseconds within which a page that was opened before does whatever it is asked
WARMING = 60_000  # milliseconds for what is done for the first time: a script's imports, a model
FIRST_PORT = 20_000 + os.getpid() % 120 * serve.PORTS_TRIED  # apart from those of tests run beside this one
VISITED: set[str] = set()  # addresses
NO_SETTINGS: Mapping[str, str] = {}
IN_CHROMIUM = [
    # Playwright leaves its pipe to the browser's driver for the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
SETTLED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')"""
LINKS = """() => [...document.querySelectorAll('main a[href], section a[href]')]
  .map(link => link.href.split('#')[0]).filter(to => to.startsWith(location.origin))"""
FAKE_PAGES = """
import os, runpy
from assistant.answer import Assistant
from ui_fake import FakeAssistant
os.environ["PROBATION_HOME"] = {home!r}
Assistant.open = FakeAssistant
runpy.run_path({app!r}, run_name="__main__")
"""
MADE_UP_APP = """
from pathlib import Path
from starlette.middleware import Middleware
from streamlit import App
from ui.visitors import Visitors
app = App(Path(__file__).with_name("made_up_page.py"), middleware=[Middleware(Visitors)])
"""


def need(there: bool, reason: str) -> None:
    """Skip the test for a reason where what it needs is not there, or fail where browser tests are required."""
    if not there and os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(f"{reason}, and BROWSER_TESTS=required", pytrace=False)
    if not there:
        pytest.skip(reason)


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium, closed at the end."""
    need(find_spec("playwright") is not None, "playwright is not installed")
    need(CHROMIUM.exists(), f"{CHROMIUM} is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(body: str, folder: Path) -> Iterator[str]:
    """The address of a made-up page, stopped at the end: `body`, with this folder and the project's on its path.

    It is served as the real pages are, with cookie and headers.
    """
    paths = f"import sys\nsys.path[:0] = {[str(TESTS), str(TESTS.parent)]!r}\n"
    (folder / "made_up_page.py").write_text(f"{paths}{body}", encoding="utf-8")
    script = folder / "made_up_app.py"
    script.write_text(f"{paths}{MADE_UP_APP}", encoding="utf-8")
    port = serve.free_port(FIRST_PORT)
    server = serve.start(port, script)
    try:
        serve.wait_until_healthy(server, port)
        yield serve.address("localhost", port)
    finally:
        serve.stop(server)


def fake_pages(folder: Path) -> Any:
    """The real pages over a made-up assistant, as `served` gives them."""
    return served(FAKE_PAGES.format(home=str(folder), app=str(serve.APP)), folder)


@contextmanager
def real_pages(home: Path, prefix: str = "", settings: Mapping[str, str] = NO_SETTINGS) -> Iterator[str]:
    """The address of the assistant as a user starts it, with its store in `home`, ended as a user ends it.

    `settings` are put into its environment.
    """
    port = str(serve.free_port(FIRST_PORT))
    command = [sys.executable, "-m", "ui.serve", "--port", port, "--prefix", prefix]
    shown = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}  # it opens no window
    environment = {**os.environ, **shown, **settings, "PROBATION_HOME": str(home)}
    with subprocess.Popen(command, cwd=serve.ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()


def visitor(browser: Any, width: int = 1280, height: int = 850, **options: Any) -> Any:
    """A new visitor's browser, who waits no longer than SOON for anything."""
    visitor = browser.new_context(viewport={"width": width, "height": height}, **options)
    visitor.set_default_timeout(SOON)
    return visitor


def opened(page: Any, address: str, path: str = "/") -> Any:
    """A page gone to, when its title has been drawn; only the first to be opened at an address may take longer."""
    patience = SOON if address in VISITED else WARMING
    VISITED.add(address)
    page.goto(address + path)
    page.locator("h1, [data-testid=stException]").first.wait_for(timeout=patience)
    assert page.locator("h1").count(), f"{page.url} shows no page: its server's words on standard error say why"
    return page


def settled(page: Any) -> Any:
    """The page, when its script has ended and what it drew has faded in; it may have had to load the search model."""
    page.wait_for_function(SETTLED, timeout=WARMING)
    page.wait_for_timeout(400)
    page.wait_for_function(SETTLED)
    return page


def pages(page: Any) -> Iterator[str]:
    """Opens one page after the other, each that a link of another leads to, and gives its path."""
    waiting = [page.url]
    known = {urlsplit(page.url).path}
    while waiting:
        here = opened(page, waiting.pop(0), "")
        yield urlsplit(settled(here).url).path
        new = {urlsplit(link).path: link for link in page.evaluate(LINKS)}
        waiting += [link for path, link in new.items() if path not in known]
        known |= set(new)


def watched(page: Any) -> Any:
    """A page that remembers every address it fetches (`fetched`) and what its console complains of (`complaints`)."""
    page.fetched, page.complaints = [], []
    page.on("request", lambda made: page.fetched.append(made.url))
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    return page


def hosts(page: Any) -> set[str | None]:
    """Where a watched page has fetched from."""
    return {urlsplit(url).hostname for url in page.fetched if not url.startswith(("data:", "blob:"))}


def forbidden(page: Any) -> list[str]:
    """What the policy of the pages kept a watched page from doing."""
    return [said for said in page.complaints if "Content Security Policy" in said]


def fits(page: Any) -> bool:
    """Whether the page as a whole needs no scrolling sideways."""
    return bool(
        page.evaluate("[...document.querySelectorAll('html, .stMain')].every(e => e.scrollWidth <= e.clientWidth)")
    )
