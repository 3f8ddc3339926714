"""``legal``: a reference to law that is unexplained, repealed or wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.legal import advice
from klarsprak.kinds.legal.cited import Cited, all_cited
from klarsprak.kinds.legal.in_the_way import stands_in_the_way
from klarsprak.kinds.legal.letters_law import LettersLaw, hit_on
from klarsprak.kinds.legal.placing import crowds, is_subject
from klarsprak.kinds.legal.rule import Check, LegalRule
from klarsprak.kinds.legal.unexplained import never_explained, unexplained, unexplained_act, unexplained_rules
from klarsprak.laws import Register, Status, load_register, status
from klarsprak.laws.imported import choose_register
from klarsprak.letter import Role
from klarsprak.prose.letter_date import letter_date


class LegalKind(Kind[LegalRule]):
    """Finds the references of a letter once, then asks each rule's question of them."""

    rule_type = LegalRule

    def __init__(self, rules: Sequence[LegalRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self.register_file = choose_register(settings.law_register)
        load_register(self.register_file)  # a file that can't be used is told before any letter is read

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The references that break a rule; a section is flagged as unexplained once in a letter."""
        cited = all_cited(analysis, self.register_file)
        if not cited:
            return
        written = letter_date(analysis.letter)
        headings = " ".join(block.text for block in analysis.blocks if block.block.role is Role.HEADING)
        problems = list(_problems(cited, load_register(self.register_file), written, headings))
        law = LettersLaw(cited, problems, written, analysis)
        for rule in self.rules:
            yield from _CHECKS[rule.check](rule, law)


def _problems(
    cited: list[Cited], register: Register, written: date | None, headings: str
) -> Iterator[tuple[Cited, Status]]:
    """The references that are wrong, and how.

    *den tidigare socialtjänstlagen* is right of an act that is repealed: the words around it tell.
    """
    for one in cited:
        problem = status(one.reference, register, written, one.context._replace(headings=headings))
        if problem is not None:
            yield one, problem


def _subjects(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*9 kap. 31 b § PBL medger …*.

    The section acts there, and the reader is left out.
    """
    for one in law.cited:
        if is_subject(one):
            yield hit_on(rule, one, {})


def _in_the_way(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*Nämnden kan enligt 16 kap. 13 § FB komma att …*: what the section says is told around it."""
    told = {id(one) for one in law.once(never_explained)}
    for one in law.cited:
        if one.reference.is_place and id(one) not in told and stands_in_the_way(one):
            yield hit_on(rule, one, {})


def _many(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*enligt 9 kap. 2 §, 10 kap. 3 § och 11 kap. 5 § PBL*.

    All from the first to the last is flagged.
    """
    for crowd in crowds(law.cited, rule.max):
        start, end = crowd[0].reference.start, crowd[-1].reference.end
        yield Hit(rule, crowd[0].block.index, start, end, values={"count": len(crowd)})


def _wrong(rule: LegalRule, law: LettersLaw) -> Iterator[Hit]:
    """*socialtjänstlagen (1980:620)*: repealed, or wrong in the way that the rule asks for."""
    for one, problem in law.problems:
        if problem.problem != rule.check:
            continue
        values = {
            "law": advice.name(problem.act),
            "successor": advice.full_name(problem.successor),
            "date": advice.repealed_on(problem.act),
            "explain": advice.explain(one.reference, problem),
        }
        yield hit_on(rule, one, values, advice.suggestions(one.reference, problem))


_CHECKS: dict[Check, Callable[[LegalRule, LettersLaw], Iterator[Hit]]] = {
    "unexplained": unexplained,
    "half_explained": unexplained,
    "unexplained_rules": unexplained_rules,
    "unexplained_act": unexplained_act,
    "repealed": _wrong,
    "wrong_number": _wrong,
    "renumbered": _wrong,
    "no_such_section": _wrong,
    "unknown": _wrong,
    "subject": _subjects,
    "in_the_way": _in_the_way,
    "many": _many,
}
