"""The page of the publications, driven as a user would, over a real assistant of made-up publications."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from made_up import EARLIER, LATER, assistant_of, bulletins
from streamlit.testing.v1 import AppTest
from ui_fake import HOSTILE
from zipped_fake import zipped

from assistant.held import Held
from corpus.errors import ProbationError
from corpus.models import Locator, Publication
from evals.made_pages import as_page
from ui.addresses import ask_link, reading_link
from ui.frame import UNEXPECTED
from ui.publications_page import AT_ONCE
from ui.safe_text import escaped, label

SHIPPED = replace(bulletins()[0], publication=replace(bulletins()[0].publication, summary=True))
NAME = SHIPPED.publication.id
FULL = [("full.txt", EARLIER.encode(), "text/plain"), ("full.toml", f'id = "{NAME}"'.encode(), "text/plain")]
ANOTHER = ("later <b>.txt", LATER.encode(), "text/plain")


def page(assistant, model):
    from ui.publications_page import publications_page

    publications_page(assistant, model)


def opened(assistant, model="") -> AppTest:
    app = AppTest.from_function(page, args=(assistant, model), default_timeout=60).run()
    assert not app.exception
    return app


@pytest.fixture
def assistant(tmp_path):
    return assistant_of(tmp_path / "home", [SHIPPED])


@pytest.fixture
def app(assistant):
    return opened(assistant)


def shown(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, but for its look."""
    return "\n".join(block.value for block in app.html if "<style" not in block.value)


def add(app: AppTest, *files) -> AppTest:
    app.file_uploader[0].set_value(list(files))
    next(button for button in app.button if button.label == "Add").click().run()
    assert not app.exception
    return app


def press(app: AppTest, name: str) -> AppTest:
    next(button for button in app.button if button.label == name).click().run()
    assert not app.exception
    return app


def test_where_files_go_is_said(assistant):
    assert "Everything stays on this computer." in shown(opened(assistant))
    with_model = shown(opened(assistant, "made:<up>"))
    assert "sent to made:&lt;up&gt; with it" in with_model and "Everything stays" not in with_model


def test_what_is_held_is_said_and_leads_to_its_text(app):
    text = shown(app)
    title = SHIPPED.publication.title
    assert app.title[0].value == "Publications"
    assert f'<h3><a href="{escaped(reading_link(NAME))}">{title}</a></h3>' in text
    for part in (
        "1 publication held", "<dd>24 July 2031 by Made-up Office</dd>", "<dd>April 2030 to March 2031</dd>",
        "<dd>8 passages, 5 tables, 13 figures in tables</dd>", "Our summary", "https://example.org/",
    ):  # fmt: skip
        assert part in text
    assert "A later edition" not in text and "left out" not in text
    assert [button.label for button in app.button] == ["Add"]


def test_a_publication_is_added_answers_and_marks_the_edition_it_follows(app, assistant):
    add(app, ANOTHER)
    text = shown(app)
    title = bulletins()[1].publication.title
    assert "Answers come from it now." in text and "Read from later &lt;b&gt;.txt: 9 passages" in text
    assert "A later edition is held: <a href=" in text and text.count(f">{title}</a>") == 3
    question = "Doors opened on time (QM101): was the target met in 2031-32?"
    assert escaped(ask_link(question)) in text and assistant.ask([question]).status == "answered"
    app.run()
    assert len(assistant.documents()) == 2 and "Answers come from it now." in shown(app)
    assert not app.get("progress")


def test_a_full_text_takes_the_place_of_the_summary_until_it_is_removed(app, assistant):
    add(app, *FULL)
    assert "It stands in place of the library&#x27;s summary of it." in shown(app)
    assert "Its own text, in place of the library&#x27;s summary" in shown(app)
    title = assistant.documents()[0].publication.title
    press(app, label(f"Remove {title}"))
    assert "The library's summary of it will answer again." in shown(app) and len(assistant.documents()) == 1
    press(app, "Remove it")
    assert f"{title} was removed. The library&#x27;s summary of it answers again." in shown(app)
    assert "Answers come from it now" not in shown(app) and "Our summary" in shown(app)
    assert assistant.documents()[0].publication.summary
    assert "was removed" not in shown(app.run())


def test_what_is_not_to_be_removed_is_kept(app, assistant):
    add(app, ANOTHER)
    press(app, label(f"Remove {bulletins()[1].publication.title}"))
    assert "It will no longer be held." in shown(app)
    press(app, "Keep it")
    assert len(assistant.documents()) == 2 and "was removed" not in shown(app)


def test_one_that_cannot_be_read_keeps_no_other_out(app, assistant):
    add(app, ("<b>broken.txt", b"\0", "text/plain"), ANOTHER, ("alone.toml", b'id = "a"', "text/plain"))
    text = shown(app)
    assert "<b>Not added.</b> &lt;b&gt;broken.txt: line 1: this is not text" in text
    assert "<b>Not added.</b> alone.toml: these are details" in text and len(assistant.documents()) == 2
    add(app, ANOTHER)
    assert "Already held: nothing changed." in shown(app) and "Not added" not in shown(app)


def test_a_corrected_text_says_what_it_changes_and_where_it_disagrees_with_itself(app):
    add(app, ANOTHER)
    corrected = LATER.replace("69.5 72.0", "73.5 [r] 72.0").replace(
        "Ropes coiled at dusk", "Ropes coiled at <i>dusk</i>"
    )
    add(app, ("corrected.html", as_page(corrected.replace("29 July", "9 August")).encode(), "text/html"))
    text = shown(app)
    assert "It stands in place of the version published 29 July 2032 held before." in text
    assert "<p>Changed:</p><ul><li>QM101 2031-32: 73.5 [r], was 69.5</li></ul>" in text
    disagrees = "Section 1: Main Points: 3 of 8 met is printed; the tables give 4 of 8"
    assert f"<p>Its figures disagree:</p><ul><li>{disagrees}</li></ul>" in text and "<i>" not in text


def test_many_changes_open(app):
    add(app, ANOTHER)
    many = re.sub(r"(\d)\.(\d) (\d\d\.\d) ", r"\1.\2 [r] \3 ", LATER)
    add(app, ("revised.txt", many.encode(), "text/plain"))
    assert re.search(
        r"<details><summary>What changed \(\d+ things\)</summary><ul><li>QM101 2031-32: 69.5 \[r\]", shown(app)
    )


def test_each_publication_of_a_zip_has_its_own_outcome(app, assistant):
    files = {"later.txt": LATER, "<b>.txt": "", "page.html": as_page(LATER)}
    add(app, ("all.zip", zipped(files), "application/zip"))
    text = shown(app)
    assert "Read from all.zip/later.txt: 9 passages" in text and "<b>Not added.</b> all.zip/&lt;b&gt;.txt: " in text
    assert "Already held: nothing changed." in text and len(assistant.documents()) == 2


def test_words_are_searched_and_marked_and_lead_to_their_place(app):
    app.text_input[0].set_value("lanterns lit").run()
    text = shown(app)
    row = re.search(r'<li><h3><a href="([^"]+)">[^<]*Table 2, QM105R</a></h3><p class="passage">(.*?)</p>', text)
    assert row and row[1].startswith(f"/read?publication={NAME}&amp;place=Table%202%2C%20QM105R&amp;text=")
    assert "<mark>Lanterns</mark> <mark>lit</mark>" in row[2]
    assert text.count("<li><h3>") == AT_ONCE
    press(app, "Show more")
    assert AT_ONCE < shown(app).count("<li><h3>") <= 2 * AT_ONCE
    app.text_input[0].set_value("kettles").run()
    assert shown(app).count("<li><h3>") == AT_ONCE
    app.text_input[0].set_value("  ").run()
    assert "<li><h3>" not in shown(app)


def test_a_search_can_be_within_one_publication(app):
    add(app, ANOTHER)
    other = bulletins()[1].publication.title
    app.text_input[0].set_value("lanterns").run()
    assert {"2031", "2032"} == set(re.findall(r"to March (\d+): ", shown(app)))
    box = app.selectbox[0]
    assert box.options == ["All publications", other, SHIPPED.publication.title]
    box.select(other).run()
    assert {"2032"} == set(re.findall(r"to March (\d+): ", shown(app)))


class Shelf:
    """Holds one publication of hostile words, and finds it."""

    publication = Publication(id="nasty", title=HOSTILE, publisher=HOSTILE, licence=HOSTILE, url="javascript:alert(1)")

    def __init__(self, problem=None):
        self.problem = problem

    def publications(self):
        return [Held(self.publication, 1, 1, (HOSTILE,), left_out=(HOSTILE,), ingested=True)]

    def documents(self):
        return ()

    def search(self, words, count=10):
        if self.problem:
            raise self.problem
        chunk = SimpleNamespace(publication=self.publication, locator=Locator("nasty", HOSTILE), text=f"loud {HOSTILE}")
        return [SimpleNamespace(chunk=chunk)] if words != "none" else []

    def remove(self, publication):
        raise ProbationError("store: cannot be written to.")


def test_hostile_text_is_text():
    app = opened(Shelf())
    app.text_input[0].set_value("loud").run()
    press(app, label(f"Remove {HOSTILE}"))
    text = shown(app)
    assert "What was left out (1 thing)" in text and "<mark>loud</mark>" in text
    assert not re.search(r"<(img|script|i|b>loud|/div></details)", text)
    assert not re.search(r'(href|src)="(javascript|http)', text)
    press(app, "Remove it")
    assert "It could not be removed. store: cannot be written to." in shown(app)


def test_nothing_found_is_said():
    app = opened(Shelf())
    app.text_input[0].set_value("none").run()
    assert "Nothing was found for none." in shown(app)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        pytest.param(ProbationError("index: cannot be used."), "index: cannot be used.", id="known"),
        pytest.param(KeyError("an inner detail"), UNEXPECTED, id="unknown"),
    ],
)
def test_a_search_that_fails_is_one_sentence(problem, said):
    app = opened(Shelf(problem))
    app.text_input[0].set_value("boats").run()
    assert not app.exception and said in shown(app) and "inner detail" not in shown(app)
    assert "What is held" in shown(app)
