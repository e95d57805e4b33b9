"""What comes of every scripted behaviour of a model: good answers are shown as they are, and no lie is."""

import gc
from collections import Counter
from collections.abc import Iterator

import pytest
from asking import fault
from behaving import faults, run
from model_behaviours import BEHAVIOURS
from model_behaviours.behaviour import Behaviour

# A client that is broken off in a stream may leave it to be collected: no fault of what is shown.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

GOOD = [behaviour for behaviour in BEHAVIOURS if behaviour.good]
BAD = [behaviour for behaviour in BEHAVIOURS if not behaviour.good]
PASSING = 0.97  # of good answers, 0 to 1, at least
REFUSED = ("as models word it/of-the-regions", "ranked/list")  # good answers that the lead does not let pass yet


@pytest.fixture(scope="module", autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.collect()


def name(behaviour: Behaviour) -> str:
    return f"{behaviour.group}/{behaviour.id}"


def good(behaviour: Behaviour) -> object:
    marks = fault(reason="refused, though good") if name(behaviour) in REFUSED else ()
    return pytest.param(behaviour, id=name(behaviour), marks=marks)


@pytest.mark.parametrize("behaviour", map(good, GOOD))
def test_a_good_answer_is_shown_as_it_is(behaviour):
    assert faults(behaviour, run(behaviour)) == []


@pytest.mark.parametrize("behaviour", BAD, ids=name)
def test_no_lie_is_shown(behaviour):
    assert faults(behaviour, run(behaviour)) == []


def test_the_behaviours_are_many_and_of_many_kinds():
    assert len({name(behaviour) for behaviour in BEHAVIOURS}) == len(BEHAVIOURS)
    assert len(BAD) >= 150
    assert len(GOOD) >= 70
    assert len(Counter(behaviour.group for behaviour in BEHAVIOURS)) >= 30


def test_nearly_all_good_answers_pass():
    shown = sum(not faults(behaviour, run(behaviour)) for behaviour in GOOD)
    print(f"{shown} of {len(GOOD)} good answers shown unchanged ({shown / len(GOOD):.1%})")
    assert shown / len(GOOD) >= PASSING
