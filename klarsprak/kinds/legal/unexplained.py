"""Sections, agencies' rules and whole acts that a letter names without saying what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

from klarsprak.kinds.kind import Hit
from klarsprak.kinds.legal import advice
from klarsprak.kinds.legal.cited import Cited, SectionKey
from klarsprak.kinds.legal.guardian import is_about_ward, said_to_guardian
from klarsprak.kinds.legal.letters_law import LettersLaw, hit_on
from klarsprak.kinds.legal.placing import is_aside, is_ground, is_named_beside
from klarsprak.kinds.legal.pointed_back import pointed_back_to
from klarsprak.kinds.legal.rule import LegalRule
from klarsprak.kinds.legal.told_elsewhere import says_much_of, shares_word
from klarsprak.laws import Problem, plain
from klarsprak.laws.model import AGENCY
from klarsprak.laws.plain import PlainSentence, wording
from klarsprak.prose.audience import Audience, is_written_to
from klarsprak.prose.called import said_to_reader


def unexplained(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*4 kap. 1 § SoL*, and nothing on what it says, or half of it where the rule asks for that.

    What may happen to a reader who does nothing is half of it only where the program knows the other half.
    """
    places = {id(one): place for place, one in enumerate(law.cited)}
    for one, sentence, is_half_told in law.once(_left_open):
        if is_half_told is not (rule.check == "half_explained"):
            continue
        if not sentence.text and one.around.says_what_may_happen:
            continue
        source = wording(sentence.read, one.reference.law) if one.reference.law else ""
        values = {
            "law": advice.name(one.reference.law),
            "explain": advice.explain_section(one.reference, sentence.text, source, is_half_told=is_half_told),
            "successor": "",
            "date": "",
        }
        hit = hit_on(rule, one, values)._replace(
            explanation=sentence.text, explanation_source=source, is_guess=not one.around.decides
        )
        yield hit._replace(start=_begin(law.cited, places[id(one)]))


class _LeftOpen(NamedTuple):
    """A section that the letter doesn't explain, what it says, and whether the letter says half of that."""

    one: Cited
    sentence: PlainSentence
    is_half_told: bool


def _left_open(law: LettersLaw) -> list[_LeftOpen]:
    """The sections of which one of the rules tells: all but those that are told in some other way."""
    # Of a number that is another rule's now there is nothing to explain until it is right.
    wrong = {id(one) for one, problem in law.problems if problem.problem is Problem.RENUMBERED}
    never = law.once(never_explained)
    told: AbstractSet[SectionKey] = pointed_back_to(law.cited, law.analysis) if never else frozenset()
    return [_as_left_open(one, law) for one in never if not (id(one) in wrong or one.keys <= told)]


def _as_left_open(one: Cited, law: LettersLaw) -> _LeftOpen:
    """The section with what it says to the letter's reader."""
    sentence = _meaning(one, law)
    sentence = sentence._replace(text=said_to_reader(sentence.text, law.analysis))
    return _LeftOpen(one, sentence, one.around.is_half_explained or says_much_of(sentence.text, law.analysis))


def _meaning(one: Cited, law: LettersLaw) -> PlainSentence:
    """What the section says in plain words, "" where nobody knows.

    Where its number used to be another's, letters go on citing that, and the two have nothing in common.  So it may
    be with a later paragraph of it: what the section says first isn't offered for *42 § andra stycket*.
    """
    sentence = plain(one.reference, law.written, one.sentence) or PlainSentence("")
    may_be_other = sentence.since is not None or one.reference.names_later_paragraph
    if may_be_other and not shares_word(sentence.text, one.sentence):
        return PlainSentence("")
    if is_about_ward(one.reference) and is_written_to([Audience.LEGAL_GUARDIAN], law.analysis):
        return sentence._replace(text=said_to_guardian(sentence.text))
    return sentence


def _begin(cited: list[Cited], place: int) -> int:
    """Where the section at that place among those cited begins, or those before it whose law it names.

    *26 kap. 9 och 14 §§ samt med hänvisning till 2 kap. 3 § miljöbalken* is one row of sections.
    """
    one = cited[place]
    start = one.reference.start
    for other in map(cited.__getitem__, range(place - 1, -1, -1)):
        reference = other.reference
        if (other.block, other.span) != (one.block, one.span) or reference.law or not reference.inherited:
            break
        start = reference.start
    return start


def unexplained_rules(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*AFS 2020:1*, and nothing on whose rules they are or what they say; told where it stands first."""
    known: set[str] = set()
    for one in law.cited:
        text = one.reference.text
        if one.reference.source != AGENCY or one.reference.is_place or text in known:
            continue
        known.add(text)
        if not (is_aside(one) or is_named_beside(one) or one.around.is_told_of):
            yield hit_on(rule, one, {})


def unexplained_act(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*Det görs enligt kommunallagen.*: a whole act that what is said rests on; each told once.

    An act is known that the letter explains, or names a section of: that is told.
    """
    grounds = list(filter(is_ground, law.cited))
    if not grounds:  # most often: no need to look at what is explained
        return
    known = {one.act for one in law.cited if one.reference.is_place or one.is_explained}
    for one in grounds:
        if one.act in known:
            continue
        known.add(one.act)
        yield hit_on(rule, one, {"law": advice.name(one.reference.law)})


def never_explained(law: LettersLaw) -> list[Cited]:
    """The first mention of each section that the letter nowhere explains."""
    return list(_never_explained(law.cited))


def _never_explained(cited: list[Cited]) -> Iterator[Cited]:
    """The same one by one: later mentions are known by then."""
    known = _explained(cited)
    points_of = _points_of(cited)
    # What a heading names is told only where the text below it never does; a whole section, where no point of it is.
    for one in sorted(filter(_needs_explaining, cited), key=attrgetter("is_heading")):
        if not (_is_known(one, known) or one.keys <= points_of):
            known |= one.keys
            yield one


def _points_of(cited: list[Cited]) -> set[SectionKey]:
    """The sections of which the letter names a point: *9 § LSS* where it names *9 § 3 LSS* too.

    The point is what its reader gets or doesn't get.
    """
    keys = (key for one in cited if _needs_explaining(one) for key in one.keys)
    return {(law, chapter, section, "") for law, chapter, section, point in keys if point}


def _explained(cited: list[Cited]) -> set[SectionKey]:
    """The sections that the letter explains at one of their mentions.

    Wherever in the letter it does: before the first mention or after it.
    """
    keys: set[SectionKey] = set()
    for one in cited:
        if one.reference.is_place and one.is_explained:
            keys |= one.keys
    return keys


def _is_known(one: Cited, known: set[SectionKey]) -> bool:
    """Whether its sections are among those, with their points or as wholes: *4 §* is known, and so is *4 § 2*."""
    wholes = {(law, chapter, section, "") for law, chapter, section, _ in one.keys}
    return one.keys <= known or wholes <= known


def _needs_explaining(one: Cited) -> bool:
    """Whether it is a section or a chapter of a law that a reader could look up.

    *5 §* alone, whose law nobody knows, can't be looked up.
    """
    reference = one.reference
    if not reference.is_place:
        return False
    return reference.law is not None or not reference.inherited
