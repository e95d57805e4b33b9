"""What was fetched, kept beside a record of where and when: whole files, and parts of files that broke off.

downloads/HOST/HASH/NAME.pdf      the file, there only once it is whole
                    NAME.toml     what is known of it beside: a sidecar as any publication's
                    NAME.fetched  where and when it was fetched, and by what its host knows this version of it
                    NAME.part     what came of a newer version before its connection broke off

Neither the name that a host suggests nor anything else of its reply has a say in where a file is kept.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

OWN = (".toml", ".part", ".fetched")
LONGEST = 60  # characters of a name


class Version(BaseModel):
    """By what a host knows a version of a file, where it says so."""

    model_config = ConfigDict(frozen=True)

    etag: str = ""
    modified: str = ""  # as the host writes it

    @property
    def exact(self) -> str:
        """What is sure to be said of these very bytes alone; "" where nothing is."""
        return self.etag if self.etag and not self.etag.startswith("W/") else ""


class Record(BaseModel):
    """Where and when a file was fetched; `part` is the version that a part left over is of."""

    model_config = ConfigDict(frozen=True)

    address: str
    fetched: datetime | None = None  # None before it was whole once
    version: Version = Version()
    part: Version = Version()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the file of one address is kept."""

    address: str
    path: Path

    @property
    def part(self) -> Path:
        """Where it grows."""
        return self.path.with_suffix(".part")

    @property
    def record(self) -> Record:
        """What is known of it; an empty record where nothing is."""
        try:
            return Record.model_validate_json(self._record.read_bytes())
        except (OSError, ValidationError):
            return Record(address=self.address)

    @property
    def whole(self) -> bool:
        """Whether the file is there, in a version that is known."""
        return self.path.is_file() and self.record.fetched is not None

    @property
    def begun(self) -> int:
        """The bytes that a part left over has; 0 where it cannot be gone on with."""
        with suppress(OSError):
            return self.part.stat().st_size if self.record.part.exact else 0
        return 0

    @contextmanager
    def growing(self, version: Version, start: int) -> Iterator[BinaryIO]:
        """The part to write to, from `start` on. It stays where the writing breaks off, with its version."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._write(self.record.model_copy(update={"part": version}))
        with self.part.open("r+b" if start else "wb") as file:
            file.truncate(start)
            file.seek(start)
            yield file

    def drop(self) -> None:
        """Forget a part left over."""
        self.part.unlink(missing_ok=True)

    def keep(self, version: Version) -> bool:
        """Let the part be the file; False where that is the same, byte for byte, as it was."""
        changed = not self.path.is_file() or _digest(self.path) != _digest(self.part)
        self.part.replace(self.path)
        self._write(Record(address=self.address, fetched=datetime.now(UTC), version=version))
        return changed

    def seen(self) -> None:
        """Note that the file is still what its host has."""
        self._write(self.record.model_copy(update={"fetched": datetime.now(UTC)}))

    def tell(self, details: Mapping[str, str | date | None]) -> None:
        """Write what is known of the file beside it, as a sidecar; what is empty is left out."""
        lines = [f"{key} = {_toml(value)}\n" for key, value in details.items() if value]
        _write(self.path.with_suffix(".toml"), "".join(lines))

    @property
    def _record(self) -> Path:
        return self.path.with_suffix(".fetched")

    def _write(self, record: Record) -> None:
        _write(self._record, record.model_dump_json())


def place(folder: Path, address: str, ending: str = "html") -> Place:
    """Where in a folder the file of an address is kept: by its host and a hash, under a name made of its own.

    `ending` is for an address that has none.
    """
    parts = urlsplit(address)
    host = re.sub(r"[^a-z0-9.-]+", "_", parts.netloc.lower())
    last = Path(unquote(parts.path).replace("\\", "/")).name
    stem, dot, own = last.rpartition(".")
    known = bool(dot) and re.fullmatch(r"[a-z0-9]{1,5}", own.lower()) is not None and f".{own.lower()}" not in OWN
    name = re.sub(r"[^a-z0-9]+", "-", (stem if known else last).lower())[:LONGEST].strip("-") or "file"
    hashed = sha256(address.encode()).hexdigest()[:12]
    return Place(address, folder / host.strip(".") / hashed / f"{name}.{own.lower() if known else ending}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _toml(value: str | date) -> str:
    """A value as TOML writes it: its basic strings are those of JSON, but for a few characters that are written out."""
    if isinstance(value, date):
        return value.isoformat()
    sound = value.encode("utf-8", "replace").decode()  # half a character, as JSON can have it, is none in TOML
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in sound) + '"'


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)
