"""How a worker's AWS clients behave: timeouts that end well before its own."""

from botocore.config import Config

CONFIG = Config(
    connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 3, "mode": "standard"}, tcp_keepalive=True
)

# SES takes no token that makes a second send the same send: the queue is the retry, behind the ledger.
SEND_ONCE = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1}, tcp_keepalive=True)
