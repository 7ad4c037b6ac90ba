"""Where everything is on this machine: ports and folders, each overridable by an environment variable."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.local.errors import LocalStackError

CHECKOUT = Path(__file__).parents[2]
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Port:
    variable: str
    number: int

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.number}"


@dataclass(frozen=True)
class Addresses:
    page: Port
    aws: Port
    mail: Port
    smtp: Port
    dynamodb: Port | None
    """Of DynamoDB Local; None while the emulator keeps the table."""
    data: Path

    @property
    def ports(self) -> tuple[Port, ...]:
        ports = (self.page, self.aws, self.mail, self.smtp)
        return (*ports, self.dynamodb) if self.dynamodb else ports

    @property
    def logs(self) -> Path:
        return self.data / "logs"


def addresses_from(environment: Mapping[str, str]) -> Addresses:
    store = environment.get("STORE", "")
    if store not in ("", "dynamodb-local"):
        raise LocalStackError(f"STORE={store} is not known; leave it out or set STORE=dynamodb-local.")
    return Addresses(
        page=_port(environment, "BATON_PORT", 8000),
        aws=_port(environment, "BATON_AWS_PORT", 4566),
        mail=_port(environment, "BATON_MAIL_PORT", 1080),
        smtp=_port(environment, "BATON_SMTP_PORT", 1025),
        dynamodb=_port(environment, "BATON_DYNAMODB_PORT", 8001) if store else None,
        data=CHECKOUT / environment.get("BATON_DATA", ".local"),
    )


def _port(environment: Mapping[str, str], variable: str, default: int) -> Port:
    text = environment.get(variable, str(default))
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise LocalStackError(f"{variable}={text} is not a port; set it to a number from 1 to 65535.")
    return Port(variable, int(text))
