"""What makes a package and its numbers valid, beyond being XML."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from klarsprak.readers.docx.markup import Element, W

_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange")


def problems(data: bytes) -> list[str]:
    """What is wrong with a Word document; empty where nothing is."""
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        roots = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    return [*_package(names, roots), *_comments(roots), *_changes(roots), *_runs(roots)]


def _package(names: list[str], roots: dict[str, Element]) -> Iterator[str]:
    yield from (f"{name} stands twice" for name, number in Counter(names).items() if number > 1)
    types = roots["[Content_Types].xml"]
    overrides = [item.get("PartName", "").lstrip("/") for item in types if str(item.tag).endswith("}Override")]
    defaults = {item.get("Extension", "").lower() for item in types if str(item.tag).endswith("}Default")}
    yield from (f"{name} has two types" for name, number in Counter(overrides).items() if number > 1)
    yield from (f"{name} has a type but isn't there" for name in overrides if name not in names)
    for name in names:
        if (
            name != "[Content_Types].xml"
            and name not in overrides
            and name.rpartition(".")[2].lower() not in defaults
        ):
            yield f"{name} has no type"
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from _relations(name, root, names)


def _relations(name: str, root: Element, names: list[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    yield from _twice(f"{name}: relation", [item.get("Id", "") for item in root])
    for item in root:
        target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/")
        if item.get("TargetMode") != "External" and target not in names:
            yield f"{name}: {target} isn't there"


def _comments(roots: dict[str, Element]) -> Iterator[str]:
    there = _ids(roots.get("word/comments.xml"), "comment")
    yield from _twice("comment", there)
    body = roots["word/document.xml"]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = _ids(body, kind)
        yield from _twice(kind, found)
        yield from (f"{kind} {identity} has no comment" for identity in found if identity not in there)
    order = [element.get(W + "id") for element in body.iter(W + "commentRangeStart", W + "commentRangeEnd")]
    starts = _ids(body, "commentRangeStart")
    yield from (f"comment {identity} isn't closed" for identity in starts if order.count(identity) != 2)
    references = set(_ids(body, "commentReference"))
    yield from (f"comment {identity} is referred to nowhere" for identity in there if identity not in references)


def _changes(roots: dict[str, Element]) -> Iterator[str]:
    for name, root in roots.items():
        if name.startswith("word/"):
            yield from _twice(f"{name}: change", [i for kind in _CHANGES for i in _ids(root, kind)])
            for deleted in root.iter(W + "del"):
                if next(deleted.iter(W + "t"), None) is not None:
                    yield f"{name}: w:t in deleted text"


def _runs(roots: dict[str, Element]) -> Iterator[str]:
    for name, root in roots.items():
        for run in root.iter(W + "r") if name.startswith("word/") else ():
            if any(child.tag == W + "rPr" for child in run[1:]):
                yield f"{name}: properties that don't stand first in their run"


def _ids(root: Element | None, kind: str) -> list[str]:
    return (
        [] if root is None else [element.get(W + "id", "") for element in root.iter(W + kind) if len(element.attrib)]
    )


def _twice(what: str, found: list[str]) -> Iterator[str]:
    yield from (
        f"{what} {identity} stands {number} times" for identity, number in Counter(found).items() if number > 1
    )
