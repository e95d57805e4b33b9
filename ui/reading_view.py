"""A publication as HTML to read: headings, text and tables, each with a name that a link can lead to.

The place that was asked for carries a sign and words as well as a colour, so nothing rests on colour alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.found_words import spans
from assistant.reading_order import Block, Section, Spot
from corpus.models import Note, Passage, Table
from ui.addresses import reading_link
from ui.safe_text import escaped
from ui.source_cards import NUMBER

LOWEST = 6  # of the headings of HTML
SIGN = '<span aria-hidden="true">► </span><span class="unseen">The place asked for: </span>'


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked in a text: the place asked for, and the words looked for, as stems."""

    spot: Spot | None = None
    words: frozenset[str] = frozenset()


def marked_html(text: str, words: frozenset[str]) -> str:
    """Escaped text with the words of these stems marked."""
    made, at = [], 0
    for start, end in spans(text, words):
        made += [escaped(text[at:start]), f"<mark>{escaped(text[start:end])}</mark>"]
        at = end
    return "".join([*made, escaped(text[at:])])


def sections_html(sections: Iterable[Section], marking: Marking) -> str:
    """The text under its headings."""
    return f'<div class="reading">{"".join(_section(section, marking) for section in sections)}</div>'


def contents_html(sections: Sequence[Section], here: Iterable[Section], publication: str) -> str:
    """The headings as a nested list of links; those of sections not on the page lead to the part that has them."""
    on_page = {section.anchor for section in here}
    headed = [section for section in sections if section.heading]
    links = [(section.depth, _to(section, section.anchor in on_page, publication)) for section in headed]
    made, depths = [], [0]
    for depth, link in links:
        while depths[-1] > depth:
            depths.pop()
            made.append("</li></ul>")
        if depth > depths[-1]:
            depths.append(depth)
            made.append(f"<ul><li>{link}")
        else:
            made.append(f"</li><li>{link}")
    return "".join([*made, *("</li></ul>" for _ in depths[1:])])


def _to(section: Section, on_page: bool, publication: str) -> str:
    address = f"#{section.anchor}" if on_page else reading_link(publication, section.anchor)
    return f'<a href="{escaped(address)}">{escaped(section.heading)}</a>'


def _section(section: Section, marking: Marking) -> str:
    made = []
    if section.heading:
        level = min(section.depth + 1, LOWEST)
        here = marking.spot == Spot(section.anchor)
        name = f'id="{section.anchor}"{_here(here)}'
        made.append(f"<h{level} {name}>{SIGN if here else ''}{marked_html(section.heading, marking.words)}</h{level}>")
    before = section.heading
    for block in section.blocks:
        made.append(_block(block, marking, "" if _is_said(block.place, section, before) else block.place))
        before = block.place
    return "".join(made)


def _is_said(place: str, section: Section, before: str) -> bool:
    """Whether a place needs no naming: it is that of the heading, or of the block before."""
    heading = section.heading.partition(". ")[2] or section.heading
    return place == before or not section.heading or place.endswith((heading, section.heading))


def _block(block: Block, marking: Marking, place: str) -> str:
    here = marking.spot is not None and marking.spot.anchor == block.anchor
    whole = here and marking.spot is not None and marking.spot.row is None
    named = f'<p class="at">{escaped(place)}</p>' if place and not block.table else ""
    sign = f'<p class="sign">{SIGN}</p>' if whole else ""
    text = "".join(_passage(passage, marking.words) for passage in block.passages)
    table = _table(block.table, block, marking) if block.table else ""
    cited = " cited" if whole else ""
    return f'<div class="block{cited}" id="{block.anchor}"{_here(whole)}>{sign}{named}{text}{table}</div>'


def _here(here: bool) -> str:
    """What marks the place that is brought into view."""
    return ' tabindex="-1" data-here' if here else ""


def _passage(passage: Passage, words: frozenset[str]) -> str:
    first, *lines = passage.text.split("\n")
    if passage.kind == "item" and lines:
        items = "".join(f"<li>{marked_html(line, words)}</li>" for line in lines)
        return f"<p>{marked_html(first, words)}</p><ul>{items}</ul>"
    return f'<p class="passage {passage.kind}">{marked_html(passage.text, words)}</p>'


def _table(table: Table, block: Block, marking: Marking) -> str:
    name = ". ".join(part for part in (table.locator.place, table.title) if part)
    heads = "".join(f'<th scope="col">{marked_html(header, marking.words)}</th>' for header in table.headers)
    rows = "".join(_row(table, Spot(block.anchor, row), marking) for row in range(len(table.rows)))
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{escaped(name)}">'
        f"<table><caption>{marked_html(name, marking.words)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{_notes(table.notes, marking.words)}"
    )


def _row(table: Table, spot: Spot, marking: Marking) -> str:
    row = spot.row or 0
    first, *others = table.rows[row]
    here = spot == marking.spot
    marks = "".join(f" <small>[{escaped(mark)}]</small>" for mark in table.marks.get(row, ()))
    cells = "".join(f"<td{_number(cell)}>{marked_html(cell, marking.words)}</td>" for cell in others)
    cited = ' class="cited"' if here else ""
    return (
        f'<tr id="{spot.name}"{cited}{_here(here)}><th scope="row">{SIGN if here else ""}'
        f"{marked_html(first, marking.words)}{marks}</th>{cells}</tr>"
    )


def _number(cell: str) -> str:
    return ' class="number"' if NUMBER.fullmatch(cell.strip()) else ""


def _notes(notes: Sequence[Note], words: frozenset[str]) -> str:
    if not notes:
        return ""
    items = "".join(f"<li><b>{escaped(note.mark)}</b> {marked_html(note.text, words)}</li>" for note in notes)
    return f'<p class="noted">Notes to the table</p><ul class="notes">{items}</ul>'
