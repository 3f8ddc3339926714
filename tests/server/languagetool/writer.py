"""What LibreOffice Writer marks in a paragraph.  Run by the Python that has LibreOffice's ``uno``.

    python3 writer.py SOFFICE FOLDER BASE_URL TEXT…

Prints a list for each text: the marked words' start and length, and the suggestions.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno

SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">\
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">\
<prop oor:name="BaseURL" oor:op="fuse"><value>{url}</value></prop></item>
</oor:items>
"""
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
PROOFREADING = 2
"""``com.sun.star.text.TextMarkupType``."""
LONGEST = 60
"""Seconds for Writer to start."""


def main(soffice: str, folder: str, url: str, *texts: str) -> None:
    profile = Path(folder)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(url=url), encoding="utf-8")
    pipe = f"klarsprak{profile.stat().st_ino}"
    arguments = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    # Its own group: the program is started by a script that would be gone before it.
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", *arguments]
    office = subprocess.Popen(command, start_new_session=True)
    try:
        context = connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext", office)
        print(json.dumps([marked(context, text) for text in texts]))
    finally:
        os.killpg(office.pid, signal.SIGKILL)


def connected(address: str, office: subprocess.Popen) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(LONGEST * 10):
        try:
            return resolver.resolve(address)
        except Exception:
            assert office.poll() is None, "Writer didn't start"
            time.sleep(0.1)
    raise TimeoutError


def marked(context: object, text: str) -> list:
    """What Writer marks in a document with the paragraph, by the grammar checkers that are chosen for Swedish."""
    services = context.ServiceManager
    swedish = uno.createUnoStruct("com.sun.star.lang.Locale", "sv", "SE", "")
    manager = services.createInstanceWithContext("com.sun.star.linguistic2.LinguServiceManager", context)
    manager.setConfiguredServices("com.sun.star.linguistic2.Proofreader", swedish, (CHECKER,))
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue", "Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    document.Text.setString(text)
    document.Text.createTextCursor().gotoEnd(True)
    document.Text.createEnumeration().nextElement().CharLocale = swedish
    iterator = services.createInstanceWithContext("com.sun.star.linguistic2.ProofreadingIterator", context)
    paragraph = document.getFlatParagraphIterator(PROOFREADING, True).getFirstPara()
    length = len(text.encode("utf-16-le")) // 2
    result = iterator.checkSentenceAtPosition(document, paragraph, text, swedish, 0, length, -1)
    document.close(True)
    return [(error.nErrorStart, error.nErrorLength, list(error.aSuggestions)) for error in result.aErrors]


if __name__ == "__main__":
    main(*sys.argv[1:])
