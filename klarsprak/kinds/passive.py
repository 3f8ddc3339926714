"""``passive``: a passive that hides who acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.grammar.clauses import JOINERS, VERBS
from klarsprak.language.grammar.doer import may_be_sender_or_reader, stands_in_main_clause
from klarsprak.language.grammar.passive import BREAKS, REACH, has_agent, is_passive
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.patterns import word_forms

DEPONENTS = frozenset(
    "andas anses avundas behövas brottas bråkas dagas dateras enas envisas fattas finnas fodras fordras frodas "
    "färdas förekommas föras förväntas glädjas grundas handskas hjälpas hoppas hävdas höras idas innehållas kallas "
    "kivas kramas krävas kräkas kunna kännas levas lossas lyckas låtsas löna lönas märkas minnas misslyckas mötas "
    "nalkas nännas omfattas oroas pussas rymmas räknas saknas samlas samsas ses skiljas skämmas slåss slutas svettas "
    "synas särskiljas trivas träffas trängas tyckas tänkas töras umgås undgås utgöras vistas åldras återfinnas "
    "återses öppnas".split()
)
"""Deponents (*hoppas*), reciprocals (*mötas*), and s-forms that hide no doer whom a reader asks for (*krävas*)."""
_DEPONENT_FORMS = DEPONENTS | {
    "finns", "fanns", "funnits", "hoppades", "hoppats", "saknades", "saknats", "behövs", "behövdes", "behövts",
    "krävs", "krävdes", "krävts", "fattades", "fattats", "anses", "ansågs", "ansetts", "trivs", "trivdes", "minns",
    "mindes", "lyckades", "lyckats", "syns", "syntes", "känns", "kändes", "ses", "sågs", "setts", "träffades",
    "träffats", "tycks", "tycktes", "vistades", "vistats", "möts", "möttes", "mötts", "utgörs", "utgjordes", "räknas",
    "finnes", "erfordras", "märks", "märktes", "hörs", "hördes", "rymdes", "ryms",
}  # fmt: skip
"""Their other forms too."""
_COMING = "kommer att"
_COME = ("kommer", "kom")


class PassiveRule(Rule):
    """S-passives without a doer."""

    kind: Literal["passive"]
    after: Strings = listed(
        "Bara efter något av dessa hjälpverb, till exempel ska. Tomt: alla passiver.",
    )
    verbs: Strings = listed("Bara dessa verb, i grundform: inges, fattas. Tomt: alla verb.")
    let_be: Strings = listed("Verb i passiv grundform som inte flaggas.")
    doer: str = Field(
        default="",
        description="Vem det kan vara, till exempel: vi eller nämnden. Visas i meddelandet där {doer} står, om ingen "
        "annan i meningen kan vara den som gör det.",
    )
    main_clause: bool = Field(
        default=False, description="Flagga inte i bisatser som börjar med om, när, som, att och liknande."
    )
    placeholders = frozenset({"text", "suggestion", "doer"})

    def need(self) -> Need:
        """Voice is morphology."""
        return super().need() | Need.MORPHOLOGY


class _Sought(NamedTuple):
    """A rule with the forms of the verbs that it names, and of those that it lets be."""

    rule: PassiveRule
    forms: frozenset[str]
    let_be: frozenset[str]

    @classmethod
    def by(cls, rule: PassiveRule) -> _Sought:
        """A verb that the rule itself names is found, deponent or not.

        *krävas* hides no doer whom a reader asks for, unless a rule says so.
        """
        let_be = _s_forms(rule.let_be)
        if not rule.verbs:
            let_be |= _DEPONENT_FORMS
        return cls(rule, _s_forms(rule.verbs), let_be)


class PassiveKind(Kind[PassiveRule]):
    """Looks at every verb in the passive."""

    rule_type = PassiveRule

    def __init__(self, rules: Sequence[PassiveRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._sought = list(map(_Sought.by, rules))

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each passive verb of running text whose doer isn't named, with its auxiliary.

        *Ansökan* **ska inges** *till nämnden*, but not *ska inges av sökanden*.
        """
        for block, token in sorted(_words_in_s(analysis), key=reading_order):
            yield from self._hits(block, token)

    def _hits(self, block: AnalysedBlock, token: int) -> Iterator[Hit]:
        """A hit for each rule that is about the verb and finds no doer.

        Asked of every word that ends in s: that is why the looks at it are made once and here.
        """
        word = block.words[token]
        passive = is_passive(block, token)
        for rule, forms, let_be in self._sought:
            is_meant = word in forms if forms else passive
            if is_meant and word not in let_be:
                words = _flagged(WordsAt(block, token, token + 1), rule)
                if words is not None:
                    yield Hit(rule, block.index, *words.characters, values={"doer": _doer(rule, words)})


def _words_in_s(analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int]]:
    """The words of running text that could be passives by their ending.

    *beviljas*, but *hus* and *ditts* too: the rules look further.
    """
    forms = [form for form in analysis.forms if form.endswith("s")]
    for form in forms:
        for block, token in analysis.places[form]:
            if block.is_prose:
                yield block, token


def _doer(rule: PassiveRule, words: WordsAt) -> str:
    """*, till exempel vi eller nämnden*; nothing where somebody else may be meant."""
    if not rule.doer or not may_be_sender_or_reader(words):
        return ""
    return f", till exempel {rule.doer}"


def _flagged(verb: WordsAt, rule: PassiveRule) -> WordsAt | None:
    """The verb, from its auxiliary on where the rule asks for one: *ska inges*; None where it is no finding.

    *Ansökan* **inges** without auxiliaries, **ska inges** with *ska*.
    """
    if has_agent(verb) or _continues_passive(verb):
        return None
    words = _with_auxiliary(verb, rule.after)
    if words is None or not rule.main_clause:
        return words
    return words if stands_in_main_clause(words) else None


def _continues_passive(verb: WordsAt) -> bool:
    """Whether the verb goes on where another passive began: *ska godkännas eller* **avvisas**.

    The doer of the one is the doer of the other.
    """
    block, start, _ = verb
    if start - verb.sentence.start < 2 or block.words[start - 1] not in _JOINERS:
        return False
    return is_passive(block, start - 2)


_JOINERS = JOINERS | {"/"}


def _with_auxiliary(verb: WordsAt, auxiliaries: list[str]) -> WordsAt | None:
    """The verb from its auxiliary on, None if it has none of those asked for; the verb alone if none are."""
    if not auxiliaries:
        return verb
    first = _auxiliary(verb, auxiliaries)
    return None if first is None else WordsAt(verb.block, first, verb.end)


def _auxiliary(verb: WordsAt, auxiliaries: list[str]) -> int | None:
    """The nearest of the words before the verb in its clause; *kommer … att* is given by its *kommer*.

    *Ansökan* **ska** *alltid* **inges**; *ska du veta att ansökan inges* is another clause's, and in *kan nås för
    delgivning lämnas* another verb's.
    """
    words = verb.block.words
    first = max(verb.sentence.start, verb.start - REACH)
    for token in range(verb.start - 1, first - 1, -1):
        if words[token] in auxiliaries:
            return token
        # *att* breaks off the search for other auxiliaries.
        if words[token] == "att" and _COMING in auxiliaries:
            return _last_come(words, first, token)
        if words[token] in BREAKS or verb.block.tags[token] in VERBS:
            return None
    return None


def _last_come(words: list[str], first: int, last: int) -> int | None:
    """The last *kommer* among the words from first up to last: *kommer därför att prövas*."""
    for token in range(last - 1, first - 1, -1):
        if words[token] in _COME:
            return token
    return None


def _s_forms(infinitives: list[str]) -> frozenset[str]:
    """All s-forms of the verbs that are given as *inges*, *fattas*.

    With the forms as they are listed, known to the tables or not.
    """
    found = set(infinitives)
    for infinitive in infinitives:
        found.update(_s_forms_of(infinitive.removesuffix("s")))
    return frozenset(found)


def _s_forms_of(active: str) -> Iterator[str]:
    """The s-forms of one verb, and the present tense of older letters: *återställes*, *insändes*.

    *inges*, *ingavs*, *ingivits* of *inge*.
    """
    forms = word_forms(active, "VERB")
    for form in forms:
        if form.endswith("s"):
            yield form
    stem = active.removesuffix("a")
    if f"{stem}er" in forms:
        yield f"{stem}es"
