"""Over HTTP: who is let in, and that answers come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import anyio
import httpx2
import pytest
import uvicorn
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from klarsprak.mcp.http import Door, listen, make_app
from klarsprak.mcp.judge import Judge
from tests.waiting import wait_for

TOKEN = "en-hemlig-och-ganska-lang-token"
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ACCEPT = {"accept": "application/json, text/event-stream"}


@contextmanager
def served(judge: Judge, door: Door) -> Iterator[str]:
    """The address of a server that runs in a thread meanwhile."""
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(make_app(judge, door), log_config=None, lifespan="on")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        wait_for(lambda: server.started)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/mcp"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def locked(judge: Judge) -> Iterator[str]:
    with served(judge, Door(TOKEN, ["sprak.ekvalla.example"])) as url:
        yield url


def post(url: str, **headers: str) -> httpx2.Response:
    return httpx2.post(url, json=PING, headers={**ACCEPT, **headers})


def authorized(token: str = TOKEN) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_a_client_with_the_token_is_answered(locked: str) -> None:
    async def verdict() -> str:
        async with (
            httpx2.AsyncClient(headers=authorized()) as http,
            Client(streamable_http_client(locked, http_client=http)) as client,
        ):
            result = await client.call_tool("check_text", {"text": "Du erhåller bidraget."})
            return result.structured_content["verdict"]

    assert anyio.run(verdict) == "findings"


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer fel", "Basic ZW46dHbD", f"Bearer {TOKEN[:-1]}"])
def test_without_the_right_token_nobody_comes_in(locked: str, shown: str) -> None:
    response = post(locked, authorization=shown)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.text == "Token saknas eller är fel."


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "sprak.ekvalla.example"}, 200),
        ({"host": "ond.example"}, 421),
        ({"origin": "https://sprak.ekvalla.example"}, 200),
        ({"origin": "https://ond.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_a_page_of_another_site_is_kept_out(locked: str, headers: dict[str, str], status: int) -> None:
    assert post(locked, **authorized(), **headers).status_code == status


def test_without_a_token_the_machine_itself_is_let_in(judge: Judge) -> None:
    async def names(url: str) -> list[str]:
        async with Client(url) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    with served(judge, Door()) as url:
        assert "compare" in anyio.run(names, url)


def test_more_than_a_text_can_be_is_refused_unread(locked: str) -> None:
    response = httpx2.post(locked, content=b" " * 5_000_000, headers={**ACCEPT, **authorized()})
    assert response.status_code == 413
