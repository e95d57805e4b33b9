"""What survives a long full collection is not looked at again; a short one, or one of the young, keeps nothing."""

import gc

import pytest

from ui.garbage import Keeper, keep_collections_short


@pytest.fixture
def kept():
    """How many objects are kept out of collections, beyond those before; all are given back at the end."""
    before = gc.get_freeze_count()
    yield lambda: gc.get_freeze_count() - before
    gc.unfreeze()


@pytest.mark.parametrize(
    ("long", "generation", "keeps"),
    [
        pytest.param(0.0, 2, True, id="long-and-full"),
        pytest.param(60.0, 2, False, id="short"),
        pytest.param(0.0, 1, False, id="of-the-young"),
    ],
)
def test_what_survives_is_kept(kept, long, generation, keeps):
    keeper = Keeper(long)
    keeper("start", {"generation": generation})
    keeper("stop", {"generation": generation})
    assert (kept() > 0) is keeps


def test_it_hears_of_collections_once_however_often_it_is_asked():
    before = list(gc.callbacks)
    try:
        keep_collections_short()
        keep_collections_short()
        assert sum(isinstance(one, Keeper) for one in gc.callbacks) == 1
        gc.collect()
    finally:
        gc.callbacks[:] = before
