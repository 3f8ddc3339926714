"""Build the register of acts that ships with klarsprak from a folder of tab-separated facts.

    python -m tools.build_laws FOLDER NEWER

reads ``lagar.tsv``, ``sfs-register.tsv`` and ``sfs-sections.tsv`` in the folder, and of newer law the folder with
``acts-DAY.tsv`` (whether acts were in force on a later day), ``section-numbers-DAY.tsv`` (the numbers of their
sections) and ``*.json.gz`` (acts as Regeringskansliet's database of law answers with them, which decide).  The newer
tables' name tells the year and month of their law, and the newest of several counts.  It writes ``acts.tsv``,
``register.tsv.gz``, ``chapters.tsv`` and ``wordings.tsv`` in ``klarsprak/laws/data``.  The hand-kept files there
(``names.tsv``, ``former.tsv``, ``known-chapters.tsv``, ``plain.tsv``, ``cases.tsv``) are left alone.  Read what has
changed with ``git diff`` and ``klarsprak laws diff`` before it is committed.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.sources import Statute
from klarsprak.laws.statutes import read_folder
from klarsprak.laws.takes_over import takes_over
from klarsprak.laws.titles import as_name, last_section

DATA = Path(__file__).parent.parent / "klarsprak" / "laws" / "data"
REGISTER_DATE = "2025-09-01"
"""The day whose law the older facts show."""
DAYS = {"acts-2026-04.tsv": "2026-04-25"}
"""The days whose law the newer tables show."""

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
    """The act's name without what was added to tell it from its namesakes, and without the source's marks."""
    name = re.sub(r"^/r1/\s*", "", name)
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


def write_register(
    older: dict[str, dict[str, str]], newer: dict[str, dict[str, str]], texts: dict[str, Statute], day: str
) -> None:
    """For every act: number, definite name, ``u`` where it is repealed, since when, and the acts that follow it.

    See ``klarsprak.laws.shipped.read_titles`` and, for the order, ``klarsprak.laws.title_rows``.
    """
    whole = {sfs: act for sfs, act in older.items() if not act["title"].endswith(" om")}  # others are cut short
    titles = {sfs: act["title"].rstrip(";") for sfs, act in (newer | whole).items()}
    names = {sfs: as_name(clean(title)) for sfs, title in titles.items()}
    lines = [f"# {day}"]
    for sfs, name in sorted(names.items(), key=lambda named: named[1].lower()):
        status = state_of(sfs, older, newer, texts, day)
        status[4:4] = [successor_of(sfs, status[3], titles) if status[0] == "u" else ""]
        lines.append("\t".join([sfs, name, *status]).rstrip("\t"))
    with (DATA / "register.tsv.gz").open("wb") as file:  # no time stamp: the same facts give the same bytes
        file.write(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def state_of(
    sfs: str,
    older: dict[str, dict[str, str]],
    newer: dict[str, dict[str, str]],
    texts: dict[str, Statute],
    day: str,
) -> list[str]:
    """``u`` of an act that is repealed, since when, by when, by which act; then the day where it isn't the newer's.

    The act's own text in the government's database decides.  Else the older and the newer facts must agree: of an act
    that one calls repealed and the other in force nothing is told, for which ``?`` stands.
    """
    then, now = older.get(sfs), newer.get(sfs)
    seen = REGISTER_DATE if now is None else ""
    since = REPEALED_FROM.get(sfs, "")
    if sfs in texts:
        act = texts[sfs].act
        since = since or (act.since.isoformat() if act.since else "")
        return ["u", since, "", act.repealed_by, ""] if act.repealed else ["", "", "", "", seen]
    was_repealed = then is not None and then["status"] == "upphävd"
    is_repealed = now is not None and now["status_2026_04"] == "repealed"
    if then is None:
        return ["u", "", day, "", ""] if is_repealed else [""] * 5
    if now is not None and was_repealed != is_repealed:
        return ["?", "", "", "", ""]
    if not was_repealed:
        return ["", "", "", "", seen]
    return ["u", since or then["repealed_from"], "", then["repealed_by"], seen]


def successor_of(sfs: str, by: str, titles: dict[str, str]) -> str:
    """The act that repealed it, where that is about the same thing; "" where it isn't, or isn't known."""
    return by if by in titles and takes_over(titles[sfs], titles[by]) else ""


def trusted_last(sections: str) -> int:
    """The last number of a row of sections, or 0 where the row is not to be trusted."""
    numbers = [int(re.sub(r"\D", "", section)) for section in sections.split()]
    return last_section(numbers, COMPLETE) if numbers == sorted(numbers) else 0


def write_chapters(rows: list[dict[str, str]], newer: dict[str, set[int]], texts: dict[str, Statute]) -> None:
    """For each act the last section of its chapters (``chapter:last``; an act without chapters is ``-:last``).

    ``newer`` holds the sections that newer facts know of acts, their chapters left out, ``texts`` the acts whose
    newer text is there.
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
    for sfs, statute in texts.items():
        if not statute.act.repealed and statute.act.chapters:
            known[sfs] = statute.act.chapters
    lines = [f"{sfs}\t{spell_chapters(chapters)}" for sfs, chapters in known.items()]
    (DATA / "chapters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_wordings(texts: dict[str, Statute]) -> None:
    """How the sections of the acts in force are worded whose text is there; see ``klarsprak.laws.wording``."""
    lines = ["sfs\tamended\tsections\tamendments"]
    for sfs, (act, wording) in texts.items():
        if not act.repealed:
            lines.append("\t".join((sfs, act.amended, *wording.spell())))
    (DATA / "wordings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


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


def newest(folder: Path, kind: str) -> Path:
    """The newest table of its kind: *acts-2026-04.tsv*."""
    tables = sorted(folder.glob(f"{kind}-*.tsv"))
    if not tables:
        sys.exit(f"{folder}: {kind}-*.tsv saknas.")
    return tables[-1]


def day_of(table: Path) -> str:
    """The day whose law a newer table shows: the first of the month in its name, where ``DAYS`` doesn't have it."""
    return DAYS.get(table.name) or f"{table.stem.partition('-')[2]}-01"


def by_number(rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """The rows by their act's number."""
    return {row["sfs"]: row for row in rows}


def main() -> None:
    """Build all files from the folders named on the command line."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, newer = map(Path, sys.argv[1:])
    table = newest(newer, "acts")
    day = day_of(table)
    texts, faults = read_folder(newer, date.fromisoformat(day))
    for fault in faults:
        print(fault, file=sys.stderr)
    register = by_number(rows(folder, "sfs-register.tsv"))
    write_acts(rows(folder, "lagar.tsv"), register)
    write_register(register, by_number(rows(newer, table.name)), texts, day)
    sections = {row["sfs"]: numbers_in(row["sections"]) for row in rows(newer, newest(newer, "section-numbers").name)}
    write_chapters(rows(folder, "sfs-sections.tsv"), sections, texts)
    write_wordings(texts)


if __name__ == "__main__":
    main()
