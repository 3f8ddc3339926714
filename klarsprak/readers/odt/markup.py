"""The names of what stands in an OpenDocument's parts."""

from __future__ import annotations

from klarsprak.readers import safe_xml

Element = safe_xml.Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XLINK = "{http://www.w3.org/1999/xlink}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""LibreOffice's own additions."""
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
"""Fields that came from Word and that LibreOffice has none of its own for."""

P, H, SPAN = TEXT + "p", TEXT + "h", TEXT + "span"
CHANGE, CHANGE_START, CHANGE_END = (TEXT + name for name in ("change", "change-start", "change-end"))
"""Where something was deleted, and where insertions and changes of looks begin and end."""
TRACKED_CHANGES = TEXT + "tracked-changes"
"""What was changed, by whom; here stand the words that were deleted."""


def number(element: Element, name: str, default: int = 1) -> int:
    """The number that an attribute holds; the default where it holds none, or an absurd one."""
    value = element.get(name, "")
    if not value.isdecimal() or len(value) > _LONGEST_NUMBER:
        return default
    return int(value)


_LONGEST_NUMBER = 4
