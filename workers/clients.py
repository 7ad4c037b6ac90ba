"""How the mail workers' client of SES behaves: one try, ended well before the worker's own time."""

from botocore.config import Config

# SES takes no token that makes a second send the same send: the queue is the retry, behind the ledger.
SEND_ONCE = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1}, tcp_keepalive=True)
