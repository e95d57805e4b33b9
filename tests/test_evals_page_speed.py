"""What the timings of the page stand on: which questions, words that tell visitors apart, what must not be seen."""

import asyncio
from itertools import permutations

import pytest

from corpus.errors import ProbationError
from evals import page_speed
from evals.generate import FIGURES, PASSAGES
from evals.page_browser import chromium
from evals.page_speed import Crowd


@pytest.mark.parametrize("path", [FIGURES, PASSAGES], ids=["figures", "passages"])
@pytest.mark.parametrize("count", [1, 10, 30, 1000])
def test_questions_are_different_ones_that_stand_alone_and_are_answered(path, count):
    chosen = page_speed.asked(path, count)
    assert len({one.id for one in chosen}) == len(chosen) == min(count, len(page_speed.asked(path, 10_000)))
    assert all(one.status == "answered" and len(one.turns) == 1 for one in chosen)


def test_no_visitors_word_holds_anothers():
    words = [page_speed.marker(number) for number in range(100)]
    assert not any(one in other for one, other in permutations(words, 2))
    assert all(word.isalpha() for word in words)


def test_progress_counts_every_question_of_every_visitor():
    assert page_speed.steps(3) - page_speed.steps(2) == page_speed.EACH_ASKS


def test_times_on_the_screen_stand_beside_those_inside():
    rows = page_speed.beside("figure", [0.3, 0.5, 0.4], [0.02, 0.01, 0.03])
    assert rows["3 figure questions, Enter to answer, median"] == "400 ms"
    assert rows["3 figure questions, inside the process, 95th percentile"] == "30 ms"
    assert rows["figure questions, median on screen to median inside"] == "20.0"
    assert rows["figure questions, median on screen beyond that inside"] == "380 ms"


def test_a_crowd_that_saw_only_its_own_is_timed():
    rows = page_speed.said_of(Crowd([0.5, 2.0, 1.0]), 3)
    assert rows["3 visitors at once, 3 questions, median"] == "1000 ms"
    assert rows["3 visitors at once, 3 questions, longest"] == "2.00 s"


@pytest.mark.parametrize("wrong", [{"leaks": 1}, {"errors": 1}], ids=["leak", "error"])
def test_a_page_with_anothers_words_or_a_problem_is_an_error(wrong):
    with pytest.raises(ProbationError, match="Of 1 pages"):
        page_speed.said_of(Crowd([0.5], **wrong), 1)


# Playwright leaves its pipe to the browser's driver for the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_browser_that_is_not_there_is_one_line():
    pytest.importorskip("playwright", reason="playwright is not installed")

    async def start() -> None:
        async with chromium("/no/such/chromium"):
            raise AssertionError("it started")

    with pytest.raises(ProbationError, match="Chromium did not start") as raised:
        asyncio.run(start())
    assert "\n" not in str(raised.value)
