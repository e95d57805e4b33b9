"""How quick the page is in a real browser, and whether many visitors at once are kept apart.

    python -m evals page

first paint       of a browser that has been nowhere yet (cold), and of one that opens the page again (warm)
question          from pressing Enter until the answer is on the screen, each in a conversation of its own, beside the
                  time inside the process for the same questions
visitors at once  each asks questions with made-up words of its own, and nothing may show another's
"""

import asyncio
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ProbationError
from evals.generate import FIGURES, PASSAGES
from evals.library_home import library_home
from evals.page_browser import Visitor, chromium, served
from evals.questions import Question, read_questions
from evals.report import percentile

if TYPE_CHECKING:
    from playwright.async_api import Browser

FIGURE_QUESTIONS, PROSE_QUESTIONS = 30, 10
PAINTS = 5
EACH_ASKS = 5
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")

Seen = Callable[[], None]


@dataclass(slots=True)
class Crowd:
    """What came of many visitors at once: seconds of each answer, and what must not be."""

    seconds: list[float] = field(default_factory=list)
    leaks: int = 0  # pages that showed a word of another visitor
    errors: int = 0  # problems shown


def asked(path: Path, count: int) -> list[Question]:
    """So many questions of one turn that can be answered, spread over a file."""
    one_turn = [one for one in read_questions(path) if one.status == "answered" and len(one.turns) == 1]
    count = min(count, len(one_turn))
    return [one_turn[number * len(one_turn) // count] for number in range(count)]


def marker(number: int) -> str:
    """A made-up word that no other number up to 99 has."""
    return f"zorv{SYLLABLES[number // 10]}{SYLLABLES[number % 10]}x"


def steps(visitors: int) -> int:
    """How often `measure` says that it has done something."""
    return 2 * PAINTS + FIGURE_QUESTIONS + PROSE_QUESTIONS + visitors * EACH_ASKS


def measure(visitors: int, seen: Seen) -> dict[str, str]:
    """Every timing, by its name. Raises ProbationError where a page shows another visitor's words, or an error."""
    figures, prose = asked(FIGURES, FIGURE_QUESTIONS), asked(PASSAGES, PROSE_QUESTIONS)
    with library_home() as home:
        within = {"figure": inside(home, figures), "prose": inside(home, prose)}
        with served() as address:
            return asyncio.run(_in_browser(address, visitors, figures, prose, within, seen))


def inside(home: Path, questions: Sequence[Question]) -> list[float]:
    """Seconds inside the process for each question, after one that is not counted."""
    from assistant.answer import Assistant

    assistant = Assistant.open(home)
    assistant.ask(questions[0].turns)
    return [assistant.ask(one.turns).seconds for one in questions]


async def _in_browser(
    address: str,
    visitors: int,
    figures: Sequence[Question],
    prose: Sequence[Question],
    within: dict[str, list[float]],
    seen: Seen,
) -> dict[str, str]:
    async with chromium() as browser:
        rows = await _paints(browser, address, seen)
        for name, questions in (("figure", figures), ("prose", prose)):
            took = await _answers(browser, address, questions, seen)
            rows |= beside(name, took, within[name])
        return rows | said_of(await crowd(browser, address, visitors, [*figures, *prose], seen), visitors)


async def _paints(browser: "Browser", address: str, seen: Seen) -> dict[str, str]:
    first = await Visitor.new(browser, address)
    await first.open()  # imports the page's modules and opens the publications
    await first.close()
    cold, warm = [], []
    for _ in range(PAINTS):
        visitor = await Visitor.new(browser, address)
        cold.append(await visitor.open())
        seen()
        warm.append(await visitor.open())
        seen()
        await visitor.close()
    return spread(f"first paint, cold, {PAINTS} times", cold) | spread(f"first paint, warm, {PAINTS} times", warm)


async def _answers(browser: "Browser", address: str, questions: Sequence[Question], seen: Seen) -> list[float]:
    """Seconds of each question in a conversation of its own, after one that is not counted."""
    visitor = await Visitor.new(browser, address)
    took = []
    for question in [questions[0], *questions]:
        await visitor.open()
        took.append(await visitor.ask(question.turns[0]))
        if await visitor.errors():
            raise ProbationError(f"The page shows a problem after {question.turns[0]!r}.")
        if len(took) > 1:
            seen()
    await visitor.close()
    return took[1:]


async def crowd(browser: "Browser", address: str, visitors: int, questions: Sequence[Question], seen: Seen) -> Crowd:
    """Every visitor asks different questions at the same time; what came of it."""
    found = Crowd()
    people = [await Visitor.new(browser, address) for _ in range(visitors)]
    await asyncio.gather(*(person.open() for person in people))
    words = [marker(number) for number in range(visitors)]

    async def ask(number: int) -> None:
        person, own = people[number], words[number]
        for turn in range(EACH_ASKS):
            question = questions[(number * EACH_ASKS + turn) % len(questions)].turns[0]
            found.seconds.append(await person.ask(f"{question} ({own})"))
            shown = await person.page.content()
            if own not in shown:
                raise ProbationError(f"A page does not show the question that was asked on it, with {own!r}.")
            found.leaks += any(word in shown for word in words if word != own)
            found.errors += await person.errors() > 0
            seen()

    await asyncio.gather(*map(ask, range(visitors)))
    for person in people:
        await person.close()
    return found


def beside(name: str, took: Sequence[float], within: Sequence[float]) -> dict[str, str]:
    """Seconds on the screen beside those inside the process."""
    page, process = statistics.median(took), statistics.median(within)
    return {
        **spread(f"{len(took)} {name} questions, Enter to answer", took),
        **spread(f"{len(within)} {name} questions, inside the process", within),
        f"{name} questions, median on screen to median inside": f"{page / process:.1f}",
        f"{name} questions, median on screen beyond that inside": f"{(page - process) * 1000:.0f} ms",
    }


def said_of(found: Crowd, visitors: int) -> dict[str, str]:
    """The crowd's times. Raises ProbationError where a page showed another visitor's words, or an error."""
    if found.leaks or found.errors:
        raise ProbationError(
            f"Of {len(found.seconds)} pages {found.leaks} showed another visitor's words and {found.errors} a problem."
        )
    name = f"{visitors} visitors at once, {len(found.seconds)} questions"
    return spread(name, found.seconds) | {f"{name}, longest": f"{max(found.seconds):.2f} s"}


def spread(name: str, seconds: Sequence[float]) -> dict[str, str]:
    """Median and 95th percentile."""
    return {
        f"{name}, median": f"{statistics.median(seconds) * 1000:.0f} ms",
        f"{name}, 95th percentile": f"{percentile(seconds, 95) * 1000:.0f} ms",
    }
