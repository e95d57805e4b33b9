"""The vectors in Chroma: what is nearest depends on what is held, and on nothing else."""

import chromadb
import numpy as np
import pytest
from chromadb.config import Settings

from index.store import LOOKED_AT, Vectors

SETTINGS = Settings(anonymized_telemetry=False)
COUNT, WIDTH, NEAREST = 3_000, 64, 150


@pytest.fixture(scope="module")
def held():
    """Made-up directions, many of them much alike, as sentences about one subject are."""
    random = np.random.default_rng(8)
    subjects = random.normal(size=(20, WIDTH))
    rows = subjects[random.integers(0, 20, COUNT)] + 0.6 * random.normal(size=(COUNT, WIDTH))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return {f"made-up:{number}": list(map(float, row)) for number, row in enumerate(rows)}


@pytest.fixture(scope="module")
def asked(held):
    random = np.random.default_rng(9)
    return [held[f"made-up:{number}"] for number in random.integers(0, COUNT, 20)]


def test_stores_filled_in_another_order_find_the_same_and_it_is_the_nearest(tmp_path, held, asked):
    found = []
    for name, keys in (("one", list(held)), ("other", sorted(held))):
        vectors = Vectors(tmp_path / name)
        (tmp_path / name / "chroma").mkdir(parents=True)
        for start in range(0, COUNT, 500):
            vectors.put({key: held[key] for key in keys[start : start + 500]})
        found.append([[key for key, _ in near] for near in vectors.nearest(asked, NEAREST, "chunks")])
    assert found[0] == found[1]
    every = np.array([held[key] for key in held])
    for near, one in zip(found[0], asked, strict=True):
        nearest = np.argsort(-(every @ np.array(one)))[:NEAREST]
        assert {f"made-up:{number}" for number in nearest} == set(near)


def test_an_index_of_an_earlier_version_looks_as_far(tmp_path):
    client = chromadb.PersistentClient(str(tmp_path / "chroma"), SETTINGS)
    client.create_collection("chunks", embedding_function=None, configuration={"hnsw": {"ef_search": 200}})
    client.close()
    Vectors(tmp_path).keys()
    client = chromadb.PersistentClient(str(tmp_path / "chroma"), SETTINGS)
    kept = client.get_collection("chunks", embedding_function=None)
    assert kept.configuration["hnsw"]["ef_search"] == LOOKED_AT
