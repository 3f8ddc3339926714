"""``passive``: a passive that hides who acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Words, listed
from klarsprak.finding import Occasion
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.grammar.clause_of_verb import stands_in_main_clause
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.paired import paired_with
from klarsprak.language.grammar.passive import (
    BREAKS,
    REACH,
    dates_a_day,
    has_agent,
    is_passive,
    lacks_auxiliary,
    tells_of_court,
    tells_of_other,
)
from klarsprak.language.pipeline import Need
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.patterns import word_forms

_DEPONENTS = frozenset(
    "andas avundas bitas blygas brottas bråkas brås dagas djärvas dväljas enas envisas fattas finnas frodas fröjdas "
    "färdas förefinnas förgås förundras glädjas gnabbas gruvas gäckas handskas harmas hoppas hämnas idas kappas "
    "kivas knuffas kramas kräkas luras lyckas låtsas minnas misslyckas munhuggas mötas nafsas nalkas narras nypas "
    "nännas oroas pussas retas rivas rymmas samsas skiljas skockas skämmas slingras slåss smygas sparkas stickas "
    "svettas synas sämjas tampas trivas trängas trätas turas tyckas töras umgås undras vankas vantrivas varas "
    "vistas vredgas våndas våras vämjas yppas yvas åldras återfinnas åtnöjas åtras äcklas ängslas".split()
)
"""Verbs that have s-forms only (*hoppas*), and those whose s-forms say what each does to the other (*mötas*)."""
_HIDING_NOBODY = frozenset(
    "anses baseras behövas beröras dateras fodras fordras föras förekommas förväntas grundas hjälpas hävdas höras "
    "innehållas kallas krävas kunna kännas levas lossas löna lönas märkas omfattas räknas saknas samlas ses slutas "
    "särskiljas träffas tänkas undgås utgöras återses öppnas".split()
)
"""S-forms that hide no doer whom a reader asks for."""
_BY_ITSELF = frozenset(
    "bildas förbättras förstoras försämras förvärras förändras inflammeras normaliseras stabiliseras utvecklas "
    "vidgas".split()
)
"""S-forms that tell what a thing does by itself: *kärlet har vidgats*."""
_BY_THINGS = frozenset("drabbas gynnas missgynnas påverkas skymmas".split())
"""S-forms of what things do, and nobody: *din tomt* **påverkas**."""
_IRREGULAR = {
    "ansetts", "ansågs", "behövdes", "behövs", "behövts", "berördes", "berörs", "berörts",
    "erfordras", "fanns", "finnes", "finns", "funnits",
    "hördes", "hörs", "krävdes", "krävs", "krävts", "kändes", "känns", "mindes", "minns", "märks", "märktes",
    "möts", "möttes", "mötts", "rymdes", "ryms", "saknades", "saknats", "setts", "syns", "syntes", "sågs",
    "trivdes", "trivs", "träffades", "träffats", "tycks", "tycktes", "utgjordes", "utgörs",
}  # fmt: skip
"""Forms of both that aren't made by adding an ending."""
_LET_BE = {
    *_DEPONENTS,
    *_HIDING_NOBODY,
    *_BY_ITSELF,
    *_BY_THINGS,
    *_IRREGULAR,
    *(f"{verb[:-1]}{ending}" for verb in _DEPONENTS | _BY_ITSELF | _BY_THINGS for ending in ("des", "ts")),
}
"""All of their forms."""
_OTHERS_ACT = frozenset({Occasion.FORM, Occasion.APPENDIX, Occasion.NOTICE})
_DEMANDS = ["ska", "skall", "måste", "bör", "behöver", "får", "kan"]
"""After these the verb asks or allows something, and as often the reader."""
_PERFECT = ("har", "hade")
_HAVE = [*_PERFECT]
_COMING = "kommer att"
_COME = ("kommer", "kom")


class PassiveRule(Rule):
    """S-passives without a doer."""

    kind: Literal["passive"]
    after: Words = listed(
        "Bara efter något av dessa hjälpverb, till exempel ska. Tomt: alla passiver.",
    )
    verbs: Words = listed("Bara dessa verb, i grundform: inges, fattas. Tomt: alla verb.")
    let_be: Words = listed("Verb i passiv grundform som inte flaggas.")
    courts: Words = listed("Verb som inte flaggas i en mening om en domstol: där är det den som gör det.")
    sender: Words = listed(
        "Verb som avsändaren själv gör i brev av det här slaget; bara för dem säger meddelandet {example}."
    )
    main_clause: bool = Field(
        default=False, description="Flagga inte i bisatser som börjar med om, när, som, att och liknande."
    )
    example: str = Field(default="", description="Vad {example} säger, till exempel: vi eller nämnden.")
    placeholders = frozenset({"text", "example", "active"})

    def need(self) -> Need:
        """Voice is morphology."""
        return super().need() | Need.MORPHOLOGY


class _Sought(NamedTuple):
    """A rule with the forms of the verbs that it names: those it is about, those it lets be, and so on."""

    rule: PassiveRule
    forms: frozenset[str]
    let_be: frozenset[str]
    courts: frozenset[str]
    sender: frozenset[str]
    words: frozenset[str]  # of which the verb's sentence has one for the rule to be about it; empty where none tell

    @classmethod
    def by(cls, rule: PassiveRule) -> _Sought:
        """A verb that the rule itself names is found, deponent or not.

        *krävas* hides no doer whom a reader asks for, unless a rule says so.
        """
        let_be = _s_forms(rule.let_be) | (frozenset() if rule.verbs else _LET_BE)
        words = frozenset(each.split()[-1] for each in rule.after if rule.after != _HAVE)  # *har* may be left out
        return cls(rule, _s_forms(rule.verbs), let_be, _s_forms(rule.courts), _s_forms(rule.sender), words)

    def flagged(self, verb: WordsAt) -> WordsAt | None:
        """The verb that the rule is about, from its auxiliary on where it asks for one; None where it is no finding.

        *Ansökan* **inges** without auxiliaries, **ska inges** with *ska*; whether somebody is told who does it is
        another question.
        """
        if (self.words and self.words.isdisjoint(verb.sentence.forms)) or not self._may_apply(verb.block.forms):
            return None
        if verb.block.words[verb.start] in self.courts and tells_of_court(verb):
            return None
        if not self.rule.after:
            return None if dates_a_day(verb) else verb
        first = _auxiliary(verb, self.rule.after)
        return None if first is None else WordsAt(verb.block, first, verb.end)

    def hit(self, verb: WordsAt, words: WordsAt, analysis: Analysis) -> Hit | None:
        """The hit for the verb, with what is flagged of it; None where the rule asks for a main clause's."""
        if self.rule.main_clause and not stands_in_main_clause(words):
            return None
        example = f", till exempel {self.rule.example}" if self._acts_sender(verb, analysis) else ""
        return Hit(self.rule, verb.block.index, *words.characters, values={"example": example})

    def _may_apply(self, forms: frozenset[str]) -> bool:
        """Whether the block's words are such as the rule's conditions ask for: asked of every passive."""
        for condition in self.rule.when:
            if condition.may_hold(forms):
                return True
        return not self.rule.when

    def _acts_sender(self, verb: WordsAt, analysis: Analysis) -> bool:
        """Whether it is the sender that acts: the verb is an authority's and nothing says otherwise.

        *Ansökan* **beviljas**; but *platsen ska beviljas eller avvisas* asks something of somebody, and in a form or
        instructions on appeal it is anybody's.
        """
        if verb.block.words[verb.start] not in self.sender or analysis.signature.occasion in _OTHERS_ACT:
            return False
        return _auxiliary(verb, _DEMANDS) is None and not tells_of_other(verb)


class PassiveKind(Kind[PassiveRule]):
    """Looks at every verb in the passive."""

    rule_type = PassiveRule

    def __init__(self, rules: Sequence[PassiveRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._sought = list(map(_Sought.by, rules))
        self._of_any = [number for number, sought in enumerate(self._sought) if not sought.forms]
        """The numbers of the rules about every passive."""
        self._by_form: defaultdict[str, list[int]] = defaultdict(list)
        """The numbers of the others by the forms of their verbs."""
        for number, sought in enumerate(self._sought):
            for form in sought.forms - sought.let_be:
                self._by_form[form].append(number)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each passive verb of running text whose doer isn't named, with its auxiliary.

        *Ansökan* **ska inges** *till nämnden*, but not *ska inges av sökanden*.
        """
        told: set[tuple[int, int]] = set()
        for block, token in sorted(_words_in_s(analysis), key=reading_order):
            rules = self._rules_about(block, token)
            if rules:
                yield from _hits(rules, WordsAt(block, token, token + 1), analysis, told)

    def _rules_about(self, block: AnalysedBlock, token: int) -> list[_Sought]:
        """The rules that are about the verb.

        Asked of every word that ends in s: that is why the looks at it are made once and here.
        """
        word = block.words[token]
        numbers = self._by_form.get(word, [])
        if is_passive(block, token):
            of_any = [number for number in self._of_any if word not in self._sought[number].let_be]
            numbers = sorted(numbers + of_any)
        return [self._sought[number] for number in numbers]


def _hits(rules: list[_Sought], verb: WordsAt, analysis: Analysis, told: set[tuple[int, int]]) -> Iterator[Hit]:
    """A hit for each rule that finds no doer; ``told`` are the verbs so far that have one, by block and token.

    A verb that goes on from one of them, *ska lämnas in* **eller skickas**, has the same doer and is told with it.
    """
    block, token, _ = verb
    found = [(sought, words) for sought in rules if (words := sought.flagged(verb)) is not None]
    if found and has_agent(verb):  # the dearest question, and the same for every rule
        found = []
    hits = [hit for sought, words in found if (hit := sought.hit(verb, words, analysis)) is not None]
    is_told = (block.index, paired_with(verb)) in told
    if hits or is_told:
        told.add((block.index, token))
    if not is_told:
        yield from hits


def _words_in_s(analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int]]:
    """The words of running text that could be passives by their ending.

    *beviljas*, but *hus* and *ditts* too: the rules look further.  *i/hos* is none.
    """
    forms = [form for form in analysis.forms if form.endswith("s") and form.isalpha()]
    for form in forms:
        for block, token in analysis.places[form]:
            if block.is_prose:
                yield block, token


def _auxiliary(verb: WordsAt, auxiliaries: list[str]) -> int | None:
    """The nearest of the words before the verb in its clause; *kommer … att* is given by its *kommer*.

    *Ansökan* **ska** *alltid* **inges**; *ska du veta att ansökan inges* is another clause's, and in *kan nås för
    delgivning lämnas* another verb's.  A supine stands alone where *har* is left out: *att bryggan* **målats**.
    """
    words = verb.block.words
    if auxiliaries == _HAVE and lacks_auxiliary(verb):
        return verb.start
    first = max(verb.sentence.start, verb.start - REACH)
    for token in range(verb.start - 1, first - 1, -1):
        if words[token] in auxiliaries:
            return token if _go_together(words[token], verb) else None
        # *att* breaks off the search for other auxiliaries.
        if words[token] == "att" and _COMING in auxiliaries:
            return _last_come(words, first, token)
        if words[token] in BREAKS or verb.block.tags[token] in VERBS:
            return None
    return None


def _go_together(auxiliary: str, verb: WordsAt) -> bool:
    """Whether the verb is in the form that the auxiliary asks for.

    *Har* **prövats**, but not *de som har el* **ombedes**, nor *lägenheten får högre standard,* **höjs** *hyran*, nor
    *du såg att får* **angripits**.
    The tagger takes some supines and infinitives for other forms.
    """
    form = verb.block.words[verb.start]
    if auxiliary in _PERFECT:
        return form.endswith("ts")
    return slots(form) not in ({"prs"}, {"sup"})


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
