"""What is held: documents on a shelf, vectors of their chunks in Chroma. The only door to chromadb.

    home/store.json, documents/    see index/shelf.py
    home/chroma/                   a vector for each part of a chunk and each wording, under an id that changes with
                                   its words
    home/generation                changes with every change of chroma/, so that other processes look again
    home/*.lock                    one process changes the store at a time; one uses Chroma at a time

The documents are the truth and the vectors follow from them: vectors are added before a document is
replaced and taken away after, so a crash leaves the old publication answering.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from corpus import library as shipped
from corpus.errors import UnusableStore
from corpus.models import Document
from index.chunks import chunks, with_wordings
from index.embed import Embedder, Vector
from index.shelf import Shelf, start_again, unusable

BATCH = 64  # texts embedded between two reports of progress
PATIENCE = 600  # seconds to wait for another process
LOOKED_AT = 1000  # vectors on the way to the nearest: at 200, stores of the same publications found different ones

Kind = Literal["chunks", "wordings"]  # a collection in Chroma
KINDS: tuple[Kind, ...] = ("chunks", "wordings")

Progress = Callable[[int, int], None]  # texts embedded so far, and in all


def quiet(done: int, total: int) -> None:
    """Report nothing."""


class Store:
    """The publications held: those ingested, and those of the library that none of these replaces."""

    def __init__(
        self,
        home: Path,
        embedder: Embedder,
        library: Callable[[], tuple[Document, ...]] = shipped.documents,
    ) -> None:
        """Open nothing yet: an unused store costs nothing and leaves no folder."""
        self.home = home
        self._embedder = embedder
        self._library = library
        self._shelf = Shelf(home, embedder.name)
        self._vectors = Vectors(home)

    @property
    def embedder(self) -> Embedder:
        """What texts and questions are embedded with."""
        return self._embedder

    def documents(self) -> tuple[Document, ...]:
        """The documents held, in a fixed order. Needs neither Chroma nor the model."""
        held = {document.publication.id: document for document in self._shelf.documents()}
        if self._library is shipped.documents and held.keys() >= set(shipped.names()):
            return (*(held.pop(name) for name in shipped.names()), *held.values())  # nothing of the library to read
        in_place = [held.pop(document.publication.id, document) for document in self._library()]
        return (*in_place, *held.values())

    def ingest(self, document: Document, progress: Progress = quiet) -> bool:
        """Hold a document, in place of any of the same id. False if exactly this was held already."""
        with self._changing():
            if self._shelf.holds(document):
                return False
            publication = document.publication.id
            texts, there = embedded(document), self._vectors.keys(publication)
            self._embed({k: text for k, text in texts.items() if k not in there}, progress)
            self._shelf.put(document)
            self._vectors.drop(there - texts.keys())
            return True

    def ingested(self) -> frozenset[str]:
        """The ids of the publications that were ingested: those that can be removed."""
        return frozenset(document.publication.id for document in self._shelf.documents())

    def shipped(self) -> frozenset[str]:
        """The ids of the publications of the library, whether or not another text stands in their place."""
        if self._library is shipped.documents:
            return frozenset(shipped.names())
        return frozenset(document.publication.id for document in self._library())

    def prepare(self, progress: Progress = quiet) -> None:
        """Make the vectors those of the documents held: embed what lacks one, drop what is held no longer."""
        self._shelf.check()
        if self._vectors.keys() == self._wanted().keys():
            return
        with self._changing():
            wanted, there = self._wanted(), self._vectors.keys()
            self._embed({k: text for k, text in wanted.items() if k not in there}, progress)
            self._vectors.drop(there - wanted.keys())

    def remove(self, publication: str) -> bool:
        """Hold an ingested publication no longer; the library's own answers again. False if not held."""
        with self._changing():
            if not any(document.publication.id == publication for document in self._shelf.documents()):
                return False
            self._shelf.drop(publication)
            self._vectors.drop(self._vectors.keys(publication))
            return True

    def nearest(self, text: str, count: int, kind: Kind = "chunks") -> list[tuple[str, float]]:
        """The ids of the parts of chunks, or of the wordings, nearest in meaning, with their cosine, best first.

        See prepare.
        """
        return self.nearest_each([text], count, kind)[0]

    def nearest_each(self, texts: Sequence[str], count: int, kind: Kind = "chunks") -> list[list[tuple[str, float]]]:
        """What is nearest to each of some texts, as `nearest`: embedded and looked up together."""
        return self._vectors.nearest(self._embedder.embed(texts), count, kind)

    def _wanted(self) -> dict[str, str]:
        return {k: text for document in self.documents() for k, text in embedded(document).items()}

    def _embed(self, texts: Mapping[str, str], progress: Progress) -> None:
        if not texts:
            return
        in_length_order = sorted(texts, key=lambda k: len(texts[k]))  # texts of one length need no padding
        for start in range(0, len(texts), BATCH):
            progress(start, len(texts))
            batch = in_length_order[start : start + BATCH]
            self._vectors.put(dict(zip(batch, self._embedder.embed([texts[k] for k in batch]), strict=True)))
        progress(len(texts), len(texts))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Be the only one to change the store."""
        self._shelf.check()
        with unusable(self.home, "cannot be written to"):
            self.home.mkdir(parents=True, exist_ok=True)
        with locked(self.home, "store"):
            self._shelf.open()
            yield


class Vectors:
    """The vectors in Chroma, by id. Opened when first needed, and again when another process changed them."""

    def __init__(self, home: Path) -> None:
        """Open nothing yet."""
        self._home = home
        self._client: Any = None
        self._collections: dict[Kind, Any] = {}
        self._opened_at = ""  # the generation that was read

    def keys(self, publication: str = "") -> set[str]:
        """The keys there are, or those of one publication."""
        if not self._folder.is_dir():
            return set()
        where = {"publication": publication} if publication else None
        with self._chroma() as collections:
            return {k for kind in KINDS for k in collections[kind].get(where=where, include=[])["ids"]}

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Add vectors under their keys."""
        with self._chroma(change=True) as collections:
            for kind, ids in _by_kind(vectors).items():
                publications = [{"publication": k.rpartition(":")[0]} for k in ids]
                collections[kind].upsert(ids=ids, embeddings=[vectors[k] for k in ids], metadatas=publications)

    def drop(self, keys: set[str]) -> None:
        """Take vectors away."""
        for kind, ids in _by_kind(sorted(keys)).items():
            for start in range(0, len(ids), BATCH):
                with self._chroma(change=True) as collections:
                    collections[kind].delete(ids=ids[start : start + BATCH])

    def nearest(self, vectors: Sequence[Vector], count: int, kind: Kind) -> list[list[tuple[str, float]]]:
        """For each vector the nearest keys of a kind with their cosine, -1 to 1, best first, ties by key."""
        if not self._folder.is_dir():
            return [[] for _ in vectors]
        with self._chroma() as collections:
            found = collections[kind].query(query_embeddings=vectors, n_results=count, include=["distances"])
        return [
            [(k, 1 - distance) for distance, k in sorted(zip(distances, ids, strict=True))]
            for ids, distances in zip(found["ids"], found["distances"], strict=True)
        ]

    @property
    def _folder(self) -> Path:
        return self._home / "chroma"

    @contextmanager
    def _chroma(self, change: bool = False) -> Iterator[Any]:
        """The collections, to one process at a time: a Chroma folder does not stand two."""
        with locked(self._home, "chroma"):
            generation = self._home / "generation"
            try:
                now = generation.read_text() if generation.exists() else ""
                if not self._collections or now != self._opened_at:
                    self._open()
                if change:
                    now = uuid4().hex
                    generation.write_text(now)
                self._opened_at = now
                yield self._collections
            except Exception as error:
                what = f"the index cannot be used ({' '.join(str(error).split())[:120]})"
                raise UnusableStore(self._folder, what, start_again(self._folder)) from error

    def _open(self) -> None:
        import chromadb
        from chromadb.config import Settings

        if self._client is not None:
            self._client.close()
        settings = Settings(anonymized_telemetry=False)
        self._client = chromadb.PersistentClient(str(self._folder), settings)
        configuration = {"hnsw": {"space": "cosine", "ef_search": LOOKED_AT}}
        self._collections = {
            kind: self._client.get_or_create_collection(kind, embedding_function=None, configuration=configuration)
            for kind in KINDS
        }
        for collection in self._collections.values():  # made by an earlier version, it keeps what it was made with
            if collection.configuration["hnsw"]["ef_search"] != LOOKED_AT:
                collection.modify(configuration={"hnsw": {"ef_search": LOOKED_AT}})


def embedded(document: Document) -> dict[str, str]:
    """The texts of a document that are embedded, by their ids: the parts of its chunks, and the wordings."""
    return {k: text for chunk in with_wordings(chunks(document)) for k, text in (chunk.parts | chunk.wordings).items()}


def _by_kind(keys: Iterable[str]) -> dict[Kind, list[str]]:
    """Keys by the collection they are of; a wording's has a question mark."""
    found: dict[Kind, list[str]] = {}
    for k in keys:
        found.setdefault("wordings" if "?" in k else "chunks", []).append(k)
    return found


@contextmanager
def locked(home: Path, name: str) -> Iterator[None]:
    """Hold the lock `name` of a store; other processes and threads wait for it."""
    from filelock import FileLock, Timeout

    lock = FileLock(home / f"{name}.lock")  # one object for each use, so that threads exclude each other too
    try:
        with unusable(home, "cannot be written to"):
            lock.acquire(timeout=PATIENCE)
    except Timeout:
        what = f"another process has been using it for {PATIENCE} s"
        raise UnusableStore(home, what, "Wait for it to end, or end it.") from None
    try:
        yield
    finally:
        lock.release()
