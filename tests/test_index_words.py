import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import Having, Ranking, Vocabulary, content, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("in 2030-31", "in 2030/31", id="years-slash"),
        pytest.param("in 2030-31", "in 2030 to 2031", id="years-to"),
        pytest.param("£1.45bn", "£1.45 billion", id="billion"),
        pytest.param("£26m", "£26 million", id="million"),
        pytest.param("the Service's staff", "the Service staff", id="possessive"),
        pytest.param("Orders supervised", "order supervising", id="stems"),
    ],
)
def test_written_otherwise_but_the_same_words(one, other):
    assert stems(one) == stems(other)


def test_a_hyphenated_word_is_found_in_each_spelling():
    assert set(stems("drop out")) | set(stems("dropout")) == set(stems("drop-out"))


def test_numbers_keep_their_commas_and_decimals():
    assert words("5,636 of 37.2%") == ["5,636", "of", "37.2"]


def test_only_words_that_carry_meaning_are_content():
    assert content(stems("How many orders were there, and how many of the orders ended?")) == ["order", "end"]


@given(st.text())
def test_any_text_gives_words_without_space(text):
    assert all(word and not any(c.isspace() for c in word) for word in words(text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("wrok", "work", id="two-letters-swapped"),
        pytest.param("staf", "staff", id="letter-missing"),
        pytest.param("accomodtion", "accommodation", id="two-slips-in-a-long-word"),
        pytest.param("works", "work", id="other-form-of-a-known-word"),
        pytest.param("worth", "worth", id="known"),
        pytest.param("fork", "fork", id="other-initial"),
        pytest.param("zebra", "zebra", id="nothing-near"),
        pytest.param("1234", "1234", id="number"),
    ],
)
def test_slips_of_spelling_are_mended_to_the_nearest_known_word(typed, expected):
    known = Vocabulary({"work": 9, "worth": 1, "staff": 3, "accommodation": 2})
    assert stems(known.mended(typed)) == stems(expected)


def test_rare_words_count_for_more_and_scores_stay_within_bounds():
    ranking = Ranking([{"order": 1, "rare": 1}, {"order": 3}, {"order": 1, "region": 2}])
    assert ranking.rarity("rare") > ranking.rarity("order")
    assert ranking.rarity("unheard") > ranking.rarity("rare")
    scores = ranking.scores({"order": 1.0, "rare": 1.0})
    assert scores.argmax() == 0
    assert 0 <= scores.min() <= scores.max() <= 1


def test_a_query_of_no_known_word_scores_nothing():
    assert not Ranking([{"order": 1}]).scores({"unheard": 1.0}).any()
    assert Ranking([]).scores({"order": 1.0}).size == 0


SETS = st.lists(st.sets(st.sampled_from("abcd")), max_size=6)


@given(SETS, st.sets(st.sampled_from("abcde")))
def test_which_sets_have_a_word_every_word_or_how_many(sets, wanted):
    having = Having(sets)
    assert having.size == len(sets)
    assert having.one("a").tolist() == ["a" in there for there in sets]
    assert having.all(wanted).tolist() == [wanted <= there for there in sets]
    assert having.count(wanted).tolist() == [len(wanted & there) for there in sets]
