"""A client that means no good is told so at once, and harms nobody."""

from __future__ import annotations

import asyncio
import re
import time

import httpx
import pytest

from tests.server.conftest import Server
from tests.server.hostile import KINDS, SLOW, requests


async def sent(server: Server, data: bytes) -> bytes:
    """What the server answers to these bytes, until it hangs up."""
    host, _, port = server.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        writer.write(data)
        async with asyncio.timeout(30):
            return await reader.read()
    except ConnectionError:  # it hung up before it had heard all
        return b""
    finally:
        writer.close()


def status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d+)", answer)
    return int(found[1]) if found else 0


def test_each_gets_a_clear_refusal(server: Server) -> None:
    async def all_sent() -> list[tuple[str, bytes]]:
        asked = list(requests(3 * len(KINDS)))
        return [(name, await sent(server, data)) for name, data in asked]

    answers = asyncio.run(all_sent())
    assert {name: status(answer) for name, answer in answers if not 400 <= status(answer) < 500} == {}
    assert b"Traceback" not in b"".join(answer for _, answer in answers)


@pytest.mark.parametrize("case", SLOW)
def test_a_slow_one_is_not_waited_for(server: Server, case: str) -> None:
    assert status(asyncio.run(sent(server, SLOW[case]))) == 408


def test_one_that_sends_drop_by_drop_is_not_waited_for(server: Server) -> None:
    async def drip() -> bytes:
        host, _, port = server.url.removeprefix("http://").partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        answer = asyncio.create_task(reader.read())
        while not answer.done():
            writer.write(b"X" if not writer.is_closing() else b"")
            await asyncio.sleep(0.05)
        return answer.result()

    assert status(asyncio.run(drip())) == 408


def test_others_are_answered_meanwhile(server: Server) -> None:
    form = {"language": "sv", "text": "Vi har ej svarat."}

    async def both() -> list[int]:
        async with httpx.AsyncClient(timeout=60) as client:
            hostile = [asyncio.create_task(sent(server, data)) for _, data in requests(2 * len(KINDS), seed=2)]
            hostile += [asyncio.create_task(sent(server, data)) for data in list(SLOW.values()) * 10]
            asked = [client.post(f"{server.url}/v2/check", data=form) for _ in range(30)]
            answers = [len((await answer).json()["matches"]) for answer in asyncio.as_completed(asked)]
            await asyncio.gather(*hostile)
            return answers

    assert asyncio.run(both()) == [1] * 30


def test_nothing_of_it_all_is_noted(server: Server) -> None:
    httpx.get(f"{server.url}/v2/check", params={"language": "sv", "text": "Anna Ek har fått avslag"})
    httpx.get(f"{server.url}/Anna-Ek")
    time.sleep(0.1)
    assert "Anna" not in server.said
    assert "Traceback" not in server.said
    assert "GET /v2/check 200" in server.said
