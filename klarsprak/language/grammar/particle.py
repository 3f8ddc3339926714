"""A verb put in place of another one where a particle belongs to it: *skickar vi inte in* for *insänder vi inte*."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.subject_after import (
    SENTENCE_ADVERBS,
    SHORTENED_PREPOSITIONS,
    end_of_short_subject,
    end_of_subject,
    says_when,
)
from klarsprak.language.inflection import REFLEXIVES, Features, put_between
from klarsprak.language.words_at import WordsAt

_MOST_ADVERBS = 3
"""So many adverbs at most between a finite verb and its particle."""
_OBJECTS = frozenset("den det dem honom henne mig dig oss er".split())
"""Pronouns that may stand before *inte* as objects: *vi insände den inte*."""
_BEGINS_OBJECT = frozenset({"NOUN", "PROPN", "DET", "PRON", "NUM"})
_BELONGS_ON = SHORTENED_PREPOSITIONS | frozenset(
    "mycket så för ganska helt alltför ca cirka senast tidigast tillsammans ungefär minst högst nästan drygt knappt "
    "just".split()
)
"""What belongs to the words after it: *inkräver* **mycket** *stora belopp*, *returneras* **senast** *den 3 maj*."""
_OF_TIMES = frozenset(
    "redan först sent senare tidigt tidigare nu strax precis exakt runt omkring endast bara".split()
)
"""What belongs to a time after it: *inkom* **först** *den 3 maj*, *insändes* **redan** *i maj*."""
_DAY = re.compile(r"(?:\d{2,4}-\d\d?-\d\d?|\d\d?[/.]\d\d?(?:[/.-]\d+)?|20\d\d|kl|kl\.|klockan|år)")
"""How a day or an hour begins that is written in figures: *2025-03-19*, *3/5*, *klockan 14*."""
_NEUTER = frozenset({"Gender=Neut", "Definite=Ind", "Degree=Pos"})
"""What an adverb has that is made of an adjective."""
_EJ = re.compile(r"\b(?:ej|icke)\b")
_COMING = re.compile(r"(?:kommer|kom|går|gick|faller|föll) (?:in|ut|fram|upp|ner|bort|till|tillbaka)")
"""Forms that take no object, unlike *kom ihåg*: what follows them is what comes, and belongs before the particle."""
_NO_PARTICLES = frozenset("bland enligt från före genom hos i inom mellan under utan utanför vid".split())
"""Prepositions that are no part of a verb, as *till* is of *lägga till*."""


class _Between(NamedTuple):
    """What stands after a verb and belongs before its particle, each up to the token where it ends."""

    verb: WordsAt
    subject: int
    """After the subject, with an adverb before it: *inte polisen*."""
    adverbs: int
    """After the adverbs, and the object that stands before them: *den inte*."""
    has_object: bool

    @property
    def end(self) -> int:
        """After all of it."""
        return max(self.subject, self.adverbs)

    def put_into(self, form: str) -> str:
        """The form with the words in it: *skickade in* to *skickade vi inte in den*; after it, if it is one word."""
        block, start = self.verb.block, self.verb.end
        if " " not in form:
            return f"{form} {_written(block, start, self.end)}"
        adverbs = self.subject + self.has_object
        placed = put_between(form, _written(block, start, self.subject), _written(block, adverbs, self.adverbs))
        return f"{placed} {_written(block, self.subject, adverbs)}" if self.has_object else placed


def _written(block: AnalysedBlock, start: int, end: int) -> str:
    """The tokens as they stand; empty where there are none.  A stiff *ej* is *inte*: no advice repeats it."""
    return _EJ.sub("inte", block.written(start, end)) if start < end else ""


def takes_words_between(words: WordsAt, forms: list[str]) -> bool:
    """Whether one of the forms has a particle, before which goes what follows the verb: *skickar … in*.

    *insänder inte*: *skickar inte in*; *yttrar sig inte*: *säger inte sin mening*.
    """
    if not words.is_one and words.block.words[words.end - 1] not in REFLEXIVES:
        return False
    return any(" " in form for form in forms)


def with_words_between(words: WordsAt, forms: list[str], features: Features) -> tuple[WordsAt, list[str]]:
    """*insänder vi inte* becomes *skickar vi inte in*: what stands after the verb goes before its particle.

    ``features`` are the verb's.  Other forms of the list just get the same words after them.  Where nobody can be
    sure what goes before the particle, the forms that have one are left out.
    """
    if not _is_finite(features):
        return words, forms
    between = _between(words)
    if between is None or _doubles(words, between, forms) or _comes_after(between, forms):
        return words, [form for form in forms if " " not in form]
    if between.end == words.end:
        return words, forms
    return WordsAt(words.block, words.start, between.end), list(map(between.put_into, forms))


def may_part(verb: WordsAt, token: int) -> bool:
    """Whether subject and adverbs alone stand between a finite verb and the rest of its phrase, at the token.

    *har* **du inte** *möjlighet att*, *fick* **nämnden därför** *del av*.
    """
    return _parting(verb, token) is not None


def with_words_parting(verb: WordsAt, token: int, forms: list[str]) -> list[str]:
    """The forms with what stands between the verb and the token put into them: *kan* **du inte**."""
    between = _parting(verb, token)
    return forms if between is None else list(map(between.put_into, forms))


def _parting(verb: WordsAt, token: int) -> _Between | None:
    """The subject and the adverbs from the verb up to the token; None where something else stands there."""
    subject = end_of_short_subject(verb)
    if subject is None or subject > token:
        return None
    are_adverbs = all(map(partial(_is_adverb, verb.block), range(subject, token)))
    return _Between(verb, subject, token, has_object=False) if are_adverbs else None


def _is_adverb(block: AnalysedBlock, token: int) -> bool:
    """*därför*, *således*; not *så* or *mycket*, which belong to the word after them."""
    if block.words[token] in _BELONGS_ON:
        return False
    return block.words[token] in SENTENCE_ADVERBS or block.tags[token] == "ADV" or _says_no_noun(block, token)


def _says_no_noun(block: AnalysedBlock, token: int) -> bool:
    """Whether what looks like an adjective doesn't fit the noun after it: *gör* **sammantaget** *bedömningen*."""
    return block.features[token] >= _NEUTER and "Definite=Def" in block.features[token + 1]


def _is_finite(features: Features) -> bool:
    """*insänder*, *insänd*; nothing goes between an infinitive or a supine and its particle."""
    return features.get("VerbForm", "Fin") == "Fin"


def _doubles(words: WordsAt, between: _Between, forms: list[str]) -> bool:
    """Whether the particle would stand before the same word: *spärrades bron av* **av** *polisen*."""
    after = words.block.words[between.end : words.sentence.end][:1]
    return bool(after) and any(form.endswith(f" {after[0]}") for form in forms)


def _comes_after(between: _Between, forms: list[str]) -> bool:
    """Whether what comes stands after an adverb: *har avdrag gjorts och inflyter därefter* **betalning**."""
    block, end, last = between.verb.block, between.end, between.verb.sentence.end
    if between.subject > between.verb.end or not between.verb.end < end < last:
        return False
    if block.tags[end] not in _BEGINS_OBJECT or says_when(block, end, last):
        return False
    return any(map(_COMING.fullmatch, forms))


def _between(words: WordsAt) -> _Between | None:
    """The subject and the adverbs that follow the words; None where nobody can be sure where they end.

    A measure is no subject: *uppmättes* **11,4 °**.
    """
    subject = end_of_subject(words)
    if subject is None or any(map(_has_digit, words.block.words[words.end : subject])):
        return None
    is_pronoun = _is_pronoun_before_adverb(words, subject)
    subject += is_pronoun and _is_passive(words)
    has_object = is_pronoun and not _is_passive(words)
    adverbs = subject + has_object
    last = min(words.sentence.end, adverbs + _MOST_ADVERBS)
    while adverbs < last and _goes_before_particle(words, adverbs):
        adverbs += 1
    return _Between(words, subject, adverbs, has_object)


def _has_digit(word: str) -> bool:
    """*11,4*."""
    return any(map(str.isdigit, word))


def _is_pronoun_before_adverb(words: WordsAt, token: int) -> bool:
    """Whether an object stands there before an adverb: *insänder* **den** *inte*, which is *skickar inte in den*.

    Asked of what follows the verb and its subject.  Of a passive it is the subject: *Insänds* **den** *inte*.
    """
    following = words.block.words[token : words.sentence.end][:2]
    return len(following) == 2 and following[0] in _OBJECTS and following[1] in SENTENCE_ADVERBS


def _is_passive(words: WordsAt) -> bool:
    """*insänds*."""
    return "Voice=Pass" in words.block.features[words.start]


def _goes_before_particle(words: WordsAt, token: int) -> bool:
    """Whether the word is an adverb of the sentence, or any before an object: *insänder omgående ansökan*.

    Not *insänder digitalt*, nor *inkräver mycket stora belopp*.
    """
    block = words.block
    if _belongs_to_time(words, token) or _opens_clause(words, token):
        return False
    if block.words[token] in SENTENCE_ADVERBS:
        return True
    if "." in block.words[token]:  # *återtas* **fr.o.m.** *den 3 maj*
        return False
    if block.tags[token] != "ADV" or block.words[token] in _BELONGS_ON or token + 1 == words.sentence.end:
        return False
    return block.tags[token + 1] in _BEGINS_OBJECT


def _opens_clause(words: WordsAt, token: int) -> bool:
    """Whether the word is *sedan* before a clause with a verb: *det som kvarstår* **sedan** *hyran har betalats*."""
    block = words.block
    if block.words[token] != "sedan":
        return False
    for after in range(token + 1, words.sentence.end):
        if "VerbForm=Fin" in block.features[after]:
            return block.tags[after - 1] != "CCONJ"
        if block.words[after] == "som" or _ends_clause(block, after):
            return False
    return False


def _ends_clause(block: AnalysedBlock, token: int) -> bool:
    """Whether another clause begins: *, och vi*; no comma alone, nor *och* in a list: *hyran, el och vatten, har*."""
    if block.tags[token] == "CCONJ":
        return block.words[token - 1] == ","
    return block.tags[token] == "SCONJ" or (block.tags[token] == "PUNCT" and block.words[token] != ",")


def _belongs_to_time(words: WordsAt, token: int) -> bool:
    """Whether the adverb and a time right after it are one phrase, which follows the particle: *redan i maj*."""
    block, last = words.block, words.sentence.end
    if block.words[token] not in _OF_TIMES:
        return False
    time = token + 1
    if time < last - 1 and block.tags[time] == "ADP":
        time += 1
    return time < last and (_DAY.fullmatch(block.words[time]) is not None or says_when(block, time, last))


def follows_preposition(words: WordsAt) -> bool:
    """Whether the words begin with a preposition right after another: *under inom ramen för planen*.

    One of the two is left from another wording: what can stand in place of either, nobody knows.
    """
    block, start, _ = words
    if words.is_first_in_sentence or block.tags[start] != "ADP":
        return False
    return block.words[start - 1] in _NO_PARTICLES


def is_joined(verb: str, parted: str) -> bool:
    """Whether the verb is the other with its particle in front.  Its participle is always joined: *en utpekad plats*.

    >>> is_joined("utpeka", "peka ut"), is_joined("insända", "skicka in")
    (True, False)
    """
    simple, _, particle = parted.partition(" ")
    return bool(particle) and verb == particle + simple


def shares_last_part(words: WordsAt) -> bool:
    """Whether another word leaves its last part to this one: *till- eller* **ombyggas**."""
    *_, half, joiner = ["", "", *words.before]
    return joiner in _JOINERS and half.endswith("-")


_JOINERS = frozenset({"och", "eller", "samt", "respektive"})
_SHARED = 4
"""Letters that the last part of a compound has at least."""


def may_share_last_part(form: str, words: WordsAt) -> bool:
    """Whether the form ends as the words do, so that the half before them may be a half of it too.

    *arbets- och* **anställningsvillkor** is *arbets- och* **jobbvillkor**, and no *arbets- och* **regler**.
    """
    return " " not in form and form[-_SHARED:].lower() == words.text[-_SHARED:].lower()
