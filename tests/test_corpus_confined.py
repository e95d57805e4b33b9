"""Reading in a child process: the same outcomes as without one, within limits, and one line where they do not hold."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from bulletin_fake import bulletin

from corpus.confined import Limits, Reader
from corpus.library import documents
from corpus.read import outcomes
from corpus.recognition import known

ROOT = Path(__file__).parents[1]
LONG = 15_000  # paragraphs: more than a second's reading
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux gives it")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def long_text(folder: Path, paragraphs: int = LONG) -> Path:
    return written(folder, "long.txt", "".join(f"On day {n} kites were flown.\n\n" for n in range(paragraphs)))


def children() -> list[int]:
    """The processes that this one has started and that go on."""
    tasks = Path("/proc/self/task").glob("*/children")
    started = [int(pid) for task in tasks for pid in task.read_text().split()]
    return [pid for pid in started if b"corpus.confined" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize(
    "text",
    [bulletin(), "Words about kites.", "", "a | b\n---|---\nx | 1\ny\\|\n", "<!doctype html><h1>Kites</h1><p>Words."],
    ids=["bulletin", "words", "empty", "broken-table", "html"],
)
def test_what_is_read_is_what_reading_it_here_gives(reader: Reader, tmp_path: Path, text: str) -> None:
    path = written(tmp_path, "kites.txt", text)
    held = known(documents())
    assert reader.outcomes(path, held) == list(outcomes(path, held))


def test_what_is_held_may_change_from_file_to_file(reader: Reader, tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", bulletin())
    for held in ([], known(documents()), known(documents()), []):
        assert reader.outcomes(path, held) == list(outcomes(path, held))


@pytest.mark.parametrize("name", ["two\nlines.txt", "caf\u00e9.txt", "\udcff.txt", "\u202etxt.exe", "-rf", "a" * 300])
def test_every_name_is_passed_on_as_it_is(reader: Reader, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if len(name) < 256:
        path.write_text("Words about kites.", encoding="utf-8")
    assert reader.outcomes(path) == list(outcomes(path))


def test_a_relative_path_starts_from_where_the_parent_is(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "kites.txt", "Words about kites.")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path)
    assert reader.outcomes(Path("kites.txt"))[0].document
    monkeypatch.chdir(tmp_path / "inner")
    assert reader.outcomes(Path("kites.txt"))[0].problem.startswith("kites.txt: there is no such file")
    assert reader.outcomes(Path("../kites.txt"))[0].document


@pytest.mark.parametrize(
    ("limits", "paragraphs", "end", "says"),
    [
        (Limits(seconds=0.3), LONG, "time", "reading it took more than 0.3 seconds. Give"),
        pytest.param(
            Limits(memory=80_000_000), 50 * LONG, "memory", "needed more than 0.08 GB of memory. Give", marks=LINUX
        ),
        (Limits(reply=100_000), LONG, "size", "what it holds is more than 0.1 MB as read. Give"),
    ],
    ids=["time", "memory", "size"],
)
def test_what_goes_beyond_a_limit_is_one_line_and_the_next_is_read(
    tmp_path: Path, limits: Limits, paragraphs: int, end: str, says: str
) -> None:
    with Reader(limits) as reader:
        (reading,) = reader.readings(long_text(tmp_path, paragraphs))
        assert reading.end == end
        assert reading.outcome.problem.startswith(f"{tmp_path / 'long.txt'}: ") and says in reading.outcome.problem
        assert reading.outcome.problem.isprintable() and reading.outcome.document is None
        assert reader.outcomes(written(tmp_path, "next.txt", "Words about kites."))[0].document


def test_limits_count_for_each_file_and_not_for_all_together(tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", bulletin())
    with Reader(Limits(reply=100_000)) as reader:
        assert all(reader.outcomes(path)[0].document for _ in range(10))


@LINUX
@pytest.mark.parametrize("signal", [9, 11], ids=["killed", "segmentation-fault"])
def test_a_child_that_ends_while_it_reads_is_one_line(reader: Reader, tmp_path: Path, signal: int) -> None:
    long, short = long_text(tmp_path), written(tmp_path, "next.txt", "Words about kites.")
    assert reader.outcomes(short)[0].document
    (child,) = children()
    found = []
    work = Thread(target=lambda: found.extend(reader.readings(long)))
    work.start()
    time.sleep(0.3)
    os.kill(child, signal)
    work.join()
    assert [reading.end for reading in found] == ["stopped"]
    assert f"long.txt: the reader stopped (signal {signal} " in found[0].outcome.problem
    assert reader.outcomes(short)[0].document


@LINUX
def test_a_child_that_ends_between_two_files_costs_neither(reader: Reader, tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", "Words about kites.")
    assert reader.outcomes(path)[0].document
    (child,) = children()
    os.kill(child, 9)
    while "Z" not in Path(f"/proc/{child}/stat").read_text():
        time.sleep(0.01)
    assert reader.outcomes(path)[0].document


@LINUX
def test_one_child_reads_file_after_file_and_ends_with_its_reader(tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", "Words about kites.")
    with Reader() as reader:
        assert children() == []  # none before there is a file
        reader.outcomes(path)
        first = children()
        reader.outcomes(path)
        assert children() == first
    assert children() == []
    forgotten = Reader()
    forgotten.outcomes(path)
    assert len(children()) == 1
    del forgotten
    gc.collect()
    assert children() == []


@LINUX
def test_what_its_parent_holds_does_not_wear_a_child_out(tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", "Words about kites.")
    code = (
        "import os; from pathlib import Path; from corpus.confined import Reader, Limits;"
        f"held = b'x' * 400_000_000; reader = Reader(Limits(memory=1_000_000_000)); path = Path({str(path)!r});"
        "children = Path(f'/proc/self/task/{os.getpid()}/children');"
        "told = [(reader.outcomes(path), children.read_text())[1] for _ in range(3)]; print(*told)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    first, *others = done.stdout.split()
    assert others == [first, first]


def test_files_of_several_threads_are_each_read(reader: Reader, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"kites-{n}.txt", f"Words about kites, number {n}.") for n in range(8)]
    found: dict[int, str] = {}

    def read(number: int) -> None:
        (outcome,) = reader.outcomes(paths[number])
        assert outcome.document
        found[number] = outcome.document.passages[0].text

    threads = [Thread(target=read, args=(number,)) for number in range(len(paths))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: f"Words about kites, number {n}." for n in range(8)}


@LINUX
def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    path = written(tmp_path, "kites.txt", "Words about kites.")
    code = (
        "import os, sys; from pathlib import Path; from corpus.confined import Reader; reader = Reader();"
        f"reader.outcomes(Path({str(path)!r}));"
        "print(Path(f'/proc/self/task/{os.getpid()}/children').read_text(), flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    child = int(done.stdout.split()[0])
    for _ in range(100):
        if not Path(f"/proc/{child}").exists():
            return
        time.sleep(0.05)
    raise AssertionError("the child goes on")


DEEDS = {
    "write": "open('new.txt', 'w').write('x')",
    "append": "open('old.txt', 'a').write('x')",
    "make": "open('new.txt', 'x')",
    "delete": "os.unlink('old.txt')",
    "rename": "os.rename('old.txt', 'new.txt')",
    "folder": "os.mkdir('folder')",
    "link": "os.symlink('old.txt', 'new.txt')",
    "program": "subprocess.run(['true'], check=True)",
    "network": "socket.create_connection(('127.0.0.1', PORT), timeout=5)",
}


@LINUX
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_a_child_changes_no_file_starts_nothing_and_calls_nobody(tmp_path: Path, deed: str) -> None:
    """Where the system has Landlock; without it only the limits hold."""
    if not has_landlock():
        pytest.skip("this system has no Landlock")
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        deed = deed.replace("PORT", str(server.getsockname()[1]))
        code = (
            f"import os, socket, subprocess\n{{}}\ntry:\n    {deed}\nexcept OSError as error:\n    print('refused')\n"
        )
        fenced = code.format(
            "from corpus.confined.fences import fence; from corpus.confined.limits import Limits, keep_within;"
            "keep_within(Limits()); fence()"
        )
        assert said(fenced, tmp_path) == "refused"
        assert said(code.format(""), tmp_path) == ""  # it would be done without


def said(code: str, folder: Path) -> str:
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, env=paths)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def has_landlock() -> bool:
    listed = Path("/sys/kernel/security/lsm")
    code = "import ctypes; print(ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1))"
    return listed.exists() or int(said(code, ROOT)) > 0


def test_the_child_is_told_nothing_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of the current folder or of PYTHONPATH takes no part, and no key is in the child's environment."""
    for name in ("corpus.py", "json.py", "usercustomize.py", "sitecustomize.py"):
        written(tmp_path, name, "raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("OPENAI_API_KEY", "secret-of-a-test")
    with Reader() as reader:
        assert reader.outcomes(written(tmp_path, "kites.txt", "Words about kites."))[0].document
        if sys.platform.startswith("linux"):
            (child,) = children()
            assert b"secret-of-a-test" not in Path(f"/proc/{child}/environ").read_bytes()


def test_the_child_imports_no_more_than_it_needs() -> None:
    heavy = {"torch", "chromadb", "streamlit", "langchain", "pandas", "numpy", "click", "assistant", "index"}
    code = f"import sys, corpus.confined.child; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    assert said(code, ROOT) == ""
