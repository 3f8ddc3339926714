"""A page's drawing instructions, read in one go where they are plainly written; pdfminer's parser takes the rest.

Most of the time that a PDF takes goes into them.  What is plain: numbers, names, operators, arrays and dictionaries,
and strings without brackets inside.  Inline images, comments, and whatever is damaged isn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import KWD, LIT, PSKeyword, PSLiteral, keyword_name, literal_name

MAX_PLAIN = 1_000_000
"""Most bytes that are read in one go: their objects take some thirty times that."""

_ENDS = rb"(?=[\s/<>()\[\]]|\Z)"
_TOKEN = re.compile(
    rb"\s*+(?:"
    rb"([-+]?(?:\d{1,20}\.\d{0,20}|\.\d{1,20}))" + _ENDS + rb"|"
    rb"([-+]?\d{1,20})" + _ENDS + rb"|"
    rb"((?!(?:BI|ID|EI)\b)[A-Za-z][A-Za-z0-9]*+\*?|['\"])" + _ENDS + rb"|"
    rb"\(((?:[^()\\]++|\\[\s\S])*+)\)|"
    rb"<((?:\s*+[0-9A-Fa-f]\s*+[0-9A-Fa-f])*+)\s*+>|"
    rb"/([^\s#/%\[\](){}<>\x00\x80-\xff]*+)" + _ENDS + rb"|"
    rb"(\[|<<)|(\]|>>))"
)
_OPENING, _CLOSING = 7, 8
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with a shorter way from the instructions to what they call."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draws what the streams say."""
        objects = self._plain(streams)
        if objects is None:
            super().execute(streams)
            return
        actions: dict[object, tuple[Callable[..., object], int] | None] = {}
        for item in objects:
            if type(item) is not PSKeyword:
                self.argstack.append(item)
                continue
            if item not in actions:
                actions[item] = self._action(item)
            if (action := actions[item]) is not None:
                method, count = action
                operands = self.pop(count)
                if len(operands) == count:
                    method(*operands)

    def _plain(self, streams: Sequence[object]) -> list[Any] | None:
        """The objects of the streams; nothing where they aren't plain or draw themselves."""
        wanted = [stream_value(stream) for stream in streams]
        numbers = {stream.objid for stream in wanted if stream.objid is not None}
        if len(numbers) < len(wanted) or numbers & self.parent_stream_ids:
            return None
        self.stream_ids = numbers
        return plain_objects(b"\n".join(stream.get_data() for stream in wanted))

    def _action(self, operator: PSKeyword) -> tuple[Callable[..., object], int] | None:
        name = keyword_name(operator).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method = getattr(self, f"do_{name}", None)
        return None if method is None else (method, method.__code__.co_argcount - 1)


def plain_objects(data: bytes) -> list[Any] | None:
    """The operands and operators in the order of ``data``; nothing where it isn't plain."""
    objects: list[Any] = []
    levels, end = [objects], 0
    if len(data) > MAX_PLAIN:
        return None
    for token in _TOKEN.finditer(data):
        kind = token.lastindex
        if token.start() != end or kind is None:
            return None
        end = token.end()
        if kind < _OPENING:
            try:
                levels[-1].append(_MAKE[kind](token[kind]))
            except ValueError:  # an octal code beyond a byte
                return None
        elif kind == _OPENING:
            levels.append([token[kind]])
        elif len(levels) == 1 or not _close(levels, token[kind]):
            return None
    return objects if len(levels) == 1 and not data[end:].strip() else None


def _close(levels: list[list[Any]], bracket: bytes) -> bool:
    """Puts the innermost array or dictionary where it stands; false where it is none."""
    opening, *items = levels.pop()
    if (opening, bracket) == (b"[", b"]"):
        levels[-1].append(items)
        return True
    keys = items[::2]
    if (opening, bracket) != (b"<<", b">>") or len(items) % 2 or not all(isinstance(key, PSLiteral) for key in keys):
        return False
    levels[-1].append({literal_name(key): value for key, value in zip(keys, items[1::2], strict=True)})
    return True


def _operator(text: bytes) -> Any:
    return text == b"true" if text in (b"true", b"false") else KWD(text)


def _string(text: bytes) -> bytes:
    return _ESCAPE.sub(_unescaped, text) if b"\\" in text else text


def _unescaped(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 8)]) if escape[1] else _ESCAPED.get(escape[2], b"")


def _hex(text: bytes) -> bytes:
    return bytes.fromhex("".join(text.decode("ascii").split()))


def _name(text: bytes) -> PSLiteral:
    return LIT(text.decode("ascii"))


_MAKE: dict[int, Callable[[bytes], Any]] = {1: float, 2: int, 3: _operator, 4: _string, 5: _hex, 6: _name}
