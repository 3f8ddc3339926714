"""The package of a Word document: its parts, and what they refer to."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from klarsprak.letter import ReadError
from klarsprak.readers.docx.markup import RELATION, Element, parse
from klarsprak.readers.zipped import BrokenPartError, Reasons, ZippedParts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_USUAL_PART = "word/document.xml"

_DAMAGED = "Word-dokumentet är skadat eller avkortat. Öppna det i Word, spara det på nytt och försök igen."
_TOO_LARGE = (
    "Word-dokumentet har en del som blir orimligt stor när den packas upp. "
    "Kontrollera varifrån det kommer, eller spara texten i ett nytt dokument."
)
_NO_TEXT = (
    "Filen saknar den del som innehåller texten i ett Word-dokument. Öppna den i Word, spara på nytt och försök igen."
)
_OTHER_PROGRAMS = {"xl/": "en Excel-arbetsbok", "ppt/": "en PowerPoint-presentation"}
"""What a package is whose document lies in such a folder."""


class PackageRelation(NamedTuple):
    """What a part refers to: the last word of the relation's type (``header``) and the name of the part."""

    kind: str
    target: str


class WordPackage(ZippedParts):
    """The parts of a Word document.

    Raises ``ReadError`` for bytes that are no whole zip, or whose parts claim an absurd size.
    """

    def __init__(self, data: bytes) -> None:
        _refuse_other_formats(data)
        super().__init__(data, Reasons(_DAMAGED, _TOO_LARGE))

    def root(self, part: str) -> Element:
        """The root of a part's XML; raises as ``read`` and ``parse`` do."""
        return parse(self.read(part), part)

    def relations(self, part: str) -> dict[str, PackageRelation]:
        """What a part ("" for the whole package) refers to inside the package, by identity.

        Empty where the part refers to nothing; raises as ``root`` does.
        """
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", name + ".rels")
        found: dict[str, PackageRelation] = {}
        if source not in self:
            return found
        for item in self.root(source).iter(RELATION):
            if item.get("TargetMode") == "External":
                continue
            kind = item.get("Type", "").rpartition("/")[2]
            target = _resolve(folder, item.get("Target", ""))
            found[item.get("Id", "")] = PackageRelation(kind, target)
        return found

    def main_part(self) -> str:
        """The name of the part that holds the text; raises ``ReadError`` for a package of another kind.

        It is the one that Word opens: a part of the usual name beside it may be anything.
        """
        self._refuse_other_packages()
        part = self._target_of_package()
        if part not in self and _USUAL_PART in self:
            return _USUAL_PART
        for folder, name in _OTHER_PROGRAMS.items():
            if part.startswith(folder):
                raise ReadError(f"Filen är {name}, inte ett Word-dokument. Välj brevet som .docx eller pdf.")
        if part not in self:
            raise ReadError(_NO_TEXT)
        return part

    def _refuse_other_packages(self) -> None:
        """Raises ``ReadError`` for a zip that no program of Microsoft's Office has made."""
        if self._is_opendocument():
            raise ReadError("Filen är ett OpenDocument-dokument, inte ett Word-dokument. Spara det som .docx.")
        if "[Content_Types].xml" not in self:
            raise ReadError("Filen är ett zip-arkiv, inte ett Word-dokument. Packa upp den och välj brevet.")

    def _is_opendocument(self) -> bool:
        """Whether LibreOffice or the like has written the package in its own format.

        Its text stands in *content.xml*.
        """
        return "mimetype" in self and "content.xml" in self

    def _target_of_package(self) -> str:
        """The part that the package itself names as its document; the usual one where it names none."""
        try:
            relations = self.relations("")
        except BrokenPartError:
            return _USUAL_PART
        for relation in relations.values():
            if relation.kind == "officeDocument":
                return relation.target
        return _USUAL_PART


def _resolve(folder: str, target: str) -> str:
    """The name of the part that a target stands for, as seen from a part in that folder.

    *header1.xml* in *word* is *word/header1.xml*, as is *../word/header1.xml* or */word/header1.xml*.
    """
    is_plain = target[:1] not in ("", "/", ".")
    if folder and is_plain:
        return f"{folder}/{target}"
    path = posixpath.join("/", folder, target)
    return posixpath.normpath(path).lstrip("/")


def damaged() -> ReadError:
    """The error for a document whose text can't be read."""
    return ReadError(_DAMAGED)


def _refuse_other_formats(data: bytes) -> None:
    """Raises ``ReadError`` for what is no zip, and says what it is instead."""
    if not data:
        raise ReadError("Filen är tom. Välj ett brev som har text.")
    if data.startswith(_OLE):
        raise ReadError(_describe_ole(data))
    if not data.startswith(b"PK"):
        raise ReadError("Filen är inte ett Word-dokument (.docx). Öppna den i Word och spara den som .docx.")


def _describe_ole(data: bytes) -> str:
    """What an OLE file is, in Swedish.

    Its directory names its streams in UTF-16: those of a locked docx and of an old .doc differ.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "Word-dokumentet är skyddat med lösenord. Ta bort lösenordet i Word och försök igen."
    if "WordDocument".encode("utf-16-le") in data:
        return "Filen är ett Word-dokument i det äldre formatet .doc. Öppna den i Word och spara den som .docx."
    return "Filen är i ett äldre Office-format, inte ett Word-dokument. Öppna brevet i Word och spara det som .docx."
