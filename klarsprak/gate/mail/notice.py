"""What the sender of a held message is told.

Mail systems fold its lines and write it to their logs: it is one paragraph, by default without the message's words.
"""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.finding import Finding
from klarsprak.gate.examine import Examined
from klarsprak.gate.mail.terms import Terms

_REFUSED = "5.7.1"
"""A mail system that knows enhanced status codes shows the text after it as it is."""
_MOST_DETAILS = 12
_LONGEST = 3500
"""Bytes; Postfix keeps 4096."""


def notice(examined: Examined, terms: Terms) -> str:
    """What stops the message, and what to do."""
    reasons = " ".join(examined.verdict.reasons)
    middle = _one_line(" ".join([reasons, *_details(examined, quote=terms.quote)]))
    start, end = (
        f"{_REFUSED} Ditt mejl är inte skickat.",
        f"Rätta mejlet och skicka det igen. {terms.advice}".rstrip(),
    )
    room = _LONGEST - len(f"{start} {end}".encode())
    return f"{start} {_cut(middle, room)} {end}"


def _details(examined: Examined, *, quote: bool) -> Iterator[str]:
    """What is missing, and where the rest is: by its words if they may be told, else by its line."""
    blocking = examined.verdict.findings
    first = {id(finding) for finding in examined.reports[0].findings}
    said = [each.message for each in blocking if quote or each.place is None]
    yield from list(dict.fromkeys(said))[:_MOST_DETAILS]
    if not quote:
        lines = [place for each in blocking if id(each) in first and (place := _line(each))]
        if lines:
            yield f"Se {', '.join(list(dict.fromkeys(lines))[:_MOST_DETAILS])}."


def _line(finding: Finding) -> str:
    if finding.place is None or finding.place.line is None:
        return ""
    return f"rad {finding.place.line} ({finding.category})"


def _one_line(text: str) -> str:
    """Names of attachments come from outside: nothing that breaks a log, a header or the order of the signs."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _cut(text: str, room: int) -> str:
    data = text.encode("utf-8", "replace")
    return text if len(data) <= room else f"{data[: room - 4].decode('utf-8', 'ignore')} …"
