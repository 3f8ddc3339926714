"""HTML that somebody is writing → the text that a browser would show, and the way back to the source.

``html.parser`` of the standard library stops at some of what one has only begun to write, *<![*, and tells no tag's
end; ``lxml`` tells a line at best.  Where a tag begins and ends is all that is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from klarsprak.live.markup import MarkedText
from klarsprak.live.spans import Span, marked
from klarsprak.readers.html.elements import BLOCKS, SKIPPED
from klarsprak.readers.html.styles import declarations, is_gone, without_comments

ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
"""*&nbsp;*, *&#228;*."""
COMMENT = r"<!--.*?(?:-->|\Z)"
"""One without end takes all that follows, as in a browser."""
_TOKEN = re.compile(
    rf"(?P<comment>{COMMENT}|<[!?][^>]*(?:>|\Z))"
    # Quotes and tags without end take all that follows, too: so no place is looked at twice.
    r"|</?(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^'\">])*+)(?:>|\Z)"
    rf"|(?P<entity>{ENTITY})"
    r"|(?P<space>[ \t\r\n\f]{2,}|[\t\r\n\f])",
    re.DOTALL,
)
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
"""Elements in which a *<* begins no tag, and where they end."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN_ATTRIBUTE = re.compile(r"\shidden(?=[\s/=]|$)", re.IGNORECASE)
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"']+))""", re.IGNORECASE)
_OWN_BLOCKS = BLOCKS | {"td", "th", "option"}


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
    return "\n\n" if tag in _OWN_BLOCKS else ""


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
        self._preformatted = 0

    def spans(self) -> Iterator[Span]:
        """The markup in the order of the source."""
        while token := _TOKEN.search(self._source, self._at):
            if token.start() > self._at:
                self._is_at_start = False
            self._at = token.end()
            yield self._span(token)

    def _span(self, token: re.Match[str]) -> Span:
        """What a token is; a hidden element is one with all that is in it."""
        if token["tag"] is not None:
            return self._tag(token)
        if token["entity"] is not None:
            self._is_at_start = False
            return Span(*token.span(), entity_reads_as(token["entity"]))
        if token["space"] is not None:
            return Span(*token.span(), self._space(token["space"]))
        return Span(*token.span())

    def _space(self, space: str) -> str:
        """White space as a browser shows it."""
        if self._preformatted:
            return space
        return "" if self._is_at_start else " "

    def _tag(self, token: re.Match[str]) -> Span:
        name = token["tag"].lower()
        opens = token[0][1] != "/"
        if opens and _is_hidden(name, token["attributes"]):
            self._skip(name)
            return Span(token.start(), self._at)
        if name == "pre":
            self._preformatted = int(opens)
        shown = reads_as(name, opens=opens)
        if shown:
            self._is_at_start = True
        return Span(*token.span(), shown)

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


def _is_hidden(tag: str, attributes: str) -> bool:
    """Whether nothing shows of the element: *<script>*, *<p hidden>*, *<div style="display: none">*."""
    if tag in _VOID:
        return False
    if tag in SKIPPED or tag == "iframe":
        return True
    return bool(_HIDDEN_ATTRIBUTE.search(attributes)) or _is_gone(attributes)


def _is_gone(attributes: str) -> bool:
    """Whether the element's own style keeps all that is in it from being shown."""
    style = _STYLE.search(attributes)
    if style is None:
        return False
    own = declarations(without_comments(unescape(style[style.lastindex or 0])))
    return is_gone({name: value for name, value, _ in own}, is_box=False)
