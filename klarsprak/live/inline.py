"""The marks within a paragraph of Markdown: emphasis, links, tags, entities, escapes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from klarsprak.live.html import ENTITY, entity_reads_as, reads_as
from klarsprak.live.spans import Span

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n\r])"
    r"|<(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@/]+@[^\s<>]+)>"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?>"
    rf"|(?P<entity>{ENTITY})"
    r"|(?P<note>\[\^[^\]\s]{1,100}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?P<target>\(\s*(?:<[^<>\n]*>|[^\s()<>]*+(?:\([^\s()]*\)[^\s()]*)*+)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\))?(?:\[(?P<label>[^\]\[]*)\])?)"
    r"|(?P<run>\*+|_+|~~)"
)


def spans(text: str, labels: frozenset[str]) -> Iterator[Span]:
    """The marks; ``labels`` are those that the file says the address of.

    >>> list(spans("**Obs**", frozenset()))
    [Span(start=0, end=2, reads_as=''), Span(start=5, end=7, reads_as='')]
    """
    paragraph = _Paragraph(text, labels)
    for token in _TOKEN.finditer(text):
        yield from paragraph.marks(token)


def label(text: str) -> str:
    """A label as it is compared: *[Taxa  2026]* is *taxa 2026*."""
    return " ".join(text.lower().split())


class _Paragraph:
    """What has begun in a paragraph and hasn't ended yet."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self._text = text
        self._labels = labels
        self._brackets: list[re.Match[str]] = []
        self._runs: defaultdict[str, list[Span]] = defaultdict(list)

    def marks(self, token: re.Match[str]) -> Iterator[Span]:
        """The marks that a token makes, itself or with one before it."""
        if token["run"]:
            yield from self._emphasis(token)
        elif token["open"]:
            self._brackets.append(token)
        elif token["close"]:
            yield from self._link(token)
        elif token["auto"]:
            yield Span(token.start(), token.start("auto"))
            yield Span(token.end("auto"), token.end())
        elif token["escape"]:
            yield Span(token.start(), token.start() + 1)
        else:
            yield Span(*token.span(), _reads_as(token))

    def _link(self, close: re.Match[str]) -> Iterator[Span]:
        """The signs around a link's text, and its address; of a picture everything."""
        if not self._brackets:
            return
        opening = self._brackets.pop()
        shown = label(close["label"] or self._text[opening.end() : close.start()])
        if not close["target"] and shown not in self._labels:
            return
        end = close.end() if close["target"] is None or close["label"] is None else close.end("target")
        if opening[0] == "![":
            yield Span(opening.start(), end)
        else:
            yield Span(*opening.span())
            yield Span(close.start(), end)

    def _emphasis(self, token: re.Match[str]) -> Iterator[Span]:
        """The signs that end what others of the kind began; what is left may begin something itself."""
        sign, (start, end) = token["run"][0], token.span()
        opened = self._runs[sign]
        if self._closes(sign, start, end):
            while opened and start < end:
                opening = opened.pop()
                length = min(opening.end - opening.start, end - start)
                yield Span(opening.end - length, opening.end)
                yield Span(start, start + length)
                start += length
                if opening.end - length > opening.start:
                    opened.append(Span(opening.start, opening.end - length))
        if start < end and self._opens(sign, token.start(), end):
            opened.append(Span(start, end))

    def _opens(self, sign: str, start: int, end: int) -> bool:
        """Whether text follows; a line below words, *e_post*, is none between letters."""
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return bool(after.strip()) and not (sign == "_" and before.isalnum())

    def _closes(self, sign: str, start: int, end: int) -> bool:
        """Whether text stands before."""
        before, after = self._text[max(start - 1, 0) : start], self._text[end : end + 1]
        return bool(before.strip()) and not (sign == "_" and after.isalnum())


def _reads_as(token: re.Match[str]) -> str:
    """What a token by itself reads as."""
    if token["entity"]:
        return entity_reads_as(token["entity"])
    return reads_as(token["tag"].lower(), opens=token[0][1] != "/") if token["tag"] else ""
