"""The notes beneath an answer: sources, how changes are counted, caveats, each once."""

import pytest
from checked import check, check_library

SOURCE = "Source: Made-up Performance Annual, update to March 2032 (Made-up Office, 29 July 2032): "


def test_a_draft_with_nothing_published_in_it_has_no_notes():
    assert check("The pier has 19 lamps.").notes == ()
    assert check("Good afternoon.").notes == ()


def test_the_source_is_named_with_its_publisher_date_and_places():
    notes = check("QM104 was 60.5% in 2031-32. 2 of 4 regions were rated good in 2031-32.").notes
    assert notes[0].startswith(SOURCE)
    assert "Table 2" in notes[0]
    assert "Table 1" in notes[0]


def test_each_publication_is_a_source_of_its_own():
    notes = check("QM104 rose from 60.0% in 2030-31 to 60.5% in 2031-32.").notes
    assert [note.split(" (")[0] for note in notes if note.startswith("Source")] == [
        "Source: Made-up Performance Annual, update to March 2031",
        "Source: Made-up Performance Annual, update to March 2032",
    ]


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        pytest.param("QM104 rose by 0.5 percentage points in 2031-32.", True, id="change"),
        pytest.param("QM104 rose by 0.5% in 2031-32.", True, id="change-in-percent"),
        pytest.param("QM104 was 60.5% in 2031-32.", False, id="value"),
    ],
)
def test_how_changes_are_counted_is_said_where_there_is_one(draft, said):
    notes = check(draft).notes
    assert any("percentage points" in note for note in notes) is said


def test_no_note_is_said_twice():
    draft = "QM103 was 4.6% in 2031-32, above its target of 4.0%. QM103 rose by 1.5 points. It was 3.1% in 2030-31."
    notes = check(draft).notes
    assert len(set(notes)) == len(notes)
    assert sum("a decrease in it is positive" in note for note in notes) == 2, "one note of each bulletin"


def test_what_was_not_found_adds_no_note():
    assert check("QM101 was 64.0% in 2027-28.").notes == ()
    assert not any("Lanterns" in note for note in check("QM104 was 60.5% in 2031-32.").notes)


def test_real_notes_warn_of_the_direction_and_of_rounding_elsewhere():
    notes = " ".join(check_library("SL028 rose to 1.3% in 2024-25, and SL029 was 63.1%.").notes)
    assert "Community Performance Annual, update to March 2025" in notes
    assert "a fall" in notes
    assert "National Audit Office" in notes
