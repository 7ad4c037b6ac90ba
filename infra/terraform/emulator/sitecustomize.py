"""What a function on the emulator has to be told besides: the pool's keys are at the emulator's address."""

import os

if "USER_POOL_ID" in os.environ and "AWS_ENDPOINT_URL" in os.environ:
    os.environ.setdefault(
        "JWKS_URL", f"{os.environ['AWS_ENDPOINT_URL']}/{os.environ['USER_POOL_ID']}/.well-known/jwks.json"
    )
