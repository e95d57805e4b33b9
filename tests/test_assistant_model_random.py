"""A model with random weights: whatever it writes, the built-in answer stands."""

import pytest
from made_up import assistant_of, bulletins
from random_model import garbage, wanders
from scripted_model import Calls, ScriptedModel, Text

from assistant.model.answering import Modelled

QUESTION = "How many gardens were dug in 2031-32?"
LOOKS = ("look_up", {"code": "QM104"})


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("random"), bulletins())


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    "script",
    [
        pytest.param(lambda seed: Text(garbage(seed)), id="writes"),
        pytest.param(lambda seed: wanders(seed, LOOKS), id="writes-with-marks"),
        pytest.param(lambda seed: Calls((garbage(seed, "tool"), garbage(seed, "{"))), id="calls"),
    ],
)
def test_garbage_is_never_shown(assistant, seed, script):
    with ScriptedModel(script(seed)) as server:
        answer = Modelled(assistant, server.settings(120.0)).ask([QUESTION])
    assert server.failures == []
    assert answer.model == ""
    assert answer.instead
    assert answer.text == assistant.ask([QUESTION]).text


def test_the_same_seed_writes_the_same_and_another_something_else():
    assert garbage(1) == garbage.__wrapped__(1)
    assert len({garbage(seed) for seed in range(20)}) == 20
