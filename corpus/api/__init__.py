"""The replies of the two interfaces that publications come by: GOV.UK's content and Parliament's written questions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.api import govuk, parliament
from corpus.content import Content
from corpus.errors import UnreadableFile

__all__ = ["contents"]


def contents(value: Any, path: Path) -> Sequence[Content | UnreadableFile]:
    """The publications in a reply, or in a list of replies; one that cannot be read is told of in its place.

    Raises UnreadableFile where it is no such reply; `path` names it.
    """
    replies = value if isinstance(value, list) else [value]
    found = [read for reply in replies for read in _read(reply, path)]
    if not found:
        raise UnreadableFile(path, "the reply holds no publication", "Ask for one that is published.")
    return found


def _read(reply: Any, path: Path) -> Sequence[Content | UnreadableFile]:
    if not isinstance(reply, dict):
        raise _unknown(path)
    if parliament.is_reply(reply):
        return parliament.contents(reply, path)
    if govuk.is_reply(reply):
        try:
            return [govuk.content(reply, path)]
        except UnreadableFile as error:
            return [error]
    raise _unknown(path)


def _unknown(path: Path) -> UnreadableFile:
    what = "this is JSON, but no reply of GOV.UK's content API or of Parliament's written questions API"
    return UnreadableFile(path, what, "Give the publication itself.")
