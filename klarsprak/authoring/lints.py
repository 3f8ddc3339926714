"""What is asked of packs besides that they load and that their examples hold: each lint is a function of the packs.

A lint yields a line for each fault: file, line, what is wrong, what to do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from klarsprak.authoring.examples import as_text, parse
from klarsprak.authoring.places import FlaggedExample, Place, flagged_examples, places_of
from klarsprak.authoring.wording import phrases_unlike, suggestions_flagged
from klarsprak.config.model import Config
from klarsprak.files.places import error_at
from klarsprak.files.yaml import read_mapping, read_text
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.regex import RegexRule
from klarsprak.matching.expressions import Having
from klarsprak.rulebook.packs import Pack, all_rules
from klarsprak.rulebook.taken_files import taken_by

Lint = Callable[[Sequence[Pack]], Iterator[str]]

LONGEST_LINE = 120
MOST_IN_ONE_FRAME = 4
"""In so many examples the same sentence may stand around different words."""
_LEAST_WORDS_OF_FRAME = 4
"""*Du får ett …* is no frame: any letter says so."""
_MARKED = re.compile(r"\[(?!\[)[^\]]*\](?!\])")
_ENDS_IN_NUMBER = re.compile(r"\d$")


def faults(packs: Sequence[Pack]) -> Iterator[str]:
    """The faults that all lints find, lint by lint."""
    for lint in LINTS:
        yield from lint(packs)


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
    for place in places_of(packs):
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
    for place in places_of(packs):
        for name in (place.rule.name, *place.rule.aliases):
            if name in taken:
                yield place.fault(["id"], f"”{name}” finns redan i {taken[name]}. Ge den ena regeln ett annat id.")
            taken.setdefault(name, place.path)


def rules_unknown(packs: Sequence[Pack]) -> Iterator[str]:
    """Rules that one gives way to and that are nowhere, neither here nor among those that ship."""
    giving_way = [place for place in places_of(packs) if place.rule.unless_told or place.rule.unless_told_within]
    if not giving_way:
        return
    known = {rule.name for rule in [*all_rules(Config()), *(place.rule for place in places_of(packs))]}
    for place in giving_way:
        named = {"unless_told": place.rule.unless_told, "unless_told_within": place.rule.unless_told_within}
        for key, name in ((key, name) for key, names in named.items() for name in names):
            if name not in known:
                yield place.fault([key], f"det finns ingen regel ”{name}”. Skriv paket.id.")


def words_repeated(packs: Sequence[Pack]) -> Iterator[str]:
    """Words of two rules that no condition tells apart: the reader would be told twice, or by chance by one."""
    for word, places in _unconditional_holders(packs).items():
        for first, second in combinations(places, 2):
            yield second.fault(
                [],
                f"”{word}” står också i regeln {first.rule.name}. Ta bort ordet ur den ena regeln, eller skilj "
                "dem åt med when och unless.",
            )


def _unconditional_holders(packs: Sequence[Pack]) -> dict[str, list[Place]]:
    """For each word the rules that flag it wherever it stands.

    A rule with *when* or *unless* leaves some places to others, and what these conditions say isn't looked at.
    """
    holders: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places_of(packs):
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
    by_frame: defaultdict[str, list[FlaggedExample]] = defaultdict(list)
    for example in flagged_examples(packs):
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
    """Examples that must be flagged but hold none of the texts or shapes without which the rule isn't tried."""
    for example in flagged_examples(packs):
        text = as_text(parse(example.text).letter.blocks)
        if text and not _having(example.place.rule).stands_in(text, text.lower()):
            yield example.fault(
                "exemplet har ingen av texterna i having eller shape. Därför prövas inte regeln. Lägg till en där."
            )


def _having(rule: Rule) -> Having:
    """The texts and shapes of which a letter must hold one for the rule to be tried; most rules ask for none."""
    return Having(rule.having, rule.shape) if isinstance(rule, RegexRule) else Having(())


def sets_unused(packs: Sequence[Pack]) -> Iterator[str]:
    """Named sets, and lists of patterns, that no pattern of the pack calls, nor one of a pack that takes them."""
    texts = _texts_calling(packs)
    for pack in packs:
        # Whoever tests a file without rules alone shows no pack that takes from it.
        if not pack.rules and len(texts[pack.path]) == 1:
            continue
        keys, text = read_mapping(pack.path), "\n".join(texts[pack.path])
        for key, sort, sign in (("sets", "ordlistan", "@"), ("patterns", "mönsterlistan", "$")):
            used = set(re.findall(rf"{re.escape(sign)}([\w-]+)", text))
            for name in keys.get(key, {}):
                if name not in used:
                    todo = f"Skriv {sign}{name} i ett mönster, eller ta bort den."
                    what = f"ingen regel använder {sort} ”{name}”. {todo}"
                    yield str(error_at(pack.path, [key, name], what, key=True))


def _texts_calling(packs: Sequence[Pack]) -> defaultdict[Path, list[str]]:
    """The texts of the files that may call what a file names: its own, and those that take from it."""
    texts: defaultdict[Path, list[str]] = defaultdict(list)
    for pack in packs:
        text = read_text(pack.path)
        for path in taken_by(pack.path):
            texts[path].append(text)
    return texts


LINTS: Sequence[Lint] = (
    long_lines,
    names_with_numbers,
    names_taken,
    rules_unknown,
    words_repeated,
    stock_frames,
    having_missed,
    sets_unused,
    suggestions_flagged,
    phrases_unlike,
)
