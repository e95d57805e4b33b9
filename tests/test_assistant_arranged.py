"""Passages and tables, read apart, in the order of the publication again."""

from hypothesis import given
from hypothesis import strategies as st
from made_up import bulletins

from assistant.arranged import arranged
from corpus.models import Document, Locator, Note, Passage, Publication, Table

NAME = "sample"


def passage(text, place="Opening", section=(), kind="body"):
    return Passage(text=text, sentences=(text,), locator=Locator(NAME, place), section=section, kind=kind)


def table(place, title="", section=(), notes=()):
    return Table(
        locator=Locator(NAME, place), title=title, headers=("a", "b"), rows=(("x", "1"),), section=section, notes=notes
    )


def reading(passages, tables=()):
    return arranged(Document(publication=Publication(id=NAME, title="Sample"), passages=passages, tables=tables))


def order(read):
    """The headings, the texts and the places of tables, in order."""
    found = []
    for section in read.sections:
        found.append((section.depth, section.heading))
        found += [block.table.locator.place if block.table else block.passages[0].text for block in section.blocks]
    return found


def test_headings_come_once_with_those_above_them():
    read = reading((
        passage("Before all."),
        passage("One.", section=("A", "B")),
        passage("Two.", section=("A", "B")),
        passage("Three.", section=("A", "C", "D")),
        passage("Four.", section=("E",)),
    ))  # fmt: skip
    assert order(read) == [
        (0, ""), "Before all.", (1, "A"), (2, "B"), "One.", "Two.", (2, "C"), (3, "D"), "Three.", (1, "E"), "Four.",
    ]  # fmt: skip


def test_a_table_takes_the_place_of_its_caption_and_has_its_notes_beneath():
    note = Note("note 1", "Counted in June.")
    read = reading(
        (
            passage("Before.", section=("A",)),
            passage("Boats by port.", "Table 1", ("A",), "caption"),
            passage("After.", section=("A",)),
            passage(note.text, "note 1", ("A",), "note"),
            passage("Of something else.", "note 2", ("A",), "note"),
        ),
        (table("Table 1", "Boats by port", notes=(note,)),),
    )
    assert order(read) == [(1, "A"), "Before.", "Table 1", "After.", "Of something else."]
    (block,) = (block for block in read.blocks if block.table)
    assert [found.text for found in block.notes] == [note.text]


def test_a_caption_that_says_more_than_the_title_is_kept():
    said = "Boats by port\nMore boats were counted than in any year before, says the figure in so many words."
    read = reading((passage(said, "Figure 1", kind="caption"),), (table("Figure 1", "Boats by port"),))
    assert order(read) == [(0, ""), said, "Figure 1"]


def test_a_table_without_a_caption_ends_its_section_before_the_next_with_one():
    read = reading(
        (
            passage("One.", section=("2. Boats",)),
            passage("Ratings.", "Table 1", ("2. Boats",), "caption"),
            passage("Two.", section=("2. Boats",)),
            passage("Three.", section=("3. Lamps",)),
        ),
        (
            table("Section 2: Boats", section=("2: Boats",)),
            table("Table 1", "Ratings"),
            table("Section 3: Lamps", section=("3: Lamps",)),
        ),
    )
    assert order(read) == [
        (1, "2. Boats"), "One.", "Section 2: Boats", "Table 1", "Two.", (1, "3. Lamps"), "Three.", "Section 3: Lamps",
    ]  # fmt: skip


def test_a_table_of_a_section_with_parts_stands_at_its_beginning():
    read = reading(
        (passage("One.", section=("2. Boats", "Oars")), passage("Two.", section=("2. Boats", "Sails"))),
        (table("Section 2: Boats", section=("2: Boats",)),),
    )
    assert order(read) == [
        (1, "2. Boats"), "Section 2: Boats", (2, "Oars"), "One.", (2, "Sails"), "Two.",
    ]  # fmt: skip


def test_a_table_of_a_section_without_text_has_its_heading():
    read = reading(
        (passage("One.", section=("1. Oars",)), passage("Note.", section=("Notes",))),
        (table("Section 1: Oars", section=("1: Oars",)), table("Section 2: Boats", section=("2: Boats",))),
    )
    assert order(read) == [
        (1, "1. Oars"), "One.", "Section 1: Oars", (1, "2. Boats"), "Section 2: Boats", (1, "Notes"), "Note.",
    ]  # fmt: skip


def test_a_document_of_tables_alone_is_read():
    assert order(reading((), (table("Table 1"), table("Table 2")))) == [(0, ""), "Table 1", "Table 2"]


def test_the_tables_of_a_real_layout_stand_in_their_sections():
    for document in bulletins():
        read = arranged(document)
        places = [[b.table.locator.place for b in s.blocks if b.table] for s in read.sections]
        assert [found for found in places if found][:2] == [["Section 2: Probation Scorecard", "Table 1"], ["Table 2"]]


PATHS = st.lists(st.sampled_from(["A", "B", "1. C"]), max_size=3).map(tuple)
KINDS = st.sampled_from(["body", "note", "caption", "item"])
PLACES = st.sampled_from(["Table 1", "Table 2", "paragraph 1.1", "Opening", ""])
PASSAGES = st.lists(st.builds(passage, st.text(min_size=1), PLACES, PATHS, KINDS), max_size=8)
TABLES = st.lists(st.builds(table, PLACES, st.sampled_from(["", "T"]), PATHS), max_size=4)


@given(PASSAGES, TABLES)
def test_nothing_is_lost_or_repeated_and_every_place_has_a_name_of_its_own(passages, tables):
    read = reading(tuple(passages), tuple(tables))
    shown = [block.passages[0] for block in read.blocks if block.passages]
    captions = [p for p in passages if p.kind == "caption" and p.locator.place in {t.locator.place for t in tables}]
    assert all(any(p is one for one in (*shown, *captions)) for p in passages)
    assert [p for p in passages if any(p is one for one in shown)] == shown
    assert sorted(t.locator.place for t in tables) == sorted(b.place for b in read.blocks if b.table)
    names = [s.anchor for s in read.sections] + [b.anchor for b in read.blocks]
    assert len(names) == len(set(names))
