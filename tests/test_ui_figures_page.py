"""The page of every published figure, driven as a user would, over two made-up bulletins."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from made_up import bulletins
from streamlit.testing.v1 import AppTest
from ui_fake import HOSTILE, HOSTILE_FIGURES

from assistant.figures import HEADERS, rows
from ui import figures_page as its
from ui.figure_grid import HEADERS as SHOWN
from ui.frame import UNEXPECTED
from ui.safe_text import escaped, label


class Holding:
    """Stands for an assistant that holds documents."""

    def __init__(self, *documents) -> None:
        self._documents = documents

    def documents(self):
        return self._documents


class Broken:
    def documents(self):
        raise KeyError("an inner detail")


def page(assistant):
    from ui.figures_page import figures_page

    figures_page(assistant)


def opened(assistant=None, **address) -> AppTest:
    """The page at an address, with what it says."""
    app = AppTest.from_function(page, args=(assistant or Holding(*bulletins()),), default_timeout=60)
    app.query_params.update(address)
    return app.run()


def html(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, in order."""
    return "\n".join(block.value for block in app.html)


def pick(app: AppTest, filtered_by: str, chosen: str) -> AppTest:
    return app.selectbox(key=f"figures-{filtered_by}").set_value(chosen).run()


def grid(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["Measure"])


def test_every_figure_is_shown_with_ways_to_filter_and_to_keep_it():
    app = opened()
    assert not app.exception
    count = len(rows(bulletins()))
    assert f"<b>{count} figures</b>" in html(app) and len(grid(app)) == count
    assert [box.label for box in app.selectbox] == list(its.LABELS.values())
    assert [box.value for box in app.selectbox] == [""] * 6
    assert [button.proto.label for button in app.get("download_button")] == [
        "Download as CSV (.csv)",
        "Download as Excel (.xlsx)",
    ]
    assert not app.button  # nothing to be rid of


def test_the_grid_sorts_numbers_as_numbers_and_has_none_where_a_symbol_is_printed():
    shown = opened(measure="QM106").dataframe[0].value
    assert list(shown.columns) == list(SHOWN)
    assert shown["Figure"].dtype == "float64" and shown["Figure"].tolist()[0] == 12.5
    assert shown["Figure"].isna().tolist() == [False, True]
    assert shown["Note"].tolist() == ["Change [x]", "Figure [z]; change [x]"]


def test_filters_narrow_the_figures_and_one_anothers_choices():
    app = pick(opened(), "measure", "QM106")
    assert grid(app) == ["Boats returned (QM106)"] * 2
    assert app.selectbox(key="figures-period").options == ["Every period", "2031-32", "2030-31"]
    pick(app, "period", "2030-31")
    assert app.selectbox(key="figures-outcome").options == ["Met or not", "No figure published"]
    assert "<b>1 of " in html(app)


def test_words_filter_too_and_what_fits_nothing_says_so():
    app = opened()
    app.text_input[0].set_value("lanterns watched").run()
    assert grid(app) == ["Lanterns lit for watched ships (QM105S)"]
    app.text_input[0].set_value("zeppelin").run()
    assert its.NOTHING in html(app) and not app.dataframe and not app.get("download_button")


def test_every_filter_can_be_taken_away_at_once():
    app = opened(words="lanterns", period="2031-32")
    app.button[0].click().run()
    assert len(grid(app)) == len(rows(bulletins())) and app.text_input[0].value == "" and not app.query_params


def test_the_address_says_what_is_chosen_and_a_view_can_be_linked_to():
    app = pick(pick(opened(), "measure", "CRS QM101"), "outcome", "met")
    assert app.query_params == {"measure": "CRS QM101", "outcome": "met"}
    again = opened(**app.query_params)
    assert grid(again) == grid(app) == ["Kettles mended (CRS QM101)"]
    assert again.selectbox(key="figures-measure").value == "CRS QM101"


def test_an_address_that_changes_under_the_page_is_followed():
    app = pick(opened(), "period", "2031-32")
    app.query_params["period"] = "2030-31"  # as the browser's button back does
    app.run()
    assert set(app.dataframe[0].value["Period"]) == {"2030-31"}


def test_filters_are_there_again_on_coming_back_to_the_page():
    def pages(assistant):
        import streamlit as st

        from ui.figures_page import figures_page

        if st.checkbox("Elsewhere"):
            st.query_params.clear()
        else:
            figures_page(assistant)

    app = AppTest.from_function(pages, args=(Holding(*bulletins()),), default_timeout=60).run()
    pick(app, "measure", "QM104")
    app.checkbox[0].check().run()
    assert not app.dataframe and not app.query_params
    app.checkbox[0].uncheck().run()
    assert grid(app) == ["Gardens dug (QM104)"] * 2 and app.query_params == {"measure": "QM104"}


@pytest.mark.parametrize("address", [{"measure": "QM999"}, {"period": "soon", "outcome": HOSTILE}], ids=["gone", "odd"])
def test_what_an_address_names_and_is_not_held_is_left_out(address):
    app = opened(**address)
    assert not app.exception and len(grid(app)) == len(rows(bulletins())) and not app.query_params


def choose(app: AppTest, place: int) -> AppTest:
    """Choose a figure of the plain table by the box beneath it."""
    app.toggle[0].set_value(True).run()
    return app.selectbox[-1].select_index(place).run()


def test_a_plain_table_has_the_same_rows_as_text():
    app = opened(measure="QM106")
    app.toggle[0].set_value(True).run()
    assert not app.dataframe
    assert '<th scope="row">Boats returned (QM106)</th><td>[z]</td><td>20.0%</td><td>[x]</td>' in html(app)
    assert "<caption>Published figures</caption>" in html(app)


def test_a_long_plain_table_says_that_it_goes_on(monkeypatch):
    monkeypatch.setattr(its, "PLAIN_ROWS", 3)
    app = opened()
    app.toggle[0].set_value(True).run()
    assert f"The first 3 of {len(rows(bulletins()))} figures" in html(app) and html(app).count("<tr>") == 4


def test_choosing_a_figure_shows_where_it_is_printed_and_leads_to_its_measure():
    app = choose(opened(measure="CRS QM101"), 1)
    text = html(app)
    assert "Kettles mended (CRS QM101), England and Wales, 2030-31: 81.0%" in text
    assert "Table 3, QM101, Made-up Office, 24 July 2031" in text
    assert "Quoted: </span>QM101 - Kettles mended" in text
    link = app.get("page_link")[0].proto
    assert (link.page, link.query_string) == ("measure", "code=CRS+QM101")
    assert link.label == label("All about Kettles mended (CRS QM101)")


def test_a_symbol_is_explained_where_it_is_chosen():
    assert "[z] stands for: Unreliable (less than 30 observations)." in html(choose(opened(measure="QM106"), 1))


def test_another_view_shows_no_source_of_the_view_before():
    app = choose(opened(), 0)
    pick(app, "measure", "QM106")
    assert 'class="chosen"' not in html(app)


def test_files_hold_exactly_what_is_shown():
    figures = [figure for figure in rows(bulletins()) if figure.key == "QM106"]
    told = list(csv.DictReader(StringIO(its._csv(figures).decode("utf-8-sig"))))
    assert [line["Figure as printed"] for line in told] == ["12.5", "[z]"] and told[1]["Figure"] == ""
    sheet = openpyxl.load_workbook(BytesIO(its._excel(figures))).active
    read = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert read[0] == list(HEADERS) and [row[5] for row in read[1:]] == [12.5, None] and len(read) == 3


def test_what_publications_say_is_shown_as_text():
    app = choose(opened(Holding(HOSTILE_FIGURES)), 0)
    assert not app.exception and not app.markdown
    text = html(app)
    assert escaped(HOSTILE) in text
    for raw in ("<img", "<script>document.title", "<b>loud", 'href="javascript'):
        assert raw not in text
    assert app.get("page_link")[0].proto.label.startswith("All about &#60;img")


def test_an_assistant_that_fails_is_one_sentence():
    app = opened(Broken())
    assert not app.exception and UNEXPECTED in html(app) and "inner detail" not in html(app)
