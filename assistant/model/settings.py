"""Which language model is used, and how: read from the environment, no key among it."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpus.errors import UnusableModel

MODEL, ADDRESS, LIMIT = "PROBATION_MODEL", "PROBATION_MODEL_URL", "PROBATION_MODEL_SECONDS"
SECONDS = 25.0
SHORTEST, LONGEST = 1.0, 300.0  # seconds that a question may be given
NONE = ("", "none")


@dataclass(frozen=True, slots=True)
class Provider:
    """Who serves models: the package that speaks to it, and our extra that installs that.

    `key` names what in the environment holds its key, nothing where none is needed; `needed` what else it reads there,
    `address` what stands for its base address where that is needed and may stand there.
    """

    package: str
    extra: str
    key: str = ""
    needed: tuple[str, ...] = ()
    address: str = ""


PROVIDERS = {
    "openai": Provider("langchain_openai", "openai", "OPENAI_API_KEY"),
    "azure_openai": Provider(
        "langchain_openai", "azure", "AZURE_OPENAI_API_KEY", ("OPENAI_API_VERSION",), "AZURE_OPENAI_ENDPOINT"
    ),
    "anthropic": Provider("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY"),
    "ollama": Provider("langchain_ollama", "ollama"),
}


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A language model: "provider:name", its base address where it is not the provider's own, and the time limit.

    `seconds` is what a whole question may take.
    """

    name: str
    url: str = ""
    seconds: float = SECONDS

    @property
    def provider(self) -> str:
        """Who serves it, as PROVIDERS knows it."""
        return self.name.partition(":")[0]


def settings(environ: Mapping[str, str] = os.environ) -> ModelSettings | None:
    """The model that is set; None where none is. Raises UnusableModel."""
    name = environ.get(MODEL, "").strip()
    if name.lower() in NONE:
        return None
    return ModelSettings(_name(name), _url(environ.get(ADDRESS, "").strip()), _seconds(environ.get(LIMIT, "").strip()))


def _name(given: str) -> str:
    provider, _, name = (part.strip() for part in given.partition(":"))
    if not name:
        raise UnusableModel(MODEL, "it names no model", 'Give it as "provider:name", such as "ollama:NAME".')
    if provider.lower() not in PROVIDERS:
        known = ", ".join(PROVIDERS)
        raise UnusableModel(MODEL, f"the provider is not known: {provider[:40]!r}", f"Give one of {known}.")
    return f"{provider.lower()}:{name}"


def _url(given: str) -> str:
    """A base address. One that cannot be used is not repeated: it may hold a password."""
    try:
        parts = urlsplit(given)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        usable = False
    if given and not usable:
        remedy = "Give one such as http://127.0.0.1:8000/v1, without a user name or password."
        raise UnusableModel(ADDRESS, "it is not the address of a server", remedy)
    return given


def _seconds(given: str) -> float:
    try:
        seconds = float(given or SECONDS)
    except ValueError:
        seconds = math.nan
    if not SHORTEST <= seconds <= LONGEST:
        remedy = f"Give a number from {SHORTEST:g} to {LONGEST:g}."
        raise UnusableModel(LIMIT, f"it is not a usable number of seconds: {given[:20]!r}", remedy)
    return seconds
