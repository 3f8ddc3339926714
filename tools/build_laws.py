"""Build the register of acts that ships with klarsprak from a folder of tab-separated facts.

    python tools/build_laws.py FOLDER

reads ``lagar.tsv``, ``sfs-register.tsv`` and ``sfs-sections.tsv`` in the folder and writes ``acts.tsv``,
``register.tsv.gz`` and ``chapters.tsv`` in ``klarsprak/laws/data``.  The hand-kept files there (``names.tsv``,
``former.tsv``, ``known-chapters.tsv``, ``plain.tsv``) are left alone.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

from klarsprak.laws.titles import as_name, last_section

DATA = Path(__file__).parent.parent / "klarsprak" / "laws" / "data"
REGISTER_DATE = "2025-09-01"

# Since when the act no longer applies, where the facts lack the day or give another day than the one that counts
# for a letter (the school act of 2010 was applied from July 2011).
REPEALED_FROM = {
    "1970:244": "2007-01-01",
    "1970:428": "2011-04-01",
    "1971:511": "2006-07-01",
    "1977:179": "1992-01-01",
    "1980:100": "2009-06-30",
    "1980:620": "2002-01-01",
    "1982:763": "2017-04-01",
    "1985:1100": "2011-07-01",
    "1986:1102": "2004-01-01",
    "1988:534": "2019-04-01",
    "1990:932": "2022-09-01",
    "1992:1528": "2008-01-01",
    "1993:389": "2011-01-01",
    "1993:581": "2019-07-01",
    "1994:1000": "2019-01-01",
    "1994:1194": "2011-07-01",
    "1996:1596": "2014-01-01",
    "1997:614": "2019-01-01",
    "1998:204": "2018-05-25",
    "2010:566": "2022-08-01",
    "95/46/EG": "2018-05-25",
    "98/83/EG": "2023-01-13",
    "2004/18/EG": "2016-04-18",
    "(EG) nr 882/2004": "2019-12-14",
    "(EU) nr 1407/2013": "2024-01-01",
    "(EU) nr 517/2014": "2024-03-11",
    "(EU) 2016/1148": "2024-10-18",
}
# Labels of the facts that letters use for something else.
NO_SHORT_FORMS = {"BAB 1992", "NIS", "Livsmedelslagstiftningen", "SDG", "RES", "MSA", "WAD", "EAA"}
# Acts rewritten after the date of the register: what it says of their chapters no longer holds.
REWRITTEN = {"2010:900": {"8", "9", "10"}}
# A row with fewer sections than this share of its last number was not parsed well enough to prove anything.
COMPLETE = 0.75


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header line."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def clean(name: str) -> str:
    """The act's name without what was added to tell it from its namesakes."""
    name = re.sub(r"\s*\((?:den gamla|från \d{4})\)|\s*\(\d{4}:[^)]*\)", "", name)
    name = re.sub(r"^(EU:s \S.*?) från \d{4}$", r"\1", name)
    return re.sub(r",? m\.\s?m\.$", "", name).strip()


def write_acts(laws: list[dict[str, str]], register: dict[str, dict[str, str]]) -> None:
    """The acts that municipal letters cite, with what they are about."""
    lines = ["sfs\tshort\tname\tsuccessor\trepealed\teveryday\tcovers"]
    for law in laws:
        sfs = law["sfs"]
        repealed = ""
        if law["status"] == "upphävd":
            repealed = REPEALED_FROM.get(sfs) or register[sfs]["repealed_from"]
        short = "" if law["short"] in NO_SHORT_FORMS else re.sub(r"\s\d{4}$", "", law["short"])
        lines.append(
            "\t".join(
                [sfs, short, clean(law["name"]), law["replaced_by"], repealed, law["everyday"], law["what_it_covers"]]
            )
        )
    (DATA / "acts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_register(acts: dict[str, dict[str, str]]) -> None:
    """Number, definite name, the act that repealed it and since when, for every act of the register."""
    lines = [f"# {REGISTER_DATE}"]
    for sfs, act in acts.items():
        if act["title"].endswith(" om"):
            continue  # cut short in the facts
        repealed = act["status"] == "upphävd"
        by = act["repealed_by"] if repealed else ""
        since = REPEALED_FROM.get(sfs) or act["repealed_from"] if repealed else ""
        lines.append("\t".join([sfs, as_name(clean(act["title"])), "u" if repealed else "", by, since]))
    with (DATA / "register.tsv.gz").open("wb") as file:  # no time stamp: the same facts give the same bytes
        file.write(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def trusted_last(sections: str) -> int:
    """The last number of a row of sections, or 0 where the row is not to be trusted."""
    numbers = [int(re.sub(r"\D", "", section)) for section in sections.split()]
    return last_section(numbers, COMPLETE) if numbers == sorted(numbers) else 0


def write_chapters(rows: list[dict[str, str]]) -> None:
    """For each act the last section of its chapters (``chapter:last``; an act without chapters is ``-:last``)."""
    acts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        chapter = row["chapter"] or "-"
        trusted = chapter not in REWRITTEN.get(row["sfs"], set())
        acts[row["sfs"]][chapter] = trusted_last(row["sections"]) if trusted else 0
    lines = []
    for sfs, chapters in acts.items():
        if "-" in chapters and (len(chapters) > 1 or not chapters["-"]):
            continue
        lines.append(f"{sfs}\t" + " ".join(f"{chapter}:{last}" for chapter, last in chapters.items()))
    (DATA / "chapters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Build all files from the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    register = {row["sfs"]: row for row in rows(folder, "sfs-register.tsv")}
    write_acts(rows(folder, "lagar.tsv"), register)
    write_register(register)
    write_chapters(rows(folder, "sfs-sections.tsv"))


if __name__ == "__main__":
    main()
