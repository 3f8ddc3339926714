"""Opens documents in LibreOffice and says in JSON what it sees; for the Python that LibreOffice's own UNO bridge has.

For each file the paragraphs with all changes accepted, and with all rejected.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


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
    """All paragraphs: the body with its tables, headers, footers, footnotes, text boxes."""
    stores = [document.Text]
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        for kind in ("Header", "Footer"):
            if getattr(style, f"{kind}IsOn"):
                stores += [getattr(style, f"{kind}Text"), getattr(style, f"{kind}TextFirst")]
    stores += [document.Footnotes.getByIndex(number) for number in range(document.Footnotes.Count)]
    stores += [document.TextFrames.getByIndex(number) for number in range(document.TextFrames.Count)]
    return [line for store in stores for line in lines(store)]


def lines(store) -> list[str]:
    if store is None:
        return []
    found = []
    paragraphs = store.createEnumeration()
    while paragraphs.hasMoreElements():
        item = paragraphs.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            found += [line for name in item.CellNames for line in lines(item.getCellByName(name))]
        else:
            found.append(item.String)
    return found


main()
