"""Written questions by number, by address and by words."""

import pytest

from corpus.fetching import questions
from corpus.fetching.catalogue import catalogue

SITE = catalogue({}).questions


@pytest.mark.parametrize(
    ("said", "uin"),
    [("731", "731"), ("UIN 731", "731"), ("uin731", "731"), (" 731 ", "731"), ("HL731", "HL731"), ("hl 731", "HL731")],
)
def test_a_number_names_a_question(said, uin):
    assert questions.number(said) == uin


@pytest.mark.parametrize(
    "said", ["", "UIN", "7.31", "731a", "HLX1", "12345678", "https://lamps.test/731", "lamps 731", "٧٣١x"]
)
def test_anything_else_does_not(said):
    assert questions.number(said) == ""


@pytest.mark.parametrize("end", ["2032-05-03/731", "2032-05-03/731/", "2032-05-03/731?x=1", "2032-05-03/hl731"])
def test_the_page_of_a_question_is_asked_for_through_the_interface(end):
    address = questions.api_address(f"{SITE.pages}/{end}", SITE)
    assert address.startswith(f"{SITE.api}/2032-05-03/")
    assert address.endswith("731?expandMember=true")


@pytest.mark.parametrize(
    "address", [SITE.pages, f"{SITE.pages}/lamps", f"{SITE.pages}x/2032-05-03/731", "https://a.test/2032-05-03/731"]
)
def test_another_page_is_not(address):
    assert questions.api_address(address, SITE) == ""


@pytest.mark.parametrize(
    "value",
    [None, 3, {}, {"id": "5", "uin": "731"}, {"id": 5, "uin": "../x"}, {"id": 5, "uin": None}],
)
def test_a_result_that_names_no_question_is_passed_over(value):
    assert questions.found({"results": [{"value": value}, None, 5]}, SITE) == []


def test_words_are_sent_as_words():
    assert "searchTerm=lamps+%26+piers%3Fx%3D1&" in questions.searched("lamps & piers?x=1", 0, SITE)
