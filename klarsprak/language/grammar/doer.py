"""Who may be the doer of a passive that names none."""

from __future__ import annotations

import re
from itertools import pairwise

from klarsprak.language.grammar.clauses import SentenceForms, is_finite, is_in_main_clause
from klarsprak.language.words_at import WordsAt

_OTHER_DOER = re.compile(
    r"(?:\w*(?:domstol|rätt|polis|kronofogd|försäkringskass|länsstyrelse|myndighet|verket|styrelse|leverantör|bolag"
    r"|entreprenör|mäklar|läkar|bank|post|tjänst|system|tjänsteman|tjänstemän)\w*|regeringen|riksdagen|lag|lagen|lagar"
    r"|databas|databasen|register|registret|e-post)$"
)
"""Words that name somebody, or something, else who may act: *domstolen*, *polisen*, *systemet*."""
_WORDS_IN_RATT = re.compile(r"rätt(?:a|ar|at|as|ade|else|elsen|ning|ningen|ig|igt|iga|ighet|igheter|vis|en till)?$")
"""*rätt* alone, and words in it that are no court: *rättelse*, *rättvis*."""


def stands_in_main_clause(verb: WordsAt) -> bool:
    """Whether the verb, with its auxiliary, is what the sentence says, not what *om*, *när*, *som* or *att* adds.

    *Beslutet* **skickas** *till dig*; but *sju dagar efter att beslutet* **skickades**, *från den dag beslutet*
    **meddelades**.
    """
    whole = verb.sentence
    sentence = SentenceForms.of(WordsAt(verb.block, whole.start, whole.end))
    finite = _finite_verb(sentence, verb.end - 1 - whole.start)
    if finite is None or _tells_a_day(sentence, finite):
        return False
    return _is_before_subject(sentence, finite) or is_in_main_clause(sentence, finite)


def _is_before_subject(sentence: SentenceForms, verb: int) -> bool:
    """*Innan ledningarna täckes* **skall** *de besiktigas*: only a main clause has its subject after the verb."""
    return sentence.forms[verb + 1 : verb + 2] != [] and sentence.forms[verb + 1] in _SUBJECTS


_SUBJECTS = frozenset("jag du han hon vi ni de".split())
"""Pronouns that are subjects alone; *den* and *det* are objects as well."""


def _finite_verb(sentence: SentenceForms, verb: int) -> int | None:
    """The verb itself, or the nearest finite one before it: *har* of *har inte* **lämnats**."""
    for i in range(verb, -1, -1):
        if is_finite(sentence, i):
            return i
    return None


def _tells_a_day(sentence: SentenceForms, verb: int) -> bool:
    """*från den dag beslutet* **meddelades**: a clause that no subordinator opens."""
    before = sentence.forms[max(0, verb - _REACH_OF_DAY) : verb]
    return any(pair == ("den", "dag") for pair in pairwise(before))


_REACH_OF_DAY = 6


def may_be_sender_or_reader(verb: WordsAt) -> bool:
    """Whether nobody else is in the sentence who may be the doer: *Avgiften betalas i maj*.

    *Saken prövas i domstol*: a court acts, and who writes the letter can't say *vi*.
    """
    return not any(map(_is_other_doer, verb.sentence.forms))


def _is_other_doer(form: str) -> bool:
    """*förvaltningsrätten*, *systemet*; not *rättelse*."""
    return _OTHER_DOER.match(form) is not None and not _WORDS_IN_RATT.match(form)
