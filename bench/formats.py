"""How fast letters are read in the formats of archives: ``python -m bench.formats FILE…``.

Letters a second on one core, for the files that are named (.pdf …), and for mails of Outlook's, OpenDocuments, packed
and flat, and rich text that are made of the corpora's texts.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path
from xml.sax.saxutils import escape

from bench.archive import LETTERS
from bench.growth import as_rtf
from klarsprak.readers import load_all, read_bytes
from tests.readers.odt.making import document, p
from tests.readers.odt.test_flat import flat
from tests.readers.outlook.compound import mail

AIM = 300
SECONDS = 3.0
SUBJECT, BODY, HEADERS = 0x37, 0x1000, 0x7D
_HEADERS = "From: Anna Ek <anna.ek@norrlida.example>\r\nDate: Fri, 1 Mar 2024 09:00:00 +0100\r\n\r\n"


def main() -> None:
    """Print what is measured."""
    load_all()
    files: defaultdict[str, list[bytes]] = defaultdict(list)
    for path in sorted(LETTERS.glob("*.txt")):
        text = path.read_text("utf-8", "ignore")
        files[".msg"].append(mail({SUBJECT: "Beslut", BODY: text.replace("\n", "\r\n"), HEADERS: _HEADERS}))
        body = "".join(p(escape(line)) for line in text.splitlines())
        files[".odt"].append(document(body))
        files[".fodt"].append(flat(body))
        files[".rtf"].append(as_rtf(text))
    for name in sys.argv[1:]:
        files[Path(name).suffix].append(Path(name).read_bytes())
    for suffix, contents in files.items():
        print(f"{suffix}: {_rate(contents, suffix):.0f} letters a second (aim {AIM} for .msg, .odt and .rtf)")


def _rate(contents: list[bytes], suffix: str) -> float:
    """Letters a second, each file read again and again, in seconds of this process."""
    for content in contents:
        list(read_bytes(content, f"brev{suffix}"))
    read, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS:
        for content in contents:
            read += len(list(read_bytes(content, f"brev{suffix}")))
    return read / spent


if __name__ == "__main__":
    main()
