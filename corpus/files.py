"""Files as they are given: which files a path names, and what is in one, or one line saying why it is not read."""

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO

from corpus import office, zipped
from corpus.encodings import decoded, is_wide
from corpus.errors import UnreadableFile
from corpus.signatures import OPENING, ZIP, kind

SIDECAR = ".toml"
TEXTS = (".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml", ".json", ".csv", ".tsv")
ENDINGS = (*TEXTS, ".pdf", ".docx", ".ods", ".xlsx", ".zip")
LARGEST_FILE = 40_000_000  # bytes of a text
LARGEST_PACKED = 100_000_000  # bytes of a PDF or a zip
LONGEST_LINE = 200_000  # bytes: text has lines, a dump has not
MARKED_UP = (b"<", b"{", b"[")  # opens what has no need of lines: a page, the reply of an API
SYSTEM = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")  # what systems leave in a zipped folder


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given: its path, its bytes, and its sidecar's path and text."""

    path: Path
    raw: bytes
    sidecar: tuple[Path, str] | None = None


def files(path: Path) -> Iterator[Path]:
    """The files a path names: itself, or what a folder holds that is a publication's by its ending.

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
    yield from (p for p in held if _is_named_so(p) and not p.is_dir())


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
    _check_link(path)
    raw = _bytes(path)
    if not raw.strip():
        raise UnreadableFile(path, "the file is empty", "Give the publication's text.")
    beside = path.with_suffix(SIDECAR)
    if not _holds(beside.is_file):
        return Given(path, raw)
    _check_link(beside)
    return Given(path, raw, (beside, decoded(_bytes(beside), beside)))


def parts(path: Path) -> Iterator[Given | UnreadableFile]:
    """The files in a file: itself, or each publication's file in a zipped folder, or why it is not read.

    Raises UnreadableFile where the file itself cannot be read.
    """
    whole = given(path)
    held = zipped.members(whole.raw, path) if whole.raw.startswith(ZIP) else None
    if held is None or office.kind(held) is not None:
        yield whole
        return
    named = [name for name in held.names if _is_publication(name)]
    if not named and not held.refused:
        raise UnreadableFile(path, "nothing in the zip is a publication's file", f"It may hold {', '.join(ENDINGS)}.")
    yield from held.refused
    for name in named:
        try:
            yield _part(held, name)
        except UnreadableFile as error:
            yield error


def _part(held: zipped.Members, name: str) -> Given:
    """A file in a zipped folder, with its sidecar."""
    path, beside = zipped.inside(held.path, name), str(PurePosixPath(name).with_suffix(SIDECAR))
    if path.suffix.lower() == ".zip":
        raise UnreadableFile(path, "a zip in a zip is not opened", "Unpack the outer one and give what is in it.")
    raw = held.read(name)
    if not raw.strip():
        raise UnreadableFile(path, "the file is empty", "Give the publication's text.")
    raw = _checked(BytesIO(raw), len(raw), path)
    if beside not in held:
        return Given(path, raw)
    shown = zipped.inside(held.path, beside)
    return Given(path, raw, (shown, decoded(held.read(beside), shown)))


def _is_publication(name: str) -> bool:
    """Whether a file in a zipped folder is a publication's: not what a system left there."""
    return _is_named_so(PurePosixPath(name)) and not any(part in SYSTEM for part in name.split("/"))


def _is_named_so(path: PurePath) -> bool:
    """Whether a file in a folder is named as a publication's."""
    return path.suffix.lower() in ENDINGS and path.stem.upper() != "README" and not path.name.startswith("._")


def _check_link(path: Path) -> None:
    """Refuse a link that leads out of its folder: nobody named what it leads to."""
    try:
        outside = path.is_symlink() and not path.resolve(strict=True).is_relative_to(path.parent.resolve())
    except (OSError, RuntimeError, ValueError):
        return  # reading says why
    if outside:
        raise UnreadableFile(path, "this is a link to a file in another folder", "Give that file itself.")


def _bytes(path: Path) -> bytes:
    """The content of a file, read only as far as it can be a publication."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "this is a folder" if stat.S_ISDIR(found.st_mode) else "this is no ordinary file"
            raise UnreadableFile(path, what, "Give the file of a publication's text.")
        with path.open("rb") as file:
            return _checked(file, found.st_size, path)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def _checked(file: BinaryIO, size: int, path: Path) -> bytes:
    """The bytes of a file of so many; raises UnreadableFile as soon as they show it to be no publication."""
    opening = file.read(OPENING)
    file.seek(0)
    is_text = kind(opening, path) == "text"
    if is_text and not is_wide(opening) and not opening.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(MARKED_UP):
        return b"".join(_lines(file, size, path))
    _check_size(size, LARGEST_FILE if is_text else LARGEST_PACKED, path)
    return file.read(LARGEST_PACKED + 1)


def _lines(file: BinaryIO, size: int, path: Path) -> Iterator[bytes]:
    """The lines of a text."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        _check_line(path, line, number)
        if number == 1:
            _check_size(size, LARGEST_FILE, path)
        yield line


def _check_size(size: int, largest: int, path: Path) -> None:
    if size > largest:
        what = f"{size / 1e6:.0f} MB is too large for a {'text' if largest == LARGEST_FILE else 'publication'}"
        raise UnreadableFile(path, what, "Split it, or give the publication's own text.")


def _check_line(path: Path, line: bytes, number: int) -> None:
    """Refuse a line that shows the file to be no text."""
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
