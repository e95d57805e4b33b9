"""Words of like meaning: the shipped file, and the one direction in which it is read."""

from corpus.thesaurus import thesaurus
from index.question import Thesaurus


def test_every_term_has_other_words_that_are_typed_for_it_each_once():
    assert thesaurus()
    for term, typed in thesaurus().items():
        assert typed, term
        assert term not in typed
        assert len(set(typed)) == len(typed), term
        assert all(word.strip() == word == word.lower() and word for word in (term, *typed)), term


def test_it_is_read_in_one_direction_only():
    found = Thesaurus([("dwelling", ["house"])])
    assert found.like(["hous"]) == {"hous": (frozenset({"dwell"}),)}
    assert found.like(["dwell"]) == {}


def test_a_phrase_stands_for_a_term_only_as_a_whole():
    found = Thesaurus([("accommodation", ["place to live"])])
    assert found.like(["place", "to", "live"]) == {
        "place": (frozenset({"accommod"}),),
        "live": (frozenset({"accommod"}),),
    }
    assert found.like(["place", "live"]) == {}
    assert found.like(["live"]) == {}


def test_a_word_may_be_typed_for_several_terms():
    found = Thesaurus([("prison", ["jail"]), ("custody", ["jail"])])
    assert set(found.like(["jail"])["jail"]) == {frozenset({"prison"}), frozenset({"custodi"})}


def test_a_term_of_small_words_stands_for_nothing():
    assert Thesaurus([("the", ["that"])]).like(["that"]) == {}
