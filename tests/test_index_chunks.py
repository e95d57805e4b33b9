from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Document, Locator, Passage, Publication, Table
from index.chunks import chunks, windows

PUBLICATION = Publication(id="made-up", title="Made-up Bulletin")
PASSAGE = Passage(
    text="All is made up. Even this.",
    sentences=("All is made up.", "Even this."),
    locator=Locator("made-up", "paragraph 1.1"),
    section=("Results",),
)
TABLE = Table(
    locator=Locator("made-up", "Table 1"),
    title="Made-up measures",
    headers=("Measure", "Performance (%)", "Change"),
    rows=(("XX001 - Plans", "50.0", ""), ("XX002 - Starts", "60.0", "1.0pp")),
    section=("Results",),
)


def document(*passages, tables=()):
    return Document(publication=PUBLICATION, passages=passages, tables=tables)


def test_a_passage_is_one_chunk_that_knows_its_surroundings():
    (chunk,) = chunks(document(PASSAGE))
    assert (chunk.text, chunk.locator, chunk.passage) == (PASSAGE.text, PASSAGE.locator, PASSAGE)
    assert chunk.heading == "Made-up Bulletin > Results"
    assert list(chunk.parts.values()) == [f"Made-up Bulletin > Results\n{PASSAGE.text}"]


def test_each_row_of_a_table_is_a_chunk_with_its_headers():
    first, second = chunks(document(tables=(TABLE,)))
    assert first.text.startswith("XX001 - Plans | Performance (%): 50.0")
    assert (first.row, second.row, second.table) == (0, 1, TABLE)
    assert str(second.locator) == "Table 1, XX002 - Starts"
    assert "Made-up measures" in second.heading


def test_the_same_words_at_the_same_place_are_one_chunk_under_the_same_id():
    again = chunks(document(PASSAGE, PASSAGE))
    assert [chunk.id for chunk in again] == [chunk.id for chunk in chunks(document(PASSAGE))]


def test_changed_words_or_another_place_have_another_id():
    moved = replace(PASSAGE, locator=Locator("made-up", "paragraph 1.2"))
    changed = replace(PASSAGE, text="All is changed.")
    found = chunks(document(PASSAGE, moved, changed))
    assert len({chunk.id for chunk in found}) == 3
    assert all(chunk.id.startswith("made-up:") for chunk in found)


def test_a_long_passage_is_embedded_in_parts_that_all_name_its_surroundings():
    sentences = tuple(f"Sentence {n} has some six words." for n in range(60))
    long = Passage(text=" ".join(sentences), sentences=sentences, locator=PASSAGE.locator)
    (chunk,) = chunks(document(long))
    assert len(chunk.parts) > 1
    assert all(part.startswith("Made-up Bulletin\n") for part in chunk.parts.values())


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(5, 50))
def test_windows_lose_no_sentence_keep_their_order_and_their_bound(lengths, longest):
    sentences = [" ".join([f"w{n}"] * length) for n, length in enumerate(lengths)]
    runs = windows(sentences, longest)
    assert list(dict.fromkeys(word for run in runs for word in run.split())) == [f"w{n}" for n in range(len(lengths))]
    assert all(len(run.split()) <= longest or run in sentences for run in runs)
