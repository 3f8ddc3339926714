"""What the sender of a held message is told.

Mail systems fold its lines and write it to their logs: it is one paragraph, by default without the message's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.finding import Finding
from klarsprak.gate.examine import Examined
from klarsprak.gate.mail.terms import Terms
from klarsprak.swedish import one_line

_REFUSED = "5.7.1"
"""A mail system that knows enhanced status codes shows the text after it as it is."""
_MOST_DETAILS = 12
_LONGEST = 3500
"""Bytes; Postfix keeps 4096."""


def notice(examined: Examined, terms: Terms) -> str:
    """What stops the message, and what to do."""
    reasons = " ".join(examined.verdict.reasons)
    middle = one_line(" ".join([reasons, *_details(examined, quote=terms.quote)]))
    start, end = (
        f"{_REFUSED} Ditt mejl är inte skickat.",
        f"Rätta mejlet och skicka det igen. {terms.advice}".rstrip(),
    )
    room = _LONGEST - len(f"{start} {end}".encode())
    return f"{start} {_cut(middle, room)} {end}"


def _details(examined: Examined, *, quote: bool) -> Iterator[str]:
    """What is missing, and where the rest is: by its words if they may be told, else by its line."""
    yield from _first_different(_messages(examined, quote=quote))
    lines = [] if quote else _first_different(_lines(examined))
    if lines:
        yield f"Se {', '.join(lines)}."


def _first_different(texts: Iterable[str]) -> list[str]:
    """Each text once, and not too many."""
    return list(dict.fromkeys(texts))[:_MOST_DETAILS]


def _messages(examined: Examined, *, quote: bool) -> Iterator[str]:
    """What the findings say that stop the message; without ``quote`` only what is sure to hold none of its words."""
    for finding in _gravest_first(examined):
        if quote or finding.place is None:
            yield finding.message


def _lines(examined: Examined) -> Iterator[str]:
    """Where findings stand in the mail itself that stop it: *rad 3 (ton)*; in its attachments no line is known."""
    in_mail = set(map(id, examined.reports[0].findings))
    for finding in _gravest_first(examined):
        line = finding.place.line if finding.place else None
        if line is not None and id(finding) in in_mail:
            yield f"rad {line} ({finding.category})"


def _gravest_first(examined: Examined) -> list[Finding]:
    """The findings that stop the message: where there are too many to tell, it is the mildest that are left out."""
    return sorted(examined.verdict.findings, key=lambda finding: -finding.level)


def _cut(text: str, room: int) -> str:
    """The text, or as much of it as there is room for, in bytes."""
    data = text.encode("utf-8", "replace")
    return text if len(data) <= room else f"{data[: room - 4].decode('utf-8', 'ignore')} …"
