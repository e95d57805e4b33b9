"""The page of one measure, and what is told of it, over two made-up bulletins."""

from dataclasses import replace

import pytest
from made_up import bulletins
from streamlit.testing.v1 import AppTest
from test_ui_figures_page import Broken, Holding, html
from ui_fake import HOSTILE, HOSTILE_FIGURES

from assistant.measure_history import history, measures
from corpus.library import documents as library
from corpus.models import Passage
from ui.frame import UNEXPECTED
from ui.measure_page import NOT_HELD
from ui.safe_text import escaped

DOCUMENTS = bulletins()


def page(assistant):
    from ui.measure_page import measure_page

    measure_page(assistant)


def opened(code="", assistant=None) -> AppTest:
    """The page at the address of a measure."""
    app = AppTest.from_function(page, args=(assistant or Holding(*DOCUMENTS),), default_timeout=60)
    if code:
        app.query_params["code"] = code
    return app.run()


def test_without_a_measure_there_is_a_box_to_choose_one_by():
    app = opened()
    assert not app.exception and app.selectbox[0].value is None
    assert app.selectbox[0].options[0] == "Boats returned (QM106)"
    app.selectbox[0].set_value("QM106").run()
    assert "<h2>Boats returned</h2>" in html(app) and app.query_params == {"code": "QM106"}


def test_all_that_is_held_of_a_measure_is_told_in_order():
    app = opened("QM103")
    assert not app.exception
    text = html(app)
    places = [text.index(part) for part in (
        "<h2>Cancelled ferry trips</h2>", "<dd>QM103</dd>", "Lower is better", ">2031-32</th><td>4.6%</td>",
        ">2030-31</th><td>3.1%</td>", "What the publications say", "share of trips called off", ">Sources<",
        'id="measure-source-1"',
    )]  # fmt: skip
    assert places == sorted(places)
    assert [link.proto.query_string for link in app.get("page_link")] == [
        "q=What+was+Cancelled+ferry+trips+%28QM103%29+in+England+and+Wales+in+2031-32%3F",
        "measure=QM103",
    ]
    assert [link.proto.page for link in app.get("page_link")] == ["", "figures"]


def test_every_mark_on_the_page_leads_to_a_source_on_it():
    text = html(opened("QM105S"))
    marks = [part.split('"')[0] for part in text.split('class="mark" href="#')[1:]]
    assert marks and all(f'id="{place}"' in text for place in marks)


@pytest.mark.parametrize("code", ["QM999", HOSTILE], ids=["gone", "odd"])
def test_a_measure_that_is_not_held_is_one_sentence_and_another_can_be_chosen(code):
    app = opened(code)
    assert not app.exception and NOT_HELD in html(app) and not app.query_params
    app.selectbox[0].set_value("QM106").run()
    assert NOT_HELD not in html(app) and "<h2>Boats returned</h2>" in html(app)


def test_what_publications_say_is_shown_as_text():
    app = opened(assistant=Holding(HOSTILE_FIGURES))
    app.selectbox[0].select_index(0).run()
    assert not app.exception and not app.markdown and f"<h2>{escaped(HOSTILE)}</h2>" in html(app)
    for raw in ("<img", "<script>document.title", "<b>loud", 'href="javascript'):
        assert raw not in html(app)


def test_an_assistant_that_fails_is_one_sentence():
    app = opened(assistant=Broken())
    assert not app.exception and UNEXPECTED in html(app)


def test_a_measure_is_told_through_its_revisions():
    held = history(DOCUMENTS, "QM105R")
    assert held == history(DOCUMENTS, "QM105S")
    assert held.measure.code == "QM105S" and held.earlier == ("Lanterns lit (QM105R)",)
    assert [(one.row.observation.period.label, one.row.figure, one.source) for one in held.figures] == [
        ("May 2031 to March 2032", "47.2%", 1),
        ("April 2031", "41.0%", 1),
        ("2030-31", "44.4%", 2),
    ]
    assert [source.publication.id for source in held.sources] == ["made-up-2032", "made-up-2031"]
    assert (
        "QM105R and QM105S are versions of one measure; the publications do not treat them as comparable." in held.notes
    )
    assert any("covers April 2031 only" in note for note in held.notes)


@pytest.mark.parametrize(
    ("key", "note"),
    [
        pytest.param("QM101", "The target changed from 70.0% in 2030-31 to 72.0% in 2031-32.", id="another-target"),
        pytest.param("QM106", "[z] stands for: Unreliable (less than 30 observations).", id="a-symbol"),
    ],
)
def test_what_to_mind_is_told(key, note):
    assert note in history(DOCUMENTS, key).notes


def test_a_cell_that_is_known_by_its_place_in_a_table_is_not_asked_about():
    app = opened(assistant=Holding(HOSTILE_FIGURES))
    app.selectbox[0].select_index(0).run()
    assert [link.proto.page for link in app.get("page_link")] == ["figures"]


def test_a_measure_that_nothing_changed_for_has_nothing_to_mind():
    assert history(DOCUMENTS, "QM104").notes == ()


@pytest.mark.parametrize(
    ("key", "kind"),
    [("QM101", "editions"), ("QM106", None), ("QM107a", None), ("Scorecard rating", "regions")],
    ids=["two-figures", "one-and-a-symbol", "one", "ratings"],
)
def test_a_chart_needs_figures_that_can_be_compared(key, kind):
    chart = history(DOCUMENTS, key).chart
    assert (chart.kind if chart else None) == kind
    if kind == "editions":
        assert [o.shown for o in chart.observations] == ["71.5", "69.5"]


def said(*sentences: str, section: tuple[str, ...] = ()) -> Passage:
    own = DOCUMENTS[1].passages[0]
    return replace(own, text=" ".join(sentences), sentences=sentences, section=section, kind="body")


@pytest.mark.parametrize(
    ("passage", "key", "expected"),
    [
        pytest.param(said("It rained.", "QM104 is about spades."), "QM104", ["QM104 is about spades."], id="its-code"),
        pytest.param(said("QM1041 is another."), "QM104", [], id="part-of-a-code"),
        pytest.param(said("The boats returned early."), "QM106", ["The boats returned early."], id="its-name"),
        pytest.param(
            said("QM102 is sold.", section=("Commissioned Rehabilitative Services",)), "QM102", [], id="other"
        ),
        pytest.param(said("QM102 is sold.", section=("Probation Service",)), "QM102", ["QM102 is sold."], id="own"),
    ],
)
def test_what_is_said_of_a_measure_is_what_names_it(passage, key, expected):
    first, second = DOCUMENTS
    held = history((replace(first, passages=()), replace(second, passages=(passage,))), key)
    assert [quote.quote for quote in held.said] == expected
    assert [quote.number for quote in held.said] == [len(held.sources) + 1][: len(expected)]


def test_each_measure_of_the_library_has_its_page_and_each_figure_its_source():
    held = library()
    for choice in measures(held):
        told = history(held, choice.key)
        numbers = [source.number for source in (*told.sources, *told.said)]
        assert numbers == list(range(1, len(numbers) + 1))
        for one in (*told.figures, *told.echoes):
            source = told.sources[one.source - 1]
            assert source.table is not None
            assert any(one.row.observation.shown in source.table.rows[row] for row in source.rows)
        for quote in told.said:
            assert quote.quote in quote.passage.text
