"""A source card opens to the words or the row cited, in their surroundings."""

import re
from dataclasses import replace

import pytest
from ui_fake import HOSTILE_ANSWER, ROW, TEXT

from ui.source_cards import source_card


def cited_rows(card: str) -> list[str]:
    return re.findall(r'<tr class="cited">.*?</tr>', card)


def test_the_cited_row_is_marked_by_a_sign_and_words_in_its_whole_table():
    card = source_card(ROW, "here")
    (row,) = cited_rows(card)
    assert "►" in row and "Cited row:" in row and "ZZ007" in row and "[note 1]" in row
    assert all(f"ZZ{number:03}" in card for number in range(1, 13))
    assert all(f'<th scope="col">{header}</th>' in card for header in ROW.table.headers)


def test_the_cells_whose_figures_are_given_are_outlined_and_named_and_no_others():
    card = source_card(replace(ROW, cells=((6, 2), (6, 3))), "here")
    (row,) = cited_rows(card)
    figures = re.findall(r'<td class="number figure"><span class="unseen">Cited figure: </span>([^<]*)</td>', row)
    assert figures == ["7.9", "90.0"]
    assert card.count("Cited figure:") == 2
    heads = re.findall(r'<th scope="col" class="cited"><span aria-hidden="true">▼ </span>([^<]*)</th>', card)
    assert heads == ["April 2030 to March 2031", "Target"]


def test_a_source_without_figures_has_a_marked_row_and_no_outlined_cell():
    card = source_card(ROW, "here")
    assert "Cited figure:" not in card and "▼" not in card


def test_notes_of_the_cited_row_come_before_the_others():
    card = source_card(ROW, "here")
    own, others = card.index("Notes on what is cited"), card.index("Notes to the table")
    assert own < card.index("counted from June") < others < card.index("Made-up: rounded")


def test_every_cited_row_is_marked():
    assert len(cited_rows(source_card(replace(ROW, rows=(0, 3, 11)), "here"))) == 3


def test_a_long_quote_of_rows_is_not_repeated_above_its_table():
    assert ROW.quote in source_card(ROW, "here")
    assert ROW.quote not in source_card(replace(ROW, rows=tuple(range(12))), "here")


def test_a_quote_is_highlighted_in_its_passage():
    card = source_card(TEXT, "here")
    assert f'A quiet year. <mark><span class="unseen">Quoted: </span>{TEXT.quote}</mark> Nothing else' in card
    assert "Part One › Counts" in card


@pytest.mark.parametrize("quote", ["Words that stand elsewhere.", ""])
def test_a_quote_that_is_not_in_the_passage_stands_before_it(quote):
    card = source_card(replace(TEXT, quote=quote), "here")
    assert card.index(f"{quote}</mark>") < card.index(TEXT.passage.text)


def test_publication_place_date_and_link_are_given():
    card = source_card(TEXT, "here")
    for part in (
        "Made-up Bulletin, update to March 2031",
        "paragraph 1.4",
        "Ministry of Examples, 31 July 2031",
    ):
        assert part in card
    assert 'href="https://example.invalid/made-up"' in card


@pytest.mark.parametrize(("citation", "place"), [(ROW, "Table%202%2C%20ZZ007"), (TEXT, "paragraph%201.4")])
def test_a_card_leads_to_its_place_in_the_whole_text(citation, place):
    card = source_card(citation, "here")
    assert f'<a href="/read?publication=made-up-2031&amp;place={place}&amp;text=' in card


def test_a_summary_says_that_it_is_one():
    assert "not its own words" not in source_card(TEXT, "here")
    summary = replace(TEXT.publication, summary=True)
    assert "not its own words" in source_card(replace(TEXT, publication=summary), "here")


@pytest.mark.parametrize("citation", HOSTILE_ANSWER.citations, ids=["text", "table"])
def test_hostile_publications_bring_in_no_markup(citation):
    card = source_card(citation, "here")
    assert not re.search(r"<(img|script|b>l|i>)", card)
    links = re.findall(r"<a [^>]*>", card)
    assert len(links) == 1 and links[0].startswith('<a href="/read?publication=nasty&amp;place=')
    assert card.count("<details") == card.count("</details>") == 1
