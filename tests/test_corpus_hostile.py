"""Hostile files: each is read soundly or refused on one line, in time, and whatever stands beside it is read."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hostile_fake import NAMES, PAGES, REPLIES, ROWS, SCRIPT, TEXTS
from hostile_office import OFFICE
from hostile_pdf import PDFS
from hostile_zip import TEXT, ZIPS
from made_up import assistant_of
from zipped_fake import zipped

from assistant.answer import Assistant
from corpus.confined import Limits, Reader, Reading
from corpus.files import files

LIMITS = Limits(seconds=30, memory=1_000_000_000)
SOUND = "Kites were flown over the hill by 1,204 people in 2031."


def cases(*kinds: Mapping[str, Callable[[], str] | Callable[[], bytes]]) -> list[object]:
    return [pytest.param(make, id=name) for kind in kinds for name, make in kind.items()]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(LIMITS) as reader:
        yield reader


@pytest.fixture
def read(reader: Reader, tmp_path: Path) -> Callable[[str | bytes], list[Reading]]:
    """Reads a text or bytes as a file."""

    def read(content: str | bytes) -> list[Reading]:
        path = tmp_path / "kites.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return reader.readings(path)

    return read


def check(readings: list[Reading]) -> None:
    """Something was said of it; all of it by readers that came to their end, none of it of another file."""
    assert readings
    for reading in readings:
        outcome = reading.outcome
        assert (reading.end, bool(outcome.problem)) == ("read", outcome.document is None), outcome.problem
        assert outcome.problem.isprintable()
        assert outcome.document is None or outcome.document.passages or outcome.document.tables
        assert "root:" not in repr(outcome)  # of /etc/passwd


@pytest.mark.parametrize("make", cases(PDFS))
def test_pdf(read: Callable[[bytes], list[Reading]], make: Callable[[], bytes]) -> None:
    check(read(make()))


@pytest.mark.parametrize("make", cases(ZIPS))
def test_zip(read: Callable[[bytes], list[Reading]], make: Callable[[], bytes]) -> None:
    check(read(make()))


@pytest.mark.parametrize("make", cases(OFFICE))
def test_office_file(read: Callable[[bytes], list[Reading]], make: Callable[[], bytes]) -> None:
    check(read(make()))


@pytest.mark.parametrize("make", cases(REPLIES))
def test_json(read: Callable[[str], list[Reading]], make: Callable[[], str]) -> None:
    check(read(make()))


@pytest.mark.parametrize("make", cases(ROWS))
def test_rows(read: Callable[[str], list[Reading]], make: Callable[[], str]) -> None:
    check(read(make()))


@pytest.mark.parametrize("make", cases(PAGES))
def test_page(read: Callable[[str], list[Reading]], make: Callable[[], str]) -> None:
    readings = read(make())
    check(readings)
    assert SCRIPT not in repr(readings)


@pytest.mark.parametrize("make", cases(TEXTS))
def test_text(read: Callable[[str], list[Reading]], make: Callable[[], str]) -> None:
    check(read(make()))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "ods"])
def test_a_formula_or_an_entity_is_never_worked_out(read: Callable[[bytes], list[Reading]], ending: str) -> None:
    for name in ("laughs", "blow-up", "file", "address"):
        (reading,) = read(OFFICE[f"{ending}-{name}"]())
        assert "it declares a document type" in reading.outcome.problem


def test_what_stands_beside_a_hostile_file_in_a_zip_is_read(read: Callable[[bytes], list[Reading]]) -> None:
    hostile = {"a.pdf": PDFS["page-of-zeros"](), "b.ods": OFFICE["ods-laughs"](), "c.txt": SOUND, "../d.txt": TEXT}
    readings = read(zipped(hostile | {"e.html": PAGES["deep"](), "f.txt": SOUND.replace("Kites", "Boats")}))
    check(readings)
    sound = [reading.outcome.name for reading in readings if reading.outcome.document]
    assert len(readings) == 6 and [Path(name).name for name in sound] == ["c.txt", "f.txt"]


def test_a_part_that_is_too_slow_costs_the_others_of_a_zip_nothing(tmp_path: Path) -> None:
    slow = "".join(f"On day {n} kites were flown.\n\n" for n in range(30_000))
    path = tmp_path / "folder.zip"
    path.write_bytes(zipped({"a.txt": SOUND, "b.txt": slow, "c.txt": SOUND.replace("Kites", "Boats")}))
    with Reader(Limits(seconds=1)) as reader:
        readings = reader.readings(path)
    assert [reading.end for reading in readings] == ["read", "time", "read"]
    assert readings[1].outcome.problem.startswith(f"{path}/b.txt: reading it took more than 1 seconds.")
    assert readings[0].outcome.document and readings[2].outcome.document


def links(folder: Path) -> None:
    """Links that lead out, in circles and to folders, and files that are none."""
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "upward.txt").symlink_to("../outside.txt")
    (folder / "folder.txt").symlink_to(folder)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "nowhere.txt").symlink_to(folder / "nothing.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "fifo.txt")
    (folder / "directory.pdf").mkdir()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of hostile files of every kind, a sound one among them, and a file outside that nobody gave."""
    (tmp_path / "outside.txt").write_text("Words that nobody gave.", encoding="utf-8")
    folder = tmp_path / "given"
    folder.mkdir()
    links(folder)
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"Words about kites, number {number}.", encoding="utf-8")
    for ending, kind, name in (
        ("pdf", PDFS, "cut-at-55-percent"),
        ("zip", ZIPS, "leading-out"),
        ("ods", OFFICE, "ods-file"),
    ):
        (folder / f"hostile.{ending}").write_bytes(kind[name]())
    (folder / "page.html").write_text(PAGES["scripts"](), encoding="utf-8")
    (folder / "sound.txt").write_text(SOUND, encoding="utf-8")
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without FIFOs")
def test_whatever_stands_in_a_folder_the_rest_is_held_and_nothing_is_written_elsewhere(folder: Path) -> None:
    home = folder.parent / "home"
    assistant = assistant_of(home, [])
    before = listing(folder.parent)
    problems = [one.problem for path in files(folder) for one in assistant.ingest(path) if one.problem]
    assert all(problem.isprintable() and "the reader " not in problem for problem in problems)
    assert len(held(assistant)) == len(NAMES) + 2  # the page and the sound file
    assert not any("nobody gave" in passage or SCRIPT in passage for passage in held(assistant))
    assert {name: kind for name, kind in listing(folder.parent).items() if not name.startswith("home")} == {
        name: kind for name, kind in before.items() if not name.startswith("home")
    }
    assert SOUND in held(assistant)


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file in a folder with its kind and size."""
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {str(p.relative_to(folder)): (stat.S_IFMT(s.st_mode), s.st_size) for p, s in found.items()}


def held(assistant: Assistant) -> list[str]:
    """What was ingested, as one text each."""
    return ["\n".join(passage.text for passage in document.passages) for document in assistant.documents()]


def test_what_a_store_holds_outlives_what_comes_after(tmp_path: Path) -> None:
    assistant = assistant_of(tmp_path / "home", [])
    path = tmp_path / "kites.txt"
    path.write_text(SOUND, encoding="utf-8")
    assistant.ingest(path)
    before = assistant.documents()
    for make in (
        PDFS["a-form-within-itself"],
        OFFICE["xlsx-formulas"],
        ZIPS["overlapping"],
        lambda: b"\0",
        lambda: b" \n",
    ):
        path.write_bytes(make())
        assert all(one.problem and not one.changed for one in assistant.ingest(path))
    assert assistant.documents() == before
