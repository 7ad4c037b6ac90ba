"""Requests through the gateway stay in one thread; a server's go on using theirs."""

import asyncio
from threading import get_ident

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from app.api.gateway import gateway_handler
from app.api.same_thread import same_thread
from tests.api_client import ApiClient
from tests.gateway_events import gateway_event, loop_of_a_lambda

app = FastAPI()


@app.get("/api/v1/thread")
def thread() -> int:
    return get_ident()


def test_a_lambda_answers_in_its_one_thread() -> None:
    with loop_of_a_lambda():
        answer = gateway_handler(app)(gateway_event("GET", "/api/v1/thread"), None)
    assert answer["body"] == str(get_ident())


def test_a_server_answers_in_threads_also_after_that() -> None:
    with same_thread():
        pass
    assert ApiClient(app).get("/thread").json() != get_ident()


def test_what_fails_fails_for_who_asked() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async def asked() -> str:
        with same_thread():
            try:
                await run_in_threadpool(fail)
            except ZeroDivisionError:
                return "failed here"
        return "went on"

    assert asyncio.run(asked()) == "failed here"
