"""Parsing of XML from files that anybody may have made."""

from __future__ import annotations

from lxml import etree

from klarsprak.letter import ReadError
from klarsprak.readers.zipped import BrokenPartError

Element = etree._Element

# No entity is expanded, nothing is fetched; without huge_tree libxml2 stops at 256 levels and at 10 MB in one text,
# so that neither the tree nor the walk over it can be made to overflow.  collect_ids=False would be faster, but has
# libxml2 load an outside document type in spite of load_dtd=False.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def parse_safely(data: bytes, part: str, warning: str) -> Element:
    """The root of a part's XML.

    Raises ``BrokenPartError`` for what is no XML, ``ReadError`` with the ``warning`` for a document type: office
    programs write none, and entity bombs need one.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenPartError(part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(warning)
    return root
