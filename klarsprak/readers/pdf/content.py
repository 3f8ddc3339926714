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


_METHOD_NAMES = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
"""How pdfminer writes an operator's sign in the name of its method: ``f*`` is ``do_f_a``."""

Action = tuple[Callable[..., object], int]
"""What an operator calls, and how many operands it takes."""


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with a shorter way from the instructions to what they call."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draws what the streams say."""
        objects = self._read_plain(streams)
        if objects is None:
            super().execute(streams)
            return
        actions: dict[object, Action] = {}
        for item in objects:
            if type(item) is not PSKeyword:
                self.argstack.append(item)
                continue
            if item not in actions:
                actions[item] = self._find_action(item)
            method, count = actions[item]
            operands = self.pop(count)
            if len(operands) == count:  # else the file is damaged here
                method(*operands)

    def _read_plain(self, streams: Sequence[object]) -> list[Any] | None:
        """The objects of the streams; nothing where they aren't plain or draw themselves.

        A form XObject may say that it draws itself, or one that holds it: pdfminer knows when to stop.
        """
        wanted = [stream_value(stream) for stream in streams]
        numbers = {stream.objid for stream in wanted if stream.objid is not None}
        unnumbered = len(wanted) - len(numbers)  # or there twice
        if unnumbered or numbers & self.parent_stream_ids:
            return None
        self.stream_ids = numbers
        contents = [stream.get_data() for stream in wanted]
        return plain_objects(b"\n".join(contents))

    def _find_action(self, operator: PSKeyword) -> Action:
        """What an operator calls: pdfminer has a method for each that it knows, and no table of them."""
        name = keyword_name(operator).translate(_METHOD_NAMES)
        method = getattr(self, f"do_{name}", None)
        if method is None:
            return _do_nothing, 0
        operands = method.__code__.co_argcount - 1  # the interpreter itself aside
        return method, operands


def _do_nothing() -> None:
    """Stands for an operator that nobody knows: its operands stay, as pdfminer leaves them."""


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
    end = 0
    for token in _TOKEN.finditer(data):
        kind = token.lastindex
        if token.start() != end or kind is None:  # something stands between two tokens
            raise _NotPlainError
        end = token.end()
        if kind < _OPENING:
            levels[-1].append(_MAKE[kind](token[kind]))
        elif kind == _OPENING:
            levels.append([token[kind]])
        else:
            _close(levels, token[kind])
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


def _make_operator(text: bytes) -> Any:
    """An operator, or what the only two words that are none stand for."""
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
