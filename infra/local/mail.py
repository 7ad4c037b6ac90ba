"""The mail box (maildev): takes every mail by SMTP and shows it in a browser; nothing leaves this machine."""

from collections.abc import Mapping

from infra.local.addresses import HOST, Addresses
from infra.local.install import NODE_PROGRAMS
from infra.local.program import Program, answers_http


def mail(addresses: Addresses, environment: Mapping[str, str]) -> Program:
    folder = addresses.data / "mail"
    folder.mkdir(parents=True, exist_ok=True)
    return Program(
        name="mail",
        command=(
            "node",
            str(NODE_PROGRAMS / "maildev" / "dist" / "bin" / "maildev.js"),
            f"--ip={HOST}",
            f"--smtp={addresses.smtp.number}",
            f"--web-ip={HOST}",
            f"--web={addresses.mail.number}",
            f"--mail-directory={folder}",
        ),
        environment=environment,
        is_healthy=lambda: answers_http(addresses.mail.number, "/api/email"),
    )
