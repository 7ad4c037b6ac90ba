"""A taken port is found before anything is started, and the line says what to do about it."""

import socket

import pytest

from infra.local.addresses import HOST, Port
from infra.local.errors import LocalStackError
from infra.local.ports import refuse_taken


def test_a_taken_port_is_refused_with_its_number_and_its_variable() -> None:
    with socket.create_server((HOST, 0)) as server:
        taken = server.getsockname()[1]

        with pytest.raises(LocalStackError, match=rf"Port {taken} is taken .* by BATON_MAIL_PORT"):
            refuse_taken([Port("BATON_MAIL_PORT", taken)])


def test_a_port_that_was_just_given_up_is_free() -> None:
    with socket.create_server((HOST, 0)) as server:
        number = server.getsockname()[1]
        with socket.create_connection((HOST, number)), server.accept()[0] as accepted:
            accepted.shutdown(socket.SHUT_RDWR)

    refuse_taken([Port("BATON_PORT", number)])
