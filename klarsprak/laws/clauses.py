"""Whether a clause with a reference states the rule: *Enligt … har du rätt till …*, *Du får … enligt …*."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.laws import cues
from klarsprak.laws.decisions import Decision, decide, otherwise
from klarsprak.laws.masked import MIN_WORDS, REF, count_words, is_too_short

_PASSIVES_OF_RULES = ("krävs", "menas", "avses", "räknas")
_ARE_THERE = ("råder", "föreligger", "åligger", "vilar")
"""Verbs that tell that there is a duty or a right."""
_HAVE_AND_BE = ("har", "är", "finns", "äger")
_PAID_FOR = cues.Cue(
    r"^\W*(?:om|när|den som) .{8,}\b(?:ska|skall|får|måste) (?:\w+ ){0,4}?"
    r"(?:ta ut|tas ut|betala|betalas|dömas|påföras|påföra) (?:\w+ ){0,3}?\w*(?:avgift|böter|skatt)(?:en|er)? "
    rf"(?:enligt|jämlikt|med stöd av|i enlighet med) {REF}",
)
"""Who has to pay, and for what: *Om någon bygger utan lov ska nämnden ta ut en avgift enligt 11 kap. 51 §*."""


class FrontedClause(NamedTuple):
    """A clause that begins *Enligt …*: its main verb, what comes after that, and the whole text."""

    verb: str
    rest: str
    text: str


def states_rule(text: str) -> bool:
    """Whether the main verb of a clause states a rule; the text is masked.

    *Enligt 25 § FL har du rätt att se allt.*  *Du får stöd enligt 9 § LSS om du behöver det.*
    """
    text = cues.CONSEQUENCE.sub("", text)
    if decide(SAYS_NOTHING, text).answer:
        return False
    fronted = cues.FRONTED.match(text)
    if fronted is None:
        return decide(CLAUSE_STATES_RULE, text).answer
    return _verb_states_rule(text, *fronted.groups())


def _verb_states_rule(text: str, verb_of_rules: str | None, other_verb: str | None, rest: str) -> bool:
    """Whether a clause that begins *Enligt …* states a rule, by its main verb and what comes after that.

    The verb is one that rules are made with, *ska*, or another, *betalar*.
    """
    if verb_of_rules is not None:
        clause = FrontedClause(verb_of_rules, rest, text)
        return decide(VERB_STATES_RULE, clause).answer
    clause = FrontedClause(other_verb or "", rest, text)
    return decide(OTHER_VERB_STATES_RULE, clause).answer


# -- whether the text says anything of the rule at all


def _lacks_reference(text: str) -> bool:
    """Whether no section is named in it."""
    return REF not in text


def _names_in_passing(text: str) -> bool:
    """Whether the section only qualifies something else: *kraven i 9 § LSS*."""
    return cues.ASIDE.search(text) is not None


def _leaves_to_section(text: str) -> bool:
    """Whether the section alone tells what is left out: *inom den tid som anges i 44 § FL*.

    Not where another section is told of: *Enligt 25 § FL ska du svara inom den tid som anges i 44 § FL.*
    """
    return REF not in cues.LEFT_TO_SECTION.sub("", text)


def _tells_where(text: str) -> bool:
    """Whether it tells where the rule stands, not what it is.

    *Rätten till insyn regleras i 25 § FL.*  *I 25 § FL finns regler om insyn.*
    """
    if cues.WHERE.search(text) is not None:
        return True
    return cues.TELLS_WHERE.match(text) is not None


def _asks(text: str) -> bool:
    """Whether the section stands in what the reader is to answer.

    *Motivera varför avvikelsen ska ses som liten enligt 25 § FL.*  The question has a rule's verbs, but states none.
    """
    return REF not in cues.ASKED.sub("", text)


def _is_vague(text: str) -> bool:
    """Whether the verb says nothing of the rule, and no condition does.

    *Frågan ska prövas enligt 25 § FL.*
    """
    if cues.VAGUE.search(text) is None:
        return False
    return cues.CONDITION.search(text) is None


SAYS_NOTHING: tuple[Decision[str], ...] = (
    Decision("no reference", _lacks_reference, True, "Du har rätt till hjälp om du behöver den."),
    Decision("hardly a word", is_too_short, True, "Beslut enligt 25 § FL."),
    Decision("named in passing", _names_in_passing, True, "Du uppfyller kraven i 9 § LSS för att få insatsen."),
    Decision("left to the section", _leaves_to_section, True, "Du ska betala inom den tid som anges i 9 § LSS."),
    Decision("where the rule stands", _tells_where, True, "Rätten till insyn regleras i 25 § FL och gäller alla."),
    Decision("asked", _asks, True, "Du ska motivera varför skadan ska ses som liten enligt 25 § FL."),
    Decision("vague", _is_vague, True, "Frågan ska prövas av nämnden enligt 25 § FL."),
    Decision("something", otherwise, False, "Enligt 25 § FL har du rätt att se allt."),
)
"""Whether a text with a reference tells nothing but where the rule stands."""


# -- a clause that begins with something else than the reference


def _is_about_the_case(text: str) -> bool:
    """Whether it tells the letter's own decision, not a rule.

    *Nämnden beslutar att avslå din ansökan …*
    """
    if cues.DECIDES.search(cues.BEFORE_DECISION.sub("", text)) is not None:
        return True
    return cues.THIS_CASE.search(text) is not None


def _names_matter(text: str) -> bool:
    """Whether the section only tells which matter is meant.

    *Du kan lämna en ansökan enligt 9 § LSS.*  A claim that depends on what follows says more: *Ersättning enligt 5 §
    lämnas bara om …*.
    """
    if cues.RIGHT_OR_DUTY.search(text) is not None or _PAID_FOR.search(text) is not None:
        return False
    if cues.ATTRIBUTE.search(text) is not None:
        return True
    claim = cues.CLAIM.search(text)
    return claim is not None and cues.CONDITION.search(text[claim.end() :]) is None


def _has_rule(text: str) -> bool:
    """Whether someone must, may or can demand something.

    *Du får läsa allt i ärendet enligt 25 § FL.*
    """
    if cues.RULE.search(text) is None:
        return False
    return count_words(text) > MIN_WORDS


CLAUSE_STATES_RULE: tuple[Decision[str], ...] = (
    Decision("about the case", _is_about_the_case, False, "Nämnden beslutar att du ska få insatsen enligt 9 § LSS."),
    Decision("names the matter", _names_matter, False, "Du kan lämna en ansökan enligt 9 § LSS till oss."),
    Decision("rule", _has_rule, True, "Du har rätt att se allt i ärendet enligt 25 § FL."),
    Decision("no rule", otherwise, False, "Vi skickar en blankett som bygger på 25 § FL."),
)
"""Whether a clause states a rule that has its reference in the middle or last."""


# -- a clause that begins with the reference, and a verb that rules are made with


def _is_case_without_condition(clause: FrontedClause) -> bool:
    """Whether it is about this case alone.

    *Enligt 9 § LSS ska din ansökan beviljas*, but not *… om du behöver stödet*
    """
    if cues.THIS_CASE.search(clause.text) is None:
        return False
    return cues.CONDITION.search(clause.rest) is None


def _decides_for_one(clause: FrontedClause) -> bool:
    """Whether it tells a decision or an assessment, of nobody in general: *… får hon avslag, vi bedömer …*."""
    if cues.DECIDES.search(clause.rest) is None:
        return False
    return cues.GENERAL.search(clause.rest) is None


def _tells_what_was_done(clause: FrontedClause) -> bool:
    """Whether it tells what has happened.

    *Enligt 25 § FL har hon fått del av utredningen.*
    """
    is_perfect = clause.verb == "har"
    return is_perfect and cues.HAS_DONE.match(clause.rest) is not None


def _gives_right_or_duty(clause: FrontedClause) -> bool:
    """Whether it says what someone has a right to, or is bound to.

    *Enligt 25 § FL har du rätt att se allt.*  What another section gives is that one's: *Enligt 25 § FL har du fått
    läsa allt, men har rätt till hjälp enligt 9 § LSS.*
    """
    if clause.verb not in _HAVE_AND_BE:
        return False
    rest = cues.GIVEN_BY_OTHER.sub("", clause.rest)
    return any(cue.search(f"{clause.verb}{rest}") for cue in (cues.RULE, cues.RIGHT_OR_DUTY))


def _only_has_or_is(clause: FrontedClause) -> bool:
    """Whether the verb alone says nothing of a rule: *Enligt 9 § LSS är insatsen ett slags boende.*"""
    return clause.verb in _HAVE_AND_BE


def _is_passive_with_condition(clause: FrontedClause) -> bool:
    """Whether it tells who does something or when.

    *Enligt 9 § LSS lämnas stöd när det behövs.*
    """
    return _is_passive(clause) and cues.BY_OR_IF.search(clause.rest) is not None


def _is_passive(clause: FrontedClause) -> bool:
    """Whether the verb tells what is done, as *lämnas* does.

    *krävs* and *menas* tell what holds.
    """
    ends_as_passive = clause.verb.endswith("s")
    return ends_as_passive and clause.verb not in _PASSIVES_OF_RULES


VERB_STATES_RULE: tuple[Decision[FrontedClause], ...] = (
    Decision(
        "this case", _is_case_without_condition, False, "Enligt 9 § LSS ska din ansökan beviljas från och med maj."
    ),
    Decision("decision", _decides_for_one, False, "Enligt 9 § LSS får hon avslag eftersom hon anses frisk."),
    Decision("what was done", _tells_what_was_done, False, "Enligt 25 § FL har hon fått del av utredningen."),
    Decision("right or duty", _gives_right_or_duty, True, "Enligt 25 § FL har den enskilde rätt att se allt."),
    Decision("only has or is", _only_has_or_is, False, "Enligt 9 § LSS är insatsen ett slags boende."),
    Decision(
        "passive with a condition", _is_passive_with_condition, True, "Enligt 9 § LSS lämnas stöd när det behövs."
    ),
    Decision("passive", _is_passive, False, "Enligt 9 § LSS lämnas stöd i vardagen."),
    Decision("rule", otherwise, True, "Enligt 25 § FL ska myndigheten visa dig allt i utredningen."),
)
"""Whether a clause states a rule that begins *Enligt …* and goes on with a verb of rules: *ska*, *har*, *lämnas*."""


# -- a clause that begins with the reference, and another verb


def _is_other_decision(clause: FrontedClause) -> bool:
    """Whether it is the letter's own decision.

    *Enligt 9 § LSS beslutar nämnden om stöd för dig.*
    """
    if cues.DECIDES.search(f"{clause.verb}{clause.rest}") is not None:
        return True
    return cues.THIS_CASE.search(clause.text) is not None


def _has_condition(clause: FrontedClause) -> bool:
    """Whether it tells when something holds: *Enligt 9 § LSS betalar du en avgift när du åker.*"""
    return cues.CONDITION.search(clause.rest) is not None


def _holds_for_all(clause: FrontedClause) -> bool:
    """Whether it tells of a right or a duty that there is: *Enligt 7 kap. skollagen råder skolplikt.*"""
    return clause.verb in _ARE_THERE and cues.RIGHT_OR_DUTY.search(clause.rest) is not None


OTHER_VERB_STATES_RULE: tuple[Decision[FrontedClause], ...] = (
    Decision("decision", _is_other_decision, False, "Enligt 9 § LSS beslutar nämnden om stöd för dig."),
    Decision("holds for all", _holds_for_all, True, "Enligt 9 § LSS råder skolplikt i hela landet."),
    Decision("condition", _has_condition, True, "Enligt 9 § LSS betalar du en avgift när du åker."),
    Decision("no condition", otherwise, False, "Enligt 9 § LSS betalar du en liten avgift."),
)
"""Whether a clause states a rule that begins *Enligt …* and goes on with another verb: a condition makes it one."""
