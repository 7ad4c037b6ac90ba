"""Where a webhook may go: nowhere inside, whatever it is called, and anywhere outside."""

from ipaddress import ip_address

import pytest

from app.domain.errors import Invalid
from app.domain.webhook_addresses import MAX_URL_LENGTH, Target, is_public, require_url


def refused(url: str, *, private_addresses: bool = False) -> str:
    with pytest.raises(Invalid) as refusal:
        require_url(url, private_addresses=private_addresses)
    (error,) = refusal.value.errors
    assert error.field == "url"
    return error.message


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://example.com/hooks", "https://"),
        ("ftp://example.com", "https://"),
        ("//example.com", "https://"),
        ("example.com", "https://"),
        ("https://ada:secret@example.com", "user name"),
        ("https://@example.com", "user name"),
        ("https://example.com/hooks#top", "after #"),
        ("https://example.com/hooks#", "after #"),
        ("https://", "host"),
        ("https:///hooks", "host"),
        ("https://:443/", "host"),
        ("https://.", "host"),
        ("https://-a.example.com", "host"),
        ("https://example.com-", "host"),
        ("https://a..example.com", "host"),
        (f"https://{'a' * 64}.example.com", "host"),
        (f"https://{'a.' * 127}example", "host"),
        ("https://example.com:0", "port"),
        ("https://example.com:65536", "such as"),
        ("https://example.com:https", "such as"),
        ("https://[::1", "such as"),
        ("https://[v1.x]/", "host"),
        ("https://[localhost]/", ""),
        ("https://[8.8.8.8]/", ""),
        ("", "may have"),
        ("https://bücher.example", "xn--"),
        ("https://example.com\\@localhost", "may have"),
        ("https://example.com/a b", "may have"),
        ("https://example.com/\r\nHost: x", "may have"),
        ("https://example.com/\n", "may have"),
        ("https://example.com/" + "a" * (MAX_URL_LENGTH - 19), "2048"),
    ],
)
def test_what_is_no_such_address_is_refused_with_a_reason(url: str, words: str) -> None:
    assert words in refused(url)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST",
        "localhost.",
        "hooks.localhost",
        "127.0.0.1",
        "127.0.0.1.",
        "10.0.0.1",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fd00:ec2::254]",
    ],
)
def test_a_private_address_is_refused_by_its_looks(host: str) -> None:
    assert "private network" in refused(f"https://{host}/hooks")
    assert require_url(f"http://{host}:8080/hooks", private_addresses=True)


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0x7f000001", "0177.0.0.1", "10.0.0.0x1", "[fe80::1%25eth0]"])
def test_what_some_programs_take_for_an_address_is_no_name(host: str) -> None:
    """Allowed or not, nobody means them."""
    assert refused(f"https://{host}/")


@pytest.mark.parametrize("url", ["ftp://localhost", "http://", "http://ada@localhost", "http://localhost#"])
def test_a_laptop_too_wants_a_web_address(url: str) -> None:
    assert refused(url, private_addresses=True)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com.",
        "HTTPS://EXAMPLE.COM/Hooks?team=1&key=%C3%BC",
        "https://hooks_1.example.com:8443/a/b;c=d,e",
        "https://xn--bcher-kva.example/~ada/(x)",
        "https://8.8.8.8/hooks",
        "https://[2606:4700::1111]:443/",
        "https://localhost.example.com/@ada:1",
        "https://mylocalhost/",
        "https://example.com/" + "a" * (MAX_URL_LENGTH - 20),
    ],
)
def test_any_other_stays_as_it_is(url: str) -> None:
    assert require_url(url, private_addresses=False) == url


INSIDE = """
    0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.9
    192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1
    255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::169.254.169.254 64:ff9b::8.8.8.8
    64:ff9b:1::1 100::1 2001::1 2001:1::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 5f00::1 fc00::1
    fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
"""
OUTSIDE = "1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.32.0.1 192.0.1.1 192.88.98.1 2606:4700::1111 2a00:1450::1"


@pytest.mark.parametrize("address", INSIDE.split())
def test_an_address_inside_or_of_no_one_machine_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE.split())
def test_an_address_outside_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.com", Target(True, "example.com", 443, "example.com", "/")),
        ("http://Example.com.:80/a?b=c?d", Target(False, "example.com", 80, "Example.com.:80", "/a?b=c?d")),
        ("https://[2606:4700::1111]:8443/a?", Target(True, "2606:4700::1111", 8443, "[2606:4700::1111]:8443", "/a")),
        ("http://localhost", Target(False, "localhost", 80, "localhost", "/")),
    ],
)
def test_a_url_is_taken_apart(url: str, target: Target) -> None:
    assert Target.of(url) == target
