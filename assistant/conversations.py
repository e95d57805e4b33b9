"""Conversations kept on disk, each for the one visitor whose it is.

    home/conversations.db    SQLite: conversations, and their turns with the answers as they were given

An answer is kept with its sources, so that it reads the same after the publications held have changed. A turn has an
id that cannot be guessed: whoever is given it can read that turn, and no other.
"""

import os
import secrets
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.answers import Answer
from assistant.turns import Question
from corpus.errors import UnusableStore

SCHEMA = """
CREATE TABLE IF NOT EXISTS conversation (
    id TEXT PRIMARY KEY, visitor TEXT NOT NULL, name TEXT NOT NULL, changed REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS of_visitor ON conversation (visitor, changed);
CREATE TABLE IF NOT EXISTS turn (
    id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, question BLOB NOT NULL, follows INTEGER, asked REAL NOT NULL,
    answer BLOB, problem TEXT NOT NULL DEFAULT '', useful INTEGER, comment TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL, UNIQUE (conversation, number)
);
"""
PATIENCE = 10.0  # seconds to wait for another writer
LONGEST_NAME = 80  # characters
LISTED = 100  # conversations at most in one list
OUTDATED = "This answer was given by another version of the assistant and cannot be shown. Ask again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question with its answer, or the sentence that says why there is none; neither while it is being answered.

    `follows` is the number of the turn it was asked after: not always the one before it, since a question can be
    asked again with something changed.
    """

    id: str
    number: int  # from 0
    question: Question
    follows: int | None = None
    answer: Answer | None = None
    problem: str = ""
    useful: bool | None = None  # what its reader said of it
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in a list: its name, when it was last changed (seconds since 1970), how many questions it has."""

    id: str
    name: str
    changed: float
    turns: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with its turns in the order they were asked."""

    id: str
    name: str
    turns: tuple[Turn, ...]


def answered_before(turns: Sequence[Turn], turn: Turn) -> list[Turn]:
    """The answered turns that a turn follows, oldest first."""
    found: list[Turn] = []
    while turn.follows is not None:
        turn = turns[turn.follows]
        if turn.answer is not None:
            found.insert(0, turn)
    return found


def set_by_hand(turn: Turn) -> str:
    """What the asker of a turn set in place of what was understood, as its answer names it: "Period 2023-24"."""
    understood = turn.answer.understood if turn.answer else ()
    names = {(one.kind, choice.key): f"{one.name} {choice.label}" for one in understood for choice in one.choices}
    return "; ".join(names.get((one.kind, one.key), one.key) for one in turn.question.chosen)


class Conversations:
    """The conversations of all visitors under one folder. Everything raises UnusableStore where that fails."""

    def __init__(self, home: Path) -> None:
        """Make nothing yet."""
        self._file = home / "conversations.db"

    def listed(self, visitor: str, words: str = "", count: int = LISTED) -> list[Listed]:
        """The latest conversations of a visitor, or those in which all of some words stand, last changed first."""
        conditions, values = "", [_hidden(visitor)]
        for word in words.casefold().split():
            conditions += (
                " AND (instr(folded(name), ?) OR EXISTS"
                " (SELECT 1 FROM turn WHERE turn.conversation = conversation.id AND instr(words, ?)))"
            )
            values += [word, word]
        with self._open() as database:
            rows = database.execute(
                "SELECT id, name, changed, (SELECT count(*) FROM turn WHERE turn.conversation = conversation.id)"
                f" FROM conversation WHERE visitor = ?{conditions} ORDER BY changed DESC LIMIT ?",
                (*values, count),
            ).fetchall()
        return [Listed(*row) for row in rows]

    def open(self, visitor: str, identifier: str) -> Conversation | None:
        """A conversation of a visitor; None where there is none of theirs by that id."""
        with self._open() as database:
            found = _named(database, visitor, identifier)
            rows = database.execute(f"{TURN} WHERE conversation = ? ORDER BY number", (identifier,)) if found else ()
            return Conversation(identifier, found, tuple(map(_turn, rows))) if found else None

    def turn(self, identifier: str) -> Turn | None:
        """A turn by its id, whoever asked it."""
        with self._open() as database:
            row = database.execute(f"{TURN} WHERE id = ?", (identifier,)).fetchone()
        return _turn(row) if row else None

    def ask(self, visitor: str, question: Question, conversation: str = "", again: Turn | None = None) -> str:
        """Keep a question that is about to be answered; the id of its conversation, a new one where none is given.

        It follows the last turn, or stands in the place of the turn that it asks `again`.
        """
        with self._open() as database:
            if not (conversation and _named(database, visitor, conversation)):
                conversation = secrets.token_urlsafe(16)
                database.execute(
                    "INSERT INTO conversation VALUES (?, ?, ?, ?)",
                    (conversation, _hidden(visitor), _name(question.text), time.time()),
                )
            counted = "SELECT count(*) FROM turn WHERE conversation = ?"
            number = database.execute(counted, (conversation,)).fetchone()[0]
            last = number - 1 if number else None
            database.execute(
                "INSERT INTO turn (id, conversation, number, question, follows, asked, words)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    secrets.token_urlsafe(16), conversation, number, _questions().dump_json(question),
                    again.follows if again else last, time.time(), question.text.casefold(),
                ),
            )  # fmt: skip
            _touch(database, conversation)
        return conversation

    def keep(self, visitor: str, turn: Turn, answer: Answer | None, problem: str = "") -> None:
        """Keep what a turn was answered with, or the sentence that says why it was not; neither asks it anew."""
        given = zlib.compress(_answers().dump_json(answer)) if answer else None
        words = "\n".join([turn.question.text, answer.text if answer else ""]).casefold()
        self._change(visitor, turn, "answer = ?, problem = ?, words = ?", given, problem, words)

    def rate(self, visitor: str, turn: Turn, useful: bool | None, comment: str) -> None:
        """Keep what a reader says of an answer."""
        self._change(visitor, turn, "useful = ?, comment = ?", useful, comment)

    def rename(self, visitor: str, identifier: str, name: str) -> None:
        """Give a conversation another name; one without any words is left as it is."""
        if name.strip():
            with self._open() as database:
                database.execute(
                    "UPDATE conversation SET name = ? WHERE id = ? AND visitor = ?",
                    (_name(name), identifier, _hidden(visitor)),
                )

    def delete(self, visitor: str, identifier: str) -> None:
        """Forget a conversation and everything in it."""
        with self._open() as database:
            database.execute("DELETE FROM conversation WHERE id = ? AND visitor = ?", (identifier, _hidden(visitor)))

    def _change(self, visitor: str, turn: Turn, setting: str, *values: object) -> None:
        """Change a turn, where it stands in a conversation of the visitor's."""
        with self._open() as database:
            database.execute(
                f"UPDATE turn SET {setting} WHERE id = ? AND conversation IN"
                " (SELECT id FROM conversation WHERE visitor = ?)",
                (*values, turn.id, _hidden(visitor)),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, to change whole or not at all; made for its owner's eyes alone where there is none."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
            database = sqlite3.connect(self._file, timeout=PATIENCE)
            try:
                database.create_function("folded", 1, str.casefold, deterministic=True)
                database.executescript(f"PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; {SCHEMA}")
                with database:
                    database.execute("BEGIN IMMEDIATE")
                    yield database
            finally:
                database.close()
        except (OSError, sqlite3.Error) as error:
            what = f"conversations cannot be kept ({error})"
            remedy = "Check its permissions and free space, or move the file away to start again."
            raise UnusableStore(self._file, what, remedy) from error


TURN = "SELECT id, number, question, follows, answer, problem, useful, comment FROM turn"


def _named(database: sqlite3.Connection, visitor: str, conversation: str) -> str:
    """The name of a conversation of a visitor; "" where it is not theirs."""
    row = database.execute(
        "SELECT name FROM conversation WHERE id = ? AND visitor = ?", (conversation, _hidden(visitor))
    ).fetchone()
    return str(row[0]) if row else ""


def _touch(database: sqlite3.Connection, conversation: str) -> None:
    database.execute("UPDATE conversation SET changed = ? WHERE id = ?", (time.time(), conversation))


def _turn(row: tuple[str, int, bytes, int | None, bytes | None, str, int | None, str]) -> Turn:
    identifier, number, question, follows, answer, problem, useful, comment = row
    try:
        given = _answer(answer) if answer else None
    except ValidationError:
        given, problem = None, OUTDATED
    return Turn(
        id=identifier, number=number, question=_questions().validate_json(question), follows=follows, answer=given,
        problem=problem, useful=None if useful is None else bool(useful), comment=comment,
    )  # fmt: skip


@lru_cache(maxsize=500)
def _answer(kept: bytes) -> Answer:
    return _answers().validate_json(zlib.decompress(kept))


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


@cache
def _questions() -> TypeAdapter[Question]:
    return TypeAdapter(Question)


def _name(text: str) -> str:
    """The beginning of a text, as a name on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"


def _hidden(visitor: str) -> str:
    """What stands for a visitor on the disk, from which nobody can tell the cookie that they are known by."""
    return sha256(visitor.encode()).hexdigest()
