"""Markdown that somebody is writing → the text that a reader sees, and the way back to the source.

``markdown-it-py`` tells which lines a block stands on, and of words within it nothing; where each word stands is all
that is asked here, and whatever one has begun to write has to go.  So the marks are found, and nothing is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.live import inline
from klarsprak.live.html import COMMENT
from klarsprak.live.markup import MarkedText
from klarsprak.live.spans import Span, marked
from klarsprak.readers.text.line import LINE_END

_APART = "\n\n"
_EOL = r"[ \t]*(?=[\r\n]|\Z)"
_FRONT_MATTER = re.compile(
    rf"\ufeff?(?P<mark>---|\+\+\+){_EOL}[\r\n].*?^(?:(?P=mark)|\.\.\.){_EOL}", re.DOTALL | re.MULTILINE
)
_OPAQUE = re.compile(
    # A fence, alone on its line or after the marks of quotations and lists: to the next as long one, or to the end.
    r"^(?P<fence>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<ticks>`{3,}|~{3,})[^`\r\n]*(?=[\r\n]|\Z)"
    rf".*?(?:^[ \t>]*(?P=ticks)[`~]*{_EOL}|\Z))"
    rf"|{COMMENT}"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|(?P<escaped>\\.)"
    # Code within a line, up to as many ticks.
    r"|(?P<code>(?P<run>`+)(?=[^`])(?:(?!\r?\n[ \t]*\r?\n).){1,500}?(?<!`)(?P=run)(?!`)|`+)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_MASK = "\ue000"
"""Stands for each sign of code and comments, in which no mark is a mark."""
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_CALLOUT = re.compile(r"\[![a-zåäö]+\].*", re.IGNORECASE)
"""*> [!NOTE]* begins what only looks like a quotation: the words are the writer's."""
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?<![ \t])[ \t]++#++[ \t]*+$")
_RULE = re.compile(r" {0,3}(?:=+|(?P<sign>[-*_])(?:[ \t]*(?P=sign))+|-)[ \t]*")
"""*---*, *\\* \\* \\**, and what stands below a heading."""
_COLUMNS = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?")
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[(?P<label>[^\]\^][^\]]*)\]:[ \t]*\S.*")
_INDENT = re.compile(r"[ \t]+")
_CODE_INDENT = re.compile(r"(?: {4}| {0,3}\t)")


class _Line(NamedTuple):
    """A line of the source, without its end."""

    start: int
    end: int
    text: str
    """With what is no Markdown masked."""

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def marked_markdown(source: str) -> MarkedText:
    """The text in pieces: headings' and lists' signs, emphasis, addresses and code are markup.

    A quotation is read as nothing, since its words aren't the writer's.

    >>> marked_markdown("# Beslut\\nDu **får** [mer](https://ekvalla.example).").text
    'Beslut\\n\\nDu får mer.'
    """
    opaque = list(_opaque(source))
    lines = _lines(_masked(source, opaque))
    return marked(source, [*opaque, *_Blocks(lines).spans()])


def _opaque(source: str) -> Iterator[Span]:
    """What stands at the head of the file, code, comments and scripts.

    Code within a line reads as a quotation, which nobody takes for the writer's own words.
    """
    head = _FRONT_MATTER.match(source)
    at = head.end() if head else 0
    if head:
        yield Span(0, at)
    for match in _OPAQUE.finditer(source, at):
        if match["run"]:
            content = " ".join(match[0].strip("`").replace("”", "").split())
            yield Span(*match.span(), f"”{content}”" if content else "")
        elif match["fence"]:
            yield Span(*match.span(), _APART)
        elif not match["escaped"] and not match["code"]:
            yield Span(*match.span())


def _masked(source: str, spans: list[Span]) -> str:
    """The source with every sign of the spans masked."""
    parts, end = [], 0
    for span in spans:
        parts += [source[end : span.start], _MASK * (span.end - span.start)]
        end = span.end
    return "".join([*parts, source[end:]])


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for line_end in LINE_END.finditer(text):
        lines.append(_Line(start, line_end.start(), text[start : line_end.start()]))
        start = line_end.end()
    return [*lines, _Line(start, len(text), text[start:])]


class _Blocks:
    """Finds the marks line by line, and those within what the lines hold."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._rows = _table_rows(lines)
        definitions = (_DEFINITION.fullmatch(line.text) for line in lines)
        self._labels = frozenset(inline.label(match["label"]) for match in definitions if match)
        self._paragraph: list[_Line] = []
        """The lines, without their marks, that emphasis and links may go over."""
        self._is_after_blank = True
        self._is_in_list = False
        self._is_code = False
        self._is_callout = False

    def spans(self) -> Iterator[Span]:
        """All marks, in no order."""
        for number, line in enumerate(self._lines):
            yield from self._line(number, line)
            self._is_after_blank = line.is_blank
        yield from self._end_paragraph()

    def _line(self, number: int, line: _Line) -> Iterator[Span]:
        if line.is_blank:
            self._is_callout = False
            yield from self._end_paragraph()
        elif number in self._rows:
            yield from self._row(line)
        elif self._is_markup(line):
            yield from self._end_paragraph()
            yield Span(line.start, line.end)
        else:
            yield from self._text(number, line)

    def _is_markup(self, line: _Line) -> bool:
        """Whether nothing of the line is text."""
        self._is_code = self._begins_code(line)
        if self._is_code or self._is_quotation(line):
            return True
        return any(what.fullmatch(line.text) for what in (_RULE, _DEFINITION))

    def _is_quotation(self, line: _Line) -> bool:
        """Whether somebody else's words stand there; a callout looks the same below its first line."""
        quote = _QUOTE.match(line.text)
        if quote is None:
            self._is_callout = False
            return False
        if _CALLOUT.fullmatch(line.text, quote.end()):
            self._is_callout = True
            return True
        return not self._is_callout

    def _begins_code(self, line: _Line) -> bool:
        """Whether it is indented as code is; in a list that is how an item goes on."""
        may_be = (self._is_after_blank or self._is_code) and not self._is_in_list
        return may_be and _CODE_INDENT.match(line.text) is not None

    def _row(self, line: _Line) -> Iterator[Span]:
        """A row of a table: every cell stands by itself."""
        yield from self._end_paragraph()
        if _COLUMNS.fullmatch(line.text):
            yield Span(line.start, line.end)
            return
        for bar in _BAR.finditer(line.text):
            yield Span(line.start + bar.start(), line.start + bar.end(), _APART)
        self._paragraph = [line]
        yield from self._end_paragraph()

    def _text(self, number: int, line: _Line) -> Iterator[Span]:
        """A line with text: the marks before it."""
        at = 0
        if quote := _QUOTE.match(line.text):
            at = quote.end()
            yield Span(line.start, line.start + at)
        if heading := _HEADING.match(line.text, at):
            yield from self._heading(number, at, heading.end())
            return
        item = _ITEM.match(line.text, at)
        start = self._start_of_text(line, at)
        if item or self._is_after_blank:
            yield from self._end_paragraph()
            self._is_in_list = bool(item) or (self._is_in_list and start > at)
        if start > at:
            yield Span(line.start + at, line.start + start, _item_reads_as(item))
        self._paragraph.append(_Line(line.start + start, line.end, line.text[start:]))

    def _start_of_text(self, line: _Line, at: int) -> int:
        """Where the text begins behind the mark of an item or a note, or behind the indent."""
        marks = (what.match(line.text, at) for what in (_ITEM, _NOTE, _INDENT))
        return next((mark.end() for mark in marks if mark), at)

    def _heading(self, number: int, start: int, end: int) -> Iterator[Span]:
        """A heading stands apart from what is above and below."""
        line = self._lines[number]
        yield from self._end_paragraph()
        self._is_in_list = False
        yield Span(line.start + start, line.start + end, "" if self._is_after_blank else "\n")
        closing = _HEADING_END.search(line.text, end)
        text_end = closing.start() if closing else len(line.text)
        self._paragraph = [_Line(line.start + end, line.start + text_end, line.text[end:text_end])]
        yield from self._end_paragraph()
        for below in self._lines[number + 1 : number + 2]:
            yield Span(line.start + text_end, below.start, _APART)

    def _end_paragraph(self) -> Iterator[Span]:
        """The marks within the lines gathered so far."""
        if not self._paragraph:
            return
        start = self._paragraph[0].start
        text = ""
        for line in self._paragraph:
            # Line ends, and the marks before a line, count in offsets, and part words.
            text += "\n" * (line.start - start - len(text)) + line.text
        self._paragraph = []
        for span in inline.spans(text, self._labels):
            yield Span(start + span.start, start + span.end, span.reads_as)


def _item_reads_as(item: re.Match[str] | None) -> str:
    """What stands before an item in a text file: *- *, *1. *; nothing before other lines."""
    if item is None:
        return ""
    sign = item["sign"]
    return "- " if sign in ("-", "*", "+") else f"{sign} "


def _table_rows(lines: list[_Line]) -> frozenset[int]:
    """The numbers of the lines that are rows of tables: a line of dashes under a row with bars tells one."""
    rows: set[int] = set()
    for number in range(1, len(lines)):
        is_below_row = "|" in lines[number - 1].text
        if is_below_row and _COLUMNS.fullmatch(lines[number].text):
            rows.update((number - 1, number))
        elif number - 1 in rows and "|" in lines[number].text:
            rows.add(number)
    return frozenset(rows)
