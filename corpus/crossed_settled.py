"""What the headings of a table mean once its title and labels are known: areas and measures that they alone name."""

from dataclasses import replace

from corpus.aliases import area_named
from corpus.crossed_columns import Columns
from corpus.crossed_said import BY_AREA, Said
from corpus.models import Measure, Table


def settled(table: Table, shape: Columns, title: Said) -> tuple[Columns, Said]:
    """The columns and title of a table, each saying what it says beside the other."""
    return _with_measures(_with_areas(table, shape, title), title)


def _with_areas(table: Table, shape: Columns, title: Said) -> Columns:
    """The columns of a table whose headings are areas, where it says that it goes by area and no label is one.

    An area in a heading need not be known by name, if another of the headings is.
    """
    in_labels = {"area", "areas over", "measures over"} & set(shape.labels.values())
    known = [one for one in shape.figures.values() if one.area]
    rest = [one for one in shape.figures.values() if not one.area]
    named = all(one.rest and one.measure is None and not one.kind for one in rest)
    measured = "measure" in shape.labels.values() or (title.measure is not None and title.measure.code)
    if in_labels or not known or not rest or not (named and measured and BY_AREA.search(table.title)):
        return shape
    told = {
        n: one if one.area else replace(one, area=area_named(one.rest), rest="") for n, one in shape.figures.items()
    }
    return replace(shape, figures=told)


def _with_measures(shape: Columns, title: Said) -> tuple[Columns, Said]:
    """The columns, where neither labels nor title name a measure by its code each heading naming one of its own.

    A title that only seems to name a measure names none where labels or headings do.
    """
    in_rows = bool({"measure", "areas over", "measures over"} & set(shape.labels.values()))
    in_headings = any(one.measure is not None or one.rest for one in shape.figures.values())
    if title.measure is not None and title.measure.code:
        return shape, title
    if not (in_rows or in_headings):
        return shape, title
    untitled = replace(title, measure=None)
    if in_rows or any(one.measure is not None for one in shape.figures.values()):
        return shape, untitled
    above = f"{title.measure.name}: " if title.measure else ""
    told = {n: _named(one, above) for n, one in shape.figures.items()}
    return replace(shape, figures=told), untitled


def _named(heading: Said, above: str) -> Said:
    """A heading whose words name a measure without a code, under what the title says `above` it."""
    return replace(heading, measure=Measure("", f"{above}{heading.rest}"), rest="") if heading.rest else heading
