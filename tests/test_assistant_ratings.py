"""Ratings of regions: lists, moves, yes or no, comparisons, and what is noted of them."""

import pytest
from asking import ask, ask_library, ask_of, said_of, unsaid
from made_up import LATER

REGIONS = ("North Marsh", "South Marsh", "Upper Dale", "Lower Dale")
RATINGS = [
    pytest.param("How was North Marsh rated in 2030-31?", ("4", "Outstanding", "2030-31"), id="area"),
    pytest.param("How was Lower Dale rated?", ("2", "Improvement Required", "2031-32"), id="latest"),
    pytest.param("What was the rating of England and Wales in 2030-31?", ("2", "England and Wales"), id="whole"),
    pytest.param("How many regions are there?", ("4",), id="how-many"),
    pytest.param("How many areas are there in 2030-31?", ("4", "2030-31"), id="areas"),
    pytest.param("North Marsh rating in 2030-31 and 2031-32", ("4", "3", "2030-31", "2031-32"), id="both-years"),
]


@pytest.mark.parametrize(("question", "said"), RATINGS)
def test_a_rating_is_told_with_its_name(question, said):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, *said) == [], answer.headline


LISTS = [
    pytest.param("Which regions were rated Good in 2031-32?", "2 of 4", {"North Marsh", "South Marsh"}, id="rating"),
    pytest.param("How many regions were rated Inadequate in 2031-32?", "0 of 4", set(), id="none"),
    pytest.param("Which regions were rated Good or better in 2030-31?", "1 of 4", {"North Marsh"}, id="or-better"),
    pytest.param("Which regions were rated Improvement Required or worse in 2030-31?", "3 of 4",
                 {"South Marsh", "Upper Dale", "Lower Dale"}, id="or-worse"),
    pytest.param("Which regions were rated below Good in 2030-31?", "3 of 4",
                 {"South Marsh", "Upper Dale", "Lower Dale"}, id="below"),
    pytest.param("Which regions were rated below Good in 2031-32?", "2 of 4", {"Upper Dale", "Lower Dale"},
                 id="below-is-not-on"),
    pytest.param("Which regions were rated above Good in 2031-32?", "0 of 4", set(), id="above-is-not-on"),
    pytest.param("Which regions were rated above Good in 2030-31?", "1 of 4", {"North Marsh"}, id="above"),
    pytest.param("Which regions were rated at least 2 in 2030-31?", "3 of 4",
                 {"North Marsh", "South Marsh", "Upper Dale"}, id="at-least"),
    pytest.param("Which regions were rated at most 2 in 2030-31?", "3 of 4",
                 {"South Marsh", "Upper Dale", "Lower Dale"}, id="at-most"),
    pytest.param("Which regions were rated 2 or above in 2030-31?", "3 of 4",
                 {"North Marsh", "South Marsh", "Upper Dale"}, id="or-above"),
    pytest.param("Which regions were rated no lower than Good in 2030-31?", "1 of 4", {"North Marsh"}, id="no-lower"),
    pytest.param("Which regions were rated below 3 in 2030-31?", "3 of 4",
                 {"South Marsh", "Upper Dale", "Lower Dale"}, id="below-a-digit"),
    pytest.param("Which regions were Good but not Outstanding in 2031-32?", "2 of 4", {"North Marsh", "South Marsh"},
                 id="but-not"),
    pytest.param("Which regions were not Outstanding or Inadequate in 2030-31?", "2 of 4",
                 {"South Marsh", "Upper Dale"}, id="neither-of-two"),
    pytest.param("Which regions went from Improvement Required to Good?", "1 of 4", {"South Marsh"}, id="from-to"),
    pytest.param("Which regions were rated 1 or 2 in 2030-31?", "3 of 4",
                 {"South Marsh", "Upper Dale", "Lower Dale"}, id="digits"),
    pytest.param("Which regions were rated 2 in 2030-31?", "2 of 4", {"South Marsh", "Upper Dale"}, id="digit"),
    pytest.param("Which regions were not rated Good in 2031-32?", "2 of 4", {"Upper Dale", "Lower Dale"}, id="not"),
    pytest.param("Which region has the best rating in 2030-31?", "1 of 4", {"North Marsh"}, id="best"),
    pytest.param("Which regions were rated worst in 2030-31?", "1 of 4", {"Lower Dale"}, id="worst"),
    pytest.param("Which regions changed rating in 2031-32?", "3 of 4", {"North Marsh", "South Marsh", "Lower Dale"},
                 id="changed"),
    pytest.param("Which regions were downgraded in 2031-32?", "1 of 4", {"North Marsh"}, id="fell"),
    pytest.param("Which regions were upgraded in 2031-32?", "2 of 4", {"South Marsh", "Lower Dale"}, id="rose"),
    pytest.param("Which regions kept the same rating in 2031-32?", "1 of 4", {"Upper Dale"}, id="kept"),
    pytest.param("Which regions were unchanged in 2031-32?", "1 of 4", {"Upper Dale"}, id="unchanged"),
    pytest.param("Which regions were rated Improvement Required in both years?", "1", {"Upper Dale"}, id="both-years"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "count", "regions"), LISTS)
def test_regions_are_counted_and_named(question, count, regions):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, count) == [], answer.headline
    assert set(said_of(answer.headline, *REGIONS)) == regions


POLAR = [
    pytest.param("Was North Marsh rated Good in 2031-32?", "Yes", id="rated"),
    pytest.param("Was North Marsh rated Good in 2030-31?", "No", id="rated-otherwise"),
    pytest.param("Is Lower Dale rated Inadequate?", "No", id="no-longer"),
    pytest.param("Did South Marsh improve in 2031-32?", "Yes", id="improved"),
    pytest.param("Did North Marsh improve in 2031-32?", "No", id="fell"),
    pytest.param("Did North Marsh's rating improve in 2031-32?", "No", id="fell-of-the-rating"),
    pytest.param("Was Lower Dale upgraded in 2031-32?", "Yes", id="upgraded"),
    pytest.param("Was South Marsh downgraded in 2031-32?", "No", id="not-downgraded"),
    pytest.param("Has Upper Dale's rating changed?", "No", id="unchanged"),
    pytest.param("Did Upper Dale keep the same rating in 2031-32?", "Yes", id="kept"),
    pytest.param("Were the ratings moderated in 2031-32?", "Yes", id="moderated"),
    pytest.param("Were any ratings moderated in 2030-31?", "No", id="none-moderated"),
    pytest.param("Was South Marsh rated 2 in both years?", "No", id="in-one-of-both"),
    pytest.param("Was Lower Dale Inadequate in 2030-31 and 2031-32?", "No", id="in-one-of-two-named"),
    pytest.param("Was Upper Dale rated 2 in both years?", "Yes", id="in-both"),
    pytest.param("Has North Marsh ever been rated Outstanding?", "Yes", id="ever-the-earlier"),
    pytest.param("Has South Marsh ever been rated Outstanding?", "No", id="not-ever"),
    pytest.param("Was North Marsh never rated Outstanding?", "No", id="never-is-not-so"),
    pytest.param("Was Upper Dale never rated Good?", "Yes", id="never"),
    pytest.param("North Marsh was the only Good region, right?", "No", id="not-the-only"),
    pytest.param("Was North Marsh the only Outstanding region in 2030-31?", "Yes", id="the-only"),
    pytest.param("Did any region go from Good to Inadequate?", "No", id="no-such-move"),
    pytest.param("Did any region go from Outstanding to Good?", "Yes", id="such-a-move"),
    pytest.param("Did North Marsh go from Good to Outstanding?", "No", id="the-other-way"),
    pytest.param("Did North Marsh go from Outstanding to Good?", "Yes", id="that-way"),
    pytest.param("Is North Marsh better than Upper Dale?", "Yes", id="better-than"),
    pytest.param("Is Upper Dale better than North Marsh?", "No", id="worse-in-fact"),
    pytest.param("Was North Marsh better than South Marsh in 2031-32?", "No", id="alike-is-not-better"),
    pytest.param("Was Upper Dale worse than North Marsh in 2030-31?", "Yes", id="worse-than"),
    pytest.param("Were fewer regions rated Good in 2030-31 than in 2031-32?", "Yes", id="fewer-in-the-earlier"),
    pytest.param("Were more regions rated Good in 2030-31 than in 2031-32?", "No", id="not-more-in-the-earlier"),
]


@pytest.mark.parametrize(("question", "word"), POLAR)
def test_yes_or_no_of_a_rating(question, word):
    assert ask(question).headline.startswith(f"{word}: ")


COMPARED = [
    pytest.param("Which of North Marsh and Upper Dale is rated higher?", "North Marsh", id="which-of"),
    pytest.param("Which is rated higher, Upper Dale or South Marsh?", "South Marsh", id="or"),
    pytest.param("Compare North Marsh and Lower Dale in 2030-31", "North Marsh", id="compare"),
    pytest.param("Did South Marsh or Lower Dale do better in 2030-31?", "South Marsh", id="better"),
]


@pytest.mark.parametrize(("question", "higher"), COMPARED)
def test_which_of_two_regions_is_rated_higher(question, higher):
    assert ask(question).headline.startswith(f"{higher} was rated higher")


def test_regions_rated_alike_are_said_to_be():
    assert "the same" in ask("Which of North Marsh and South Marsh is rated higher?").headline


def test_two_regions_set_against_one_another_have_both_ratings_and_no_change():
    text = ask("Is North Marsh better than Upper Dale?").text
    assert unsaid(text, "3 (Good)", "2 (Improvement Required)") == []
    assert said_of(text, "2030-31", "did not change", "it fell") == []


def test_not_the_only_one_has_the_list():
    assert unsaid(ask("North Marsh was the only Good region, right?").headline, "2 of 4", "South Marsh") == []


def test_a_reason_for_what_did_not_happen_is_corrected():
    text = ask("Why did North Marsh go from Good to Inadequate?").text
    assert text.startswith("That is not what is published: ")
    assert unsaid(text, "4 (Outstanding) in 2030-31", "3 (Good) in 2031-32") == []


def test_a_reason_for_what_did_happen_is_not():
    assert "not what is published" not in ask("Why did North Marsh go from Outstanding to Good?").text


def test_a_change_of_rating_is_told_from_both_editions():
    answer = ask("Did North Marsh's rating improve in 2031-32?")
    assert unsaid(answer.text, "4", "3", "2030-31", "2031-32") == []
    assert "fell" in answer.text


def test_regions_that_rose_and_those_that_fell_are_both_told():
    answer = ask("which regions went up and which went down in 2031-32")
    assert unsaid(answer.headline, "2 of 4", "2031-32") == []
    assert "South Marsh from 2" in answer.headline
    assert "North Marsh from 4" in answer.headline


def test_a_regions_own_note_is_a_caveat_of_its_rating():
    assert any("moderated" in caveat for caveat in ask("How was Upper Dale rated in 2031-32?").caveats)
    assert not any("moderated" in caveat for caveat in ask("How was Lower Dale rated in 2031-32?").caveats)


def test_a_note_that_is_asked_about_is_said_and_cited():
    answer = ask("Was Upper Dale's rating moderated in 2031-32?")
    assert "Upper Dale was moderated" in answer.text
    assert any("Upper Dale was moderated" in citation.quote for citation in answer.citations)


def test_ratings_have_no_mean_but_the_whole_has_one():
    answer = ask("What is the average rating of the regions?")
    assert "cannot be added up or averaged" in answer.headline
    assert unsaid(answer.text, "England and Wales", "2") == []
    assert not any("." in figure.text for figure in answer.figures)


def test_the_names_of_ratings_are_those_the_bulletin_prints():
    """No name of a rating is known beforehand: here they are other words."""
    text = LATER
    names = {"Outstanding": "Splendid", "Good": "Sound", "Improvement Required": "Wobbly", "Inadequate": "Broken"}
    for name, other in names.items():
        text = text.replace(name, other)
    assert unsaid(ask_of(text, "How was North Marsh rated?").headline, "3", "Sound") == []
    assert unsaid(ask_of(text, "How many regions are Wobbly?").headline, "2 of 4", "Wobbly") == []
    assert unsaid(ask_of(text, "Which regions are Sound or better?").headline, "2 of 4", "Sound") == []
    assert unsaid(ask_of(text, "What score is needed to be Splendid?").headline, "88.0%", "Splendid") == []


REAL = [
    ("Which regions were rated Good in 2024-25?", ("2 of 12", "Greater Manchester", "Wales")),
    ("How was KSS rated in 2024-25?", ("1", "Inadequate")),
    ("Rating for England only in 2024-25?", ("No rating is published of England alone in 2024-25",)),
    ("Which regions rated Good are in England in 2024-25?", ("1 of 11", "Greater Manchester")),
    ("Was Wales the only region rated Good in England and Wales in 2024-25?", ("No", "2 of 12", "Greater Manchester")),
    ("How was East of England rated in 2024-25?", ("2", "East of England")),
    ("Was the North East inadequate in both years?", ("No", "2023-24", "2024-25")),
    ("Did any region go from good to inadequate?", ("No", "0 of 12")),
    ("Which regions changed rating between 2023-24 and 2024-25?", ("East Midlands", "North East", "West Midlands")),
    ("Which English regions were rated Good in 2024-25?", ("1 of 11", "Greater Manchester")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said"), REAL)
def test_real_ratings(question, said):
    assert unsaid(ask_library(question).headline, *said) == []
