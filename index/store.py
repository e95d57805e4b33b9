"""What is held: documents on a shelf, vectors of their chunks in Chroma. The only door to chromadb.

    home/store.json, documents/    see index/shelf.py
    home/chroma/                   a vector for each part of a chunk, under an id that changes with its words
    home/generation                changes with every change of chroma/, so that other processes look again
    home/*.lock                    one process changes the store at a time; one uses Chroma at a time

The documents are the truth and the vectors follow from them: vectors are added before a document is
replaced and taken away after, so a crash leaves the old publication answering.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from corpus import library as shipped
from corpus.errors import UnusableStore
from corpus.models import Document
from index.chunks import chunks
from index.embed import Embedder, Vector
from index.shelf import Shelf, start_again, unusable

BATCH = 64  # texts embedded between two reports of progress
PATIENCE = 600  # seconds to wait for another process

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

    def nearest(self, text: str, count: int) -> list[tuple[str, float]]:
        """The ids of the parts of chunks nearest in meaning, with their cosine, best first. See prepare."""
        return self._vectors.nearest(self._embedder.embed([text])[0], count)

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
        self._collection: Any = None
        self._opened_at = ""  # the generation that was read

    def keys(self, publication: str = "") -> set[str]:
        """The keys there are, or those of one publication."""
        if not self._folder.is_dir():
            return set()
        with self._chroma() as collection:
            where = {"publication": publication} if publication else None
            return set(collection.get(where=where, include=[])["ids"])

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Add vectors under their keys."""
        with self._chroma(change=True) as collection:
            publications = [{"publication": k.rpartition(":")[0]} for k in vectors]
            collection.upsert(ids=list(vectors), embeddings=list(vectors.values()), metadatas=publications)

    def drop(self, keys: set[str]) -> None:
        """Take vectors away."""
        ordered = sorted(keys)
        for start in range(0, len(ordered), BATCH):
            with self._chroma(change=True) as collection:
                collection.delete(ids=ordered[start : start + BATCH])

    def nearest(self, vector: Vector, count: int) -> list[tuple[str, float]]:
        """The nearest keys with their cosine, -1 to 1, best first."""
        if not self._folder.is_dir():
            return []
        with self._chroma() as collection:
            found = collection.query(query_embeddings=[vector], n_results=count, include=["distances"])
            return [(k, 1 - distance) for k, distance in zip(found["ids"][0], found["distances"][0], strict=True)]

    @property
    def _folder(self) -> Path:
        return self._home / "chroma"

    @contextmanager
    def _chroma(self, change: bool = False) -> Iterator[Any]:
        """The collection, to one process at a time: a Chroma folder does not stand two."""
        with locked(self._home, "chroma"):
            generation = self._home / "generation"
            try:
                now = generation.read_text() if generation.exists() else ""
                if self._collection is None or now != self._opened_at:
                    self._open()
                if change:
                    now = uuid4().hex
                    generation.write_text(now)
                self._opened_at = now
                yield self._collection
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
        self._collection = self._client.get_or_create_collection(
            "chunks", embedding_function=None, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}
        )


def embedded(document: Document) -> dict[str, str]:
    """The texts of a document that are embedded, by their ids."""
    return {part: text for chunk in chunks(document) for part, text in chunk.parts.items()}


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
