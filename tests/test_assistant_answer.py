"""The assistant as a whole: it answers from what the store holds now, and the same every time."""

from dataclasses import replace

from made_up import WordCounts, assistant_of, bulletins

from assistant.answer import Assistant
from index.store import Store


def test_what_another_process_ingests_is_answered_from_at_once(tmp_path):
    earlier, later = bulletins()
    running = assistant_of(tmp_path, [earlier])
    assert "2030-31" in running.ask(["How many targets were met?"]).headline
    Store(tmp_path, WordCounts(), lambda: (earlier,)).ingest(later)
    assert "2031-32" in running.ask(["How many targets were met?"]).headline
    assert [held.publication.title for held in running.publications()] == [
        earlier.publication.title,
        later.publication.title,
    ]


def test_examples_are_of_what_is_held_now(tmp_path):
    earlier, later = bulletins()
    running = assistant_of(tmp_path, [earlier])
    assert any("2030-31" in question for question in running.examples())
    Store(tmp_path, WordCounts(), lambda: (earlier,)).ingest(later)
    assert any("2031-32" in question for question in running.examples())


def test_the_same_question_gets_the_same_answer(tmp_path):
    questions = (["QM102"], ["Which regions were rated good?"], ["QM103", "and the year before?"])
    first, second = (assistant_of(tmp_path, bulletins()) for _ in range(2))
    for turns in questions:
        assert replace(first.ask(turns), seconds=0) == replace(second.ask(turns), seconds=0)


def test_examples_are_questions_that_are_answered(tmp_path):
    assistant: Assistant = assistant_of(tmp_path, bulletins())
    figures = [question for question in assistant.examples() if "20" in question]
    assert figures
    assert all(assistant.ask([question]).status == "answered" for question in figures)
