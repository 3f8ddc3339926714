"""A request → the mail that it asks about: JSON, with what is attached in base64 as mail programs give it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any, TypeVar

from starlette.requests import Request

from klarsprak.server.api.asked import as_object, read_body
from klarsprak.server.api.questions import AttachedFile, CheckedFile, MailQuestion, RefusedError

MOST_ATTACHED = 100
_Value = TypeVar("_Value")


async def read_mail(request: Request) -> MailQuestion:
    """The mail; raises ``RefusedError``."""
    settings = request.app.state.settings
    data = as_object(await read_body(request, settings.largest_file))
    body = _value(data, "body", str, "")
    if len(body) > settings.largest_text:
        raise RefusedError(413, f"Mejlet är för långt. Det får ha högst {settings.largest_text} tecken.")
    return MailQuestion(
        subject=_value(data, "subject", str, ""),
        body=body,
        is_html=_value(data, "html", bool, False),
        sender=_value(data, "from", str, ""),
        attached=tuple(_attached(data)),
        checked=tuple(_checked(data)),
        is_brief=_value(data, "brief", bool, False),
    )


def _value(data: dict[str, Any], key: str, kind: type[_Value], otherwise: _Value) -> _Value:
    """The value of a key; raises ``RefusedError`` for one of another kind."""
    value = data.get(key, otherwise)
    if type(value) is not kind:  # true is no number
        raise RefusedError(400, f"Nyckeln {key} har ett värde av fel slag.")
    return value


def _objects(data: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """The objects of a list; raises ``RefusedError``."""
    items: list[Any] = _value(data, key, list, [])
    if len(items) > MOST_ATTACHED:
        raise RefusedError(413, f"Mejlet har för många bilagor. Det får ha högst {MOST_ATTACHED}.")
    for item in items:
        if not isinstance(item, dict):
            raise RefusedError(400, f"Nyckeln {key} ska vara en lista med objekt.")
        yield item


def _attached(data: dict[str, Any]) -> Iterator[AttachedFile]:
    """The files, by the last part of their names."""
    for item in _objects(data, "attached"):
        try:
            content = base64.b64decode(_value(item, "content", str, ""), validate=True)
        except ValueError:  # of letters that aren't ASCII too
            raise RefusedError(400, "En bilaga är inte skriven i base64.") from None
        yield AttachedFile(_name(item), content)


def _checked(data: dict[str, Any]) -> Iterator[CheckedFile]:
    """What was checked when it was attached."""
    for item in _objects(data, "checked"):
        yield CheckedFile(_name(item), max(0, _value(item, "stopping", int, 0)))


def _name(item: dict[str, Any]) -> str:
    """A file's name without folders, and without what would break a header."""
    last = _value(item, "name", str, "").replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable()) or "bilaga"
