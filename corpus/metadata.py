"""What is known of a publication: from a sidecar or front matter, from the library, from its text.

The first that says a thing is believed; what none says is left empty.
"""

import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import UnreadableFile
from corpus.harmless import harmless
from corpus.models import Publication
from corpus.periods import MONTHS
from corpus.recognition import Known, recognise

FRONT = re.compile(r"\A\+\+\+\n(?P<toml>.*?)\n\+\+\+\n", re.S)
DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(m.title() for m in MONTHS)})\s+(?P<year>\d{{4}})"
PUBLISHED = re.compile(rf"(?:^\s*Published:?|answered on|printed on)\s+{DAY}", re.M)
PERIOD = re.compile(r"(?:statistics|data|publication)\b[^.\n]*?\bfrom ([A-Z][a-z]+ \d{4} to [A-Z][a-z]+ \d{4})")
TABLES = re.compile(r"\btables?\b", re.I)


class Told(BaseModel):
    """A sidecar or front matter; every key is optional and no other is known."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: str = ""
    title: str = ""
    publisher: str = ""
    published: date | None = None
    period: str = ""
    geography: str = ""
    series: str = ""
    licence: str = ""
    url: str = ""
    summary: bool = False


def told(path: Path, toml: str) -> Told:
    """A sidecar's or front matter's content. Raises UnreadableFile where it is not such TOML."""
    try:
        return Told.model_validate(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(path, f"the details are not TOML ({error})", "Mend that line.") from error
    except RecursionError:
        raise UnreadableFile(path, "the details are nested too deep", "Give one value to each key.") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            known = ", ".join(Told.model_fields)
            raise UnreadableFile(path, f"unknown key {key!r}", f"Known keys: {known}.") from error
        raise UnreadableFile(path, f"{key}: {first['msg']}", "Mend its value.") from error


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter's TOML ("" without one) and the text after it."""
    match = FRONT.match(text)
    return (match["toml"], text[match.end() :]) if match else ("", text)


def publication(
    name: str, text: str, details: Sequence[Told], held: Sequence[Known], data_tables: bool = False
) -> Publication:
    """The Publication of a text. `details` come in order of belief; `name` is the last resort for an id.

    Data tables never take the place of the publication that they accompany, so they have a title of their own.
    """
    told: dict[str, Any] = {}
    for said in details:
        told = said.model_dump(exclude_defaults=True) | told
    found = _from_text(text)
    if data_tables:
        title = _of_tables(told.get("title") or found.get("title") or _titled(name))
        told = told | {"title": title, "data_tables": True}
        held, text = [one for one in held if one.publication.data_tables], ""
    merged = found | told
    if same := recognise(merged.get("id", ""), merged.get("title", ""), text, held):
        merged = found | _said(same) | told | {"id": same.id}
        if not same.summary and "published" in found | told:  # a corrected version has a day of its own
            merged["published"] = (found | told)["published"]
    merged = {key: shown for key, value in merged.items() if (shown := _on_one_line(value))}
    merged.setdefault("title", _titled(name))
    merged.setdefault("id", slug(merged["title"]))
    return Publication(**merged)


def _titled(name: str) -> str:
    """A title made of the name of a file, or "Untitled" where that shows nothing."""
    return _on_one_line(name.replace("-", " ").replace("_", " ")).capitalize() or "Untitled"


def _on_one_line(value: Any) -> Any:
    """A value as it can be shown: a text without breaks and what no reader sees."""
    return " ".join(harmless(value).split()) if isinstance(value, str) else value


def _of_tables(title: str) -> str:
    """The title of data tables, which says that they are that."""
    return title if TABLES.search(title) else f"{title}: data tables"


def slug(title: str) -> str:
    """An id made of a title: lower case, words joined by hyphens; one without Latin letters or digits by its hash."""
    words = "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:80]
    return words or f"untitled-{sha256(title.encode()).hexdigest()[:8]}"


def series_of(title: str) -> str:
    """The series that a title names, "" where it names none: that of "Vale Annual, update to March 2032"."""
    match = re.match(r"(?P<series>.+?),? (?:update )?to (?:\w+ )?\d{4}", title)
    return match["series"].strip(" ,") if match else ""


def _said(known: Publication) -> dict[str, Any]:
    fields = ("title", "publisher", "published", "period", "geography", "series", "licence", "url")
    return {name: value for name in fields if (value := getattr(known, name))}


def _from_text(text: str) -> dict[str, Any]:
    head = text[:6000]
    found: dict[str, Any] = {}
    if published := _published(head):
        found["published"] = published
    if title := _title(head):
        found["title"] = title
        if series := series_of(title):
            found["series"] = series
    if match := re.search(r"^Applies to (.+)$", head, re.M):
        found["geography"] = match[1].strip()
    if match := re.search(r"^Produced by (?:the )?(.+?)\.?$", text, re.M):
        found["publisher"] = match[1].strip()
    if match := PERIOD.search(head):
        found["period"] = match[1]
    return found


def _published(head: str) -> date | None:
    """The day a text says it was published, answered or printed; None for a day there is not."""
    for match in PUBLISHED.finditer(head):
        number = MONTHS.index(match["month"].lower()) + 1
        with suppress(ValueError):
            return date(int(match["year"]), number, int(match["day"]))
    return None


def _title(head: str) -> str:
    """The line before "Published ...", "" without one."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    for above, line in pairwise(lines):
        if re.match(r"Published:?\s+\d", line):
            return above.lstrip("# ")
    return ""
