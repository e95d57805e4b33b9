"""Printing a made-up edition's truth as a bulletin, in one of several layouts."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generated import Edition
from generated_rows import Row

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
CHANGE = "Percentage point change from previous performance year"
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Printed:
    """A part of a bulletin: its heading or caption and paragraph ("" without), and its table."""

    heading: str = ""
    paragraph: str = ""
    caption: str = ""
    headers: Cells = ()
    rows: Sequence[Cells] = ()


def text(edition: Edition) -> str:
    """The bulletin in its layout; notes stand under the tables (pipe) or at the end."""
    return {"pipe": _piped, "flat": _flattened, "html": _page}[edition.layout](edition)


def notes(edition: Edition) -> list[str]:
    """The notes in the order of their numbers."""
    direction, *rest = edition.notes
    return [*rest, direction] if "direction last" in edition.ways else [direction, *rest]


def _parts(edition: Edition) -> list[Printed]:
    end = edition.start + 1
    span = f"April {edition.start} to March {end}"
    opening = f"This made-up publication sets out statistics on Probation Performance from {span}."
    scorecard = [
        Printed("Probation Scorecard", "Each region is rated by its share of the highest score. The thresholds are:",
                "", ("Probation Scorecard Rating", "Probation Scorecard Thresholds"), _bands(edition)),
        Printed("", "", f"Probation Service Scorecard Ratings for all regions, {span}, England and Wales.",
                *_ratings(edition)),
    ]  # fmt: skip
    names = {"Probation": "Probation Service", "CRS": "Commissioned Rehabilitative Services"}
    services = [
        Printed(f"{name} Delivery of Service Level Metrics", "", f"{name} Performance of all service levels, {span}, "
                f"England and Wales{_caption_marks(edition) if service == 'Probation' else ''}",
                *_measures(edition, service))
        for service, name in names.items()
    ]  # fmt: skip
    ordered = [*services, *scorecard] if "scorecard last" in edition.ways else [*scorecard, *services]
    symbols = Printed("Further Information", "These symbols stand in the tables:", "", ("Symbol", "Description"),
                      edition.symbols)  # fmt: skip
    return _numbered([Printed("Main Points", f"{opening}\n{_printed_count(edition)}"), *ordered, symbols])


def _numbered(parts: Sequence[Printed]) -> list[Printed]:
    """The parts with their sections and tables numbered in order."""
    sections = tables = 0
    done = []
    for part in parts:
        sections, tables = sections + bool(part.heading), tables + bool(part.caption)
        heading = f"{sections}. {part.heading}" if part.heading else ""
        caption = f"Table {tables}: {part.caption}" if part.caption else ""
        done.append(Printed(heading, part.paragraph, caption, part.headers, part.rows))
    return done


def _printed_count(edition: Edition) -> str:
    counted = [row for row in edition.of("Probation") if row.counted]
    met, when = sum(row.met for row in counted), f"{edition.start} to {edition.start + 1}"
    return f"On a national level, {met} of {len(counted)} probation service levels met their target in {when}."


def _mark(edition: Edition, note: str) -> str:
    kind = "note" if edition.layout == "pipe" else "footnote"
    return f"[{kind} {notes(edition).index(note) + 1}]"


def _caption_marks(edition: Edition) -> str:
    """The marks of the notes on measures; that of direction may stand in its row instead."""
    direction, counts, changes, _ = edition.notes
    marks = [_mark(edition, note) for note in (counts, changes)]
    marks += [] if "row marks" in edition.ways else [_mark(edition, direction)]
    joined = (" " if "marks apart" in edition.ways else "").join(marks)
    return f" {joined}" if "marks apart" in edition.ways else joined


def _bands(edition: Edition) -> list[Cells]:
    rows = []
    for number, band in enumerate(edition.thresholds):
        parts = [f"Less than {edition.thresholds[number - 1].lower}%"] if number else []
        if band.lower is not None:
            parts.append(f"{'greater' if parts else 'Greater'} than or equal to {band.lower}%")
        rows.append((f"{band.rating} - {band.name}", " and ".join(parts)))
    return rows


def _ratings(edition: Edition) -> tuple[Cells, list[Cells]]:
    names = {band.rating: band.name for band in edition.thresholds}
    note = edition.notes[3]
    marked = {
        area: area + _mark(edition, note)
        for area, _ in edition.ratings
        if note == f"{area} was rated after moderation."
    }
    rated = [*edition.ratings, ("England and Wales", edition.whole)]
    rows = [(marked.get(area, area), str(rating), names[rating]) for area, rating in rated]
    headers = ("Region", "Overall Score", "Score Description")
    return (headers, rows) if "descriptions" in edition.ways else (headers[:2], [row[:2] for row in rows])


def _measures(edition: Edition, service: str) -> tuple[Cells, list[Cells]]:
    """The table of a service; the period is a column where any row covers part of the year."""
    with_period = "with periods" in edition.ways or any(row.months < 12 for row in edition.rows)
    span = f"April {edition.start} to March {edition.start + 1}"
    headers = ["Performance Measure", "Performance (%)", "Target (%)", CHANGE]
    if with_period:
        headers.insert(1, "Period Covered")
    elif "dated headings" in edition.ways:
        headers[1:3] = [f"Annual Performance {span} (%)", f"Annual Target {span} (%)"]
    return headers, [_cells(edition, row, with_period) for row in edition.of(service)]


def _cells(edition: Edition, row: Row, with_period: bool) -> Cells:
    prefix = "CRS " if row.service == "CRS" and "CRS prefix" in edition.ways else ""
    mark = _mark(edition, edition.notes[0]) if row.lower and "row marks" in edition.ways else ""
    value = row.symbol if row.value is None else f"{row.value} {row.mark}".strip()
    cells = [f"{prefix}{row.code} - {row.name}{mark}", value, _or_x(row.target), _or_x(row.change, "pp")]
    if with_period:
        ends = [f"{MONTHS[at]} {edition.start + (at > 8)}" for at in dict.fromkeys((row.first, row.last))]
        cells.insert(1, " to ".join(ends))
    return cells


def _or_x(number: Decimal | None, unit: str = "") -> str:
    return "[x]" if number is None else f"{number:.1f}{unit}"


def _piped(edition: Edition) -> str:
    def table(part: Printed) -> str:
        lines = [f"{' | '.join(cells)} |" for cells in (part.headers, *part.rows)]
        return "\n".join([lines[0], "---|" * len(part.headers), *lines[1:]])

    listed = "\n".join(f"[note {number}] {note}" for number, note in enumerate(notes(edition), 1))
    *above, last = _text_of(edition, table)
    return "\n\n".join([*above, listed, last, f"Produced by the {edition.publisher}"])


def _flattened(edition: Edition) -> str:
    def table(part: Printed) -> str:
        return "\n".join(" ".join(cells) for cells in (part.headers, *part.rows))

    footnotes = [f"  {number}. {note}" for number, note in enumerate(notes(edition), 1)]
    parts = _text_of(edition, table)
    return "\n\n".join([*parts, f"Produced by the {edition.publisher}", *footnotes])


def _text_of(edition: Edition, table: Callable[[Printed], str]) -> list[str]:
    day = f"{edition.published.day} {edition.published:%B %Y}"
    parts = [f"Official Statistics\n\n{edition.title}\n\nPublished {day}\n\nApplies to England and Wales"]
    for part in _parts(edition):
        caption = f"{part.caption}\n(Source: made up)" if part.caption else ""
        pieces = (part.heading, part.paragraph.replace("\n", "\n\n"), caption, table(part) if part.headers else "")
        parts.append("\n\n".join(filter(None, pieces)))
    return parts


def _page(edition: Edition) -> str:
    """The bulletin as a page such as the government's site has."""
    day = f"{edition.published.day} {edition.published:%B %Y}"
    items = "\n".join(
        f'<li id="fn:{number}" role="doc-endnote"><p>{html.escape(note)} '
        f'<a href="#fnref:{number}" class="reversefootnote" role="doc-backlink">↩</a></p></li>'
        for number, note in enumerate(notes(edition), 1)
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{edition.title} - GOV.UK</title></head>
<body><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><h1>{edition.title}</h1>
<p>Published {day}</p>
<p>Applies to England and Wales</p>
<div class="govspeak">
{"".join(map(_markup, _parts(edition)))}
<p>Produced by the {html.escape(edition.publisher)}</p>
<div class="footnotes" role="doc-endnotes"><ol>
{items}
</ol></div></div></main>
<footer><a href="/contact">Contact</a></footer></body></html>
"""


def _markup(part: Printed) -> str:
    heading = f"<h2>{_marked(part.heading)}</h2>\n" if part.heading else ""
    paragraphs = "".join(f"<p>{_marked(line)}</p>\n" for line in part.paragraph.split("\n") if line)
    if not part.headers:
        return heading + paragraphs
    caption = f"<caption>{_marked(part.caption)}</caption>\n" if part.caption else ""
    head = "".join(f'<th scope="col">{_marked(cell)}</th>' for cell in part.headers)
    body = "".join(f"<tr>{''.join(f'<td>{_marked(cell)}</td>' for cell in row)}</tr>\n" for row in part.rows)
    table = f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    return heading + paragraphs + table


def _marked(words: str) -> str:
    """The words as HTML, the marks of footnotes as raised links."""
    escaped = html.escape(words, quote=False)
    for number in range(1, 9):
        mark = f"[footnote {number}]"
        link = f'<sup id="fnref:{number}"><a href="#fn:{number}" class="footnote" rel="footnote">{mark}</a></sup>'
        escaped = escaped.replace(mark, link)
    return escaped
