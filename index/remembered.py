"""Vectors kept for a while, so that a text embedded for one purpose is not embedded again for another."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from index.embed import Embedder, Vector

KEPT = 1000  # vectors; of 384 numbers each, about 12 MB


class Remembered:
    """An embedder that embeds only what it has not embedded lately."""

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        """`embedder` does the work; the last `kept` vectors are kept."""
        self.name = embedder.name
        self._embedder = embedder
        self._kept = kept
        self._vectors: OrderedDict[str, Vector] = OrderedDict()
        self._using = Lock()

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector of length 1 for each text, in order; one call of the embedder for all that are new."""
        with self._using:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, self._embedder.embed(new) if new else (), strict=True))
        with self._using:
            for text in texts:
                self._vectors[text] = known[text]
                self._vectors.move_to_end(text)
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
        return [known[text] for text in texts]
