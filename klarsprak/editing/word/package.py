"""A Word document whose parts can be changed; what isn't changed stays as it was, byte for byte."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from lxml import etree

from klarsprak.editing.zipped import ZIP_ERRORS, rewrite
from klarsprak.readers.docx.markup import RELATION, Element, W, is_strict, parse, tighten
from klarsprak.readers.docx.package import damaged
from klarsprak.readers.docx.trace import TracedDocument
from klarsprak.readers.zipped import BrokenPartError

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES_PART = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class WordFile(TracedDocument):
    """A Word document that is read, changed and written again; raises ``ReadError`` as the reader does."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._data = data
        self._changed: dict[str, bytes] = {}
        self.strict = is_strict(self.body)
        self.blocks()

    def put(self, part: str, root: Element) -> None:
        """Let ``root`` be the part's content."""
        if self.strict:
            tighten(root)
        self._put(part, root)

    def save(self, out: BinaryIO) -> None:
        """Write the document; parts that were not put stand as they stood."""
        try:
            rewrite(self._data, self._changed, out)
        except ZIP_ERRORS as error:
            raise damaged() from error

    def comments(self) -> tuple[str, Element]:
        """The name and the root of the part with the comments; a new one where there is none."""
        related = self._related_part("comments")
        if related is not None and related in self._package:
            return related, self._content_of(related)
        part = related or self._free_name("comments")
        if related is None:
            self._relate(part, "comments")
        self._declare(part, "comments")
        return part, etree.Element(W + "comments", nsmap={"w": W[1:-1]})

    def side_part(self, kind: str) -> tuple[str, Element] | None:
        """The name and the root of a part beside the body that the document may do without.

        None where there is none, or none that can be read.
        """
        name = self._related_part(kind)
        if name is None:
            return None
        try:
            return name, self._package.root(name)
        except BrokenPartError:
            return None

    def _related_part(self, kind: str) -> str | None:
        """The name of the part that the body says to have of that kind, whether it is there or not.

        A document whose comments have been taken out by another program may still say so.
        """
        for relation in self._relations.values():
            if relation.kind == kind:
                return relation.target
        return None

    def _content_of(self, part: str) -> Element:
        """The part's content; raises ``ReadError`` where it is no XML."""
        try:
            return self._package.root(part)
        except BrokenPartError as error:
            raise damaged() from error

    def _free_name(self, stem: str) -> str:
        """A name beside the body that no part has: *word/comments.xml, word/comments1.xml* …"""
        folder = posixpath.dirname(self.main_part)
        name = posixpath.join(folder, f"{stem}.xml")
        numbers = count(1)
        while name in self._package:
            name = posixpath.join(folder, f"{stem}{next(numbers)}.xml")
        return name

    def _relate(self, part: str, kind: str) -> None:
        """Say among the body's relations that it has the part."""
        folder, name = posixpath.split(self.main_part)
        source = posixpath.join(folder, "_rels", name + ".rels")
        root = self._relations_root(source)
        office = _OFFICE_STRICT if self.strict else _OFFICE
        target = posixpath.relpath(part, folder) if folder else part
        etree.SubElement(root, RELATION, Id=_free_relation(root), Type=f"{office}/{kind}", Target=target)
        self._put(source, root)

    def _relations_root(self, source: str) -> Element:
        """The content of a part with relations; that of a new one where there is none."""
        if source in self._package:
            return self._package.root(source)
        return etree.XML(f'<Relationships xmlns="{_RELATIONS}"/>')

    def _declare(self, part: str, kind: str) -> None:
        """Name the part's type among the package's content types."""
        if _TYPES_PART not in self._package:
            return
        root = parse(self._package.read(_TYPES_PART), _TYPES_PART)
        name = "/" + part
        declared = {item.get("PartName", "").lower() for item in root.iter(_TYPES + "Override")}
        if name.lower() not in declared:
            type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            etree.SubElement(root, _TYPES + "Override", PartName=name, ContentType=type_)
            self._put(_TYPES_PART, root)

    def _put(self, part: str, root: Element) -> None:
        """Let ``root`` be the part's content as it is."""
        self._changed[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def free_ids(self, *roots: Element) -> Iterator[int]:
        """Numbers that no comment, change or bookmark of the document has, from the lowest.

        ``roots`` are parts that the walk through the document hasn't read, such as its comments.
        """
        name = W + "id"
        used: set[str | None] = set()
        for root in (*self.roots.values(), *roots):
            used.update(element.get(name) for element in root.iter("*"))
        return (number for number in count() if str(number) not in used)


def _free_relation(root: Element) -> str:
    """The first of *rId1, rId2* … that no relation has.

    >>> _free_relation(etree.XML("<Relationships/>"))
    'rId1'
    """
    used = {item.get("Id") for item in root.iter(RELATION)}
    numbers = count(1)
    identity = f"rId{next(numbers)}"
    while identity in used:
        identity = f"rId{next(numbers)}"
    return identity
