"""`probation fetch` as its users meet it, over real HTTP with made-up sites on loopback."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from fetch_fake import (
    BULLETIN,
    COLLECTION,
    RELEASE,
    Reply,
    Site,
    as_json,
    bulletin,
    collection,
    landing,
    listed,
    page_attached,
    question,
    results,
)
from made_up import WordCounts, bulletins

from assistant.cli import main
from index.store import Store

REPORT = b"Made-up Pier Report\nPublished 2 May 2031\n1. Piers\nThe pier at Sandy Bay has 19 lamps and one clock.\n"
CATALOGUE = """\
hosts = ["{url}"]
pause = 0
[govuk]
pages = "{url}"
api = "{url}/api/content"
[questions]
pages = "{url}/written-questions/detail"
api = "{url}/api/questions"
[[publication]]
id = "lanterns"
title = "Lantern Annual"
address = "{url}{release}"
[[publication]]
id = "boats"
title = "Boats of the Bay"
page = "https://boats.test"
[[series]]
name = "{series}"
collection = "{url}{collection}"
"""
HELD = "Made-up Performance Annual"  # the series that is held here
NEXT = f"{HELD}, update to March 2033"


class Named(WordCounts):
    """The fake under the name of the real model, so that nothing here needs PyTorch."""

    name = "all-MiniLM-L6-v2"


@pytest.fixture(autouse=True)
def site(tmp_path, monkeypatch):
    """Made-up sites with a catalogue of their own, and a store for each test."""
    monkeypatch.setattr("assistant.answer.MiniLM", Named)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
    with Site() as site:
        own = CATALOGUE.format(url=site.url, release=RELEASE, series=HELD, collection=COLLECTION)
        (tmp_path / "catalogue.toml").write_text(own, encoding="utf-8")
        monkeypatch.setenv("PROBATION_CATALOGUE", str(tmp_path / "catalogue.toml"))
        site.served = {
            f"/api/content{RELEASE}": as_json(landing(page_attached()), etag='"r"'),
            f"/api/content{BULLETIN}": as_json(bulletin(), etag='"b"'),
            "/pier-report.txt": Reply(REPORT, etag='"p"'),
            "/api/questions": results(question(5), question(6, uin="732")),
            "/api/questions/5": as_json(question(5)),
            "/api/questions/6": as_json(question(6, uin="732")),
        }
        yield site


def run(*arguments):
    return CliRunner().invoke(main, ["fetch", *(str(argument) for argument in arguments)])


def problems(done):
    """What standard error says but for progress, which is told of where it takes long."""
    return [line for line in done.stderr.splitlines() if line.startswith("probation: ")]


def held():
    printed = CliRunner().invoke(main, ["publications", "--json"]).stdout
    return {one["title"]: one for one in map(json.loads, printed.splitlines())}


def test_a_page_is_fetched_read_and_held(site):
    done = run(f"{site.url}{RELEASE}")
    assert (done.exit_code, problems(done)) == (0, [])
    assert done.stdout.startswith(f"{site.url}/api/content{BULLETIN}: fetched\n")
    assert held()["Lantern Annual, update to March 2032"]["publisher"] == "Ministry of Lanterns"


def test_what_is_unchanged_is_said_to_be(site):
    run(f"{site.url}/pier-report.txt")
    done = run(f"{site.url}/pier-report.txt")
    assert done.exit_code == 0
    assert f"{site.url}/pier-report.txt: unchanged" in done.stdout
    assert "Made-up Pier Report: unchanged" in done.stdout


def test_a_file_is_cited_with_the_address_it_came_from(site):
    run(f"{site.url}/pier-report.txt")
    answer = CliRunner().invoke(main, ["ask", "--json", "How many lamps does the pier at Sandy Bay have?"])
    assert f"{site.url}/pier-report.txt" in {one["url"] for one in json.loads(answer.stdout)["citations"]}


def test_its_json_is_that_of_ingest(site, tmp_path):
    fetched = json.loads(run("--json", f"{site.url}/pier-report.txt").stdout)
    (tmp_path / "other.txt").write_bytes(REPORT.replace(b"Pier Report", b"Pier Account"))
    ingested = json.loads(CliRunner().invoke(main, ["ingest", "--json", str(tmp_path / "other.txt")]).stdout)
    assert list(fetched) == list(ingested)
    assert fetched["title"] == "Made-up Pier Report"


def test_one_that_fails_leaves_the_others_and_ends_with_2(site):
    done = run(f"{site.url}/nothing.pdf", f"{site.url}/pier-report.txt", "lamps")
    assert done.exit_code == 2
    assert len(problems(done)) == 2
    assert "Made-up Pier Report" in held()


def test_what_breaks_off_is_not_read_and_what_was_held_stays(site):
    run(f"{site.url}/pier-report.txt")
    newer = REPORT.replace(b"19 lamps", b"20 lamps")
    site.served["/pier-report.txt"] = Reply(newer, etag='"q"', breaks=10, ranges=False)
    done = run(f"{site.url}/pier-report.txt")
    assert done.exit_code == 2
    assert "broke off" in done.stderr
    assert "Made-up Pier Report" in held()


def test_a_file_that_cannot_be_read_is_told_of(site):
    site.served["/x.pdf"] = Reply(b"%PDF-1.7 broken")
    done = run(f"{site.url}/x.pdf")
    assert done.exit_code == 2
    assert len(problems(done)) == 1


def test_questions_are_fetched_by_words_and_held(site):
    done = run("--questions", "lamps", "--most", "1")
    assert done.exit_code == 0
    assert "1 of 2 questions found were fetched" in done.stderr
    assert sum("written question" in title for title in held()) == 1


def test_all_of_the_catalogue_is_fetched_and_what_has_no_address_is_named(site):
    done = run("--all")
    assert done.exit_code == 0
    assert "Lantern Annual, update to March 2032" in held()
    (line,) = problems(done)
    assert line.startswith("probation: Boats of the Bay: the address of its file is not known here. Look for it at")


# What is new


def test_what_came_out_since_is_listed_and_not_fetched(site):
    site.served[f"/api/content{COLLECTION}"] = as_json(collection(listed(NEXT, "/next", "2033-07-28")))
    done = run("--new")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{NEXT}, published 28 July 2033\n  probation fetch {site.url}/next\n"
    assert site.paths == [f"/api/content{COLLECTION}"]


def test_it_is_listed_as_json_too(site):
    site.served[f"/api/content{COLLECTION}"] = as_json(collection(listed(NEXT, "/next", "2033-07-28")))
    assert json.loads(run("--new", "--json").stdout) == {
        "series": HELD,
        "title": NEXT,
        "published": "2033-07-28",
        "address": f"{site.url}/next",
        "held": False,
    }


def test_nothing_new_is_said_to_be_so(site):
    latest = listed(f"{HELD}, update to March 2032", "/held", "2032-07-29")
    site.served[f"/api/content{COLLECTION}"] = as_json(collection(latest))
    done = run("--new")
    assert (done.exit_code, done.stdout) == (0, f"Nothing new: {HELD}.\n")


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        pytest.param(Reply(status=404), "nothing at this address", id="gone"),
        pytest.param(as_json(collection(listed("Boats", "/boats", "2033-01-01"))), "lists no edition", id="of others"),
        pytest.param(as_json(bulletin()), "no collection of publications", id="no collection"),
    ],
)
def test_a_series_that_cannot_be_asked_for_is_not_taken_for_nothing_new(site, reply, line):
    site.served[f"/api/content{COLLECTION}"] = reply
    done = run("--new")
    assert done.exit_code == 2
    assert line in done.stderr
    assert done.stdout == ""


# Mistakes of use


@pytest.mark.parametrize(
    "arguments",
    [[], ["--questions", " "], ["--new", "--all"], ["--new", "732"], ["--most", "0"], ["--lamps"]],
    ids=" ".join,
)
def test_a_mistake_of_use_is_one_line(arguments, site):
    done = run(*arguments)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert site.paths == []


def test_a_catalogue_that_cannot_be_used_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setenv("PROBATION_CATALOGUE", str(tmp_path / "none.toml"))
    done = run("--all")
    assert done.exit_code == 2
    assert "the catalogue cannot be read" in done.stderr


def test_a_host_that_is_set_in_place_of_the_list_is_asked_alone(site, monkeypatch):
    monkeypatch.setenv("PROBATION_HOSTS", "www.lamps.test")
    assert "not on the list" in run(f"{site.url}/pier-report.txt").stderr
    assert site.paths == []


def test_the_command_line_starts_without_what_fetches():
    code = "import sys, assistant.cli; print({'httpx', 'httpcore', 'tenacity', 'corpus.fetching'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "set()"
