"""The AWS clients."""

from app.repositories.clients import cognito_client, dynamodb_client, sqs_client
from tests.conftest import REGION


def test_a_client_gives_up_long_before_a_lambda_would() -> None:
    for client in (dynamodb_client(REGION), cognito_client(REGION), sqs_client(REGION)):
        options = vars(client.meta.config)
        assert (options["connect_timeout"], options["read_timeout"]) == (1, 3)
        assert client.meta.region_name == REGION
