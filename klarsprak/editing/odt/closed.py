"""What in an OpenDocument text isn't the writer's to change: what LibreOffice fills in anew, or protects."""

from __future__ import annotations

from klarsprak.readers.odt.markup import LOEXT, TABLE, TEXT, Element
from klarsprak.readers.odt.structure import source_of

_INDEX, _SECTION = TEXT + "index-body", TEXT + "section"
_PROTECTION = (TEXT + "protected", TABLE + "protected")
_CONTENT_LOCKS = ("contentLocked", "sdtContentLocked")
"""Locks on what is in a control; *sdtLocked* only keeps the control itself from being taken away."""


def is_closed(home: Element) -> bool:
    """Whether words that stand in the element can't be changed, or would be put back as they were.

    LibreOffice lets nobody accept or reject a change where the text is protected.
    """
    if _closes(home):
        return True
    return any(map(_closes, home.iterancestors()))


def _closes(element: Element) -> bool:
    """Whether the element closes all that stands in it: an index, a section from elsewhere, one that is protected."""
    if element.tag == _INDEX or element.get(LOEXT + "lock") in _CONTENT_LOCKS:
        return True
    if element.tag == _SECTION and source_of(element) is not None:
        return True
    return any(element.get(name) == "true" for name in _PROTECTION)
