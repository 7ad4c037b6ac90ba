"""Answers a request without a second thread, for where a process has one request at a time: in a Lambda."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from anyio import to_thread


@contextmanager
def same_thread() -> Iterator[None]:
    """What Starlette hands to its threads runs where it is asked for.

    A server has other requests to go on with meanwhile, a Lambda has none. Mangum's loop ends with each request,
    and its threads with it: starting one anew for each cost more than all else that Baton does for a request.
    """
    in_a_thread = to_thread.run_sync
    to_thread.run_sync = _run_here  # type: ignore[assignment]
    try:
        yield
    finally:
        to_thread.run_sync = in_a_thread


async def _run_here[Result](function: Callable[..., Result], *arguments: Any, **_: Any) -> Result:
    return function(*arguments)
