"""The AWS emulator (ministack): Cognito, SNS, SQS, SES, S3, Lambda triggers, and DynamoDB unless its own stands in."""

from collections.abc import Mapping

from infra.local.addresses import HOST, Addresses
from infra.local.install import EMULATOR_PYTHON
from infra.local.program import Program, answers_http


def emulator(addresses: Addresses, environment: Mapping[str, str]) -> Program:
    """Its environment is the SDK's too: the keys in it are those that requests must be signed with."""
    scratch = addresses.data / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    return Program(
        name="AWS emulator",
        command=(str(EMULATOR_PYTHON), "-m", "ministack"),
        environment={
            **environment,
            "AUTH": "true",
            "BIND_HOST": HOST,
            "GATEWAY_PORT": str(addresses.aws.number),
            "IOT_MTLS_ENABLED": "0",  # it would open one more port
            "MINISTACK_REGION": environment["AWS_REGION"],
            "PERSIST_STATE": "1",
            "S3_DATA_DIR": str(addresses.data / "s3"),
            "S3_PERSIST": "1",
            "STATE_DIR": str(addresses.data / "aws"),
            "SMTP_HOST": f"{HOST}:{addresses.smtp.number}",
            "TMPDIR": str(scratch),
        },
        is_healthy=lambda: answers_http(addresses.aws.number, "/_ministack/health"),
    )
