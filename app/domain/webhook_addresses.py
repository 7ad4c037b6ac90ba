"""Where a webhook may go: to an https address out in the open, and to nothing inside a network of ours."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from app.domain.errors import Invalid

MAX_URL_LENGTH = 2048
PORTS = {"https": 443, "http": 80}

type Address = IPv4Address | IPv6Address

# What RFC 3986 lets stand in a URL. A host of it holds no letter that two programs could read differently.
_URL = re.compile(r"[A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=%]+")
# The last label begins with a letter: 127.1 and 0x7f000001 are addresses to some programs and names to others.
_NAME = re.compile(r"([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_MAX_NAME_LENGTH = 253

# Each of them counts as global, and is answered by whichever machine is near: a relay or the network's own router.
_RELAYS = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
# Of IPv6 only what is given out as global unicast. IPv4 in disguise (mapped, NAT64) is outside of it, but for 6to4.
_UNICAST = IPv6Network("2000::/3")
_NO_UNICAST = (IPv6Network("2001::/23"), IPv6Network("2002::/16"), IPv6Network("3fff::/20"))


@dataclass(frozen=True)
class Target:
    """A URL taken apart, once for all who look at it."""

    is_secure: bool
    host: str
    port: int
    authority: str
    """Host and port as they stand in the URL."""
    path: str
    """With the query."""

    @classmethod
    def of(cls, url: str) -> "Target":
        """Raises ValueError."""
        parts = urlsplit(url)
        port = PORTS[parts.scheme] if parts.port is None else parts.port
        query = f"?{parts.query}" if parts.query else ""
        host = (parts.hostname or "").removesuffix(".")
        return cls(parts.scheme == "https", host, port, parts.netloc, f"{parts.path or '/'}{query}")


def require_url(url: str, *, private_addresses: bool) -> str:
    """Raises Invalid. What the host's name leads to shows only when it is called: see `is_public`."""
    fault = _fault(url, private_addresses=private_addresses)
    if fault:
        raise Invalid.field("url", fault)
    return url


def is_public(address: Address) -> bool:
    """Whether it is one machine's, out in the open."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in network for network in _RELAYS)
    is_unicast = address in _UNICAST and not any(address in network for network in _NO_UNICAST)
    return is_unicast and address.is_global


def _fault(url: str, *, private_addresses: bool) -> str | None:
    if len(url) > MAX_URL_LENGTH:
        return f"must have at most {MAX_URL_LENGTH} characters"
    if "#" in url:
        return "must have no part after #, which never reaches a server"
    if not _URL.fullmatch(url):
        return "must be made of what a URL may have: write other characters as %.., and a host's in its xn-- form"
    try:
        return _fault_of(urlsplit(url), private_addresses=private_addresses)
    except ValueError:  # brackets or a port that are none
        return "must be a URL, such as https://example.com/hooks"


def _fault_of(parts: SplitResult, *, private_addresses: bool) -> str | None:
    """Raises ValueError."""
    if parts.scheme not in (("https", "http") if private_addresses else ("https",)):
        return "must begin with https://"
    if "@" in parts.netloc:
        return "must have no user name or password: every request is signed instead"
    if parts.port == 0:
        return "must have a port other than 0"
    host = (parts.hostname or "").removesuffix(".")
    is_bracketed = "[" in parts.netloc  # IPv6, or forms of tomorrow
    return _fault_of_host(host if not is_bracketed or ":" in host else "", private_addresses=private_addresses)


def _fault_of_host(host: str, *, private_addresses: bool) -> str | None:
    address = _literal(host)
    if address is None and not (_NAME.fullmatch(host) and len(host) <= _MAX_NAME_LENGTH):
        return "must name a host, such as https://example.com/hooks"
    if private_addresses:
        return None
    is_inside = not is_public(address) if address else host == "localhost" or host.endswith(".localhost")
    return "must lead to a public address, not into a private network" if is_inside else None


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
