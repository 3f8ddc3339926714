"""Sockets that programs connect to."""

from __future__ import annotations

import asyncio
import socket

from klarsprak.listening import listening


def test_small_pieces_of_an_answer_are_sent_at_once() -> None:
    async def delays() -> int:
        accepted: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            end = writer.get_extra_info("socket")
            accepted.set_result(end.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with listening("127.0.0.1", 0) as listener:
            async with await asyncio.start_server(note, sock=listener):
                _, writer = await asyncio.open_connection(*listener.getsockname())
                is_on = await accepted
                writer.close()
        return is_on

    assert asyncio.run(delays())
