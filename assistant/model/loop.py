"""The one event loop on which models are asked: waiting for a provider can be broken off there at any moment.

One for the whole process, because providers' packages keep connections that belong to a loop.
"""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from functools import cache
from threading import Lock, Thread
from typing import Any, TypeVar

Result = TypeVar("Result")
_LOCK = Lock()


def start(coroutine: Coroutine[Any, Any, Result]) -> Future[Result]:
    """Run something on the loop, from any thread; cancelling the future breaks it off."""
    with _LOCK:
        loop = _loop()
    return asyncio.run_coroutine_threadsafe(coroutine, loop)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="models", daemon=True).start()
    return loop
