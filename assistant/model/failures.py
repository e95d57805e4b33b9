"""Why a model's answer is not shown, in one line each; never in a provider's words, which may quote anything."""

from collections.abc import Iterator

INSTEAD = "so this is the built-in answer."
TOO_SLOW = f"The language model took too long, {INSTEAD}"
LIMITED = f"The language model is limiting how often it can be asked, {INSTEAD}"
KEY_REFUSED = f"The language model refused the key it was given, {INSTEAD}"
NO_SUCH_MODEL = f"The language model that is set was not found, {INSTEAD}"
REFUSED = f"The language model did not accept the question, {INSTEAD}"
FAILING = f"The language model is not working at the moment, {INSTEAD}"
UNREACHABLE = f"The language model could not be reached, {INSTEAD}"
BROKE_OFF = f"The language model broke off, {INSTEAD}"
GARBAGE = f"The language model’s reply could not be read, {INSTEAD}"
EMPTY = f"The language model wrote nothing, {INSTEAD}"
TOO_LONG = f"The language model wrote too much, {INSTEAD}"
TOO_MANY_CALLS = f"The language model looked things up without coming to an answer, {INSTEAD}"
UNTRACED = f"What the language model wrote could not be traced to the publications, {INSTEAD}"
NOT_PUBLISHED = f"The language model found no answer in the publications, {INSTEAD}"
LONG_QUESTION = f"The question is too long for the language model, {INSTEAD}"

BY_STATUS = {401: KEY_REFUSED, 403: KEY_REFUSED, 404: NO_SUCH_MODEL, 408: TOO_SLOW, 429: LIMITED, 504: TOO_SLOW}
TIMEOUTS = ("Timeout", "TimeoutException", "APITimeoutError")  # of the providers' packages, which are optional
UNCONNECTED = ("ConnectError", "ConnectionError", "ConnectTimeout")
BROKEN = ("TransportError", "APIConnectionError")


class Unanswered(Exception):
    """A model gave no answer that could be checked; `reason` says why in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def reason(error: BaseException) -> str:
    """One line for what went wrong while a model was asked, whichever package it went wrong in."""
    chain = list(_chain(error))
    for one in chain:
        if isinstance(one, Unanswered):
            return one.reason
        status = getattr(one, "status_code", None)
        if isinstance(status, int) and status >= 400:
            return BY_STATUS.get(status, FAILING if status >= 500 else REFUSED)
    for kinds, said in ((UNCONNECTED, UNREACHABLE), (TIMEOUTS, TOO_SLOW), (BROKEN, BROKE_OFF)):
        if any(kind.__name__ in kinds for one in chain for kind in type(one).__mro__):
            return said
    return TOO_SLOW if any(isinstance(one, TimeoutError) for one in chain) else GARBAGE


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came of."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
