"""What is asked of packs besides that they load and that their examples hold: each lint is a function of the packs.

A lint yields a line for each fault: file, line, what is wrong, what to do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from klarsprak.authoring.examples import Marked, as_text, parse
from klarsprak.checker import Checker
from klarsprak.files.yaml import Location, error_at, read_mapping, read_text
from klarsprak.finding import Finding
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation import AbbreviationRule
from klarsprak.kinds.pattern import PatternRule
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
_WORDING = frozenset({"kanslisvenska", "forkortning", "fackord"})
"""Categories that are about which words to use.

What the others say (the passive, the tone, the address) is as true of the sentence as it was.
"""
MOST_UNLIKE = 2
"""So many phrases without a word in common may share a message: *av ringa omfattning*, *i ringa mån*."""
_STEM = re.compile(r"\b[a-zåäö]{5}")
"""The beginning of a word that is long enough to carry a meaning: *grund* of *grundar*, nothing of *till*."""
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


class _FlaggedExample(NamedTuple):
    """An example of what must be flagged, and where it stands."""

    place: _Place
    number: int
    """Its number among the examples of the rule."""
    text: str

    def fault(self, message: str) -> str:
        """The message at the example, with file, line and column."""
        return self.place.fault(["examples", self.number, "flag"], message)


def _places(packs: Sequence[Pack]) -> Iterator[_Place]:
    """Each rule of the packs, in order."""
    for path, _, rules in packs:
        for number, rule in enumerate(rules):
            yield _Place(path, number, rule)


def _flagged_examples(packs: Sequence[Pack]) -> Iterator[_FlaggedExample]:
    """The examples of each rule that must be flagged, in order."""
    for place in _places(packs):
        for number, example in enumerate(place.rule.examples):
            if example.flag is not None:
                yield _FlaggedExample(place, number, example.flag)


def long_lines(packs: Sequence[Pack]) -> Iterator[str]:
    """Lines that nobody can read without scrolling."""
    for pack in packs:
        for number, line in enumerate(read_text(pack.path).splitlines(), 1):
            if len(line) > LONGEST_LINE:
                place = f"{pack.path}:{number}:{LONGEST_LINE + 1}"
                yield (
                    f"{place}: raden har {len(line)} tecken. Fortsätt på nästa rad efter högst {LONGEST_LINE}, eller "
                    "gör en ordlista under sets."
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
    """Two rules that answer to the same name.

    A name of old counts too: *erhålla* as an alias in one pack can't be the id of a rule in another.
    """
    taken: dict[str, Path] = {}
    for place in _places(packs):
        for name in (place.rule.name, *place.rule.aliases):
            if name in taken:
                yield place.fault(["id"], f"”{name}” finns redan i {taken[name]}. Ge den ena regeln ett annat id.")
            taken.setdefault(name, place.path)


def words_repeated(packs: Sequence[Pack]) -> Iterator[str]:
    """Words of two rules that no condition tells apart: the reader would be told twice, or by chance by one."""
    for word, places in _unconditional_holders(packs).items():
        for first, second in combinations(places, 2):
            yield second.fault(
                [],
                f"”{word}” står också i regeln {first.rule.name}. Ta bort ordet ur den ena regeln, eller skilj "
                "dem åt med when och unless.",
            )


def _unconditional_holders(packs: Sequence[Pack]) -> dict[str, list[_Place]]:
    """For each word the rules that flag it wherever it stands.

    A rule with *when* or *unless* leaves some places to others, and what these conditions say isn't looked at.
    """
    holders: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in _places(packs):
        # A word is listed first by whichever rule has it, so that faults come in the order of the packs.
        unconditional = [] if place.rule.when or place.rule.unless else [place]
        for word in _distinct_words(place.rule):
            holders[word] += unconditional
    return holders


def _distinct_words(rule: Rule) -> Iterable[str]:
    """The rule's words, each once; of an abbreviation capitals matter, *SoF* is not *SOF*."""
    if isinstance(rule, AbbreviationRule):
        return dict.fromkeys(rule.listed_words)
    return dict.fromkeys(map(str.lower, rule.listed_words))


def stock_frames(packs: Sequence[Pack]) -> Iterator[str]:
    """One sentence around many words: *Det står … i ditt beslut* shows nobody how the word is used."""
    by_frame: defaultdict[str, list[_FlaggedExample]] = defaultdict(list)
    for example in _flagged_examples(packs):
        by_frame[_frame(example.text)].append(example)
    by_frame.pop("", None)

    for frame, examples in by_frame.items():
        if len(examples) > MOST_IN_ONE_FRAME:
            yield examples[MOST_IN_ONE_FRAME].fault(
                f"”{frame}” står i {len(examples)} exempel, runt olika ord. Skriv en egen mening för varje ord, så "
                "som den kan stå i ett brev."
            )


def _frame(example: str) -> str:
    """The example without its marked words; empty where too little is left to be a frame.

    *Det står [vite] i ditt beslut.* has the frame *Det står … i ditt beslut.*
    """
    frame = _MARKED.sub("…", example.strip())
    words = [word for word in frame.split() if word.strip(".,:") != "…"]
    is_frame = "…" in frame and len(words) >= _LEAST_WORDS_OF_FRAME
    return frame if is_frame else ""


def having_missed(packs: Sequence[Pack]) -> Iterator[str]:
    """Examples that must be flagged but hold none of the texts without which the rule's expressions aren't tried."""
    for example in _flagged_examples(packs):
        text = as_text(parse(example.text).letter.blocks)
        if text and not _having(example.place.rule).stands_in(text, text.lower()):
            yield example.fault(
                "exemplet har ingen av texterna i having, och därför prövas inte regeln. Lägg till en där."
            )


def _having(rule: Rule) -> Having:
    """The texts of which a letter must hold one for the rule to be tried; most rules ask for none."""
    return Having(rule.having if isinstance(rule, RegexRule) else ())


def sets_unused(packs: Sequence[Pack]) -> Iterator[str]:
    """Named sets that no pattern of the pack calls."""
    for path, _, _ in packs:
        used = set(_SET_USED.findall(read_text(path)))
        for name in read_mapping(path).get("sets", {}):
            if name not in used:
                message = f"ingen regel använder ordlistan ”{name}”. Skriv @{name} i ett mönster, eller ta bort den."
                yield str(error_at(path, ["sets", name], message, key=True))


def suggestions_flagged(packs: Sequence[Pack]) -> Iterator[str]:
    """Suggestions that the packs flag where they are put in: the writer would be told to mend what was just mended.

    *göra en besiktning av* was *besiktiga*, which is jargon.
    """
    checker = Checker(rules=[place.rule for place in _places(packs) if place.rule.category in _WORDING])
    for example in _flagged_examples(packs):
        if _replaces(example.place.rule):
            for suggestion, finding in _flagged_again(example, checker):
                yield example.fault(
                    f"”{suggestion}” flaggas i sin tur av {finding.rule} (”{finding.text}”). Föreslå något annat, "
                    "eller inget alls."
                )


def _replaces(rule: Rule) -> bool:
    """Whether the rule is about which word to use, and has another to offer."""
    return rule.category in _WORDING and (isinstance(rule, AbbreviationRule) or bool(rule.replacements))


def _flagged_again(example: _FlaggedExample, checker: Checker) -> Iterator[tuple[str, Finding]]:
    """Each suggestion that the example's rule makes, with what is found at it once it stands in the sentence.

    An abbreviation that is written out is often a term, and to explain that is the writer's next step.
    """
    marked = parse(example.text)
    is_abbreviation = isinstance(example.place.rule, AbbreviationRule)
    for found in checker.check(marked.letter).findings:
        if found.rule != example.place.rule.name or found.place is None:
            continue
        for suggestion in found.suggestions:
            for again in _found_in(suggestion, found, parse(example.text), checker):
                if not (is_abbreviation and again.category == "fackord"):
                    yield suggestion, again


def _found_in(suggestion: str, found: Finding, marked: Marked, checker: Checker) -> Iterator[Finding]:
    """What is found at the suggestion when it stands in place of the words."""
    place = found.place
    if place is None:
        return
    block = marked.letter.blocks[place.block]
    block.text = block.text[: place.start] + suggestion + block.text[place.end :]
    end = place.start + len(suggestion)
    for again in checker.check(marked.letter).findings:
        where = again.place
        if where is not None and where.block == place.block and where.start < end and where.end > place.start:
            yield again


def phrases_unlike(packs: Sequence[Pack]) -> Iterator[str]:
    """Patterns of one rule that have no word in common: its message can't say what to write instead of each.

    *är att anse* and *i strid mot* were told to be *är*, *bryter mot* or *köra*.
    """
    for place in _places(packs):
        if place.rule.category in _WORDING and isinstance(place.rule, PatternRule):
            unlike = _unlike(place.rule.pattern)
            if len(unlike) > MOST_UNLIKE:
                yield place.fault(
                    ["pattern"],
                    f"{len(unlike)} uttryck som inte har något ord gemensamt delar ett meddelande. Ge dem egna "
                    "regler, så att meddelandet säger vad man ska skriva i stället för just det uttrycket.",
                )


def _unlike(patterns: Iterable[str]) -> list[set[str]]:
    """The patterns, those that share a word taken together; each as the beginnings of its words."""
    groups: list[set[str]] = []
    for pattern in patterns:
        group = set(_STEM.findall(pattern.lower()))
        alike = [other for other in groups if other & group]
        groups = [other for other in groups if not other & group]
        groups.append(group.union(*alike))
    return groups


LINTS: Sequence[Lint] = (
    long_lines,
    names_with_numbers,
    names_taken,
    words_repeated,
    stock_frames,
    having_missed,
    sets_unused,
    suggestions_flagged,
    phrases_unlike,
)
