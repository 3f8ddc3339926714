"""One remark a place: of findings that overlap, and of the same word again, one is shown that speaks for all.

Nothing that a rule found is lost: the one that is shown carries the others under ``also``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from klarsprak.finding import Category, Finding, Report
from klarsprak.reports.places import page_and_line
from klarsprak.swedish import listed

_ASKS_WHO = re.compile(r"\b[Vv]em\b")
"""What a message has that wants to know who does it."""
_STRIKES = re.compile(r"\bStryk (?:orden|det)\b")
"""What a message has that wants the words away."""
WIDE = 60
"""Code points; what is longer and has no suggestion is a remark on a sentence, not on its words."""
MOST_TOLD = 2
"""So many of the others are told beside the one that is shown: more, and nobody reads any."""
MOST_PLACES = 5
"""So many places are named where the same word stands again."""

_WEIGHT = {
    category: weight
    for weight, categories in enumerate(
        (
            # What makes the letter wrong, or impossible to answer.
            (Category.ARENDEGANG, Category.LAGRUM, Category.MALLREST, Category.SIGNATUR),
            # What hides its message.
            (Category.TILLTAL, Category.TON, Category.FACKORD, Category.PASSIV, Category.MENING),
        )
    )
    for category in categories
}
_ON_WORDS = frozenset({Category.KANSLISVENSKA, Category.FACKORD, Category.FORKORTNING})
"""Categories of which one remark on a word is enough: explain it, or choose another one."""
_WORDS = 2
"""The weight of single words."""


def as_remarks(report: Report, *, every_place: bool = False) -> Report:
    """The report as people are shown it: no two findings overlap, the gravest first.

    Within a level, what the letter as a whole lacks comes first, then what hides the message, then words; what is
    said of one sentence stands together.  With ``every_place`` the same word again has a remark of its own, as where
    an editor underlines it.
    """
    placed = [finding for finding in report.findings if finding.place is not None]
    whole = [finding for finding in report.findings if finding.place is None]
    merged = list(_merged(placed))
    remarks = merged if every_place else list(_told_once(merged))
    told = [finding._replace(message=_message(finding)) for finding in (*whole, *remarks)]
    return replace(report, findings=_in_order(told, report))


def _merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that lead, each with those that it overlaps.

    What is wide never hides what stands in it: it is told beside the first of these that is as grave.
    """
    leads: defaultdict[int, list[tuple[Finding, list[Finding]]]] = defaultdict(list)
    for finding in sorted(findings, key=_by_help):
        in_block = leads[_position(finding)[0]]
        under = next((others for lead, others in in_block if _overlap(lead, finding)), None)
        if under is None:
            in_block.append((finding, []))
        else:
            under.append(finding)
    for lead, others in chain.from_iterable(leads.values()):
        yield lead._replace(also=tuple(others)) if others else lead


def _by_help(finding: Finding) -> tuple[int, bool, bool, bool, int, int, int, int]:
    """Key that puts first the finding that helps most where several stand on the same words.

    The gravest, then words before sentences, an exact suggestion before a hint, a word before its passive; of equals
    the longer.
    """
    place = finding.place
    assert place is not None
    return (
        -finding.level,
        _is_wide(finding),
        not finding.suggestions,
        finding.category is Category.PASSIV,
        place.start - place.end,
        weight(finding),
        place.block,
        place.start,
    )


def _is_wide(finding: Finding) -> bool:
    """Whether it is said of a sentence rather than of words in it."""
    return len(finding.text) > WIDE and not finding.suggestions


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether the findings share a character."""
    return one.place is not None and other.place is not None and one.place.overlaps(other.place)


def _told_once(remarks: Sequence[Finding]) -> Iterator[Finding]:
    """The remarks, but the same one on the same word again stands under the first of them.

    One that has something more to say at its place stays there.
    """
    first: dict[tuple[str, str], Finding] = {}
    again: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    shown: list[tuple[tuple[str, str], Finding]] = []
    for finding in sorted(remarks, key=_position):
        what = finding.rule, _word(finding)
        if what in first and not any(_adds(finding, other) for other in finding.also):
            again[what] += (finding._replace(also=()), *finding.also)
        else:
            shown.append((what, finding))
        first.setdefault(what, finding)
    for what, finding in shown:
        is_first = finding is first[what]
        yield finding._replace(also=(*finding.also, *again[what])) if is_first and again[what] else finding


def _word(finding: Finding) -> str:
    """What is the same where the word stands again in another form; rules on address are on one role each."""
    if finding.category is Category.TILLTAL:
        return ""
    return finding.word or finding.text.lower()


def _position(finding: Finding) -> tuple[int, int]:
    """Key for the order of the text."""
    place = finding.place
    assert place is not None
    return place.block, place.start


def _adds(lead: Finding, other: Finding) -> bool:
    """Whether the other says something that the lead doesn't, and that still holds where its advice is followed.

    *avslås* hides its doer no longer where *får avslag* stands instead; a sentence stays long.
    """
    if other.category is lead.category:
        return _is_wide(other) or other.place != lead.place
    if {lead.category, other.category} <= _ON_WORDS and _lies_within(other, lead):
        return False
    return not lead.suggestions or not _lies_within(other, lead)


def _lies_within(inner: Finding, outer: Finding) -> bool:
    """Whether all the words of one finding are words of the other, too."""
    assert inner.place is not None
    assert outer.place is not None
    return outer.place.start <= inner.place.start and inner.place.end <= outer.place.end


def _message(finding: Finding) -> str:
    """What is said of the words: the finding's own message, what others add, and where the same word stands again."""
    here = [other for other in finding.also if _overlap(finding, other)]
    elsewhere = [other for other in finding.also if other.rule == finding.rule and other not in here]
    told = {finding.message: finding}
    for other in here:
        if _adds(finding, other) and not any(_says_the_same(one, other) for one in told.values()):
            told.setdefault(other.message, other)
    return " ".join((*list(told)[: 1 + MOST_TOLD], *_again(elsewhere)))


def _says_the_same(told: Finding, other: Finding) -> bool:
    """Whether what is told already says what the other does, or takes its words away.

    *”Utbetalning sker” gömmer vem som gör något* says what its passive would; *stryk orden* ends all that is in them.
    """
    if other.category is Category.PASSIV and _ASKS_WHO.search(told.message):
        return _ASKS_WHO.search(other.message) is not None
    return _STRIKES.search(told.message) is not None and _lies_within(other, told)


def _again(elsewhere: Sequence[Finding]) -> Iterator[str]:
    """*Det står på 2 ställen till: rad 7 och rad 12.*"""
    if not elsewhere:
        return
    places = dict.fromkeys(filter(None, (", ".join(page_and_line(other.place)) for other in elsewhere)))
    number = "ett ställe" if len(elsewhere) == 1 else f"{len(elsewhere)} ställen"
    if not places:
        yield f"Det står på {number} till."
    elif len(places) > MOST_PLACES:
        yield f"Det står på {number} till, först på {listed(list(places)[:1])}."
    else:
        yield f"Det står på {number} till: {listed(list(places))}."


def _in_order(findings: Iterable[Finding], report: Report) -> list[Finding]:
    """The gravest first; of equals the whole letter before sentences, and of these those that hide the message."""
    by_sentence: defaultdict[tuple[int, int, int], list[Finding]] = defaultdict(list)
    whole = []
    for finding in findings:
        if finding.place is None:
            whole.append(finding)
        else:
            sentence = report.around(finding.place)[0]
            by_sentence[-finding.level, finding.place.block, sentence].append(finding)
    groups = sorted(by_sentence.items(), key=lambda group: (group[0][0], min(map(weight, group[1])), group[0]))
    in_text = [finding for _, group in groups for finding in sorted(group, key=_position)]
    return sorted((*sorted(whole, key=weight), *in_text), key=lambda finding: -finding.level)


def weight(finding: Finding) -> int:
    """How much the finding means to the reader, 0 the most."""
    return _WEIGHT.get(finding.category, _WORDS)
