"""Accepting and rejecting all of klarsprak's tracked changes, as Word does it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from klarsprak.readers.docx.markup import XML_SPACE, Element, W
from tests.editing.conftest import with_parts


def accepted(data: bytes) -> bytes:
    """The document with its tracked changes made."""
    return _resolved(data, kept=W + "ins", dropped=W + "del")


def rejected(data: bytes) -> bytes:
    """The document with its tracked changes undone."""
    return _resolved(data, kept=W + "del", dropped=W + "ins")


def looks(data: bytes) -> dict[str, bytes]:
    """Each part of ``word/`` in canonical form, with neighbouring runs that look the same made one."""
    return {name: etree.tostring(_joined(root), method="c14n") for name, root in _parts(data).items()}


def _parts(data: bytes) -> dict[str, Element]:
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def _resolved(data: bytes, kept: str, dropped: str) -> bytes:
    changed = {}
    for name, root in _parts(data).items():
        for element in _own(root, dropped):
            _parent(element).remove(element)
        for element in _own(root, kept):
            for text in element.iter(W + "delText"):
                text.tag = W + "t"
            index = _parent(element).index(element)
            _parent(element)[index : index + 1] = list(element)
        changed[name.removeprefix("word/").removesuffix(".xml")] = etree.tostring(root)
    return with_parts(data, **changed)


def _own(root: Element, kind: str) -> list[Element]:
    return [element for element in root.iter(kind) if element.get(W + "author") == "klarsprak"]


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _joined(root: Element) -> Element:
    for text in root.iter(W + "t"):
        if text.get(XML_SPACE) != "preserve":
            text.text = (text.text or "").strip()
        text.attrib.pop(XML_SPACE, None)
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and _properties(before) == _properties(run):
            before.extend(child for child in list(run) if child.tag != W + "rPr")
            _parent(run).remove(run)
            _join_texts(before)
    return root


def _join_texts(run: Element) -> None:
    for text in list(run.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == W + "t":
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)


def _properties(run: Element) -> tuple[bytes, dict[str, str]]:
    properties = run.find(W + "rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n"), dict(run.attrib)
