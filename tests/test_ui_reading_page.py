"""The page to read a publication on, driven as a user would, with made-up texts."""

import re
from dataclasses import replace
from datetime import date

import pytest
from made_up import bulletins
from streamlit.testing.v1 import AppTest
from test_assistant_arranged import passage, reading
from ui_fake import HOSTILE

from assistant.reading_order import LONGEST, Spot
from corpus.errors import ProbationError
from corpus.models import Document, Locator, Publication, Table
from ui.addresses import ask_link, reading_link
from ui.frame import UNEXPECTED
from ui.reading_page import SUMMARY
from ui.reading_view import Marking, contents_html, sections_html
from ui.safe_text import escaped

EARLIER, LATER = bulletins()
LONG = Document(
    publication=Publication(id="long", title="Long report", summary=True, url="https://example.invalid/long"),
    passages=tuple(
        passage(f"Boats of chapter {n}. {'Oars. ' * (LONGEST // 9)}", f"paragraph {n}.1", (f"Chapter {n}",))
        for n in range(1, 4)
    ),
)
NASTY = Document(
    publication=Publication(id=HOSTILE, title=HOSTILE, publisher=HOSTILE, series=HOSTILE, url="javascript:alert(1)"),
    passages=tuple(
        passage(f"{HOSTILE}\n{HOSTILE}", HOSTILE, (HOSTILE,), kind)
        for kind in ("body", "note", "caption", "keyfact", "item")
    ),
    tables=(
        Table(locator=Locator(HOSTILE, HOSTILE), title=HOSTILE, headers=(HOSTILE, "b"), rows=((HOSTILE, HOSTILE),)),
    ),
)  # fmt: skip


class Holder:
    """Holds what it is given."""

    def __init__(self, *documents, problem=None):
        self._documents, self._problem = documents, problem

    def documents(self):
        if self._problem:
            raise self._problem
        return self._documents


def page(assistant):
    from ui.reading_page import reading_page

    reading_page(assistant)


def opened(*documents, problem=None, **asked) -> AppTest:
    app = AppTest.from_function(page, args=(Holder(*documents, problem=problem),), default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, but for its look and its script."""
    return "\n".join(block.value for block in app.html if "<style" not in block.value and "<script" not in block.value)


def test_a_publication_is_read_in_order_with_its_contents_and_tables():
    text = shown(opened(EARLIER, LATER, publication=EARLIER.publication.id))
    places = [text.index(part) for part in (
        f'<h1 class="title">{EARLIER.publication.title}</h1>', ">All publications<", "A later edition is held",
        "<summary>Contents</summary>", "1. Main Points</h2>", "3 of 5 probation", "<caption>Table 1.", "North Marsh",
        "<caption>Table 2.", "Lanterns lit", "Notes to the table", "older count of lanterns",
    )]  # fmt: skip
    assert places == sorted(places)
    assert '<th scope="col">Region</th>' in text and '<th scope="row">North Marsh</th>' in text
    assert "data-here" not in text and SUMMARY not in text
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert links and links <= set(re.findall(r' id="([^"]+)"', text))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("Table 2, QM104", r'<tr id="at-table-2-row-3" class="cited" tabindex="-1" data-here>', id="row"),
        pytest.param("Table 2", r'<div class="block cited" id="at-table-2" tabindex="-1" data-here>', id="table"),
        pytest.param("1. Main Points", r'<h2 id="section-2" tabindex="-1" data-here>', id="heading"),
    ],
)
def test_the_place_asked_for_is_marked_once_and_brought_into_view(place, expected):
    app = opened(EARLIER, publication=EARLIER.publication.id, place=place)
    assert expected in shown(app) and shown(app).count("data-here") == 1
    assert "The place asked for" in shown(app)
    (script,) = (block.value for block in app.html if "<script" in block.value)
    assert "scrollIntoView" in script and place not in script


def test_a_place_that_is_not_there_is_said_and_the_text_shown():
    app = opened(EARLIER, publication=EARLIER.publication.id, place="Table <b>9</b>")
    assert "no place named Table &lt;b&gt;9&lt;/b&gt;" in shown(app) and "Main Points" in shown(app)


def test_words_are_found_and_marked():
    app = opened(EARLIER, publication=EARLIER.publication.id)
    app.text_input[0].set_value("lanterns").run()
    text = shown(app)
    assert "2 places with these words" in text and "<mark>Lanterns</mark> lit" in text
    assert 'href="#at-table-2-row-4"' in text and 'id="at-table-2-row-4"' in text
    app.text_input[0].set_value("zeppelins").run()
    assert "No place has all of these words" in shown(app)


def test_a_long_publication_is_drawn_in_parts():
    text = shown(opened(LONG, publication="long"))
    assert "Part 1 of 3" in text and "Boats of chapter 1" in text and "Boats of chapter 2" not in text
    assert escaped(reading_link("long", "section-3")) in text and SUMMARY in text
    text = shown(opened(LONG, publication="long", place="paragraph 2.1"))
    assert "Part 2 of 3" in text and "Boats of chapter 2" in text and "data-here" in text
    assert "Previous part: Chapter 1" in text and "Next part: Chapter 3" in text


def test_words_in_another_part_are_a_link_to_it():
    app = opened(LONG, publication="long")
    app.text_input[0].set_value("chapter 3").run()
    assert escaped(reading_link("long", "paragraph 3.1", LONG.passages[2].text)) in shown(app)


@pytest.mark.parametrize("asked", [{}, {"publication": "gone"}])
def test_without_a_publication_those_that_are_held_are_offered(asked):
    text = shown(opened(EARLIER, **asked))
    assert escaped(reading_link(EARLIER.publication.id)) in text
    assert ("is not held" in text) == bool(asked)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        pytest.param(ProbationError("store: cannot be read."), "store: cannot be read.", id="known"),
        pytest.param(KeyError("an inner detail"), UNEXPECTED, id="unknown"),
    ],
)
def test_a_problem_is_one_sentence(problem, said):
    text = shown(opened(problem=problem))
    assert said in text and "inner detail" not in text


def test_hostile_text_is_text():
    named = {when: replace(NASTY.publication, id=f"{when}", published=date(when, 1, 1)) for when in (2030, 2031)}
    held = [replace(NASTY, publication=publication) for publication in named.values()]
    asked = ({"publication": "2030", "find": "loud", "place": HOSTILE}, {"publication": HOSTILE})
    for app in (opened(*held, **each) for each in asked):
        text = shown(app)
        assert escaped("<b>") in text and escaped("<script>") in text
        assert not re.search(r"<(img|script|i|b>loud|/div></details)", text)
        assert not re.search(r'(href|src)="(javascript|http)', text)
        assert all(title.value == "Read a publication" for title in app.title)


def test_contents_are_nested_as_the_headings_are():
    read = reading(
        (passage("a", section=("A", "B", "C")), passage("d", section=("A", "D")), passage("e", section=("E",)))
    )
    html = contents_html(read.sections, read.sections, "sample")
    assert re.sub(r'<a href="#section-\d">(\w)</a>', r"\1", html) == (
        "<ul><li>A<ul><li>B<ul><li>C</li></ul></li><li>D</li></ul></li><li>E</li></ul>"
    )


def test_a_list_is_a_list_and_a_place_is_named_where_it_changes():
    read = reading((
        passage("Lead:\nfirst\nsecond", "paragraph 1.1", ("A",), "item"),
        passage("More.", "paragraph 1.1", ("A",)),
        passage("In the section.", "Section: A", ("A",)),
    ))  # fmt: skip
    html = sections_html(read.sections, Marking(Spot("at-paragraph-1-1")))
    assert "<p>Lead:</p><ul><li>first</li><li>second</li></ul>" in html
    assert html.count('<p class="at">') == 1 and html.count("data-here") == 1


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(reading_link("a b", "Table, Q"), "/read?publication=a%20b&place=Table%2C%20Q", id="place"),
        pytest.param(reading_link("a", "1", "x"), "/read?publication=a&place=1&text=2d711642b726", id="text"),
        pytest.param(ask_link("How many & why?"), "/?q=How%20many%20%26%20why%3F", id="question"),
    ],
)  # fmt: skip
def test_addresses_begin_at_the_root(made, expected):
    assert made == expected
