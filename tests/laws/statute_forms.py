"""Acts in the forms in which the two databases of law answer, of an act that was made up."""

from __future__ import annotations

import json
import re
from typing import Any

TEXT = """\
1 kap. Inledande bestämmelser

Lagens innehåll

1 § Denna lag innehåller bestämmelser om lekparker. I
2 kap. finns bestämmelser om tillsyn enligt
11 kap. 1 § miljöbalken.

2 § /Upphör att gälla U:2026-07-01/
Varje kommun ska ha en lekpark. Lag (2024:12).

2 § /Träder i kraft I:2026-07-01/
Varje kommun ska ha två lekparker. Lag (2026:99).

3 § Har upphävts genom lag (2020:7).

/Rubriken träder i kraft I:2025-01-01/
Gungor

3 a § /Träder i kraft I:2027-01-01/
I varje lekpark ska det finnas en gunga.

4 § /Upphör att gälla U:2025-07-01 genom lag (2025:44)./
Parken får inte vara stängd.

2 kap. Tillsyn

1 § Kommunen ser till att parkerna är säkra.

2 § Den som driver en park ska

1. se till den, och

2. sköta den. Förordning (2023:5).

Övergångsbestämmelser

2024:12

1. Denna lag träder i kraft den 1 juli 2024.

5 § Denna rad hör inte till lagen.
"""


def government(**keys: Any) -> dict[str, Any]:
    """Regeringskansliet's answer; keys with dots are those of *fulltext*."""
    act: dict[str, Any] = {
        "grundforfattningId": 1,
        "beteckning": "2019:310",
        "rubrik": "Lag (2019:310) om lekparker\r\n",
        "tidsbegransadDateTime": None,
        "upphavdDateTime": None,
        "ikraftDateTime": "2019-07-01T00:00:00",
        "organisation": {"namn": "Socialdepartementet"},
        "fulltext": {
            "upphavdGenom": None,
            "andringInford": "t.o.m. SFS 2026:99",
            "forfattningstext": TEXT.replace("\n", "\r\n"),
        },
        "andringsforfattningar": [
            {"beteckning": "2026:99", "ikraftDateTime": "2026-07-01T00:00:00", "anteckningar": "ändr. 1 kap. 2 §"},
            {"beteckning": "2024:12", "ikraftDateTime": None, "anteckningar": None},
        ],
        "publicerad": True,
    }
    for key, value in keys.items():
        if key in act["fulltext"]:
            act["fulltext"][key] = value
        else:
            act[key] = value
    return act


def search_answer(*acts: dict[str, Any]) -> dict[str, Any]:
    """What Regeringskansliet's search answers with, when it has found those acts."""
    hits = [{"_index": "sfs", "_id": "1", "_score": 1.0, "_source": act} for act in acts]
    return {"took": 3, "timed_out": False, "hits": {"total": {"value": len(hits), "relation": "eq"}, "hits": hits}}


def parliament_head(**keys: str) -> str:
    """The lines before the text in Riksdagen's form."""
    lines = {
        "SFS nr": "2019:310",
        "Departement/myndighet": "Socialdepartementet",
        "Utfärdad": "2019-05-22",
        "Ändrad": "t.o.m. SFS 2026:99",
        **keys,
        "Ändringsregister": "SFSR (Regeringskansliet)",
        "Källa": "Fulltext (Regeringskansliet)",
    }
    return "\n".join(f"{key}: {value}" for key, value in lines.items())


def parliament_text(**keys: str) -> str:
    """Riksdagen's text."""
    return f"Lag (2019:310) om lekparker\n{parliament_head(**keys)}\n\n{TEXT}"


def parliament_html(**keys: str) -> str:
    """Riksdagen's page: the head, a table of contents, and the text with anchors."""
    style = "<style>\n .document div { width: 550px }\n</style>"
    lines = (line.replace(": ", "</b>:\n ", 1) for line in parliament_head(**keys).split("\n"))
    head = "".join(f"<b>{line} <br />" for line in lines)
    toc = '<div class="sfstoc"><h3>Innehåll:</h3><ul><li><a href="#K1">1 kap. Inledande</a></li></ul></div>'
    body = re.sub(r"(?m)^(\d+ (?:[a-z] )?§)", r'<a class="paragraf" name="P"><b>\1</b></a>  ', TEXT)
    body = re.sub(r"(?m)^(\d+ kap\. [A-Z].*)$", r'<h3 name="K"><a name="K">\1</a></h3>', body)
    body = body.replace("\n\n", "\n<p></p>\n").replace("\n", "<br />\n")
    return f"{style}{head}<hr />\n{toc}<div>{body}</div>"


def parliament(**keys: str) -> dict[str, Any]:
    """Riksdagen's JSON; ``text`` or ``html`` is the form of the act in it."""
    document = {
        "dok_id": "sfs-2019-310",
        "rm": "2019",
        "beteckning": "2019:310",
        "typ": "sfs",
        "subtyp": "sfst",
        "organ": "Socialdepartementet",
        "datum": "2019-05-22 00:00:00",
        "titel": "Lag (2019:310) om lekparker",
        "undertitel": "Ändrad: t.o.m. SFS 2026:99",
        "status": "",
        "text": parliament_text(),
        "html": None,
        **keys,
    }
    return {"dokumentstatus": {"dokument": document, "dokuppgift": {"uppgift": []}}}


def spell(answer: object) -> str:
    """An answer as it comes over the net."""
    return json.dumps(answer, ensure_ascii=False)
