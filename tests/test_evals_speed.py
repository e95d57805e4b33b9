"""What the timings stand on: counted texts, answerable questions, the documents that are ingested."""

from corpus.models import Document, Locator, Passage, Publication
from evals import speed
from evals.generate import FIGURES, PASSAGES
from evals.questions import read_questions


class Lengths:
    """A stand-in embedder: a text's vector is its length."""

    name = "lengths"

    def embed(self, texts):
        return [[float(len(text))] for text in texts]


def made_up():
    """One made-up publication of two passages."""
    texts = ("Made-up statement one.", "Another statement, made up.")
    passages = tuple(
        Passage(text=text, sentences=(text,), locator=Locator("made-up", f"paragraph {number}"))
        for number, text in enumerate(texts, 1)
    )
    return (Document(publication=Publication(id="made-up", title="Made up"), passages=passages),)


def test_embedded_texts_are_counted_and_embedded():
    embedder = speed.Counting(Lengths())
    assert embedder.embed(["a", "bcd"]) == [[1.0], [3.0]]
    assert embedder.embed([]) == []
    assert (embedder.name, embedder.count) == ("lengths", 2)


def test_only_answerable_questions_are_timed():
    timed = speed.asked(FIGURES)
    refused = [question for question in read_questions(FIGURES) if question.status == "not_found"]
    assert timed
    assert refused
    assert not {question.id for question in timed} & {question.id for question in refused}


def test_progress_counts_every_timing():
    assert speed.steps(4) - speed.steps(3) == 1
    assert speed.steps(0) > len(speed.asked(FIGURES)) + len(speed.asked(PASSAGES))


def test_a_draft_is_timed_beside_one_batch_of_its_sentences():
    embedder, given = speed.Counting(Lengths()), []
    text = "Kites rose to 5%. Boats fell to 4%.\n\nBells stood still."
    rows = speed.checked(text, given.append, embedder)
    assert given == [text]
    assert embedder.count == 2 * 3
    assert list(rows) == [
        "check of a draft of 11 words, warm",
        "its 3 sentences embedded in one batch",
        "check of a draft to embedding its sentences",
    ]


def test_unchanged_documents_embed_nothing_the_second_time(tmp_path):
    seen = []
    rows = speed.ingest(tmp_path, speed.Counting(Lengths()), made_up, lambda: seen.append(1))
    assert rows["ingest once more, unchanged"].endswith(", 0 texts embedded")
    assert "ingest of 1 publications, 2 texts" in rows
    assert len(seen) == 3
