"""The package of an OpenDocument text."""

from __future__ import annotations

import re

from klarsprak.letter import ReadError
from klarsprak.readers.odt.markup import MANIFEST, Element
from klarsprak.readers.safe_xml import parse_safely
from klarsprak.readers.zipped import PART_LIMIT, TAG_LIMIT, BrokenPartError, Reasons, ZippedParts

CONTENT, STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"

_DAMAGED = "Dokumentet är skadat eller avkortat. Öppna det i LibreOffice, spara det på nytt och försök igen."
_TOO_LARGE = (
    "Dokumentet har en del som blir orimligt stor när den packas upp. "
    "Kontrollera varifrån det kommer, eller spara texten i ett nytt dokument."
)
_DOCUMENT_TYPE = (
    "Dokumentet har XML-kod som LibreOffice aldrig skriver och som kan vara skadlig. "
    "Öppna det bara om du vet varifrån det kommer."
)
_LOCKED = "Dokumentet är skyddat med lösenord. Spara det utan lösenord och kör igen."
_ENCRYPTION = b"encryption-data"
"""What the manifest says of a part that wants a password."""
_WHOLE = "encrypted-package"
"""The part that holds all the others where LibreOffice has locked the document as a whole."""


class OdtPackage(ZippedParts):
    """The parts of an OpenDocument text.

    Raises ``ReadError`` for what is no whole zip, whose parts claim an absurd size, or that wants a password.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data, Reasons(_DAMAGED, _TOO_LARGE))
        self._manifest = self._read_manifest()
        if _WHOLE in self or _ENCRYPTION in self._manifest:
            raise ReadError(_LOCKED)

    def root(self, part: str) -> Element:
        """The root of a part's XML; raises as ``read`` and ``parse_safely`` do."""
        return parse_safely(self.read(part), part, _DOCUMENT_TYPE)

    def kind_of(self, part: str) -> str:
        """The media type of a part, or of a folder of parts, as the manifest tells it; empty where it doesn't."""
        try:
            root = parse_safely(self._manifest, _MANIFEST, _DOCUMENT_TYPE)
        except BrokenPartError:
            return ""
        for entry in root.iter(MANIFEST + "file-entry"):
            if entry.get(MANIFEST + "full-path", "").removesuffix("/") == part:
                return entry.get(MANIFEST + "media-type", "")
        return ""

    def _read_manifest(self) -> bytes:
        """What the package says of its parts; a document without that is read all the same."""
        try:
            return self.read(_MANIFEST)
        except BrokenPartError:
            return b""


_PICTURE = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")


class FlatDocument:
    """An OpenDocument text in a single XML file (.fodt), as if it had parts: each is the whole.

    Raises ``ReadError`` for what is absurdly large.
    """

    def __init__(self, data: bytes) -> None:
        without_pictures = _PICTURE.sub(b"", data)
        if len(without_pictures) > PART_LIMIT or without_pictures.count(b"<") > TAG_LIMIT:
            raise ReadError(_TOO_LARGE)
        self._data = without_pictures
        self._root: Element | None = None

    def root(self, part: str) -> Element:
        """The root of the XML; raises as ``parse_safely`` does."""
        if self._root is None:
            self._root = parse_safely(self._data, part, _DOCUMENT_TYPE)
        return self._root

    def kind_of(self, part: str) -> str:
        """Nothing is known of what is embedded."""
        return ""


def open_package(data: bytes) -> OdtPackage | FlatDocument:
    """The document, packed or flat; raises ``ReadError``."""
    return OdtPackage(data) if data.startswith(b"PK") else FlatDocument(data)


def damaged() -> ReadError:
    """The error for a document whose text can't be read."""
    return ReadError(_DAMAGED)
