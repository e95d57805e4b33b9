"""To whom a connection is made: to an address that was checked, and with nothing of the environment in it."""

import socket

import pytest
from fetch_fake import Reply, Site

from corpus.errors import Unfetched
from corpus.fetching.asking import Asker, Limits
from corpus.fetching.downloads import place
from corpus.fetching.hosts import Hosts
from corpus.fetching.wire import resolved

BODY = b"nineteen lamps"


@pytest.fixture
def site():
    with Site({"/lamps.pdf": Reply(BODY)}) as site:
        yield site


def fetched(folder, address, hosts, resolve=None):
    asker = Asker(Hosts(hosts), Limits(pause=0), resolve)
    try:
        kept = place(folder, address)
        asker.save(kept)
        return kept.path.read_bytes()
    finally:
        asker.close()


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(site, tmp_path):
    looked_up = []

    def resolve(host, port):
        looked_up.append((host, port))
        return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.1"]

    address = f"http://lamps.test:{site.port}"
    assert fetched(tmp_path, f"{address}/lamps.pdf", [address], resolve) == BODY
    assert looked_up == [("lamps.test", site.port)]
    assert site.asked[0][1]["host"] == f"lamps.test:{site.port}"


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["151.101.0.144", "192.168.0.1"]],
    ids=", ".join,
)
def test_a_public_name_that_leads_to_a_private_address_is_refused(tmp_path, addresses):
    with pytest.raises(Unfetched, match=r"not an address of the public internet.*www\.lamps\.test:443"):
        fetched(tmp_path, "https://www.lamps.test/", ["www.lamps.test"], lambda host, port: addresses)


def test_the_name_of_this_computer_is_no_way_to_it(tmp_path):
    with pytest.raises(Unfetched, match="not an address of the public internet"):
        fetched(tmp_path, "https://localhost/", ["localhost"])


def test_the_next_address_of_a_host_is_tried_where_one_does_not_answer(site, tmp_path):
    address = f"http://lamps.test:{site.port}"
    assert fetched(tmp_path, f"{address}/lamps.pdf", [address], lambda host, port: ["127.0.0.2", "127.0.0.1"]) == BODY


def test_a_host_may_be_an_address_of_ipv6(tmp_path):
    if not socket.has_ipv6:
        pytest.skip("this computer has no IPv6")
    try:
        site = Site({"/lamps.pdf": Reply(BODY)}, "::1").__enter__()
    except OSError:
        pytest.skip("this computer has no IPv6 loopback")
    try:
        assert fetched(tmp_path, f"{site.url}/lamps.pdf", [site.url]) == BODY
    finally:
        site.__exit__(None, None, None)


def test_a_host_that_does_not_exist_is_told_of():
    with pytest.raises(Unfetched, match=r"could not be found.*is online"):
        resolved("no-such-host.invalid", 443)


def test_a_name_that_is_none_is_told_of():
    with pytest.raises(Unfetched, match="could not be found"):
        resolved("a" * 70 + ".test", 443)


def test_a_port_that_nobody_listens_at_is_told_of(tmp_path):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(Unfetched, match="was not accepted"):
            fetched(tmp_path, address, [address])


def test_neither_passwords_nor_proxies_of_the_environment_are_used(site, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetched(tmp_path, f"{site.url}/lamps.pdf", [site.url]) == BODY
    assert "authorization" not in site.asked[0][1]


def test_a_proxy_that_is_set_is_asked_and_the_list_of_hosts_still_holds(tmp_path, monkeypatch):
    address = "http://lamps.test:80"
    with Site({"http://lamps.test/lamps.pdf": Reply(BODY)}) as proxy:
        monkeypatch.setenv("PROBATION_PROXY", proxy.url)
        assert fetched(tmp_path, f"{address}/lamps.pdf", [address]) == BODY
        with pytest.raises(Unfetched, match="not on the list"):
            fetched(tmp_path, "http://other.test/lamps.pdf", [address])


@pytest.mark.parametrize("proxy", ["lamps", "socks5://127.0.0.1:9", "http://me:secret@127.0.0.1:9"])
def test_a_proxy_that_is_none_is_told_of_without_its_password(tmp_path, monkeypatch, proxy):
    monkeypatch.setenv("PROBATION_PROXY", proxy)
    with pytest.raises(Unfetched, match="PROBATION_PROXY") as refused:
        fetched(tmp_path, "https://www.lamps.test/", ["www.lamps.test"])
    assert "secret" not in str(refused.value)
