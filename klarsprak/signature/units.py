"""Units of the municipality, and the municipality itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature.decisions import Decision, decide
from klarsprak.signature.model import Span
from klarsprak.signature.words import is_compound_on, is_title_word, words

# *Norrlida kommun*, *Region Norr*, *TALLVIKS KOMMUN*, *Räddningstjänstförbundet Mitt*
_ORGANISATION = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]+\s){1,2}(?:kommun|stad|kommunförbund|region)\b|Region\s[A-ZÅÄÖ]\w+"
    r"|\b[A-ZÅÄÖ]{3,}S? (?:KOMMUN|STAD)\b"
    r"|\b[A-ZÅÄÖ]\w+s\s(?:KOMMUN|Kommun|Stad)\b|\bRäddningstjänstförbundet\s\w+|^(?:Kommunen|Kommunhuset)$"
)
# *Tekniska* kontoret, *Mark- och* …
_ADJECTIVE = re.compile(
    r"(?:tekniska|sociala|centrala|norra|södra|östra|västra|yttre|inre|gemensamma|kommunala|lokala|.*-)$"
)
# *från oss på* Bygglovsenheten
_LEAD = re.compile(
    r"[,.;:–(-]\s*|(?:från\s+)?(?:(?:oss|alla|vi)\s+)*(?:på|vid|i|inom)\s+|från\s+(?:oss\s+)?", re.IGNORECASE
)
_TRAIL = re.compile(r"(?:\s+(?:genom|gm)|[\s,.;:–-]+)$")
# Miljöenheten *har* beslutat
_VERB = re.compile(
    r"\b(?:är|har|ska|kan|får|hittar|kontakta|beslutar|beslutade|avslår|arbetar|svarar|vill)\b", re.IGNORECASE
)
_NO_UNIT_MARKS = re.compile(r"[@:?!]")
_COMPANY_FORMS = {"AB", "HB", "KB"}
_LONGEST_UNIT = 8
"""Words."""


class _Phrase(NamedTuple):
    """Words that may name a unit."""

    text: str
    tokens: list[str]


def is_unit_word(word: str) -> bool:
    """Whether the word, in lower case, names a unit on its own: *byggnadsnämnden*."""
    return word not in words("unit-no") and (word in words("unit") or is_compound_on(word, "unit-end"))


def organisation_in(text: str) -> re.Match[str] | None:
    """The municipality's name in the text: *Norrlida kommun*."""
    return _ORGANISATION.search(text)


def unit_in(span: Span, known: frozenset[str] = frozenset()) -> Span | None:
    """The unit that the span as a whole names, without the municipality's name beside it; None if it is none.

    ``known`` are the organisation's own units, in lower case.
    """
    bare = _without_marks(_without_organisation(span))
    return bare if bare.text.lower() in known or _is_unit(bare.text) else None


def _without_organisation(span: Span) -> Span:
    """*Bygglovsenheten,* of *Bygglovsenheten, Norrlida kommun*."""
    organisation = organisation_in(span.text)
    if not organisation:
        return span
    before, after = span.cut(0, organisation.start()), span.behind(organisation)
    return before if len(before.text) > len(after.text) else after


def _without_marks(span: Span) -> Span:
    """*Bygglovsenheten* of *från oss på Bygglovsenheten,*."""
    if lead := _LEAD.match(span.text):
        span = span.behind(lead)
    return span.cut(0, len(_TRAIL.sub("", span.text)))


def _is_unit(text: str) -> bool:
    """Whether the text is a unit's name and nothing else."""
    tokens = text.split()
    if decide(NO_UNIT, _Phrase(text, tokens)) is not None:
        return False
    low = [_bare(token) for token in tokens]
    listed = " ".join(low).replace("&", "och") in words("unit")
    return listed or _is_unit_by_head(low, tokens)


def _bare(token: str) -> str:
    """The word in lower case without marks, up to a slash."""
    return token.lower().strip("(),/").partition("/")[0]


NO_UNIT: tuple[Decision[_Phrase, None], ...] = (
    Decision("no word, or too many", lambda it: not 1 <= len(it.tokens) <= _LONGEST_UNIT, None, "A b c d e f g h i"),
    Decision("lower case", lambda it: not it.text[0].isupper(), None, "miljöenheten"),
    Decision("a sentence", lambda it: _VERB.search(it.text), None, "Miljöenheten har beslutat"),
    Decision("other marks", lambda it: _NO_UNIT_MARKS.search(it.text), None, "Miljöenheten?"),
    Decision(
        "begins otherwise", lambda it: it.tokens[0].lower() in words("unit-not-first"), None, "Till Miljöenheten"
    ),
    Decision("a company", lambda it: it.tokens[-1] in _COMPANY_FORMS, None, "Förskolan Solen AB"),
)
"""Why words are no unit's name."""


def _is_unit_by_head(low: list[str], tokens: list[str]) -> bool:
    """Whether the first word for a unit, or for units in general, makes one of the words around it."""
    for index, word in enumerate(low):
        if is_unit_word(word):
            return _is_headed(low, tokens, index)
        if word in words("unit-alone"):
            return _is_headed(low, tokens, index) if index else _tells_which(tokens[1:])
    return _is_place_of_work(low, tokens)


def _is_headed(low: list[str], tokens: list[str], index: int) -> bool:
    """Whether the words around the head make one name with it: *Tekniska förvaltningen*, *Miljöenheten i Tallvik*."""
    precede = map(_may_precede, low[:index], tokens)
    return all(precede) and _may_follow(tokens[index + 1 :])


def _tells_which(rest: list[str]) -> bool:
    """Whether what follows a general word tells which unit it is: *Enheten för vuxna*, *Område Norr*, *Enhet 2*."""
    first = rest[0] if rest else "-"
    return first == "för" or first[0].isupper() or first[0].isdigit()


def _is_place_of_work(low: list[str], tokens: list[str]) -> bool:
    """*Björkbackens förskola*: a name in the genitive and the kind of place."""
    if not 2 <= len(low) <= 3:
        return False
    return low[-1] in words("unit-last") and tokens[0][0].isupper()


def _may_precede(word: str, raw: str) -> bool:
    """Whether the word can stand before a unit's: *Tekniska*, *Mark-*, *och*, *Tallviks*, but not *Rektor*."""
    if word in words("unit-joiner") or _ADJECTIVE.match(word):
        return True
    return raw[0].isupper() and not is_title_word(word)


def _may_follow(rest: list[str]) -> bool:
    """Whether a unit's name goes on so: with a preposition or a name, not with the words of a sentence."""
    if not rest:
        return True
    first = rest[0]
    return first in words("unit-goes-on") or first[0].isupper() or first[0] == "("
