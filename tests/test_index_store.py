import json
import multiprocessing
import os
import subprocess
import sys
from types import ModuleType

import pytest

from corpus.errors import UnusableStore
from corpus.models import Document, Locator, Passage, Publication
from index.store import Store


class WordCounts:
    """A stand-in that counts a few words, so that nearness is worked out by hand. Keeps what it embedded."""

    words = ("supervision", "release", "order", "region")

    def __init__(self, name="word-counts", fail_after=None):
        self.name = name
        self.seen = []
        self._fail_after = fail_after

    def embed(self, texts):
        self.seen += texts
        if self._fail_after is not None and len(self.seen) > self._fail_after:
            raise RuntimeError("made-up crash")
        return [[1.0, *(float(text.lower().count(word)) for word in self.words)] for text in texts]


def made_up(publication, *texts, title="Made up"):
    return Document(
        publication=Publication(id=publication, title=title),
        passages=tuple(
            Passage(text=text, sentences=(text,), locator=Locator(publication, f"paragraph {n}"))
            for n, text in enumerate(texts, 1)
        ),
    )


LIBRARY = (made_up("a", "An order in the library."), made_up("b", "A release in the library."))
FULL = made_up("a", "The order in full.", "And its region.")


def library():
    return LIBRARY


@pytest.fixture
def embedder():
    return WordCounts()


@pytest.fixture
def store(tmp_path, embedder):
    return Store(tmp_path / "home", embedder, library)


def ids(store):
    return [document.publication.id for document in store.documents()]


def test_with_nothing_ingested_the_library_is_held_and_no_folder_made(store, tmp_path):
    assert store.documents() == LIBRARY
    assert list(tmp_path.iterdir()) == []


def test_an_ingested_publication_takes_the_place_of_the_librarys(store):
    assert store.ingest(FULL)
    assert store.documents() == (FULL, LIBRARY[1])
    store.ingest(made_up("c", "Another."))
    assert ids(store) == ["a", "b", "c"]


def test_ingesting_again_embeds_nothing(store, embedder):
    store.ingest(FULL)
    before = len(embedder.seen)
    assert not store.ingest(FULL)
    assert len(embedder.seen) == before == 2


def test_only_changed_passages_are_embedded(store, embedder):
    store.ingest(FULL)
    embedder.seen.clear()
    assert store.ingest(made_up("a", "The order in full.", "And its other region."))
    assert [text.splitlines()[-1] for text in embedder.seen] == ["And its other region."]


def test_progress_reaches_the_whole(store):
    reported = []
    store.ingest(made_up("a", *(f"Text {n}." for n in range(150))), lambda done, total: reported.append((done, total)))
    assert reported == [(0, 150), (64, 150), (128, 150), (150, 150)]


def test_prepare_embeds_the_library_once_and_search_finds_it(store, embedder):
    store.prepare()
    embedder.seen.clear()
    store.prepare()
    assert embedder.seen == []
    (nearest, cosine), _ = store.nearest("release", 2)
    assert nearest.startswith("b:")
    assert 0 < cosine <= 1.0001


def test_vectors_of_what_is_held_no_longer_go(store):
    store.prepare()
    store.ingest(FULL)
    assert len(store.nearest("order", 10)) == 3  # two of the full text, one of the library's other document


def test_a_removed_publication_gives_way_to_the_librarys(store):
    store.ingest(FULL)
    assert store.remove("a")
    assert not store.remove("a")
    store.prepare()
    assert store.documents() == LIBRARY
    assert len(store.nearest("order", 10)) == 2


def test_a_crash_half_way_leaves_the_old_publication_answering(tmp_path, embedder):
    home = tmp_path / "home"
    Store(home, embedder, library).ingest(FULL)
    longer = made_up("a", *(f"New text {n} on release." for n in range(100)))
    with pytest.raises(RuntimeError):
        Store(home, WordCounts(fail_after=70), library).ingest(longer)
    again = Store(home, embedder, library)
    assert again.documents()[0] == FULL
    again.prepare()
    assert len(again.nearest("release", 200)) == 3  # nothing is left of the half
    assert again.ingest(longer)
    assert again.documents()[0] == longer


def test_another_process_sees_what_was_ingested_meanwhile(store, tmp_path, embedder):
    store.prepare()
    store.nearest("order", 1)
    Store(tmp_path / "home", embedder, library).ingest(made_up("c", "Supervision, supervision."))
    assert store.nearest("supervision", 1)[0][0].startswith("c:")
    assert ids(store) == ["a", "b", "c"]


def _ingest(home, publication):
    store = Store(home, WordCounts(), library)
    for edition in range(3):
        store.ingest(made_up(publication, *(f"{publication} {edition} text {n}." for n in range(80))))


def test_processes_that_ingest_at_once_lose_nothing(tmp_path, embedder, monkeypatch):
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # another test may have left a page's script
    home = tmp_path / "home"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_ingest, args=(home, name)) for name in ("c", "d")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    store = Store(home, embedder, library)
    store.prepare()
    assert len(embedder.seen) == 2  # only the library's; all of the others' vectors are there
    assert ids(store) == ["a", "b", "c", "d"]


def test_a_store_of_another_model_is_refused_with_the_remedy(store, tmp_path):
    store.ingest(FULL)
    other = Store(tmp_path / "home", WordCounts(name="other-model"), library)
    for use in (other.documents, other.prepare, lambda: other.ingest(FULL)):
        with pytest.raises(UnusableStore, match=r"word-counts, not other-model\. Delete the folder .*PROBATION_HOME"):
            use()


def test_a_store_of_another_version_is_refused_with_the_remedy(store, tmp_path):
    store.ingest(FULL)
    label = tmp_path / "home" / "store.json"
    label.write_text(json.dumps(json.loads(label.read_text()) | {"format": 99}))
    with pytest.raises(UnusableStore, match=r"format 99 and this version reads format 1\. Delete"):
        store.documents()


@pytest.mark.parametrize("content", ["", "{", '{"passages": 3}', "[]"])
def test_a_broken_document_is_named_with_the_remedy(store, tmp_path, content):
    store.ingest(FULL)
    broken = tmp_path / "home" / "documents" / "a.json"
    broken.write_text(content)
    with pytest.raises(UnusableStore, match=r"a\.json: is not a document .*ingest the publication again"):
        store.documents()


def test_a_home_that_cannot_be_a_folder_is_named_with_the_remedy(tmp_path, embedder):
    (tmp_path / "file").write_text("not a folder")
    store = Store(tmp_path / "file", embedder, library)
    for use in (lambda: store.ingest(FULL), store.prepare, lambda: store.remove("a")):
        with pytest.raises(UnusableStore, match=r"file: cannot be written to \(.*\)\. .*PROBATION_HOME"):
            use()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_home_answers_from_the_library_and_refuses_to_change(tmp_path, embedder):
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    store = Store(home, embedder, library)
    assert store.documents() == LIBRARY
    with pytest.raises(UnusableStore, match=r"home: cannot be written to \(Permission denied\)\. .*PROBATION_HOME"):
        store.ingest(FULL)


def test_a_broken_index_is_named_with_the_remedy(tmp_path, embedder):
    home = tmp_path / "home"
    (home / "chroma").mkdir(parents=True)
    (home / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(UnusableStore, match=r"chroma: the index cannot be used .*Delete the folder"):
        Store(home, embedder, library).prepare()


@pytest.mark.parametrize("name", ["../outside", "a/b", "..", "ü ?*"])
def test_any_id_stays_inside_the_folder(store, tmp_path, name):
    store.ingest(made_up(name, "A text."))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
    assert len(list((tmp_path / "home" / "documents").iterdir())) == 1
    assert store.documents()[-1].publication.id == name


def test_documents_need_neither_chroma_nor_pytorch(store, tmp_path):
    store.ingest(FULL)
    code = (
        "import sys; from pathlib import Path; from index.embed import MiniLM\n"
        "from index.store import Store\n"
        "class Named: name = 'word-counts'\n"
        f"print(len(Store(Path({str(tmp_path / 'home')!r}), Named(), lambda: ()).documents()))\n"
        "print([m for m in ('torch', 'chromadb', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["1", "[]"]
