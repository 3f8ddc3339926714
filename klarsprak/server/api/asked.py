"""A request → what it asks: JSON with a text, a form with a file, or the file itself with its name in the address."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from klarsprak.finding import Level
from klarsprak.server.api.questions import FileQuestion, Mode, RefusedError, TextQuestion

JSON, FORM = "application/json", "multipart/form-data"
_SCRAPS = 64 * 1024
"""Bytes that a form may have besides its file."""
_ESCAPED = 6
"""Bytes that JSON may write a character with: *\\u00e5*."""
_WORDS_FOR_TRUTH = {"true": True, "false": False}
Choice = TypeVar("Choice", bound=StrEnum)


async def read_question(request: Request) -> TextQuestion | FileQuestion:
    """What the request asks; raises ``RefusedError``."""
    kind = _content_type(request)
    if kind == JSON:
        return await _text(request)
    if kind == FORM:
        return await _form(request)
    return await _raw(request)


async def read_file(request: Request) -> FileQuestion:
    """What the request asks of a file; raises ``RefusedError`` where it has none."""
    question = await read_question(request)
    if isinstance(question, TextQuestion):
        raise RefusedError(415, "Skicka en fil: som multipart/form-data, eller direkt med ?name=brev.docx.")
    return question


def _content_type(request: Request) -> str:
    """*application/json*, without its parameters."""
    return request.headers.get("content-type", "").split(";")[0].strip().lower()


async def _text(request: Request) -> TextQuestion:
    """The text in a JSON body."""
    largest = request.app.state.settings.largest_text
    body = await read_body(request, largest * _ESCAPED + _SCRAPS)
    data = as_object(body)
    text = data.get("text")
    if not isinstance(text, str):
        raise RefusedError(400, "JSON-objektet ska ha nyckeln text, med brevets text.")
    if len(text) > largest:
        raise RefusedError(413, f"Texten är för lång. Den får ha högst {largest} tecken.")
    whole = data.get("whole", True)
    if not isinstance(whole, bool):
        raise RefusedError(400, "Nyckeln whole ska vara true eller false.")
    return TextQuestion(text, whole, _level(data), _choice(data, "mode", Mode.COMMENTS))


def as_object(body: bytes) -> dict[str, Any]:
    """The object that the body is; raises ``RefusedError``."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400, "Det som kom är inte JSON.") from None
    if not isinstance(data, dict):
        raise RefusedError(400, "JSON-texten ska vara ett objekt.")
    return data


async def _form(request: Request) -> FileQuestion:
    """The file in a form; it stays in memory, whatever its size."""
    parts = _bounded(request, request.app.state.settings.largest_file + _SCRAPS)
    parser = _InMemory(request.headers, parts, max_files=1, max_fields=8, max_part_size=_SCRAPS)
    form = await _parsed(parser)
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise RefusedError(400, "Formuläret ska ha fältet file, med brevet som fil.")
    choices = {key: value for key, value in form.items() if isinstance(value, str)}
    return _file(await file.read(), file.filename or "", {**request.query_params, **choices})


class _InMemory(MultiPartParser):
    """Reads a form without ever laying a part of it on disk."""

    spool_max_size = 1 << 40


async def _parsed(parser: MultiPartParser) -> FormData:
    """The form; raises ``RefusedError``."""
    try:
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise RefusedError(400, "Formuläret går inte att läsa.") from None


async def _raw(request: Request) -> FileQuestion:
    """The file that the body is, by the name in the address."""
    if "name" not in request.query_params:
        raise RefusedError(415, f"Skicka JSON ({JSON}), ett formulär ({FORM}) eller en fil med ?name=brev.docx.")
    data = await read_body(request, request.app.state.settings.largest_file)
    return _file(data, request.query_params["name"], request.query_params)


def _file(data: bytes, name: str, choices: Mapping[str, Any]) -> FileQuestion:
    """The question about the file; of its name the last part counts, as some browsers send a whole path."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    if not last:
        raise RefusedError(400, "Filen saknar namn. Namnet behövs, till exempel brev.docx.")
    blocks, complete = _truth(choices, "blocks"), _truth(choices, "complete")
    return FileQuestion(data, last, _level(choices), _choice(choices, "mode", Mode.COMMENTS), blocks, complete)


def _truth(choices: Mapping[str, Any], key: str) -> bool:
    """Whether something is asked for; raises ``RefusedError``."""
    word = choices.get(key, "false")
    if word not in _WORDS_FOR_TRUTH:
        raise RefusedError(400, f"{key} ska vara true eller false.")
    return _WORDS_FOR_TRUTH[word]


async def read_body(request: Request, largest: int) -> bytes:
    """The request's body; raises ``RefusedError`` for a larger one."""
    body = bytearray()
    async for chunk in _bounded(request, largest):
        body += chunk
    return bytes(body)


async def _bounded(request: Request, largest: int) -> AsyncGenerator[bytes, None]:
    """The body piece by piece; raises ``RefusedError`` as soon as it is larger, or says that it will be."""
    declared = request.headers.get("content-length", "0")
    total = int(declared) if declared.isascii() and declared.isdigit() else 0
    if total > largest:
        raise _too_large(largest)
    total = 0
    async for chunk in request.stream():
        total += len(chunk)
        if total > largest:
            raise _too_large(largest)
        yield chunk


def _too_large(largest: int) -> RefusedError:
    """*Filen är för stor. Den får vara högst 25 MB.*"""
    return RefusedError(413, f"Det är för stort. Det får vara högst {max(1, largest // (1024 * 1024))} MB.")


def _level(choices: Mapping[str, Any]) -> Level | None:
    """The lowest level that was asked for; raises ``RefusedError``."""
    name = choices.get("level")
    if name is None:
        return None
    try:
        return Level.parse(str(name))
    except ValueError:
        raise RefusedError(400, "level ska vara error, warning eller info.") from None


def _choice(choices: Mapping[str, Any], key: str, otherwise: Choice) -> Choice:
    """What was chosen of several; raises ``RefusedError``."""
    among = type(otherwise)
    try:
        return among(choices.get(key, otherwise))
    except ValueError:
        raise RefusedError(400, f"{key} ska vara {' eller '.join(among)}.") from None
