"""A text is embedded once for as long as its vector is kept."""

from index.remembered import Remembered


class Counting:
    """An embedder that keeps what it was asked."""

    name = "counting"

    def __init__(self):
        self.calls = []

    def embed(self, texts):
        self.calls.append(list(texts))
        return [[float(len(text))] for text in texts]


def test_what_was_embedded_is_not_embedded_again():
    counting = Counting()
    remembered = Remembered(counting)
    assert remembered.embed(["boat", "lantern"]) == [[4.0], [7.0]]
    assert remembered.embed(["lantern", "oar", "boat"]) == [[7.0], [3.0], [4.0]]
    assert counting.calls == [["boat", "lantern"], ["oar"]]


def test_all_known_asks_nothing():
    counting = Counting()
    remembered = Remembered(counting)
    remembered.embed(["boat"])
    remembered.embed(["boat", "boat"])
    assert counting.calls == [["boat"]]


def test_a_text_that_stands_twice_is_embedded_once():
    counting = Counting()
    assert Remembered(counting).embed(["boat", "boat"]) == [[4.0], [4.0]]
    assert counting.calls == [["boat"]]


def test_the_longest_unused_is_forgotten_first():
    counting = Counting()
    remembered = Remembered(counting, kept=2)
    remembered.embed(["a", "bb"])
    remembered.embed(["a"])
    remembered.embed(["ccc"])
    remembered.embed(["a", "bb"])
    assert counting.calls == [["a", "bb"], ["ccc"], ["bb"]]


def test_more_texts_than_are_kept_all_get_their_vectors():
    assert Remembered(Counting(), kept=1).embed(["a", "bb", "ccc"]) == [[1.0], [2.0], [3.0]]


def test_it_is_named_as_the_model_is():
    assert Remembered(Counting()).name == "counting"
