"""What the rest of a term's sentence, or the sentence after, tells of it without the verbs of a definition."""

from __future__ import annotations

import re

from klarsprak.prose.glossary import is_lead

_ONE = re.compile(r"\b(?:en|ett)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLACE_THEN_ONE = re.compile(
    r"(?:\s+mitt)?\s+(?:i|på|vid|under|över|framför|bakom|mellan)\s+(?:\w+\s+){0,3}?[\w-]+,"
    r"\s+(?:en|ett)\s+(?:\w+\s+){1,4}?(?:som|där|att|för)\s",
    re.IGNORECASE,
)
"""*en refug* **mitt i gatan, en upphöjd ö att** *stanna på*: the place stands between the thing and what it is."""
_OF_SUM_THEN_THAT = re.compile(
    r"\s+på\s+[\d\s]+(?:kronor|kr),\s+(?:det|vilket)\s+(?:betyder|innebär)\s+att\s+(?:du|ni|vi|man)\s", re.IGNORECASE
)
"""*vite* **på 40 000 kronor, det betyder att ni** *kan få betala det*."""
_HOLDS_SO = re.compile(
    r"\s+(?:är\s+kvar|gäller|finns\s+kvar):\s+(?!(?:den|det|de)\s+\d)(?:om\s|när\s|[a-zåäö]{2,}er\s+(?:du|ni|vi|man)\s)",
    re.IGNORECASE,
)
"""*Ert besittningsskydd* **är kvar: säger vi** *upp er ska vi betala*: what the thing does stands after a colon."""
_PUT_IN_PARENTHESIS = re.compile(
    r"[^.!?:;()]{0,60}\([^()]*\b(?:alltså|det vill säga|dvs\.?|med andra ord)\s[^()]*\)", re.IGNORECASE
)
"""*85-percentilen är 43 kilometer i timmen* **(85 av 100 bilar kör alltså långsammare)**."""
_HABIT = re.compile(
    r"(?:det|detta)\s+gör\s+(?:vi|man|personalen|du|ni)\s+(?:alltid\s+)?(?:varje\s+gång|när|om|för\s+att)\s"
    r"|då\s+(?:är|sitter|bor|arbetar|jobbar)\s+(?:du|ni|man|eleven|barnet|han|hon)\s+(?:ute\s+)?(?:på|hos|i|hemma)\s"
    r"|(?:den|det|de)\s+får\s+(?:du|ni|man|den\s+som)\s+(?:i\s+stället\s+för|när|om|för\s+(?:att|det))\s"
    r"|(?:den|det|de)\s+(?:ersätter|görs\s+i\s+stället\s+för)\s+(?!den\b|det\b|de\b|er\b|ditt?\b)\w+(?:en|et|na)\b"
    r"|(?:den|det|de)\s+(?:är|blir)\s+till\s+för\s+(?:att|den|dig|er|alla)\b",
    re.IGNORECASE,
)
"""*Vi skriver en avvikelse.* **Det gör vi varje gång** *något har gått fel*; *semesterersättning.* **Den får du i
stället för** *ledighet*."""
_SOMEBODY_COMES = re.compile(
    r"(?:en|ett)\s+\w{4,}\s+(?:kommer\s+(?:hem|hit|ut|till\s+(?:dig|er))|tittar\s+på|går\s+igenom|pratar\s+med)\b"
    r"[^.:;\d]*(?:,|\boch\b)[^.:;\d]*",
    re.IGNORECASE,
)
"""*en munhälsobedömning.* **En tandhygienist kommer hem, tittar i munnen och** *visar hur du borstar*."""


def is_told_in_rest(before: str, after: str) -> bool:
    """Whether what follows in the sentence tells what the term is, though other words stand between.

    >>> is_told_in_rest("Vi bygger en ", " mitt i gatan, en upphöjd ö att stanna på.")
    True
    >>> is_told_in_rest("Vi bygger en ", " mitt i gatan i maj.")
    False
    """
    if _PLACE_THEN_ONE.match(after) and _ONE.search(before):
        return True
    if _OF_SUM_THEN_THAT.match(after) or _HOLDS_SO.match(after):
        return True
    return "(" in after and _PUT_IN_PARENTHESIS.match(after) is not None


def is_told_by_habit(then: str) -> bool:
    """Whether the next sentence says when, where or by whom such a thing is done.

    >>> is_told_by_habit("Det gör vi varje gång något har gått fel.")
    True
    >>> is_told_by_habit("Det gör vi i maj.")
    False
    """
    return _HABIT.match(then) is not None or _SOMEBODY_COMES.match(then) is not None


_PARTY = r"(?:kärande|svarande|klagande|sökande|målsägande)n?|ombud(?:et)?|(?:mot)?part(?:en)?"
"""Who has a part in a case: not *föreläggande*, *motsvarande* and *transport*, which are no persons."""
_IF = re.compile(r"\S\s+om\s+$", re.IGNORECASE)
_IF_PARTY = re.compile(rf"\S\s+om\s+(?:{_PARTY})\s+$", re.IGNORECASE)
_AS_PARTY = re.compile(_PARTY, re.IGNORECASE)
_GOES_ON = re.compile(r"\s+\w")


def is_in_last_condition(term: str, before: str, after: str) -> bool:
    """Whether the term only tells of a party in which case holds what the sentence says, and the next goes on with.

    >>> is_in_last_condition("yrkar", "En dom ges om käranden ", " det.")
    True
    >>> is_in_last_condition("käranden", "En dom kan meddelas om ", " vill.")
    True
    >>> is_in_last_condition("föreläggande", "Nämnden kan besluta om ", ".")
    False
    """
    if _IF_PARTY.search(before):
        return True
    return (
        _AS_PARTY.fullmatch(term) is not None and _IF.search(before) is not None and _GOES_ON.match(after) is not None
    )


_BY_SOURCE = re.compile(r"\b(?:enligt|utifrån|genom|jämlikt)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_WHAT_IS_MEANT = re.compile(r"[^.;:!?]{0,60}?\b(?:menas|avses)\s", re.IGNORECASE)


def is_said_by_it(before: str, after: str) -> bool:
    """Whether what follows is what another word means, by the term.

    >>> is_said_by_it("Enligt ", " avses som regel en sträcka på 100 meter.")
    True
    >>> is_said_by_it("Med ", " avses hur domstolarna brukar döma.")
    False
    """
    return bool(_BY_SOURCE.search(before) and _WHAT_IS_MEANT.match(after))


_NO_DEED = (
    r"(?!(?:är|blir|har|får|kan|ska|skall|måste|bör|behöver|gäller|kostar|kommer|ligger|finns"
    r"|beslutar|förelägger|avslår|beviljar|bifaller|avvisar|anser|bedömer|föreslår)\b)"
)
"""Before a verb that tells what somebody does: not what is, must be or has been decided here."""
_HEAD_THEN_DEED = re.compile(
    rf"\.\s+(?!(?:Du|Ni|Det|Den|De|Detta)\b)[A-ZÅÄÖ][\w-]+(?:\s+[\w-]+){{0,4}}?\s+{_NO_DEED}\w{{2,}}r\s+\w"
)
_ASKED_FOR = re.compile(
    r"\b(?:begära|begär|söka|söker|ansöka\s+om|ansöker\s+om|be\s+om|kräva|kräver)\s+$", re.IGNORECASE
)
_THEN_SOMEBODY = re.compile(
    rf"Då\s+{_NO_DEED}\w{{2,}}r\s+(?:en\s+|ett\s+)?(?!du\b|ni\b)\w+\s+(?:\w+\s+){{0,3}}?(?:om|att|hur|vad|så)\s"
)
_NAMED_WHO_DOES = re.compile(
    rf"\s+[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?,\s+som\s+{_NO_DEED}\w{{2,}}r\s+(?:dig|er|dem|henne|honom|barnet|barnen)\b"
)


def is_told_as_head(before: str, rest: str) -> bool:
    """Whether the term stands alone before a stop, and behind it, in the same paragraph, is said who does what.

    >>> is_told_as_head("1. ", ". Skatteverket kontrollerar att ni får gifta er.")
    True
    >>> is_told_as_head("1. ", ". Du kan överklaga."), is_told_as_head("1. ", " krävs. Hon ringer dig.")
    (False, False)
    >>> is_told_as_head("", ". Nämnden förelägger dig att riva bryggan.")
    False
    """
    return _HEAD_THEN_DEED.match(rest) is not None and is_lead(before)


def is_told_by_what_then_happens(before: str, then: str) -> bool:
    """Whether somebody asks for it, and the next sentence says who does what then.

    >>> is_told_by_what_then_happens("Du kan begära ", "Då undersöker en domstol om vi har gjort rätt.")
    True
    >>> is_told_by_what_then_happens("Du kan begära ", "Då får du svar i maj.")
    False
    """
    return _THEN_SOMEBODY.match(then) is not None and _ASKED_FOR.search(before) is not None


def is_named_and_told(after: str) -> bool:
    """Whether the one who is called so is named and does something for the reader: *Mona, som hjälper dig*."""
    return _NAMED_WHO_DOES.match(after) is not None
