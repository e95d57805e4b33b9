"""A draft that is brought as a file: plain text or Word. A refusal is one line that says what to do."""

import codecs
from pathlib import Path

from assistant.checking.claims import LONGEST
from corpus.errors import UnreadableFile

LARGEST = 10_000_000  # bytes of a file
KINDS = ("txt", "md", "docx")
UNREAD = ("pdf", "doc", "rtf", "odt", "xlsx", "xls", "pptx", "zip")  # other endings are read as plain text
BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))


def draft_text(name: str, data: bytes) -> str:
    r"""The text of a draft, "\n" between its lines, by the ending of its name; without one it is plain text.

    Raises UnreadableFile.
    """
    path = Path(name)
    kind = path.suffix.lower().removeprefix(".")
    if kind in UNREAD:
        raise UnreadableFile(path, "only .txt, .md and .docx files can be read", "Save the draft as one of these.")
    if len(data) > LARGEST:
        raise UnreadableFile(path, f"the file is larger than {LARGEST // 1_000_000} MB", "Give a smaller one.")
    text = _word(path, data) if kind == "docx" else _plain(path, data)
    if not text.strip():
        raise UnreadableFile(path, "there is no text in it", "Give a file that holds the draft.")
    if len(text) > LONGEST:
        raise UnreadableFile(path, f"its text is longer than {LONGEST:,} characters", "Give the draft in parts.")
    return text


def _word(path: Path, data: bytes) -> str:
    from assistant.checking.word_text import word_text

    try:
        return word_text(data)
    except Exception as error:  # a broken package or part shows itself in many ways, deep in two libraries
        remedy = "Save it as .docx without a password, or paste its text."
        raise UnreadableFile(path, "it cannot be read as a Word document", remedy) from error


def _plain(path: Path, data: bytes) -> str:
    """Text as UTF-8 or UTF-16, else as Windows writes it."""
    encoding = next((name for mark, name in BOMS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise UnreadableFile(path, "it is not plain text", "Save the draft as .txt or .docx.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
