"""What may be read of an answer while it is being written: the whole sentences of it that have passed."""

import asyncio
import re
import time
from collections.abc import Callable, Sequence

from assistant.lead.lead import Lead, Passed
from assistant.tools.ledger import Ledger
from assistant.tools.marks import MARK
from assistant.turns import Turn

# Where a sentence ends with its marks and something that is no mark follows, or a line ends.
ENDED = re.compile(rf"(?:(?<=[.!?])[”\"’')]*(?:[ \t]*{MARK.pattern})*[.]?[ \t]+(?=[^\s\[])|\n)")

PATIENCE = 3  # checks that a text may fail: what opens a list passes only with its first item


def whole_sentences(text: str) -> str:
    """A text up to the end of its last whole sentence, the marks of it included."""
    ends = [match.end() for match in ENDED.finditer(text)]
    return text[: ends[-1]].rstrip() if ends else ""


class Passing:
    """Checks a text again whenever a sentence of it is complete, off the event loop; `show` gets what has passed.

    A text that goes on failing is not checked again until another is begun, and checks leave half of the time alone:
    the last check of all is the one that counts.
    """

    def __init__(self, lead: Lead, turns: Sequence[Turn], ledger: Ledger, show: Callable[[str], None]) -> None:
        self._lead, self._turns, self._ledger, self._show = lead, turns, ledger, show
        self._latest = ""
        self._failed = 0
        self._checking: asyncio.Task[None] | None = None

    def wrote(self, text: str) -> None:
        """All that is written so far of a message."""
        whole = whole_sentences(text)
        if not whole.startswith(self._latest):
            self._failed = 0
        if whole and whole != self._latest:
            self._latest = whole
            if self._checking is None or self._checking.done():
                self._checking = asyncio.create_task(self._check())

    def stop(self) -> None:
        """Show nothing more of this message."""
        self._latest = ""
        self._failed = 0
        if self._checking is not None:
            self._checking.cancel()

    async def _check(self) -> None:
        checked = ""
        while checked != self._latest and self._failed < PATIENCE:
            checked, started = self._latest, time.perf_counter()
            outcome = await asyncio.to_thread(self._lead.check, checked, self._turns, self._ledger)
            if isinstance(outcome, Passed):
                self._show(outcome.answer.text)
            else:
                self._failed += 1
            await asyncio.sleep(time.perf_counter() - started)
