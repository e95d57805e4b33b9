"""Files as text: which files a path names, and the text of one, or one line saying why it is none."""

import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.errors import UnreadableFile

ENDINGS = (".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml")
LARGEST_FILE = 40_000_000  # bytes
LONGEST_LINE = 200_000  # bytes: text has lines, a dump has not
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
OPENING = re.compile(r"(?:\s+|<\?xml.*?\?>|<!--.*?-->)*(?P<doctype><!doctype\s+html\b)?", re.S | re.I)
TAG = re.compile(
    r"</?(?:html|head|body|meta|title|main|article|section|header|nav|div|h[1-6]|p|table|thead|tbody|tr|t[hd]|[uo]l|li)\b"
    r"[^<>]*>",
    re.I,
)
FEWEST_TAGS = 3  # of a page without a doctype


def files(path: Path) -> Iterator[Path]:
    """The files a path names: itself, or what a folder holds that is a publication's text.

    A sidecar named with its text (as "folder/*" does) is read with it and is none of its own.
    """
    if not _holds(path.is_dir):
        if not is_sidecar(path):
            yield path
        return
    try:
        held = sorted(path.iterdir())
    except OSError as error:
        raise _refused(path, error) from error
    yield from (p for p in held if p.suffix.lower() in ENDINGS and p.stem.upper() != "README" and not p.is_dir())


def is_sidecar(path: Path) -> bool:
    """Whether a file holds the details of a publication whose text stands beside it."""
    texts = (path.with_suffix(ending) for ending in ENDINGS) if path.suffix.lower() == ".toml" else ()
    return any(_holds(text.is_file) for text in texts)


def text_of(path: Path, may_be_empty: bool = False) -> str:
    """The text of a file, its line breaks as "\\n". Raises UnreadableFile where it is no text."""
    raw = _bytes(path)
    if not raw.strip() and not may_be_empty:
        raise UnreadableFile(path, "the file is empty", "Give the publication's text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"line {line}: byte 0x{raw[error.start]:02X} is not UTF-8"
        raise UnreadableFile(path, what, "Save the file as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML, by what it holds: a text that only mentions a tag is none."""
    opening = OPENING.match(text)
    if opening is None or opening["doctype"]:
        return opening is not None
    first = TAG.match(text, opening.end())
    if first is None or not text[-1000:].rstrip().endswith(">"):
        return False
    return sum(1 for _ in zip(TAG.finditer(text), range(FEWEST_TAGS), strict=False)) == FEWEST_TAGS


def _bytes(path: Path) -> bytes:
    """The content of a file, read only as far as it can be text."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "this is a folder" if stat.S_ISDIR(found.st_mode) else "this is no ordinary file"
            raise UnreadableFile(path, what, "Give the file of a publication's text.")
        lines: list[bytes] = []
        with path.open("rb") as file:
            while line := file.readline(LONGEST_LINE + 1):
                _check(path, line, len(lines) + 1)
                if not lines and found.st_size > LARGEST_FILE:
                    what = f"{found.st_size / 1e6:.0f} MB is too large for a text"
                    raise UnreadableFile(path, what, "Split it, or give the publication's own text.")
                lines.append(line)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    return b"".join(lines)


def _check(path: Path, line: bytes, number: int) -> None:
    """Refuse a line that shows the file to be no text."""
    if number == 1 and line.startswith(UTF_16):
        raise UnreadableFile(path, "the text is UTF-16", "Save the file as UTF-8.")
    if b"\0" in line:
        what = f"line {number}: this is not text (it holds binary data)"
        raise UnreadableFile(path, what, "Give the publication as plain text in UTF-8.")
    if len(line) > LONGEST_LINE and b"\r" not in line:
        what = f"line {number}: a line of more than {LONGEST_LINE:,} bytes is no text a reader could follow"
        raise UnreadableFile(path, what, "Keep its line breaks.")


def _holds(question: Callable[[], bool]) -> bool:
    """The answer of a path to a question about itself; no where the system gives none: reading says why."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _refused(path: Path, error: OSError | ValueError) -> UnreadableFile:
    """The error of a file that the system does not give."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UnreadableFile(path, "there is no such file", "Check the path.")
    if isinstance(error, PermissionError):
        return UnreadableFile(path, "cannot be read (permission denied)", "Check its permissions.")
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableFile(path, f"cannot be read ({why})", "Check the path and that it names a file.")
