"""Markdown → letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from markdown_it import MarkdownIt
from markdown_it.token import Token

from klarsprak.letter import Anchor, Block, Letter, Place, ReadError, Role

_ROLES = {
    "heading_open": Role.HEADING,
    "list_item_open": Role.LIST_ITEM,
    "blockquote_open": Role.QUOTED,
    "th_open": Role.TABLE_CELL,
    "td_open": Role.TABLE_CELL,
}
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_UNREAD = ("fence", "code_block", "html_block")


def sniff(data: bytes) -> bool:
    """Whether the file is text: only its name tells Markdown from other texts."""
    return b"\0" not in data


def read(data: bytes, source: str) -> Letter:
    """The letter in a Markdown file in UTF-8; raises ``ReadError`` for another encoding."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError("Filen är inte sparad som UTF-8. Spara om den så och kör igen.") from None
    tokens = MarkdownIt().enable("table").parse(normalize("NFC", text))
    return Letter(source, "md", list(_blocks(tokens)), list(_notes(tokens)))


def _notes(tokens: Sequence[Token]) -> Iterator[str]:
    """What the reader leaves out is said, so that nobody takes it for checked."""
    if any(token.type in _UNREAD for token in tokens):
        yield "Kod och HTML i filen granskas inte."


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """A block for each piece of running text; the tokens around it tell its role."""
    around: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            yield Block(_text(token), _role(around), _place(token))


def _role(around: Sequence[str]) -> Role:
    """The role that the widest of the tokens around gives: a heading in a quotation is quoted."""
    roles = (_ROLES[name] for name in around if name in _ROLES)
    return next(roles, Role.PARAGRAPH)


def _text(token: Token) -> str:
    """The text as a reader sees it."""
    return "".join(map(_shown, token.children or ()))


def _shown(child: Token) -> str:
    """What is seen of a part of the text: of marks and links only the words in them.

    A line that the file breaks without need goes on after a space.
    """
    if child.type in _BREAKS:
        return _BREAKS[child.type]
    return child.content if child.type in ("text", "code_inline") else ""


def _place(token: Token) -> Place:
    """The lines of the file, from 1, that the text stands in; the parser tells no columns."""
    if token.map is None:
        return Place()
    anchors = [Anchor(0, line=token.map[0] + 1)]
    end = 0
    for child in token.children or ():
        end += len(_shown(child))
        if child.type in _BREAKS:
            anchors.append(Anchor(end, line=token.map[0] + 1 + len(anchors)))
    return Place(tuple(anchors))
