"""Where what was fetched is kept: inside its folder whatever the address, and whole or not at all."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fetching.downloads import Version, place


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://lamps.test/media/5f/Lantern_Annual_2032.PDF", "lantern-annual-2032.pdf"),
        ("https://lamps.test/media/tables.ods?download=1", "tables.ods"),
        ("https://lamps.test/lantern-annual", "lantern-annual.html"),
        ("https://lamps.test/", "file.html"),
        ("https://lamps.test", "file.html"),
        ("https://lamps.test/..", "file.html"),
        ("https://lamps.test/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "passwd.html"),
        ("https://lamps.test/a%5c..%5cb.pdf", "b.pdf"),
        ("https://lamps.test/x.toml", "x-toml.html"),
        ("https://lamps.test/x.part", "x-part.html"),
        ("https://lamps.test/x%00.pdf", "x.pdf"),
        ("https://lamps.test/" + "long-" * 100 + ".pdf", ("long-" * 12).rstrip("-") + ".pdf"),
    ],
)
def test_the_name_of_a_file_is_made_of_its_address(tmp_path, address, name):
    assert place(tmp_path, address).path.name == name


@given(st.text(max_size=80))
def test_no_address_leads_out_of_the_folder(tmp_path_factory, path):
    folder = tmp_path_factory.getbasetemp()
    kept = place(folder, f"https://lamps.test/{path}").path
    assert kept.resolve().is_relative_to((folder / "lamps.test").resolve())
    assert kept.parent.parent == folder / "lamps.test"


@pytest.mark.parametrize("host", ["..", "[::1]:80", "127.0.0.1:8000", "a/../../b"])
def test_no_host_leads_out_of_the_folder(tmp_path, host):
    kept = place(tmp_path, f"https://{host}/x.pdf").path
    assert ".." not in kept.parts
    assert kept.is_relative_to(tmp_path)


def test_addresses_that_end_alike_are_kept_apart(tmp_path):
    assert place(tmp_path, "https://a.test/1/x.pdf").path != place(tmp_path, "https://a.test/2/x.pdf").path
    assert place(tmp_path, "https://a.test/x?page=1").path != place(tmp_path, "https://a.test/x?page=2").path


SAID = st.text().map(str.strip)


@given(title=SAID, publisher=SAID)
def test_what_is_told_of_a_file_is_read_back_as_it_was(tmp_path_factory, title, publisher):
    kept = place(tmp_path_factory.getbasetemp(), "https://lamps.test/told.pdf")
    kept.tell({"title": title, "publisher": publisher, "published": date(2032, 7, 29)})
    told = tomllib.loads(kept.path.with_suffix(".toml").read_text(encoding="utf-8"))
    assert told.pop("published") == date(2032, 7, 29)
    assert told == {name: text for name, text in (("title", title), ("publisher", publisher)) if text}


def test_half_a_character_does_no_harm(tmp_path):
    kept = place(tmp_path, "https://lamps.test/told.pdf")
    kept.tell({"title": "Lamps \ud83d"})
    assert tomllib.loads(kept.path.with_suffix(".toml").read_text(encoding="utf-8")) == {"title": "Lamps ?"}


def grown(kept, body, version):
    with kept.growing(version, 0) as file:
        file.write(body)


def test_a_file_is_there_only_once_it_is_whole(tmp_path):
    kept, version = place(tmp_path, "https://lamps.test/x.pdf"), Version(etag='"1"')
    grown(kept, b"nineteen", version)
    assert not kept.path.exists()
    assert kept.begun == 8
    assert kept.keep(version)
    assert kept.path.read_bytes() == b"nineteen"
    assert (kept.begun, kept.whole) == (0, True)


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"address": 1}', b"\xff"])
def test_a_record_that_is_spoilt_is_as_good_as_none(tmp_path, record):
    kept, version = place(tmp_path, "https://lamps.test/x.pdf"), Version(etag='"1"')
    grown(kept, b"nineteen", version)
    kept.keep(version)
    kept.path.with_suffix(".fetched").write_bytes(record)
    assert not kept.whole
    assert kept.record.version == Version()
