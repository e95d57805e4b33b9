"""Columns: who says what, which box a paragraph is of, and how headings rank. The texts are made up."""

import pytest

from corpus.blocks import Block
from corpus.columns import blocks


def texts(found: list[Block], kind: str = "paragraph") -> list[str]:
    return [block.text for block in found if block.kind == kind]


CLOSING = "\n\nNobody else who came said so, \nand most were glad of it. \n"


@pytest.mark.parametrize(
    ("lead", "quotation", "read"),
    [
        pytest.param("One who came to the office \nsaid:", "“I had to wait for a \nlong time”.",
                     ["One who came to the office said: “I had to wait for a long time”."], id="after-a-colon"),
        pytest.param("He said that, as he had no \nwork,", "“I had to wait”.",
                     ["He said that, as he had no work, “I had to wait”."], id="after-a-comma"),
        pytest.param("Those who came to the office \nwere asked.", "“I had to wait for a \nlong time”.",
                     ["Those who came to the office were asked.", "“I had to wait for a long time”."],
                     id="not-announced"),
        pytest.param("One who came to the office \nsaid:", "“I had to wait or a \nlong time m one day”.",
                     [], id="what-has-lost-letters-goes-with-its-announcement"),
    ],
)  # fmt: skip
def test_a_quotation_goes_with_the_words_that_announce_it(lead: str, quotation: str, read: list[str]) -> None:
    found = blocks(f"{lead} \n\n{quotation}{CLOSING}")
    assert texts(found) == [*read, "Nobody else who came said so, and most were glad of it."]


def test_a_quotation_cut_after_a_sentence_is_whole_again() -> None:
    text = "“I had to wait for a long \ntime. It was cold there. \n\nSo I went home, and came \nback the next day”. \n"
    assert texts(blocks(text + CLOSING))[0] == (
        "“I had to wait for a long time. It was cold there. So I went home, and came back the next day”."
    )


def test_a_quotation_that_is_not_closed_takes_no_other() -> None:
    text = "“I had to wait for a long \ntime. \n\n“It was cold there, and I \nhad no coat”. \n"
    assert texts(blocks(text + CLOSING))[:2] == [
        "“I had to wait for a long time.",
        "“It was cold there, and I had no coat”.",
    ]


BOX = """\
Those who came to the offices~
were asked what some found.~

Example 4 - waiting

{first}

{second}

The offices of all the towns~
are open in the evening.~
""".replace("~", " ")


@pytest.mark.parametrize(
    ("first", "second", "boxed"),
    [
        pytest.param("A man came to the office in \nthe spring. ", "He had waited for a year. ", True, id="he"),
        pytest.param("Tessa came to the office in \nthe spring. ", "Help found Tessa at \nonce. ", True, id="name"),
        pytest.param("Some came to the office in \nthe spring. ", "Some of them had waited. ", False, id="no-name"),
        pytest.param("Tessa came to the office in \nthe spring. ", "Offices were full then. ", False, id="neither"),
    ],
)  # fmt: skip
def test_a_box_goes_on_as_long_as_it_speaks_of_one_person(first: str, second: str, boxed: bool) -> None:
    found = blocks(BOX.format(first=first, second=second))
    own = [block.text for block in found if block.number == "Example 4"]
    assert (" ".join(second.split()) in own) == boxed
    assert "The offices of all the towns are open in the evening." not in own


def test_what_stands_under_a_picture_inside_a_sentence_is_kept_apart() -> None:
    text = (
        " The offices are open, and the \npeople who come to them have \nin their own town a place to \n"
        " A. N. Other\nHead of the offices\n\nwait in while it is cold. Most \nof them came back later. \n"
    )
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (
            "paragraph",
            "The offices are open, and the people who come to them have in their own town a place to wait in"
            " while it is cold. Most of them came back later.",
        ),
        ("caption", "A. N. Other Head of the offices"),
    ]


def under(*headings: str) -> str:
    """Each heading over a paragraph of its own."""
    towns = ("Ashby", "Corby", "Derby", "Selby", "Whitby")
    return "".join(
        f"{heading}\n\nIn {town} the offices are open when \npeople from {town} are free, and \nmore of them came. \n\n"
        for heading, town in zip(headings, towns, strict=False)
    )


def test_headings_of_the_same_words_have_the_same_rank() -> None:
    found = blocks(under("Opening \nhours", "Evenings", "Opening hours", "Mornings"))
    assert [(block.text, block.level) for block in found if block.kind == "heading"] == [
        ("Opening hours", 2),
        ("Evenings", 3),
        ("Opening hours", 2),
        ("Mornings", 3),
    ]


def test_a_chapter_called_as_a_part_is_keeps_below_it() -> None:
    facts = "Evenings\n\n21\nNumber of offices\n\n12 \nNumber of towns\n\n9\nNumber of days\n\n"
    found = [block for block in blocks(under("Opening hours", "Evenings") + facts) if block.kind == "heading"]
    assert [(block.text, block.level) for block in found] == [("Opening hours", 3), ("Evenings", 2), ("Evenings", 1)]
