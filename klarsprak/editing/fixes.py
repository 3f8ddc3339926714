"""Which findings are safe to put right by program, and what to write."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from klarsprak.finding import Finding, FindingPlace, Report
from klarsprak.language.abbreviations import LEADING
from klarsprak.language.grammar.faults import brings_faults
from klarsprak.letter import ReadError
from klarsprak.matching.taken import Taken

_SENTENCE_MAY_END = re.compile(r"\s[\W\d]*+[A-ZÅÄÖÉ]")


_MOST_IN_SENTENCE = 50
"""Words of a sentence that are put right by program.  More are no sentence, and each is analysed with all of it."""
_NEAR = 1000
"""So many signs around the words tell whether anything else is on their line."""


class OtherWayError(ReadError):
    """The document can't be changed in this way, but perhaps in the other: tracked or written in."""


class Fix(NamedTuple):
    """Words of a block, in code points, and what to write in their place."""

    block: int
    start: int
    end: int
    old: str
    """The words with white space folded, as in the finding."""
    new: str
    rule: str

    @property
    def keeps_letters(self) -> bool:
        """Whether nothing but signs, spaces and capitals change: *8§* and *8 §*, *3 Maj* and *3 maj*."""
        return _letters(self.old) == _letters(self.new)


def fixes(report: Report) -> list[Fix]:
    """What can be put right with nothing else changed, in the order of the text; no two overlap.

    Of those that would, the one for the gravest finding is kept, and of equals the longest.  None brings in a fault
    of grammar: the sentence is analysed anew with each of them, which takes some milliseconds a fix.
    """
    taken: defaultdict[int, Taken] = defaultdict(Taken)
    ranked = (fix for _, fix in sorted(_safe(report), key=_importance))
    kept = [fix for fix in ranked if taken[fix.block].take(fix.start, fix.end)]
    # What changes no letter can't bring in a fault, but it may part a sentence for the parser: *oss!!* and *oss!*.
    signs = [fix for fix in kept if fix.keeps_letters]
    words = [fix for fix in kept if not fix.keeps_letters]
    return sorted([*signs, *_grammatical(words, report)])


def _grammatical(candidates: list[Fix], report: Report) -> list[Fix]:
    """Those after which the sentence has no fault of grammar that it hadn't before, alone and all together.

    Where two of a sentence don't go together, *Eder skrivelse* with *Er* and *brev*, the first is kept.
    """
    by_sentence = _by_sentence(candidates, report)
    bearable = [[fix] for fixes in by_sentence.values() if len(fixes) <= _MOST_IN_SENTENCE for fix in fixes]
    by_sentence = _by_sentence((fix for (fix,) in _faultless(bearable, report)), report)
    # One by itself has just been tried; most sentences have but one, and each trial analyses two sentences.
    several = [fixes for fixes in by_sentence.values() if len(fixes) > 1]
    together = set(map(tuple, _faultless(several, report)))
    return [fix for fixes in by_sentence.values() for fix in (fixes if tuple(fixes) in together else fixes[:1])]


def _by_sentence(fixes: Iterable[Fix], report: Report) -> dict[tuple[int, int, int], list[Fix]]:
    """The fixes of each sentence."""
    by_sentence: dict[tuple[int, int, int], list[Fix]] = {}
    for fix in fixes:
        by_sentence.setdefault(sentence_of(fix, report), []).append(fix)
    return by_sentence


def _faultless(groups: Collection[list[Fix]], report: Report) -> list[list[Fix]]:
    """Of fixes that each stand in one sentence, those groups that bring in no fault."""
    pairs = [_before_and_after(fixes, report) for fixes in groups]
    found = zip(groups, brings_faults(pairs), strict=True)
    return [fixes for fixes, is_worse in found if not is_worse]


def sentence_of(fix: Fix, report: Report) -> tuple[int, int, int]:
    """The block's number, and where the sentence, or sentences, begin and end that the words stand in."""
    place = FindingPlace(fix.block, report.roles[fix.block], fix.start, fix.end)
    return fix.block, *report.around(place)


def _before_and_after(fixes: list[Fix], report: Report) -> tuple[str, str]:
    """The sentence of the fixes as it is and with all of them."""
    block, first, last = sentence_of(fixes[0], report)
    before = report.texts[block][first:last]
    return before, put_in(before, fixes, first)


def put_in(text: str, fixes: Iterable[Fix], first: int = 0) -> str:
    """A block's text, or what begins at its code point ``first``, with each fix in place of its words.

    >>> put_in("Du vet ej.", [Fix(0, 7, 9, "ej", "inte", "")]), put_in("ej.", [Fix(0, 7, 9, "ej", "inte", "")], 7)
    ('Du vet inte.', 'inte.')
    """
    parts, at = [], 0
    for fix in sorted(fixes):
        parts += [text[at : fix.start - first], fix.new]
        at = fix.end - first
    return "".join([*parts, text[at:]])


def _importance(pair: tuple[Finding, Fix]) -> tuple[int, int]:
    """What comes first: a higher level, then more words."""
    finding, fix = pair
    return -finding.level, fix.start - fix.end


def _safe(report: Report) -> Iterator[tuple[Finding, Fix]]:
    """The findings that can be put right one by one, and how."""
    for finding in report.findings:
        fix = _fix(finding, report)
        if fix is not None:
            yield finding, fix


def _fix(finding: Finding, report: Report) -> Fix | None:
    """The first suggestion in the place of the finding's words; None where that isn't safe."""
    fix = as_fix(finding)
    if fix is None or not finding.safe:
        return None
    return None if _loses_stop(fix, report.texts[fix.block]) else fix


def _loses_stop(fix: Fix, text: str) -> bool:
    """Whether an abbreviation would go that ends its sentence: *etc.*; what keeps its letters stays, as in *kl.9*."""
    if fix.keeps_letters:
        return False
    before, after = text[max(fix.start - _NEAR, 0) : fix.start], text[fix.end : fix.end + _NEAR]
    return is_stop_shared(fix.old, fix.new, after) or is_cut_off(before, fix.old, after)


def as_fix(finding: Finding) -> Fix | None:
    """The first suggestion in the place of the finding's words, safe or not; None where there is none to put in."""
    place = finding.place
    if place is None or not finding.suggestions:
        return None
    return Fix(place.block, place.start, place.end, finding.text, finding.suggestions[0], finding.rule)


def is_stop_shared(old: str, new: str, after: str) -> bool:
    """Whether the stop of the abbreviation ``old`` may be its sentence's too, and would be lost with ``new``.

    Only the meaning tells whether the sentence ends at *etc. Ekvalla*; at *t.ex. Ekvalla* it never does.

    >>> is_stop_shared("etc.", "och så vidare", ""), is_stop_shared("etc.", "och så vidare", " i skolan")
    (True, False)
    >>> is_stop_shared("etc.", "och så vidare", " Ekvalla"), is_stop_shared("t.ex.", "till exempel", " Ekvalla")
    (True, False)
    """
    if not old.endswith(".") or new.endswith("."):
        return False
    if old.lower().replace(" ", "") in LEADING:
        return False
    return _ends_line(after) or _SENTENCE_MAY_END.match(after) is not None


def is_cut_off(before: str, old: str, after: str) -> bool:
    """Whether nothing follows an abbreviation that leads to something: *Du får platsen fr.o.m.*, *(t ex.*

    What should follow is missing, and written out the rest looks like a whole sentence.  Alone on its line it is a
    title: *soc.sekr.*

    >>> is_cut_off("Platsen gäller ", "fr.o.m.", ""), is_cut_off("(", "t ex", ". Ekvalla")
    (True, True)
    >>> is_cut_off("Ring ", "t.ex.", " på fredag"), is_cut_off("", "soc.sekr.", "")
    (False, False)
    """
    if not before.strip(" \t\u00a0") or before.endswith("\n"):
        return False
    if not _SIGNS_OF_SHORT_FORM.intersection(old) or _letters(old) not in _LETTERS_OF_LEADING:
        return False
    return _ends_line(after) or after.startswith((".", ")"))


def _letters(short_form: str) -> str:
    """*tex* of *T. ex.*"""
    return "".join(filter(str.isalpha, short_form.lower()))


_SIGNS_OF_SHORT_FORM = frozenset(". ")
_LETTERS_OF_LEADING = frozenset(map(_letters, LEADING))


def _ends_line(after: str) -> bool:
    """Whether nothing follows on the line."""
    on_line = after.lstrip(" \t\u00a0")
    return not on_line.strip() or on_line.startswith("\n")
