"""The parameters of a request: from its address, and from a form in its body."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple
from urllib.parse import parse_qsl

from python_multipart import parse_form
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field

from klarsprak.server.guard.refusal import RefusalError

MOST_FIELDS = 200
CHARSETS = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})
"""Those that a form is read in, by Python's names; others say what they mean in too many ways."""
BROKEN = "Formuläret går inte att läsa."
WRONG_CHARSET = "Teckenkodningen går inte att läsa. Skicka texten i UTF-8."
WRONG_TYPE = "Skicka texten som ett formulär (application/x-www-form-urlencoded)."


class Asked(NamedTuple):
    """A request as it came: what stands after the address's question mark, and the body with its type."""

    query: bytes
    body: bytes = b""
    content_type: str = ""


def parameters(asked: Asked) -> dict[str, str]:
    """The parameters by name; those of the address go before those of the body.  Raises ``RefusalError``."""
    media, charset = _media_and_charset(asked.content_type)
    try:
        in_body = dict(_fields(asked, media, charset))
        return in_body | dict(_pairs(asked.query, "utf-8"))
    except UnicodeDecodeError:
        raise RefusalError(400, WRONG_CHARSET) from None
    except (ValueError, FormParserError):
        raise RefusalError(400, BROKEN) from None


def _media_and_charset(content_type: str) -> tuple[str, str]:
    """*multipart/form-data; charset=utf-8* → its two parts; raises ``RefusalError``."""
    header = Message()
    header["content-type"] = content_type or "application/x-www-form-urlencoded"
    try:
        charset = codecs.lookup(str(header.get_param("charset", "utf-8"))).name
    except (LookupError, ValueError):
        charset = ""
    if charset not in CHARSETS:
        raise RefusalError(400, WRONG_CHARSET)
    return header.get_content_type(), charset


def _fields(asked: Asked, media: str, charset: str) -> Iterator[tuple[str, str]]:
    """The names and values in the body.  What calls itself text is a form too: some clients say no more than that."""
    if media == "application/json":
        raise RefusalError(400, WRONG_TYPE)
    if media == "multipart/form-data":
        yield from _parts(asked, charset)
    else:
        yield from _pairs(asked.body, charset)


def _pairs(form: bytes, charset: str) -> list[tuple[str, str]]:
    """*text=Hej&language=sv*."""
    return parse_qsl(
        form.decode(charset), keep_blank_values=True, encoding=charset, errors="strict", max_num_fields=MOST_FIELDS
    )


def _parts(asked: Asked, charset: str) -> list[tuple[str, str]]:
    """The parts of a form that browsers send where it may hold files; files are let by."""
    fields: list[tuple[str, str]] = []

    def keep(field: Field) -> None:
        if len(fields) >= MOST_FIELDS:
            raise ValueError(len(fields))
        fields.append(((field.field_name or b"").decode(charset), (field.value or b"").decode(charset)))

    headers = {"Content-Type": asked.content_type.encode("latin-1"), "Content-Length": str(len(asked.body)).encode()}
    parse_form(headers, _Stream(asked.body), keep, lambda file: None)
    return fields


class _Stream:
    """A body as a file."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        start, self._at = self._at, len(self._body) if size < 0 else self._at + size
        return self._body[start : self._at]
