"""Who may be asked: the list decides, an address is looked at whole, and no wrapping makes a private address public."""

import pytest

from corpus.errors import Unfetched
from corpus.fetching.hosts import Hosts, hosts, public

LISTED = Hosts(["www.lamps.test", "intranet.test:8443", "http://127.0.0.1:8000", "[::1]:9000"])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        pytest.param("https://www.lamps.test/a?b=c", "https://www.lamps.test/a?b=c", id="as it is"),
        pytest.param("https://www.lamps.test:443/a", "https://www.lamps.test/a", id="its usual port"),
        pytest.param("HTTPS://WWW.Lamps.Test/a#part", "https://www.lamps.test/a", id="letters and a place in the page"),
        pytest.param("https://intranet.test:8443/a", "https://intranet.test:8443/a", id="a port of its own"),
        pytest.param("http://127.0.0.1:8000/", "http://127.0.0.1:8000/", id="plain http, set so"),
        pytest.param("https://[::1]:9000/", "https://[::1]:9000/", id="IPv6"),
    ],
)
def test_an_address_of_a_listed_host_may_be_asked(address, asked):
    assert LISTED.checked(address) == asked


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://other.test/", "not on the list"),
        ("https://lamps.test/", "not on the list"),
        ("https://www.lamps.test.evil.test/", "not on the list"),
        ("https://www.lamps.test./", "not on the list"),
        ("https://evil.test#@www.lamps.test/", "not on the list"),
        ("https://www.lamps.test@evil.test/", "user name or password"),
        ("https://www.lamps.test\\@evil.test/", "user name or password"),
        ("https://me:secret@www.lamps.test/", "user name or password"),
        ("https://www.lamps.test:8443/", "port 8443"),
        ("https://intranet.test/", "port 443"),
        ("http://www.lamps.test/", "over https only"),
        ("http://127.0.0.1:8001/", "port 8001"),
        ("https://127.0.0.1:8000/", "over https only|not on the list|port"),
        ("https://2130706433/", "not on the list"),
        ("https://0x7f000001/", "not on the list"),
        ("file:///etc/passwd", "no address of the web"),
        ("ftp://www.lamps.test/", "no address of the web"),
        ("javascript:alert(1)", "no address of the web"),
        ("www.lamps.test/a", "no address of the web"),
        ("https://", "no address of the web"),
        ("https://www.lamps.test:99999999/", "port 99999999"),
        ("https://www.lamps.test/\n", "no address"),
        ("", "no address of the web"),
    ],
)
def test_any_other_address_is_refused_in_one_line_that_repeats_no_password(address, why):
    with pytest.raises(Unfetched, match=why) as refused:
        LISTED.checked(address)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:db8::1",
    ],
)  # fmt: skip
def test_an_address_of_no_public_network_is_none_however_it_is_written(address):
    assert not public(address)


@pytest.mark.parametrize("address", ["151.101.0.144", "2a04:4e42::144", "::ffff:151.101.0.144", "64:ff9b::9765:90"])
def test_an_address_of_the_internet_is_public(address):
    assert public(address)


@pytest.mark.parametrize(
    ("set_to", "may", "may_not"),
    [
        pytest.param("", ["https://a.test/"], ["https://b.test/"], id="the list"),
        pytest.param(" , ", ["https://a.test/"], ["https://b.test/"], id="nothing named"),
        pytest.param("b.test", ["https://b.test/"], ["https://a.test/"], id="in its place"),
        pytest.param(
            "+b.test, c.test:81", ["https://a.test/", "https://c.test:81/"], ["https://d.test/"], id="beside it"
        ),
    ],
)
def test_the_setting_stands_in_place_of_the_list_or_beside_it(set_to, may, may_not):
    allowed = hosts(["a.test"], {"PROBATION_HOSTS": set_to})
    assert all(allowed.checked(address) == address for address in may)
    for address in may_not:
        with pytest.raises(Unfetched):
            allowed.checked(address)


@pytest.mark.parametrize(
    "entry", ["http://a.test", "a.test/path", "ftp://a.test", "me@a.test", "a.test:port", "ä.test", "a b"]
)
def test_a_setting_that_names_no_host_is_told_of(entry):
    with pytest.raises(Unfetched, match="PROBATION_HOSTS"):
        hosts([], {"PROBATION_HOSTS": entry})


def test_only_a_host_that_is_given_with_its_port_may_be_private():
    assert LISTED.may_be_private("intranet.test", 8443)
    assert not LISTED.may_be_private("www.lamps.test", 443)
    assert not LISTED.may_be_private("intranet.test", 443)
