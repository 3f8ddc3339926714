"""The package of an OpenDocument text."""

from __future__ import annotations

from klarsprak.letter import ReadError
from klarsprak.readers.odt.markup import MANIFEST, Element
from klarsprak.readers.safe_xml import parse_safely
from klarsprak.readers.zipped import BrokenPartError, Reasons, ZippedParts

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
_WHOLE = "encrypted-package"
"""The part that holds all the others where LibreOffice has locked the document as a whole."""


class OdtPackage(ZippedParts):
    """The parts of an OpenDocument text.

    Raises ``ReadError`` for what is no whole zip, whose parts claim an absurd size, or that wants a password.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data, Reasons(_DAMAGED, _TOO_LARGE))
        self._entries = self._read_manifest()
        if _WHOLE in self or any(_is_locked(entry) for entry in self._entries.values()):
            raise ReadError(_LOCKED)

    def root(self, part: str) -> Element:
        """The root of a part's XML; raises as ``read`` and ``parse_safely`` do."""
        return parse_safely(self.read(part), part, _DOCUMENT_TYPE)

    def kind_of(self, part: str) -> str:
        """The media type of a part, or of a folder of parts, as the manifest tells it; empty where it doesn't."""
        for name in (part, part + "/"):
            if name in self._entries:
                return self._entries[name].get(MANIFEST + "media-type", "")
        return ""

    def _read_manifest(self) -> dict[str, Element]:
        """What the manifest says of each part; a document without one is read all the same."""
        try:
            root = self.root(_MANIFEST)
        except BrokenPartError:
            return {}
        return {entry.get(MANIFEST + "full-path", ""): entry for entry in root.iter(MANIFEST + "file-entry")}


def _is_locked(entry: Element) -> bool:
    """Whether a part wants a password."""
    return entry.find(MANIFEST + "encryption-data") is not None


def damaged() -> ReadError:
    """The error for a document whose text can't be read."""
    return ReadError(_DAMAGED)
