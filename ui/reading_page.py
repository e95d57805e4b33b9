"""The page to read a publication on: the whole of it in order, its contents, words found in it, the place asked for."""

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from assistant.arranged import arranged
from assistant.exports.text import released
from assistant.found_words import Hit, excerpt, places, wanted
from assistant.held import later_edition
from assistant.reading_order import Reading, Section, part_of, parts
from corpus.models import Document, Publication
from ui.addresses import page_link, reading_link
from ui.frame import NAME, STYLE, draw_frame, draw_problem, sentence
from ui.held_view import counted
from ui.reading_view import Marking, contents_html, marked_html, sections_html
from ui.safe_text import escaped, web_address

AROUND = 60  # letters shown before and after a word found
LISTED = 50  # places with the words looked for; all are marked in the text
SUMMARY = "This is a summary in our own words, with the tables in full. It is not the publication's own text."
# Waits for the text to be there; no text enters the script.
TO_PLACE = """<script>
const seek = tries => {
  const here = document.querySelector("[data-here]");
  if (!here) { if (tries) setTimeout(seek, 100, tries - 1); return; }
  const tall = here.matches("h2, h3, h4, h5, h6") || here.offsetHeight > innerHeight / 2;
  here.scrollIntoView({block: tall ? "start" : "center"});
  here.focus({preventScroll: true});
};
seek(50);
</script>"""


class Reads(Protocol):
    """What the page needs of an assistant."""

    def documents(self) -> tuple[Document, ...]:
        """Everything held."""


def reading_page(assistant: Reads) -> None:
    """Draw the publication that the address names, at the place it names."""
    try:
        held = assistant.documents()
    except Exception as error:
        draw_frame("Read a publication")
        draw_problem(sentence(error))
        return
    asked = st.query_params.get("publication", "")
    document = next((one for one in held if one.publication.id == asked), None)
    if document is None:
        _draw_choice(held, asked)
        return
    _draw_title(document.publication.title)
    st.html(_about(document.publication, [one.publication for one in held]))
    _draw_reading(arranged(document))


def _draw_title(title: str) -> None:
    """The title of a publication as the title of the page; st.title would make links of addresses in it."""
    st.set_page_config(f"{title} - {NAME}")
    st.html(STYLE)
    st.html(f'<h1 class="title">{escaped(title)}</h1>')


def _draw_choice(held: Sequence[Document], asked: str) -> None:
    """The publications there are to read, where the address names none of them."""
    draw_frame("Read a publication")
    if asked:
        draw_problem("The publication that this link leads to is not held. It may have been removed.")
    links = "".join(f"<li>{_link(one.publication)}</li>" for one in held)
    st.html(f"<p>These publications can be read:</p><ul>{links}</ul>" if links else "<p>No publication is held.</p>")


def _draw_reading(reading: Reading) -> None:
    place, text = st.query_params.get("place", ""), st.query_params.get("text", "")
    spot = reading.spot(place, text) if place or text else None
    if place and spot is None:
        draw_problem(f"The text held has no place named {place}. It is shown from its beginning.")
    drawn = parts(reading)
    number = part_of(drawn, spot) if spot else 0
    here = drawn[number]
    contents = contents_html(reading.sections, here, reading.publication.id)
    if contents:
        st.sidebar.html(f'<nav class="contents" aria-label="Contents"><h2>Contents</h2>{contents}</nav>')
        st.html(f'<details class="contents narrow"><summary>Contents</summary><nav>{contents}</nav></details>')
    typed = st.text_input("Find words in this publication", type="search", key="find", bind="query-params")
    words = wanted(typed or "")
    if words:
        st.html(_found(places(reading, words), words, here, reading.publication.id))
    turn = _turn(drawn, number, reading.publication.id)
    st.html(turn + sections_html(here, Marking(spot, words)) + turn)
    if spot:
        with st.container(key="mover"):
            st.html(TO_PLACE, unsafe_allow_javascript=True)


def _about(publication: Publication, held: Sequence[Publication]) -> str:
    """Whose text this is and of when, whether it is a summary, and whether a later edition is held."""
    lines = [f'<a href="{escaped(page_link("publications"))}">All publications</a>', escaped(released(publication))]
    if later := later_edition(publication, held):
        lines.append(f"A later edition is held: {_link(later)}")
    if publication.summary:
        lines.append(SUMMARY)
    if address := web_address(publication.url):
        opened = f'<a href="{escaped(address)}" target="_blank" rel="noopener noreferrer">'
        lines.append(f"{opened}Read the publication where it was published (opens in a new tab)</a>")
    return f'<div class="about">{"".join(f"<p>{line}</p>" for line in lines if line)}</div>'


def _link(publication: Publication) -> str:
    return f'<a href="{escaped(reading_link(publication.id))}">{escaped(publication.title)}</a>'


def _found(hits: Sequence[Hit], words: frozenset[str], here: Sequence[Section], publication: str) -> str:
    """How many places hold the words, each a link."""
    told = f"{counted(len(hits), 'place')} with these words" if hits else "No place has all of these words."
    if len(hits) > LISTED:
        told += f", the first {LISTED} of which are listed"
    on_page = {block.anchor for section in here for block in section.blocks}
    items = "".join(_hit(hit, words, hit.spot.anchor in on_page, publication) for hit in hits[:LISTED])
    listed = f'<ol class="hits" tabindex="0" role="region" aria-label="Places found">{items}</ol>' if items else ""
    return f'<p role="status">{told}</p>{listed}'


def _hit(hit: Hit, words: frozenset[str], on_page: bool, publication: str) -> str:
    address = f"#{hit.spot.name}" if on_page else reading_link(publication, hit.place, hit.text)
    text = marked_html(excerpt(hit.text, words, AROUND), words)
    return f'<li><a href="{escaped(address)}">{escaped(hit.place)}</a> {text}</li>'


def _turn(drawn: Sequence[Sequence[Section]], number: int, publication: str) -> str:
    """Which part this is, with links to the parts before and after, where a publication is drawn in parts."""
    if len(drawn) == 1:
        return ""
    sides = ((number - 1, "prev", "Previous"), (number + 1, "next", "Next"))
    links = [
        f'<a rel="{rel}" href="{escaped(reading_link(publication, drawn[at][0].anchor))}">{name} part: '
        f"{escaped(drawn[at][0].heading or 'Opening')}</a>"
        for at, rel, name in sides
        if 0 <= at < len(drawn)
    ]
    where = f"<span>Part {number + 1} of {len(drawn)}</span>"
    return f'<nav class="turn" aria-label="Parts of this publication">{where}{"".join(links)}</nav>'
