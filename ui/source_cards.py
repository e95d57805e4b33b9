"""Each source of an answer as a card that opens to the place cited, in its surroundings, highlighted.

The cited row, figures or words carry a sign and a label as well as a colour, so nothing rests on colour alone.
"""

import re
from collections.abc import Collection

from assistant.answers import Citation
from assistant.exports.text import released
from corpus.models import Note, Table
from corpus.observations import row_quote
from ui.addresses import reading_link
from ui.safe_text import escaped, web_address

NUMBER = re.compile(r"[-+−]?£?[\d,]*\.?\d+\s*(?:%|pp)?|\[\w\]|-")
Cell = tuple[int, int]  # the indexes of its row and its column
QUOTED_ROWS = 3  # a quote of more rows than this is the table itself


def source_card(citation: Citation, place: str) -> str:
    """A card; `place` is the id on the page that a mark of this source leads to."""
    publication = citation.publication
    head = (
        f'<span class="number">{citation.number}</span>'
        f'<span class="what"><span class="title">{escaped(publication.title)}</span>'
        f'<span class="where"><span>{escaped(str(citation.locator))}</span> '
        f'<span class="when">{escaped(released(publication))}</span></span></span>'
    )
    return (
        f'<details class="card"><summary>{head}</summary>'
        f'<div class="inside" id="{escaped(place)}">{source_body(citation)}</div></details>'
    )


def source_body(citation: Citation) -> str:
    """What is cited, highlighted in its surroundings, and where it can be read."""
    return (_table_body(citation) or _text_body(citation)) + _foot(citation)


def _foot(citation: Citation) -> str:
    """Where the publication can be read, and whether these are its own words."""
    publication, table = citation.publication, citation.table
    words = citation.passage.text if citation.passage else citation.quote
    if table and citation.rows:
        words = row_quote(table, citation.rows[0])
    here = reading_link(publication.id, str(citation.locator), words)
    parts = [f'<p><a href="{escaped(here)}">Read on from here</a></p>']
    if publication.summary:
        parts.append("<p>A summary of what the publication says, not its own words.</p>")
    if address := web_address(publication.url):
        link = f'<a href="{escaped(address)}" target="_blank" rel="noopener noreferrer">'
        parts.append(f"<p>{link}Read the publication (opens in a new tab)</a></p>")
    return f'<div class="foot">{"".join(parts)}</div>' if parts else ""


def _text_body(citation: Citation) -> str:
    """The passage with the quote highlighted; the quote alone where it is not a part of the passage."""
    text = citation.passage.text if citation.passage else ""
    before, found, after = text.partition(citation.quote) if citation.quote else (text, "", "")
    path = " › ".join(citation.passage.section) if citation.passage else ""
    section = f'<p class="section">{escaped(path)}</p>' if path else ""
    if found:
        return f'{section}<p class="passage">{escaped(before)}{_marked(found)}{escaped(after)}</p>'
    rest = f'<p class="passage">{escaped(text)}</p>' if text else ""
    return f'{section}<p class="passage">{_marked(citation.quote)}</p>{rest}'


def _table_body(citation: Citation) -> str:
    """The whole table with the cited rows highlighted, their figures outlined, and notes; a short quote above it."""
    table, cited = citation.table, citation.rows
    if table is None:
        return ""
    quote = f'<p class="passage">{_marked(citation.quote)}</p>' if len(cited) <= QUOTED_ROWS else ""
    return quote + _table_html(table, cited, frozenset(citation.cells)) + _notes(table, cited)


def _marked(quote: str) -> str:
    return f'<mark><span class="unseen">Quoted: </span>{escaped(quote)}</mark>'


def _table_html(table: Table, cited: Collection[int], cells: Collection[Cell]) -> str:
    name = escaped(". ".join(part for part in (table.locator.place, table.title) if part))
    columns = {column for _, column in cells}
    heads = "".join(_head(header, column in columns) for column, header in enumerate(table.headers))
    rows = "".join(_row(table, index, index in cited, cells) for index in range(len(table.rows)))
    return (
        f'<p class="noted">{name}</p><div class="scroll" role="group" tabindex="0" aria-label="{name}">'
        f'<table aria-label="{name}"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _head(header: str, cited: bool) -> str:
    sign = '<span aria-hidden="true">▼ </span>' if cited else ""
    return f'<th scope="col"{_class("cited", cited)}>{sign}{escaped(header)}</th>'


def _row(table: Table, index: int, cited: bool, cells: Collection[Cell]) -> str:
    first, *others = table.rows[index]
    sign = '<span aria-hidden="true">► </span><span class="unseen">Cited row: </span>' if cited else ""
    marks = "".join(f" <small>[{escaped(mark)}]</small>" for mark in table.marks.get(index, ()))
    drawn = "".join(_cell(text, (index, column) in cells) for column, text in enumerate(others, 1))
    return f'<tr{_class("cited", cited)}><th scope="row">{sign}{escaped(first)}{marks}</th>{drawn}</tr>'


def _cell(text: str, cited: bool) -> str:
    kinds = [*(["number"] if NUMBER.fullmatch(text.strip()) else []), *(["figure"] if cited else [])]
    sign = '<span class="unseen">Cited figure: </span>' if cited else ""
    return f"<td{_class(' '.join(kinds), bool(kinds))}>{sign}{escaped(text)}</td>"


def _class(name: str, given: bool) -> str:
    return f' class="{name}"' if given else ""


def _notes(table: Table, cited: Collection[int]) -> str:
    """The table's notes, those of the cited rows first."""
    marks = {mark for row in cited for mark in table.marks.get(row, ())}
    own = [note for note in table.notes if note.mark in marks]
    others = [note for note in table.notes if note not in own]
    return _note_list("Notes on what is cited", own) + _note_list("Notes to the table", others)


def _note_list(title: str, notes: list[Note]) -> str:
    if not notes:
        return ""
    items = "".join(f"<li><b>{escaped(note.mark)}</b> {escaped(note.text)}</li>" for note in notes)
    return f'<p class="noted">{title}</p><ul class="notes">{items}</ul>'
