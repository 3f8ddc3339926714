"""The text that a client sends: plain, or in pieces of text and markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from klarsprak.live.markup import MarkedText, Piece
from klarsprak.server.guard.refusal import RefusalError

_HALF = re.compile("[\ud800-\udfff]")
"""Half a sign, which JSON can hold and nothing else: *\\ud83d*."""
_LACKS_TEXT = "Parametern text eller data saknas."
_BOTH = "Skicka text eller data, inte båda."
_NO_JSON = "Parametern data är inte JSON."
_NO_PIECES = "Parametern data ska ha antingen text eller annotation."
_WRONG_PIECE = "Varje del i annotation ska ha antingen text eller markup. interpretAs hör till markup."


def text_of(parameters: Mapping[str, str], most: int) -> MarkedText:
    """The text to check; raises ``RefusalError``, also where it has more than ``most`` code points."""
    text, data = parameters.get("text"), parameters.get("data")
    if text is None and data is None:
        raise RefusalError(400, _LACKS_TEXT)
    if text is not None and data is not None:
        raise RefusalError(400, _BOTH)
    marked = MarkedText(_pieces(_parsed(data)) if data is not None else [Piece(_whole(text or ""))])
    if max(len(marked.text), len(marked.source)) > most:
        raise RefusalError(413, f"Texten är längre än {most} tecken. Dela upp den och skicka en del i taget.")
    return marked


def _parsed(data: str) -> Mapping[str, Any]:
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusalError(400, _NO_JSON) from None
    if not isinstance(parsed, dict) or ("text" in parsed) == ("annotation" in parsed):
        raise RefusalError(400, _NO_PIECES)
    return parsed


def _pieces(data: Mapping[str, Any]) -> Iterator[Piece]:
    """``{"annotation": [{"text": "Hej "}, {"markup": "<br>", "interpretAs": "\\n"}]}``, or ``{"text": "Hej"}``."""
    pieces = data.get("annotation", [{"text": data.get("text")}])
    if not isinstance(pieces, list):
        raise RefusalError(400, _NO_PIECES)
    return map(_piece, pieces)


def _piece(piece: Any) -> Piece:
    match piece:
        case {"text": str(), "markup": _} | {"text": str(), "interpretAs": _}:
            raise RefusalError(400, _WRONG_PIECE)
        case {"text": str(text)}:
            return Piece(_whole(text))
        case {"markup": str(markup)} if isinstance(piece.get("interpretAs", ""), str):
            return Piece(_whole(markup), _whole(piece.get("interpretAs", "")))
        case _:
            raise RefusalError(400, _WRONG_PIECE)


def _whole(text: str) -> str:
    """The text with each half sign as a sign of its own that stands for none: as many UTF-16 units as before."""
    return _HALF.sub("\ufffd", text)
