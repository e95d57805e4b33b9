"""Keeps the collection of garbage short: Streamlit asks for a full one after every run of a page.

A full one looks at everything that is held, publications and search model too: half a second, in which every visitor
waits. What survives a long one is kept from then on, and is not looked at again.
"""

import gc
import time

LONG = 0.05  # seconds


class Keeper:
    """Hears of every collection, and after a long full one keeps what survived it."""

    def __init__(self, long: float = LONG) -> None:
        """`long`: from how many seconds on."""
        self._long, self._started = long, 0.0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        """What `gc.callbacks` calls before ("start") and after ("stop") a collection."""
        if phase == "start":
            self._started = time.perf_counter()
        elif info["generation"] == 2 and time.perf_counter() - self._started >= self._long:
            gc.freeze()


def keep_collections_short() -> None:
    """Do so from now on in this process; asked again, nothing changes."""
    if not any(isinstance(one, Keeper) for one in gc.callbacks):
        gc.callbacks.append(Keeper())
