"""Opens documents in LibreOffice and says in JSON what it sees; for the Python that LibreOffice's own UNO bridge has.

For each file the paragraphs with all changes accepted, and with all rejected.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
PARAGRAPHS = (TEXT + "p", TEXT + "h")
PAGES = {TEXT + "page-number", TEXT + "page-count"}
"""What LibreOffice counts when it has time to lay the pages out: it may be saved before."""
SIGNS = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
COMMENT = OFFICE + "annotation"
APART = (COMMENT, DRAWING, TEXT + "note")
"""What stands in a paragraph and isn't its text."""


def main() -> None:
    pipe = f"klarsprak{Path(tempfile.gettempdir()).stat().st_ino}{time.time_ns()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        office = subprocess.Popen(
            [
                *("soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"),
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            print(json.dumps([seen(context, desktop, name) for name in sys.argv[1:]]))
            desktop.terminate()
            office.wait(30)
        finally:
            office.kill()


def connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def seen(context, desktop, name: str) -> dict[str, list[str]]:
    """What there is with all changes accepted, and with all rejected; a file without any is opened but once."""
    found = {}
    for way in ("Accept", "Reject"):
        hidden = PropertyValue("Hidden", 0, True, 0)
        document = desktop.loadComponentFromURL(Path(name).resolve().as_uri(), "_blank", 0, (hidden,))
        has_changes = document.Redlines.hasElements()
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(document.CurrentController.Frame, f".uno:{way}AllTrackedChanges", "", 0, ())
        found[way] = text(document)
        document.close(True)
        if not has_changes:
            return {"Accept": found[way], "Reject": found[way]}
    return found


def text(document) -> list[str]:
    """All paragraphs, of headers, footers, tables, footnotes and text boxes too, as LibreOffice saves them.

    To ask it for each of them takes most of the time.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seen.fodt"
        document.storeToURL(path.as_uri(), (PropertyValue("FilterName", 0, "OpenDocument Text Flat XML", 0),))
        root = ElementTree.parse(path).getroot()
    return list(paragraphs(root))


def paragraphs(node: ElementTree.Element) -> Iterator[str]:
    """What each paragraph says that isn't a comment's; a text box comes after the paragraph that holds it."""
    if node.tag in PARAGRAPHS:
        yield "".join(said(node))
    if node.tag != COMMENT:
        for child in node:
            yield from paragraphs(child)


def said(node: ElementTree.Element) -> Iterator[str]:
    """The pieces of a paragraph's own text."""
    yield node.text or ""
    for child in node:
        if child.tag in SIGNS:
            yield SIGNS[child.tag] * int(child.get(TEXT + "c", 1))
        elif child.tag in PAGES:
            yield "1"
        elif not child.tag.startswith(APART):
            yield from said(child)
        yield child.tail or ""


main()
