"""HTML that somebody is writing → the text that a browser would show, and the way back to the source.

``html.parser`` of the standard library stops at some of what one has only begun to write, *<![*, and tells no tag's
end; ``lxml`` tells a line at best.  Where a tag begins and ends is all that is asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from klarsprak.live.markup import MarkedText
from klarsprak.live.spans import Span, marked
from klarsprak.readers.html.cascade import Cascade, Surroundings
from klarsprak.readers.html.elements import BLOCKS, PREFORMATTED

ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
"""*&nbsp;*, *&#228;*."""
COMMENT = r"<!--.*?(?:-->|\Z)"
"""One without end takes all that follows, as in a browser."""
_IN_TEXT = rf"(?P<entity>{ENTITY})|(?P<space>[ \t\r\n\f]{{2,}}|[\t\r\n\f])"
_TOKEN = re.compile(
    rf"(?P<comment>{COMMENT}|<[!?][^>]*(?:>|\Z))"
    # Quotes and tags without end take all that follows, too: so no place is looked at twice.
    r"|</?(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^'\">])*+)(?:>|\Z)"
    rf"|{_IN_TEXT}",
    re.DOTALL,
)
_TOKEN_IN_FIELD = re.compile(rf"</(?P<tag>textarea)\b(?P<attributes>[^>]*)(?:>|\Z)|{_IN_TEXT}", re.IGNORECASE)
"""What is no text in a field for text."""
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
"""Elements in which a *<* begins no tag, and where they end."""
_ENDED_BY_LIKE = frozenset("dd dt li option p td th tr".split())
"""Elements that end by themselves where another of their kind begins; a paragraph does where any block begins."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]++)(?:\s*+=\s*+(?:"([^"]*+)|'([^']*+)|([^\s"'>]++)))?""")
_SHEET = re.compile(
    rf"{COMMENT}|<(noscript|template)\b.*?(?:</\1|\Z)|<style\b(?P<attributes>[^>]*+)(?:>|\Z)(?P<sheet>.*?)(?:</style|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A style sheet, or where none that is written holds."""


def marked_html(source: str) -> MarkedText:
    """The page in pieces: tags, comments, scripts and what is hidden are markup.

    >>> marked_html("<p>Hej<br>du &amp; jag</p>").text
    '\\n\\nHej\\ndu & jag\\n\\n'
    """
    return marked(source, _Page(source).spans())


def reads_as(tag: str, *, opens: bool = True) -> str:
    """What a tag reads as: a block begins and ends a paragraph.

    >>> reads_as("br"), reads_as("b"), reads_as("div"), reads_as("li")
    ('\\n', '', '\\n\\n', '\\n\\n- ')
    """
    if tag == "br":
        return "\n"
    if tag == "li" and opens:
        return "\n\n- "
    return "\n\n" if tag in BLOCKS else ""


def entity_reads_as(entity: str) -> str:
    """The sign that an entity stands for; one that there isn't is text as it stands.

    >>> entity_reads_as("&aring;"), entity_reads_as("&hej;")
    ('å', '&hej;')
    """
    return unescape(entity)


class _Page:
    """Walks through a page's source once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._is_at_start = True
        """Whether no text stands on the line yet: white space there isn't shown."""
        self._cascade = Cascade(_sheets(source))
        self._open: list[tuple[str, Surroundings]] = []
        """The elements that are open, each with what those in it take from it."""
        self._counts: Counter[str] = Counter()
        """How many of each tag are open."""

    def spans(self) -> Iterator[Span]:
        """The markup and what doesn't show, in the order of the source."""
        while token := self._next():
            yield from self._text(token.start())
            self._at = token.end()
            yield self._span(token)
        yield from self._text(len(self._source))

    def _next(self) -> re.Match[str] | None:
        """The next sign that isn't text as it stands."""
        tokens = _TOKEN_IN_FIELD if self._counts["textarea"] else _TOKEN
        return tokens.search(self._source, self._at)

    def _text(self, end: int) -> Iterator[Span]:
        """The text that goes on to there, if it doesn't show."""
        if self._around.shows_text:
            self._is_at_start = self._is_at_start and end == self._at
        elif end > self._at:
            yield Span(self._at, end)

    def _span(self, token: re.Match[str]) -> Span:
        """What a token is; a hidden element is one with all that is in it."""
        if token["tag"] is not None:
            return self._tag(token)
        if token["entity"] is not None and self._around.shows_text:
            self._is_at_start = False
            return Span(*token.span(), entity_reads_as(token["entity"]))
        if token["space"] is not None:
            return Span(*token.span(), self._space(token["space"]))
        return Span(*token.span())

    def _space(self, space: str) -> str:
        """White space as a browser shows it."""
        if any(self._counts[name] for name in PREFORMATTED):
            return space
        return "" if self._is_at_start else " "

    def _tag(self, token: re.Match[str]) -> Span:
        name = token["tag"].lower()
        opens = token[0][1] != "/"
        if not opens:
            self._shut(name)
        elif name not in _VOID and not self._opens(name, token["attributes"]):
            self._skip(name)
            return Span(token.start(), self._at)
        shown = reads_as(name, opens=opens)
        if shown:
            self._is_at_start = True
        return Span(*token.span(), shown)

    @property
    def _around(self) -> Surroundings:
        """What text takes from the elements that are open."""
        return self._open[-1][1] if self._open else Surroundings()

    def _opens(self, name: str, attributes: str) -> bool:
        """Begins an element; False if nothing of it shows."""
        last = self._open[-1][0] if self._open else ""
        if (last == name and name in _ENDED_BY_LIKE) or (last == "p" and name in BLOCKS):
            self._shut(last)
        within = None if name == "iframe" else self._cascade.within(name, _attributes(attributes).get, self._around)
        if within is None:
            return False
        self._open.append((name, within))
        self._counts[name] += 1
        return True

    def _shut(self, name: str) -> None:
        """Ends the last element of the name, and those in it."""
        ended = None
        while self._counts[name] and ended != name:
            ended, _ = self._open.pop()
            self._counts[ended] -= 1

    def _skip(self, name: str) -> None:
        """Go on behind the end of an element that has just begun; to the page's end where it has none."""
        if name in _RAW:
            self._skip_raw(name)
            return
        depth = 1
        while depth and (token := _TOKEN.search(self._source, self._at)):
            self._at = token.end()
            depth += self._step(token, name)
        if depth:
            self._at = len(self._source)

    def _step(self, token: re.Match[str], name: str) -> int:
        """1 for a token that begins an element of the name within one, -1 for one that ends it."""
        tag, opens = (token["tag"] or "").lower(), token[0][1:2] != "/"
        if tag == name:
            return 1 if opens else -1
        if opens and tag in _RAW:
            self._skip_raw(tag)
        if tag == "body" and name == "head":  # a page may do without the end of its head
            self._at = token.start()
            return -1
        return 0

    def _skip_raw(self, name: str) -> None:
        """The same for an element in which nothing but its end is a tag."""
        end_tag = _RAW[name].search(self._source, self._at)
        close = self._source.find(">", end_tag.end()) if end_tag else -1
        self._at = len(self._source) if close < 0 else close + 1


def _sheets(source: str) -> Iterator[tuple[str, str]]:
    """The page's style sheets, each with the media that it is for."""
    for found in _SHEET.finditer(source):
        if found["sheet"] is not None:
            yield found["sheet"], _attributes(found["attributes"]).get("media", "")


def _attributes(text: str) -> dict[str, str]:
    """What stands in a tag behind its name."""
    found = reversed(_ATTRIBUTE.findall(text))  # the first of a name holds
    return {name.lower(): unescape("".join(values)) for name, *values in found}
