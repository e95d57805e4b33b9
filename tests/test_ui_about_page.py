"""The page about the assistant, with made-up publications and a made-up evaluation."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import HOSTILE, MADE_UP, NASTY, FakeAssistant

from assistant.held import Held
from assistant.measured import Answers, Kind, Measured
from ui.about_page import covers_html, figures_to, licences_html, span
from ui.frame import UNEXPECTED
from ui.measured_view import measured_html, share, together
from ui.plain_table import table_html
from ui.safe_text import escaped

HELD = FakeAssistant().publications()
TITLES = (
    "What it covers", "How answers are made", "How figures are traced", "How good it is", "What it cannot do",
    "Your privacy", "Licences", "Using the keyboard", "Version",
)  # fmt: skip


def page(assistant, model):
    from ui.about_page import about_page

    about_page(assistant, model)


def run(assistant, model="") -> AppTest:
    return AppTest.from_function(page, args=(assistant, model), default_timeout=60).run()


def shown(app: AppTest) -> str:
    return "\n".join(block.value for block in app.html)


def kind(name="lookup", **counts):
    return Kind(kind=name, words=f"About {name}", **counts)


def answers(*kinds, blind=True, held="summaries"):
    return Answers(
        name=f"made-up-{blind}",
        words="Made up",
        blind=blind,
        held=held,
        kinds=kinds,
        seconds_median=0.25,
        seconds_p95=1.5,
    )


def measured(*sets):
    return Measured(date=date(2031, 8, 1), version="9.9", publications=("A", "B"), answers=sets, search=(), drafts=())


def test_every_part_is_there_with_its_heading():
    app = run(FakeAssistant())
    assert not app.exception and not app.markdown
    assert app.title[0].value == "About"
    places = [shown(app).index(f'<h2 class="part">{title}</h2>') for title in TITLES]
    assert places == sorted(places)
    assert "There is a problem" not in shown(app)


def test_without_a_model_nothing_is_sent_anywhere():
    page = shown(run(FakeAssistant()))
    assert "No language model writes any of it" in page
    assert "Nothing you type, ask or upload is sent anywhere else" in page


def test_with_a_model_what_is_sent_to_it_and_what_is_checked_is_said():
    page = shown(run(FakeAssistant(), f"made:up {HOSTILE}"))
    assert f"is sent to the provider of made:up {escaped(HOSTILE)}, with the questions and answers before it" in page
    assert "every number, date and name of a place must stand in a source" in page
    assert "Nothing you type, ask or upload is sent anywhere else" not in page and "No language model" not in page


def test_what_cannot_be_read_is_one_sentence_and_the_other_parts_stand():
    assistant = FakeAssistant()

    def fail():
        raise KeyError("an inner detail")

    assistant.publications = fail
    app = run(assistant)
    assert not app.exception and "inner detail" not in shown(app)
    assert shown(app).count(UNEXPECTED) == 2  # what it covers, licences
    assert "How answers are made" in shown(app)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param(
            HELD,
            "Answers come from 2 publications, published from 5 January 2029 to 31 July 2031. The figures in their "
            "tables are about April 2029 to March 2031. Nothing that was published later is known.",
            id="two",
        ),
        pytest.param(
            HELD[:1],
            "Answers come from 1 publication of 5 January 2029. Nothing that was published later is known.",
            id="one-without-figures",
        ),
        pytest.param(
            [replace(HELD[0], publication=NASTY)],
            "Answers come from 1 publication. Nothing that was published later is known.",
            id="without-date",
        ),
    ],
)
def test_the_dates_of_what_is_held_are_said(held, said):
    assert span(held) == said


@pytest.mark.parametrize(
    ("periods", "last"),
    [
        pytest.param(("2030-31", "2029-30"), "March 2031", id="years"),
        pytest.param(("May 2029", "2027", "not a period"), "May 2029", id="month-after-year"),
        pytest.param((), MADE_UP.period, id="none-is-what-it-says-itself"),
    ],
)
def test_the_last_month_of_figures(periods, last):
    assert figures_to(Held(MADE_UP, 1, 1, periods)) == last


def test_publications_stand_latest_first_and_none_is_said_so():
    page = covers_html(HELD)
    assert page.index("Made-up Bulletin") < page.index("Old made-up report")
    assert "No publication is held yet" in covers_html(())


def test_licences_say_what_they_ask_for_and_whose_the_publications_are():
    open_ = replace(MADE_UP, licence="Open Government Licence v9.0")
    other = replace(MADE_UP, id="b", title="Another", licence="Made-up terms", url="")
    page = licences_html([Held(one, 1, 1, ()) for one in (open_, other, replace(other, licence=""))])
    assert "Contains public sector information licensed under the <a" in page
    assert "Open Government Licence v9.0" in page and f'href="{MADE_UP.url}"' in page
    assert "Contains information under these terms: Made-up terms" in page
    assert "No licence is named for:" in page
    assert page.count("Ministry of Examples, 31 July 2031") == 3


def test_hostile_text_of_publications_is_escaped():
    held = [Held(replace(NASTY, licence=HOSTILE, period=HOSTILE), 1, 1, (HOSTILE,))]
    page = covers_html(held) + licences_html(held)
    assert page.count(escaped(HOSTILE)) >= 5
    for raw in ("<img", "<script", "<b>loud", 'href="javascript'):
        assert raw not in page


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        pytest.param(1, 3, "33.3%", id="rounded"),
        pytest.param(1, 16, "6.3%", id="half-away-from-zero"),
        pytest.param(7, 7, "100.0%", id="all"),
        pytest.param(0, 7, "0.0%", id="none"),
        pytest.param(9999, 10000, "99.9%", id="never-quite-all"),
        pytest.param(1, 10000, "0.1%", id="never-quite-none"),
        pytest.param(0, 0, "none asked", id="of-nothing"),
    ],
)
def test_a_share_is_honest_at_its_ends(part, whole, said):
    assert share(part, whole) == said


def test_kinds_of_several_sets_are_added_up():
    one = kind(right=1, refused_wrongly=2)
    other = kind(right=3, wrong_figure=4, wrong_otherwise=5, refused=6)
    added = together([answers(one), answers(kind("gap", right=1), other)])
    assert [(kind.kind, kind.asked, kind.all_right) for kind in added] == [("lookup", 21, 10), ("gap", 1, 1)]


def test_questions_set_aside_are_told_from_those_it_was_made_with():
    aside = answers(kind(right=7, refused=1, wrong_figure=1, wrong_otherwise=1))
    seen = answers(kind("gap", right=1, refused_wrongly=1), blind=False)
    texts = answers(kind(right=9, wrong_figure=1), held="texts")
    page = measured_html(measured(aside, seen, texts))
    assert "Measured on 1 August 2031 with version 9.9, on the 2 publications" in page
    said = (
        ">Questions set aside<", "80.0% right</b> when answered from the summaries", ": 8 of 10. 1 got a wrong",
        "90.0% right</b> when answered from the publications' own texts", ">Questions it was made with<",
        "50.0% right</b> when answered from the summaries",
    )  # fmt: skip
    places = [page.index(words) for words in said]
    assert places == sorted(places) and page.count("<table>") == 4
    assert "<td>10</td><td>80.0% (8)</td><td>90.0% (9)</td>" in page
    assert "at most 0.25 seconds" in page and "1.50 seconds" in page


def test_nothing_is_said_of_sets_that_there_are_none_of():
    page = measured_html(measured(answers(kind(right=1))))
    assert "Questions it was made with" not in page
    assert "Checking drafts" not in page and "Finding the place" not in page


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled():
    page = table_html("A & B", ("Name", "Count"), [("<one>", "1")])
    assert '<div class="scroll" role="group" tabindex="0" aria-label="A &amp; B"><table>' in page
    assert "<caption>A &amp; B</caption>" in page and page.count('<th scope="col">') == 2
    assert '<th scope="row">&lt;one&gt;</th><td>1</td>' in page
