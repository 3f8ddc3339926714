"""What is wrong Swedish beyond doubt, a module a check: each finds the words and what would be right."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from klarsprak.language.grammar.checks.adjective import ADJECTIVE
from klarsprak.language.grammar.checks.article import ARTICLE
from klarsprak.language.grammar.checks.attribute import ATTRIBUTE
from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.capital import MID_CAPITAL, SMALL_FIRST, SMALL_NAME
from klarsprak.language.grammar.checks.clause_faults import (
    ATT_FOR_FINITE,
    INFINITIVE_AFTER_AND,
    INFINITIVE_FOR_FINITE,
    NO_FINITE,
    NO_VERB_BEFORE_DAY,
    SAME_VERB_TWICE,
    SUPINE_FOR_FINITE,
)
from klarsprak.language.grammar.checks.complement import COMPLEMENT
from klarsprak.language.grammar.checks.definite import AFTER_GENITIVE, DEFINITE
from klarsprak.language.grammar.checks.demonstrative import BARE, HERE, OTHER_GENDER, THESE, THIS
from klarsprak.language.grammar.checks.doubled import DOUBLED
from klarsprak.language.grammar.checks.ending import ENDS_IN_COMMA
from klarsprak.language.grammar.checks.gender import GENDER, MANY_OF_ONE
from klarsprak.language.grammar.checks.infinitive_marks import (
    ATT_AFTER_MODAL,
    CLAUSE_WITHOUT_SUBJECT,
    DOUBLE_ATT,
    FINITE_AFTER_ATT,
)
from klarsprak.language.grammar.checks.joined_att import JOINED_ATT
from klarsprak.language.grammar.checks.missing_marks import (
    BARE_AFTER_ADJECTIVE,
    BARE_AFTER_COME,
    BARE_AFTER_GO,
    BARE_AFTER_MAY_COME,
    BARE_AFTER_NOUN,
    BARE_AFTER_PREPOSITION,
)
from klarsprak.language.grammar.checks.missing_verb import MISSING_VERB
from klarsprak.language.grammar.checks.most import OTHER_NUMBER, WITHOUT_THE
from klarsprak.language.grammar.checks.name_slip import NAME_SLIP
from klarsprak.language.grammar.checks.negation import NOT_AFTER_VERB, NOT_AFTER_VERB_LOOSE, NOT_BEFORE_VERB
from klarsprak.language.grammar.checks.no_stop import NO_STOP, NO_STOP_LAST
from klarsprak.language.grammar.checks.number import NUMBER, QUANTITIES
from klarsprak.language.grammar.checks.old_passive import OLD_PASSIVE
from klarsprak.language.grammar.checks.predicative import PREDICATIVE
from klarsprak.language.grammar.checks.rests import COMMA_AFTER_SUBJECT, REPEATED, SUBJECT_AGAIN, TWO_VERBS
from klarsprak.language.grammar.checks.something import SOMETHING
from klarsprak.language.grammar.checks.strengthened import STRENGTHENED
from klarsprak.language.grammar.checks.them import THEM, THEM_BEFORE_NOUN, THEM_BY_PLACE, THEM_SPOKEN, THEY
from klarsprak.language.grammar.checks.torn import TORN, TORN_MAYBE
from klarsprak.language.grammar.checks.torn_elsewhere import TORN_ELSEWHERE
from klarsprak.language.grammar.checks.unmarked import UNMARKED
from klarsprak.language.grammar.checks.verb_chains import (
    AFTER_HAVE,
    AFTER_MODAL,
    DOUBLE_SUPINE,
    PRESENT_AFTER_IMPERATIVE,
)
from klarsprak.language.grammar.checks.whole import BOTH, ONE_OF, WITH_ENDING, WITHOUT_ENDING
from klarsprak.language.grammar.checks.word_order import (
    TURNED_CLAUSE,
    TURNED_QUESTION,
    VERB_AFTER_BARE_CLAUSE,
    VERB_AFTER_CLAUSE,
    VERB_AFTER_PHRASE,
    VERB_NOT_SECOND,
)
from klarsprak.language.grammar.checks.wrong_form import WRONG_FORM

__all__ = ["CHECKS", "Check", "CheckName", "Mistake", "told_by"]

CheckName = Literal[
    "doubled",
    "old_passive",
    "after_modal",
    "after_have",
    "double_supine",
    "infinitive_for_finite",
    "att_for_finite",
    "infinitive_after_and",
    "supine_for_finite",
    "same_verb_twice",
    "no_finite",
    "not_after_verb",
    "not_after_verb_loose",
    "not_before_verb",
    "turned_clause",
    "turned_question",
    "verb_not_second",
    "verb_after_clause",
    "bare_after_adjective",
    "present_after_imperative",
    "finite_after_att",
    "clause_without_subject",
    "double_att",
    "att_after_modal",
    "bare_after_come",
    "bare_after_may_come",
    "bare_after_preposition",
    "adjective",
    "after_genitive",
    "article",
    "attribute",
    "bare_noun",
    "definite",
    "gender",
    "here",
    "mid_capital",
    "number",
    "one_of",
    "other_gender",
    "predicative",
    "quantities",
    "small_first",
    "something",
    "strengthened",
    "them",
    "these",
    "they",
    "this",
    "torn",
    "torn_maybe",
    "torn_elsewhere",
    "no_stop_last",
    "no_verb_before_day",
    "name_slip",
    "verb_after_phrase",
    "them_before_noun",
    "bare_after_go",
    "subject_again",
    "no_stop",
    "with_ending",
    "without_ending",
    "both",
    "small_name",
    "ends_in_comma",
    "many_of_one",
    "without_the",
    "other_number",
    "unmarked",
    "verb_after_bare_clause",
    "two_verbs",
    "comma_after_subject",
    "repeated",
    "bare_after_noun",
    "complement",
    "wrong_form",
    "missing_verb",
    "them_by_place",
    "them_spoken",
    "joined_att",
]
CHECKS: dict[CheckName, Check] = {
    "adjective": ADJECTIVE,
    "after_genitive": AFTER_GENITIVE,
    "article": ARTICLE,
    "attribute": ATTRIBUTE,
    "bare_noun": BARE,
    "definite": DEFINITE,
    "doubled": DOUBLED,
    "old_passive": OLD_PASSIVE,
    "after_modal": AFTER_MODAL,
    "after_have": AFTER_HAVE,
    "double_supine": DOUBLE_SUPINE,
    "infinitive_for_finite": INFINITIVE_FOR_FINITE,
    "att_for_finite": ATT_FOR_FINITE,
    "infinitive_after_and": INFINITIVE_AFTER_AND,
    "supine_for_finite": SUPINE_FOR_FINITE,
    "same_verb_twice": SAME_VERB_TWICE,
    "no_finite": NO_FINITE,
    "not_after_verb": NOT_AFTER_VERB,
    "not_after_verb_loose": NOT_AFTER_VERB_LOOSE,
    "not_before_verb": NOT_BEFORE_VERB,
    "turned_clause": TURNED_CLAUSE,
    "turned_question": TURNED_QUESTION,
    "verb_not_second": VERB_NOT_SECOND,
    "verb_after_clause": VERB_AFTER_CLAUSE,
    "bare_after_adjective": BARE_AFTER_ADJECTIVE,
    "present_after_imperative": PRESENT_AFTER_IMPERATIVE,
    "finite_after_att": FINITE_AFTER_ATT,
    "clause_without_subject": CLAUSE_WITHOUT_SUBJECT,
    "double_att": DOUBLE_ATT,
    "att_after_modal": ATT_AFTER_MODAL,
    "bare_after_come": BARE_AFTER_COME,
    "bare_after_may_come": BARE_AFTER_MAY_COME,
    "bare_after_preposition": BARE_AFTER_PREPOSITION,
    "gender": GENDER,
    "here": HERE,
    "mid_capital": MID_CAPITAL,
    "number": NUMBER,
    "one_of": ONE_OF,
    "other_gender": OTHER_GENDER,
    "predicative": PREDICATIVE,
    "quantities": QUANTITIES,
    "small_first": SMALL_FIRST,
    "something": SOMETHING,
    "strengthened": STRENGTHENED,
    "them": THEM,
    "these": THESE,
    "they": THEY,
    "this": THIS,
    "torn": TORN,
    "torn_maybe": TORN_MAYBE,
    "torn_elsewhere": TORN_ELSEWHERE,
    "no_stop_last": NO_STOP_LAST,
    "no_verb_before_day": NO_VERB_BEFORE_DAY,
    "name_slip": NAME_SLIP,
    "verb_after_phrase": VERB_AFTER_PHRASE,
    "them_before_noun": THEM_BEFORE_NOUN,
    "bare_after_go": BARE_AFTER_GO,
    "subject_again": SUBJECT_AGAIN,
    "no_stop": NO_STOP,
    "with_ending": WITH_ENDING,
    "without_ending": WITHOUT_ENDING,
    "both": BOTH,
    "small_name": SMALL_NAME,
    "ends_in_comma": ENDS_IN_COMMA,
    "many_of_one": MANY_OF_ONE,
    "without_the": WITHOUT_THE,
    "other_number": OTHER_NUMBER,
    "unmarked": UNMARKED,
    "verb_after_bare_clause": VERB_AFTER_BARE_CLAUSE,
    "two_verbs": TWO_VERBS,
    "comma_after_subject": COMMA_AFTER_SUBJECT,
    "repeated": REPEATED,
    "bare_after_noun": BARE_AFTER_NOUN,
    "complement": COMPLEMENT,
    "wrong_form": WRONG_FORM,
    "missing_verb": MISSING_VERB,
    "them_by_place": THEM_BY_PLACE,
    "them_spoken": THEM_SPOKEN,
    "joined_att": JOINED_ATT,
}
"""The checks by the name that a rule gives."""
_TELLING = [(name, check.is_sign) for name, check in CHECKS.items() if check.is_sign]


@lru_cache(maxsize=8192)
def told_by(form: str) -> frozenset[CheckName]:
    """The checks of which a lower-case form is a sign by what it is: few forms are any's.

    >>> told_by("beställes"), told_by("beställs")
    (frozenset({'old_passive'}), frozenset())
    """
    return frozenset(name for name, is_sign in _TELLING if is_sign(form))
