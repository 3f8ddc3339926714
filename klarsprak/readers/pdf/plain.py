"""Drawing instructions and tables of characters read in one go, where they are plainly written.

What is plain: numbers, names, operators, arrays and dictionaries, and strings without brackets inside.  Inline
images, comments, and whatever is damaged isn't: that is left to pdfminer's parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pdfminer.psparser import KWD, LIT, PSLiteral, literal_name

MAX_PLAIN = 1_000_000
"""Most bytes that are read in one go: their objects take some thirty times that."""

_ENDS = rb"(?=[\s/<>()\[\]]|\Z)"
_TOKEN = re.compile(
    rb"\s*+(?:"
    rb"([-+]?(?:\d{1,20}\.\d{0,20}|\.\d{1,20}))" + _ENDS + rb"|"  # -20.5
    rb"([-+]?\d{1,20})" + _ENDS + rb"|"  # 700
    rb"((?!(?:BI|ID|EI)\b)[A-Za-z][A-Za-z0-9]*+\*?|['\"])" + _ENDS + rb"|"  # Tj, f*, but no inline image
    rb"\(((?:[^()\\]++|\\[\s\S])*+)\)|"  # (Hej d\345)
    rb"<((?:\s*+[0-9A-Fa-f]\s*+[0-9A-Fa-f])*+)\s*+>|"  # <0048 0065>
    rb"/([^\s#/%\[\](){}<>\x00\x80-\xff]*+)" + _ENDS + rb"|"  # /F1
    rb"(\[|<<)|(\]|>>))"
)
"""A number, whole or not, an operator, a string, a string in hexadecimal, a name, or a bracket that opens or closes.

Each kind is a group, in the order of ``_MAKE``.  Possessive quantifiers keep damaged files from being tried over and
over again.
"""
_OPENING = 7
"""The kind of an opening bracket; those before it are objects, the one after it closes."""
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}


class _NotPlainError(ValueError):
    """The instructions aren't plain."""


def plain_objects(data: bytes) -> list[Any] | None:
    """The operands and operators in the order of ``data``; nothing where it isn't plain."""
    if len(data) > MAX_PLAIN:
        return None
    try:
        return _read_objects(data)
    except ValueError:  # also where a number goes beyond its bounds, as in the octal code ``\777``
        return None


def _read_objects(data: bytes) -> list[Any]:
    """The objects of plain instructions; raises ``ValueError`` for others.

    ``levels`` are the arrays and dictionaries that are open, outermost first; each begins with its bracket.
    """
    levels: list[list[Any]] = [[]]
    keep = levels[-1].append
    end = 0
    for token in _TOKEN.finditer(data):
        kind = token.lastindex
        start, stop = token.span()
        if start != end or kind is None:  # something stands between two tokens
            raise _NotPlainError
        end = stop
        if kind < _OPENING:
            keep(_MAKE[kind](token[kind]))
            continue
        if kind == _OPENING:
            levels.append([token[kind]])
        else:
            _close(levels, token[kind])
        keep = levels[-1].append
    if len(levels) > 1 or data[end:].strip():
        raise _NotPlainError
    return levels[0]


def _close(levels: list[list[Any]], bracket: bytes) -> None:
    """Puts the innermost array or dictionary where it stands."""
    if len(levels) == 1:
        raise _NotPlainError
    opening, *items = levels.pop()
    if (opening, bracket) == (b"[", b"]"):
        levels[-1].append(items)
    elif (opening, bracket) == (b"<<", b">>"):
        levels[-1].append(_make_dictionary(items))
    else:
        raise _NotPlainError


def _make_dictionary(items: list[Any]) -> dict[str, Any]:
    """The dictionary of keys and values in turn."""
    keys, values = items[::2], items[1::2]
    if not all(isinstance(key, PSLiteral) for key in keys):
        raise _NotPlainError
    return dict(zip(map(literal_name, keys), values, strict=True))


@lru_cache(256)
def _make_operator(text: bytes) -> Any:
    """An operator, or what the only two words that are none stand for; pages say the same twenty over and over."""
    if text in (b"true", b"false"):
        return text == b"true"
    return KWD(text)


def _make_string(text: bytes) -> bytes:
    """A string's bytes: ``Hej d\\345`` is *Hej då*."""
    if b"\\" not in text:
        return text
    return _ESCAPE.sub(_unescape, text)


def _unescape(escape: re.Match[bytes]) -> bytes:
    """What an escape stands for; a line end or an unknown sign for nothing."""
    if escape[1]:
        return bytes([int(escape[1], 8)])
    return _ESCAPED.get(escape[2], b"")


def _make_bytes(text: bytes) -> bytes:
    """A string's bytes from hexadecimal digits, with white space anywhere between them."""
    digits = "".join(text.decode("ascii").split())
    return bytes.fromhex(digits)


@lru_cache(256)
def _make_name(text: bytes) -> PSLiteral:
    """A name, which pdfminer keeps once."""
    return LIT(text.decode("ascii"))


_MAKE: dict[int, Callable[[bytes], Any]] = {
    1: float,
    2: int,
    3: _make_operator,
    4: _make_string,
    5: _make_bytes,
    6: _make_name,
}
"""What makes an object of a token, by its kind."""
