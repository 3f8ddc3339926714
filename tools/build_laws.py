"""Build the register of acts that ships with klarsprak from a folder of tab-separated facts.

    python -m tools.build_laws FOLDER NEWER

reads ``lagar.tsv``, ``sfs-register.tsv`` and ``sfs-sections.tsv`` in the folder, and of newer law the folder with
``acts-*.tsv`` (whether acts were in force on a later day), ``section-numbers-*.tsv`` (the numbers of their sections)
and ``*.json.gz`` (acts as the government's database of law answers with them).  It writes ``acts.tsv``,
``register.tsv.gz`` and ``chapters.tsv`` in ``klarsprak/laws/data``.  The hand-kept files there (``names.tsv``,
``former.tsv``, ``known-chapters.tsv``, ``plain.tsv``) are left alone.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.statute_text import read_chapters
from klarsprak.laws.titles import as_name, last_section
from tools.law_successors import takes_over

DATA = Path(__file__).parent.parent / "klarsprak" / "laws" / "data"
REGISTER_DATE = "2025-09-01"
NEWER_DATE = "2026-04-25"
"""The day whose law the newer facts show."""

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


def write_register(acts: dict[str, dict[str, str]], newer: list[dict[str, str]]) -> None:
    """For every act: number, definite name, ``u`` where it is repealed, since when, and the acts that follow it.

    See ``klarsprak.laws.shipped.read_titles``.
    """
    lines = [f"# {REGISTER_DATE}"]
    whole = (act for act in acts.values() if not act["title"].endswith(" om"))  # others are cut short in the facts
    lines += [row_of(act, acts) for act in whole]
    lines += [newer_row(act) for act in newer if act["sfs"] not in acts]
    with (DATA / "register.tsv.gz").open("wb") as file:  # no time stamp: the same facts give the same bytes
        file.write(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def row_of(act: dict[str, str], acts: dict[str, dict[str, str]]) -> str:
    """The act as the register that ships has it; a repealed one with the act that repealed it."""
    name = as_name(clean(act["title"]))
    if act["status"] != "upphävd":
        return "\t".join([act["sfs"], name, "", "", "", "", ""])
    by = act["repealed_by"]
    successor = by if by in acts and takes_over(act["title"], acts[by]["title"]) else ""
    since = REPEALED_FROM.get(act["sfs"]) or act["repealed_from"]
    return "\t".join([act["sfs"], name, "u", since, "", by, successor])


def newer_row(act: dict[str, str]) -> str:
    """An act of which only the newer facts tell; since when it is repealed they don't."""
    name = as_name(clean(act["title"].rstrip(";")))
    is_repealed = act["status_2026_04"] == "repealed"
    status, gone_by = ("u", NEWER_DATE) if is_repealed else ("", "")
    return "\t".join([act["sfs"], name, status, "", gone_by, "", ""])


def trusted_last(sections: str) -> int:
    """The last number of a row of sections, or 0 where the row is not to be trusted."""
    numbers = [int(re.sub(r"\D", "", section)) for section in sections.split()]
    return last_section(numbers, COMPLETE) if numbers == sorted(numbers) else 0


def write_chapters(rows: list[dict[str, str]], newer: dict[str, set[int]], texts: dict[str, dict[str, int]]) -> None:
    """For each act the last section of its chapters (``chapter:last``; an act without chapters is ``-:last``).

    ``newer`` holds the sections that newer facts know of acts, their chapters left out, ``texts`` the chapters of the
    acts whose newer text is there.
    """
    acts: dict[str, dict[str, int]] = defaultdict(dict)
    sections: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        sfs, chapter = row["sfs"], row["chapter"] or NO_CHAPTERS
        trusted = chapter not in REWRITTEN.get(sfs, set())
        acts[sfs][chapter] = trusted_last(row["sections"]) if trusted else 0
        sections[sfs] |= numbers_in(row["sections"])
    known = {sfs: chapters for sfs, chapters in acts.items() if is_certain(chapters)}
    for sfs in known.keys() & newer.keys() - REWRITTEN.keys():
        known[sfs] = as_far_as_sure(known[sfs], newer[sfs], sections[sfs])
    lines = [f"{sfs}\t{spell_chapters(chapters)}" for sfs, chapters in (known | texts).items()]
    (DATA / "chapters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_far_as_sure(chapters: dict[str, int], newer: set[int], older: set[int]) -> dict[str, int]:
    """The chapters, none of whose lengths is sure where the newer facts know of sections that the older don't.

    They don't tell in which chapter those stand.  Of an act without chapters the higher number counts.
    """
    if newer <= older:
        return chapters
    if NO_CHAPTERS in chapters:
        return {NO_CHAPTERS: max(newer | older)}
    return dict.fromkeys(chapters, 0)


def numbers_in(sections: str) -> set[int]:
    """The numbers of sections: *1 2 2a* → 1, 2."""
    return {int(number) for number in re.findall(r"\d+", sections)}


def is_certain(chapters: dict[str, int]) -> bool:
    """Whether the act is known to have chapters, or to have none."""
    if NO_CHAPTERS not in chapters:
        return True
    return len(chapters) == 1 and chapters[NO_CHAPTERS] > 0


def spell_chapters(chapters: dict[str, int]) -> str:
    """*1:12 2:9*, or *-:49* for an act without chapters."""
    return " ".join(f"{chapter}:{last}" for chapter, last in chapters.items())


def newer_sections(folder: Path) -> dict[str, set[int]]:
    """The sections of each act in the newer table, by the act's number."""
    (table,) = folder.glob("section-numbers-*.tsv")
    return {row["sfs"]: numbers_in(row["sections"]) for row in rows(folder, table.name)}


def texts_of_acts(folder: Path) -> dict[str, dict[str, int]]:
    """The chapters of each act in force whose text is in the folder, by the act's number.

    A line that only goes on from the one before, *11 kap. 1 § eller …*, begins no chapter: an empty line stands
    before one that does.
    """
    chapters = {}
    for path in sorted(folder.glob("*.json.gz")):
        act = json.loads(gzip.decompress(path.read_bytes()))
        number, text = act.get("beteckning"), (act.get("fulltext") or {}).get("forfattningstext") or ""
        if number is None or act["upphavdDateTime"] is not None:
            continue
        read = read_chapters(list(first_lines(text)))
        if len(read) > 1:
            chapters[number] = read
    return chapters


def first_lines(text: str) -> Iterator[str]:
    """The first line of each paragraph.

    A note of the day on which it begins or ceases to hold, */Träder i kraft I:2026-07-01/*, counts for none.
    """
    before = ""
    for line in text.splitlines():
        is_note = line.startswith("/")
        if line.strip() and not before.strip() and not is_note:
            yield line
        before = "" if is_note else line


def main() -> None:
    """Build all files from the folders named on the command line."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, newer = map(Path, sys.argv[1:])
    register = {row["sfs"]: row for row in rows(folder, "sfs-register.tsv")}
    (acts,) = newer.glob("acts-*.tsv")
    write_acts(rows(folder, "lagar.tsv"), register)
    write_register(register, rows(newer, acts.name))
    write_chapters(rows(folder, "sfs-sections.tsv"), newer_sections(newer), texts_of_acts(newer))


if __name__ == "__main__":
    main()
