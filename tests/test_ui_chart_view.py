"""Charts say in words, table and CSV what they show: figures as printed, a sign and a word beside every colour."""

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from made_up import bulletins
from streamlit.testing.v1 import AppTest
from ui_fake import HOSTILE, MADE_UP

from assistant.answers import Chart
from assistant.exports.workbook import as_csv
from corpus.models import Locator, Measure, Observation
from corpus.periods import performance_year
from ui.chart_bars import COLOURS, WIDEST, bar_chart, described
from ui.chart_view import file_name
from ui.chart_words import bars, data, unit
from ui.tile_map import tile_map


def observation(name: str = "Doors opened", value: str = "80.0", target: str = "90.0", **more) -> Observation:
    return Observation(
        measure=Measure("ZZ1", name, "Probation"), period=performance_year(2030), unit="percent",
        value=None if value.startswith("[") else Decimal(value), shown=value,
        target=None if not target or target.startswith("[") else Decimal(target), target_shown=target,
        locator=Locator(MADE_UP.id, "Table 2", "ZZ1"), **more,
    )  # fmt: skip


def chart(*observations: Observation, kind: str = "targets") -> Chart:
    return Chart(kind, "Made-up measures, 2030-31", observations, (MADE_UP,))


def spec(drawn: Chart) -> dict[str, list[dict]]:
    """What the layers of a chart draw, by the mark they are drawn with."""
    layers = bar_chart(bars(drawn), unit(drawn)).to_dict()
    return {
        layer["mark"]["type"] + layer["mark"].get("fontWeight", ""): layers["datasets"][layer["data"]["name"]]
        if "name" in layer["data"] else layer["data"]["values"]
        for layer in layers["layer"]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(observation(), "✗ Missed: 80.0%, target 90.0%", id="missed"),
        pytest.param(observation(value="90.0"), "✓ Met: 90.0%, target 90.0%", id="met"),
        pytest.param(
            observation(value="95.0", lower_is_better=True),
            "✗ Missed: 95.0%, target at most 90.0% (lower is better)", id="a-ceiling",
        ),
        pytest.param(observation(value="[z]"), "Not available: published as [z], target 90.0%", id="a-symbol"),
        pytest.param(observation(target="[x]"), "80.0%, target [x]", id="no-target-to-meet"),
        pytest.param(observation(target=""), "80.0%", id="without-target"),
        pytest.param(
            observation(counted=False), "✗ Missed: 80.0%, target 90.0% (not in the publication's count)", id="apart"
        ),
    ],
)  # fmt: skip
def test_a_bar_says_by_sign_and_word_how_a_figure_stands(given, said):
    assert [bar.said for bar in bars(chart(given))] == [said]


def test_years_are_named_by_year_and_say_how_they_moved():
    later = replace(observation(value="85.5"), period=performance_year(2031), change=Decimal("5.5"))
    first, second = bars(chart(observation(), later, kind="editions"))
    assert (first.name, second.name) == ("2030-31", "2031-32")
    assert second.said.endswith("; up 5.5 percentage points on the year before, an improvement")


def test_a_symbol_has_no_bar_and_keeps_its_line_for_the_target():
    drawn = spec(chart(observation(value="[z]"), observation(value="0.0")))
    assert [row["value"] for row in drawn["bar"]] == [0.0]
    assert [row["value"] for row in drawn["rule"]] == [90.0, 90.0]


def test_words_are_whole_and_in_lines_that_fit_a_narrow_screen():
    name = "A made-up measure with a name that is longer than any line of a narrow screen could hold"
    drawn = spec(chart(observation(name), observation()))
    assert " ".join(row["line"] for row in drawn["textbold"]) == f"{name} (ZZ1) Doors opened (ZZ1)"
    assert all(len(row["line"]) <= WIDEST for kind in ("textbold", "textnormal") for row in drawn[kind])
    heights = [row["y"] for kind in ("textbold", "textnormal", "bar") for row in drawn[kind]]
    assert len(set(heights)) == len(heights)


@pytest.mark.parametrize(
    ("value", "end"), [("80.0", 100.0), ("1.0", 2.1), ("150.0", 157.5)], ids=["shares", "small", "large"]
)
def test_the_scale_begins_at_nothing_and_holds_every_figure(value, end):
    drawn = bar_chart(bars(chart(observation(value=value, target="2.0"))), "%").to_dict()
    domains = [
        layer["encoding"]["x"]["scale"]["domain"] for layer in drawn["layer"] if "scale" in layer["encoding"]["x"]
    ]
    assert all(low == 0 and high == pytest.approx(end) for low, high in domains)


@pytest.mark.parametrize("page", ["#ffffff", "#171614"])
@pytest.mark.parametrize("colour", COLOURS.values())
def test_bars_can_be_told_from_the_page_in_both_themes(colour, page):
    assert contrast(colour, page) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 works it out, 1 to 21."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_those_who_hear_the_page_are_told_every_figure():
    said = described(bars(chart(observation(), observation("Gates shut", "[z]"))), "Made-up")
    assert "Doors opened (ZZ1): ✗ Missed: 80.0%, target 90.0%." in said
    assert "Gates shut (ZZ1): Not available: published as [z]" in said


def test_the_data_are_as_printed_each_with_its_place():
    headers, rows = data(chart(observation(change_shown="-2.0pp"), observation(value="[z]", target="[x]")))
    assert headers == (
        "Measure", "Period", "Area", "Figure (%)", "Target (%)", "Better", "Against target",
        "Change on the previous year", "Place",
    )  # fmt: skip
    assert rows[0] == (
        "Doors opened (ZZ1)", "2030-31", "England and Wales", "80.0", "90.0", "Higher", "Missed", "-2.0pp",
        f"{MADE_UP.title}, Table 2, ZZ1",
    )  # fmt: skip
    assert rows[1][3:8] == ("[z]", "[x]", "Higher", "", "")
    assert list(csv.reader(io.StringIO(as_csv(headers, rows).decode("utf-8-sig")))) == [list(headers), *map(list, rows)]


def test_columns_that_no_row_fills_are_left_out():
    headers, _ = data(chart(observation(target=""), kind="editions"))
    assert headers == ("Period", "Measure", "Area", "Figure (%)", "Place")


def ratings() -> Chart:
    document = bulletins()[1]
    rows = tuple(o for o in document.observations if o.unit == "rating")
    return Chart("regions", "Made-up ratings", rows, (document.publication,))


def test_a_tile_says_its_area_its_rating_and_what_that_is_called():
    tiles = re.findall(r"<li.*?</li>", tile_map(ratings()))
    words = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", tile)) for tile in tiles]
    assert "North Marsh: rated 3 Good" in words
    assert len(words) == len(ratings().observations)


def test_the_higher_the_rating_the_darker_its_tile_and_none_is_no_colour():
    first, *others = ratings().observations
    drawn = tile_map(replace(ratings(), observations=(replace(first, value=None, shown="[x]", label=""), *others)))
    assert drawn.count('class="tile none"') == 1
    assert set(re.findall(r"--share:(\d+)%", drawn)) == {"0", "100"}


def test_hostile_names_bring_no_markup_into_the_map():
    first, *others = ratings().observations
    hostile = replace(first, area=HOSTILE, label=HOSTILE, shown=HOSTILE)
    drawn = tile_map(replace(ratings(), title=HOSTILE, observations=(hostile, *others)))
    assert not re.search(r"<(img|script|a |b>l|i>)", drawn)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Doors (ZZ1), by year", "doors-zz1-by-year.csv"), ("../../etc/$x", "etc-x.csv"), ("—", "figures.csv")],
)
def test_a_file_is_named_by_the_title(title, name):
    assert file_name(replace(ratings(), title=title)) == name


def page(kind: str) -> None:
    """A page of one chart with hostile words, as a script of its own."""
    from dataclasses import replace

    from test_ui_chart_view import chart, observation, ratings
    from ui_fake import HOSTILE

    from ui.chart_view import draw_chart

    given = ratings() if kind == "regions" else chart(observation(HOSTILE), observation("Gates", "[z]"), kind=kind)
    draw_chart(replace(given, title=HOSTILE), "made-up")


@pytest.mark.parametrize("kind", ["targets", "editions", "regions"])
def test_a_chart_is_drawn_with_its_table_and_its_file(kind):
    app = AppTest.from_function(page, kwargs={"kind": kind}).run(timeout=30)
    assert not app.exception
    drawn = " ".join(one.proto.body for one in app.get("html"))
    assert "Data as a table" in drawn and "<table>" in drawn
    assert not re.search(r"<(img|script)", drawn)
    assert len(app.get("download_button")) == 1
    assert len(app.get("vega_lite_chart")) == (0 if kind == "regions" else 1)
