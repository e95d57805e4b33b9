"""What a publication says of itself: from a sidecar or front matter, from its text, from the library.

The first that says a thing is believed; what none says is left empty.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import UnreadableFile
from corpus.models import Document, Publication
from corpus.periods import MONTHS

FRONT = re.compile(r"\A\+\+\+\n(?P<toml>.*?)\n\+\+\+\n", re.S)
DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(m.title() for m in MONTHS)})\s+(?P<year>\d{{4}})"
PUBLISHED = re.compile(rf"^\s*Published:?\s+{DAY}|answered on {DAY.replace('P<', 'P<a_')}|printed on {DAY.replace('P<', 'P<p_')}", re.M)
PERIOD = re.compile(r"(?:statistics|data|publication)\b[^.\n]*?\bfrom ([A-Z][a-z]+ \d{4} to [A-Z][a-z]+ \d{4})")
KEYED = re.compile(r"\d[\d,]*\d(?:\.\d+)?")
SIDECAR = ".toml"
ENOUGH_SHARED = 0.7  # share of a library document's figures that a text must hold to be the same publication


class Told(BaseModel):
    """A sidecar or front matter; every key is optional and no other is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise UnreadableFile(path, f"{key}: {first['msg']}", f"Known keys: {', '.join(Told.model_fields)}.") from error


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter's TOML ("" without one) and the text after it."""
    match = FRONT.match(text)
    return (match["toml"], text[match.end() :]) if match else ("", text)


def publication(name: str, text: str, details: Sequence[Told], library: Sequence[Document]) -> Publication:
    """The Publication of a text. `details` come in order of belief; `name` is the last resort for an id."""
    said = [*(d.model_dump(exclude_defaults=True) for d in details), _from_text(text)]
    merged: dict[str, Any] = {}
    for source in said:
        merged = source | merged
    known = _recognise(merged, text, library)
    if known is not None:
        merged = _said(known) | merged | {"id": known.id}
    merged.setdefault("title", name.replace("-", " ").replace("_", " ").strip().capitalize())
    merged.setdefault("id", slug(merged["title"]))
    return Publication(**merged)


def slug(title: str) -> str:
    """An id made of a title: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:80] or "untitled"


def _said(known: Publication) -> dict[str, Any]:
    fields = ("title", "publisher", "published", "period", "geography", "series", "licence", "url")
    return {name: value for name in fields if (value := getattr(known, name))}


def _from_text(text: str) -> dict[str, Any]:
    head = text[:6000]
    found: dict[str, Any] = {}
    if match := PUBLISHED.search(head):
        groups = {key.split("_")[-1]: value for key, value in match.groupdict().items() if value}
        month = [m.title() for m in MONTHS].index(groups["month"]) + 1
        found["published"] = date(int(groups["year"]), month, int(groups["day"]))
    if title := _title(head):
        found["title"] = title
        if match := re.match(r"(?P<series>.+?),? (?:update )?to (?:\w+ )?\d{4}", title):
            found["series"] = match["series"].strip(" ,")
    if match := re.search(r"^Applies to (.+)$", head, re.M):
        found["geography"] = match[1].strip()
    if match := re.search(r"^Produced by (?:the )?(.+?)\.?$", text, re.M):
        found["publisher"] = match[1].strip()
    if match := PERIOD.search(head):
        found["period"] = match[1]
    return found


def _title(head: str) -> str:
    """The line before "Published ...", or a first line that is a Markdown heading."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    for above, line in zip(lines, lines[1:], strict=False):
        if re.match(r"Published:?\s+\d", line):
            return above.lstrip("# ")
    return ""


def _recognise(merged: dict[str, Any], text: str, library: Sequence[Document]) -> Publication | None:
    """The library's publication that this text is, by id, title, or the figures it holds."""
    title = _plain(merged.get("title", ""))
    for document in library:
        held = document.publication
        if merged.get("id") == held.id or (title and title == _plain(held.title)):
            return held
    if merged.get("id") or title:
        return None
    figures = set(KEYED.findall(text))
    scored = [(_shared(document, figures), document.publication) for document in library]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ENOUGH_SHARED else None


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", title.lower()))


def _shared(document: Document, figures: set[str]) -> float:
    """The share, 0 to 1, of a document's figures of three digits or more that stand among `figures`."""
    own = {f for p in document.passages for f in KEYED.findall(p.text) if len(f.replace(",", "")) >= 3}
    own |= {f for t in document.tables for row in t.rows for cell in row for f in KEYED.findall(cell) if len(f) >= 3}
    return len(own & figures) / len(own) if len(own) >= 5 else 0.0
