"""Which hosts may be asked, and which addresses of theirs: the list of the catalogue, or the one that is set.

A host given by its name alone is asked over https at its usual port, and only where that name leads to an address of
the public internet. One given with its port ("intranet.example:8443", "http://127.0.0.1:8000") was meant as it is, and
may also be of this computer or a network of its own.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

import httpx

from corpus.errors import Unfetched

SETTING = "PROBATION_HOSTS"
PORTS = {"https": 443, "http": 80}
MAPPED = IPv6Network("64:ff9b::/96")  # IPv6 addresses that stand for the IPv4 address in their last 32 bits (RFC 6052)
REMEDY = f'Give one such as www.gov.uk or "http://127.0.0.1:8000"; see {SETTING}.'


@dataclass(frozen=True, slots=True)
class Host:
    """A host at a port, as it may be asked."""

    scheme: str
    name: str  # in lower case, without brackets
    port: int


class Hosts:
    """The hosts that may be asked."""

    def __init__(self, given: Iterable[str]) -> None:
        """`given`: names, with port and scheme where they are meant so. Raises Unfetched where one is no host."""
        self._private = dict(_host(entry) for entry in given)

    def checked(self, address: str) -> str:
        """An address in full, where it may be asked. Raises Unfetched, and repeats no password."""
        url = _url(address)
        if url.userinfo:
            raise Unfetched(url.host, "the address holds a user name or password", "Give it without.")
        if url.scheme not in PORTS or not url.host:
            shown = address if len(address) <= 200 else f"{address[:200]}..."
            raise Unfetched(shown, "this is no address of the web", "Give one that opens with https://.")
        host = _asked(url)
        if host not in self._private:
            raise Unfetched(f"{url.scheme}://{url.netloc.decode()}", self._why(host), f"See {SETTING} to allow it.")
        return str(url.copy_with(fragment=None))

    def may_be_private(self, name: str, port: int) -> bool:
        """Whether a host was given with its port, and so may be of this computer or a network of its own."""
        return any(self._private.get(Host(scheme, name, port), False) for scheme in PORTS)

    def _why(self, host: Host) -> str:
        known = [one for one in self._private if one.name == host.name]
        if any(one.scheme == host.scheme for one in known):
            return f"port {host.port} of this host is not on the list of hosts that may be asked"
        if known:
            return "this host is asked over https only"
        return "this host is not on the list of hosts that may be asked"


def hosts(listed: Iterable[str], environ: Mapping[str, str] = os.environ) -> Hosts:
    """The hosts of a list, or those that PROBATION_HOSTS names in place of them or, after a "+", beside them."""
    said = environ.get(SETTING, "").strip()
    named = [entry.strip() for entry in said.lstrip("+").split(",") if entry.strip()]
    return Hosts([*listed, *named] if said.startswith("+") or not named else named)


def public(address: str) -> bool:
    """Whether an IP address is one of the public internet, in whatever form it is written or wrapped."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip in MAPPED:
            return public(".".join(map(str, ip.packed[-4:])))
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner:
            return public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_unspecified


def _host(entry: str) -> tuple[Host, bool]:
    """A host as it is given, and whether with its port."""
    try:
        parts = urlsplit(entry if "://" in entry else f"https://{entry}")
        port, name = parts.port, (parts.hostname or "").encode("ascii").decode()
    except ValueError:
        raise Unfetched(SETTING, "it holds what is no host", REMEDY) from None
    bare = not parts.path.strip("/") and not parts.query and not parts.fragment and "@" not in parts.netloc
    if not name or not bare or parts.scheme not in PORTS or any(c.isspace() for c in name):
        raise Unfetched(SETTING, "it holds what is no host", REMEDY)
    if parts.scheme == "http" and port is None:
        raise Unfetched(SETTING, f"{name} is given over http without its port", f"Give it as http://{name}:80.")
    return Host(parts.scheme, name, port or PORTS[parts.scheme]), port is not None


def _url(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        raise Unfetched(address[:200].rpartition("@")[2], "this is no address", "Check it.") from None


def _asked(url: httpx.URL) -> Host:
    return Host(url.scheme, url.raw_host.decode("ascii"), url.port or PORTS[url.scheme])
