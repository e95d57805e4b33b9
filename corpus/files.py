"""Files as text: which files a path names, and the text of one, or one line saying why it is none."""

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.encodings import decoded
from corpus.errors import UnreadableFile

SIDECAR = ".toml"
ENDINGS = (".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml")
LARGEST_FILE = 40_000_000  # bytes
LONGEST_LINE = 200_000  # bytes: text has lines, a dump has not
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given: its path, its bytes, and its sidecar's path and text."""

    path: Path
    raw: bytes
    sidecar: tuple[Path, str] | None = None


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


def text_of(path: Path) -> str:
    """The text of a file, its line breaks as "\\n". Raises UnreadableFile where it cannot be read or is no text."""
    return decoded(_bytes(path), path)


def given(path: Path) -> Given:
    """A file's bytes, and those of the sidecar beside it. Raises UnreadableFile where it cannot be read."""
    if path.suffix.lower() == SIDECAR:
        raise UnreadableFile(path, "these are details of a publication, not its text", "Give the text beside it.")
    raw = _bytes(path)
    if not raw.strip():
        raise UnreadableFile(path, "the file is empty", "Give the publication's text.")
    beside = path.with_suffix(SIDECAR)
    return Given(path, raw, (beside, decoded(_bytes(beside), beside)) if beside.is_file() else None)


def parts(path: Path) -> Iterator[Given | UnreadableFile]:
    """The files in a file: itself, or what a zipped folder holds that is a publication's. Raises UnreadableFile."""
    yield given(path)


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
