"""What no reader sees is taken out of a file's content, and nothing that a reader sees."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.content import Content, Page
from corpus.harmless import harmless
from corpus.models import Locator, Table
from corpus.read import outcomes, parse


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("Kites\x1b[31m fly", "Kites[31m fly", id="escape"),
        pytest.param("Kites \u202eylf\u202c", "Kites ylf", id="turned"),
        pytest.param("Kites\ud83d fly", "Kites\ufffd fly", id="half-a-letter"),
        pytest.param("it\x92s 5\x80", "it’s 5€", id="of-windows"),
        pytest.param("Kites\x81 fly", "Kites fly", id="of-nobody"),
        pytest.param("a\tb\nc\fd\u00a0e\u200df", "a\tb\nc\fd\u00a0e\u200df", id="seen"),
        pytest.param("a" + " " * 200 + "b" + "\t" * 9_000 + "c", "a" + " " * 200 + "b" + "\t" * 200 + "c", id="gaps"),
        pytest.param("łódź, 凧, پتنگ, 🪁", "łódź, 凧, پتنگ, 🪁", id="letters-of-all-kinds"),
    ],
)
def test_a_text_keeps_what_a_reader_sees(text: str, mended: str) -> None:
    assert harmless(text) == mended


@given(st.text())
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert once.encode().decode() == once


def test_all_of_a_content_is_mended() -> None:
    bad, good = "Kites\x1b", "Kites"
    table = Table(locator=Locator(bad, bad, at=bad), title=bad, headers=(bad,), rows=((bad,),), marks={0: (bad,)})
    content = Content(
        format="PDF", text=bad, said={"title": bad, "summary": True}, tables=(table,), pages=(Page(bad, 3, bad),)
    )
    mended = harmless(content)
    assert "\\x1b" not in repr(mended)
    assert (mended.said, mended.pages) == ({"title": good, "summary": True}, (Page(good, 3, good),))


def test_other_values_are_left_alone() -> None:
    assert harmless((Decimal("1.50"), None, 3, b"\x1b")) == (Decimal("1.50"), None, 3, b"\x1b")


def test_a_title_is_one_line_that_can_be_shown(tmp_path: Path) -> None:
    for name, title in (("two\nlines.txt", "Two lines"), ("\x1b[31mred.txt", "[31mred"), ("\u202e.txt", "Untitled")):
        (tmp_path / name).write_text("Words about kites.", encoding="utf-8")
        (outcome,) = outcomes(tmp_path / name)
        assert outcome.document and outcome.document.publication.title == title
    front = '+++\ntitle = "Kites \\u001b[2J\\nand boats"\n+++\nWords.'
    assert parse(front, Path("kites.md")).publication.title == "Kites [2J and boats"
