"""The served page in a real Chromium, as its visitors have it: a cookie, a conversation, answers that appear.

The only door to playwright. What is needed and is missing is a ProbationError.
"""

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ProbationError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FIRST_PORT = 8700
PATIENCE = 120_000  # milliseconds, of a machine on which twenty ask at once
BOX = "Ask about a published figure"
# From pressing Enter to the frame after the first line of the answer, or a problem, is there to be seen.
TIME_ANSWER = """turn => {
  window.answerTook = null;
  const reply = () => {
    const asked = document.getElementById(`turn-${turn}`);
    const lines = asked ? [...document.querySelectorAll(".line, .calm, .problem")] : [];
    return lines.find(line => asked.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  const pressed = event => {
    if (event.key !== "Enter") return;
    removeEventListener("keydown", pressed, true);
    const from = performance.now();
    const look = () => {
      const line = reply();
      if (line?.checkVisibility() && line.innerText.trim())
        requestAnimationFrame(() => { window.answerTook = performance.now() - from; });
      else requestAnimationFrame(look);
    };
    look();
  };
  addEventListener("keydown", pressed, true);
}"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
ERRORS = ".problem, [data-testid='stException'], [data-testid='stErrorElementContainer']"


@contextmanager
def served() -> Iterator[str]:
    """The address of the page, of the publications in the home that is set; its server is ended afterwards."""
    quiet = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "ui.serve", "--port", str(FIRST_PORT)]
    with subprocess.Popen(command, env=quiet, stdout=subprocess.PIPE, text=True) as server:
        try:
            said = server.stdout.readline() if server.stdout else ""
            address = re.search(r"http://\S+", said)
            if not address:
                raise ProbationError("The page's server did not start. Try: python -m ui.serve")
            yield address[0]
        finally:
            server.terminate()
            server.communicate()  # its last words need a reader


@asynccontextmanager
async def chromium(executable: str = "") -> AsyncIterator["Browser"]:
    """A headless Chromium, closed at the end: the one given, else the system's, else playwright's own.

    Raises ProbationError where it or playwright is missing, or where what a page should show does not come.
    """
    try:
        from playwright.async_api import Error, async_playwright
    except ImportError as error:
        raise ProbationError("playwright is not installed. Run: make install") from error
    async with async_playwright() as playwright:
        path = executable or (str(CHROMIUM) if CHROMIUM.exists() else None)
        try:
            browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            raise ProbationError(f"Chromium did not start ({error.message}). Is it installed?") from error
        try:
            yield browser
        except Error as error:
            raise ProbationError(f"The page did not do what a visitor expects: {error.message}") from error
        finally:
            await browser.close()


@dataclass(slots=True)
class Visitor:
    """Somebody at the page, with a browser profile of their own; `asked` counts the questions of the conversation."""

    page: "Page"
    address: str
    asked: int = 0

    @classmethod
    async def new(cls, browser: "Browser", address: str) -> "Visitor":
        """A visitor whose browser has been nowhere yet."""
        context = await browser.new_context()
        context.set_default_timeout(PATIENCE)
        return cls(await context.new_page(), address)

    async def open(self) -> float:
        """Open the page with a new conversation; seconds until something is painted. Returns once it can be used."""
        await self.page.goto(self.address)
        await self.page.get_by_placeholder(BOX).wait_for()
        if await self.page.locator("#turn-0").count():
            raise ProbationError("The page opened with a conversation on it, so no answer can be timed.")
        self.asked = 0
        painted = await self.page.evaluate(FIRST_PAINT)
        if painted is None:
            raise ProbationError("Chromium did not say when it painted the page.")
        return float(painted) / 1000

    async def ask(self, question: str) -> float:
        """Ask; seconds from pressing Enter until the answer is to be seen."""
        await self.page.evaluate(TIME_ANSWER, self.asked)
        box = self.page.get_by_placeholder(BOX)
        await box.fill(question)
        await box.press("Enter")
        took = await self.page.wait_for_function("window.answerTook")
        self.asked += 1
        return float(await took.json_value()) / 1000

    async def errors(self) -> int:
        """How many problems the page shows."""
        return await self.page.locator(ERRORS).count()

    async def close(self) -> None:
        """Close the browser profile."""
        await self.page.context.close()
