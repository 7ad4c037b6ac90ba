"""python -m tests.deployed: tells the story of people and tasks to the environment that deploy_local.sh has applied.

Reads AWS_ENDPOINT_URL and PAGE_CONFIG, which is Terraform's output page_config.
"""

import json
import os
import time

from tests.deployed.place import Place
from tests.deployed.story import Story


def main() -> None:
    started = time.monotonic()

    def say(what: str) -> None:
        print(f"       +{time.monotonic() - started:5.1f} s  {what}", flush=True)

    Story(Place.of(os.environ["AWS_ENDPOINT_URL"], json.loads(os.environ["PAGE_CONFIG"])), say).tell()


if __name__ == "__main__":
    main()
