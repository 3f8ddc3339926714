"""Lints of what rules say: no suggestion is flagged itself, and a message speaks of the phrase that was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from klarsprak.authoring.examples import Marked, parse
from klarsprak.authoring.places import FlaggedExample, flagged_examples, places_of
from klarsprak.checker import Checker
from klarsprak.finding import Finding, Level
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.pattern import PatternRule
from klarsprak.rulebook.packs import Pack

_WORDING = frozenset({"kanslisvenska", "forkortning", "fackord"})
"""Categories that are about which words to use.

What the others say (the passive, the tone, the address) is as true of the sentence as it was.
"""
MOST_UNLIKE = 2
"""So many phrases without a word in common may share a message: *av ringa omfattning*, *i ringa mån*."""
_STEM = re.compile(r"\b[a-zåäö]{5}")
"""The beginning of a word that is long enough to carry a meaning: *grund* of *grundar*, nothing of *till*."""


def suggestions_flagged(packs: Sequence[Pack]) -> Iterator[str]:
    """Suggestions that the packs flag where they are put in: the writer would be told to mend what was just mended.

    *göra en besiktning av* was *besiktiga*, which is jargon.
    """
    about_words = [place.rule for place in places_of(packs) if place.rule.category in _WORDING]
    checker = Checker(rules=about_words, whole=False)
    for example in flagged_examples(packs):
        if _replaces(example.place.rule):
            for suggestion, finding in _flagged_again(example, checker):
                yield example.fault(
                    f"”{suggestion}” flaggas i sin tur av {finding.rule} (”{finding.text}”). Föreslå något annat, "
                    "eller inget alls."
                )


def _replaces(rule: Rule) -> bool:
    """Whether the rule is about which word to use, and has another to offer."""
    return rule.category in _WORDING and (isinstance(rule, AbbreviationRule) or bool(rule.replacements))


def _flagged_again(example: FlaggedExample, checker: Checker) -> Iterator[tuple[str, Finding]]:
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
    """What is found at the suggestion when it stands in place of the words.

    A hint on more than that was as true of the words that stood there: *för nyttjandet av*.
    """
    place = found.place
    if place is None:
        return
    block = marked.letter.blocks[place.block]
    block.text = block.text[: place.start] + suggestion + block.text[place.end :]
    end = place.start + len(suggestion)
    for again in checker.check(marked.letter).findings:
        where = again.place
        if where is None or where.block != place.block or where.start >= end or where.end <= place.start:
            continue
        if again.level > Level.INFO or (place.start <= where.start and where.end <= end):
            yield again


def phrases_unlike(packs: Sequence[Pack]) -> Iterator[str]:
    """Patterns of one rule that have no word in common: its message can't say what to write instead of each.

    *är att anse* and *i strid mot* were told to be *är*, *bryter mot* or *köra*.
    """
    for place in places_of(packs):
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
