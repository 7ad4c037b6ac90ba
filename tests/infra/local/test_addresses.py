"""Ports and folders come from the environment, and what makes no sense there is refused by name."""

import pytest

from infra.local.addresses import CHECKOUT, addresses_from
from infra.local.errors import LocalStackError


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "-1", ""])
def test_what_is_no_port_is_refused_by_its_variable(text: str) -> None:
    with pytest.raises(LocalStackError, match=f"BATON_AWS_PORT={text} is not a port"):
        addresses_from({"BATON_AWS_PORT": text})


def test_an_unknown_store_is_refused() -> None:
    with pytest.raises(LocalStackError, match="STORE=mysql is not known"):
        addresses_from({"STORE": "mysql"})


def test_everything_has_a_default() -> None:
    addresses = addresses_from({})

    assert [port.number for port in addresses.ports] == [8000, 4566, 1080, 1025]
    assert addresses.page.url == "http://127.0.0.1:8000"
    assert addresses.data == CHECKOUT / ".local"


def test_everything_can_be_overridden() -> None:
    names = ("BATON_PORT", "BATON_AWS_PORT", "BATON_MAIL_PORT", "BATON_SMTP_PORT", "BATON_DYNAMODB_PORT")
    ports = {name: str(2001 + place) for place, name in enumerate(names)}

    addresses = addresses_from({**ports, "BATON_DATA": "/somewhere", "STORE": "dynamodb-local"})

    assert [port.number for port in addresses.ports] == [2001, 2002, 2003, 2004, 2005]
    assert str(addresses.data) == "/somewhere"
