"""What is too much is turned away before anybody reads it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from klarsprak.pool.checks import Lane
from klarsprak.server.guard.bodies import FORM
from tests.server.guard.support import Answering, client

FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
PATHS = ["/v2/check", "/api/1/check"]


METHODS = ["POST", "GET", "HEAD", "OPTIONS"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", PATHS)
def test_a_body_that_says_it_is_too_large(path: str, method: str) -> None:
    small = client(largest_text=10, largest_file=100)
    assert small.request(method, path, content=b"a" * (FORM + 200), headers=FORM_TYPE).status_code == 413


@pytest.mark.parametrize("method", METHODS)
def test_a_body_that_turns_out_to_be_too_large(method: str) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b"a" * 10_000

    answer = client(largest_text=10).request(method, "/v2/check", content=chunks(), headers=FORM_TYPE)
    assert (answer.status_code, answer.text[:7]) == (413, "" if method == "HEAD" else "Error: ")


def test_a_body_that_is_packed() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    answer = client().post("/v2/check", content=bomb, headers={**FORM_TYPE, "Content-Encoding": "gzip"})
    assert answer.status_code == 415


@pytest.mark.parametrize("method", METHODS)
def test_all_bodies_together_may_be_no_more_than_there_is_room_for(method: str) -> None:
    form = {"language": "sv", "text": "Hej på dig"}
    answer = client(most_held=10).request(method, "/v2/check", data=form)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_a_question_by_get_may_have_a_body() -> None:
    assert client().request("GET", "/v2/check", params={"language": "sv"}, data={"text": "Hej"}).status_code == 200


def test_what_was_held_is_let_go() -> None:
    roomy = client(most_held=40)
    statuses = {roomy.post("/v2/check", data={"language": "sv", "text": "Hej"}).status_code for _ in range(20)}
    assert statuses == {200}


def test_a_long_text_takes_the_long_lane() -> None:
    checks = Answering()
    for length in (10, 30_000):
        client(checks).post("/v2/check", data={"language": "sv", "text": "a" * length})
    assert checks.lanes == [Lane.SHORT, Lane.LONG]
