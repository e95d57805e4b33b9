"""Which model is used, from the environment: one line for whatever cannot be."""

import pytest

from assistant.model.settings import ModelSettings, settings
from corpus.errors import UnusableModel


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        pytest.param({}, None, id="nothing-set"),
        pytest.param({"PROBATION_MODEL": " "}, None, id="blank"),
        pytest.param({"PROBATION_MODEL": "none"}, None, id="none"),
        pytest.param({"PROBATION_MODEL": "NONE", "PROBATION_MODEL_SECONDS": "x"}, None, id="none-with-a-bad-limit"),
        pytest.param({"PROBATION_MODEL": "openai:gpt"}, ModelSettings("openai:gpt", "", 25.0), id="model"),
        pytest.param({"PROBATION_MODEL": " OpenAI : gpt "}, ModelSettings("openai:gpt"), id="capitals-and-spaces"),
        pytest.param({"PROBATION_MODEL": "ollama:llama:8b"}, ModelSettings("ollama:llama:8b"), id="colon-in-the-name"),
        pytest.param(
            {
                "PROBATION_MODEL": "openai:own",
                "PROBATION_MODEL_URL": "http://127.0.0.1:8000/v1",
                "PROBATION_MODEL_SECONDS": "7.5",
            },
            ModelSettings("openai:own", "http://127.0.0.1:8000/v1", 7.5),
            id="address-and-limit",
        ),
    ],
)
def test_settings_are_read_from_the_environment(environ, expected):
    assert settings(environ) == expected


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"PROBATION_MODEL": "gpt"}, "PROBATION_MODEL: it names no model.", id="no-provider"),
        pytest.param({"PROBATION_MODEL": "openai:"}, "PROBATION_MODEL: it names no model.", id="no-name"),
        pytest.param({"PROBATION_MODEL": "skynet:x"}, "PROBATION_MODEL: the provider is not known", id="unknown"),
        pytest.param({"PROBATION_MODEL_SECONDS": "soon"}, "PROBATION_MODEL_SECONDS: it is not", id="words"),
        pytest.param({"PROBATION_MODEL_SECONDS": "nan"}, "PROBATION_MODEL_SECONDS: it is not", id="nan"),
        pytest.param({"PROBATION_MODEL_SECONDS": "inf"}, "PROBATION_MODEL_SECONDS: it is not", id="infinity"),
        pytest.param({"PROBATION_MODEL_SECONDS": "0"}, "PROBATION_MODEL_SECONDS: it is not", id="no-time"),
        pytest.param({"PROBATION_MODEL_SECONDS": "-5"}, "PROBATION_MODEL_SECONDS: it is not", id="below-nothing"),
        pytest.param({"PROBATION_MODEL_URL": "localhost:8000"}, "PROBATION_MODEL_URL: it is not", id="no-scheme"),
        pytest.param({"PROBATION_MODEL_URL": "file:///etc/passwd"}, "PROBATION_MODEL_URL: it is not", id="a-file"),
        pytest.param({"PROBATION_MODEL_URL": "http://[::1"}, "PROBATION_MODEL_URL: it is not", id="half-an-address"),
        pytest.param({"PROBATION_MODEL_URL": "http://me:SECRET@host/"}, "PROBATION_MODEL_URL: it is", id="a-password"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line_with_the_setting_and_the_remedy(changed, said):
    with pytest.raises(UnusableModel) as raised:
        settings({"PROBATION_MODEL": "openai:gpt"} | changed)
    assert str(raised.value).startswith(said)
    assert "Give " in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "SECRET" not in str(raised.value)


def test_an_unknown_provider_is_told_which_are_known():
    with pytest.raises(UnusableModel, match="openai, azure_openai, anthropic, ollama"):
        settings({"PROBATION_MODEL": "skynet:x"})
