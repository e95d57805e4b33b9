"""Conversations on the disk: kept whole, found again, each for one visitor alone."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from ui_fake import ANSWERED, CLARIFY, HOSTILE, HOSTILE_ANSWER, NOT_FOUND

from assistant import conversations as kept
from assistant.conversations import LONGEST_NAME, OUTDATED, Conversations, Turn, answered_before
from assistant.turns import Chosen, Question
from corpus.errors import UnusableStore

ANA, BEN = "a visitor", "another visitor"


@pytest.fixture
def conversations(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path / "home")


def ask(conversations: Conversations, words: str, conversation: str = "", answer=ANSWERED, visitor=ANA, again=None):
    """Ask and have it answered; the id of the conversation."""
    identifier = conversations.ask(visitor, Question(words), conversation, again)
    conversations.keep(visitor, turns(conversations, identifier, visitor)[-1], answer)
    return identifier


def turns(conversations: Conversations, identifier: str, visitor=ANA) -> tuple[Turn, ...]:
    opened = conversations.open(visitor, identifier)
    assert opened
    return opened.turns


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(ANSWERED, id="answered"),
        pytest.param(NOT_FOUND, id="not-found"),
        pytest.param(CLARIFY, id="clarify"),
        pytest.param(HOSTILE_ANSWER, id="hostile"),
        pytest.param(replace(ANSWERED, model="made:up"), id="by-a-model"),
        pytest.param(replace(ANSWERED, instead="The model gave no answer."), id="in-place-of-a-models"),
    ],
)
def test_an_answer_is_found_again_whole_by_another_process(conversations, tmp_path, answer):
    identifier = ask(conversations, HOSTILE, answer=answer)
    kept._answer.cache_clear()
    (turn,) = turns(Conversations(tmp_path / "home"), identifier)
    assert (turn.question, turn.answer) == (Question(HOSTILE), answer)
    assert conversations.turn(turn.id) == turn


def test_a_question_is_kept_before_it_is_answered(conversations):
    identifier = conversations.ask(ANA, Question("How many?", (Chosen("period", "2030-31"),)))
    (turn,) = turns(conversations, identifier)
    assert turn.question == Question("How many?", (Chosen("period", "2030-31"),))
    assert turn.answer is None and not turn.problem


def test_a_problem_is_kept_and_can_be_cleared(conversations):
    identifier = conversations.ask(ANA, Question("How many?"))
    for problem in ("It cannot be read.", ""):
        conversations.keep(ANA, turns(conversations, identifier)[0], None, problem)
        assert turns(conversations, identifier)[0].problem == problem


def test_a_turn_follows_what_was_answered_before_it(conversations):
    one = ask(conversations, "First?")
    ask(conversations, "Fails?", one, answer=None)
    ask(conversations, "Second?", one)
    held = turns(conversations, one)
    assert [turn.follows for turn in held] == [None, 0, 1]
    assert answered_before(held, held[2]) == [held[0]]


def test_what_is_asked_while_an_answer_is_awaited_follows_that_answer(conversations):
    one = conversations.ask(ANA, Question("First?"))
    conversations.ask(ANA, Question("And Wales?"), one)
    conversations.keep(ANA, turns(conversations, one)[0], ANSWERED)
    held = turns(conversations, one)
    assert answered_before(held, held[1]) == [held[0]]


def test_what_is_asked_again_stands_in_the_place_of_the_turn_it_repeats(conversations):
    one = ask(conversations, "First?")
    ask(conversations, "And Wales?", one)
    ask(conversations, "And Wales?", one, again=turns(conversations, one)[1])
    ask(conversations, "And then?", one)
    held = turns(conversations, one)
    assert [turn.follows for turn in held] == [None, 0, 0, 2]
    assert answered_before(held, held[3]) == [held[0], held[2]]


def test_nobody_elses_conversation_is_listed_opened_or_changed(conversations):
    one = ask(conversations, "How many made-up?")
    (turn,) = turns(conversations, one)
    assert conversations.listed(BEN) == [] and conversations.open(BEN, one) is None
    conversations.rename(BEN, one, "Mine now")
    conversations.delete(BEN, one)
    conversations.keep(BEN, turn, None, "Broken.")
    conversations.rate(BEN, turn, False, "bad")
    other = conversations.ask(BEN, Question("Into yours?"), one)
    assert other != one
    assert [listed.name for listed in conversations.listed(ANA)] == ["How many made-up?"]
    assert turns(conversations, one) == (turn,)


def test_the_disk_does_not_tell_a_visitors_cookie(conversations, tmp_path):
    ask(conversations, "How many?")
    assert ANA.encode() not in (tmp_path / "home" / "conversations.db").read_bytes()


def test_only_its_owner_may_read_the_file(conversations, tmp_path):
    ask(conversations, "How many?")
    assert (tmp_path / "home" / "conversations.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("", ["Über probation", "How many £5%_?"], id="none-lists-all-latest-first"),
        pytest.param("über", ["Über probation"], id="in-any-case"),
        pytest.param("many how", ["How many £5%_?"], id="all-of-the-words"),
        pytest.param("how über", [], id="not-some-of-them"),
        pytest.param("5%_", ["How many £5%_?"], id="signs-are-themselves"),
        pytest.param("0.4 percentage", ["Über probation", "How many £5%_?"], id="in-the-answer"),
        pytest.param("'; drop table turn", [], id="no-command"),
    ],
)
def test_conversations_are_found_by_their_words(conversations, words, names):
    for name in ("How many £5%_?", "Über probation"):
        ask(conversations, name)
    assert [listed.name for listed in conversations.listed(ANA, words)] == names


def test_a_name_can_be_given_and_is_one_short_line(conversations):
    one = ask(conversations, "word " * 100)
    assert len(conversations.listed(ANA)[0].name) == LONGEST_NAME
    conversations.rename(ANA, one, "  Housing \n figures ")
    assert conversations.listed(ANA, "housing")[0].name == "Housing figures"
    conversations.rename(ANA, one, "   ")
    assert conversations.listed(ANA)[0].name == "Housing figures"


def test_what_is_deleted_is_gone_from_the_disk(conversations, tmp_path):
    one = ask(conversations, "An unmistakable question?")
    (turn,) = turns(conversations, one)
    conversations.delete(ANA, one)
    assert conversations.listed(ANA) == [] and conversations.turn(turn.id) is None
    assert b"unmistakable" not in (tmp_path / "home" / "conversations.db").read_bytes()


def test_what_is_said_of_an_answer_is_kept(conversations):
    one = ask(conversations, "How many?")
    conversations.rate(ANA, turns(conversations, one)[0], False, "Wrong year")
    (turn,) = turns(conversations, one)
    assert (turn.useful, turn.comment, turn.answer) == (False, "Wrong year", ANSWERED)


def test_an_answer_of_another_version_is_named_and_the_rest_stands(conversations, tmp_path):
    one = ask(conversations, "How many?")
    ask(conversations, "And now?", one, answer=replace(ANSWERED, headline="Another."))
    with sqlite3.connect(tmp_path / "home" / "conversations.db") as database:
        other = database.execute("SELECT answer FROM turn WHERE number = 1").fetchone()[0]
        changed = kept.zlib.compress(kept.zlib.decompress(other).replace(b'"headline"', b'"heading"'))
        database.execute("UPDATE turn SET answer = ? WHERE number = 1", (changed,))
    database.close()
    first, second = turns(conversations, one)
    assert first.answer == ANSWERED and (second.answer, second.problem) == (None, OUTDATED)


def test_an_answer_kept_before_models_were_named_is_read(conversations, tmp_path):
    one = ask(conversations, "How many?")
    with sqlite3.connect(tmp_path / "home" / "conversations.db") as database:
        now = kept.zlib.decompress(database.execute("SELECT answer FROM turn").fetchone()[0])
        before = now.replace(b',"model":"","instead":""', b"")
        database.execute("UPDATE turn SET answer = ?", (kept.zlib.compress(before),))
    database.close()
    assert before != now and turns(conversations, one)[0].answer == ANSWERED


def test_visitors_at_once_lose_nothing_and_mix_nothing(conversations):
    def talk(visitor: str) -> None:
        one = ""
        for number in range(5):
            one = ask(conversations, f"{visitor} {number}?", one, visitor=visitor)

    names = [f"visitor-{number}" for number in range(8)]
    threads = [threading.Thread(target=talk, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in names:
        (listed,) = conversations.listed(name)
        asked = [turn.question.text for turn in turns(conversations, listed.id, name)]
        assert asked == [f"{name} {number}?" for number in range(5)]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(UnusableStore, match="conversations cannot be kept") as error:
        Conversations(tmp_path / "home").listed(ANA)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_database_is_one_line(tmp_path):
    (tmp_path / "conversations.db").write_bytes(b"something else" * 100)
    with pytest.raises(UnusableStore, match="move the file away"):
        Conversations(tmp_path).listed(ANA)
