"""The catalogue that ships, and one that is set in its place."""

import pytest

from corpus.errors import UnreadableFile
from corpus.fetching import govuk, questions
from corpus.fetching.catalogue import catalogue
from corpus.fetching.hosts import Hosts
from corpus.library import names

SHIPPED = catalogue({})


def test_it_lists_the_publications_of_the_library_under_their_ids():
    assert sorted(one.id for one in SHIPPED.publication) == list(names())


@pytest.mark.parametrize("listed", SHIPPED.publication, ids=lambda one: one.id)
def test_each_can_be_fetched_from_a_host_on_the_list_or_says_where_to_look(listed):
    assert bool(listed.address) != bool(listed.page)
    assert Hosts(SHIPPED.hosts).checked(listed.address or listed.page)


@pytest.mark.parametrize("series", SHIPPED.series, ids=lambda one: one.name)
def test_each_series_has_a_page_of_govuk(series):
    assert govuk.api_address(series.collection, SHIPPED.govuk)


@pytest.mark.parametrize("site", [SHIPPED.govuk, SHIPPED.questions], ids=["govuk", "questions"])
def test_the_interfaces_stand_on_hosts_of_the_list(site):
    assert Hosts(SHIPPED.hosts).checked(site.pages)
    assert Hosts(SHIPPED.hosts).checked(site.api)


def test_every_host_is_asked_over_https_at_a_public_address_alone():
    assert not any(":" in host for host in SHIPPED.hosts)


def test_a_question_of_the_catalogue_is_asked_for_in_full():
    (address,) = [one.address for one in SHIPPED.publication if one.address.startswith(SHIPPED.questions.pages)]
    assert questions.api_address(address, SHIPPED.questions)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(None, "cannot be read", id="no file"),
        pytest.param("hosts = [", "not TOML", id="no TOML"),
        pytest.param('hosts = ["a.test"]', "govuk: Field required", id="not all"),
        pytest.param('lamps = 19\nhosts = ["a.test"]', "govuk|lamps", id="too much"),
        pytest.param("pause = -1", "hosts|pause", id="no pause"),
    ],
)
def test_one_that_is_set_and_cannot_be_used_is_told_of_in_a_line(tmp_path, text, line):
    path = tmp_path / "own.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=line):
        catalogue({"PROBATION_CATALOGUE": str(path)})
