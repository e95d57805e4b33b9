"""Mutated files: the same for the same seed, read or refused, and no publication lost over them."""

import random
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from evals import fuzz
from evals.__main__ import main
from evals.mutations import MOST, mutated

WITHOUT = ("PDF",)  # which Chromium prints: too slow for a test


@pytest.fixture(scope="module")
def sound() -> fuzz.Seeds:
    return fuzz.seeds(WITHOUT)


def test_there_are_sound_files_of_every_format(sound: fuzz.Seeds) -> None:
    assert {name for name, _ in sound.files} == {"text", "HTML", "JSON", "Word", "OpenDocument", "Excel", "CSV"}


def test_a_seed_makes_the_same_files_again_and_another_others(sound: fuzz.Seeds) -> None:
    made = [sound.mutated(1, number) for number in range(60)]
    assert made == [sound.mutated(1, number) for number in range(60)]
    assert made != [sound.mutated(2, number) for number in range(60)]
    assert sum(file in sound.files for file in made) < 10  # most are not what they were


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"%PDF-1.7", b"x", b"PK\x05\x06" + bytes(18)])
def test_whatever_there_is_can_be_mutated(raw: bytes) -> None:
    for number in range(200):
        assert len(mutated(raw, random.Random(number), [b"", b"kites"])) <= MOST


def test_what_a_zip_holds_is_mutated_and_zipped_again(sound: fuzz.Seeds, tmp_path: Path) -> None:
    """Else nothing but its wrapping would be tried."""
    raw = next(raw for name, raw in sound.files if name == "OpenDocument")
    path, opened, changed = tmp_path / "file", 0, 0
    with_content = _content(raw, path)
    for number in range(100):
        found = _content(mutated(raw, random.Random(number), [raw]), path)
        opened += found is not None
        changed += found not in (None, with_content)
    assert opened > 60 and changed > 40


def _content(raw: bytes, path: Path) -> bytes | None:
    path.write_bytes(raw)
    try:
        with ZipFile(path) as archive:
            return archive.read("content.xml")
    except Exception:
        return None


def test_mutated_files_are_read_or_refused_and_none_is_lost(sound: fuzz.Seeds, tmp_path: Path) -> None:
    tried = fuzz.run(sound, files=60, workers=2, keep=tmp_path / "kept", seed=3)
    assert [one.number for one in tried if one.kind != "lost"] == list(range(60))
    assert [one for one in tried if not one.is_good] == []
    assert {one.kind for one in tried} == {"read", "refused"}
    assert not (tmp_path / "kept").exists()


def test_what_became_of_each_format_is_counted() -> None:
    tried = [
        fuzz.Tried(0, "text", "read", seconds=0.5),
        fuzz.Tried(1, "text", "crashed", "fault"),
        fuzz.Tried(2, "Word", "over a limit"),
        fuzz.Tried(3, "Word", "lost"),
    ]
    assert fuzz.by_format(tried) == {
        "Word": "0 read, 0 refused, 0 crashed, 1 over a limit, 1 lost; slowest 0.0 s",
        "text": "1 read, 0 refused, 1 crashed, 0 over a limit, 0 lost; slowest 0.5 s",
        "all": "1 read, 0 refused, 1 crashed, 1 over a limit, 1 lost; slowest 0.5 s",
    }


def test_the_command_tries_files_and_says_what_became_of_them(tmp_path: Path) -> None:
    options = ["fuzz", "--files", "5", "--workers", "1", "--without", "PDF", "--keep", str(tmp_path)]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0, result.output
    assert "| all | " in result.output
