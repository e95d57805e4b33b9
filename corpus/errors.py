"""The errors a user can meet. Each says, on one line, what is wrong, where, and what to do.

ProbationError
├── UnreadableFile        a file cannot be read as a publication
│   └── IncompleteTable   a table row lacks a cell
├── Unfetched             an address cannot be fetched
├── UnusableStore         the store cannot be opened, read or written
└── UnusableModel         the language model that is set cannot be used
"""

from pathlib import Path


class ProbationError(Exception):
    """The root of every error that is shown to a user; its text is one printable line, whatever it quotes."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))


class UnreadableFile(ProbationError):
    """A file cannot be read as a publication."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what}. {remedy}")
        self.path = path


class IncompleteTable(UnreadableFile):
    """A table row lacks a cell, so its values cannot be paired with their headers."""


class Unfetched(ProbationError):
    """What an address, a host or a setting names cannot be fetched; `where` never holds a password."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}")
        self.where, self.what, self.remedy = where, what, remedy


class UnusableStore(ProbationError):
    """The store of publications cannot be opened, read or written."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what}. {remedy}")
        self.path = path


class UnusableModel(ProbationError):
    """The language model that is set cannot be used; `where` names the setting, never what a secret one holds."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}")
        self.where = where


def one_line(text: str) -> str:
    r"""The text with what would break or garble a line written out: a line break as "\n"."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
