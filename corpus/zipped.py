"""Looking into a zip within bounds: the one way to do so. Nothing is ever written to a disk.

A zip is refused before anything in it is unpacked where what it says of itself is too much, or cannot be: more in it
than a publication has, parts that overlap, parts that unpack to a thousand times their size. Only plain and deflated
parts are read, so that none gives more than it says.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from corpus.errors import UnreadableFile, one_line

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 200_000_000  # bytes, unpacked
LARGEST_SUM = 400_000_000  # bytes, all unpacked
STEEPEST = 300  # times its packed size: the most that a part may unpack to, for figures repeat and pages do not
STEEP_FROM = 5_000_000  # bytes: what unpacks to less does no harm, however steep
LISTED = b"PK\x01\x02"  # opens each entry of the list of what is in a zip
LOCAL = 30  # bytes, at least, that stand before each part
ENCRYPTED = 0x1
PARTED = re.compile(r"[/\\\\]")
OUTWARD = re.compile(r"|\.\.+|[A-Za-z]:.*")  # what no part of a path in a zip is: empty, going up, a drive
REMEDY = "Give the publication itself, as it was published."
BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, struct.error)


@dataclass(frozen=True, slots=True)
class Members:
    """What is in a zip: files by their names as the zip has them, and those that are refused, with why."""

    path: Path
    names: tuple[str, ...]
    refused: tuple[UnreadableFile, ...]
    _archive: ZipFile = field(repr=False, compare=False)
    _infos: dict[str, ZipInfo] = field(repr=False, compare=False)

    def __contains__(self, name: str) -> bool:
        """Whether a file of this name can be read."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a file in the zip. Raises UnreadableFile where they are damaged, or there is no such file."""
        if name not in self._infos:
            raise UnreadableFile(inside(self.path, name), "there is no such part", REMEDY)
        info = self._infos[name]
        try:
            with self._archive.open(info) as part:
                read = part.read(info.file_size + 1)
        except (*BROKEN, RuntimeError) as error:
            raise UnreadableFile(inside(self.path, name), "it is damaged", REMEDY) from error
        if len(read) != info.file_size:
            raise UnreadableFile(inside(self.path, name), "it is damaged", REMEDY)
        return read


def members(raw: bytes, path: Path) -> Members:
    """What is in a zip; `path` names it. Raises UnreadableFile where it is damaged, or not safe to unpack at all."""
    if raw.count(LISTED) > MOST_MEMBERS:
        raise UnreadableFile(path, f"it holds more than {MOST_MEMBERS:,} files", REMEDY)
    try:
        archive = ZipFile(BytesIO(raw))
    except BROKEN as error:
        raise UnreadableFile(path, "the zip is damaged or not complete", "Fetch it again.") from error
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _check_sizes(infos, path)
    _check_places(infos, len(raw), path)
    taken, refused = dict[str, ZipInfo](), list[UnreadableFile]()
    for info in infos:
        if why := "a second file of this name" if info.filename in taken else _why_not(info):
            refused.append(UnreadableFile(inside(path, info.filename), why, REMEDY))
        else:
            taken[info.filename] = info
    return Members(path, tuple(taken), tuple(refused), archive, taken)


def inside(path: Path, name: str) -> Path:
    """How a file in a zip is shown: "folder.zip/report.pdf". Whatever its name, it shows as something in the zip."""
    parts = [one_line(part) for part in PARTED.split(name) if not OUTWARD.fullmatch(part)]
    return path.joinpath(*parts) if parts else path / "unnamed"


def _check_sizes(infos: list[ZipInfo], path: Path) -> None:
    """Refuse a zip that unpacks to too much."""
    largest = max((info.file_size for info in infos), default=0)
    total = sum(info.file_size for info in infos)
    if largest > LARGEST_MEMBER or total > LARGEST_SUM:
        raise UnreadableFile(path, f"it unpacks to {max(largest, total) / 1e6:,.0f} MB, too much to read", REMEDY)
    for info in infos:
        if info.file_size > STEEP_FROM and info.file_size > STEEPEST * max(info.compress_size, 1):
            times = info.file_size // max(info.compress_size, 1)
            raise UnreadableFile(path, f"a part of it unpacks to {times:,} times its size", REMEDY)


def _check_places(infos: list[ZipInfo], size: int, path: Path) -> None:
    """Refuse a zip whose parts overlap, so that few bytes pass for much."""
    for end, start in _neighbours(infos, size):
        if end > start:
            raise UnreadableFile(path, "parts of the zip overlap", REMEDY)


def _neighbours(infos: list[ZipInfo], size: int) -> Iterator[tuple[int, int]]:
    """Where each part ends at the earliest, and where the next one starts."""
    placed = sorted((info.header_offset, info.header_offset + LOCAL + info.compress_size) for info in infos)
    starts = [start for start, _ in placed[1:]] + [size]
    return zip((end for _, end in placed), starts, strict=False)  # an empty zip has no end


def _why_not(info: ZipInfo) -> str:
    """Why a file in a zip is not read, "" where it is."""
    mode = info.external_attr >> 16
    if info.flag_bits & ENCRYPTED:
        return "it is locked with a password"
    if info.create_system == 3 and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it is a link or a device, not a file"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "it is packed in a way that is not read here"
    if not info.filename.isprintable() or any(map(OUTWARD.fullmatch, PARTED.split(info.filename))):
        return "its name leads out of the zip or cannot be shown"
    return ""
