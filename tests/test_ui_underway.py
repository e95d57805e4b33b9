"""Answers that are made in threads of their own: followed, joined, and let go on without anybody who waits."""

from threading import Event, current_thread

import pytest

from ui.underway import AllUnderway

PATIENCE = 20  # seconds


@pytest.fixture
def underway():
    return AllUnderway[str]()


def test_news_is_drawn_in_the_thread_that_waits_and_what_was_made_is_given(underway):
    drawn, seen = [], Event()

    def make(watcher):
        watcher.step("Looking")
        watcher.text("Some")
        assert seen.wait(PATIENCE)
        return "made"

    def draw(doing, passed):
        drawn.append((doing, passed, current_thread()))
        if (doing, passed) == ("Looking", "Some"):
            seen.set()

    assert underway.begin("one", make).follow(draw) == "made"
    assert ("Looking", "Some", current_thread()) in drawn
    assert {thread for *_, thread in drawn} == {current_thread()}


def test_who_waits_is_given_a_sign_of_life_though_there_is_no_news(underway):
    alive = Event()
    making = underway.begin("one", lambda watcher: str(alive.wait(PATIENCE)))
    assert making.follow(lambda doing, passed: alive.set()) == "True"


def test_what_is_underway_is_joined_and_goes_on_when_nobody_waits(underway):
    going_on, begun = Event(), []

    def make(watcher):
        begun.append(watcher)
        return str(going_on.wait(PATIENCE))

    class GoneElsewhere(BaseException):
        pass

    def leave(doing, passed):
        raise GoneElsewhere

    first = underway.begin("one", make)
    with pytest.raises(GoneElsewhere):
        first.follow(leave)
    assert underway.get("one") is first and underway.begin("one", make) is first
    assert underway.get("another") is None
    going_on.set()
    assert first.follow(lambda doing, passed: None) == "True"
    assert underway.get("one") is None and len(begun) == 1


def test_what_breaks_off_leaves_nobody_waiting(underway):
    def make(watcher):
        raise KeyError("an inner detail")

    with pytest.raises(KeyError):
        underway.begin("one", make).follow(lambda doing, passed: None)
    assert underway.get("one") is None
