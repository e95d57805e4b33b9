"""What is asked of a host, over real HTTP on loopback, and what becomes of each of its replies."""

import zlib
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from fetch_fake import Reply, Site, packed

from corpus.errors import Unfetched
from corpus.fetching.asking import Asker, Limits
from corpus.fetching.downloads import place
from corpus.fetching.hosts import Hosts

BODY = b"nineteen lamps " * 1000
FIRST, SECOND = '"first"', '"second"'


class Asking:
    """An asker of a site, that notes how long it would wait."""

    def __init__(self, site, folder, **limits):
        self.site, self.folder, self.naps = site, folder, []
        self.asker = Asker(Hosts([site.url]), Limits(**{"pause": 0, **limits}), sleep=self.naps.append)

    def save(self, path="/file.pdf", check=None):
        kept = place(self.folder, f"{self.site.url}{path}")
        changed = self.asker.save(kept, *([check] if check else []))
        return changed, kept


@pytest.fixture
def asking(tmp_path):
    """What makes an asker of a site that serves replies."""
    with ExitStack() as open_now:

        def make(served, **limits):
            served = served if isinstance(served, dict | Site) else {"/file.pdf": served}
            site = served if isinstance(served, Site) else open_now.enter_context(Site(served))
            made = Asking(site, tmp_path, **limits)
            open_now.callback(made.asker.close)
            return made

        yield make


def refused(asking, path="/file.pdf"):
    """The line by which a file is refused; nothing is there then."""
    with pytest.raises(Unfetched) as error:
        asking.save(path)
    assert not place(asking.folder, f"{asking.site.url}{path}").path.exists()
    assert "\n" not in str(error.value)
    return str(error.value)


# What is sent


def test_a_file_is_there_whole_with_a_record_and_its_host_is_told_who_asks(asking):
    one = asking(Reply(BODY, etag=FIRST))
    changed, kept = one.save()
    assert changed
    assert kept.path.read_bytes() == BODY
    assert kept.record.version.etag == FIRST
    assert not kept.part.exists()
    ((_, headers),) = one.site.asked
    assert headers["user-agent"].startswith("probation-assistant/")
    assert not {"authorization", "cookie", "proxy-authorization", "referer"} & set(headers)


def test_a_cookie_is_not_sent_back(asking):
    one = asking({"/a": Reply(b"a", headers={"Set-Cookie": "track=me; Path=/"}), "/b": Reply(b"b")})
    one.save("/a")
    one.save("/b")
    assert all("cookie" not in headers for _, headers in one.site.asked)


def test_what_did_not_change_is_not_sent_again(asking):
    one = asking(Reply(BODY, etag=FIRST))
    one.save()
    changed, kept = one.save()
    assert not changed
    assert one.site.asked[1][1]["if-none-match"] == FIRST
    assert kept.path.read_bytes() == BODY


def test_the_day_of_the_last_change_is_a_condition_too(asking):
    day = "Thu, 29 Jul 2032 08:30:00 GMT"
    one = asking([Reply(BODY, headers={"Last-Modified": day}), Reply(status=304)])
    one.save()
    assert one.save()[0] is False
    assert one.site.asked[1][1]["if-modified-since"] == day


@pytest.mark.parametrize("etag", ['"caf\xe9"', "x" * 501], ids=["not to be written", "too long"])
def test_a_version_that_cannot_be_said_back_is_none(asking, etag):
    one = asking(Reply(BODY, etag=etag))
    one.save()
    assert one.save()[0] is False
    assert "if-none-match" not in one.site.asked[1][1]


def test_the_same_bytes_sent_again_are_no_change(asking):
    one = asking(Reply(BODY))
    assert [one.save()[0], one.save()[0]] == [True, False]


def test_another_version_takes_the_place_of_the_first(asking):
    one = asking([Reply(BODY, etag=FIRST), Reply(b"twenty lamps", etag=SECOND)])
    one.save()
    changed, kept = one.save()
    assert changed
    assert kept.path.read_bytes() == b"twenty lamps"


def test_requests_to_a_host_are_a_pause_apart(asking):
    one = asking({"/a": Reply(b"a"), "/b": Reply(b"b"), "/c": Reply(b"c")}, pause=30)
    for path in ("/a", "/b", "/c"):
        one.save(path)
    assert len(one.naps) == 2
    assert all(20 < nap <= 30 for nap in one.naps)


# What broke off


def test_a_file_that_breaks_off_goes_on_from_there(asking):
    one = asking([Reply(BODY, etag=FIRST, breaks=4000), Reply(BODY, etag=FIRST)])
    assert one.save()[1].path.read_bytes() == BODY
    assert one.site.asked[1][1]["range"] == "bytes=4000-"
    assert one.site.asked[1][1]["if-range"] == FIRST


def test_it_goes_on_in_a_later_run_too(asking):
    one = asking([Reply(BODY, etag=FIRST, breaks=100 * (n + 1)) for n in range(4)] + [Reply(BODY, etag=FIRST)])
    assert "broke off" in refused(one)
    later = asking(one.site)
    assert later.save()[1].path.read_bytes() == BODY


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(Reply(BODY, etag=FIRST, ranges=False), id="no parts are served"),
        pytest.param(Reply(BODY, etag=SECOND), id="another version now"),
        pytest.param(Reply(BODY), id="no version said now"),
    ],
)
def test_it_starts_again_where_the_rest_is_not_to_be_had(asking, then):
    old = bytes(reversed(BODY))
    one = asking([Reply(old, etag=FIRST, breaks=4000), then])
    assert one.save()[1].path.read_bytes() == BODY


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(
            Reply(BODY[10:], 206, {"Content-Range": f"bytes 10-{len(BODY) - 1}/{len(BODY)}"}), id="another start"
        ),
        pytest.param(Reply(BODY[4000:], 206), id="no start"),
        pytest.param(
            Reply(BODY[4000:], 206, {"Content-Range": f"bytes 4000-{len(BODY) - 1}/{len(BODY)}", "ETag": SECOND}),
            id="of another version",
        ),
        pytest.param(Reply(status=416), id="out of range"),
    ],
)
def test_a_part_that_was_not_asked_for_is_not_taken(asking, wrong):
    one = asking([Reply(BODY, etag=FIRST, breaks=4000), wrong, Reply(BODY, etag=FIRST)])
    assert one.save()[1].path.read_bytes() == BODY
    assert "range" not in one.site.asked[2][1]


@pytest.mark.parametrize("version", ["", 'W/"weak"'])
def test_a_part_of_an_uncertain_version_is_not_gone_on_with(asking, version):
    one = asking([Reply(BODY, etag=version, breaks=4000), Reply(BODY, etag=version)])
    assert one.save()[1].path.read_bytes() == BODY
    assert "range" not in one.site.asked[1][1]


def test_what_was_there_stays_where_a_newer_version_breaks_off(asking):
    broken = Reply(b"twenty lamps", etag=SECOND, breaks=2)
    one = asking([Reply(BODY, etag=FIRST), broken])
    one.save()
    one.site.served["/file.pdf"] = broken
    with pytest.raises(Unfetched, match="broke off"):
        one.save()
    assert place(one.folder, f"{one.site.url}/file.pdf").path.read_bytes() == BODY


# Replies that are none


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (404, "nothing at this address"),
        (410, "taken down"),
        (403, "does not give it"),
        (401, "whom it knows"),
        (418, "418"),
    ],
)
def test_a_refusal_is_final(asking, status, line):
    one = asking(Reply(b"sorry", status))
    assert line in refused(one)
    assert len(one.site.asked) == 1


@pytest.mark.parametrize("status", [204, 206, 300, 302, 304])
def test_a_reply_that_does_not_fit_the_question_is_refused(asking, status):
    assert str(status) in refused(asking(Reply(status=status))) or status == 206


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_trouble_that_may_pass_is_waited_out_longer_each_time(asking, status):
    one = asking([Reply(status=status), Reply(status=status), Reply(BODY)], pause=1)
    assert one.save()[1].path.read_bytes() == BODY
    waits = [nap for nap in one.naps if nap in (1, 2, 4)]
    assert waits == [1, 2]


def test_trouble_that_does_not_pass_is_told_of_after_some_tries(asking):
    one = asking(Reply(status=503))
    assert "busy (503). Try again later" in refused(one)
    assert len(one.site.asked) == 4


def test_a_host_that_says_how_long_to_wait_is_waited_for(asking):
    one = asking([Reply(status=429, headers={"Retry-After": "7"}), Reply(BODY)])
    one.save()
    assert 7 in one.naps


@pytest.mark.parametrize(
    "after", ["3600", format_datetime(datetime.now(UTC) + timedelta(days=400), usegmt=True)], ids=["seconds", "a time"]
)
def test_a_host_that_asks_for_more_patience_than_there_is_is_left_alone(asking, after):
    one = asking(Reply(status=429, headers={"Retry-After": after}))
    assert "too often" in refused(one)
    assert len(one.site.asked) == 1


@pytest.mark.parametrize("after", ["soon", "-5", "١٢", ""])
def test_a_wait_that_says_nothing_is_none(asking, after):
    one = asking([Reply(status=503, headers={"Retry-After": after.encode("utf-8").decode("latin-1")}), Reply(BODY)])
    assert one.save()[0]


# Bounds


def test_a_file_that_says_it_is_too_large_is_not_begun(asking):
    one = asking(Reply(BODY), file=1000)
    assert "larger than 0.001 MB" in refused(one)


def test_a_file_that_turns_out_too_large_is_dropped(asking):
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(BODY), BODY) for _ in range(5)) + b"0\r\n\r\n"
    one = asking(Reply(chunks, headers={"Transfer-Encoding": "chunked"}, length=False), file=20_000)
    assert "larger than" in refused(one)
    assert not place(one.folder, f"{one.site.url}/file.pdf").part.exists()


def test_what_is_packed_is_unpacked(asking):
    assert asking(packed(BODY)).save()[1].path.read_bytes() == BODY


@pytest.mark.parametrize("wrapped", [zlib.compress(BODY), zlib.compress(b"")], ids=["some", "nothing"])
def test_the_other_way_of_packing_is_known_too(asking, wrapped):
    one = asking(Reply(wrapped, headers={"Content-Encoding": "deflate"}))
    assert one.save()[1].path.read_bytes() == zlib.decompress(wrapped)


def test_a_bomb_is_dropped_before_it_goes_off(asking):
    one = asking(packed(bytes(50_000_000)), file=2_000_000)
    assert "larger than 2 MB" in refused(one)


def test_a_run_has_a_bound_over_all_its_files(asking):
    one = asking({"/a": Reply(BODY), "/b": Reply(BODY)}, run=20_000)
    one.save("/a")
    with pytest.raises(Unfetched, match="in one go"):
        one.save("/b")


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        pytest.param(Reply(BODY, headers={"Content-Encoding": "br"}), "not asked for", id="packed otherwise"),
        pytest.param(Reply(BODY, headers={"Content-Encoding": "gzip, gzip"}), "not asked for", id="packed twice"),
        pytest.param(Reply(BODY, headers={"Content-Encoding": "gzip"}), "broken", id="not packed"),
        pytest.param(Reply(packed(BODY).body[:-9], headers={"Content-Encoding": "gzip"}), "breaks off", id="cut short"),
        pytest.param(
            Reply(packed(BODY).body + b"more", headers={"Content-Encoding": "gzip"}), "more follows", id="more"
        ),
        pytest.param(Reply(BODY, length=False), "where it ends", id="no end"),
    ],
)
def test_a_body_that_cannot_be_whole_is_refused(asking, reply, line):
    assert line in refused(asking(reply))


def test_a_host_that_sends_little_by_little_is_left_when_the_time_is_over(asking):
    one = asking(Reply(BODY, trickles=0.02), seconds=0.3)
    assert "longer than 0.3 seconds" in refused(one)


def test_what_is_not_what_was_asked_for_is_dropped(asking):
    def check(path):
        assert path.read_bytes() == BODY
        raise Unfetched("here", "this is no file", "Try another.")

    one = asking(Reply(BODY, etag=FIRST))
    with pytest.raises(Unfetched, match="no file"):
        one.save(check=check)
    assert not [path for path in one.folder.rglob("*") if path.suffix in (".pdf", ".part")]


# Being sent on


def to(address, status=302):
    return Reply(status=status, headers={"Location": address})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_address_may_send_on_to_another(asking, status):
    one = asking({"/file.pdf": to("/media/lamps.pdf", status), "/media/lamps.pdf": Reply(BODY)})
    assert one.save()[1].path.read_bytes() == BODY


@pytest.mark.parametrize(
    ("target", "line"),
    [
        pytest.param("https://elsewhere.test/x", "not on the list", id="another host"),
        pytest.param("//elsewhere.test/x", "not on the list", id="another host, without a scheme"),
        pytest.param("http://169.254.169.254/latest", "not on the list", id="the address of a cloud's own"),
        pytest.param("http://localhost/x", "not on the list", id="this computer"),
        pytest.param("file:///etc/passwd", "no address of the web", id="a file"),
        pytest.param("http://me:secret@127.0.0.1/x", "password", id="a password"),
    ],
)
def test_it_is_not_followed_to_where_nobody_may_ask(asking, target, line):
    said = refused(asking(to(target)))
    assert "sent on" in said
    assert line in said
    assert "secret" not in said


@pytest.mark.parametrize("target", ["http://[::1", "/" + 65_530 * "x"], ids=["no address", "too long for one"])
def test_nonsense_is_not_followed(asking, target):
    assert "127.0.0.1" in refused(asking(to(target)))


@pytest.mark.parametrize(
    "served",
    [
        pytest.param({"/file.pdf": to("/file.pdf")}, id="to itself"),
        pytest.param({"/file.pdf": to("/b"), "/b": to("/file.pdf")}, id="in a circle"),
        pytest.param({"/file.pdf": to("/0"), **{f"/{n}": to(f"/{n + 1}") for n in range(30)}}, id="without end"),
    ],
)
def test_it_is_not_followed_for_ever(asking, served):
    one = asking(served)
    assert "on and on" in refused(one)
    assert len(one.site.asked) <= 6
