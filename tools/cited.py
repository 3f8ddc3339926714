"""``python -m tools.cited FOLDER…``: which sections of law letters cite, and which of them have no plain sentence.

A section counts once a letter.  Acts that aren't in force are left out, for nobody should cite them, and so are
sections that the register knows not to be there.  Of the ``--most`` cited, those are listed that
``laws/data/plain.tsv`` lacks.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from klarsprak import readers
from klarsprak.laws import load_register
from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.changes import Place
from klarsprak.laws.describe_changes import spell_place
from klarsprak.laws.plain import sections
from klarsprak.laws.register import Register
from klarsprak.laws.uses import places_in
from klarsprak.letter import Letter, Role
from klarsprak.prose.letter_date import letter_date

MOST = 500


def cited(letters: Sequence[Letter], register: Register) -> Counter[Place]:
    """How many of the letters cite each section of an act in force."""
    counts: Counter[Place] = Counter()
    for letter in letters:
        texts = [block.text.replace("\u00a0", " ") for block in letter.blocks if block.role is not Role.QUOTED]
        places = places_in(texts, register, partial(letter_date, letter))
        counts.update({single for place in places for single in _singles(place) if _is_there(single, register)})
    return counts


def _singles(place: Place) -> Iterator[Place]:
    """The sections of a place: the two ends of a range, none of an act or a chapter."""
    for section in dict.fromkeys(place.section.split("–")):
        if section:
            yield place._replace(section=section)


def _is_there(place: Place, register: Register) -> bool:
    """Whether the act is in force and may have the section; the register doesn't know the sections of all."""
    act = register.get(place.sfs)
    if act is None or not act.in_force:
        return False
    chapters = register.chapters.get(place.sfs)
    if not chapters or act.is_eu:
        return True
    last = chapters.get(place.chapter or NO_CHAPTERS)
    number = _NUMBER.match(place.section)
    return last is not None and (last == 0 or number is None or int(number[0]) <= last)


_NUMBER = re.compile(r"\d+")


def lacking(counts: Counter[Place], most: int) -> list[tuple[Place, int]]:
    """Those of the most cited sections that have no plain sentence, not even for one of their points."""
    known = {(key.sfs, key.chapter, key.section) for key in sections()}
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most]
    return [(place, letters) for place, letters in ranked if tuple(place) not in known]


def _letters(folders: Sequence[str]) -> Iterator[Letter]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix.lower() in readers.SUFFIXES:
                yield from (letter for letter in readers.read_file(path) if isinstance(letter, Letter))


def main() -> None:
    """Print how many are cited and have a sentence, and those that lack one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--most", type=int, default=MOST)
    options = parser.parse_args()
    register = load_register(None)
    letters = list(_letters(options.folders))
    counts = cited(letters, register)
    without = lacking(counts, options.most)
    among = min(len(counts), options.most)
    print(f"{len(letters)} letters cite {len(counts)} sections.")
    print(f"{among - len(without)} of the {among} most cited have a sentence; these have none:")
    for place, number in without:
        act = register.get(place.sfs)
        name = act.full_name if act is not None else place.sfs
        print(f"{number:4}  {spell_place(place, is_eu='/' in place.sfs)} {name}")


if __name__ == "__main__":
    main()
