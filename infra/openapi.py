"""Prints the API's OpenAPI document, from which the page's types are made (`make openapi`)."""

import argparse
import json

from app.api.application import create_app
from app.api.dependencies import wire
from app.settings import ApiSettings

# The document depends on the code alone; these values only let the application be built.
_ENVIRONMENT = {
    "AWS_REGION": "eu-central-1",
    "TABLE_NAME": "baton",
    "USER_POOL_ID": "eu-central-1_example",
    "USER_POOL_CLIENT_ID": "example",
    "PAGE_ORIGIN": "https://baton.example.com",
    "SIGNING_KEY": "not a key: nothing is signed here",
    "WEBHOOK_QUEUE_URL": "https://queue.example.com/webhooks",
    "API_DOCS": "on",
}


def openapi_document() -> str:
    settings = ApiSettings.read(_ENVIRONMENT)
    document = create_app(settings, wire(settings)).openapi()
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    argparse.ArgumentParser(prog="python -m infra.openapi", description=__doc__).parse_args()
    print(openapi_document(), end="")


if __name__ == "__main__":
    main()
