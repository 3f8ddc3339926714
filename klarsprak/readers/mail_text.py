"""The text of a mail's parts and headers."""

from __future__ import annotations

import re
from email import errors
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from klarsprak.letter import Block, Envelope, ReadError
from klarsprak.readers.header_keyword import keyword_of
from klarsprak.readers.text.charset import damage, decode, decode_as
from klarsprak.readers.text.plain_mail import blocks_of_plain
from klarsprak.readers.text.text import check_size

_FOLD = re.compile(r"[\r\n]+")
_LONGEST_TO = 2000
"""Characters of *To* that are looked at: a list of more names is no letter to somebody."""


def content_of(part: Message) -> bytes:
    """What the part holds, without its transfer encoding; nothing for one that has parts itself."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    return payload


def blocks_of_body(body: Message, notes: list[str]) -> list[Block]:
    """The blocks of a body in plain text or HTML; what is wrong with its text is added to ``notes``."""
    data = content_of(body)
    if not data.strip():
        return []
    check_size(data)
    text = _text_of(data, body.get_param("charset"), notes)
    if body.get_content_type() == "text/html":
        from klarsprak.readers.html.page import blocks_of_html  # most mails come without
        from klarsprak.readers.shown_pictures import shows_letter

        if shows_letter(text):
            notes.append("En bild i mejlet är inte granskad.")
        return blocks_of_html(text, notes)
    return blocks_of_plain(text, flowed=_has_param(body, "format", "flowed"), delsp=_has_param(body, "delsp", "yes"))


def _text_of(data: bytes, charset: object, notes: list[str]) -> str:
    """The body's text; ``charset`` is the parameter of its header, which the mail may lack or write oddly."""
    name = charset if isinstance(charset, str) else None
    text, is_as_declared = decode_as(data, name)
    notes += damage(text)
    if not is_as_declared:
        notes.append(f"Texten följer inte teckenkoden som mejlet uppger ({name}). Enstaka tecken kan vara fel.")
    return text


def _has_param(body: Message, name: str, value: str) -> bool:
    """Whether a parameter of the body's type has that value: *text/plain; format=flowed*."""
    return str(body.get_param(name)).lower() == value


def subject_of(message: Message) -> str:
    """The mail's subject, or an empty text."""
    return _text_of_header(message, "subject")


def envelope_of(message: Message) -> Envelope:
    """What the headers tell of who has sent the mail, to whom and how."""
    from_and_sender = filter(None, (_text_of_header(message, "from"), _text_of_header(message, "sender")))
    return Envelope(
        sender=", ".join(from_and_sender).lower(),
        reply_to=_text_of_header(message, "reply-to").lower(),
        auto_submitted=keyword_of(_text_of_header(message, "auto-submitted")),
        precedence=_text_of_header(message, "precedence").lower(),
        is_list="list-id" in message or "list-unsubscribe" in message,
        recipients=_names_of_recipients(message),
    )


def _names_of_recipients(message: Message) -> tuple[str, ...]:
    """The names that stand with the addresses in *To*: *Anna Ek* of *Anna Ek <anna@norrlida.example>, bo@ek.example*.

    They are told apart before they are decoded, for a coded one may hold a comma: *Ek, Anna*.
    """
    raw = _raw_header(message, "to") or ""
    names = (_decode_header(name) for name, _ in getaddresses([raw[:_LONGEST_TO]]))
    return tuple(filter(None, map(str.strip, names)))


def _text_of_header(message: Message, name: str) -> str:
    """The text of the first header of that name, in small letters, or an empty one."""
    raw = _raw_header(message, name)
    if raw is None:
        return ""
    return _decode_header(raw)


def file_name_of(part: Message) -> str:
    """The name of an attachment without its folders, or an empty text."""
    path = _decode_header(_raw_file_name(part))
    return re.split(r"[/\\]", path)[-1]


def _raw_file_name(part: Message) -> str:
    """The name as it stands in the mail; å, ä and ö may stand in it without the coding that mail asks for."""
    named = Message()
    for header in ("content-disposition", "content-type"):
        value = _raw_header(part, header)
        if value is not None:
            named[header] = _decode_raw(value)
    return named.get_filename() or ""


def _raw_header(part: Message, name: str) -> str | None:
    """The first header of that name, in small letters, as it stands in the mail."""
    for header, value in part.raw_items():
        if header.lower() == name:
            return str(value)
    return None


def _decode_raw(value: str) -> str:
    """A header's value with the letters that were put there as they are, in UTF-8 or Windows's code page."""
    data = value.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decode_header(raw: str) -> str:
    """A header's text: encoded words, and letters that were put there as they are."""
    data = raw.encode("utf-8", "surrogateescape")
    if not data.strip():
        return ""
    try:
        readable = decode(data)
    except ReadError:
        return data.decode("utf-8", "replace")
    try:
        return _decode_words(readable)
    except (errors.HeaderParseError, ReadError, ValueError):
        return readable


def _decode_words(header: str) -> str:
    """The header with its encoded words decoded: *=?utf-8?q?=C3=85sa?=* is *Åsa*."""
    text = ""
    for word, charset in decode_header(_FOLD.sub("", header)):
        if isinstance(word, bytes):
            decoded, _ = decode_as(word, charset or "utf-8")
            text += decoded
        else:
            text += word
    return text
