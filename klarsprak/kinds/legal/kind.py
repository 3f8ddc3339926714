"""``legal``: a reference to law that is unexplained, repealed or wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.legal import advice
from klarsprak.kinds.legal.cited import Cited, SectionKey, all_cited
from klarsprak.kinds.legal.guardian import is_about_ward, said_to_guardian
from klarsprak.kinds.legal.in_the_way import stands_in_the_way
from klarsprak.kinds.legal.placing import crowds, is_aside, is_ground, is_named_beside, is_subject
from klarsprak.kinds.legal.told_elsewhere import says_much_of, shares_word
from klarsprak.language.pipeline import Need
from klarsprak.laws import Register, Status, load_register, plain, status
from klarsprak.laws.imported import choose_register
from klarsprak.laws.model import AGENCY
from klarsprak.laws.plain import PlainSentence, sections, wording
from klarsprak.prose.audience import Audience, is_written_to
from klarsprak.prose.letter_date import letter_date

Check = Literal[
    "unexplained",
    "half_explained",
    "unexplained_rules",
    "unexplained_act",
    "repealed",
    "wrong_number",
    "no_such_section",
    "unknown",
    "subject",
    "in_the_way",
    "many",
]


class LegalRule(Rule):
    """What to check of each reference."""

    kind: Literal["legal"]
    check: Check = Field(
        description="Vad som prövas. unexplained: att brevet säger vad paragrafen betyder. half_explained: att det "
        "säger hela regeln, inte bara en del. unexplained_rules: att "
        "det säger vad en myndighets föreskrift kräver. unexplained_act: att det säger vad en hel lag kräver. "
        "repealed: att lagen gäller. wrong_number: att namn och nummer hör ihop. no_such_section: att kapitlet och "
        "paragrafen finns. unknown: att numret kan finnas. subject: att meningen inte börjar med en paragraf. "
        "in_the_way: att en paragraf som är förklarad inte står före det som gäller. many: antalet paragrafer i en "
        "mening."
    )
    max: int = Field(default=2, description="Högsta antal hänvisningar i en mening som går an (many).", ge=1)
    placeholders = frozenset({"text", "suggestion", "law", "successor", "explain", "date", "count"})

    @property
    def notes(self) -> Sequence[str]:
        """How many sections have a plain sentence, and where it is shown."""
        if self.check != "unexplained":
            return ()
        acts = {key.sfs for key in sections()}
        return [
            f"Programmet har en enkel mening för {len(sections())} paragrafer och punkter i {len(acts)} lagar. "
            "Anmärkningen föreslår den och säger vilken lydelse av lagen den bygger på. Sidan, Word och Outlook "
            "har en knapp som tar med den. ”klarsprak laws show” visar alla för en lag."
        ]

    def need(self) -> Need:
        """Where a sentence has its verb takes morphology to tell.

        The other checks look at numbers and names.
        """
        if self.check in ("subject", "many"):
            return super().need() | Need.MORPHOLOGY
        return super().need()


class _LettersLaw(NamedTuple):
    """A letter's references, what is wrong with each, if anything, the letter's day, and the letter itself."""

    cited: list[Cited]
    problems: list[tuple[Cited, Status]]
    written: date | None
    analysis: Analysis


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
        problems = list(_problems(cited, load_register(self.register_file), written))
        law = _LettersLaw(cited, problems, written, analysis)
        for rule in self.rules:
            yield from _CHECKS[rule.check](rule, law)


def _problems(cited: list[Cited], register: Register, written: date | None) -> Iterator[tuple[Cited, Status]]:
    """The references that are wrong, and how.

    *den tidigare socialtjänstlagen* is right of an act that is repealed: the words around it tell.
    """
    for one in cited:
        problem = status(one.reference, register, written, one.context)
        if problem is not None:
            yield one, problem


def _unexplained(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
    """*4 kap. 1 § SoL*, and nothing on what it says, or half of it where the rule asks for that.

    What may happen to a reader who does nothing is half of it only where the program knows the other half.
    """
    places = {id(one): place for place, one in enumerate(law.cited)}
    for one in _never_explained(law.cited):
        sentence = _meaning(one, law)
        is_half_told = one.around.is_half_explained or says_much_of(sentence.text, law.analysis)
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
        hit = _hit(rule, one, values)._replace(explanation=sentence.text, explanation_source=source)
        yield hit._replace(start=_begin(law.cited, places[id(one)]))


def _meaning(one: Cited, law: _LettersLaw) -> PlainSentence:
    """What the section says in plain words, "" where nobody knows.

    Where its number used to be another's, letters go on citing that, and the two have nothing in common.
    """
    sentence = plain(one.reference, law.written) or PlainSentence("")
    if sentence.since is not None and not shares_word(sentence.text, one.sentence):
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


def _unexplained_rules(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
    """*AFS 2020:1*, and nothing on whose rules they are or what they say; told where it stands first."""
    known: set[str] = set()
    for one in law.cited:
        text = one.reference.text
        if one.reference.source != AGENCY or one.reference.is_place or text in known:
            continue
        known.add(text)
        if not (is_aside(one) or is_named_beside(one) or one.around.is_told_of):
            yield _hit(rule, one, {})


def _unexplained_act(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
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
        yield _hit(rule, one, {"law": advice.name(one.reference.law)})


def _never_explained(cited: list[Cited]) -> Iterator[Cited]:
    """The first mention of each section that the letter nowhere explains.

    Later mentions are known by then.
    """
    known = _explained(cited)
    # What a heading names is told only where the text below it never does.
    for one in sorted(filter(_needs_explaining, cited), key=attrgetter("is_heading")):
        if not _is_known(one, known):
            known |= one.keys
            yield one


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


def _subjects(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
    """*9 kap. 31 b § PBL medger …*.

    The section acts there, and the reader is left out.
    """
    for one in law.cited:
        if is_subject(one):
            yield _hit(rule, one, {})


def _in_the_way(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
    """*Nämnden kan enligt 16 kap. 13 § FB komma att …*: what the section says is told around it."""
    told = {id(one) for one in _never_explained(law.cited)}
    for one in law.cited:
        if one.reference.is_place and id(one) not in told and stands_in_the_way(one):
            yield _hit(rule, one, {})


def _many(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
    """*enligt 9 kap. 2 §, 10 kap. 3 § och 11 kap. 5 § PBL*.

    All from the first to the last is flagged.
    """
    for crowd in crowds(law.cited, rule.max):
        start, end = crowd[0].reference.start, crowd[-1].reference.end
        yield Hit(rule, crowd[0].block.index, start, end, values={"count": len(crowd)})


def _wrong(rule: LegalRule, law: _LettersLaw) -> Iterator[Hit]:
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
        yield _hit(rule, one, values, advice.suggestions(one.reference, problem))


_CHECKS: dict[Check, Callable[[LegalRule, _LettersLaw], Iterator[Hit]]] = {
    "unexplained": _unexplained,
    "half_explained": _unexplained,
    "unexplained_rules": _unexplained_rules,
    "unexplained_act": _unexplained_act,
    "repealed": _wrong,
    "wrong_number": _wrong,
    "no_such_section": _wrong,
    "unknown": _wrong,
    "subject": _subjects,
    "in_the_way": _in_the_way,
    "many": _many,
}


def _hit(rule: LegalRule, one: Cited, values: Mapping[str, object], suggestions: tuple[str, ...] = ()) -> Hit:
    """The hit on the reference's words."""
    reference = one.reference
    return Hit(rule, one.block.index, reference.start, reference.end, suggestions, values)
