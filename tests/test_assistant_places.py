"""Places that no figure is published for: a town, a county or a region of another name never gets another's figure."""

import pytest
from made_up import assistant_of, bulletins
from regional_fake import data_tables

from assistant.answer import Assistant
from assistant.breakdown_places import is_like, names, whole
from assistant.places import Places
from assistant.words import fold
from corpus.aliases import aliases

REGIONS = (
    "East of England",
    "Greater Manchester",
    "Kent, Surrey & Sussex",
    "London",
    "Wales",
    "Yorkshire & the Humber",
)
MARSHES = ("North Marsh", "South Marsh", "Upper Dale", "Lower Dale")


@pytest.fixture(scope="module")
def places():
    return Places((*REGIONS, "England and Wales"), aliases())


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Assistant.open(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return assistant_of(tmp_path_factory.mktemp("beside"), [*bulletins(), data_tables()])


@pytest.mark.parametrize(
    ("text", "areas", "localities"),
    [
        ("wales", ("Wales",), ()),
        ("North Wales", (), ("North Wales",)),
        ("north yorkshire and yorkshire", ("Yorkshire & the Humber",), ("North Yorkshire",)),
        ("east london", (), ("East London",)),
        ("Greater London", ("London",), ()),
        ("kent, surrey and sussex", ("Kent, Surrey & Sussex",), ()),
        ("Kent or Sussex", (), ("Kent", "Sussex")),
        ("england and wales", ("England and Wales",), ()),
        ("reading a book in March", (), ()),
    ],
)
def test_the_longest_name_of_a_place_wins(places, text, areas, localities):
    assert places.areas(fold(text)) == areas
    assert places.localities(fold(text)) == localities


@pytest.mark.parametrize("place", aliases().localities)
def test_a_locality_is_no_region_whatever_else_its_name_says(places, place):
    assert places.localities(fold(place)) == (place,)
    assert places.areas(fold(place)) == ()


@pytest.mark.parametrize(
    "question",
    [
        "SL023 birmingham",
        "What was SL023 in North Yorkshire in 2024-25?",
        "pre-release sentence plans leeds",
        "how many targets did essex miss",
        "what was the rating of north yorkshire",
        "What score did Kent get on the scorecard?",
    ],
)
def test_nothing_is_answered_for_a_place_within_a_region(library, question):
    answer = library.ask([question])
    assert answer.status == "not_found"
    assert any(place in answer.headline for place in ("Birmingham", "Leeds", "Essex", "Kent", "North Yorkshire"))


def test_a_rated_region_beside_a_place_that_is_not(library):
    answer = library.ask(["How were London and Kent rated in 2024-25?"])
    assert "London was rated 1" in answer.text
    assert "No rating of Kent is published." in answer.text


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2024-25, 37.2% of pre-release sentence plans for enhanced cases were done.", "supported"),
        ("In Birmingham, 37.2% of pre-release sentence plans for enhanced cases were done in 2024-25.", "contradicted"),
        ("In North Wales 37.2% of pre-release sentence plans for enhanced cases were done in 2024-25.", "contradicted"),
    ],
)
def test_a_draft_gives_no_figure_of_the_whole_to_a_place(library, text, verdict):
    (claim,) = library.check(text).claims
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("letters answered within ten days north moor q3 2031-32", "north moor"),
        ("what about west marsh, letters answered within ten days, q3 2031-32", "west marsh"),
        ("letters answered within ten days, west marsh", "west marsh"),
        ("QM102 for the middle dale in q2 2031-32", "middle dale"),
        ("QM102 leeds q2 2031-32", "Leeds"),
        ("QM102 North Wales", "North Wales"),
    ],
)
def test_a_region_that_tables_do_not_have_is_named_in_any_writing(beside, question, place):
    answer = beside.ask([question])
    assert answer.status == "not_found"
    assert f"for {place}" in answer.headline


def test_words_like_those_of_areas_may_name_a_place():
    assert is_like("marsh", MARSHES) and is_like("qm102 dale", MARSHES)
    assert not is_like("letters answered", MARSHES)
    assert not is_like("region", ("North Region", "South Region", "West Region"))  # it tells none from another
    assert not is_like("england", ("England and Wales", "North Marsh"))
    assert names("letters marsh", "letters marsh", MARSHES) == ["marsh"]


@pytest.mark.parametrize(
    ("name", "question", "left", "said"),
    [
        ("marsh", "letters west marsh q3", {"west", "marsh"}, "west marsh"),
        ("marsh", "letters, marsh west now", {"west", "marsh"}, "marsh west"),
        ("marsh", "letters west, marsh", {"west", "marsh"}, "marsh"),
        ("Marsh", "letters in Far Marsh", set(), "Far Marsh"),
        ("fell", "nothing of it", set(), "fell"),
    ],
)
def test_a_place_is_named_with_the_words_beside_it(name, question, left, said):
    assert whole(name, question, left) == said
