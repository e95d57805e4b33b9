"""The bytes of a file as text: UTF-8, what a byte order mark or the page says, then what British documents use.

A text that only decodes to rubbish is refused: a wrong sign before a figure is worse than no text. The only door to
charset_normalizer.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import UnreadableFile

MARKS = (  # UTF-32 first: its mark opens with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = {"utf-32-le": (4, 0), "utf-32-be": (4, 3), "utf-16-le": (2, 0), "utf-16-be": (2, 1)}  # width, byte of a letter
SAMPLE = 4000  # bytes, whole letters in each width
MOSTLY = 0.8  # share of letters below U+0100 that tells a wide encoding
HEAD = 1024  # bytes in which a page says its encoding
DECLARED = re.compile(rb"<(?:\?xml[^>]*?encoding|meta[^>]*?charset)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
ONE_BYTE = re.compile(r"(?:iso-?8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|mac-?(?:roman|intosh)|macintosh|koi8-[ru])")
AS_BROWSERS_DO = re.compile(r"(?:iso-?8859-1|latin-?1|us-ascii|ascii|l1|cp1252)")
BRITISH = "cp1252"  # what a document that is not UTF-8 is written in here
OF_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
MIXED = 0.1  # share of bytes beyond ASCII that are UTF-8, from which a text is a damaged one of that
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f\ufffe\uffff]")
RUBBISH = re.compile(  # signs that stand as no text has them: in a word, a capital after a small letter or alone
    r"[a-z][À-ÖØ-Þ\u0152\u0160\u0178\u017d]|[A-Za-z][¡-¬®¯¶¸¿×†‡‰‹›][A-Za-z]|[A-Za-z][‚„]|(?<!\S)[ÐÑÒÓÔÕÞ](?!\S)"
    r"|[À-ÖØ-öø-ÿœ](?=\d)"
)
ENGLISH = re.compile(r"[\x00-\x7f\xa0£§©®°²³·¹¼½¾×÷À-ÖØ-öø-ÿŒœŴŵŶŷ‐-—‘’“”•…€™−]*")  # with what a text borrows
LIKELY = 0.5  # 0 to 1: how well the letters fit a language, below which a guess is none
FEW = 0.15  # share of letters beyond ASCII in an English text: more are another alphabet's


def decoded(raw: bytes, path: Path) -> str:
    """The text of a file, its line breaks as "\\n". Raises UnreadableFile where it is no text."""
    text = next((text for text in _readings(raw) if text is not None), None)
    if text is None or (b"\0" in raw and "\0" in text):
        raise UnreadableFile(path, *_why_not(raw))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_wide(opening: bytes) -> bool:
    """Whether a file that opens so is text in an encoding of two or four bytes a letter."""
    marked = any(opening.startswith(mark) and name != "utf-8-sig" for mark, name in MARKS)
    return marked or _wide(opening) != ""


def _readings(raw: bytes) -> Iterator[str | None]:
    """The text in each encoding that it may have, the surest first; None where it is not in that."""
    if marked := next((name for mark, name in MARKS if raw.startswith(mark)), ""):
        yield _strictly(raw, marked)
        return
    if b"\0" in raw:
        yield _sound(_strictly(raw, wide)) if (wide := _wide(raw)) else None
        return
    yield _strictly(raw, "utf-8")
    if len(OF_UTF_8.findall(raw)) > MIXED * len(HIGH.findall(raw)):
        return
    if declared := _declared(raw):
        yield _strictly(raw, declared)
    yield _sound(_strictly(raw, BRITISH))
    yield _sound(_guessed(raw))


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(raw: bytes) -> str:
    """The wide encoding of a text without a mark, by where its bytes are 0; "" where it has none."""
    sample = raw[:SAMPLE]
    for encoding, (width, low) in WIDE.items():
        letters = [sample[at : at + width] for at in range(0, len(sample) - width + 1, width)]
        plain = sum(letter[low] != 0 and not any(letter[:low] + letter[low + 1 :]) for letter in letters)
        if letters and plain >= MOSTLY * len(letters):
            return encoding
    return ""


def _declared(raw: bytes) -> str:
    """The encoding that a page says it has, where it is one of a byte a letter; Latin 1 as browsers take it."""
    match = DECLARED.search(raw[:HEAD]) if raw.lstrip()[:1] == b"<" else None
    name = match[1].decode("ascii").lower() if match else ""
    if AS_BROWSERS_DO.fullmatch(name):
        return BRITISH
    try:
        return codecs.lookup(name).name if ONE_BYTE.fullmatch(name) else ""
    except LookupError:
        return ""


def _guessed(raw: bytes) -> str | None:
    """What is likely by the letters of the text: the last resort."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    text = str(best) if best is not None and best.coherence >= LIKELY else ""
    return text if text and ENGLISH.fullmatch(text) else None


def _sound(text: str | None) -> str | None:
    """The text, None where it is rubbish: control characters, signs within words, another alphabet."""
    if text is None or CONTROL.search(text) or RUBBISH.search(text):
        return None
    letters = sum(c.isalpha() for c in text)
    foreign = sum(c.isalpha() and not c.isascii() for c in text)
    return text if foreign <= FEW * letters else None


def _why_not(raw: bytes) -> tuple[str, str]:
    """What is wrong with bytes that are no text, and what to do."""
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        return f"line {line}: this is not text (it holds binary data)", "Give the publication as plain text in UTF-8."
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return f"line {line}: byte 0x{raw[error.start]:02X} is not UTF-8", "Save the file as UTF-8."
    return "its encoding cannot be told", "Save the file as UTF-8."
