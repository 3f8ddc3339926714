"""Units of the municipality, and the municipality itself."""

from __future__ import annotations

import re

from klarsprak.signature.model import Span
from klarsprak.signature.words import is_compound_on, is_title_word, words

_ORGANISATION = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]+\s){1,2}(?:kommun|stad|kommunförbund|region)\b|Region\s[A-ZÅÄÖ]\w+"
    r"|\b[A-ZÅÄÖ]{3,}S? (?:KOMMUN|STAD)\b"
    r"|\b[A-ZÅÄÖ]\w+s\s(?:KOMMUN|Kommun|Stad)\b|\bRäddningstjänstförbundet\s\w+|^(?:Kommunen|Kommunhuset)$"
)
_NOT_FIRST = {"till", "om", "hos", "av", "för", "med", "din", "er", "ansökan", "anmälan", "beslut"}
_JOINERS = {"och", "&", "samt", "för"}
_ADJECTIVE = re.compile(
    r"(?:tekniska|sociala|centrala|norra|södra|östra|västra|yttre|inre|gemensamma|kommunala|lokala|.*-)$"
)
_LEAD = re.compile(
    r"[,.;:–(-]\s*|(?:från\s+)?(?:(?:oss|alla|vi)\s+)*(?:på|vid|i|inom)\s+|från\s+(?:oss\s+)?", re.IGNORECASE
)
_TRAIL = re.compile(r"(?:\s+(?:genom|gm)|[\s,.;:–-]+)$")
_VERB = re.compile(
    r"\b(?:är|har|ska|kan|får|hittar|kontakta|beslutar|beslutade|avslår|arbetar|svarar|vill)\b", re.IGNORECASE
)


def is_unit_word(word: str) -> bool:
    """Whether the word, in lower case, names a unit on its own: *byggnadsnämnden*."""
    return word not in words("unit-no") and (word in words("unit") or is_compound_on(word, "unit-end"))


def organisation_in(text: str) -> re.Match[str] | None:
    """The municipality's name in the text."""
    return _ORGANISATION.search(text)


def unit_in(span: Span, known: frozenset[str] = frozenset()) -> Span | None:
    """The unit that the span as a whole names, without the municipality's name beside it; None if it is none.

    ``known`` are the organisation's own units, in lower case.
    """
    if organisation := organisation_in(span.text):
        before, after = span.cut(0, organisation.start()), span.cut(organisation.end())
        span = before if len(before.text) > len(after.text) else after
    span = _strip(span)
    return span if span.text.lower() in known or _is_unit(span.text) else None


def _strip(span: Span) -> Span:
    lead = _LEAD.match(span.text)
    span = span.cut(lead.end() if lead else 0)
    return span.cut(0, len(_TRAIL.sub("", span.text)))


def _is_unit(text: str) -> bool:
    tokens = text.split()
    if not 1 <= len(tokens) <= 8 or _VERB.search(text) or re.search(r"[@:?!]", text) or not text[0].isupper():
        return False
    if tokens[0].lower() in _NOT_FIRST or tokens[-1] in {"AB", "HB", "KB"}:
        return False
    low = [token.lower().strip("(),/").partition("/")[0] for token in tokens]
    if " ".join(low).replace("&", "och") in words("unit"):
        return True
    for index, word in enumerate(low):
        if is_unit_word(word):
            return all(_may_precede(word, tokens[at]) for at, word in enumerate(low[:index])) and _may_follow(
                tokens[index + 1 :]
            )
        if word in words("unit-alone"):
            return _general(low, tokens, index)
    return _named(low, tokens)


def _may_precede(word: str, raw: str) -> bool:
    return word in _JOINERS or bool(_ADJECTIVE.match(word)) or (raw[0].isupper() and not is_title_word(word))


def _may_follow(rest: list[str]) -> bool:
    """A unit's name goes on with a preposition or a name, not with the words of a sentence."""
    return (
        not rest
        or rest[0] in {"för", "i", "och", "&", "–", "-", "norr", "söder", "öster", "väster"}
        or (rest[0][0].isupper() or rest[0][0] == "(")
    )


def _general(low: list[str], tokens: list[str], index: int) -> bool:
    """*Enheten för X*, *Område Norr*, *Tekniska förvaltningen*: a general word with what tells which one."""
    before, after = low[:index], tokens[index + 1 :]
    if before:
        return all(_may_precede(word, tokens[at]) for at, word in enumerate(before)) and _may_follow(after)
    return bool(after) and (after[0] == "för" or after[0][0].isupper() or after[0][0].isdigit())


def _named(low: list[str], tokens: list[str]) -> bool:
    """*Björkbackens förskola*: a name in the genitive and the kind of place."""
    return 2 <= len(low) <= 3 and low[-1] in words("unit-last") and tokens[0][0].isupper()
