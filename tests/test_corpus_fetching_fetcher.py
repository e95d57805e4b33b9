"""What a user names, fetched from made-up sites: pages with what is attached, files, questions, searches."""

import json
import tomllib

import pytest
from fetch_fake import (
    BULLETIN,
    COLLECTION,
    RELEASE,
    Reply,
    Site,
    as_json,
    bulletin,
    catalogue,
    collection,
    file_attached,
    landing,
    listed,
    page_attached,
    question,
    results,
)

from corpus.errors import Unfetched
from corpus.fetching import Fetcher

PDF = b"%PDF-1.7 made up"
ERROR_PAGE = (
    b"<!doctype html><html><head><title>Page not found - LAMPS</title></head><body><h1>Sorry</h1></body></html>"
)
API = "/api/content"


@pytest.fixture
def site():
    with Site() as site:
        yield site


@pytest.fixture
def fetcher(site, tmp_path):
    with Fetcher(tmp_path / "downloads", catalogue(site)) as fetcher:
        yield fetcher


def names(fetched):
    return [one.path.name for one in fetched if one.path]


def problems(fetched):
    return [one.problem for one in fetched if one.problem]


def told(one):
    return tomllib.loads(one.path.with_suffix(".toml").read_text(encoding="utf-8"))


# Pages of GOV.UK


def release(site, *attached):
    site.served |= {
        f"{API}{RELEASE}": as_json(landing(*attached), etag='"r"'),
        f"{API}{BULLETIN}": as_json(bulletin(), etag='"b"'),
        "/media/tables.ods": Reply(b"PK\x03\x04", etag='"t"'),
        "/media/guide.pdf": Reply(PDF, etag='"g"'),
    }
    return f"{site.url}{RELEASE}"


def test_a_release_comes_as_its_bulletin_with_its_tables_and_not_its_landing_page(site, fetcher):
    tables = file_attached("Data tables", f"{site.url}/media/tables.ods")
    one, two = fetcher.fetch(release(site, page_attached(), tables))
    assert json.loads(one.path.read_bytes()) == bulletin()
    assert told(two) == {
        "title": "Lantern Annual, update to March 2032: data tables",
        "publisher": "Ministry of Lanterns",
        "published": landing_day(),
        "licence": "Open Government Licence v3.0",
        "series": "Lantern Annual",
        "url": f"{site.url}/media/tables.ods",
    }


def landing_day():
    return tomllib.loads("day = 2032-07-29")["day"]


def test_what_is_unchanged_is_asked_for_and_not_sent_again(site, fetcher):
    address = release(site, page_attached(), file_attached("Guide", f"{site.url}/media/guide.pdf"))
    assert [one.changed for one in fetcher.fetch(address)] == [True, True]
    assert [one.changed for one in fetcher.fetch(address)] == [False, False]
    assert all("if-none-match" in headers for _, headers in site.asked[3:])


def test_a_page_with_words_of_its_own_comes_itself(site, fetcher):
    site.served[f"{API}{BULLETIN}"] = as_json(bulletin())
    (one,) = fetcher.fetch(f"{site.url}{BULLETIN}")
    assert json.loads(one.path.read_bytes())["title"] == "Lantern Annual, update to March 2032"


def test_an_attachment_that_fails_leaves_the_others(site, fetcher):
    gone, there = (file_attached(name, f"{site.url}/media/{name}.pdf") for name in ("gone", "guide"))
    fetched = list(fetcher.fetch(release(site, gone, there)))
    assert names(fetched) == ["guide.pdf"]
    assert problems(fetched) == [
        f"{site.url}/media/gone.pdf: there is nothing at this address (404). Check the address."
    ]


def test_an_attachment_on_a_host_that_may_not_be_asked_is_left(site, fetcher):
    fetched = list(fetcher.fetch(release(site, file_attached("x", "http://169.254.169.254/x.pdf"), page_attached())))
    assert len(names(fetched)) == 1
    assert "not on the list" in problems(fetched)[0]


def test_what_is_left_out_is_a_note_and_no_problem(site, fetcher):
    fetched = list(fetcher.fetch(release(site, page_attached(), file_attached("Lamps", f"{site.url}/media/x.odt"))))
    assert [one.note for one in fetched if one.note] == ["left out: Lamps: a file of the kind .odt is not read"]
    assert not problems(fetched)


def test_a_release_of_which_nothing_can_be_read_is_refused(site, fetcher):
    fetched = list(fetcher.fetch(release(site, file_attached("Lamps", f"{site.url}/media/x.odt"))))
    assert names(fetched) == []
    assert "nothing that is attached to this page can be read" in problems(fetched)[0]


def test_a_collection_is_no_publication_and_its_latest_is_named(site, fetcher):
    editions = [listed("Old", "/old", "2031-07-24"), listed("New", "/new", "2032-07-29")]
    site.served[f"{API}{COLLECTION}"] = as_json(collection(*editions))
    (line,) = problems(fetcher.fetch(f"{site.url}{COLLECTION}"))
    assert f"such as the latest: {site.url}/new." in line


DEEP = b'{"a":' * 100_000


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', DEEP, b"\xff\xfe{", ERROR_PAGE], ids=range(7))
def test_a_reply_that_is_none_is_refused_and_not_kept(site, fetcher, tmp_path, body):
    site.served[f"{API}{RELEASE}"] = Reply(body)
    assert "not a reply of this interface" in problems(fetcher.fetch(f"{site.url}{RELEASE}"))[0]
    assert not list(tmp_path.rglob("*.json"))


# Files


def test_a_file_comes_with_its_address_beside_it(site, fetcher):
    site.served["/reports/Lamps.pdf"] = Reply(PDF, headers={"Content-Disposition": 'attachment; filename="../../x.sh"'})
    (one,) = fetcher.fetch(f"{site.url}/reports/Lamps.pdf")
    assert one.path.name == "lamps.pdf"
    assert told(one) == {"url": f"{site.url}/reports/Lamps.pdf"}


@pytest.mark.parametrize(
    ("path", "body", "line"),
    [
        pytest.param("/lamps.pdf", ERROR_PAGE.replace(b"not found", b"moved"), "a page came in place", id="a page"),
        pytest.param(
            "/lamps.ods", b"\n\n<html><body>Busy</body></html>", "a page came in place", id="without a doctype"
        ),
        pytest.param("/lamps.csv", b"\xef\xbb\xbf<!DOCTYPE html><p>Busy", "a page came in place", id="with a mark"),
        pytest.param("/lamps.pdf", b" \n", "empty", id="nothing"),
        pytest.param("/lamps.html", ERROR_PAGE, "says that there is nothing here", id="a page that says sorry"),
    ],
)
def test_a_page_in_place_of_a_file_is_refused(site, fetcher, path, body, line):
    site.served[path] = Reply(body)
    assert line in problems(fetcher.fetch(f"{site.url}{path}"))[0]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        pytest.param("/lamps.pdf", PDF + b"\n<title>Lamps</title> <html>", id="a PDF that holds a tag"),
        pytest.param("/lamps.csv", b"Lamp,<title>\nA,1\n", id="a table that holds a tag"),
        pytest.param("/lamps.html", ERROR_PAGE.replace(b"not found", b"of lamps"), id="a page"),
    ],
)
def test_a_file_that_is_what_was_asked_for_comes(site, fetcher, path, body):
    site.served[path] = Reply(body)
    (one,) = fetcher.fetch(f"{site.url}{path}")
    assert one.path.read_bytes() == body


# Written questions


@pytest.fixture
def parliament(site):
    site.served |= {
        "/api/questions": results(question(5), question(6, uin="732"), question(7, tabled="2029-01-01")),
        "/api/questions/5": as_json(question(5)),
        "/api/questions/6": as_json(question(6, uin="732")),
        "/api/questions/7": as_json(question(7)),
        "/api/questions/2032-05-03/731": as_json(question(5)),
    }
    return site


def test_a_question_comes_in_full_by_its_number(parliament, fetcher):
    (one,) = fetcher.fetch("UIN 732")
    assert json.loads(one.path.read_bytes()) == question(6, uin="732")


def test_a_question_comes_by_its_page(parliament, fetcher):
    (one,) = fetcher.fetch(f"{parliament.url}/written-questions/detail/2032-05-03/731")
    assert json.loads(one.path.read_bytes()) == question(5)


def test_a_number_that_several_questions_have_is_not_guessed_at(parliament, fetcher):
    (line,) = problems(fetcher.fetch("731"))
    assert "2 written questions have this number" in line
    assert "/2032-05-03/731 (Lamps: Piers)" in line
    assert "/2029-01-01/731 (Lamps: Piers)" in line


def test_a_number_that_no_question_has_is_told_of(parliament, fetcher):
    assert "there is no written question of this number" in problems(fetcher.fetch("99"))[0]


def test_a_search_fetches_each_question_found_in_full_over_all_pages_of_its_list(site, fetcher):
    found = [question(n, uin=str(700 + n)) for n in range(1, 46)]
    site.served["/api/questions"] = results(*found)
    site.served |= {f"/api/questions/{one['value']['id']}": as_json(one) for one in found}
    assert len(names(fetcher.search("lamps", 500))) == 45
    assert sum("searchTerm=lamps" in path for path in site.paths) == 3


@pytest.mark.parametrize("most", [1, 20, 21])
def test_a_search_is_bounded_and_says_what_more_there_is(site, fetcher, most):
    found = [question(n, uin=str(700 + n)) for n in range(1, 46)]
    site.served["/api/questions"] = results(*found)
    site.served |= {f"/api/questions/{one['value']['id']}": as_json(one) for one in found}
    fetched = list(fetcher.search("lamps", most))
    assert len(names(fetched)) == most
    assert fetched[-1].note == f"{most} of 45 questions found were fetched"


def test_a_search_that_finds_nothing_is_told_of(site, fetcher):
    site.served["/api/questions"] = results()
    assert "no answered written question was found" in problems(fetcher.search("lamps", 5))[0]


def test_a_list_that_never_ends_does(site, fetcher):
    site.served["/api/questions"] = as_json({"totalResults": 10**9, "results": [question(5)]})
    site.served["/api/questions/5"] = as_json(question(5))
    assert len(names(fetcher.search("lamps", 30))) == 1
    assert len(site.paths) < 10


# What is named


@pytest.mark.parametrize("named", ["lamps on piers", "", "lamps", "../../etc/passwd", "--x"])
def test_what_is_no_address_is_told_of(fetcher, named):
    assert "neither an address nor the number" in problems(fetcher.fetch(named))[0]


def test_an_address_may_leave_out_its_scheme(fetcher):
    assert "not on the list" in problems(fetcher.fetch("www.lamps.test/x"))[0]


def test_two_do_not_fetch_into_one_folder_at_once(site, fetcher, tmp_path):
    with pytest.raises(Unfetched, match="another one is under way"), Fetcher(tmp_path / "downloads", catalogue(site)):
        pass
