"""What sentences of the letter say of its writer: who decided, and whom to ring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from klarsprak.signature import phones
from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.spans import FoundPart, Span
from klarsprak.signature.words import is_title_word

# *Beslutet har fattats av Anna Ek*, *Ärendet har avgjorts på delegation av enhetschef Anna Ek*,
# *Dokumentet är digitalt signerat av: Anna Ek*
_DECIDED_BY = re.compile(
    r"\b(?:beslut(?:et)?|ärendet|dokument(?:et)?|handlingen|skrivelsen)\b[^.]{0,60}?"
    r"\b(?:fattats?|fattades|tagits|avgjorts|beslutats?|undertecknats?|undertecknad|signerats?|signerad|godkänts?)\s"
    r"(?:(?:den\s)?\d[\d-]*(?:\s(?:\w+\s\d{4}|\d\d[:.]\d\d))?\s)?"
    r"(?:(?:digitalt|elektroniskt|(?:på|enligt|med stöd av) delegation)\s)?av:?\s"
    r"(?P<who>(?:(?:t\.?\s?f|stf|bitr|leg)\.\s)?[^.\n]+?)"
    r"(?=\s(?:efter|enligt|på|vid|inom|med|den|i närvaro|och|som)\s|[.\n]|$)",
    re.IGNORECASE,
)
# *I handläggningen har deltagit enhetschef Anna Ek, beslutande, och …*
_TOOK_PART = re.compile(
    r"\bhandläggningen\b[^.\n]{0,60}?\bdeltagit\s(?P<who>(?:(?!\s(?:och|samt)\s)[^.,\n]){3,60}),?"
    r"\s\(?(?:som\s)?beslutande\b",
    re.IGNORECASE,
)
# *I handläggningen har beslutats av enhetschef Anna Ek med Nils Alm som föredragande*
_DECIDED_IN = re.compile(
    r"\bhandläggningen har beslutats av\s(?P<who>[^.\n]+?)(?=\s(?:med|och|som|efter|enligt|på)\s|[.\n]|$)",
    re.IGNORECASE,
)
# *Enhetschef Anna Ek har fattat det här beslutet*, *Anna Ek, rektor, tog beslutet*,
# *I detta ärende har enhetschef Anna Ek beslutat*, *Anna Ek har beslutat i ärendet*
_DECIDED_IT = re.compile(
    r"(?P<case>\b[Ii] (?:detta |det här )?ärendet? har\s)?"
    r"(?P<who>(?:[\w-]+\s)?[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?(?:,\s[^.,\n]+)?),?\s"
    r"(?(case)beslutat\b|(?:(?:har\s(?:fattat|tagit)|fattade|tog)\s(?:det här |detta )?beslut(?:et)?"
    r"|har beslutat i (?:detta |det här )?ärendet?)\b)"
)
_DECISION_WORDS = ("beslut", "ärende", "dokument", "handlingen", "skrivelsen")
"""One of them stands in every such sentence; to look for them is quick, and most lines have neither."""
_DECIDING_WORDS = (
    *("fattat", "fattade", "tagit", "tog", "avgjorts", "beslutat"),
    *("undertecknad", "undertecknat", "signerat", "signerad", "godkänt", "deltagit"),
)
"""And one of these."""
# *enhetschefen* Anna Ek, *biträdande rektorn* Anna Ek
_DEFINITE = re.compile(
    r"^(?P<title>(?:(?:biträdande|tillförordnade?|ställföreträdande|t\.?f\.?|vice|förste)\s)?[\wåäö-]+?)(?:e?n)(?=\s[A-ZÅÄÖ])"
)
# The words of a sentence up to a number; a full stop ends it only before a capital letter ("tel. 0980-…" goes on).
_GOES_ON = r"(?:[^.!?\n]|\.(?!\s+(?-i:[A-ZÅÄÖ])))"
_I = r"\b(?:jag|mig|min|mitt|undertecknad\w*)\b"
# *Du når mig på* 0980-319 214, *Jag svarar gärna. Mitt direktnummer är* 0980-319 214
_MINE_BEFORE = re.compile(
    rf"{_I}(?P<between>{_GOES_ON}{{0,70}})$"
    rf"|{_I}{_GOES_ON}{{0,60}}[.!?]\s+(?P<label>(?:mitt\s)?(?:direkt|mobil)?(?:telefon|tel|tfn|nummer|numret)[^.!?\d]{{0,20}})\.?\s?$",
    re.IGNORECASE,
)
# *Ring gärna på* 0980-319 214
_RING = re.compile(r"\b(?:ring\w*|telefon|tel\.?|tfn|nummer)\W+(?:gärna|då|på|till|är|\s)*$", re.IGNORECASE)
# 0980-319 214 *så svarar jag*
_MINE_AFTER = re.compile(rf"{_GOES_ON}{{0,40}}\b(?:jag|mig)\b", re.IGNORECASE)
# *Har du frågor? Ring* 0980-319 214, *Frågor besvaras på* 0980-319 214
_QUESTIONS = re.compile(
    rf"\b(?:frågor|undrar|upplysningar)\b(?P<between>{_GOES_ON}{{0,60}}(?:\?\s+{_GOES_ON}{{0,30}})?"
    rf"\b(?:besvaras|svarar|lämnas|ring\w*|telefon|nås|når (?:du|ni))\b{_GOES_ON}{{0,20}})$",
    re.IGNORECASE,
)
# Frågor besvaras *av kundtjänst*; undrar du något, *ring växeln*
_OTHERS = re.compile(
    r"växel|kundtjänst|kontaktcenter|\bjour|polis|\b(?:av|hos)\s(?!oss|mig|undertecknad)"
    r"|\b(?:ring\w*|kontakta|nås|når (?:du|ni))\s(?!oss|mig|jag|vi|enheten|på|gärna|då|$)",
    re.IGNORECASE,
)
# Du kan *ringa henne på* 0980-319 214
_RING_THEM = re.compile(
    r"\b(?:ring\w*|når?|kontakta|telefon till)\s(?:henne|honom|hen)\b[^.?!]{0,30}$", re.IGNORECASE
)
# Jag ringer *dig* på 0980-319 299
_NOT_MINE = re.compile(
    r"växel|kundtjänst|kontaktcenter|\bjour|polis|\b(?:han|hon|de|hans|hennes|dig|din|ditt)\b", re.IGNORECASE
)
_NEAR = 400
"""So many signs before a number and behind it tell whose it is: more than any of the expressions reaches."""
_TWO_NAMES = r"(?-i:[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+)"


_BETWEEN_RING_AND_NUMBER = ("oss", "gärna", "då", "på", "till", "är", "eller", "via", "telefon", "numret")


class NumberInSentence(NamedTuple):
    """What stands before a number and behind it, and who signs, if known."""

    before: str
    after: str
    signer: str | None = None


def may_tell_decider(low: str) -> bool:
    """Whether the text, in lower case, has the words with which a sentence says who has decided.

    Every other letter has none.
    """
    return _holds_one(low, _DECIDING_WORDS) and _holds_one(low, _DECISION_WORDS)


def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text, be it in another word."""
    for word in words:  # noqa: SIM110 - asked of many lines, and ``any`` takes twice as long
        if word in text:
            return True
    return False


def decided_by(span: Span) -> list[Span]:
    """What says who in *Beslutet har fattats av Anna Ek, enhetschef* and *Anna Ek har fattat beslutet*.

    *I handläggningen har deltagit Anna Ek, beslutande* says it, too.  *enhetschefen Anna Ek* comes
    as two stretches, the title in its plain form.
    """
    match = _decision_in(span.text)
    if not match:
        return []
    who = span.matched(match, "who")
    definite = _DEFINITE.match(who.text)
    if definite and is_title_word(definite["title"].lower().split()[-1]):
        return [who.matched(definite, "title"), who.behind(definite)]
    return [who]


def _decision_in(text: str) -> re.Match[str] | None:
    """Where the sentence says who has decided.

    Two word orders: *Beslutet har fattats av Anna Ek* and *Anna Ek har fattat beslutet*.
    """
    if may_tell_decider(text.lower()):
        return (
            _DECIDED_BY.search(text)
            or _DECIDED_IT.search(text)
            or _TOOK_PART.search(text)
            or _DECIDED_IN.search(text)
        )
    return None


def deciders_numbers(span: Span) -> Iterator[FoundPart]:
    """The number in *Beslutet har fattats av Anna Ek. Du kan ringa henne på 031-390 06 14*."""
    decision = _DECIDED_BY.search(span.text)
    if decision:
        yield from _numbers_where(span, lambda around: _RING_THEM.search(around.before), decision.end())


def own_numbers(span: Span, signer: str | None) -> Iterator[FoundPart]:
    """The numbers in a sentence that the writer says *mig* in, or that follow the writer's name or *frågor*."""
    return _numbers_where(span, lambda around: any_holds(WRITERS_NUMBERS, around._replace(signer=signer)))


def units_numbers(spans: Iterable[Span], ours: Iterable[str]) -> Iterator[FoundPart]:
    """The numbers in sentences that ask the reader to ring *oss*, one of ``ours`` or somebody, where nobody signs.

    *Ring gärna Bygglovsenheten på 0980-319 210*, *Kontakta oss då på 0980-319 210*.  An expression with names takes
    longer to make than the letter to read, so only those come into it that stand beside a number.
    """
    asking = [span for span in spans if phones.find_numbers(span.text, labelled=False)]
    if not asking:
        return
    low = "\n".join(span.text for span in asking).lower()
    names = [name for name in ours if name.lower() in low]
    asks = _asks_to_ring(names) if names else _asks_to_ring_us()
    for span in asking:
        yield from _numbers_where(span, lambda around: asks.search(around.before))


def _numbers_where(span: Span, is_meant: Callable[[NumberInSentence], object], first: int = 0) -> Iterator[FoundPart]:
    """The telephone numbers of the stretch that the words around them make the ones that are looked for.

    What stands before ``first``, or far away, doesn't count.
    """
    for number in phones.find_numbers(span.text, labelled=False):
        before = span.text[max(first, number.start - _NEAR) : number.start]
        around = NumberInSentence(before, span.text[number.end : number.end + _NEAR])
        if is_meant(around):
            yield span.cut(number.start, number.end).part()


def _is_mine(around: NumberInSentence) -> bool:
    """Whether *jag*, *mig* or the writer's name stands before it, and nobody else between.

    *Du når mig på*, *Kontakta Anna Ek,*, but not *jag ringer dig på*.
    """
    mine = _MINE_BEFORE.search(around.before) or _search_name(around)
    if not mine:
        return False
    between = mine.groupdict("")["between"]
    return _NOT_MINE.search(between) is None


def _search_name(around: NumberInSentence) -> re.Match[str] | None:
    """Where the signer's name stands before the number.

    *Ring Anna på*, *Anna Ek nås på*.
    """
    return _after_name(around.signer).search(around.before) if around.signer else None


def _is_for_questions(around: NumberInSentence) -> bool:
    """Whether it answers questions, and nobody else is said to do so.

    *Har du frågor? Ring*, but not *Frågor besvaras av kundtjänst*.
    """
    asked = _QUESTIONS.search(around.before)
    return asked is not None and not _OTHERS.search(asked["between"])


def _is_answered_by_me(around: NumberInSentence) -> bool:
    """Whether *ring* stands before it and the writer behind it: *Ring 0980-319 214 så svarar jag*.

    Without the writer behind it, nobody knows who answers: *Ring 0980-319 214 om du undrar*.
    """
    rings = _RING.search(around.before)
    return rings is not None and _MINE_AFTER.match(around.after) is not None


WRITERS_NUMBERS: tuple[Trait[NumberInSentence], ...] = (
    Trait("mine", _is_mine, "Du når mig på 0980-319 214."),
    Trait("for questions", _is_for_questions, "Har du frågor? Ring gärna 0980-319 214."),
    Trait("answered by me", _is_answered_by_me, "Ring gärna 0980-319 214 så svarar jag."),
)
"""Sentences that a number is the writer's in."""


def _after_name(signer: str) -> re.Pattern[str]:
    """Words from the signer's name, or from the first name alone, up to a number: *Ring Anna på*."""
    first = signer.split()[0]
    return re.compile(
        rf"(?:\b{re.escape(signer)}\b|\b(?:ring|når|nå|kontakta)\s(?-i:{re.escape(first)}))"
        rf"(?P<between>{_GOES_ON}{{0,50}})$",
        re.IGNORECASE,
    )


@cache
def _asks_to_ring_us() -> re.Pattern[str]:
    """The same for letters that call their unit nothing else, as nearly all do."""
    return _asks_to_ring(())


def _asks_to_ring(ours: Iterable[str]) -> re.Pattern[str]:
    """Words that ask the reader to ring, up to a number: *Ring Bygglovsenheten på*, *Kontakta oss gärna,*.

    So do *Vi har telefontid 9–11, telefon*.  An address of mail may stand between: *Kontakta Bygglovsenheten på
    bygglov@norrlida.example eller*.
    """
    names = list(map(re.escape, ours))
    us = rf"(?:{'|'.join([*_BETWEEN_RING_AND_NUMBER, *names, _TWO_NAMES])}|[^\s@]+@[\w.-]*\w)"
    return re.compile(
        rf"(?:\b(?:ring\w*|når|nå|kontakta)|(?:^|[.?!]\s+)(?:telefon|tel\.?|tfn))\W+(?:{us}\W+)*$"
        rf"|\btelefontid\w*\b{_GOES_ON}{{0,50}}$"
        rf"|\b(?:besvaras|lämnas)\sav\s(?:{'|'.join(['oss', *names])})\W+(?:{us}\W+)*$",
        re.IGNORECASE,
    )
