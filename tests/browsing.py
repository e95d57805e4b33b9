"""Chromium and a page served for it: what the tests of the page in a real browser share.

A module that imports it is skipped where playwright is not installed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ui import serve

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TESTS = Path(__file__).parent
IN_CHROMIUM = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed"),
    # Playwright leaves its pipe to the browser's driver for the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium, closed at the end."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(body: str, folder: Path) -> Iterator[str]:
    """The address of a made-up app, `body` with this folder and the project's on its path, stopped at the end."""
    script = folder / "made_up_app.py"
    script.write_text(f"import sys\nsys.path[:0] = {[str(TESTS), str(TESTS.parent)]!r}\n{body}", encoding="utf-8")
    port = serve.free_port(20_000 + os.getpid() % 20_000)
    server = serve.start(port, script)
    try:
        serve.wait_until_healthy(server, port)
        yield f"http://localhost:{port}"
    finally:
        serve.stop(server)
