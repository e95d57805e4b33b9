"""What a file is, is told by what it holds: its name says nothing, and what is not read says what to do."""

import json
from pathlib import Path

import pytest
from bulletin_fake import bulletin
from zipped_fake import zipped

from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.files import LONGEST_LINE, files
from corpus.formats import contents
from corpus.models import Document
from corpus.read import outcomes, parse, read
from evals.made_formats import page, reply, text, word

HERE = Path("kites.pdf")
TEXT = bulletin().partition("\n\n")[2]
FORMATS = {"text": text, "HTML": page, "JSON": reply, "Word": word}
FOLLOWS = ("tables", "observations", "bands", "counts", "symbols", "left_out")


@pytest.mark.parametrize("name", FORMATS)
def test_one_bulletin_in_any_format_and_under_any_name_is_one_publication(tmp_path: Path, name: str) -> None:
    path, plain = tmp_path / "kites.pdf", parse(TEXT, HERE)
    path.write_bytes(FORMATS[name](TEXT))
    (outcome,) = outcomes(path)
    document = outcome.document
    assert document is not None, outcome.problem
    assert {each: getattr(document, each) for each in FOLLOWS} == {each: getattr(plain, each) for each in FOLLOWS}
    assert len(document.observations) > 5 and document.bands and document.counts
    for told in ("id", "title", "publisher", "published", "period", "geography", "series"):
        assert getattr(document.publication, told) == getattr(plain.publication, told)
    assert said(document) == said(plain)


def said(document: Document) -> list[tuple[str, str, str]]:
    return [(passage.kind, str(passage.locator), passage.text) for passage in document.passages]


def test_each_format_says_what_it_is() -> None:
    found = [contents(make(TEXT), HERE) for make in FORMATS.values()]
    assert [one.format for content in found for one in content if isinstance(one, Content)] == list(FORMATS)


REFUSED = {
    "old-office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old office program, or one locked with a"),
    "rtf": (rb"{\rtf1\ansi Kites}", "this is a rich text file (RTF). Save it as .docx"),
    "png": (b"\x89PNG\r\n\x1a\n\0", "this is a picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "this is a picture"),
    "heic": (b"\0\0\0\x18ftypheic", "this is a picture"),
    "gzip": (b"\x1f\x8b\x08\0", "a packed file of another kind than .zip. Unpack it"),
    "tar": (b"kites.txt".ljust(257, b"\0") + b"ustar\0" + b"00", "a packed file of another kind"),
    "program": (b"\x7fELF\x02\x01\x01\0", "this is a program"),
    "windows-program": (b"MZ\x90\0" + bytes(60) + b"PE\0\0", "this is a program"),
    "database": (b"SQLite format 3\0", "this is a database"),
    "video": (b"\0\0\0\x20ftypisom", "this is sound or video"),
    "postscript": (b"%!PS-Adobe-3.0\n", "this is a PostScript file"),
    "odt": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "this is an OpenDocument text. Save it as .docx",
    ),
    "slides": (zipped({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), "this is a presentation. Save"),
    "binary-workbook": (
        zipped({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"}), "this is a binary Excel workbook. Save it",
    ),
    "epub": (zipped({"mimetype": "application/epub+zip", "a.html": "<p>"}), "this is an electronic book"),
    "folder": (zipped({"a.txt": "Words."}), "this is a zipped folder, not one publication"),
    "saved-page": (b"From: <Saved>\nSubject: Kites\n fly\nMIME-Version: 1\n\n84.=\n7", "this is an e-mail, or a page"),
    "xml": (b'<?xml version="1.0"?><kites>5</kites>', "this is XML of an unknown kind. Save it as a web page"),
    "drawing": (b"<svg><text>Kites</text></svg>", "this is XML of an unknown kind"),
    "json": (b'{"kites": 5}', "this is JSON, but no reply of GOV.UK's content API"),
    "json-list": (b"[1, 2]", "this is JSON, but no reply"),
    "json-list-of-nothing": (b"[]", "the reply holds no publication"),
    "minified-text": (b"<kites " * LONGEST_LINE, "line 1: a line of more than 200,000 letters"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_read_says_what_it_is_and_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        found = contents(raw, HERE)
        raise next(one for one in found if isinstance(one, UnreadableFile))
    assert says in str(raised.value) and str(raised.value).isprintable()


@pytest.mark.parametrize(
    "words",
    [
        "{ 2.1 } Kites were flown in the vale.",
        "[note 1] Kites were flown in the vale.",
        '{"kites": 5',
        "Kites.\n%PDF-1.4 is how a PDF begins, which this is not.",
        "GIF is a picture, BM another, MZ a program.",
        "{" * 5000 + " kites were flown in the vale.",
    ],
    ids=["brace", "bracket", "unfinished", "pdf-quoted", "signatures", "deep"],
)
def test_a_text_that_only_opens_like_something_else_is_text(words: str) -> None:
    (content,) = contents(words.encode(), HERE)
    assert isinstance(content, Content) and (content.format, content.text) == ("text", words)


@pytest.mark.parametrize("ending", ["html", "json"])
def test_a_page_and_a_reply_need_no_lines(tmp_path: Path, ending: str) -> None:
    long = "<p>Kites were flown in the vale.</p>" * 10_000
    value = {"base_path": "/kites", "title": "Kites", "details": {"body": long}}
    written = {"html": f"<!DOCTYPE html><main><h1>Kites</h1>{long}</main>", "json": json.dumps(value)}[ending]
    path = tmp_path / f"a.{ending}"
    path.write_text(written, encoding="utf-8")
    assert len(written) > LONGEST_LINE and read(path).passages


# Links


def test_a_link_out_of_its_folder_is_refused_and_one_within_is_read(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "folder"
    folder.mkdir()
    outside.write_text("Words that nobody gave.", encoding="utf-8")
    (folder / "a.txt").symlink_to(outside)
    (folder / "b.txt").write_text("Words about kites.", encoding="utf-8")
    (folder / "b.toml").symlink_to(outside)
    (folder / "c.txt").write_text("Words about boats.", encoding="utf-8")
    (folder / "d.txt").symlink_to("c.txt")
    found = [outcome for path in files(folder) for outcome in outcomes(path)]
    assert ["this is a link to a file in another folder" in one.problem for one in found] == [True, True, False, False]
    assert "nobody" not in "".join(one.problem for one in found)
