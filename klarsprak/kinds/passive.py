"""``passive``: a passive that hides who acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.grammar.passive import BREAKS, REACH, has_agent, is_passive
from klarsprak.language.pipeline import Need
from klarsprak.matching.patterns import word_forms

if TYPE_CHECKING:
    from spacy.tokens import Span

DEPONENTS = frozenset(
    "andas anses avundas behövas brottas bråkas dagas dateras enas envisas fattas finnas fodras fordras frodas "
    "färdas förekommas föras förväntas glädjas grundas handskas hjälpas hoppas hävdas höras idas innehållas kallas "
    "kivas kramas krävas kräkas kunna kännas levas lossas lyckas låtsas löna lönas märkas minnas misslyckas mötas "
    "nalkas nännas omfattas oroas pussas rymmas räknas saknas samlas samsas ses skiljas skämmas slåss slutas svettas "
    "synas särskiljas trivas träffas trängas tyckas tänkas töras umgås undgås utgöras vistas åldras återfinnas "
    "återses öppnas".split()
)
"""Deponents (*hoppas*), reciprocals (*mötas*), and s-forms that hide no doer whom a reader asks for (*krävas*)."""
_COMING = "kommer att"


class PassiveRule(Rule):
    """S-passives without a doer."""

    kind: Literal["passive"]
    after: Strings = listed(
        "Bara efter något av dessa hjälpverb, till exempel ska. Tomt: alla passiver.",
    )
    verbs: Strings = listed("Bara dessa verb, i grundform: inges, fattas. Tomt: alla verb.")
    let_be: Strings = listed("Verb i passiv grundform som inte flaggas.")

    def need(self) -> Need:
        """Voice is morphology."""
        return super().need() | Need.MORPHOLOGY


class PassiveKind(Kind[PassiveRule]):
    """Looks at every verb in the passive."""

    rule_type = PassiveRule

    def __init__(self, rules: Sequence[PassiveRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._rules = [(rule, _forms(rule.verbs), _let_be(rule)) for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each passive verb of running text whose doer isn't named, with its auxiliary."""
        forms = [form for form in analysis.forms if form.endswith("s")]
        places = (place for form in forms for place in analysis.places[form])
        for block, index in sorted(places, key=reading_order):
            if block.is_prose:
                yield from self._verb(block, block.sentence_at(index), index)

    def _verb(self, block: AnalysedBlock, sentence: Span, verb: int) -> Iterator[Hit]:
        word = block.words[verb]
        for rule, named, let_be in self._rules:
            if word not in let_be and (word in named if named else is_passive(block, verb)):
                yield from self._hits(rule, block, sentence, verb)

    def _hits(self, rule: PassiveRule, block: AnalysedBlock, sentence: Span, verb: int) -> Iterator[Hit]:
        auxiliary = _auxiliary(block.words, verb, sentence.start, rule.after)
        if (rule.after and auxiliary is None) or has_agent(block, verb, sentence.end):
            return
        yield Hit(rule, block.index, *block.chars(verb if auxiliary is None else auxiliary, verb + 1))


def _auxiliary(words: Sequence[str], verb: int, start: int, auxiliaries: list[str]) -> int | None:
    """The nearest of the words before the verb in its clause; *kommer … att* is given by its *kommer*.

    ``start`` is where the sentence begins.
    """
    first = max(start, verb - REACH)
    for token in range(verb - 1, first - 1, -1):
        if words[token] in auxiliaries:
            return token
        if words[token] == "att" and _COMING in auxiliaries:
            return next((i for i in range(token - 1, first - 1, -1) if words[i] in ("kommer", "kom")), None)
        if words[token] in BREAKS:
            return None
    return None


def _let_be(rule: PassiveRule) -> frozenset[str]:
    """Forms that are no finding; a verb that the rule itself names is one, deponent or not."""
    return _forms(rule.let_be) | (frozenset() if rule.verbs else _DEPONENT_FORMS)


def _forms(infinitives: list[str]) -> frozenset[str]:
    """All s-forms of the verbs that are given as *inges*, *fattas*."""
    found = set(infinitives)
    for infinitive in infinitives:
        active = infinitive.removesuffix("s")
        forms = word_forms(active, "VERB")
        found |= {form for form in forms if form.endswith("s")}
        if active.removesuffix("a") + "er" in forms:
            found.add(active.removesuffix("a") + "es")  # older letters: återställes, insändes
    return frozenset(found)


_DEPONENT_FORMS = DEPONENTS | {
    "finns", "fanns", "funnits", "hoppades", "hoppats", "saknades", "saknats", "behövs", "behövdes", "behövts",
    "krävs", "krävdes", "krävts", "fattades", "fattats", "anses", "ansågs", "ansetts", "trivs", "trivdes", "minns",
    "mindes", "lyckades", "lyckats", "syns", "syntes", "känns", "kändes", "ses", "sågs", "setts", "träffades",
    "träffats", "tycks", "tycktes", "vistades", "vistats", "möts", "möttes", "mötts", "utgörs", "utgjordes", "räknas",
    "finnes", "erfordras", "märks", "märktes", "hörs", "hördes", "rymdes", "ryms",
}  # fmt: skip
