"""How long things take, each beside a reference timed in the same run, so that a slow machine slows both.

cold start   `probation ask` of a figure question beside `python -c "import chromadb"`, in turn
warm         questions in one process; passage questions beside one bare query embedding each
draft        the longest of our drafts checked in that process, beside embedding its sentences in one batch
ingest       into an empty store beside bare embedding of the same texts; then once more, unchanged
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from corpus.models import Document
from corpus.sentences import split
from evals.drafts import Check, read_sentences
from evals.drafts_sets import DRAFTS
from evals.generate import FIGURES, PASSAGES
from evals.questions import Question, read_questions
from evals.replies import COMMAND
from evals.report import percentile
from index.embed import Embedder, MiniLM, Vector
from index.store import BATCH, Store, embedded

Seen = Callable[[], None]


class Counting:
    """An embedder that counts the texts it was given."""

    def __init__(self, embedder: Embedder) -> None:
        """Count from nothing."""
        self.name, self.count, self._embedder = embedder.name, 0, embedder

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """What the embedder gives."""
        self.count += len(texts)
        return self._embedder.embed(texts)


def asked(path: Path) -> list[Question]:
    """The questions of a file that can be answered."""
    return [question for question in read_questions(path) if question.status == "answered"]


def steps(pairs: int) -> int:
    """How often `measure` says that it has done something."""
    return 4 + pairs + len(asked(FIGURES)) + len(asked(PASSAGES))


def measure(pairs: int, seen: Seen) -> dict[str, str]:
    """Every timing, by its name, in an order that reads well; the store is a temporary one."""
    figures, passages = asked(FIGURES), asked(PASSAGES)
    with tempfile.TemporaryDirectory() as folder:
        home, embedder = Path(folder), Counting(MiniLM())
        embedder.embed(["loads the model"])
        ingested = ingest(home, embedder, documents, seen)
        cold = _cold(home, figures[0], pairs, seen)
        return cold | _warm(home, figures, passages, embedder, seen) | _draft(home, embedder, seen) | ingested


def documents() -> tuple[Document, ...]:
    """The library, and in its place the real texts where PUBLICATIONS names their folder."""
    from corpus import library
    from corpus.files import files
    from corpus.read import read

    folder = os.environ.get("PUBLICATIONS")
    shipped = library.documents()
    return tuple(read(path, shipped) for path in files(Path(folder))) if folder else shipped


def ingest(
    home: Path, embedder: Counting, publications: Callable[[], tuple[Document, ...]], seen: Seen
) -> dict[str, str]:
    """Bare embedding of what is read, ingest of it into an empty store, and ingest of it read again."""
    held = publications()
    texts = sorted({text for document in held for text in embedded(document).values()}, key=len)
    bare = _seconds(lambda: [embedder.embed(texts[n : n + BATCH]) for n in range(0, len(texts), BATCH)])
    seen()
    store = Store(home, embedder, library=tuple)
    first = _seconds(lambda: [store.ingest(document) for document in publications()])
    seen()
    before = embedder.count
    again = _seconds(lambda: [store.ingest(document) for document in publications()])
    seen()
    return {
        f"ingest of {len(held)} publications, {len(texts)} texts": f"{first:.1f} s",
        "bare embedding of the same texts": f"{bare:.1f} s",
        "ingest to bare embedding": f"{first / bare:.2f}",
        "ingest once more, unchanged": f"{again:.1f} s, {embedder.count - before} texts embedded",
    }


def _cold(home: Path, question: Question, pairs: int, seen: Seen) -> dict[str, str]:
    """Whole processes, ours and the reference in turn."""
    ours: list[float] = []
    reference: list[float] = []
    for _ in range(pairs):
        ours.append(_process([*COMMAND, "ask", question.turns[-1]], home))
        reference.append(_process([sys.executable, "-c", "import chromadb"], home))
        seen()
    ratio = statistics.median(mine / other for mine, other in zip(ours, reference, strict=True))
    return {
        "probation ask, cold, median": f"{statistics.median(ours):.2f} s",
        "import chromadb, cold, median": f"{statistics.median(reference):.2f} s",
        f"ratio, median of {pairs} pairs": f"{ratio:.2f}",
    }


def _process(command: Sequence[str], home: Path) -> float:
    environment = {**os.environ, "PROBATION_HOME": str(home)}
    return _seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))


def _warm(
    home: Path, figures: Sequence[Question], passages: Sequence[Question], embedder: Embedder, seen: Seen
) -> dict[str, str]:
    """Every question once in one process, after one of its kind that is not timed."""
    from assistant.answer import Assistant

    assistant = Assistant.open(home)
    assistant.ask(list(figures[0].turns))
    figure = list(_timed(lambda one: assistant.ask(list(one.turns)), figures, seen))
    assistant.ask(list(passages[0].turns))
    passage: list[float] = []
    bare: list[float] = []
    for question in passages:
        bare.append(_seconds(partial(embedder.embed, [question.turns[-1]])))
        passage += _timed(lambda one: assistant.ask(list(one.turns)), [question], seen)
    reference = statistics.median(bare)
    return {
        f"{len(figure)} figure questions, warm, median": _milliseconds(statistics.median(figure)),
        f"{len(figure)} figure questions, warm, 95th percentile": _milliseconds(percentile(figure, 95)),
        f"{len(passage)} passage questions, warm, median": _milliseconds(statistics.median(passage)),
        f"{len(passage)} passage questions, warm, 95th percentile": _milliseconds(percentile(passage, 95)),
        "one bare query embedding, median": _milliseconds(reference),
        "passage question, 95th percentile, to bare embedding": f"{percentile(passage, 95) / reference:.2f}",
    }


def _draft(home: Path, embedder: Embedder, seen: Seen) -> dict[str, str]:
    """A draft of several pages checked once, after another draft that is not timed."""
    from assistant.answer import Assistant

    drafts = sorted((draft.text for draft in read_sentences(DRAFTS)), key=lambda text: len(text.split()))
    assistant = Assistant.open(home)
    assistant.check(drafts[0])
    rows = checked(drafts[-1], assistant.check, embedder)
    seen()
    return rows


def checked(text: str, check: Check, embedder: Embedder) -> dict[str, str]:
    """A check of a text not seen before, between two embeddings of its sentences, whose mean is the reference."""
    sentences = list(split(text))
    before = _seconds(lambda: embedder.embed(sentences))
    took = _seconds(lambda: check(text))
    after = _seconds(lambda: embedder.embed(sentences))
    reference = (before + after) / 2
    return {
        f"check of a draft of {len(text.split())} words, warm": f"{took:.2f} s",
        f"its {len(sentences)} sentences embedded in one batch": f"{reference:.2f} s",
        "check of a draft to embedding its sentences": f"{took / reference:.2f}",
    }


def _timed(work: Callable[[Question], Any], questions: Iterable[Question], seen: Seen) -> Iterable[float]:
    for question in questions:
        yield _seconds(partial(work, question))
        seen()


def _seconds(work: Callable[[], Any]) -> float:
    """How long work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
