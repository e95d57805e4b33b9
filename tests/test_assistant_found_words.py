import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_assistant_arranged import passage, reading, table

from assistant.found_words import excerpt, holds, places, spans, wanted


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        pytest.param("boats", "A boat, two BOATS and a boathouse.", ["boat", "BOATS"], id="any-form-and-case"),
        pytest.param("How many boats counted?", "How they count: a boat.", ["count", "boat"], id="telling-words"),
        pytest.param("the", "The boat of the port.", ["The", "the"], id="only-little-words"),
        pytest.param("80.4", "80.4% of 804", ["80.4"], id="a-number-is-whole"),
        pytest.param("2030/31", "in 2030-31 and 2030", ["2030-31"], id="a-year-however-written"),
        pytest.param("drop-out", "drop-out, dropout", ["drop-out", "dropout"], id="hyphens"),
        pytest.param("", "Boats.", [], id="nothing-typed"),
        pytest.param("?!", "Boats?!", [], id="no-word-typed"),
    ],
)
def test_words_are_found(typed, text, expected):
    assert [text[start:end] for start, end in spans(text, wanted(typed))] == expected


@given(st.text(), st.text())
def test_spans_are_in_order_and_within_the_text(typed, text):
    ends = [at for span in spans(text, wanted(typed)) for at in span]
    assert ends == sorted(ends) and all(0 <= at <= len(text) for at in ends)


@given(st.text(alphabet="ab. \n", max_size=80), st.integers(1, 20))
def test_an_excerpt_is_a_stretch_of_the_text_that_has_what_was_found(text, around):
    words = wanted("ab")
    shown = excerpt(text, words, around)
    assert shown.removeprefix("… ").removesuffix(" …").strip() in text
    assert bool(spans(shown, words)) or not spans(text, words)


def test_an_excerpt_is_where_most_of_the_words_are():
    text = f"One boat. {'Nothing here. ' * 30}A boat in the port with lamps. {'Nothing here. ' * 30}"
    assert "boat in the port with lamps" in excerpt(text, wanted("boat port lamp"), 60)


def test_all_the_words_must_be_in_a_place():
    assert holds("Boats in ports.", wanted("port boat")) and not holds("Boats.", wanted("port boat"))
    assert not holds("Boats.", wanted(""))


def test_places_are_passages_and_rows():
    read = reading((passage("Boats of the x.", "paragraph 1"), passage("Ports.", "paragraph 2")), (table("Table 1"),))
    assert [(hit.place, hit.spot.row) for hit in places(read, wanted("boats"))] == [("paragraph 1", None)]
    assert [(hit.place, hit.spot.row) for hit in places(read, wanted("x"))] == [("paragraph 1", None), ("Table 1", 0)]
    assert places(read, wanted("")) == []
