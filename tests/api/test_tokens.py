"""Tokens: every one that does not hold is refused, and keys outlive their source without flooding it."""

import http.client
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jose.backends.base import Key

from app.api.tokens import Claims, InvalidToken, KeySet, KeysUnavailable, TokenVerifier, fetch_from
from tests import factories as make
from tests.refused_tokens import REFUSED
from tests.tokens import CLIENT_ID, ISSUER, KeySource, Seconds, Signer


@pytest.fixture
def keys(key_source: KeySource, seconds: Seconds) -> KeySet:
    return KeySet(key_source, seconds)


@pytest.fixture
def verifier(keys: KeySet) -> TokenVerifier:
    return TokenVerifier(keys, ISSUER, CLIENT_ID)


@pytest.mark.parametrize("fault", REFUSED)
def test_a_token_with_a_fault_is_refused(fault: str, verifier: TokenVerifier, signer: Signer) -> None:
    with pytest.raises(InvalidToken):
        verifier.verify(REFUSED[fault](signer))


@given(st.text(max_size=200))
def test_no_text_makes_the_verifier_break(text: str) -> None:
    verifier = TokenVerifier(KeySet(lambda: {"keys": []}, Seconds()), ISSUER, CLIENT_ID)
    with pytest.raises(InvalidToken):
        verifier.verify(text)


def test_an_overlong_token_is_refused_before_anything_is_fetched(
    verifier: TokenVerifier, key_source: KeySource, signer: Signer
) -> None:
    with pytest.raises(InvalidToken, match="too long"):
        verifier.verify(REFUSED["9 KB"](signer))
    assert key_source.fetches == 0


def test_a_token_that_holds_tells_whose_it_is_and_their_groups(verifier: TokenVerifier, signer: Signer) -> None:
    user_id = make.user_id()
    token = signer.token(user_id, "ADMIN", "MEMBER")
    assert verifier.verify(token) == Claims(user_id, frozenset({"ADMIN", "MEMBER"}))


@pytest.mark.parametrize("groups", [None, "ADMIN", {"ADMIN": True}])
def test_groups_that_are_no_list_are_none_at_all(groups: Any, verifier: TokenVerifier, signer: Signer) -> None:
    token = signer.token("someone", **{"cognito:groups": groups})
    assert verifier.verify(token).groups == frozenset()


def test_a_flood_of_unknown_keys_causes_one_fetch_a_minute(
    keys: KeySet, key_source: KeySource, seconds: Seconds
) -> None:
    keys.key("one")
    for number in range(600):
        seconds.pass_by(0.5)
        with pytest.raises(InvalidToken):
            keys.key(f"random {number}")
    assert key_source.fetches == 1 + 5


def test_a_new_key_is_fetched_when_the_issuer_rotates(
    verifier: TokenVerifier, key_source: KeySource, seconds: Seconds, signer: Signer
) -> None:
    verifier.verify(signer.token("someone"))
    successor = Signer.new("two")
    key_source.signers.append(successor)
    seconds.pass_by(60)
    assert verifier.verify(successor.token("someone")).user_id == "someone"
    assert verifier.verify(signer.token("someone")).user_id == "someone"
    assert key_source.fetches == 2


def test_a_key_that_the_issuer_withdrew_is_refused_after_an_hour(
    keys: KeySet, key_source: KeySource, seconds: Seconds
) -> None:
    keys.key("one")
    key_source.signers[:] = [Signer.new("two")]
    seconds.pass_by(3599)
    assert isinstance(keys.key("one"), Key)
    seconds.pass_by(1)
    with pytest.raises(InvalidToken):
        keys.key("one")


def test_keys_are_fetched_once_an_hour(keys: KeySet, key_source: KeySource, seconds: Seconds) -> None:
    for _ in range(120):
        keys.key("one")
        seconds.pass_by(60)
    assert key_source.fetches == 2


def test_without_any_key_nobody_is_told_that_their_token_is_bad(keys: KeySet, key_source: KeySource) -> None:
    key_source.is_out = True
    with pytest.raises(KeysUnavailable):
        keys.key("one")


def test_while_no_key_is_known_the_source_is_asked_every_five_seconds(
    keys: KeySet, key_source: KeySource, seconds: Seconds
) -> None:
    key_source.is_out = True
    for _ in range(10):
        with pytest.raises(KeysUnavailable):
            keys.key("one")
        seconds.pass_by(1)
    assert key_source.fetches == 2
    key_source.is_out = False
    assert isinstance(keys.key("one"), Key)


def test_known_keys_serve_on_while_the_source_is_out(keys: KeySet, key_source: KeySource, seconds: Seconds) -> None:
    known = keys.key("one")
    key_source.is_out = True
    for _ in range(3):
        seconds.pass_by(3600)
        assert keys.key("one") is known
    assert key_source.fetches == 4


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"keys": None},
        {"keys": [{"kty": "RSA"}]},
        {"keys": [{"kid": "one", "kty": "EC"}]},
        {"keys": [{"kid": ["one"], "kty": "RSA", "n": "AQAB", "e": "AQAB"}]},
    ],
)
def test_known_keys_serve_on_while_the_source_answers_nonsense(
    answer: dict[str, Any], signer: Signer, seconds: Seconds
) -> None:
    answers = iter([{"keys": [signer.jwk()]}, answer])
    keys = KeySet(lambda: next(answers), seconds)
    known = keys.key("one")
    seconds.pass_by(3600)
    assert keys.key("one") is known


def test_known_keys_serve_on_while_the_source_breaks_off_in_the_middle(signer: Signer, seconds: Seconds) -> None:
    def fetch() -> dict[str, Any]:
        if seconds() > 1000:
            raise http.client.IncompleteRead(b'{"keys"')
        return {"keys": [signer.jwk()]}

    keys = KeySet(fetch, seconds)
    known = keys.key("one")
    seconds.pass_by(3600)
    assert keys.key("one") is known


def test_keys_are_read_from_the_address_given(signer: Signer) -> None:
    class Issuer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"keys": [signer.jwk()], "path": self.path}).encode())

        def log_message(self, *_: object) -> None:
            """Silent."""

    with HTTPServer(("127.0.0.1", 0), Issuer) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        answer = fetch_from(f"http://127.0.0.1:{server.server_port}/keys.json")()
        thread.join()
    assert answer == {"keys": [signer.jwk()], "path": "/keys.json"}
