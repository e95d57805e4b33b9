"""Methods that wait for each other, so that one object can be asked by several threads."""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Concatenate, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class HasLock(Protocol):
    """What has a lock of its own."""

    lock: RLock


Locked = TypeVar("Locked", bound=HasLock)


def alone(
    method: Callable[Concatenate[Locked, Given], Result],
) -> Callable[Concatenate[Locked, Given], Result]:
    """A method that one thread runs at a time: what is held is read anew between two calls, not within one."""

    @wraps(method)
    def run(self: Locked, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        with self.lock:
            return method(self, *args, **kwargs)

    return run
