"""The one door to LangChain's chat models: settings in, a model out that speaks to its provider and to nobody else.

What a provider or its package says is never repeated: it may quote a key.
"""

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from assistant.model.settings import ADDRESS, MODEL, PROVIDERS, ModelSettings
from corpus.errors import UnusableModel

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

OUTPUT_TOKENS = 1_500  # of one reply
NO_KEY = "none"  # servers of one's own ask for no key, but their client wants one
NO_GATEWAY = {"LANGSMITH_GATEWAY": "false"}  # or LangChain may send every request there in place of the provider


def usable(settings: ModelSettings, environ: Mapping[str, str] = os.environ) -> None:
    """Raises UnusableModel where a package or a setting is missing; loads nothing, asks nobody."""
    provider = PROVIDERS[settings.provider]
    if find_spec(provider.package) is None:
        remedy = f'Install it: pip install "probation-assistant[{provider.extra}]".'
        raise UnusableModel(MODEL, f"the package for {settings.provider} is not installed", remedy)
    own_server = settings.provider == "openai" and settings.url
    for name in (provider.key if not own_server else "", *provider.needed):
        if name and not environ.get(name):
            raise UnusableModel(name, f"it is not set, and {settings.provider} needs it", f"Set it, or unset {MODEL}.")
    if provider.address and not settings.url and not environ.get(provider.address):
        remedy = f"Set it or {ADDRESS}, or unset {MODEL}."
        raise UnusableModel(provider.address, f"it is not set, and {settings.provider} needs it", remedy)


def chat_model(settings: ModelSettings) -> "BaseChatModel":
    """The chat model of the settings, its key read from the environment. Raises UnusableModel."""
    usable(settings)
    os.environ.update(NO_GATEWAY)
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(settings.name, **_arguments(settings))
    except Exception:
        remedy = f"Check {MODEL}, {ADDRESS} and what {settings.provider} reads from the environment."
        raise UnusableModel(MODEL, "the model cannot be set up", remedy) from None
    fixed = model.profile is not None and model.profile.get("temperature") is False
    return model.model_copy(update={"temperature": None}) if fixed else model


def _arguments(settings: ModelSettings) -> dict[str, Any]:
    """How a model is asked: briefly, without chance, once, and no longer than a question may take."""
    common: dict[str, Any] = {"temperature": 0}
    if settings.provider == "ollama":
        here = {"base_url": settings.url} if settings.url else {}
        return common | here | {"num_predict": OUTPUT_TOKENS, "client_kwargs": {"timeout": settings.seconds}}
    common |= {"max_tokens": OUTPUT_TOKENS, "timeout": settings.seconds, "max_retries": 0}
    if settings.url:
        common["azure_endpoint" if settings.provider == "azure_openai" else "base_url"] = settings.url
    if settings.provider == "openai" and not os.environ.get(PROVIDERS["openai"].key):
        common["api_key"] = NO_KEY
    return common
