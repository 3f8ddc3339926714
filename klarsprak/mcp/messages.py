"""Lines that the protocol package can't read: it says nothing of them, and their sender would wait in vain."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

import anyio
import mcp_types as types
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.message import SessionMessage
from pydantic import ValidationError


class Understood:
    """The messages of ``questions`` that can be read; what can't is answered through ``answers``."""

    def __init__(
        self, questions: ReadStream[SessionMessage | Exception], answers: WriteStream[SessionMessage]
    ) -> None:
        self._questions = questions
        self._answers = answers

    @property
    def last_context(self) -> Any:
        """The context variables of whoever sent the last message, for the package."""
        return getattr(self._questions, "last_context", None)

    async def receive(self) -> SessionMessage | Exception:
        """The next message."""
        while True:
            message = await self._questions.receive()
            message = _mended(message) if isinstance(message, ValidationError) else message
            if not isinstance(message, ValidationError):
                return message
            if refusal := _refusal(message):
                await self._answers.send(SessionMessage(refusal))

    async def aclose(self) -> None:
        """Take no more."""
        await self._questions.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> SessionMessage | Exception:
        try:
            return await self.receive()
        except anyio.EndOfStream:
            raise StopAsyncIteration from None

    async def __aenter__(self) -> Self:
        await self._questions.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        return await self._questions.__aexit__(kind, error, trace)


def _mended(error: ValidationError) -> SessionMessage | ValidationError:
    """The message with a sign in place of each half of one: programs write those of a text that they have cut."""
    first = error.errors(include_url=False)[0]
    if first["type"] != "json_invalid":
        return error
    try:
        read = json.dumps(json.loads(first["input"]), ensure_ascii=False)
        whole = read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return SessionMessage(types.jsonrpc_message_adapter.validate_json(whole, by_name=False))
    except ValidationError as other:
        return other
    except (ValueError, RecursionError):
        return error


def _refusal(error: ValidationError) -> types.JSONRPCError | None:
    """What is said of a line that is no message; None of an empty one."""
    faults = error.errors(include_url=False)
    if faults[0]["type"] == "json_invalid":
        said = types.ErrorData(code=types.PARSE_ERROR, message="Raden är inte JSON.")
        return types.JSONRPCError(jsonrpc="2.0", id=None, error=said) if faults[0]["input"].strip() else None
    said = types.ErrorData(code=types.INVALID_REQUEST, message="Raden är ingen fråga enligt JSON-RPC 2.0.")
    return types.JSONRPCError(jsonrpc="2.0", id=_id_of(faults), error=said)


def _id_of(faults: list[Any]) -> int | str | None:
    """The question's own number, as far as it can be told: what lacks a part is given as a whole."""
    wholes = (fault["input"] for fault in faults if fault["type"] == "missing")
    given = next((whole["id"] for whole in wholes if isinstance(whole, dict) and "id" in whole), None)
    return given if isinstance(given, int | str) and not isinstance(given, bool) else None
