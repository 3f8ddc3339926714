"""A Word document whose parts can be changed; what isn't changed stays as it was, byte for byte."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  (its name says nothing alone)

from lxml import etree

from klarsprak.readers.docx.markup import RELATION, BrokenPartError, Element, W, is_strict, parse, tighten
from klarsprak.readers.docx.package import damaged
from klarsprak.readers.docx.trace import TracedDocument

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES_PART = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of a new part: the same document gives the same bytes."""


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
        changed = {part.lower(): (part, data) for part, data in self._changed.items()}
        try:
            with ZipFile(BytesIO(self._data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
                for info in old.infolist():
                    name = info.filename.replace("\\", "/").lstrip("/").lower()
                    with new.open(_copied(info), "w", force_zip64=False) as target:
                        if name in changed:
                            target.write(changed.pop(name)[1])
                        else:
                            with old.open(info) as source:
                                shutil.copyfileobj(source, target)
                for part, data in changed.values():
                    new.writestr(_copied(ZipInfo(part, _NEVER)), data, ZIP_DEFLATED)
        except (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError) as error:
            raise damaged() from error

    def comments(self) -> tuple[str, Element]:
        """The name and the root of the part with the comments; a new one where there is none."""
        found = next((item.target for item in self._relations.values() if item.kind == "comments"), None)
        if found is not None and found in self._package:
            try:
                return found, self._package.root(found)
            except BrokenPartError as error:
                raise damaged() from error
        part = found or self._free_name("comments")
        if found is None:
            self._relate(part, "comments")
        self._declare(part, "comments")
        return part, etree.Element(W + "comments", nsmap={"w": W[1:-1]})

    def _free_name(self, stem: str) -> str:
        folder = posixpath.dirname(self.main_part)
        names = (posixpath.join(folder, f"{stem}{number or ''}.xml") for number in count())
        return next(name for name in names if name not in self._package)

    def _relate(self, part: str, kind: str) -> None:
        folder, name = posixpath.split(self.main_part)
        source = posixpath.join(folder, "_rels", name + ".rels")
        root = (
            self._package.root(source)
            if source in self._package
            else etree.XML(f'<Relationships xmlns="{_RELATIONS}"/>')
        )
        used = {item.get("Id") for item in root.iter(RELATION)}
        identity = next(name for name in (f"rId{number}" for number in count(1)) if name not in used)
        office = _OFFICE_STRICT if self.strict else _OFFICE
        target = posixpath.relpath(part, folder) if folder else part
        etree.SubElement(root, RELATION, Id=identity, Type=f"{office}/{kind}", Target=target)
        self._put(source, root)

    def _declare(self, part: str, kind: str) -> None:
        """Name the part's type among the package's content types."""
        if _TYPES_PART not in self._package:
            return
        root = parse(self._package.read(_TYPES_PART), _TYPES_PART)
        name = "/" + part
        if not any(item.get("PartName", "").lower() == name.lower() for item in root.iter(_TYPES + "Override")):
            type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            etree.SubElement(root, _TYPES + "Override", PartName=name, ContentType=type_)
            self._put(_TYPES_PART, root)

    def _put(self, part: str, root: Element) -> None:
        self._changed[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def free_ids(self, *roots: Element) -> Iterator[int]:
        """Numbers that no comment, change or bookmark of the document has, from the lowest."""
        name = W + "id"
        used = {
            element.get(name)
            for root in (*self.roots.values(), *roots)
            for element in root.iter("*")
            if name in element.attrib
        }
        return (number for number in count() if str(number) not in used)


def _copied(info: ZipInfo) -> ZipInfo:
    """The entry's name, time and way of packing, without its sizes and its place in the old file."""
    copy = ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr, copy.create_system = info.external_attr, info.create_system
    return copy
