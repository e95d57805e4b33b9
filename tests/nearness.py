"""A stand-in for the embedding model whose cosines are like a real one's: high for texts that share telling words."""

import math
import zlib
from collections.abc import Sequence

from index.words import content, stems

SIZE = 512  # dimensions; few words of one question fall on the same
COMMON = 0.1  # in every vector, so that none is without a direction


class StemVectors:
    """Texts as counts of their telling stems, each at a place worked out from its letters, of length 1."""

    name = "stem-vectors"

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> list[float]:
        vector = [COMMON, *([0.0] * SIZE)]
        for word in content(stems(text)):
            vector[1 + zlib.crc32(word.encode()) % SIZE] += 1.0
        length = math.sqrt(sum(number**2 for number in vector))
        return [number / length for number in vector]
