"""The body of a reply as it was meant: unpacked, where its host packed it, a little at a time."""

import zlib
from collections.abc import Iterator

import httpx

PIECE = 1_000_000  # bytes unpacked at a time
GZIP, DEFLATE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS
CODINGS = {"gzip": GZIP, "x-gzip": GZIP, "deflate": DEFLATE}


class Unpackable(Exception):
    """A body is packed in a way that was not asked for, or is broken; its text says which."""


def packed(response: httpx.Response) -> bool:
    """Whether a host packed a body."""
    return _coding(response) not in ("", "identity")


def pieces(response: httpx.Response) -> Iterator[bytes]:
    """The pieces of a body. Raises Unpackable, and what httpx raises where the connection breaks off."""
    coding = _coding(response)
    if not packed(response):
        yield from response.iter_raw()
        return
    if coding not in CODINGS:
        raise Unpackable("its content is packed in a way that was not asked for")
    yield from _unpacked(response.iter_raw(), zlib.decompressobj(CODINGS[coding]))


def _coding(response: httpx.Response) -> str:
    return str(response.headers.get("content-encoding", "")).strip().lower()


def _unpacked(raw: Iterator[bytes], unpacker: "zlib._Decompress") -> Iterator[bytes]:
    for data in raw:
        while data:
            if unpacker.eof:
                raise Unpackable("more follows its packed content")
            try:
                yield unpacker.decompress(data, PIECE)
            except zlib.error:
                raise Unpackable("its packed content is broken") from None
            data = unpacker.unconsumed_tail or unpacker.unused_data
    yield unpacker.flush()  # what was read already and did not fit into the last piece: less than one
    if not unpacker.eof:
        raise Unpackable("its packed content breaks off")
