"""A mail as Outlook keeps it → the same as mail programs send it, so that both are read alike."""

from __future__ import annotations

from base64 import encodebytes
from email.message import Message
from email.parser import BytesParser, HeaderParser
from email.utils import format_datetime, formataddr

from klarsprak.letter import ReadError
from klarsprak.readers.email import DEEPEST
from klarsprak.readers.outlook.item import OutlookItem, body_charset
from klarsprak.readers.outlook.rtf import page_of
from klarsprak.readers.outlook.storage import BROKEN, FAILURES, open_mail
from klarsprak.readers.signed import ENCRYPTED, signed_content

_CLASS, _SUBJECT, _HEADERS = 0x001A, 0x0037, 0x007D
_BODY, _RTF, _HTML = 0x1000, 0x1009, 0x1013
_SENT, _DELIVERED = 0x0039, 0x0E06
_SENDER_NAME, _SENDER_ADDRESSES = 0x0C1A, (0x5D01, 0x0C1F)
_METHOD, _DATA, _DISPLAY_NAME = 0x3705, 0x3701, 0x3001
_FILE_NAMES = (0x3707, 0x3704)
_MIME, _CONTENT_ID = 0x370E, 0x3712
_BY_VALUE = 1
"""How a file is attached whose bytes lie in the mail; others lie elsewhere, or are another program's objects."""
_KEPT = (
    "from", "sender", "to", "date", "reply-to", "auto-submitted", "precedence", "list-id", "list-unsubscribe",
)  # fmt: skip
"""The headers that something is read from."""
_SIGNED = "ipm.note.smime.multipartsigned"
_SIGNED_OR_LOCKED = "ipm.note.smime"
_LOCKED = "ipm.note.rpmsg"


def message_of(data: bytes) -> Message:
    """The mail in an .msg; raises ``ReadError`` for one that is broken or encrypted."""
    item = open_mail(data)
    try:
        return as_sent(item)
    except FAILURES:
        raise ReadError(BROKEN) from None


def as_sent(item: OutlookItem, depth: int = 0) -> Message:
    """A mail, or one that is attached to another ``depth`` times over; raises ``ReadError`` for an encrypted one."""
    kind = item.text(_CLASS).lower()
    if kind == _LOCKED:
        raise ReadError(ENCRYPTED)
    signed = _signed_content(item, kind)
    message = Message()
    _add_headers(item, message)
    message["Content-Type"] = "multipart/mixed"
    parts: list[Message | str] = [signed or _bodies(item)]
    if not signed and depth <= DEEPEST:  # one that lies deeper is refused, whatever is attached to it
        parts += (_part(each, depth) for each in item.attachments())
    message.set_payload(parts)
    return message


def _add_headers(item: OutlookItem, message: Message) -> None:
    """The headers that came with the mail; one that was never sent by net has them as properties."""
    came = HeaderParser().parsestr(item.text(_HEADERS).lstrip("\r\n"))
    for name, value in came.items():
        if name.lower() in _KEPT:
            message[name] = " ".join(str(value).split())
    message["Subject"] = " ".join(item.text(_SUBJECT).split())
    if "from" not in message:
        address = next(filter(None, (item.text(number) for number in _SENDER_ADDRESSES)), "")
        name = " ".join(item.text(_SENDER_NAME).split())
        message["From"] = formataddr((name, address)) if "@" in address and address.isascii() else name
    moment = item.moment(_SENT) or item.moment(_DELIVERED)
    if "date" not in message and moment is not None:
        message["Date"] = format_datetime(moment)


def _bodies(item: OutlookItem) -> Message:
    """The mail's text, in as many versions as there are."""
    alternatives = Message()
    alternatives["Content-Type"] = "multipart/alternative"
    plain = item.text(_BODY)
    versions: list[Message | str] = []
    if plain.strip():
        versions.append(_text(plain.encode("utf-8", "replace"), "plain", "utf-8"))
    page = item.binary(_HTML)
    if page:
        versions.append(_text(page, "html", body_charset(item)))
    elif item.text(_HTML):
        versions.append(_text(item.text(_HTML).encode("utf-8", "replace"), "html", "utf-8"))
    elif not versions and item.binary(_RTF):
        versions.append(_text(page_of(item.binary(_RTF)).encode("utf-8", "replace"), "html", "utf-8"))
    alternatives.set_payload(versions or [_text(b"", "plain", "utf-8")])  # none would be no list of parts
    return alternatives


def _text(data: bytes, kind: str, charset: str) -> Message:
    """A version of the text."""
    part = Message()
    part.add_header("Content-Type", f"text/{kind}", charset=charset)
    _fill(part, data)
    return part


def _fill(part: Message, data: bytes) -> None:
    """Put bytes into a part, in the way in which they travel."""
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(encodebytes(data).decode("ascii"))


def _part(item: OutlookItem, depth: int) -> Message:
    """What is attached: a file, a mail, or only the place where the file lies."""
    part = Message()
    name = next(filter(None, (item.text(number) for number in (*_FILE_NAMES, _DISPLAY_NAME))), "")
    inner = _mail_within(item)
    lies_here = item.number(_METHOD) in (None, _BY_VALUE)
    kind = "message/rfc822" if inner else item.text(_MIME) if lies_here else ""
    part["Content-Type"] = kind if kind.count("/") == 1 and kind.isascii() else "application/octet-stream"
    if lies_here and item.text(_CONTENT_ID):
        part["Content-ID"] = f"<{item.text(_CONTENT_ID)}>"
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", " ".join(name.split())))
    if inner is None:
        _fill(part, item.binary(_DATA))
    else:
        part.set_payload(_attached_mails(inner, depth))
    return part


def _mail_within(item: OutlookItem) -> OutlookItem | None:
    """The mail that is attached; of one that is broken nothing is read, and it is told as any other file is."""
    try:
        return item.embedded(_DATA)
    except ReadError:
        return None


def _attached_mails(item: OutlookItem, depth: int) -> list[Message | str]:
    """A mail in another; one that is encrypted says so, and leaves the others readable."""
    try:
        return [as_sent(item, depth + 1)]
    except ReadError:
        locked = Message()
        locked["Content-Type"] = "application/pkcs7-mime"
        return [locked]


def _signed_content(item: OutlookItem, kind: str) -> Message | None:
    """What was signed, in a mail of that kind: Outlook keeps it whole, as it travelled, in the only attachment.

    Raises ``ReadError`` for one that is encrypted.
    """
    if kind not in (_SIGNED, _SIGNED_OR_LOCKED):
        return None
    data = next(filter(None, (attached.binary(_DATA) for attached in item.attachments())), b"")
    if kind == _SIGNED:
        return BytesParser().parsebytes(data) if data else None
    return BytesParser().parsebytes(signed_content(data))
