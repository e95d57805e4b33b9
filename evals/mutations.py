"""Files that were sound and are so no longer: the same mutation for the same generator of chance.

Bytes are changed as a bad disk would; words, tags and numbers as a hostile hand would, also inside a zip, and inside
the packed streams of a PDF.
"""

import random
import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

Random = random.Random
Mutate = Callable[[bytes, Random, Sequence[bytes]], bytes]
TOKEN = re.compile(rb"<[^<>]{0,200}>|\"[^\"\n]{0,200}\"|/\w+|\d+|\w+|\s+|.", re.S)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
VALUES = (  # what may stand where a word or a number stood
    b"", b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"1" + b"0" * 30, b"9" * 400, b"1e999", b"nan", b"0.1",
    b"%", b"-", b"[x]", b"[note 1]", b"[", b"]", b"(", b"|", b"true", b"null", b"April 2031 to March 2032", b"2031-32",
    b"Table 1: ", b"Figure 1", b"# ", b"\xc2\xa0", b"\xf0\x9f\xaa\x81", b"e\xcc\x81" * 50, b"kites " * 2_000,
    b"&#0;", b"&#xD800;", b"\\ud800",
)  # fmt: skip
MARKS = (  # what may stand anywhere
    b"\x00", b"\xff", b"\xed\xa0\x80", b"||", b"\t", b"\n", b"\n\n", b"\f", b"<", b">", b"</table>", b"<table>",
    b"<tr>", b"&", b"{", b"}", b"+++\n", b"/Kids", b"obj", b"endobj", b"stream", b"R",
)  # fmt: skip
MOST = 400_000  # bytes of what a mutation makes


def mutated(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """The bytes with one to four mutations; `others` are files to splice with."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        raw = rng.choice(_ways(raw))(raw, rng, others)[:MOST]
    return raw


def _ways(raw: bytes) -> Sequence[Mutate]:
    """The mutations that suit a file: most of them of what it packs, where it packs anything."""
    plain = (
        _flipped,
        _cut,
        _dropped,
        _doubled,
        _spliced,
        _overwritten,
        _swapped,
        _retold,
        _retold,
        _revalued,
        _revalued,
    )
    if raw.startswith(b"PK"):
        return (*plain, *[_within_zip] * 9 * len(plain))
    return (*plain, *[_within_pdf] * len(plain)) if raw.startswith(b"%PDF") else plain


def _span(raw: bytes, rng: Random) -> tuple[int, int]:
    """A stretch of bytes: short ones are likelier than long ones."""
    start = rng.randrange(len(raw) + 1)
    return start, min(start + rng.choice((1, 4, 16, 100, 1000, len(raw) // 3 + 1)), len(raw))


def _flipped(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(raw)
    for _ in range(rng.choice((1, 3, 20)) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def _dropped(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(raw, rng)
    return raw[:start] + raw[end:]


def _doubled(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(raw, rng)
    return raw[:start] + raw[start:end] * rng.choice((2, 3, 50)) + raw[end:]


def _spliced(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    (start, end), (first, last) = _span(raw, rng), _span(other, rng)
    return raw[:start] + other[first:last] + raw[end:]


def _overwritten(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(raw, rng)
    return raw[:start] + rng.randbytes(min(end - start, 1000)) + raw[end:]


def _swapped(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    (a, b), (c, d) = sorted((_span(raw, rng), _span(raw, rng)))
    return raw[:a] + raw[c:d] + raw[b:c] + raw[a:b] + raw[d:] if b <= c else raw


def _retold(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """With some of its words, tags and numbers left out, doubled, exchanged, or made odd."""
    tokens = TOKEN.findall(raw)
    for _ in range(rng.choice((1, 3, 10)) if tokens else 0):
        at, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        if rng.random() < 0.5:
            at = next((n for n in range(at, len(tokens)) if tokens[n].isdigit() or tokens[n][:1] in b"</"), at)
        tokens[at] = rng.choice(
            (rng.choice(VALUES), rng.choice(MARKS), b"", tokens[at] * 2, tokens[other], tokens[at] * 300)
        )
    return b"".join(tokens)


def _revalued(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """With some of its words and numbers made odd or exchanged, and its markup as it was."""
    tokens = TOKEN.findall(raw)
    words = [n for n, token in enumerate(tokens) if token.isalnum()]
    for _ in range(rng.choice((1, 3, 10)) if words else 0):
        tokens[rng.choice(words)] = rng.choice((rng.choice(VALUES), tokens[rng.choice(words)]))
    return b"".join(tokens)


def _within_zip(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """With one of its files mutated, or named or left out otherwise, and zipped again."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error, KeyError):
        return _flipped(raw, rng, others)
    names = [*held]
    if not names:
        return raw
    (chosen,) = rng.choices(names, [len(held[name]) + 1 for name in names])
    content = held.pop(chosen)
    if rng.random() < 0.95:
        held[chosen] = rng.choice((_revalued, _revalued, _revalued, _retold, _retold, _doubled, _flipped))(
            content, rng, others
        )[:MOST]
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in held.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()


def _within_pdf(raw: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """With one of its streams unpacked, mutated and packed again."""
    streams = [*STREAM.finditer(raw)]
    if not streams:
        return _retold(raw, rng, others)
    chosen = rng.choice(streams)
    try:
        content = zlib.decompress(chosen[1])
    except zlib.error:
        return _retold(raw, rng, others)
    content = zlib.compress(
        rng.choice((_revalued, _revalued, _retold, _retold, _dropped, _doubled))(content, rng, others)[:MOST]
    )
    return raw[: chosen.start(1)] + content + raw[chosen.end(1) :]
