"""Passages stand where a reader would look them up, and their sentences stand in them. Texts are made up."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import Block
from corpus.lines import blocks
from corpus.passages import LIMIT, passages

PART = Block("heading", "Part One: How it went", level=1)
UNDER = Block("heading", "Staff", level=2)
NUMBERED = Block("heading", "Scorecard", level=1, number="3")


def places(*given):
    return [str(passage.locator) for passage in passages("sample", given)]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        pytest.param(Block("paragraph", "It fell.", number="2.6"), "paragraph 2.6", id="paragraph"),
        pytest.param(Block("paragraph", "It fell.", number="Summary 8"), "Summary, paragraph 8", id="int"),
        pytest.param(Block("paragraph", "It fell.", number="Annex A 4"), "Annex A, paragraph 4", id="annex"),
        pytest.param(Block("paragraph", "Do.", number="recommendation a"), "recommendation a", id="letter"),
        pytest.param(Block("paragraph", "It fell.", place="Figure 11"), "Figure 11", id="told"),
        pytest.param(Block("paragraph", "It fell."), "Section: Staff", id="section"),
        pytest.param(Block("caption", "Staff by grade", number="Figure 7"), "Figure 7", id="caption"),
        pytest.param(Block("note", "One.", number="note 3", of="Figure 1"), "Figure 1, note 3", id="of"),
        pytest.param(Block("note", "A note.", of="Figure 11"), "Figure 11", id="note-without-number"),
        pytest.param(Block("note", "A note.", number="note 1"), "note 1", id="note"),
        pytest.param(Block("note", "A note.", number="footnote 8"), "footnote 8", id="footnote"),
        pytest.param(Block("keyfact", "36 units", place="Key facts"), "Key facts", id="key-fact"),
    ],
)  # fmt: skip
def test_places(block, place):
    assert places(PART, UNDER, block) == [place]


def test_a_heading_with_a_number_is_cited_with_it():
    assert places(NUMBERED, Block("paragraph", "It fell.")) == ["Section 3: Scorecard"]


def test_sections_are_the_path_of_headings():
    found = passages("sample", [PART, UNDER, Block("paragraph", "One."), NUMBERED, Block("paragraph", "Two.")])
    assert [passage.section for passage in found] == [("Part One: How it went", "Staff"), ("3. Scorecard",)]


def test_a_list_is_one_passage_with_its_lead_in():
    items = [
        Block("paragraph", "It aims to:", number="2.1"),
        *(Block("item", f"aim {n};", number="2.1") for n in "ab"),
    ]
    (passage,) = passages("sample", items)
    assert passage.text == "It aims to:\naim a;\naim b;"
    assert passage.sentences == ("It aims to:", "aim a;", "aim b;")
    assert passage.kind == "item"


def test_a_long_list_is_several_passages_that_all_have_the_lead_in():
    items = [Block("paragraph", "It aims to:"), *(Block("item", f"{n} " + "aim " * 100) for n in range(6))]
    found = passages("sample", items)
    assert len(found) > 1
    assert all(passage.text.startswith("It aims to:\n") and len(passage.text) <= LIMIT + 20 for passage in found)
    assert sum(passage.text.count("\n") for passage in found) == 6


def test_a_figure_inside_a_list_does_not_part_it():
    mixed = [
        Block("paragraph", "It aims to:"),
        Block("item", "one"),
        Block("note", "Aside.", of="Figure 1"),
        Block("item", "two"),
    ]
    assert [passage.text for passage in passages("sample", mixed)] == ["It aims to:\none\ntwo", "Aside."]


def test_a_caption_has_its_message_and_source_though_notes_stand_between():
    lines = [Block("caption", text, number="Figure 1") for text in ("Staff", "Staff rose", "Source: Us")]
    lines.insert(2, Block("note", "A note.", number="note 1", of="Figure 1"))
    assert [passage.text for passage in passages("sample", lines)] == [
        "Staff\nStaff rose\nSource: Us",
        "A note.",
    ]


KINDS = st.sampled_from(["heading", "paragraph", "item", "caption", "note", "keyfact", "table"])
WORDS = st.text("abc ABC.:;5", min_size=1, max_size=40).map(str.strip).filter(bool)
BLOCKS = st.builds(
    Block, KINDS, WORDS, level=st.integers(1, 3), number=st.sampled_from(["", "2.6", "note 1", "Figure 2"])
)


@given(st.lists(BLOCKS, max_size=12))
def test_every_text_is_in_a_passage_and_every_sentence_in_its_passage(given):
    found = passages("sample", given)
    for passage in found:
        assert passage.locator.place
        assert all(sentence in passage.text for sentence in passage.sentences)
    lines = {line for passage in found for line in passage.text.split("\n")}
    assert {block.text for block in given if block.kind not in ("heading", "table")} <= lines


def test_facts_of_the_real_texts_stand_at_their_places():
    folder = os.environ.get("PUBLICATIONS")
    if not folder:
        pytest.skip("PUBLICATIONS names no folder of the real texts")
    text = (Path(folder) / "nao-probation-service-2025.txt").read_text(encoding="utf-8")
    found = passages("report", blocks(text))
    facts = {
        "paragraph 1.2": "£1.45 billion",
        "paragraph 2.6": "1,479 FTE POs",
        "paragraph 2.17": "prioritised places for individuals",
        "Figure 8, note 5": "17%",
        "Figure 1, note 2": "pre-sentence report is",
        "recommendation b": "change load",
        "Summary, paragraph 18": "£20.9 billion",
        "footnote 10": "methodology",
        "Key facts": "£1.45bn",
    }
    for place, words in facts.items():
        assert any(words in passage.text for passage in found if str(passage.locator) == place), place
