"""A package's file list, METS.xml: which files there are, and what tells that they are whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from klarsprak.audit.sources.packages.files import path_of_href
from klarsprak.audit.sources.packages.seals import Seal
from klarsprak.audit.sources.packages.xml import BrokenXmlError, Element, attribute, children, elements, local

_NEEDED = {"OBJID": "CSIP1", "TYPE": "CSIP2", "PROFILE": "CSIP6"}
"""What the file list's first element must say, and the requirement of E-ARK CSIP that says so."""


class Listed(NamedTuple):
    """A file of the list: its address, the path that it leads to in the package, or None if it leads out of it."""

    href: str
    path: str | None
    seal: Seal
    kind: str = ""
    """Its media type: *application/pdf*."""
    created: str = ""


@dataclass(slots=True)
class FileList:
    """What a METS.xml says; ``faults`` are Swedish sentences, empty where nothing is wrong.

    ``is_whole`` tells whether all of it could be read.
    """

    files: list[Listed] = field(default_factory=list)
    created: str = ""
    faults: list[str] = field(default_factory=list)
    is_whole: bool = False


def read_list(data: bytes, folder: str) -> FileList:
    """The file list in a METS.xml that lies in that folder of the package; never raises for what is broken."""
    found = FileList()
    try:
        for element in elements(data, ("mets", "metsHdr", "file", "structMap")):
            _take(element, folder, found)
    except BrokenXmlError as error:
        found.faults.append(f"Fillistan {error}. Lästa filer i den: {len(found.files)}.")
        return found
    if not found.is_whole:
        found.faults.append("Filen är ingen fillista (METS).")
    return found


def _take(element: Element, folder: str, found: FileList) -> None:
    """Add what an element says to the list."""
    match local(element):
        case "file":
            found.files += _listed(element, folder)
        case "metsHdr":
            found.created = attribute(element, "LASTMODDATE") or attribute(element, "CREATEDATE")
        case "structMap" if element.get("LABEL") == "CSIP" and not element.get("TYPE"):
            found.faults.append(_lacks("TYPE på strukturkartan (CSIP81)"))
        case "mets":
            found.is_whole = True
            found.faults += _lacking(element)


def _listed(element: Element, folder: str) -> list[Listed]:
    """A file, under each of its addresses; most have one."""
    size = attribute(element, "SIZE").strip()
    seal = Seal(
        attribute(element, "CHECKSUMTYPE").strip(),
        attribute(element, "CHECKSUM").strip(),
        int(size) if size.isdecimal() and len(size) < 16 else None,
    )
    hrefs = [attribute(place, "href") for place in children(element, "FLocat")]
    kind, created = attribute(element, "MIMETYPE"), attribute(element, "CREATED")
    return [Listed(href, path_of_href(folder, href), seal, kind, created) for href in hrefs]


def _lacking(root: Element) -> list[str]:
    """What E-ARK CSIP demands of the first element and it doesn't say."""
    lacking = [f"{name} ({rule})" for name, rule in _NEEDED.items() if not root.get(name)]
    return [_lacks(", ".join(lacking))] if lacking else []


def _lacks(what: str) -> str:
    return f"Fillistan saknar {what}, som E-ARK CSIP kräver. Filerna är lästa ändå."
