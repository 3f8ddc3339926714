"""pdfminer's parsers within bounds: of nesting, of the length of a token, of how many objects there are."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.cmapdb import CMapBase, CMapParser
from pdfminer.pdfdocument import PDFDocument, PDFXRefStream
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, PSKeyword, PSStackParser
from pdfminer.utils import choplist, nunpack

from klarsprak.readers.pdf.allowance import MAX_OBJECTS, Allowance
from klarsprak.readers.pdf.objects import TooMuchError
from klarsprak.readers.pdf.unpacking import BoundedStream

MAX_DEPTH = 200
"""Most arrays and dictionaries within each other."""
MAX_STRING = 1 << 18
"""Most bytes of a string in brackets: pdfminer copies it anew for each bracket inside."""
MAX_TOKEN = 1 << 22
"""Most bytes of any other token, which is copied anew for every 4,096."""
_LONGEST_CHAIN = 32
"""References that lead to references, one after another."""
_OBJECT = KWD(b"obj")
_NUMBERS = 2
"""An object's number and generation, which stand before the word."""
MAX_NUMBER = 8_388_607
"""Most objects of a file (ISO 32000-1, annex C)."""


class _Bounded(PSStackParser[Any]):
    """Counts what a parser keeps."""

    allowance: Allowance

    def push(self, *objs: Any) -> None:
        """Keep an object, until what it belongs to is whole."""
        self.allowance.objects.take(len(objs))
        super().push(*objs)

    def start_type(self, pos: int, type: str) -> None:
        """An array or a dictionary begins."""
        self.allowance.objects.take(1)
        if len(self.context) >= MAX_DEPTH:
            raise TooMuchError
        super().start_type(pos, type)

    def fillbuf(self) -> Any:
        """Read on."""
        if len(getattr(self, "_curtoken", b"")) > MAX_TOKEN:
            raise TooMuchError
        return super().fillbuf()

    def _parse_string(self, s: bytes, i: int) -> int:
        if len(self._curtoken) > MAX_STRING:
            raise TooMuchError
        return super()._parse_string(s, i)


class FileParser(_Bounded, PDFParser):
    """Reads the objects of a file; its streams know what they may unpack to."""

    def __init__(self, fp: Any, allowance: Allowance) -> None:
        self.allowance = allowance
        super().__init__(fp)

    def push(self, *objs: Any) -> None:
        """Keep an object."""
        super().push(*((pos, self._bound(item)) for pos, item in objs))

    def _bound(self, item: Any) -> Any:
        return BoundedStream(item, self.allowance) if type(item) is PDFStream else item

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """A word that is no name; where another object begins, the one before it ends, whether that is said or not.

        Where *endobj* is damaged pdfminer would hand on the next file instead of the one that was asked for.
        """
        if token is _OBJECT and not self.context and len(self.curstack) > _NUMBERS:
            self.add_results(self.curstack[0])
        super().do_keyword(pos, token)


class _PackedParser(_Bounded, PDFStreamParser):
    """Reads the objects that are packed in a stream."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        self.allowance = allowance
        super().__init__(data)


class Document(PDFDocument):
    """A document that knows what it may ask for."""

    def __init__(self, parser: FileParser) -> None:
        self.allowance = parser.allowance
        super().__init__(parser)
        tables = (xref for xref in self.xrefs if isinstance(xref, PDFXRefStream))
        if any(count > MAX_NUMBER for xref in tables for _, count in xref.ranges):
            raise TooMuchError  # pdfminer would go through them where the tree of pages is broken

    def getobj(self, objid: int) -> object:
        """The object; null where it is a reference back to itself, which pdfminer would follow for ever."""
        found = super().getobj(objid)
        for _ in range(_LONGEST_CHAIN):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        return None

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """The objects packed in a stream, and how many numbers stand before them in pairs."""
        data = stream.get_data()
        self.allowance.parsed.take(len(data))
        parser = _PackedParser(data, self.allowance)
        parser.set_document(self)
        objects: list[object] = []
        try:
            while True:
                objects.append(parser.nextobject()[1])
        except PSEOF:
            return objects, int_value(stream.get("N", 0))


class ContentParser(_Bounded, PDFContentParser):
    """Reads drawing instructions that aren't plain."""

    def __init__(self, streams: list[PDFStream]) -> None:
        self.allowance = Allowance()  # its own: what has been drawn isn't kept
        super().__init__(streams)

    def flush(self) -> None:
        """What has been read is drawn."""
        self.allowance.objects.left = MAX_OBJECTS
        super().flush()

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """Goes past an inline image, which nobody looks at; pdfminer copies all of it anew for each E inside."""
        self.seek(pos)
        end = re.compile(re.escape(target) + rb"\s")
        tail = b""
        while True:
            self.fillbuf()
            seen = tail + self.buf[self.charpos :]
            if found := end.search(seen):
                self.charpos += found.end() - len(tail)
                return pos, b""
            tail = seen[-len(target) :]
            self.charpos = len(self.buf)


class TableParser(_Bounded, CMapParser):
    """Reads a font's table of characters, and counts the codes of its ranges before they are written out."""

    def __init__(self, characters: CMapBase, fp: Any, allowance: Allowance) -> None:
        self.allowance = allowance
        super().__init__(characters, fp)

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """An operator, such as the one that ends a list of ranges."""
        if token in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            for start, end, target in choplist(3, [item for _, item in self.curstack]):
                self.allowance.codes.take(_size(start, end, target))
        super().do_keyword(pos, token)


def _size(start: object, end: object, target: object) -> int:
    """How much a range takes, in codes: one that stands for many characters counts more."""
    if not (isinstance(start, bytes) and isinstance(end, bytes)):
        return 0
    if isinstance(target, list):
        return len(target)
    length = len(target) if isinstance(target, bytes) else len(start)
    return (nunpack(end) - nunpack(start) + 1) * (1 + length // 8)
