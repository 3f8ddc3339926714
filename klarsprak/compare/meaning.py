"""What words alone don't tell: whether a no, a limit or a demand was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import filterfalse
from typing import NamedTuple

from klarsprak.compare.alignment import Alignment
from klarsprak.compare.cues import Cue, FindCues, negations, restrictions
from klarsprak.compare.demands import Demand, demands
from klarsprak.compare.difference import Change, Difference
from klarsprak.compare.fact import Fact, FactKind
from klarsprak.compare.limits import Limit, limit_at
from klarsprak.compare.scanning import FactSheet
from klarsprak.compare.statements import Statement

_STEM = 5


def compare_meaning(draft: FactSheet, rewrite: FactSheet) -> Iterator[Difference]:
    """The differences in what is denied, limited and demanded."""
    alignment = Alignment(draft, rewrite)
    for kind, find in ((FactKind.NEGATION, negations), (FactKind.ONLY, restrictions)):
        yield from _compare_cues(kind, find, draft, rewrite, alignment)
    yield from _limits(draft, rewrite)
    yield from _demands(draft, rewrite, alignment)


# -- no, and only


class _Left(NamedTuple):
    """A cue without its like in the other text, and the statements that ought to have one."""

    cue: Cue
    statement: int
    partners: list[int]


def _compare_cues(
    kind: FactKind, find: FindCues, draft: FactSheet, rewrite: FactSheet, alignment: Alignment
) -> Iterator[Difference]:
    """The cues that only one text has; two that stand at about the same place, in other words, are one."""
    lost = list(_left(find, draft, rewrite, alignment.in_rewrite))
    added = list(_left(find, rewrite, draft, alignment.in_draft))
    for each in lost[:_MOST_PAIRED]:
        like = next((other for other in added if _may_be_same(each, other, draft, rewrite)), None)
        if like is not None:
            lost.remove(each)
            added.remove(like)
    old, new = _every_cue(find, draft), _every_cue(find, rewrite)
    has_fewer, has_more = _unmatched(old, new) is not None, _unmatched(new, old) is not None
    lost = [each for each in lost if each.partners or has_fewer]
    added = [each for each in added if each.partners or has_more]
    for cue, number, partners in lost:
        line = _line(draft.statements[number])
        yield Difference(kind, Change.LOST, cue.text, "", line, _lines(rewrite, partners))
    for cue, number, partners in filterfalse(partial(_is_told_anew, sheet=rewrite), added):
        line = _line(rewrite.statements[number])
        yield Difference(kind, Change.ADDED, "", cue.text, _lines(draft, partners), line)


_MOST_PAIRED = 500
"""In a text with more noes astray than that, no pairing tells anything."""


def _every_cue(find: FindCues, sheet: FactSheet) -> list[Cue]:
    """All cues of a text: what stands in a sentence of its own is lost or added only if the whole has too few."""
    return [cue for statement in sheet.statements for cue in find(statement)]


def _left(
    find: FindCues, sheet: FactSheet, other: FactSheet, partners: Callable[[int], list[int]]
) -> Iterator[_Left]:
    """The cues that have none in the statements of the other text that say the same."""
    for number, statement in enumerate(sheet.statements):
        alike = partners(number)
        theirs = [cue for each in alike for cue in find(other.statements[each])]
        cue = _unmatched(find(statement), theirs)
        if cue is not None:
            yield _Left(cue, number, alike)


def _may_be_same(lost: _Left, added: _Left, draft: FactSheet, rewrite: FactSheet) -> bool:
    """Whether the two are one no in other words: at about the same place, and one of them in a sentence of its own.

    *Ansökan avslås i övrigt.* and *Du får inte bidrag för det andra.* share no words.
    """
    if lost.partners and added.partners:
        return False
    apart = lost.statement / len(draft.statements) - added.statement / len(rewrite.statements)
    return abs(apart) <= _SAME_PLACE or abs(lost.statement - added.statement) <= 1


_SAME_PLACE = 0.2
_EXPLAINS = ("betyder att", "innebär att", "det betyder", "det innebär")


def _is_told_anew(left: _Left, sheet: FactSheet) -> bool:
    """Whether a sentence of the rewrite's own explains a word, or says again what was a condition.

    *Laga kraft betyder att beslutet inte längre …*, *Gör du inte det …*
    """
    statement = sheet.statements[left.statement]
    text = statement.text.lower()
    if any(words in text for words in _EXPLAINS):
        return True
    return not left.partners and _is_in_condition(left.cue, statement)


def _is_in_condition(cue: Cue, statement: Statement) -> bool:
    """Whether the no is a condition's: *om du inte svarar*, *svarar du inte*."""
    if _IF.search(statement.text[: cue.start].lower()):
        return True
    opens_with_verb = statement.tags[:1] in (["VERB"], ["AUX"])
    return opens_with_verb and len(statement.text[: cue.start].split()) <= _NEAR


_IF = re.compile(r"\bom (?:[\w-]+ ){1,4}$")
_NEAR = 4


def _unmatched(cues: Sequence[Cue], others: Sequence[Cue]) -> Cue | None:
    """A hard cue for which the other side has neither a hard one nor a soft one of its own; None where all have."""
    hard = [cue for cue in cues if not cue.is_soft]
    left = [cue.text for cue in others if not cue.is_soft]
    if len(hard) <= len(left) + _stand_ins(cues, others):
        return None
    return next((cue for cue in hard if cue.text not in left), hard[-1])


def _stand_ins(cues: Sequence[Cue], others: Sequence[Cue]) -> int:
    """How many soft cues the other side has that these lack: *saknas* for *finns inte*, *annars* for *om inte*."""
    soft = {cue.text[:_STEM] for cue in others if cue.is_soft} - {cue.text[:_STEM] for cue in cues if cue.is_soft}
    if any(cue.is_release for cue in cues):
        soft = {text for text in soft if not text.startswith(_DUTY)}
    return len(soft)


_DUTY = ("måste", "kräv", "krävs")


# -- limits


def _limits(draft: FactSheet, rewrite: FactSheet) -> Iterator[Difference]:
    """The numbers and days that both texts name, of which one says *högst* and the other *minst*, or nothing."""
    seen: set[object] = set()
    for fact in draft.facts:
        if not isinstance(fact.key, tuple) or fact.is_soft or fact.key in seen:
            continue
        seen.add(fact.key)
        old = [each for each in draft.index.same(fact) if each.key == fact.key]
        new = [each for each in rewrite.index.same(fact) if not each.is_soft]
        if new:
            yield from _limit_changed(old, new, draft, rewrite)


def _limit_changed(
    old: Sequence[Fact], new: Sequence[Fact], draft: FactSheet, rewrite: FactSheet
) -> Iterator[Difference]:
    """One difference, where no mention in the rewrite has a limit that the draft has."""
    before = {limit: fact for fact in reversed(old) for limit in _limit_of(fact, draft)}
    after = {limit: fact for fact in reversed(new) for limit in _limit_of(fact, rewrite)}
    if not before or before.keys() & after.keys():
        return
    if not after and not _is_strict(next(iter(before.values())), draft):
        return
    first, second = next(iter(before.values())), next(iter(after.values()), new[0])
    yield Difference(
        FactKind.LIMIT,
        Change.CHANGED,
        _with_limit(first, draft),
        _with_limit(second, rewrite),
        _line(draft.statements[first.statement]),
        _line(rewrite.statements[second.statement]),
    )


def _limit_of(fact: Fact, sheet: FactSheet) -> Iterator[Limit]:
    limit = limit_at(sheet.statements[fact.statement].text, fact.start, fact.end, fact.kind is FactKind.DATE)
    if limit is not None:
        yield limit


_STRICT = ("högst", "minst", "senast", "tidigast", "max", "inom", "mer än", "längre än", "lägst")


def _is_strict(fact: Fact, sheet: FactSheet) -> bool:
    """Whether the limit is said by a word that a rewrite doesn't leave out for style."""
    before = sheet.statements[fact.statement].text.lower()[max(0, fact.start - 25) : fact.start]
    return any(word in before for word in _STRICT)


def _with_limit(fact: Fact, sheet: FactSheet) -> str:
    """The fact with the word before it: *senast den 3 maj*."""
    text = sheet.statements[fact.statement].text
    words = text[: fact.start].split()[-2:]
    return " ".join([*words, fact.text])


# -- must, should, may


def _demands(draft: FactSheet, rewrite: FactSheet, alignment: Alignment) -> Iterator[Difference]:
    """The verbs that the draft says must be done and the rewrite may, or the like."""
    for number, statement in enumerate(draft.statements):
        others = [rewrite.statements[each] for each in alignment.in_rewrite(number)]
        new = [(demand, each) for each in others for demand in demands(each)]
        for demand in demands(statement):
            changed = _changed_demand(demand, new)
            if changed is not None:
                yield Difference(
                    FactKind.MODALITY,
                    Change.CHANGED,
                    demand.text,
                    changed[0].text,
                    _line(statement),
                    _line(changed[1]),
                )


def _changed_demand(demand: Demand, new: Sequence[tuple[Demand, Statement]]) -> tuple[Demand, Statement] | None:
    """The demand of the rewrite that has the same verb but another force, where none has the same force."""
    if any(each.modality is demand.modality for each, _ in new):
        return None
    for each in new:
        if each[0].verb == demand.verb or len(new) == 1:
            return each
    return None


def _line(statement: Statement) -> str:
    return " ".join(statement.text.split())


def _lines(sheet: FactSheet, numbers: Sequence[int]) -> str:
    return " ".join(_line(sheet.statements[number]) for number in numbers)
