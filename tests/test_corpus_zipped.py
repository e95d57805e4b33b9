"""Looking into a zip: what is in it is read within bounds, what is not safe is refused on one line, the rest read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zipped_fake import link, locked, overlapping, saying_less, unusual, with_info, zipped

from corpus.errors import UnreadableFile
from corpus.files import Given, parts
from corpus.read import outcomes
from corpus.zipped import LARGEST_MEMBER, LARGEST_SUM, MOST_MEMBERS, inside, members

HERE = Path("folder.zip")
NOT_READ = {
    "link": (link(), "folder.zip/kites.txt: it is a link or a device, not a file."),
    "locked": (locked(), "folder.zip/kites.txt: it is locked with a password."),
    "packed-otherwise": (unusual(), "folder.zip/kites.txt: it is packed in a way that is not read here."),
    "goes-up": (with_info(b"Words.", "../../x.txt"), "folder.zip/x.txt: its name leads out of the zip"),
    "absolute": (with_info(b"Words.", "/etc/x.txt"), "folder.zip/etc/x.txt: its name leads out of the zip"),
    "drive": (with_info(b"Words.", "C:\\x.txt"), "folder.zip/x.txt: its name leads out of the zip"),
    "unseen-letters": (with_info(b"Words.", "a\x1b[2J\u202ex.txt"), "folder.zip/a\\x1b[2J\\u202ex.txt: its name"),
}


@pytest.mark.parametrize(("raw", "says"), NOT_READ.values(), ids=NOT_READ.keys())
def test_what_is_not_safe_is_named_and_the_rest_is_read(raw: bytes, says: str) -> None:
    held = members(raw, HERE)
    (refused,) = held.refused
    assert str(refused).startswith(says) and str(refused).isprintable()
    assert held.names == ("sound.txt",) and held.read("sound.txt") == b"Words about kites."


def test_a_second_file_of_a_name_is_refused() -> None:
    raw = zipped({"kites.txt": "One.", "kitez.txt": "Two."}).replace(b"kitez", b"kites")
    held = members(raw, HERE)
    assert held.names == ("kites.txt",) and held.read("kites.txt") == b"One."
    assert "a second file of this name" in str(held.refused[0])


BOMBS = {
    "many-files": (zipped({f"{n}": b"" for n in range(MOST_MEMBERS + 1)}), "it holds more than 5,000 files"),
    "steep": (zipped({"a.txt": bytes(6_000_000)}), r"a part of it unpacks to [\d,]+ times its size"),
    "overlapping": (overlapping(50), "parts of the zip overlap"),
    "overlapping-and-many": (overlapping(MOST_MEMBERS * 2), "it holds more than 5,000 files"),
    "not-complete": (zipped({"a.txt": b"Words."})[:-30], "the zip is damaged or not complete"),
    "no-list": (b"PK\x03\x04" + bytes(100), "the zip is damaged or not complete"),
}


@pytest.mark.parametrize(("raw", "says"), BOMBS.values(), ids=BOMBS.keys())
def test_a_zip_that_is_not_safe_is_refused_before_it_is_unpacked(raw: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        members(raw, HERE)


@pytest.mark.parametrize(
    ("largest", "parted"), [(LARGEST_MEMBER + 1, 1), (LARGEST_SUM // 4 + 1, 4)], ids=["one", "all"]
)
def test_sizes_that_a_zip_says_are_bounded(largest: int, parted: int) -> None:
    raw = bytearray(zipped({f"{n}.txt": b"Words." for n in range(parted)}))
    at = 0
    for _ in range(parted):
        at = raw.index(b"PK\x01\x02", at) + 24
        raw[at : at + 4] = largest.to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match=r"it unpacks to [\d,]+ MB, too much to read"):
        members(bytes(raw), HERE)


def test_a_file_that_unpacks_to_more_than_it_says_is_damaged() -> None:
    held = members(saying_less(b"Words about kites. " * 1000), HERE)
    with pytest.raises(UnreadableFile, match=r"folder\.zip/kites\.txt: it is damaged"):
        held.read("kites.txt")


def test_a_part_that_is_not_there_is_told() -> None:
    with pytest.raises(UnreadableFile, match="there is no such part"):
        members(zipped({"a.txt": "Words."}), HERE).read("b.txt")


@given(st.text(max_size=30))
def test_any_name_shows_as_something_in_the_zip(name: str) -> None:
    shown = inside(HERE, name)
    assert shown.parts[0] == "folder.zip" and len(shown.parts) > 1
    assert ".." not in shown.parts and str(shown).isprintable()


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_zip_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(zipped({"kites.txt": "Words about kites. " * 9, "vale/boats.txt": "Boats."}))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        held = members(bytes(raw), HERE)
        assert all(isinstance(held.read(name), bytes) for name in held.names)
    except UnreadableFile as error:
        assert str(error).startswith("folder.zip") and str(error).isprintable()


# A zipped folder


def folder(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "folder.zip"
    path.write_bytes(raw)
    return path


def test_a_zipped_folder_is_each_of_its_publications(tmp_path: Path) -> None:
    inner = zipped({"a.txt": "Words."})
    path = folder(
        tmp_path,
        zipped(
            {
                "vale/kites.md": "# Kites\n\nKites were flown in the vale.",
                "vale/kites.toml": 'id = "kites-31"\npublisher = "Vale"',
                "vale/boats.txt": b"Boats \x01\0 sank.",
                "vale/empty.txt": b"",
                "vale/README.md": "Read me.",
                "vale/chart.png": b"\x89PNG",
                "__MACOSX/vale/._kites.md": b"\0\5\x16",
                "vale/.DS_Store": b"\0",
                "inner.zip": inner,
            }
        ),
    )
    found = {outcome.name.removeprefix(f"{path}/"): outcome for outcome in outcomes(path)}
    assert sorted(found) == ["inner.zip", "vale/boats.txt", "vale/empty.txt", "vale/kites.md"]
    kites = found["vale/kites.md"].document
    assert kites is not None and (kites.publication.id, kites.publication.publisher) == ("kites-31", "Vale")
    assert "this is not text" in found["vale/boats.txt"].problem
    assert "the file is empty" in found["vale/empty.txt"].problem
    assert "a zip in a zip is not opened" in found["inner.zip"].problem
    assert not [one.name for one in tmp_path.iterdir() if one != path]


def test_a_broken_sidecar_in_a_zip_is_its_own_publication_s_problem(tmp_path: Path) -> None:
    path = folder(tmp_path, zipped({"a.txt": "Words.", "a.toml": "title = kites", "b.txt": "Words about boats."}))
    first, second = outcomes(path)
    assert "a.toml: the details are not TOML" in first.problem
    assert second.document is not None


def test_a_zip_without_a_publication_says_what_it_may_hold(tmp_path: Path) -> None:
    path = folder(tmp_path, zipped({"chart.png": b"\x89PNG"}))
    (outcome,) = outcomes(path)
    assert "nothing in the zip is a publication's file. It may hold .txt, .md" in outcome.problem


def test_refused_files_of_a_zipped_folder_are_told_beside_the_others(tmp_path: Path) -> None:
    refused, read = parts(folder(tmp_path, with_info(b"Words.", "../../x.txt")))
    assert isinstance(refused, UnreadableFile) and isinstance(read, Given)
