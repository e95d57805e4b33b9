"""The bytes of a file as text."""

from pathlib import Path

from corpus.errors import UnreadableFile


def decoded(raw: bytes, path: Path) -> str:
    """The text of a file, its line breaks as "\\n". Raises UnreadableFile where it is no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"line {line}: byte 0x{raw[error.start]:02X} is not UTF-8"
        raise UnreadableFile(path, what, "Save the file as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
