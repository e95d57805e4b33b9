"""Questions answered by a scripted model over real HTTP: checked, asked for once more, or answered by the assistant."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from made_up import assistant_of, bulletins
from scripted_model import Calls, ScriptedModel, Status, Text

from assistant.model import failures, steps
from assistant.model.answering import Modelled
from assistant.turns import Chosen, Question

QUESTION = "How many gardens were dug in 2031-32?"
LOOKS = Calls(("look_up", {"code": "QM104"}))
WRONG = Text("Gardens dug (QM104) was 99.9% in England and Wales in 2031-32.")
PATIENCE = 120.0  # seconds, where time is not what is tried
DECLINES = Text("NOT PUBLISHED")


def good(seen):
    """Two sentences that the published row bears out."""
    mark = seen.mark("QM104")
    return Text(f"Gardens dug (QM104) was 60.5% in England and Wales in 2031-32 {mark}. Its target was 60.0% {mark}.")


class Seer:
    """A watcher that keeps what it is shown."""

    def __init__(self):
        self.steps, self.texts, self.threads = [], [], set()

    def step(self, words):
        self.steps.append(words)
        self.threads.add(threading.get_ident())

    def text(self, markdown):
        self.texts.append(markdown)
        self.threads.add(threading.get_ident())


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("answering"), bulletins())


@pytest.fixture
def ask(assistant):
    """Asks a model with a script; the answer, and what the model's server saw."""

    def ask(*replies, turns=(QUESTION,), told=(), watcher=None):
        with ScriptedModel(*replies) as server:
            modelled = Modelled(assistant, server.settings(PATIENCE))
            return modelled.ask(turns, told, watcher or Seer()), server

    return ask


def test_words_that_are_borne_out_are_shown_as_the_models(ask):
    answer, _ = ask(LOOKS, good)
    assert (answer.model, answer.instead, answer.status) == ("openai:scripted", "", "answered")
    assert answer.text == "Gardens dug (QM104) was 60.5% in England and Wales in 2031-32 [1]. Its target was 60.0% [1]."
    assert answer.question == QUESTION
    assert [str(source.locator) for source in answer.citations] == ["Table 2, QM104"]
    assert answer.seconds > 0


def test_how_the_tools_understood_what_is_cited_stands_with_it_and_cannot_be_set(ask):
    answer, _ = ask(Calls(("look_up", {"code": "QM104"}), ("look_up", {"code": "QM106"})), good)
    understood = {one.value for one in answer.understood if one.name == "Measure"}
    assert understood == {"Gardens dug (QM104)"}
    assert not any(one.kind or one.choices for one in answer.understood)


def test_faults_are_named_once_and_the_mended_answer_is_shown(ask):
    answer, server = ask(LOOKS, WRONG, good)
    assert answer.model
    assert "60.5%" in answer.text
    mending = server.requests[2]["messages"]
    assert [one["role"] for one in mending[-2:]] == ["assistant", "user"]
    assert "Its faults:\n- " in mending[-1]["content"]


def test_words_that_fail_twice_give_way_to_the_assistants_own(ask, assistant):
    answer, server = ask(LOOKS, WRONG, WRONG, good)
    own = assistant.ask([QUESTION])
    assert (answer.text, answer.model, answer.instead) == (own.text, "", failures.UNTRACED)
    assert "99.9" not in answer.text
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("question", "status"),
    [pytest.param(QUESTION, "answered", id="it-is"), pytest.param("How many goats flew?", "not_found", id="it-is-not")],
)
@pytest.mark.parametrize("words", ["NOT PUBLISHED", " Not published.\n", "**NOT PUBLISHED**"])
def test_a_model_that_finds_nothing_leaves_the_answer_to_the_assistant(ask, question, status, words):
    answer, _ = ask(Text(words), turns=[question])
    assert (answer.status, answer.model, answer.instead) == (status, "", failures.NOT_PUBLISHED)


def test_a_question_asked_back_is_shown_with_its_readings(ask):
    asked = {"question": "Which measure?", "options": ["How many gardens were dug?", "How many boats were returned?"]}
    answer, server = ask(Calls(("ask_user", asked)), turns=["How many were there?"])
    assert (answer.status, answer.text, answer.options) == ("clarify", asked["question"], tuple(asked["options"]))
    assert answer.model == "openai:scripted"
    assert len(server.requests) == 1


def test_a_question_asked_back_that_claims_something_is_refused(ask):
    asked = {"question": "Did you know that 99.9% were dug?", "options": ["Yes, 99.9%", "No, 12%"]}
    answer, _ = ask(Calls(("ask_user", asked)))
    assert (answer.model, answer.instead) == ("", failures.UNTRACED)


def test_what_was_set_by_hand_is_not_put_to_the_model(ask, assistant):
    turn = Question(QUESTION, (Chosen("period", "2030-31"),))
    answer, server = ask(good, turns=[turn])
    own = assistant.ask([turn])
    assert (answer.text, answer.model, answer.instead) == (own.text, "", "")
    assert server.requests == []


def test_a_question_that_is_too_long_is_not_put_to_the_model(ask):
    answer, server = ask(good, turns=[QUESTION + " please" * 400])
    assert (answer.model, answer.instead) == ("", failures.LONG_QUESTION)
    assert server.requests == []


def test_the_model_is_told_the_last_turns_with_what_was_shown_but_no_marks(ask):
    turns = [f"Made-up question {n}?" for n in range(8)] + [QUESTION]
    told = [f"Made-up answer {n} [1] [s-abcdefgh]." for n in range(8)]
    _, server = ask(DECLINES, turns=turns, told=told)
    said = [(one["role"], one["content"]) for one in server.requests[0]["messages"] if one["role"] != "system"]
    earlier = [(role, f"Made-up {kind} {n}{end}") for n in range(3, 8) for role, kind, end in SAID]
    assert said == [*earlier, ("user", QUESTION)]


SAID = (("user", "question", "?"), ("assistant", "answer", "."))


def test_answers_that_are_not_told_are_worked_out(ask, assistant):
    turns = [QUESTION, "And in 2030-31?"]
    _, server = ask(DECLINES, turns=turns)
    shown = server.requests[0]["messages"][2]
    assert shown["role"] == "assistant"
    assert shown["content"].startswith("Gardens dug (QM104) was 60.5%")
    assert "[1]" not in shown["content"]


def test_the_first_thing_a_model_is_told_is_how_to_answer(ask):
    _, server = ask(DECLINES)
    first = server.requests[0]["messages"][0]
    assert first["role"] == "system"
    assert "NOT PUBLISHED" in first["content"]
    assert "ask_user" in {tool["function"]["name"] for tool in server.requests[0]["tools"]}


def test_steps_are_told_in_our_words_and_in_the_thread_that_asked(ask):
    seer = Seer()
    calls = Calls(
        ("look_up", {"code": "qm104"}), ("look_up", {"code": "<b>OWN WORDS</b>"}), ("made_up", {"code": "OWN"})
    )
    ask(calls, WRONG, good, watcher=seer)
    assert seer.steps == [
        steps.THINKING,
        "Looking up QM104",
        "Looking up a measure",
        steps.OTHER,
        steps.AGAIN,
    ]
    assert seer.threads == {threading.get_ident()}


def test_only_what_has_passed_is_streamed(ask):
    seer = Seer()

    def half_wrong(seen):
        mark = seen.mark("QM104")
        return Text(f"Gardens dug (QM104) was 60.5% in 2031-32 {mark}. It was 99.9% before {mark}. So it fell.")

    answer, _ = ask(LOOKS, half_wrong, watcher=seer)
    assert not any("99.9" in text or "fell" in text for text in [*seer.texts, answer.text])


@pytest.mark.parametrize("pieces", [0, 1, 7, 200])
def test_however_it_is_cut_into_pieces_the_text_is_the_same(ask, pieces):
    seer = Seer()
    answer, _ = ask(LOOKS, lambda seen: Text(good(seen).text, pieces), watcher=seer)
    assert answer.text.startswith("Gardens dug (QM104) was 60.5%")
    assert all(answer.text.startswith(text) for text in seer.texts)


def test_many_threads_may_ask_at_once(assistant):
    with ScriptedModel(lambda seen: good(seen) if seen.results else LOOKS) as server:
        modelled = Modelled(assistant, server.settings(PATIENCE))
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: modelled.ask([QUESTION]), range(16)))
    assert {answer.model for answer in answers} == {"openai:scripted"}
    assert len({answer.text for answer in answers}) == 1


def test_nobody_but_the_provider_is_told_whatever_the_environment_says(ask, monkeypatch):
    with ScriptedModel(Status(200)) as tracer:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        for name in ("LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"):
            monkeypatch.setenv(name, tracer.url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "made-up")
        answer, _ = ask(LOOKS, good)
    assert answer.model
    assert tracer.requests == []
