"""Hostile zips, made in code and small on disk; tests/zipped_fake.py has those made by hand, byte by byte."""

import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import zipped_fake
from zipped_fake import zipped

MEGABYTE = 1_000_000
TEXT = b"Words about kites."


def zeros(name: str, megabytes: int = 1000) -> bytes:
    """A zip of one file that unpacks to so much, and takes a thousandth of it."""
    out, info = BytesIO(), ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    with ZipFile(out, "w") as archive, archive.open(info, "w", force_zip64=True) as member:
        for _ in range(megabytes):
            member.write(bytes(MEGABYTE))
    return out.getvalue()


def _saying_more(size: int) -> bytes:
    """A zip whose list says of its file that it unpacks to another size."""
    raw = bytearray(zipped({"kites.txt": TEXT}))
    for opening, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", raw, raw.index(opening) + at, size)
    return bytes(raw)


def _damaged() -> bytes:
    whole = zipped({"kites.txt": TEXT * 1000})
    return whole[:40] + bytes(20) + whole[60:]


OUTWARD = ("../../x.txt", "..\\..\\y.txt", "/etc/x.txt", "C:\\x.txt", "//server/x.txt", "a\nb.txt", "\x1b[31m.txt")
ZIPS: Mapping[str, Callable[[], bytes]] = {
    "of-zeros": lambda: zeros("kites.txt"),
    "zips-in-zips": lambda: zipped(
        {f"{n}.zip": zipped({f"{m}.zip": zeros("a.txt", 1) for m in range(5)}) for n in "ab"}
    ),
    "overlapping": lambda: zipped_fake.overlapping(200),
    "leading-out": lambda: zipped(dict.fromkeys(OUTWARD, TEXT)),
    "odd-names": lambda: zipped({"\u202etxt.exe.txt": TEXT, " .txt": TEXT, ".txt": TEXT, "a" * 5_000 + ".txt": TEXT}),
    "link": zipped_fake.link,
    "locked": zipped_fake.locked,
    "packed-otherwise": zipped_fake.unusual,
    "ten-thousand": lambda: zipped({f"{n}.txt": b"" for n in range(10_000)}),
    "larger-than-it-says": lambda: zipped_fake.saying_less(TEXT * 100_000),
    "smaller-than-it-says": lambda: _saying_more(90 * MEGABYTE),
    "cut": lambda: zipped({"kites.txt": TEXT * 1000})[:-60],
    "damaged": _damaged,
    "empty": lambda: zipped({}),
    "twice-the-same-name": lambda: zipped({"a.txt": TEXT, "b.txt": TEXT}).replace(b"b.txt", b"a.txt"),
    "sidecar-with-a-will": lambda: zipped({"a.txt": TEXT, "a.toml": "id = " + "[" * 100_000}),
}
