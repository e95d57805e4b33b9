"""A provider that is slow, fails, lies about its form or talks garbage: the built-in answer, in time, with one line."""

import time

import pytest
from made_up import assistant_of, bulletins
from scripted_model import Calls, Half, Raw, ScriptedModel, Silence, Status, Text, Trickle

from assistant.model import failures
from assistant.model.agent import MODEL_CALLS, TOOL_CALLS
from assistant.model.answering import Modelled
from assistant.model.settings import ModelSettings

QUESTION = "How many gardens were dug in 2031-32?"
PATIENCE = 120.0  # seconds, where time is not what is tried
SOON = 2.0  # seconds after the limit, on a machine that is busy
SECRET = "sk-made-up-8f3a"
LOOKS = Calls(("look_up", {"code": "QM104"}))
PLAIN = "Made-up words without a mark. "


def good(seen):
    return Text(f"Gardens dug (QM104) was 60.5% in England and Wales in 2031-32 {seen.mark('QM104')}.")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    """An assistant, with everything loaded that the first question to a model needs."""
    assistant = assistant_of(tmp_path_factory.mktemp("failures"), bulletins())
    with ScriptedModel(LOOKS, good) as server:
        assert Modelled(assistant, server.settings(PATIENCE)).ask([QUESTION]).model
    return assistant


@pytest.fixture
def ask(assistant):
    def ask(*replies, seconds=PATIENCE):
        with ScriptedModel(*replies) as server:
            return Modelled(assistant, server.settings(seconds)).ask([QUESTION]), server

    return ask


def refusal(status):
    """A status with a text that must not be repeated."""
    return Status(status, {"Retry-After": "30"}, f'{{"error": {{"message": "Key {SECRET} is wrong"}}}}')


@pytest.mark.parametrize(
    ("replies", "instead"),
    [
        pytest.param([refusal(429)], failures.LIMITED, id="rate-limit"),
        pytest.param([refusal(401)], failures.KEY_REFUSED, id="key"),
        pytest.param([refusal(403)], failures.KEY_REFUSED, id="forbidden"),
        pytest.param([refusal(404)], failures.NO_SUCH_MODEL, id="no-such-model"),
        pytest.param([refusal(400)], failures.REFUSED, id="refused"),
        pytest.param([refusal(413)], failures.REFUSED, id="too-large"),
        pytest.param([refusal(500)], failures.FAILING, id="broken"),
        pytest.param([refusal(503)], failures.FAILING, id="overloaded"),
        pytest.param([LOOKS, refusal(429)], failures.LIMITED, id="rate-limit-after-a-call"),
        pytest.param([Status(302, {"Location": "http://127.0.0.1:9/"})], failures.UNREACHABLE, id="sent-elsewhere"),
        pytest.param([Silence(0)], failures.BROKE_OFF, id="hangs-up"),
        pytest.param([Half(PLAIN * 3)], failures.BROKE_OFF, id="breaks-off-in-a-message"),
        pytest.param([Half(PLAIN * 3, cleanly=True)], failures.BROKE_OFF, id="ends-without-an-end"),
        pytest.param([LOOKS, lambda seen: Half(good(seen).text, cleanly=True)], failures.BROKE_OFF, id="good-but-half"),
        pytest.param([Raw(b"")], failures.GARBAGE, id="nothing-at-all"),
        pytest.param([Raw(bytes(range(256)) * 20)], failures.GARBAGE, id="bytes"),
        pytest.param([Raw(b"data: {not json\n\n")], failures.GARBAGE, id="half-a-json"),
        pytest.param([Raw(b"data: [1, 2]\n\n")], failures.GARBAGE, id="another-json"),
        pytest.param([Raw(b'data: {"choices": "none"}\n\ndata: [DONE]\n\n')], failures.GARBAGE, id="wrong-types"),
        pytest.param([Raw(b"<html>Sign in</html>")], failures.GARBAGE, id="a-page"),
        pytest.param([Text("")], failures.EMPTY, id="empty"),
        pytest.param([Text(" \n ")], failures.EMPTY, id="blank"),
        pytest.param([Text(PLAIN * 1_000)], failures.TOO_LONG, id="too-long"),
        pytest.param([Calls(("search", {"words": "w" * 9_000}))], failures.TOO_LONG, id="too-long-a-call"),
        pytest.param([Text(PLAIN)], failures.UNTRACED, id="no-marks"),
        pytest.param([Text(PLAIN, finish="length")], failures.UNTRACED, id="cut-off-twice"),
        pytest.param([LOOKS], failures.TOO_MANY_CALLS, id="never-answers"),
        pytest.param([Calls(("look_up", "[1]"))], failures.TOO_MANY_CALLS, id="never-a-well-formed-call"),
        pytest.param([Calls(("made_up", {}))], failures.TOO_MANY_CALLS, id="never-a-known-tool"),
    ],
)
def test_the_built_in_answer_stands_and_one_line_says_why(ask, assistant, caplog, capfd, replies, instead):
    answer, _ = ask(*replies)
    assert (answer.model, answer.instead) == ("", instead)
    assert (answer.text, answer.citations) == ((own := assistant.ask([QUESTION])).text, own.citations)
    assert "\n" not in answer.instead
    assert SECRET not in repr(answer) + caplog.text + "".join(capfd.readouterr())


def test_an_address_where_nobody_is(assistant):
    with ScriptedModel(Text("")) as server:
        gone = server.url
    answer = Modelled(assistant, ModelSettings("openai:gone", gone, 20.0)).ask([QUESTION])
    assert answer.instead == failures.UNREACHABLE


@pytest.mark.parametrize(
    "replies",
    [
        pytest.param([Silence(60)], id="silent"),
        pytest.param([LOOKS, Silence(60)], id="silent-after-a-call"),
        pytest.param([Trickle(PLAIN * 100, 0.05)], id="a-letter-at-a-time"),
        pytest.param([Raw(b"data: " + b"x" * 2_000, pause=0.05)], id="a-byte-at-a-time"),
        pytest.param([Raw(b": made-up\n\n" * 2_000, pause=0.01)], id="keeps-alive-without-end"),
    ],
)
def test_a_provider_that_takes_too_long_is_left_when_time_is_up(ask, assistant, replies):
    with ScriptedModel(*replies) as server:
        started = time.perf_counter()
        answer = Modelled(assistant, server.settings(1.5)).ask([QUESTION])
        took = time.perf_counter() - started
        assert answer.instead == failures.TOO_SLOW
        assert answer.text == assistant.ask([QUESTION]).text
        assert took < 1.5 + SOON
        assert not any(isinstance(one, Trickle | Raw) for one in replies) or _left(server)


def _left(server):
    """Whether the server soon notices that nobody reads on."""
    last_moment = time.monotonic() + 30  # it takes some milliseconds, and as long as it must where others compute
    while server.replying and time.monotonic() < last_moment:
        time.sleep(0.02)
    return not server.replying


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(Calls(("look_up", "{not json")), id="no-json"),
        pytest.param(Calls(("look_up", "[1]")), id="a-list"),
        pytest.param(Calls(("look_up", '"QM104"')), id="a-string"),
        pytest.param(Calls(("look_up", {"code": ["QM104"]})), id="wrong-type"),
        pytest.param(Calls(("look_up", {})), id="argument-missing"),
        pytest.param(Calls(("look_up", {"code": "QM104", "config": {}, "self": 1, "run_manager": 2})), id="more"),
        pytest.param(Calls(("look_up", {"code": "QM104", "path": "/etc/passwd"})), id="a-path"),
        pytest.param(Calls(("delete_everything", {"sure": True})), id="unknown-tool"),
        pytest.param(Calls(("ask_user", {"question": "Which?", "options": ["one"]})), id="asks-without-a-choice"),
        pytest.param(Text("Gardens dug", finish="length"), id="cut-off"),
    ],
)
def test_what_is_malformed_goes_back_to_the_model_and_it_may_go_on(ask, first):
    answer, server = ask(first, LOOKS, good)
    assert answer.model, answer.instead
    assert len(server.requests) == 3


def test_calls_of_the_model_are_bounded_over_both_attempts(ask):
    looks = [LOOKS] * (MODEL_CALLS - 2)
    answer, server = ask(*looks, Text(PLAIN), LOOKS, good)
    assert answer.instead == failures.TOO_MANY_CALLS
    assert len(server.requests) == MODEL_CALLS


def test_calls_of_tools_are_bounded_and_the_rest_is_refused(ask):
    answer, server = ask(Calls(*[("look_up", {"code": "QM104"})] * (TOOL_CALLS + 4)), good)
    results = [one for one in server.requests[-1]["messages"] if one["role"] == "tool"]
    assert sum("sources" in one["content"] for one in results) == TOOL_CALLS
    assert sum("limit exceeded" in one["content"] for one in results) == 4
    assert answer.model


@pytest.mark.parametrize("provider", ["openai", "anthropic", "ollama"])
@pytest.mark.parametrize(
    ("reply", "instead"),
    [
        pytest.param(refusal(429), failures.LIMITED, id="rate-limit"),
        pytest.param(refusal(401), failures.KEY_REFUSED, id="key"),
        pytest.param(refusal(500), failures.FAILING, id="broken"),
        pytest.param(Raw(b"<html>Sign in</html>"), failures.GARBAGE, id="a-page"),
        pytest.param(Silence(60), failures.TOO_SLOW, id="silent"),
        pytest.param(Silence(0), failures.BROKE_OFF, id="hangs-up"),
        pytest.param(Raw(b"data: " + b"x" * 2_000, pause=0.05), failures.TOO_SLOW, id="a-byte-at-a-time"),
    ],
)
def test_every_providers_package_fails_in_the_same_words(assistant, monkeypatch, caplog, provider, reply, instead):
    monkeypatch.setenv("ANTHROPIC_API_KEY", SECRET)
    with ScriptedModel(reply) as server:
        settings = ModelSettings(f"{provider}:made-up", server.url, 4.0 if instead == failures.TOO_SLOW else PATIENCE)
        modelled = Modelled(assistant, settings)
        answer = modelled.ask([QUESTION])
        left = isinstance(reply, Silence) or _left(server)
    assert (answer.model, answer.instead) == ("", instead)
    assert left
    assert SECRET not in caplog.text
