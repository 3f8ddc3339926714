"""An OpenDocument text that can be changed; what isn't changed stays as it was, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from lxml import etree

from klarsprak.editing.zipped import ZIP_ERRORS, rewrite
from klarsprak.readers.odt.document import OdtDocument
from klarsprak.readers.odt.package import damaged


class OdtFile(OdtDocument):
    """A document that is read, changed in its trees and written again; raises ``ReadError`` as the reader does."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._data = data

    def read_again(self) -> None:
        """Read the trees anew: what has been taken out of them left the traces behind."""
        self.traces = self._read()

    def written(self, parts: Iterable[str]) -> bytes:
        """The document's bytes with the trees of these parts as they are now."""
        changed = {part: _serialized(self.roots[part]) for part in parts}
        out = BytesIO()
        try:
            rewrite(self._data, changed, out)
        except ZIP_ERRORS as error:
            raise damaged() from error
        return out.getvalue()


def _serialized(root: etree._Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
