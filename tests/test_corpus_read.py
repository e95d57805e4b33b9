"""Reading a file: a Document, or one line that names the file, says what is wrong and what to do."""

import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin_fake import HEADERS, MEASURES, bulletin, flattened, piped
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import IncompleteTable, ProbationError, UnreadableFile
from corpus.files import LARGEST_FILE, LONGEST_LINE, files
from corpus.library import documents
from corpus.read import parse, read

Make = Callable[[Path], Path]


def written(content: bytes, name: str = "kites.txt") -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def beside(sidecar: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / "kites.toml").write_text(sidecar, encoding="utf-8")
        return written(b"Words about kites.")(folder)

    return make


def folder_itself(folder: Path) -> Path:
    return folder


def loop(folder: Path) -> Path:
    path = folder / "kites.txt"
    path.symlink_to(path)
    return path


def lacking(layout: Callable[..., str]) -> bytes:
    """A bulletin's text whose second row of measures lacks its last cell."""
    return f"Words.\n\nTable 2: Made up\n\n{layout(HEADERS, [MEASURES[0], MEASURES[1][:-1], *MEASURES[2:]])}\n".encode()


BAD = {
    "missing": (lambda folder: folder / "kites.txt", "there is no such file. Check the path."),
    "missing-folder": (lambda folder: folder / "no" / "kites.txt", "there is no such file. Check the path."),
    "empty": (written(b""), "the file is empty. Give the publication's text."),
    "blank": (written(b" \n\t\r\n"), "the file is empty. Give the publication's text."),
    "binary": (written(b"One\ntwo\n\x01\0\x02"), "line 3: this is not text (it holds binary data). Give the"),
    "picture": (written(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "this is a picture. Give the publication it was taken"),
    "damaged-utf-8": (
        written("One £5\ntwo £6\n".encode() + b"\xa35"),
        "line 3: byte 0xA3 is not UTF-8. Save the file as UTF-8.",
    ),
    "one-long-line": (written(b"kite " * LONGEST_LINE), "line 1: a line of more than 200,000 bytes is no text"),
    "folder": (folder_itself, "this is a folder. Give the file of a publication's text."),
    "loop": (loop, "cannot be read (Too many levels of symbolic links). Check the path"),
    "long-name": (lambda folder: folder / ("k" * 300), "cannot be read (File name too long). Check the path"),
    "null-name": (lambda folder: folder / "ki\0tes.txt", "cannot be read (embedded null byte). Check the path"),
    "sidecar-as-text": (written(b'id = "kites"', "kites.toml"), "these are details of a publication, not its text."),
    "no-words": (written(b"\f\n---\n"), "no passage or table could be read. Check that it is a publication's text."),
    "broken-sidecar": (beside("title = kites"), "kites.toml: the details are not TOML"),
    "unknown-key": (beside('\ncolour = "red"'), "kites.toml: unknown key 'colour'. Known keys: id, title,"),
    "piped-row": (written(lacking(piped)), "line 8: a table row has 4 cells where its header has 5: 'QX102 - "),
    "flattened-row": (written(lacking(flattened)), "line 7: a table row lacks a cell: 'QX102 - "),
    "row-under-front-matter": (
        written(b'+++\ntitle = "Kites"\n+++\na | b\n---|---\nx | 1\ny\\|\n', "kites.md"),
        "line 7: a table row has 1 cells where its header has 2",
    ),
    "broken-front-matter": (written(b"+++\n\ntitle = kites\n+++\nWords.", "kites.md"), "(at line 3, column 9)"),
}


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_line_that_names_the_file_and_the_remedy(tmp_path: Path, make: Make, says: str) -> None:
    path = make(tmp_path)
    with pytest.raises(UnreadableFile) as raised:
        read(path)
    text = str(raised.value)
    assert says in text
    assert path.name.replace("\0", r"\x00").removesuffix(path.suffix) in text
    assert text.isprintable() and text.endswith(".")


def test_a_row_that_lacks_a_cell_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IncompleteTable, match=r"Complete the row, or take it out, and ingest again\.$"):
        read(written(lacking(piped))(tmp_path))


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    path = written(b"Words.")(tmp_path)
    path.chmod(0)
    with pytest.raises(UnreadableFile, match=r"permission denied\)\. Check its permissions\."):
        read(path)


def sparse(size: int) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "kites.txt"
        with path.open("wb") as file:
            file.write(b"a" * (LONGEST_LINE + 1))
            file.truncate(size)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (sparse(50_000_000), "a line of more than 200,000 bytes"),
        (written(b"Words in lines.\n" * (LARGEST_FILE // 16 + 1)), "40 MB is too large for a text"),
    ],
    ids=["one-line", "many-lines"],
)
def test_a_huge_file_is_refused_at_once_and_not_loaded(tmp_path: Path, make: Make, says: str) -> None:
    path = make(tmp_path)
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(UnreadableFile, match=says):
        read(path)
    seconds, (_, peak) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 0.5
    assert peak < 4_000_000  # bytes


def test_a_name_of_two_lines_is_written_on_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(tmp_path / "two\nlines\u2028\udcff.txt")
    assert "two\\nlines\\u2028\\udcff.txt: there is no such file" in str(raised.value)
    assert str(raised.value).isprintable()


@given(st.text())
def test_every_error_is_one_printable_line(text: str) -> None:
    assert str(ProbationError(text)).isprintable()
    assert str(UnreadableFile(Path("kites.txt"), text, text)).isprintable()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order-mark"])
def test_line_breaks_and_a_byte_order_mark_change_nothing(tmp_path: Path, newline: str, mark: bytes) -> None:
    path = written(mark + bulletin().replace("\n", newline).encode())(tmp_path)
    assert read(path) == parse(bulletin(), path)


def test_a_long_text_with_old_line_breaks_is_no_long_line(tmp_path: Path) -> None:
    path = written(b"Kites were flown.\r\r" * (LONGEST_LINE // 10))(tmp_path)
    assert read(path).passages


def test_a_sidecar_says_what_the_text_lacks_and_may_be_empty(tmp_path: Path) -> None:
    path = beside('id = "kites-31"\npublisher = "Vale"')(tmp_path)
    assert (read(path).publication.id, read(path).publication.publisher) == ("kites-31", "Vale")
    (tmp_path / "kites.toml").write_text("\n", encoding="utf-8")
    assert read(path).publication.id == "kites"


def test_a_folder_names_its_texts_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "a.toml", "c.pdf", "d.PNG", ".hidden"):
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in files(tmp_path)] == ["a.md", "b.txt", "c.pdf"]


def test_a_file_names_itself_but_for_a_sidecar_beside_its_text(tmp_path: Path) -> None:
    path = beside('id = "kites"')(tmp_path)
    assert list(files(path)) == [path]
    assert list(files(tmp_path / "kites.toml")) == []
    assert list(files(tmp_path / "missing.txt")) == [tmp_path / "missing.txt"]
    assert list(files(tmp_path / ("k" * 300))) == [tmp_path / ("k" * 300)]


def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every folder")
    tmp_path.chmod(0)
    try:
        with pytest.raises(UnreadableFile, match="Check its permissions"):
            list(files(tmp_path))
    finally:
        tmp_path.chmod(0o700)


def test_tables_passages_and_counts_are_read_together() -> None:
    document = parse(bulletin(), Path("made-up.txt"))
    assert [table.locator.place for table in document.tables][1:3] == ["Table 1", "Table 2"]
    assert [(c.count, c.base, c.what) for c in document.counts] == [(2, 4, "met")]
    assert any("quiet year" in passage.text for passage in document.passages)
    assert not any("QX101" in passage.text for passage in document.passages)  # rows are read as rows


lines = (
    st.text(max_size=40) | st.sampled_from(bulletin().split("\n")) | st.sampled_from(bulletin(flattened).split("\n"))
)


@settings(max_examples=150)
@given(st.lists(lines, max_size=25).map("\n".join))
def test_any_text_is_a_document_or_one_line_saying_why_not(text: str) -> None:
    try:
        document = parse(text, Path("made-up.txt"))
    except UnreadableFile as error:
        assert str(error).startswith("made-up.txt: ") and str(error).isprintable()
        return
    assert document.passages or document.tables
    assert all(o.locator.publication == document.publication.id for o in document.observations)


@pytest.mark.parametrize("name", ["hmip-annual-report-2017", "nao-probation-service-2025"])
def test_a_long_report_is_read_in_seconds(publications: Path, name: str) -> None:
    library = documents()
    started = time.process_time()
    assert read(publications / f"{name}.txt", library).passages
    assert time.process_time() - started < 4  # about 1.5 on a quiet machine
