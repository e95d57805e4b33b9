"""Files taken in as names with bytes: read, held and named as their user knows them."""

from io import BytesIO
from threading import Thread
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import EARLIER, LATER, assistant_of, bulletins

from assistant.ingesting import Ingested
from assistant.uploads import Upload, add, example, paired
from corpus.read import outcomes

PATIENCE = 20  # seconds


def upload(name, text=EARLIER):
    return Upload(name, text.encode() if isinstance(text, str) else text)


@pytest.fixture
def assistant(tmp_path):
    return assistant_of(tmp_path / "home", bulletins()[:1])


def test_a_file_is_held_and_answers_at_once(assistant):
    told = []
    (added,) = add(assistant, upload("later.txt", LATER), progress=lambda done, total: told.append((done, total)))
    assert added.changed and added.replaced is None and added.name == "later.txt"
    assert "2031-32" in assistant.ask(["How many targets were met?"]).headline
    assert told[0][0] == 0 and told[-1][0] == told[-1][1] > 0
    question = example(assistant, added.document)
    answer = assistant.ask([question])
    assert answer.status == "answered" and answer.citations[0].publication == added.document.publication


def test_others_can_ask_while_a_file_is_read(assistant):
    told = []

    def ask(done: int, total: int) -> None:
        asking = Thread(target=lambda: told.append(assistant.ask(["How many targets were met?"]).status))
        asking.start()
        asking.join(PATIENCE)

    add(assistant, upload("later.txt", LATER), progress=ask)
    assert told and set(told) == {"answered"}


def test_a_file_held_already_changes_nothing(assistant):
    assert [add(assistant, upload("later.txt", LATER))[0].changed for _ in range(2)] == [True, False]


def test_a_sidecar_tells_what_the_text_does_not_and_what_is_replaced_is_said(assistant):
    held = bulletins()[0].publication
    (added,) = add(assistant, upload("full.txt"), upload("full.toml", f'id = "{held.id}"\npublisher = "Office"'))
    assert (added.document.publication.id, added.document.publication.publisher) == (held.id, "Office")
    assert added.replaced == held


def zipped(files):
    with BytesIO() as raw:
        with ZipFile(raw, "w") as folder:
            for name, text in files.items():
                folder.writestr(name, text)
        return raw.getvalue()


def test_each_publication_in_a_zip_has_its_own_outcome(assistant):
    files = {"one/later.txt": LATER, "one/later.toml": 'publisher = "Office"', "empty.txt": "", "README.txt": "No."}
    broken, added = sorted(add(assistant, upload("<b>.zip", zipped(files))), key=lambda one: one.name)
    assert broken.document is None and broken.problem.startswith("<b>.zip/empty.txt: the file is empty")
    assert added.name == "<b>.zip/one/later.txt" and added.document.publication.publisher == "Office"
    assert len(assistant.documents()) == 2


@pytest.mark.parametrize(
    ("text", "sidecar", "named"),
    [
        pytest.param(upload("../../<b>.txt", b"\0\0"), None, "../../<b>.txt: line 1", id="binary"),
        pytest.param(upload("empty.md", ""), None, "empty.md: the file is empty", id="empty"),
        pytest.param(upload("a.toml", 'id = "a"'), None, "a.toml: these are details", id="sidecar-alone"),
        pytest.param(upload("a.txt"), upload("a.toml", "?"), "a.toml: the details are not TOML", id="broken-sidecar"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_with_the_name_that_was_given(assistant, tmp_path, text, sidecar, named):
    (refused,) = add(assistant, text, sidecar)
    assert refused.document is None and refused.problem.startswith(named) and "/tmp" not in refused.problem
    assert len(assistant.documents()) == 1 and not (tmp_path / "<b>.txt").exists()


def test_texts_are_paired_with_the_sidecars_of_their_names():
    one, two, told, alone = upload("One.txt"), upload("two.html"), upload("one.TOML"), upload("three.toml")
    assert paired([told, one, alone, two]) == [(one, told), (two, None), (alone, None)]


class Reader:
    """Reads what it is given, and holds nothing."""

    def ingest(self, path, progress=None):
        return [Ingested(name=one.name, document=one.document, problem=one.problem) for one in outcomes(path)]


@given(name=st.text(max_size=300))
def test_any_name_is_safe(name):
    (added,) = add(Reader(), upload(f"{name}.txt", "Words of a made-up text, long enough to be a passage.\n"))
    assert added.document and added.document.publication.title and len(added.document.passages) == 1
