"""The catalogue: whom to ask, where the interfaces are, what there is to fetch. Read from a file, never from code."""

import os
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import UnreadableFile

SETTING = "PROBATION_CATALOGUE"
REMEDY = "See corpus/library/catalogue.toml for what it may hold."


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Listed(_Entry):
    """A publication that can be fetched at `address`; where that is not known, `page` is where to look for it."""

    id: str
    title: str
    series: str = ""
    address: str = ""
    page: str = ""


class Series(_Entry):
    """A series: the titles of its editions begin with its name, and a collection of GOV.UK lists them."""

    name: str = Field(min_length=1)
    collection: str


class Interface(_Entry):
    """Where pages stand for readers, and where an interface gives them as JSON; no slash at the end."""

    pages: str
    api: str


class Govuk(Interface):
    """GOV.UK, and the words of an attachment's title that tell formats of one document apart."""

    same: tuple[str, ...] = ()


class Catalogue(_Entry):
    """What there is to fetch, and whom to ask; `pause` is in seconds between two requests to a host."""

    hosts: tuple[str, ...]
    pause: float = Field(default=1.0, ge=0, le=60)
    govuk: Govuk
    questions: Interface
    publication: tuple[Listed, ...] = ()
    series: tuple[Series, ...] = ()


def catalogue(environ: Mapping[str, str] = os.environ) -> Catalogue:
    """The catalogue that ships, or the one in the file that PROBATION_CATALOGUE names. Raises UnreadableFile."""
    named = environ.get(SETTING, "").strip()
    if not named:
        return Catalogue.model_validate(tomllib.loads(_shipped()))
    path = Path(named)
    try:
        return Catalogue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, f"the catalogue cannot be read ({error})", f"Check {SETTING}.") from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(path, f"the catalogue is not TOML ({error})", "Mend that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UnreadableFile(path, f"the catalogue's {where}: {first['msg']}", REMEDY) from error


def _shipped() -> str:
    return files("corpus").joinpath("library/catalogue.toml").read_text(encoding="utf-8")
