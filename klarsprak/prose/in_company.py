"""Whether *ni* in a letter to one person is that person and somebody whom the letter names: *du och Robin*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.gazetteer import FIRST_NAMES, PLACES
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.addressee import readers_names
from klarsprak.prose.letter_head import greeted_names
from klarsprak.prose.nearby import sentence_numbers

_REACH = 3
"""So many sentences before its own may name whom *ni* is besides the reader."""
_COMPANION = re.compile(
    r"(?<!\bmin )(?<!\bmina )(?<!\bvår )(?<!\bvåra )"
    r"(?:\b(?:kontaktperson|kontaktfamilj|stödfamilj|stödperson|ledsagar|boendestödj|assistent|handledar|mentor"
    r"|(?:arbets|lag|klass|kurs|rums|fika)?kamrat|kolleg|kompis|sambo|lagledar|gruppledar|vänner\b))"
    r"|\b(?:du|dig) (?:och|eller|med) (?!du\b|dig\b|ditt\b|din\b|vi\b|oss\b|jag\b|mig\b)"
)
"""With whom somebody does things, but for the writer's own colleagues; in lower case."""
_KIN = re.compile(
    r"\b(?:din|ditt|dina) (?:\w+ )?(?:närstående|anhörige?a?|mamma|pappa|mor|far|man|hustru|fru|make|maka|sambo"
    r"|partner|syskon|son|dotter|barn|familj|mormor|morfar|farmor|farfar)\b"
)
"""Who may live with the reader; in lower case."""
_AT_HOME = frozenset({("hem", "till"), ("hemma", "hos"), ("hemmet", "hos")})
"""What stands before *er* who live together."""
_WITH_OTHERS = re.compile(
    r"\b(?:tillsammans|ihop) med (?:(?:de|dina|några|flera|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+) )?"
    r"(?:(?:(?:andra|övriga) )?(?:kolleger|kollegor|arbetskamrater|kamrater)\b"
    r"|(?:andra|övriga)(?=\s*(?:[.,;:!?)\n]|$)| (?:som|där|när|i|på|vid|hos)\b| (?:personer|människor|vuxna|barn|unga"
    r"|ungdomar|elever|deltagare|boende|hyresgäster|medlemmar|föräldrar|grannar|vänner)\b))"
)
"""Of a letter that says once and for all with whom the reader is: *tillsammans med sju andra*.

No *tillsammans med andra avgifter*.
"""
_READERS_ALONE = re.compile(
    r"överklag|ansökan|ansök(?:er|a|te|t)?\b|faktur|inkom(?:mit|ma|st)|bifoga|återkom|kontakta\b"
    r"|betal(?:a|ar|at|ade|t)\b|skicka(?:r|t|de)? in\b"
)
"""What the one who reads does alone, whoever is named nearby."""
_BEFORE_OFFICER = frozenset({"heter", "handläggaren", "handläggare", "kollegan", "chefen"})
"""What stands before the name of one who works where the letter is from: *handläggaren Mats*."""


def is_in_company(block: AnalysedBlock, token: int, analysis: Analysis) -> bool:
    """Whether *ni* may be the reader with a companion, of whom the sentences before speak, or with all the others.

    *Du träffar din kontaktperson i maj. Ni bestämmer …*; *er* of *er ansökan* is no such word.
    """
    if block.words[token] != "ni":
        return False
    own = block.sentence_at(token)
    first, last = own.characters
    if _READERS_ALONE.search(block.text, first, last):
        return False
    if analysis.once(_has_others):
        return True
    names = analysis.once(_names_of_readers)
    near = list(_near(block, token, analysis))
    return any(_COMPANION.search(each.text.lower()) or _names_another(each, names) for each in near)


def is_at_home_with_kin(block: AnalysedBlock, token: int, analysis: Analysis) -> bool:
    """Whether *er* is the home of the reader and somebody of hers, of whom the sentences before speak.

    *Kan du inte lämna din man ensam? Då kommer någon hem till er*.
    """
    if block.words[token] != "er" or (*block.words[max(0, token - 2) : token],) not in _AT_HOME:
        return False
    return any(_KIN.search(each.text.lower()) for each in _near(block, token, analysis))


def _near(block: AnalysedBlock, token: int, analysis: Analysis) -> Iterator[WordsAt]:
    """The word's own sentence and the last ones before it, without those of the page's head."""
    number = analysis.once(sentence_numbers)[block.index, block.sentence_at(token).start]
    for each, sentence in analysis.sentences[max(0, number - _REACH) : number + 1]:
        if each.is_prose or each.block.role is Role.LIST_ITEM:
            yield WordsAt(each, sentence.start, sentence.end)


def _has_others(analysis: Analysis) -> bool:
    """Whether the letter says that the reader does what it is about with others."""
    return _WITH_OTHERS.search(analysis.text) is not None


def _names_of_readers(analysis: Analysis) -> frozenset[str]:
    """The names by which the letter calls its reader, in lower case."""
    names = (*readers_names(analysis), *greeted_names(analysis))
    return frozenset(part.lower() for name in names for part in name.split())


def _names_another(near: WordsAt, readers: frozenset[str]) -> bool:
    """Whether the sentence calls somebody else by first name alone: *Robin är 27 år*, no *Robin Ek, handläggare*."""
    return any(
        _is_name(near, token) and near.block.words[token] not in readers for token in range(near.start, near.end)
    )


def _is_name(near: WordsAt, token: int) -> bool:
    """Whether the word is a first name that a list has, with no other name beside it."""
    block = near.block
    if block.words[token] not in FIRST_NAMES or block.words[token] in PLACES:
        return False
    if _is_officer(near, token):
        return False
    return not any(_has_capital(near, beside) for beside in (token - 1, token + 1)) and _is_capital(near, token)


def _is_officer(near: WordsAt, token: int) -> bool:
    """Whether the name is of somebody who works where the letter is from: *Jag heter Mats*, *jag är Mats*."""
    *_, earlier, last = ("", "", *near.block.words[max(near.start, token - 2) : token])
    return last in _BEFORE_OFFICER or (earlier, last) == ("jag", "är")


def _has_capital(near: WordsAt, token: int) -> bool:
    """Whether the word at the place, which may be beyond the sentence, has a capital without opening it."""
    return near.start < token < near.end and _is_capital(near, token)


def _is_capital(near: WordsAt, token: int) -> bool:
    return near.block.written(token, token + 1)[:1].isupper()
