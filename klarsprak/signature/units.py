"""Units of the municipality, and the municipality itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.spans import Span
from klarsprak.signature.words import is_compound_on, is_title_word, words

# *Norrlida kommun*, *Region Norr*, *TALLVIKS KOMMUN*, *Räddningstjänstförbundet Mitt*
_ORGANISATION = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]+\s){1,2}(?:kommun|stad|kommunförbund|region)\b|Region\s[A-ZÅÄÖ]\w+"
    r"|\b[A-ZÅÄÖ]{3,}S? (?:KOMMUN|STAD)\b"
    r"|\b[A-ZÅÄÖ]\w+s\s(?:KOMMUN|Kommun|Stad)\b|\bRäddningstjänstförbundet\s\w+|^(?:Kommunen|Kommunhuset)$"
)
# The same in a line that is cut into pieces later: where one ends, no small letter follows.
_MAY_HOLD_ORGANISATION = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]+\s(?:kommun|stad|kommunförbund|region)(?![a-zåäö])|Region\s[A-ZÅÄÖ]\w|S? (?:KOMMUN|STAD)"
    r"|s\s(?:KOMMUN|Kommun|Stad)|Räddningstjänstförbundet|Kommunen|Kommunhuset"
)
# *Tekniska* kontoret, *Mark- och* …
_ADJECTIVE = re.compile(
    r"(?:tekniska|sociala|centrala|norra|södra|östra|västra|yttre|inre|gemensamma|kommunala|lokala|.*-)$"
)
# *från oss på* Bygglovsenheten
_LEAD = re.compile(
    r"[,.;:–(-]\s*|(?:från\s+)?(?:(?:oss|alla|vi|personalen|medarbetarna|teamet|gänget)\s+)*(?:på|vid|i|inom)\s+"
    r"|från\s+(?:oss\s+)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:\s+(?:genom|gm|i)|[\s,.;:–-]+)$")
_ENDS_OF_TRAIL = (*",.;:–-", "genom", "gm", "i")
# Miljöenheten *har* beslutat
_VERB = re.compile(
    r"\b(?:är|har|ska|kan|får|hittar|kontakta|beslutar|beslutade|avslår|arbetar|svarar|vill)\b", re.IGNORECASE
)
_NO_UNIT_MARKS = re.compile(r"[@:?!]")
_COMPANY_FORMS = {"AB", "HB", "KB"}
_LONGEST_UNIT, _PAIR = 8, 4
"""Words, of any unit and of two places of one kind."""


class UnitPhrase(NamedTuple):
    """Words that may name a unit."""

    text: str
    tokens: list[str]


def is_unit_word(word: str) -> bool:
    """Whether the word, in lower case, names a unit on its own: *byggnadsnämnden*, *miljökontoret*.

    *nämnden*, *kontoret* need a word before them that tells which one.
    """
    if word in words("unit-no"):
        return False
    return word in words("unit") or is_compound_on(word, "unit-end")


def ends_as_unit(tokens: list[str]) -> bool:
    """Whether the last word, written in lower case, names a unit, be it with the adjective before it.

    *barnomsorgens placeringsenhet*, *tekniska sektorn*.
    """
    *before, last = tokens
    if is_unit_word(last):
        return True
    return last in words("unit-alone") and len(before) == 1 and _ADJECTIVE.match(before[0]) is not None


def organisation_in(text: str) -> re.Match[str] | None:
    """The municipality's name in the text: *Norrlida kommun*; to look for the word in it first is quick."""
    return _ORGANISATION.search(text) if _has_word_of_organisation(text.lower()) else None


def may_hold_organisation(text: str) -> bool:
    """Whether the municipality's name may be in one of the pieces of the line."""
    return _has_word_of_organisation(text.lower()) and _MAY_HOLD_ORGANISATION.search(text) is not None


def _has_word_of_organisation(low: str) -> bool:
    """Whether a word stands in the text, in lower case, that is in every municipality's name."""
    return "kommun" in low or "stad" in low or "region" in low or "räddning" in low


def unit_in(span: Span, known: frozenset[str] = frozenset()) -> Span | None:
    """The unit that the span as a whole names, without the municipality's name beside it; None if it is none.

    *Bygglovsenheten* in *på Bygglovsenheten, Norrlida kommun*.  ``known`` are the organisation's own units, in lower
    case.
    """
    bare = _beside_organisation(span).without_lead(_LEAD)
    unit = bare.cut(0, len(_TRAIL.sub("", bare.text))) if bare.text.endswith(_ENDS_OF_TRAIL) else bare
    is_unit = unit.text.lower() in known or _is_unit(unit.text)
    return unit if is_unit else None


def _beside_organisation(span: Span) -> Span:
    """What stands before or behind the municipality's name, whichever is longer, or the whole where it isn't named.

    *Bygglovsenheten,* of *Bygglovsenheten, Norrlida kommun*.
    """
    organisation = organisation_in(span.text)
    if not organisation:
        return span
    before, after = span.cut(0, organisation.start()), span.behind(organisation)
    return before if len(before.text) > len(after.text) else after


def _is_unit(text: str) -> bool:
    """Whether the text is a unit's name and nothing else.

    It stands in the list, or its head and the words around it make a name.
    """
    phrase = UnitPhrase(text, text.split())
    if any_holds(NO_UNIT, phrase):
        return False
    low = list(map(_bare, phrase.tokens))
    listed = " ".join(low).replace("&", "och") in words("unit")
    return listed or _is_unit_by_head(low, phrase.tokens) or _is_pair_of_subjects(low, phrase.tokens)


def _is_pair_of_subjects(low: list[str], tokens: list[str]) -> bool:
    """Whether it names two things that a unit is about, in English: *Safety & Compliance*, no *Anna & Erik*."""
    if tokens[1:-1] != ["&"] or not all(map(str.istitle, tokens[::2])):
        return False
    return not words("unit-english").isdisjoint(low)


def _bare(token: str) -> str:
    """The word in lower case without marks, up to a slash: *avd* of *Avd.*"""
    return token.lower().strip("(),/").removesuffix(".").partition("/")[0]


def _is_named_kind(tokens: list[str]) -> bool:
    """*enheten Ledningsnät*, as it stands behind a title: a word for units in general, and a name."""
    kind, *rest = tokens
    return kind in words("unit-alone") and len(rest) > 0 and rest[0].istitle()


NO_UNIT: tuple[Trait[UnitPhrase], ...] = (
    Trait("no word, or too many", lambda it: not 1 <= len(it.tokens) <= _LONGEST_UNIT, "Å b c d e f g h i"),
    Trait("lower case", lambda it: not it.text[0].isupper() and not _is_named_kind(it.tokens), "miljöenheten"),
    Trait("a sentence", lambda it: _VERB.search(it.text), "Miljöenheten har beslutat"),
    Trait("other marks", lambda it: _NO_UNIT_MARKS.search(it.text), "Miljöenheten?"),
    Trait("begins otherwise", lambda it: it.tokens[0].lower() in words("unit-not-first"), "Till Miljöenheten"),
    Trait("a company", lambda it: it.tokens[-1] in _COMPANY_FORMS, "Förskolan Solen AB"),
)
"""Why words are no unit's name."""


def _is_unit_by_head(low: list[str], tokens: list[str]) -> bool:
    """Whether the first word for a unit, or for units in general, makes one of the words around it.

    *Miljöenheten i Tallvik*, *Område Norr*, *Tekniska förvaltningen*, *Björkbackens förskola*.
    """
    for index, word in enumerate(low):
        if is_unit_word(word):
            return _is_headed(low, tokens, index)
        if word in words("unit-alone"):
            return _is_headed(low, tokens, index) if index else _tells_which(tokens[1:])
    return _is_place_of_work(low, tokens)


def _is_headed(low: list[str], tokens: list[str], index: int) -> bool:
    """Whether the words around the head make one name with it.

    *Tekniska förvaltningen*, *Miljöenheten i Tallvik*, but not *Rektor Tallskolan* and not *Miljöenheten arbetar*.
    """
    precede = map(_may_precede, low[:index], tokens)
    return all(precede) and _may_follow(tokens[index + 1 :])


def _tells_which(rest: list[str]) -> bool:
    """Whether what follows a general word tells which unit it is.

    *Enheten för vuxna*, *Biblioteket i Tallvik*, *Område Norr*, *Enhet 2*, but not *Enheten* alone.
    """
    if len(rest) > 1 and rest[0] == "i":
        return rest[1][0].isupper()
    first = rest[0] if rest else "-"
    return first == "för" or first[0].isupper() or first[0].isdigit()


def _is_place_of_work(low: list[str], tokens: list[str]) -> bool:
    """Whether it is a name in the genitive and the kind of place: *Björkbackens förskola*.

    *förskola*, *skola* name a kind of place, and the name before it tells which one, or the two names of a pair do:
    *Björkens och Granens förskolor*.
    """
    is_pair = len(low) == _PAIR and low[1] in words("unit-joiner")
    if is_title_word(low[0]) or not (2 <= len(low) <= 3 or is_pair):
        return False
    return low[-1] in words("unit-last") and tokens[0][0].isupper()


def _may_precede(word: str, raw: str) -> bool:
    """Whether the word can stand before a unit's.

    *Tekniska*, *Mark-*, *och*, *Tallviks*, but not *Rektor*.
    """
    if word in words("unit-joiner") or _ADJECTIVE.match(word):
        return True
    return raw[0].isupper() and not is_title_word(word)


def _may_follow(rest: list[str]) -> bool:
    """Whether a unit's name goes on so: with a preposition or a name, not with the words of a sentence.

    *i Tallvik*, *Norr*, *(BoU)*, but not *arbetar med*.
    """
    if not rest:
        return True
    first = rest[0]
    return first in words("unit-goes-on") or first[0].isupper() or first[0] == "("
