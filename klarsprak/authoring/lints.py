"""What is asked of packs besides that they load and that their examples hold: each lint is a function of the packs.

A lint yields a line for each fault: file, line, what is wrong, what to do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from klarsprak.authoring.examples import parse
from klarsprak.files.yaml import Location, error_at, read_mapping, read_text
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation import AbbreviationRule
from klarsprak.kinds.regex import RegexRule
from klarsprak.matching.expressions import Having
from klarsprak.rulebook.packs import Pack

Lint = Callable[[Sequence[Pack]], Iterator[str]]

LONGEST_LINE = 120
MOST_IN_ONE_FRAME = 4
"""In so many examples the same sentence may stand around different words."""
_LEAST_WORDS_OF_FRAME = 4
"""*Du får ett …* is no frame: any letter says so."""
_MARKED = re.compile(r"\[(?!\[)[^\]]*\](?!\])")
_ENDS_IN_NUMBER = re.compile(r"\d$")
_SET_USED = re.compile(r"@([\w-]+)")


def faults(packs: Sequence[Pack]) -> Iterator[str]:
    """The faults that all lints find, lint by lint."""
    for lint in LINTS:
        yield from lint(packs)


class _Place(NamedTuple):
    """A rule, and where it stands."""

    path: Path
    number: int
    """Its number in the pack."""
    rule: Rule

    def fault(self, within: Location, message: str) -> str:
        """The message at the place, with file, line and column; ``within`` leads on from the rule."""
        return str(error_at(self.path, ["rules", self.number, *within], message))


def _places(packs: Sequence[Pack]) -> Iterator[_Place]:
    return (_Place(path, number, rule) for path, _, rules in packs for number, rule in enumerate(rules))


def long_lines(packs: Sequence[Pack]) -> Iterator[str]:
    """Lines that nobody can read without scrolling."""
    for path, _, _ in packs:
        for number, line in enumerate(read_text(path).splitlines(), 1):
            if len(line) > LONGEST_LINE:
                yield (
                    f"{path}:{number}:{LONGEST_LINE + 1}: raden har {len(line)} tecken. Fortsätt på nästa rad efter "
                    f"högst {LONGEST_LINE}, eller gör en ordlista under sets."
                )


def names_with_numbers(packs: Sequence[Pack]) -> Iterator[str]:
    """``gc-väg-2`` says nothing of what sets the rule apart from ``gc-väg``."""
    for place in _places(packs):
        if _ENDS_IN_NUMBER.search(place.rule.id):
            yield place.fault(
                ["id"],
                f"”{place.rule.id}” slutar med en siffra. Ge regeln ett namn som säger vad den hittar, och skriv det "
                "gamla under aliases.",
            )


def names_taken(packs: Sequence[Pack]) -> Iterator[str]:
    """Two rules that answer to the same name."""
    taken: dict[str, Path] = {}
    for place in _places(packs):
        for name in (place.rule.name, *place.rule.aliases):
            if name in taken:
                yield place.fault(["id"], f"”{name}” finns redan i {taken[name]}. Ge den ena regeln ett annat id.")
            taken.setdefault(name, place.path)


def words_repeated(packs: Sequence[Pack]) -> Iterator[str]:
    """Words of two rules that no condition tells apart: the reader would be told twice, or by chance by one."""
    holders: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in _places(packs):
        for word in dict.fromkeys(_words(place.rule)):
            holders[word].append(place)
    for word, places in holders.items():
        for first, second in combinations(places, 2):
            if not (_is_conditional(first.rule) or _is_conditional(second.rule)):
                yield second.fault(
                    [],
                    f"”{word}” står också i regeln {first.rule.name}. Ta bort ordet ur den ena regeln, eller skilj "
                    "dem åt med when och unless.",
                )


def _words(rule: Rule) -> Iterator[str]:
    """The rule's words; of an abbreviation capitals matter, *SoF* is not *SOF*."""
    for word in rule.listed_words:
        yield word if isinstance(rule, AbbreviationRule) else word.lower()


def _is_conditional(rule: Rule) -> bool:
    return bool(rule.when or rule.unless)


def stock_frames(packs: Sequence[Pack]) -> Iterator[str]:
    """One sentence around many words: *Det står … i ditt beslut* shows nobody how the word is used."""
    uses: defaultdict[str, list[tuple[_Place, Location]]] = defaultdict(list)
    for place in _places(packs):
        for number, example in enumerate(place.rule.examples):
            uses[_frame(example.flag or "")].append((place, ["examples", number, "flag"]))
    uses.pop("", None)
    for frame, found in uses.items():
        if len(found) > MOST_IN_ONE_FRAME:
            place, within = found[MOST_IN_ONE_FRAME]
            yield place.fault(
                within,
                f"”{frame}” står i {len(found)} exempel, runt olika ord. Skriv en egen mening för varje ord, så som "
                "den kan stå i ett brev.",
            )


def _frame(example: str) -> str:
    """The example without its marked words; empty where too little is left to be a frame."""
    frame = _MARKED.sub("…", example.strip())
    words = [word for word in frame.split() if word.strip(".,:") != "…"]
    return frame if "…" in frame and len(words) >= _LEAST_WORDS_OF_FRAME else ""


def having_missed(packs: Sequence[Pack]) -> Iterator[str]:
    """Examples that must be flagged but hold none of the texts without which the rule's expressions aren't tried."""
    for place in _places(packs):
        having = Having(place.rule.having if isinstance(place.rule, RegexRule) else ())
        for number, example in enumerate(place.rule.examples):
            text = "\n".join(block.text for block in parse(example.flag or "").letter.blocks)
            if text and not having.stands_in(text, text.lower()):
                yield place.fault(
                    ["examples", number, "flag"],
                    "exemplet har ingen av texterna i having, och därför prövas inte regeln. Lägg till en där.",
                )


def sets_unused(packs: Sequence[Pack]) -> Iterator[str]:
    """Named sets that no pattern of the pack calls."""
    for path, _, _ in packs:
        used = set(_SET_USED.findall(read_text(path)))
        for name in read_mapping(path).get("sets", {}):
            if name not in used:
                message = f"ingen regel använder ordlistan ”{name}”. Skriv @{name} i ett mönster, eller ta bort den."
                yield str(error_at(path, ["sets", name], message, key=True))


LINTS: Sequence[Lint] = (
    long_lines,
    names_with_numbers,
    names_taken,
    words_repeated,
    stock_frames,
    having_missed,
    sets_unused,
)
