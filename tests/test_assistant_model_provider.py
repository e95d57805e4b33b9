"""Chat models of every provider are set up without a network, and keys stay where they are."""

import logging
import sys

import pytest
from scripted_model import ScriptedModel, Text

from assistant.model.provider import chat_model, usable
from assistant.model.settings import ModelSettings
from corpus.errors import UnusableModel

KEY = "sk-made-up-8f3a"
VARIABLES = (
    "OPENAI_API_KEY", "OPENAI_API_BASE", "OPENAI_BASE_URL", "OPENAI_API_VERSION", "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_AD_TOKEN", "ANTHROPIC_API_KEY", "OLLAMA_HOST", "LANGSMITH_GATEWAY",
)  # fmt: skip
AZURE = {
    "AZURE_OPENAI_API_KEY": KEY,
    "AZURE_OPENAI_ENDPOINT": "https://made-up.example.invalid",
    "OPENAI_API_VERSION": "2031-01-01",
}


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """None of what providers read is set."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "environ", "kind"),
    [
        pytest.param("openai:made-up", {"OPENAI_API_KEY": KEY}, "ChatOpenAI", id="openai"),
        pytest.param("anthropic:made-up", {"ANTHROPIC_API_KEY": KEY}, "ChatAnthropic", id="anthropic"),
        pytest.param("ollama:made-up", {}, "ChatOllama", id="ollama"),
        pytest.param("azure_openai:made-up", AZURE, "AzureChatOpenAI", id="azure"),
    ],
)
def test_every_provider_is_set_up_from_the_environment(monkeypatch, name, environ, kind):
    for variable, value in environ.items():
        monkeypatch.setenv(variable, value)
    model = chat_model(ModelSettings(name))
    assert type(model).__name__ == kind
    assert KEY not in repr(model) + str(model)


@pytest.mark.parametrize(
    ("settings", "environ", "missing"),
    [
        pytest.param(ModelSettings("openai:x"), {}, "OPENAI_API_KEY", id="openai"),
        pytest.param(ModelSettings("anthropic:x"), {}, "ANTHROPIC_API_KEY", id="anthropic"),
        pytest.param(
            ModelSettings("anthropic:x", "http://127.0.0.1:1"), {}, "ANTHROPIC_API_KEY", id="anthropic-elsewhere"
        ),
        pytest.param(ModelSettings("azure_openai:x"), {}, "AZURE_OPENAI_API_KEY", id="azure-key"),
        pytest.param(
            ModelSettings("azure_openai:x"),
            {"AZURE_OPENAI_API_KEY": KEY, "AZURE_OPENAI_ENDPOINT": "https://x.example.invalid"},
            "OPENAI_API_VERSION",
            id="azure-version",
        ),
        pytest.param(
            ModelSettings("azure_openai:x"),
            {"AZURE_OPENAI_API_KEY": KEY, "OPENAI_API_VERSION": "2031-01-01"},
            "AZURE_OPENAI_ENDPOINT",
            id="azure-endpoint",
        ),
    ],
)
def test_what_is_missing_in_the_environment_is_named(settings, environ, missing):
    with pytest.raises(UnusableModel) as raised:
        usable(settings, environ)
    assert str(raised.value).startswith(f"{missing}: it is not set")
    assert KEY not in str(raised.value)


def test_a_server_of_ones_own_needs_no_key():
    usable(ModelSettings("openai:x", "http://127.0.0.1:1/v1"), {})


def test_a_missing_package_is_named_by_the_extra_that_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    with pytest.raises(UnusableModel, match=r'pip install "probation-assistant\[anthropic\]"'):
        chat_model(ModelSettings("anthropic:x"))


def test_what_a_package_says_of_a_bad_setting_is_not_repeated(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_PROXY", f"no proxy {KEY}")
    with pytest.raises(UnusableModel) as raised:
        chat_model(ModelSettings("openai:x"))
    assert KEY not in str(raised.value)
    assert "PROBATION_MODEL" in str(raised.value)


def test_the_key_is_sent_to_the_provider_and_told_to_nobody_else(monkeypatch, caplog, capfd):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with caplog.at_level(logging.DEBUG), ScriptedModel(Text("Made up.")) as server:
        chat_model(server.settings()).invoke("A made-up question?")
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in caplog.text + "".join(capfd.readouterr())


def test_requests_are_short_without_chance_and_sent_once():
    with ScriptedModel(Text("Made up.")) as server:
        chat_model(server.settings()).invoke("A made-up question?")
    assert server.requests[0]["max_completion_tokens"] == 1_500
    assert server.requests[0]["temperature"] == 0


def test_a_model_that_takes_no_temperature_is_sent_none():
    with ScriptedModel(Text("Made up.")) as server:
        chat_model(ModelSettings("openai:o3", server.url)).invoke("A made-up question?")
    assert "temperature" not in server.requests[0]


def test_no_gateway_of_langsmith_stands_between(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("LANGSMITH_GATEWAY", "https://gateway.example.invalid")
    model = chat_model(ModelSettings("openai:x"))
    assert "gateway" not in str(model.root_client.base_url)
