"""Zips as they should be and as they should not: made in memory, some by hand."""

import stat
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(files: Mapping[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    """A zip of files by name."""
    raw = BytesIO()
    with ZipFile(raw, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def with_info(
    content: bytes, name: str = "kites.txt", mode: int = 0, system: int = 3, method: int = ZIP_DEFLATED
) -> bytes:
    """A zip of one file with details of its own, beside one that is as it should be."""
    raw = BytesIO()
    info = ZipInfo(name)
    info.external_attr, info.create_system, info.compress_type = mode << 16, system, method
    with ZipFile(raw, "w") as archive:
        archive.writestr(info, content)
        archive.writestr("sound.txt", "Words about kites.")
    return raw.getvalue()


def link() -> bytes:
    """A zip with a symbolic link."""
    return with_info(b"/etc/passwd", mode=stat.S_IFLNK | 0o777)


def unusual() -> bytes:
    """A zip with a file packed as office programs never do."""
    return with_info(b"Words. " * 50, method=ZIP_BZIP2)


def locked() -> bytes:
    """A zip that says its first file is encrypted."""
    raw = bytearray(with_info(b"Words about kites."))
    for opening, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(opening) + at] |= 1
    return bytes(raw)


def overlapping(times: int) -> bytes:
    """A zip whose list names the same bytes so many times."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b"kite " * 1000
    body = packed.compress(content) + packed.flush()
    sizes = (zlib.crc32(content), len(body), len(content))
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, *sizes, 5, 0) + b"a.txt" + body
    listed = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes, 5, 0, 0, 0, 0, 0, 0)
        + f"{n % 10}.txt".encode()
        for n in range(times)
    )
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, times % 65536, times % 65536, len(listed), len(local), 0)
    return local + listed + end


def saying_less(content: bytes) -> bytes:
    """A zip that says its file unpacks to ten bytes."""
    raw = bytearray(zipped({"kites.txt": content}))
    for opening, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", raw, raw.index(opening) + at, 10)
    return bytes(raw)
