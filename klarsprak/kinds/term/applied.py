"""Whether the reader has applied for what a term names, or ordered it, and so knows the word."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt

_SHORT_LINE = 150
"""Characters: a heading or a subject is no longer."""
_VERB = r"(?:ansökt|ansökte|sökt|sökte|beställt|beställde)"
_NOUN = r"(?:ansökan|beställning(?:en)?|intresseanmälan)"
_MATTER = (
    r"(?:[^.!?:]{0,100}? (?:(?:och|samt) om|samt) )?(?:\d+ timmars? )?(?:(?:en|ett|mer|fler|att få|att bli) )?"
    r"(?:(?:ny|nytt|nya|utökad|utökat|förlängd|förlängning av) )?"
    r"(?:(?:bygglov|tillstånd|dispens|lov|startbesked) (?:för|till|från) (?:(?:\w+byggnad|ändring) av )?)?"
    r"(?:[^\s,.!?]+,? (?:[^\s,.!?]+, )?(?:och|samt|eller) )?\Z"
)
"""*Om en ny*, *om bygglov för nybyggnad av*, *om el och*: what stands between the application and the word."""
_APPLIED = re.compile(
    rf"\b(?:(?:du|ni) (?:har |hade )?(?:[^\s.!?]+ ){{0,4}}?{_VERB}"
    rf"|(?:har|hade) (?:du|ni) (?:[^\s.!?]+ ){{0,3}}?{_VERB}"
    rf"|(?:du|ni) har (?:[^\s.!?]+ ){{0,4}}?(?:inkommit med|kommit in med|lämnat in|skickat in|gjort) (?:en )?{_NOUN}"
    rf"|(?:du|ni) står (?:[^\s.!?]+ ){{0,4}}?kön? (?:till|för)|(?:din|er) plats i kön (?:till|för)"
    rf"|(?:din|er|eran) (?:[^\s.!?]+ )?{_NOUN}) (?:(?:om|av|gällande|avseende|på|till) )?{_MATTER}",
    re.IGNORECASE,
)
"""*Ni har den 3 maj ansökt om*, *Tack för din ansökan om en ny*, and then the word."""
_SUBJECT = re.compile(
    rf"(?:\A|[\s:])(?:{_NOUN} (?:om|av|gällande|avseende|på)|(?:ansökan|ärendet) (?:avser|gäller):?(?: [^:]*?,)?)"
    rf" {_MATTER}",
    re.IGNORECASE,
)
"""*Beslut om ansökan om*, *Saken: Beställning av*, *Ansökan avser: taxi,*, in a heading or a short line."""
_DECISION = re.compile(rf"(?:\A|[\s:])beslut(?:et)?:? om {_MATTER}", re.IGNORECASE)
"""*Beslut om ledsagning*, in a letter to whoever has applied for it."""
_ANSWER = re.compile(
    rf"(?:\A|[\s:])svar (?:på|om) (?:(?:din|er) )?(?:{_NOUN}|begäran|önskemål|fråga|förfrågan) om {_MATTER}",
    re.IGNORECASE,
)
"""*Svar på begäran om*, which goes to the one who has asked."""
_ADMITTED = re.compile(
    r"(?:\A|[\s:])(?:besked|beslut|svar|information) om (?:antagning|reservplats|utbildningsplats|plats)(?:en)?"
    r"(?: (?:till|på|i)|:| [–-]|,) (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
"""*Besked om antagning –*, to one who has sought a place there."""
_APPLICATIONS = re.compile(
    r"\b(?:alla|samtliga|de|dina|era) (?:inkomna )?(?:ansökningar|ansökningarna) (?:till|om) (?:kommunens |årets )?"
    rf"{_MATTER}",
    re.IGNORECASE,
)
"""*Vi har gått igenom samtliga ansökningar till kommunens*, in a letter to one of those who have applied."""
_BURDEN = re.compile(
    r"(?i)vite|återkrav|avgift|förbud|föreläggande|avvisning|uppsägning|avstängning|omhändertagande|återkallelse|varning"
    r"|avskrivning|återbetalning|sanktion|kontroll|tillsyn|skuld|ränta|bistånd"
)
"""What nobody applies for, *Beslut om återkrav*, or calls by that name: *Beslut om bistånd*."""
_DECIDED = re.compile(
    r"\s*[:–-]\s*(?:beviljas?|bifall|bifalls|avslag|avslås|delvis (?:bifall|avslag))\b", re.IGNORECASE
)
"""What follows in a title that answers an application: *Bostadsanpassningsbidrag* **: beviljas**."""
_APPLICANT = re.compile(r"^sökanden?: ?(?P<name>[a-zåäöé-]+(?: [a-zåäöé-]+)+)$", re.MULTILINE)
"""The line of who has applied, in small letters: *sökande: bo ek*."""
_IN_THIRD_PERSON = re.compile(
    rf"\bsökanden? (?:har |hade )?(?:den \d+ \w+ (?:\d+ )?)?(?:ansökt|ansökte|sökt|sökte) (?:den \d+ \w+ (?:\d+ )?)?"
    rf"(?:om|till|på) {_MATTER}",
    re.IGNORECASE,
)
"""*Sökanden ansökte den 3 maj om*, and then the word."""
_OTHERS = re.compile(r"\b(?:granne|grannar|sakägare|remiss|yttra dig|dina synpunkter|kopia till)\b")
"""What tells that somebody else than who applies may read the letter."""
_OWN = re.compile(
    rf"\b(?:din|er|eran) (?:\w+ )?{_NOUN}\b|\b(?:du|ni) (?:har|hade) (?:[^\s.!?]+ ){{0,4}}?{_VERB}\b"
    rf"|\b(?:har|hade) (?:du|ni) (?:[^\s.!?]+ ){{0,3}}?{_VERB}\b"
    r"|\b(?:du|ni) (?:\w+ )?(?:sökte|ansökte|begärde)\b|\b(?:sökte|ansökte|begärde) (?:du|ni)\b"
    r"|\b(?:du|ni) har (?:[^\s.!?]+ ){0,4}?(?:inkommit med|kommit in med|lämnat in) (?:en )?ansökan\b",
    re.IGNORECASE,
)
"""What tells that the application is the reader's: *Er ansökan kom in den 3 maj*."""


def is_applied_for(words: WordsAt, before: str, analysis: Analysis) -> bool:
    """Whether the letter says there that its reader has applied for what the words name, or ordered it.

    *Ni har ansökt om avstyckning* says so, and *Ansökan om avstyckning* above a letter about *er ansökan*; *Grannen
    har ansökt om avstyckning* tells of another, who knows the word.
    """
    if _may_tell_of_applying(before.lower()):
        if _APPLIED.search(before) or _APPLICATIONS.search(before):
            return True
        if _IN_THIRD_PERSON.search(before) and _OTHERS.search(analysis.text) is None:
            return True
    text = words.block.text
    if len(text) > _SHORT_LINE or words.block.is_prose:
        return False
    if _ANSWER.search(before) or _ADMITTED.search(before) or _DECIDED.match(text, words.characters[1]):
        return True
    is_subject = _SUBJECT.search(before) or (_DECISION.search(before) and not _BURDEN.search(words.text))
    return bool(is_subject) and analysis.once(_tells_of_own)


def _may_tell_of_applying(lowered: str) -> bool:
    """Whether letters stand there of *ansökt*, *ansökan*, *beställt*, *i kö till*, *intresseanmälan*."""
    return "ök" in lowered or "ställ" in lowered or "kö" in lowered or "intresse" in lowered


def _tells_of_own(analysis: Analysis) -> bool:
    """Whether the letter says *din ansökan*, or has its reader's name as the one who applies."""
    if _OWN.search(analysis.text) is not None:
        return True
    applicant = _APPLICANT.search(analysis.text)
    return applicant is not None and applicant["name"] in analysis.text[: applicant.start()]
