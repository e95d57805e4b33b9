"""The bytes of a text: the encodings that documents have, and what is refused rather than guessed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encodings import decoded, is_wide
from corpus.errors import UnreadableFile
from corpus.read import read

HERE = Path("kites.txt")
TEXT = "The vale’s kites flew 5 times – £3 more than the keeper’s own, “good” ones.\nOne café, half: ½, 20°.\n"
PLAIN = "The vale's kites flew 5 times, 3 more than the keeper's own in Zurich.\n"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252",
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_a_text_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str, newline: str) -> None:
    raw = TEXT.replace("\n", newline).encode(encoding)
    assert decoded(raw, HERE) == TEXT
    path = tmp_path / "kites.txt"
    path.write_bytes(raw)
    assert "£3 more than the keeper’s own" in " ".join(passage.text for passage in read(path).passages)


def test_an_old_mac_s_text_is_known_by_its_quotes() -> None:
    text = TEXT.replace("½", "1/2")
    assert decoded(text.encode("mac-roman"), HERE) == text


@pytest.mark.parametrize(
    ("declared", "encoding", "letter"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-2"?><html>', "iso8859-2", "ł"),
        ('<!DOCTYPE html><meta charset="windows-1250">', "cp1250", "ł"),
        ('<!DOCTYPE html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso8859-15", "€"),
        ('<!DOCTYPE html><meta charset="iso-8859-1">', "cp1252", "’"),
        ('<!DOCTYPE html><meta charset="us-ascii">', "cp1252", "–"),
        ('<!DOCTYPE html><meta charset="windows-1252">', "utf-8", "’"),
        ('<!DOCTYPE html><meta charset="unicode_escape">', "cp1252", "’"),
    ],
    ids=["xml", "meta", "http-equiv", "latin-1-as-browsers", "ascii-as-browsers", "utf-8-whatever-said", "no-charset"],
)
def test_a_page_says_its_encoding(declared: str, encoding: str, letter: str) -> None:
    text = f"{declared}<p>Kites {letter} flew.\\u0041</p>"
    assert decoded(text.encode(encoding), HERE) == text


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (TEXT.encode() + b"\xa35", "line 3: byte 0xA3 is not UTF-8. Save the file as UTF-8."),
        ("Kites £5 – ’".encode("cp850", "ignore"), "line 1: byte 0x9C is not UTF-8"),
        ("Змеи летали над долиной".encode("cp1251"), "byte 0xC7 is not UTF-8"),
        (bytes(range(128, 256)), "line 1: byte 0x80 is not UTF-8"),
        (b"Kites\nflew\0", "line 2: this is not text (it holds binary data)"),
        (TEXT.encode("utf-16")[:-1], "this is not text"),
        (b"\xff\xfe\0\0\xff\xff\xff\xff", "this is not text"),
        ("\ufeff".encode("utf-16-le") + b"\0\xd8A\0", "this is not text"),
    ],
    ids=["damaged", "dos", "cyrillic", "bytes", "nul", "half-a-letter", "no-such-letter", "half-a-pair"],
)
def test_what_decodes_to_rubbish_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        decoded(raw, HERE)
    assert says in str(raised.value)


@given(
    st.text(st.characters(codec="ascii", exclude_characters="\0\r"), min_size=40),
    st.sampled_from(["utf-16-le", "utf-32-be"]),
)
def test_wide_letters_without_a_mark_are_told_by_their_bytes(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    assert is_wide(raw)
    assert not is_wide(text.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_refused_in_one_line(raw: bytes) -> None:
    try:
        text = decoded(raw, HERE)
    except UnreadableFile as error:
        assert str(error).startswith("kites.txt: ") and str(error).isprintable()
        return
    assert "\r" not in text
    assert (
        not text.isascii()
        or text in (raw.decode("ascii", "ignore").replace("\r\n", "\n").replace("\r", "\n"), "")
        or is_wide(raw)
    )
