"""How people ask for what is published: the shipped files fit the publications, and none of them copies one."""

import re
from functools import cache
from pathlib import Path

import pytest

from corpus import library
from corpus.errors import UnreadableFile
from corpus.models import Document
from corpus.read import read
from corpus.wordings import Wording, read_wordings, told, wordings, words_of
from index.chunks import chunks

FOUND_AGAIN = 0.97  # share of the statements, in a publication's own text
COPIED = 6  # words in a row
DOCUMENTS = {document.publication.id: document for document in library.documents()}


@cache
def full_texts(folder: Path) -> dict[str, tuple[Path, Document]]:
    """Each publication's own text: the file and what is read of it, by the id it has in the library."""
    pairs = [(path, read(path, list(DOCUMENTS.values()))) for path in sorted(folder.glob("*.txt"))]
    return {document.publication.id: (path, document) for path, document in pairs}


def lost(document: Document) -> list[Wording]:
    """The wordings of a document whose statement is not known again."""
    at_place: dict[str, list[tuple[str, str]]] = {}
    for chunk in chunks(document):
        place = str(chunk.locator)
        at_place.setdefault(place, []).extend((place, line) for line in chunk.lines)
    return [one for one in wordings(document.publication.id) if not told(at_place.get(one.at, []), [one])]


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of that many words in a text."""
    found = re.findall(r"[^\W_]+", text.lower())
    return set(zip(*(found[start:] for start in range(COPIED)), strict=False))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_some_statements_are_known_again_in_the_library(name):
    assert wordings(name)
    assert len(lost(DOCUMENTS[name])) < len(wordings(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nearly_every_statement_is_known_again_in_the_full_text(publications, name):
    missed = lost(full_texts(publications)[name][1])
    assert len(missed) <= (1 - FOUND_AGAIN) * len(wordings(name)), missed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_wording_is_copied_from_its_publication(publications, name):
    path, _ = full_texts(publications)[name]
    published = runs(path.read_text(encoding="utf-8"))
    copied = [asked for one in wordings(name) for asked in one.asked if runs(asked) & published]
    assert copied == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_wording_has_telling_words_in_lower_case_and_at_least_one_way_to_ask(name):
    wrong = [one for one in wordings(name) if not one.says or not one.asked or not all(one.asked)]
    assert wrong == []
    assert [one for one in wordings(name) if not words_of(" ".join(one.says)) >= set(one.says)] == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param("{", "JSON", id="no-json"),
        pytest.param('{"at": "paragraph 1", "says": ["boat"]}', "required", id="a-key-is-missing"),
        pytest.param('{"at": "paragraph 1", "says": "boat", "asked": []}', "array", id="no-list"),
    ],
)
def test_a_broken_file_is_one_line_of_error_that_names_the_line(tmp_path, line, what):
    path = tmp_path / "broken.jsonl"
    path.write_text('{"at": "paragraph 1", "says": ["boat"], "asked": ["any vessels?"]}\n' + line + "\n")
    with pytest.raises(UnreadableFile) as raised:
        read_wordings(path)
    said = str(raised.value)
    assert "\n" not in said
    assert "line 2" in said
    assert what in said
    assert str(path) in said


def test_an_unknown_publication_has_none_and_a_name_does_not_leave_the_folder():
    assert wordings("made-up") == ()
    assert wordings("../../library/wordings/written-question-3550") == wordings("written-question-3550")


BOATS = [
    ("paragraph 1", "The harbour has 12 boats."),
    ("paragraph 1", "In winter 9 of its boats stay ashore."),
    ("paragraph 2", "In winter 9 of its boats stay ashore, as it has been said."),
]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param([Wording("paragraph 1", ("winter", "9", "ashore"), ("a",))], {1: ("a",)}, id="most-telling-words"),
        pytest.param([Wording("paragraph 2", ("winter", "9"), ("a",))], {2: ("a",)}, id="only-at-its-place"),
        pytest.param([Wording("paragraph 3", ("winter", "9"), ("a",))], {}, id="no-such-place"),
        pytest.param([Wording("paragraph 1", ("boats",), ("a",))], {0: ("a",)}, id="the-first-of-equals"),
        pytest.param([Wording("paragraph 1", ("12", "boats", "oar", "sail"), ("a",))], {0: ("a",)}, id="just-half"),
        pytest.param([Wording("paragraph 1", ("12", "mast", "oar"), ("a",))], {}, id="less-than-half"),
        pytest.param(
            [Wording("paragraph 1", ("12",), ("a",)), Wording("paragraph 1", ("harbour",), ("b", "c"))],
            {0: ("a", "b", "c")},
            id="several-of-one-statement",
        ),
    ],
)
def test_a_wording_is_of_the_statement_at_its_place_with_most_of_its_telling_words(known, expected):
    assert told(BOATS, known) == expected
