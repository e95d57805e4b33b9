import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from nearness import StemVectors

from corpus import library
from corpus.aliases import aliases
from corpus.models import Document, Locator, Passage, Publication, Table
from corpus.thesaurus import thesaurus
from index.chunks import chunks, with_wordings
from index.search import Searcher
from index.store import Store


class MeaningCounts:
    """A stand-in that counts words by what they mean, so that nearness is worked out by hand."""

    name = "meaning-counts"
    meanings = (("hire", "recruit"), ("office", "building"), ("order", "sentence"))

    def embed(self, texts):
        return [[0.1, *(float(sum(map(text.lower().count, words))) for words in self.meanings)] for text in texts]


def passage(place, *sentences, kind="body"):
    return Passage(text=" ".join(sentences), sentences=sentences, locator=Locator("report", place), kind=kind)


# Everything below is made up.
REPORT = Document(
    publication=Publication(id="report", title="Made-up Report", publisher="Made-up Office"),
    passages=(
        passage("Key facts", "7,777 officers short of target in March 2031", kind="keyfact"),
        passage("paragraph 1.1", "The service has teams in every town.", "Its offices are open on weekdays."),
        passage("paragraph 1.2", "In March 2031 the service was 7,777 officers short of its target.", "It hires."),
        passage("paragraph 1.3", "A community payback order is a sentence of unpaid work in the community."),
        passage("paragraph 1.4", "The unpaid work backlog grew.", "About 40% of orders were late in 2029-30."),
        passage("paragraph 1.5", "The rehabilitation activity requirement began in 2015."),
        passage("footnote 1", "Made-up Office, Unpaid work, https://example.org/unpaid-work", kind="note"),
    ),
)
BULLETINS = tuple(
    Document(
        publication=Publication(id=f"bulletin-{end}", title=f"Made-up Bulletin, update to March {end}"),
        tables=(
            Table(
                locator=Locator(f"bulletin-{end}", "Table 2"),
                title="Measures",
                headers=("Measure", f"Performance April {end - 1} to March {end} (%)", "Target (%)"),
                rows=(("XX001 - Housing on release", str(end - 1980), "90"), ("XX002 - Victims", "80", "85")),
            ),
        ),
    )
    for end in (2030, 2031)
)
SHORT = {"RAR": ("rehabilitation activity requirement",), "somewhere to live": ("housing",)}
ALIASES = replace(aliases(), short_forms=SHORT, publishers={"Made-up Office": ("the bureau",)})
LIKE = {"officer": ("warden",), "unpaid work": ("free labour",)}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("home"), MeaningCounts(), lambda: (REPORT, *BULLETINS))
    return Searcher(store, ALIASES, LIKE)


def first(searcher, question):
    found = searcher.search(question, 1, vectors=False)[0].chunk
    return f"{found.publication.id}, {found.locator}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("where are the offices open?", "report, paragraph 1.1", id="words"),
        pytest.param("are there ofices on wekdays", "report, paragraph 1.1", id="slips"),
        pytest.param("when did the RAR begin?", "report, paragraph 1.5", id="short-form"),
        pytest.param("what is unpaid work?", "report, paragraph 1.3", id="definition"),
        pytest.param("what percentage of unpaid work orders were late?", "report, paragraph 1.4", id="percentage"),
        pytest.param("how many officers short of target?", "report, paragraph 1.2", id="full-statement-of-a-key-fact"),
        pytest.param("housing on release 2030/31", "bulletin-2031, Table 2, XX001 - Housing on release", id="period"),
        pytest.param("somewhere to live, March 2030", "bulletin-2030, Table 2, XX001 - Housing on release", id="alias"),
    ],
)
def test_the_passage_that_answers_comes_first(searcher, question, expected):
    assert first(searcher, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("how many wardens short of target?", "7,777", id="word"),
        pytest.param("how much free labour is late?", "40% of orders", id="phrase"),
    ],
)
def test_a_word_of_like_meaning_finds_the_published_word(searcher, question, expected):
    found = searcher.search(question, 1, vectors=False)[0]
    assert expected in found.chunk.text
    plain = Searcher(searcher._store).search(question, 1, vectors=False)
    assert not plain or plain[0].score < found.score


def test_the_score_is_that_of_the_line_that_answers_best(searcher):
    found = searcher.search("are the offices open on weekdays?", 1)[0]
    assert found.chunk.lines[found.best] == "Its offices are open on weekdays."
    assert found.score == found.lines[found.best] == max(found.lines)
    assert len(found.lines) == len(found.signs) == len(found.chunk.lines) == 2


def test_a_publication_that_is_named_by_who_publishes_it_is_known(searcher):
    assert searcher.understood("what does the bureau say of orders?").named == {"report"}
    assert searcher.understood("what is said of orders?").named == frozenset()


def test_meaning_finds_what_words_do_not(searcher):
    assert searcher.search("recruitment", vectors=False) == []
    found = searcher.search("recruitment", 1)[0]
    assert str(found.chunk.locator) == "paragraph 1.2"
    assert (found.rank_by_words, found.rank_by_meaning) == (None, 1)


def test_scores_fall_and_stay_within_bounds(searcher):
    scores = [found.score for found in searcher.search("unpaid work orders in 2029-30", 20)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("question", ["", "?", "how many of the", "zzzz qqqq", "😀", "a" * 5000])
def test_any_question_is_searched_without_error(searcher, question):
    assert len(searcher.search(question, 3)) <= 3


def test_the_same_question_finds_the_same_whatever_was_asked_between(searcher):
    before = searcher.search("unpaid work")
    searcher.search("officers")
    assert searcher.search("unpaid work") == before


class Calls(MeaningCounts):
    """The same, counting how often it is called and for how many texts."""

    def __init__(self):
        self.calls = []

    def embed(self, texts):
        self.calls.append(len(texts))
        return super().embed(texts)


def seen(searcher, question):
    """What a search finds, by ids, with the signs."""
    return [(found.chunk.id, found.signs, found.rank_by_meaning) for found in searcher.search(question)]


def test_questions_that_are_expected_are_embedded_together_and_find_the_same(tmp_path, searcher):
    embedder = Calls()
    expecting = Searcher(Store(tmp_path / "home", embedder, lambda: (REPORT, *BULLETINS)), ALIASES, LIKE)
    expecting.search("officers")
    embedder.calls.clear()
    questions = ["recruitment", "unpaid work", "recruitment", "offices"]
    expecting.expect(questions)
    assert set(embedder.calls) == {3}
    embedder.calls.clear()
    assert [seen(expecting, question) for question in questions] == [seen(searcher, one) for one in questions]
    assert embedder.calls == []
    expecting.expect([])
    assert embedder.calls == []
    assert seen(expecting, "unpaid work") == seen(searcher, "unpaid work")


def test_an_empty_store_finds_nothing(tmp_path):
    searcher = Searcher(Store(tmp_path / "home", MeaningCounts(), lambda: ()))
    assert searcher.search("anything") == []
    searcher.expect(["anything"])
    assert searcher.search("anything") == []


def test_words_alone_need_neither_chroma_nor_pytorch(tmp_path):
    code = (
        "import sys; from pathlib import Path; from index.embed import MiniLM\n"
        "from index.search import Searcher; from index.store import Store\n"
        f"store = Store(Path({str(tmp_path / 'home')!r}), MiniLM(), lambda: ())\n"
        "Searcher(store).search('order', vectors=False)\n"
        "print([m for m in ('torch', 'chromadb', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Questions of our own about the real texts: where the first answer stands, and a figure it must hold.
REAL = [
    ("how many SFO notifications in 2023-24", "nao-probation-service-2025", "770"),
    ("extra probation money in the 2025 spending review", "nao-probation-service-2025", "£700 million"),
    ("what share of PDUs were amber or red in 2024-25?", "nao-probation-service-2025", "43%"),
    ("how many probation hostels are there", "hmip-annual-report-2017", "101"),
    ("extra hostel beds planned", "hmip-annual-report-2017", "230"),
    ("serious further offences 2013/14 to latest year", "hmip-annual-report-2017", "517"),
]


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    folder = os.environ.get("PUBLICATIONS")
    if not folder:
        pytest.skip("PUBLICATIONS does not name the folder of the real texts")
    from corpus.read import read

    texts = tuple(read(path) for path in sorted(Path(folder).glob("*.txt")))
    return Searcher(Store(tmp_path_factory.mktemp("home"), MeaningCounts(), lambda: texts), aliases(), thesaurus())


@pytest.mark.parametrize(("question", "publication", "figure"), REAL)
def test_words_alone_find_the_evidence_in_the_real_texts(real, question, publication, figure):
    found = [f.chunk for f in real.search(question, 5, vectors=False)]
    assert any(chunk.publication.id == publication and figure in chunk.text for chunk in found)


EVERY = 9  # of the shipped wordings, one in so many is asked
OWN = Document(
    publication=Publication(id="own", title="Made-up Staffing Review 2031", publisher="Made-up Office"),
    passages=(
        passage("paragraph 4.1", "In 2031 the Marsh had 512 probation officers in training."),
        passage("paragraph 4.2", "Offices of the Marsh reopened after a flood.", "It lasted three weeks."),
    ),
)
NAO = "nao-probation-service-2025"


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A search of a publication with wordings, and of a made-up one without any."""
    held = next(document for document in library.documents() if document.publication.id == NAO)
    store = Store(tmp_path_factory.mktemp("home"), StemVectors(), lambda: (held, OWN))
    return Searcher(store, aliases(), thesaurus()), Searcher(store, aliases(), thesaurus(), unasked={NAO})


def asked_for():
    """Shipped wordings, each with the id of its chunk."""
    (held,) = (document for document in library.documents() if document.publication.id == NAO)
    return [(wording, chunk.id) for chunk in with_wordings(chunks(held)) for _, wording in chunk.asked][::EVERY]


def firsts(searcher):
    """The share of the wordings whose chunk comes first."""
    right = [searcher.search(wording, 1)[0].chunk.id == expected for wording, expected in asked_for()]
    return sum(right) / len(right)


def test_an_everyday_wording_finds_its_statement_and_would_not_without_it(known):
    with_them, without = known
    assert firsts(with_them) > 0.9
    assert firsts(without) < firsts(with_them)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("How many probation officers were in training in the Marsh in 2031?", "paragraph 4.1"),
        ("How long did the flood last in the Marsh?", "paragraph 4.2"),
        ("probation officers in training in the Marsh", "paragraph 4.1"),
    ],
)
def test_a_publication_without_wordings_is_found_beside_one_with(known, question, place):
    found = known[0].search(question, 3)
    assert (found[0].chunk.publication.id, str(found[0].chunk.locator)) == ("own", place)
    assert found[0].read.is_unasked
